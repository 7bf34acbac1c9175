// One weight that was mistyped: what the others leave of the whole makes its score follow, what is written does not.
import type { Decimal } from '../model/decimal';
import { ZERO, decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Entry, Indicator, Table } from '../model/table';
import { scoreTolerance } from '../scoring/tolerance';
import { perScorecard } from './per-table';
import { isExplanation } from './reasons';
import type { Cause } from './rule';
import { declaredTotal, executionWeight, weightSum } from './weights';

export interface MistypedWeight {
  readonly item: ScoreItem;
  /** Null for the execution's. */
  readonly indicator: Indicator | null;
  readonly entry: Entry;
  readonly right: Decimal;
  /** The finding that tells of it. */
  readonly cause: Cause;
}

const TOLERANCE = decimal('0.01');

/** Null where the weights make the whole, or not exactly one of them explains why they do not. */
export const mistypedWeight = perScorecard((table: Table, { items }: Scorecard, rubric: Rubric): MistypedWeight | null => {
  const beyond = items.filter(({ claimed, weight }) => claimed && weight && claimed.gt(weight));
  const found = gapsOf(table, rubric).flatMap((gap) => present(items, (item): MistypedWeight | null => {
    const indicator = item.indicator === null ? null : (table.indicators[item.indicator] ?? null);
    const { weight: entry, reason } = indicator ?? table.fund?.total ?? { weight: null, reason: null };
    const right = item.weight?.plus(gap);
    if (!entry?.quantity || !right?.gt(0) || right.gt(rubric.weightTotal.value) || !item.weight?.eq(entry.quantity.value) || !explains(item, item.weight, right, { reason, alone: beyond.every((other) => other === item) })) return null;
    // 15 of 30 with its reason was meant, where the target was met; a reason why it was not says nothing of the weight.
    if (indicator && (!fitsGroups(table, indicator, gap) || item.state !== 'unmet' && item.state !== 'exceeded' && item.claimed?.lt(item.weight) && isExplanation(reason))) return null;
    return { item, indicator, entry, right, cause: { rule: 'weight-total', cell: entry.cell } };
  }));
  return found.length === 1 ? (found[0] ?? null) : null;
});

/** By how much the weights miss the whole; a form may declare the points of the list alone. None where they make one or the other. */
function gapsOf(table: Table, rubric: Rubric): readonly Decimal[] {
  const [declared, full, lines, execution] = [declaredTotal(table, rubric), decimal(rubric.weightTotal.value), weightSum(table.indicators), executionWeight(table)?.weight ?? ZERO];
  const gaps = [declared.minus(lines).minus(execution), ...(declared.eq(full) || execution.isZero() ? [] : [declared.minus(lines), full.minus(lines).minus(execution)])];
  return near(gaps[0] ?? ZERO, ZERO, TOLERANCE) || gaps.length > 1 && gaps.slice(1).every((gap) => near(gap, ZERO, TOLERANCE)) ? [] : gaps.filter((gap, i) => !near(gap, ZERO, TOLERANCE) && gaps.findIndex((other) => other.eq(gap)) === i);
}

/** The score follows from the other weight, or passes the one that is written and not the other. `alone`: no other score passes its weight. */
function explains({ claimed, claimedEntry, low, high, state }: ScoreItem, weight: Decimal, right: Decimal, { reason, alone }: { readonly reason: Entry | null; readonly alone: boolean }): boolean {
  if (!claimed || !claimedEntry?.quantity || !weight.gt(0)) return false;
  const share = high?.div(weight) ?? decimal(1);
  const follows = (points: Decimal): boolean => near(claimed, points.times(share), scoreTolerance(claimedEntry.quantity?.decimals ?? 0));
  // 13 of 1, of 15 with its reason; what is computed, or met without a word, has one answer.
  if (claimed.gt(weight)) return claimed.lte(right) && (follows(right) || alone && (!(low && high?.eq(low)) || state === 'met' && isExplanation(reason)));
  if (low && high && !low.eq(high) && !share.eq(1)) return false;
  return follows(right) && !follows(weight);
}

/** 产出指标（50分） above it: with the other weight its lines make them. */
function fitsGroups({ groups, indicators }: Table, indicator: Indicator, gap: Decimal): boolean {
  return present([indicator.group, indicator.subgroup], (at) => (at === null ? null : groups[at])).filter((group) => group.declaredWeight).every(({ declaredWeight, indicators: own }) => {
    const made = sum(present(own, (index) => indicators[index]?.weight?.quantity?.value));
    return declaredWeight !== null && near(made.plus(gap), declaredWeight, TOLERANCE);
  });
}
