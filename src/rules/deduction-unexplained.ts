// Met, and yet points are missing: somebody had a reason, it must be written down.
import type { Decimal } from '../model/decimal';
import { decimal, near } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Entry, Indicator, Table } from '../model/table';
import { answerOf } from './answers';
import { practice, rubricBasis } from './basis';
import { asksForResults, cellsOf, given, targetWords } from './indicator-facts';
import { sharedGap } from './mistyped-score';
import { mistypedWeight } from './mistyped-weight';
import { overshoot } from './overshoot-unexplained';
import { hasRoomForReasons, indicatorExplained } from './reasons';
import { defineRule } from './rule';
import { settledTotal } from './scores';
import { amount, excerpt, indicatorName, words } from './wording';

/** Less than this is rounding. */
const LEAST = decimal('0.05');

export const deductionUnexplained = defineRule({
  id: 'deduction-unexplained',
  title: '达标扣分未说明',
  severity: 'verify',
  why: '指标已完成却扣分，不写原因，复核人无法判断扣得对不对。',
  basis: practice('达成指标而扣分的，应在偏差原因栏说明'),
  messages: { deducted: '“{name}”指标值{target}、实际{actual}，已达标，分值{expected}得{received}，未说明扣分原因。' },
  examples: [
    { shows: 'seven of ten for a target met', form: { base: 'project', cells: { I14: 7, I20: 97 } }, findings: [{ cells: ['I14', 'H14', 'J14'], message: '“养护验收合格率”指标值≥95%、实际96%，已达标，分值10得7，未说明扣分原因。' }] },
    { shows: 'with a reason', form: { base: 'project', cells: { I14: 7, J14: '两处路段复检后才合格', I20: 97 } }, findings: [] },
    { shows: 'with a reason beside the total', form: { base: 'project', cells: { I14: 7, I20: 97, J20: '两处路段复检后才合格' } }, findings: [] },
    { shows: 'told in one long text below the table', form: { base: 'project', cells: { I14: 7, I20: 97, A21: '扣分说明：两处路段初验时路肩压实度不够，返工后才通过复检，养护单位已经限期整改到位。' } }, findings: [] },
    { shows: 'how points are lost is no reason', form: { base: 'project', cells: { I14: 7, I20: 97, A21: '扣分说明：各项指标未达到指标值的，按照每低一个百分点扣一分计算，扣完为止，由填报人自行计算。' } }, findings: [{ cells: ['I14', 'H14', 'J14'], message: '“养护验收合格率”指标值≥95%、实际96%，已达标，分值10得7，未说明扣分原因。' }] },
    { shows: 'a target that was not met', form: { base: 'project', cells: { G13: '45公里', I13: 18, I20: 98 } }, findings: [] },
    { shows: 'a form without a place for reasons', form: { base: 'project', cells: { J12: null, I14: 7, I20: 97 } }, findings: [] },
    { shows: 'less of what may be meant to be much', form: { base: 'project', cells: { D13: '高血压随访控制数', F13: '3807人', G13: '3220人', I13: 17, I20: 97 } }, findings: [] },
    { shows: 'full marks', form: { base: 'project' }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    const { overshoot: clause } = rubric;
    const total = table.total?.score;
    const all = unexplained(table, scorecard, rubric);
    const line = all.length > 0 ? sharedGap(table, scorecard, rubric)?.line : null;
    const once = onceInTotal(all, table, scorecard, rubric);
    for (const one of all) {
      const { indicator, far, weight, claimedEntry } = one;
      yield {
        message: 'deducted',
        data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry), expected: amount(weight), received: words(claimedEntry) },
        cells: cellsOf(claimedEntry, indicator.weight, indicator.reason),
        // What is missing is a reason, not points.
        expected: null,
        received: words(claimedEntry),
        causes: [...(total && one === once ? [{ rule: 'score-total', cell: total.cell }] : []), ...(line && line.indicator === indicator ? [line.cause] : [])],
        // Taken off for more than the target asks: whether that may be is the rubric's own clause, where it has one.
        ...(far && clause.value.deduct === 'none' && clause.standing === 'quoted' ? { basis: rubricBasis(rubric, clause, '超额完成不扣分') } : {}),
      };
    }
  },
});

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
function unexplained(table: Table, scorecard: Scorecard, rubric: Rubric): readonly Unexplained[] {
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
}

/** One or two of twenty were taken off and the total left as it was; of 1 for 10, the score is as likely the slip. */
const isMost = ({ weight, lost }: Pick<Unexplained, 'weight' | 'lost'>): boolean => lost.times(2).gte(weight);

/** True where the total holds these points all the same. */
function inTotal(table: Table, scorecard: Scorecard, rubric: Rubric, { lost }: Unexplained): boolean {
  const settled = settledTotal(table, scorecard, rubric);
  return settled !== null && scorecard.claimed !== null && near(scorecard.claimed.minus(settled.total), lost, LEAST);
}

function onceInTotal(all: readonly Unexplained[], table: Table, scorecard: Scorecard, rubric: Rubric): Unexplained | null {
  const found = all.filter((one) => isMost(one) && inTotal(table, scorecard, rubric, one));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The one line whose missing points the total holds all the same: it or the total was mistyped. */
export function lostOnce(table: Table, scorecard: Scorecard, rubric: Rubric): Indicator | null {
  return onceInTotal(unexplained(table, scorecard, rubric), table, scorecard, rubric)?.indicator ?? null;
}

/** True where one of the lines lacks exactly so many points without a word. */
export function isLostIn(table: Table, scorecard: Scorecard, rubric: Rubric, lines: readonly Indicator[], gap: Decimal): boolean {
  return unexplained(table, scorecard, rubric).some(({ indicator, lost }) => lines.includes(indicator) && near(lost, gap, LEAST));
}

/** True where points are missing on a line, be they few, that the total holds: they were taken off after it was added up, or the score is a slip. */
export function isLostInTotal(table: Table, scorecard: Scorecard, rubric: Rubric): boolean {
  return unexplained(table, scorecard, rubric).some((one) => inTotal(table, scorecard, rubric, one));
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
