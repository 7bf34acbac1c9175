// The range of points that one indicator may get, before it becomes a score item; and how its figures are written.
import { Decimal, ZERO, show } from '../model/decimal';
import type { Quantity } from '../model/quantity';
import type { Rubric } from '../model/rubric';
import type { ScoreItem } from '../model/scorecard';

export type Points = Pick<ScoreItem, 'low' | 'high' | 'alternative' | 'state' | 'derivation'>;

/** Not computable: says why. */
export function unknown(why: string): Points {
  return { low: null, high: null, alternative: null, state: 'unknown', derivation: why };
}

/** Full marks follow; without a weight the points are not known. */
export function met(weight: Decimal | null, derivation: string): Points {
  return { low: weight, high: weight, alternative: null, state: 'met', derivation };
}

/** Any score from `low` to `high`, both shares of the weight. */
export function band(weight: Decimal | null, low: Decimal, high: Decimal, derivation: string): Points {
  return { low: weight?.times(low) ?? null, high: weight?.times(high) ?? null, alternative: null, state: 'band', derivation };
}

/** Never above the weight, never below 0. */
export function within(score: Decimal, weight: Decimal): Decimal {
  return Decimal.max(ZERO, Decimal.min(weight, score));
}

/** Points as derivations show them: two digits at least, since 6.51 is what a reader recomputes, and tolerances accept one. */
export function shownPoints(points: Decimal, rubric: Rubric): string {
  return show(points, Math.max(rubric.rounding.value, 2));
}

/** A figure as the table writes it: 127.10 stays 127.10, 80万元 is 80; the exact number where the display rounds it. */
export function figure({ value, decimals }: Pick<Quantity, 'value' | 'decimals'>, scale: number): string {
  const number = scale === 1 ? value : value.div(scale);
  if (number.decimalPlaces() <= decimals) return number.toFixed(decimals);
  const displayed = number.toDecimalPlaces(decimals);
  return displayed.eq(number) ? number.toFixed(decimals) : show(number, 6);
}

/** The figure with 万 or 亿 and its unit, for sentences. */
export function withUnit(quantity: Quantity): string {
  const { unit, scale } = quantity;
  const big = scale === 1e8 ? '亿' : scale === 1e4 ? '万' : '';
  if (big === '') return figure(quantity, 1) + unit;
  return figure(quantity, scale) + (/^[万亿]/.test(unit) ? unit : big + unit);
}
