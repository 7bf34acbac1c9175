// Results that nobody calculated: programs that write formulas put a filler where the result belongs, and leave the calculating to Excel, which does it as it opens the file.
import type { Cell, DefinedName, Grid } from '../../model/grid';
import { answerOf, GridCells, MAX_FORMULAS } from './stale-results';

/** Cells of rates, scores, totals and grades hang on each other in a row no longer than this. */
const ROUNDS = 8;

export interface Calculated {
  readonly grids: readonly Grid[];
  /** Formulas whose results were left out. */
  readonly leftOut: number;
}

interface Filled {
  readonly grid: Grid;
  readonly cell: Cell;
  readonly formula: string;
  readonly kept: number;
}

/** Whether every number that a formula gives is one and the same filler; most files tell otherwise by their first formulas. */
function haveOneFiller(grids: readonly Grid[], fillers: readonly number[]): boolean {
  let first: number | null = null;
  for (const { cells } of grids) {
    for (const { formula, value } of cells) {
      if (formula === null || typeof value !== 'number') continue;
      first ??= value;
      if (value !== first || !fillers.includes(value)) return false;
    }
  }
  return first !== null;
}

function filledIn(grids: readonly Grid[]): Filled[] {
  return grids.flatMap((grid) => grid.cells.flatMap((cell) => (cell.formula !== null && typeof cell.value === 'number' ? [{ grid, cell, formula: cell.formula, kept: cell.value }] : [])));
}

/** Formulas whose results are not to be taken for what the file's reader sees. */
function unknownAmong(filled: readonly Filled[], grids: readonly Grid[], names: readonly DefinedName[], mayBeFillers: boolean): ReadonlySet<Cell> {
  const unknown = new Set<Cell>();
  for (let round = 0, before = -1; round < ROUNDS && before < unknown.size; round++) {
    before = unknown.size;
    const cells = new GridCells(grids, names, unknown);
    for (const { grid, cell, formula, kept } of filled) {
      if (unknown.has(cell)) continue;
      cells.metUnknown = false;
      const answer = answerOf(formula, kept, grid.sheet, cells);
      const wrong = typeof answer === 'number' || (answer === 'other' && mayBeFillers);
      // Of fillers what nobody can calculate here is no result either, once one of them is known to be one.
      if (wrong || (answer === 'nobody' && (cells.metUnknown || (mayBeFillers && round > 0)))) unknown.add(cell);
    }
  }
  return unknown;
}

export function withoutResultRemark(formulas: number): string {
  return `有 ${formulas} 个公式没有计算结果（文件由程序生成，尚未重新计算）；请用 Excel 或 WPS 打开并保存后再核查。`;
}

/**
 * Leaves out the results that the formulas do not give by what they read, where the spreadsheet calculates before it shows them.
 * @param onLoad the workbook asks to be calculated when it is opened
 * @param fillers where all formulas have one of these as their result, nobody has calculated them
 */
export function withoutFillers(grids: readonly Grid[], names: readonly DefinedName[], onLoad: boolean, fillers: readonly number[]): Calculated {
  const mayBeFillers = haveOneFiller(grids, fillers);
  if (!mayBeFillers && !onLoad) return { grids, leftOut: 0 };
  const filled = filledIn(grids);
  if (filled.length > MAX_FORMULAS) return { grids, leftOut: 0 };
  const unknown = unknownAmong(filled, grids, names, mayBeFillers);
  if (unknown.size === 0) return { grids, leftOut: 0 };
  const blank = (cell: Cell): Cell => (unknown.has(cell) ? { ...cell, value: null, text: '' } : cell);
  return { grids: grids.map((grid) => ({ ...grid, cells: grid.cells.map(blank) })), leftOut: unknown.size };
}
