// What a workbook would hold once a plan is written: the next round of the plan is made from it, nothing is written.
import { a1, parseA1 } from '../model/address';
import { PLAIN_STYLE, type Cell, type Grid, type WorkbookSnapshot } from '../model/grid';
import type { PlannedEdit } from '../model/plan';
import { displayed } from './display';

/** A copy of the snapshot with the contents of the edits; marks and notes are left out, because no rule looks at them. */
export function applyToSnapshot(snapshot: WorkbookSnapshot, edits: readonly PlannedEdit[]): WorkbookSnapshot {
  return { ...snapshot, grids: snapshot.grids.map((grid) => applyToGrid(grid, edits.filter((edit) => edit.sheet === grid.sheet))) };
}

function applyToGrid(grid: Grid, edits: readonly PlannedEdit[]): Grid {
  if (edits.length === 0) return grid;
  const cells = new Map(grid.cells.map((cell) => [a1(cell.row, cell.column), cell]));
  for (const edit of edits) {
    const place = parseA1(edit.cell);
    if (place) cells.set(edit.cell, edited(cells.get(edit.cell) ?? blank(place.row, place.column), edit));
  }
  const ordered = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    ...grid,
    cells: ordered,
    rowCount: Math.max(grid.rowCount, ...edits.map((edit) => parseA1(edit.cell)?.row ?? 0)),
    columnCount: Math.max(grid.columnCount, ...edits.map((edit) => parseA1(edit.cell)?.column ?? 0)),
  };
}

function edited(cell: Cell, edit: PlannedEdit): Cell {
  const style = edit.numberFormat === null ? cell.style : { ...cell.style, numberFormat: edit.numberFormat };
  const formula = edit.formula === null ? null : edit.formula.replace(/^=/, '');
  return { ...cell, value: edit.value, text: displayed(edit.value, style.numberFormat), formula, style };
}

function blank(row: number, column: number): Cell {
  return { row, column, value: null, text: '', formula: null, style: PLAIN_STYLE, note: null };
}
