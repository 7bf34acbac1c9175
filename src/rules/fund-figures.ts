// The fund block's amounts in one unit, and which budget the execution rate is measured against.
import { IN_YUAN } from '../model/amount-unit';
import type { Decimal } from '../model/decimal';
import { HUNDRED, ZERO, decimal } from '../model/decimal';
import type { Basis, Rubric } from '../model/rubric';
import type { Entry, FundBlock, FundRow, StatedRule, Table } from '../model/table';
import { compact } from '../reading/text';
import { HIDDEN } from '../scoring/tolerance';
import { rubricBasis, statedBasis } from './basis';
import { perTable } from './per-table';
import { percent } from './wording';

export type AmountColumn = 'originalBudget' | 'finalBudget' | 'actualSpending';
export const AMOUNT_COLUMNS: readonly AmountColumn[] = ['originalBudget', 'finalBudget', 'actualSpending'];

/** The block's lines, the total first. */
export function fundRows({ fund }: Table): readonly FundRow[] {
  return fund?.total ? [fund.total, ...fund.parts] : (fund?.parts ?? []);
}

/** A column as its header names it; beside an amount the header ends with a colon (预算数：| 80). */
export function columnName(fund: FundBlock, column: AmountColumn): string {
  return compact(fund.headers[column]?.text ?? '金额').replace(/:$/, '');
}

/** The amount in the fund block's unit, 231万 among bare amounts in 万元 as 231; null where the cell holds none, or another unit's number. */
export function amountIn(fund: FundBlock, entry: Entry | null): Decimal | null {
  const quantity = entry?.quantity;
  if (!quantity) return null;
  const { unit, scale } = quantity;
  if (unit === fund.unit || unit === '' && (scale === 1 || fund.unit === null)) return quantity.value;
  if (unit !== '' && unit !== '元' || fund.unit === null) return null;
  return quantity.value.div(IN_YUAN[fund.unit]);
}

export interface Denominator {
  readonly column: 'originalBudget' | 'finalBudget';
}

/** What the form says comes first, then the rubric; a form with one budget column leaves no choice. */
export function denominator(table: Table, rubric: Rubric): Denominator {
  const headers = table.fund?.headers;
  const wanted = statedDenominator(table)?.of ?? rubric.execution.value.denominator;
  const other = wanted === 'finalBudget' ? 'originalBudget' : 'finalBudget';
  return { column: headers?.[wanted] || !headers?.[other] ? wanted : other };
}

/** Why the rate is measured against that column. */
export function denominatorBasis(table: Table, rubric: Rubric): Basis {
  const stated = statedDenominator(table);
  return stated ? statedBasis(stated) : rubricBasis(rubric, rubric.execution, '预算执行率 = 全年执行数 ÷ 全年预算数');
}

function statedDenominator(table: Table): (StatedRule & { kind: 'denominator' }) | undefined {
  return table.stated.length === 0 ? undefined : table.stated.find((rule) => rule.kind === 'denominator');
}

/** Budget and spending that a rate rests on. */
export interface RateFigures {
  readonly budget: Decimal;
  readonly spending: Decimal;
  readonly budgetEntry: Entry;
  readonly spendingEntry: Entry;
  /** True when the total line is 0 or blank and the figures are the parts' sums. */
  readonly fromParts: boolean;
}

/** Spending ÷ budget in percent, exact. Kept: a long quotient, and four rules ask for the total's. */
export function exactRate(figures: RateFigures): Decimal {
  const kept = RATES.get(figures) ?? figures.spending.times(HUNDRED).div(figures.budget);
  RATES.set(figures, kept);
  return kept;
}
const RATES = new WeakMap<RateFigures, Decimal>();

/** Spending above the budget; 100.00 % is all of it. */
export function isOverspent(figures: RateFigures): boolean {
  const { budget, spending, budgetEntry, spendingEntry, fromParts } = figures;
  if (!fromParts && !isMore(spendingEntry, spending, budgetEntry, budget)) return false;
  return spending.gt(budget) && percent(exactRate(figures)) !== percent(HUNDRED);
}

/** More than the other amount, other than by digits that neither cell shows: 80.0045 that shows 80.00 is 80, 80.4 that shows 80 is more. */
export function isMore(entry: Entry, value: Decimal, other: Entry, least: Decimal): boolean {
  return value.gt(least) && (value.minus(least).gt(least.times(HIDDEN)) || asShown(entry, value).gt(asShown(other, least)));
}

/** An amount in another unit than its cell has been taken over with all of its digits. */
function asShown({ quantity }: Entry, value: Decimal): Decimal {
  return quantity?.value.eq(value) === true && quantity.scale === 1 ? value.toDecimalPlaces(quantity.decimals) : value;
}

/** The row's own budget and spending; null when one is missing or there is no budget to divide by. */
export function rowFigures(fund: FundBlock, row: FundRow, column: Denominator['column']): RateFigures | null {
  const budgetEntry = row[column];
  const spendingEntry = row.actualSpending;
  const budget = amountIn(fund, budgetEntry);
  const spending = amountIn(fund, spendingEntry);
  if (!budgetEntry || !spendingEntry || !budget || !spending || !budget.gt(0) || spending.lt(0)) return null;
  return { budget, spending, budgetEntry, spendingEntry, fromParts: false };
}

/** The total's figures; where the total line is 0 or blank throughout, those of its parts. */
export function totalFigures(table: Table, column: Denominator['column']): RateFigures | null {
  return bothFigures(table)[column];
}

const bothFigures = perTable((table) => ({ originalBudget: findFigures(table, 'originalBudget'), finalBudget: findFigures(table, 'finalBudget') }));

function findFigures({ fund }: Table, column: Denominator['column']): RateFigures | null {
  if (!fund?.total) return null;
  const own = rowFigures(fund, fund.total, column);
  if (own) return own;
  const empty = [fund.total[column], fund.total.actualSpending].every((entry) => !entry || !entry.filled || amountIn(fund, entry)?.isZero() === true);
  const filled = fund.parts.filter((part) => part.level === 1 && (amountIn(fund, part[column])?.gt(0) === true || amountIn(fund, part.actualSpending)?.gt(0) === true));
  const [first, ...more] = filled.filter((part) => part.division === filled[0]?.division);
  // 见附件 in one of them: what they make together is not known.
  const unread = fund.parts.some((part) => part.level === 1 && part.division === first?.division && [part[column], part.actualSpending].some((entry) => entry?.filled && !entry.notApplicable && !amountIn(fund, entry)));
  if (!empty || !first || unread) return null;
  const sum = (name: AmountColumn): Decimal => [first, ...more].reduce((total, part) => total.plus(amountIn(fund, part[name]) ?? ZERO), decimal(0));
  const budgetEntry = first[column];
  const spendingEntry = first.actualSpending;
  const budget = sum(column);
  return budgetEntry && spendingEntry && budget.gt(0) ? { budget, spending: sum('actualSpending'), budgetEntry, spendingEntry, fromParts: true } : null;
}
