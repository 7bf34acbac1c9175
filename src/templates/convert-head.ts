// Head fields, goals and closing texts of a filled form into another: by the same name, or by what the names mean.
import type { Field, Table } from '../model/table';
import { given, quoted, type Carrier } from './carrier';
import { slotName, type NamedSlot, type Slots } from './slots';

/** Names that mean the same in the forms of different authorities. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/项目名称|专项(?:资金)?名称/, 'project'], [/主管部门/, 'department'], [/实施单位/, 'executing'], [/(?:部门|单位)名称|(?:填报|预算|申报|使用|承担)单位|^部门$|^单位$/, 'unit'],
  [/财务负责人/, 'accountant'], [/负责人/, 'person'], [/日期|时间/, 'date'], [/实施内容|过程概述|项目概况/, 'course'], [/项目期限|起止/, 'term'],
  [/偏差.*原因|未完成.*原因/, 'reasons'], [/改进措施|结果应用/, 'measures'], [/存在.*问题/, 'problems'], [/评价结论|自评结论/, 'conclusion'], [/其[他它].*说明/, 'others'],
];

function meaning(name: string): string {
  return MEANINGS.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

/** Who the table is about: where a form asks for one of the two only, the other will do. */
const NEARLY: Readonly<Record<string, string>> = { unit: 'executing', executing: 'unit' };

export function carryHead(table: Table, slots: Slots, carrier: Carrier): void {
  const open = [...slots.fields, ...slots.closing];
  const taken = new Set<string>();
  const waiting = new Set(fieldsOf(table));
  const pass = (fits: (slot: NamedSlot, field: Field) => boolean): void => {
    for (const field of waiting) {
      const slot = open.find((one) => !taken.has(one.cell) && fits(one, field));
      if (!slot) continue;
      taken.add(slot.cell);
      waiting.delete(field);
      carrier.put(slot.cell, textOf(field));
    }
  };
  pass((slot, field) => slot.name === slotName(field.name));
  pass((slot, field) => meaning(slot.name) === meaning(slotName(field.name)));
  pass((slot, field) => meaning(slot.name) === NEARLY[meaning(slotName(field.name))]);
  for (const slot of open) if (!taken.has(slot.cell)) fillTwin(slot, open, carrier);
  for (const field of waiting) {
    const there = open.some(({ cell }) => carrier.values.get(cell) === textOf(field));
    if (!there) carrier.say(`“${slotName(field.name)}”（${quoted(field.entry)}）在目标表没有栏目，未转入。`);
  }
}

/** 单位名称 and 实施单位 both: what one holds goes for the other where the table has only one. */
function fillTwin(slot: NamedSlot, open: readonly NamedSlot[], carrier: Carrier): void {
  const twin = open.find((one) => meaning(one.name) === NEARLY[meaning(slot.name)] && carrier.values.has(one.cell));
  if (twin) carrier.put(slot.cell, carrier.values.get(twin.cell) ?? null);
}

function fieldsOf({ fields, closing, total }: Table): readonly Field[] {
  return [...fields, ...closing].filter(({ entry, label }) => given(entry) && (entry.cell !== label.cell || entry.text !== label.text)
    // 单位：万元 says how amounts are written, not who wrote them; a total in the head is compared as such.
    && !/^(?:亿|万|千)?元$/.test(entry.text) && entry.cell !== total?.score?.cell);
}

/** As it was typed; of a field inside its label's cell its own text only. */
function textOf({ entry, label }: Field): string {
  return (entry.cell === label.cell ? entry.text : entry.raw).trim();
}

export function carryGoals({ goals }: Table, slots: Slots, carrier: Carrier): void {
  const all = (which: 'expected' | 'actual'): string => goals.flatMap((goal) => (given(goal[which]) ? [goal[which].raw.trim()] : [])).join('\n');
  const [target] = slots.goals;
  for (const [which, name] of [['expected', '预期目标'], ['actual', '实际完成情况']] as const) {
    const text = all(which);
    const cell = target?.[which];
    if (text === '') continue;
    if (cell === null || cell === undefined) carrier.say(`“${name}”在目标表没有栏目，未转入：${text.replace(/\s+/g, '').slice(0, 40)}${text.length > 40 ? '…' : ''}`);
    else carrier.put(cell, text);
  }
}
