// More spent than budgeted, in the fund block or on a line of a base-data table, without a word.
import { HUNDRED } from '../model/decimal';
import type { Entry, Table } from '../model/table';
import { practice } from './basis';
import { denominator, totalFigures } from './fund-figures';
import { cellsOf } from './indicator-facts';
import { moneyExplained } from './reasons';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { amount, percent, words } from './wording';

type Message = 'fund' | 'line';

export const overspendUnexplained = defineRule<Message>({
  id: 'overspend-unexplained',
  title: '超支未说明',
  severity: 'verify',
  why: '支出超过预算须有追加依据或说明，否则属超预算支出。',
  basis: practice('支出超出预算的，应说明原因'),
  messages: {
    fund: '全年执行数{received}超过预算数{budget}（超{over}），未见原因说明。',
    line: '“{name}”决算{received}超过预算{budget}（超{over}），请核实并说明。',
  },
  examples: [
    { shows: 'more spent than budgeted', form: { base: 'project', cells: { G6: 88, G7: 68, I6: '110%' } }, findings: [{ cells: ['G6', 'F6'], message: '全年执行数88超过预算数80（超10.00%），未见原因说明。' }] },
    { shows: 'a line of the base data above its budget', form: { base: 'base-data', cells: { F14: 8 } }, findings: [{ cells: ['F14', 'D14'], message: '“政府采购金额”决算8超过预算5（超60.00%），请核实并说明。' }] },
    { shows: 'all within budget', form: { base: 'base-data' }, findings: [] },
    { shows: 'explained beside the cost', form: { base: 'project', cells: { G6: 88, G7: 68, I6: '110%', J16: '上级年底追加资金，预算未及调整' } }, findings: [] },
  ],
  *check(table, { rubric }) {
    const figures = totalFigures(table, denominator(table, rubric).column);
    if (figures && figures.spending.gt(figures.budget) && !moneyExplained(table, /追加|超支|超出|超预算|调整|垫付/)) {
      yield {
        message: 'fund',
        data: { received: amount(figures.spending), budget: amount(figures.budget), over: percent(figures.spending.div(figures.budget).minus(1).times(HUNDRED)) },
        cells: cellsOf(figures.spendingEntry, figures.budgetEntry),
        expected: null,
        received: amount(figures.spending),
        causes: [{ rule: 'execution-above-100', cell: figures.spendingEntry.cell }],
      };
    }
    yield* lines(table);
  },
});

function* lines({ baseData }: Table): Iterable<RuleReport<Message>> {
  if (!baseData) return;
  const final = baseData.columns.findLastIndex((column) => column.kind === 'final');
  const budget = baseData.columns.findIndex((column) => column.kind === 'budget' && column.year === baseData.columns[final]?.year);
  if (final < 0 || budget < 0) return;
  for (const row of baseData.rows) {
    const spent: Entry | undefined = row.values[final];
    const planned: Entry | undefined = row.values[budget];
    const limit = planned?.quantity?.value;
    const value = spent?.quantity?.value;
    if (row.placeholder || !spent || !planned || !limit?.gt(0) || !value?.gt(limit)) continue;
    yield {
      message: 'line',
      data: { name: row.name, received: words(spent), budget: words(planned), over: percent(value.div(limit).minus(1).times(HUNDRED)) },
      cells: cellsOf(spent, planned),
      expected: null,
      received: words(spent),
    };
  }
}
