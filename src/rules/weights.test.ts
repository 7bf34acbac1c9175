import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { pointsUnread } from './weights';

test('scores by shares of groups that make 100 each add up to no whole, points of the whole beside such weights do', () => {
  const unread = (...scores: readonly number[]): boolean => pointsUnread(oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['一级指标', '权重', '三级指标', '权重', '指标值', '实际完成值', '得分'],
    ...[['管理', 50, '甲', 60], ['管理', 50, '乙', 40], ['产出', 50, '丙', 70], ['产出', 50, '丁', 30]].map((line, i): Line => [...line, '1个', '1个', scores[i] ?? null]), ['总分', null, null, null, null, null, 100],
  ])));
  expect([unread(60, 40, 70, 30), unread(30, 20, 35, 15)]).toEqual([true, false]);
});
