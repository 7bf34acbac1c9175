// 成本构成 | 金额, 支出内容 | 实际支出数 or 任务名称 | 预算数 | 执行数 over lines of one kind of money each: 合计 below them is their sum.
import { hasAny } from '../model/characters';
import { ZERO, near, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { labelText } from '../reading/labels';
import { compact } from '../reading/text';
import { amountsOf, inOneUnit, makesTotal, roundingOf, sumBeside, takesSum } from './adding-up';
import { additionOf, numberEdit, proposal } from './correcting';
import { perTable } from './per-table';
import { cellsIn } from './rows';
import type { RuleReport } from './rule';
import { excerpt, words } from './wording';

/** What the lines are called by. */
const LINES = /^(?:成本|费用|支出|预算|资金|经费|任务)(?:内容|构成|明细|项目|用途|名称|组成)(?:名称)?$/;
/** Every one of them has one of these letters: cheaper to look for than the whole. */
const mayHeadDetails = hasAny('容构细途称成目');
const AMOUNTS = /^[^单标]*(?:金额|执行数|支出数|预算数|决算数)$/;
/** 小计 of the lines above it, 其中：国道 of the line above. */
const COUNTED = /^(?:其中|[小合]计$)/;
const OPENING = /^其中/;
/** Beside the total: what it has beyond its lines. */
const LEFT_OUT = /含.{0,8}其[他它余]|其余.{0,6}略|未(?:全部)?列/;
const CLOSING = /^(?:支出|金额|预算|费用)?(?:合计|总计)$/;
/** More lines than anybody lists in a form. */
const MOST_LINES = 60;

interface Details {
  readonly heads: readonly Entry[];
  readonly closing: Entry;
  readonly lines: readonly Entry[];
}

/** Lists of that kind; all of their cells are among the table's. */
const detailsOf = perTable(({ entries, fund }: Table): readonly Details[] => present(entries, (header) => {
  if (header.quantity !== null || header.text.length > 12 || !mayHeadDetails(header.text) || !LINES.test(labelText(header.raw))) return null;
  // What was read as the block of funds is held to its parts there.
  if (fund?.headers.actualSpending?.row === header.row && fund.total) return null;
  const heads = entries.filter((entry) => entry.row === header.row && entry.column > header.column && AMOUNTS.test(labelText(entry.raw)));
  const closing = entries.find((entry) => entry.column === header.column && entry.row > header.row && entry.row <= header.row + MOST_LINES && CLOSING.test(labelText(entry.raw)));
  if (!closing || heads.length === 0) return null;
  const lines = entries.filter((entry) => entry.row > header.row && entry.row < closing.row);
  return { heads, closing, lines };
}));

/** Totals that their lines do not make. */
export function* detailAmounts(table: Table): Iterable<RuleReport<'detail'>> {
  for (const { heads, closing, lines } of detailsOf(table)) {
    const [counted, opening] = [COUNTED, OPENING].map((said) => new Set(present(lines, ({ row, text, quantity }) => (quantity === null && said.test(compact(text)) ? row : null))));
    if (!counted || !opening) continue;
    for (const head of heads) {
      const total = table.entries.find((entry) => entry.row === closing.row && entry.column === head.column);
      const filled = lines.filter((entry) => entry.column === head.column && !entry.notApplicable);
      const parts = amountsOf(filled);
      const claimed = total?.quantity;
      if (!total || !claimed || parts.length < 2 || parts.length < filled.length || !inOneUnit([total, ...filled])) continue;
      const slack = roundingOf([total, ...filled]);
      const lone = filled.filter(({ row }) => !counted.has(row));
      const once = amountsOf(lone);
      // Lines in 元 below a total in 万元 are told by no header.
      if ([claimed.value, claimed.value.times(1e4)].some((whole) => makesTotal(parts, whole, slack) || makesTotal(once, whole, slack) || outerMake(filled, opening, whole, slack))) continue;
      // 合计 | 100 | 含其他零星支出: the form says that there is more than its lines.
      if (sum(once).lt(claimed.value) && cellsIn(table, closing.row).some(({ text, quantity }) => quantity === null && LEFT_OUT.test(text))) continue;
      // 小计 among the lines is counted with them.
      const added = once.length > 1 ? lone : filled;
      const expected = sum(amountsOf(added));
      yield {
        message: 'detail',
        data: { name: excerpt(closing), column: excerpt(head), received: words(total), count: String(added.length), expected: sumBeside(expected, total) },
        cells: [total.cell, ...added.map(({ cell }) => cell)],
        expected: sumBeside(expected, total),
        received: words(total),
        correction: takesSum(total) ? proposal(numberEdit(total, expected, { formula: additionOf(added) })) : undefined,
      };
    }
  }
}

/** 材料费 | 40, 其中：水泥 | 25, 钢材 | 10, 人工费 | 35: nothing tells how far the lines behind 其中 go on dividing the one above. True where the others make the total if these go as far as that one has room for, or less far. */
function outerMake(filled: readonly Entry[], opening: ReadonlySet<number>, whole: Decimal, slack: Decimal): boolean {
  if (filled.filter(({ row }) => opening.has(row)).length > MOST_OPENED) return false;
  const walk = (at: number, rest: Decimal, parent: Decimal, room: Decimal | null): boolean => {
    const entry = filled[at];
    const own = entry?.quantity?.value;
    if (!entry || !own) return near(rest, ZERO, slack);
    if (opening.has(entry.row)) return walk(at + 1, rest, parent, parent.minus(own));
    return room !== null && own.lte(room) && walk(at + 1, rest, parent, room.minus(own)) || walk(at + 1, rest.minus(own), own, null);
  };
  return opening.size > 0 && walk(0, whole, ZERO, null);
}
/** Each of them leaves it open once more. */
const MOST_OPENED = 6;
