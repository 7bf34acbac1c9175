// The groups of a scorecard as bars and its items as lines of a table: texts and shares for drawing, nothing computed anew.
import { show, type Decimal } from '../model/decimal';
import type { TableReview } from '../model/review';
import type { ScoreItem } from '../model/scorecard';
import type { Aspect } from '../model/table';
import { groupTotals } from '../scoring/group-totals';

export interface GroupBar {
  readonly aspect: Aspect;
  readonly weight: string;
  readonly claimed: string | null;
  readonly low: string;
  readonly high: string;
  /** Shares of the weight from 0 to 1, for drawing only. */
  readonly lowShare: number;
  readonly highShare: number;
  readonly claimedShare: number | null;
  /** The claim lies where the bar allows it; null without one. */
  readonly claimedAllowed: boolean | null;
}

/** One bar for each group whose weights are known. */
export function groupBars({ scorecard, choice }: TableReview): readonly GroupBar[] {
  const digits = choice.rubric.rounding.value;
  return groupTotals(scorecard.items).flatMap(({ aspect, weight, low, high, claimed }) => {
    if (!weight || weight.isZero() || !low || !high) return [];
    const share = (value: Decimal): number => Math.max(0, Math.min(1, value.div(weight).toNumber()));
    return [{
      aspect, weight: show(weight), claimed: claimed === null ? null : show(claimed, digits), low: show(low, digits), high: show(high, digits),
      lowShare: share(low), highShare: share(high), claimedShare: claimed === null ? null : share(claimed),
      claimedAllowed: claimed === null ? null : [show(low, digits), show(high, digits)].includes(show(claimed, digits)) || (claimed.gt(low) && claimed.lt(high)),
    }];
  });
}

export interface CardRow {
  readonly cell: string;
  readonly name: string;
  readonly weight: string;
  readonly claimed: string;
  readonly computed: string;
  readonly derivation: string;
  /** A finding points at this cell. */
  readonly differs: boolean;
}

/** One line of the scorecard; '—' where the form or the computation has nothing. */
export function cardRow(item: ScoreItem, review: TableReview): CardRow {
  const digits = review.choice.rubric.rounding.value;
  const text = (value: Decimal | null): string => (value === null ? '—' : show(value, digits));
  const computed = item.low !== null && item.high !== null && text(item.low) !== text(item.high) ? `${text(item.low)}～${text(item.high)}` : text(item.low);
  return {
    cell: item.cell, name: item.name, weight: text(item.weight), claimed: text(item.claimed), computed, derivation: item.derivation,
    differs: review.findings.some((finding) => finding.severity !== 'hint' && finding.cells.includes(item.cell)),
  };
}
