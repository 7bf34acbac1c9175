// Headers that leave out what they stand over: 绩效指标 over the levels, the execution's points in a line of labels, months dashed in other ways.
import { makeGrid, type Line } from '../../test/make-grid';
import type { Table } from '../model/table';
import { readTables } from './read-tables';

const tableOf = (lines: readonly Line[], merges: readonly string[]): Table => {
  const [table] = readTables(makeGrid([...lines], [...merges])).tables;
  if (!table) throw new Error('no table');
  return table;
};
const groups = (table: Table): unknown[] => table.groups.map(({ level, name, declaredWeight }) => [level, name, declaredWeight?.toString() ?? null]);
const LIST: readonly Line[] = [['产出（50分）', '数量', '甲', '3座', '3座', 50, 50], ['效益（40分）', '社会', '乙', '5人', '5人', 40, 40]];

test('绩效指标 over the levels beside 三级指标 names both of them', () => {
  const table = tableOf([['项目支出绩效自评表'], ['绩效指标', null, '三级指标', '目标值', '完成值', '分值', '得分'], ...LIST], ['A2:B2']);
  expect(groups(table)).toEqual([[1, '产出', '50'], [2, '数量', null], [1, '效益', '40'], [2, '社会', null]]);
});

test('绩效指标 down beside the lines is the label of the list, no level', () => {
  const table = tableOf([['项目支出绩效自评表'], ['绩效指标', null, '指标名称', '目标值', '完成值', '分值', '得分'], [null, null, '甲', '3座', '3座', 50, 50], [null, null, '乙', '5人', '5人', 40, 40]], ['A2:B4']);
  expect(groups(table)).toEqual([]);
});

test('rate, points and score by turns in one line are those of the execution', () => {
  const table = tableOf([['项目绩效自评表'], ['项目名称', '低保金', null, '资金总额（万元）', 3120], ['预算执行率', '100%', '分值', 10, '得分', 9], ['一级指标', '二级指标', '三级指标', '目标值', '完成值', '分值', '得分'], ...LIST], []);
  const total = table.fund?.total;
  expect([total?.executionRate?.cell, total?.weight?.cell, total?.score?.cell]).toEqual(['B3', 'D3', 'F3']);
  expect(table.notUnderstood).toEqual([]);
});

test('points and score by turns below the amounts are those of the execution', () => {
  const table = tableOf([
    ['专项资金绩效自评表'], ['资金额度（万元）', '预算安排', 6285, '实际支出', 6285, '执行率', '100%'], ['资金额度评分', '分值', 20, '得分', 20],
    ['一级指标', '二级指标', '三级指标', '目标值', '完成值', '分值', '得分'], ...LIST,
  ], []);
  const total = table.fund?.total;
  expect([total?.executionRate?.cell, total?.weight?.cell, total?.score?.cell]).toEqual(['G2', 'C3', 'E3']);
  expect(table.notUnderstood).toEqual([]);
});

test.each(['1—7月', '1–7月', '1月-7月', '1至7月', '1-7月份'])('the columns of %s are those of a monitoring form', (months) => {
  const table = tableOf([
    ['项目支出绩效运行监控表'], ['项目资金（万元）', null, '年初预算数', `${months}执行数`, `${months}执行率`], [null, '年度资金总额', 1560, 884.72, '56.71%'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', `${months}执行情况`, '完成目标可能性'], ['产出', '数量', '甲', '3座', '1座', '有可能'],
  ], ['A2:A3']);
  expect([table.fund?.total?.actualSpending?.text, table.fund?.total?.executionRate?.text, table.indicators[0]?.actualEntry?.text]).toEqual(['884.72', '56.71%', '1座']);
});

test('符号 | 值 alone under 指标值 divide the target', () => {
  const table = tableOf([
    ['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '指标值', null, '完成值', '分值', '得分'], [null, null, null, '符号', '值'], ['产出', '数量', '招募人数（人）', '≥', 150, 155, 90, 90],
  ], ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'G2:G3', 'H2:H3']);
  expect(table.indicators.map(({ name, nature, targetEntry, target }) => [name.text, nature?.text, targetEntry?.text, target.operator])).toEqual([['招募人数(人)', '≥', '150', '>=']]);
});

test('绩效指标 over levels and names alike divides as the first line below it does', () => {
  const table = tableOf([['项目支出绩效自评表'], ['绩效指标', null, null, '指标值', '实际完成值', '分值', '得分'], ...LIST, ['总分', null, null, null, null, 90, 90]], ['A2:C2']);
  expect(groups(table)).toEqual([[1, '产出', '50'], [2, '数量', null], [1, '效益', '40'], [2, '社会', null]]);
  expect([table.indicators.map(({ name }) => name.text), table.total?.score?.cell]).toEqual([['甲', '乙'], 'G5']);
});

test('绩效指标 before 指标类型 is the level over it, not beside the lines as their label', () => {
  const head: Line = ['绩效指标', '指标类型', '指标名称', '目标值', '完成值', '分值', '得分'];
  const table = tableOf([['项目支出绩效自评表'], head, ['产出指标', '数量指标', '甲', '3座', '3座', 60, 60], ['效益指标', '社会效益', '乙', '5人', '5人', 30, 30], ['预算执行率', null, null, '100%', '100%', 10, 10]], []);
  expect(groups(table).slice(0, 4)).toEqual([[1, '产出指标', null], [2, '数量指标', null], [1, '效益指标', null], [2, '社会效益', null]]);
  expect(table.indicators.map(({ name, isExecution }) => [name.text, isExecution])).toEqual([['甲', false], ['乙', false], ['预算执行率', true]]);
  expect(groups(tableOf([['项目支出绩效自评表'], head, [null, '产出', '甲', '3座', '3座', 50, 50], [null, '效益', '乙', '5人', '5人', 40, 40]], ['A2:A4']))).toEqual([[1, '产出', null], [1, '效益', null]]);
});
