// 执行率 must equal 全年执行数 ÷ 全年预算数; the form or the rubric names the denominator.
import type { Decimal } from '../model/decimal';
import { HUNDRED } from '../model/decimal';
import type { Edit } from '../model/finding';
import type { Entry, FundRow, Table } from '../model/table';
import { labelText } from '../reading/labels';
import { RUBRIC_BASIS } from './basis';
import { computable, numberEdit, proposal, safe } from './correcting';
import type { Denominator, RateFigures } from './fund-figures';
import { denominator, denominatorBasis, exactRate, fundRows, rowFigures, totalFigures } from './fund-figures';
import { fundPartsCauses } from './fund-parts';
import { amountsBehindRate } from '../scoring/rated-amounts';
import { quotientSlack, rateAsPercent } from '../scoring/tolerance';
import { correctedInPoints, rateHolds } from './rates';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { areAmountsDoubtful } from './scores';
import { amount, percent, words } from './wording';

type Message = 'mismatch' | 'parts' | 'indicator';

export const executionRate = defineRule<Message>({
  id: 'execution-rate',
  title: '预算执行率',
  severity: 'error',
  why: '执行率决定预算执行得分，算错会连带总分。',
  basis: RUBRIC_BASIS,
  messages: {
    mismatch: '执行率应为{expected}（{spending} ÷ {budget}），填的是{received}。',
    parts: '年度资金总额未如实填写，按其中各项合计执行率应为{expected}（{spending} ÷ {budget}），填的是{received}。',
    indicator: '“{name}”实际完成值应为{expected}（{spending} ÷ {budget}），填的是{received}。',
  },
  examples: [
    { shows: '28 of 43 is not 100 %', form: { base: 'project', cells: { F6: 43, G6: 28 } }, findings: [{ cells: ['I6', 'G6', 'F6'], message: '执行率应为65.12%（28 ÷ 43），填的是100%。' }] },
    { shows: 'one unit of the second digit too much', form: { base: 'project', cells: { F6: 250000, G6: 215457.6, I6: '86.19%' } }, findings: [{ cells: ['I6', 'G6', 'F6'], message: '执行率应为86.18%（215457.6 ÷ 250000），填的是86.19%。' }] },
    { shows: 'the total was left at 0 while a part was spent', form: { base: 'project', cells: { E6: 0, F6: 0, G6: 0, I6: 0, F8: null, G8: null } }, findings: [{ cells: ['I6', 'G7', 'F7'], message: '年度资金总额未如实填写，按其中各项合计执行率应为100.00%（60 ÷ 60），填的是0。' }] },
    { shows: 'the total was left at 0 over a part whose amount is not known', form: { base: 'project', cells: { E6: 0, F6: 0, G6: 0, G8: '见附件' } }, findings: [] },
    { shows: 'a rate in whole percent holds within half a percent', form: { base: 'project', cells: { F6: 43.2, G6: 37.24, I6: '86%' } }, findings: [] },
    { shows: 'a rate in points without a sign', form: { base: 'project', cells: { F6: 127.1, G6: 124.88, I6: 98.25 } }, findings: [] },
    { shows: 'a rate as a share', form: { base: 'project', cells: { F6: 100, G6: 98, I6: 0.98 } }, findings: [] },
    { shows: 'an amount mistyped after the rate was made, as the parts tell', form: { base: 'project', cells: { F6: 127.1, F7: 107.1, G6: 142.88, G7: 104.88, I6: '98.25%', K6: 9.83 } }, findings: [] },
    { shows: 'small amounts that were rounded before', form: { base: 'project', cells: { F6: 0.61, G6: 0.53, I6: '86.44%' } }, findings: [] },
    { shows: 'a rate cut off instead of rounded', form: { base: 'project', cells: { F6: 250000, G6: 215472.5, I6: '86.18%' } }, findings: [] },
    { shows: 'a header that names the budget of January', form: { base: 'project', cells: { I5: '执行率（执行数/年初预算数）', E6: 100, E7: 80, I6: '80%' } }, findings: [] },
    { shows: 'letters that name the budget of January', form: { base: 'project', cells: { E5: '年初预算数（A）', F5: '全年预算数（B）', G5: '全年执行数（C）', I5: '执行率（C/A）', E6: 100, E7: 80, I6: '80%' } }, findings: [] },
    { shows: 'letters that name the budget of the year', form: { base: 'project', cells: { E5: '年初预算数（A）', F5: '全年预算数（B）', G5: '全年执行数（C）', I5: '执行率（C/B）', E6: 100, E7: 80, I6: '80%' } }, findings: [{ cells: ['I6', 'G6', 'F6'], message: '执行率应为100.00%（80 ÷ 80），填的是80%。' }] },
    { shows: 'an indicator that gives another rate than the amounts and the rate above', form: { base: 'project', cells: { G6: 72, G7: 52, I6: '90%', H5: null, K5: null, H6: null, K6: null, D14: '预算执行率', F14: '100%', G14: '98%' } }, findings: [{ cells: ['G14', 'G6', 'F6'], severity: 'verify', message: '“预算执行率”实际完成值应为90.00%（72 ÷ 80），填的是98%。' }] },
    { shows: 'an indicator that gives another rate than the amounts, which no rate confirms', form: { base: 'project', cells: { G6: 72, G7: 52, I5: null, I6: null, H5: null, K5: null, H6: null, K6: null, D14: '预算执行率', F14: '100%', G14: '98%' } }, findings: [{ cells: ['G14', 'G6', 'F6'], severity: 'verify', message: '“预算执行率”实际完成值应为90.00%（72 ÷ 80），填的是98%。' }] },
    { shows: 'an indicator that gives the rate in whole percent', form: { base: 'project', cells: { G6: 74.6, G7: 54.6, I6: '93.25%', H5: null, K5: null, H6: null, K6: null, D14: '预算执行率', F14: '100%', G14: '93%' } }, findings: [] },
    { shows: 'a task that was completed with less money, and one that was not', form: { base: 'project', cells: { I5: '完成率', G6: 70, G7: 55, G8: 15, I6: '87.5%', K6: 8.75, I7: '100%', I8: '90%', I20: 98.75 } }, findings: [{ cells: ['I8', 'G8', 'F8'], message: '执行率应为75.00%（15 ÷ 20），填的是90%。' }] },
    { shows: 'nothing to divide by', form: { base: 'project', cells: { F6: null } }, findings: [] },
  ],
  *check(table, { rubric }) {
    const { fund } = table;
    if (!fund) return;
    const { column } = denominator(table, rubric);
    for (const row of fundRows(table)) {
      const rate = row.executionRate;
      // A dash or words are no rate, whatever the figures say.
      if (!rate?.quantity) continue;
      const figures = row === fund.total ? totalFigures(table, column) : rowFigures(fund, row, column);
      if (!figures) continue;
      const expected = exactRate(figures);
      if (rateHolds(rate, expected, () => quotientSlack(figures.spendingEntry, figures.budgetEntry, expected)) !== false) continue;
      if (isDone(table, row, rate, expected)) continue;
      // Made before one of the amounts was mistyped: that is told where they are added up.
      if (row.level <= 1 && amountsBehindRate(fund, row, column)) continue;
      const shown = percent(expected);
      yield {
        message: figures.fromParts ? 'parts' : 'mismatch',
        data: { expected: shown, spending: amount(figures.spending), budget: amount(figures.budget), received: words(rate) },
        cells: [rate.cell, figures.spendingEntry.cell, figures.budgetEntry.cell],
        expected: shown,
        received: words(rate),
        basis: denominatorBasis(table, rubric),
        causes: figures.fromParts ? fundPartsCauses(table) : [],
        correction: (areAmountsDoubtful(table, row, column) || row === fund.total && isRepeated(table, rate) ? proposal : safe)(correctedRate(table, rate, figures)),
      };
    }
    yield* givenAmongIndicators(table, column);
  },
});

/** 完成率 | 100% of a task that was done with less money than was planned. */
function isDone({ fund }: Table, row: FundRow, rate: Entry, exact: Decimal): boolean {
  const header = fund?.headers.executionRate;
  return row !== fund?.total && header !== undefined && /^(?:任务|工作)?完成率$/.test(labelText(header.raw)) && exact.lt(HUNDRED) && rateAsPercent(rate, null)?.percent.eq(HUNDRED) === true;
}

/** The same rate once more in the list: one of the amounts may be the slip. 100% is written without any. */
function isRepeated({ indicators }: Table, rate: Entry): boolean {
  const written = rateAsPercent(rate, null);
  return written?.percent.lt(HUNDRED) === true && indicators.some(({ isExecution, actualEntry }) => isExecution && actualEntry && rateAsPercent(actualEntry, null)?.percent.eq(written.percent) === true);
}

/** 预算执行率 | ≥95% | 98% in the list beside amounts that make another rate. */
function* givenAmongIndicators(table: Table, column: Denominator['column']): Iterable<RuleReport<Message>> {
  const figures = totalFigures(table, column);
  if (!figures || figures.fromParts) return;
  const expected = exactRate(figures);
  const slack = (): Decimal => quotientSlack(figures.spendingEntry, figures.budgetEntry, expected);
  const above = table.fund?.total?.executionRate;
  // A rate above that is wrong itself is told of there.
  if (above?.quantity && rateHolds(above, expected, slack) === false) return;
  for (const { isExecution, name, actualEntry } of table.indicators) {
    if (!isExecution || !actualEntry?.quantity || actualEntry.quantity.operator !== null || rateHolds(actualEntry, expected, slack) !== false) continue;
    const shown = percent(expected);
    yield {
      message: 'indicator',
      // It may be the rate of a part of the money.
      severity: 'verify',
      data: { name: words(name), expected: shown, spending: amount(figures.spending), budget: amount(figures.budget), received: words(actualEntry) },
      cells: [actualEntry.cell, figures.spendingEntry.cell, figures.budgetEntry.cell],
      expected: shown,
      received: words(actualEntry),
    };
  }
}

function correctedRate(table: Table, rate: Entry, { budget, spending, budgetEntry, spendingEntry, fromParts }: RateFigures): Edit | null {
  const quotient = `${spendingEntry.cell}/${budgetEntry.cell}`;
  const live = !fromParts && computable(spendingEntry, budgetEntry);
  return correctedInPoints(table, rate)
    ? numberEdit(rate, spending.div(budget).times(HUNDRED).toDecimalPlaces(2), { formula: live ? `=ROUND(${quotient}*100,2)` : null })
    : numberEdit(rate, spending.div(budget).toDecimalPlaces(4), { formula: live ? `=${quotient}` : null, numberFormat: '0.00%' });
}
