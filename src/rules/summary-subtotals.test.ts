import { makeGrid, type Line } from '../../test/make-grid';
import { readTables } from '../reading/read-tables';
import { summarySubtotals } from './summary-subtotals';

const told = (first: string, spent: number, second: string, total = 1600): readonly unknown[] => {
  const [table] = readTables(makeGrid([
    ['2021年度专项转移支付绩效自评结果汇总表'], ['序号', '项目名称', '全年预算数', '全年执行数', '预算执行率', '自评得分'],
    [1, '省训练中心', 300, 240, '80%', 90], [2, '省体校', 100, 100, '100%', 96], [first, null, 400, spent, '85%', null],
    [3, '东市', 800, 800, '100%', 97], [4, '西县', 400, 400, '100%', 95], [second, null, 1200, 1200, '100%', null], ['合计', null, total, 1540, '96.25%', null],
  ] satisfies readonly Line[], ['A5:B5', 'A8:B8', 'A9:B9'])).tables;
  if (!table) throw new Error('no table');
  expect([table.fund?.total?.finalBudget?.text, table.fund?.parts.length]).toEqual([String(total), 4]);
  return [...summarySubtotals(table)].map(({ data, cells }) => [data?.['name'], data?.['column'], data?.['received'], data?.['expected'], cells]);
};

test.each([['小计', '小计'], ['省直部门小计', '市县小计']])('%s and %s are what the lines above them make, and no lines of the whole', (first, second) => {
  expect(told(first, 340, second)).toEqual([]);
  expect(told(first, 430, second)).toEqual([[first, '全年执行数', '430', '340', ['D5', 'D3', 'D4']]]);
});

test('小计 of a column that the block has no name for is held to its lines as the ones with names are', () => {
  const beside = (county: number): readonly unknown[] => {
    const [table] = readTables(makeGrid([
      ['2021年度专项转移支付绩效自评结果汇总表'], ['序号', '项目名称', '预算安排', null, null, '实际支出', '执行率', '自评得分'], [null, null, '合计', '省级', '县级', null, null, null],
      [1, '省训练中心', 300, 200, 100, 240, '80%', 90], [2, '省体校', 100, 60, 40, 100, '100%', 96], ['小计', null, 400, 260, county, 340, '85%', null],
      [3, '东市', 800, 500, 300, 800, '100%', 97], [4, '西县', 400, 300, 100, 400, '100%', 95], ['小计', null, 1200, 800, 400, 1200, '100%', null], ['合计', null, 1600, 1060, 540, 1540, '96.25%', null],
    ] satisfies readonly Line[], ['A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3', 'H2:H3', 'A6:B6', 'A9:B9'])).tables;
    if (!table) throw new Error('no table');
    return [...summarySubtotals(table)].map(({ data, severity, cells, correction }) => [data?.['name'], data?.['column'], data?.['received'], data?.['expected'], severity, cells, correction]);
  };
  expect(beside(140)).toEqual([]);
  expect(beside(410)).toEqual([['小计', '县级', '410', '140', 'verify', ['E6', 'E4', 'E5'], undefined]]);
});
