// 转换: a filled table of one form carried into another. Every field is kept, or a sentence says what does not fit.
import { a1 } from '../model/address';
import type { SheetPlan } from '../model/sheet-plan';
import type { AmountUnit, Indicator, Table } from '../model/table';
import { buildTemplate } from './build';
import { Carrier, differs, figure, given, quoted } from './carrier';
import { findForm } from './catalogue';
import { carryBase, projectLines, settleTotals } from './convert-base';
import { carryFund, neededParts } from './convert-fund';
import { carryGoals, carryHead } from './convert-head';
import { carryIndicators, placeIndicators } from './convert-indicators';
import { carryRest } from './convert-rest';
import { filledPlan } from './fill';
import type { FundBlockForm, IndicatorBlockForm, TemplateForm } from './form';
import type { IndicatorSlots, Slots } from './slots';

export type Conversion =
  | { readonly ok: true; readonly plan: SheetPlan; /** What was changed on the way and what does not fit, Chinese sentences. */ readonly remarks: readonly string[] }
  | { readonly ok: false; /** A Chinese sentence. */ readonly reason: string };

/** Carries a table into the form `id`. Throws for an id that no template bears. */
export function convertTable(table: Table, id: string): Conversion {
  const form = findForm(id);
  if (!form) throw new Error(`no such template: ${id}`);
  if ((table.kind === 'base-data') !== (form.kind === 'base-data')) return { ok: false, reason: `“${form.title}”和这张表内容不同，不能互相转换：基础数据表只能转成基础数据表。` };
  const carrier = new Carrier(table.amountUnit, unitOf(form));
  if (table.kind !== form.kind) carrier.say(`原表是另一类表，只转入两表都有的内容。`);
  const fundBlock = form.blocks.find((block): block is FundBlockForm => block.kind === 'fund') ?? null;
  const list = form.blocks.find((block): block is IndicatorBlockForm => block.kind === 'indicators') ?? null;
  const scoresExecution = fundBlock?.columns.some(({ column }) => column === 'score') === true && table.fund?.total !== null;
  const placement = list ? placeIndicators(table, list, scoresExecution, carrier) : null;
  const projects = table.baseData ? projectLines(table.baseData).length : 0;
  const { plan, slots } = buildTemplate(form, {
    year: table.year, unit: '', rows: projects > 0 ? projects : form.rows,
    groups: placement?.rows ?? null, fundParts: neededParts(table, fundBlock, carrier),
  });
  carryHead(table, slots, carrier);
  carryGoals(table, slots, carrier);
  carryFund(table, slots, carrier);
  const placed = placement ? carryIndicators(placement, slots, carrier) : [];
  const totals = carryBase(table, slots, carrier);
  carryRest(table, slots, carrier);
  let filled = filledPlan(plan, carrier.values);
  const typed = [settleScores(table, placed, slots, resultsOf(filled), carrier), settleTotals(totals, resultsOf(filled), carrier)].some(Boolean);
  if (typed) filled = filledPlan(plan, carrier.values);
  compareTotal(table, slots, resultsOf(filled), carrier);
  for (const { reason } of table.notUnderstood) carrier.say(`原表有一处没有认出，没有转入：${reason}`);
  return { ok: true, plan: filled, remarks: carrier.remarks };
}

/** The unit that a form asks amounts in, as its own labels say. */
function unitOf(form: TemplateForm): AmountUnit | null {
  const texts = form.blocks.flatMap((block) => (block.kind === 'fund' ? [block.side?.text ?? '', block.label.text] : block.kind === 'base-data' ? [block.header] : []));
  return (/[（(](万元|元)[）)]/.exec(texts.join('\n'))?.[1] ?? null) as AmountUnit | null;
}

type Results = ReadonlyMap<string, string | number | boolean | null>;

function resultsOf(plan: SheetPlan): Results {
  return new Map(plan.cells.map((cell) => [a1(cell.row, cell.column), cell.value]));
}

/** Scores that the target's rules do not give are typed; those that they give otherwise are said. True where one was typed. */
function settleScores(table: Table, placed: readonly { readonly indicator: Indicator; readonly slot: IndicatorSlots }[], slots: Slots, results: Results, carrier: Carrier): boolean {
  let typed = false;
  const settle = (name: string, score: Indicator['score'], cell: string | undefined): void => {
    if (!given(score) || !score.quantity || cell === undefined) return;
    const made = results.get(cell);
    if (typeof made !== 'number') {
      carrier.put(cell, score.quantity.value.toNumber());
      typed = true;
      carrier.say(`“${name}”得分按目标表的规则算不出（缺分值，或指标值、完成值不是数字），原得分${figure(score.quantity.value)}照填，不用公式。`);
    } else if (differs(score.quantity.value, made)) carrier.say(`“${name}”得分原填${figure(score.quantity.value)}，目标表按公式为${figure(made)}，请核对。`);
  };
  for (const { indicator, slot } of placed) settle(quoted(indicator.name), indicator.score, slot.cells.score);
  settle('预算执行率', table.fund?.total?.score ?? null, slots.fund[0]?.cells.score);
  return typed;
}

function compareTotal({ total }: Table, { total: slot }: Slots, results: Results, carrier: Carrier): void {
  const written = total?.score?.quantity?.value;
  if (!written) return;
  const made = slot ? results.get(slot.score) : undefined;
  if (slot === null) carrier.say(`总分${figure(written)}在目标表没有栏目，未转入。`);
  else if (typeof made !== 'number' || differs(written, made)) carrier.say(`总分原填${figure(written)}，目标表为${typeof made === 'number' ? figure(made) : '空'}，请核对。`);
}
