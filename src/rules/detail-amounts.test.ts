import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { detailAmounts } from './detail-amounts';

const told = (header: Line, ...lines: readonly Line[]): readonly unknown[] => {
  const table = oneTable(makeGrid([['项目支出绩效目标表（2024年度）'], ['项目名称', '办公楼运行'], header, ...lines, ['一级指标', '二级指标', '三级指标', '指标值'], ['产出指标', '数量指标', '巡查次数', '≥200次']]));
  return [...detailAmounts(table)].map(({ data, cells }) => [data['column'], data['expected'], cells]);
};
const COSTS: Line = ['项目预算', '成本构成', '金额', '测算依据', '2023年实际执行数'];

test('合计 below what the money is made of is the sum of its lines, in every column of amounts', () => {
  const lines = (whole: number, before: number): readonly Line[] => [[null, '保安服务', 96, '按合同', 90], [null, '保洁服务', 54.5, '按合同', 51], [null, '合计', whole, null, before]];
  expect(told(COSTS, ...lines(150.5, 141))).toEqual([]);
  expect(told(COSTS, ...lines(160.5, 141))).toEqual([['金额', '150.5', ['C6', 'C4', 'C5']]]);
  expect(told(COSTS, ...lines(150.5, 145))).toEqual([['2023年实际执行数', '141', ['E6', 'E4', 'E5']]]);
  expect(told(['支出内容', '实际支出数', '会计凭证号'], ['慰问', 3.2, '1月5号'], ['培训', 1.8, '3月9号'], ['支出合计', 5.5, null])).toEqual([['实际支出数', '5', ['B6', 'B4', 'B5']]]);
});

test('lines below a line that they make up, amounts in 元 below a total in 万元, one line alone and words are left alone', () => {
  expect(told(COSTS, [null, '物业', 150, null, null], [null, '其中：保安', 96, null, null], [null, '保洁', 54, null, null], [null, '合计', 150, null, null])).toEqual([]);
  expect(told(COSTS, [null, '保安', 960000, null, null], [null, '保洁', 540000, null, null], [null, '合计', 150, null, null])).toEqual([]);
  expect(told(COSTS, [null, '保安', 96, null, null], [null, '合计', 150, null, null])).toEqual([]);
  expect(told(COSTS, [null, '保安', 96, null, null], [null, '保洁', 50, null, null], [null, '水电', '据实结算', null, null], [null, '合计', 200, null, null])).toEqual([]);
});

test('其中 of a task and 小计 of several count once', () => {
  const tasks = (spent: number): readonly unknown[] => told(['任务名称', '主要内容', '执行数（万元）'], ['公路建设', '新改建80公里', 2400], ['其中：国道', null, 1000], ['桥梁', '加固3座', 300], ['小计', null, 2700], ['公路养护', null, 860], ['金额合计', null, spent]);
  expect(tasks(3560)).toEqual([]);
  expect(tasks(3660)).toEqual([['执行数（万元）', '3560', ['C9', 'C4', 'C6', 'C8']]]);
});

test('the tasks of a department before its funds are what 金额合计 adds up', () => {
  const of = (spent: number): readonly unknown[] => [...detailAmounts(oneTable(makeGrid([
    ['部门整体支出绩效自评表'], ['任务名称', '主要内容', '预算数（万元）', '执行数（万元）', '执行率'],
    ['农村公路建设', '新改建80公里', 2400, 2400, '100%'], ['公路养护', '养护1260公里', 860, 817, '95%'], ['金额合计', null, 3260, spent, '98.68%'],
    ['年度资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'], ['资金总额', 5000, 5000, 4957, 10, '99.14%', 9.91],
    HEADER, LINE,
  ])))].map(({ data, cells }) => [data['column'], data['expected'], cells]);
  expect(of(3217)).toEqual([]);
  expect(of(3117)).toEqual([['执行数（万元）', '3217', ['D5', 'D3', 'D4']]]);
});

test('80万元 beside bare amounts is left alone', () => {
  expect(told(COSTS, [null, '保安', '80万元', null, null], [null, '保洁', 40, null, null], [null, '合计', 120, null, null])).toEqual([]);
});

test('lines behind 其中 may go on dividing the line above, and 合计 may say that it has more', () => {
  const costs = (whole: number, remark: string | null = null): readonly unknown[] => told(['支出项目', '预算金额', '备注'], ['材料费', 40, null], ['其中：水泥', 25, null], ['钢材', 10, null], ['人工费', 35, null], ['合计', whole, remark]);
  expect([costs(75), costs(85), costs(100, '含其他零星费用'), costs(60, '含其他零星费用')].map((found) => found.length)).toEqual([0, 0, 0, 1]);
  expect(costs(100)).toHaveLength(1);
});
