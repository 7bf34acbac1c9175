import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import type { Table } from '../model/table';
import { chooseRubric } from '../rubrics/choose';
import { scoreTable } from '../scoring/score-table';
import { indicatorScore } from './indicator-score';
import { deductedScores, markedScores, scoreRates, takenOff } from './score-columns';

const table = (name: string, values: readonly (string | number | null)[], total: string | number | null = null): Table => {
  const scores = [10, 9.6, 8, 15, 50];
  const lines: readonly Line[] = [10, 10, 10, 20, 50].map((weight, i) => ['产出', `甲${i}`, '按标准评分', weight, scores[i] ?? null, values[i] ?? null]);
  return oneTable(makeGrid([['部门整体支出绩效自评表'], ['一级指标', '三级指标', '评分标准', '分值', '得分', name], ...lines, ['合计', null, null, 100, 92.6, total]]));
};
const RATES = ['100%', '96%', '80%', '75%', '100%'];
const rates = (values: readonly (string | number | null)[], total: string | null = null): readonly unknown[] => [...scoreRates(table('得分率', values, total))].map(({ cells, expected }) => [cells, expected]);

test('得分率 is score ÷ weight, of the lines and of the whole', () => {
  expect(rates(RATES, '92.6%')).toEqual([]);
  expect(rates(['100%', '86%', '80%', '75%', '100%'])).toEqual([[['F4', 'E4', 'D4'], '96.00%']]);
  expect(rates(RATES, '97.6%')).toEqual([[['F8', 'E8', 'D8'], '92.60%']]);
});

test('a column that means something else, or was hardly filled in, is left alone', () => {
  expect(rates(['10%', '10%', '10%', '20%', '100%'])).toEqual([]);
  expect(rates([null, '86%', '80%', null, null])).toEqual([]);
});

const left = (values: readonly (number | null)[]): readonly unknown[] => [...deductedScores(table('扣分', values))].map(([row, { expected, entry }]) => [row, expected.toString(), entry.cell]);

test('扣分 is what lies between weight and score, below zero or above', () => {
  expect(left([0, 0.4, 2, 5, 0])).toEqual([]);
  expect(left([0, -0.4, -2, -5, 0])).toEqual([]);
  expect(left([0, 0.4, 1, 5, 0])).toEqual([[5, '9', 'F5']]);
  expect(left([0, 9.6, 8, 15, 0])).toEqual([]);
});

const GROUPS = [['产出', '甲', 20, 20], [null, '乙', 20, 18], [null, '丙', 10, 10], ['效益', '丁', 30, 30], ['满意度', '戊', 10, 10], ['管理', '己', 10, 10]] as const;
const grouped = (name: string, values: readonly (string | number | null)[]): Table => oneTable(makeGrid([
  ['部门整体支出绩效自评表'], ['一级指标', '三级指标', '评分标准', '分值', '得分', name],
  ...GROUPS.map(([group, line, weight, score], i): Line => [group, line, '按标准评分', weight, score, values[i] ?? null]),
], ['A3:A5', 'F3:F5']));

test('one figure for the lines of a group is what they make together', () => {
  expect([...scoreRates(grouped('得分率', ['96%', null, null, '100%', '100%', '100%']))]).toEqual([]);
  expect([...scoreRates(grouped('得分率', ['94%', null, null, '100%', '100%', '100%']))].map(({ cells }) => cells[0])).toEqual(['F3']);
  expect([[2, 0, 0, 0], [3, 0, 0, 0]].map(([first = 0, ...rest]) => deductedScores(grouped('扣分', [first, null, null, ...rest])).size)).toEqual([0, 1]);
});

test('a rate may be of the score before it was rounded', () => {
  const scored = (rate: string): readonly unknown[] => [...scoreRates(oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['一级指标', '三级指标', '评分标准', '分值', '得分', '得分率'],
    ...[[3, 2.9, rate], [27, 27, '100%'], [30, 30, '100%'], [40, 40, '100%']].map(([weight, score, told], i): Line => ['产出', `甲${i}`, '按标准评分', weight ?? null, score ?? null, told ?? null]),
  ])))];
  expect([scored('95.24%').length, scored('93.24%').length]).toEqual([0, 1]);
});

const beside = (heads: Line, ...lines: readonly (readonly number[])[]): readonly unknown[] => [...deductedScores(oneTable(makeGrid([
  ['部门整体支出绩效自评表'], ['一级指标', '三级指标', '评分标准', ...heads], ...lines.map((line, i): Line => ['产出', `甲${i}`, '按标准评分', ...line]),
])))].map(([row, { expected }]) => [row, expected.toString()]);

test('扣分 takes no more than the weight, 加分 gives back, and of two scores it may be of either', () => {
  expect(beside(['分值', '扣分', '得分'], [20, 0, 20], [5, 8, 0], [30, 1, 29], [45, 0, 45])).toEqual([]);
  expect(beside(['分值', '扣分', '得分'], [20, 0, 20], [5, 8, 1], [30, 1, 29], [45, 0, 45])).toEqual([[4, '0']]);
  expect(beside(['分值', '加分', '扣分', '得分'], [20, 0, 0, 20], [30, 1, 2, 29], [30, 0, 1, 29], [20, 1, 2, 18])).toEqual([[6, '19']]);
  expect(beside(['分值', '单位自评得分', '主管部门评分', '扣分'], [20, 20, 19, 1], [30, 28, 28, 2], [30, 29, 29, 1], [20, 20, 20, 0])).toEqual([]);
});

test('扣减分数 is taken off a score that was made of target and result', () => {
  const scored = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '扣减分数', '得分', '偏差原因'],
    ['产出指标', '数量指标', '甲', '≥50场', '45场', 20, 1, 17, '闭馆'], ['产出指标', '数量指标', '乙', '≥50场', '45场', 20, 0, 17, '闭馆'], ['效益指标', '社会效益指标', '丙', '≥5场', '5场', 60, 0, 60, null],
  ]));
  expect([...takenOff(scored)].map(([row, points]) => [row, points.toString()])).toEqual([[3, '1'], [4, '0'], [5, '0']]);
  const { rubric } = chooseRubric(scored);
  expect([...indicatorScore.check(scored, { rubric, scorecard: scoreTable(scored, rubric) })].map(({ cells, expected }) => [cells[0], expected])).toEqual([['H4', '18']]);
});

test('marks out of 100 make the score of the weight, in points or as a share', () => {
  const marked = (heads: Line, ...lines: readonly (readonly number[])[]): readonly unknown[] => [...markedScores(oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['一级指标', '三级指标', '评分标准', ...heads], ...lines.map((line, i): Line => ['产出', `甲${i}`, '按标准评分', ...line]),
  ])))].map(([row, { expected }]) => [row, expected.toString()]);
  const POINTS: Line = ['单项指标得分', '权重占比（%）', '单项指标折算得分'];
  expect(marked(POINTS, [100, 25, 25], [90, 30, 27], [95, 35, 33.25], [100, 10, 10])).toEqual([]);
  expect(marked(POINTS, [100, 25, 25], [90, 30, 30], [95, 35, 33.25], [100, 10, 10])).toEqual([[4, '27']]);
  expect(marked(['权重', '评分（百分制）', '加权得分'], [0.3, 100, 30], [0.3, 80, 26], [0.2, 90, 18], [0.2, 95, 19])).toEqual([[4, '24']]);
  // Points in both columns, as most units fill them in.
  expect(marked(POINTS, [25, 25, 6.25], [25, 25, 6.25], [40, 40, 16], [10, 10, 10])).toEqual([]);
});
