// Targets of a part of the year (次/月, 期/季度), which a bare figure may answer for the part or for the year.
import type { Decimal } from '../model/decimal';

/** So many in each part of the year. */
export function oftener(unit: string): boolean {
  return /[/／·每]个?(?:月|周|季度?|旬|日|天)$/.test(unit);
}

/** The fewest such parts of a year. */
const QUARTERS = 4;

/** A bare 12 beside 1次/月: once a month all the year round. */
export function mayBeYears(bare: Decimal, target: { readonly unit: string; readonly value: Decimal }): boolean {
  return oftener(target.unit) && bare.gte(target.value.times(QUARTERS));
}
