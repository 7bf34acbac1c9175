// Blanks among lines that share their points.
import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from '../scoring/score-table';
import { missingInIndicators } from './missing-indicators';

function blanks(title: string, heads: Line, lines: readonly Line[], merges: readonly string[]): readonly unknown[] {
  const table = oneTable(makeGrid([[title], heads, ...lines], merges));
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('no rubric');
  return [...missingInIndicators(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ message, cells }) => [message, cells[0]]);
}

const choice = (scores: readonly (number | null)[], merges = ['A3:A4', 'A6:A9', 'B3:B4', 'B6:B8', 'D6:D8']): readonly unknown[] => blanks('项目支出绩效评分表', ['一级指标', '二级指标', '三级指标', '分值', '评分要点', '得分'], [
  ['项目决策', '立项', '必要性', 10, '符合规划', 10], [null, null, '可行性', 10, '论证充分', 9], ['项目管理', '资金', '资金使用', 30, '合规', 30],
  ['项目效益', '效益', '经济效益（可选项）', 40, '产值增加', scores[0] ?? null], [null, null, '社会效益（可选项）', null, '带动就业', scores[1] ?? null],
  [null, null, '生态效益（可选项）', null, '环境改善', scores[2] ?? null], [null, '满意度', '服务对象满意度', 10, '问卷', scores[3] ?? null],
], merges);

test('points merged over lines to choose from are given on any of them', () => {
  expect([choice([38, null, null, 9]), choice([null, 38, null, 9]), choice([null, null, 38, 9])]).toEqual([[], [], []]);
  expect(choice([null, 38, null, 9], [])).toEqual([]);
});

test('points merged over lines that bear none are missing, whatever the next line has', () => {
  expect(choice([null, null, null, 9])).toEqual([['score', 'F6']]);
});

const marks = (title: string, first: number | null, ...below: readonly Line[]): readonly unknown[] => blanks(title, ['一级指标', '二级指标', '三级指标', '得分'], [
  ['部门决策（40分）', '目标（20分）', '相关性（10分）', first], [null, null, '明确性（10分）', null], [null, '预算（20分）', '测算依据（20分）', null],
  ['综合管理（60分）', '监控（30分）', '进度监控（10分）', null], [null, null, '目标监控（20分）', null], [null, '公开（30分）', '预算公开（30分）', null], ...below,
], ['A3:A5', 'A6:A8', 'B3:B4', 'B6:B7']);

test('a self-evaluation by marks that was handed in without any lacks them', () => {
  expect(marks('部门整体支出绩效自评表', null)).toEqual([['scores', 'D3']]);
  expect([marks('部门整体支出绩效自评表', 9), marks('部门整体支出绩效评价评分标准', null), marks('部门整体支出绩效自评表（样表）', null)]).toEqual([[], [], []]);
});

test('a blank total says the same', () => {
  expect(marks('部门整体支出绩效自评表', null, ['合计', null, null, null])).toEqual([]);
});

const bred = (sheep: Line, score: number | null = 30): readonly unknown[] => blanks('养殖补贴项目支出绩效自评表', ['一级指标', '二级指标', '三级指标', '分值', '年度指标值', '全年实际值', '得分'], [
  ['产出指标（60分）', '数量指标', '补助畜禽养殖数量', 30, null, null, score], sheep, [null, null, '其中：鸭', null, '300只', '320只', null],
  [null, null, '补助种植面积', 30, '20亩', '20亩', 30], ['效益指标（40分）', '经济效益', '养殖户增收', 40, '5万元', '5万元', 40], ['总分', null, null, 100, null, null, 100],
], ['A3:A6', 'B3:B6']);

test('a heading with points needs no result of its own where the lines below it tell theirs', () => {
  expect(bred([null, null, '其中：羊', null, '40只', '40只', null])).toEqual([]);
  expect(bred([null, null, '补助兽药', 0, '40只', '40只', 0])).toEqual([['actual', 'F3']]);
});

test('of a heading with one line, a figure left out there is not sought at the heading', () => {
  const alone = (target: string | null, result: string | null): readonly unknown[] => blanks('养殖补贴项目支出绩效自评表', ['一级指标', '二级指标', '三级指标', '分值', '年度指标值', '全年实际值', '得分'], [
    ['产出指标（60分）', '数量指标', '补助畜禽养殖数量', 60, null, null, 60], [null, null, '其中：羊', null, target, result, null],
    ['效益指标（40分）', '经济效益', '养殖户增收', 40, '5万元', '5万元', 40], ['总分', null, null, 100, null, null, 100],
  ], ['A3:A4', 'B3:B4']);
  expect([alone('40只', '40只'), alone('40只', null), alone(null, null)]).toEqual([[], [['actual', 'F4']], [['actual', 'F3']]]);
});

test('nor does it do without its score', () => {
  expect(bred([null, null, '其中：羊', null, '40只', '40只', null], null)).toEqual([['score', 'G3']]);
});

/** Two lines with one score: the result of the second, and what is said about it. */
const together = (result: string, ...reasons: readonly [string | null, string | null]): readonly unknown[] => blanks('共享工程项目支出绩效自评表', ['一级指标', '二级指标', '三级指标', '分值', '年度指标值', '实际完成值', '得分', '未完成原因'], [
  ['产出指标（50分）', '时效指标', '可用时长', 50, '全天候', '全天候', 50, reasons[0]], [null, null, '开放天数', null, '≥360天', result, null, reasons[1]],
  ['效益指标（50分）', '社会效益', '读者增长', 50, '≥5%', '5%', 50, null],
], ['A3:A4', 'B3:B4', 'D3:D4', 'G3:G4']);

test('a target missed by one of the lines that have one score asks for a reason, on any of them', () => {
  expect([together('300天', null, null), together('300天', null, '无')]).toEqual([[['reason', 'H4']], [['none', 'H4']]]);
  expect([together('360天', null, null), together('300天', null, '馆舍维修闭馆两个月'), together('300天', '馆舍维修闭馆两个月', null)]).toEqual([[], [], []]);
});

test('so does it below a table without a column for reasons', () => {
  const below = (said: string | null): readonly unknown[] => blanks('共享工程项目自评表', ['一级指标', '二级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '得分'], [
    ['产出指标', '时效指标', '可用时长', '全天候', '全天候', 60], [null, null, '开放天数', '≥360天', '300天', null], ['效益指标', '社会效益', '读者增长', '≥5%', '5%', 40],
    ['总分', null, null, null, null, 100], ['偏差大或目标未完成原因分析', null, said, null, null, null],
  ], ['A3:A4', 'B3:B4', 'F3:F4', 'A7:B7', 'C7:F7']);
  expect([below(null), below('馆舍维修闭馆两个月')]).toEqual([[['belowBlank', 'C7']], []]);
});
