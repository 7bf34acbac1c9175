// By what a command judges: --rubric (an id, or a file that somebody handed out), --checks and --catalog, read once before anything else.
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashOf } from '../batch/node-hash';
import { CATALOG_FILE } from '../catalog/catalog';
import { loadCatalog, type CatalogCache, type KeptCatalog } from '../catalog/load-catalog';
import type { OwnCheck } from '../formulas/own-check';
import type { StoredState } from '../model/plan';
import type { Rubric } from '../model/rubric';
import { fullOptionsFor, NO_HOUSE_RULES, type HouseRules } from '../review/options-for';
import type { ReviewOptions } from '../review/review-workbook';
import { RUBRICS } from '../rubrics/catalogue';
import { readRubric } from '../rubrics/own';
import type { Arguments, OptionSpec } from './arguments';
import { catalogCache, catalogSource } from './catalog-source';
import { UsageError } from './command';
import { fileProblem } from './file-problems';
import { checksOption } from './own-checks';
import { VERSION } from './version';

export const JUDGING: OptionSpec = { rubric: { type: 'string' }, checks: { type: 'string' }, catalog: { type: 'string' } };

export interface Judging {
  /** Id of the rubric that is to judge whatever the tables say; null: chosen for each table. */
  readonly rubric: string | null;
  readonly house: HouseRules;
  /** Who reviews: version, and what differs from the usual; results by another are other results. */
  readonly by: string;
  /** Sentences for the user, once for a run. */
  readonly told: readonly string[];
  /** Words that make another process judge alike; `folder` takes the catalogue as it was read here, so that all judge by the same. */
  words(folder: string): readonly string[];
}

/** As a command without any of the options judges. */
export const PLAIN: Judging = { rubric: null, house: NO_HOUSE_RULES, by: VERSION, told: [], words: () => [] };

/** Throws a UsageError for what cannot be used: nobody wants a run by other rules than those named. */
export async function judgingOption(args: Arguments): Promise<Judging> {
  const own = await checksOption(args);
  const where = args.text('catalog');
  const catalogue = where === null ? null : await cataloged(where);
  const shared = catalogue?.house ?? NO_HOUSE_RULES;
  const named = args.text('rubric');
  const file = named !== null && named.endsWith('.json') ? await rubricFile(named) : null;
  const rubrics: readonly Rubric[] = [...(file ? [file.rubric] : []), ...shared.rubrics.filter(({ id }) => id !== file?.rubric.id)];
  const rubric = file?.rubric.id ?? named;
  if (rubric !== null && !rubrics.some(({ id }) => id === rubric) && !RUBRICS.some(({ id }) => id === rubric)) throw new UsageError(`没有口径 ${rubric}，用 biaoli rubrics 看有哪些口径。`);
  const mine = own?.set.checks ?? [];
  const checks: readonly OwnCheck[] = [...mine, ...shared.checks.filter(({ id }) => !mine.some((one) => one.id === id))];
  return {
    rubric,
    // Told once for a run, not once for each file.
    house: { rubrics, checks, remarks: [] },
    by: [VERSION, ...(rubric === null ? [] : [file ? `${rubric}-${file.hash.slice(0, 12)}` : rubric]), ...(own ? [`checks-${own.hash.slice(0, 12)}`] : []), ...(catalogue ? [`catalog-${catalogue.version}-${catalogue.hash.slice(0, 12)}`] : [])].join(' '),
    told: catalogue ? [...catalogue.remarks, `按目录“${catalogue.title}”（版本 ${catalogue.version}）核查。`] : [],
    words: (folder) => [
      ...(named === null ? [] : ['--rubric', named]), ...(own ? ['--checks', own.file] : []),
      ...(catalogue ? ['--catalog', written(join(folder, 'catalog'), catalogue.kept)] : []),
    ],
  };
}

/** The options for a workbook with this record. */
export function optionsBy({ rubric, house }: Judging, state: Pick<StoredState, 'rubric' | 'waivers' | 'own'>): Promise<ReviewOptions> {
  return fullOptionsFor({ ...state, rubric: rubric ?? state.rubric }, house);
}

interface Cataloged {
  readonly title: string;
  readonly version: string;
  readonly house: HouseRules;
  readonly remarks: readonly string[];
  readonly kept: KeptCatalog;
  readonly hash: string;
}

async function cataloged(where: string): Promise<Cataloged> {
  const last = catalogCache(where);
  let kept: KeptCatalog | null = null;
  const cache: CatalogCache = {
    get: async () => (kept = await last.get()),
    put: (fresh) => {
      kept = fresh;
      return last.put(fresh);
    },
  };
  const { catalog, house } = await loadCatalog(catalogSource(where), cache);
  if (!catalog || !kept) throw new UsageError(house.remarks[0] ?? `没有找到目录：${where} 下没有 ${CATALOG_FILE}。`);
  return { title: catalog.title, version: catalog.version, house, remarks: house.remarks, kept, hash: hashOf(new TextEncoder().encode(JSON.stringify(kept))) };
}

/** The catalogue as files again. Shards of one run may write it at once: they write the same. */
function written(folder: string, { catalog, files }: KeptCatalog): string {
  for (const [path, text] of [...Object.entries(files), [CATALOG_FILE, catalog] as const]) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return folder;
}

async function rubricFile(file: string): Promise<{ readonly rubric: Rubric; readonly hash: string }> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new UsageError(`口径文件“${file}”：${fileProblem(error)}`);
  }
  let value: unknown = null;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new UsageError(`口径文件“${file}”不是完整的 JSON，请重新导出。`);
  }
  const reading = readRubric(value);
  if (!reading.ok) throw new UsageError(`口径文件“${file}”有 ${reading.complaints.length} 处要改：${reading.complaints.map(({ sentence }) => `\n  ${sentence}`).join('')}`);
  return { rubric: reading.rubric, hash: hashOf(bytes) };
}
