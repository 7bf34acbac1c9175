// 年初预算 + 调整 = 全年预算, 预算 − 支出 = 结余: columns of the fund block that follow from others in their row.
import { near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, FundBlock, FundRow, Table } from '../model/table';
import { isAdjustment, isCarriedOver, movesDown } from '../reading/fund-adjustments';
import { labelText } from '../reading/labels';
import { roundingOf } from './adding-up';
import { amountIn, fundRows } from './fund-figures';
import { cellsIn } from './rows';
import type { RuleReport } from './rule';
import { amount, words } from './wording';

/** What is not spent yet, by its header. */
export const LEFT_OVER = /^(?:年末|年终|资金|预算|指标|财政|实际)*(?:结余|结转|结余结转|结转结余|结转和结余|剩余)(?:数|金额|额|资金)?$/;

/** 财政收回数. */
const isWithdrawn = ({ text }: Entry): boolean => text.includes('收回');

/** Rows whose amounts do not go together with what the row says was moved or left over. */
export function* fundBalance(table: Table): Iterable<RuleReport<'balance'>> {
  const { fund, entries } = table;
  const header = fund?.headers.actualSpending;
  if (!fund || !header) return;
  const heads = entries.filter(({ row, quantity }) => row === header.row && quantity === null);
  const lines = linesOf(table, fund);
  const surplus = heads.filter(({ column, raw }) => column > header.column && LEFT_OVER.test(labelText(raw)));
  const [left] = surplus;
  // 累计支出 beside 本年支出: what is left may be of all years.
  const ofAllYears = heads.some(({ raw, column }) => raw.includes('累计') && column !== header.column);
  const withdrawn = heads.filter(isWithdrawn);
  if (left && surplus.length === 1 && !ofAllYears) for (const line of lines) yield* leftOver(fund, line, left, header, withdrawn);
  const { originalBudget, finalBudget } = fund.headers;
  // Where no column holds what the budget came to, that is computed from these very columns.
  if (!originalBudget || !finalBudget || isAdjustment(finalBudget.raw) || originalBudget.row !== header.row || finalBudget.row !== header.row || lines.some(({ row }) => row.label.row === header.row)) return;
  const moves = heads.filter(({ cell, column, raw }) => cell !== finalBudget.cell && column > originalBudget.column && column < header.column && isAdjustment(raw));
  // 上年结转 is budget of this year as well; 年初预算 may have it in already.
  const carried = heads.filter(({ column, raw }) => column < header.column && isCarriedOver(raw));
  if (moves.length > 0) for (const line of lines) yield* moved(fund, line, moves, carried);
}

interface Line {
  readonly row: FundRow;
  /** Everything in the row of its amounts. */
  readonly cells: readonly Entry[];
}

function linesOf(table: Table, fund: FundBlock): readonly Line[] {
  return present(fundRows(table), (row) => {
    const at = (row.actualSpending ?? row.finalBudget ?? row.originalBudget)?.row;
    return at === undefined || fund.total === null ? null : { row, cells: cellsIn(table, at) };
  });
}

/** 结余, wherever its figure stands: under the header, or behind it in a block of labels and figures by turns. */
function* leftOver(fund: FundBlock, { row, cells }: Line, header: Entry, spending: Entry, withdrawn: readonly Entry[]): Iterable<RuleReport<'balance'>> {
  const paired = (row.actualSpending ?? row.label).row === header.row;
  const claimed = cells.find(({ column, quantity }) => quantity !== null && (paired ? column > header.column : column === header.column));
  const spent = amountIn(fund, row.actualSpending);
  const given = claimed && amountIn(fund, claimed);
  const budget = row.finalBudget?.quantity ? row.finalBudget : row.originalBudget;
  const from = amountIn(fund, budget);
  if (!claimed || !given || !spent || !budget || !from || !row.actualSpending || claimed.quantity?.unit === '%' || from.lt(spent)) return;
  const before = cells.filter(({ column, quantity }) => quantity !== null && quantity.unit !== '%' && column < (row.actualSpending?.column ?? spending.column));
  const amounts = present(before, (entry) => amountIn(fund, entry));
  const slack = roundingOf([claimed, budget, row.actualSpending]);
  const taken = sum(present(cells, (entry) => (withdrawn.some(({ column }) => column === entry.column) ? amountIn(fund, entry) : null)));
  // 到位数 or what was carried over may be what it is left of, and what was taken back is not left.
  if ([from, sum(amounts), ...amounts].some((one) => [given, given.plus(taken)].some((kept) => near(one.minus(spent), kept, slack)))) return;
  const expected = from.minus(spent);
  yield report(fund, row, { column: labelText(header.raw), claimed, received: words(claimed) }, [budget, row.actualSpending], amount(expected), amount(expected));
}

function* moved(fund: FundBlock, { row, cells }: Line, headers: readonly Entry[], carried: readonly Entry[]): Iterable<RuleReport<'balance'>> {
  const { originalBudget, finalBudget } = row;
  const [from, to] = [amountIn(fund, originalBudget), amountIn(fund, finalBudget)];
  const found = present(headers, (header) => {
    const entry = cells.find(({ column, quantity }) => column === header.column && quantity !== null);
    const by = entry && amountIn(fund, entry);
    return entry && by ? { header, entry, by: movesDown(header.raw) && by.gt(0) ? by.negated() : by } : null;
  });
  const [first] = found;
  if (!from || !to || !originalBudget || !finalBudget || !first) return;
  const by = sum(found.map((one) => one.by));
  const slack = roundingOf([originalBudget, finalBudget, ...found.map(({ entry }) => entry)]);
  const difference = to.minus(from);
  // What was taken back at the end of the year was budget all the same.
  const stayed = sum(found.filter(({ header }) => !isWithdrawn(header)).map((one) => one.by));
  const before = sum(present(cells, (entry) => (carried.some(({ column }) => column === entry.column) ? amountIn(fund, entry) : null)));
  // 调整数 may hold what the budget came to, and a cut may stand there without its sign.
  if ([by, by.negated(), stayed, by.plus(before)].some((one) => near(one, difference, slack)) || near(by, to, slack) || found.length === 1 && by.isZero() && /^[-—－/]*$/.test(first.entry.text)) return;
  const column = found.map(({ header }) => labelText(header.raw)).join('、');
  const told = found.length === 1 ? { column, claimed: first.entry, received: words(first.entry) } : { column: `${column}合计`, claimed: first.entry, received: amount(by) };
  const apart = difference.minus(before);
  const nearer = apart.minus(by).abs().lt(difference.minus(by).abs());
  const one = report(fund, row, told, [finalBudget, originalBudget], amount(nearer ? apart : difference), null);
  yield nearer ? { ...one, data: { ...one.data, derivation: `${String(one.data?.['derivation'])} − ${amount(before)}` } } : one;
}

interface Told {
  readonly column: string;
  /** Where to look. */
  readonly claimed: Entry;
  readonly received: string;
}

/** To be looked at: what was carried over, or withdrawn, may have a column in no form. `parts`: what the difference is of. */
function report(fund: FundBlock, { name }: FundRow, { column, claimed, received }: Told, parts: readonly [Entry, Entry], should: string, expected: string | null): RuleReport<'balance'> {
  const [above, below] = parts;
  // A total that is not the sum of its parts is told of already.
  const wrong = present([...parts, fund.total?.finalBudget, fund.total?.originalBudget, fund.total?.actualSpending], (entry) => entry?.cell);
  return {
    message: 'balance',
    severity: 'verify',
    data: { name, column, expected: should, derivation: `${words(above)} − ${words(below)}`, received },
    cells: [claimed.cell, ...parts.map(({ cell }) => cell)],
    expected,
    received,
    causes: wrong.map((cell) => ({ rule: 'fund-parts', cell })),
  };
}
