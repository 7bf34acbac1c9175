// What the weights of a table add up to, and what they should.
import type { Decimal } from '../model/decimal';
import { decimal, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Entry, Indicator, Table } from '../model/table';
import { isExecutionUnread } from '../reading/fund';

/** The weight that the total row declares, if it declares one in points; else the rubric's. */
export function declaredTotal(table: Table, rubric: Rubric): Decimal {
  const declared = table.total?.weight?.quantity?.value;
  // 1 is the whole in shares.
  return declared?.gt(1) ? declared : decimal(rubric.weightTotal.value);
}

/** What the lines' weights add up to, those without one left out. */
export function weightSum(indicators: readonly Indicator[]): Decimal {
  const weights: Decimal[] = [];
  for (const { weight } of indicators) if (weight?.quantity) weights.push(weight.quantity.value);
  return sum(weights);
}

/**
 * The points of the execution where the form shows none of them, and exactly they are missing from the whole (90 points of indicators, 100 in all):
 * they may be given on a line or sheet that is not here. Null where nothing is missing or something else is.
 */
export function unseenExecution(table: Table, rubric: Rubric): Decimal | null {
  const points = rubric.weights?.value.find((group) => group.aspect === 'execution')?.weight;
  if (typeof points !== 'number' || executionWeight(table) !== null) return null;
  // 预算执行率 among the indicators has the points, unless the fund block bears a score of its own.
  if (!table.fund?.total?.score?.quantity && table.indicators.some((indicator) => indicator.isExecution)) return null;
  return weightSum(table.indicators).plus(points).eq(declaredTotal(table, rubric)) ? decimal(points) : null;
}

/** True where points of the whole were not read: those of the execution in a block whose total line was not found, or another list's; or scores are shares. No sum is then known. */
export function pointsUnread(table: Table): boolean {
  return table.notUnderstood.some(({ scored }) => scored === true) || isExecutionUnread(table.fund, table.indicators) || scoredInShares(table);
}

/** 60 and 40 of the 100 that each group is divided into: such scores add up to more than the whole. */
function scoredInShares({ indicators, indicatorHeaders }: Table): boolean {
  return indicatorHeaders.weight !== undefined && indicators.every(({ weight }) => weight === null) && sum(present(indicators, ({ score }) => score?.quantity?.value)).gt(100);
}

/** Weight of the fund block: in its total line or in its header. */
export function executionWeight(table: Table): { readonly weight: Decimal; readonly at: Entry } | null {
  const { fund } = table;
  const entry = fund?.total?.weight;
  if (entry?.quantity) return { weight: entry.quantity.value, at: entry };
  const header = fund?.headers.weight ?? fund?.headers.score;
  return fund?.declaredWeight && header ? { weight: fund.declaredWeight, at: header } : null;
}
