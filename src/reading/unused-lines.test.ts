import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER } from '../../test/one-table';
import { reviewWorkbook } from '../review/review-workbook';

const form = (...benefits: readonly Line[]): ReturnType<typeof makeGrid> => makeGrid([
  ['项目支出绩效自评表'], ['项目资金（万元）', null, '预算数', '全年执行数', '分值', '执行率', '得分'], [null, '年度资金总额', 100, 95, 10, '95%', 9.5],
  HEADER, ['产出指标', '数量指标', '养护里程', '45公里', '45公里', 60, 60], ...benefits, ['总分', null, null, null, null, 100, 99.5],
]);
const said = (...benefits: readonly Line[]): unknown => {
  const [one] = reviewWorkbook({ format: 'xlsx', grids: [form(...benefits)], definedNames: [], remarks: [] }).tables;
  return [one?.findings.filter(({ severity }) => severity !== 'hint').map(({ rule, cells }) => `${rule} ${cells[0]}`), one?.scorecard.computed?.toString() ?? null];
};
const SCORED: Line = ['社会效益', '出行条件', '出行条件', '明显改善', '明显改善', 30, 30];

test('points of alternatives that the unit did not use are none of the whole', () => {
  const blank: Line = ['效益指标', '经济效益（可选）', '带动增收', null, null, 30, null];
  expect(said(blank, SCORED)).toEqual([[], '99.5']);
  expect(said(['效益指标', '经济效益', '带动增收', '/', '/', 30, '/'], SCORED, ['生态效益', '水土保持', '水土保持', '不涉及', '本项目不涉及', 30, null])).toEqual([[], '99.5']);
});

test('a line that the whole needs was forgotten, and a line with a result was used', () => {
  expect(said(['效益指标', '经济效益', '带动增收', null, null, 20, null], ['社会效益', '出行条件', '出行条件', '明显改善', '明显改善', 10, 10])).toEqual([[], null]);
  expect(said(['效益指标', '经济效益', '带动增收', '≥5%', '5%', 30, null], SCORED)).toEqual([['missing-field G6', 'weight-total F8'], '129.5']);
});

test('so are those of a form that asks for scores alone', () => {
  const scores = (...lines: readonly Line[]): unknown => {
    const grid = makeGrid([['项目绩效自评得分表'], ['一级指标', '二级指标', '三级指标', '指标分值', '自评得分'], ['项目决策', '决策', '必要性', 30, 30], ...lines, ['项目效益', '满意度', '满意度', 30, 30], ['总分', null, null, 100, 98]]);
    const [one] = reviewWorkbook({ format: 'xlsx', grids: [grid], definedNames: [], remarks: [] }).tables;
    return one?.findings.filter(({ severity }) => severity !== 'hint').map(({ rule, cells }) => `${rule} ${cells[0]}`);
  };
  expect(scores(['项目效益', '效益', '经济效益（可选项）', 40, null], [null, null, '社会效益（可选项）', 40, 38])).toEqual([]);
  expect(scores(['项目效益', '效益', '经济效益', 20, null], [null, null, '社会效益', 20, 18])).toEqual(['missing-field E4']);
});
