// When a claimed score follows from what the rubric allows, and what the total must be once certain errors are gone.
import type { Decimal } from '../model/decimal';
import { decimal, sum } from '../model/decimal';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import { claimHolds, keptDigits } from '../scoring/tolerance';

/** The computed score with the rubric's digits; null where a range or nothing follows. */
export function computedScore(item: ScoreItem, rubric: Rubric): Decimal | null {
  return item.low && item.high?.eq(item.low) ? item.low.toDecimalPlaces(keptDigits(rubric)) : null;
}

/** An execution score that does not follow has one right answer: the total is taken with it. */
function settled(item: ScoreItem, rubric: Rubric): Decimal | null {
  return item.state === 'execution' && !claimHolds(item, rubric) ? (computedScore(item, rubric) ?? item.claimed) : item.claimed;
}

export interface SettledTotal {
  readonly total: Decimal;
  /** The same with every score as it is displayed: what a person adds up who does not see the digits behind. */
  readonly shown: Decimal;
  /** Execution items whose claimed score was replaced. */
  readonly replaced: readonly ScoreItem[];
  /** Items that carry a weight but no score yet. */
  readonly unclaimed: readonly ScoreItem[];
}

/** Sum of the scores, certain errors replaced; null when no score is given at all. */
export function settledTotal({ items }: Scorecard, rubric: Rubric): SettledTotal | null {
  const claimed = items.filter((item) => item.claimed !== null);
  if (claimed.length === 0) return null;
  const shown = (item: ScoreItem): Decimal => {
    const score = settled(item, rubric) ?? decimal(0);
    // A score that is replaced is written with its own digits.
    return item.claimed && !score.eq(item.claimed) ? score : score.toDecimalPlaces(item.claimedEntry?.quantity?.decimals ?? rubric.rounding.value);
  };
  return {
    shown: sum(claimed.map(shown)),
    total: sum(claimed.map((item) => settled(item, rubric) ?? decimal(0))),
    replaced: claimed.filter((item) => item.claimed && settled(item, rubric)?.eq(item.claimed) === false),
    unclaimed: items.filter((item) => item.claimed === null && item.weight?.isZero() !== true),
  };
}
