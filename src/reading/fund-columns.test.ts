// Fund blocks whose headers, sources and amounts stand where other forms do not have them.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import type { Table } from '../model/table';
import { readTables } from './read-tables';

const names = (table: Table): string[] => table.indicators.map((indicator) => indicator.name.text);

test('市级 below 其中：省级 is a source, although the label beside the block ends above it', () => {
  const table = oneTable(makeGrid([
    ['财政政策绩效自评表'], ['政策资金（万元）', null, '预算安排', '实际到位', '实际支出', '支出率'],
    [null, null, 526, 526, 511, '97.15%'], ['其中：省级', null, 200, 200, 200, '100%'], ['市级', null, 326, 326, 311, '95.4%'], HEADER, LINE,
  ], ['A2:B3', 'A4:B4', 'A5:B5']));
  expect(table.fund?.parts.map((part) => [part.name, part.finalBudget?.text])).toEqual([['省级', '200'], ['市级', '326']]);
});

test('of the spending up to June, up to September and of the year that of the year counts', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['资金来源', '调整预算数', '1-6月执行数', '1-9月执行数', '全年执行数', '执行率'], ['合计', 62, 12, 36, 59, '95.16%'], HEADER, LINE,
  ]));
  expect(table.fund?.headers.actualSpending?.cell).toBe('E2');
});

test('全年执行数(其他) holds a part of what was spent: with an amount there the whole stands nowhere', () => {
  const spending = (others: number, rate = 90): unknown => {
    const table = oneTable(makeGrid([['项目支出绩效自评表'], ['资金来源', '年初预算', '调整预算数', '调整后预算数', '全年执行数', '全年执行数(其他)', '预算执行率(%)'], ['预算内', 500, 0, 500, 430, others, rate], ['合计', 500, 0, 500, 430, others, rate], HEADER, LINE]));
    return [table.fund?.headers.actualSpending?.cell ?? null, table.fund?.total?.actualSpending?.text ?? null];
  };
  expect([spending(0), spending(20), spending(20, 86)]).toEqual([['E2', '430'], [null, null], ['E2', '430']]);
});

test('a budget that was approved and then adjusted is the one before the adjustment', () => {
  const budgets = (table: Table) => [table.fund?.total?.originalBudget?.cell, table.fund?.total?.finalBudget?.cell];
  const columns = oneTable(makeGrid([['项目支出绩效自评表'], ['预算批复数', '调整后预算数', '实际支出数', '预算执行率'], [150, 138, 138, '100%'], HEADER, LINE]));
  expect(budgets(columns)).toEqual(['A3', 'B3']);
  const pairs = oneTable(makeGrid([['项目支出绩效自评表'], ['预算安排金额', 235, '调整后预算', 229, '支出金额', 228], ['支出率', '99.56%'], HEADER, LINE]));
  expect(budgets(pairs)).toEqual(['B2', 'D2']);
});

test('a budget in the row above the spending is that of the block', () => {
  const table = oneTable(makeGrid([
    ['财政项目支出绩效自评表'], ['当年预算数（元）：', 3486000, '上年预算数（元）：', 3120000], ['预算执行数（元）：', 3402880, '预算执行率（%）：', 97.62], HEADER, LINE,
  ]));
  expect([table.fund?.total?.finalBudget?.cell, table.fund?.total?.actualSpending?.cell, table.fund?.total?.executionRate?.cell]).toEqual(['B2', 'B3', 'D3']);
});

test('amounts one below the other with the score of the execution beside the rate', () => {
  const table = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['预算及支出（万元）', '年初预算', 126, '其中：财政拨款', 126], [null, '调整后预算', 119, '其中：财政拨款', 119], [null, '实际支出', 118, '其中：财政拨款', 118],
    [null, '预算执行率', '99.16%', '预算执行得分（10分）', 9.92], HEADER, LINE,
  ], ['A2:A5']));
  expect([table.fund?.total?.finalBudget?.cell, table.fund?.total?.actualSpending?.cell, table.fund?.total?.score?.cell, table.fund?.declaredWeight?.toString()]).toEqual(['C3', 'C4', 'E5', '10']);
});

test('amounts by turns under short words, and the points of their rate', () => {
  const table = oneTable(makeGrid([['专项资金项目绩效自评表'], ['资金安排（万元）', '年初预算', 150, '调整后', 140, '执行', 133], ['预算执行率', '95%', null, '执行率得分', 9.5], HEADER, LINE]));
  const total = table.fund?.total;
  expect([total?.originalBudget?.cell, total?.finalBudget?.cell, total?.actualSpending?.cell, total?.executionRate?.cell, total?.score?.cell]).toEqual(['C2', 'E2', 'G2', 'B3', 'E3']);
});

test('the unit of money beside its label, and no unit in the name of a county', () => {
  const unit = (...head: Line): string | null => oneTable(makeGrid([['项目支出绩效自评表'], head, ['资金来源', '年初预算', '调整后预算', '执行数', '执行率%', '权重', '得分'], ['总计', 28, 30, 29, 96.67, 10, 9.67], HEADER, LINE])).amountUnit;
  expect([unit('金额单位：', '万元'), unit('实施单位：元谋县水务局')]).toEqual(['万元', null]);
});

test('执行率% is the rate', () => {
  const table = oneTable(makeGrid([['项目支出绩效自评表'], ['资金来源', '年初预算', '执行数', '执行率%', '权重', '得分'], ['总计', 30, 29, 96.67, 10, 9.67], HEADER, LINE]));
  expect(table.fund?.total?.executionRate?.text).toBe('96.67');
});

test('预算安排 | 实际使用 | 使用率 is a block of funds', () => {
  const table = oneTable(makeGrid([['专项资金绩效自评表'], ['资金总额（万元）', '预算安排', '指标下达', '实际使用', '使用率'], [null, 60, 60, 58.8, '98%'], HEADER, LINE], ['A2:A3']));
  expect([table.fund?.total?.finalBudget?.text, table.fund?.total?.actualSpending?.text, table.fund?.total?.executionRate?.text]).toEqual(['60', '58.8', '98%']);
});

test('headers of a fund block that name their year', () => {
  const table = oneTable(makeGrid([['专项资金项目绩效自评表'], ['资金来源', '2022年执行数', '2023年预算数', '2023年执行数', '执行率'], ['资金总额', 280, 320, 294.4, '92%'], HEADER, LINE]));
  expect([table.fund?.total?.finalBudget?.text, table.fund?.total?.actualSpending?.text]).toEqual(['320', '294.4']);
});

test('sources, their sum and what was paid out to people', () => {
  const table = oneTable(makeGrid([['补贴资金项目绩效自评表'], ['资金（元）', '上级下达', '县级配套', '合计', '实际兑付', '兑付率', '分值', '得分'], [null, 680, 0, 680, 646, '95%', 20, 19], HEADER, LINE]));
  expect([table.fund?.total?.finalBudget?.text, table.fund?.total?.actualSpending?.text, table.fund?.total?.executionRate?.text]).toEqual(['680', '646', '95%']);
});

test('spending by quarters beside the rate is no rate', () => {
  const table = oneTable(makeGrid([
    ['补助项目绩效自评表'], ['资金来源', '预算数', '支出进度', null, null, '全年支出', '执行率'], [null, null, '一季度', '上半年', '全年', null, null], ['合计', 156, 42, 81, 156, 156, '100%'], HEADER, LINE,
  ], ['A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3']));
  expect([table.fund?.total?.executionRate?.cell, table.fund?.total?.actualSpending?.cell]).toEqual(['G4', 'F4']);
});

test('指标 over 一级 | 二级 | 三级 beside short words is a list, with the amounts by turns above it', () => {
  const table = oneTable(makeGrid([
    ['专项资金绩效自评表'], ['预算执行率（10%）', '预算（万元）', 1245, '执行（万元）', 1183, '执行率', '95.02%', 9.5],
    ['指标', null, null, '计量单位', '年度目标', '实际完成', '权重%', '得分'], ['一级', '二级', '三级'], ['产出', '数量', '减船数', '艘', 18, 18, 90, 90],
  ], ['A3:C3', 'D3:D4', 'E3:E4', 'F3:F4', 'G3:G4', 'H3:H4']));
  expect(names(table)).toEqual(['减船数']);
  expect(table.indicators[0]?.targetEntry?.cell).toBe('E5');
  expect([table.fund?.total?.finalBudget?.cell, table.fund?.total?.actualSpending?.cell, table.fund?.total?.executionRate?.cell, table.fund?.total?.score?.cell, table.fund?.declaredWeight?.toString()]).toEqual(['C2', 'E2', 'G2', 'H2', '10']);
});

test('the whole behind its sources, for budget and spending', () => {
  const table = oneTable(makeGrid([
    ['专项项目绩效自评表'], ['预算情况（万元）', '省级下达', 32, '县级配套', 8, '总预算', 40], ['执行情况（万元）', '省级支出', 32, '县级支出', 6, '总支出', 38], ['预算执行率', '95%', '执行率得分（满分10分）', 9.5], HEADER, LINE,
  ]));
  const total = table.fund?.total;
  expect([total?.finalBudget?.text, total?.actualSpending?.text, total?.executionRate?.text, total?.score?.text, table.fund?.declaredWeight?.toString()]).toEqual(['40', '38', '95%', '9.5', '10']);
});

test('备注 merged down beside the lines takes none of them away', () => {
  const table = oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['预算执行情况（万元）', null, '年初预算数', '全年预算数', '全年执行数', '执行率', '备注'], [null, '总计', 20, 24, 23, '95.83%'], [null, '财政拨款', 20, 24, 23, '95.83%'], [null, '其他收入', 0, 0, 0], HEADER, LINE,
  ], ['A2:A5', 'G2:G4']));
  expect([table.fund?.total?.name, table.fund?.parts.map(({ name }) => name)]).toEqual(['总计', ['财政拨款', '其他收入']]);
});

test('a figure for each year under its header is no block of one year', () => {
  const fundUnder = (...years: readonly string[]): unknown => readTables(makeGrid([
    ['项目支出绩效自评表'], ['资金（万元）', '项目', ...years], [null, '预算数', 1500, 1800], [null, '执行数', 1486.5, 1792.8], HEADER, LINE,
  ])).tables[0]?.fund?.total?.actualSpending?.text ?? null;
  expect([fundUnder('2021年', '2022年'), fundUnder('金额', '备案数')]).toEqual([null, '1486.5']);
});

test('sources behind the whole amount stand below each other where it reaches down beside them', () => {
  const fund = (merges: readonly string[]): unknown => oneTable(makeGrid([
    ['区域绩效目标表（2024年度）'], ['资金情况（万元）', '资金总额', 36, '其中：财政拨款', 30], [null, null, null, '其他资金', 6], HEADER, LINE,
  ], merges)).fund?.parts.map(({ name, originalBudget }) => [name, originalBudget?.cell]);
  expect(fund(['A2:A3', 'B2:B3', 'C2:C3'])).toEqual([['财政拨款', 'E2'], ['其他资金', 'E3']]);
  expect(fund(['A2:A3'])).toEqual([['财政拨款', 'E2']]);
});

const amounts = (table: Table): unknown => { const total = table.fund?.total; return [total?.finalBudget?.cell, total?.actualSpending?.cell, total?.executionRate?.cell, total?.score?.cell]; };

test('预算 | 支出 beside 执行率 are columns, alone they are words', () => {
  const read = (header: Line): Table => oneTable(makeGrid([['科研项目绩效自评表'], header, [null, 160, 160, 152, '95%', 9.5], HEADER, LINE]));
  expect(amounts(read(['经费情况（万元）', '预算', '到账', '支出', '执行率', '得分（10分）']))).toEqual(['B3', 'D3', 'E3', 'F3']);
  expect(read(['经费情况（万元）', '预算', '到账', '支出', '说明', '备注']).fund).toBeNull();
});

test('资金执行情况 behind 预算安排情况 has the spending, each amount behind its own label', () => {
  const table = oneTable(makeGrid([
    ['项目绩效自评表'], ['预算安排情况（调整后）', null, '资金到位情况', null, '资金执行情况', null, '预算执行进度'],
    ['资金总额', 3600, '资金总额', 3600, '资金总额', 3564, '99%'], ['其中：财政资金', 3000, '其中：财政资金', 3000, '其中：财政资金', 2964, null], ['其他', 600, '其他', 600, '其他', 600, null], HEADER, LINE,
  ], ['A2:B2', 'C2:D2', 'E2:F2', 'G3:G5']));
  expect(amounts(table)).toEqual(['B3', 'F3', 'G3', undefined]);
  expect(table.fund?.parts.map((part) => [part.name, part.finalBudget?.text, part.actualSpending?.text, part.executionRate])).toEqual([['财政资金', '3000', '2964', null], ['其他', '600', '600', null]]);
});

test('what arrived is what could be spent where no budget stands beside it', () => {
  const table = oneTable(makeGrid([['专项债券项目绩效自评表'], ['资金来源', '计划筹措', '实际到位', '实际支出', '执行率'], ['总投资', 36000, 30000, 29400, '98%'], HEADER, LINE]));
  expect(amounts(table)).toEqual(['C3', 'D3', 'E3', undefined]);
});

test('spending in the row below the budgets is that of the block', () => {
  const table = oneTable(makeGrid([['项目绩效自评表'], ['年初预算', 2480, '调整后预算', 2480], ['实际支出', 2430.4, '预算执行率', '98%'], HEADER, LINE]));
  expect(amounts(table)).toEqual(['D2', 'B3', 'D3', undefined]);
});

test('支出预算 and 支出 of a fund among what came in and what is left are budget and spending', () => {
  const table = oneTable(makeGrid([['政府性基金绩效自评表'], ['基金收支情况', '上年结余', '当年收入', '当年支出预算', '当年支出', '年末结余', '执行率'], [null, 1200, 18000, 17500, 17150, 2050, '98%'], HEADER, LINE], ['A2:A3']));
  expect(amounts(table)).toEqual(['D3', 'E3', 'G3', undefined]);
});

test('小计 under the lines of each department are no lines of 合计', () => {
  const table = oneTable(makeGrid([
    ['2023年财政支出绩效自评情况统计表'], ['主管部门', '项目名称', '年初预算数', '实际支出数', '执行率', '自评得分'],
    ['教育局', '校园维修', 300, 297, '99%', 98], [null, '营养改善', 520, 520, '100%', 99], [null, '小计', 820, 817, '99.63%', null],
    ['水务局', '河道清淤', 460, 388, '84.35%', 91], [null, '小计', 460, 388, '84.35%', null], ['合计', null, 1280, 1205, '94.14%', null],
  ], ['A3:A5', 'A6:A7', 'A8:B8']));
  expect([table.fund?.total?.originalBudget?.cell, table.fund?.parts.map((part) => part.originalBudget?.cell), table.summary?.map(({ name }) => name.text)]).toEqual(['C8', ['C3', 'C4', 'C6'], ['校园维修', '营养改善', '河道清淤']]);
});

test('a block with points of its own in which no line is the whole is said not to be checked', () => {
  const table = oneTable(makeGrid([
    ['社会保险基金绩效自评表'], ['基金收支情况', '项目', '预算数', '决算数', '执行率', '分值', '得分'], [null, '基金收入', 268, 273, '101.87%', 5, 5], [null, '基金支出', 216, 211, '97.69%', 5, 4.9], HEADER, LINE, ['总分', null, null, null, null, 100, 99.9],
  ], ['A2:A4']));
  expect(table.notUnderstood.map(({ reason, scored }) => [reason, scored])).toEqual([['资金部分没有认出合计一行（年度资金总额……），执行率和预算执行得分没有核查，总分没有复核。', true]]);
});

test('a rate in the line below tells whether 调整预算 is what was added or what it came to', () => {
  const budget = (rate: string): string | undefined => oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', '年初预算', 48, '调整预算', 45, '全年支出', 46.8], [null, '执行率', rate, '分值', 10, '得分', 10], HEADER, LINE,
  ], ['A2:A3'])).fund?.total?.finalBudget?.quantity?.value.toString();
  expect([budget('104%'), budget('50.32%')]).toEqual(['45', '93']);
});

test('分值 | 10 | 得分 | 9.5 alone below the amounts are the points of the execution, 100 points are not', () => {
  const points = (weight: number, score: number): unknown => {
    const { fund, notUnderstood } = oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', '预算数', 50, '执行数', 47.5, '执行率', '95%'], ['分值', weight, '得分', score], HEADER, LINE]));
    return [fund?.total?.weight?.text, fund?.total?.score?.text, notUnderstood.length];
  };
  expect([points(10, 9.5), points(100, 98), points(10, 12)]).toEqual([['10', '9.5', 0], [undefined, undefined, 1], [undefined, undefined, 1]]);
});

test.each(['项目总资金', '年度总资金', '项目经费', '年度资金'])('%s over 其中：财政拨款 is the whole, although every line has points', (word) => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['资金情况（万元）', null, '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, word, 30, 30, 10, '100%', 10], [null, '其中：财政拨款', 30, 30, 10, '100%', 10], [null, '其他资金'], HEADER, LINE,
  ], ['A2:A5']));
  expect([fund?.total?.name, fund?.parts.map(({ name, level }) => [name, level])]).toEqual([word, [['财政拨款', 1], ['其他资金', 1]]]);
});

test('财政拨款 over 其中：上级补助 is a source, not the whole', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['资金情况（万元）', null, '全年预算数', '全年执行数', '执行率'], [null, '财政资金', 30, 30, '100%'], [null, '其中：上级补助', 20, 20, '100%'], [null, '自筹资金', 5, 5, '100%'], HEADER, LINE,
  ], ['A2:A5']));
  expect(fund?.total).toBeNull();
});

test('the amounts of a form of targets stand past a blank column', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效目标申报表'], ['资金情况（万元）', '年度资金总额：', null, 854], [null, '其中：财政拨款', null, 800], [null, '其他资金', null, '54'], ['一级指标', '二级指标', '三级指标', '指标值'], LINE.slice(0, 4),
  ], ['A2:A4']));
  expect([fund?.total?.originalBudget?.cell, fund?.parts.map(({ originalBudget }) => originalBudget?.cell)]).toEqual(['D2', ['D3', 'D4']]);
});

test('调整预算数 that the rate divides by is what the budget came to, whatever the figures say', () => {
  const budget = (...heads: readonly string[]): unknown => oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', null, '年初预算数', ...heads], [null, '年度资金总额', 64.8, 63.8, 64.8, '100%'], HEADER, LINE], ['A2:A3'])).fund?.total?.finalBudget?.quantity?.value.toString();
  expect([budget('调整预算数（A）', '全年执行数（B）', '执行率（B/A）'), budget('调整预算数', '全年执行数', '执行率')]).toEqual(['63.8', '63.8']);
});

test('年初预算数 | 预算调整数 | 调整预算数: what the first two make is no second adjustment', () => {
  const budgets = (...figures: Line): unknown => {
    const { fund } = oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', null, '年初预算数', '预算调整数', '调整预算数', '全年执行数', '执行率'], [null, '年度资金总额', ...figures, 60, '100%'], HEADER, LINE], ['A2:A3']));
    return [fund?.total?.originalBudget?.cell, fund?.total?.finalBudget?.quantity?.value.toString()];
  };
  expect([budgets(64, -4, 60), budgets(60, 0, 60)]).toEqual([['C3', '60'], ['C3', '60']]);
});

test('points of the execution below its rate, one below the other', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', '全年预算数', 30], [null, '全年执行数', 27], [null, '执行率', '90%'], [null, '分值', 10], [null, '得分', 9], HEADER, LINE,
  ], ['A2:A6']));
  expect([fund?.total?.executionRate?.cell, fund?.total?.weight?.cell, fund?.total?.score?.cell]).toEqual(['C4', 'C5', 'C6']);
});

test('between the budget of January and the spending, what all rates divide by is the budget of the year, whatever its header', () => {
  const finalOf = (word: string, rate: string): unknown => oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', null, '年初预算数', word, '全年执行数', '执行率'], [null, '年度资金总额', 80, 100, 60, rate], HEADER, LINE], ['A2:A3'])).fund?.total?.finalBudget?.cell;
  expect([finalOf('全年可用资金', '60%'), finalOf('全年指标数', '60.00%'), finalOf('上级文号', '75%'), finalOf('全年可用资金', '50%')]).toEqual(['D3', 'D3', undefined, 'D3']);
});

test('the letter in the header of the rate names the budget that it divides by, whatever that is called', () => {
  const finalOf = (rate: string): unknown => oneTable(makeGrid([
    ['转移支付绩效自评表'], ['资金投入情况（万元）', null, '全年预算数\n（A）', '统筹整合资金数\n（B）', '扣除统筹整合资金后预算金额\n（C）', '全年到位资金\n（D）', '预算到位率\n（D/C×100%）', '全年执行资金\n（E）', rate],
    [null, '年度资金总额：', 100, 40, 60, 60, '100%', 30, '50%'], HEADER, LINE,
  ], ['A2:A3'])).fund?.total?.finalBudget?.cell;
  expect([finalOf('预算执行率\n（E/C×100%）'), finalOf('预算执行率\n（E/A×100%）'), finalOf('预算执行率')]).toEqual(['E3', 'C3', 'F3']);
});

test('letters that are another form\'s, or name a sum that no column holds, name no budget', () => {
  const read = (spending: string, rate: string): unknown => {
    const { fund, stated } = oneTable(makeGrid([['项目支出绩效自评表'], ['资金（万元）', '年初预算数（A）', '上年结转（B）', '全年预算数（C）', spending, rate], ['年度资金总额', 80, 20, 100, 95, '95%'], HEADER, LINE]));
    return [fund?.total?.originalBudget?.cell ?? null, fund?.total?.finalBudget?.cell ?? null, fund?.total?.executionRate?.cell, stated.map(({ kind }) => kind)];
  };
  expect(read('全年执行数（D）', '执行率（D/A）')).toEqual(['B3', 'D3', 'F3', ['denominator']]);
  expect(read('全年执行数（D）', '执行率（B/A）')).toEqual(['B3', 'D3', 'F3', []]);
  expect(read('全年执行数（D）', '执行率（D/(A+B)）')).toEqual([null, null, 'F3', []]);
});

test('the letter at 预算调整数 names what the rate divides by where no other budget is it', () => {
  const finalOf = (rate: string): unknown => oneTable(makeGrid([['项目支出绩效自评表'], ['资金（万元）', '年初预算数', '预算调整数（A）', '全年预算数', '全年执行数（B）', '执行率（B/A）'], ['年度资金总额', 80, 120, 200, 90, rate], HEADER, LINE])).fund?.total?.finalBudget?.cell;
  expect([finalOf('75%'), finalOf('45%'), finalOf('60%')]).toEqual(['C3', 'D3', 'C3']);
});

test('项目支出数 beside 基本支出数 is a kind of what was spent, 资金使用率 beside 预算执行率 not its rate', () => {
  const read = (heads: Line, amounts: Line): unknown => {
    const { fund } = oneTable(makeGrid([['部门整体支出绩效自评表'], ['资金（万元）', ...heads], ['总额', ...amounts], HEADER, LINE]));
    return [fund?.total?.actualSpending?.cell, fund?.total?.executionRate?.cell];
  };
  expect(read(['全年预算数', '基本支出数', '项目支出数', '全年执行数', '执行率'], [100, 50, 35, 85, '85%'])).toEqual(['E3', 'F3']);
  expect(read(['全年预算数', '项目支出数', '执行率'], [100, 85, '85%'])).toEqual(['C3', 'D3']);
  expect(read(['全年预算数', '到位数', '支出数', '资金使用率', '预算执行率'], [120, 114, 100, '87.72%', '83.33%'])).toEqual(['D3', 'F3']);
  expect(read(['全年预算数', '支出数', '资金使用率'], [120, 100, '83.33%'])).toEqual(['C3', 'D3']);
});

test('without a column of rates the points tell which budget they are a share of', () => {
  const budget = (header: string, score: number): unknown => oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', '年初预算数', header, '全年执行数', '分值', '得分'], ['年度资金总额', 80, 100, 95, 10, score], HEADER, LINE,
  ])).fund?.total?.finalBudget?.text ?? null;
  expect([budget('可用资金', 9.5), budget('可用资金', 10), budget('可用资金', 9.1), budget('调整后金额', 9.1)]).toEqual(['100', null, null, '100']);
});

test('单位：万元 in the label beside a block below a long head is the unit of its amounts', () => {
  const head = Array.from({ length: 14 }, (_, i): Line => [`${i + 1}.项目内容`, '道路养护']);
  expect(oneTable(makeGrid([['项目支出绩效自评表'], ...head, ['项目资金（单位：万元）', '全年预算数', '全年执行数'], ['年度资金总额', 100, 95], HEADER, LINE])).fund?.unit).toBe('万元');
});

test('其中： in a line of its own divides the source above it, or the total', () => {
  const levels = (...lines: readonly (readonly [string, number | null])[]): unknown => oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', null, '全年预算数', '全年执行数'], [null, '年度资金总额', 100, 100], ...lines.map(([name, amount]): Line => [null, name, amount, amount]), HEADER, LINE,
  ])).fund?.parts.filter(({ finalBudget }) => finalBudget?.filled).map(({ name, level }) => [name, level]);
  expect(levels(['其中：财政拨款', 80], ['其中：', null], ['中央', 50], ['省级', 30], ['其他资金', 20])).toEqual([['财政拨款', 1], ['中央', 2], ['省级', 2], ['其他资金', 1]]);
  expect(levels(['其中：', null], ['财政拨款', 80], ['其他资金', 20])).toEqual([['财政拨款', 1], ['其他资金', 1]]);
});

test('what was carried over is budget as well where rate, points or spending say so', () => {
  const read = (carried: number, budget: number, spent: number, ...given: Line): unknown => {
    const { fund } = oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', '上年结转', '年初预算数', '全年执行数', '执行率', '分值', '得分'], ['年度资金总额', carried, budget, spent, ...given], HEADER, LINE]));
    return [fund?.total?.originalBudget?.text ?? null, fund?.total?.finalBudget?.text ?? null, fund?.total?.finalBudget?.quantity?.value.toString() ?? null];
  };
  expect(read(20, 80, 95, '95%', 10, 9.5)).toEqual([null, '80+20', '100']);
  expect(read(20, 80, 95, null, 10, 9.5)).toEqual([null, '80+20', '100']);
  expect(read(20, 80, 95, '90%', 10, 9)).toEqual([null, '80+20', '100']);
  expect(read(20, 100, 95, '95%', 10, 9.5)).toEqual(['100', null, null]);
  expect(read(20, 100, 95, '90%', 10, 9)).toEqual(['100', null, null]);
  expect(read(0, 80, 76, '95%', 10, 9.5)).toEqual(['80', null, null]);
  // All of both was spent; or all of the one and more, which is cut off.
  expect(read(20, 80, 100, null, 10, 10)).toEqual([null, '80+20', '100']);
  expect(read(20, 100, 105, '100%', 10, 10)).toEqual(['100', null, null]);
});

test('what was carried over is in a budget that is as much more than that of January', () => {
  const { fund } = oneTable(makeGrid([['项目支出绩效自评表'], ['项目资金（万元）', '上年结转', '年初预算数', '全年预算数', '全年执行数', '执行率'], ['年度资金总额', 20, 80, 100, 105, '90%'], HEADER, LINE]));
  expect([fund?.total?.originalBudget?.text, fund?.total?.finalBudget?.text]).toEqual(['80', '100']);
});
