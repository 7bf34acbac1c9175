import { makeGrid, type Line } from '../../test/make-grid';
import { readTables } from '../reading/read-tables';
import { taskAmounts } from './task-amounts';

const told = (...lines: readonly Line[]): readonly unknown[] => {
  const [table] = readTables(makeGrid([
    ['部门整体支出绩效目标申报表（2024年度）'],
    ['年度主要任务', '任务名称', '主要内容', '总额', '财政拨款', '其他资金'],
    ...lines,
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '造林面积', '≥2万亩'],
  ])).tables;
  if (!table) throw new Error('no table');
  return [...taskAmounts(table)].map(({ message, data, cells }) => [message, data?.['name'], data?.['column'], data?.['expected'], cells[0]]);
};

test('every task is the sum of its sources, 金额合计 that of the tasks', () => {
  expect(told([null, '国土绿化', '造林', 860, 860, 0], [null, '森林防火', '巡护', 320, 300, 20], [null, '金额合计', null, 1180, 1160, 20])).toEqual([]);
  expect(told([null, '国土绿化', '造林', 860, 860, 0], [null, '森林防火', '巡护', 320, 300, 30], [null, '金额合计', null, 1200, 1160, 30])).toEqual([
    ['task', '森林防火', undefined, '330', 'D4'], ['tasks', '金额合计', '总额', '1180', 'D5'],
  ]);
});

test('blanks, one task alone and tasks without a total are left alone', () => {
  expect(told([null, '国土绿化', '造林', 860, 860, null], [null, '金额合计', null, 900, 860, null])).toEqual([]);
  expect(told([null, '林业发展', '造林防火', 860, 860, 0], [null, '其中：防火', '巡护', 320, 320, 0], [null, '金额合计', null, 860, 860, 0])).toEqual([]);
  expect(told([null, '国土绿化', '造林', 860, 800, 0], [null, '森林防火', '巡护', 320, 300, 30])).toEqual([]);
});

test('without 金额合计 a task with a source that is all of it tells the same', () => {
  expect(told([null, '国土绿化', '造林', 860, 860, null], [null, '森林防火', '巡护', 350, 300, 20])).toEqual([['task', '森林防火', undefined, '320', 'D4']]);
});

test('without 金额合计 a task that is its sources tells that the others should be', () => {
  expect(told([null, '国土绿化', '造林', 860, 800, 60], [null, '森林防火', '巡护', 350, 300, 20])).toEqual([['task', '森林防火', undefined, '320', 'D4']]);
});

test('rates and points of each source add up to nothing', () => {
  expect(told([null, '全年预算数', null, 2100, 2000, 100], [null, '全年执行数', null, 2058, 1958, 100], [null, '执行率', null, '98%', '97.9%', '100%'], [null, '得分（10分）', null, 9.8, 9.79, 10])).toEqual([]);
});

test('5万元 beside a bare 5 is the same or not, as nobody can say', () => {
  expect(told([null, '国土绿化', '造林', '860万元', 800, 60], [null, '森林防火', '巡护', '320万元', 300, 20], [null, '金额合计', null, '1180万元', 1100, 80])).toEqual([]);
  expect(told([null, '国土绿化', '造林', '860万元', '800万元', '50万元'], [null, '森林防火', '巡护', 320, 300, 20], [null, '金额合计', null, 1180, 1100, 80])).toEqual([['task', '国土绿化', undefined, '850万元', 'D3']]);
});
