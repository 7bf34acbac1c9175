// Lines that add up others, under other words than 小计 and 合计 and in other columns than that of the names.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, oneTable } from '../../test/one-table';
import type { Table } from '../model/table';

const OUTPUTS: readonly Line[] = [['产出指标', '数量指标', '甲', '≥1个', '1个', 30, 30], [null, '质量指标', '乙', '≥95%', '96%', 20, 19]];
const OUTCOMES: readonly Line[] = [['效益指标', '社会效益指标', '丙', '改善', '改善', 30, 28], ['满意度指标', '满意度指标', '丁', '≥90%', '95%', 20, 20]];
const at = (column: number, label: string, weight: number, score: number): Line => [...Array.from({ length: 5 }, (_, i) => (i === column ? label : null)), weight, score];
const read = (...lines: readonly Line[]): Table => oneTable(makeGrid([['项目支出绩效自评表'], HEADER, ...lines]));
const names = ({ indicators }: Table): readonly string[] => indicators.map(({ name }) => name.text);

test.each(['小计', '产出合计', '产出指标合计', '产出得分', '产出指标得分', '产出指标得分合计', '一级指标合计', '绩效指标得分小计'])('%s is the sum of the lines above it', (label) => {
  const table = read(...OUTPUTS, at(0, label, 50, 49), ...OUTCOMES, at(0, '总分', 100, 97));
  expect(names(table)).toEqual(['甲', '乙', '丙', '丁']);
  expect(table.groups[0]?.subtotalScore?.cell).toBe('G5');
});

test('a line of its own that is called so, with target and result, is an indicator', () => {
  expect(names(read(...OUTPUTS, ['成本指标', '经济成本指标', '成本合计', '≤9万元', '8万元', 20, 20], at(0, '总分', 70, 69)))).toEqual(['甲', '乙', '成本合计']);
});

test('绩效指标合计 above 总分 is a part of it', () => {
  const table = read(...OUTPUTS, ...OUTCOMES, at(0, '绩效指标合计', 100, 97), at(0, '总分', 110, 107));
  expect([names(table), table.total?.score?.cell, table.total?.parts?.map(({ score }) => score.cell)]).toEqual([['甲', '乙', '丙', '丁'], 'G8', ['G7']]);
});

test.each([0, 1, 2, 3, 4])('合计 and 小计 may stand in column %i, right before the points as well', (column) => {
  const table = read(...OUTPUTS, at(column, '小计', 50, 49), ...OUTCOMES, at(column, '合计', 100, 97));
  expect([names(table), table.groups[0]?.subtotalScore?.cell, table.total?.score?.cell]).toEqual([['甲', '乙', '丙', '丁'], 'G5', 'G8']);
});

test.each(['共计', '总合计', '总分数', '分数合计', '自评合计', '自评得分总计', '总体得分', '综合评分', '综合评价得分', '绩效自评得分', '绩效评价得分', '自评分数', '自评得分及等级', '绩效自评综合得分', '部门整体支出绩效自评得分', '项目支出绩效自评总分', '预算绩效自评总分', '各项得分合计'])('%s closes the list', (label) => {
  const table = read(...OUTPUTS, ...OUTCOMES, at(0, label, 100, 97));
  expect([names(table), table.total?.score?.cell]).toEqual([['甲', '乙', '丙', '丁'], 'G7']);
});

test('the lines of sums may be numbered like all others', () => {
  const numbered = (lines: readonly Line[]): Table => oneTable(makeGrid([['项目支出绩效自评表'], ['序号', ...HEADER], ...lines.map((line, i): Line => [i + 1, ...line])]));
  const table = numbered([...OUTPUTS, at(4, '小计', 50, 49), ...OUTCOMES, at(4, '合计', 100, 97)]);
  expect([names(table), table.groups[0]?.subtotalScore?.cell, table.total?.score?.cell]).toEqual([['甲', '乙', '丙', '丁'], 'H5', 'H8']);
});

test('小计 of all lines, without points, is not that of the last group', () => {
  const table = read(...OUTPUTS, ...OUTCOMES, ['小计', null, null, null, null, null, 97], ['总分', null, null, null, null, 110, 107]);
  expect(table.groups.map(({ subtotalScore }) => subtotalScore?.cell ?? null).filter((cell) => cell !== null)).toEqual([]);
});

test.each<readonly [Line]>([
  [['自评总分：97分；自评等级：优']], [['总分：100分，自评得分：97分，自评等级：优']], [['总得分:97 评价等级:优秀']], [['自评总分', 97, '自评等级', '优']], [['自评总分及等级', '97分，优']],
  [['总分/等级', null, null, null, null, 97, '优']], [['总分：100分', null, null, null, null, null, '得分：97分']],
])('the total of %j is 97', (line) => {
  const { total } = read(...OUTPUTS, ...OUTCOMES, line);
  expect([total?.score?.quantity?.value.toNumber(), total?.weight?.quantity ?? null]).toEqual([97, null]);
});

test('自评结果 below the list is none of its lines', () => {
  expect(names(read(...OUTPUTS, ...OUTCOMES, ['自评结果', '97分', '等级', '优']))).toEqual(['甲', '乙', '丙', '丁']);
});
