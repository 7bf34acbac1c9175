// The fund block of a filled form into another: lines by what they mean, amounts in the target's unit.
import { decimal, near, sum } from '../model/decimal';
import type { FundColumn, FundRow, Table } from '../model/table';
import type { FundBlockForm } from './form';
import { given, quoted, type Carrier } from './carrier';
import { slotName, type FundSlots, type Slots } from './slots';

const AMOUNTS = ['originalBudget', 'finalBudget', 'actualSpending'] as const;
const NAMES: Readonly<Record<FundColumn, string>> = { originalBudget: '年初预算数', finalBudget: '全年预算数', actualSpending: '全年执行数', executionRate: '执行率', weight: '分值', score: '得分', reason: '原因' };

function meaning(name: string): string {
  return /专户|非税/.test(name) ? 'account' : /结转|结余/.test(name) ? 'carried' : /单位资金|自有|自筹/.test(name) ? 'own' : /其[他它]/.test(name) ? 'other' : /财政(?:拨款|资金)|一般公共预算|本年财政|当年财政/.test(name) ? 'finance' : name;
}

/** Lines that count: those that divide the total once, with an amount. */
function filledParts({ fund }: Table): readonly FundRow[] {
  return (fund?.parts ?? []).filter((part) => part.level === 1 && part.division === 0 && AMOUNTS.some((column) => given(part[column])));
}

/** Labels of the target's lines with those of the table that it lacks; null where its own do. */
export function neededParts(table: Table, block: FundBlockForm | null, carrier: Carrier): readonly string[] | null {
  if (!block) return null;
  const known = new Set(block.parts.map((label) => meaning(slotName(label.replace(/^其中[:：]/, '')))));
  const missing = filledParts(table).filter((part) => !known.has(meaning(part.name)));
  if (missing.length === 0) return null;
  carrier.say(`目标表的资金栏没有${missing.map((part) => `“${part.name}”`).join('、')}，已加上${missing.length}行。`);
  return [...block.parts, ...missing.map((part, at) => (block.parts.length === 0 && at === 0 ? `其中：${part.name}` : part.name))];
}

export function carryFund(table: Table, slots: Slots, carrier: Carrier): void {
  const { fund } = table;
  if (!fund || (!fund.total && fund.parts.length === 0)) return;
  const [total, ...parts] = slots.fund;
  if (!total) {
    carrier.say('资金情况在目标表没有栏目，未转入。');
    return;
  }
  if (carrier.from === null && carrier.to !== null) carrier.say(`原表没有写明金额单位，金额照填，目标表以${carrier.to}为单位，请核对。`);
  if (carrier.from !== null && carrier.to !== null && carrier.from !== carrier.to) carrier.say(`金额由${carrier.from}换算为${carrier.to}。`);
  const source = filledParts(table);
  const free = [...parts];
  for (const part of source) {
    const at = free.findIndex((slot) => slot.name === part.name || meaning(slot.name) === meaning(part.name));
    const [slot] = at < 0 ? [] : free.splice(at, 1);
    if (slot) putRow(part, slot, carrier);
    else carrier.say(`资金明细“${part.name}”在目标表没有栏目，未转入。`);
  }
  for (const part of fund.parts) if ((part.level !== 1 || part.division !== 0) && AMOUNTS.some((column) => given(part[column]))) carrier.say(`资金明细“${part.name}”（下一级或另一种划分）在目标表没有栏目，未转入。`);
  if (fund.total) putTotal(fund.total, total, parts.length > 0, source, carrier);
  for (const split of fund.splits) {
    for (const { name, amount, entry } of split.parts) {
      if (amount === null) continue;
      const slot = slots.remarks.find((one) => one.name === slotName(name));
      if (slot) carrier.put(slot.cell, `${slot.text}${amount.toString()}`);
      else carrier.say(`“${quoted(entry)}”在目标表没有栏目，未转入。`);
    }
  }
}

/** The budget of the year, where the target asks for it and the form has only the one of the year's beginning; and the other way round. */
function columnOf(row: FundRow, column: (typeof AMOUNTS)[number]): FundRow['originalBudget'] {
  if (column === 'finalBudget') return row.finalBudget ?? row.originalBudget;
  return column === 'originalBudget' ? (row.originalBudget ?? null) : row.actualSpending;
}

function putRow(row: FundRow, slot: FundSlots, carrier: Carrier): void {
  for (const column of AMOUNTS) {
    const entry = columnOf(row, column);
    if (!given(entry)) continue;
    if (slot.cells[column] !== undefined) carrier.put(slot.cells[column], carrier.amount(entry));
    else if (row[column] !== null) carrier.say(`资金栏的${NAMES[column]}（${row.name} ${quoted(entry)}）在目标表没有栏目，未转入。`);
  }
  if (given(row.reason)) {
    if (slot.cells.reason !== undefined) carrier.put(slot.cells.reason, row.reason.raw.trim());
    else carrier.say(`资金栏的原因说明（${quoted(row.reason)}）在目标表没有栏目，未转入。`);
  }
}

/** The target adds its lines up: a total that they do not make is typed, and said. */
function putTotal(row: FundRow, slot: FundSlots, adds: boolean, parts: readonly FundRow[], carrier: Carrier): void {
  const typed: Partial<Record<FundColumn, string>> = {};
  for (const column of AMOUNTS) {
    const entry = columnOf(row, column);
    const cell = slot.cells[column];
    if (!given(entry) || cell === undefined) continue;
    const whole = carrier.amount(entry);
    const made = parts.flatMap((part) => {
      const one = columnOf(part, column);
      const amount = given(one) ? carrier.amount(one) : null;
      return typeof amount === 'number' ? [decimal(amount)] : [];
    });
    if (adds && typeof whole === 'number' && made.length > 0 && near(sum(made), decimal(whole), decimal('0.005'))) continue;
    if (adds) typed[column] = cell;
  }
  putRow({ ...row, ...Object.fromEntries(AMOUNTS.filter((column) => adds && slot.cells[column] !== undefined && typed[column] === undefined).map((column) => [column, null])) }, slot, carrier);
  const columns = Object.keys(typed) as FundColumn[];
  if (columns.length > 0) carrier.say(`${row.name}的${columns.map((column) => NAMES[column]).join('、')}与资金明细合计不符（或没有填明细），总额照填，不用公式。`);
}
