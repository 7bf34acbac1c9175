// Points in one cell for lines that are scored each by itself.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, oneTable } from '../../test/one-table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from './score-table';

/** Weight, claimed score, state and range of each of the lines: result, points where the line has its own, score. */
function scored(merges: readonly string[], ...lines: readonly (readonly [string, number | null, number | null])[]): readonly string[] {
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('no rubric');
  const rows = lines.map(([actual, weight, score], i): Line => [i === 0 ? '产出指标' : null, i === 0 ? '数量指标' : null, `指标${'甲乙丙丁'[i] ?? ''}`, '≥100个', actual, weight, score]);
  const table = oneTable(makeGrid([['项目支出绩效自评表'], HEADER, ...rows], merges));
  return scoreTable(table, rubric).items.map(({ weight, claimed, state, low, high }) => [weight, claimed, state, low, high].map(String).join(' '));
}

test('each line is met with what it got where that is all of the points in the merged cell', () => {
  expect(scored(['F3:F5'], ['105个', 30, 10], ['100个', null, 10], ['120个', null, 10])).toEqual(['10 10 met 10 10', '10 10 met 10 10', '10 10 met 10 10']);
  expect(scored([], ['105个', 30, 15], ['100个', null, 15])).toEqual(['15 15 met 15 15', '15 15 met 15 15']);
});

test('how much a target that was not met may have cost is left to a person', () => {
  expect(scored(['F3:F4'], ['80个', 30, 12], ['100个', null, 15])).toEqual(['15 12 band 0 15', '15 15 met 15 15']);
});

test('a weight that was left out below a line with points of its own is nobody else\'s', () => {
  expect(scored([], ['80个', 20, 16], ['100个', null, 10])[0]).toBe('20 16 unmet 16 16');
});

test('one score for all of them stands for all of the points', () => {
  expect(scored(['F3:F4', 'G3:G4'], ['105个', 30, 30], ['100个', null, null])).toEqual(['30 30 band 0 30']);
});

test('of lines of which the unit may choose the one that is scored may have all of the points', () => {
  expect(scored(['F3:F4'], ['105个', 30, null], ['100个', null, 30])).toEqual(['30 null met 30 30', 'null 30 met 30 30']);
});

test('more than all of the points is no line\'s alone', () => {
  expect(scored(['F3:F4'], ['105个', 30, 20], ['100个', null, 15])).toEqual(['30 20 band 0 30', 'null 15 band null null']);
});
