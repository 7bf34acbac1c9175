// One change to the rules of this computer on top of what is kept there by now: another window may have kept rules of its own meanwhile.
import type { OwnRules } from '../model/plan';
import { idOf } from './house-rules';

const byId = (rules: readonly unknown[]): ReadonlyMap<string, unknown> => new Map(rules.map((one) => [idOf(one), one]));
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** “ZD-01” is followed by “ZD-02”, “x-own” by “x-own-2”. */
function freeAfter(id: string, taken: ReadonlySet<string>): string {
  const [, stem = '', digits = ''] = /^(.*?-?)(\d*)$/s.exec(id) ?? [];
  const first = digits === '' ? `${id}-` : stem;
  for (let number = Number(digits === '' ? 1 : digits) + 1; ; number++) {
    const next = first + String(number).padStart(digits.length, '0');
    if (!taken.has(next)) return next;
  }
}

function mergedList(before: readonly unknown[], after: readonly unknown[], kept: readonly unknown[]): readonly unknown[] {
  const [was, now, there] = [byId(before), byId(after), byId(kept)] as const;
  const taken = new Set([...was.keys(), ...now.keys(), ...there.keys()]);
  const others = kept.flatMap((theirs) => {
    const id = idOf(theirs);
    if (was.has(id) || same(now.get(id), theirs)) return [];
    if (!now.has(id)) return [theirs];
    // Both windows gave a new rule the same number: theirs takes the next one.
    const free = freeAfter(id, taken);
    taken.add(free);
    return [{ ...(theirs as object), id: free }];
  });
  const mine = after.flatMap((one) => {
    const id = idOf(one);
    if (!same(was.get(id), one)) return [one];
    // Not touched here: as the other window left it, gone where it was deleted there.
    const theirs = there.get(id);
    return theirs === undefined ? [] : [same(theirs, one) ? one : theirs];
  });
  return [...mine, ...others];
}

/**
 * `after` made of `before` in this window, done to what is `kept` by now. A rule changed in both windows is as this one has it.
 * @returns rules of this window as the very objects of `after`
 */
export function mergedRules(before: OwnRules, after: OwnRules, kept: OwnRules): OwnRules {
  return { rubrics: mergedList(before.rubrics, after.rubrics, kept.rubrics), checks: mergedList(before.checks, after.checks, kept.checks) };
}
