// Layouts in which a block stands where others do not have it: funds below the list, totals above it, sections without a column of levels.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import type { Table } from '../model/table';
import { readTables } from './read-tables';

const names = (table: Table): string[] => table.indicators.map((indicator) => indicator.name.text);

test('a fund block below the indicators is no part of the list', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], HEADER, LINE,
    ['预算执行率', '年初预算（万元）', '全年预算（万元）', '全年支出（万元）', '执行率', '权重', '自评得分'],
    ['年度资金', 480, 480, 456, '95%', '10分', '9.5分'],
    ['合计', null, null, null, null, '100分', '99.5分'],
    ['改进措施', '下一步提前谋划，加快支付进度。'],
  ], ['A6:E6']));
  expect(names(table)).toEqual(['甲']);
  expect(table.fund?.total?.executionRate?.text).toBe('95%');
  expect(table.fund?.total?.score?.text).toBe('9.5分');
  expect(table.total?.score?.text).toBe('99.5分');
});

test('a total above the lines does not end the list', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], HEADER, ['总计', null, null, null, null, 90, 89], LINE]));
  expect(names(table)).toEqual(['甲']);
  expect(table.total?.score?.text).toBe('89');
});

test('headings of sections are the groups of a form without a column for them', () => {
  const header: Line = ['二级指标', '三级指标', '目标值', '完成值', '分值', '得分'];
  const table = oneTable(makeGrid([
    ['专项资金绩效自评表'],
    ['一、资金使用情况（10分）'],
    ['预算数（万元）', '实际到位（万元）', '实际支出（万元）', '结余（万元）', '支出率', '得分'],
    ['2,000', '2,000', '1,860', '140', '93%', 9.3],
    ['二、产出指标完成情况（60分）'], header, ['数量指标', '甲', '≥1个', '1个', 60, 60],
    ['三、效益指标完成情况（30分）'], header, ['社会效益', '乙', '≥1个', '1个', 30, 30],
    ['总得分', null, null, null, 100, 99.3],
  ], ['A2:F2', 'A5:F5', 'A8:F8']));
  expect(table.groups.filter((group) => group.level === 1).map((group) => [group.name, group.declaredWeight?.toString(), group.indicators.length])).toEqual([['产出指标', '60', 1], ['效益指标', '30', 1]]);
  expect(table.fund?.declaredWeight?.toString()).toBe('10');
  expect(table.fund?.total?.actualSpending?.text).toBe('1,860');
});

test('points beside every level are what the level got where it has 分值 as well', () => {
  const table = oneTable(makeGrid([
    ['整体支出绩效自评评分表'],
    ['一级指标', '分值', '得分', '二级指标', '分值', '得分', '三级指标', '分值', '得分'],
    ['过程', 30, 28, '预算执行', 30, 28, '预算完成率', 15, 14],
    [null, null, null, null, null, null, '预算调整率', 15, 14],
  ]));
  expect(table.groups.map((group) => [group.declaredWeight?.toString(), group.subtotalScore?.cell])).toEqual([['30', 'C3'], ['30', 'F3']]);
});

test('自评分值 beside 权重 is the score', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评评分表'], ['一级指标', '三级指标', '权重（%）', '评分标准', '自评分值'], ['产出', '甲', 60, '完成得满分', 58], ['效益', '乙', 40, '达标得满分', 40]]));
  expect([table.indicatorHeaders.weight?.cell, table.indicatorHeaders.score?.cell]).toEqual(['C2', 'E2']);
});

test('of four quarters and the year the year is the result', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'],
    ['一级指标', '三级指标', '年度目标值', '实际完成情况', null, null, null, null, '分值', '得分'],
    [null, null, null, '一季度', '二季度', '三季度', '四季度', '全年', null, null],
    ['产出指标', '甲', '≥36吨', 9, 9, 9, 10, 37, 100, 100],
  ], ['A2:A3', 'B2:B3', 'C2:C3', 'D2:H2', 'I2:I3', 'J2:J3']));
  expect(table.indicators[0]?.actualEntry?.cell).toBe('H4');
});

test('numbered lines below 一、 divide it, 二、 stands beside it', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（元）', null, '年初预算数', '全年预算数', '全年执行数', '执行率', '得分'],
    [null, '年度资金总额', 10, 10, 9, '90%', 9], [null, '一、财政拨款', 8, 8, 7], [null, '其中：1.中央资金', 5, 5, 4], [null, '2.省级资金', 3, 3, 3], [null, '二、其他资金', 2, 2, 2],
    HEADER, LINE,
  ]));
  expect(table.fund?.parts.map((part) => [part.name, part.level])).toEqual([['财政拨款', 1], ['中央资金', 2], ['省级资金', 2], ['其他资金', 1]]);
});

test('the line that 其中 divides is the total when it alone has points', () => {
  const table = oneTable(makeGrid([
    ['专项债券项目资金绩效自评表'], ['债券资金情况（万元）', '计划数', '到位数', '支出数', '支出进度', '分值', '得分'],
    ['专项债券资金', 80, 80, 76, '95%', 10, 9.5], ['其中：2022年发行', 50, 50, 50, '100%'], ['2023年发行', 30, 30, 26, '86.67%'], HEADER, LINE,
  ]));
  expect(table.fund?.total?.name).toBe('专项债券资金');
  expect(table.fund?.parts).toHaveLength(2);
});

test.each([
  ['its header says so', ['预算安排（A）', '到位资金（B）', '支出资金（C）', '支出率（C/B）'], '95%'],
  ['every rate agrees with it', ['预算安排数', '到位资金', '支出资金', '支出率'], '95%'],
])('a rate of what was received is measured against that where %s', (_, heads, rate) => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['资金情况（万元）', ...heads], ['资金总额', 100, 80, 76, rate], HEADER, LINE]));
  expect(table.fund?.headers.finalBudget?.cell).toBe('C2');
});

test('amounts that all name their unit give the block its unit', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['年度预算数', '600万元', '年度执行数', '588万元'], ['预算执行率', '98%'], HEADER, LINE]));
  expect(table.amountUnit).toBe('万元');
});

test('sources of money beside their total, with what was received between budget and spending', () => {
  const table = oneTable(makeGrid([
    ['项目绩效自评表'], ['资金（万元）', null, '合计', '中央', '省级', '执行率'], [null, '预算下达', 30, 20, 10], [null, '资金到位', 30, 20, 10], [null, '实际支出', 27, 18, 9, '90%'], HEADER, LINE,
  ], ['A2:A5']));
  expect([table.fund?.total?.finalBudget?.cell, table.fund?.total?.actualSpending?.cell, table.fund?.total?.executionRate?.cell]).toEqual(['C3', 'C5', 'F5']);
  expect(table.fund?.parts.map((part) => part.name)).toEqual(['中央', '省级']);
});

test('lines that name a group and its points open the group', () => {
  const table = oneTable(makeGrid([
    ['项目绩效自评表'], ['指标名称', '目标值', '完成值', '权重', '得分'],
    ['产出（60分）', null, null, 60, 58], ['甲', '≥1个', '1个', 30, 30], ['乙', '100%', '90%', 30, 28],
    ['效益', null, null, 40, 40], ['丙', '有效', '有效', 40, 40], ['合计', null, null, 100, 98],
  ]));
  expect(names(table)).toEqual(['甲', '乙', '丙']);
  expect(table.groups.map((group) => [group.name, group.declaredWeight?.toString(), group.subtotalScore?.text])).toEqual([['产出', '60', '58'], ['效益', '40', '40']]);
});

test('a line that lacks target and result by mistake opens no group', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['指标名称', '目标值', '完成值', '权重', '得分'], ['社会效益', null, null, 60, 58], ['满意度', '≥90%', '95%', 40, 40], ['合计', null, null, 100, 98]]));
  expect(names(table)).toEqual(['社会效益', '满意度']);
});

test('指标 over 一级 | 二级 | 三级 is no column, beside 指标内容 it is the level', () => {
  const levels = oneTable(makeGrid([['项目绩效自评表'], ['指标', null, null, '目标值', '实际值', '分值', '自评分'], ['一级', '二级', '三级', null, null, null, null], ['A产出', 'A1数量', 'A11甲', 3, 3, 100, 100]], ['A2:C2', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3']));
  expect([levels.indicatorHeaders.level1?.cell, levels.indicatorHeaders.name?.cell]).toEqual(['A3', 'C3']);
  const flat = oneTable(makeGrid([['项目绩效自评表'], ['指标', '指标内容', '年初目标', '实际完成', '标准分', '自评分'], ['数量指标', '甲', '3个', '3个', 100, 100]]));
  expect([flat.indicatorHeaders.level1?.cell, flat.indicatorHeaders.name?.cell]).toEqual(['A2', 'B2']);
});

test('columns numbered by their form are known without their numbers', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['项目资金（元）', '年初预算数①', '全年预算数②', '全年执行数③', '执行率④=③/②'], ['合计', 10, 10, 9, '90%'], HEADER, LINE]));
  expect(Object.keys(table.fund?.headers ?? {}).sort()).toEqual(['actualSpending', 'executionRate', 'finalBudget', 'originalBudget']);
});

test('a score below amounts by turns is that of the block', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['预算执行（10分）', '预算金额', '60万元', '执行金额', '57万元', '执行率', '95%'], [null, '得分', 9.5, '说明', '尾款待验收后支付'], HEADER, LINE, ['总分', null, null, null, null, 100, 99.5],
  ], ['A2:A3']));
  expect(table.fund?.total?.score?.cell).toBe('C3');
  expect(table.indicatorHeaders.score?.cell).toBe('G4');
});

test('of 合计 and 总得分 below it the second is the whole', () => {
  const table = oneTable(makeGrid([['部门整体绩效自评表'], HEADER, LINE, ['合计', null, null, null, null, 90, 89], ['总得分（含预算执行）', null, null, null, null, 100, 98.9]]));
  expect(table.total?.score?.text).toBe('98.9');
  expect(table.total?.parts?.map(({ label, score, first, end }) => [label.text, score.text, first, end])).toEqual([['合计', '89', 0, 1]]);
});

test('小计 below everything is of the list, not of its last group', () => {
  const last: Line = ['满意度指标', '满意度', '乙', '≥90%', '95%', 10, 9];
  const read = (points: number, score: number): Table => oneTable(makeGrid([['部门整体绩效自评表'], HEADER, ['产出指标', '数量指标', '甲', '3个', '3个', 80, 80], last, ['小计', null, null, null, null, points, score], ['总分', null, null, null, null, 100, 99]]));
  const whole = read(90, 89);
  expect(whole.groups.map(({ subtotalScore }) => subtotalScore?.cell ?? null)).toEqual([null, null, null, null]);
  expect(whole.total?.parts?.map(({ label, score, first, end }) => [label.text, score.cell, first, end])).toEqual([['小计', 'G5', 0, 2]]);
  const ofGroup = read(10, 9);
  expect(ofGroup.groups.map(({ name, subtotalScore }) => [name, subtotalScore?.cell ?? null])).toContainEqual(['满意度指标', 'G5']);
  expect(ofGroup.total?.parts).toBeUndefined();
});

test('a heading over a repeated header is no indicator', () => {
  const table = oneTable(makeGrid([
    ['部门整体绩效自评表'], ['年度目标1（60分）', null, '产业发展'], HEADER, ['产出指标', '数量指标', '甲', '3个', '3个', 60, 60],
    ['年度目标2（40分）', null, '美丽乡村'], HEADER, ['产出指标', '数量指标', '乙', '2个', '2个', 40, 40], ['总分', null, null, null, null, 100, 100],
  ]));
  expect(names(table)).toEqual(['甲', '乙']);
});

test('考核指标 | 应得分 | 实得分 is a list', () => {
  const table = oneTable(makeGrid([['整体支出绩效自评打分表'], ['考核内容', '考核指标', '评分标准', '应得分', '实得分', '扣分原因'], ['预算编制', '甲', '按比例', 5, 4, '迟报']]));
  expect([table.indicators[0]?.weight?.cell, table.indicators[0]?.score?.cell, table.indicators[0]?.reason?.cell]).toEqual(['D3', 'E3', 'F3']);
});

test('the goal of each line stands where others have its target', () => {
  const table = oneTable(makeGrid([['政府采购项目绩效自评表'], ['一级指标', '二级指标', '绩效目标', '完成情况', '分值', '自评得分'], ['采购结果', '按期交付率', '100%', '95%', 10, 9.5]]));
  expect(table.indicators[0]?.targetEntry?.cell).toBe('C3');
});

test('a figure that lost or repeats the 万 of its column is not taken ten thousand times', () => {
  const line = (sign: string, target: number, unit: string, actual: string | number): Line => [null, '数量指标', `${sign}${target}${unit}`, sign, target, unit, actual, 10, 10];
  const read = (...lines: readonly Line[]) => oneTable(makeGrid([
    ['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '实际完成值', '分值', '得分'], ['产出指标', ...line('≥', 2, '万人', 2.1).slice(1)], ...lines,
  ])).indicators.slice(1).map(({ actualQuantity }) => actualQuantity && `${actualQuantity.value.toString()}${actualQuantity.unit}`);
  expect(read(line('≥', 2, '万人', 19000), line('≤', 80, '万元', 798000), line('≤', 80, '万元', 300000), line('≥', 20000, '万人', 1.9))).toEqual([null, null, null, null]);
  expect(read(line('≥', 2, '万人', 1.9), line('≥', 2, '万人', 300), line('≥', 1, '万元', 800), line('≥', 200, '万人', 8))).toEqual(['19000人', '3000000人', '8000000元', '80000人']);
  expect(read(line('≥', 2, '万人', '1.8万'), line('≥', 2, '万人', '18000人'))).toEqual(['18000人', '18000人']);
});

test('a bare 1 in a column of % may be all of it, where the cell lost its percent format', () => {
  const actuals = oneTable(makeGrid([
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '实际完成值', '分值', '得分'],
    ['产出指标', '质量指标', '验收合格率', '≥', 100, '%', 1, 50, 50],
    [null, '时效指标', '完成及时率', '≥', 95, '%', 96, 50, 50],
  ])).indicators.map(({ actualQuantity }) => actualQuantity && `${actualQuantity.value.toString()}${actualQuantity.unit}`);
  expect(actuals).toEqual([null, '96%']);
});

test('具体指标 beside 指标类别 names the indicators', () => {
  const table = oneTable(makeGrid([['政府购买服务项目绩效自评表'], ['指标类别', '具体指标', '目标要求', '完成情况', '标准分', '自评分'], ['数量', '服务人数', '300人', '300人', 60, 60], ['质量', '记录完整率', '≥98%', '99%', 40, 40]]));
  expect(names(table)).toEqual(['服务人数', '记录完整率']);
});

test.each([
  ['2021年—2023年', '2023年', 2023],
  ['2021-2023年', '2022年', 2022],
  ['2023.1.1—2023.12.31', '张三', 2023],
])('a term of %s is no year by itself where it spans several', (term, other, year) => {
  expect(oneTable(makeGrid([['政策绩效自评表'], ['政策期限', term, '情况', other], HEADER, LINE])).year).toBe(year);
});

test('of a target and results that name their years the later result counts, and last year\'s alone is none', () => {
  const read = (...heads: string[]): Table => oneTable(makeGrid([['预算项目绩效自评表'], ['指标类型', '指标内容', ...heads, '分值', '得分'], ['产出数量', '甲', ...heads.map((_, i) => 40 + i), 100, 100]]));
  expect(read('2022年完成值', '2023年目标值', '2023年完成值').indicators[0]?.actualEntry?.cell).toBe('E3');
  const last = read('2022年完成值', '2023年目标值');
  expect([last.indicatorHeaders.target?.cell, last.indicatorHeaders.actual]).toEqual(['D2', undefined]);
});

test('a form with a total whose points stand in no column of their own says that they were not checked', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['自评总分', '98分'], ['指标名称', '指标性质', '年初指标值', '全年完成值', '指标权重及得分'], ['改造户数', '≥', 120, 158, '20分/20分']]));
  expect(table.notUnderstood.map(({ reason }) => reason)).toEqual(['指标表头里没有认出“分值”“得分”栏，指标得分和总分没有核查。']);
});

test('of the target of all years and that of the year the latter counts', () => {
  const read = (...heads: string[]): Table => oneTable(makeGrid([['专项资金项目绩效自评表'], ['一级指标', '三级指标', ...heads, '完成值', '分值', '得分'], ['产出指标', '甲', '≥60亩', '≥20亩', '21亩', 100, 100]]));
  expect(read('实施期指标值', '年度指标值').indicators[0]?.targetEntry?.cell).toBe('D3');
  expect(read('实施期指标值', '2023年度指标值').indicators[0]?.targetEntry?.cell).toBe('D3');
});

test('a total written behind its label in one cell', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], HEADER, LINE, ['自评总分：89.5分', null, null, null, null, null, null]], ['A4:F4']));
  expect(table.total?.score?.quantity?.value.toString()).toBe('89.5');
});

test('计划完成值 is the target', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['一级指标', '三级指标', '计划完成值', '实际完成值', '分值', '得分'], ['产出指标', '甲', '800个', '640个', 100, 80]]));
  expect([table.indicatorHeaders.target?.cell, table.indicatorHeaders.actual?.cell]).toEqual(['C2', 'D2']);
});

test('目标 | 实际 and 内容 are columns where they stand together with others', () => {
  const short = oneTable(makeGrid([['项目绩效自评打分表'], ['一级指标', '三级指标', '分值', '评分依据', '目标', '实际', '得分'], ['产出', '安装路灯', 100, '验收单', '260盏', '262盏', 100]]));
  expect([short.indicatorHeaders.target?.cell, short.indicatorHeaders.actual?.cell]).toEqual(['E2', 'F2']);
  const content = oneTable(makeGrid([['专项资金绩效自评表'], ['指标', '内容', '目标值', '完成值', '分值', '得分'], ['数量', '建设村道', '6公里', '6公里', 100, 100]]));
  expect([content.groups[0]?.name, names(content)]).toEqual(['数量', ['建设村道']]);
});

test.each([
  ['1. over （1）', ['1.财政拨款', '（1）中央资金', '（2）省级资金', '2.自筹资金']],
  ['（一） over 1.', ['（一）财政拨款', '1.中央资金', '2.省级资金', '（二）自筹资金']],
  ['一、 over （1）', ['一、财政拨款', '（1）中央资金', '（2）省级资金', '二、自筹资金']],
  ['in 其中 by levels of government', ['其中：财政拨款', '其中：中央资金', '省级资金', '其他资金']],
  ['a number over 其中', ['1.基本支出', '其中：人员经费', '公用经费', '2.项目支出']],
])('lines numbered %s divide the one above them', (_, [first = '', second = '', third = '', fourth = '']) => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（元）', null, '年初预算', '全年预算', '决算', '执行率', '得分'],
    [null, '年度资金总额', 10, 10, 9, '90%', 9], [null, first, 8, 8, 7], [null, second, 5, 5, 4], [null, third, 3, 3, 3], [null, fourth, 2, 2, 2],
    HEADER, LINE,
  ]));
  expect(table.fund?.parts.map((part) => [part.level, part.division, part.actualSpending?.quantity?.value.toString()])).toEqual([[1, 0, '7'], [2, 0, '4'], [2, 0, '3'], [1, 0, '2']]);
});

test('sources of a target form, whatever they are called and however deep', () => {
  const fund = (...lines: (readonly [string, number | string])[]): unknown => {
    const rows = lines.map(([label, amount], i) => [i === 0 ? '资金情况（万元）' : null, label, amount]);
    const table = oneTable(makeGrid([['项目绩效目标申报表（2022年度）'], ...rows, ['一级指标', '二级指标', '三级指标', '指标值'], ['产出指标', '数量指标', '道路硬化', '≥100公里']], [`A2:A${rows.length + 1}`]));
    return table.fund?.parts.map((part) => [part.name, part.level]);
  };
  expect(fund(['年度资金总额', 480], ['其中：中央政法转移支付', 200], ['上年结转结余', 200], ['社会力量投入', 80], ['其他资金', '/'])).toEqual([['中央政法转移支付', 1], ['上年结转结余', 1], ['社会力量投入', 1], ['其他资金', 1]]);
  expect(fund(['年度资金总额', 480], ['其中：财政拨款', 400], ['其中：中央资金', 300], ['省级资金', 100], ['单位自有', 80])).toEqual([['财政拨款', 1], ['中央资金', 2], ['省级资金', 2], ['单位自有', 1]]);
  expect(fund(['年度资金总额', 480], ['其中：财政拨款', 400], ['其他资金', 80], ['上年安排', 300])).toEqual([['财政拨款', 1], ['其他资金', 1]]);
});

test('按支出性质分 with its own amount is the heading of the parts below it, none of them', () => {
  const table = oneTable(makeGrid([
    ['2023年度部门整体支出绩效自评表'],
    ['年度预算申请（万元）', null, null, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, null, '年度资金总额', null, 700, 760, 760, 10, '100%', 10],
    [null, null, '按收入性质分：760', null, null, null, '按支出性质分：640.5'],
    [null, null, '其中：一般公共预算：760', null, null, null, '其中：基本支出：440.5'],
    [null, null, '其他资金：', null, null, null, '项目支出：200'],
    HEADER, LINE,
  ], ['A2:B6', 'C2:D2', 'C3:D3', 'C4:F4', 'G4:J4', 'C5:F5', 'G5:J5', 'C6:F6', 'G6:J6']));
  expect(table.fund?.splits.map((split) => split.parts.map((part) => part.amount?.toString() ?? null))).toEqual([['760', null], ['440.5', '200']]);
});

test('the money that is handed down is no department, although its form tells of the whole of it', () => {
  const kinds = ['护林员补助资金转移支付整体绩效目标自评表', '部门整体支出绩效自评表', '转移支付办公室整体支出绩效自评表'].map((title) => oneTable(makeGrid([[title], HEADER, LINE])).kind);
  expect(kinds).toEqual(['project', 'department', 'department']);
});

test('分总 closes a list, 项目总得分 gives its total above it', () => {
  const below = oneTable(makeGrid([['项目支出绩效自评表'], HEADER, LINE, ['分总', null, null, null, null, 90, 89]]));
  const above = oneTable(makeGrid([['项目绩效目标自评表'], ['项目总得分', '89分'], HEADER, LINE]));
  expect([below.total?.score?.text, above.total?.score?.text]).toEqual(['89', '89分']);
});

test('forms of several projects that follow each other without titles and totals are told apart by the names of the projects', () => {
  const header: Line = ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值'];
  const form = (name: string): Line[] => [['某区法院', null, null, '单位：万元'], ['项目名称', name], ['预算规模', '预算数', 20, '其中：财政资金', 20], ['绩效目标', '办好案件'], header, [null, '产出指标', '数量指标', '甲', '≥9件'], [null, '效益指标', '社会效益', '乙', '提升']];
  const { tables } = readTables(makeGrid([['项目支出绩效目标表'], ...form('楼面维修'), ...form('办案业务费')]));
  const paged = readTables(makeGrid([['项目支出绩效目标表'], ...form('楼面维修'), ['项目名称', '楼面\n维修 '], ['（续）'], header, [null, '满意度指标', '满意度', '丙', '≥90%']])).tables;
  expect(tables.map((table) => names(table))).toEqual([['甲', '乙'], ['甲', '乙']]);
  expect(tables[1]?.fields.find((field) => field.name === '项目名称')?.entry.text).toBe('办案业务费');
  expect(paged.map((table) => names(table))).toEqual([['甲', '乙', '丙']]);
});

test('a form of targets whose column for results is blank throughout is one of targets, a blank self-evaluation is none', () => {
  const line: Line = ['产出指标', '数量指标', '甲', '≥1个', null, null, null];
  const kinds = ['补助资金绩效目标表', '补助资金绩效目标自评表', '补助资金绩效自评表'].map((title) => oneTable(makeGrid([[title], HEADER, line])).kind);
  const filled = oneTable(makeGrid([['补助资金绩效目标表'], HEADER, LINE])).kind;
  expect([...kinds, filled]).toEqual(['targets', 'project', 'project', 'project']);
});

test('评价指标 before 评价内容 and 指标名称 is a level, alone it names', () => {
  const three = oneTable(makeGrid([['项目绩效评价指标表'], ['评价指标', '评价内容', '指标名称', '目标值', '分值'], ['定量指标', '产出数量', '受助人数', 900, 60], [null, '产出质量', '资助覆盖率', '100%', 40]], ['A3:A4']));
  const two = oneTable(makeGrid([['整体支出绩效自评打分表'], ['评价内容', '评价指标', '评分标准', '应得分', '实得分', '扣分原因'], ['预算编制', '甲', '按比例', 5, 4, '迟报']]));
  expect(names(three)).toEqual(['受助人数', '资助覆盖率']);
  expect(three.groups.map((group) => [group.level, group.name])).toEqual([[1, '定量指标'], [2, '产出数量'], [2, '产出质量']]);
  expect(names(two)).toEqual(['甲']);
});

test('names that hold the words of labels are values, however far from their label nothing is merged', () => {
  const fields = (...lines: Line[]): Record<string, string> => Object.fromEntries(oneTable(makeGrid([['项目支出绩效自评表'], ...lines, HEADER, LINE])).fields.map(({ name, entry }) => [name, entry.text]));
  expect(fields(['项目名称', null, null, '乡村医生生活补助资金'], ['主管部门', null, null, '某县卫生健康局部门', null, '实施单位', null, '某镇卫生院'])).toEqual({ 项目名称: '乡村医生生活补助资金', 主管部门: '某县卫生健康局部门', 实施单位: '某镇卫生院' });
  expect(fields(['主管部门', null, null, '项目负责人及联系电话'])['主管部门']).toBe('');
});

test('marks for management above the indicators, under headers of their own, are another list and said to be', () => {
  const table = oneTable(makeGrid([
    ['预算支出项目绩效目标自评表'],
    ['项目权重', null, '评价内容', '分值', '自评分', '复核分', '评价标准及依据'],
    ['项目决策 5分', null, '决策依据', 5, 5, null, '有年度计划计5分。'],
    ['项目管理 10分', null, '财务制度', 10, 9, null, '有制度计10分。'],
    ['项目绩效 85分', '一级指标', '二级指标', '指标名称', '年初指标值', '年终完成值', '自评分', '复核分'],
    [null, '产出指标 50分', '数量指标', '巡检机房', '12次', '12次', 50, null],
    [null, '效益指标 35分', '社会效益指标', '办事便捷', '提升', '提升', 30, null],
  ], ['A5:A7']));
  expect(table.indicators.map(({ name, score }) => [name.text, score?.text])).toEqual([['巡检机房', '50'], ['办事便捷', '30']]);
  expect(table.notUnderstood.map(({ reason }) => reason)).toEqual(['第2至4行另有一组评分项（分值、得分），没有核查，总分没有复核。']);
});

test('marks for management below the indicators, under headers of their own, are another list too, with the total of both', () => {
  const table = oneTable(makeGrid([
    ['预算支出项目绩效目标自评表'],
    ['项目绩效 85分', '一级指标', '二级指标', '指标名称', '年初指标值', '年终完成值', '自评分', '复核分'],
    [null, '产出指标 50分', '数量指标', '巡检机房', '12次', '12次', 50, null],
    [null, '效益指标 35分', '社会效益指标', '办事便捷', '提升', '提升', 30, null],
    ['项目权重', null, '评价内容', '分值', '自评分', '复核分', '评价标准及依据'],
    ['项目管理 15分', null, '财务制度', 15, 14, null, '有制度计15分。'],
    ['总分', null, null, 100, 94],
    ['存在问题', '验收偏晚'],
  ], ['A2:A4']));
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['巡检机房', '办事便捷']);
  expect(table.total).toBeNull();
  expect(table.closing.map(({ entry }) => entry.text)).toEqual(['验收偏晚']);
  expect(table.notUnderstood.map(({ reason }) => reason)).toEqual(['第5至7行另有一组评分项（分值、得分），没有核查，总分没有复核。']);
});
