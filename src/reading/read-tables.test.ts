import { makeGrid, type Line } from '../../test/make-grid';
import type { Grid } from '../model/grid';
import type { Table } from '../model/table';
import { readTables } from './read-tables';

function only(grid: Grid): Table {
  const { tables } = readTables(grid);
  expect(tables).toHaveLength(1);
  const [table] = tables;
  if (!table) throw new Error('no table');
  return table;
}
const names = (table: Table): string[] => table.indicators.map((indicator) => indicator.name.text);
const weights = (table: Table): (string | undefined)[] => table.indicators.map((indicator) => indicator.weight?.quantity?.value.toString());

const NATIONAL: readonly Line[] = [
  ['项目支出绩效自评表'],
  ['（2022年度）'],
  ['项目名称', null, '村级运转经费'],
  ['主管部门', null, '青石县财政局', null, null, '实施单位', '青石镇'],
  ['项目资金\n（万元）', null, null, null, '年初\n预算数', '全年\n预算数', '全年\n执行数', '分值', '执行率', '得分'],
  [null, null, '年度资金总额', null, 20, 20, 18, 10, '90%', 9],
  [null, null, '其中：当年财政拨款', null, 20, 20, 18, '—', '—', '—'],
  [null, null, '　　　上年结转资金', null, 0, 0, 0, '—', '—', '—'],
  ['年度总体目标', '预期目标', null, null, null, null, '实际完成情况'],
  [null, '保障运转', null, null, null, null, '运转正常'],
  ['绩效指标', '一级指标', '二级指标', '三级指标', null, '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  [null, '产出指标\n（50分）', '数量指标', '补助村数', null, '≥8个', '8个', 30, 30],
  [null, null, '时效指标', '拨付时间', null, '2022年12月底前', '2022年11月', 20, 20],
  [null, '效益指标（30分）', '社会效益指标', '运转保障', null, '有效', '有效', 30, 30],
  [null, '满意度指标（10分）', '服务对象满意度指标', '村民满意度', null, '≥95%', '97%', 10, 10],
  ['总分', null, null, null, null, null, null, 100, 99, '优'],
];
const MERGES = ['A1:J1', 'A5:B8', 'C5:D5', 'C6:D6', 'C7:D7', 'C8:D8', 'A9:A10', 'B9:F9', 'G9:J9', 'B10:F10', 'G10:J10', 'A11:A15', 'D11:E11', 'B12:B13', 'A16:G16'];

test('the national form is read in all its parts', () => {
  const table = only(makeGrid(NATIONAL, MERGES));
  expect(table).toMatchObject({ kind: 'project', year: 2022, amountUnit: '万元' });
  expect(table.fields.map((field) => [field.name, field.entry.text])).toEqual([['项目名称', '村级运转经费'], ['主管部门', '青石县财政局'], ['实施单位', '青石镇']]);
  expect(table.fund?.total).toMatchObject({ name: '年度资金总额', finalBudget: { cell: 'F6' }, executionRate: { cell: 'I6' }, score: { cell: 'J6' } });
  expect(table.fund?.parts.map((part) => part.name)).toEqual(['当年财政拨款', '上年结转资金']);
  expect(table.goals).toMatchObject([{ expected: { cell: 'B10' }, actual: { cell: 'G10' } }]);
  expect(names(table)).toEqual(['补助村数', '拨付时间', '运转保障', '村民满意度']);
  expect(table.groups.filter((group) => group.level === 1).map((group) => [group.name, group.declaredWeight?.toString(), group.aspect])).toEqual([
    ['产出指标', '50', 'output'], ['效益指标', '30', 'outcome'], ['满意度指标', '10', 'satisfaction'],
  ]);
  expect(table.total).toMatchObject({ place: 'row', weight: { cell: 'H16' }, score: { cell: 'I16' }, grade: { cell: 'J16' } });
  expect(table.notUnderstood).toEqual([]);
});

test('without any merged area the same is read', () => {
  const merged = only(makeGrid(NATIONAL, MERGES));
  const plain = only(makeGrid(NATIONAL));
  expect(names(plain)).toEqual(names(merged));
  expect(plain.groups.map((group) => group.indicators)).toEqual(merged.groups.map((group) => group.indicators));
  expect(plain.fund?.total?.executionRate?.cell).toBe('I6');
});

test('levels repeated in every row are one group', () => {
  const rows = NATIONAL.map((line) => [...line]);
  const second = rows[12];
  if (second) second[1] = '产出指标\n（50分）';
  const table = only(makeGrid(rows, MERGES.filter((merge) => merge !== 'B12:B13')));
  expect(table.groups.filter((group) => group.name === '产出指标')).toHaveLength(1);
  expect(table.groups.find((group) => group.name === '产出指标')?.indicators).toEqual([0, 1]);
});

test('a page break that repeats header and group label leaves one list', () => {
  const rows = NATIONAL.map((line) => [...line]);
  rows.splice(12, 0, [...(NATIONAL[10] ?? [])]);
  const after = rows[13];
  if (after) after[1] = '产出指标';
  const table = only(makeGrid(rows));
  expect(names(table)).toEqual(['补助村数', '拨付时间', '运转保障', '村民满意度']);
  expect(table.groups.filter((group) => group.name === '产出指标')).toHaveLength(1);
});

test('分值 before 指标值 is known by its header', () => {
  const table = only(makeGrid([
    ['绩效目标自评表（2019年度）'],
    ['一级指标', '二级指标', '三级指标', '分值', '年度指标值', '全年实际值', '得分', '未完成原因及拟采取的改进措施'],
    ['产出指标（50分）', '数量指标', '培训人数', 50, '≥100人', '90人', 45, '疫情影响'],
  ]));
  expect(table.indicators[0]).toMatchObject({ weight: { cell: 'D3' }, targetEntry: { cell: 'E3' }, actualEntry: { cell: 'F3' }, score: { cell: 'G3' }, reason: { cell: 'H3' } });
});

test('a target split into 指标性质 | 指标值 | 度量单位 under a two-row header is put together', () => {
  const table = only(makeGrid([
    ['2022年度项目支出绩效自评表'],
    ['绩效指标', null, null, '年度指标值', null, null, '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', null, null, null, null],
    ['产出指标', '数量指标', '受助人数', '≧', 735, '人次', 735, 10, 10, null],
    [null, '成本指标', '总成本', '≤', 20, '万元', '19.5万元', 10, 10, null],
  ], ['A2:C2', 'D2:F2', 'G2:G3', 'H2:H3', 'I2:I3', 'J2:J3']));
  expect(table.indicators[0]?.target).toMatchObject({ operator: '>=', qualitative: false });
  expect(table.indicators[0]?.target.quantity?.unit).toBe('人次');
  expect(table.indicators[1]?.target.quantity?.value.toString()).toBe('200000');
  expect(table.indicators[1]?.actualQuantity?.value.toString()).toBe('195000');
});

test('points written beside each level belong to their level', () => {
  const table = only(makeGrid([
    ['部门整体支出绩效评价指标评分表（2018年度）'],
    ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评分标准', '自评得分'],
    ['投入', 16, '预算配置', 16, '在职人员控制率', 8, '≤100%计8分', 8],
    [null, null, null, null, '三公经费变动率', 8, '≤0计8分', 8],
    ['过程', 58, '预算执行', 20, '预算完成率', 8, '100%计满分', 7],
  ]));
  expect(weights(table)).toEqual(['8', '8', '8']);
  expect(table.groups.map((group) => [group.level, group.name, group.declaredWeight?.toString()])).toEqual([
    [1, '投入', '16'], [2, '预算配置', '16'], [1, '过程', '58'], [2, '预算执行', '20'],
  ]);
});

test('a form without levels lists its indicators, and the total may stand in the head', () => {
  const table = only(makeGrid([
    ['部门整体绩效自评表'],
    ['主管部门', '某局', '自评总分（分）', 97.6],
    ['指标名称', '计量单位', '指标性质', '年初指标值', '调整指标值', '年终完成值', '得分系数（%）', '指标权重（分）', '指标得分（分）', '是否核心指标'],
    ['预算完成率', '%', '定量指标', '70%', null, '76%', '100%', 2, 2, '是'],
    ['宣传次数', '次', '定量指标', 10, 8, 8, '100%', 2, 2, '否'],
  ]));
  expect(table.kind).toBe('department');
  expect(table.groups).toEqual([]);
  expect(table.total).toMatchObject({ place: 'head', score: { text: '97.6' } });
  expect(table.indicators[0]?.isExecution).toBe(false);
  expect(table.indicators[1]?.target.quantity?.value.toString()).toBe('8');
});

test('several tables on one sheet are told apart, with and without a title between them', () => {
  const second = NATIONAL.slice(2).map((line) => [...line]);
  const two = readTables(makeGrid([...NATIONAL, [], ...NATIONAL])).tables;
  const untitled = readTables(makeGrid([...NATIONAL, [], ...second])).tables;
  expect(two.map((table) => table.indicators.length)).toEqual([4, 4]);
  expect(untitled.map((table) => table.indicators.length)).toEqual([4, 4]);
  expect(untitled[1]?.fields.map((field) => field.name)).toContain('项目名称');
});

test('amounts inside text cells are read as splits of the total', () => {
  const table = only(makeGrid([
    ['2024年度部门整体支出绩效自评表'],
    ['预算部门名称', null, '某协会'],
    ['年度预算申请（万元）', null, null, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, null, '年度资金总额', null, 153.53, 127.1, 124.88, 10, 98.25, 9.8],
    [null, null, '按收入性质分：', null, null, null, '按支出性质分：'],
    [null, null, '其中：一般公共预算：124.88', null, null, null, '其中：基本支出：124.88'],
    [null, null, '政府性基金拨款：', null, null, null, '项目支出：'],
    ['绩效指标', '一级指标', '二级指标', '三级指标', null, '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
    [null, '产出指标', '重点工作', '活动次数', null, '≧8次', 10, 90, 90],
  ], ['A3:B7', 'C3:D3', 'C4:D4', 'C5:F5', 'G5:J5', 'C6:F6', 'G6:J6', 'C7:F7', 'G7:J7']));
  expect(table.kind).toBe('department');
  expect(table.fund?.splits.map((split) => split.parts.map((part) => [part.name, part.amount?.toString() ?? null]))).toEqual([
    [['一般公共预算', '124.88'], ['政府性基金拨款', null]], [['基本支出', '124.88'], ['项目支出', null]],
  ]);
});

test('rules stated in a footnote are read', () => {
  const table = only(makeGrid([...NATIONAL, ['注：1.一级指标分值统一设置为：产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分。2.定性指标分别按照该指标对应分值区间100-80%（含80%）、80-60%（含60%）、60-0%合理确定得分。3.预算执行率=预算执行数/调整后预算数，预算执行率未达到90%的需说明原因；年中发生预算调整的，应单独说明理由。']]));
  expect(table.stated.map((rule) => rule.kind)).toEqual(['group-weights', 'denominator', 'underspend-reason', 'adjustment-reason', 'qualitative-bands']);
});

test('base data: lines know their parents, control rates their terms', () => {
  const table = only(makeGrid([
    ['2024年度部门整体支出绩效评价基础数据表'],
    ['财政供养人员情况（人）', '编制数', '2024年实际在职人数', '控制率'],
    [null, 8, 7, '87.5%'],
    ['经费控制情况（万元）', '2023年决算数', '2024年预算数', '2024年决算数'],
    ['三公经费', 0.67, 0.68, 0.68],
    ['1、公务用车购置和维护经费', 0, 0, 0],
    ['其中：公车购置', 0, 0, 0],
    ['公车运行维护', 0, 0, 0],
    ['2、出国经费', 0, 0, 0],
    ['3、公务接待', 0.67, 0.68, 0.68],
    ['……', null, null, null],
  ]));
  expect(table.kind).toBe('base-data');
  expect(table.baseData?.controlRates).toMatchObject([{ name: '控制率', numerator: { text: '7' }, denominator: { text: '8' }, rate: { text: '87.5%' } }]);
  expect(table.baseData?.rows.map((row) => row.parent)).toEqual([null, 0, 1, 1, 0, 0, 5]);
  expect(table.baseData?.columns.map((column) => [column.year, column.kind])).toEqual([[2023, 'final'], [2024, 'budget'], [2024, 'final']]);
});

test('an empty line inside a level is a leftover, an inserted blank row is nothing', () => {
  const rows = NATIONAL.map((line) => [...line]);
  rows.splice(12, 0, []);
  const leftover = only(makeGrid(rows, ['B12:B14', 'C12:C13', 'D13:E13', 'J13:K13']));
  expect(leftover.indicators.map((indicator) => indicator.placeholder)).toEqual([false, true, false, false, false]);
  expect(names(only(makeGrid(rows)))).toEqual(names(only(makeGrid(NATIONAL))));
});

test('template lines are placeholders', () => {
  const rows = NATIONAL.map((line) => [...line]);
  rows.splice(13, 0, [null, null, '质量指标', '指标1：'], [null, null, null, '……']);
  expect(only(makeGrid(rows)).indicators.filter((indicator) => indicator.placeholder).map((indicator) => indicator.name.text)).toEqual(['指标1:', '……']);
});

test('overlapping merged areas: a cell that starts one belongs to it', () => {
  const table = only(makeGrid(NATIONAL, [...MERGES, 'B12:B14', 'B14:B15']));
  expect(table.groups.filter((group) => group.level === 1).map((group) => group.name)).toContain('效益指标');
});

test('a merge of the whole sheet and a cell in the last corner do not stretch the table', () => {
  const grid = makeGrid(NATIONAL, MERGES);
  const far = { ...grid, cells: [...grid.cells, { row: 1_048_576, column: 16_384, value: 'x', text: 'x', formula: null, style: { numberFormat: 'General', locked: true, fill: null }, note: null }], rowCount: 1_048_576, columnCount: 16_384 };
  expect(only(far).range).toEqual({ top: 1, left: 1, bottom: 16, right: 10 });
  expect(readTables({ ...grid, merges: [{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }, ...grid.merges] }).tables.length).toBeLessThanOrEqual(1);
});

test('a sheet without a table says what was looked for', () => {
  expect(readTables(makeGrid([['工资表'], ['姓名', '应发', '实发'], ['甲', 1, 1]])).nearMisses[0]?.reason).toContain('没有找到');
  expect(readTables(makeGrid([['2022年度项目支出绩效自评表'], ['甲', '乙']])).nearMisses[0]?.reason).toContain('项目支出绩效自评表');
  expect(readTables(makeGrid([])).nearMisses[0]?.reason).toContain('空白');
});

test('a target table has neither actuals nor scores', () => {
  const table = only(makeGrid([['项目绩效目标申报表（2022年度）'], ['项目名称', '农田建设'], ['一级指标', '二级指标', '三级指标', '指标值'], ['产出指标', '数量指标', '道路硬化', '≥100公里']]));
  expect(table.kind).toBe('targets');
  expect(table.indicators[0]?.actualEntry).toBeNull();
});

test('a monitoring table is known by its title', () => {
  expect(only(makeGrid([['项目支出绩效运行监控表（2023年度）'], ['一级指标', '二级指标', '三级指标', '年度指标值', '1-7月执行情况', '全年预计完成情况', '偏差原因分析'], ['产出指标', '数量指标', '培训', '≥3次', '2次', '3次', null]])).kind).toBe('monitoring');
});

test('得分 beside every level is the points of that level, the last 得分 is the score', () => {
  const table = only(makeGrid([
    ['2018年度部门整体支出绩效评价指标表'],
    ['一级指标', '得分', '二级指标', '得分', '三级指标', '得分', '评价标准', '指标说明', '得分'],
    ['投入', 16, '预算配置', 16, '在职人员控制率', 8, '≤100%计8分', '', 8],
    [null, null, null, null, '三公经费变动率', 8, '≤0计8分', '', 7.5],
    ['合计', 16, null, 16, null, 16, null, null, 15.5],
  ]));
  expect(weights(table)).toEqual(['8', '8']);
  expect(table.indicators.map((indicator) => indicator.score?.text)).toEqual(['8', '7.5']);
  expect(table.groups[0]?.declaredWeight?.toString()).toBe('16');
  expect(table.total?.score?.cell).toBe('I5');
});

test('名称 and 权重 under each level, 值 under 指标值 belong to the header over them', () => {
  const table = only(makeGrid([
    ['部门整体支出绩效自评表（2022年度）'],
    ['一级指标', null, '二级指标', null, '三级指标', null, '指标值', null, null, '实际完成值', '自评分'],
    ['名称', '权重（%）', '名称', '权重（%）', '名称', '权重（%）', '符号', '值', '单位（文字描述）', null, null],
    ['履职效能', 50, '整体效能', 20, '产出完成率', 20, '≥', 95, '%', '96%', 20],
  ], ['A2:B2', 'C2:D2', 'E2:F2', 'G2:I2', 'J2:J3', 'K2:K3']));
  expect(names(table)).toEqual(['产出完成率']);
  expect(weights(table)).toEqual(['20']);
  expect(table.indicators[0]?.target).toMatchObject({ operator: '>=', quantity: { unit: '%' } });
  expect(table.groups.map((group) => group.declaredWeight?.toString())).toEqual(['50', '20']);
});

test('points behind the names stand in for a missing column of points', () => {
  const table = only(makeGrid([['整体支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '自评得分'], ['投入（20分）', '目标设定（10分）', '测算依据（5分）', 5]]));
  expect(weights(table)).toEqual(['5']);
});

test('资金来源 and 资金结构 divide the same total, each by itself', () => {
  const table = only(makeGrid([
    ['2022年度部门整体支出绩效自评表'],
    ['年度预算（万元）', null, '年初预算数', '全年预算数', '全年执行数', '执行率'],
    [null, '年度资金总额', 100, 100, 90, '90%'],
    [null, '资金来源：（1）政府预算资金', 80, 80, 70, '87.5%'],
    [null, '（2）单位资金', 20, 20, 20, '100%'],
    [null, '资金结构：（1）基本支出', 60, 60, 50, '83.33%'],
    [null, '（2）项目支出', 40, 40, 40, '100%'],
    ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '会议次数', '≥3次', '3次', 10, 10],
  ]));
  expect(table.fund?.parts.map((part) => part.division)).toEqual([0, 0, 1, 1]);
});

test('a monitoring form has its spending of part of the year', () => {
  const table = only(makeGrid([
    ['项目支出绩效运行监控表（2023年度）'],
    ['项目资金（万元）', null, '年初预算数', '1-7月执行数', '1-7月执行率', '全年预计执行数'],
    [null, '年度资金总额', 100, 50, '50%', 100],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '1-7月执行情况', '全年预计完成情况'],
    ['产出指标', '数量指标', '培训', '≥3次', '2次', '3次'],
  ]));
  expect(table.fund?.total).toMatchObject({ actualSpending: { cell: 'D3' }, executionRate: { cell: 'E3' } });
  expect(table.indicators[0]?.actualEntry?.cell).toBe('E5');
});

test('a target form without a header for its amounts still has a fund block', () => {
  const table = only(makeGrid([
    ['项目绩效目标申报表（2022年度）'],
    ['资金情况（万元）', '年度资金总额：', 100],
    [null, '其中：财政拨款', 80],
    [null, '其他资金', 20],
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '道路硬化', '≥100公里'],
  ]));
  expect(table.fund).toMatchObject({ unit: '万元', total: { originalBudget: { cell: 'C2' } } });
  expect(table.fund?.parts.map((part) => part.name)).toEqual(['财政拨款', '其他资金']);
});

test('the amounts of a target form in one line, without 其中, and of the project beside those of the year', () => {
  const fundOf = (...lines: readonly Line[]): unknown => {
    const { fund } = only(makeGrid([['项目绩效目标申报表（2022年度）'], ...lines, ['一级指标', '二级指标', '三级指标', '指标值'], ['产出指标', '数量指标', '道路硬化', '≥100公里']], ['A2:A4']));
    return [fund?.total?.originalBudget?.cell, fund?.parts.map(({ name, originalBudget }) => [name, originalBudget?.cell])];
  };
  expect(fundOf(['资金情况（万元）', '资金总额', 100, '其中：财政拨款', 80, '其他资金', 20], [null], [null])).toEqual(['C2', [['财政拨款', 'E2'], ['其他资金', 'G2']]]);
  expect(fundOf(['项目资金申请（万元）', '资金总额：', 100], [null, '财政拨款：', 80], [null, '其他：', 20])).toEqual(['C2', [['财政拨款', 'C3'], ['其他', 'C4']]]);
  expect(fundOf(['资金情况（万元）', '年度金额：', 100], [null, '其中：中央补助', 80], [null, '地方资金', 20])).toEqual(['C2', [['中央补助', 'C3'], ['地方资金', 'C4']]]);
  expect(fundOf(['项目资金（万元）', '资金总额', 300, '当年资金总额：', 100], [null, '其中：财政拨款', 280, '其中：当年财政拨款', 80], [null, '其他资金', 20, '当年其他资金', 20])).toEqual(['E2', [['当年财政拨款', 'E3'], ['当年其他资金', 'E4']]]);
  expect(fundOf(['项目资金（万元）', '资金总额', 100], [null, '财政拨款', 80], [null, '上年安排', 60])).toEqual(['C2', []]);
});

test('a second list at the right is not read, and that is said', () => {
  const table = only(makeGrid([
    ['部门整体支出绩效目标申报表'],
    ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '道路', '≥1公里', '数量指标', '桥梁', '≥1座'],
  ]));
  expect(table.notUnderstood.map((item) => item.reason).join()).toContain('右侧还有一组指标');
});
