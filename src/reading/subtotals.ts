// Whose sum a 小计 inside the list is: that of the group right above it, or of several groups.
import { decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Indicator, IndicatorGroup, PartTotal } from '../model/table';

const HUNDREDTH = decimal('0.01');

/** A group while its lines are read. */
export interface OpenGroup {
  readonly group: IndicatorGroup;
  readonly members: number[];
}

export interface Subtotal {
  readonly label: Entry;
  /** The groups that are open where it stands, the outer one first. */
  readonly groups: readonly (number | null)[];
  /** The lines since the last subtotal, `end` left out. */
  readonly first: number;
  readonly end: number;
  readonly weight: Entry | null;
  readonly score: Entry | null;
}

/**
 * The group that it totals: of the outer one, where it stands below all of that. With lines of other groups since the last subtotal only its points
 * tell: 小计 | 90 below everything is not the 小计 of the last group, nor is 小计 | 10 | 81.7 with the score of all of them.
 * @returns position in `open`, or null
 */
export function groupOfSubtotal({ groups, first, end, weight, score }: Subtotal, open: readonly OpenGroup[], indicators: readonly Indicator[]): number | null {
  const totals = (at: number): boolean => {
    const { members, group } = open[at] ?? { members: [], group: null };
    const [from] = members;
    if (from === undefined || from < first || members.at(-1) !== end - 1) return false;
    const points = weight?.quantity?.value;
    if (from === first) return true;
    const claimed = score?.quantity?.value;
    const made = (lines: readonly (Indicator | undefined)[]): boolean => claimed !== undefined && near(sum(present(lines, (line) => line?.score?.quantity?.value)), claimed, HUNDREDTH);
    if (made(indicators.slice(first, end)) && !made(members.map((member) => indicators[member]))) return false;
    const known = present(members, (member) => indicators[member]?.weight?.quantity?.value);
    // 小计 | (blank) | 90 below 满意度指标 with its 10 points is of more than these lines.
    if (!points) return !claimed?.gt(sum(known)) || known.length < members.length;
    return near(sum(known), points, HUNDREDTH) || group?.declaredWeight?.eq(points) === true;
  };
  return groups.find((one) => one !== null && totals(one)) ?? null;
}

/** Those of no group, as far as they say of how many points they are. */
export function partTotals(subtotals: readonly Subtotal[], open: readonly OpenGroup[], indicators: readonly Indicator[]): readonly PartTotal[] {
  return subtotals.flatMap((one): PartTotal[] => {
    const { label, weight, score, first, end } = one;
    return weight?.quantity && score?.quantity && groupOfSubtotal(one, open, indicators) === null ? [{ label, weight, score, first, end }] : [];
  });
}
