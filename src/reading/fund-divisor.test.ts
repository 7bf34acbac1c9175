// Of several budgets, the one that rates or points are of.
import { makeGrid } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';

test('without a column of rates the points tell which of two named budgets they are of', () => {
  const budget = (spent: number, points: number | null, score: number, header = '得分'): unknown => oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', '预算数', '到位数', '全年执行数', points === null ? null : '分值', header], ['年度资金总额', 120, 110, spent, points, score], HEADER, LINE,
  ])).fund?.total?.finalBudget?.text;
  expect([budget(104, 10, 9.45), budget(104, 10, 8.67), budget(104, null, 18.91, '得分（20分*执行率）')]).toEqual(['110', '120', '110']);
  // Full marks are given for many a share.
  expect([budget(104, 10, 10), budget(110, 10, 10)]).toEqual(['120', '120']);
});

test('a rate in whole percent tells which budget it is of as well', () => {
  const budget = (header: string, rate: string | number): unknown => oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', header, '到位数', '全年执行数', '执行率'], ['年度资金总额', 120, 110, 104, rate], HEADER, LINE])).fund?.total?.finalBudget?.text;
  expect([budget('预算数', '95%'), budget('预算数', 0.95), budget('预算数', 95), budget('预算数', '87%'), budget('预算数', '94.00%')]).toEqual(['110', '110', '110', '120', '120']);
  const paired = oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', '预算数', 120, '到位数', 110, '执行数', 104, '执行率', '95%'], HEADER, LINE]));
  expect(paired.fund?.total?.finalBudget?.text).toBe('110');
});
