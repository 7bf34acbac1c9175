// Execution rates as forms write them: 98.25, 98.25%, 0.9825 and 1 may all be the same reading.
import type { Decimal } from '../model/decimal';
import type { Entry } from '../model/table';
import { rateAsPercent } from '../scoring/tolerance';

/** True, false, or null when the cell holds no rate. `slack`: percentage points by which `percent` itself may be off. */
export function rateHolds(entry: Entry, percent: Decimal, slack?: () => Decimal): boolean | null {
  return rateAsPercent(entry, percent, slack)?.fits ?? null;
}

/** In percent; null when the cell holds no rate. */
export function ratePercent(entry: Entry): Decimal | null {
  return rateAsPercent(entry, null)?.percent ?? null;
}

/** True where the rate is written in points without a sign ("98.25"): a corrected rate is written the same way. */
export function inPoints(entry: Entry): boolean {
  return entry.quantity?.unit === '' && entry.quantity.value.gt(2) && !entry.numberFormat.includes('%');
}
