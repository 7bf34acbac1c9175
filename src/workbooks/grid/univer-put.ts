// Shows what a write has changed: mutations without a command, so that neither Univer's undo nor the user's edits know of them.
import type { ICommandService, Injector, Workbook } from '@univerjs/core';
import { SheetsNoteModel } from '@univerjs/preset-sheets-note';
import type { CellPicture, PictureChange } from './picture';
import { cellOver, noteData, sheetData } from './univer-data';
import { KEY, OURS, shownSheet, type Shown } from './univer-shown';

export interface Put {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: Workbook;
  readonly shown: readonly Shown[];
  /** Univer's name for a new sheet: one that no sheet has had. */
  readonly name: () => string;
}

function putNote({ injector, commands, workbook }: Put, sheet: Shown, cell: CellPicture): void {
  const place = { unitId: workbook.getUnitId(), sheetId: sheet.id, row: cell.row - 1, col: cell.column - 1 };
  const old = injector.get(SheetsNoteModel).getNote(place.unitId, place.sheetId, { row: place.row, col: place.col });
  if ((old?.note ?? null) === cell.note) return;
  if (cell.note === null) commands.syncExecuteCommand('sheet.mutation.remove-note', { ...place, noteId: old?.id }, OURS);
  else commands.syncExecuteCommand('sheet.mutation.update-note', { ...place, note: { ...noteData(cell.row, cell.column, cell.note), ...(old ? { id: old.id } : {}) } }, OURS);
}

function putCells(where: Put, sheet: Shown, cells: readonly CellPicture[], styles: PictureChange['styles']): void {
  if (cells.length === 0) return;
  const matrix: Record<number, Record<number, ReturnType<typeof cellOver>>> = {};
  for (const cell of cells) {
    (matrix[cell.row - 1] ??= {})[cell.column - 1] = cellOver(cell, styles);
    putNote(where, sheet, cell);
    const key = (cell.row - 1) * KEY + cell.column - 1;
    if (cell.formula === null) sheet.results.delete(key);
    else sheet.results.set(key, cell.value);
  }
  where.commands.syncExecuteCommand('sheet.mutation.set-range-values', { unitId: where.workbook.getUnitId(), subUnitId: sheet.id, cellValue: matrix }, OURS);
}

function removeSheet({ commands, workbook }: Put, sheet: Shown, rest: readonly Shown[]): void {
  const unitId = workbook.getUnitId();
  const next = rest.find(({ id }) => Number(workbook.getSheetBySheetId(id)?.isSheetHidden()) === 0);
  if (workbook.getActiveSheet()?.getSheetId() === sheet.id && next) commands.syncExecuteCommand('sheet.operation.set-worksheet-active', { unitId, subUnitId: next.id }, OURS);
  commands.syncExecuteCommand('sheet.mutation.remove-sheet', { unitId, subUnitId: sheet.id, subUnitName: sheet.name }, OURS);
}

/** @returns the sheets that are shown from now on */
export function putChange(where: Put, change: PictureChange): readonly Shown[] {
  const gone = new Set(change.removed);
  let shown = where.shown.filter(({ name }) => !gone.has(name));
  for (const sheet of where.shown) if (gone.has(sheet.name)) removeSheet(where, sheet, shown);
  for (const added of change.added) {
    const id = where.name();
    const sheet = shownSheet(added, id, change.styles);
    shown = [...shown, sheet];
    // As if from elsewhere: the user stays on the sheet where he is. The cells follow, since the new styles are not in the workbook's list.
    const params = { unitId: where.workbook.getUnitId(), index: where.workbook.getSheetSize(), sheet: sheetData({ ...added, cells: [] }, id, change.styles) };
    where.commands.syncExecuteCommand('sheet.mutation.insert-sheet', params, { ...OURS, fromCollab: true });
    putCells(where, sheet, added.cells, change.styles);
  }
  for (const sheet of shown) putCells(where, sheet, change.cells.filter((one) => one.sheet === sheet.name).map(({ cell }) => cell), change.styles);
  return shown;
}
