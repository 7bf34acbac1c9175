import type { WorkbookSnapshot } from '../model/grid';
import type { Content } from '../rules/example';
import { exampleGrid } from '../rules/example';
import { planWorkbook, type WorkbookPlan } from './plan-workbook';

function planOf(cells: Readonly<Record<string, Content>>, formulas: boolean): WorkbookPlan {
  const snapshot: WorkbookSnapshot = { format: 'xlsx', grids: [exampleGrid({ base: 'project', cells })], definedNames: [], remarks: [] };
  return planWorkbook(snapshot, {}, { formulas, kinds: ['safe', 'review'], marks: false, date: '2024-03-01' });
}

const written = (plan: WorkbookPlan): Record<string, unknown> => Object.fromEntries(plan.corrections.map(({ cell, value }) => [cell, value]));
const errors = (plan: WorkbookPlan): readonly string[] => plan.after.tables.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error').map(({ message }) => message));

/** The total is wrong of its own, and once more when the source below makes another rate. */
const TWICE = { F7: 70, E7: 70, I6: null, I20: 97, I5: null };

test('a formula that is planned early has the result that later corrections leave it', () => {
  const [values, formulas] = [planOf(TWICE, false), planOf(TWICE, true)];
  expect(written(formulas)).toEqual(written(values));
  expect(written(formulas)).toMatchObject({ F6: 90, K6: 8.89, I20: 98.89 });
  expect(formulas.corrections.find(({ cell }) => cell === 'I20')?.formula).toBe('=K6+SUM(I13:I19)');
  expect(errors(formulas)).toEqual([]);
});

test('what follows is followed to its end: a source, its line, the total, the rate, the score, the sum, and the one above the table', () => {
  const plan = planOf({
    C7: '一、财政拨款', C8: '其中：1.中央资金', C9: '2.省级资金', E6: 100, E7: 100, E8: 60, E9: 40, F6: 90, F7: 80, F8: 60, F9: 40, G6: 80, G7: 80, G8: 50, G9: 30, A4: '自评得分', C4: 100,
  }, false);
  expect(written(plan)).toMatchObject({ F7: 100, F6: 100, I6: 0.8, K6: 8, I20: 98, C4: 98 });
  expect(errors(plan)).toEqual([]);
});

test('a score in a cell of whole numbers is seen as it was corrected, and the total follows', () => {
  const plan = planOf({ F6: 127.1, F7: 107.1, E6: 127.1, E7: 107.1, G6: 124.88, G7: 104.88, I6: '98.25%', K6: { value: 10, format: '0_ ' }, I20: { value: 100, format: '#,##0' } }, false);
  expect(plan.corrections.map(({ cell, value, numberFormat }) => [cell, value, numberFormat])).toEqual([['K6', 9.83, '0.00_ '], ['I20', 99.83, '#,##0.00']]);
  expect(plan.corrections[0]?.note).toMatch(/^预算执行得分：原填 10，更正为 9\.83\n/);
});

test('a score by formula is right once the rate that it is made of is corrected; one that is made of other cells still waits for somebody', () => {
  const left = (formula: string): readonly string[] => errors(planOf({ G6: 78, G7: 58, I6: { value: 1, format: '0.00%' }, K6: { value: 10, formula }, I20: { value: 100, formula: 'K6+SUM(I13:I19)' } }, false));
  expect(left('ROUND(H6*MIN(1,I6),2)')).toEqual([]);
  expect(left('IF($I$6="","",ROUND($H$6*$I$6,2))')).toEqual([]);
  expect(left('H6*1')).toEqual([expect.stringContaining('预算执行得分应为9.75')]);
});

test.each([
  ['0"分"', '0.00"分"'], ['_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"_ ;_ @_ '], ['0_);[Red]\\(0\\)', '0.00_);[Red]\\(0.00\\)'], ['[蓝色]0.0"0分"', '[蓝色]0.00"0分"'],
  ['0.00"分"', null], ['General', null], ['00', null],
])('a score in a cell of the format %s is seen with its digits, and with all else that the format says', (format, shown) => {
  const plan = planOf({ G6: 78, G7: 58, I6: '97.5%', K6: { value: 10, format }, I20: null }, false);
  expect(plan.corrections.filter(({ cell }) => cell === 'K6').map(({ value, numberFormat }) => [value, numberFormat])).toEqual([[9.75, shown]]);
});
