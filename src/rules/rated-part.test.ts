// Rate, points and score on the line of one source (其中：财政拨款), under a total with nothing but amounts: the form that Chongqing's system prints.
import { makeGrid, type Line } from '../../test/make-grid';
import { reviewWorkbook } from '../review/review-workbook';

const HEAD: Line = [null, '年初预算数', '全年（调整）预算数', '全年执行数', '执行率', '执行率权重', '执行率得分'];
const LIST: readonly Line[] = [
  ['指标名称', '计量单位', '指标性质', '指标值', '指标权重（分）', '全年完成值', '指标得分（分）'],
  ['科普活动次数', '次', '≥', 6, 30, 6, 30], ['接待游客', '万人', '≥', 2, 30, 2.3, 30], ['群众满意度', '%', '≥', 95, 30, 96, 30],
];
const review = (total: number, ...fund: readonly Line[]) => reviewWorkbook({
  format: 'xlsx', definedNames: [], remarks: [],
  grids: [makeGrid([['2024年度部门整体绩效自评表'], ['主管部门', '重庆市某县科学技术协会', null, null, null, '自评总分', total], ['资金情况（元）'], HEAD, ...fund, ['绩效指标'], ...LIST])],
}).tables[0];
const told = (total: number, ...fund: readonly Line[]): readonly string[] => (review(total, ...fund)?.findings ?? [])
  .map(({ rule, cells, correction }) => `${rule} ${cells[0] ?? ''} ${JSON.stringify(correction?.edits.map(({ value, formula }) => formula ?? value) ?? null)}`);
const WHOLE: Line = ['年度总金额', 4764453.11, 4764453.11, 4614453.11];
const SOURCE = (rate: number | null, score: number | null): Line => ['其中：财政拨款', 4764453.11, 4764453.11, 4614453.11, rate, 10, score];
const BUDGET: Line = ['一般公共预算', 4764453.11, 4764453.11, 4614453.11, 96.85];

test('the score of the source is the block\'s', () => {
  expect(told(99.68, WHOLE, SOURCE(96.85, 9.68), BUDGET)).toEqual([]);
  expect(review(99.68, WHOLE, SOURCE(96.85, 9.68), BUDGET)?.scorecard.items.map(({ cell, claimed }) => `${cell} ${String(claimed)}`)).toEqual(['G6 9.68', 'G10 30', 'G11 30', 'G12 30']);
});

test('it is held to the rate of its own line', () => {
  expect(told(98.68, WHOLE, SOURCE(96.85, 8.68), BUDGET)).toEqual(['execution-score G6 ["=ROUND(F6*MIN(1,D6/C6),2)"]']);
  expect(told(99.8, ['年度总金额', 1000, 1000, 950], ['其中：财政拨款', 500, 500, 490, 98, 10, 9.8], ['其他资金', 500, 500, 460])).toEqual([]);
  expect(told(99.5, ['年度总金额', 1000, 1000, 950], ['其中：财政拨款', 500, 500, 490, 98, 10, 9.5], ['其他资金', 500, 500, 460])).toContain('execution-score G6 ["=ROUND(F6*MIN(1,D6/C6),2)"]');
});

test('a total that does not count it, and a rate that is none of the line\'s amounts', () => {
  expect(told(98, WHOLE, SOURCE(96.85, 9.68), BUDGET)).toEqual(['score-total G2 [99.68]']);
  expect(told(99.69, WHOLE, SOURCE(86.85, 9.69), BUDGET)).toEqual(['execution-rate E6 ["=ROUND(D6/C6*100,2)"]']);
});

test('a score or a rate that was left out is missed where it belongs', () => {
  expect(told(99.69, WHOLE, SOURCE(null, 9.69), BUDGET)).toEqual(['missing-field E6 ["=D6/C6"]']);
  expect(told(90, WHOLE, SOURCE(96.85, null), BUDGET)).toContain('missing-field G6 [9.69]');
});

test('points of several sources, or a rate of the total, leave the total line as it is', () => {
  const cell = (...fund: readonly Line[]): unknown => review(99, ...fund)?.scorecard.items[0]?.cell;
  expect(cell(['年度总金额', 1000, 1000, 950, '95%', null, null], ['其中：财政拨款', 500, 500, 490, 98, 10, 9.8], ['其他资金', 500, 500, 460])).toBe('G5');
  expect(cell(['年度总金额', 1000, 1000, 950], ['其中：财政拨款', 500, 500, 490, 98, 5, 4.9], ['其他资金', 500, 500, 460, 92, 5, 4.6])).toBe('G5');
});
