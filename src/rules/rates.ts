// Execution rates as forms write them: 98.25, 98.25%, 0.9825 and 1 may all be the same reading.
import type { Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { rateAsPercent } from '../scoring/tolerance';
import { fundRows } from './fund-figures';

/** True, false, or null when the cell holds no rate. `slack`: percentage points by which `percent` itself may be off. */
export function rateHolds(entry: Entry, percent: Decimal, slack?: () => Decimal): boolean | null {
  return rateAsPercent(entry, percent, slack)?.fits ?? null;
}

/** In percent; null when the cell holds no rate. */
export function ratePercent(entry: Entry): Decimal | null {
  return rateAsPercent(entry, null)?.percent ?? null;
}

/** True where the rate is written in points without a sign ("98.25"). */
export function inPoints(entry: Entry): boolean {
  return entry.quantity?.unit === '' && entry.quantity.value.gt(2) && !entry.numberFormat.includes('%');
}

/** 执行率（%） or 执行率%: the header names the sign. */
const NAMES_SIGN = /[(（]\s*[%％]\s*[)）]\s*$|率\s*[%％]$/;

/** True where a corrected rate of the fund block is to be written in points: it was, or 0 stands under 执行率（%） or among others that are. 98 among shares lost its point. */
export function correctedInPoints(table: Table, rate: Entry): boolean {
  if (inPoints(rate)) return !amongShares(table, rate);
  if (rate.quantity?.unit !== '' || rate.numberFormat.includes('%')) return false;
  return NAMES_SIGN.test(table.fund?.headers.executionRate?.raw ?? '') || fundRows(table).some(({ executionRate }) => executionRate !== null && inPoints(executionRate));
}

/** 0.95, 0.9: the other rates of the block, none of them with a sign. */
function amongShares(table: Table, rate: Entry): boolean {
  const others = present(fundRows(table), ({ executionRate }) => (executionRate?.quantity && executionRate.cell !== rate.cell ? executionRate : null));
  return others.length > 0 && others.every(({ quantity, numberFormat }) => quantity?.unit === '' && !numberFormat.includes('%') && quantity.value.lte(2) && quantity.value.gt(0));
}
