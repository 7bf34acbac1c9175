// Two rubrics side by side: only where they differ.
import type { Rubric } from '../model/rubric';
import type { MessageKey } from './catalogue';
import { rubricFacts } from './rubric-facts';

export interface Difference {
  readonly label: MessageKey;
  /** Chinese; a dash where the rubric says nothing. */
  readonly left: string;
  readonly right: string;
}

/** Values that differ, in the order in which a rubric is told. */
export function differencesOf(left: Rubric, right: Rubric): readonly Difference[] {
  const values = (rubric: Rubric): ReadonlyMap<MessageKey, string> => new Map(rubricFacts(rubric).map(({ label, value }) => [label, value]));
  const [mine, theirs] = [values(left), values(right)];
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((label) => {
    const difference = { label, left: mine.get(label) ?? '—', right: theirs.get(label) ?? '—' };
    return difference.left === difference.right ? [] : [difference];
  });
}
