import fc from 'fast-check';
import { FUND, INDICATOR, fundColumn, indicatorColumn, isActualGoalLabel, isExpectedGoalLabel, isTitle, isTotalLabel } from './labels';
import { isExecutionRate } from './list-cells';

const short = { minLength: 2, maxLength: 16 };

test.each(FUND.map(([pattern, column]) => [column, pattern] as const))('no label of %s is ruled out before its pattern is tried', (_, pattern) => {
  fc.assert(fc.property(fc.stringMatching(pattern).filter((text) => fits(text, short)), (text) => {
    expect(fundColumn(text)).not.toBeNull();
  }), { numRuns: 300 });
});

test.each(INDICATOR.map(([pattern, column]) => [column, pattern] as const))('no header of %s is ruled out before its pattern is tried', (_, pattern) => {
  fc.assert(fc.property(fc.stringMatching(pattern).filter((text) => fits(text, { minLength: 2, maxLength: 24 })), (text) => {
    expect(indicatorColumn(text)).not.toBeNull();
  }), { numRuns: 300 });
});

/** Chinese only: what stands for any character may be a bracket or a space, which a label is rid of. */
function fits(text: string, { minLength, maxLength }: typeof short): boolean {
  return text.length >= minLength && text.length <= maxLength && /^[\u4e00-\u9fa5\d~-]+$/.test(text);
}

test('a title need not say 表, and a text with 评 alone is none', () => {
  expect(['2022年度部门整体支出绩效自评', '项目支出自评价', '项目支出绩效自评表', '评审费', '基础数据表', '预算执行监控情况表'].map(isTitle)).toEqual([true, true, true, false, true, true]);
  expect(['财政项目支出绩效目标审批表', '某年项目支出绩效目标表公开', '项目绩效自评报告表(实施单位用)', '部门整体支出绩效评价得分表', '自评报告附表'].map(isTitle)).toEqual([true, true, true, true, false]);
  expect(['财政支出项目绩效跟踪表', '公益金使用项目绩效自评公示表', '项目支出绩效自评结果汇总表', '自评材料汇总清单表'].map(isTitle)).toEqual([true, true, true, false]);
});

test('labels are known whatever white space stands in them', () => {
  expect([isTotalLabel('总　分'), isTotalLabel('合 计：'), isExpectedGoalLabel('年度总体\n目标'), isActualGoalLabel('实 际 完 成 情 况'), isActualGoalLabel('目标实现情况'), isActualGoalLabel('全年实际总体目标完成情况')]).toEqual([true, true, true, true, true, true]);
});

test('a header may be one word, or two for the same', () => {
  expect([fundColumn('决算'), fundColumn('决算数'), indicatorColumn('标杆值/目标值')]).toEqual(['actualSpending', 'actualSpending', 'target']);
});

test('a total is known with a section number before it, and 执行率得分 among the indicators is the execution', () => {
  expect(['六、自评得分', '总分', '一、产出指标'].map(isTotalLabel)).toEqual([true, true, false]);
  expect(['预算执行率得分', '预算执行率', '指标2：预算执行率', '预算执行率偏差'].map(isExecutionRate)).toEqual([true, true, true, false]);
});

test('what was spent of the budget in some months is spending, and its rate a rate', () => {
  expect(['1-7月预算执行数(B)', '1—9月资金支出数', '截至8月底累计支出额'].map(fundColumn)).toEqual(['actualSpending', 'actualSpending', 'actualSpending']);
  expect(['1-7月预算执行率', '上半年资金支出进度'].map(fundColumn)).toEqual(['executionRate', 'executionRate']);
});

test('the points of the execution are called 分值权重 as well', () => {
  expect(['分值权重', '权重分', '权重', '分值'].map(fundColumn)).toEqual(['weight', 'weight', 'weight', 'weight']);
});

test('未执行完毕原因 and 结转结余原因 beside the amounts are reasons', () => {
  expect(['未执行完毕原因', '未支出原因', '结转结余原因', '执行偏差原因', '结余资金'].map(fundColumn)).toEqual(['reason', 'reason', 'reason', 'reason', null]);
});
