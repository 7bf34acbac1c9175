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

test('a level as target and result of a line is no header', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], HEADER, LINE,
    ['产出指标', '质量指标', '机房等级', '二级', '一级', 20, 20],
    ['效益指标', '可持续影响指标', '医院等级', '三级', '三级', 20, 20],
    ['满意度指标', '满意度指标', '乙', '≥90%', '95%', 10, 10],
  ]));
  expect(names(table)).toEqual(['甲', '机房等级', '医院等级', '乙']);
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

describe('a project and its amounts at the left of its lines', () => {
  const LEVELS: Line = ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'];
  const lines: readonly Line[] = [['产出指标', '数量指标', '建设面积', '≥1万亩', '1万亩', 60, 60], ['效益指标', '经济效益', '亩均增收', '≥200元', '216元', 30, 30]];

  test('执行数 before the levels is no result', () => {
    const { indicators } = oneTable(makeGrid([
      ['项目支出绩效自评表'], ['项目名称', '预算数', '执行数', '执行率', ...LEVELS], ['高标准农田', 1500, 1425, '95%', ...(lines[0] ?? [])], [null, null, null, null, ...(lines[1] ?? [])],
    ], ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4']));
    expect(indicators.map(({ actualEntry }) => actualEntry?.cell)).toEqual(['I3', 'I4']);
  });

  test('under a header of two rows they take no line from the list', () => {
    const table = oneTable(makeGrid([
      ['项目支出绩效自评表'], ['项目名称', '预算安排', null, null, ...LEVELS], [null, '预算数', '执行数', '执行率'],
      ['高标准农田', 1500, 1425, '95%', ...(lines[0] ?? [])], [null, null, null, null, ...(lines[1] ?? [])], ['合计', 1500, 1425, '95%', null, null, null, null, null, 90, 90],
    ], ['A2:A3', 'B2:D2', ...['E', 'F', 'G', 'H', 'I', 'J', 'K'].map((column) => `${column}2:${column}3`), 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5']));
    expect([names(table), table.fund?.total?.actualSpending?.cell, table.total?.score?.cell]).toEqual([['建设面积', '亩均增收'], 'C6', 'K6']);
  });
});

test('a total whose only figure stands under the points to be had is the score where it is not all of them', () => {
  const total = (label: string, figure: number | string): unknown[] => {
    const { total: row } = oneTable(makeGrid([['项目支出绩效自评表'], HEADER, LINE, [label, null, null, null, null, figure, null]], ['A4:E4']));
    return [row?.weight?.cell, row?.score?.cell, row?.score?.filled];
  };
  expect([total('四、自评总分', 99.3), total('自评得分', 98), total('总分', 99.3)]).toEqual([[undefined, 'F4', true], [undefined, 'F4', true], [undefined, 'F4', true]]);
  expect([total('总分', 90), total('合计', '90.00'), total('自评得分', 100)]).toEqual([['F4', 'G4', false], ['F4', 'G4', false], ['F4', 'G4', false]]);
});

test('no total is held against the amounts alone where the list has no names', () => {
  const [table] = readTables(makeGrid([
    ['项目支出绩效自评表'], ['资金（万元）', '全年预算数', '全年执行数', '分值', '执行率', '得分'], ['资金总额', 90, 90, 10, '100%', 10],
    ['绩效指标', null, '年度指标值', '实际完成值', '分值', '得分'], [null, '甲', '≥1个', '1个', 60, 60], [null, '乙', '≥1个', '1个', 30, 30], [null, '丙', '≥1个', '1个', 0, 0], ['总分', null, null, null, 100, 100],
  ], ['A4:B7', 'A8:D8'])).tables;
  expect([table?.indicators.length, table?.notUnderstood.map(({ scored }) => scored)]).toEqual([0, [true]]);
});

test('numbered columns are what they are called', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['1.一级指标', '2.二级指标', '3.三级指标', '4.指标值', '5.完成值', '6.分值', '7.得分'], ['1.产出指标', '1.1数量指标', '1.1.1奖补户数', '≥1200户', '1216户', 90, 90]]));
  expect([names(table), table.indicators[0]?.score?.cell]).toEqual([['1.1.1奖补户数'], 'G3']);
});

test('本年支出决算 is what was spent', () => {
  const { fund } = oneTable(makeGrid([['部门整体绩效自评表'], ['收支情况', '年初结转结余', '调整后预算', '本年支出决算', '年末结转结余', '预算执行率', '得分'], ['合计', 12.6, 492.6, 482.75, 9.85, '98%', 9.8], HEADER, LINE]));
  expect([fund?.total?.finalBudget?.cell, fund?.total?.actualSpending?.cell, fund?.total?.executionRate?.cell]).toEqual(['C3', 'D3', 'F3']);
});

test.each([['得分：9.5分', undefined], ['得分（10分）：9.5', '10']])('%s behind the amounts is not what was to be had', (said, points) => {
  const { fund } = oneTable(makeGrid([['项目绩效自评表'], ['预算资金（万元）', 40, '实际支出（万元）', 38, '执行率', '95%', said], HEADER, LINE]));
  expect([fund?.total?.score?.quantity?.value.toString(), fund?.declaredWeight?.toString()]).toEqual(['9.5', points]);
});

test('columns that are numbered below their headers are no line', () => {
  const read = (...numbers: Line): string[] => names(oneTable(makeGrid([['项目支出绩效自评表'], HEADER, numbers, LINE])));
  expect([read(1, 2, 3, 4, 5, 6, 7), read('栏次', '1', '2', '3', '4', '5', '6'), read('产出指标', '数量指标', '乙', 4, 5, 6, 7)]).toEqual([['甲'], ['甲'], ['乙', '甲']]);
});

test('a total merged below points and scores is what was got', () => {
  const { total } = oneTable(makeGrid([['项目支出绩效自评表'], HEADER, LINE, ['自评总分', null, null, 89.2]], ['A4:C4', 'D4:G4']));
  expect([total?.weight, total?.score?.cell]).toEqual([null, 'D4']);
});

test.each(['得分：10', '得分 10分'])('%s behind the amounts and their labels is the score of the execution', (said) => {
  const { fund } = oneTable(makeGrid([['项目绩效自评表'], ['预算资金（万元）', 40, '实际支出（万元）', 40, '执行率', '100%', said], HEADER, LINE]));
  expect([fund?.total?.score?.cell, fund?.total?.score?.quantity?.value.toString()]).toEqual(['G2', '10']);
});

test('a grand total without points below the total of the list is the whole', () => {
  const read = (score: number): unknown[] => {
    const { total } = oneTable(makeGrid([['部门整体支出绩效自评表'], HEADER, LINE, ['合计', null, null, null, null, 90, 90], ['四、自评总得分', null, null, null, null, null, score]], ['A4:E4', 'A5:F5']));
    return [total?.score?.cell, total?.weight?.cell, total?.parts?.map((part) => part.score.cell)];
  };
  expect([read(99.6), read(88)]).toEqual([['G5', undefined, ['G4']], ['G4', 'F4', undefined]]);
});

test.each([
  [[null, null, null, null, 90, null], [null, null, null, null, null, 88]], [[null, null, null, null, null, 90], [null, null, null, null, null, 88]], [[null, null, null, null, 90, null], [null, null, null, null, 88, null]],
])('分值合计 %j above 得分合计 %j totals the points to be had', (points, scores) => {
  const { total } = oneTable(makeGrid([['项目支出绩效自评表'], HEADER, LINE, ['分值合计', ...points], ['得分合计', ...scores]]));
  expect([total?.weight?.quantity?.value.toString(), total?.score?.quantity?.value.toString(), total?.label.cell]).toEqual(['90', '88', 'A5']);
});

test('分值合计 alone asks for no score, with one it is the whole', () => {
  const read = (...row: Line): unknown => oneTable(makeGrid([['项目支出绩效自评表'], HEADER, LINE, ['分值合计', null, null, null, null, ...row]])).total?.score?.cell;
  expect([read(90, null), read(90, 88)]).toEqual([undefined, 'G4']);
});

test('目标完成情况 before 实际完成值 tells how far, 指标标准值 before 年度指标值 what others reach', () => {
  const cells = (...heads: readonly string[]): unknown => {
    const { indicators: [line] } = oneTable(makeGrid([['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', ...heads, '分值', '得分'], ['产出指标', '数量指标', '修路', '≥10公里', '100%', '12公里', 90, 90]]));
    return [line?.targetEntry?.cell, line?.actualEntry?.cell];
  };
  expect([cells('年度指标值', '目标完成情况', '实际完成值'), cells('指标标准值', '年度指标值', '实际完成值'), cells('年度指标值', '目标完成情况', '质量要求')]).toEqual([['D3', 'F3'], ['E3', 'F3'], ['D3', 'E3']]);
  expect(['指标完成情况', '指标值完成情况'].map((header) => cells('年度指标值', header, '实际完成值'))).toEqual([['D3', 'F3'], ['D3', 'F3']]);
});

test('points before the names belong to them, and 合计 there is the total', () => {
  const table = oneTable(makeGrid([
    ['项目绩效自评表'], ['得分', '分值', '指标名称', '指标值', '实际值'], [60, 60, '维护面积', '3000平方米', '3000平方米'], [40, 40, '居民满意度', '≥90%', '92%'], [100, 100, '合计', null, null],
  ]));
  expect([names(table), table.total?.score?.cell, table.total?.weight?.cell]).toEqual([['维护面积', '居民满意度'], 'A5', 'B5']);
});

test('scores under 自评得分 above the list, beside headers without one, are told as not read', () => {
  const reasons = (label: string, ...scores: readonly (number | null)[]): unknown => oneTable(makeGrid([
    ['食品监管补助资金区域绩效目标自评表'], ['中央主管部门', '市场监管总局', null, null, null, label], ['省级财政部门', '某省财政厅', null, null, null, 100],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成指标值', 60],
    ...['培训监管人员', '查办违法案件', '处置投诉举报'].map((name, i): Line => ['产出指标', '质量指标', name, '100%', '100%', scores[i] ?? null]),
  ])).notUnderstood.map(({ reason }) => reason);
  expect(reasons('自评得分', 20, 20, 20)).toEqual(['“自评得分”标在指标表头之上（F2），下面各项得分没有读出，得分和总分没有核查。']);
  expect([reasons('自评得分', 20), reasons('联系人', 20, 20, 20)]).toEqual([[], []]);
});
