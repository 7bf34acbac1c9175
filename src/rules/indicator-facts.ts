// What several rules ask about an indicator line.
import type { Entry, Indicator, IndicatorGroup, Table } from '../model/table';

/** Lines that the unit filled in: neither left over from the template nor unused. */
export function filledIndicators(table: Table): readonly Indicator[] {
  return table.indicators.filter((indicator) => !indicator.placeholder && indicator.name.filled);
}

export function groupOf(table: Table, indicator: Indicator): IndicatorGroup | null {
  return indicator.group === null ? null : (table.groups[indicator.group] ?? null);
}

export function subgroupOf(table: Table, indicator: Indicator): IndicatorGroup | null {
  return indicator.subgroup === null ? null : (table.groups[indicator.subgroup] ?? null);
}

/** Filled with something that counts: not blank, not a dash. */
export function given(entry: Entry | null): entry is Entry {
  return entry !== null && entry.filled && !entry.notApplicable;
}

/** True where the table asks for results at all: a list of targets does not. */
export function asksForResults(table: Table): boolean {
  return table.kind === 'project' || table.kind === 'department';
}

/** Rates, costs and complaints for which less is better although no operator says so: never judged without one. */
export function lessIsBetter(name: string): boolean {
  return /控制|变动|调整率|结余|结转|超支|节约|投诉|事故|死亡|发病|差错|误差|违[规纪法]|退货|故障|空置|逾期|拖欠|变质|流失|时长|耗时|天数|工期|成本|费用|总投资|预算数|发生数/.test(name);
}

/** The cells given, without blanks and in order, each once. */
export function cellsOf(...entries: readonly (Entry | null | undefined)[]): string[] {
  return [...new Set(entries.flatMap((entry) => (entry ? [entry.cell] : [])))];
}
