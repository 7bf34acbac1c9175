// Layouts with a word, a column or a cell where others have another: points under other names, amounts behind labels, results in rows of their own.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import type { Grid } from '../model/grid';
import { readTables } from './read-tables';

test('赋分 is what there is to be had beside 得分, and the score beside 分值', () => {
  const weightAndScore = (...header: readonly string[]): unknown => {
    const [table] = readTables(makeGrid([['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', ...header], ['产出指标', '数量指标', '甲', '≥1个', '1个', 10, 9]])).tables;
    return [table?.indicators[0]?.weight?.text, table?.indicators[0]?.score?.text];
  };
  expect([weightAndScore('赋分', '得分'), weightAndScore('分值', '赋分')]).toEqual([['10', '9'], ['10', '9']]);
});

test('年初指标值 becomes 年度指标值, and a line that has the first alone was given up', () => {
  const readUnder = (second: string, ...lines: readonly Line[]): unknown => oneTable(makeGrid([['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '年初指标值', second, '实际完成值', '分值', '得分'], ...lines]))
    .indicators.map(({ name, targetEntry }) => [name.text, targetEntry?.cell]);
  const read = (...lines: readonly Line[]): unknown => readUnder('年度指标值', ...lines);
  const adjusted: Line = ['产出指标', '数量指标', '甲', '≥20家', '≥18家', '18家', 30, 30];
  expect(read(adjusted, ['产出指标', '数量指标', '乙', '≥4场'], ['产出指标', '数量指标', '丙', '≥3次', null, '3次', 30, 30])).toEqual([['甲', 'E3'], ['丙', 'D5']]);
  expect(read(adjusted, ['产出指标', '数量指标', '乙', '≥4场', null, null, 30])).toEqual([['甲', 'E3'], ['乙', 'D4']]);
  expect(readUnder('年末指标值', adjusted)).toEqual([['甲', 'E3']]);
});

test('reasons under headers that say 未达 in other words', () => {
  const reasonUnder = (header: string): unknown => oneTable(makeGrid([['项目支出绩效自评表'], [...HEADER, header], [...LINE, '样本偏少']])).indicators[0]?.reason?.text;
  expect(['未达标原因', '未达成原因及改进措施', '未达到目标的原因', '未实现原因分析'].map(reasonUnder)).toEqual(Array(4).fill('样本偏少'));
});

test('lists under 评价内容 | 评价指标, and under 指标 over levels and names beside the points', () => {
  const namesIn = (grid: Grid): unknown => oneTable(grid).indicators.map(({ name, score }) => [name.text, score?.text]);
  expect(namesIn(makeGrid([['平安建设经费绩效自评打分表'], ['序号', '评价内容', '评价指标', '权重', '目标值', '完成值', '得分率', '得分'], ['一', '产出', '网格员培训', '15%', '≥4期', '4期', '100%', 15]]))).toEqual([['网格员培训', '15']]);
  expect(namesIn(makeGrid([['专项扶贫资金绩效自评表'], ['指标', null, '分值', '评价标准', '自评情况', '自评得分'], ['资金投入（20分）', '县级投入', 10, '占比≥5%得满分', '占比8.2%', 10]], ['A2:B2']))).toEqual([['县级投入', '10']]);
});

test('a list with figures whose names were not found is told', () => {
  const lines = ['甲', '乙', '丙'].map((name): Line => ['产出', name, 10, 10, 20, 18]);
  const reasons = (body: readonly Line[]): unknown => oneTable(makeGrid([['项目支出绩效自评表'], ['大类', '事项', '年度指标值', '实际完成值', '分值', '得分'], ...body])).notUnderstood.some(({ reason }) => reason.includes('指标名称'));
  expect([reasons(lines), reasons([])]).toEqual([true, false]);
});

test('the year stands before the day of filling in, in one cell with it', () => {
  const yearOf = (line: string): number | null => oneTable(makeGrid([['某市本级项目支出绩效自评表'], [line], HEADER, LINE])).year;
  expect(['（ 2022 年 度 ）　填表日期：2023年2月20日', '填表日期：2023年2月20日', '（2022年度）填报时间：2023.2'].map(yearOf)).toEqual([2022, null, 2022]);
});

test('the points of the execution behind a source, in a block of labels and figures by turns', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效自评表'],
    ['预算执行情况（万元）', '预算数', 200, '执行数', 196, '执行率', '98%'],
    [null, '其中：财政拨款', 200, '其中：财政拨款', 196, '得分（10分）', 9.8],
    HEADER, LINE,
  ]));
  expect([fund?.total?.score?.text, fund?.declaredWeight?.toString(), fund?.parts[0]?.actualSpending?.text, fund?.parts[0]?.executionRate]).toEqual(['9.8', '10', '196', null]);
});

test('of marks out of 100 and weighted ones the latter are the score', () => {
  const { indicators, total } = oneTable(makeGrid([
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '权重', '评分（百分制）', '加权得分'],
    ['产出指标', '数量指标', '甲', '≥1个', '1个', 0.3, 100, 30],
    ['合计', null, null, null, null, 1, null, 98.4],
  ]));
  expect([indicators[0]?.score?.text, total?.score?.text]).toEqual(['30', '98.4']);
});

test('年度目标 and 完成情况 right below it are one pair', () => {
  const { goals } = oneTable(makeGrid([['项目支出绩效自评表'], ['年度目标', '养护农村道路50公里。'], ['完成情况', '基本完成'], HEADER, LINE]));
  expect(goals.map(({ expected, actual }) => [expected?.text, actual?.text])).toEqual([['养护农村道路50公里。', '基本完成']]);
});

test('the amounts behind labels that stand under each header', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效目标自评表'],
    ['项目资金（万元）', null, '年初预算数', null, '全年执行数', null, '执行率'],
    [null, null, '年度资金总额：', 90, '年度资金总额：', 88.2, '98%'],
    [null, null, '其中：财政拨款', 80, '其中：财政拨款', 78.2, '97.75%'],
    [null, null, '其他资金', 10, '其他资金', 10, '100%'],
    HEADER, LINE,
  ], ['A2:B5', 'C2:D2', 'E2:F2']));
  expect(fund?.total).toMatchObject({ name: '年度资金总额', originalBudget: { text: '90' }, actualSpending: { text: '88.2' }, executionRate: { text: '98%' } });
  expect(fund?.parts.map(({ name, originalBudget, actualSpending }) => [name, originalBudget?.text, actualSpending?.text])).toEqual([['财政拨款', '80', '78.2'], ['其他资金', '10', '10']]);
});

test('资金安排 beside the sources and their sum names the block', () => {
  const { fund } = oneTable(makeGrid([
    ['财政资金（项目）绩效自评表'],
    ['资金安排（万元）', '省级资金', '市县资金', '合计', '实际支出', '支出率', '得分（10分）'],
    [null, 1200, 300, 1500, 1455, '97%', 9.7],
    HEADER, LINE,
  ], ['A2:A3']));
  expect(fund?.total).toMatchObject({ finalBudget: { text: '1500' }, actualSpending: { text: '1455' }, executionRate: { text: '97%' }, score: { text: '9.7' } });
});

test('得分 inside a block of labels and figures by turns is the execution\'s, with or without its points', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效自评表'],
    ['预算执行情况', '预算数：', '200万元', '执行数：', '196万元', '执行率：', '98%'],
    [null, '其中：财政资金', '200万元', '其中：财政资金', '196万元', '得分：', 9.8],
    HEADER, LINE,
  ], ['A2:A3']));
  expect([fund?.total?.score?.text, fund?.parts.length, fund?.parts[0]?.executionRate]).toEqual(['9.8', 1, null]);
});

test('a line of the execution\'s points below the amounts is no source', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效自评表'],
    ['项目资金（万元）', '年度资金总额', null, null, '财政拨款', null],
    [null, '预算数', '执行数', '执行率', '预算数', '执行数'],
    [null, 200, 196, '98%', 180, 176],
    ['预算执行得分（10分）', 9.8],
    HEADER, LINE,
  ], ['A2:A4', 'B2:D2', 'E2:F2']));
  expect([fund?.total?.finalBudget?.text, fund?.total?.score?.text, fund?.declaredWeight?.toString(), fund?.parts]).toEqual(['200', '9.8', '10', []]);
});

test('指标 over levels and names alike is the header of them all', () => {
  const { indicators, groups } = oneTable(makeGrid([
    ['项目支出绩效自评表'],
    ['序号', '指标', null, null, '计划指标值', '实际完成值', '权重', '得分'],
    [1, '产出指标', '数量', '甲', '≥1个', '1个', 50, 50],
    [2, '产出指标', '质量', '乙', '≥1个', '1个', 40, 40],
  ], ['B2:D2']));
  expect(indicators.map(({ name }) => name.text)).toEqual(['甲', '乙']);
  expect(groups.map(({ name, level }) => [name, level])).toEqual([['产出指标', 1], ['数量', 2], ['质量', 2]]);
});

test('a blank cell between 年度目标 and its text is no blank goal', () => {
  const { goals } = oneTable(makeGrid([['项目支出绩效自评表'], ['年度目标', null, '养护农村道路50公里。'], ['完成情况', null, '基本完成'], HEADER, LINE]));
  expect(goals.map(({ expected, actual }) => [expected?.text, actual?.text])).toEqual([['养护农村道路50公里。', '基本完成']]);
});

test('of two columns that ask for reasons, the one that gives any is read', () => {
  const reasonUnder = (first: string | null, second: string | null): unknown => oneTable(makeGrid([['项目支出绩效自评表'], [...HEADER, '扣分原因', '偏差原因分析及改进措施'], [...LINE, first, second]])).indicators[0]?.reason?.text;
  expect([reasonUnder('样本偏少', null), reasonUnder(null, '样本偏少'), reasonUnder('无', '样本偏少'), reasonUnder(null, null)]).toEqual(['样本偏少', '样本偏少', '样本偏少', '']);
});

test('a note that goes on with 2. below 注 is no line of the list', () => {
  const names = (second: string): unknown => {
    const table = oneTable(makeGrid([['项目支出绩效自评表'], HEADER, LINE, ['注：1.得分一档最高不能超过该指标分值上限。'], [second]]));
    return [table.groups.map(({ name }) => name), table.footnotes.map(({ text }) => text)];
  };
  expect(names('2.定性指标根据完成情况分为三档。')).toEqual([['产出指标', '数量指标'], ['注:1.得分一档最高不能超过该指标分值上限。', '2.定性指标根据完成情况分为三档。']]);
});

test('分数 is what there is to be had beside 得分, and the score beside 分值', () => {
  const read = (...header: readonly string[]): unknown => {
    const [line] = oneTable(makeGrid([['项目支出绩效自评表'], [...HEADER.slice(0, 5), ...header], ['产出指标', '数量指标', '甲', '≥1个', '1个', 10, 9]])).indicators;
    return [line?.weight?.text, line?.score?.text];
  };
  expect([read('分数', '得分'), read('分值', '分数')]).toEqual([['10', '9'], ['10', '9']]);
});

test('what was reached in another year before 实际完成值 is not what was reached', () => {
  const actualOf = (...header: Line): unknown => oneTable(makeGrid([['2022年度项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '年度指标值', ...header, '分值', '得分'], ['产出指标', '数量指标', '甲', '≥1个', 3, 2, 90, 90]])).indicators[0]?.actualEntry?.text;
  expect([actualOf('2021年完成值', '实际完成值'), actualOf('2022年完成值', '完成情况')]).toEqual(['2', '3']);
});

test('评价内容 over names, targets and points is no level; 评价指标 before it is', () => {
  const { indicators, groups } = oneTable(makeGrid([
    ['助学金项目绩效评价指标表'], ['评价指标', null, '评价内容'], [null, null, '指标名称', '指标说明', '目标值', '分值', '备注'],
    ['年度绩效目标', '产出数量', '受助人数', '达到预计值', 2100, 60], [null, '质量', '受助对象满意度', '达到目标值', '95%以上', 40],
  ], ['A2:B3', 'C2:G2', 'A4:A5']));
  expect(indicators.map(({ name, target, weight }) => [name.text, target.quantity?.value.toString(), weight?.text])).toEqual([['受助人数', '2100', '60'], ['受助对象满意度', '95', '40']]);
  expect(groups[0]?.name).toBe('年度绩效目标');
});

test('完成量 beside 目标值 is what was reached', () => {
  const [first] = oneTable(makeGrid([['土地整治项目绩效评价指标表'], ['评价内容', '评价类别', '评价指标', '单位', '分值', '完成量', '目标值', '得分'], ['产出', '耕地', '新增耕地面积', '公顷', 10, 18, 20, 9]])).indicators;
  expect([first?.targetEntry?.text, first?.actualEntry?.text]).toEqual(['20', '18']);
});

test('a column of figures whose header is not known is told where a result or points are missed, and 评价分值 beside 分值 is the score', () => {
  const read = (...header: readonly string[]): unknown => {
    const table = oneTable(makeGrid([['项目支出绩效自评表'], ['一级指标', '三级指标', '年度指标值', ...header], ...['甲', '乙', '丙'].map((name): Line => ['产出指标', name, '≥5个', '5个', 30, 30])]));
    return [table.indicatorHeaders.score?.text ?? null, table.notUnderstood.map(({ reason }) => /“(.+?)”.*“(.+?)”/.exec(reason)?.slice(1))];
  };
  expect(read('做到多少', '分值', '得分')).toEqual(['得分', [['做到多少', '实际完成值']]]);
  expect(read('实际完成值', '分值', '几分')).toEqual([null, [['几分', '得分']]]);
  expect(read('实际完成值', '满多少', '得分')).toEqual(['得分', [['满多少', '分值']]]);
  expect(read('实际完成值', '分值', '评价分值')).toEqual(['评价分值', []]);
});
