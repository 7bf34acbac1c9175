import fc from 'fast-check';
import { FUND, INDICATOR, fundColumn, indicatorColumn, isActualGoalLabel, isExpectedGoalLabel, isHeadTotalLabel, isTitle, isTotalLabel } from './labels';
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
  expect(['财政支出项目绩效跟踪表', '公益金使用项目绩效自评公示表', '项目支出绩效自评结果汇总表', '校园足球项目支出绩效自评复核表', '自评材料汇总清单表'].map(isTitle)).toEqual([true, true, true, true, false]);
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

test('budgets, spending and rates by further words', () => {
  expect(['年初财政预算数', '年初资金预算', '执行预算数', '部门预算数', '全年财政预算'].map(fundColumn)).toEqual(['originalBudget', 'originalBudget', 'finalBudget', 'finalBudget', 'finalBudget']);
  expect(['全年预算执行数', '全年资金支出', '项目支出金额', '拨付数', '列支金额'].map(fundColumn)).toEqual(Array(5).fill('actualSpending'));
  expect(['执行率=执行数/预算数', '执行率/%', '执行情况（%）', '项目支出执行率', '资金拨付率', '执行百分比'].map(fundColumn)).toEqual(Array(6).fill('executionRate'));
});

test('未执行完毕原因 and 结转结余原因 beside the amounts are reasons', () => {
  expect(['未执行完毕原因', '未支出原因', '结转结余原因', '执行偏差原因', '结余资金'].map(fundColumn)).toEqual(['reason', 'reason', 'reason', 'reason', null]);
});

test.each([
  ['target', '年度计划值 全年预期值 年初计划值 年度预期值 指标标准值 三级指标值 预期达到值 预期实现值 项目年度指标值 原设定目标值 年初申报目标值 预设目标值 期初目标值 目标数 年度目标指标值 年度绩效目标指标值 年末目标值 年终指标值'],
  ['actual', '绩效完成值 目标完成值 目标完成情况 绩效指标完成情况 绩效目标完成情况 当年完成值 实际达标值 实际数值 实际结果 自评值 绩效实际值 截止12月底完成值 12月底完成值 期末完成值 实际完成绩效 实际绩效值 实际完成绩效值 指标值完成情况'],
  ['weight', '满分值 权重值 基本分 设置分值 目标分值 最高分 分值比重 额定分值 指标分 指标分数 配分 权数 基准分 分值设定 权重/分值 考核分值 评分权重 分值数量(20)、质量(10)、效益(30)、满意度(10)'],
  ['score', '得分情况 自评打分 自我评价得分 预算单位自评得分 主管部门评分 本年得分 所得分值 得分数值 自我评分 单位自评分 部门自评得分 单位评分 考核得分 自查得分 本项得分 评估得分 自评计分 自评实际得分'],
  ['reason', '失分原因 扣分理由 偏离理由 偏离原因分析 原因及措施 原因分析及改进措施 存在问题 存在问题及改进措施 问题及原因 未达预期原因 未得满分原因'],
  ['nature', '运算符 判断符号 比较关系 指标值性质'], ['unit', '指标值单位 数值单位 指标度量单位'],
  ['level1', '一级指标及分值'], ['level2', '二级指标及分值 二级指标类别'],
] as const)('%s is known in the words that offices have for it', (column, words) => {
  expect(words.split(' ').filter((word) => indicatorColumn(word) !== column)).toEqual([]);
});

test.each([
  ['originalBudget', '年初批复数 年初部门预算数 当年年初预算数 初始预算数 年初数 年初计划数 年初核定预算数 预算数（年初） 预算批复数（年初）'],
  ['finalBudget', '预算数（调整后） 年末预算数 全年实际预算数 调整后全年预算数 全年总预算数 项目预算数 全年下达数 全年到位数 预算指标数 可执行数 安排资金 核定预算数 变动后预算数'],
  ['actualSpending', '已支付数 已支出金额 年末执行数 年终执行数 项目支出数 实际发生数 实支数 截止12月底支出数'],
  ['executionRate', '执行比例 支出比率 支出完成率 支出执行率 项目执行率'], ['score', '执行得分 资金执行得分 单位自评得分 自评分数'], ['reason', '情况说明 执行率未达100%原因 资金结余原因'],
] as const)('%s of a fund block is known in the words that offices have for it', (column, words) => {
  expect(words.split(' ').filter((word) => fundColumn(word) !== column)).toEqual([]);
});

test('一级目标 and 二级目标 are what plans of tasks have, no levels of indicators', () => {
  expect(['一级目标', '二级目标'].map(indicatorColumn)).toEqual([null, null]);
});

test('项目支出 and 预算指标 name lines, no columns', () => {
  expect(['项目支出', '预算指标', '执行', '情况'].map(fundColumn)).toEqual([null, null, null, null]);
});

test('totals and goals under further words', () => {
  expect(['评价总分', '项目总分', '绩效自评总分', '得分总计', '自评分合计', '自评综合得分', '总成绩', '合计/总分', '单位自评得分', '项目得分'].map(isTotalLabel)).toEqual([true, true, true, true, true, true, true, true, true, false]);
  expect(['年初预期目标', '项目绩效目标', '年初设定年度目标', '年度总目标'].map(isExpectedGoalLabel)).toEqual([true, true, true, true]);
  expect(['实现情况', '年末完成情况', '年度目标实际完成情况', '年末总体目标完成情况', '绩效指标完成情况'].map(isActualGoalLabel)).toEqual([true, true, true, true, false]);
});

test.each([
  ['originalBudget', '初始预算总额 年初金额'], ['finalBudget', '预算总金额 预算总数 当年度预算数 下达预算数 批复预算金额 批复数 资金到位金额 资金下达金额 调整后金额'],
  ['actualSpending', '年度决算数 本年度决算数 当年决算数 年终决算数 实际支出总额 执行总额 项目实际支出数 当年度执行数'], ['executionRate', '财政资金执行率 项目资金执行率 专项资金执行率 预算资金支出率'],
  ['weight', '应得分 赋分 权重值 满分值 标准分数 基准分 配分 分值/权重'], ['score', '实得分 得分值 自评价得分 自评实际得分 自查得分'],
] as const)('%s of a fund block is known by the words that its neighbours and the list below have for it', (column, words) => {
  expect(words.split(' ').filter((word) => fundColumn(word) !== column)).toEqual([]);
});

test('targets and results of this year, however the year is called', () => {
  expect('本年度指标值 当年度指标值 本年度目标值 当年度目标值 本年度计划值 申报指标值'.split(' ').filter((word) => indicatorColumn(word) !== 'target')).toEqual([]);
  expect('本年度完成值 当年度完成值 目标实际完成值 绩效目标实际完成值 指标值实际完成值 年度指标实际完成值 项目实际完成值'.split(' ').filter((word) => indicatorColumn(word) !== 'actual')).toEqual([]);
});

test.each([
  ['target', '考核目标值 原定目标值 应完成值 年度计划完成值'], ['actual', '达成值 实际达成值 年末实际值'], ['weight', '分值分配 指标总分 预设分值'], ['score', '全年得分 年度得分'],
  ['reason', '整改措施 得分依据'], ['name', '末级指标 明细指标'], ['nature', '指标符号 关系符号 绩效指标性质'],
] as const)('%s of a list under words that lists of bureaus have for it', (column, words) => {
  expect(words.split(' ').filter((word) => indicatorColumn(word) !== column)).toEqual([]);
});

test('what stands in 〔〕 is no part of a label', () => {
  expect([indicatorColumn('年度指标值〔A〕'), fundColumn('全年预算数〔万元〕'), indicatorColumn('分值〔100分〕')]).toEqual(['target', 'finalBudget', 'weight']);
});

test('the whole score in the head, by whomever of the unit it is given', () => {
  expect(['部门自评得分', '绩效自评得分', '整体自评总分', '自评综合得分', '复核得分', '财政评价得分'].map(isHeadTotalLabel)).toEqual([true, true, true, true, false, false]);
});
