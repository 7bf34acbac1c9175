// Words that answer a figure, in forms with and without points.
import { makeGrid, type Line } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { answerOf } from './answers';

const verdicts = (heads: Line, ...lines: readonly Line[]): readonly string[] => {
  const table = oneTable(makeGrid([['转移支付区域绩效自评表'], ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', ...heads], ...lines.map((line): Line => ['产出指标', '质量指标', ...line])]));
  return table.indicators.map((indicator) => answerOf(table, indicator));
};

test('in a form without points, 未完工 and 建设中 answer a figure where the line says why', () => {
  expect(verdicts(['未完成原因和改进措施'], ['验收合格率', '100%', '未完工', '用地审批耗时较长'], ['新建球场', '2个', '建设中', '雨季停工，次年完成'], ['使用者满意度', '≥90%', '项目未完工，未调查', '雨季停工'])).toEqual(['sound', 'sound', 'sound']);
  expect(verdicts(['未完成原因和改进措施'], ['验收合格率', '100%', '未完工', null], ['新建球场', '2个', '建设中', '无'], ['培训次数', '4次', '按计划开展', '详见总结材料'])).toEqual(['words-for-number', 'words-for-number', 'words-for-number']);
});

test('in a form with points they cost some', () => {
  const line: Line = ['验收合格率', '100%', '未完工'];
  expect(verdicts(['分值', '得分', '偏差原因'], [...line, 50, 30, '用地审批耗时较长'], [...line, 50, 50, '用地审批耗时较长'])).toEqual(['sound', 'words-for-number']);
});
