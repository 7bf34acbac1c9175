// Exact decimal arithmetic: amounts, rates and scores are never compared as binary floats.
import { Decimal as Base } from 'decimal.js';

/** 40 significant digits, half-up as accountants round. A clone, so that nobody else's configuration reaches us. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 30 });
export type Decimal = Base;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);
export const HUNDRED: Decimal = new Decimal(100);

/** Exact decimal of a number as it would be typed (0.1 is 0.1), of a decimal string, or of a decimal itself. */
export function decimal(value: number | string | Decimal): Decimal {
  return new Decimal(value);
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** Half a unit of the last of `decimals` displayed digits: what two equal values may differ by once displayed. */
export function halfUnit(decimals: number): Decimal {
  return new Decimal(10).pow(-decimals).div(2);
}

/** True when the two differ by no more than `tolerance`. */
export function near(a: Decimal, b: Decimal, tolerance: Decimal): boolean {
  return a.minus(b).abs().lte(tolerance);
}

/** As people write it: at most `decimals` digits after the point, no trailing zeros. */
export function show(value: Decimal, decimals = 2): string {
  return value.toDecimalPlaces(decimals).toString();
}
