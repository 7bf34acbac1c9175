// Slips of the hand: one digit mistyped or two exchanged in one of the figures would explain a difference.
import type { Decimal } from '../../model/decimal';
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';

/** Digits that a figure must have before one of them can be told from chance. */
const LEAST_DIGITS = 3;

function isOneSlip(written: string, meant: string): boolean {
  if (written.length !== meant.length || written.replace(/\D/g, '').length < LEAST_DIGITS) return false;
  const places: number[] = [];
  for (let i = 0; i < written.length; i++) if (written[i] !== meant[i]) places.push(i);
  const [first = 0, second = 0] = places;
  if (places.length === 1) return true;
  return places.length === 2 && second === first + 1 && written[first] === meant[second] && written[second] === meant[first];
}

/** True when changing one digit (or exchanging two neighbours) of the whole or of one part makes the parts add up to the whole. */
export function oneSlipApart(whole: Fact, parts: readonly Fact[]): boolean {
  const gap: Decimal = whole.value.minus(sum(parts.map(({ value }) => value)));
  const fits = (fact: Fact, value: Decimal): boolean => isOneSlip(fact.value.div(fact.scale).toFixed(fact.decimals), value.div(fact.scale).toFixed(fact.decimals));
  return fits(whole, whole.value.minus(gap)) || parts.some((part) => fits(part, part.value.plus(gap)));
}

/** True when the two are written with one unit and differ by one slip of the hand. */
export function oneSlip(a: Fact, b: Fact): boolean {
  return a.scale === b.scale && a.decimals === b.decimals && isOneSlip(a.value.div(a.scale).toFixed(a.decimals), b.value.div(b.scale).toFixed(b.decimals));
}
