// How a rate that was wrong is written again.
import { makeGrid } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { correctedInPoints } from './rates';

const written = (header: string, total: number | string, part: number | string): unknown => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', '全年预算数', '全年执行数', header], ['年度资金总额', 20, 20, total], ['其中：财政拨款', 20, 20, part], HEADER, LINE]));
  const [below] = table.fund?.parts ?? [];
  return below?.executionRate && correctedInPoints(table, below.executionRate);
};

test('nought under a header with the sign, or among rates in points, becomes a rate in points', () => {
  expect([written('执行率（%）', 0, 0), written('执行率', 100, 0), written('执行率', 98.5, 66.7)]).toEqual([true, true, true]);
});

test('nought among shares or signs becomes a share', () => {
  expect([written('执行率', 1, 0), written('执行率', '100%', 0), written('执行率（B/A×100%）', 1, 0)]).toEqual([false, false, false]);
});
