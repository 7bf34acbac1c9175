// Amounts of a department's form of targets: 资金总额 beside 按收入性质分 and 按支出性质分, 基本支出 with its sources beside 项目支出, 支出预算合计 above 其中：基本支出 and 项目支出.
import { decimal, halfUnit, near, sum, type Decimal } from '../model/decimal';
import type { Entry, Table } from '../model/table';
import { compact } from '../reading/text';
import { computable, numberEdit, proposal } from './correcting';
import type { RuleReport } from './rule';
import { amount, excerpt, words } from './wording';

/** Heads over columns that together make the amount before them. */
const DIVISION = /^按.{1,8}分$/;
/** Heads over a sum and its sources. */
const SPENDING = /^(?:基本|项目)支出$/;
const WHOLE = /^(?:合计|小计|总计)$/;
const GRAND = /^(?:年度)?(?:资金|预算|预算支出|支出预算|支出)(?:总额|合计|总计)$/;
const STATED = /^(?:收入|支出)预算(?:合计|总额|总计)$|^预算(?:收入|支出)(?:合计|总额|总计)$/;

type Found = RuleReport<'headed'>;

/** Sums of a form of targets that their parts do not make. */
export function* headedAmounts(table: Table): Iterable<Found> {
  if (table.kind !== 'targets') return;
  yield* underHeads(table);
  yield* besideLabels(table);
}

const said = (entry: Entry): string => compact(entry.text);

function* underHeads({ entries }: Table): Iterable<Found> {
  const at = (row: number, column: number): Entry | null => entries.find((entry) => entry.row === row && entry.column === column) ?? null;
  const heads = entries.filter((entry) => DIVISION.test(said(entry)) || SPENDING.test(said(entry)));
  const [first] = heads;
  if (!first || entries.some((entry) => entry.row === first.row && entry.quantity !== null)) return;
  const top = entries.filter((entry) => entry.row === first.row);
  const grand = top.find((entry) => GRAND.test(said(entry)) && entry.column < first.column);
  const wholes: Entry[] = [];
  for (const head of heads.filter((entry) => entry.row === first.row)) {
    const next = top.find((entry) => entry.column > head.column)?.column ?? Infinity;
    const columns = entries.filter((entry) => entry.row === head.row + 1 && entry.column >= head.column && entry.column < next && entry.quantity === null && entry.filled);
    const [own] = columns;
    const inner = own !== undefined && WHOLE.test(said(own));
    const whole = inner ? own : grand;
    const parts = inner ? columns.slice(1) : columns;
    if (!whole || !inner && SPENDING.test(said(head)) || parts.length < 2) continue;
    if (inner) wholes.push(own);
    yield* unlike(head, at(head.row + 2, whole.column), parts.map(({ column }) => at(head.row + 2, column)));
  }
  if (grand && wholes.length === 2) yield* unlike(grand, at(grand.row + 2, grand.column), wholes.map(({ row, column }) => at(row + 1, column)));
}

/** 支出预算合计 | 800 over 其中：基本支出 | 300 | 项目支出 | 500. */
function* besideLabels({ entries }: Table): Iterable<Found> {
  for (const label of entries.filter((entry) => entry.quantity === null && STATED.test(said(entry)))) {
    const total = entries.find((entry) => entry.row === label.row && entry.column > label.column);
    const below = entries.filter((entry) => entry.row === label.row + 1 && entry.column >= label.column);
    const parts = below.filter((_, i) => i % 2 === 1);
    if (!below[0] || !said(below[0]).startsWith('其中') || below.length % 2 !== 0 || parts.length < 2 || below.some((entry, i) => (i % 2 === 0) !== (entry.quantity === null))) continue;
    yield* unlike(label, total ?? null, parts);
  }
}

/** Blanks are noughts where the others already pass the whole, and left open where they do not reach it. */
function* unlike(name: Entry, total: Entry | null, all: readonly (Entry | null)[]): Iterable<Found> {
  const filled = all.flatMap((entry) => (entry?.filled && !entry.notApplicable ? [entry] : []));
  const amounts = filled.flatMap(({ quantity }) => quantity?.value ?? []);
  const claimed = total?.quantity?.value;
  if (!total || !claimed || amounts.length === 0 || amounts.length < filled.length) return;
  const expected = sum(amounts);
  if (near(expected, claimed, slackOf([total, ...filled]))) return;
  const open = filled.length < all.length && expected.lt(claimed);
  yield {
    message: 'headed',
    ...(open ? { severity: 'verify' as const } : {}),
    data: { name: excerpt(name), received: words(total), expected: amount(expected) },
    cells: [total.cell, ...filled.map(({ cell }) => cell)],
    expected: open ? null : amount(expected),
    received: words(total),
    correction: open ? undefined : proposal(numberEdit(total, expected, { formula: computable(...filled) ? `=${filled.map(({ cell }) => cell).join('+')}` : null })),
  };
}

function slackOf(entries: readonly Entry[]): Decimal {
  return sum(entries.map(({ quantity }) => (quantity && quantity.decimals > 0 ? halfUnit(quantity.decimals) : decimal(0))));
}
