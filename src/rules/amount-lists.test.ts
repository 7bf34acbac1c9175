import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { amountLists } from './amount-lists';

const told = (...lines: readonly Line[]): readonly unknown[] =>
  [...amountLists(oneTable(makeGrid([['部门整体支出绩效自评表'], ['资金', '全年预算数', '全年执行数', '执行率'], ['年度资金总额', 1883.8, 1802.1, '95.66%'], ...lines, HEADER, LINE])), new Set())].map(({ message, cells, expected }) => [message, cells[0], expected]);

const tasks = (spent: number, rate: string, total = 1180): readonly Line[] => [
  ['年度主要任务', '任务名称', '预算数', '执行数', '完成率'], [null, '粮食储备', 460, 460, '100%'], [null, '商贸流通', 420, spent, rate], [null, '电商发展', 300, 285.5, '95.17%'], [null, '小计', total, 1098.3, '93.08%'],
];

test('a rate and a sum in a list of tasks are held to what the other lines show', () => {
  expect(told(...tasks(352.8, '84%'))).toEqual([]);
  expect(told(...tasks(352.8, '48%'))).toEqual([['rate', 'E6', '84.00%']]);
  expect(told(...tasks(358.2, '84%'))).toEqual([['rate', 'E6', '85.29%'], ['detail', 'D8', '1103.7']]);
  expect(told(...tasks(352.8, '84%', 1108))).toEqual([['rate', 'E8', '99.12%'], ['detail', 'C8', '1180']]);
});

test('完成率 of what was done is no rate of the money', () => {
  expect(told(['任务名称', '预算数', '执行数', '完成率'], ['甲', 100, 100, '100%'], ['乙', 50, 50, '100%'], ['丙', 80, 60, '100%'])).toEqual([]);
});

test('控制率 and 结余 are those of their line, whatever the list is called', () => {
  const three = (rate: string): readonly Line[] => [['三公经费', '项目', '年初预算', '决算数', '控制率'], [null, '公务用车', 8, 7.2, '90%'], [null, '公务接待', 5.5, 3.91, rate], [null, '合计', 13.5, 11.11, '82.3%']];
  expect([told(...three('71.09%')), told(...three('17.09%'))]).toEqual([[], [['rate', 'E6', '71.09%']]]);
  const kept = (left: number): readonly Line[] => [['序号', '支出内容', '预算金额', '实际支出', '结余'], [1, '会议费', 85, 82.4, 2.6], [2, '视察', 36, 32.16, left], [3, '培训', 22, 20.1, 1.9]];
  expect([told(...kept(3.84)), told(...kept(3.48))]).toEqual([[], [['kept', 'E6', '3.84']]]);
});

test('of several years side by side the rate is of the amounts that it stands behind', () => {
  const years = (rate: string): readonly Line[] => [['项目', '预算', '支出', '预算', '支出', '执行率'], ['中央', 320, 310, 1030, 1014, '98.45%'], ['省级', 80, 76, 240, 234, rate], ['合计', 400, 386, 1270, 1248, '98.27%']];
  expect([told(...years('97.50%')), told(...years('95.70%'))]).toEqual([[], [['rate', 'F6', '97.50%']]]);
});
