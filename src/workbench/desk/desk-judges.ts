// By what the folder is judged: the catalogue beside the page, rules kept on this computer, and the rubric that was chosen for all of it.
import { judgedBy, type Judges } from '../../batch/judges';
import { hashOf } from '../../batch/sha256';
import { catalogBytes } from '../../catalog/load-catalog';
import type { Rubric } from '../../model/rubric';
import { fileOf } from '../../pane/check-form';
import type { HouseServices } from '../../pane/house';
import { rubricText } from '../../pane/rule-files';
import { RUBRICS } from '../../rubrics/catalogue';

export interface NamedRubric {
  readonly id: string;
  readonly title: string;
  readonly version: string | null;
}

/** What judges, as the desk says it. */
export interface Applied {
  /** Judges every table; null: chosen for each. */
  readonly rubric: NamedRubric | null;
  readonly catalog: { readonly title: string; readonly version: string } | null;
  /** Of this computer. */
  readonly own: readonly NamedRubric[];
  /** Own checks, the catalogue's included. */
  readonly checks: number;
  /** What may be chosen for every table. */
  readonly choices: { readonly computer: readonly NamedRubric[]; readonly catalog: readonly NamedRubric[]; readonly shipped: readonly NamedRubric[] };
}

export interface DeskJudges {
  readonly judges: Judges;
  readonly applied: Applied;
  /** Sentences for the user, once for a run: what was meant to judge and does not. */
  readonly told: readonly string[];
}

const named = ({ id, title, version }: Rubric): NamedRubric => ({ id, title, version: version ?? null });
const hashOfText = (text: string): string => hashOf(new TextEncoder().encode(text));

/**
 * Read anew for each run. `rubric`: id of the one that judges every table; one that is not there any more is left out.
 * Results name the rules as the command line does when it is given the catalogue and what the pane exports of this computer's.
 */
export async function loadJudges(services: HouseServices, rubric: string | null): Promise<DeskJudges> {
  const { road } = await import('../../pane/road');
  const { house: { rules, shared, catalog, mine }, kept } = await road.openHouse(services);
  const own = rules.rubrics.filter((one) => !shared.rubrics.includes(one));
  const mineOf = own.find(({ id }) => id === rubric) ?? null;
  const forced = mineOf ?? [...shared.rubrics, ...RUBRICS].find(({ id }) => id === rubric) ?? null;
  const by = judgedBy({
    rubric: forced && { id: forced.id, hash: mineOf && hashOfText(rubricText(mineOf)) },
    // Where one judges every table the others judge none.
    rubrics: forced === null && own.length > 0 ? hashOfText(JSON.stringify(own)) : null,
    checks: mine.checks.length > 0 ? hashOfText(fileOf(mine.checks)) : null,
    catalog: catalog && kept && { version: catalog.version, hash: hashOf(catalogBytes(kept)) },
  });
  return {
    judges: { rubric: forced?.id ?? null, house: { ...rules, remarks: [] }, by },
    applied: {
      rubric: forced && named(forced), catalog: catalog && { title: catalog.title, version: catalog.version }, own: own.map(named), checks: rules.checks.length,
      choices: { computer: own.map(named), catalog: shared.rubrics.filter((one) => rules.rubrics.includes(one)).map(named), shipped: RUBRICS.map(named) },
    },
    told: [...rules.remarks, ...(rubric !== null && forced === null ? [`选定的口径“${rubric}”已经没有了，改为按每张表选取。`] : [])],
  };
}
