// Points of the outer levels in columns of their own, whatever these are called and wherever they stand, and weights that are shares of the level above.
import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import type { Table } from '../model/table';

const read = (lines: readonly Line[], merges: readonly string[] = []): Table => oneTable(makeGrid([['2024年度项目支出绩效自评表'], ...lines], merges));
const weights = (table: Table): unknown => [table.groups.map(({ level, name, declaredAt }) => [level, name, declaredAt?.cell ?? null]), table.indicators.map(({ weight }) => weight?.cell ?? null)];
const END: Line = ['指标值', '完成值', '得分'];

test('二级指标权重 and 一级指标分值 are the points of their levels', () => {
  expect(weights(read([['一级指标', '一级指标权重', '二级指标', '二级指标权重', '三级指标', '三级指标权重', ...END], ['产出', 90, '数量', 90, '甲', 90, '1个', '1个', 90]]))).toEqual([[[1, '产出', 'B3'], [2, '数量', 'D3']], ['F3']]);
  expect(weights(read([['一级指标', '二级指标', '三级指标', '一级指标分值', '二级指标分值', '三级指标分值', ...END], ['产出', '数量', '甲', 90, 90, 90, '1个', '1个', 90]]))).toEqual([[[1, '产出', 'D3'], [2, '数量', 'E3']], ['F3']]);
});

test('权重 over 一级 | 二级 | 三级 divides into the points of each level', () => {
  const lines: readonly Line[] = [['指标体系', null, null, '权重', null, null, ...END], ['一级指标', '二级指标', '三级指标', '一级', '二级', '三级'], ['产出', '数量', '甲', 90, 90, 90, '1个', '1个', 90]];
  expect(weights(read(lines, ['A2:C2', 'D2:F2', 'G2:G3', 'H2:H3', 'I2:I3']))).toEqual([[[1, '产出', 'D4'], [2, '数量', 'E4']], ['F4']]);
});

describe('weights that make 100 in each group', () => {
  const shares = (last: string, points: boolean): Table => read([
    ['一级指标', '一级指标权重', '二级指标', '二级指标权重', '三级指标', '三级指标权重', ...(points ? ['分值'] : []), ...END],
    ['产出', '60%', '数量', '50%', '甲', '100%', ...(points ? [30] : []), '1个', '1个', 30], [null, null, '质量', '50%', '乙', '100%', ...(points ? [30] : []), '1个', '1个', 30],
    ['效益', '40%', '社会', last, '丙', '100%', ...(points ? [40] : []), '1个', '1个', 40],
  ], ['A3:A4', 'B3:B4']);
  test('are no points, those of the lines stand under 分值', () => {
    expect(weights(shares('100%', true))).toEqual([[[1, '产出', 'B3'], [2, '数量', null], [2, '质量', null], [1, '效益', 'B5'], [2, '社会', null]], ['G3', 'G4', 'G5']]);
  });
  test('or nowhere', () => {
    expect(weights(shares('100%', false))).toEqual([[[1, '产出', 'B3'], [2, '数量', null], [2, '质量', null], [1, '效益', 'B5'], [2, '社会', null]], [null, null, null]]);
  });
  test('are none either where one group of three makes another sum', () => {
    const line = (group: string, ...shares: readonly number[]): readonly Line[] => shares.map((share) => [group, 30, '甲', share, '1个', '1个', 30]);
    const weightsOf = (...shares: readonly number[]): unknown => read([['一级指标', '权重', '三级指标', '权重', ...END], ...line('产出', 60, 40), ...line('效益', 100), ...line('满意度', ...shares)]).indicators.map(({ weight }) => weight?.cell ?? null);
    expect([weightsOf(50, 40), weightsOf(5, 5)]).toEqual([[null, null, null, null, null], [null, null, null, null, null]]);
  });
  test('are none where the groups inside divide them further', () => {
    const table = read([
      ['一级指标', '权重', '二级指标', '分值', '三级指标', '分值', ...END],
      ['管理', 50, '预算', 75, '甲', 40, '1个', '1个', 40], [null, null, null, null, '乙', 35, '1个', '1个', 35], [null, null, '财务', 25, '丙', 25, '1个', '1个', 25],
      ['产出', 50, '数量', 60, '丁', 60, '1个', '1个', 60], [null, null, '质量', 40, '戊', 40, '1个', '1个', 40],
    ], ['A3:A5', 'B3:B5', 'C3:C4', 'D3:D4', 'A6:A7', 'B6:B7']);
    expect(weights(table)).toEqual([[[1, '管理', 'B3'], [2, '预算', null], [2, '财务', null], [1, '产出', 'B6'], [2, '数量', null], [2, '质量', null]], [null, null, null, null, null]]);
  });
  test('are points of the whole where a group makes another sum', () => {
    expect(weights(shares('40%', true))).toEqual([[[1, '产出', 'B3'], [2, '数量', 'D3'], [2, '质量', 'D4'], [1, '效益', 'B5'], [2, '社会', 'D5']], ['G3', 'G4', 'G5']]);
  });
});
