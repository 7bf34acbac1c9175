// More spent than budgeted, in the fund block or on a line of a base-data table, without a word.
import type { Decimal } from '../model/decimal';
import { HUNDRED } from '../model/decimal';
import type { BaseDataRow, Entry, Table } from '../model/table';
import { inOneUnit } from './adding-up';
import { practice } from './basis';
import { denominator, isMore, isOverspent, totalFigures } from './fund-figures';
import { asksForResults, cellsOf } from './indicator-facts';
import { isExplanation, moneyExplained, spendingExplained } from './reasons';
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
    { shows: 'more by less than is displayed, and by less than a hundredth of a per cent', form: { base: 'base-data', cells: { D14: { value: 5, format: '0.00' }, F14: { value: 5.004, format: '0.00' }, D13: 250000, F13: 250000.01, B11: null, D11: null, F11: null } }, findings: [] },
    { shows: 'more spent than budgeted', form: { base: 'project', cells: { G6: 88, G7: 68, I6: '110%' } }, findings: [{ cells: ['G6', 'F6'], message: '全年执行数88超过预算数80（超10.00%），未见原因说明。' }] },
    { shows: 'a line of the base data above its budget', form: { base: 'base-data', cells: { F14: 8 } }, findings: [{ cells: ['F14', 'D14'], message: '“政府采购金额”决算8超过预算5（超60.00%），请核实并说明。' }] },
    { shows: 'a line above its budget because of a part', form: { base: 'base-data', cells: { F12: 20, F11: 45 } }, findings: [{ cells: ['F12', 'D12'], message: '“业务工作专项”决算20超过预算15（超33.33%），请核实并说明。' }] },
    { shows: 'an amount with its unit beside a bare one', form: { base: 'base-data', cells: { F14: '5万元' } }, findings: [] },
    { shows: 'more than the budget of the year by less than the cells show', form: { base: 'project', cells: { F6: { value: 80, format: '0.00' }, G6: { value: 80.0045, format: '0.00' } } }, findings: [] },
    { shows: 'more by what whole numbers hide', form: { base: 'base-data', cells: { D14: { value: 50, format: '0' }, F14: { value: 50.4, format: '0' } } }, findings: [{ cells: ['F14', 'D14'], message: '“政府采购金额”决算50.4超过预算50（超0.80%），请核实并说明。' }] },
    { shows: 'a line that is the adjustment itself', form: { base: 'base-data', cells: { A14: '部门整体支出预算调整', F14: 8 } }, findings: [] },
    { shows: 'explained in the remarks', form: { base: 'base-data', cells: { H4: '备注', F14: 8, H14: '上级追加设备购置' } }, findings: [] },
    { shows: 'all of the budget as it is shown', form: { base: 'project', cells: { G6: 80.00001, G7: 60.00001 } }, findings: [] },
    { shows: 'all within budget', form: { base: 'base-data' }, findings: [] },
    { shows: 'the amount spent, explained in other words where an indicator gives it', form: { base: 'project', cells: { G6: 88, G7: 68, I6: '110%', D16: '项目总成本', F16: '≤80万元', G16: '88万元', J16: '新增桥梁应急抢修，由单位自筹' } }, findings: [] },
    { shows: 'another amount explained', form: { base: 'project', cells: { G6: 88, G7: 68, I6: '110%', D16: '桥梁单价', F16: '≤8万元', G16: '8.8万元', J16: '新增桥梁应急抢修，由单位自筹' } }, findings: [{ cells: ['G6', 'F6'], message: '全年执行数88超过预算数80（超10.00%），未见原因说明。' }] },
    { shows: 'who paid the rest, told in a note', form: { base: 'project', cells: { G6: 88, G7: 68, I6: '110%', A21: '备注：执行数超过预算数8万元，由单位自有资金解决。' } }, findings: [] },
    { shows: 'explained beside the cost', form: { base: 'project', cells: { G6: 88, G7: 68, I6: '110%', J16: '上级年底追加资金，预算未及调整' } }, findings: [] },
  ],
  *check(table, { rubric }) {
    if (table.summary) return;
    const figures = totalFigures(table, denominator(table, rubric).column);
    if (asksForResults(table) && figures && isOverspent(figures) && !moneyExplained(table, WORDS) && !spendingExplained(table, figures.spendingEntry)) {
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

const WORDS: RegExp = /追加|超支|超出|超预算|调整|垫付|自[有筹](?:资金)?(?:解决|承担|弥补|列支|支付)/;

function* lines(table: Table): Iterable<RuleReport<Message>> {
  const { baseData } = table;
  if (!baseData || moneyExplained(table, WORDS)) return;
  const final = baseData.columns.findLastIndex((column) => column.kind === 'final');
  // Where the form has 年初预算 and 调整后预算, the later one is what may be spent.
  const budget = baseData.columns.findLastIndex((column) => column.kind === 'budget' && column.year === baseData.columns[final]?.year);
  if (final < 0 || budget < 0) return;
  const over = new Map(baseData.rows.flatMap((row, index) => {
    const pair = overspent(row, final, budget);
    return pair ? [[index, pair] as const] : [];
  }));
  for (const [index, { spent, planned, value, limit }] of over) {
    const row = baseData.rows[index];
    // A line that is above its budget because one below it is says the same once more.
    if (!row || explained(baseData.rows, index) || [...over.keys()].some((other) => baseData.rows[other]?.parent === index)) continue;
    yield {
      message: 'line',
      data: { name: row.name, received: words(spent) === words(planned) ? amount(value) : words(spent), budget: words(planned), over: percent(value.div(limit).minus(1).times(HUNDRED)) },
      cells: cellsOf(spent, planned),
      expected: null,
      received: words(spent),
    };
  }
}

interface Overspent {
  readonly spent: Entry;
  readonly planned: Entry;
  readonly value: Decimal;
  readonly limit: Decimal;
}

/** Spent and planned where more was spent. 预算调整 is no spending, and what differs by nothing but hidden digits is equal. */
function overspent({ name, placeholder, values }: BaseDataRow, final: number, budget: number): Overspent | null {
  const spent = values[final];
  const planned = values[budget];
  const limit = planned?.quantity?.value;
  const value = spent?.quantity?.value;
  if (placeholder || /调整/.test(name) || !spent || !planned || !limit?.gt(0) || !value || !isMore(spent, value, planned, limit) || !inOneUnit([spent, planned])) return null;
  if (percent(value.div(limit).times(HUNDRED)) === percent(HUNDRED)) return null;
  return { spent, planned, value, limit };
}

/** 备注 of the line itself, or of the line that it is a part of. */
function explained(rows: readonly BaseDataRow[], index: number): boolean {
  for (let row = rows[index]; row; row = row.parent === null ? undefined : rows[row.parent]) if (isExplanation(row.note)) return true;
  return false;
}
