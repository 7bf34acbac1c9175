// Table references such as 表1[金额], told as ranges: the rest of the evaluator then knows addresses only.
import { formatRange, parseRange } from '../../model/address';
import type { Range } from '../../model/address';
import type { PackageEditor } from './patch-package';
import type { SheetRef } from './patch-workbook';
import { attribute, childOf, childrenOf, rootOf } from './patch-xml';

export interface TableRef {
  readonly sheet: string;
  readonly range: Range;
  /** Rows between headers and totals. */
  readonly data: Range;
  /** Names in lower case, from left to right. */
  readonly columns: readonly string[];
}

/** A name and what stands in its brackets, if it has any; texts are passed over. A name is taken whole in any case: no part of it is tried anew. */
const REFERENCE = /"(?:[^"]|"")*"|([A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*)(?:\[((?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*)\])?/g;
/** A column's name alone: without areas (#), own rows (@), spans and escapes. */
const COLUMN = /^[^#@[\],:']+$/;

function tableOf(pkg: PackageEditor, part: string, sheet: string): readonly [string, TableRef][] {
  const xml = pkg.text(part) ?? '';
  const root = rootOf(xml);
  const tag = root ? xml.slice(root.start, root.openEnd) : '';
  const range = parseRange(attribute(tag, 'ref') ?? '');
  const list = root && childOf(xml, root, 'tableColumns');
  if (!range || !list) return [];
  const data = { ...range, top: range.top + Number(attribute(tag, 'headerRowCount') ?? 1), bottom: range.bottom - Number(attribute(tag, 'totalsRowCount') ?? 0) };
  const columns = childrenOf(xml, list).map((e) => (attribute(xml.slice(e.start, e.openEnd), 'name') ?? '').toLowerCase());
  return [[(attribute(tag, 'displayName') ?? attribute(tag, 'name') ?? '').toLowerCase(), { sheet, range, data, columns }]];
}

/** Tables of the sheets by name in lower case. */
export function tablesOf(pkg: PackageEditor, sheets: readonly SheetRef[]): ReadonlyMap<string, TableRef> {
  return new Map(sheets.flatMap(({ name, part }) => pkg.relationships(part).filter((r) => r.kind === 'table').flatMap((r) => tableOf(pkg, r.target, name))));
}

function written(sheet: string, range: Range): string {
  const corners = formatRange(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `'${sheet.replaceAll("'", "''")}'!${corners}`;
}

/** The formula with its table references as the whole tables: at least what they reach. */
export function withWholeTables(formula: string, tables: ReadonlyMap<string, TableRef>): string {
  return formula.replace(REFERENCE, (whole, name: string | undefined, inside: string | undefined) => {
    const table = name === undefined || inside === undefined ? undefined : tables.get(name.toLowerCase());
    return table ? written(table.sheet, table.range) : whole;
  });
}

/** The formula with references to a column's data as ranges; every other table reference stays. */
export function withTableColumns(formula: string, tables: ReadonlyMap<string, TableRef>): string {
  return formula.replace(REFERENCE, (whole, name: string | undefined, inside: string | undefined) => {
    const table = name === undefined ? undefined : tables.get(name.toLowerCase());
    const at = table && inside !== undefined && COLUMN.test(inside) ? table.columns.indexOf(inside.toLowerCase()) : -1;
    if (!table || at < 0 || table.data.top > table.data.bottom) return whole;
    return written(table.sheet, { ...table.data, left: table.range.left + at, right: table.range.left + at });
  });
}
