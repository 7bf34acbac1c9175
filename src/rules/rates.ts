// Execution rates as forms write them: 98.25, 98.25%, 0.9825 and 1 may all be the same reading.
import type { Decimal } from '../model/decimal';
import { HUNDRED, decimal, halfUnit, near } from '../model/decimal';
import type { Entry } from '../model/table';

/** A rate in percent with half a unit of what is displayed. */
interface RateReading {
  readonly percent: Decimal;
  readonly tolerance: Decimal;
}

/** Every legal reading of a rate cell; none where it holds no single number. */
function rateReadings(entry: Entry): readonly RateReading[] {
  const { quantity } = entry;
  if (!quantity || (quantity.unit !== '' && quantity.unit !== '%')) return [];
  const asPercent: RateReading = { percent: quantity.value, tolerance: halfUnit(quantity.decimals) };
  if (quantity.unit === '%' || quantity.value.gt(2)) return [asPercent];
  // A plain 1 is 100 %: half a unit would be 50 points, so it is held to half a percent.
  const share: RateReading = { percent: quantity.value.times(HUNDRED), tolerance: quantity.decimals === 0 ? decimal('0.5') : halfUnit(quantity.decimals - 2) };
  return quantity.value.isZero() ? [asPercent] : [share, asPercent];
}

/** True, false, or null when the cell holds no rate. */
export function rateHolds(entry: Entry, percent: Decimal): boolean | null {
  const readings = rateReadings(entry);
  return readings.length === 0 ? null : readings.some((reading) => near(reading.percent, percent, reading.tolerance));
}

/** The reading nearest to what it should be; null when the cell holds no rate. */
export function ratePercent(entry: Entry): Decimal | null {
  return rateReadings(entry)[0]?.percent ?? null;
}

/** True where the rate is written in points without a sign ("98.25"): a corrected rate is written the same way. */
export function inPoints(entry: Entry): boolean {
  return entry.quantity?.unit === '' && entry.quantity.value.gt(2) && !entry.numberFormat.includes('%');
}
