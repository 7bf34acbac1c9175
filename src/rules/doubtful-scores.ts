// Scores that are told as wrong, or look like a slip: a sum that holds one of them may be right, and is not corrected by itself.
import type { Decimal } from '../model/decimal';
import { sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Indicator, Table } from '../model/table';
import { claimHolds } from '../scoring/tolerance';
import { lostMost } from './lost-points';
import { rightScore } from './indicator-score';
import { mistypedWeight } from './mistyped-weight';
import { perScorecard } from './per-table';
import { isBeyondWeight } from './score-above-weight';
import { isDoubtful } from './scores';

/** Told as wrong, or without most of its points and a word why. */
const doubtful = perScorecard((table: Table, scorecard: Scorecard, rubric: Rubric): readonly ScoreItem[] => {
  const lost = lostMost(table, scorecard, rubric);
  return scorecard.items.filter((item) => isTold(table, scorecard, item, rubric) || lost.some((indicator) => indicator === lineOf(table, item)));
});

const lineOf = ({ indicators }: Table, { indicator }: ScoreItem): Indicator | null => (indicator === null ? null : (indicators[indicator] ?? null));

function isTold(table: Table, scorecard: Scorecard, item: ScoreItem, rubric: Rubric): boolean {
  // Right by the weight that it should have.
  if (mistypedWeight(table, scorecard, rubric)?.item === item) return false;
  // One that is corrected is counted with its right points.
  if (item.state === 'execution') return !claimHolds(item, rubric) && isDoubtful(table, scorecard, item, rubric);
  return isBeyondWeight(table, item) || rightScore(table, scorecard, item, rubric) !== null;
}

/** The scores in doubt; with `lines` those of these. */
export function doubtfulAmong(table: Table, scorecard: Scorecard, rubric: Rubric, lines: readonly Indicator[] | null = null): readonly ScoreItem[] {
  const all = doubtful(table, scorecard, rubric);
  return lines ? all.filter((item) => lines.some((line) => line === lineOf(table, item))) : all;
}

/** What the sum gains once those of its scores are right that are reported as wrong: it may have been added up before one of them was mistyped. */
export function gainOnceRight(table: Table, scorecard: Scorecard, rubric: Rubric, lines: readonly Indicator[] | null = null): Decimal {
  return sum(present(doubtfulAmong(table, scorecard, rubric, lines), (item) => {
    const right = rightScore(table, scorecard, item, rubric);
    return right && item.claimed ? right.minus(item.claimed) : null;
  }));
}
