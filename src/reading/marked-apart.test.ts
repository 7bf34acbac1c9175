import { makeGrid } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import type { Table } from '../model/table';
import { reviewWorkbook } from '../review/review-workbook';

const form = (list: number, execution: number, scores: number, total: number): ReturnType<typeof makeGrid> => makeGrid([
  ['项目支出绩效自评表'], ['项目资金（万元）', null, '预算数', '全年执行数', '分值', '执行率', '得分'], [null, '年度资金总额', 150, 142.5, 100, 0.95, execution], [null, '财政拨款', 150, 142.5, 100, 0.95, execution],
  ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分'], ['产出指标', '数量指标', '甲', '3个', '3个', list, scores], ['总分', null, null, null, null, 100, total],
], ['A2:A4']);
const read = (...figures: Parameters<typeof form>): Table => oneTable(form(...figures));

test('amounts marked out of 100 over a list that makes 100 by itself have no points of the whole', () => {
  const facts = ({ fund }: Table): unknown => [fund?.total?.weight?.text ?? null, fund?.total?.executionRate?.text];
  expect([facts(read(100, 95, 100, 100)), facts(read(90, 95, 90, 90))]).toEqual([[null, '0.95'], ['100', '0.95']]);
});

test('a total of 10% of the one and 90% of the other is said, and no sum is asked of it', () => {
  const said = (...figures: Parameters<typeof form>): unknown => {
    const [one] = reviewWorkbook({ format: 'xlsx', grids: [form(...figures)], definedNames: [], remarks: [] }).tables;
    return [one?.table.notUnderstood.map(({ reason }) => reason), one?.findings.filter(({ rule }) => rule === 'score-total').map(({ message }) => message)];
  };
  expect(said(100, 95, 98, 97.7)).toEqual([['预算执行和各指标各按100分评分，总分由两部分按10%、90%折算，没有复核。'], []]);
  expect(said(100, 95, 98, 97.4)).toEqual([['预算执行和各指标各按100分评分，总分由两部分按20%、80%折算，没有复核。'], []]);
  expect(said(100, 95, 98, 98)).toEqual([[], []]);
  expect(said(100, 95, 98, 99)).toEqual([[], ['总分应为98（各项得分之和），填的是99。']]);
});

test('points that 预算执行率 has once more in a list that makes 100 are counted there', () => {
  const told = (name: string, beside: number | null, side = '项目资金（万元）'): unknown => {
    const [one] = reviewWorkbook({ format: 'xlsx', definedNames: [], remarks: [], grids: [makeGrid([
      ['项目支出绩效自评表'], [side, null, '预算数', '全年执行数', '分值', '执行率', '得分'], [null, '年度资金总额', 150, 142.5, beside, 0.95, 9.5],
      ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分'], ['产出指标', '数量指标', '甲', '3个', '3个', 90, 90], ['预算执行', '预算执行', name, '100%', '95%', 10, 9.5], ['总分', null, null, null, null, 100, 99.5],
    ], ['A2:A3'])] }).tables;
    return one?.findings.filter(({ rule }) => rule === 'weight-total' || rule === 'score-total').map(({ cells: [first] }) => first);
  };
  expect([told('预算执行率', 10), told('预算执行率', null, '项目资金（10分）')]).toEqual([[], []]);
  expect([told('预算编制', 10), told('预算执行率', 20)]).toEqual([['F7', 'G7'], ['F7', 'G7']]);
});
