import { makeGrid } from '../../test/make-grid';
import { HEADER, LINE, oneTable } from '../../test/one-table';
import { amountsBehindRate, inDoubt } from './rated-amounts';

type Row = readonly (string | number | null)[];

/** Budget, spending and rate of a total over two parts; what lies behind the rate of the line asked for. */
function behind(at: 'total' | number, total: Row, ...parts: readonly Row[]): readonly string[] | null {
  const { fund } = oneTable(makeGrid([
    ['项目支出绩效自评表'],
    ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率'],
    [null, '年度资金总额', ...total], ...parts.map((part, i): Row => [null, i === 0 ? '其中：当年财政拨款' : `其他资金${i}`, ...part]),
    HEADER, LINE,
  ], [`A2:A${3 + parts.length}`]));
  const row = at === 'total' ? fund?.total : fund?.parts[at];
  if (!fund || !row) throw new Error('no such line');
  const found = amountsBehindRate(fund, row, 'finalBudget');
  return found && [found.budget.toString(), found.spending.toString()];
}

test('the parts tell which amount of the total was mistyped', () => {
  expect(behind('total', [510, 476, '95.2%'], [400, 380, '95%'], [100, 96, '96%'])).toEqual(['500', '476']);
  expect(behind('total', [500, 467, '95.2%'], [400, 380, '95%'], [100, 96, '96%'])).toEqual(['500', '476']);
  expect(behind('total', [510, 476, 95.2], [500, 476, 95.2])).toEqual(['500', '476']);
});

test('the total and the other parts tell which amount of a part was', () => {
  const total: Row = [400, 372.4, '93.1%'];
  expect(behind(0, total, [320, 310.4, '93.88%'], [80, 72, '90%'])).toEqual(['320', '300.4']);
  expect(behind(1, total, [320, 310.4, '93.88%'], [80, 72, '90%'])).toBeNull();
});

test('nothing lies behind a rate that holds, that nothing makes, or that a wrong line of two amounts would make', () => {
  expect(behind('total', [510, 476, '93.33%'], [400, 380, '95%'], [100, 96, '96%'])).toBeNull();
  expect(behind('total', [510, 476, '98%'], [400, 380, '95%'], [100, 96, '96%'])).toBeNull();
  expect(behind('total', [43, 28, '100%'], [60, 60, '100%'], [20, 20, '100%'])).toBeNull();
});

test('blanks hold nothing where the rate says so, and a division that makes the total confirms it', () => {
  expect(behind('total', [510, 476, '95.2%'], [500, 476, '95%'], [null, null, null])).toEqual(['500', '476']);
  expect(behind('total', [510, 476, '95.2%'], [400, 380, '95%'], [null, null, null])).toBeNull();
  expect(behind('total', [500, 476, '95.2%'], [510, 476, null], [null, null, null])).toBeNull();
  expect(behind('total', [510, 476, '100%'], [510, 476, '93.33%'])).toBeNull();
  expect(behind('total', [510, 476, '95.2%'], ['—', 380, null], [100, 96, '96%'])).toBeNull();
});

test('amounts are in doubt where a rate and its score were made of others, or the parts make another total', () => {
  const doubted = (rate: string, score: number, parts: readonly Row[] = []): boolean => {
    const { fund } = oneTable(makeGrid([
      ['项目支出绩效自评表'],
      ['项目资金（万元）', null, '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [null, '年度资金总额', 227.1, 124.88, 10, rate, score], ...parts, HEADER, LINE,
    ], ['A2:A3']));
    if (!fund?.total) throw new Error('no total');
    return inDoubt(fund, fund.total, 'finalBudget');
  };
  expect(doubted('98.25%', 9.83)).toBe(true);
  // Full marks are written without any amounts, a rate alone may be the slip, and so may a score.
  expect([doubted('100%', 10), doubted('98.25%', 5.5), doubted('54.99%', 9.83), doubted('54.99%', 5.5)]).toEqual([false, false, false, false]);
  expect(doubted('54.99%', 5.5, [[null, '其中：财政拨款', 127.1, 124.88, null, null, null]])).toBe(true);
});

test('they are so, too, where the points stand in a header, beside the block or nowhere', () => {
  const doubted = (side: string, header: string, rate: string | null, score: number, original: number | null = null): boolean => {
    const { fund } = oneTable(makeGrid([
      ['项目支出绩效自评表'],
      [side, null, '年初预算数', '全年预算数', '全年执行数', '执行率', header], [null, '年度资金总额', original, 227.1, 124.88, rate, score], HEADER, LINE,
    ], ['A2:A3']));
    if (!fund?.total) throw new Error('no total');
    return inDoubt(fund, fund.total, 'finalBudget');
  };
  expect([doubted('项目资金（万元）', '得分（20分*执行率）', '98.25%', 19.65), doubted('项目资金（万元）（10分）', '得分', '98.25%', 9.83), doubted('项目资金（万元）', '得分', '98.25%', 9.83)]).toEqual([true, true, true]);
  expect(doubted('项目资金（万元）（10分）', '得分', null, 9.83, 127.1)).toBe(true);
  expect([doubted('项目资金（万元）', '得分', '54.99%', 9.83), doubted('项目资金（万元）', '得分', '98.25%', 5.5), doubted('项目资金（万元）（10分）', '得分', null, 9.83)]).toEqual([false, false, false]);
});

test('amounts are in doubt where a score without a rate is ten times what they make, or a tenth of it', () => {
  const doubted = (budget: number, rate: string | null, score: number): boolean => {
    const { fund } = oneTable(makeGrid([
      ['项目支出绩效自评表'],
      ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率', '分值', '得分'], [null, '年度资金总额', budget, 124.88, rate, 10, score], HEADER, LINE,
    ], ['A2:A3']));
    if (!fund?.total) throw new Error('no total');
    return inDoubt(fund, fund.total, 'finalBudget');
  };
  expect([doubted(1271, null, 9.83), doubted(127.1, null, 0.98)]).toEqual([true, true]);
  // The rate tells that the score is the slip.
  expect([doubted(1271, '9.83%', 9.83), doubted(136.1, null, 9.83)]).toEqual([false, false]);
});

test('a budget is in doubt where rate or score was made of the other one and no part confirms it; any line is that the others leave less than nothing', () => {
  const block = (total: Row, ...parts: readonly Row[]): readonly boolean[] => {
    const { fund } = oneTable(makeGrid([
      ['项目支出绩效自评表'],
      ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [null, '年度资金总额', ...total], ...parts.map((part, i): Row => [null, i === 0 ? '其中：当年财政拨款' : `其他资金${i}`, ...part, null, null, null]), HEADER, LINE,
    ], [`A2:A${3 + parts.length}`]));
    if (!fund?.total) throw new Error('no total');
    return [fund.total, ...fund.parts].map((row) => inDoubt(fund, row, 'finalBudget'));
  };
  expect(block([100, 1000, 93, 10, '93%', 9.3])).toEqual([true]);
  expect(block([100, 1000, 93, 10, '980%', 9.3])).toEqual([true]);
  expect(block([100, 1000, 100, 10, '100%', 10])).toEqual([true]);
  expect(block([100, 1000, 100, 10, null, 10])).toEqual([true]);
  expect(block([1000, 1000, 93, 10, '83%', 8.8], [100, 100, 93], [null, null, null])).toEqual([true, true, false]);
  // What was added in the year stands in the line below, and both were divided by the budget of January.
  expect(block([100, 110, 88, 10, '88%', 8.88], [100, 110, 88])).toEqual([false, false]);
  expect(block([100, 100, 93, 10, '83%', 8.3], [60, 60, 5], [40, 40, 726])).toEqual([true, true, true]);
});
