// Points in a merged cell for several lines, and what these may have of them together.
import { makeGrid } from '../../test/make-grid';
import { HEADER, oneTable } from '../../test/one-table';
import { chooseRubric } from '../rubrics/choose';
import { scoreTable } from '../scoring/score-table';
import { scoreAboveWeight } from './score-above-weight';

const told = (weight: number, first: number, second: number, rest: number): readonly unknown[] => {
  const table = oneTable(makeGrid([
    ['2023年度项目支出绩效自评表'], HEADER, ['产出指标', '数量指标', '甲', '≥100个', '105个', weight, first], [null, null, '乙', '≥100个', '100个', null, second],
    ['效益指标', '社会效益', '丙', '≥1个', '1个', rest, rest], ['总分', null, null, null, null, 100, first + second + rest],
  ], ['F3:F4']));
  const { rubric } = chooseRubric(table);
  return [...scoreAboveWeight.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells, received }) => [message, cells, received]);
};

test('more than the lines have together, unless the points are those of each', () => {
  expect(told(30, 20, 15, 70)).toEqual([['together', ['G3', 'G4', 'F3'], '35']]);
  expect(told(30, 20, 10, 70)).toEqual([]);
  expect(told(10, 10, 10, 80)).toEqual([]);
});
