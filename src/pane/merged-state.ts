// One change to what the workbook keeps, on top of what it holds by now: another author, or a second window, may have kept something meanwhile.
import type { OwnRules, StoredState, StoredWaiver } from '../model/plan';
import { NO_OWN_RULES } from './house-rules';
import { mergedRules } from './merged-rules';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const has = (waivers: readonly StoredWaiver[], waiver: StoredWaiver): boolean => waivers.some((one) => same(one, waiver));

function mergedWaivers(before: readonly StoredWaiver[], after: readonly StoredWaiver[], kept: readonly StoredWaiver[]): readonly StoredWaiver[] {
  const added = after.filter((one) => !has(before, one));
  const others = kept.filter((one) => (has(after, one) || !has(before, one)) && !added.some(({ rule, sheet, cell }) => one.rule === rule && one.sheet === sheet && one.cell === cell));
  return [...others, ...added];
}

function mergedOwn(before: OwnRules | undefined, after: OwnRules | undefined, kept: OwnRules | undefined): OwnRules | undefined {
  // The very object that was read before, where nothing is new: own checks are compiled once for it.
  if (same(before, kept)) return after;
  if (same(before, after)) return kept;
  return mergedRules(before ?? NO_OWN_RULES, after ?? NO_OWN_RULES, kept ?? NO_OWN_RULES);
}

/** `after` made of `before` in this pane, done to what is `kept` by now; the journal is the workbook's. */
export function mergedState(before: StoredState, after: StoredState, kept: StoredState): StoredState {
  const own = mergedOwn(before.own, after.own, kept.own);
  return {
    waivers: mergedWaivers(before.waivers, after.waivers, kept.waivers), journal: kept.journal,
    rubric: before.rubric === after.rubric ? kept.rubric : after.rubric, ...(own ? { own } : {}),
  };
}
