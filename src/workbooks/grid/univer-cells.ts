// What a cell of the grid holds, read from Univer's data.
import type { Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import { SheetsNoteModel } from '@univerjs/preset-sheets-note';
import type { BookInGrid } from './univer-book';
import { colourOf, valueOf, type CellState } from './univer-edits';
import type { TouchedCell } from './univer-touched';

/** Without '='; row and column from 0. */
export function formulaAt({ injector }: BookInGrid, worksheet: Worksheet, row: number, column: number): string | null {
  const cell = worksheet.getCellRaw(row, column);
  if (!cell || (!cell.f && !cell.si)) return null;
  const text = cell.si ? injector.get(FormulaDataModel).getFormulaStringByCell(row, column, worksheet.getSheetId(), worksheet.getUnitId()) : cell.f;
  return text ? text.replace(/^=/, '') : null;
}

export function stateOf(book: BookInGrid, { sheet, row, column }: TouchedCell): CellState {
  const workbook = book.workbook();
  const worksheet = workbook?.getSheetBySheetId(sheet);
  if (!workbook || !worksheet) return { formula: null, value: null, fill: null, numberFormat: 'General', note: null };
  const cell = worksheet.getCellRaw(row, column);
  const style = workbook.getStyles().getStyleByCell(cell);
  const formula = formulaAt(book, worksheet, row, column);
  const note = book.injector.get(SheetsNoteModel).getNote(workbook.getUnitId(), sheet, { row, col: column });
  return { formula, value: valueOf(cell, formula !== null), fill: colourOf(style?.bg?.rgb), numberFormat: style?.n?.pattern ?? 'General', note: note?.note ?? null };
}
