// Where the user is in the grid: the selected cell, what is said of it, what is being typed there, and being led to another.
import type { Worksheet } from '@univerjs/core';
import { DeviceInputEventType, IEditorBridgeService, SheetsSelectionsService, type ISelectionWithStyle } from '@univerjs/preset-sheets-core';
import { a1 } from '../../model/address';
import type { Area } from './merged-places';
import { painted, type BookInGrid } from './univer-book';
import { stateOf } from './univer-cells';
import { BOOLEAN } from './univer-data';
import { TRUTHS } from './univer-edits';
import { OURS } from './univer-shown';
import type { Standing } from './univer-speech';

/** From 0; `id` is Univer's name for the sheet. */
export interface Place {
  readonly id: string;
  readonly row: number;
  readonly column: number;
}

/** Of merged cells the first. */
export function selectionIn(book: BookInGrid): Place | null {
  const worksheet = book.workbook()?.getActiveSheet();
  const primary = book.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
  return worksheet && primary ? { id: worksheet.getSheetId(), row: primary.isMerged ? primary.startRow : primary.actualRow, column: primary.isMerged ? primary.startColumn : primary.actualColumn } : null;
}

/** What lies within a merged cell is the whole of it, as where it is clicked: Univer's name box leads to E20 behind D20, where filling finds nothing. Changes `params`, since Univer gives no other way. */
export function selectWholeCells(book: BookInGrid, params: object): void {
  const { subUnitId, selections } = params as { readonly subUnitId: string; readonly selections?: readonly ISelectionWithStyle[] };
  const worksheet = book.workbook()?.getSheetBySheetId(subUnitId);
  for (const selection of worksheet ? selections ?? [] : []) {
    const { range } = selection;
    const cell = worksheet!.getCellInfoInMergeData(range.startRow, range.startColumn);
    const { startRow, startColumn, endRow, endColumn } = cell;
    if (!(cell.isMerged || cell.isMergedMainCell) || range.endRow > endRow || range.endColumn > endColumn) continue;
    Object.assign(selection, { range: { ...range, startRow, startColumn, endRow, endColumn }, primary: cell });
  }
}

function isTyping({ injector }: BookInGrid): boolean {
  return injector.get(IEditorBridgeService).isVisible().visible;
}

/** Takes what is being typed as typed; told at once. */
export function finishTypingIn(book: BookInGrid): void {
  const unitId = book.unit();
  if (unitId !== null && isTyping(book)) book.commands.syncExecuteCommand('sheet.operation.set-cell-edit-visible', { visible: false, eventType: DeviceInputEventType.PointerDown, unitId }, OURS);
}

/** As it is painted. */
function textAt(worksheet: Worksheet, row: number, column: number): string {
  const { v, t } = worksheet.getCell(row, column) ?? {};
  return (t as number | null | undefined) === BOOLEAN ? (TRUTHS.has(v) ? 'TRUE' : 'FALSE') : String(v ?? '');
}

/** Null while something is being typed: the editor speaks for itself. */
export function standingIn(book: BookInGrid): Standing | null {
  const worksheet = book.workbook()?.getActiveSheet();
  const place = selectionIn(book);
  const sheet = place && book.sheet(place.id);
  if (!worksheet || !sheet || isTyping(book)) return null;
  const { row, column } = place;
  const one = worksheet.getCellInfoInMergeData(row, column);
  const range = book.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range ?? one;
  // Of whole rows and columns Univer leaves the ends open.
  const [top, left] = [range.startRow || 0, range.startColumn || 0];
  const bottom = Number.isNaN(range.endRow) ? worksheet.getRowCount() - 1 : range.endRow;
  const right = Number.isNaN(range.endColumn) ? worksheet.getColumnCount() - 1 : range.endColumn;
  const isMore = top < one.startRow || left < one.startColumn || bottom > one.endRow || right > one.endColumn;
  const { formula, note } = stateOf(book, { sheet: sheet.id, row, column });
  return {
    sheet: sheet.name, cell: a1(row + 1, column + 1), text: textAt(worksheet, row, column), hasFormula: formula !== null, isLocked: sheet.locks(row, column), note,
    area: isMore ? { from: a1(top + 1, left + 1), to: a1(bottom + 1, right + 1), cells: (bottom - top + 1) * (right - left + 1) } : null,
  };
}

/** Hidden rows and columns of an area of which nothing is seen are opened, in the view alone. */
function openHidden({ commands }: BookInGrid, unitId: string, worksheet: Worksheet, area: Area): void {
  const params = { unitId, subUnitId: worksheet.getSheetId(), ranges: [area] };
  const { startRow, endRow, startColumn, endColumn } = area;
  const isShut = (first: number, last: number, isSeen: (at: number) => boolean): boolean => {
    for (let at = first; at <= last; at++) if (isSeen(at)) return false;
    return true;
  };
  if (isShut(startRow, endRow, (row) => worksheet.getRowVisible(row))) commands.syncExecuteCommand('sheet.mutation.set-row-visible', params, OURS);
  if (isShut(startColumn, endColumn, (column) => worksheet.getColVisible(column))) commands.syncExecuteCommand('sheet.mutation.set-col-visible', params, OURS);
}

/**
 * Opens the sheet (hidden ones, and hidden rows and columns, in the view alone), selects the cell and scrolls to it.
 * @param row from 1, as `column`
 * @returns false when there is no such sheet
 */
export function revealIn(book: BookInGrid, name: string, row: number, column: number): boolean {
  const { commands } = book;
  const workbook = book.workbook();
  const sheet = book.named(name);
  const worksheet = sheet && workbook?.getSheetBySheetId(sheet.id);
  if (!workbook || !sheet || !worksheet) return false;
  const unitId = workbook.getUnitId();
  if (worksheet.isSheetHidden()) commands.syncExecuteCommand('sheet.mutation.set-worksheet-hidden', { unitId, subUnitId: sheet.id, hidden: 0 }, OURS);
  if (workbook.getActiveSheet()?.getSheetId() !== sheet.id) commands.syncExecuteCommand('sheet.operation.set-worksheet-active', { unitId, subUnitId: sheet.id }, OURS);
  const cell = worksheet.getCellInfoInMergeData(row - 1, column - 1);
  openHidden(book, unitId, worksheet, cell);
  const range = { startRow: cell.startRow, endRow: cell.endRow, startColumn: cell.startColumn, endColumn: cell.endColumn };
  commands.syncExecuteCommand('sheet.operation.set-selections', { unitId, subUnitId: sheet.id, selections: [{ range, primary: cell, style: null }] }, OURS);
  void painted().then(() => commands.executeCommand('sheet.command.scroll-to-cell', { range }, OURS));
  return true;
}
