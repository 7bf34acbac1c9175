// Where one list, one form and one total end and another begins: forms that follow each other, other lists of marks, totals below totals, which kind it is.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import type { Table } from '../model/table';
import { readTables } from './read-tables';

const names = (table: Table): string[] => table.indicators.map((indicator) => indicator.name.text);

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

test('a goal with its result over a repeated header is no indicator, a line with points is', () => {
  const over = (...beside: Line): readonly string[] => names(oneTable(makeGrid([
    ['部门整体绩效自评表'], HEADER, ['产出指标', '数量指标', '甲', '3个', '3个', 60, 60],
    ['2.完成文物普查', null, null, ...beside], HEADER, ['产出指标', '数量指标', '乙', '2个', '2个', 40, 40], ['总分', null, null, null, null, 100, 100],
  ])));
  expect(over('已登记完毕')).toEqual(['甲', '乙']);
  expect(over('按时完成', null, 10)).toHaveLength(3);
  expect(over('≥300处')).toHaveLength(3);
});

test('a form with a total whose points stand in no column of their own says that they were not checked', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['自评总分', '98分'], ['指标名称', '指标性质', '年初指标值', '全年完成值', '指标权重及得分'], ['改造户数', '≥', 120, 158, '20分/20分']]));
  expect(table.notUnderstood.map(({ reason }) => reason)).toEqual(['指标表头里没有认出“分值”“得分”栏，指标得分和总分没有核查。']);
});

test('the money that is handed down is no department, although its form tells of the whole of it', () => {
  const kinds = ['护林员补助资金转移支付整体绩效目标自评表', '部门整体支出绩效自评表', '转移支付办公室整体支出绩效自评表'].map((title) => oneTable(makeGrid([[title], HEADER, LINE])).kind);
  expect(kinds).toEqual(['project', 'department', 'department']);
});

test('tasks with points of their own beside goal and result are another list', () => {
  const table = oneTable(makeGrid([['部门整体绩效自评表'], ['重点工作', '任务', '目标', '完成情况', '预算', '分值', '得分'], [null, '促消费', '发放消费券', '已发放', 1000, 10, 10], HEADER, LINE, ['合计', null, null, null, null, 100, 100]]));
  expect(table.notUnderstood.map(({ reason }) => reason)).toEqual(['第2至3行另有一组评分项（分值、得分），没有核查，总分没有复核。']);
});

test('绩效指标 | 二级 | 三级 over points is a header, 三级 alone is none', () => {
  const { indicators } = oneTable(makeGrid([['项目支出绩效自评表'], ['绩效指标', '二级', '三级', '目标', '实际', '权重', '得分'], ['产出', '数量', '甲', '3个', '3个', 50, 50], ['效益', '社会', '乙', '三级', '三级', 50, 50]]));
  expect(indicators.map(({ name, targetEntry, score }) => [name.text, targetEntry?.text, score?.text])).toEqual([['甲', '3个', '50'], ['乙', '三级', '50']]);
});

test('绩效跟踪 of half a year is monitoring, whose spending is not held to the year', () => {
  const table = oneTable(makeGrid([['财政支出项目绩效跟踪表'], ['（2022年上半年）'], ['年度预算（元）', 12600000, '上半年执行数（元）', 6048000, '预算执行率', '48%'], ['一级指标', '二级指标', '三级指标', '年度目标值', '上半年完成值', '预计年末完成值'], ['产出', '数量', '甲', '3个', '2个', '3个']]));
  expect([table.kind, table.fund?.total?.finalBudget?.cell]).toEqual(['monitoring', 'B3']);
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

test('in a list of several projects each has groups of its own, though one ends with the group that the next begins with', () => {
  const table = oneTable(makeGrid([
    ['项目绩效目标表'],
    ['项目名称', '预算数', '一级指标', '二级指标', '三级指标', '目标值', '计量单位', '分值'],
    ['设备购置', 60, '效益指标（40分）', '社会效益', '甲', 95, '%', 40],
    [null, null, '产出指标（60分）', '数量指标', '乙', 12, '台', 60],
    ['法治宣传', 9, '产出指标（60分）', '数量指标', '丙', 4, '场', 60],
    ['法治宣传', null, '效益指标（40分）', '社会效益', '丁', 90, '%', 40],
  ], ['A3:A4']));
  expect(table.groups.filter(({ level }) => level === 1).map(({ name, indicators }) => [name, indicators])).toEqual([['效益指标', [0]], ['产出指标', [1]], ['产出指标', [2]], ['效益指标', [3]]]);
});

test('of the columns for the long term and for the year the latter are the list', () => {
  const header: Line = ['一级指标', '二级指标(长期)', '三级指标(长期)', '指标值(长期)', '二级指标(年度)', '三级指标(年度)', '指标值(年度)'];
  const table = oneTable(makeGrid([['项目支出绩效目标表'], header, ['产出指标', '数量指标', null, null, '数量指标', '改建教室', '6间'], ['效益指标', '社会效益', '就近入学', '95%', '社会效益', '就近入学', '90%']]));
  expect(table.indicators.map(({ name, targetEntry }) => [name.text, targetEntry?.text])).toEqual([['改建教室', '6间'], ['就近入学', '90%']]);
  expect(table.notUnderstood).toEqual([]);
});

test('the title over each of several projects is its own form\'s, with the year below it', () => {
  const form = (name: string, year: number, goal: string): Line[] => [['项目支出绩效目标表'], [`（${String(year)}年度）`], ['项目名称', name], ['年度资金总额：', 30], ['年度目标', goal], ['一级指标', '二级指标', '三级指标', '指标值'], ['产出指标', '数量指标', '甲', '≥1场'], ['效益指标', '社会效益', '乙', '提升']];
  const { tables } = readTables(makeGrid([...form('全民健身赛事', 2025, '办好赛事'), [null], ...form('运动队集训', 2025, '结转2024年集训')]));
  expect(tables.map(({ title, year, range }) => [title?.text, year, range.top])).toEqual([['项目支出绩效目标表', 2025, 1], ['项目支出绩效目标表', 2025, 10]]);
});

test('two projects that differ only in the brackets behind their names are two', () => {
  const form = (fund: string): Line[] => [[`绩效目标表（${fund}）`], ['项目名称', `康复救助资金（${fund}）`], ['年度资金总额', 46], ['年度总体目标', '救助儿童'], ['一级指标', '二级指标', '三级指标', '指标值'], ['产出指标', '数量指标', '甲', '≥8人'], ['效益指标', '社会效益', '乙', '改善']];
  const { tables } = readTables(makeGrid([...form('一般公共预算'), [null], ...form('彩票公益金')]));
  expect(tables.map(({ range, indicators }) => [range.top, indicators.length])).toEqual([[1, 2], [9, 2]]);
});

test('two forms side by side whose lists begin with the second level are two', () => {
  const header: Line = ['二级指标', '三级指标', '指标值', '完成值', '分值', '得分'];
  const line: Line = ['数量指标', '甲', '≥1个', '1个', 100, 100];
  const beside = (left: Line, right: Line, gap: readonly null[]): Line => [...left, ...gap, ...right];
  const rows = (gap: readonly null[]): readonly Line[] => [
    ['项目支出绩效自评表', null, null, null, null, null, ...gap, '项目支出绩效自评表'],
    ['项目名称', '孤儿补助', null, null, null, null, ...gap, '项目名称', '高龄津贴'],
    beside(header, header, gap), beside(line, line, gap),
  ];
  expect(readTables(makeGrid(rows([null]))).tables.map(({ range, indicators }) => [range.left, indicators.length])).toEqual([[1, 1], [8, 1]]);
  // Blank below a merged header only: part of the form.
  expect(readTables(makeGrid(rows([null]), ['F3:G3'])).tables).toHaveLength(1);
});

test('a numbered list of something else below the indicators is none of them, and is told of', () => {
  const header: Line = ['一级指标', '二级指标', '指标名称', '目标值', '完成值'];
  const lines: readonly Line[] = [['产出指标', '数量指标', '培训人数', '1000名', '960名'], ['效益指标', '社会效益', '就业率', '60%', '53%']];
  const other: readonly Line[] = [['序号', '学校性质', '培训机构', '补助标准（元/人）', '培训人数'], ['①', '②', '③', '④', '⑤'], [1, '民办', '远航学校', 2600, 460], [2, '民办', '精准学校', 2600, 500], ['合计', null, null, null, 960]];
  const table = oneTable(makeGrid([['培训项目绩效评价自评表'], header, ...lines, ...other, ['注：培训补助据实结算。']]));
  expect(names(table)).toEqual(['培训人数', '就业率']);
  expect(table.total).toBeNull();
  expect(table.notUnderstood.map(({ range, reason }) => [range.top, range.bottom, reason])).toEqual([[5, 9, '第5至9行是另一张清单（学校性质……），没有核查。']]);
  // With points it is the form that the total below belongs to.
  const scored = oneTable(makeGrid([['项目支出绩效自评表'], HEADER, LINE, ...other.slice(0, 4), ['总分', null, null, null, null, 90, 90]]));
  expect([names(scored), scored.total?.score?.text]).toEqual([['甲'], '90']);
});

test('numbers before the indicators, on every page, are of the list', () => {
  const numbered = (line: Line, number: string | number): Line => [number, ...line];
  const table = oneTable(makeGrid([['项目支出绩效自评表'], numbered(HEADER, '序号'), numbered(LINE, 1), numbered(HEADER, '序号'), numbered(['效益指标', '社会效益', '乙', '提升', '提升', 10, 10], 2)]));
  expect(names(table)).toEqual(['甲', '乙']);
  expect(table.notUnderstood).toEqual([]);
});

test('绩效指标 over all levels is a header beside 指标分值 and 自评得分 alone', () => {
  const table = oneTable(makeGrid([
    ['部门预算项目绩效自评得分表'], ['绩效指标', null, null, '指标分值', '自评得分'],
    ['项目决策（40分）', '科学决策', '必要性', 20, 20], [null, null, '可行性', 20, 18], ['项目绩效（60分）', '项目完成', '完成数量', 60, 60], ['总分', null, null, 100, 98],
  ], ['A2:C2', 'A3:A4', 'B3:B4', 'A6:C6']));
  expect(names(table)).toEqual(['必要性', '可行性', '完成数量']);
  expect(table.groups.filter(({ level }) => level === 1).map(({ name }) => name)).toEqual(['项目决策', '项目绩效']);
});

test('so is 绩效指标 with its merge taken off, or with a blank column behind it', () => {
  const rows = (gap: readonly null[]): Line[] => [
    ['部门预算项目绩效自评得分表'], ['绩效指标', null, null, ...gap, '指标分值', '自评得分'],
    ['项目决策（40分）', '科学决策', '必要性', ...gap, 20, 20], [null, null, '可行性', ...gap, 20, 18], ['项目绩效（60分）', '项目完成', '完成数量', ...gap, 60, 60], ['总分', null, null, ...gap, 100, 98],
  ];
  for (const table of [oneTable(makeGrid(rows([]))), oneTable(makeGrid(rows([null]), ['A2:C2']))]) {
    expect(names(table)).toEqual(['必要性', '可行性', '完成数量']);
    expect(table.groups.map(({ name }) => name)).toEqual(['项目决策', '科学决策', '项目绩效', '项目完成']);
  }
});
