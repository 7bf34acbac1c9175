// Cells of one area of a sheet, merged areas resolved: every address answers with the cell that people see there.
import { columnName, contains, type Range } from '../model/address';
import { hasAny } from '../model/characters';
import { Decimal, decimal } from '../model/decimal';
import { PLAIN_STYLE, type Cell, type Grid } from '../model/grid';
import type { Quantity } from '../model/quantity';
import type { Entry } from '../model/table';
import { readQuantity, UNCOUNTED } from './quantity';
import { compact, isDash, normalise } from './text';

const STRIDE = 16_385;
// No form merges so many cells: such an area is an accident over the whole sheet, and what stands under it is the table.
const NO_FORM = 20_000;
/** Digits of which no binary noise is to be taken off. */
const PLAIN_NUMBER = /^-?\d{1,9}(?:\.\d{1,6})?$/;

/** Signs or words beside a number. */
const isWorded = hasAny('<>=≥≤', [['\u4e00', '\u9fa5']]);

interface Shown {
  readonly text: string;
  readonly notApplicable: boolean;
  readonly quantity: Quantity | null;
}

const BLANK: Shown = { text: '', notApplicable: false, quantity: null };

/** All that is told by a text cell's words. */
function shownWords(raw: string): Shown {
  const text = normalise(raw);
  return text === '' ? BLANK : { text, notApplicable: saysNothing(text), quantity: readQuantity(text) };
}

function saysNothing(text: string): boolean {
  return text === '无' || text === '不适用' || isDash(compact(text));
}

/** A cell's own number, exact as typed. Excel shows 15 significant digits; the rest is binary noise of a formula. */
function shownNumber(value: number, raw: string): Shown {
  // Shown just as it is: nearly every number of a form.
  if (PLAIN_NUMBER.test(raw) && String(value) === raw) {
    const point = raw.indexOf('.');
    const exact = Decimal.written(value, point < 0 ? 0 : raw.length - point - 1);
    return { text: raw, notApplicable: false, quantity: { value: exact, unit: '', scale: 1, operator: null, decimals: exact.decimalPlaces() } };
  }
  const text = normalise(raw);
  if (text === '') return BLANK;
  const notApplicable = saysNothing(text);
  // A date format shows no number: the quantity is what is displayed, if anything.
  if (/[年月日]|\d[-/]\d|[A-Za-z]{3}-\d|\d-[A-Za-z]{3}/.test(text)) return { text, notApplicable, quantity: readQuantity(raw) };
  if (Math.abs(value) >= UNCOUNTED) return { text, notApplicable, quantity: null };
  // ≤200件 and 90%以上 may come from the number format: what is shown beside the figure is meant as if it had been typed.
  const told = isWorded(text) ? readQuantity(text) : null;
  const percent = text.endsWith('%') || told?.unit === '%';
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const exact = decimal(Number(value.toPrecision(15)));
  return { text, notApplicable, quantity: { value: percent ? exact.times(100) : exact, unit: percent ? '%' : '', scale: 1, operator: told?.operator ?? null, decimals } };
}

function shownIn(cell: Cell | undefined): Shown {
  if (!cell) return BLANK;
  if (typeof cell.value === 'string') return shownWords(cell.text);
  if (typeof cell.value === 'number') return shownNumber(cell.value, cell.text);
  const text = normalise(cell.text);
  return { text, notApplicable: text !== '' && saysNothing(text), quantity: null };
}

/** One row of the area, by column from its left edge: plain arrays, since every cell of a form is looked at from many sides. */
class Line {
  readonly cells: (Cell | undefined)[];
  readonly entries: (Entry | undefined)[];
  /** The merged area that each address belongs to; null in a row that no area touches. */
  areas: (Range | undefined)[] | null = null;
  readonly merges: Range[] = [];
  starting: readonly Entry[] | null = null;

  constructor(width: number) {
    this.cells = new Array<Cell | undefined>(width).fill(undefined);
    this.entries = new Array<Entry | undefined>(width).fill(undefined);
  }
}

const NONE: readonly Entry[] = [];

function entryOf(row: number, column: number, cell: Cell | undefined): Entry {
  const { text, notApplicable, quantity } = shownIn(cell);
  const style = cell?.style ?? PLAIN_STYLE;
  return {
    cell: (COLUMNS[column] ?? columnName(column)) + String(row), row, column, raw: cell?.text ?? '', text,
    // A formula that was never calculated shows nothing, yet the cell is not blank: what it will say is unknown.
    filled: text !== '' || ((cell?.formula ?? null) !== null && cell?.value !== ''), value: cell?.value ?? null, formula: cell?.formula ?? null,
    numberFormat: style.numberFormat, locked: style.locked, notApplicable, quantity,
  };
}

/** Names of the columns that forms have. */
const COLUMNS = Array.from({ length: 64 }, (_, column) => columnName(column));

export class Lattice {
  readonly range: Range;
  readonly #width: number;
  readonly #lines: (Line | undefined)[] = [];
  readonly #hiddenRows: ReadonlySet<number>;
  /** Merged areas and entries that start outside the area: a merge may reach into it. */
  readonly #outside = new Map<number, Range>();
  readonly #strangers = new Map<number, Entry>();
  #filled: readonly Entry[] | null = null;

  /** `cells` may be all cells of the sheet; those outside the range are passed over. */
  constructor(grid: Grid, range: Range, cells: readonly Cell[] = grid.cells) {
    this.range = range;
    this.#width = range.right - range.left + 1;
    this.#hiddenRows = grid.hiddenRows;
    for (const cell of cells) if (contains(range, cell.row, cell.column)) this.#line(cell.row).cells[cell.column - range.left] = cell;
    const merges = grid.merges.filter((merge) =>
      (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) <= NO_FORM && merge.top <= range.bottom && merge.bottom >= range.top && merge.left <= range.right);
    for (const merge of merges) this.#lay(merge);
    // Where files hold overlapping merges, the first covers the others, but a cell that starts one belongs to that one.
    for (const merge of merges) {
      if (contains(range, merge.top, merge.left)) this.#areas(merge.top)[merge.left - range.left] = merge;
      else this.#outside.set(merge.top * STRIDE + merge.left, merge);
    }
  }

  #line(row: number): Line {
    return (this.#lines[row - this.range.top] ??= new Line(this.#width));
  }

  #areas(row: number): (Range | undefined)[] {
    return (this.#line(row).areas ??= new Array<Range | undefined>(this.#width).fill(undefined));
  }

  #lay(merge: Range): void {
    const { top, left, bottom, right } = this.range;
    for (let row = Math.max(merge.top, top); row <= Math.min(merge.bottom, bottom); row++) {
      this.#line(row).merges.push(merge);
      const areas = this.#areas(row);
      for (let column = Math.max(merge.left, left); column <= Math.min(merge.right, right); column++) areas[column - left] ??= merge;
    }
  }

  #merged(row: number, column: number): Range | undefined {
    const line = this.#lines[row - this.range.top];
    const at = column - this.range.left;
    if (line && at >= 0 && at < this.#width) return line.areas?.[at];
    return this.#outside.get(row * STRIDE + column) ?? line?.merges.find((merge) => column >= merge.left && column <= merge.right);
  }

  /** The merged area an address belongs to, or the address alone. */
  area(row: number, column: number): Range {
    return this.#merged(row, column) ?? { top: row, left: column, bottom: row, right: column };
  }

  /** The entry seen at an address; one that is not filled where the area is blank. */
  at(row: number, column: number): Entry {
    const merged = this.#merged(row, column);
    return merged ? this.#entry(merged.top, merged.left) : this.#entry(row, column);
  }

  #entry(row: number, column: number): Entry {
    if (!contains(this.range, row, column)) {
      const key = row * STRIDE + column;
      const stranger = this.#strangers.get(key) ?? entryOf(row, column, undefined);
      this.#strangers.set(key, stranger);
      return stranger;
    }
    const line = this.#line(row);
    const at = column - this.range.left;
    return (line.entries[at] ??= entryOf(row, column, line.cells[at]));
  }

  /** Filled entries whose area starts in this row, from left to right. */
  starting(row: number): readonly Entry[] {
    const line = this.#lines[row - this.range.top];
    if (!line) return NONE;
    return (line.starting ??= this.#startingIn(line, row));
  }

  #startingIn(line: Line, row: number): readonly Entry[] {
    const found: Entry[] = [];
    for (let at = 0; at < this.#width; at++) {
      if (line.cells[at] === undefined) continue;
      const column = at + this.range.left;
      const area = line.areas?.[at];
      if (area && (area.top !== row || area.left !== column)) continue;
      const entry = this.#entry(row, column);
      if (entry.filled) found.push(entry);
    }
    return found;
  }

  /** Filled entries that touch this row, from left to right, each once. */
  touching(row: number): readonly Entry[] {
    const found: Entry[] = [];
    const { left, right } = this.range;
    let last = '';
    for (let column = left; column <= right; column++) {
      const area = this.area(row, column);
      const entry = this.#entry(area.top, area.left);
      if (entry.filled && entry.cell !== last) found.push(entry);
      last = entry.cell;
      column = Math.max(column, Math.min(area.right, right));
    }
    return found;
  }

  isHidden(row: number): boolean {
    return this.#hiddenRows.has(row);
  }

  areaOf(entry: Entry): Range {
    return this.area(entry.row, entry.column);
  }

  /** True when some merged area other than a single cell starts in this row inside the columns given: the row was laid out as a line of the form. */
  laidOut(row: number, left: number, right: number): boolean {
    return (this.#lines[row - this.range.top]?.merges ?? []).some((merge) => merge.top === row && merge.bottom === row && merge.left >= left && merge.right <= right);
  }

  /** Every filled entry, in reading order. */
  filled(): readonly Entry[] {
    if (this.#filled) return this.#filled;
    const all: Entry[] = [];
    for (let row = this.range.top; row <= this.range.bottom; row++) for (const entry of this.starting(row)) all.push(entry);
    this.#filled = all;
    return all;
  }
}
