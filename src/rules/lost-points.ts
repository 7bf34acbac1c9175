// Points that are missing although the target was met and nobody says why: the score may be a slip, and so may a sum that does not hold it.
import type { Decimal } from '../model/decimal';
import { decimal, near } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Entry, Indicator, Table } from '../model/table';
import { answerOf } from './answers';
import { asksForResults, given } from './indicator-facts';
import { mistypedWeight } from './mistyped-weight';
import { overshoot } from './overshoot-unexplained';
import { perScorecard } from './per-table';
import { hasRoomForReasons, indicatorExplained, isExplanation } from './reasons';
import { listAlone, settledTotal } from './scores';

/** Less than this is rounding. */
const LEAST = decimal('0.05');

interface Unexplained {
  readonly indicator: Indicator;
  readonly weight: Decimal;
  readonly claimedEntry: Entry;
  /** Points that are missing. */
  readonly lost: Decimal;
  /** By how much the target was overshot, in percent; null where it was not. */
  readonly far: Decimal | null;
}

/** Targets met whose points are missing without a word. */
export const unexplained = perScorecard((table: Table, scorecard: Scorecard, rubric: Rubric): readonly Unexplained[] => {
  if (!asksForResults(table) || !hasRoomForReasons(table)) return [];
  return present(scorecard.items, (item): Unexplained | null => {
    const indicator = item.indicator === null ? null : table.indicators[item.indicator];
    const { weight, claimed, claimedEntry } = item;
    if (!indicator || indicator.isExecution || !weight || !claimed || !claimedEntry || !lessThanAll(item)) return null;
    if (!met(table, item, indicator) || indicatorExplained(table, indicator) || indicator.coefficient?.quantity?.value.lt(100) || mistypedWeight(table, scorecard, rubric)?.item === item) return null;
    const far = overshoot(table, indicator);
    const { overshoot: clause } = rubric;
    return far && clause.value.deduct === 'allowed' && far.gt(decimal(clause.value.above ?? 0)) ? null : { indicator, weight, claimedEntry, lost: weight.minus(claimed), far };
  });
});

/** One or two of twenty were taken off and the total left as it was; of 1 for 10, the score is as likely the slip. */
const isMost = ({ weight, lost }: Pick<Unexplained, 'weight' | 'lost'>): boolean => lost.times(2).gte(weight);

/** What the total has more than its scores. */
function beyondSum(table: Table, scorecard: Scorecard, rubric: Rubric): Decimal | null {
  const settled = settledTotal(table, scorecard, rubric);
  return settled && scorecard.claimed && scorecard.claimed.minus(listAlone(table, scorecard) ?? settled.total);
}

/** The one line whose missing points the total holds all the same: it or the total was mistyped. */
export function lostOnce(table: Table, scorecard: Scorecard, rubric: Rubric): Indicator | null {
  const gap = beyondSum(table, scorecard, rubric);
  // The total holds these points all the same.
  const found = unexplained(table, scorecard, rubric).filter((one) => gap !== null && isMost(one) && near(gap, one.lost, LEAST));
  return found.length === 1 ? (found[0]?.indicator ?? null) : null;
}

/**
 * True where a sum may hold what one of the lines lacks: its points were taken off after the sum was made, or the score is a slip. So it may be if just so many are missing
 * without a word beside them, be they few; but a line without a target, in a form that marks by standards, lacks some as a matter of course. And if most are missing, 2 of 30:
 * without a word, or although the target was met. None at all of its points is a mark, not a slip.
 */
export function isLostIn(table: Table, { items }: Scorecard, lines: readonly Indicator[], gap: Decimal): boolean {
  return items.some((item) => {
    const { indicator: at, weight, claimed, state } = item;
    const indicator = at === null ? undefined : table.indicators[at];
    if (!indicator || !weight || !claimed || state === 'unmet' || state === 'exceeded' || !lessThanAll(item) || !lines.includes(indicator)) return false;
    const [lost, silent] = [weight.minus(claimed), !isExplanation(indicator.reason)];
    if (silent && near(lost, gap, LEAST) && given(indicator.targetEntry)) return true;
    return claimed.gt(0) && isMost({ weight, lost }) && gap.gt(0) && gap.lte(lost.plus(LEAST)) && (silent || met(table, item, indicator));
  });
}

/** True where the total holds points that are missing on a line. */
export function isLostInTotal(table: Table, scorecard: Scorecard, rubric: Rubric): boolean {
  const gap = beyondSum(table, scorecard, rubric);
  return gap !== null && isLostIn(table, scorecard, table.indicators, gap);
}

/** The lines that lack most of their points without a word. */
export function lostMost(table: Table, scorecard: Scorecard, rubric: Rubric): readonly Indicator[] {
  return unexplained(table, scorecard, rubric).filter(isMost).map(({ indicator }) => indicator);
}

/** By more than rounding takes off. */
function lessThanAll({ claimed, weight }: ScoreItem): boolean {
  return claimed !== null && weight !== null && claimed.lt(weight.minus(LEAST)) && claimed.gte(0);
}

/** Met by the scorecard, or answered with the very words of the target. */
function met(table: Table, item: ScoreItem, indicator: Indicator): boolean {
  if (answerOf(table, indicator) !== 'sound') return false;
  const { targetEntry, actualEntry } = indicator;
  const same = given(targetEntry) && given(actualEntry) && targetEntry.text === actualEntry.text;
  return item.state === 'met' || (same && item.state !== 'unmet' && item.state !== 'exceeded');
}
