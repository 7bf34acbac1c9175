import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER } from '../../test/one-table';
import { reviewWorkbook } from '../review/review-workbook';

const BENEFIT: Line = ['效益指标', '社会效益', '带动农户', '≥500户', '520户', 30, 30];

const said = (total: number, ...lines: readonly Line[]): unknown => {
  const grid = makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', null, '预算数', '全年执行数', '分值', '执行率', '得分'], [null, '年度资金总额', 100, 100, 10, '100%', 10],
    HEADER, ...lines, BENEFIT, ['总分', null, null, null, null, 100, total],
  ]);
  const [one] = reviewWorkbook({ format: 'xlsx', grids: [grid], definedNames: [], remarks: [] }).tables;
  return [one?.findings.filter(({ severity }) => severity !== 'hint').map(({ rule, cells }) => `${rule} ${cells[0]}`), one?.scorecard.computed?.toString() ?? null];
};

const PLOTS: Line = ['产出指标', '数量指标', '一、示范片建设', '≥900亩', '900亩', 40, 40];
const TRIALS: Line = [null, null, '二、田间试验', '≥10组', '10组', 20, 20];

test('numbered lines below a numbered one divide its points', () => {
  expect(said(100, PLOTS, [null, null, '1、侧深施肥', '≥300亩', '300亩', 20, 20], [null, null, '2、种肥同播', '≥600亩', '600亩', 20, 20], TRIALS, [null, null, '1、肥料利用率', '≥4组', '4组', 8, 8], [null, null, '2、减量增效', '≥6组', '6组', 12, 12])).toEqual([[], '100']);
});

test('so do lines behind 其中', () => {
  expect(said(100, [...PLOTS.slice(0, 2), '示范片建设', ...PLOTS.slice(3)], [null, null, '其中：水稻', '≥300亩', '300亩', 20, 20], [null, null, '其中：玉米', '≥600亩', '600亩', 20, 20], [null, null, '田间试验', '≥10组', '10组', 20, 20])).toEqual([[], '100']);
});

test('points that do not make those of the line above are their own', () => {
  expect(said(100, PLOTS, [null, null, '1、侧深施肥', '≥300亩', '300亩', 20, 20], [null, null, '2、种肥同播', '≥600亩', '600亩', 15, 15], TRIALS)).toEqual([['weight-total F10', 'score-total G10'], '135']);
});

test('a form whose total counts every line counts them', () => {
  const whole: Line = ['产出指标', '数量指标', '一、示范片建设', '≥900亩', '900亩', 20, 20];
  expect(said(100, whole, [null, null, '1、侧深施肥', '≥300亩', '300亩', 10, 10], [null, null, '2、种肥同播', '≥600亩', '600亩', 10, 10], TRIALS)).toEqual([[], '100']);
});
