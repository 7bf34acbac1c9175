// What the budget moved by and what was left over, in blocks that have columns for them.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { fundBalance } from './fund-balance';

const found = (...lines: readonly Line[]): readonly unknown[] =>
  [...fundBalance(oneTable(makeGrid([['项目支出绩效自评表'], ...lines, HEADER, LINE])))].map(({ cells, data }) => [cells[0], data.column, data.received, data.expected, data.derivation]);

describe('the adjustment between the two budgets', () => {
  const head: Line = ['项目资金（万元）', '年初预算', '追加（减）', '全年预算', '执行数', '执行率'];
  test('is their difference', () => {
    expect(found(head, ['总额', 50, 12.5, 60.5, 60.5, '100%'])).toEqual([['C3', '追加', '12.5', '10.5', '60.5 − 50']]);
    expect(found(head, ['总额', 50, 10.5, 60.5, 60.5, '100%'])).toEqual([]);
  });
  test('may lack the sign of a cut, hold the sum, or be blank', () => {
    expect(found(head, ['总额', 50, 8, 42, 42, '100%'])).toEqual([]);
    expect(found(['项目资金（万元）', '年初预算', '调整数', '全年预算', '执行数', '执行率'], ['总额', 50, 42, 42, 42, '100%'])).toEqual([]);
    expect(found(head, ['总额', 50, null, 42, 42, '100%'])).toEqual([]);
  });
  test('may stand in two columns', () => {
    const two: Line = ['项目资金（万元）', '年初预算', '年中追加', '年中调减', '全年预算', '执行数', '执行率'];
    expect(found(two, ['总额', 50, 10, 4, 56, 56, '100%'])).toEqual([]);
    expect(found(two, ['总额', 50, 10, 4, 60, 60, '100%'])).toEqual([['C3', '年中追加、年中调减合计', '6', '10', '60 − 50']]);
  });
  test('may be told beside what was taken back at the end of the year', () => {
    const head: Line = ['项目资金（万元）', '年初预算', '年中追加', '财政收回数', '全年预算', '执行数', '执行率'];
    expect([found(head, ['总额', 100, 20, 5, 120, 114, '95%']), found(head, ['总额', 100, 20, 5, 115, 109.25, '95%']), found(head, ['总额', 100, 0, 5, 100, 95, '95%'])]).toEqual([[], [], []]);
    expect(found(head, ['总额', 100, 30, 5, 120, 114, '95%'])).toEqual([['C3', '年中追加、财政收回数合计', '25', '20', '120 − 100']]);
  });
  test('may be told beside what was carried over, which the budget of January has in it or not', () => {
    const carried: Line = ['项目资金（万元）', '上年结转', '年初预算', '年中追加', '全年预算', '执行数', '执行率'];
    expect([found(carried, ['总额', 20, 100, 30, 150, 150, '100%']), found(carried, ['总额', 20, 120, 30, 150, 150, '100%'])]).toEqual([[], []]);
    expect(found(carried, ['总额', 20, 100, 13, 150, 150, '100%'])).toEqual([['D3', '年中追加', '13', '30', '150 − 100 − 20']]);
  });
  test('make what the budget came to where no column holds it', () => {
    expect(found(['项目资金（万元）', '年初预算', '年中追加', '年中调减', '决算数', '执行率'], ['总额', 50, 10, 4, 55, '98.21%'])).toEqual([]);
  });
});

describe('what was left over', () => {
  test('is of all years where the form has their spending as well', () => {
    const head: Line = ['项目资金（万元）', '总投资', '累计到位数', '本年预算数', '本年支出数', '支出进度', '累计支出数', '结余'];
    expect(found(head, ['总额', 360, 300, 120, 116.4, '97%', 276, 24])).toEqual([]);
    expect(found(['项目资金（万元）', '总投资', '到位数', '本年预算数', '本年支出数', '支出进度', '说明', '结余'], ['总额', 360, 300, 120, 116.4, '97%', null, 24])).toHaveLength(1);
  });
  const head: Line = ['项目资金（万元）', '年初预算', '全年预算', '支出数', '结余', '执行率'];
  test('is the budget less what was spent, of parts as well', () => {
    expect(found(head, ['总额', 90, 90, 81, 9, '90%'], ['其中：中央资金', 60, 60, 55, 6, null], ['省级资金', 30, 30, 26, 4, null])).toEqual([['E4', '结余', '6', '5', '60 − 55']]);
  });
  test('may be left of what arrived', () => {
    expect(found(['项目资金（万元）', '全年预算', '到账', '支出数', '结余', '执行率'], ['总额', 90, 84, 81, 3, '90%'])).toEqual([]);
  });
  test('is not what was taken back', () => {
    const withdrawn: Line = ['项目资金（万元）', '全年预算', '支出数', '财政收回数', '结余', '执行率'];
    expect([found(withdrawn, ['总额', 100, 92, 5, 3, '92%']), found(withdrawn, ['总额', 100, 92, 8, 0, '92%']), found(withdrawn, ['总额', 100, 92, 5, 8, '92%'])]).toEqual([[], [], []]);
    expect(found(withdrawn, ['总额', 100, 92, 5, 4, '92%'])).toEqual([['E3', '结余', '4', '8', '100 − 92']]);
  });
  test('is held to nothing where more was spent, or where it is blank', () => {
    expect(found(head, ['总额', 90, 90, 92, 0, '102.22%'])).toEqual([]);
    expect(found(head, ['总额', 90, 90, 81, null, '90%'])).toEqual([]);
  });
  test('stands under its header, whatever stands behind it, in a line whose label reaches up to the headers', () => {
    const table = oneTable(makeGrid([['项目支出绩效自评表'], ['预算执行（万元）', '预算安排', '实际支出', '结余', '执行率', '得分'], [null, 30, 28.5, 1.5, 0.95, 9.5], HEADER, LINE], ['A2:A3']));
    expect([...fundBalance(table)]).toEqual([]);
  });
  test('stands behind its label where labels and amounts go by turns', () => {
    const by = (left: number): Line => ['计划资金（万元）', 90, '实际到位（万元）', 90, '实际支出（万元）', 81, '结余（万元）', left];
    expect(found(by(9))).toEqual([]);
    expect(found(by(8))).toEqual([['H2', '结余', '8', '9', '90 − 81']]);
  });
});
