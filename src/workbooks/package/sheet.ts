// One worksheet part → Grid: a single pass over its XML.
import type { Range } from '../../model/address';
import { MAX_COLUMN, MAX_ROW, parseRange } from '../../model/address';
import type { Cell, CellStyle, CellValue, Grid } from '../../model/grid';
import { PLAIN_STYLE } from '../../model/grid';
import { CellReader, refuseTooMany } from './cells';
import { codesOf } from './plain-cell';
import type { SheetSurroundings } from './cells';
import { PackageError } from './package-error';
import { END, OPEN, XmlScanner } from './xml';

const MAX_MERGES = 200_000;

interface HiddenColumns {
  readonly from: number;
  readonly to: number;
}

function byAddress(a: Cell, b: Cell): number {
  return a.row - b.row || a.column - b.column;
}

/** Row-major and without doubles, whatever the order in the file; of two cells at one address the later holds, as in Excel. */
export function inOrder(cells: Cell[]): Cell[] {
  const sorted = [...cells].sort(byAddress);
  return sorted.filter((cell, i) => {
    const next = sorted[i + 1];
    return next?.row !== cell.row || next.column !== cell.column;
  });
}

/** Cells for notes that stand at no cell of the file. */
export function leftoverNotes(notes: ReadonlyMap<number, string>, placed: ReadonlySet<number>, style: CellStyle): Cell[] {
  const cells: Cell[] = [];
  for (const [key, note] of notes) {
    if (!placed.has(key)) cells.push({ row: Math.floor(key / 32_768), column: key % 32_768, value: null, text: '', formula: null, style, note });
  }
  return cells;
}

/** Excel hides "all columns to the right" as one element up to XFD; only those in use matter. */
function columnSet(spans: readonly HiddenColumns[], last: number): Set<number> {
  const set = new Set<number>();
  let next = 1;
  // A file may hide the same columns again and again.
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) for (next = Math.max(next, from); next <= Math.min(to, last); next++) set.add(next);
  return set;
}

function isBlank(value: CellValue, formula: string | null): boolean {
  return formula === null && (value === null || value === '');
}

/** Of the row element just opened: its own where it is one of a sheet's, else the one after `before`. */
export function rowNumber(xml: XmlScanner, before: number): number {
  const given = Number(xml.attribute('r') ?? before + 1);
  return Number.isInteger(given) && given >= 1 && given <= MAX_ROW ? given : before + 1;
}

/** The cells as they stand in a grid: in order, notes without a cell among them, blank ones only on a protected sheet or under a note. */
function cellsOf(reader: CellReader, { notes, styles }: SheetSurroundings, isProtected: boolean): Cell[] {
  let { cells } = reader;
  if (reader.keptBlanks && !isProtected) cells = cells.filter((cell) => !isBlank(cell.value, cell.formula) || cell.note !== null);
  const leftover = leftoverNotes(notes, reader.placedNotes, styles[0] ?? PLAIN_STYLE);
  return reader.disordered || leftover.length > 0 ? inOrder(cells.concat(leftover)) : cells;
}

function lastColumn(cells: readonly Cell[]): number {
  let last = 0;
  for (const cell of cells) if (cell.column > last) last = cell.column;
  return last;
}

/**
 * Reads a worksheet.
 * @param source its decoded XML
 * @param bytes the same as stored
 * @param around what the cells need from the rest of the workbook; counts what was met
 * Throws PackageError on damage or when the workbook is too large.
 */
export function readSheet(source: string, bytes: Uint8Array, name: string, visibility: Grid['visibility'], around: SheetSurroundings): Grid {
  refuseTooMany(source, around);
  const xml = new XmlScanner(source);
  // The protection stands behind the cells; whether blank ones matter must be known before.
  const reader = new CellReader(xml, codesOf(source, bytes), around, source.includes('sheetProtection'));
  const merges: Range[] = [];
  const hiddenRows = new Set<number>();
  const hidden: HiddenColumns[] = [];
  let isProtected = false;
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event !== OPEN) continue;
    switch (xml.name) {
      case 'row': {
        const row = rowNumber(xml, reader.rowStarted);
        if (xml.flag('hidden')) hiddenRows.add(row);
        reader.startRow(row);
        reader.readPlainCells();
        break;
      }
      case 'c':
        reader.readCell();
        reader.readPlainCells();
        break;
      case 'mergeCell': {
        const range = parseRange((xml.attribute('ref') ?? '').replaceAll('$', ''));
        if (range) merges.push(range);
        if (merges.length > MAX_MERGES) throw new PackageError('too-large', `工作表“${name}”的合并区域过多，不像是绩效自评表；请只保留要核查的工作表后再试。`);
        break;
      }
      case 'col':
        if (xml.flag('hidden')) hidden.push({ from: Number(xml.attribute('min')) || 1, to: Math.min(MAX_COLUMN, Number(xml.attribute('max'))) });
        break;
      case 'sheetProtection':
        isProtected = xml.flag('sheet');
        break;
      case 'extLst':
      case 'conditionalFormatting':
        xml.skip();
        break;
    }
  }
  const cells = cellsOf(reader, around, isProtected);
  const rowCount = cells.at(-1)?.row ?? 0;
  const columnCount = lastColumn(cells);
  for (const hiddenRow of hiddenRows) if (hiddenRow > rowCount) hiddenRows.delete(hiddenRow);
  return { sheet: name, visibility, cells, merges, rowCount, columnCount, hiddenRows, hiddenColumns: columnSet(hidden, columnCount), protected: isProtected };
}
