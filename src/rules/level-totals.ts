// 合计 of the columns that give points or scores of 一级 and 二级指标: what all groups of the level make, where that is the whole of the list as well.
import { decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, IndicatorGroup, Table } from '../model/table';
import { figureAt } from './rows';
import type { RuleReport } from './rule';
import { amount, excerpt, words } from './wording';

const HUNDREDTH = decimal('0.01');

export function* levelTotals(table: Table): Iterable<RuleReport<'detail'>> {
  const { total, groups, indicators } = table;
  if (total?.place !== 'row') return;
  const last = indicators.at(-1)?.row ?? total.label.row;
  for (const [of, own] of [['declaredAt', total.weight], ['subtotalScore', total.score]] as const) {
    const whole = own?.quantity?.value;
    if (!whole) continue;
    for (const figures of columnsOf(groups, of)) {
      const [first] = figures;
      const claimed = first && first.column !== own.column ? figureAt(table, total.label.row, first.column) : null;
      const made = sum(present(figures, ({ quantity }) => quantity?.value));
      if (!claimed?.quantity || figures.length < 2 || figures.some(({ row }) => row > last) || !near(made, whole, HUNDREDTH) || near(made, claimed.quantity.value, HUNDREDTH)) continue;
      const [expected, received] = [amount(made), words(claimed)];
      yield {
        message: 'detail', severity: 'verify',
        data: { name: excerpt(total.label), column: of === 'declaredAt' ? '分值' : '得分', received, count: String(figures.length), expected },
        cells: [claimed.cell, ...figures.map(({ cell }) => cell)], expected, received,
      };
    }
  }
}

/** The figures of the groups by their columns, one for each cell; points in a label are none. */
function columnsOf(groups: readonly IndicatorGroup[], of: 'declaredAt' | 'subtotalScore'): readonly (readonly Entry[])[] {
  const columns = new Map<number, Map<string, Entry>>();
  for (const { [of]: entry } of groups) {
    if (!entry?.quantity) continue;
    columns.set(entry.column, (columns.get(entry.column) ?? new Map<string, Entry>()).set(entry.cell, entry));
  }
  return [...columns.values()].map((column) => [...column.values()]);
}
