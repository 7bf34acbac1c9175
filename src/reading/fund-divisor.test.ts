// Of several budgets, the one that rates or points are of.
import { makeGrid, type Line } from '../../test/make-grid';
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

test('where a slip leaves the rate with no budget, the word tells which is the year’s, and what was spent under a word of its own is known by the rate or that word', () => {
  const block = (head: readonly string[], amounts: Line): unknown => {
    const total = oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', ...head, '执行率'], ['年度资金总额', ...amounts], HEADER, LINE])).fund?.total;
    return [total?.originalBudget?.cell, total?.finalBudget?.cell, total?.actualSpending?.cell];
  };
  for (const word of ['资金总额', '项目总预算', '预算规模', '全年指标数', '年中调整数']) expect(block(['年初预算数', word, '全年执行数'], [100, 80, 76, '97%'])).toEqual(['B3', 'C3', 'D3']);
  expect(block(['年初预算数', '上级拨款', '全年执行数'], [100, 80, 76, '97%'])).toEqual(['B3', undefined, 'D3']);
  expect([block(['全年预算数', '实际完成投资'], [80, 76, '95%']), block(['全年预算数', '国库集中支付数'], [80, 76, '97%']), block(['全年预算数', '某数'], [80, 76, '97%'])]).toEqual([[undefined, 'B3', 'C3'], [undefined, 'B3', 'C3'], [undefined, 'B3', undefined]]);
});

test('the score of the execution may be called as the list calls its own', () => {
  const scoreUnder = (header: string): unknown => oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', '全年预算数', '全年执行数', '分值', '执行率', header], ['年度资金总额', 80, 76, 10, '95%', 9.5], HEADER, LINE])).fund?.total?.score?.text;
  expect(['最终得分', '评价得分', '自评分值', '得分=执行率*10'].map(scoreUnder)).toEqual(['9.5', '9.5', '9.5', '9.5']);
});

test('of two budgets that by which all lines but one divide counts: the rates of the others are not wrong for a slip', () => {
  const divided = (first: readonly number[], rate = '96.55%'): string | undefined => oneTable(makeGrid([
    ['项目支出绩效自评表'], ['资金来源', '预算金额', '到位金额', '支出金额', '支出率'],
    ['中央投资', first[0] ?? null, first[1] ?? null, 179.58, rate], ['地方配套', 62, 55.8, 55.8, '100%'], ['自筹资金', 12, 12, 12, '100%'], ['合计', 260, 253.8, 247.38, '97.47%'], HEADER, LINE,
  ])).fund?.headers.finalBudget?.cell;
  expect([divided([186, 186]), divided([186, 168]), divided([186, 186], '69.55%')]).toEqual(['C2', 'C2', 'C2']);
});
