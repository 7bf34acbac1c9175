// Amounts beside their labels: what names them, what they are made of and the unit they are written with.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import type { FundRow } from '../model/table';

const figures = (row: FundRow | null | undefined): unknown => row && [row.originalBudget, row.finalBudget, row.actualSpending, row.executionRate].map((entry) => entry?.text ?? null);

test('转移支付预算数 over 转移支付执行数, with the rate merged down beside both', () => {
  const { fund } = oneTable(makeGrid([['转移支付区域绩效目标自评表'], ['预算执行情况（万元）', '转移支付预算数（A）', '6.2万', '预算执行率（B/A）', '100%'], [null, '转移支付执行数（B）', '6.2万'], HEADER, LINE], ['A2:A3', 'D2:D3', 'E2:E3']));
  expect([fund?.unit, figures(fund?.total)]).toEqual(['万元', [null, '6.2万', '6.2万', '100%']]);
});

test('amounts without a unit have that of a source that tells the same figure with it', () => {
  const unitOf = (budget: number, source: string): unknown => oneTable(makeGrid([['补助资金绩效目标自评表'], ['预算执行情况', '预算数：', budget, '执行数：', budget], [null, '其中：中央补助', source, '其中：中央补助', source], HEADER, LINE], ['A2:A3'])).fund?.unit ?? null;
  expect([unitOf(2.38, '2.38万元'), unitOf(23800, '2.38万元')]).toEqual(['万元', null]);
});

test('预算数 of a form of targets is made of the sources in its line', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效目标表'], ['项目名称', '档案修缮'], ['预算规模及资金用途', '预算数', 24, '其中：财政资金', 20, '其他资金', 4], [null, '用于库房修缮'],
    ['一级指标', '二级指标', '三级指标', '指标值'], ['产出指标', '数量指标', '修缮面积', '≥400平方米'],
  ] satisfies readonly Line[], ['A3:A4']));
  expect([fund?.total?.originalBudget?.cell, fund?.parts.map(({ name, originalBudget }) => [name, originalBudget?.text])]).toEqual(['C3', [['财政资金', '20'], ['其他资金', '4']]]);
});

test('a blank behind 执行数： is not filled from further right where the line below has its figure nearer', () => {
  const spendingOf = (spent: number | null, gap: readonly null[] = []): unknown => {
    const { fund } = oneTable(makeGrid([
      ['补助资金绩效目标自评表'], ['预算执行情况（万元）', '预算数：', ...gap, 5.4, '执行数：', ...gap, spent, 20], [null, '其中：中央补助', ...gap, 5.4, '其中：中央补助', ...gap, 5.4], HEADER, LINE,
    ], ['A2:A3']));
    return fund?.total?.actualSpending?.text ?? null;
  };
  expect([spendingOf(5.4), spendingOf(null), spendingOf(5.4, [null])]).toEqual(['5.4', '', '5.4']);
});

test('of several budgets the rate behind them or below tells by which it divides', () => {
  const block = (...lines: readonly Line[]): unknown => figures(oneTable(makeGrid([['项目支出绩效自评表'], ...lines, HEADER, LINE])).fund?.total);
  const budgetOf = (rate: string): unknown => block(['项目资金（万元）', '预算数', 120, '到位数', 110, '执行数', 105, '执行率', rate]);
  expect([budgetOf('95.45%'), budgetOf('87.5%'), budgetOf('59.45%')]).toEqual([[null, '110', '105', '95.45%'], [null, '120', '105', '87.5%'], [null, '120', '105', '59.45%']]);
  expect(block(['项目资金（万元）', '预算数', 120, '到位数', 110, '执行数', 105], ['其中：财政拨款', null, 120, null, 110, null, 105], ['预算执行率', '95.45%', '得分', 9.5])).toEqual([null, '110', '105', '95.45%']);
});

test('without a rate the score tells it, of points beside it, in the label of the block or of the usual 10', () => {
  const budgetOf = (side: string, score: number, points: Line, ...below: readonly Line[]): unknown => oneTable(makeGrid([['项目支出绩效自评表'], [side, '预算数', 120, '到位数', 110, '执行数', 104, ...points, ...(below.length > 0 ? [] : ['得分', score])], ...below, HEADER, LINE])).fund?.total?.finalBudget?.text;
  expect([budgetOf('资金（万元）', 18.91, ['分值', 20]), budgetOf('资金（20分）', 18.91, []), budgetOf('资金（万元）', 9.45, []), budgetOf('资金（万元）', 8.67, [])]).toEqual(['110', '110', '110', '120']);
  expect(budgetOf('资金（万元）', 0, [], [null, '分值', 10, '得分', 9.45])).toBe('110');
});

test('其中-财政拨款 is 财政拨款', () => {
  const { fund } = oneTable(makeGrid([['项目绩效目标完成情况自评表'], ['预算执行情况（万元）', '预算数：', 100, '执行数：', 100], [null, '其中-财政拨款：', 90, '其中-财政拨款：', 90], [null, '其它资金：', 10, '其它资金：', 10], HEADER, LINE], ['A2:A4']));
  expect(fund?.parts.map(({ name }) => name)).toEqual(['财政拨款', '其它资金']);
});
