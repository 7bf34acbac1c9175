// Formulas of rates that stand below the amounts they are made of, and of totals over sources within sources.
import { makeGrid } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { chooseRubric } from '../rubrics/choose';
import { scoreTable } from '../scoring/score-table';
import { formulaRange } from './formula-range';

const told = (formula: string): readonly unknown[] => {
  const grid = makeGrid([
    ['2023年度项目支出绩效自评表'], ['项目名称', '水渠维修', null, '主管部门', '某局'],
    ['项目资金（万元）', '年度预算数：', 80, '全年执行数：', 78], [null, '执行率：', 0.975, '得分：', 9.75], HEADER, LINE,
  ], ['A3:A4']);
  const table = oneTable({ ...grid, cells: grid.cells.map((cell) => (cell.row === 4 && cell.column === 3 ? { ...cell, formula } : cell)) });
  const { rubric } = chooseRubric(table);
  return [...formulaRange.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells }) => [message, cells]);
};

test('a rate below the amounts of its line refers to their row', () => {
  expect(told('E3/C3')).toEqual([]);
  expect(told('E6/C6')).toEqual([['row', ['C4']]]);
});

test('a total need not count sources that are of the one above them', () => {
  const totalled = (formula: string): readonly unknown[] => {
    const grid = makeGrid([
      ['2023年度项目支出绩效自评表'], ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '执行率'], [null, '年度资金总额', 80, 80, 80, '100%'],
      [null, '财政资金', 60, 60, 60, null], [null, '一般公共预算', 40, 40, 40, null], [null, '政府性基金', 20, 20, 20, null], [null, '其他资金', 20, 20, 20, null], HEADER, LINE,
    ], ['A2:A7']);
    const table = oneTable({ ...grid, cells: grid.cells.map((cell) => (cell.row === 3 && cell.column === 3 ? { ...cell, formula } : cell)) });
    const { rubric } = chooseRubric(table);
    return [...formulaRange.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells }) => [message, cells]);
  };
  expect(totalled('C4+C7')).toEqual([]);
  expect(totalled('C5+C6+C7')).toEqual([]);
  expect(totalled('C4+C4')).toEqual([['omits', ['C3', 'C7']], ['doubles', ['C3', 'C4']]]);
});
