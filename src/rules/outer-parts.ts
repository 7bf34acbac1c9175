// Sources that are of the one above them although no 其中 says so: 财政资金 | 60 over 一般公共预算 | 40 and 政府性基金 | 20.
import { near, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { FundBlock, FundRow } from '../model/table';
import { roundingOf } from './adding-up';
import { AMOUNT_COLUMNS, amountIn, type AmountColumn } from './fund-figures';

/** More lines than this are not tried: the ways to nest them grow too fast. */
const MOST_LINES = 10;

/** A line that counts, with those that are of it. */
export interface OuterPart {
  readonly part: FundRow;
  readonly below: readonly FundRow[];
}

/** The lines of a division that count, as a column other than `column` tells in which they make the total so; null where they all count, or nothing tells. */
export function outerParts(fund: FundBlock, total: FundRow, division: readonly FundRow[], column: AmountColumn | null): readonly OuterPart[] | null {
  if (division.length < 3 || division.length > MOST_LINES) return null;
  const told = present(AMOUNT_COLUMNS, (other) => {
    const whole = other === column ? null : amountIn(fund, total[other]);
    const amounts = present(division, (part) => amountIn(fund, part[other]));
    return whole?.gt(0) && amounts.length === division.length ? { whole, amounts, slack: roundingOf(present([total, ...division], (row) => row[other]), fund) } : null;
  });
  if (told.some(({ whole, amounts, slack }) => near(sum(amounts), whole, slack))) return null;
  const [found] = present(told, ({ whole, amounts, slack }) => outermost(amounts, 0, whole, slack));
  return found ? present(found, ([at, end]) => (division[at] ? { part: division[at], below: division.slice(at + 1, end) } : null)) : null;
}

/** From and end of each line that counts and of those that make it, from `from` on; null where they do not make `rest`. */
function outermost(amounts: readonly Decimal[], from: number, rest: Decimal, slack: Decimal): readonly (readonly [number, number])[] | null {
  const amount = amounts[from];
  if (!amount) return near(rest, sum([]), slack) ? [] : null;
  const alone = outermost(amounts, from + 1, rest.minus(amount), slack);
  if (alone) return [[from, from + 1], ...alone];
  // Two at least: a single equal line may be another source of the same size.
  for (let end = from + 3; amount.gt(0) && end <= amounts.length; end++) {
    const after = near(sum(amounts.slice(from + 1, end)), amount, slack) ? outermost(amounts, end, rest.minus(amount), slack) : null;
    if (after) return [[from, end], ...after];
  }
  return null;
}
