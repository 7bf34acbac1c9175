// 小计 below some of the lines of a summary of several projects: what these lines make.
import { near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, FundBlock, FundRow, Table } from '../model/table';
import { compact } from '../reading/text';
import { roundingOf } from './adding-up';
import { additionOf, numberEdit, proposal } from './correcting';
import { AMOUNT_COLUMNS, columnName } from './fund-figures';
import { headsOf, isMoney } from './money-columns';
import { figureAt } from './rows';
import type { RuleReport } from './rule';
import { amount, excerpt, words } from './wording';

/** One amount of a 小计 with those of its lines. */
interface Sum {
  readonly label: Entry;
  readonly column: string;
  /** False for an amount that the block has no name for. */
  readonly named: boolean;
  readonly claimed: Entry;
  readonly lines: readonly Entry[];
}

/** Told only where one of them adds up: 小计 may stand above its lines as well. */
export function* summarySubtotals(table: Table): Iterable<RuleReport<'detail'>> {
  const { fund, summary } = table;
  const sums = fund && summary ? sumsIn(table, fund) : [];
  if (!fund || !sums.some(holds)) return;
  for (const one of sums) {
    if (holds(one)) continue;
    const { label, column, named, claimed, lines } = one;
    const expected = totalOf(lines);
    yield {
      message: 'detail',
      ...(named ? {} : { severity: 'verify' as const }),
      data: { name: excerpt(label), column, received: words(claimed), count: String(lines.length), expected: amount(expected) },
      cells: [claimed.cell, ...lines.map(({ cell }) => cell)],
      expected: amount(expected),
      received: words(claimed),
      correction: named ? proposal(numberEdit(claimed, expected, { formula: additionOf(lines) })) : undefined,
    };
  }
}

const totalOf = (lines: readonly Entry[]): ReturnType<typeof sum> => sum(present(lines, ({ quantity }) => quantity?.value));
const holds = ({ claimed, lines }: Sum): boolean => claimed.quantity !== null && near(claimed.quantity.value, totalOf(lines), roundingOf([claimed, ...lines]));

function sumsIn(table: Table, fund: FundBlock): readonly Sum[] {
  const lines = fund.parts.filter(({ level }) => level === 1);
  const [top] = lines;
  if (!top) return [];
  const labels = table.entries.filter(({ row, text }) => row > rowOf(top) && text.endsWith('计') && /^.{0,16}小计$/.test(compact(text)));
  let at = 0;
  return labels.flatMap((label) => {
    const from = at;
    while (at < lines.length && rowOf(lines[at] ?? top) < label.row) at++;
    return sumsBeside(table, fund, label, lines.slice(from, at));
  });
}

function sumsBeside(table: Table, fund: FundBlock, label: Entry, above: readonly FundRow[]): readonly Sum[] {
  const [first] = above;
  if (!first) return [];
  const named = present(AMOUNT_COLUMNS, (column): Sum | null => {
    const place = first[column]?.column;
    const claimed = place === undefined ? null : figureAt(table, label.row, place);
    const lines = present(above, (line) => (line[column]?.quantity ? line[column] : null));
    return claimed && lines.length === above.length ? { label, column: columnName(fund, column), named: true, claimed, lines } : null;
  });
  const known = new Set(named.map(({ claimed }) => claimed.column));
  // 中央 | 省级 | 县级 under 年度预算.
  const others = headsOf(table, fund, rowOf(first)).filter((head) => !known.has(head.column) && isMoney(head));
  return [...named, ...present(others, (head): Sum | null => {
    const claimed = figureAt(table, label.row, head.column);
    const lines = present(above, (line) => figureAt(table, rowOf(line), head.column));
    return claimed && named.some(holds) && lines.length === above.length ? { label, column: excerpt(head), named: false, claimed, lines } : null;
  })];
}

/** A label merged down begins above the line's own amounts. */
const rowOf = ({ label, finalBudget, originalBudget, actualSpending }: FundRow): number => (finalBudget ?? originalBudget ?? actualSpending ?? label).row;
