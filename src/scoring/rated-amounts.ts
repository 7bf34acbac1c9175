// What the amounts of a line were when its rate was made, where one of them was mistyped afterwards: the rate tells, and the lines that make the total.
import type { Decimal } from '../model/decimal';
import { HUNDRED, decimal, show, sum } from '../model/decimal';
import { present } from '../model/present';
import type { AmountUnit, Entry, FundBlock, FundRow } from '../model/table';
import { figure } from './points';
import { quotientSlack, rateAsPercent } from './tolerance';

const YUAN: Readonly<Record<AmountUnit, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };

export type BudgetColumn = 'originalBudget' | 'finalBudget';

const yuanOf = (fund: FundBlock): number => (fund.unit === null ? 1 : YUAN[fund.unit]);

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

/** Budget and spending in the block's unit. */
export interface RatedAmounts {
  readonly budget: Decimal;
  readonly spending: Decimal;
}

/** Amounts that are as near to each other as this share differ by rounding. */
const APART = decimal('0.001');

/**
 * The amounts that the rate of a line was made of, where it contradicts the line's own and agrees with what the other lines make of it: 510 and 476 beside 95.2 %
 * over parts that make 500. Null where the rate holds, or nothing else makes it either.
 */
export function amountsBehindRate(fund: FundBlock, row: FundRow, column: BudgetColumn): RatedAmounts | null {
  const rate = row.executionRate;
  const [above, below] = [row.actualSpending, row[column]];
  const [spending, budget] = [amountOf(above, fund)?.yuan, amountOf(below, fund)?.yuan];
  if (fund.parts.length === 0 || !rate?.quantity || !above || !below || !spending || !budget?.gt(0) || !spending.gte(0)) return null;
  const made = (s: Decimal, b: Decimal): boolean => {
    const percent = s.times(HUNDRED).div(b);
    return rateAsPercent(rate, percent, () => quotientSlack(above, below, percent))?.fits === true;
  };
  if (made(spending, budget)) return null;
  // One of the two: a line that is wrong in both was hardly mistyped.
  const [otherSpending, otherBudget] = [byOtherLines(fund, row, 'actualSpending', spending), byOtherLines(fund, row, column, budget)];
  const unit = yuanOf(fund);
  if (otherSpending?.gt(0) && made(otherSpending, budget)) return { spending: otherSpending.div(unit), budget: budget.div(unit) };
  return otherBudget?.gt(0) && made(spending, otherBudget) ? { spending: spending.div(unit), budget: otherBudget.div(unit) } : null;
}

/** What the cell should be by the lines that make the total with it; null where they leave that open, or confirm it. */
function byOtherLines(fund: FundBlock, row: FundRow, column: BudgetColumn | 'actualSpending', own: Decimal): Decimal | null {
  const total = fund.total;
  const outer = fund.parts.filter(({ level }) => level === 1);
  const inPart = outer.includes(row);
  if (!total || row !== total && !inPart) return null;
  const divisions = [...new Set(outer.map(({ division }) => division))].filter((division) => !inPart || division === row.division);
  const sums = present(divisions, (division) => sumOfParts(fund, outer.filter((part) => part.division === division), column));
  const whole = amountOf(total[column], fund)?.yuan;
  const made = inPart ? present(sums, (all) => whole?.minus(all).plus(own)) : sums;
  return made.some((other) => near(other, own)) ? null : (made[0] ?? null);
}

const near = (a: Decimal, b: Decimal): boolean => a.minus(b).abs().lte(b.abs().times(APART));

/** The parts together, blanks as noughts; null where one holds no amount. */
function sumOfParts(fund: FundBlock, parts: readonly FundRow[], column: BudgetColumn | 'actualSpending'): Decimal | null {
  const filled = present(parts, (part) => (part[column]?.filled && !part[column].notApplicable ? part[column] : null));
  const amounts = present(filled, (entry) => amountOf(entry, fund)?.yuan);
  return filled.length === 0 || amounts.length < filled.length ? null : sum(amounts);
}
