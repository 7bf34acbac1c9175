// 绩效指标（80分） beside the whole list, 产出指标（40分） before its levels: the points that the groups or the lines within add up to.
import { decimal, near, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, IndicatorGroup, Table } from '../model/table';
import { isBonus } from './indicator-facts';

const HUNDREDTH = decimal('0.01');

export interface ListedPoints {
  readonly at: Entry;
  readonly declared: Decimal;
  readonly sum: Decimal;
  /** Where the points that were added up stand. */
  readonly cells: readonly string[];
  readonly count: number;
  readonly of: 'groups' | 'lines';
}

/** Null where nothing is declared, what it is the sum of is not all known, or it holds with the execution or without. */
export function listedPoints(table: Table): ListedPoints | null {
  const { weight: declared, at } = table.indicatorsDeclaredWeight ?? {};
  if (!declared || !at || hasOthers(table, at)) return null;
  const found = ofLines(table) ?? ofGroups(table);
  if (!found || found.sums.some((one) => near(one, declared, HUNDREDTH))) return null;
  const [own] = found.sums;
  return own ? { at, declared, sum: own, cells: found.cells, count: found.cells.length, of: found.of } : null;
}

/** 年度绩效目标1（40分） and 年度绩效目标2, each beside lines of its own. */
function hasOthers({ entries, indicators }: Table, at: Entry): boolean {
  const last = indicators.at(-1)?.row ?? at.row;
  return entries.some((entry) => entry.column === at.column && entry.row > at.row && entry.row <= last && entry.filled && entry.text !== at.text);
}

interface Sums {
  /** Without the execution, and with it. */
  readonly sums: readonly Decimal[];
  readonly cells: readonly string[];
  readonly of: ListedPoints['of'];
}

function ofLines(table: Table): Sums | null {
  const lines = table.indicators.filter((line) => !line.placeholder && !isBonus(table, line));
  const weighted = lines.filter(({ weight }) => weight?.quantity);
  // A line without points leaves open what all have, but where a merged cell has them.
  if (!table.indicatorHeaders.weight || weighted.length === 0 || lines.some(({ weight, name }) => weight?.quantity === null && !weight.notApplicable && name.filled)) return null;
  const own = weighted.filter(({ isExecution }) => !isExecution);
  const points = (some: typeof lines): Decimal => sum(present(some, ({ weight }) => weight?.quantity?.value));
  return { sums: [points(own), points(weighted)], cells: present(own, ({ weight }) => weight?.cell), of: 'lines' };
}

function ofGroups({ groups }: Table): Sums | null {
  const outer = groups.filter(({ level }) => level === 1);
  if (outer.length < 2 || outer.some(({ declaredWeight }) => !declaredWeight)) return null;
  const own = outer.filter(({ aspect }) => aspect !== 'execution');
  const points = (some: typeof outer): Decimal => sum(present(some, ({ declaredWeight }) => declaredWeight));
  return { sums: [points(own), points(outer)], cells: present(own, ({ declaredAt }) => declaredAt?.cell), of: 'groups' };
}

/** Where every 二级指标 of a group has points and its lines have none throughout: what those make; null where one of them has none, or they make the group's. */
export function innerPoints(table: Table, { level, indicators, declaredWeight }: IndicatorGroup): { readonly sum: Decimal; readonly cells: readonly string[] } | null {
  const lines = present(indicators, (index) => table.indicators[index]);
  if (level !== 1 || !declaredWeight || lines.some(({ subgroup }) => subgroup === null) || lines.every(({ weight }) => weight?.quantity)) return null;
  const inner = present([...new Set(lines.map(({ subgroup }) => subgroup))], (at) => (at === null ? null : table.groups[at]));
  if (inner.length < 2 || inner.some((group) => !group.declaredWeight)) return null;
  const made = sum(present(inner, (group) => group.declaredWeight));
  return near(made, declaredWeight, HUNDREDTH) ? null : { sum: made, cells: present(inner, ({ declaredAt }) => declaredAt?.cell) };
}
