// What is proposed for the real tables, once all of it is written: every formula gives the figure that was promised, and nothing is wrong that was not wrong before.
import { a1, parseA1 } from '../../src/model/address';
import { findingKey, type Finding } from '../../src/model/finding';
import type { Grid } from '../../src/model/grid';
import type { WorkbookReview } from '../../src/model/review';
import { applyToSnapshot } from '../../src/review/apply-to-snapshot';
import { planWorkbook } from '../../src/review/plan-workbook';
import { evaluateFormula, type Surroundings } from '../../src/workbooks/package/formula-evaluate';
import { corpusTables, toSnapshot } from './workbooks';

/** Formulas over the values of one sheet; nested ones are taken by their results, as a plan gives them. */
function valuesOf(grid: Grid): Surroundings {
  const cells = new Map(grid.cells.map((cell) => [a1(cell.row, cell.column), cell]));
  return {
    value: (_, row, column) => cells.get(a1(row, column))?.value ?? null,
    filled: (_, range) => grid.cells.filter(({ row, column, value }) => value !== null && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right),
    whole: () => true,
    name: () => null,
  };
}

const errors = ({ tables }: WorkbookReview): readonly Finding[] => tables.flatMap((table) => table.findings.filter(({ severity }) => severity === 'error'));

test.each(corpusTables().map((table) => [table.id, table] as const))('%s: corrections do what they say', (_, table) => {
  const snapshot = toSnapshot([table], { numbers: 'typed' });
  const plan = planWorkbook(snapshot, {}, { formulas: true, kinds: ['safe', 'review'], marks: false, date: '2024-03-01' });
  const written = applyToSnapshot(snapshot, plan.corrections);
  const broken = plan.corrections.flatMap(({ sheet, cell, formula, value, numberFormat }) => {
    const grid = written.grids.find((one) => one.sheet === sheet);
    if (formula === null || !grid || !parseA1(cell)) return [];
    const result = evaluateFormula(formula.slice(1), sheet, valuesOf(grid));
    const digits = numberFormat?.includes('%') ? 0.00006 : 0.006;
    return typeof result === 'number' && typeof value === 'number' && Math.abs(result - value) < digits ? [] : [`${cell} ${formula} gives ${JSON.stringify(result)} instead of ${String(value)}`];
  });
  expect(broken).toEqual([]);
  const before = new Set(errors(plan.before).map(findingKey));
  // A total written above the list, where some scores are open: right before the others were corrected, and nobody can say now what it is to be.
  expect(errors(plan.after).filter((finding) => !before.has(findingKey(finding)) && !(finding.rule === 'score-total' && finding.expected === null)).map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
});
