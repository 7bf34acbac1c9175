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

describe('the lines below 其中', () => {
  /** The outermost parts of a total of 500, of which 480 were spent. */
  const outer = (...lines: readonly (readonly [string, number, number])[]): unknown => oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['部门预算（万元）', null, '全年预算数', '全年执行数'], [null, '合计', 500, 480], ...lines.map(([name, budget, spent]): Line => [null, name, budget, spent]), HEADER, LINE,
  ])).fund?.parts.filter(({ level }) => level === 1).map(({ name }) => name);

  test('go on, whatever they are called, until they make the line above them, where only that makes the total', () => {
    expect(outer(['财政拨款', 400, 390], ['单位资金', 100, 90], ['其中：事业收入', 60, 60], ['其他收入', 40, 30])).toEqual(['财政拨款', '单位资金']);
    expect(outer(['基本支出', 300, 300], ['其中：财政拨款', 280, 280], ['其他资金', 20, 20], ['项目支出', 200, 180], ['其中：财政拨款', 150, 140], ['其他资金', 50, 40])).toEqual(['基本支出', '项目支出']);
    expect(outer(['财政拨款', 400, 390], ['其中：本年预算', 350, 340], ['上年结转', 50, 50], ['单位自有资金', 100, 90])).toEqual(['财政拨款', '单位自有资金']);
    expect(outer(['上级资金', 400, 390], ['其中：中央', 350, 340], ['省级', 50, 50], ['本级资金', 100, 90])).toEqual(['上级资金', '本级资金']);
    // With a slip in one of the columns.
    expect(outer(['项目支出', 200, 180], ['其中：道路养护', 160, 140], ['其他项目支出', 40, 40], ['基本支出', 310, 300])).toEqual(['项目支出', '基本支出']);
  });
  test('end with a source that is one by its name, where the total is made so', () => {
    expect(outer(['财政拨款', 400, 390], ['其中：中央资金', 300, 300], ['其他资金', 100, 90])).toEqual(['财政拨款', '其他资金']);
  });
  test('end where the line above is used up, and 三公经费 is of what the others have', () => {
    expect(outer(['基本支出', 300, 300], ['其中：人员经费', 250, 250], ['公用经费', 50, 50], ['其中：三公经费', 8, 6], ['项目支出', 200, 180])).toEqual(['基本支出', '项目支出']);
    expect(outer(['基本支出', 300, 300], ['项目支出', 200, 180], ['“三公”经费', 8, 6])).toEqual(['基本支出', '项目支出']);
  });
});
