import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from '../scoring/score-table';
import { duplicateIndicator } from './duplicate-indicator';
import { listedTotals, listedWeights } from './listed-projects';

const read = (weight: number, score: number, total: number): readonly unknown[] => {
  const project = (name: string, points: readonly number[], scores: readonly number[], made: number): readonly Line[] => [
    [name, 120, 118.2, '98.5%', '产出', '数量', '甲', '≥24个', '26个', points[0] ?? null, scores[0] ?? null, made], [null, null, null, null, '效益', '社会', '乙', '≥85%', '88%', points[1] ?? null, scores[1] ?? null, null],
  ];
  const table = oneTable(makeGrid([
    ['2023年度街道项目支出绩效自评情况表'], ['项目名称', '预算数', '支出数', '执行率', '一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分', '总分'],
    ...project('为民服务', [60, weight], [60, score], total), ...project('市容管理', [50, 50], [50, 46], 96),
  ], ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'L3:L4', 'A5:A6', 'B5:B6', 'C5:C6', 'D5:D6', 'L5:L6']));
  return [...listedWeights(table), ...listedTotals(table)].map(({ cells, expected }) => [cells[0], expected]);
};

test('each project of a list has its 100 points and the total of its own scores', () => {
  expect(read(40, 38, 98)).toEqual([]);
  expect(read(30, 30, 90)).toEqual([['J3', '100']]);
  expect(read(40, 38, 89)).toEqual([['L3', '98']]);
});

test('the same indicator of two projects is none of one project twice', () => {
  const found = (second: string): readonly unknown[] => {
    const table = oneTable(makeGrid([
      ['2023年度项目绩效自评明细表'], ['项目名称', '三级指标', '指标值', '完成值', '分值', '得分', '总分'],
      ['道路', '里程', '≥9公里', '9公里', 90, 90, 100], [null, '群众满意度', '≥90%', '95%', 10, 10, null], [second, '座数', '≥3座', '3座', 90, 90, second === '道路' ? null : 100], [null, '群众满意度', '≥90%', '92%', 10, 10, null],
    ]));
    const rubric = findRubric('mof-2020');
    if (!rubric) throw new Error('no rubric');
    return [...duplicateIndicator.check(table, { rubric, scorecard: scoreTable(table, rubric) })].map(({ cells }) => cells);
  };
  expect([found('桥梁'), found('道路')]).toEqual([[], [['B6', 'B4']]]);
});
