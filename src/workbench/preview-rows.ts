// A sheet as rows of an HTML table: merged cells as spans, hidden rows and columns left out, and no more rows than a page takes.
import type { Range } from '../model/address';
import type { CellPicture, SheetPicture, SizeRun } from '../workbooks/grid/picture';

export interface PreviewCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Null: blank, without a look of its own. */
  readonly cell: CellPicture | null;
  /** Of merged cells: those that the right and the bottom border are kept with. */
  readonly right: CellPicture | null;
  readonly bottom: CellPicture | null;
}

export interface PreviewRows {
  readonly columns: readonly { readonly column: number; readonly width: number }[];
  readonly rows: readonly { readonly row: number; readonly height: number; readonly cells: readonly PreviewCell[] }[];
  /** The sheet has more rows than these. */
  readonly cut: boolean;
}

export const MOST_ROWS = 300;
const MOST_COLUMNS = 80;
/** A few rows above the one that was asked for. */
const LEAD = 20;

/** The rows of a sheet that hold `around` (its first rows when null). Rows and columns count from 1. */
export function previewRows(sheet: SheetPicture, around: number | null = null): PreviewRows {
  const lastRow = lastOf(sheet, 'row');
  const lastColumn = Math.min(MOST_COLUMNS, lastOf(sheet, 'column'));
  const first = around === null || around <= MOST_ROWS ? 1 : Math.max(1, around - LEAD);
  const sizeOfRow = sizes(sheet.rows, sheet.defaultRowHeight);
  const sizeOfColumn = sizes(sheet.columns, sheet.defaultColumnWidth);
  const columns = upTo(1, lastColumn).flatMap((column) => (sizeOfColumn(column) === null ? [] : [{ column, width: sizeOfColumn(column) ?? 0 }]));
  const shown: number[] = [];
  let row = first;
  for (; row <= lastRow && shown.length < MOST_ROWS; row++) if (sizeOfRow(row) !== null) shown.push(row);

  const cells = new Map(sheet.cells.map((cell) => [cell.row * 16_384 + cell.column, cell]));
  const cellAt = (at: number, column: number): CellPicture | null => cells.get(at * 16_384 + column) ?? null;
  const covered = new Map<string, PreviewCell | null>();
  const [visibleRows, visibleColumns] = [new Set(shown), new Set(columns.map(({ column }) => column))];
  for (const { top, left, bottom, right } of sheet.merges) {
    const inside = { rows: upTo(top, Math.min(bottom, row - 1)).filter((one) => visibleRows.has(one)), columns: upTo(left, Math.min(right, lastColumn)).filter((one) => visibleColumns.has(one)) };
    for (const one of inside.rows) for (const column of inside.columns) covered.set(`${one},${column}`, null);
    // The first visible cell stands for the whole, with what the top left cell holds.
    const [firstRow, firstColumn] = [inside.rows[0], inside.columns[0]];
    if (firstRow !== undefined && firstColumn !== undefined) covered.set(`${firstRow},${firstColumn}`, { row: firstRow, column: firstColumn, rowSpan: inside.rows.length, columnSpan: inside.columns.length, cell: cellAt(top, left), right: cellAt(top, right), bottom: cellAt(bottom, left) });
  }
  return {
    columns,
    rows: shown.map((at) => ({
      row: at, height: sizeOfRow(at) ?? 0,
      cells: columns.flatMap(({ column }) => {
        const merged = covered.get(`${at},${column}`);
        return merged === null ? [] : [merged ?? { row: at, column, rowSpan: 1, columnSpan: 1, cell: cellAt(at, column), right: null, bottom: null }];
      }),
    })),
    cut: first > 1 || row <= lastRow,
  };
}

/** The merged cell that holds this one, or itself. */
export function areaOf({ merges }: SheetPicture, row: number, column: number): Range {
  return merges.find((one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right) ?? { top: row, left: column, bottom: row, right: column };
}

/** The sheet with the rows and columns of a cell of which nothing is seen. */
export function opened(sheet: SheetPicture, row: number, column: number): SheetPicture {
  const { top, left, bottom, right } = areaOf(sheet, row, column);
  const [rows, columns] = [shownRuns(sheet.rows, top, bottom), shownRuns(sheet.columns, left, right)];
  return rows === sheet.rows && columns === sheet.columns ? sheet : { ...sheet, rows, columns };
}

/** The same list where some of them are seen already. */
function shownRuns(runs: readonly SizeRun[], first: number, last: number): readonly SizeRun[] {
  for (let at = first; at <= last; at++) if (runs.find((run) => at >= run.first && at <= run.last)?.hidden !== true) return runs;
  return runs.flatMap((run) => {
    if (run.last < first || run.first > last) return [run];
    const parts = [{ ...run, last: first - 1 }, { ...run, first: Math.max(run.first, first), last: Math.min(run.last, last), hidden: false }, { ...run, first: last + 1 }];
    return parts.filter((part) => part.first <= part.last);
  });
}

function lastOf({ cells, merges }: SheetPicture, what: 'row' | 'column'): number {
  let last = 0;
  for (const cell of cells) last = Math.max(last, cell[what]);
  for (const { bottom, right } of merges) last = Math.max(last, what === 'row' ? bottom : right);
  return last;
}

/** Pixels of a row or column; null when it is hidden. */
function sizes(runs: readonly SizeRun[], usual: number): (at: number) => number | null {
  return (at) => {
    const run = runs.find(({ first, last }) => at >= first && at <= last);
    return run?.hidden === true ? null : (run?.size ?? usual);
  };
}

function upTo(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
