// What a filled table holds besides the things that a conversion carries: told, so that nothing is lost unseen.
import type { Entry, FundRow, Table } from '../model/table';
import { quoted, type Carrier } from './carrier';
import type { Slots } from './slots';

/** Shorter texts without figures are labels. */
const LABEL = 14;
const NOTE = /^(?:注|附注|说明|备注|填表说明|填报说明)[:：]/;

function* understood({ title, fields, closing, footnotes, fund, goals, indicatorHeaders, indicatorsDeclaredWeight, groups, indicators, total, baseData }: Table): Iterable<Entry | null | undefined> {
  yield title;
  for (const field of [...fields, ...closing]) yield* [field.label, field.entry];
  for (const { entry } of footnotes) yield entry;
  if (fund) {
    yield* Object.values(fund.headers);
    for (const row of [...(fund.total ? [fund.total] : []), ...fund.parts]) yield* fundRow(row);
    for (const split of fund.splits) yield* [split.label, ...split.parts.map((part) => part.entry)];
  }
  for (const goal of goals) yield* [goal.expected, goal.actual, goal.expectedLabel, goal.actualLabel];
  yield* Object.values(indicatorHeaders);
  yield indicatorsDeclaredWeight?.at;
  for (const group of groups) yield* [group.label, group.declaredAt];
  for (const { name, nature, targetEntry, unitEntry, actualEntry, weight, score, coefficient, reason, method } of indicators) yield* [name, nature, targetEntry, unitEntry, actualEntry, weight, score, coefficient, reason, method];
  if (total) yield* [total.label, total.weight, total.score, total.grade];
  if (!baseData) return;
  yield* baseData.columns.map((column) => column.header);
  for (const row of baseData.rows) yield* [row.label, ...row.values, row.note];
  for (const rate of baseData.controlRates) yield* [rate.numerator, rate.denominator, rate.rate];
}

function fundRow({ label, originalBudget, finalBudget, actualSpending, executionRate, weight, score, reason }: FundRow): readonly (Entry | null)[] {
  return [label, originalBudget, finalBudget, actualSpending, executionRate, weight, score, reason];
}

/** Texts and figures that no part of the table accounts for: carried where the target has a field of the label before them, else told. */
export function carryRest(table: Table, slots: Slots, carrier: Carrier): void {
  const known = new Set<string>();
  for (const entry of understood(table)) if (entry) known.add(entry.cell);
  let notes = table.footnotes.length > 0;
  const rest = table.entries.filter((entry) => entry.filled && !known.has(entry.cell));
  for (const entry of rest) {
    const slot = slots.fields.find(({ name, cell }) => !carrier.values.has(cell) && table.entries.some((label) => label.row === entry.row && label.column < entry.column && label.text.replace(/\s+/g, '') === name));
    if (slot) carrier.put(slot.cell, entry.raw.trim());
    else if (NOTE.test(entry.text)) notes = true;
    else if (!entry.notApplicable && (typeof entry.value === 'number' || (entry.text.length > LABEL && !isLabel(entry)))) carrier.say(`${entry.cell}“${quoted(entry)}”没有认出是什么内容，未转入。`);
  }
  if (notes) carrier.say('原表的表注没有转入，目标表有自己的表注。');
}

/** 预算执行情况（万元）（20分）, 楼堂馆所控制情况（2024年完工项目）. */
function isLabel({ text }: Entry): boolean {
  return /情况|指标|资金|目标|[(（][^()（）]*(?:元|分|人|年)[^()（）]*[)）]$|数[)）]?$/.test(text.replace(/\s+/g, '').slice(0, 40)) && text.length < 40;
}
