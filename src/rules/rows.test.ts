import { expectGrowthWithSize } from '../../test/growth';
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { cellAt, cellsIn, figureAt } from './rows';
import { sourceColumns } from './source-columns';

test('cells and figures by their places, blanks left out', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['资金', '全年预算数', '全年执行数'], ['总额', null, 90], HEADER, LINE]));
  expect([cellsIn(table, 3).map(({ cell }) => cell), cellsIn(table, 99)]).toEqual([['A3', 'C3'], []]);
  expect([cellAt(table, 3, 1)?.raw, cellAt(table, 3, 2), figureAt(table, 3, 1), figureAt(table, 3, 3)?.cell]).toEqual(['总额', null, null, 'C3']);
});

test('many lines of many sources are asked for at the cost of their cells', () => {
  const sources: Line = ['小计', ...Array.from({ length: 58 }, () => '财政资金'), '其他资金'];
  const tables = new Map([1, 8, 64].map((part) => {
    const count = Math.ceil(512 / part);
    const lines = Array.from({ length: count }, (_, i): Line => [i === 0 ? '年度资金' : `其中：项目${i}`, ...sources.map(() => 1), 59, '100%']);
    return [count, oneTable(makeGrid([['项目支出绩效自评表'], ['资金情况', '预算数', ...sources.slice(1).map(() => null), '执行数', '执行率'], [null, ...sources], ...lines, HEADER, LINE], ['A2:A3', 'B2:BI2']))];
  }));
  expectGrowthWithSize(512, (size) => {
    const table = tables.get(size);
    expect(table && [...sourceColumns(table)].length).toBe(size);
  });
});
