import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { moneyColumns } from './money-columns';

const told = (lines: readonly Line[], merges: readonly string[] = []): readonly unknown[] =>
  [...moneyColumns(oneTable(makeGrid([['项目支出绩效自评表'], ...lines, HEADER, LINE], merges)), new Set())].map(({ cells, expected }) => [cells[0], expected]);

test('what came in each quarter is added up as the budget is', () => {
  const read = (second: number, third = 21, points: number | null = null): readonly unknown[] => told([
    ['项目资金（万元）', '全年预算数', '一季度', '二季度', '全年执行数', '执行率', '得分'], ['年度资金总额', 170, 21.4, second, 167, '98.24%', points], ['其中：中央', 148, 20, 38, 146, '98.65%', points], ['省级', 22, 1.4, 5.8, third, '95.45%', points],
  ]);
  expect([read(43.8), read(48.3), read(43.8, 21, 10)]).toEqual([[], [['D3', '43.8']], []]);
  // A slip in a column with a name is told by that.
  expect(read(48.3, 12)).toEqual([]);
});

test('noughts that add up tell nothing, and blanks leave a column out', () => {
  const read = (arrived: number | null, kept: number): readonly unknown[] => told([
    ['项目资金（万元）', '上年结转', '实际到位', '全年执行数'], ['年度资金总额', 0, 170, kept], ['其中：中央', 0, 120, 60], ['省级', 0, arrived, 20],
  ]);
  expect([read(40, 80), read(null, 80)]).toEqual([[], []]);
});

test('小计 is what its sources beside it make where it is so in the other lines', () => {
  const read = (county: number): readonly unknown[] => told([
    ['序号', '项目名称', '预算安排', null, null, null, '实际支出', '执行率', '自评得分'], [null, null, '小计', '中央', '省级', '县级', null, null, null],
    [1, '甲', 820, 500, 240, county, 820, '100%', 95], [2, '乙', 300, 100, 150, 50, 300, '100%', 96], [3, '丙', 120, 0, 60, 60, 120, '100%', 97], ['合计', null, 1240, 600, 450, 190, 1240, '100%', null],
  ], ['A2:A3', 'B2:B3', 'C2:F2', 'G2:G3', 'H2:H3', 'I2:I3']);
  expect([read(80), read(30)]).toEqual([[], [['F7', '140'], ['C4', '770']]]);
});
