// A filled base-data form into another: lines by their names, years by their columns, projects one a line.
import type { BaseData, BaseDataRow, Table } from '../model/table';
import { differs, figure, given, quoted, type Carrier } from './carrier';
import { slotName, type Slots } from './slots';

const plain = (name: string): string => slotName(name).replace(/^其中/, '').replace(/(?:费用?|经费|小计)$/, '');

/** Lines under 项目支出: as many as the table has. */
export function projectLines({ rows }: BaseData): readonly BaseDataRow[] {
  const head = rows.findIndex((row) => /项目支出/.test(row.name));
  return head < 0 ? [] : rows.filter((row) => row.parent === head && !row.placeholder && (row.name !== '' || row.values.some(given)));
}

/** Columns of the target (last year's final, budget, final) as places in the table's columns; -1 for none. */
function columnsOf({ columns }: BaseData, year: number | null): readonly number[] {
  const budget = columns.findIndex(({ kind }) => kind === 'budget');
  const finals = columns.flatMap(({ kind }, at) => (kind === 'final' ? [at] : []));
  const last = finals.find((at) => (year !== null && columns[at]?.year !== null ? columns[at]?.year === year - 1 : finals.length > 1 && at === finals[0])) ?? -1;
  const own = finals.findLast((at) => at !== last) ?? -1;
  return [last, budget, own];
}

export interface TotalToCompare {
  readonly name: string;
  readonly column: string;
  readonly cell: string;
  readonly written: BaseDataRow['values'][number];
}

export function carryBase(table: Table, slots: Slots, carrier: Carrier): readonly TotalToCompare[] {
  const { baseData } = table;
  if (!baseData) return [];
  const order = columnsOf(baseData, table.year);
  const projects = projectLines(baseData);
  carryProjects(projects, slots, order, carrier);
  const totals = carryLines(baseData, projects, slots, order, carrier);
  carryControlRates(baseData, slots, carrier);
  return totals;
}

/** One a line, numbered. */
function carryProjects(projects: readonly BaseDataRow[], slots: Slots, order: readonly number[], carrier: Carrier): void {
  const open = slots.base.filter(({ key }) => key === 'project');
  for (const [index, row] of projects.entries()) {
    const slot = open[index];
    if (!slot) continue;
    carrier.put(slot.cells[0]?.replace(/^[A-Z]+/, 'A'), `${index + 1}.${row.name}`);
    putLine(row, slot.cells, order, carrier);
  }
}

/** The other lines by their names; gives the subtotals, which the target form adds up itself. */
function carryLines(baseData: BaseData, projects: readonly BaseDataRow[], slots: Slots, order: readonly number[], carrier: Carrier): readonly TotalToCompare[] {
  const totals: TotalToCompare[] = [];
  const taken = new Set<number>();
  for (const row of baseData.rows) {
    if (projects.includes(row) || row.placeholder || !row.values.some(given)) continue;
    const at = slots.base.findIndex((slot, index) => slot.key !== 'project' && !taken.has(index) && plain(slot.name) === plain(row.name));
    const slot = slots.base[at];
    if (!slot) {
      carrier.say(`“${row.name}”一行（${row.values.filter(given).map(quoted).join('、')}）在目标表没有栏目，未转入。`);
      continue;
    }
    taken.add(at);
    if (slot.adds) totals.push(...totalsOf(baseData, row, slot.cells, order));
    else putLine(row, slot.cells, order, carrier);
  }
  return totals;
}

function totalsOf({ columns }: BaseData, row: BaseDataRow, cells: readonly string[], order: readonly number[]): readonly TotalToCompare[] {
  return order.flatMap((from, column) => {
    const written = row.values[from];
    const cell = cells[column];
    return given(written) && cell !== undefined ? [{ name: row.name, column: columns[from]?.header.text.replace(/\s+/g, '') ?? '', cell, written }] : [];
  });
}

function carryControlRates({ controlRates }: BaseData, { quotients }: Slots, carrier: Carrier): void {
  for (const { name, numerator, denominator } of controlRates) {
    const slot = quotients.find((one) => plain(one.name) === plain(name));
    if (slot) {
      if (given(denominator)) carrier.put(slot.denominator, denominator.quantity?.value.toNumber() ?? denominator.raw);
      if (given(numerator)) carrier.put(slot.numerator, numerator.quantity?.value.toNumber() ?? numerator.raw);
    } else if (given(numerator) || given(denominator)) carrier.say(`“${name}”在目标表没有栏目，未转入。`);
  }
}

function putLine(row: BaseDataRow, cells: readonly string[], order: readonly number[], carrier: Carrier): void {
  for (const [column, from] of order.entries()) {
    const entry = row.values[from];
    if (given(entry)) carrier.put(cells[column], carrier.amount(entry));
  }
  if (given(row.note)) carrier.say(`“${row.name}”的备注（${quoted(row.note)}）在目标表没有栏目，未转入。`);
}

/** Subtotals that the target calculates otherwise than they were written; those that nothing makes up are typed. */
export function settleTotals(totals: readonly TotalToCompare[], results: ReadonlyMap<string, string | number | boolean | null>, carrier: Carrier): boolean {
  let typed = false;
  for (const { name, column, cell, written } of totals) {
    const amount = carrier.amount(written);
    const made = results.get(cell);
    if (typeof amount !== 'number' || (typeof made === 'number' && written.quantity && Math.abs(made - amount) < 0.005)) continue;
    if (typeof made !== 'number') {
      carrier.put(cell, amount);
      typed = true;
      carrier.say(`“${name}”${column}没有填明细，${figure(amount)}照填，不用公式。`);
    } else if (written.quantity && differs(written.quantity.value, made)) carrier.say(`“${name}”${column}原填${figure(amount)}，目标表按明细合计为${figure(made)}，请核对。`);
  }
  return typed;
}
