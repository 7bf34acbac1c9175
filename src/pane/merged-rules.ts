// One change to the rules of this computer on top of what is kept there by now: another window may have kept rules of its own meanwhile.
import type { OwnRules } from '../model/plan';

const idOf = (value: unknown): string => {
  const id = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : '';
};
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
  const [was, now] = [before, after].map((list) => new Map(list.map((one) => [idOf(one), one] as const)));
  const taken = new Set([...before, ...after, ...kept].map(idOf));
  const others = kept.flatMap((theirs) => {
    const id = idOf(theirs);
    if (!was?.has(id)) {
      if (!now?.has(id) || same(now.get(id), theirs)) return now?.has(id) ? [] : [theirs];
      // Both windows gave a new rule the same number: theirs takes the next one.
      const free = freeAfter(id, taken);
      taken.add(free);
      return [{ ...(theirs as object), id: free }];
    }
    return [];
  });
  const here = new Map(kept.map((one) => [idOf(one), one] as const));
  const mine = after.flatMap((one) => {
    const id = idOf(one);
    if (!was?.has(id) || !same(was.get(id), one)) return [one];
    // Not touched here: as the other window left it, gone where it was deleted there.
    const theirs = here.get(id);
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
