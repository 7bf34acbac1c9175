// Lists whose levels stand in the column of the names, each in a line of its own over those that it is made of.
import { makeGrid, type Line } from '../../test/make-grid';
import { expectGrowthWithSize } from '../../test/growth';
import { oneTable } from '../../test/one-table';
import type { Table } from '../model/table';

const read = (lines: readonly Line[], merged: readonly number[] = []): Table => oneTable(makeGrid([['项目支出绩效自评表'], ['指标名称', '计算符号', '指标值', '实际完成值', '计量单位', '权重', '实际得分'], ...lines], merged.map((row) => `A${row}:G${row}`)));
const groups = (table: Table): readonly (readonly unknown[])[] => table.groups.map(({ level, name, declaredWeight, indicators }) => [level, name, declaredWeight?.toString() ?? null, indicators.length]);
const level = (name: string, points: number | null, score: number | null = points): Line => [name, null, null, null, null, points, score];
const line = (name: string, points: number): Line => [name, '≥', 5, 6, '次', points, points];

const TREE: readonly Line[] = [
  level('产出指标', 50), level('  数量指标', 20), line('甲', 12), line('乙', 8), level('  质量指标', 30), line('丙', 30),
  level('效益指标', 30), level('  社会效益指标', 30), line('丁', 30), level('满意度指标', 10), line('戊', 10), level('合计', 90),
];

test('数量指标 right below 产出指标 is of the second level, 满意度指标 once the points of 效益指标 are used up is not', () => {
  const table = read(TREE);
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['甲', '乙', '丙', '丁', '戊']);
  expect(groups(table)).toEqual([[1, '产出指标', '50', 3], [2, '数量指标', '20', 2], [2, '质量指标', '30', 1], [1, '效益指标', '30', 1], [2, '社会效益指标', '30', 1], [1, '满意度指标', '10', 1]]);
});

test('points of a level that its lines do not make leave it a level', () => {
  const wrong = TREE.map((one) => (one[0] === '产出指标' ? level('产出指标', 55) : one));
  expect(groups(read(wrong))).toEqual(groups(read(TREE)).map((group) => (group[1] === '产出指标' ? [1, '产出指标', '55', 3] : group)));
});

test('points that are wrong at every level of the first kind leave them levels', () => {
  const wrong = TREE.map((one) => (/^(?:产出|效益|满意度)指标/.test(String(one[0])) ? level(String(one[0]), 45) : one));
  expect(shape(read(wrong))).toEqual(SHAPE);
});

test('levels without points are known by their names alone', () => {
  const table = read(TREE.map((one) => (/指标$/.test(String(one[0])) ? [one[0] ?? null] : one)));
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['甲', '乙', '丙', '丁', '戊']);
  expect(groups(table)).toEqual([[1, '产出指标', null, 3], [2, '数量指标', null, 2], [2, '质量指标', null, 1], [1, '效益指标', null, 1], [2, '社会效益指标', null, 1], [1, '满意度指标', null, 1]]);
});

test('a line without target and result is no level where the lines below it do not make its points', () => {
  const table = read([level('产出指标', 50), line('甲', 20), level('社会效益提升', 30), level('效益指标', 30), line('乙', 30), level('满意度指标', 10), line('丙', 10)]);
  expect(groups(table)).toEqual([[1, '产出指标', '50', 2], [1, '效益指标', '30', 1], [1, '满意度指标', '10', 1]]);
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['甲', '社会效益提升', '乙', '丙']);
});

test('一、产出指标（50分） over （一）数量指标（25分）, merged or not, and 四、预算执行率 below them in no group', () => {
  const lines: readonly Line[] = [
    ['一、产出指标（50分）'], ['（一）数量指标（25分）'], line('甲', 25), ['（二）质量指标（25分）'], line('乙', 25), ['二、效益指标（30分）'], line('丙', 30),
    ['三、满意度指标（10分）'], line('丁', 10), ['四、预算执行率（10分）', '≥', 5, 6, '次', 10, 10], level('合计', 100),
  ];
  const expected = [[1, '产出指标', '50', 2], [2, '数量指标', '25', 1], [2, '质量指标', '25', 1], [1, '效益指标', '30', 1], [1, '满意度指标', '10', 1]];
  expect(groups(read(lines))).toEqual(expected);
  expect(groups(read(lines, [3, 4, 6, 8, 10]))).toEqual(expected);
  expect(read(lines).indicators.at(-1)).toMatchObject({ group: null, isExecution: true });
});

const SHAPE = [[1, '产出指标', 3], [2, '数量指标', 2], [2, '质量指标', 1], [1, '效益指标', 1], [2, '社会效益指标', 1], [1, '满意度指标', 1]];
const shape = (table: Table): unknown => table.groups.map(({ level, name, indicators }) => [level, name, indicators.length]);

test('points at one of the two levels alone divide the lines as those at both do', () => {
  const pointed = (names: RegExp): unknown => shape(read(TREE.map((one) => (/指标$/.test(String(one[0])) && !names.test(String(one[0])) ? [one[0] ?? null] : one))));
  expect([pointed(/^(?:产出|效益|满意度)指标/), pointed(/^ /)]).toEqual([SHAPE, SHAPE]);
});

test('产出 over 数量 need not say 指标', () => {
  const named = read(TREE.map((one) => [String(one[0]).replace('指标', ''), ...one.slice(1)]));
  expect(shape(named)).toEqual(SHAPE.map(([one, name, count]) => [one, String(name).replace('指标', ''), count]));
});

test.each([['0', 0], ['none', null]])('levels without lines one after the other, with points %s, are no lines', (_, points) => {
  const table = read([
    level('产出指标', 50), level('数量指标', 50), line('甲', 50), level('质量指标', points), level('时效指标', points), level('成本指标', points),
    level('效益指标', 40), level('经济效益指标', points), level('社会效益指标', 40), line('乙', 40), level('生态效益指标', points), level('满意度指标', 10), line('丙', 10), level('合计', 100),
  ]);
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['甲', '乙', '丙']);
  expect(table.groups.filter((group) => group.level === 1).map(({ name, indicators }) => [name, indicators.length])).toEqual([['产出指标', 1], ['效益指标', 1], ['满意度指标', 1]]);
});

test('a level with points and nothing below it is a line that lacks target and result', () => {
  const table = read([level('产出指标', 50), line('甲', 50), level('社会效益指标', 30), level('满意度指标', 10), line('乙', 10), level('合计', 90)]);
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['甲', '社会效益指标', '乙']);
});

test('takes time that grows with the lines', () => {
  expectGrowthWithSize(40_000, (size) => {
    read([level('产出指标', size), ...Array.from({ length: size }, (_, i): Line => (i % 2 === 0 ? level('数量指标', 2) : line('甲', 2)))]);
  });
});

test('dashes beside the points of a level, or what it asks for, are no results; its points may stand in its name beside its score', () => {
  const written = (change: (one: Line) => Line): unknown => groups(read(TREE.map((one) => (/指标$/.test(String(one[0])) ? change(one) : one))));
  const same = groups(read(TREE));
  expect(written(([name, , , , , points, score]) => [name ?? null, '—', '—', '—', '—', points ?? null, score ?? null])).toEqual(same);
  expect(written(([name, , , , , points, score]) => [name ?? null, null, '按期完成', null, null, points ?? null, score ?? null])).toEqual(same);
  expect(written(([name, , , , , points, score]) => [`${String(name)}（${String(points)}分）`, null, null, null, null, null, score ?? null])).toEqual(same);
});

test('levels of other names are levels where their lines make their points', () => {
  const table = read([level('项目管理指标', 30), level('资金使用指标', 30), line('甲', 30), level('项目成效指标', 60), level('产业指标', 20), line('乙', 20), level('就业指标', 40), line('丙', 40), level('合计', 90)]);
  expect(shape(table)).toEqual([[1, '项目管理指标', 1], [2, '资金使用指标', 1], [1, '项目成效指标', 2], [2, '产业指标', 1], [2, '就业指标', 1]]);
});

test('预算执行率 below the last level is in none once the points of that are used up', () => {
  const rate = (points: number): Line => ['预算执行率', '=', 100, 100, '%', points, points];
  expect(shape(read([...TREE.slice(0, -1), rate(10), level('合计', 100)]))).toEqual(SHAPE);
  expect(shape(read([level('产出指标', 80), line('甲', 80), level('满意度指标', 10), line('乙', 10), rate(10), level('合计', 100)]))).toEqual([[1, '产出指标', 1], [1, '满意度指标', 1]]);
  expect(shape(read([level('产出指标', 90), line('甲', 80), rate(10), level('满意度指标', 10), line('乙', 10), level('合计', 100)]))).toEqual([[1, '产出指标', 2], [1, '满意度指标', 1]]);
  expect(shape(read([level('产出指标', 90), level('数量指标', 80), line('甲', 80), rate(10), level('满意度指标', 10), line('乙', 10), level('合计', 100)]))).toEqual([[1, '产出指标', 2], [2, '数量指标', 2], [1, '满意度指标', 1]]);
});

test('a line that lacks target and result before another one is no level of its own: with its points the level around it has what it says', () => {
  const table = read([level('产出指标', 60), level('重点工作', 30), line('甲', 30), level('效益指标', 30), line('乙', 30), level('满意度指标', 10), line('丙', 10), level('合计', 100)]);
  expect(shape(table)).toEqual([[1, '产出指标', 2], [1, '效益指标', 1], [1, '满意度指标', 1]]);
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['重点工作', '甲', '乙', '丙']);
});
