// The active sheet as the host page draws it: only what a screenshot needs.
import { columnName, contains } from '../../../src/model/address';
import { columnsIn, rowsIn, sheetPrefix } from '../../excel-host/references';
import { SheetModel } from '../../excel-host/sheet-model';
import type { WorkbookModel } from '../../excel-host/workbook-model';

export interface CellView {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly fill: string | null;
  readonly note: string | null;
  readonly rows: number;
  readonly columns: number;
  readonly number: boolean;
}

export interface GridView {
  readonly book: string;
  readonly sheets: readonly string[];
  readonly active: string;
  readonly columns: readonly { readonly index: number; readonly name: string }[];
  readonly rows: readonly { readonly index: number; readonly cells: readonly CellView[] }[];
  /** First cell of the selection. */
  readonly selected: { readonly row: number; readonly column: number } | null;
  readonly selectedText: string;
  readonly formula: string;
}

const MOST_ROWS = 200;
const MOST_COLUMNS = 30;
const ROOM = 3;

function cellView(model: WorkbookModel, sheet: SheetModel, row: number, column: number): CellView | null {
  const merge = sheet.merges.find((one) => contains(one, row, column));
  if (merge && (merge.top !== row || merge.left !== column)) return null;
  const cell = sheet.at(row, column);
  const comment = model.comments.find((one) => one.sheet === sheet && one.row === row && one.column === column);
  return {
    row, column, text: sheet.textAt(row, column), fill: cell?.fill ?? null, note: sheet.notes.get(SheetModel.key(row, column))?.content ?? comment?.content ?? null,
    rows: merge ? rowsIn(merge) : 1, columns: merge ? columnsIn(merge) : 1, number: typeof cell?.value === 'number',
  };
}

export function gridView(model: WorkbookModel): GridView {
  model.settle();
  const sheet = model.active;
  const used = sheet.used(false);
  const lastRow = Math.min((used?.bottom ?? 0) + ROOM, MOST_ROWS);
  const lastColumn = Math.min((used?.right ?? 0) + ROOM, MOST_COLUMNS);
  const columns = Array.from({ length: lastColumn }, (_, i) => i + 1).filter((column) => !sheet.hiddenColumns.has(column));
  const rows = Array.from({ length: lastRow }, (_, i) => i + 1).filter((row) => !sheet.hiddenRows.has(row));
  const range = model.selection?.sheet === sheet ? model.selection.range : null;
  const cell = range ? sheet.at(range.top, range.left) : undefined;
  return {
    book: model.name,
    sheets: model.sheets.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name),
    active: sheet.name,
    columns: columns.map((index) => ({ index, name: columnName(index) })),
    rows: rows.map((index) => ({ index, cells: columns.flatMap((column) => cellView(model, sheet, index, column) ?? []) })),
    selected: range ? { row: range.top, column: range.left } : null,
    selectedText: range ? `${sheetPrefix(sheet.name)}!${columnName(range.left)}${range.top}` : '',
    formula: cell?.formula ?? (range ? String(sheet.valueAt(range.top, range.left)) : ''),
  };
}
