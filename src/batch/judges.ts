// By what files are judged, as plain data: the same for the command line, the processes of a batch, and the workers of a page.
import { VERSION } from '../cli/version';
import type { StoredState } from '../model/plan';
import { fullOptionsFor, NO_HOUSE_RULES, type HouseRules } from '../review/options-for';
import type { ReviewOptions } from '../review/review-workbook';

export interface Judges {
  /** Id of the rubric that is to judge whatever the tables say; null: chosen for each table. */
  readonly rubric: string | null;
  readonly house: HouseRules;
  /** Who reviews: version, and what differs from the usual; results by another are other results. */
  readonly by: string;
}

/** As judged without anybody's own rules. */
export const PLAIN_JUDGES: Judges = { rubric: null, house: NO_HOUSE_RULES, by: VERSION };

/** The options for a workbook with this record. */
export function optionsBy({ rubric, house }: Pick<Judges, 'rubric' | 'house'>, state: Pick<StoredState, 'rubric' | 'waivers' | 'own'>): Promise<ReviewOptions> {
  return fullOptionsFor({ ...state, rubric: rubric ?? state.rubric }, house);
}

/** What differs from the usual. Hashes are of the bytes that were read. */
export interface Marks {
  /** Judges whatever the tables say; `hash` of its file, null for one that is shipped or in the catalogue. */
  readonly rubric: { readonly id: string; readonly hash: string | null } | null;
  /** Of rubrics that are chosen for a table as the shipped ones are. */
  readonly rubrics: string | null;
  readonly checks: string | null;
  readonly catalog: { readonly version: string; readonly hash: string } | null;
}

export function judgedBy({ rubric, rubrics, checks, catalog }: Marks): string {
  const short = (hash: string): string => hash.slice(0, 12);
  return [
    VERSION, ...(rubric === null ? [] : [rubric.hash === null ? rubric.id : `${rubric.id}-${short(rubric.hash)}`]), ...(rubrics === null ? [] : [`rubrics-${short(rubrics)}`]),
    ...(checks === null ? [] : [`checks-${short(checks)}`]), ...(catalog === null ? [] : [`catalog-${catalog.version}-${short(catalog.hash)}`]),
  ].join(' ');
}
