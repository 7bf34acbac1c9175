// Blanks in the fund block: amounts beside filled ones, parts without a budget, rate and score.
import { HUNDRED, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { FundBlock, FundRow, Table } from '../model/table';
import { ratedLine } from '../scoring/rated-amounts';
import { computable, numberEdit, proposal } from './correcting';
import { AMOUNT_COLUMNS, amountIn, columnName, denominator, rowFigures } from './fund-figures';
import { asksForResults, cellsOf, given } from './indicator-facts';
import type { MissingReport } from './missing-messages';
import type { RuleContext } from './rule';
import { computedScore } from './scores';
import { unseenExecution } from './weights';
import { amount, percent, words } from './wording';

export function* missingInFund(table: Table, context: RuleContext): Iterable<MissingReport> {
  const { fund } = table;
  if (!fund?.total || !asksForResults(table)) return;
  yield* missingAmounts(fund, fund.total);
  yield* missingRate(table, fund, context);
  yield* missingScore(table, fund, fund.total, context);
}

function* missingAmounts(fund: FundBlock, total: FundRow): Iterable<MissingReport> {
  const used = AMOUNT_COLUMNS.filter((column) => total[column] !== null);
  const blank = used.filter((column) => total[column]?.filled === false);
  if (blank.length < used.length) {
    for (const column of blank) {
      const entry = total[column];
      // Parts with amounts and a total without are the business of fund-parts.
      if (!entry || fund.parts.some((part) => given(part[column]))) continue;
      yield { message: 'amount', data: { name: total.name, column: columnName(fund, column) }, cells: [entry.cell], expected: null, received: null };
    }
  }
  for (const part of fund.parts) {
    const spending = amountIn(fund, part.actualSpending);
    const missing = BUDGETS.filter((column) => part[column]?.filled === false && given(total[column]));
    if (!spending?.gt(0) || missing.length === 0 || BUDGETS.some((column) => part[column]?.filled)) continue;
    const found = { data: { name: part.name, spending: words(part.actualSpending) }, cells: cellsOf(...missing.map((column) => part[column]), part.actualSpending), expected: null, received: null };
    // The others make up the budget already: nothing is left for this one, and its blank may be a nought.
    yield missing.every((column) => madeUp(fund, total, column)) ? { ...found, message: 'partUnplanned', severity: 'verify' } : { ...found, message: 'partBudget' };
  }
}

const BUDGETS = ['originalBudget', 'finalBudget'] as const;

/** True where the sources that are filled in add up to the total of this column. */
function madeUp(fund: FundBlock, total: FundRow, column: (typeof BUDGETS)[number]): boolean {
  const whole = amountIn(fund, total[column]);
  const sources = present(fund.parts.filter((part) => part.level === 1 && part.division === 0), (part) => amountIn(fund, part[column]));
  return whole !== null && sources.length > 0 && sum(sources).eq(whole);
}

function* missingRate(table: Table, fund: FundBlock, { rubric }: RuleContext): Iterable<MissingReport> {
  const line = ratedLine(fund);
  const rate = line?.executionRate;
  const figures = line && rowFigures(fund, line, denominator(table, rubric).column);
  if (!rate || rate.filled || !figures) return;
  const share = figures.spending.div(figures.budget);
  const expected = percent(share.times(HUNDRED));
  const formula = computable(figures.spendingEntry, figures.budgetEntry) ? `=${figures.spendingEntry.cell}/${figures.budgetEntry.cell}` : null;
  yield {
    message: 'rate',
    data: { budget: amount(figures.budget), spending: amount(figures.spending), expected },
    cells: cellsOf(rate, figures.spendingEntry, figures.budgetEntry),
    expected,
    received: null,
    correction: proposal(numberEdit(rate, share.toDecimalPlaces(4), { formula, numberFormat: '0.00%' })),
  };
}

/** Nothing was planned and nothing spent: no rate follows, and no score. */
function withoutMoney(fund: FundBlock, total: FundRow): boolean {
  const amounts = present([total.originalBudget, total.finalBudget, total.actualSpending], (entry) => (entry?.filled ? entry : null)).map((entry) => amountIn(fund, entry));
  return amounts.length > 1 && amounts.every((one) => one?.isZero() === true) && !total.executionRate?.quantity?.value.gt(0);
}

/** The points that the score is of: the line's, the header's, or those that are missing from the whole; null where there are none to be had. */
function pointsToBeHad(table: Table, fund: FundBlock, { weight }: FundRow, rubric: Rubric): Decimal | null {
  if (weight?.quantity) return weight.quantity.value.gt(0) ? weight.quantity.value : null;
  return fund.declaredWeight ?? unseenExecution(table, rubric);
}

function* missingScore(table: Table, fund: FundBlock, total: FundRow, { rubric, scorecard }: RuleContext): Iterable<MissingReport> {
  const { score } = total;
  if (!score || score.filled || score.cell === total.label.cell || !rubric.execution.value.scored) return;
  const points = pointsToBeHad(table, fund, total, rubric);
  if (!points || !given(total.executionRate) && !given(total.actualSpending) || withoutMoney(fund, total)) return;
  const weight = total.weight?.filled ? total.weight : null;
  const item = scorecard.items.find((one) => one.indicator === null);
  const computed = item ? computedScore(item, rubric) : null;
  yield {
    message: 'executionScore',
    data: { weight: weight ? words(weight) : amount(points) },
    cells: cellsOf(score, weight),
    expected: null,
    received: null,
    correction: computed ? proposal(numberEdit(score, computed)) : undefined,
  };
}
