// The lines of a table that a formula walks: indicators, sources of funds, base data, groups.
import type { BaseDataRow, FundRow, Indicator, IndicatorGroup, Table } from '../model/table';
import type { Lines } from './meaning';
import { bare } from './spelling';
import type { Within } from './syntax';

/** What is judged at one time. All null: the table as a whole. */
export interface Line {
  readonly indicator: Indicator | null;
  /** Index into Table.indicators. */
  readonly index: number | null;
  readonly fund: FundRow | null;
  readonly base: BaseDataRow | null;
  readonly group: IndicatorGroup | null;
}

export const WHOLE: Line = { indicator: null, index: null, fund: null, base: null, group: null };

/** Lines that the unit filled in, those inside `within` only. */
export function linesIn(table: Table, lines: Lines, groups: readonly IndicatorGroup[] | null): readonly Line[] {
  switch (lines) {
    // Of several groups of one name none is the group: sums are over all of them.
    case 'table': return [{ ...WHOLE, group: groups?.length === 1 ? (groups[0] ?? null) : null }];
    case 'indicator': return indicatorLines(table, groups);
    case 'fund': return [...(table.fund?.total ? [table.fund.total] : []), ...(table.fund?.parts ?? [])].map((fund) => ({ ...WHOLE, fund }));
    case 'base': return (table.baseData?.rows ?? []).filter((row) => !row.placeholder).map((base) => ({ ...WHOLE, base }));
    case 'group1': case 'group2': {
      const level = lines === 'group1' ? 1 : 2;
      const inside = groups ? new Set(groups.flatMap((group) => group.indicators)) : null;
      return table.groups.filter((group) => group.level === level && (!inside || group.indicators.some((at) => inside.has(at)))).map((group) => ({ ...WHOLE, group }));
    }
  }
}

export function indicatorLines(table: Table, groups: readonly IndicatorGroup[] | null): readonly Line[] {
  const inside = groups ? new Set(groups.flatMap((group) => group.indicators)) : null;
  return table.indicators.flatMap((indicator, index) => (indicator.placeholder || (inside && !inside.has(index)) ? [] : [{ ...WHOLE, indicator, index }]));
}

/** Groups of the name given: by the whole name, else by a part of it; empty when the table has none. */
export function groupsNamed(table: Table, { level, name }: Within): readonly IndicatorGroup[] {
  const wanted = bare(name);
  const ofLevel = table.groups.filter((group) => group.level === level);
  const core = (text: string): string => bare(text).replace(/指标$/, '');
  const same = ofLevel.filter((group) => core(group.name) === core(wanted));
  return same.length > 0 ? same : ofLevel.filter((group) => bare(group.name).includes(core(wanted)));
}

export function lineName(line: Line): string | null {
  const name = line.indicator?.name.text ?? line.fund?.name ?? line.base?.name ?? line.group?.name ?? null;
  return name === null ? null : name.replace(/\s+/g, ' ').trim();
}

type Named<T> = { readonly ok: true; readonly found: T } | { readonly ok: false; readonly why: string };

/** The one line of that name: spelled so, else holding it; several are never chosen between. */
export function namedLine<T>(all: readonly T[], nameOf: (one: T) => string, wanted: string): Named<T> {
  const name = (one: T): string => bare(nameOf(one));
  const same = all.filter((one) => name(one) === wanted);
  const found = same.length > 0 ? same : all.filter((one) => name(one).includes(wanted));
  const [first, second] = found;
  if (!first) return { ok: false, why: `这张表没有“${wanted}”这一行` };
  return second ? { ok: false, why: `这张表有 ${found.length} 行“${wanted}”，分不清是哪一行` } : { ok: true, found: first };
}
