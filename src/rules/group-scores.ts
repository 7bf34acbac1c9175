// A form without points line by line: the scores below 产出指标（40分） make no more than that.
import { ZERO, decimal, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, IndicatorGroup, Table } from '../model/table';
import { isBonus } from './indicator-facts';
import { perTable } from './per-table';

const HUNDREDTH = decimal('0.01');

export interface GroupAbove {
  readonly group: IndicatorGroup;
  readonly declared: Decimal;
  readonly at: Entry;
  /** The highest first: that is the likeliest slip. */
  readonly scores: readonly Entry[];
  readonly sum: Decimal;
}

/** Groups whose scores are above their points, the innermost of them; none where most of the outermost are, since the scores are then on another scale. */
export const groupsAbove = perTable((table: Table): readonly GroupAbove[] => {
  if (table.indicatorHeaders.weight) return [];
  const pointed = present(table.groups, (group) => scoresOf(table, group));
  const above = pointed.filter(({ declared, sum: got }) => got.minus(declared).gt(HUNDREDTH));
  const outermost = pointed.filter(({ group }) => !pointed.some((other) => isWithin(group, other.group)));
  if (outermost.filter((one) => above.includes(one)).length * 2 > outermost.length) return [];
  return above.filter(({ group }) => !above.some((other) => isWithin(other.group, group)));
});

const isWithin = (inner: IndicatorGroup, outer: IndicatorGroup): boolean => inner.level > outer.level && inner.indicators.every((at) => outer.indicators.includes(at));

/** Null where the group has no points of its own, or one line that has them. */
function scoresOf(table: Table, group: IndicatorGroup): GroupAbove | null {
  const { declaredWeight: declared, declaredAt: at } = group;
  const lines = present(group.indicators, (index) => table.indicators[index]).filter((line) => !line.placeholder && !isBonus(table, line));
  const scores = present(lines, ({ score }) => (score?.quantity ? score : null));
  if (!declared || !at || scores.length === 0 || lines.length === 1 && lines[0]?.weight?.quantity) return null;
  const points = (entry: Entry): Decimal => entry.quantity?.value ?? ZERO;
  const highest = scores.reduce((most, score) => (points(score).gt(points(most)) ? score : most));
  return { group, declared, at, scores: [highest, ...scores.filter((score) => score !== highest)], sum: sum(scores.map(points)) };
}
