// The cells of one worksheet: value, formula, displayed text, style, note.
import { MAX_COLUMN, MAX_ROW, parseRange } from '../../model/address';
import type { Cell, CellError, CellStyle, CellValue } from '../../model/grid';
import { PLAIN_STYLE } from '../../model/grid';
import { cellKey } from './comments';
import { dateSerial } from './dates';
import type { Display } from './display';
import { displayFor } from './display';
import { PackageError } from './package-error';
import { takeNextRow, takePlainCell } from './plain-cell';
import type { Codes, PlainCell, PlainRow } from './plain-cell';
import { moveFormula } from './shared-formula';
import { readStringItem, unescapeText } from './strings';
import { OPEN } from './xml';
import type { XmlScanner } from './xml';

/** Met and left aside while reading; the remarks of the snapshot are made of these. */
export interface Tally {
  cells: number;
  formulasWithoutResult: number;
  missingStrings: number;
  outsideSheet: number;
}

export interface SheetSurroundings {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  /** By cellKey. */
  readonly notes: ReadonlyMap<number, string>;
  readonly date1904: boolean;
  readonly cellLimit: number;
  /** Shared by all sheets of a workbook. */
  readonly displays: Map<string, Display>;
  readonly tally: Tally;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Array formulas over more cells than this are known at their first cell only. */
const MAX_ARRAY = 4_096;
const MAX_ARRAY_CELLS = 200_000;
/** Characters of formulas that stand once in the file and are told for each cell that shares them: 64 for each of the two million cells that a workbook may have. */
const MAX_SHARED = 128 * 1024 * 1024;

const NUMBER = 110;
const STRING = 115;

/** A number as stored; what is none stays text. Programs that calculate nothing write an empty <v/> behind a formula: null. */
function numberOr(raw: string): CellValue {
  const number = Number(raw);
  if (number !== 0 && Number.isFinite(number)) return number;
  const trimmed = raw.trim();
  return trimmed === '' ? null : Number.isFinite(number) ? 0 : trimmed;
}

function tooMany(limit: number): PackageError {
  return new PackageError('too-large', `工作簿的单元格超过 ${limit / 10_000} 万个，不像是绩效自评表；请只保留要核查的工作表后再试。`);
}

/** Less than any cell with a value takes. */
const SHORTEST_CELL = 16;
const VALUE_END = '</v></c>';

/** Refuses a sheet with too many values before any of them is kept: two million cells take 400 MB. Only where its length allows for so many are they counted. Throws PackageError. */
export function refuseTooMany(source: string, { tally, cellLimit }: SheetSurroundings): void {
  const room = cellLimit - tally.cells;
  if (source.length < room * SHORTEST_CELL) return;
  let count = 0;
  for (let at = source.indexOf(VALUE_END); at >= 0; at = source.indexOf(VALUE_END, at + VALUE_END.length)) {
    // A value without text is blank.
    if (source.charCodeAt(at - 1) !== 62 && ++count > room) throw tooMany(cellLimit);
  }
}

export class CellReader {
  readonly cells: Cell[] = [];
  readonly placedNotes = new Set<number>();
  /** Cells came out of order or twice. */
  disordered = false;
  keptBlanks = false;

  private readonly plain: PlainCell = { row: 0, column: 0, style: 0, type: 0, formulaFrom: 0, formulaTo: 0, from: 0, to: 0, number: NaN, asShown: false };
  private readonly next: PlainRow = { row: 0 };
  /** Of the row element met last. */
  rowStarted = 0;
  private row = 0;
  private column = 0;
  private lastKey = 0;
  private readonly shared = new Map<string, SharedFormula>();
  private sharedLength = 0;
  private readonly arrays = new Map<number, string>();
  private readonly errors = new Map<string, CellError>();
  /** By style index; saves the look-up by format. */
  private readonly displays: (Display | undefined)[] = [];

  constructor(private readonly xml: XmlScanner, private readonly codes: Codes, private readonly around: SheetSurroundings, private readonly keepStyledBlanks: boolean) {}

  startRow(row: number): void {
    this.rowStarted = row;
    this.row = row;
    this.column = 0;
  }

  /** Reads the plain cells that come next, if any, and those of the plain rows that follow. */
  readPlainCells(): void {
    const { xml, codes, plain } = this;
    for (;;) {
      const end = takePlainCell(codes, xml.end, plain);
      if (end < 0) {
        if (this.takeNextRow()) continue;
        return;
      }
      const { row, column, type } = plain;
      const typed = type === 0 || type === NUMBER || type === STRING;
      if (!typed || column < 1 || column > MAX_COLUMN || row < 1 || row > MAX_ROW) return;
      xml.jump(end);
      this.row = row;
      this.column = column;
      let value: CellValue = null;
      let shown: string | null = null;
      if (plain.to > plain.from) {
        const raw = type !== STRING && plain.asShown || Number.isNaN(plain.number) ? xml.source.slice(plain.from, plain.to) : '';
        if (type === STRING) value = raw === '' ? this.sharedString(plain.number) : this.sharedStringBy(raw);
        else value = Number.isNaN(plain.number) ? numberOr(raw) : plain.number;
        if (type !== STRING && plain.asShown && this.display(plain.style).isGeneral) shown = raw;
      }
      this.add(value, plain.formulaTo > plain.formulaFrom ? xml.source.slice(plain.formulaFrom, plain.formulaTo) : null, plain.style, shown);
    }
  }

  private takeNextRow(): boolean {
    const { xml, next } = this;
    const end = xml.isInside('row') ? takeNextRow(this.codes, xml.end, next) : -1;
    if (end < 0 || next.row < 1 || next.row > MAX_ROW) return false;
    xml.jump(end);
    this.startRow(next.row);
    return true;
  }

  /** Reads the c element just opened, to its end. */
  readCell(): void {
    const { xml } = this;
    const inSheet = this.place(xml.attribute('r'));
    const style = Number(xml.attribute('s') ?? 0);
    const type = xml.attribute('t');
    const inside = xml.depth;
    let formula: string | null = null;
    let raw: string | null = null;
    let inline: string | null = null;
    for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
      if (event !== OPEN) continue;
      if (xml.name === 'v') raw = xml.innerText();
      else if (xml.name === 'f') formula = this.readFormula();
      else if (xml.name === 'is') inline = readStringItem(xml);
      // An extension may hold values and formulas of its own.
      else xml.skip();
    }
    if (!inSheet) {
      this.around.tally.outsideSheet++;
      return;
    }
    // An ISO date without a date format would show as a bare day count.
    const shown = type === 'd' && (this.around.styles[style] ?? PLAIN_STYLE).numberFormat === 'General' ? raw : null;
    this.add(inline !== null && type !== 's' ? inline : this.value(type, raw), formula, style, shown);
  }

  /** Keeps what was read at the present place, unless it is blank. */
  private add(value: CellValue, ownFormula: string | null, styleIndex: number, shown: string | null): void {
    const { row, column, around } = this;
    const key = cellKey(row, column);
    const formula = ownFormula ?? (this.arrays.size > 0 ? this.arrays.get(key) ?? null : null);
    if (formula !== null && value === null) around.tally.formulasWithoutResult++;
    const note = around.notes.size > 0 ? around.notes.get(key) ?? null : null;
    if (formula === null && note === null && (value === null || value === '')) {
      if (!this.keepStyledBlanks || styleIndex === 0) return;
      this.keptBlanks = true;
    }
    if (note !== null) this.placedNotes.add(key);
    if (key <= this.lastKey) this.disordered = true;
    this.lastKey = key;
    if (++around.tally.cells > around.cellLimit) throw tooMany(around.cellLimit);
    const style = around.styles[styleIndex] ?? PLAIN_STYLE;
    const text = shown ?? this.display(styleIndex).text(value);
    this.cells.push({ row, column, value, text, formula, style, note });
  }

  /** Takes the address; a cell without one stands right of the one before it. False when it lies outside Excel's sheet. */
  private place(ref: string | null): boolean {
    if (ref === null) return ++this.column <= MAX_COLUMN && this.row <= MAX_ROW;
    let column = 0;
    let row = 0;
    for (let i = 0; i < ref.length; i++) {
      const code = ref.charCodeAt(i);
      if (code >= 65 && code <= 90 && row === 0) column = column * 26 + code - 64;
      else if (code >= 97 && code <= 122 && row === 0) column = column * 26 + code - 96;
      else if (code >= 48 && code <= 57) row = row * 10 + code - 48;
      else return false;
    }
    if (column < 1 || column > MAX_COLUMN || row < 1 || row > MAX_ROW) return false;
    this.row = row;
    this.column = column;
    return true;
  }

  private display(index: number): Display {
    const known = this.displays[index];
    if (known) return known;
    const { displays, date1904 } = this.around;
    const style = this.around.styles[index] ?? PLAIN_STYLE;
    const display = displays.get(style.numberFormat) ?? displayFor(style.numberFormat, date1904);
    displays.set(style.numberFormat, display);
    if (index >= 0 && index < 65_536) this.displays[index] = display;
    return display;
  }

  private value(type: string | null, raw: string | null): CellValue {
    // Some programs write no <v> behind a formula whose result is the empty text.
    if (raw === null) return type === 'str' ? '' : null;
    switch (type) {
      case 's':
        return this.sharedStringBy(raw);
      case 'str':
      case 'inlineStr':
        return unescapeText(raw);
      case 'b':
        return raw.trim() === '1' || raw.trim() === 'true';
      case 'e':
        return this.error(raw.trim());
      case 'd':
        return dateSerial(raw, this.around.date1904) ?? raw;
      default:
        return numberOr(raw);
    }
  }

  /** Blank: no text is named, so none is missing. */
  private sharedStringBy(raw: string): string | null {
    return raw.trim() === '' ? null : this.sharedString(Number(raw));
  }

  private sharedString(index: number): string | null {
    const text = this.around.strings[index];
    if (text === undefined) this.around.tally.missingStrings++;
    return text ?? null;
  }

  private error(text: string): CellError {
    const known = this.errors.get(text) ?? { error: text };
    this.errors.set(text, known);
    return known;
  }

  /** The f element just opened → the cell's own formula; null when it has none of its own. */
  private readFormula(): string | null {
    const { xml, row, column } = this;
    const kind = xml.attribute('t');
    if (kind === null || kind === 'normal') return unescapeText(xml.innerText()) || null;
    const ref = xml.attribute('ref');
    const index = xml.attribute('si') ?? '';
    const inputs = kind === 'dataTable' ? [xml.attribute('r1') ?? '', xml.attribute('r2') ?? ''] : [];
    const text = unescapeText(xml.innerText());
    if (kind === 'shared') {
      if (text !== '') {
        this.shared.set(index, { text, row, column });
        return text;
      }
      const master = this.shared.get(index);
      return master ? this.moved(master) : null;
    }
    const whole = kind === 'dataTable' ? `TABLE(${inputs.join(',')})` : text;
    this.rememberArray(ref, whole);
    return whole || null;
  }

  private moved({ text, row, column }: SharedFormula): string {
    this.sharedLength += text.length;
    if (this.sharedLength > MAX_SHARED) throw new PackageError('too-large', '工作簿的公式过多过长，不像是绩效自评表；请只保留要核查的工作表后再试。');
    return moveFormula(text, this.row - row, this.column - column);
  }

  /** Every cell of an array shows its formula, and none may be overwritten alone. */
  private rememberArray(ref: string | null, text: string): void {
    const range = parseRange(ref ?? '');
    if (!range || text === '') return;
    const area = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (area > MAX_ARRAY || this.arrays.size + area > MAX_ARRAY_CELLS) return;
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) this.arrays.set(cellKey(row, column), text);
    }
  }
}
