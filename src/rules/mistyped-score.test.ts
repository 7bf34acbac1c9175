// A tree with points of groups: what each of its sums says about a score.
import { makeGrid, type Line } from '../../test/make-grid';
import { reviewWorkbook } from '../review/review-workbook';

const TREE: readonly Line[] = [
  ['2023年度部门整体绩效自评表'], ['指标名称', '计算符号', '指标值', '实际完成值', '计量单位', '权重', '实际得分'],
  ['产出指标', null, null, null, null, 60, 60], ['  数量指标', null, null, null, null, 60, 60], ['    抽检批次', '≥', 5000, 5200, '批次', 20, 20], ['    抽检品种', '≥', 20, 20, '种', 40, 40],
  ['效益指标', null, null, null, null, 30, 30], ['  社会效益指标', null, null, null, null, 30, 30], ['    食品安全事故', '＝', 0, 0, '起', 30, 30],
  ['满意度指标', null, null, null, null, 10, 10], ['  服务对象满意度指标', null, null, null, null, 10, 10], ['    群众满意度', '≥', 85, 86, '%', 10, 10],
  ['合计', null, null, null, null, 100, 100],
];

/** Rule, cell and kind of correction of each finding, with these scores in column G and these results in column D. */
function told(scores: Readonly<Record<number, number>>, results: Readonly<Record<number, number>> = {}): readonly string[] {
  const grid = makeGrid(TREE.map((line, i): Line => [...line.slice(0, 3), results[i + 1] ?? line[3] ?? null, ...line.slice(4, 6), scores[i + 1] ?? line[6] ?? null]));
  return reviewWorkbook({ format: 'xlsx', grids: [grid], definedNames: [], remarks: [] }).tables
    .flatMap(({ findings }) => findings.map(({ rule, severity, cells, correction, because }) => `${severity} ${rule} ${cells[0] ?? ''} ${correction ? `${correction.kind} ${correction.edits.map(({ value }) => String(value)).join()}` : '-'} ${because ?? ''}`.trim()));
}

test('sums that are all off by the same show the one line that they hold', () => {
  expect(told({})).toEqual([]);
  expect(told({ 9: 3 })).toEqual(['error subtotal G9 review 30']);
  expect(told({ 12: 100 })).toEqual(['error subtotal G12 review 10', 'error score-above-weight G12 - subtotal:G12']);
});

test('of several lines in the same sums none is shown, and no sum is corrected by itself', () => {
  const found = told({ 5: 2 });
  expect(found.filter((line) => line.startsWith('error'))).toEqual(['error subtotal G3 review 42', 'error subtotal G4 review 42', 'error score-total G13 review 82']);
});

test('a sum that alone is off was mistyped itself', () => {
  expect(told({ 8: 3 })).toEqual(['error subtotal G8 safe 30']);
  expect(told({ 13: 10 })).toEqual(['error score-total G13 safe 100']);
});

test('a score that its target and result give was not mistyped: the sums still hold the one that was put right', () => {
  expect(told({}, { 12: 68 })).toEqual(['error indicator-score G12 review 8']);
  expect(told({ 12: 8 }, { 12: 68 })).toEqual(['error subtotal G10 review 8', 'error subtotal G11 review 8', 'error score-total G13 review 98']);
});
