import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { exampleGrid } from './example';
import { otherScores, othersAboveWeight, scoreDifferences } from './other-scores';

const HEAD: Line = ['一级指标', '三级指标', '指标值', '完成值', '分值', '自评得分'];
const told = (name: string, points: readonly [number | null, number | null, number | null], total: number | null, above: readonly Line[] = []): readonly unknown[] => [...otherScores(oneTable(makeGrid([
  ['2024年度项目支出绩效自评表'], ...above, [...HEAD, name],
  ['产出', '甲', '≥3个', '3个', 40, 40, points[0]], ['效益', '乙', '≥3个', '3个', 40, 40, points[1]], ['满意度', '丙', '≥90%', '95%', 20, 20, points[2]], ['总分', null, null, null, 100, 100, total],
])))].map(({ cells, expected, received, severity }) => [cells, expected, received, severity]);

test.each(['复核得分', '主管部门复核得分', '财政评价得分', '复核分', '专家一', '专家2', '平均分', '扣分', '第三方评价'])('the total of %s is the sum of the lines', (name) => {
  expect(told(name, [40, 38, 18], 98)).toEqual([[['G6'], '96', '98', 'verify']]);
  expect(told(name, [40, 38, 18], 96)).toEqual([]);
});

test('points that show fewer digits than they have are added up as they are shown', () => {
  const shown = { value: 9.8343, format: '0.00' };
  const total = (sum: number): readonly unknown[] => [...otherScores(oneTable(exampleGrid({ base: 'project', cells: { J12: '复核得分', J13: 20, J14: shown, J15: shown, J16: shown, J17: 15, J18: 15, J19: shown, J20: sum } })))].map(({ cells }) => cells);
  expect([total(89.32), total(89.34), total(89.25)]).toEqual([[], [], [['J20']]]);
});

test('a column that was filled in part, has no total, holds other figures or another name is left alone', () => {
  expect([told('复核得分', [40, null, 18], 98), told('复核得分', [40, 38, 18], null), told('复核得分', [100, 95, 90], 98), told('差异', [0, 2, 2], 5)]).toEqual([[], [], [], []]);
});

test('what the execution got may be in the total', () => {
  const fund = (other: string): readonly Line[] => [['资金', '预算数', '执行数', '执行率', '分值', '得分', other], ['资金总额', 50, 49, '98%', 10, 9.8, 9.6]];
  expect([105.6, 101, 108].map((total) => told('复核得分', [40, 38, 18], total, fund('备注')))).toEqual([[], [], [[['G8'], '96', '108', 'verify']]]);
  // Where the same people gave the execution points of its own, it is these.
  expect([105.6, 96, 101].map((total) => told('复核得分', [40, 38, 18], total, fund('复核得分')))).toEqual([[], [], [[['G8'], '105.6', '101', 'verify']]]);
});

describe('平均分', () => {
  const mean = (points: readonly number[], written: number | string): readonly unknown[] => [...otherScores(oneTable(makeGrid([
    ['2024年度项目绩效评价评分表'], ['一级指标', '三级指标', '指标值', '完成值', '分值', ...points.map((_, i) => `专家${i + 1}`), '平均分'],
    ['产出', '甲', '≥3个', '3个', 40, ...points, written], ['效益', '乙', '≥3个', '3个', 60, ...points, '—'],
  ])))].map(({ message, cells, expected, received }) => [message, cells[0], expected, received]);
  test('is what the experts gave, rounded', () => {
    expect([mean([40, 39, 37], 38.67), mean([40, 39, 37], 38.7), mean([38, 39], 38.5)]).toEqual([[], [], []]);
    expect(mean([40, 39, 37], 39.7)).toEqual([['mean', 'I3', '38.67', '39.7']]);
  });
  test('below the lines may be that of the totals', () => {
    const total = (mean: number): readonly unknown[] => [...otherScores(oneTable(makeGrid([
      ['2024年度项目绩效评价评分表'], ['一级指标', '三级指标', '指标值', '完成值', '分值', '得分', '专家一', '专家二', '专家三', '平均分'],
      ['产出', '甲', '≥3个', '3个', 40, 40, 39, 38, 39, 38.67], ['效益', '乙', '≥3个', '3个', 60, 60, 58, 58, 57, 57.67], ['合计', null, null, null, 100, 100, 97, 96, 96, mean],
    ])))].map(({ cells }) => cells);
    expect([total(96.33), total(96.34), total(96.3), total(93.63)]).toEqual([[], [], [], [['J5']]]);
  });
  test('may leave out the highest and the lowest', () => {
    expect([mean([40, 39, 30], 39), mean([40, 39, 30, 38], 38.5)]).toEqual([[], []]);
  });
});

test('points of a reviewer for several lines at once are above none of them', () => {
  const above = (points: readonly (number | null)[], merges: readonly string[] = [], header = '复核得分'): readonly string[] => othersAboveWeight(oneTable(makeGrid([
    ['2024年度项目支出绩效自评表'], [...HEAD, header],
    ...['甲', '乙', '丙', '丁'].map((name, i): Line => ['产出', name, '≥3个', '3个', 25, 25, points[i] ?? null]), ['总分', null, null, null, 100, 100, 95],
  ], merges))).map(({ entry }) => entry.cell);
  expect([above([50, null, 25, 20], ['G3:G4']), above([50, null, 25, 20]), above([25, 26, 25, 20]), above([25, 26, 25, 20], [], '抽查得分')]).toEqual([[], [], ['G4'], ['G4']]);
});

test('差异 beside two scores is what is between them', () => {
  const told = (first: number | null, whole = -2): readonly unknown[] => [...scoreDifferences(oneTable(makeGrid([
    ['2024年度项目支出绩效自评复核表'], ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '复核得分', '差异'],
    ['产出指标', '数量指标', '甲', '3个', '3个', 40, 40, 39, first], ['产出指标', '质量指标', '乙', '100%', '100%', 20, 20, 20, 0], ['效益指标', '社会效益', '丙', '提升', '提升', 40, 38, 37, -1], ['总分', null, null, null, null, 100, 98, 96, whole],
  ])))].map(({ cells, expected }) => [cells[0], expected]);
  expect([told(-1), told(-3), told(-1, -1), told(null)]).toEqual([[], [['I3', '-1']], [['I6', '-2']], []]);
});
