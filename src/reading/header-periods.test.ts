// Targets and results for quarters, half-years or years: the column that the points are for.
import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import type { Table } from '../model/table';

const cells = (table: Table): unknown => table.indicators.map(({ targetEntry, actualEntry, score }) => [targetEntry?.cell ?? null, actualEntry?.cell ?? null, score?.cell]);
const read = (lines: readonly Line[], merges: readonly string[]): Table => oneTable(makeGrid([['2024年度项目支出绩效自评表'], ...lines], merges));
const LEVELS: Line = ['一级指标', '三级指标'];

test('全年 behind the quarters is the target and the result', () => {
  const table = read([
    [...LEVELS, '目标值', null, null, '实际完成值', null, null, '分值', '得分'], [null, null, '上半年', '下半年', '全年', '上半年', '下半年', '全年'], ['产出', '甲', '3次', '3次', '≥6次', '3次', '4次', '7次', 90, 90],
  ], ['A2:A3', 'B2:B3', 'C2:E2', 'F2:H2', 'I2:I3', 'J2:J3']);
  expect(cells(table)).toEqual([['E4', 'H4', 'J4']]);
  expect(table.notUnderstood).toEqual([]);
});

test('periods in a row where no other header reaches down are no line of the list', () => {
  const table = read([[...LEVELS, '目标值', '实际完成值', null, '分值', '得分'], [null, null, null, '上半年', '全年'], ['产出', '甲', '≥6次', '3次', '7次', 90, 90]], ['D2:E2']);
  expect(cells(table)).toEqual([['C4', 'E4', 'G4']]);
});

test('quarters without the year leave open what was reached, which is said', () => {
  const table = read([[...LEVELS, '目标值', '实际完成值', null, '分值', '得分'], [null, null, null, '一季度', '二季度'], ['产出', '甲', '≥6次', '3次', '3次', 90, 90]], ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'G2:G3']);
  expect(cells(table)).toEqual([['C4', null, 'G4']]);
  expect(table.notUnderstood.map(({ reason }) => reason)).toEqual(['指标值或实际完成值分期填写（季度、半年、年度），没有得分所对应的一栏，指标得分没有核查。']);
});

test('of several years the last that has results is told of, against its own target', () => {
  const years = (last: string): Table => read([
    [...LEVELS, '指标值', null, null, '实际完成值', null, null, '分值', '得分'], [null, null, '2023年', '2024年', '2025年', '2023年', '2024年', '2025年'], ['产出', '甲', '5次', '6次', '7次', '5次', '6次', last, 90, 90],
  ], ['A2:A3', 'B2:B3', 'C2:E2', 'F2:H2', 'I2:I3', 'J2:J3']);
  expect([cells(years('/')), cells(years('7次'))]).toEqual([[['D4', 'G4', 'J4']], [['E4', 'H4', 'J4']]]);
});

test('of targets by years that of the result counts', () => {
  const table = (result: string): Table => read([[...LEVELS, '目标值', null, result, '分值', '得分'], [null, null, '2024年', '2025年'], ['产出', '甲', '5次', '9次', '6次', 90, 90]], ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3', 'G2:G3']);
  expect([cells(table('2024年完成值')), cells(table('完成值'))]).toEqual([[['C4', 'E4', 'G4']], [[null, 'E4', 'G4']]]);
});

test.each([['2023年', '2024年', '4次'], ['上半年', '全年', '4次'], ['2024年', '2025年', '/']])('目标值 and 完成值 under %s and %s', (before, after, result) => {
  const table = read([
    [...LEVELS, before, null, after, null, '分值', '得分'], [null, null, '目标值', '完成值', '目标值', '完成值'], ['产出', '甲', '3次', '2次', '4次', result, 90, 90],
  ], ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'G2:G3', 'H2:H3']);
  expect(cells(table)).toEqual([result === '/' ? ['C4', 'D4', 'H4'] : ['E4', 'F4', 'H4']]);
});

test.each([['项目期', '2024年度'], ['实施期', '年度'], ['总体目标', '本年']])('under %s and %s the year counts', (term, year) => {
  const table = read([[...LEVELS, '指标值', null, '实际完成值', '分值', '得分'], [null, null, term, year], ['产出', '甲', '9次', '4次', '5次', 90, 90]], ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3', 'G2:G3']);
  expect(cells(table)).toEqual([['D4', 'E4', 'G4']]);
});

test('2023年实际 | 2024年目标 | 2024年实际 are columns', () => {
  expect(cells(read([[...LEVELS, '2023年实际', '2024年目标', '2024年实际', '分值', '得分'], ['产出', '甲', '5次', '6次', '7次', 90, 90]], []))).toEqual([['D3', 'E3', 'G3']]);
});

test('三级得分 before 二级得分 and 一级得分 is the score of a line', () => {
  expect(cells(read([[...LEVELS, '目标值', '完成值', '三级分值', '三级得分', '一级得分'], ['产出', '甲', '5次', '6次', 90, 90, 90]], []))).toEqual([['C3', 'D3', 'F3']]);
});

test('本年实际值 behind 上年实际值 is the result', () => {
  expect(cells(read([[...LEVELS, '上年实际值', '本年目标值', '本年实际值', '分值', '得分'], ['产出', '甲', '5次', '6次', '7次', 90, 90]], []))).toEqual([['D3', 'E3', 'G3']]);
});
