// Figures under words: what was done, and how much for each.
import { makeGrid } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { findRubric } from '../rubrics/catalogue';
import { scoreTable } from './score-table';

function state(name: string, target: string, actual: string): string | undefined {
  const rubric = findRubric('mof-2020');
  if (!rubric) throw new Error('mof-2020');
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', name, target, actual, 50, 50], ['效益指标', '社会效益指标', '影响', '较大', '较大', 50, 50],
  ]));
  return scoreTable(table, rubric).items.find(({ indicator }) => indicator === 0)?.state;
}

test.each([
  ['亩均增收', '户均1000元', '户均860元', 'unmet'], ['送戏下乡', '每村不少于6场', '每村5场', 'unmet'], ['受益村', '覆盖12个村', '覆盖13个村', 'met'],
  ['送戏下乡', '每村6场', '每镇6场', 'unknown'], ['送戏下乡', '每村6场', '每村6场，共72场', 'unknown'], ['培训成本', '人均500元', '人均450元', 'unknown'], ['补贴发放', '每月10日前', '每月15日前', 'unknown'],
])('%s: %s answered with %s is %s', (name, target, actual, expected) => {
  expect(state(name, target, actual)).toBe(expected);
});

test.each([
  ['活动阵地改造', '26个村', '覆盖24个村', 'unmet'], ['培训人次', '≥300人次', '全年共培训268人次', 'unmet'], ['安装路灯', '20盏', '已安装20盏', 'met'], ['巡河', '不少于52次', '共开展巡查48次', 'unmet'],
  ['培训人次', '≥300人次', '共培训3期', 'unknown'], ['资助学生', '320人', '已资助320名学生', 'unknown'], ['培训人次', '≥300人次', '上半年培训150人次', 'unknown'],
])('%s: %s answered with %s, what was done before how much of it, is %s', (name, target, actual, expected) => {
  expect(state(name, target, actual)).toBe(expected);
});
