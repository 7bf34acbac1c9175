import { makeGrid } from '../../test/make-grid';
import { HEADER, oneTable } from '../../test/one-table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from '../scoring/score-table';
import { duplicateIndicator } from './duplicate-indicator';

const told = (second: string | null, merges: readonly string[]): readonly unknown[] => {
  const table = oneTable(makeGrid([['转移支付项目绩效自评表'], HEADER, ['产出指标', '数量指标', '补助资金安排', null, '中央补助660万元', 50, 50], ['产出指标', '数量指标', second, null, '市级资金340万元', 40, 40]], merges));
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('no rubric');
  return [...duplicateIndicator.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ cells }) => cells);
};

test('a name merged over two lines is one indicator with two results, a name written twice may be two', () => {
  expect(told(null, ['C3:C4'])).toEqual([]);
  expect(told('补助资金安排', [])).toEqual([['C4', 'C3']]);
});
