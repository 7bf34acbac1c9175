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
