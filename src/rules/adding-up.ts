// The ways in which lines make a total on forms: plainly added, with lines nested below one of them, or divided several times over.
import { IN_YUAN } from '../model/amount-unit';
import type { Decimal } from '../model/decimal';
import { ZERO, decimal, halfUnit, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, FundBlock } from '../model/table';
import { amount } from './wording';

/** Every displayed amount may be rounded by half a unit of its last digit, 1.23万 by 50; whole numbers are taken as they stand. With `fund` in the unit of its block. */
export function roundingOf(entries: readonly Entry[], fund: FundBlock | null = null): Decimal {
  const unit = fund?.unit ? IN_YUAN[fund.unit] : 1;
  return sum(entries.map(({ quantity }) => {
    if (!quantity || quantity.decimals === 0) return ZERO;
    const { decimals, scale } = quantity;
    return scale === 1 ? halfUnit(decimals) : halfUnit(decimals).times(scale).div(unit);
  }));
}

/** False where 5万元 stands beside a bare 5, of which nobody can say what it counts in. */
export function inOneUnit(entries: readonly Entry[]): boolean {
  const amounts = present(entries, ({ quantity }) => (quantity?.value.isZero() === false ? quantity : null));
  return !amounts.some(({ scale }) => scale > 1) || amounts.every(({ unit, scale }) => scale > 1 || unit === '元');
}

/** A sum as the cell of its total writes it: 50000 beside 6万元 is 5万元. */
export function sumBeside(total: Decimal, { quantity }: Entry): string {
  const scale = quantity?.scale ?? 1;
  return scale === 1 ? amount(total) : `${amount(total.div(scale))}${scale === 1e8 ? '亿' : '万'}${quantity?.unit ?? ''}`;
}

/** False where the cell counts in 万 by its own words: the bare sum is another amount there. */
export const takesSum = ({ quantity }: Entry): boolean => quantity?.scale === 1;

export const amountsOf = (entries: readonly Entry[]): readonly Decimal[] => present(entries, ({ quantity }) => quantity?.value);

/** More lines than this are only added up: the ways to nest them grow too fast. */
export const MOST_LINES = 10;

/**
 * True where the amounts, in the order of their lines, make `total`: all together; a line counted once with the lines below it that
 * add up to it (当年财政拨款 above 一般公共预算 and 政府性基金); or the whole list cut into runs that each make the total (资金来源, then 资金结构).
 */
export function makesTotal(amounts: readonly Decimal[], total: Decimal, tolerance: Decimal): boolean {
  const whole = sum(amounts);
  if (near(whole, total, tolerance)) return true;
  if (!total.gt(0)) return false;
  // No line of such a division is more than the total, nor has one without a line: 140 and 400 do not make 180 three times.
  const divided = amounts.some((amount) => amount.lt(0)) || amounts.every((amount) => amount.lte(total.plus(tolerance)));
  if (divided && [2, 3].some((times) => amounts.length >= times && near(whole, total.times(times), tolerance.times(times)))) return true;
  return amounts.length <= MOST_LINES && fills(amounts, 0, amounts.length, total, { total, tolerance });
}

interface Whole {
  readonly total: Decimal;
  readonly tolerance: Decimal;
}

/** Whether the lines from `from` to before `until` use up `rest` exactly, starting the total anew where a run has filled it. */
function fills(amounts: readonly Decimal[], from: number, until: number, rest: Decimal, { total, tolerance }: Whole, again = true): boolean {
  const amount = amounts[from];
  if (from >= until || !amount) return near(rest, decimal(0), tolerance);
  if (again && from > 0 && near(rest, decimal(0), tolerance) && !amount.isZero() && fills(amounts, from, until, total, { total, tolerance })) return true;
  if (fills(amounts, from + 1, until, rest.minus(amount), { total, tolerance }, again)) return true;
  if (!amount.gt(0)) return false;
  // As a line with others below it: at least two, since a single equal line may be another source of the same size.
  for (let end = from + 3; end <= until; end++) {
    if (fills(amounts, from + 1, end, amount, { total: amount, tolerance }, false) && fills(amounts, end, until, rest.minus(amount), { total, tolerance }, again)) return true;
  }
  return false;
}
