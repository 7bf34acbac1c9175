// A bureau's catalogue: a static list of rubrics, own checks and templates beside the add-in, read and held against its schema.
import { Validator } from '@cfworker/json-schema';
import type { TableKind } from '../model/table';
import schema from '../../assets/catalog.schema.json';

export type ItemKind = 'rubric' | 'checks' | 'template';

export interface CatalogItem {
  readonly kind: ItemKind;
  /** Kinds of tables that it is for; left out or empty: nobody knows. */
  readonly tables?: readonly TableKind[];
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** First and last year of the tables it is for; null: no bound. */
  readonly from: number | null;
  readonly until: number | null;
  /** Provinces or places; empty: everywhere. */
  readonly places: readonly string[];
  /** Path from the catalogue's folder, with slashes. */
  readonly file: string;
  /** Of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface Catalog {
  /** Version of the format. */
  readonly catalog: 1;
  readonly title: string;
  readonly publisher: string;
  readonly version: string;
  /** ISO date of its making. */
  readonly date: string;
  readonly items: readonly CatalogItem[];
}

export const CATALOG_FILE = 'catalog.json';

export type CatalogReading = { readonly ok: true; readonly catalog: Catalog } | { readonly ok: false; readonly reason: string };

/** Reads catalog.json. Never throws; the reason is a Chinese clause that says what is wrong. */
export function readCatalog(text: string): CatalogReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, reason: '目录文件不是完整的 JSON' };
  }
  const version = typeof value === 'object' && value !== null ? (value as { readonly catalog?: unknown }).catalog : undefined;
  if (typeof version === 'number' && version > 1) return { ok: false, reason: `目录的格式（${version}）比本程序新，请更新表里如一` };
  const { valid, errors } = new Validator(schema as object, '7', false).validate(value);
  if (!valid) {
    const at = errors.at(-1)?.instanceLocation.replace(/^#\/?/, '') ?? '';
    return { ok: false, reason: at === '' ? '目录文件的内容不合目录的格式' : `目录不合格式：${at} 处有误` };
  }
  const catalog = value as Catalog;
  const twice = catalog.items.find((item, at) => catalog.items.findIndex((other) => other.kind === item.kind && other.id === item.id) !== at);
  return twice ? { ok: false, reason: `目录里“${twice.id}”列了两次` } : { ok: true, catalog };
}
