// The ways in which lines make a total on forms: plainly added, with lines nested below one of them, or divided several times over.
import { IN_YUAN } from '../model/amount-unit';
import type { Decimal } from '../model/decimal';
import { ONE, ZERO, halfUnit, near, sum } from '../model/decimal';
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

/** 412, 412 and 412 of 1,235 in 万元: whole numbers of so many digits may have been rounded before they were added up. */
export function mayBeRounded(total: Entry, parts: readonly Entry[], { unit }: FundBlock): boolean {
  const amounts = present([total, ...parts], ({ quantity }) => quantity);
  const [claimed, ...others] = present(amounts, ({ value }) => value);
  if (!claimed?.gte(1000) || others.length < 2 || unit === '元' || amounts.some(({ decimals, scale }) => decimals > 0 || scale > 1)) return false;
  return near(sum(others), claimed, ONE);
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

/** More lines than this are only added up: among many, some make another one by chance. */
const MOST_LINES = 20;

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
  return amounts.length <= MOST_LINES && new Nesting(amounts, tolerance).fills(total);
}

/** Lines of a list, some of which stand above others that make them. */
class Nesting {
  readonly #amounts: readonly Decimal[];
  readonly #tolerance: Decimal;
  /** By line: where the next one may stand that counts beside it. */
  readonly #next: (readonly number[])[] = [];

  constructor(amounts: readonly Decimal[], tolerance: Decimal) {
    this.#amounts = amounts;
    this.#tolerance = tolerance;
    for (let at = amounts.length - 1; at >= 0; at--) {
      const amount = amounts[at];
      // Two lines below it at least, since a single equal line may be another source of the same size.
      this.#next[at] = [at + 1, ...(amount?.gt(0) ? this.#ends(at + 1, amount).filter((end) => end > at + 2) : [])];
    }
  }

  /** Whether the lines use up `total` exactly, once or starting it anew where a run has filled it. */
  fills(total: Decimal): boolean {
    const starts = [0];
    for (const start of starts) starts.push(...this.#ends(start, total).filter((end) => !starts.includes(end)));
    return starts.includes(this.#amounts.length);
  }

  /** Where the lines from `from` on have made `total`. */
  #ends(from: number, total: Decimal): readonly number[] {
    const found = new Set<number>();
    const seen = new Set<string>();
    const walk = (at: number, rest: Decimal): void => {
      const known = `${String(at)} ${rest.toString()}`;
      if (seen.has(known)) return;
      seen.add(known);
      if (near(rest, ZERO, this.#tolerance)) found.add(at);
      const amount = this.#amounts[at];
      if (amount) for (const next of this.#next[at] ?? []) walk(next, rest.minus(amount));
    };
    walk(from, total);
    return [...found];
  }
}
