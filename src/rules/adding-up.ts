// The ways in which lines make a total on forms: plainly added, with lines nested below one of them, or divided several times over.
import type { Decimal } from '../model/decimal';
import { ZERO, decimal, halfUnit, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry } from '../model/table';

/** Every displayed amount may be rounded by half a unit of its last digit; whole numbers are taken as they stand. */
export function roundingOf(entries: readonly Entry[]): Decimal {
  return sum(entries.map(({ quantity }) => (quantity && quantity.decimals > 0 ? halfUnit(quantity.decimals) : ZERO)));
}

export const amountsOf = (entries: readonly Entry[]): readonly Decimal[] => present(entries, ({ quantity }) => quantity?.value);

/** More lines than this are only added up: the ways to nest them grow too fast. */
const MOST_LINES = 10;

/**
 * True where the amounts, in the order of their lines, make `total`: all together; a line counted once with the lines below it that
 * add up to it (当年财政拨款 above 一般公共预算 and 政府性基金); or the whole list cut into runs that each make the total (资金来源, then 资金结构).
 */
export function makesTotal(amounts: readonly Decimal[], total: Decimal, tolerance: Decimal): boolean {
  const whole = sum(amounts);
  if (near(whole, total, tolerance)) return true;
  if (!total.gt(0)) return false;
  if ([2, 3].some((times) => near(whole, total.times(times), tolerance.times(times)))) return true;
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
