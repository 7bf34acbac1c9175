// What a name says on a certain table: the cell it stands for, as a number, as a text, or why neither.
import { decimal, type Decimal } from '../model/decimal';
import type { Quantity } from '../model/quantity';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Entry, FundRow, Indicator, IndicatorGroup, Table } from '../model/table';
import { labelText } from '../reading/labels';
import { plainUnit } from '../reading/quantity';
import { amountIn } from '../rules/fund-figures';
import { excerpt } from '../rules/wording';
import { rateAsPercent } from '../scoring/tolerance';
import { lineName, namedLine, WHOLE, type Line } from './lines';
import { INDICATOR_CELLS, type BaseColumn, type FundFact, type IndicatorFact, type Ref, type TableFact } from './names';
import { unknown, type NumberValue, type TextValue, type UnknownValue } from './values';

export interface Judged {
  readonly table: Table;
  readonly scorecard: Scorecard;
  readonly rubric: Rubric;
  /** The scorecard's items by indicator; null: the execution score. */
  readonly items: ReadonlyMap<number | null, ScoreItem>;
}

/** A cell in its role, or a value that stands in none. */
export type Found =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly quantity: Quantity | null; readonly rate: boolean }
  | { readonly kind: 'value'; readonly value: NumberValue | TextValue }
  | UnknownValue;

const entryOf = (entry: Entry | null | undefined, missing: string, quantity: Quantity | null = entry?.quantity ?? null): Found => (entry ? { kind: 'entry', entry, quantity, rate: false } : unknown(missing));
const valueOf = (value: Decimal | null | undefined, cell: string | null | undefined, missing: string): Found =>
  (value ? { kind: 'value', value: { kind: 'number', value, unit: '', decimals: value.decimalPlaces(), cells: cell ? [cell] : [], shown: null } } : unknown(missing));
const textOf = (text: string | null | undefined, cell: string | null | undefined, missing: string): Found => (text === null || text === undefined ? unknown(missing) : { kind: 'value', value: { kind: 'text', text, cells: cell ? [cell] : [] } });

export function find(judged: Judged, ref: Ref, name: string, line: Line): Found {
  const { table } = judged;
  const missing = `这张表没有“${name}”`;
  switch (ref.at) {
    case 'table': return TABLE_FACTS[ref.fact](judged, missing);
    case 'head': return headField(table, ref.label, missing);
    case 'fund': return fundFact(judged, line.fund ?? table.fund?.total ?? null, ref.fact, missing);
    case 'indicator': return indicatorFact(judged, line, ref.fact, missing);
    case 'group': return groupWeight(table, line, ref.level);
    case 'base': return baseFact(table, line, ref.column, missing);
    case 'control': return entryOf(table.baseData?.controlRates[0]?.[ref.part], missing);
    case 'line-name': return textOf(lineName(line), nameOf(line)?.cell, missing);
    case 'line': return ofLine(judged, ref.line, ref.of, name);
  }
}

/** Where the line is named. */
function nameOf({ indicator, fund, base, group }: Line): Entry | null | undefined {
  return indicator?.name ?? fund?.label ?? base?.label ?? group?.label;
}

/** What is told of the table as a whole. */
const TABLE_FACTS: Readonly<Record<TableFact, (judged: Judged, missing: string) => Found>> = {
  year: ({ table }) => valueOf(table.year === null ? null : decimal(table.year), table.title?.cell, '这张表没有写年度'),
  title: ({ table }, missing) => entryOf(table.title, missing),
  province: ({ table }) => textOf(table.province, table.title?.cell, '看不出这张表是哪个省的'),
  unit: ({ table }) => textOf(table.fund?.unit ?? table.amountUnit, table.title?.cell, '这张表没有写金额单位'),
  score: ({ table }, missing) => entryOf(table.total?.score, missing),
  weight: ({ table }, missing) => entryOf(table.total?.weight, missing),
  grade: ({ table }, missing) => entryOf(table.total?.grade, missing),
  goal: ({ table }, missing) => entryOf(table.goals[0]?.expected, missing),
  goalActual: ({ table }, missing) => entryOf(table.goals[0]?.actual, missing),
  computed: ({ table, scorecard, rubric }) => valueOf(scorecard.computed?.toDecimalPlaces(rubric.rounding.value), table.total?.score?.cell, '复核总分算不出来'),
  computedGrade: ({ table, scorecard }) => textOf(scorecard.grade, table.total?.grade?.cell, '复核等级算不出来'),
  rubricTotal: ({ rubric }, missing) => valueOf(decimal(rubric.weightTotal.value), null, missing),
};

/** The group of a level that a line stands in: itself, the line's own, or, of a group below it, the one that its first line has. */
function groupAt(table: Table, { indicator, group }: Line, level: 1 | 2): IndicatorGroup | undefined {
  if (group?.level === level) return group;
  const own = table.groups[(level === 1 ? indicator?.group : indicator?.subgroup) ?? -1];
  return own ?? (group && level === 1 ? parentOf(table, group) : undefined);
}

function parentOf({ groups, indicators }: Table, group: IndicatorGroup): IndicatorGroup | undefined {
  return groups[indicators[group.indicators[0] ?? -1]?.group ?? -1];
}

const LEVELS = { 1: '一级指标', 2: '二级指标' } as const;

/** The points that a form declares for a group. */
function groupWeight(table: Table, line: Line, level: 1 | 2): Found {
  const group = groupAt(table, line, level);
  return valueOf(group?.declaredWeight, (group?.declaredAt ?? group?.label)?.cell, `${group ? `“${group.name}”` : '这一行'}没有写明${LEVELS[level]}的分值`);
}

function headField(table: Table, label: string, missing: string): Found {
  const all = [...table.fields, ...table.closing];
  const pattern = HEADS.get(label);
  const field = pattern ? all.find(({ name }) => pattern.test(labelText(name))) : (all.find(({ name }) => labelText(name) === label) ?? all.find(({ name }) => labelText(name).includes(label)));
  return entryOf(field?.entry, missing);
}

/** Labels that name the same field on different forms. */
const HEADS: ReadonlyMap<string, RegExp> = new Map([
  ['项目名称', /^(?:项目|专项|政策)名称$/], ['主管部门', /^(?:预算|项目)?主管(?:部门|单位)(?:名称|及代码)?$/],
  ['实施单位', /^(?:项目)?(?:实施|使用|资金使用|预算|填报|申报|承担)?单位(?:名称)?$/], ['单位名称', /^(?:预算)?(?:部门|单位)(?:[(（]单位[)）])?名称$/],
  ['项目负责人', /^(?:项目)?负责人(?:姓名)?$/], ['联系人', /^联系人(?:姓名)?$/], ['联系电话', /^(?:联系)?(?:电话|方式)(?:号码)?$|^联系(?:电话|方式)$/], ['填报人', /^填[报表]人(?:姓名)?$/],
  ['填报日期', /^填[报表](?:日期|时间)$/], ['项目类别', /^项目(?:类别|类型|属性|性质|分类)$/], ['项目编码', /^项目(?:编码|编号|代码)$/],
]);

function fundFact({ table, items }: Judged, row: FundRow | null, fact: FundFact, missing: string): Found {
  const { fund } = table;
  if (!fund || !row) return unknown(`${missing}：没有读到资金情况`);
  const entry = row[fact];
  if (fact === 'executionRate') return entry ? { kind: 'entry', entry, quantity: entry.quantity, rate: true } : unknown(missing);
  if (fact === 'weight' && row.role === 'total' && entry?.quantity === undefined) {
    const item = items.get(null);
    if (item?.weight) return valueOf(item.weight, fund.headers.weight?.cell ?? item.cell, missing);
  }
  if (fact !== 'originalBudget' && fact !== 'finalBudget' && fact !== 'actualSpending') return entryOf(entry, missing);
  const amount = amountIn(fund, entry);
  return entryOf(entry, missing, amount && entry?.quantity ? inFormUnit(entry.quantity, amount) : (entry?.quantity ?? null));
}

/** 12.5万元 on a form in 元 is known to the thousand, 125432元 on one in 万元 to four digits. */
function inFormUnit(quantity: Quantity, amount: Decimal): Quantity {
  const shift = amount.isZero() ? 0 : Math.round(Math.log10(quantity.value.div(amount).toNumber())) - Math.round(Math.log10(quantity.scale));
  return { ...quantity, value: amount, unit: '', scale: 1, decimals: quantity.decimals + shift };
}

function indicatorFact(judged: Judged, line: Line, fact: IndicatorFact, missing: string): Found {
  if (fact === 'level1') return groupName(judged.table, line, 1);
  if (fact === 'level2') return groupName(judged.table, line, 2);
  const { indicator } = line;
  if (!indicator) return unknown(missing);
  if (fact === 'computed') return computedScore(judged, indicator, line.index);
  const entry = INDICATOR_CELLS[fact]?.(indicator);
  if (fact === 'target') return entryOf(entry, `${missing}一栏`, indicator.target.quantity);
  return fact === 'actual' ? entryOf(entry, `${missing}一栏`, indicator.actualQuantity) : entryOf(entry, `${missing}一栏`);
}

function groupName(table: Table, line: Line, level: 1 | 2): Found {
  const group = groupAt(table, line, level);
  return textOf(group?.name, group?.label?.cell ?? line.indicator?.name.cell, `这一行没有${LEVELS[level]}`);
}

/** Only where the scorecard has one score for the line, not a range. */
function computedScore({ items }: Judged, { name }: Indicator, index: number | null): Found {
  const item = index === null ? undefined : items.get(index);
  const one = item?.low && item.high?.eq(item.low) ? item.low : null;
  return valueOf(one, item?.cell, `“${excerpt(name)}”的得分没有唯一的算法`);
}

function baseFact({ baseData, year }: Table, { base }: Line, column: BaseColumn, missing: string): Found {
  if (!baseData || !base) return unknown(missing);
  if (column.year <= 0 && year === null) return unknown('这张表没有写年度，分不清本年和上年');
  const wanted = column.year > 0 ? column.year : (year ?? 0) + column.year;
  const at = baseData.columns.findIndex((one) => one.year === wanted && one.kind === column.of);
  return entryOf(base.values[at], `这张表没有 ${wanted} 年的${column.of === 'final' ? '决算' : '预算'}`);
}

function ofLine(judged: Judged, wanted: string, of: Ref, name: string): Found {
  const { table } = judged;
  if (of.at === 'indicator') {
    const lines = table.indicators.map((indicator, index) => ({ ...WHOLE, indicator, index })).filter(({ indicator }) => !indicator.placeholder);
    const line = namedLine(lines, (one) => one.indicator.name.text, wanted);
    return line.ok ? find(judged, of, name, line.found) : unknown(line.why);
  }
  if (of.at === 'fund') {
    const line = namedLine([...(table.fund?.total ? [table.fund.total] : []), ...(table.fund?.parts ?? [])], (row) => row.name, wanted);
    return line.ok ? fundFact(judged, line.found, of.fact, `这张表没有“${name}”`) : unknown(line.why);
  }
  const line = namedLine(table.baseData?.rows ?? [], (row) => row.name, wanted);
  return line.ok ? find(judged, of, name, { ...WHOLE, base: line.found }) : unknown(line.why);
}

/** Blank as the form is read: nothing there, or a dash that says nothing belongs there. Null where there is no such cell. */
export function isBlank(found: Found): boolean | null {
  if (found.kind === 'unknown') return null;
  if (found.kind === 'value') return false;
  return !found.entry.filled || found.entry.notApplicable;
}

export function asNumber(found: Found, name: string): NumberValue | UnknownValue {
  if (found.kind === 'unknown') return found;
  if (found.kind === 'value') return found.value.kind === 'number' ? found.value : unknown(`“${name}”不是数`, found.value.cells);
  const { entry, quantity } = found;
  const cells = [entry.cell];
  if (!entry.filled) return unknown(`${entry.cell} 的“${name}”没有填`, cells);
  if (entry.notApplicable) return unknown(`${entry.cell} 的“${name}”填的是“${excerpt(entry)}”`, cells);
  if (found.rate) {
    const rate = rateAsPercent(entry, null);
    return rate ? { kind: 'number', value: rate.percent.div(100), unit: '%', decimals: rate.decimals + 2, cells, shown: excerpt(entry) } : unknown(`${entry.cell} 的“${name}”是“${excerpt(entry)}”，读不出百分数`, cells);
  }
  if (!quantity) return unknown(`${entry.cell} 的“${name}”是“${excerpt(entry)}”，读不出一个数`, cells);
  const unit = plainUnit(quantity.unit);
  const share = unit === '%';
  return {
    kind: 'number', value: share ? quantity.value.div(100) : quantity.value, unit: unit === '分' ? '' : unit,
    decimals: quantity.decimals + (share ? 2 : 0) - (quantity.scale > 1 ? Math.round(Math.log10(quantity.scale)) : 0), cells, shown: excerpt(entry),
  };
}

export function asText(found: Found): TextValue | UnknownValue {
  if (found.kind === 'unknown') return found;
  if (found.kind === 'entry') return { kind: 'text', text: found.entry.filled ? found.entry.text : '', cells: [found.entry.cell] };
  return found.value.kind === 'text' ? found.value : { kind: 'text', text: found.value.value.toString(), cells: found.value.cells };
}

