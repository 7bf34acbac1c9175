// Columns that say by how much the budget moved, under the words that offices have for it.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';

/** What the budget came to: the columns between the label and the spending, the amounts under them and behind, and the rate. */
function budget(headers: readonly string[], amounts: readonly number[], spent: number, rate: string): string | null {
  const lines: readonly Line[] = [['项目资金（万元）', ...headers, '全年执行数', '执行率', '得分'], ['年度资金总额', ...amounts, spent, rate, 9.5]];
  return oneTable(makeGrid([['项目支出绩效自评表'], ...lines, HEADER, LINE])).fund?.total?.finalBudget?.text ?? null;
}

test.each(['调减数', '压减数', '核减数', '压减预算', '财政收回数', '收回资金'])('%s is taken off', (header) => {
  expect(budget(['年初预算数', header], [120, 20], 95, '95%')).toBe('120-20');
});

test.each(['预算增减变动', '变动数', '年中追加'])('%s is added', (header) => {
  expect(budget(['年初预算数', header], [80, 20], 95, '95%')).toBe('80+20');
});

test('what was taken back because it was not spent had been budget all the same', () => {
  expect(budget(['年初预算数', '收回数'], [100, 5], 95, '95%')).toBeNull();
});

test('carried over, granted and added in one line', () => {
  expect(budget(['上年结转', '年初预算数', '追加数'], [10, 80, 10], 95, '95%')).toBe('90+10');
});
