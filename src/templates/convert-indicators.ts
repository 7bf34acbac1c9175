// The indicator list of a filled form into another: levels by what they are about, lines in their order, scores compared.
import { HUNDRED } from '../model/decimal';
import type { Aspect, Indicator, Table } from '../model/table';
import { given, quoted, type Carrier } from './carrier';
import { targetParts, type TargetParts } from './convert-target';
import type { GroupForm, IndicatorBlockForm } from './form';
import { QUALITATIVE } from './input-rules';
import type { GroupRows } from './layout';
import type { IndicatorSlots, Slots } from './slots';

/** A line of the table with the level of the target form that it goes to. */
interface Placed {
  readonly indicator: Indicator;
  readonly group: GroupForm;
  readonly subgroup: string;
}

/** Where a form has no level of its own for it. */
const ELSE: Readonly<Partial<Record<Aspect, Aspect>>> = { cost: 'output', satisfaction: 'outcome' };

const plain = (name: string): string => name.replace(/[\s“”"]/g, '').replace(/指标$/, '');

/** 成本 among the outputs and 满意度 among the outcomes are what they say: other forms have them as levels of their own. */
function aspectOf(indicator: Indicator, subgroup: string): Aspect {
  return /成本/.test(subgroup) ? 'cost' : /满意/.test(subgroup) ? 'satisfaction' : indicator.aspect;
}

export interface Placement {
  readonly rows: readonly GroupRows[];
  readonly lines: readonly Placed[];
}

/** Which level each line goes to; levels that the form lacks are added, and said. */
export function placeIndicators(table: Table, block: IndicatorBlockForm, scoresExecution: boolean, carrier: Carrier): Placement {
  const groups: { group: GroupForm; subgroups: string[] }[] = block.groups.map((group) => ({ group, subgroups: [...group.subgroups] }));
  const lines: Placed[] = [];
  for (const indicator of table.indicators) {
    if (indicator.placeholder) continue;
    if (indicator.isExecution && scoresExecution) {
      carrier.say(`指标“${quoted(indicator.name)}”由目标表的预算执行栏计分，没有作为指标转入。`);
      continue;
    }
    const from = indicator.group === null ? '' : (table.groups[indicator.group]?.name ?? '');
    const sub = indicator.subgroup === null ? '' : (table.groups[indicator.subgroup]?.name ?? '');
    const aspect = aspectOf(indicator, sub);
    const of = (wanted: Aspect | undefined) => groups.find(({ group }) => group.aspect === wanted);
    let home = groups.find(({ group }) => group.name === from && group.aspect === aspect) ?? of(aspect) ?? of(ELSE[aspect]);
    if (!home) {
      const name = from === '' ? '其他指标' : from;
      home = groups.find(({ group }) => group.name === name);
      if (!home) {
        home = { group: { name, label: name, aspect, weight: null, subgroups: [] }, subgroups: [] };
        groups.push(home);
        carrier.say(`目标表没有一级指标“${name}”，已加上；各级分值请按目标表的要求调整。`);
      }
    }
    if (from !== '' && plain(from) !== plain(home.group.name)) carrier.say(`“${from}${sub === '' ? '' : `／${sub}`}”归入目标表的“${home.group.name}”。`);
    lines.push({ indicator, group: home.group, subgroup: subgroupIn(home.subgroups, sub, aspect) });
  }
  const rows = groups.map(({ group, subgroups }) => ({
    group, subgroups: subgroups.map((name) => ({ name, rows: Math.max(1, lines.filter((line) => line.group === group && line.subgroup === name).length) })),
  }));
  return { rows, lines };
}

/** The form's own 二级指标 of that name, or of that kind; else the table's is added. */
function subgroupIn(subgroups: string[], wanted: string, aspect: Aspect): string {
  const [first] = subgroups;
  const exact = subgroups.find((name) => plain(name) === plain(wanted));
  if (exact !== undefined) return exact;
  const kind = aspect === 'cost' ? /成本/ : aspect === 'satisfaction' ? /满意/ : null;
  const similar = kind && subgroups.find((name) => kind.test(name));
  if (similar) return similar;
  if (wanted === '' && first !== undefined) return first;
  const name = wanted === '' ? '其他' : wanted;
  subgroups.push(name);
  return name;
}

/** Puts each line into a row of its level; gives the lines with their rows. */
export function carryIndicators({ lines }: Placement, slots: Slots, carrier: Carrier): readonly { readonly indicator: Indicator; readonly slot: IndicatorSlots }[] {
  const free = [...slots.indicators];
  const placed: { indicator: Indicator; slot: IndicatorSlots }[] = [];
  const guessed: Indicator[] = [];
  for (const { indicator, group, subgroup } of lines) {
    const at = free.findIndex((slot) => slot.group === group.name && slot.subgroup === subgroup);
    const [slot] = at < 0 ? [] : free.splice(at, 1);
    if (!slot) throw new Error(`no row for ${indicator.name.text}`);
    placed.push({ indicator, slot });
    if (carryLine(indicator, subgroup, slot, carrier)) guessed.push(indicator);
  }
  const [first] = guessed;
  if (first) carrier.say(`有${guessed.length}项指标（如“${quoted(first.name)}”）原表没有写明≥、≤或=，已按指标名称和所填得分填写≥或≤，请核对。`);
  // One cell for the reasons of all lines, where lines have none of their own.
  const reasons = placed.filter(({ indicator, slot }) => given(indicator.reason) && slot.cells.reason === undefined).map(({ indicator }) => `${indicator.name.text}：${indicator.reason?.raw.trim() ?? ''}`);
  const cell = slots.closing.find(({ name }) => /原因/.test(name))?.cell;
  if (reasons.length > 0 && cell !== undefined) carrier.put(cell, [carrier.values.get(cell) ?? '', ...reasons].filter((text) => text !== '').join('\n'));
  else if (reasons.length > 0) carrier.say(`${reasons.length}项指标的偏差原因在目标表没有栏目，未转入：${reasons.join('；')}。`);
  return placed;
}

/** True where the sign was guessed. */
function carryLine(indicator: Indicator, subgroup: string, { cells }: IndicatorSlots, carrier: Carrier): boolean {
  const { name, reason, method } = indicator;
  carrier.put(cells.name, name.raw.trim());
  const parts = targetParts(indicator, subgroup);
  if (parts) carryTarget(parts, indicator, cells, carrier);
  carryWeight(indicator, cells, carrier);
  if (parts?.nature === QUALITATIVE) carryCoefficient(indicator, cells, carrier);
  sayScore(indicator, cells, carrier);
  if (given(reason) && cells.reason !== undefined) carrier.put(cells.reason, reason.raw.trim());
  if (given(method)) carrier.say('各项指标的评分标准在目标表没有栏目，未转入。');
  return parts?.guessed === true;
}

type Cells = IndicatorSlots['cells'];

function carryTarget(parts: TargetParts, { name, actualEntry }: Indicator, cells: Cells, carrier: Carrier): void {
  carrier.put(cells.nature, parts.nature);
  carrier.put(cells.target, parts.target);
  carrier.put(cells.unit, parts.unit);
  if (cells.actual !== undefined) carrier.put(cells.actual, parts.actual);
  else if (given(actualEntry)) carrier.say('各项指标的实际完成值在目标表没有栏目，未转入。');
  if (parts.strict) carrier.say(`“${quoted(name)}”的＞或＜在目标表写作≥或≤，请核对。`);
}

function carryWeight({ name, weight }: Indicator, cells: Cells, carrier: Carrier): void {
  if (weight?.quantity) {
    if (cells.weight !== undefined) carrier.put(cells.weight, weight.quantity.value.toNumber());
    else carrier.say('各项指标的分值在目标表没有栏目，未转入。');
  } else if (given(weight)) carrier.say(`“${quoted(name)}”的分值“${quoted(weight)}”不是数，未转入。`);
}

/** What the target form figures the score of words from: the share of the points that was given. */
function carryCoefficient({ weight, score }: Indicator, cells: Cells, carrier: Carrier): void {
  const share = weight?.quantity?.value.gt(0) && score?.quantity ? score.quantity.value.div(weight.quantity.value).times(HUNDRED) : null;
  if (share?.gte(0) && share.lte(HUNDRED)) carrier.put(cells.coefficient, share.toDecimalPlaces(4).toNumber());
}

/** The target form figures its scores itself: they are compared once it is filled. */
function sayScore({ name, score }: Indicator, cells: Cells, carrier: Carrier): void {
  if (!given(score)) return;
  if (cells.score === undefined) carrier.say('各项指标的得分在目标表没有栏目，未转入。');
  else if (!score.quantity) carrier.say(`“${quoted(name)}”的得分“${quoted(score)}”不是数，未转入。`);
}
