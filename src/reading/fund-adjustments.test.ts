// Columns that say by how much the budget moved, under the words that offices have for it.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { chooseRubric } from '../rubrics/choose';
import { executionRate } from '../rules/execution-rate';
import { scoreTable } from '../scoring/score-table';

/** What the budget came to: the columns between the label and the spending, the amounts under them and behind, and the rate. */
function budget(headers: readonly string[], amounts: readonly number[], spent: number, rate: string): string | null {
  const lines: readonly Line[] = [['项目资金（万元）', ...headers, '全年执行数', '执行率', '得分'], ['年度资金总额', ...amounts, spent, rate, 9.5]];
  return oneTable(makeGrid([['项目支出绩效自评表'], ...lines, HEADER, LINE])).fund?.total?.finalBudget?.text ?? null;
}

test.each(['调减数', '压减数', '核减数', '压减预算', '财政收回数', '收回资金'])('%s is taken off', (header) => {
  expect(budget(['年初预算数', header], [120, 20], 95, '95%')).toBe('120-20');
});

test.each(['预算增减变动', '变动数', '年中追加', '执行中调整'])('%s is added', (header) => {
  expect(budget(['年初预算数', header], [80, 20], 95, '95%')).toBe('80+20');
});

test('what was taken back because it was not spent had been budget all the same', () => {
  expect(budget(['年初预算数', '收回数'], [100, 5], 95, '95%')).toBeNull();
});

test('carried over, granted and added in one line', () => {
  expect(budget(['上年结转', '年初预算数', '追加数'], [10, 80, 10], 95, '95%')).toBe('90+10');
});

test('rates of lines whose budget moved are not those of January, also where the total was left blank', () => {
  const rates = (header: string, total: Line, moved: number | null): readonly unknown[] => {
    const table = oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', '年初预算数', header, '全年执行数', '执行率'], ['年度资金总额', ...total], ['其中：中央资金', 60, 10, 67, '95.71%'], ['省级资金', 40, moved, 38, '95%'], HEADER, LINE]));
    const { rubric } = chooseRubric(table);
    return [...executionRate.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ cells: [cell] }) => cell);
  };
  for (const header of ['年中追加', '预算调整数']) expect([rates(header, [null, null, null, null], null), rates(header, [100, null, 105, '95.45%'], null), rates(header, [100, null, 105, '100%'], -10)]).toEqual([[], [], ['E3']]);
});
