// How far a claimed score or rate may lie from the computed one, and the ways in which forms write a rate.
import type { Decimal } from '../model/decimal';
import { HUNDRED, ONE, ZERO, decimal, halfUnit, near } from '../model/decimal';
import type { Rubric } from '../model/rubric';
import type { ScoreItem } from '../model/scorecard';
import type { Entry } from '../model/table';

/** Half a unit of the displayed digits, held to one decimal at least: 9 for 8.62 is no rounding, 5 for 4.988 is. */
export function scoreTolerance(decimals: number): Decimal {
  return halfUnit(Math.max(decimals, 1));
}

/** Less than this share of what it is held against is nothing but digits that a format hides; 80.4 that shows 80 is another amount. */
export const HIDDEN = decimal('0.001');

/** Half a unit of the displayed digits, in percentage points: 86% holds for 86.20, 86.19% does not hold for 86.183. */
export function rateTolerance(decimals: number): Decimal {
  return halfUnit(decimals);
}

/** Digits of a score that is put forward: two at least, since tolerances accept one; whole points where the rubric or the form itself wants them. */
export function keptDigits(rubric: Rubric): number {
  return rubric.rounding.value === 0 ? 0 : Math.max(rubric.rounding.value, 2);
}

/** True when `claimed`, displayed with `decimals` digits, stands for `exact`; rounding to the rubric's digits and writing more zeros is fine. */
export function scoreAgrees(claimed: Decimal, decimals: number, exact: Decimal, rubric: Rubric): boolean {
  return near(claimed, exact, scoreTolerance(decimals)) || claimed.eq(exact.toDecimalPlaces(rubric.rounding.value));
}

/** True when the claimed score lies in what the rubric allows, or cannot be judged. */
export function claimHolds(item: ScoreItem, rubric: Rubric): boolean {
  const { claimed, low, high, alternative } = item;
  if (!claimed || !low || !high) return true;
  const decimals = item.claimedEntry?.quantity?.decimals ?? rubric.rounding.value;
  if (claimed.gte(low) && claimed.lte(high)) return true;
  // 4.99 of 5 for 4.9985: rounded, a target that was missed would have full marks.
  if (item.weight && low.lt(item.weight) && cutOff(claimed, low, decimals) && low.toDecimalPlaces(decimals).gte(item.weight)) return true;
  return scoreAgrees(claimed, decimals, low, rubric) || scoreAgrees(claimed, decimals, high, rubric) || (alternative !== null && scoreAgrees(claimed, decimals, alternative, rubric));
}

/**
 * What a quotient of two typed amounts may be off by, in the quotient's own unit: 0.53 and 0.61 万元 were rounded from 元 before they were divided.
 * Whole numbers and formulas count as exact.
 */
export function quotientSlack(numerator: Entry, denominator: Entry, quotient: Decimal): Decimal {
  return quotient.abs().times(relativeRounding(numerator).plus(relativeRounding(denominator)));
}

function relativeRounding({ quantity, formula }: Entry): Decimal {
  if (!quantity || formula !== null || quantity.decimals === 0 || quantity.value.isZero()) return ZERO;
  return halfUnit(quantity.decimals).times(quantity.scale).div(quantity.value.abs());
}

/** 87.2152 written 87.21: the digits behind were cut off instead of rounded, which many do; whole percents are too coarse for it. */
export function cutOff(written: Decimal, exact: Decimal, digits: number): boolean {
  return digits > 0 && written.lte(exact) && exact.minus(written).lt(halfUnit(digits).times(2));
}

export interface RateReading {
  readonly percent: Decimal;
  /** Digits after the point of the percentage. */
  readonly decimals: number;
  /** percent: written with %; points: 98.25 without a sign; fraction: 0.9825 or 1. */
  readonly reading: 'percent' | 'points' | 'fraction';
  /** True when it agrees with the computed rate. */
  readonly fits: boolean;
}

/**
 * Reads a rate as forms write it: "98.25%", 98.25, 0.9825, 1, 100. Where two readings are possible the one that fits `computed`
 * (in percent) is taken; null when the cell holds no single number or another unit. `slack`: percentage points by which `computed` may be off, asked for only where
 * nothing fits without.
 */
export function rateAsPercent(entry: Entry, computed: Decimal | null, slack: (() => Decimal) | null = null): RateReading | null {
  const { quantity } = entry;
  if (!quantity || entry.notApplicable || (quantity.unit !== '' && quantity.unit !== '%')) return null;
  const { value, decimals } = quantity;
  const fits = (percent: Decimal, digits: number): boolean => computed !== null && (
    near(percent, computed, rateTolerance(digits)) || cutOff(percent, computed, digits) || (slack !== null && near(percent, computed, rateTolerance(digits).plus(slack()))));
  if (quantity.unit === '%') return { percent: value, decimals, reading: 'percent', fits: fits(value, decimals) };
  const points: RateReading = { percent: value, decimals, reading: 'points', fits: fits(value, decimals) };
  // A plain 1 is exactly 100 %: half a unit of "1" would be 50 points.
  const digits = Math.max(0, decimals - 2);
  const fraction: RateReading = { percent: value.times(HUNDRED), decimals: digits, reading: 'fraction', fits: fits(value.times(HUNDRED), digits) };
  if (fraction.fits !== points.fits) return fraction.fits ? fraction : points;
  return value.gt(0) && value.lte(ONE.plus(ONE)) ? fraction : points;
}
