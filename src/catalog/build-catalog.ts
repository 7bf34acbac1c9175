// Makes catalog.json from a folder of rubrics, own checks and templates, each looked through first.
import { hashOf } from '../batch/sha256';
import type { TableKind } from '../model/table';
import { readTables } from '../reading/read-tables';
import { readRubric } from '../rubrics/own';
import { readPackage } from '../workbooks/package/read';
import { readCatalog, type Catalog, type CatalogItem } from './catalog';

export interface CatalogFile {
  /** From the catalogue's folder, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type CatalogHead = Pick<Catalog, 'title' | 'publisher' | 'version' | 'date'>;

export type CatalogBuilding = { readonly ok: true; readonly text: string; readonly catalog: Catalog } | { readonly ok: false; readonly complaints: readonly string[] };

type ItemBuilding = { readonly ok: true; readonly item: CatalogItem; /** Numbers of its own checks. */ readonly checks?: readonly string[] } | { readonly ok: false; readonly complaints: readonly string[] };

/** rubrics/*.json, checks/*.json and templates/*.xlsx of the folder; other files are none of the catalogue's business. Same files, same text. */
export async function buildCatalog(files: readonly CatalogFile[], head: CatalogHead): Promise<CatalogBuilding> {
  const parts: ItemBuilding[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const maker = MAKERS.find(({ path }) => path.test(file.path));
    if (maker) parts.push(await maker.make(file, head));
  }
  const items = parts.flatMap((part) => (part.ok ? [part.item] : []));
  const complaints = [...parts.flatMap((part) => (part.ok ? [] : part.complaints)), ...numbersUsedTwice(parts)];
  if (complaints.length > 0) return { ok: false, complaints };
  if (items.length === 0) return { ok: false, complaints: ['文件夹里没有可以发布的内容：把口径放在 rubrics/（.json），审核公式放在 checks/（.json 或 .txt），模板放在 templates/（.xlsx）。'] };
  const catalog: Catalog = { catalog: 1, ...head, items };
  const text = `${JSON.stringify(catalog, null, 2)}\n`;
  const reading = readCatalog(text);
  return reading.ok ? { ok: true, text, catalog } : { ok: false, complaints: [`${reading.reason}。`] };
}

/** A number that two files use makes every unit refuse the whole: it is told here, where it can be changed. */
function numbersUsedTwice(parts: readonly ItemBuilding[]): readonly string[] {
  const first = new Map<string, string>();
  return parts.flatMap((part) => (part.ok ? (part.checks ?? []).flatMap((id) => {
    const other = first.get(id);
    if (other === undefined) first.set(id, part.item.file);
    return other === undefined ? [] : [`${part.item.file}：审核公式的编号“${id}”在 ${other} 里已经用了，请换一个编号。`];
  }) : []));
}

const MAKERS: readonly { readonly path: RegExp; readonly make: (file: CatalogFile, head: CatalogHead) => ItemBuilding | Promise<ItemBuilding> }[] = [
  { path: /^rubrics\/[^/]+\.json$/i, make: rubricItem },
  { path: /^checks\/[^/]+\.(?:json|txt)$/i, make: checksItem },
  { path: /^templates\/[^/]+\.xlsx$/i, make: templateItem },
];

function rubricItem(file: CatalogFile, head: CatalogHead): ItemBuilding {
  const json = jsonOf(file);
  if (!json.ok) return json;
  const reading = readRubric(json.value);
  if (!reading.ok) return { ok: false, complaints: reading.complaints.map(({ sentence }) => `${file.path}：${sentence}`) };
  const { id, title, version, from, until, places, kinds } = reading.rubric;
  return { ok: true, item: { kind: 'rubric', tables: kinds, id, title, version: version ?? head.version, from, until, places, ...stamp(file) } };
}

async function checksItem(file: CatalogFile, head: CatalogHead): Promise<ItemBuilding> {
  const { loadChecks } = await import(/* webpackChunkName: "checks" */ '../formulas/load');
  const text = utf8Of(file.bytes);
  if (text === null) return { ok: false, complaints: [`${file.path}：不是 UTF-8 编码，各单位读不出：请用记事本另存，编码选 UTF-8。`] };
  const loaded = loadChecks(text);
  if (!loaded.ok) return { ok: false, complaints: loaded.problems.map((problem) => `${file.path}：${problem}`) };
  const { title, version, checks } = loaded.set;
  return { ok: true, checks: checks.map(({ id }) => id), item: { kind: 'checks', id: stem(file), title: title ?? stem(file), version: version ?? head.version, from: null, until: null, places: [], ...stamp(file) } };
}

function templateItem(file: CatalogFile, head: CatalogHead): ItemBuilding {
  const zipped = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  if (!zipped) return { ok: false, complaints: [`${file.path}：不是 .xlsx 工作簿，请用 Excel 或 WPS 另存为 .xlsx。`] };
  return { ok: true, item: { kind: 'template', tables: kindsIn(file), id: stem(file), title: stem(file), version: head.version, from: null, until: null, places: [], ...stamp(file) } };
}

/** What the program itself reads in a template; a form that it does not know has none and is handed out all the same. */
function kindsIn({ path, bytes }: CatalogFile): readonly TableKind[] {
  const reading = readPackage(bytes, { name: path });
  return reading.ok ? [...new Set(reading.snapshot.grids.flatMap((grid) => readTables(grid).tables.map(({ kind }) => kind)))] : [];
}

function stamp({ path, bytes }: CatalogFile): Pick<CatalogItem, 'file' | 'sha256' | 'bytes'> {
  return { file: path, sha256: hashOf(bytes), bytes: bytes.length };
}

function stem({ path }: CatalogFile): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
}

function jsonOf({ path, bytes }: CatalogFile): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly complaints: readonly string[] } {
  try {
    return { ok: true, value: JSON.parse(utf8Of(bytes) ?? '') as unknown };
  } catch {
    return { ok: false, complaints: [`${path}：不是完整的 JSON（UTF-8），请重新导出。`] };
  }
}

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
