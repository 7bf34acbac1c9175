// Values put into a planned form: constants in place of blanks, rows made high enough for them, formulas calculated.
import { a1 } from '../model/address';
import type { PlanCell, SheetPlan } from '../model/sheet-plan';
import { withResults } from '../workbooks/package/plan-results';

export type Values = ReadonlyMap<string, string | number>;

/** Points of a line of 10-point type, and of one Chinese character in it; Latin letters and digits take half. */
const LINE = 13.5;
const CHARACTER = 10;
/** Excel's highest row. */
const HIGHEST = 409;

/** The plan with these values by address; a value takes the place of a formula too. Addresses that the plan does not know are the caller's fault. */
export function filledPlan(plan: SheetPlan, values: Values): SheetPlan {
  const known = new Set(plan.cells.map(({ row, column }) => a1(row, column)));
  for (const cell of values.keys()) if (!known.has(cell)) throw new Error(`the form has no cell ${cell}`);
  const cells = plan.cells.map((cell) => {
    const value = values.get(a1(cell.row, cell.column));
    return value === undefined ? cell : { ...cell, value, formula: null };
  });
  return withResults({ ...plan, cells, rowHeights: heights(plan, cells, values) });
}

function heights(plan: SheetPlan, cells: readonly PlanCell[], values: Values): SheetPlan['rowHeights'] {
  const grown: Record<number, number> = { ...plan.rowHeights };
  for (const { row, column, value, style } of cells) {
    if (!style.wrap || typeof value !== 'string' || !values.has(a1(row, column))) continue;
    const merge = plan.merges.find(({ top, left }) => top === row && left === column);
    const width = plan.columnWidths.slice(column - 1, merge?.right ?? column).reduce((sum, one) => sum + one, 0);
    const lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((lengthOf(line) * CHARACTER) / Math.max(width - 6, CHARACTER))), 0);
    const rows = (merge?.bottom ?? row) - row + 1;
    const needed = Math.min((lines * LINE + 6) / rows, HIGHEST);
    for (let at = row; at < row + rows; at++) grown[at] = Math.max(grown[at] ?? 0, needed);
  }
  return grown;
}

function lengthOf(text: string): number {
  let length = 0;
  for (const letter of text) length += letter > '\u2e7f' ? 1 : 0.55;
  return length;
}
