import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import type { Target } from '../model/table';

/** The target of a line with 指标性质 | 指标值 | 度量单位. */
function target(nature: string, value: string | number, unit: string): Target | undefined {
  const header: Line = ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '实际完成值', '分值', '得分'];
  return oneTable(makeGrid([['项目支出绩效自评表'], header, ['产出指标', '数量指标', '甲', nature, value, unit, 1, 90, 90]])).indicators[0]?.target;
}

test.each([
  ['正向', '>='], ['越大越好', '>='], ['以上', '>='], ['不低于', '>='], ['反向指标', '<='], ['越小越好', '<='], ['以内', '<='], ['以下', '<='], ['定量', null],
] as const)('%s before the value is %s', (nature, operator) => {
  expect(target(nature, 5, '件')?.operator).toBe(operator);
});

test('左右 before the value says as much as behind it', () => {
  expect([target('左右', 100, '公里')?.quantity?.unit, target('', '100公里左右', '')?.quantity?.unit]).toEqual(['公里左右', '公里左右']);
});

test('a bare figure beside a target by the month may be of the year', () => {
  const taken = (value: string, unit: string, got: number): string | undefined => {
    const header: Line = ['一级指标', '二级指标', '三级指标', '年度指标值', '度量单位', '实际完成值', '分值', '得分'];
    const actual = oneTable(makeGrid([['项目支出绩效自评表'], header, ['产出指标', '数量指标', '甲', value, unit, got, 90, 90]])).indicators[0]?.actualQuantity;
    return actual ? `${actual.value.toString()}${actual.unit}` : undefined;
  };
  expect([taken('≥1次/月', '', 12), taken('≥1', '次/月', 12), taken('≥1', '次/月', 2), taken('≥1', '次/年', 12)]).toEqual([undefined, undefined, '2次/月', '12次/年']);
});
