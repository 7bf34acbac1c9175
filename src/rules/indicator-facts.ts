// What several rules ask about an indicator line.
import { present } from '../model/present';
import { directionOf } from '../scoring/direction';
import type { Entry, Indicator, IndicatorGroup, Table } from '../model/table';
import { splitOperator } from '../reading/quantity';
import { compact } from '../reading/text';
import { perTable } from './per-table';
import { excerpt, words } from './wording';

/** Lines that the unit filled in: neither left over from the template nor unused. */
export const filledIndicators = perTable((table): readonly Indicator[] => table.indicators.filter((indicator) => !indicator.placeholder && indicator.name.filled));

function groupOf(table: Table, indicator: Indicator): IndicatorGroup | null {
  return indicator.group === null ? null : (table.groups[indicator.group] ?? null);
}

export function subgroupOf(table: Table, indicator: Indicator): IndicatorGroup | null {
  return indicator.subgroup === null ? null : (table.groups[indicator.subgroup] ?? null);
}

/** 加分项, 扣分项 and 减分 stand beside the points of the whole. 增加分流渠道 is none. */
export function isBonus(table: Table, indicator: Indicator): boolean {
  return namesOf(table, indicator).some((name) => name.includes('分') && (/(?<!增)加分|附加分/.test(name) || DEDUCTS.test(name)));
}

const DEDUCTS = /[扣减]分项|^[扣减]分$/;

/** Those of them that are taken off: 减分 | 1 is written without a sign as well. */
export function isDeduction(table: Table, indicator: Indicator): boolean {
  return namesOf(table, indicator).some((name) => DEDUCTS.test(name));
}

function namesOf(table: Table, indicator: Indicator): readonly string[] {
  return [indicator.name.text, subgroupOf(table, indicator)?.name ?? '', groupOf(table, indicator)?.name ?? ''];
}

/** 经济效益指标 | 无 | 无 | 无, or a name with nothing behind it: a line that the unit does not use. 其中：… tells a part of the line above, whose points hold for it. */
export function isUnused({ name, targetEntry, actualEntry, weight, score }: Indicator): boolean {
  return !weight?.quantity && !score?.quantity && (name.notApplicable || name.text.startsWith('其中') || ![targetEntry, actualEntry].some((entry) => given(entry)));
}

/** 补助畜禽数量 | 10 over 猪 | 80头 | 80头 and 羊 | 30只 | 30只 without points: headings that are scored for the lines below them, and these lines, of which one may lack a figure. */
const scoredBelow = perTable(({ indicators }): { readonly headings: ReadonlySet<Indicator>; readonly details: ReadonlySet<Indicator> } => {
  const [headings, details] = [new Set<Indicator>(), new Set<Indicator>()];
  let head = null as Indicator | null;
  for (const indicator of indicators) {
    const { weight, score, targetEntry, actualEntry, group, subgroup } = indicator;
    const own = [[weight, head?.weight], [score, head?.score]].some(([entry, above]) => entry?.filled && entry.cell !== above?.cell);
    if (own || !head || head.group !== group || head.subgroup !== subgroup) head = own && !given(targetEntry) && !given(actualEntry) ? indicator : null;
    else if (given(targetEntry) || given(actualEntry)) {
      headings.add(head);
      details.add(indicator);
    }
  }
  return { headings, details };
});

export const isHeading = (table: Table, indicator: Indicator): boolean => scoredBelow(table).headings.has(indicator);
export const isDetail = (table: Table, indicator: Indicator): boolean => scoredBelow(table).details.has(indicator);

/** Filled with something that counts: not blank, not a dash. */
export function given(entry: Entry | null): entry is Entry {
  return entry !== null && entry.filled && !entry.notApplicable;
}

/** True where the table asks for results at all: a list of targets does not. */
export function asksForResults(table: Table): boolean {
  return table.kind === 'project' || table.kind === 'department';
}

/** False for costs, complaints and shares that are meant to stay small, and where the name says both: without a sign they are not judged. */
export function moreIsBetter(table: Table, indicator: Indicator): boolean {
  const { operator } = indicator.target;
  if (operator !== null && operator !== '=') return operator === '>=' || operator === '>';
  return directionOf(indicator.name.text, subgroupOf(table, indicator)?.name ?? '', indicator.target.quantity?.unit) === 'more';
}

/** The cells given, without blanks and in order, each once. */
export function cellsOf(...entries: readonly (Entry | null | undefined)[]): string[] {
  return [...new Set(present(entries, (entry) => entry?.cell))];
}

/** The target as one reads it across its columns: 指标性质, 指标值 and 度量单位 together. */
export function targetWords({ nature, targetEntry, unitEntry }: Indicator): string {
  const sign = nature?.filled && (!/[\p{Script=Han}]/u.test(nature.text) || splitOperator(compact(nature.text)).operator) ? words(nature) : '';
  const unit = given(unitEntry) && !targetEntry?.text.endsWith(unitEntry.text) ? words(unitEntry) : '';
  return `${sign}${excerpt(targetEntry)}${unit}`;
}
