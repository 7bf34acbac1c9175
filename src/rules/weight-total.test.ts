import { makeGrid } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from '../scoring/score-table';
import { scoreTotal } from './score-total';
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

test('the points of another list that was not read leave open what all of them add up to, and the total with them', () => {
  const form = (managed: boolean): Parameters<typeof makeGrid>[0] => [
    ['部门预算项目绩效自评表（2023年度）'],
    ...(managed ? [['资金管理情况', '情况说明', null, null, null, '分值', '得分'], ['安排科学性', '按因素法分配', null, null, null, 10, 10], ['使用规范性', '专款专用', null, null, null, 10, 10]] : []),
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '建设面积', '≥1万亩', '1万亩', 80, 80], ['总分', null, null, null, null, 100, 100],
  ];
  const found = (managed: boolean): number => {
    const table = oneTable(makeGrid(form(managed)));
    const rubric = findRubric('mof-2020');
    if (!rubric) throw new Error('no rubric');
    const asked = { rubric, scorecard: scoreTable(table, rubric) };
    return [...weightTotal.check(table, asked), ...scoreTotal.check(table, asked)].length;
  };
  expect([found(true), found(false)]).toEqual([0, 2]);
});
