// What the amounts of a line were when its rate was made, where one of them was mistyped afterwards: the rate tells, and the lines that make the total.
import { IN_YUAN } from '../model/amount-unit';
import type { Decimal } from '../model/decimal';
import { HUNDRED, decimal, near, show, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, FundBlock, FundRow } from '../model/table';
import { figure } from './points';
import { quotientSlack, rateAsPercent, scoreTolerance } from './tolerance';

export type BudgetColumn = 'originalBudget' | 'finalBudget';

const yuanOf = (fund: FundBlock): number => (fund.unit === null ? 1 : IN_YUAN[fund.unit]);

/** An amount in 元 with what is written; null where the cell holds none. A bare number is in the block's unit. */
export function amountOf(entry: Entry | null, fund: FundBlock): { readonly yuan: Decimal; readonly written: string } | null {
  const quantity = entry?.quantity;
  if (!quantity || entry?.notApplicable) return null;
  const unit = yuanOf(fund);
  if (quantity.unit !== '' && quantity.unit !== '元') return null;
  const yuan = quantity.unit === '元' || quantity.scale !== 1 ? quantity.value : quantity.value.times(unit);
  const bare = quantity.unit === '' && quantity.scale === 1;
  return { yuan, written: bare ? figure(quantity, 1) : show(yuan.div(unit), 6) };
}

/** The line whose amounts and rate make the score of the block. */
export const ratedLine = ({ rated, total }: FundBlock): FundRow | null => rated ?? total;

/** Budget and spending in the block's unit. */
export interface RatedAmounts {
  readonly budget: Decimal;
  readonly spending: Decimal;
}

/** Amounts that are as near to each other as this share are one: the next digit of a rate would not tell them apart. */
const APART = decimal('0.00001');

const FIVE = decimal(5);

type Column = BudgetColumn | 'actualSpending';

/**
 * The amounts that the rate of a line was made of, where it contradicts the line's own and agrees with what the other lines make of it: 510 and 476 beside 95.2 %
 * over parts that make 500. A total without a rate is told by its score. Null where the rate holds, or nothing else makes it either.
 */
export function amountsBehindRate(fund: FundBlock, row: FundRow, column: BudgetColumn): RatedAmounts | null {
  const kept = KNOWN[column].get(row);
  if (kept !== undefined) return kept;
  const found = findAmounts(fund, row, column);
  KNOWN[column].set(row, found);
  return found;
}

/** Scoring and several rules ask for the same line. */
const KNOWN: Readonly<Record<BudgetColumn, WeakMap<FundRow, RatedAmounts | null>>> = { originalBudget: new WeakMap(), finalBudget: new WeakMap() };

function findAmounts(fund: FundBlock, row: FundRow, column: BudgetColumn): RatedAmounts | null {
  const [above, below] = [row.actualSpending, row[column]];
  const [spending, budget] = [amountOf(above, fund)?.yuan, amountOf(below, fund)?.yuan];
  if (fund.parts.length === 0 || !above || !below || !spending || !budget?.gt(0) || !spending.gte(0)) return null;
  const made = madeOf(row, pointsOf(fund, row), above, below);
  if (!made || made(spending, budget)) return null;
  const unit = yuanOf(fund);
  // One of the two: a line that is wrong in both was hardly mistyped.
  const otherSpending = byOtherLines(fund, row, 'actualSpending', spending).find((other) => made(other, budget));
  if (otherSpending) return { spending: otherSpending.div(unit), budget: budget.div(unit) };
  const otherBudget = byOtherLines(fund, row, column, budget).find((other) => made(spending, other));
  return otherBudget ? { spending: spending.div(unit), budget: otherBudget.div(unit) } : null;
}

/** What there is to be had for the line; for the total it may stand in a header or beside the block. */
const pointsOf = ({ total, declaredWeight }: FundBlock, row: FundRow): Decimal | null => row.weight?.quantity?.value ?? (row === total ? declaredWeight : null);

/** Whether two amounts make the rate of the line, or its score of the `full` points where it has no rate; null without both. Full marks tell nothing: many rates make them. */
function madeOf({ executionRate, score }: Pick<FundRow, 'executionRate' | 'score'>, full: Decimal | null, above: Entry, below: Entry): ((spending: Decimal, budget: Decimal) => boolean) | null {
  if (executionRate?.quantity) {
    return (spending, budget) => {
      const percent = spending.times(HUNDRED).div(budget);
      return rateAsPercent(executionRate, percent, () => quotientSlack(above, below, percent))?.fits === true;
    };
  }
  const points = score?.quantity;
  return points && full?.gt(points.value) && points.value.gt(0) ? (spending, budget) => near(points.value, full.times(spending).div(budget), scoreTolerance(points.decimals)) : null;
}

/** True where another line, or the lines of a total, say another amount than the line itself does: what is made of it may be right all the same. */
export function inDoubt(fund: FundBlock, row: FundRow, column: BudgetColumn): boolean {
  if (agreesWithScore(fund, row, column)) return true;
  if (isOfOtherBudget(fund, row, column)) return true;
  if (fund.parts.length === 0) return isOffByTens(fund, row, column);
  if (amountsBehindRate(fund, row, column)) return true;
  return row.level <= 1 && [column, 'actualSpending' as const].some((one) => {
    const own = amountOf(row[one], fund)?.yuan;
    const made = own ? madeByOthers(fund, row, one, own) : [];
    return made.length > 0 && !confirmed(made, own) && fund.parts.every((part) => part.level !== 1 || part[one]?.filled !== false || isIdle(part));
  });
}

/** A line that the form has and the unit does not use. */
const isIdle = ({ originalBudget, finalBudget, actualSpending }: FundRow): boolean => [originalBudget, finalBudget, actualSpending].every((entry) => !entry?.filled);

/** 100 | 1000 | 95 | 95% | 9.5: rate or score is of the other budget, and no line below tells which of the two is the slip. */
function isOfOtherBudget(fund: FundBlock, row: FundRow, column: BudgetColumn): boolean {
  const other = row[column === 'finalBudget' ? 'originalBudget' : 'finalBudget'];
  const [spending, budget, own] = [amountOf(row.actualSpending, fund)?.yuan, amountOf(other, fund)?.yuan, amountOf(row[column], fund)?.yuan];
  if (!row.actualSpending || !other || !spending || !own || !budget?.gt(0) || budget.eq(own) || confirmed(madeByOthers(fund, row, column, own), own)) return false;
  const full = pointsOf(fund, row);
  const inFull = spending.eq(budget) && full && row.score?.quantity?.value.eq(full);
  return inFull === true || [row, { ...row, executionRate: null }].some((one) => row.actualSpending && madeOf(one, full, row.actualSpending, other)?.(spending, budget));
}

const TENS = ['0.01', '0.1', '10', '100'].map(decimal);

/** 9.83 of 10 beside 124.88 of 1271, without a rate between them: a digit too many in an amount is as likely as a point in the wrong place. */
function isOffByTens(fund: FundBlock, row: FundRow, column: BudgetColumn): boolean {
  const [above, below] = [row.actualSpending, row[column]];
  const [spending, budget] = [amountOf(above, fund)?.yuan, amountOf(below, fund)?.yuan];
  const made = above && below && !row.executionRate?.quantity ? madeOf(row, pointsOf(fund, row), above, below) : null;
  return made !== null && spending !== undefined && budget?.gt(0) === true && TENS.some((times) => made(spending.times(times), budget));
}

/** 98.25% | 9.83: score and rate were made of the same amounts, whichever these were. 100% and full marks are written without any. */
function agreesWithScore(fund: FundBlock, row: FundRow, column: BudgetColumn): boolean {
  const [rate, points] = [row.executionRate && rateAsPercent(row.executionRate, null), row.score?.quantity];
  if (!rate?.percent.gt(0) || !points || points.decimals === 0 || rate.percent.gte(HUNDRED)) return false;
  // Points that no cell tells are tens or fives.
  const full = pointsOf(fund, row) ?? points.value.times(HUNDRED).div(rate.percent).div(FIVE).toDecimalPlaces(0).times(FIVE);
  if (!full.gt(0)) return false;
  const [spending, budget] = [amountOf(row.actualSpending, fund)?.yuan, amountOf(row[column], fund)?.yuan];
  const made = (share: Decimal): boolean => near(points.value, full.times(share), scoreTolerance(points.decimals));
  return made(rate.percent.div(HUNDRED)) && !(spending && budget?.gt(0) && made(spending.div(budget)));
}

/** A line and those that make it. */
interface Family {
  readonly whole: FundRow;
  readonly parts: readonly FundRow[];
}

/** The ways to divide the line, and the division that it is itself a part of. */
function familiesOf({ total, parts }: FundBlock, row: FundRow): readonly Family[] {
  const below = (whole: FundRow): readonly FundRow[] => {
    if (whole === total) return parts.filter(({ level }) => level === 1);
    const at = parts.indexOf(whole);
    const end = parts.findIndex((other, i) => i > at && other.level <= whole.level);
    return parts.slice(at + 1, end < 0 ? undefined : end).filter(({ level }) => level === whole.level + 1);
  };
  const dividing = (whole: FundRow): readonly Family[] => {
    const children = below(whole);
    return [...new Set(children.map(({ division }) => division))].map((division) => ({ whole, parts: children.filter((part) => part.division === division) }));
  };
  const at = parts.indexOf(row);
  const parent = row.level === 1 ? total : parts.findLast((other, i) => i < at && other.level === row.level - 1);
  return [...dividing(row), ...(row !== total && parent ? dividing(parent).filter((family) => family.parts.includes(row)) : [])];
}

/** What the cell should be by the lines that make a whole with it; none where one way of adding up confirms it. */
function byOtherLines(fund: FundBlock, row: FundRow, column: Column, own: Decimal): readonly Decimal[] {
  const made = madeByOthers(fund, row, column, own);
  return confirmed(made, own) ? [] : made.filter((other) => other.gt(0));
}

/** Below nought where several lines are wrong. */
function madeByOthers(fund: FundBlock, row: FundRow, column: Column, own: Decimal): readonly Decimal[] {
  return present(familiesOf(fund, row), ({ whole, parts }) => {
    const all = sumOfParts(fund, parts, column);
    return whole === row || !all ? all : amountOf(whole[column], fund)?.yuan.minus(all).plus(own);
  });
}

const confirmed = (made: readonly Decimal[], own: Decimal | undefined): boolean => own !== undefined && made.some((other) => near(other, own, own.abs().times(APART)));

/** The parts together, blanks as noughts; null where one holds no amount. */
function sumOfParts(fund: FundBlock, parts: readonly FundRow[], column: Column): Decimal | null {
  const filled = present(parts, (part) => (part[column]?.filled && !part[column].notApplicable ? part[column] : null));
  const amounts = present(filled, (entry) => amountOf(entry, fund)?.yuan);
  return filled.length === 0 || amounts.length < filled.length ? null : sum(amounts);
}
