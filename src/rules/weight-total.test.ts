import { makeGrid } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from '../scoring/score-table';
import { weightTotal } from './weight-total';

const told = (...weights: readonly (number | null)[]): readonly unknown[] => {
  const names = ['产出指标', '产出指标', '产出指标', '效益指标', '满意度指标'];
  const table = oneTable(makeGrid([
    ['项目支出绩效目标申报表（2024年度）'],
    ['一级指标', '二级指标', '三级指标', '指标值', '计量单位', '权重'],
    ...weights.map((weight, i) => [names[i] ?? '产出指标', '某类指标', `指标名称${'甲乙丙丁戊'[i] ?? ''}`, '≥8', '次', weight]),
  ]));
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('no rubric');
  return [...weightTotal.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, severity, data }) => [message, severity, data['received']]);
};

test('the weights of a list of targets are the whole, or what the execution leaves of it', () => {
  expect([told(20, 20, 20, 30, 10), told(20, 15, 15, 30, 10), told(15, 15, 20, 20, 10), told(16.67, 16.67, 16.66, 30, 10.01)]).toEqual([[], [], [], []]);
  expect(told(20, 17, 15, 30, 10)).toEqual([['mismatch', 'verify', '92']]);
  expect(told(20, 20, 30, 30, 20)).toEqual([['mismatch', 'verify', '120']]);
});

test('a list that may go on and one with a weight left out are not added up', () => {
  expect([told(20, 20, 20, 26), told(20, 17, null, 45, 10)]).toEqual([[], []]);
});
