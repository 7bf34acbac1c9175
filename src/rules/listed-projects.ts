// Several projects in one list (项目名称 | 预算数 | … | 一级指标 | … | 分值 | 得分 | 总分): each has 100 points, and a total of its own where the form has a column for it.
import { Decimal, decimal, halfUnit, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Indicator, Table } from '../model/table';
import { labelText } from '../reading/labels';
import { perTable } from './per-table';
import { cellsIn, figureAt } from './rows';
import type { RuleReport } from './rule';
import { amount, excerpt, words } from './wording';

const NAME = /^(?:项目|专项|政策)(?:资金)?名称$/;
const TOTAL = /^(?:自评)?(?:总分|总得分|得分合计|合计得分)$/;
const FULL = decimal(100);
const HUNDREDTH = decimal('0.01');

interface Listed {
  readonly name: Entry;
  readonly lines: readonly Indicator[];
  readonly total: Entry | null;
}

/** The projects of such a list; none as a rule. */
const projectsOf = perTable((table: Table): readonly Listed[] => {
  const { indicators, indicatorHeaders, entries } = table;
  const [first, last] = [indicators[0], indicators.at(-1)];
  const header = indicatorHeaders.name;
  if (!first || !last || !header || table.total) return [];
  const heads = cellsIn(table, header.row);
  const column = heads.find(({ raw, column: at }) => at < header.column && NAME.test(labelText(raw)))?.column;
  if (column === undefined) return [];
  const under = entries.filter((entry) => entry.column === column && entry.row >= first.row && entry.row <= last.row && entry.quantity === null);
  // The name may be repeated in each of its lines.
  const names = under.filter((entry, i) => entry.text !== under[i - 1]?.text);
  if (names.length < 2 || names[0]?.row !== first.row) return [];
  const totals = heads.find(({ raw }) => TOTAL.test(labelText(raw)));
  return names.map((name, i) => {
    const end = names[i + 1]?.row ?? last.row + 1;
    return { name, lines: indicators.filter(({ row }) => row >= name.row && row < end), total: totals ? figureAt(table, name.row, totals.column) : null };
  });
});

/** Which project of such a list a line belongs to; null in every other list. */
export const projectAt = (table: Table, row: number): Entry | null => projectsOf(table).findLast(({ name }) => name.row <= row)?.name ?? null;

/** The one project whose points are not 100 as those of the others are. */
export function* listedWeights(table: Table): Iterable<RuleReport<'project'>> {
  const made = present(projectsOf(table), ({ name, lines }) => {
    const weights = present(lines, ({ weight }) => (weight?.quantity ? weight : null));
    return weights.length === 0 ? null : { name, weights, all: sum(present(weights, ({ quantity }) => quantity?.value)) };
  });
  const wrong = made.filter(({ all }) => !near(all, FULL, HUNDREDTH));
  const [only] = wrong;
  if (!only || wrong.length > 1 || made.length < 2) return;
  const [expected, received] = [amount(FULL), amount(only.all)];
  yield { message: 'project', severity: 'verify', data: { name: excerpt(only.name), expected, received }, cells: only.weights.map(({ cell }) => cell), expected, received };
}

/** The one project whose total is not what its scores make, as those of the others are. */
export function* listedTotals(table: Table): Iterable<RuleReport<'project'>> {
  const made = present(projectsOf(table), ({ name, lines, total }) => {
    const scores = present(lines, ({ score }) => (score?.quantity ? score : null));
    if (!total?.quantity || scores.length === 0) return null;
    const all = sum(present(scores, ({ quantity }) => quantity?.value));
    return { name, total, all, scores, holds: near(all, total.quantity.value, Decimal.max(HUNDREDTH, halfUnit(total.quantity.decimals))) };
  });
  const wrong = made.filter(({ holds }) => !holds);
  const [only] = wrong;
  if (!only || wrong.length > 1 || made.length < 2) return;
  const [expected, received] = [amount(only.all), words(only.total)];
  yield { message: 'project', severity: 'verify', data: { name: excerpt(only.name), expected, received }, cells: [only.total.cell, ...only.scores.map(({ cell }) => cell)], expected, received };
}
