// Loads a bureau's catalogue: all of it as it was published, or the last one that was right. Whatever goes wrong, the faces go on and say so.
import { hashOf } from '../batch/sha256';
import type { Rubric } from '../model/rubric';
import type { OwnCheck } from '../formulas/own-check';
import { NO_HOUSE_RULES, type HouseRules } from '../review/options-for';
import { readRubric } from '../rubrics/own';
import { CATALOG_FILE, readCatalog, type Catalog, type CatalogItem } from './catalog';

/** missing: there is none, which is no fault. */
export type FileAnswer = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly missing: boolean; readonly reason: string };

/** Where a catalogue lies. Paths are relative to catalog.json. Rejections count as a failure to read. */
export interface CatalogSource {
  read(path: string): Promise<FileAnswer>;
}

/** The files of a catalogue as texts: what is kept for the day when the source fails. */
export interface KeptCatalog {
  readonly catalog: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What a catalogue is known by: results by other bytes are other results. */
export function catalogBytes({ catalog, files }: KeptCatalog): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ catalog, files }));
}

/** Where the last good one is kept. Losing it is no error. */
export interface CatalogCache {
  get(): Promise<KeptCatalog | null>;
  put(kept: KeptCatalog): Promise<void>;
}

export interface LoadedCatalog {
  /** Null: there is none. */
  readonly catalog: Catalog | null;
  readonly house: HouseRules;
  readonly templates: readonly CatalogItem[];
  /** The files that judge: as they were published, or the last good ones. */
  readonly kept: KeptCatalog | null;
}

const LARGEST_TEXT = 2_000_000;
const NOTHING: LoadedCatalog = { catalog: null, house: NO_HOUSE_RULES, templates: [], kept: null };

type Outcome = { readonly ok: true; readonly loaded: LoadedCatalog & { readonly kept: KeptCatalog } } | { readonly ok: false; readonly missing: boolean; readonly reason: string };

/** Never rejects. What was wrong, and that the last good one judges, is in the remarks of the rules. */
export async function loadCatalog(source: CatalogSource, cache: CatalogCache): Promise<LoadedCatalog> {
  const fresh = await assembled(source);
  if (fresh.ok) {
    await quietly(() => cache.put(fresh.loaded.kept));
    return fresh.loaded;
  }
  const kept = await quietly(() => cache.get());
  const last = kept ? await assembled(keptSource(kept)) : null;
  if (last?.ok) {
    const { catalog } = last.loaded;
    return told(last.loaded, `${fresh.reason}，沿用上次的目录“${catalog?.title ?? ''}”（版本 ${catalog?.version ?? ''}）。请告诉发布目录的单位。`);
  }
  return fresh.missing ? NOTHING : told(NOTHING, `${fresh.reason}，没有采用目录，按内置口径核查。请告诉发布目录的单位。`);
}

function told(loaded: LoadedCatalog, sentence: string): LoadedCatalog {
  return { ...loaded, house: { ...loaded.house, remarks: [sentence] } };
}

/** The bytes of a template of the catalogue, when they are the published ones; else a Chinese sentence. */
export async function templateBytes(source: CatalogSource, item: CatalogItem): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string }> {
  const answer = await answered(source, item.file);
  if (!answer.ok) return { ok: false, reason: `模板“${item.title}”取不到：${answer.reason}。` };
  return genuine(item, answer.bytes) ? answer : { ok: false, reason: `模板“${item.title}”与目录登记的不一致，可能被改动过，没有采用。请告诉发布目录的单位。` };
}

/** All or nothing: half of a catalogue may contradict the other half. */
async function assembled(source: CatalogSource): Promise<Outcome> {
  const head = await answered(source, CATALOG_FILE);
  if (!head.ok) return { ok: false, missing: head.missing, reason: `目录取不到（${head.reason}）` };
  const text = head.bytes.length > LARGEST_TEXT ? '' : textOf(head.bytes);
  const reading = readCatalog(text);
  if (!reading.ok) return { ok: false, missing: false, reason: reading.reason };
  const { catalog } = reading;
  const files: Record<string, string> = {};
  const rubrics: Rubric[] = [];
  const checks: OwnCheck[] = [];
  for (const item of catalog.items) {
    if (item.kind === 'template') continue;
    const answer = await answered(source, item.file);
    if (!answer.ok) return { ok: false, missing: false, reason: `目录里的“${item.title}”取不到（${answer.reason}）` };
    if (answer.bytes.length > LARGEST_TEXT || !genuine(item, answer.bytes)) return { ok: false, missing: false, reason: `目录里的“${item.title}”与登记的不一致，可能被改动过` };
    const content = textOf(answer.bytes);
    const told = item.kind === 'checks' ? await takeChecks(content, checks) : takeRubric(item, content, rubrics);
    if (told !== null) return { ok: false, missing: false, reason: `目录里的“${item.title}”不能用：${told}` };
    files[item.file] = content;
  }
  return { ok: true, loaded: { catalog, house: { rubrics, checks, remarks: [] }, templates: catalog.items.filter(({ kind }) => kind === 'template'), kept: { catalog: text, files } } };
}

/** Null when taken, else what is wrong, a Chinese clause. */
async function takeChecks(content: string, checks: OwnCheck[]): Promise<string | null> {
  const { loadChecks } = await import(/* webpackChunkName: "checks" */ '../formulas/load');
  const loaded = loadChecks(content);
  if (!loaded.ok) return (loaded.problems[0] ?? '').replace(/。$/, '');
  const taken = loaded.set.checks.find(({ id }) => checks.some((one) => one.id === id));
  if (taken) return `审核公式的编号“${taken.id}”在目录里用了两次`;
  checks.push(...loaded.set.checks);
  return null;
}

/** Null when taken, else what is wrong, a Chinese clause. */
function takeRubric(item: CatalogItem, content: string, rubrics: Rubric[]): string | null {
  const reading = readRubric(parsed(content));
  if (!reading.ok) return (reading.complaints[0]?.sentence ?? '').replace(/。$/, '');
  if (reading.rubric.id !== item.id) return `编号是“${reading.rubric.id}”，目录登记为“${item.id}”`;
  rubrics.push(reading.rubric.version === undefined ? { ...reading.rubric, version: item.version } : reading.rubric);
  return null;
}

function genuine(item: CatalogItem, bytes: Uint8Array): boolean {
  return bytes.length === item.bytes && hashOf(bytes) === item.sha256;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return null;
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function keptSource({ catalog, files }: KeptCatalog): CatalogSource {
  const encoder = new TextEncoder();
  return {
    read: (path) => {
      const text = path === CATALOG_FILE ? catalog : Object.hasOwn(files, path) ? files[path] : undefined;
      return Promise.resolve(text === undefined ? { ok: false, missing: true, reason: '没有这个文件' } : { ok: true, bytes: encoder.encode(text) });
    },
  };
}

async function answered(source: CatalogSource, path: string): Promise<FileAnswer> {
  try {
    return await source.read(path);
  } catch (error) {
    return { ok: false, missing: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function quietly<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch {
    return null;
  }
}
