// A rubric or an own check that was deleted: kept with the sentence that tells of it, so that one press brings it back.
import type { OwnRules } from '../model/plan';
import { NO_OWN_RULES, type Whereabouts } from './house-rules';

export interface DeletedRule {
  readonly what: keyof OwnRules;
  readonly where: Whereabouts;
  readonly value: unknown;
  /** Its place among those of its kind. */
  readonly at: number;
  /** The rubric chosen for the workbook, where deleting it took the choice away; null otherwise. */
  readonly chosen: string | null;
}

/** The rules without it, and what is needed to put it back; null where it is not among them. */
export function takenOut(own: OwnRules | undefined, what: keyof OwnRules, at: number): { readonly own: OwnRules; readonly value: unknown } | null {
  const all = own ?? NO_OWN_RULES;
  if (at < 0 || at >= all[what].length) return null;
  return { own: { ...all, [what]: all[what].filter((_, place) => place !== at) }, value: all[what][at] };
}

/** Back where it was, as far as its neighbours are still there. */
export function putBack(own: OwnRules | undefined, { what, value, at }: DeletedRule): OwnRules {
  const all = own ?? NO_OWN_RULES;
  return { ...all, [what]: [...all[what].slice(0, at), value, ...all[what].slice(at)] };
}
