// Headers that leave out what they stand over: 绩效指标 over the levels, the execution's points in a line of labels, months dashed in other ways.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import type { Table } from '../model/table';
import { readTables } from './read-tables';

const tableOf = (lines: readonly Line[], merges: readonly string[]): Table => {
  const [table] = readTables(makeGrid([...lines], [...merges])).tables;
  if (!table) throw new Error('no table');
  return table;
};
const groups = (table: Table): unknown[] => table.groups.map(({ level, name, declaredWeight }) => [level, name, declaredWeight?.toString() ?? null]);
const LIST: readonly Line[] = [['产出（50分）', '数量', '甲', '3座', '3座', 50, 50], ['效益（40分）', '社会', '乙', '5人', '5人', 40, 40]];

test('绩效指标 over the levels beside 三级指标 names both of them', () => {
  const table = tableOf([['项目支出绩效自评表'], ['绩效指标', null, '三级指标', '目标值', '完成值', '分值', '得分'], ...LIST], ['A2:B2']);
  expect(groups(table)).toEqual([[1, '产出', '50'], [2, '数量', null], [1, '效益', '40'], [2, '社会', null]]);
});

test('绩效指标 down beside the lines is the label of the list, no level', () => {
  const table = tableOf([['项目支出绩效自评表'], ['绩效指标', null, '指标名称', '目标值', '完成值', '分值', '得分'], [null, null, '甲', '3座', '3座', 50, 50], [null, null, '乙', '5人', '5人', 40, 40]], ['A2:B4']);
  expect(groups(table)).toEqual([]);
});

test('rate, points and score by turns in one line are those of the execution', () => {
  const table = tableOf([['项目绩效自评表'], ['项目名称', '低保金', null, '资金总额（万元）', 3120], ['预算执行率', '100%', '分值', 10, '得分', 9], ['一级指标', '二级指标', '三级指标', '目标值', '完成值', '分值', '得分'], ...LIST], []);
  const total = table.fund?.total;
  expect([total?.executionRate?.cell, total?.weight?.cell, total?.score?.cell]).toEqual(['B3', 'D3', 'F3']);
  expect(table.notUnderstood).toEqual([]);
});

test('points and score by turns below the amounts are those of the execution', () => {
  const table = tableOf([
    ['专项资金绩效自评表'], ['资金额度（万元）', '预算安排', 6285, '实际支出', 6285, '执行率', '100%'], ['资金额度评分', '分值', 20, '得分', 20],
    ['一级指标', '二级指标', '三级指标', '目标值', '完成值', '分值', '得分'], ...LIST,
  ], []);
  const total = table.fund?.total;
  expect([total?.executionRate?.cell, total?.weight?.cell, total?.score?.cell]).toEqual(['G2', 'C3', 'E3']);
  expect(table.notUnderstood).toEqual([]);
});

test.each(['1—7月', '1–7月', '1月-7月', '1至7月', '1-7月份'])('the columns of %s are those of a monitoring form', (months) => {
  const table = tableOf([
    ['项目支出绩效运行监控表'], ['项目资金（万元）', null, '年初预算数', `${months}执行数`, `${months}执行率`], [null, '年度资金总额', 1560, 884.72, '56.71%'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', `${months}执行情况`, '完成目标可能性'], ['产出', '数量', '甲', '3座', '1座', '有可能'],
  ], ['A2:A3']);
  expect([table.fund?.total?.actualSpending?.text, table.fund?.total?.executionRate?.text, table.indicators[0]?.actualEntry?.text]).toEqual(['884.72', '56.71%', '1座']);
});

test('符号 | 值 alone under 指标值 divide the target', () => {
  const table = tableOf([
    ['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '指标值', null, '完成值', '分值', '得分'], [null, null, null, '符号', '值'], ['产出', '数量', '招募人数（人）', '≥', 150, 155, 90, 90],
  ], ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'G2:G3', 'H2:H3']);
  expect(table.indicators.map(({ name, nature, targetEntry, target }) => [name.text, nature?.text, targetEntry?.text, target.operator])).toEqual([['招募人数(人)', '≥', '150', '>=']]);
});

test('绩效指标 over levels and names alike divides as the first line below it does', () => {
  const table = tableOf([['项目支出绩效自评表'], ['绩效指标', null, null, '指标值', '实际完成值', '分值', '得分'], ...LIST, ['总分', null, null, null, null, 90, 90]], ['A2:C2']);
  expect(groups(table)).toEqual([[1, '产出', '50'], [2, '数量', null], [1, '效益', '40'], [2, '社会', null]]);
  expect([table.indicators.map(({ name }) => name.text), table.total?.score?.cell]).toEqual([['甲', '乙'], 'G5']);
});

test('绩效指标 before 指标类型 is the level over it, not beside the lines as their label', () => {
  const head: Line = ['绩效指标', '指标类型', '指标名称', '目标值', '完成值', '分值', '得分'];
  const table = tableOf([['项目支出绩效自评表'], head, ['产出指标', '数量指标', '甲', '3座', '3座', 60, 60], ['效益指标', '社会效益', '乙', '5人', '5人', 30, 30], ['预算执行率', null, null, '100%', '100%', 10, 10]], []);
  expect(groups(table).slice(0, 4)).toEqual([[1, '产出指标', null], [2, '数量指标', null], [1, '效益指标', null], [2, '社会效益', null]]);
  expect(table.indicators.map(({ name, isExecution }) => [name.text, isExecution])).toEqual([['甲', false], ['乙', false], ['预算执行率', true]]);
  expect(groups(tableOf([['项目支出绩效自评表'], head, [null, '产出', '甲', '3座', '3座', 50, 50], [null, '效益', '乙', '5人', '5人', 40, 40]], ['A2:A4']))).toEqual([[1, '产出', null], [1, '效益', null]]);
});

test('指标值 over 年度指标值 | 实际完成值 names both', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '指标值', null, '分值', '得分'], [null, null, null, '年度指标值', '实际完成值'], LINE,
  ], ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'G2:G3']));
  const [line] = table.indicators;
  expect([line?.targetEntry?.cell, line?.actualEntry?.cell, line?.weight?.cell, line?.score?.cell]).toEqual(['D4', 'E4', 'F4', 'G4']);
});

test.each([['指标值', '年初目标', '实际'], ['指标值', '目标', '完成'], ['指标完成情况', '预期目标', '实际完成'], ['指标完成情况', '计划', '实际']])('%s over %s | %s', (over, wanted, reached) => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', over, null, '分值', '得分'], [null, null, null, wanted, reached], LINE,
  ], ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'G2:G3']));
  expect([table.indicators[0]?.targetEntry?.cell, table.indicators[0]?.actualEntry?.cell]).toEqual(['D4', 'E4']);
});

test('绩效指标 over the levels, with 指标值 reaching down beside them as the only other column', () => {
  const targets = (rows: readonly Line[], merges: readonly string[]): unknown => oneTable(makeGrid([['项目支出绩效目标申报表'], ...rows], merges)).indicators.map(({ name, targetEntry }) => [name.text, targetEntry?.text]);
  expect(targets([['绩效指标', null, null, '指标值'], ['一级指标', '二级指标', '三级指标'], ['产出指标', '数量指标', '甲', '≥1个']], ['A2:C2', 'D2:D3'])).toEqual([['甲', '≥1个']]);
  expect(targets([['年度绩效指标', '绩效指标', null, null, '指标值'], [null, '一级指标', '二级指标', '三级指标'], [null, '产出指标', '数量指标', '甲', '≥1个']], ['A2:A4', 'B2:D2', 'E2:E3'])).toEqual([['甲', '≥1个']]);
});

test('指标完成情况 down beside the lines is the label of the list, no column of results', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['指标完成情况', ...HEADER], [null, ...LINE], [null, null, null, '乙', '≥2个', '2个', 10, 10]], ['A2:A4', 'B3:B4', 'C3:C4']));
  expect(table.indicators.map(({ name, actualEntry, score }) => [name.text, actualEntry?.text, score?.text])).toEqual([['甲', '1个', '90'], ['乙', '2个', '10']]);
});

test.each(['绩效指标', '考核内容', '具体内容', '指标描述', '工作任务'])('%s behind 二级指标 has the names', (word) => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['一级指标', '二级指标', word, ...HEADER.slice(3)], LINE]));
  expect([table.groups.map(({ level, name }) => [level, name]), table.indicators.map(({ name }) => name.text)]).toEqual([[[1, '产出指标'], [2, '数量指标']], ['甲']]);
});

test('指标解释 behind 二级指标 has no names', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['一级指标', '二级指标', '指标解释', ...HEADER.slice(3)], ['产出指标', '数量指标', '反映完成情况', '≥1个', '1个', 90, 90]]));
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['数量指标']);
});

test.each([['指标大类', '二级指标'], ['一级指标', '指标分类']])('%s | %s before 三级指标 are both levels', (...words) => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], [...words, ...HEADER.slice(2)], LINE]));
  expect(table.groups.map(({ level, name }) => [level, name])).toEqual([[1, '产出指标'], [2, '数量指标']]);
});

test('points in brackets of any kind, or behind a stroke, are those of the group', () => {
  const groups = ['产出指标【90分】', '产出指标〔90分〕', '产出指标/90分', '产出指标-90分'].map((label) => oneTable(makeGrid([['项目支出绩效自评表'], HEADER, [label, ...LINE.slice(1)]])).groups[0]);
  expect(groups.map((group) => [group?.name, group?.declaredWeight?.toString()])).toEqual(Array(4).fill(['产出指标', '90']));
});

test('a numbered note over all columns below a list without levels is none of its lines', () => {
  const table = oneTable(makeGrid([
    ['部门整体绩效自评表'], ['指标名称', '年度指标值', '实际完成值', '分值', '得分'], ['甲', '≥1个', '1个', 50, 50], ['乙', '≥1个', '1个', 50, 50], ['注：得分不超过分值。'], ['2.定性指标根据完成情况分为三档。'],
  ], ['A5:E5', 'A6:E6']));
  expect(table.indicators.map(({ name }) => name.text)).toEqual(['甲', '乙']);
});

test('the answer to a goal without labels stands past a blank column', () => {
  const goals = (line: Line, merges: readonly string[]): unknown => oneTable(makeGrid([['项目支出绩效自评表'], line, HEADER, LINE], merges)).goals.map(({ expected, actual }) => [expected?.text, actual?.text]);
  expect(goals(['年度总体目标', null, '清扫道路二十条', null, '二十条道路已清扫'], ['A2:B2'])).toEqual([['清扫道路二十条', '二十条道路已清扫']]);
  expect(goals(['年度总体目标', null, '清扫道路二十条', null, '二十条道路已清扫'], [])).toEqual([['清扫道路二十条', '二十条道路已清扫']]);
});

test('三级指标描述 behind the levels has the names, not the level before it', () => {
  const { indicators, groups } = oneTable(makeGrid([['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标描述', '年度指标值', '实际完成值', '分值', '得分'], LINE, [null, null, '乙', '≥2个', '2个', 10, 10]], ['A3:A4', 'B3:B4']));
  expect([indicators.map(({ name }) => name.text), groups.map(({ level, name }) => [level, name])]).toEqual([['甲', '乙'], [[1, '产出指标'], [2, '数量指标']]]);
});

test('names under no header of their own, behind the second level or under a header over both', () => {
  const read = (header: Line, merges: readonly string[], names: readonly (string | null)[] = ['甲', '乙']): unknown => {
    const { indicators, groups } = oneTable(makeGrid([['项目支出绩效自评表'], header, ['产出指标', '数量指标', names[0] ?? null, '≥1个', '1个', 45, 45], ['产出指标', '数量指标', names[1] ?? null, '≥1个', '1个', 45, 45]], merges));
    return [indicators.map(({ name }) => name.text), groups.map(({ name }) => name)];
  };
  const header: Line = ['一级指标', '二级指标', null, '年度指标值', '实际完成值', '分值', '得分'];
  const both = [['甲', '乙'], ['产出指标', '数量指标']];
  expect([read(header, []), read(header, ['B2:C2'])]).toEqual([both, both]);
  expect(read(header, [], [null, null])).toEqual([['数量指标', '数量指标'], ['产出指标']]);
});

test('1 | 甲 and 指标1： | 甲 under one header are numbers before the names', () => {
  const names = (...numbers: Line): unknown => oneTable(makeGrid([
    ['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', null, '年度指标值', '实际完成值', '分值', '得分'],
    ...numbers.map((number, i): Line => ['产出指标', '数量指标', number, `名称${i}`, '≥1个', '1个', 45, 45]),
  ], ['C2:D2'])).indicators.map(({ name }) => name.text);
  expect([names(1, 2), names('指标1：', '指标2：'), names('甲类', '乙类')]).toEqual([['名称0', '名称1'], ['名称0', '名称1'], ['甲类', '乙类']]);
});

test('产出指标续 on the next page is the group that was begun', () => {
  const { groups } = oneTable(makeGrid([['项目支出绩效自评表'], HEADER, ['产出指标（50分）', '数量指标', '甲', '≥1个', '1个', 30, 30], ['产出指标续', '质量指标', '乙', '≥1个', '1个', 20, 20]]));
  expect(groups.filter(({ level }) => level === 1).map(({ name, indicators }) => [name, indicators.length])).toEqual([['产出指标', 2]]);
});

test('名称 and 权重 of each level below the levels, and one header over all of them', () => {
  const table = tableOf([
    ['项目支出绩效自评评分表'], ['评价指标', null, null, null, null, null, '评分标准', '自评分数'], ['一级指标', null, '二级指标', null, '三级指标'], ['名称', '权重（%）', '名称', '权重（%）', '名称', '权重（%）'],
    ['过程', 20, '资金管理', 12, '资金支付', 12, '支出率×12分', 11], [null, null, '事项管理', 8, '监管', 8, '监管到位得8分', 8], ['产出', 80, '数量', 80, '硬化里程', 80, '完成率×80分', 80],
    ['合计', 100, null, 100, null, 100, null, null],
  ], ['A2:F2', 'A3:B3', 'C3:D3', 'E3:F3', 'G2:G4', 'H2:H4']);
  expect(groups(table)).toEqual([[1, '过程', '20'], [2, '资金管理', '12'], [2, '事项管理', '8'], [1, '产出', '80'], [2, '数量', '80']]);
  expect(table.indicators.map(({ name, weight, score }) => [name.text, weight?.cell, score?.cell])).toEqual([['资金支付', 'F5', 'H5'], ['监管', 'F6', 'H6'], ['硬化里程', 'F7', 'H7']]);
  // The sum of the levels' points is not the score, where that was left blank.
  expect([table.total?.weight?.cell, table.total?.score?.cell, table.total?.score?.filled]).toEqual(['F8', 'H8', false]);
});

test('of 自评, 复核 and 抽查 over 得分 | 扣分原因 each, the first is the unit’s own score', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评（复核、抽查）表'], ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '自评', null, '复核', null], [null, null, null, null, null, null, '得分', '扣分原因', '得分', '扣分原因'],
    ['产出指标', '数量指标', '甲', '≥3个', '3个', 60, 60, null, 58, '无台账'], ['效益指标', '社会效益', '乙', '提升', '提升', 40, 38, '较慢', 38, null], ['合计', null, null, null, null, 100, 98, null, 96, null],
  ], ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:H2', 'I2:J2']));
  expect([table.indicatorHeaders.score?.cell, table.total?.score?.cell, table.indicators.map(({ score }) => score?.text)]).toEqual(['G3', 'G6', ['60', '38']]);
});
