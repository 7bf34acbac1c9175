import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { sourceColumns } from './source-columns';

const told = (sources: Line, ...lines: readonly Line[]): readonly unknown[] => [...sourceColumns(oneTable(makeGrid([
  ['项目支出绩效自评表'], ['资金情况', '预算数', null, null, '执行数', null, null, '执行率', '得分'], [null, ...sources], ...lines, HEADER, LINE,
], ['A2:A3', 'B2:D2', 'E2:G2', 'H2:H3', 'I2:I3'])))].map(({ cells, expected }) => [cells, expected]);
const SOURCES: Line = ['小计', '财政资金', '其他资金', '小计', '财政资金', '其他资金'];

test('小计 under 预算数 and under 执行数 is what its sources make', () => {
  expect(told(SOURCES, ['年度资金', 1300, 1040, 260, 1274, 1019.2, 254.8, '98%', 9.8])).toEqual([]);
  expect(told(SOURCES, ['年度资金', 1300, 1040, 260, 1274, 1029.2, 254.8, '98%', 9.8])).toEqual([[['E4', 'F4', 'G4'], '1284']]);
});

test('a blank, 其中 and sources that may be some of them only are left alone', () => {
  expect(told(SOURCES, ['年度资金', 1300, 1040, null, 1274, 1019.2, null, '98%', 9.8])).toEqual([]);
  expect(told(['小计', '财政资金', '其中：本级', '小计', '财政资金', '其中：本级'], ['年度资金', 1300, 1300, 260, 1274, 1274, 254.8, '98%', 9.8])).toEqual([]);
});

test.each([
  [['小计', '财政拨款', '一般公共预算', '政府性基金', '其他资金'], [1300, 1040, 1000, 40, 260]],
  [['小计', '财政资金', '中央资金', '其他资金'], [1300, 1040, 800, 260]],
  [['小计', '财政拨款', '一般公共预算', '其他资金'], [1300, 1040, 1040, 260]],
])('%j: what is behind 财政拨款 may be of it', (heads, amounts) => {
  const found = (first: number): readonly unknown[] => [...sourceColumns(oneTable(makeGrid([
    ['项目支出绩效自评表'], ['资金情况', '预算数', ...heads.slice(1).map(() => null), '执行数', '执行率'], [null, ...heads], ['年度资金', first, ...amounts.slice(1), 1300, '100%'], HEADER, LINE,
  ], ['A2:A3', `B2:${'ABCDEFG'.charAt(heads.length)}2`])))].map(({ cells, expected }) => [cells[0], expected]);
  expect([found(1300), found(1310)]).toEqual([[], [['B4', '1300']]]);
});

test('1300万元 beside bare amounts is left alone', () => {
  expect(told(SOURCES, ['年度资金', '1300万元', 1040, 260, 1274, 1019.2, 254.8, '98%', 9.8])).toEqual([]);
});
