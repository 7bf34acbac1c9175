import { parseA1 } from '../model/address';
import { FORMS } from './catalogue';
import { filledPlan } from './fill';
import { blankTemplate } from './templates';

test.each(FORMS.filter(({ kind }) => kind !== 'base-data').map(({ id }) => [id] as const))('%s: a target in words is wrapped in its column, and its row grows with it', (id) => {
  const { plan, slots } = blankTemplate(id);
  const target = slots.indicators.flatMap(({ cells }) => cells.target ?? [])[0] ?? '';
  const { row, column } = parseA1(target) ?? { row: 0, column: 0 };
  const filled = filledPlan(plan, new Map([[target, '2023年12月31日前全部完成并通过验收']]));
  expect(filled.cells.find((cell) => cell.row === row && cell.column === column)?.style.wrap).toBe(true);
  expect(filled.rowHeights[row]).toBeGreaterThan(plan.rowHeights[row] ?? 0);
});
