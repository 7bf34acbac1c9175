// Which templates are offered, and what is typed for one turned into options. Loaded with the page, as the templates are.
import type { CatalogItem } from '../catalog/catalog';
import type { Table } from '../model/table';
import { templates, type TemplateInfo } from '../templates/catalogue';
import { MOST_ROWS, type TemplateOptions } from '../templates/templates';
import type { TemplateFilter, TemplateForm } from './template-work';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

export function findTemplate(id: string): TemplateInfo | null {
  return templates.find((one) => one.id === id) ?? null;
}

/** Kinds of tables for which there is a template. */
export const KINDS: readonly TemplateInfo['kind'][] = [...new Set(templates.map(({ kind }) => kind))];

/** Places for which there is something of their own, in the order of the templates. */
export function placesOf(shared: readonly CatalogItem[]): readonly string[] {
  return [...new Set([...templates.flatMap(({ province }) => province ?? []), ...shared.flatMap(({ places }) => places)])];
}

/** What can be used at a place: its own first, then what is for the whole country. */
export function offered(filter: TemplateFilter, shared: readonly CatalogItem[]): { readonly shipped: readonly TemplateInfo[]; readonly shared: readonly CatalogItem[] } {
  const { kind, place } = filter;
  const own = <T>(list: readonly T[], placesAt: (one: T) => readonly string[]): readonly T[] => {
    if (place === null) return list;
    const everywhere = list.filter((one) => placesAt(one).length === 0);
    return place === '' ? everywhere : [...list.filter((one) => placesAt(one).includes(place)), ...everywhere];
  };
  return {
    shipped: kind === 'catalog' ? [] : own(templates.filter((one) => kind === null || one.kind === kind), ({ province }) => (province === null ? [] : [province])),
    shared: own(shared.filter(({ tables = [] }) => kind === null || kind === 'catalog' || tables.includes(kind)), ({ places }) => places),
  };
}

export interface TypedOptions {
  /** Null: something is wrong. */
  readonly options: TemplateOptions | null;
  readonly wrong: readonly ('year' | 'rows')[];
}

export function readOptions({ year, unit, rows }: TemplateForm): TypedOptions {
  const number = (text: string): number => {
    const plain = text.normalize('NFKC').trim();
    return /^\d{1,4}$/.test(plain) ? Number(plain) : NaN;
  };
  const [inYear, lines] = [number(year), number(rows)];
  const open = year.trim() === '';
  const wrong = [...(open || (inYear >= FIRST_YEAR && inYear <= LAST_YEAR) ? [] : ['year' as const]), ...(lines >= 1 && lines <= MOST_ROWS ? [] : ['rows' as const])];
  return { options: wrong.length > 0 ? null : { year: open ? null : inYear, unit, rows: lines }, wrong };
}

/** Name of a file with a template: its year and title, what a table was carried into with its sheet. */
export function fileNameOf({ title }: Pick<TemplateInfo, 'title'>, year: number | null, of: Table | null): string {
  const name = [year === null ? '' : `${year}年度`, title, of === null ? '' : `（转自${of.sheet}）`].join('');
  return `${name.replace(/[\\/:*?"<>|]/g, '-')}.xlsx`;
}
