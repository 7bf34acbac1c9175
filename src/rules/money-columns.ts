// Columns of amounts that the block of funds has no name for (到位数, 一季度, 中央 | 省级 | 县级 under 预算安排): where the others add up, down to the total and across to 小计, these do too.
import { near, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, FundBlock, FundRow, Table } from '../model/table';
import { labelText } from '../reading/labels';
import { inOneUnit, roundingOf, sumBeside } from './adding-up';
import { isSlipAmong } from './amount-lists';
import { AMOUNT_COLUMNS } from './fund-figures';
import { cellsIn, figureAt } from './rows';
import type { RuleReport } from './rule';
import { excerpt, words } from './wording';

const MONEY = /资金|预算|支出|金额|执行|到位|支付|结[转余]|追加|调[整增减]|拨款|投资|下达|安排|季度|^(?:中央|省|市|县|区|镇|地方|上级|本级|自筹|其[他它]|财政)/;
const WHOLE = /^(?:合计|小计|总计|总额|金额)$/;
/** Rates, points, means and numbers are added up by nobody. */
const OTHER = /率|比|均|标准|单价|分|等级|累计|月|年度$|序号|编号|满意度|进度/;

type Found = RuleReport<'detail' | 'headed'>;

interface Column {
  readonly head: Entry;
  readonly total: Entry;
  readonly parts: readonly Entry[];
  readonly made: Decimal;
  readonly holds: boolean;
}

/** `told`: sums that were told of by the names of their sources. */
export function* moneyColumns(table: Table, told: ReadonlySet<string>): Iterable<Found> {
  const { fund } = table;
  const total = fund?.total;
  if (!fund || !total || table.kind === 'targets') return;
  const lines = fund.parts.filter(({ level, division }) => level === 1 && division === 0);
  const [first] = lines;
  if (!first) return;
  const heads = headsOf(table, fund, Math.min(rowOf(total), rowOf(first)));
  const known = new Set(present(AMOUNT_COLUMNS, (column) => total[column]?.column));
  if (heads.some((head) => !known.has(head.column) && isMoney(head))) yield* downwards(table, total, lines, heads, known);
  for (const found of across(table, [total, ...fund.parts], heads)) if (!told.has(found.cells[0] ?? '')) yield found;
}

/** A label merged down begins above the line's own amounts. */
const rowOf = ({ label, finalBudget, originalBudget, actualSpending }: FundRow): number => (finalBudget ?? originalBudget ?? actualSpending ?? label).row;

/** The lowest header of each column over the lines. */
export function headsOf(table: Table, { headers }: FundBlock, end: number): readonly Entry[] {
  const top = Math.min(...present(Object.values(headers), (header) => header.row));
  const found = new Map<number, Entry>();
  for (let row = top; row < end; row++) for (const entry of cellsIn(table, row)) if (entry.quantity === null) found.set(entry.column, entry);
  return [...found.values()].sort((a, b) => a.column - b.column);
}

/** 合计 of such a column that its lines do not make, where those of the others they do. */
function* downwards(table: Table, total: FundRow, lines: readonly FundRow[], heads: readonly Entry[], known: ReadonlySet<number>): Iterable<Found> {
  const columns = present(heads, (head): Column | null => {
    const whole = figureAt(table, rowOf(total), head.column);
    const parts = present(lines, (line) => figureAt(table, rowOf(line), head.column));
    if (!whole?.quantity || whole.quantity.unit === '%' || parts.length < lines.length || parts.length < 2 || !inOneUnit([whole, ...parts])) return null;
    const made = sum(present(parts, ({ quantity }) => quantity?.value));
    return { head, total: whole, parts, made, holds: near(made, whole.quantity.value, roundingOf([whole, ...parts])) };
  });
  const amounts = columns.filter(({ head }) => known.has(head.column) || isMoney(head));
  const wrong = amounts.filter(({ holds }) => !holds);
  // Noughts add up by themselves.
  const held = amounts.filter(({ holds, made }) => holds && !made.isZero());
  if (wrong.some(({ head }) => known.has(head.column)) || !isSlipAmong(wrong.length, held.length)) return;
  for (const { head, total: whole, parts, made } of wrong) {
    const expected = sumBeside(made, whole);
    yield {
      message: 'detail', severity: 'verify',
      data: { name: excerpt(total.label), column: excerpt(head), received: words(whole), count: String(parts.length), expected },
      cells: [whole.cell, ...parts.map(({ cell }) => cell)], expected, received: words(whole),
      // 结余 that is not what its own line leaves is told of already.
      causes: [whole, ...parts].map(({ cell }) => ({ rule: 'fund-parts', cell })),
    };
  }
}

/** By its label, a column of amounts that add up. */
export const isMoney = ({ raw }: Entry): boolean => MONEY.test(labelText(raw)) && !OTHER.test(labelText(raw));

/** 小计 | 中央 | 省级 | 县级: in one line the sources do not make it, in the others they do. */
function* across(table: Table, lines: readonly FundRow[], heads: readonly Entry[]): Iterable<Found> {
  for (const [at, whole] of heads.entries()) {
    if (!WHOLE.test(labelText(whole.raw))) continue;
    const behind = heads.slice(at + 1);
    const end = behind.findIndex((head, i) => head.row !== whole.row || WHOLE.test(labelText(head.raw)) || head.column !== whole.column + i + 1 || !isMoney(head));
    const sources = end < 0 ? behind : behind.slice(0, end);
    if (sources.length < 2) continue;
    const read = present(lines, (line) => {
      const own = figureAt(table, rowOf(line), whole.column);
      const parts = present(sources, ({ column }) => figureAt(table, rowOf(line), column));
      if (!own?.quantity || parts.length < sources.length || !inOneUnit([own, ...parts])) return null;
      const made = sum(present(parts, ({ quantity }) => quantity?.value));
      return { line, own, parts, made, holds: near(made, own.quantity.value, roundingOf([own, ...parts])) };
    });
    const wrong = read.filter(({ holds }) => !holds);
    if (!isSlipAmong(wrong.length, read.filter(({ holds, made }) => holds && !made.isZero()).length)) continue;
    for (const { line, own, parts, made } of wrong) {
      const expected = sumBeside(made, own);
      yield {
        message: 'headed', severity: 'verify',
        data: { name: `${excerpt(line.label)}${excerpt(whole)}`, received: words(own), expected },
        cells: [own.cell, ...parts.map(({ cell }) => cell)], expected, received: words(own),
      };
    }
  }
}
