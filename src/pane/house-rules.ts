// What the pane holds of a bureau's rules: apart from how they are loaded, which comes with the first check.
import type { LoadedCatalog } from '../catalog/load-catalog';
import type { OwnRules } from '../model/plan';
import type { HouseRules } from '../review/options-for';

/** Where rules of one's own are kept. */
export type Whereabouts = 'workbook' | 'computer';

export interface House {
  /** What judges: this computer's before the catalogue's. */
  readonly rules: HouseRules;
  /** The catalogue's alone. */
  readonly shared: HouseRules;
  readonly catalog: LoadedCatalog['catalog'];
  readonly templates: LoadedCatalog['templates'];
  /** This computer's, as kept. */
  readonly mine: OwnRules;
}

export const NO_OWN_RULES: OwnRules = { rubrics: [], checks: [] };
export const NO_HOUSE: House = { rules: { rubrics: [], checks: [], remarks: [] }, shared: { rubrics: [], checks: [], remarks: [] }, catalog: null, templates: [], mine: NO_OWN_RULES };

/** Of what a storage gives; null: no rules. */
export function ownRulesOf(kept: unknown): OwnRules | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { rubrics, checks } = kept as Readonly<Record<string, unknown>>;
  return { rubrics: Array.isArray(rubrics) ? rubrics : [], checks: Array.isArray(checks) ? checks : [] };
}

/** Of a rubric or check as somebody kept it: an id may be missing. */
export function idOf(rule: unknown): string {
  const id = typeof rule === 'object' && rule !== null ? (rule as { readonly id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : '';
}
