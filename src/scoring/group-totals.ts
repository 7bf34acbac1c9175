// The items of a scorecard by group, and what each group sums up to.
import { sum, type Decimal } from '../model/decimal';
import type { ScoreItem } from '../model/scorecard';
import type { Aspect } from '../model/table';

const ORDER: readonly Aspect[] = ['execution', 'cost', 'decision', 'management', 'output', 'outcome', 'satisfaction', 'other'];

export interface ItemGroup {
  readonly aspect: Aspect;
  readonly items: readonly ScoreItem[];
}

/** A sum is null where one of its parts is not known. */
export interface GroupTotal {
  readonly aspect: Aspect;
  readonly weight: Decimal | null;
  readonly claimed: Decimal | null;
  /** What cannot be computed counts as written, as in the total. */
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

/** Groups in the order of forms; empty ones are left out. */
export function itemGroups(items: readonly ScoreItem[]): readonly ItemGroup[] {
  return ORDER.flatMap((aspect) => {
    const members = items.filter((item) => item.aspect === aspect);
    return members.length === 0 ? [] : [{ aspect, items: members }];
  });
}

export function groupTotals(items: readonly ScoreItem[]): readonly GroupTotal[] {
  return itemGroups(items).map(({ aspect, items: members }) => ({
    aspect,
    weight: sumKnown(members.map((item) => item.weight)),
    claimed: sumKnown(members.map((item) => item.claimed)),
    low: sumKnown(members.map((item) => item.low ?? item.claimed)),
    high: sumKnown(members.map((item) => item.high ?? item.claimed)),
  }));
}

function sumKnown(values: readonly (Decimal | null)[]): Decimal | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 && known.length === values.length ? sum(known) : null;
}
