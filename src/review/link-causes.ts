// Hangs follow-on findings under what they follow from, so that one slip is read as one slip.
import { findingKey, type Finding } from '../model/finding';
import type { RawFinding } from './run-rules';

/** Sets `because` to the first possible cause that was found in the same table; a link that would close a circle is left out. */
export function linkCauses(raw: readonly RawFinding[]): readonly Finding[] {
  const present = new Set(raw.map(({ finding }) => findingKey(finding)));
  const parent = new Map<string, string>();
  return raw.map(({ finding, causes }) => {
    const own = findingKey(finding);
    const cause = causes.map(({ rule, cell }) => `${rule}:${cell}`).find((key) => present.has(key) && !reaches(parent, key, own));
    if (cause === undefined) return finding;
    parent.set(own, cause);
    return { ...finding, because: cause };
  });
}

function reaches(parent: ReadonlyMap<string, string>, from: string, goal: string): boolean {
  for (let key: string | undefined = from; key !== undefined; key = parent.get(key)) if (key === goal) return true;
  return false;
}
