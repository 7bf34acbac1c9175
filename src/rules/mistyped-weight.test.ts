// One slip is told once: at the weight.
import { exampleGrid, type Form } from './example';
import { reviewWorkbook } from '../review/review-workbook';

const told = (cells: Form['cells']): readonly string[] => reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base: 'project', ...(cells ? { cells } : {}) })], definedNames: [], remarks: [] })
  .tables.flatMap(({ findings }) => findings.map(({ rule, cells: at, because, correction }) => `${rule} ${at[0] ?? ''} ${JSON.stringify(correction?.edits.map(({ value }) => value) ?? null)} ${because ?? ''}`.trim()));

test('what follows from a mistyped weight hangs under it', () => {
  expect(told({ H14: 1 })).toEqual(['weight-total H14 [10]', 'group-weight B13 null weight-total:H14', 'score-above-weight I14 null weight-total:H14']);
});

test('a score that follows from the right weight is not doubted for the wrong one', () => {
  expect(told({ H13: 30 })).toEqual(['weight-total H13 [20]', 'group-weight B13 null weight-total:H13']);
  expect(told({ H13: 30, G13: '45公里', I13: 18, I20: 98, J13: null })).toEqual(['weight-total H13 [20]', 'group-weight B13 null weight-total:H13', 'missing-field J13 null']);
});

test('a score that passes the weight as written tells which it is, although it was not given in full', () => {
  expect(told({ H17: 1, I17: 13, J17: '个别路段未通车', I20: 98 })).toEqual(['weight-total H17 [15]', 'group-weight B17 null weight-total:H17', 'score-above-weight I17 null weight-total:H17']);
});

test('no weight is singled out where the reason, the group or another line says otherwise', () => {
  expect(told({ H13: 30, J13: '部分路段验收较晚，扣减' })).toContain('weight-total H20 null');
  expect(told({ B13: '产出指标（60分）', H13: 30 })).toContain('weight-total H20 null');
  expect(told({ H13: 19, H15: 9 })).toContain('weight-total H20 null');
});

test('a score that is computed, or met without a word, passes no weight but its own', () => {
  const twice = told({ G6: 78, G7: 58, I6: '97.5%', K6: 9.75, I20: 99.75, H6: 1, B13: '产出指标', H14: 1 });
  expect(twice).toContain('weight-total H20 null');
  expect(twice).not.toContain('weight-total H6 [19]');
});

test('a score that follows from the weight as it should be hangs under what tells of the weights, where two are wrong', () => {
  expect(told({ H13: 200, G13: '45公里', I13: 18, I20: 98, J13: '汛期停工', H17: 1 })).toContain('indicator-score I13 [180] group-weight:B13');
});

test('where several scores pass their weights, what makes the whole makes no single one', () => {
  expect(told({ H14: 1, H17: 1, I17: 13, J17: '个别路段未通车', I20: 98, B13: '产出指标', B17: '效益指标' })).toContain('weight-total H20 null');
});

test('a score above its weight is not corrected by itself to what a wrong weight makes', () => {
  const planned = reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base: 'project', cells: { H6: 0, H17: 30, B17: '效益指标' } })], definedNames: [], remarks: [] })
    .tables.flatMap(({ findings }) => findings.filter(({ correction }) => correction?.kind === 'safe').map(({ rule }) => rule));
  expect(planned).toEqual([]);
});

test('a weight that brings the list to the whole is the slip, where the total row declares the points of the list alone', () => {
  expect(told({ H5: null, H6: null, K5: null, K6: null, B17: '效益指标', H17: 25, H20: 90, I20: 90 })).toContain('weight-total H17 [15]');
});
