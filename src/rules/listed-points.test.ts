import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { listedPoints } from './listed-points';

const HEADER: Line = ['一级指标', '二级指标', '三级指标', '年初目标值', '实际完成值', '得分'];
const list = (first: string, second: string | null): ReturnType<typeof listedPoints> => listedPoints(oneTable(makeGrid([
  ['项目自评表'], [first, ...HEADER], [null, '产出指标（60分）', '数量指标', '甲', '3个', '3个', 60], [second, '效益指标（40分）', '社会效益', '乙', '提升', '提升', 40],
])));

test('points beside the list are held to those of its groups', () => {
  const found = list('年度绩效目标（80分）', null);
  expect([found?.declared.toString(), found?.sum.toString(), found?.cells]).toEqual(['80', '100', ['B3', 'B4']]);
  expect(list('年度绩效目标（100分）', null)).toBeNull();
});

test('points beside the first lines alone are not', () => {
  expect(list('年度绩效目标1（60分）', '年度绩效目标2')).toBeNull();
});
