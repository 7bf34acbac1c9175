// Weights given as shares of the whole (0.1 for 10 points) beside scores in points.
import { HUNDRED, ONE, near, sum, type Decimal } from '../model/decimal';
import type { Entry, Table } from '../model/table';

/** The same table with its weights in points where they are shares that make 1 together; the table itself otherwise. */
export function withPoints(table: Table): Table {
  const total = table.fund?.total ?? null;
  const weights: Decimal[] = [];
  for (const entry of [total?.weight, ...table.indicators.map((indicator) => indicator.weight)]) {
    if (!entry?.quantity) continue;
    // The first line of nearly every form has more than a point.
    if (entry.quantity.value.gt(ONE)) return table;
    weights.push(entry.quantity.value);
  }
  if (weights.length < 2 || !near(sum(weights), ONE, ONE.div(HUNDRED))) return table;
  return {
    ...table,
    fund: table.fund && total ? { ...table.fund, total: { ...total, weight: inPoints(total.weight) } } : table.fund,
    indicators: table.indicators.map((indicator) => ({ ...indicator, weight: inPoints(indicator.weight) })),
    total: table.total && { ...table.total, weight: inPoints(table.total.weight) },
  };
}

function inPoints(entry: Entry | null): Entry | null {
  return entry?.quantity ? { ...entry, quantity: { ...entry.quantity, value: entry.quantity.value.times(HUNDRED), decimals: Math.max(0, entry.quantity.decimals - 2) } } : entry;
}
