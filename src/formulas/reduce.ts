// Many numbers made one: sums, averages and extremes over exact decimals.
import { sum, ZERO, type Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/table';
import { MOST_CELLS } from './limits';
import type { FunctionName } from './syntax';
import { alike, computed, unknown, type NumberValue, type Value } from './values';

/** 合计, 平均, 最大 and 最小 of numbers in one unit; cells in their order, of an extreme the one that holds it. */
export function reduced(fn: FunctionName, values: readonly NumberValue[], formUnit: AmountUnit | null): Value {
  let unit = '';
  for (const one of values) if (one.unit !== '' && one.unit !== '%') unit = one.unit;
  const numbers: Decimal[] = [];
  const cells = [...new Set(values.flatMap((one) => one.cells))].slice(0, MOST_CELLS);
  for (const one of values) {
    const pair = alike(one, computed(ZERO, [], unit), formUnit);
    if (!pair.ok) return unknown(pair.why, cells);
    numbers.push(pair.a);
  }
  const [first = ZERO] = numbers;
  const decimals = values.reduce((most, one) => Math.max(most, one.decimals), 0);
  switch (fn) {
    case '平均': return computed(sum(numbers).div(numbers.length), cells, unit);
    case '最大': return extreme(values, numbers, (a, b) => a.gt(b), unit);
    case '最小': return extreme(values, numbers, (a, b) => a.lt(b), unit);
    case '合计': return computed(sum(numbers), cells, unit, decimals);
    default: return computed(first, cells, unit);
  }
}

/** The largest or smallest, with the cell that holds it first. */
function extreme(values: readonly NumberValue[], numbers: readonly Decimal[], better: (a: Decimal, b: Decimal) => boolean, unit: string): Value {
  let at = 0;
  numbers.forEach((number, index) => { if (better(number, numbers[at] ?? number)) at = index; });
  const one = values[at];
  return computed(numbers[at] ?? ZERO, one?.cells ?? [], unit, one?.decimals);
}
