// Blanks of a base-data table that hold nothing, and those that lack something.
import { makeGrid } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { missingInBaseData } from './missing-base-data';

test('what is left over at the end of the year has no budget', () => {
  const found = (name: string, ...amounts: readonly (number | null)[]): readonly unknown[] => [...missingInBaseData(oneTable(makeGrid([
    ['部门整体支出绩效评价基础数据表'], ['收支情况（万元）', '2022年决算数', '2023年预算数', '2023年决算数'], ['本年支出', 190, 230, 215], [name, ...amounts],
  ])))].map(({ cells }) => cells);
  expect([found('年末结转结余', 10, null, 10), found('年末结转结余', 10, null, null), found('年初结转', 10, null, 10)]).toEqual([[], [['D4']], [['C4']]]);
});
