// An execution that is marked out of 100 for itself, beside a list that makes 100 by itself: what of the two the total counts.
import { HUNDRED, ONE, decimal, halfUnit, near, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { FundBlock, TotalRow } from '../model/table';
import type { IndicatorsRead } from './indicators';
import { compact } from './text';

/** 分值 100 beside the amounts over a list that makes 100 by itself, or 10 that 预算执行率 has once more in that list: the execution's points are none beside the list's whole. */
export function isMarkedApart({ total, declaredWeight }: FundBlock, { indicators }: IndicatorsRead): boolean {
  const points = total?.weight?.quantity?.value ?? declaredWeight;
  if (!points || !sum(present(indicators, ({ weight }) => weight?.quantity?.value)).eq(100)) return false;
  return points.eq(100) || indicators.some(({ isExecution, name, weight }) => isExecution && /执行率/.test(compact(name.text)) && weight?.quantity?.value.eq(points));
}

/** What the frames give the execution of the whole: 10 of 100 for projects, 20 in some forms of departments. */
const SHARES = [decimal('0.1'), decimal('0.2')];

/**
 * The share of the whole that the execution has where it is marked apart and the total is put together of both: 97.7 is 10% of 95 and 90% of 98.
 * Null where the total is the list's alone, or of neither.
 */
export function shareInTotal(fund: FundBlock, list: IndicatorsRead, total: TotalRow | null): Decimal | null {
  const [execution, claimed] = [fund.total?.score?.quantity, total?.score?.quantity];
  if (!execution || !claimed || !isMarkedApart(fund, list)) return null;
  const lines = sum(present(list.indicators, ({ score }) => score?.quantity?.value));
  const tolerance = halfUnit(Math.max(claimed.decimals, 1));
  if (near(claimed.value, lines, tolerance) || execution.value.gt(HUNDRED)) return null;
  return SHARES.find((share) => near(claimed.value, execution.value.times(share).plus(lines.times(ONE.minus(share))), tolerance)) ?? null;
}
