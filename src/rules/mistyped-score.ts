// One score that was mistyped: the subtotals that hold it and the total agree on another.
import type { Decimal } from '../model/decimal';
import { ZERO, decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard } from '../model/scorecard';
import type { Entry, Indicator, IndicatorGroup, PartTotal, Table } from '../model/table';
import { perScorecard } from './per-table';
import type { Cause } from './rule';
import { listAlone, settledTotal } from './scores';

/** A sum as the form gives it. */
interface GivenSum {
  readonly cell: string;
  readonly lines: readonly Indicator[];
  /** By how much it passes the scores of its lines. */
  readonly gap: Decimal;
}

export interface SharedGap {
  /** The cells of the sums that are off by the same. */
  readonly cells: readonly string[];
  /** The line that alone is in all of them, with the score that they were made with; null where several are. */
  readonly line: { readonly indicator: Indicator; readonly entry: Entry; readonly right: Decimal; readonly cause: Cause } | null;
}

const TOLERANCE = decimal('0.05');
const holds = ({ gap }: GivenSum): boolean => near(gap, ZERO, TOLERANCE);

/** Null where the sums hold, or none is off by what another one is: then each was mistyped itself. */
export const sharedGap = perScorecard((table: Table, scorecard: Scorecard, rubric: Rubric): SharedGap | null => {
  const parts = [...present(table.groups, (group) => sumOfGroup(table, group)), ...present(table.total?.parts ?? [], (part) => sumOfPart(table, part))];
  if (parts.length === 0) return null;
  const sums = [...parts, ...sumOfAll(table, scorecard, rubric)];
  const wrong = sums.filter((one) => !holds(one));
  const right = new Set(sums.filter(holds).flatMap(({ lines }) => lines));
  for (const { gap } of wrong) {
    const off = wrong.filter((one) => near(one.gap, gap, TOLERANCE));
    const [first, ...others] = off.map((one) => new Set(one.lines));
    const lines = first && others.length > 0 ? [...first].filter((line) => !right.has(line) && others.every((one) => one.has(line))) : [];
    if (lines.length > 0) return { cells: off.map(({ cell }) => cell), line: lines.length === 1 && !follows(table, scorecard, lines[0]) ? mistyped(lines[0], gap) : null };
  }
  return addedUp(parts.filter((one) => !holds(one)), wrong);
});

/** Scores of several groups were mistyped: the whole is off by what their subtotals are together. */
function addedUp(parts: readonly GivenSum[], wrong: readonly GivenSum[]): SharedGap | null {
  const all = wrong.find((one) => !parts.includes(one));
  const lines = parts.flatMap((one) => one.lines);
  const agree = all && parts.length > 1 && new Set(lines).size === lines.length && near(all.gap, sum(parts.map(({ gap }) => gap)), TOLERANCE);
  return agree ? { cells: wrong.map(({ cell }) => cell), line: null } : null;
}

function mistyped(indicator: Indicator | undefined, gap: Decimal): SharedGap['line'] {
  const entry = indicator?.score;
  const right = entry?.quantity?.value.plus(gap);
  if (!indicator || !entry || !right || right.lt(0) || indicator.weight?.quantity?.value.lt(right)) return null;
  return { indicator, entry, right, cause: { rule: 'subtotal', cell: entry.cell } };
}

/** What an unmet target leaves of the weight, to the point, is typed by nobody by chance: the sums were made before the score was put right. */
function follows({ indicators }: Table, { items }: Scorecard, line: Indicator | undefined): boolean {
  const item = items.find(({ indicator }) => indicator !== null && indicators[indicator] === line);
  return item?.state === 'unmet' && item.low !== null && item.high !== null && item.claimed !== null && item.low.eq(item.high) && near(item.low, item.claimed, TOLERANCE);
}

function sumOfGroup({ indicators }: Table, { subtotalScore, indicators: own }: IndicatorGroup): GivenSum | null {
  return subtotalScore && given(subtotalScore, present(own, (index) => indicators[index]));
}

function sumOfPart({ indicators }: Table, { score, first, end }: PartTotal): GivenSum | null {
  return given(score, indicators.slice(first, end));
}

/** Null where a line has no score yet. */
function given(entry: Entry, lines: readonly Indicator[]): GivenSum | null {
  const scores = present(lines, ({ score }) => score?.quantity?.value);
  if (!entry.quantity || scores.length === 0 || lines.some(({ score }) => score !== null && !score.quantity)) return null;
  return { cell: entry.cell, lines, gap: entry.quantity.value.minus(sum(scores)) };
}

function sumOfAll(table: Table, scorecard: Scorecard, rubric: Rubric): readonly GivenSum[] {
  const entry = table.total?.score;
  const settled = settledTotal(table, scorecard, rubric);
  if (!entry || !scorecard.claimed || !settled || settled.unclaimed.length > 0) return [];
  const gap = scorecard.claimed.minus(settled.total);
  const alone = listAlone(table, scorecard);
  return [{ cell: entry.cell, lines: table.indicators, gap: alone && !near(gap, ZERO, TOLERANCE) ? scorecard.claimed.minus(alone) : gap }];
}
