// Forms as people bend them: texts beside labels where others write below, figures and labels in one cell.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';

test('goal and result beside their labels, with a heading over the next block below them', () => {
  const table = oneTable(makeGrid([
    ['项目绩效自评表'], ['三、绩效目标完成情况'],
    ['预期目标', '储备编织袋10万条', null, '实际完成', '储备编织袋10万条，汛期调用3批次'],
    ['四、绩效指标完成情况'], HEADER, LINE,
  ], ['A2:F2', 'B3:C3', 'A4:F4']));
  expect(table.goals.map(({ expected, actual }) => [expected?.cell, actual?.cell])).toEqual([['B3', 'E3']]);
});

test('a header row of goals with points between them has its texts below', () => {
  const table = oneTable(makeGrid([
    ['项目绩效自评表'], ['预期目标', '分值', '实际完成情况', '得分'], ['储备编织袋10万条', 10, '储备编织袋12万条', 10], HEADER, LINE,
  ]));
  expect(table.goals.map(({ expected, actual }) => [expected?.cell, actual?.cell])).toEqual([['A3', 'C3']]);
});

const moved = (header: string, by: number | string | null, spent: number, rate: string): (string | undefined)[] => {
  const { fund } = oneTable(makeGrid([
    ['项目绩效自评表'], ['项目资金（万元）', null, '年初预算', header, '实际支出', '执行率', '分值', '得分'],
    [null, '年度资金总额', 200, by, spent, rate, 10, 10], [null, '其中：财政拨款', 200, by, spent, rate], HEADER, LINE,
  ], ['A2:A4']));
  return [fund?.total?.originalBudget, fund?.total?.finalBudget].map((entry) => entry?.quantity?.value.toString());
};

test.each(['预算调整（+、-）', '追加（减）预算', '年中调整', '调整金额', '调整预算', '调增（减）'])('%s is by how much the budget moved', (header) => {
  expect(moved(header, 25, 225, '100%')).toEqual(['200', '225']);
  expect(moved(header, -25, 175, '100%')).toEqual(['200', '175']);
  expect(moved(header, null, 200, '100%')).toEqual(['200', '200']);
});

test('调整预算 that the rate divides by is the budget of the year', () => {
  expect(moved('调整预算', 150, 120, '80%')).toEqual(['200', '150']);
  expect(moved('预算调整数', 225, 225, '100%')).toEqual(['200', '225']);
});

test('绩效指标 alone over the names, 绩效目标 beside it the targets', () => {
  const table = oneTable(makeGrid([['财政支出项目绩效自评报告表'], ['绩效指标', '绩效目标', '实际完成', '权重', '得分', '说明'], ['改造户厕', '3000户', '2880户', 40, 38.4, '搬迁'], ['合格率', '100%', '100%', 60, 60, null]]));
  expect(table.indicators.map(({ name, targetEntry, actualEntry }) => [name.text, targetEntry?.cell, actualEntry?.cell])).toEqual([['改造户厕', 'B3', 'C3'], ['合格率', 'B4', 'C4']]);
});

test('指标体系 over levels and names, 目标 and 实绩 behind the points', () => {
  const table = oneTable(makeGrid([['管护项目绩效自评表'], ['指标体系', null, null, '权重', '目标', '实绩', '得分'], ['产出', '数量', '巡河次数', 60, '≥2400次', '2568次', 60], ['效益', '社会', '知晓率', 40, '≥80%', '84%', 40]], ['A2:C2']));
  expect(table.indicators.map(({ name, targetEntry, actualEntry }) => [name.text, targetEntry?.cell, actualEntry?.cell])).toEqual([['巡河次数', 'E3', 'F3'], ['知晓率', 'E4', 'F4']]);
  expect(table.groups.filter(({ level }) => level === 1).map(({ name }) => name)).toEqual(['产出', '效益']);
});

test('评价年度：2021 names the year', () => {
  expect(oneTable(makeGrid([['管护项目绩效自评表'], ['评价年度：2021'], HEADER, LINE])).year).toBe(2021);
  expect(oneTable(makeGrid([['街道项目绩效自评简表'], ['项目名称', '社区治理', null, '年度', 2022], HEADER, LINE])).year).toBe(2022);
});

test('考评内容 and 考评指标 are levels and names', () => {
  const table = oneTable(makeGrid([['财政专项资金绩效自评表'], ['考评内容', '考评指标', '权重', '评分标准', '自评得分', '扣分原因'], ['项目决策', '立项依据', 60, '依据充分得60分', 60, null], ['项目管理', '资金使用', 40, '合规得40分', 40, null]]));
  expect(table.indicators.map(({ name, score }) => [name.text, score?.cell])).toEqual([['立项依据', 'E3'], ['资金使用', 'E4']]);
});

test('指标金额 and 支付金额, 资金到位 and 资金支出 are amounts', () => {
  const amounts = (budget: string, spent: string): unknown => {
    const { fund } = oneTable(makeGrid([['项目绩效自评表'], ['资金性质', budget, spent, '支付率', '分值', '得分'], ['合计', 216, 210, '97.22%', 10, 9.72], HEADER, LINE]));
    return [fund?.total?.finalBudget?.text, fund?.total?.actualSpending?.text];
  };
  expect([amounts('指标金额', '支付金额'), amounts('资金到位', '资金支出'), amounts('年度金额（A）', '实际支出（B）'), amounts('下达金额', '支出金额')]).toEqual([['216', '210'], ['216', '210'], ['216', '210'], ['216', '210']]);
});

test('a further amount is no part of a line whose parts make it already', () => {
  const lines = (...amounts: number[]): unknown => oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['支出类型', '年初预算数', '全年预算数', '全年执行数', '执行率', '得分'],
    ...['基本支出', '其中：人员经费', '公用经费', '项目支出'].map((name, i) => [name, amounts[i] ?? 0, amounts[i] ?? 0, amounts[i] ?? 0, null, null] as const),
    ['支出合计', 592, 592, 592, '100%', 10], HEADER, LINE,
  ])).fund?.parts.map(({ name, level }) => [name, level]);
  expect(lines(412, 376, 36, 180)).toEqual([['基本支出', 1], ['人员经费', 2], ['公用经费', 2], ['项目支出', 1]]);
  const slip = oneTable(makeGrid([['部门整体支出绩效自评表'], ['支出类型', '年初预算数', '全年预算数', '全年执行数'], ['基本支出', 412, 438, 438], ['其中：人员经费', 376, 400, 400], ['公用经费', 36, 83, 38], ['项目支出', 180, 196, 190], ['支出合计', 592, 634, 628], HEADER, LINE]));
  expect(slip.fund?.parts.at(-1)?.level).toBe(1);
  expect(lines(592, 376, 36, 180)).toEqual([['基本支出', 1], ['人员经费', 2], ['公用经费', 2], ['项目支出', 2]]);
});

test('年初, 调整后 and 执行 by turns behind the side label, the rate with its points below', () => {
  const { fund } = oneTable(makeGrid([
    ['项目绩效自评表'], ['预算（万元）', '年初', 80, '调整后', 76, '执行', 74.48], ['执行率', '98%', null, '执行率分值', 10, '执行率得分', 9.8], HEADER, LINE,
  ]));
  expect([fund?.total?.originalBudget, fund?.total?.finalBudget, fund?.total?.actualSpending, fund?.total?.score].map((entry) => entry?.text)).toEqual(['80', '76', '74.48', '9.8']);
});

test('目标 and 完成 under short names', () => {
  const table = oneTable(makeGrid([['债券资金项目绩效自评表'], ['指标', null, null, '目标', '完成', '权重', '得分', '偏差'], ['产出', '数量', '改造危桥', '6座', '6座', 60, 60, 0], ['效益', '社会', '受益村', '14个', '14个', 40, 40, 0]], ['A2:C2']));
  expect(table.indicators.map(({ name, targetEntry, actualEntry }) => [name.text, targetEntry?.cell, actualEntry?.cell])).toEqual([['改造危桥', 'D3', 'E3'], ['受益村', 'D4', 'E4']]);
});

test('年初预算 and 追加预算 beside their figures make the budget of the year', () => {
  const { fund } = oneTable(makeGrid([['单位自评表'], ['年初预算', '200000元', '追加预算', '50000元', '实际支出', '248600元', '支出率', '99.44%'], HEADER, LINE]));
  expect([fund?.total?.finalBudget?.quantity?.value.toString(), fund?.total?.actualSpending?.text]).toEqual(['250000', '248600元']);
});

test('a numbered 合计 closes the list', () => {
  const table = oneTable(makeGrid([['重点项目绩效自评表'], ['序号', '一级指标', '三级指标', '指标值', '完成值', '分值', '得分'], [1, '产出', '甲', '≥1个', '1个', 60, 60], [2, '效益', '乙', '≥1个', '1个', 30, 30], [3, '合计', null, null, null, 90, 90], [4, '总分（含执行率）', null, null, null, 100, 99]]));
  expect([table.indicators.length, table.total?.score?.text]).toEqual([2, '99']);
});

test('一级, 二级 and 三级 alone are levels, 标杆值 is the target', () => {
  const table = oneTable(makeGrid([['项目绩效评价表（自评）'], ['一级', '二级', '三级', '标杆值', '实际', '权重', '得分'], ['产出', '数量', '供水能力', '1万吨', '1万吨', 60, 60], ['效益', '社会', '受益人口', '5万人', '5.3万人', 40, 40]]));
  expect(table.indicators.map(({ name, targetEntry }) => [name.text, targetEntry?.cell])).toEqual([['供水能力', 'D3'], ['受益人口', 'D4']]);
});

test('预算安排 and 预算执行 behind a side label, the rate with 得分 below', () => {
  const { fund } = oneTable(makeGrid([['重点项目绩效自评表'], ['资金信息', '预算安排', 3000, '预算执行', 2760], [null, '执行率', '92%', '得分', 9.2], HEADER, LINE], ['A2:A3']));
  expect([fund?.total?.finalBudget, fund?.total?.actualSpending, fund?.total?.executionRate, fund?.total?.score].map((entry) => entry?.text)).toEqual(['3000', '2760', '92%', '9.2']);
});

test('an amount among the sources of a block on its side is one of them, whatever it is called', () => {
  const { fund } = oneTable(makeGrid([['农业保险绩效自评表'], ['资金情况（万元）', '中央', '省级', '农户自缴', '合计', '执行率'], ['预算数', 450, 300, 250, 1000, null], ['执行数', 432, 288, 240, 960, '96%'], HEADER, LINE]));
  expect(fund?.parts.map(({ name, actualSpending }) => [name, actualSpending?.text])).toEqual([['中央', '432'], ['省级', '288'], ['农户自缴', '240']]);
});

test('指标 behind the only level stands over the names, 标准 and 实际 are target and result', () => {
  const table = oneTable(makeGrid([['项目自评表'], ['一级', '指标', '标准', '实际', '满分', '得分'], ['产出', '治疗率', '≥90%', '95%', 60, 60], [null, '发现率', '≥90%', '97%', 40, 40]]));
  expect(table.indicators.map(({ name, targetEntry, actualEntry }) => [name.text, targetEntry?.cell, actualEntry?.cell])).toEqual([['治疗率', 'C3', 'D3'], ['发现率', 'C4', 'D4']]);
});

test('numbered groups with points above their lines, under 年初目标 and 年末完成', () => {
  const table = oneTable(makeGrid([
    ['预算绩效自评表'], ['序号', '指标', '分值', '年初目标', '年末完成', '自评分'],
    ['一', '产出', 60, null, null, 60], [1, '维修面积', 60, '≥2000㎡', '2080㎡', 60], ['二', '效果', 40, null, null, 40], [1, '受益学生', 40, '≥1500人', '1560人', 40],
    [null, '总分', 100, null, null, 100],
  ]));
  expect([table.indicators.map(({ name }) => name.text), table.total?.score?.text]).toEqual([['维修面积', '受益学生'], '100']);
});

test('计划数 and 完成数 are target and result, 指标下达数 is a budget', () => {
  const table = oneTable(makeGrid([['部门预算绩效自评打分表'], ['资金', '指标下达数', '实际支出数', '支出率'], ['合计', 320, 320, '100%'], ['考核指标', '考核内容', '计划数', '完成数', '标准分', '自评分'], ['工作', '发布预警', '≥100次', '106次', 100, 100]]));
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['发布预警']);
  expect([table.indicatorHeaders.target?.cell, table.indicatorHeaders.actual?.cell, table.fund?.total?.finalBudget?.text]).toEqual(['C4', 'D4', '320']);
});

test('年中追加 and 年中调减 side by side make the budget of the year together', () => {
  const { fund } = oneTable(makeGrid([['部门整体支出绩效自评表'], ['整体支出（万元）', '年初预算', '年中追加', '年中调减', '决算数', '结余', '执行率', '得分'], ['合计', 1080.5, 76.2, 37.6, 1112.5, 6.6, '99.41%', 9.94], HEADER, LINE]));
  expect(fund?.total?.finalBudget?.quantity?.value.toString()).toBe('1119.1');
});

test.each(['得分：9.79（10分）', '得分（10分）：9.79'])('%s in one cell tells the score and what it is out of', (score) => {
  const { fund } = oneTable(makeGrid([['绩效自评表'], ['预算数：56.8万元', null, '执行数：55.6万元', null, '执行率：97.89%', score], HEADER, LINE]));
  expect([fund?.total?.score?.quantity?.value.toString(), fund?.declaredWeight?.toString()]).toEqual(['9.79', '10']);
});

test('amounts in one cell each with its label', () => {
  const { fund } = oneTable(makeGrid([['绩效自评表'], ['一、资金（单位：万元）'], ['预算数：56.8', null, '支出数：55.6', null, '执行率：97.89%', '得分：9.79'], HEADER, LINE]));
  expect([fund?.total?.finalBudget, fund?.total?.actualSpending, fund?.total?.executionRate, fund?.total?.score].map((entry) => entry?.text)).toEqual(['56.8', '55.6', '97.89%', '9.79']);
});

test('(15) in a column of points is a weight', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', '(60)', '60'], ['效益指标', '社会效益', '乙', '≥1个', '1个', '（40分）', 40], ['总分', null, null, null, null, '(100)', 100]]));
  expect(table.indicators.map(({ weight }) => weight?.quantity?.value.toString())).toEqual(['60', '40']);
  expect(table.total?.weight?.quantity?.value.toString()).toBe('100');
});

test('自评得分：98分 beside 合计 is the score of the row', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], HEADER, LINE, ['合计', null, null, '自评得分：98分', null, 90, null]], ['A4:C4', 'D4:E4']));
  expect([table.total?.score?.cell, table.total?.score?.quantity?.value.toString()]).toEqual(['D4', '98']);
});

test('指标内容 over groups and names divides as its lines do', () => {
  const table = oneTable(makeGrid([
    ['项目绩效自评表'], ['指标内容', null, '指标解释', '指标目标值', '实际完成值', '权重', '得分'],
    ['一、产出', '新建公园', '个数', '4个', '4个', 50, 50], [null, '绿道长度', '公里', '8公里', '8公里', 40, 40], ['二、预算执行', '执行率', '%', '100%', '98%', 10, 9.8],
  ], ['A2:B2', 'A3:A4']));
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['新建公园', '绿道长度', '执行率']);
  expect(table.groups.map(({ name, indicators }) => [name, indicators])).toEqual([['一、产出', [0, 1]], ['二、预算执行', [2]]]);
});

test('指标名称 over two columns of which the lines fill the first is the name alone', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['指标名称', null, '指标目标值', '实际完成值', '权重', '得分'], ['新建公园', null, '4个', '4个', 50, 50], ['绿道长度', '公里', '8公里', '8公里', 50, 50]], ['A2:B2']));
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['新建公园', '绿道长度']);
});

test('指标 over three columns beside 年初目标 holds levels and names', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['指标', null, null, '年初目标', '全年完成', '满分', '自评'], ['产出', '数量', '法治培训', '6次', '6次', 60, 60], ['效益', '社会', '知晓率', '≥80%', '84%', 40, 40]], ['A2:C2']));
  expect(table.indicators.map(({ name, targetEntry, actualEntry }) => [name.text, targetEntry?.cell, actualEntry?.cell])).toEqual([['法治培训', 'D3', 'E3'], ['知晓率', 'D4', 'E4']]);
});

test('指标 before 指标类型 holds the names, merged beside all lines it is the list\'s own label', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['指标', '指标类型', '年度目标', '实际完成', '权重', '得分'], ['认定家数', '产出数量', '12家', '12家', 60, 60], ['满意度', '满意度', '≥95%', '100%', 40, 40]]));
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['认定家数', '满意度']);
  const merged = oneTable(makeGrid([['项目支出绩效自评表'], ['指标', '指标类型', '年度目标', '实际完成', '权重', '得分'], ['绩效', '产出数量', '12家', '12家', 60, 60], [null, '满意度', '≥95%', '100%', 40, 40]], ['A3:A4']));
  expect(merged.indicators.map(({ name }) => name.text)).toEqual(['产出数量', '满意度']);
});

test('资金安排 beside a single line of amounts names the block, 预算合计 is the budget of the year', () => {
  const { fund } = oneTable(makeGrid([
    ['惠企政策绩效自评表'], ['资金安排（万元）', '年初预算', '年中调整', '预算合计', '实际支出', '结余', '执行率'], [null, 300, -60, 240, 228, 12, '95%'], HEADER, LINE,
  ], ['A2:A3']));
  expect([fund?.total?.originalBudget, fund?.total?.finalBudget, fund?.total?.actualSpending].map((entry) => entry?.cell)).toEqual(['B3', 'D3', 'E3']);
});

test('数值 and 单位 under target and actual alike', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['三级指标', '年度指标值', null, '实际完成值', null, '分值', '得分'], [null, '数值', '单位', '数值', '单位'],
    ['巡河次数', '≥1200', '次', 1260, '次', 60, 60], ['达标率', 100, '%', 91.67, '%', 40, 36.67],
  ], ['A2:A3', 'B2:C2', 'D2:E2', 'F2:F3', 'G2:G3']));
  expect(table.indicators.map(({ targetEntry, unitEntry, actualEntry }) => [targetEntry?.cell, unitEntry?.cell, actualEntry?.cell])).toEqual([['B4', 'C4', 'D4'], ['B5', 'C5', 'D5']]);
});

test('权重 before the names beside 分值 behind them is the group\'s', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['类别', '权重', '指标', '目标', '实际', '分值', '得分'], ['产出', 60, '讲座', '24场', '24场', 40, 40], [null, null, '步道', '3条', '3条', 20, 20], ['效益', 40, '知晓率', '≥75%', '78%', 40, 40]]));
  expect(table.indicators.map(({ name, weight }) => [name.text, weight?.cell])).toEqual([['讲座', 'F3'], ['步道', 'F4'], ['知晓率', 'F5']]);
});

test('资金结余 below the amounts is no source of them, 结余资金 with a budget is', () => {
  const parts = (...line: Line): readonly unknown[] | undefined => oneTable(makeGrid([['专项资金绩效自评表'], ['资金投入（万元）', null, '预算数', '实际使用', '使用率'], [null, null, 1000, 870, '87%'], line, HEADER, LINE], ['A2:B3'])).fund?.parts.map(({ name }) => name);
  expect(parts('资金结余（万元）', null, 130, null, null)).toEqual([]);
  expect(parts(null, '结余资金', 130, 100, '76.92%')).toEqual(['结余资金']);
});

test('(2.6) in the column of adjustments takes away', () => {
  expect(moved('调整数', '(25)', 175, '100%')).toEqual(['200', '175']);
});

test('2023年预算 and 2023年执行 beside 累计预算 and 累计执行 are those of the form', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', null, '2023年预算', '2023年执行', '累计预算', '累计执行', '2023年执行率'],
    [null, '年度资金总额', 5000, 4800, 12000, 11200, '96%'], [null, '其中：财政拨款', 5000, 4800, 12000, 11200, '96%'], HEADER, LINE,
  ], ['A2:A4']));
  expect([fund?.total?.finalBudget, fund?.total?.actualSpending, fund?.total?.executionRate].map((entry) => entry?.cell)).toEqual(['C3', 'D3', 'G3']);
});

test('of 收入合计 and 支出合计 below each other the latter is the whole, with its own lines', () => {
  const income: readonly Line[] = [[null, '收入合计', 186, 198, 198, '100%', '财政追加12万元'], [null, '其中：财政拨款', 186, 198, 198, '100%']];
  const spending: readonly Line[] = [[null, '支出合计', 186, 198, 194, '98%'], [null, '其中：基本支出', 146, 146, 146, '100%'], [null, '项目支出', 40, 52, 48, '92.31%']];
  const read = (...lines: readonly Line[]): readonly unknown[] => {
    const { fund } = oneTable(makeGrid([['部门整体支出绩效自评表'], ['收支情况（万元）', '项目', '年初预算', '全年预算', '决算数', '完成率', '备注'], ...lines, HEADER, LINE], ['A2:A7']));
    return [fund?.total?.name, fund?.total?.reason?.text, fund?.parts.map(({ name, level }) => [name, level])];
  };
  const whole = ['支出合计', '财政追加12万元', [['基本支出', 1], ['项目支出', 1]]];
  expect([read(...income, ...spending), read(...spending, ...income)]).toEqual([whole, whole]);
});

test('调整预算 that is blank or — throughout leaves the budget as it was', () => {
  const read = (adjusted: string | number | null, part: string | number | null = adjusted): string | undefined => oneTable(makeGrid([
    ['项目绩效自评表'], ['项目资金（万元）', null, '年初预算', '调整后预算', '实际支出', '执行率'],
    [null, '年度资金总额', 50, adjusted, 49, '98%'], [null, '其中：财政拨款', 50, part, 49, '98%'], HEADER, LINE,
  ], ['A2:A4'])).fund?.total?.finalBudget?.cell;
  expect([read(null), read('—'), read(49), read(null, 49)]).toEqual(['C3', 'C3', 'D3', 'D3']);
});

test('预算调整说明 beside the amounts says why they moved', () => {
  const { fund } = oneTable(makeGrid([['项目支出绩效自评表'], ['预算（万元）', '年初预算数', '调整后预算数', '实际支出数', '执行率', '预算调整及执行偏差说明'], ['总额', 1000, 1200, 1176, '98%', '年中追加200万元'], HEADER, LINE]));
  expect(fund?.total?.reason?.cell).toBe('F3');
});

test('预算数 | 执行数 of the tasks before the funds are not the block that brings points', () => {
  const { fund, notUnderstood } = oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['任务名称', '主要内容', '预算数（万元）', '执行数（万元）', '执行率'], ['公路养护', '养护1260公里', 860, 817, '95%'], ['金额合计', null, 860, 817, '95%'],
    ['年度资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'], ['资金总额', 5000, 5000, 4957, 10, '99.14%', 9.91],
    HEADER, LINE,
  ]));
  expect([fund?.total?.actualSpending?.cell, fund?.total?.score?.cell, notUnderstood]).toEqual(['D6', 'G6', []]);
});

test.each([['二〇二三年度项目支出绩效自评表', 2023], ['二○二四年度项目支出绩效自评表', 2024], ['项目支出绩效自评表（二零一九年）', 2019], ['2023项目支出绩效自评表', 2023], ['二中心项目支出绩效自评表', null]])('the year of %s', (title, year) => {
  expect(oneTable(makeGrid([[title], HEADER, LINE])).year).toBe(year);
});

test('a project that is named after a year does not tell the year of the form where the form does', () => {
  expect(oneTable(makeGrid([['项目绩效自评表（2023年）'], ['项目名称', '2021整体搬迁'], HEADER, LINE])).year).toBe(2023);
});

test('单位：万元 beside a blank 填报单位 is what the amounts are written in, and names nobody', () => {
  const named = (unit: string): unknown => oneTable(makeGrid([['项目支出绩效自评表'], [unit, null, null, '单位：万元'], ['项目资金', '全年预算数', '全年执行数'], ['年度资金总额', 100, 95], HEADER, LINE], ['A2:C2'])).fields.filter(({ name }) => name === '填报单位').map(({ entry }) => [entry.cell, entry.filled, entry.text]);
  expect(named('填报单位：')).toEqual([['A2', false, '']]);
  expect(named('填报单位：某县水利局')).toEqual([['A2', true, '某县水利局']]);
});

test('自评总分 is no telephone number, with a figure behind it or without', () => {
  const read = (score: number | null): unknown => {
    const { fields, total } = oneTable(makeGrid([['部门整体绩效自评表'], ['部门名称', '某县林业局', '联系电话', '自评总分（分）', score], ['项目资金', '全年预算数', '全年执行数'], ['年度资金总额', 100, 95], HEADER, LINE], ['A1:G1']));
    return [fields.map(({ name, entry }) => [name, entry.text]), total?.score?.cell, total?.score?.filled];
  };
  expect(read(90)).toEqual([[['部门名称', '某县林业局'], ['自评总分', '90']], 'E2', true]);
  expect(read(null)).toEqual([[['部门名称', '某县林业局'], ['自评总分', '']], 'E2', false]);
});

test('the total of a row whose label is merged over the column of scores belongs behind it', () => {
  const header: Line = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '单项指标得分', '权重占比', '单项指标折算得分'];
  const lines: readonly Line[] = [['产出指标', '数量指标', '甲', '3个', '3个', 60, 60, 36], ['效益指标', '社会效益', '乙', '提升', '提升', 40, 40, 16]];
  const read = (score: number | null): unknown => {
    const { total } = oneTable(makeGrid([['项目绩效自评表'], header, ...lines, ['自评总分', null, null, null, null, null, null, score]], ['A5:G5']));
    return [total?.score?.cell, total?.score?.filled];
  };
  expect([read(52), read(null)]).toEqual([['H5', true], ['H5', false]]);
});
