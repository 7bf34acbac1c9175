// Blocks that tell of several years, of what was carried over or of an insurance fund: which columns and lines are the year's.
import { makeGrid, type Line } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';

const blockOf = (lines: readonly Line[], merges: readonly string[] = []) => oneTable(makeGrid([['2024年度项目支出绩效自评表'], ...lines, HEADER, LINE], merges)).fund;
const amounts = (lines: readonly Line[], merges: readonly string[] = []): unknown => {
  const total = blockOf(lines, merges)?.total;
  return [total?.finalBudget?.cell, total?.actualSpending?.cell, total?.executionRate?.cell];
};
const budget = (lines: readonly Line[]): unknown => blockOf(lines)?.total?.finalBudget?.text;
const parts = (lines: readonly Line[], merges: readonly string[] = []): unknown => blockOf(lines, merges)?.parts.map(({ name }) => name);

test('2023年执行数 and 2024年执行数 beside a rate are amounts of a block, not base data', () => {
  expect(amounts([['资金', '2023年预算数', '2023年执行数', '2024年预算数', '2024年执行数', '执行率'], ['资金总额', 50, 40, 60, 57, '95%']])).toEqual(['D3', 'E3', 'F3']);
});

test.each([['2023年', '2024年'], ['上年', '本年']])('under %s and %s the later columns count', (before, now) => {
  const lines = (...last: Line): readonly Line[] => [['资金', before, null, null, now], [null, '预算数', '执行数', '执行率', '预算数', '执行数', '执行率'], ['资金总额', 50, 40, '80%', ...last]];
  expect(amounts(lines(60, 57, '95%'), ['A2:A3', 'B2:D2', 'E2:G2'])).toEqual(['E4', 'F4', 'G4']);
  // What is still to come has no spending.
  expect(amounts(lines(60, null, null), ['A2:A3', 'B2:D2', 'E2:G2'])).toEqual(['B4', 'C4', 'D4']);
});

test('本年执行数 and 本年执行率 beside those of all years', () => {
  expect(amounts([['资金', '总投资', '本年度预算', '本年度执行数', '本年度执行率', '累计完成投资'], ['资金总额', 90, 40, 38, '95%', 80]])).toEqual(['C3', 'D3', 'E3']);
  expect(amounts([['资金', '累计下达预算', '累计执行数', '本年预算数', '本年执行数', '本年执行率', '累计执行率'], ['资金总额', 90, 80, 40, 38, '95%', '88.89%']])).toEqual(['D3', 'E3', 'F3']);
  expect(amounts([['资金', '本年预算数', '本年执行数', '累计执行数', '累计执行率', '本年执行率'], ['资金总额', 40, 38, 80, '88.89%', '95%']])).toEqual(['B3', 'C3', 'F3']);
});

test('年初预算执行率 and 调整后预算执行率 are no budgets, the latter is the rate', () => {
  expect(amounts([['资金', '年初预算执行率', '调整后预算执行率', '年初预算', '预算数', '支出数'], ['资金总额', '114%', '95%', 50, 60, 57]])).toEqual(['E3', 'F3', 'C3']);
});

test('预算数 | 支出数 by turns under years is a block, not base data', () => {
  expect(amounts([['资金（万元）', '2022年', null, '2023年', null, '2024年'], [null, '预算数', '支出数', '预算数', '支出数', '预算数', '支出数'], ['总额', 50, 40, 60, 57, 70, 69]], ['A2:A3', 'B2:C2', 'D2:E2', 'F2:G2'])).toEqual(['F4', 'G4', undefined]);
});

test('上年决算数 and 本年决算数 beside a rate with points are amounts of a block', () => {
  expect(amounts([['经费（万元）', '上年决算数', '本年预算数', '本年决算数', '执行率', '分值', '得分'], ['合计', 88, 96, 93.12, '97%', 10, 9.7]])).toEqual(['C3', 'D3', 'E3']);
});

describe('sources right under 预算数 and 支出数', () => {
  const head: readonly Line[] = [['资金（万元）', '预算数', null, null, '支出数', null, null, '执行率']];
  const merges = ['A2:A3', 'B2:D2', 'E2:G2'];
  test('leave their sum as the amount, also where no other header reaches down', () => {
    const lines: readonly Line[] = [...head, [null, '上年结转', '当年预算', '合计', '上年结转', '当年预算', '合计'], ['资金总额', 30, 170, 200, 30, 162, 192, '96%']];
    expect([amounts(lines, merges), amounts(lines, merges.slice(1)), parts(lines, merges.slice(1))]).toEqual([['D4', 'G4', 'H4'], ['D4', 'G4', 'H4'], []]);
  });
  test('hold the amount in no column without it', () => {
    expect(amounts([...head, [null, '中央资金', '省级资金', '县级资金', '中央资金', '省级资金', '县级资金'], ['资金总额', 30, 170, 200, 30, 162, 192, '96%']], merges)).toEqual([undefined, undefined, 'H4']);
  });
});

test('预算合计 and 支出合计 with their rate are what counts beside what was carried over', () => {
  const head: Line = ['资金', '上年结转', '本年预算', '预算合计', '本年支出', '结转支出', '支出合计', '本年执行率', '总执行率'];
  expect(amounts([head, ['资金总额', 20, 180, 200, 171, 20, 191, '95%', '95.5%']])).toEqual(['D3', 'G3', 'I3']);
});

test('本年预算 is the budget where no other header tells of one, with what was carried over or without it as rate or score tell, and not where more is told', () => {
  expect(amounts([['资金', '本年预算', '本年支出数', '执行率'], ['资金总额', 40, 38, '95%']])).toEqual(['B3', 'C3', 'D3']);
  expect(amounts([['资金', '上年结转', '本年预算', '本年支出数', '执行率'], ['资金总额', 5, 40, 38, '84.44%']])).toEqual(['C3', 'D3', 'E3']);
  expect(budget([['资金', '上年结转', '本年预算', '本年支出数', '执行率'], ['资金总额', 5, 40, 38, '84.44%']])).toBe('40+5');
  expect(budget([['资金', '上年结转', '当年预算安排', '当年执行数', '分值', '得分'], ['资金总额', 5, 40, 38, 10, 9.5]])).toBe('40');
  expect(budget([['资金', '上年结转', '当年预算', '当年执行数', '分值', '得分'], ['资金总额', 5, 40, 38, 10, 8.44]])).toBe('40+5');
  expect(amounts([['资金', '上年结转', '本年预算', '其他', '本年支出数', '执行率'], ['资金总额', 5, 40, 5, 38, '76%']])).toEqual([undefined, 'E3', 'F3']);
  expect(amounts([['资金', '上年结转', '本年预算', '本年支出数', '执行率'], ['资金总额', 0, 40, 38, '95%']])).toEqual(['C3', 'D3', 'E3']);
  expect(amounts([['资金', '本年预算', '全年预算数', '本年支出数', '执行率'], ['资金总额', 40, 45, 38, '84.44%']])).toEqual(['C3', 'D3', 'E3']);
});

test('figures behind labels of their own below the lines are no sources', () => {
  const head: readonly Line[] = [['资金', '本年预算数', '本年支出数', '支出进度'], ['合计', 60, 57, '95%'], ['其中：专项债券', 60, 57, '95%']];
  expect(parts([...head, ['还本付息', '应付利息', 5, '实付利息', 5]])).toEqual(['专项债券']);
});

describe('an insurance fund', () => {
  const head: Line = ['项目（万元）', '预算数', '执行数', '执行率'];
  test('what is left over is no part of what was spent', () => {
    const lines: readonly Line[] = [head, ['一、收入合计', 90, 92, '102%'], ['二、支出合计', 80, 76, '95%'], ['其中：待遇支出', 80, 76, '95%'], ['三、本年收支结余', 10, 16, null], ['四、年末滚存结余', 70, 76, null]];
    expect([amounts(lines), parts(lines)]).toEqual([['B4', 'C4', 'D4'], ['待遇支出']]);
  });
  test('基金支出 is the whole, unless 基金收入 has points as well', () => {
    expect(amounts([head, ['基金收入', 90, 92, '102%'], ['基金支出', 80, 76, '95%']])).toEqual(['B4', 'C4', 'D4']);
    expect(amounts([[...head, '分值', '得分'], ['基金收入', 90, 92, '102%', 5, 5], ['基金支出', 80, 76, '95%', 5, 4.75]])).toEqual([undefined, undefined, undefined]);
  });
});
