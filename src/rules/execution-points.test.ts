// 100 as the points of the execution, where no list below tells what is left for it.
import { makeGrid, type Line } from '../../test/make-grid';
import { reviewWorkbook } from '../review/review-workbook';

const told = (spent: number, rate: string, score: number, ...list: readonly Line[]): readonly unknown[] => (reviewWorkbook({
  format: 'xlsx', definedNames: [], remarks: [],
  grids: [makeGrid([['2021年度项目支出绩效自评表'], ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'], ['年度资金总额', 620.82, 620.82, spent, 100, rate, score], ...list])],
}).tables[0]?.findings ?? []).filter(({ rule }) => rule.startsWith('execution')).map(({ rule, cells, expected, correction }) => [rule, cells[0], expected, correction?.kind]);

test('a score that the usual 10 points make is right', () => {
  expect(told(620.82, '100%', 10)).toEqual([]);
  expect(told(589.78, '95%', 9.5)).toEqual([]);
});

test('a score that the 100 make is right too', () => {
  expect(told(589.78, '95%', 95)).toEqual([]);
});

test('a score that neither makes is not rewritten by itself', () => {
  expect(told(589.78, '95%', 10)).toEqual([['execution-score', 'G3', '95', 'review']]);
});
