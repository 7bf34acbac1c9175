// By what a command judges: --rubric (an id, or a file that somebody handed out), --checks and --catalog, read once before anything else.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { judgedBy, PLAIN_JUDGES, type Judges } from '../batch/judges';
import { hashOf } from '../batch/node-hash';
import { CATALOG_FILE } from '../catalog/catalog';
import { catalogBytes, loadCatalog, type KeptCatalog } from '../catalog/load-catalog';
import { checksOver } from '../formulas/own-check';
import type { Rubric } from '../model/rubric';
import { fileTextOf } from '../reading/file-text';
import { NO_HOUSE_RULES, type HouseRules } from '../review/options-for';
import { RUBRICS } from '../rubrics/catalogue';
import { readRubric } from '../rubrics/own';
import type { Arguments, OptionSpec } from './arguments';
import { catalogCache, catalogSource } from './catalog-source';
import { UsageError } from './command';
import { fileProblem } from './file-problems';
import { checksOption } from './own-checks';

export const JUDGING: OptionSpec = { rubric: { type: 'string' }, checks: { type: 'string' }, catalog: { type: 'string' } };

export interface Judging extends Judges {
  /** Sentences for the user, once for a run. */
  readonly told: readonly string[];
  /** Words that make another process judge alike, each with its option: a name may begin with a dash; `folder` takes the catalogue as it was read here, so that all judge by the same. */
  words(folder: string): readonly string[];
}

/** As a command without any of the options judges. */
export const PLAIN: Judging = { ...PLAIN_JUDGES, told: [], words: () => [] };

/** Throws a UsageError for what cannot be used: nobody wants a run by other rules than those named. */
export async function judgingOption(args: Arguments): Promise<Judging> {
  const own = await checksOption(args);
  const where = args.text('catalog');
  const catalogue = where === null ? null : await cataloged(where);
  const shared = catalogue?.house ?? NO_HOUSE_RULES;
  const named = args.text('rubric');
  const file = named !== null && /\.json$/i.test(named) ? await rubricFile(named) : null;
  const rubrics: readonly Rubric[] = [...(file ? [file.rubric] : []), ...shared.rubrics.filter(({ id }) => id !== file?.rubric.id)];
  const rubric = file?.rubric.id ?? named;
  if (rubric !== null && !rubrics.some(({ id }) => id === rubric) && !RUBRICS.some(({ id }) => id === rubric)) throw new UsageError(`没有口径 ${rubric}，用 biaoli rubrics 看有哪些口径。`);
  return {
    rubric,
    // Told once for a run, not once for each file.
    house: { rubrics, checks: checksOver(shared.checks, own?.set.checks ?? []), remarks: [] },
    by: judgedBy({ rubric: rubric === null ? null : { id: rubric, hash: file?.hash ?? null }, rubrics: null, checks: own?.hash ?? null, catalog: catalogue }),
    told: catalogue ? [...catalogue.remarks, `按目录“${catalogue.title}”（版本 ${catalogue.version}）核查。`] : [],
    words: (folder) => [
      ...(named === null ? [] : [`--rubric=${named}`]), ...(own ? [`--checks=${own.file}`] : []),
      ...(catalogue ? [`--catalog=${written(join(folder, 'catalog'), catalogue.kept)}`] : []),
    ],
  };
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
  const { catalog, house, kept } = await loadCatalog(catalogSource(where), catalogCache(where));
  if (!catalog || !kept) throw new UsageError(house.remarks[0] ?? `没有找到目录：${where} 下没有 ${CATALOG_FILE}。`);
  return { title: catalog.title, version: catalog.version, house, remarks: house.remarks, kept, hash: hashOf(catalogBytes(kept)) };
}

/** The catalogue as files again. Shards of one run may write it at once, while processes of others read it: they write the same, and never half. */
function written(folder: string, { catalog, files }: KeptCatalog): string {
  for (const [path, text] of [...Object.entries(files), [CATALOG_FILE, catalog] as const]) {
    const target = join(folder, path);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    mkdirSync(dirname(target), { recursive: true });
    const fresh = `${target}.${process.pid}.tmp`;
    writeFileSync(fresh, text);
    renameSync(fresh, target);
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
    value = JSON.parse(fileTextOf(bytes));
  } catch {
    throw new UsageError(`口径文件“${file}”不是完整的 JSON，请重新导出。`);
  }
  const reading = readRubric(value);
  if (!reading.ok) throw new UsageError(`口径文件“${file}”有 ${reading.complaints.length} 处要改：${reading.complaints.map(({ sentence }) => `\n  ${sentence}`).join('')}`);
  return { rubric: reading.rubric, hash: hashOf(bytes) };
}
