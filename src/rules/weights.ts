// What the weights of a table add up to, and what they should.
import type { Decimal } from '../model/decimal';
import { ONE, decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Entry, Indicator, Table } from '../model/table';
import { isExecutionUnread } from '../reading/fund';
import { rubricExecutionPoints } from '../scoring/execution-weight';

/** The weight that the total row declares, if it declares one in points and was not mistyped; else the rubric's. */
export function declaredTotal(table: Table, rubric: Rubric): Decimal {
  const declared = table.total?.weight?.quantity?.value;
  // 1 is the whole in shares.
  return declared?.gt(1) && !isDeclaredWrong(table, rubric) ? declared : decimal(rubric.weightTotal.value);
}

/** 10 or 1000 in the total row where the lines make the rubric's whole, with or without the execution. */
export function isDeclaredWrong(table: Table, rubric: Rubric): boolean {
  const full = decimal(rubric.weightTotal.value);
  const declared = table.total?.weight?.quantity?.value;
  // 90 is what a list has alone, whose weights may be the slip.
  if (!declared?.gt(1) || declared.gt(full.times('0.5')) && declared.lt(full.times('1.5'))) return false;
  const lines = weightSum(table.indicators);
  return near(lines.plus(executionWeight(table)?.weight ?? 0), full, WHOLE) && !near(declared, lines, WHOLE);
}

/** What the lines' weights add up to, those without one left out. */
export function weightSum(indicators: readonly Indicator[]): Decimal {
  const weights: Decimal[] = [];
  for (const { weight } of indicators) if (weight?.quantity) weights.push(weight.quantity.value);
  return sum(weights);
}

/** True where the weights of the list and the execution make the whole, or the list alone what it declares. */
export function weightsHold(table: Table, rubric: Rubric): boolean {
  const [full, lines, execution] = [declaredTotal(table, rubric), weightSum(table.indicators), executionWeight(table)];
  const all = lines.plus(execution?.weight ?? 0);
  return near(all, full, WHOLE) || lines.gt(0) && near(all, ONE, WHOLE) || near(lines, full, WHOLE) && (execution === null || !full.eq(rubric.weightTotal.value));
}
const WHOLE = decimal('0.01');

/**
 * The points of the execution where the form shows none of them, and exactly they are missing from the whole (90 points of indicators, 100 in all):
 * they may be given on a line or sheet that is not here. Null where nothing is missing or something else is.
 */
export function unseenExecution(table: Table, rubric: Rubric): Decimal | null {
  const points = rubricExecutionPoints(rubric);
  if (!points || executionWeight(table) !== null) return null;
  // 预算执行率 among the indicators has the points, unless the fund block bears a score of its own.
  if (!table.fund?.total?.score?.quantity && table.indicators.some((indicator) => indicator.isExecution)) return null;
  return weightSum(table.indicators).plus(points).eq(declaredTotal(table, rubric)) ? points : null;
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
