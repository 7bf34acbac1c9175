// Which lines of a fund block are sources of its money, and which tell of something else.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';

test('people, telephones and what was left over, right below the sources, are none', () => {
  const parts = (...lines: readonly Line[]): unknown => oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '得分'],
    [null, '年度资金总额', 100, 100, 95, 10, 9.5], [null, '财政拨款', 100, 100, 95], ...lines, HEADER, LINE,
  ])).fund?.parts.map(({ name }) => name);
  const left: Line = [null, '结余资金', null, null, 5];
  expect([parts([null, '受益人数', 1200]), parts(['项目联系人', '张三', '联系电话', '13800000000']), parts(left), parts([null, '结转下年资金', null, null, 5])]).toEqual(Array(4).fill(['财政拨款']));
  expect([parts([null, '上年结余资金', 5, 5, 4]), parts([null, '结余资金', 5, 5, 5])]).toEqual([['财政拨款', '上年结余资金'], ['财政拨款', '结余资金']]);
});

test('what was spent of a leftover without a budget is a source where the total counts it', () => {
  const parts = (whole: number): unknown => oneTable(makeGrid([
    ['项目支出绩效自评表'], ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '得分'],
    [null, '年度资金总额', 100, 100, whole, 10, 9.5], [null, '财政拨款', 80, 80, 75], [null, '其他资金', 20, 20, 15], [null, '结余资金', null, null, 5], HEADER, LINE,
  ])).fund?.parts.map(({ name }) => name);
  expect([parts(95), parts(90)]).toEqual([['财政拨款', '其他资金', '结余资金'], ['财政拨款', '其他资金']]);
});

test('of 收入 and 支出 below each other the latter is the whole, with its own lines', () => {
  const read = (...points: Line): unknown => {
    const { fund } = oneTable(makeGrid([
      ['部门整体支出绩效自评表'], ['预算执行情况（万元）', '项目', '预算数', '决算数', '完成率', '分值', '得分'], [null, '收入', 520, 520, '100%'], [null, '其中：财政拨款', 500, 500, '100%'], [null, '其他收入', 20, 20, '100%'],
      [null, '支出', 520, 494, '95%', ...points], [null, '其中：基本支出', 300, 300, '100%'], [null, '项目支出', 220, 194, '88.18%'], HEADER, LINE,
    ], ['A2:A8']));
    return [fund?.total?.finalBudget?.cell, fund?.parts.map(({ name, level }) => [name, level])];
  };
  const spending = ['C6', [['基本支出', 1], ['项目支出', 1]]];
  expect([read(10, 9.5), read()]).toEqual([spending, spending]);
});

test('what 收入 leaves of itself below 支出 is no part of that', () => {
  const { fund } = oneTable(makeGrid([
    ['社会保险基金绩效自评表'], ['基金收支（万元）', '项目', '预算数', '决算数', '完成率'], [null, '一、上年结余', 263, 263, '100%'], [null, '二、本年收入', 128, 131, '102.34%'], [null, '其中：保险费收入', 35, 34, '97.14%'],
    [null, '三、本年支出', 109, 108, '99.08%'], [null, '其中：养老金支出', 107, 106, '99.07%'], [null, '四、本年结余', 19, 23, '121.05%'], [null, '五、年末滚存结余', 282, 286, '101.42%'], HEADER, LINE,
  ], ['A2:A9']));
  expect([fund?.total?.name, fund?.parts.map(({ name }) => name)]).toEqual(['本年支出', ['养老金支出']]);
});

test('合计 | 5个项目 below projects is their total', () => {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效自评汇总表'], ['序号', '项目名称', '年初预算数', '全年预算数', '全年执行数', '执行率', '自评得分', '自评等级'],
    [1, '党建经费', 60, 60, 57, '95%', 98, '优'], [2, '环境整治', 40, 40, 40, '100%', 96, '优'], ['合计', '2个项目', 100, 100, 97, '97%'],
  ]));
  expect([fund?.total?.label.cell, fund?.parts.map(({ name }) => name)]).toEqual(['A5', ['党建经费', '环境整治']]);
});

test('the last label of 按收入性质分 beside a blank is no source with a budget of January', () => {
  const { fund } = oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['年度预算（万元）', null, '年初预算数', '调整预算数', '决算数', '执行率'], [null, null, 862.4, 918.6, 905.3, '98.55%'],
    ['按收入性质分：', null, null, null, '按支出性质分：', null], ['其中：一般公共预算拨款', 905.3, null, null, '其中：基本支出', 512.8],
    ['政府性基金拨款', 0, null, null, '项目支出', 392.5], ['其他资金', 0, null, null, null, null], HEADER, LINE,
  ], ['A2:B3', 'A4:D4', 'E4:F4', 'B5:D5', 'B6:D6', 'B7:D7']));
  expect(fund?.parts.map(({ name }) => name)).toEqual([]);
  expect(fund?.splits.map(({ parts }) => parts.map(({ name, entry }) => [name, entry.cell]))).toEqual([[['一般公共预算拨款', 'B5'], ['政府性基金拨款', 'B6'], ['其他资金', 'B7']], [['基本支出', 'F5'], ['项目支出', 'F6']]]);
});
