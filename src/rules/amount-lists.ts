// Lists of amounts outside the block of funds (任务名称 | 预算数 | 执行数 | 完成率, 三公经费 | 预算数 | 决算数 | 控制率): what most of their lines show is held to the rest.
import { hasAny } from '../model/characters';
import { HUNDRED, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { fundColumn, isTotalLabel, labelText } from '../reading/labels';
import { quotientSlack } from '../scoring/tolerance';
import { inOneUnit, roundingOf, sumBeside } from './adding-up';
import { LEFT_OVER } from './fund-balance';
import { perTable } from './per-table';
import { inPoints, rateHolds } from './rates';
import { cellsIn, figureAt } from './rows';
import type { RuleReport } from './rule';
import { amount, excerpt, percent, words } from './wording';

const BUDGET = /^(?:年初|全年|年度|本年|调整后?|计划)?(?:预算|安排|计划|下达)(?:资金)?(?:数|金额|额|安排)?$/;
const SPENT = /^(?:实际|全年|年度|本年)?(?:支出|执行|决算|支付|使用)(?:资金)?(?:数|金额|额)?$/;
const RATE = /^(?:预算|资金|实际)?(?:执行|支出|支付|使用|控制|完成)率$/;
/** 完成率 of a task that was done with less money is 100%. */
const OF_TASKS = /完成率$/;
const mayBeSpent = hasAny('支执决使付');
/** More lines than anybody lists in a form. */
const MOST_LINES = 60;

interface AmountList {
  readonly budget: Entry;
  readonly spent: Entry;
  readonly rate: Entry | null;
  readonly left: Entry | null;
  readonly rows: readonly number[];
  readonly closing: number | null;
}

const listsOf = perTable((table: Table): readonly AmountList[] => {
  const { entries, fund, baseData } = table;
  if (baseData) return [];
  const read = new Set(fund?.total || fund?.parts.length ? present(Object.values(fund.headers), (header) => header.row) : []);
  const headers = new Set(present(entries, ({ row, text, quantity }) => (quantity === null && text.length < 12 && mayBeSpent(text) && !read.has(row) ? row : null)));
  return present([...headers], (row) => listUnder(table, row));
});

const isSpent = ({ raw }: Entry): boolean => SPENT.test(labelText(raw)) || fundColumn(raw) === 'actualSpending';
const isBudget = ({ raw }: Entry): boolean => BUDGET.test(labelText(raw)) || fundColumn(raw) === 'finalBudget' || fundColumn(raw) === 'originalBudget';

/** Of several years side by side those that the rate stands behind. */
function listUnder(table: Table, header: number): AmountList | null {
  const heads = cellsIn(table, header);
  if (heads.some(({ quantity }) => quantity !== null)) return null;
  const rate = heads.find(({ raw }) => RATE.test(labelText(raw))) ?? null;
  const spent = heads.findLast((entry) => isSpent(entry) && (rate === null || entry.column < rate.column));
  const budget = spent && heads.findLast((entry) => entry.column < spent.column && isBudget(entry));
  if (!budget) return null;
  const left = heads.find(({ raw, column }) => column > spent.column && LEFT_OVER.test(labelText(raw))) ?? null;
  const rows: number[] = [];
  for (let row = header + 1; row <= header + MOST_LINES; row++) {
    const cells = cellsIn(table, row);
    const under = cells.find(({ column }) => column === budget.column);
    if (under && !under.quantity && !under.notApplicable) break;
    if (!under?.quantity || !figureAt(table, row, spent.column)) continue;
    if (cells.some(({ column, raw, quantity }) => column < budget.column && quantity === null && isClosing(raw))) return { budget, spent, rate, left, rows, closing: row };
    rows.push(row);
  }
  return rows.length < 2 ? null : { budget, spent, rate, left, rows, closing: null };
}

const isClosing = (raw: string): boolean => /^[合小总]计$/.test(labelText(raw)) || isTotalLabel(raw);

/** Told only where others of the same kind hold, and more of them. */
export function* amountLists(table: Table, told: ReadonlySet<string>): Iterable<RuleReport<'rate' | 'detail' | 'kept'>> {
  for (const list of listsOf(table)) {
    yield* ratesIn(table, list);
    yield* leftIn(table, list);
    yield* sumsOf(table, list, told);
  }
}

/** What most lines show: one of three may be a slip, or two of more. */
export const isSlipAmong = (wrong: number, held: number): boolean => wrong === 1 && held > 1 || wrong === 2 && held > 4;

function* ratesIn(table: Table, { budget, spent, rate, rows, closing }: AmountList): Iterable<RuleReport<'rate'>> {
  if (!rate) return;
  const lines = present(closing === null ? rows : [...rows, closing], (row) => {
    const [below, above, claimed] = [budget, spent, rate].map(({ column }) => figureAt(table, row, column));
    if (!below?.quantity?.value.gt(0) || !above?.quantity || !claimed || !inOneUnit([below, above])) return null;
    const exact = above.quantity.value.div(below.quantity.value).times(HUNDRED);
    const holds = rateHolds(claimed, exact, () => quotientSlack(above, below, exact)) !== false;
    return { below, above, claimed, exact, holds, full: claimed.quantity?.value.eq(inPoints(claimed) || claimed.quantity.unit === '%' ? 100 : 1) === true };
  });
  const wrong = lines.filter(({ holds }) => !holds);
  const held = lines.filter(({ holds, full }) => holds && !(full && OF_TASKS.test(labelText(rate.raw))));
  if (!isSlipAmong(wrong.length, held.length)) return;
  for (const { below, above, claimed, exact } of wrong) {
    const expected = percent(exact);
    yield {
      message: 'rate', severity: 'verify',
      data: { name: `“${nameOf(table, claimed.row, budget)}”${excerpt(rate)}`, expected, numerator: words(above), denominator: words(below), received: words(claimed) },
      cells: [claimed.cell, above.cell, below.cell], expected, received: words(claimed),
    };
  }
}

/** 预算 − 支出 = 结余. */
function* leftIn(table: Table, { budget, spent, left, rows, closing }: AmountList): Iterable<RuleReport<'kept'>> {
  if (!left) return;
  const lines = present(closing === null ? rows : [...rows, closing], (row) => {
    const [from, gone, kept] = [budget, spent, left].map(({ column }) => figureAt(table, row, column));
    if (!from?.quantity || !gone?.quantity || !kept?.quantity || !inOneUnit([from, gone, kept])) return null;
    const rest = from.quantity.value.minus(gone.quantity.value);
    return { from, gone, kept, rest, holds: near(rest, kept.quantity.value, roundingOf([from, gone, kept])) };
  });
  const wrong = lines.filter(({ holds }) => !holds);
  if (!isSlipAmong(wrong.length, lines.length - wrong.length)) return;
  for (const { from, gone, kept, rest } of wrong) {
    yield {
      message: 'kept', severity: 'verify',
      data: { name: nameOf(table, kept.row, budget), column: excerpt(left), expected: amount(rest), budget: words(from), spent: words(gone), received: words(kept) },
      cells: [kept.cell, from.cell, gone.cell], expected: amount(rest), received: words(kept),
    };
  }
}

/** 合计 of one amount that its lines do not make, where that of another they do. */
function* sumsOf(table: Table, { budget, spent, left, rows, closing }: AmountList, told: ReadonlySet<string>): Iterable<RuleReport<'detail'>> {
  if (closing === null || rows.length < 2) return;
  const sums = present([budget, spent, left], (head) => {
    const total = head && figureAt(table, closing, head.column);
    const parts = head ? present(rows, (row) => figureAt(table, row, head.column)) : [];
    if (!head || !total?.quantity || parts.length < rows.length || !inOneUnit([total, ...parts])) return null;
    const made = sum(present(parts, ({ quantity }) => quantity?.value));
    return { head, total, parts, made, holds: near(made, total.quantity.value, roundingOf([total, ...parts])) };
  });
  const wrong = sums.filter(({ holds }) => !holds);
  const [only] = wrong;
  if (!only || wrong.length > 1 || sums.length < 2 || told.has(only.total.cell)) return;
  yield {
    message: 'detail', severity: 'verify',
    data: { name: nameOf(table, closing, budget), column: excerpt(only.head), received: words(only.total), count: String(only.parts.length), expected: sumBeside(only.made, only.total) },
    cells: [only.total.cell, ...only.parts.map(({ cell }) => cell)],
    expected: sumBeside(only.made, only.total), received: words(only.total),
  };
}

/** What a line is called: the first text under a header of the list. */
function nameOf(table: Table, row: number, budget: Entry): string {
  const heads = new Set(cellsIn(table, budget.row).map(({ column }) => column));
  const texts = cellsIn(table, row).filter(({ column, quantity }) => column < budget.column && quantity === null);
  const name = texts.find(({ column }) => heads.has(column)) ?? texts[0];
  return name ? excerpt(name) : `第${row}行`;
}
