// Columns beside the two budgets that tell why they differ.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from '../scoring/score-table';
import { budgetAdjustmentUnexplained } from './budget-adjustment-unexplained';

const found = (...lines: readonly Line[]): readonly unknown[] => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ...lines, HEADER, LINE]));
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('no rubric');
  return [...budgetAdjustmentUnexplained.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ data, cells }) => [data['difference'], cells]);
};

test('what was carried over has a column before what was spent', () => {
  const block = (label: string, carried: number): readonly unknown[] => found(['项目资金（万元）', label, '年初预算数', '全年预算数', '全年执行数', '执行率'], ['年度资金总额', carried, 80, 100, 95, '95%']);
  expect([block('上年结转', 20), block('以前年度结转资金', 20), block('其中：上年结转', 20)]).toEqual([[], [], []]);
  expect([block('上年结转', 5), block('计划投资', 20)]).toEqual([[['20', ['C3', 'D3']]], [['20', ['C3', 'D3']]]]);
});

test('what was left over stands behind it', () => {
  expect(found(['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '结转结余', '执行率'], ['年度资金总额', 80, 100, 80, 20, '80%'])).toEqual([['20', ['B3', 'C3']]]);
});

test('what arrived is no adjusted budget', () => {
  const block = (label: string): readonly unknown[] => found(['项目资金（万元）', '年初预算数', label, '全年执行数', '执行率'], ['年度资金总额', 100, 98, 95, '96.94%']);
  expect([block('资金到位数'), block('实际到位资金'), block('调整后预算')]).toEqual([[], [], [['2', ['B3', 'C3']]]]);
});
