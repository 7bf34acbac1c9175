// The groups of a scorecard as bars and as a table. Sums only lay items side by side; what an item is worth was decided when it was scored.
import { show, sum, type Decimal } from '../model/decimal';
import type { TableReview } from '../model/review';
import type { ScoreItem } from '../model/scorecard';
import type { Aspect } from '../model/table';

const ORDER: readonly Aspect[] = ['execution', 'cost', 'decision', 'management', 'output', 'outcome', 'satisfaction', 'other'];

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

/** One bar for each group whose weights are known; what cannot be computed counts as written, as in the total. */
export function groupBars({ scorecard, choice }: TableReview): readonly GroupBar[] {
  const digits = choice.rubric.rounding.value;
  return itemGroups(scorecard.items).flatMap(({ aspect, items }) => {
    const weight = sumAll(items.map((item) => item.weight));
    const low = sumAll(items.map((item) => item.low ?? item.claimed));
    const high = sumAll(items.map((item) => item.high ?? item.claimed));
    const claimed = sumAll(items.map((item) => item.claimed));
    if (!weight || weight.isZero() || !low || !high) return [];
    const share = (value: Decimal): number => Math.max(0, Math.min(1, value.div(weight).toNumber()));
    return [{
      aspect, weight: show(weight), claimed: claimed === null ? null : show(claimed, digits), low: show(low, digits), high: show(high, digits),
      lowShare: share(low), highShare: share(high), claimedShare: claimed === null ? null : share(claimed),
      claimedAllowed: claimed === null ? null : [show(low, digits), show(high, digits)].includes(show(claimed, digits)) || (claimed.gt(low) && claimed.lt(high)),
    }];
  });
}

export interface ItemGroup {
  readonly aspect: Aspect;
  readonly items: readonly ScoreItem[];
}

export function itemGroups(items: readonly ScoreItem[]): readonly ItemGroup[] {
  return ORDER.flatMap((aspect) => {
    const members = items.filter((item) => item.aspect === aspect);
    return members.length === 0 ? [] : [{ aspect, items: members }];
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

function sumAll(values: readonly (Decimal | null)[]): Decimal | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 && known.length === values.length ? sum(known) : null;
}
