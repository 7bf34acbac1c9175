// The own checks at hand, place by place, each with what it says and whether it judges.
import { readCheckValues } from '../formulas/check-file';
import type { HouseRules } from '../review/options-for';
import type { CheckDraft } from '../formulas/compile';
import { formOfValue, valueOfCheck, type CheckForm } from './check-form';
import type { CheckPlace } from './check-writing';

export interface CheckEntry {
  readonly place: CheckPlace;
  /** As kept: what is changed, deleted and handed on. */
  readonly value: unknown;
  readonly form: CheckForm;
  /** Why it judges nothing; null: it does. */
  readonly wrong: string | null;
  /** The place whose check of the same number goes before this one. */
  readonly behind: CheckPlace | null;
}

const ORDER: readonly CheckPlace[] = ['workbook', 'computer', 'catalog'];

/** In the order of precedence: what a workbook says goes before this computer, and that before the catalogue. */
export function checkEntries(workbook: readonly unknown[], computer: readonly unknown[], catalog: HouseRules['checks']): readonly CheckEntry[] {
  const first = new Map<string, CheckPlace>();
  const values: Readonly<Record<CheckPlace, readonly unknown[]>> = { workbook, computer, catalog: catalog.map((check): CheckDraft => valueOfCheck(check)) };
  return ORDER.flatMap((place) => values[place].map((value): CheckEntry => {
    const form = formOfValue(value);
    const reading = readCheckValues([value]);
    const before = first.get(form.id) ?? place;
    if (reading.ok) first.set(form.id, before);
    return { place, value, form, wrong: reading.ok ? null : (reading.problems[0] ?? ''), behind: before === place ? null : before };
  }));
}
