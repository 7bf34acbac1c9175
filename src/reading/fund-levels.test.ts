// Which lines of a fund block are its total, and which divide it.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';

test('the first of several sources is no total for the points that stand in its line', () => {
  const total = (...lines: readonly Line[]): unknown => oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', '全年预算数', '全年执行数', '分值', '得分'], ...lines, HEADER, LINE])).fund?.total?.name ?? null;
  expect(total(['财政拨款', 80, 72, 10, 9.5], ['其他资金', 20, 23])).toBeNull();
  expect(total(['财政拨款', 80, 72, 10, 9], ['其他资金', 0, 0])).toBe('财政拨款');
  expect(total(['财政拨款', 80, 72, 10, 9], ['其中：中央资金', 50, 42])).toBe('财政拨款');
  expect(total(['财政拨款', 80, 72, 10, 9], ['中央资金', 50, 42], ['省级资金', 30, 30])).toBe('财政拨款');
});
