// Layouts that forms take in the field: continued pages, section headings, forms side by side, shared points, subtotals, numbering.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER } from '../../test/one-table';
import type { Grid } from '../model/grid';
import { readTables } from './read-tables';

const FUND: readonly Line[] = [
  ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '得分'],
  [null, '年度资金总额', 100, 100, 90, 10, 9],
];
const tablesOf = (grid: Grid) => readTables(grid).tables;
const counts = (grid: Grid): number[] => tablesOf(grid).map((table) => table.indicators.length);

test('a title repeated with 续 over the next page continues the form', () => {
  const grid = makeGrid([
    ['项目支出绩效自评表（2022年度）'], ...FUND, HEADER,
    ['产出指标（50分）', '数量指标', '甲', '≥1个', '1个', 30, 30],
    ['项目支出绩效自评表（续）'], HEADER,
    [null, '质量指标', '乙', '≥1个', '1个', 20, 20],
    ['总分', null, null, null, null, 60, 59],
  ]);
  expect(counts(grid)).toEqual([2]);
  expect(tablesOf(grid)[0]?.groups.filter((group) => group.level === 1)).toHaveLength(1);
});

test('section headings that end in 表 do not cut the form', () => {
  const grid = makeGrid([
    ['2022年度项目支出绩效自评表'], ['一、项目资金情况表'], ...FUND, ['二、绩效目标完成情况表'], HEADER,
    ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
    ['总分', null, null, null, null, 100, 99],
  ]);
  expect(counts(grid)).toEqual([1]);
  expect(tablesOf(grid)[0]?.fund?.total?.score?.text).toBe('9');
});

test('two forms with a title each stay two, also without a total', () => {
  const one: Line[] = [['2022年度项目支出绩效自评表'], ...FUND, HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90]];
  expect(counts(makeGrid([...one, ...one]))).toEqual([1, 1]);
});

test('forms side by side are read each for itself', () => {
  const beside = (line: Line, width: number): Line => [...line, ...Array.from({ length: width - line.length }, () => null)];
  const left: Line[] = [['项目支出绩效自评表'], HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90], ['总分', null, null, null, null, 90, 90]];
  const right: Line[] = [['项目支出绩效自评表'], HEADER, ['产出指标', '数量指标', '乙', '≥2个', '1个', 80, 40], ['总分', null, null, null, null, 80, 40]];
  const tables = tablesOf(makeGrid(left.map((line, i) => [...beside(line, 8), ...(right[i] ?? [])])));
  expect(tables.map((table) => table.indicators.map((indicator) => indicator.name.cell))).toEqual([['C3'], ['K3']]);
  expect(tables.map((table) => table.total?.score?.text)).toEqual(['90', '40']);
});

test('小计 of a group is no indicator; its points are what the group declares', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'], HEADER,
    ['产出指标', '数量指标', '甲', '≥1个', '1个', 30, 30],
    [null, '小计', null, null, null, 30, 30],
    ['效益指标', '社会效益', '乙', '有效', '有效', 60, 60],
    ['总分', null, null, null, null, 90, 90],
  ]));
  expect(table?.indicators.map((indicator) => indicator.name.text)).toEqual(['甲', '乙']);
  expect(table?.groups[0]?.declaredWeight?.toString()).toBe('30');
});

test('小计 below a second level is that level\'s, below the last of them the whole group\'s', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'], HEADER,
    ['产出指标', '数量指标', '甲', '≥1个', '1个', 30, 30],
    [null, '小计', null, null, null, 30, 30],
    [null, '质量指标', '乙', '≥1个', '1个', 20, 19],
    [null, '小计', null, null, null, 20, 19],
    ['效益指标', '社会效益', '丙', '有效', '有效', 20, 20],
    [null, '经济效益', '丁', '有效', '有效', 20, 18],
    [null, '小计', null, null, null, 40, 38],
    ['总分', null, null, null, null, 90, 87],
  ]));
  expect(table?.groups.map(({ name, declaredWeight, subtotalScore }) => [name, declaredWeight?.toString() ?? null, subtotalScore?.cell ?? null])).toEqual([
    ['产出指标', null, null], ['数量指标', '30', 'G4'], ['质量指标', '20', 'G6'], ['效益指标', '40', 'G9'], ['社会效益', null, null], ['经济效益', null, null],
  ]);
});

test('收入 and 支出 side by side with the rate of what came in: the columns of what was spent are read', () => {
  const [table] = tablesOf(makeGrid([
    ['部门整体支出绩效自评表'],
    ['部门资金（万元）', '收入', '全年预算数', '全年执行数', '执行率', '支出', '全年预算数', '全年执行数'],
    [null, '合计', 100, 100, '100%', '合计', 100, 80],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ]));
  expect(table?.fund?.total).toMatchObject({ finalBudget: { cell: 'G3' }, actualSpending: { cell: 'H3' }, executionRate: null });
});

test('收入 and 支出 each over columns of their own: the columns under 收入 are passed over', () => {
  const [table] = tablesOf(makeGrid([
    ['部门整体支出绩效自评表'],
    ['预算情况（万元）', null, '收入', null, null, '支出', null, null],
    [null, null, '全年预算', '实际收入', '完成率', '全年预算', '实际支出', '执行率'],
    [null, '合计', 100, 100, '100%', 100, 80, '80%'],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ], ['A2:A4', 'B2:B3', 'C2:E2', 'F2:H2']));
  expect(table?.fund?.total).toMatchObject({ name: '合计', finalBudget: { cell: 'F4' }, actualSpending: { cell: 'G4' }, executionRate: { cell: 'H4' } });
});

test('points merged over two indicators count once', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'], HEADER,
    ['效益指标', '经济效益', '甲', '有效', '有效', 10, 9],
    [null, '社会效益', '乙', '有效', '有效', null, null],
  ], ['F3:F4', 'G3:G4']));
  expect(table?.indicators.map((indicator) => indicator.weight?.cell ?? null)).toEqual(['F3', null]);
  expect(table?.indicators.map((indicator) => indicator.score?.cell ?? null)).toEqual(['G3', null]);
});

test('template lines that the unit hid are passed over', () => {
  const grid = makeGrid([['项目支出绩效自评表'], HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90], [null, null, '指标2：'], [null, null, '……']]);
  expect(counts(grid)).toEqual([3]);
  expect(counts({ ...grid, hiddenRows: new Set([4, 5]) })).toEqual([1]);
});

test('a code in a hidden column does not name a fund line', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'],
    ['项目资金（万元）', null, null, '全年预算数', '全年执行数', '分值', '执行率'],
    [null, '年度资金总额', '350104', 100, 90, 10, '90%'],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ]));
  expect(table?.fund?.total?.name).toBe('年度资金总额');
});

test('收入 and 支出 side by side: the rate belongs to the run that it closes', () => {
  const [table] = tablesOf(makeGrid([
    ['部门整体支出绩效自评表'],
    ['资金来源', '预算数', '执行数', '资金用途', '预算数', '执行数', '执行率'],
    ['财政拨款合计', 100, 90, '支出合计', 80, 80, '100%'],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ]));
  expect(table?.fund?.total).toMatchObject({ name: '支出合计', finalBudget: { cell: 'E3' }, actualSpending: { cell: 'F3' } });
});

test('numbering of several depths nests the lines of base data', () => {
  const [table] = tablesOf(makeGrid([
    ['部门整体支出绩效评价基础数据表'],
    ['经费控制情况', '2021年决算数', '2022年预算数', '2022年决算数'],
    ['三公经费', 15.8, 16, 15.8],
    ['1.因公出国', 0, 0, 0],
    ['2.公务用车', 11, 11, 11],
    ['（1）购置', 0, 0, 0],
    ['（2）运行', 11, 11, 11],
    ['3.公务接待', 4.8, 5, 4.8],
  ]));
  expect(table?.baseData?.rows.map((row) => row.parent)).toEqual([null, 0, 0, 2, 2, 0]);
});

test('备注 beside the years is a note of the line, not an amount', () => {
  const [table] = tablesOf(makeGrid([['部门整体支出绩效评价基础数据表'], ['经费控制情况', '2022年预算数', '2022年决算数', '备注'], ['公用经费', 10, 12, '上级追加']]));
  expect(table?.baseData?.rows[0]).toMatchObject({ note: { text: '上级追加' } });
  expect(table?.baseData?.rows[0]?.values).toHaveLength(2);
});

test('a title over two lines tells the kind', () => {
  const [table] = tablesOf(makeGrid([['部门（单位）整体绩效'], ['自 评 表'], HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90]]));
  expect(table?.kind).toBe('department');
});

test.each<[string, readonly string[]]>([
  ['merged over the levels and answers', ['A4:E4']], ['merged over the levels', ['A4:C4']], ['not merged', []],
])('预算执行率 among the indicators keeps its points: %s', (_, merges) => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'], ['资金情况（万元）', '预算数', 120, '执行数', 114, '执行率', '95%'], HEADER,
    ['预算执行率', null, null, null, null, 10, 9.5],
    ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
    ['总分', null, null, null, null, 100, 99.5],
  ], merges));
  expect(table?.indicators.map(({ name, weight, score, isExecution, targetEntry }) => [name.text, weight?.text, score?.text, isExecution, targetEntry?.filled ?? false])).toEqual([
    ['预算执行率', '10', '9.5', true, false], ['甲', '90', '90', false, true],
  ]);
});

test('sign, value and unit under 年度指标值 are known beside kinds of reasons under 偏差原因分析', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', null, null, '全年实际值', '分值', '得分', '偏差原因分析及改进措施', null, null],
    [null, null, null, '运算符号', '内容', '度量单位', null, null, null, '经费保障原因', '人员保障原因', '原因说明'],
    ['产出指标', '数量指标', '甲', '>=', 120, '家次', 90, 90, 67.5, null, '√', '两名队员调离'],
  ], ['D2:F2', 'J2:L2', 'A2:A3', 'B2:B3', 'C2:C3', 'G2:G3', 'H2:H3', 'I2:I3']));
  const [indicator] = table?.indicators ?? [];
  expect(table?.indicators.length).toBe(1);
  expect([indicator?.target.operator, indicator?.target.quantity?.unit]).toEqual(['>=', '家次']);
  expect(indicator?.reason?.text).toBe('两名队员调离');
});

test('rate, points and score by turns in a line above the list are no other list of points', () => {
  const [table] = tablesOf(makeGrid([
    ['项目绩效自评表'], ['项目资金（万元）', '年初预算', 60, '全年支出', 57], [null, '执行率', '95%', '分值', 10, '得分', 9.5],
    HEADER, ['产出指标', '数量指标', '甲', '≥6次', '7次', 90, 90], ['总分', null, null, null, null, 100, 99.5],
  ], ['A2:A3']));
  expect(table?.notUnderstood).toEqual([]);
});

test('指标目标 is the target', () => {
  const [table] = tablesOf(makeGrid([['项目绩效自评情况表'], ['指标类别', '具体指标', '满分', '指标目标', '实际完成', '完成率', '评分'], ['产出', '甲', 90, '≥6次', '7次', '116.67%', 90]]));
  expect(table?.indicators.map(({ targetEntry, actualEntry }) => [targetEntry?.text, actualEntry?.text])).toEqual([['≥6次', '7次']]);
});

test('of the results of half a year and of all of it the latter counts', () => {
  const [table] = tablesOf(makeGrid([['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '半年（程）目标值', '半年完成值', '全年（程）目标值', '全年完成值', '分值', '得分'], ['产出指标', '数量指标', '甲', '≥3次', '4次', '≥6次', '7次', 90, 90]]));
  expect(table?.indicators.map(({ targetEntry, actualEntry }) => [targetEntry?.text, actualEntry?.text])).toEqual([['≥6次', '7次']]);
});

test('项目完成指标值 beside 预算设定指标值 is what was reached', () => {
  const [table] = tablesOf(makeGrid([['项目预算绩效评价结果'], ['一级指标', '二级指标', '三级指标', '预算设定指标值', '项目完成指标值'], ['产出指标', '数量指标', '甲', '≥6套', '7套']]));
  expect(table?.indicators.map(({ targetEntry, actualEntry }) => [targetEntry?.text, actualEntry?.text])).toEqual([['≥6套', '7套']]);
});

test('labels and amounts by turns in the first line of the block are its total, the lines below its parts', () => {
  const [table] = tablesOf(makeGrid([
    ['项目绩效自评表'], ['预算执行情况（万元）', '预算数：', 80, '执行数：', 76], [null, '其中：财政拨款', 70, '其中：财政拨款', 66], [null, '其他资金', 10, '其他资金', 10],
    ['一级指标', '二级指标', '三级指标', '预期指标值', '实际完成指标值'], ['完成指标', '数量指标', '甲', '≥1个', '1个'],
  ]));
  expect(table?.fund?.total).toMatchObject({ finalBudget: { cell: 'C2' }, actualSpending: { cell: 'E2' } });
  expect(table?.fund?.parts.map(({ name, finalBudget, actualSpending }) => [name, finalBudget?.text, actualSpending?.text])).toEqual([['财政拨款', '70', '66'], ['其他资金', '10', '10']]);
});

test('a first line of amounts without a label is the total of the labelled lines below it', () => {
  const [head, total] = FUND;
  const grid = makeGrid([['项目支出绩效自评表'], head ?? [], [null, null, ...(total ?? []).slice(2)], [null, '其中：财政拨款', 100, 100, 90], HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90]], ['A2:A4']);
  const [table] = tablesOf(grid);
  expect(table?.fund?.total).toMatchObject({ finalBudget: { cell: 'D3' }, score: { cell: 'G3' } });
  expect(table?.fund?.parts.map(({ name }) => name)).toEqual(['财政拨款']);
});

test('a fund block on its side: sources are columns, budget and spending are lines', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'],
    ['项目资金（万元）', null, '资金总额', '财政拨款', '其他资金', '执行率', '得分'],
    [null, '年初预算数', 120, 100, 20, null, null],
    [null, '全年预算数', 120, 100, 20, null, null],
    [null, '全年执行数', 108, 90, 18, '90%', 9],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ]));
  expect(table?.fund?.unit).toBe('万元');
  expect(table?.fund?.total).toMatchObject({ name: '资金总额', originalBudget: { cell: 'C3' }, finalBudget: { cell: 'C4' }, actualSpending: { cell: 'C5' }, executionRate: { cell: 'F5' }, score: { cell: 'G5' } });
  expect(table?.fund?.parts.map(({ name, actualSpending }) => [name, actualSpending?.cell])).toEqual([['财政拨款', 'D5'], ['其他资金', 'E5']]);
});

test('budget, spending and rate one by one in the head', () => {
  const head = (rate: string): Line[] => [
    ['项目支出绩效自评表'],
    ['上年预算金额（元）', '900', '上年执行数（元）', '800'],
    ['当年预算金额（元）', '1000', '当年执行数（元）', '970'],
    ['预算执行率（%）', rate, '项目类别', '经常性'],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ];
  const [table] = tablesOf(makeGrid(head('97.00')));
  expect(table?.fund?.total).toMatchObject({ originalBudget: null, finalBudget: { cell: 'B3' }, actualSpending: { cell: 'D3' }, executionRate: { cell: 'B4' } });
  expect(table?.fields.map(({ name }) => name)).toContain('项目类别');
});

test('what stands below the side label of the fund block is no part of it', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'],
    ['项目资金（万元）', null, '计划安排', '实际到位', '实际支出', '执行率', '得分'],
    [null, '年度资金总额', 120, 120, 108, '90%', 9],
    [null, '专项债券', 120, 120, 108, '90%', null],
    ['债券付息情况', '应付利息', 5, '实付利息', 5, null, null],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ], ['A2:A4']));
  expect(table?.fund?.headers.finalBudget?.cell).toBe('C2');
  expect(table?.fund?.parts.map(({ name }) => name)).toEqual(['专项债券']);
});

test('labels and values in one cell are read each for itself, a total with its figure', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'], ['项目名称：乡村学校建设　　主管部门：县教体局　　自评得分：97.93分　　自评等级：优'],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ]));
  expect(table?.fields.map(({ name, entry }) => [name, entry.text])).toEqual([['项目名称', '乡村学校建设'], ['主管部门', '县教体局'], ['自评得分', '97.93分'], ['自评等级', '优']]);
  expect(table?.total).toMatchObject({ place: 'head', score: { cell: 'A2', quantity: { unit: '分' } } });
});

test('the side label of a fund block is no column, whatever it is called', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'],
    ['预算安排情况（万元）', '年度预算金额', '实际到位金额', '实际支出金额', '支出率'],
    [null, 500, 500, 463.2, '92.64%'],
    [null, '其中：省级资金500万元'],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ], ['A2:A4']));
  expect(table?.fund?.total).toMatchObject({ finalBudget: { cell: 'B3' }, actualSpending: { cell: 'D3' }, executionRate: { cell: 'E3' } });
});

test('a figure left out behind its label is a blank of the total', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'],
    ['一、基本情况', '项目名称', null, null, '实施单位', '县公路站'],
    ['二、预算执行情况', '预算安排情况', null, '资金执行情况', null, '预算执行进度'],
    [null, '预算数：', 3260.5, '执行数：', null, '95.72%'],
    HEADER, ['产出指标', '数量指标', '甲', '≥1个', '1个', 90, 90],
  ]));
  expect(table?.fund?.total).toMatchObject({ finalBudget: { cell: 'C4' }, actualSpending: { cell: 'E4', filled: false }, executionRate: { cell: 'F4' } });
  expect(table?.fields.map(({ name, entry }) => [name, entry.filled])).toEqual([['项目名称', false], ['实施单位', true]]);
});

test('reasons stand under the header that asks for them, whichever remarks come before', () => {
  const [table] = tablesOf(makeGrid([
    ['项目支出绩效自评表'], [...HEADER, '评分依据', '扣分原因', '备注'],
    ['产出指标', '数量指标', '甲', '≥10个', '9个', 90, 81, null, '两处未验收', null],
  ]));
  expect(table?.indicators[0]?.reason?.text).toBe('两处未验收');
});

test('a form named among the evidence of a line does not cut the list', () => {
  const grid = makeGrid([
    ['部门整体支出绩效自评表'], [...HEADER, '评分依据'],
    ['预算管理', '预算编制', '目标编制', '完整', '完整', 40, 40, '绩效目标表'],
    ['履职效能', '重点任务', '甲', '≥1个', '1个', 60, 60, '台账'],
    ['总分', null, null, null, null, 100, 100],
  ]);
  expect(counts(grid)).toEqual([2]);
});

test('results, points and their share stand under headers of single indicators; what they come to by their share is no score', () => {
  const [table] = tablesOf(makeGrid([
    ['预算项目绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '指标描述', '预期指标值', null, null, '单项指标实际完成值', '单项指标完成情况', '自评得分', null, null],
    [null, null, null, null, '符号', '值', '单位（文字描述）', null, null, '单项指标得分', '权重占比（%）', '单项指标折算得分'],
    ['产出指标', '质量指标', '补贴覆盖率', '享受补贴的占比', '>=', '98', '%（百分比）', '100%', '完成', '60.00', '60.00', '36.00'],
    ['效果指标', '社会效益指标', '发放率', '发放的占比', '>=', '75', '%（百分比）', '100%', '完成', '40.00', '40.00', '16.00'],
  ], ['E2:G2', 'J2:L2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'H2:H3', 'I2:I3']));
  expect(table?.indicators.map(({ name, actualEntry, weight, score }) => [name.text, actualEntry?.cell, weight?.cell, score?.cell])).toEqual([['补贴覆盖率', 'H4', 'K4', 'J4'], ['发放率', 'H5', 'K5', 'J5']]);
  expect(table?.indicators[0]?.target).toMatchObject({ operator: '>=', reading: { kind: 'quantity' } });
});

test('of 指标性质 and 指标方向 the column with signs counts, else that with directions, and none where they contradict each other', () => {
  const operators = (...lines: readonly (readonly [string, string])[]): readonly unknown[] => {
    const [table] = tablesOf(makeGrid([
      ['项目支出绩效自评表'], ['一级指标', '二级指标', '三级指标', '指标性质', '指标方向', '年度指标值', '实际完成值', '计量单位', '分值', '得分'],
      ...lines.map(([nature, direction], i) => ['产出指标', '数量指标', `指标${'甲乙丙'[i] ?? ''}`, nature, direction, 10, 10, '个', 30, 30]),
    ]));
    return table?.indicators.map(({ target }) => target.operator) ?? [];
  };
  expect(operators(['正向', '大于等于'], ['反向', '小于等于'], ['正向', '等于'])).toEqual(['>=', '<=', '=']);
  expect(operators(['≥', '正向'], ['≤', '反向'], ['＝', '正向'])).toEqual(['>=', '<=', '=']);
  expect(operators(['定量', '正向'], ['定量', '反向'], ['定性', '正向'])).toEqual(['>=', '<=', '>=']);
  expect(operators(['正向', '大于等于'], ['正向', '小于等于'], ['反向', '小于等于'])).toEqual(['>=', null, '<=']);
});

test('marks out of 100 are no scores where their shares stand beside them', () => {
  const scored = (...marks: readonly (readonly [number, number, number])[]): readonly unknown[] => {
    const [table] = tablesOf(makeGrid([
      ['预算项目绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '预期指标值', '单项指标实际完成值', '自评得分', null, null],
      [null, null, null, null, null, '单项指标得分', '权重占比（%）', '单项指标折算得分'],
      ...marks.map((points, i) => ['产出指标', '质量指标', `指标${'甲乙丙'[i] ?? ''}`, '≥98%', '100%', ...points]),
    ], ['F2:H2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3']));
    return table?.indicators.map(({ weight, score }) => [weight?.text, score?.text]) ?? [];
  };
  expect(scored([100, 60, 60], [90, 30, 27], [100, 10, 10])).toEqual([['60', '60'], ['30', '27'], ['10', '10']]);
  expect(scored([60, 60, 36], [30, 30, 9], [10, 10, 1])).toEqual([['60', '60'], ['30', '30'], ['10', '10']]);
  // A slip in one of the lines changes nothing of the others.
  expect(scored([100, 60, 60], [90, 30, 30], [100, 10, 10])).toEqual([['60', '60'], ['30', '30'], ['10', '10']]);
});
