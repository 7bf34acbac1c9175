// Spending above the budget is possible only with money from elsewhere: it must be looked at.
import { HUNDRED } from '../model/decimal';
import type { Entry, FundBlock, Table } from '../model/table';
import { FORM_BASIS } from './basis';
import { amountIn, columnName, denominator, exactRate, isOverspent, totalFigures } from './fund-figures';
import { asksForResults } from './indicator-facts';
import { ratePercent } from './rates';
import { moneyExplained } from './reasons';
import { defineRule } from './rule';
import { slipsOfTotal } from './scores';
import { amount, percent, words } from './wording';

/** Where the money beyond the budget came from. */
const MORE_MONEY = /超(?:出)?(?:年初|全年)?预算|超支|追加|自有资金|自筹|预备费|垫[付支]|弥补/;
/** How there came to be spending where nothing was budgeted. */
const NO_BUDGET = /追加|超支|超出|超预算|调整|垫付|下达|结转/;

export const executionAbove100 = defineRule({
  id: 'execution-above-100',
  title: '超预算执行',
  severity: 'verify',
  why: '执行数一般不应超过全年预算数，超出须核对口径或说明资金来源。',
  basis: FORM_BASIS,
  messages: {
    spending: '全年执行数{spending}超过预算数{budget}，执行率{rate}，请核对或说明。',
    noBudget: '全年执行数{spending}，{column}填0：没有预算却有支出，请核对或说明。',
    rate: '执行率填{received}，超过100%，请核对执行数与预算数或说明。',
  },
  examples: [
    { shows: 'more spent than budgeted', form: { base: 'project', cells: { G6: 88, I6: '110%' } }, findings: [{ cells: ['G6', 'F6', 'I6'], message: '全年执行数88超过预算数80，执行率110.00%，请核对或说明。' }] },
    { shows: 'only the rate is given', form: { base: 'project', cells: { E6: null, F6: null, G6: null, E7: null, F7: null, G7: null, E8: null, F8: null, G8: null, I6: '103.21%' } }, findings: [{ cells: ['I6'], message: '执行率填103.21%，超过100%，请核对执行数与预算数或说明。' }] },
    { shows: 'spent without a budget', form: { base: 'project', cells: { E6: 0, F6: 0, E7: 0, F7: 0, E8: 0, F8: 0 } }, findings: [{ cells: ['G6', 'F6'], message: '全年执行数80，全年预算数填0：没有预算却有支出，请核对或说明。' }] },
    { shows: 'spent without a budget in January', form: { base: 'project', cells: { E6: 0, E7: 0, E8: 0 } }, findings: [] },
    { shows: 'spent without a budget of its own, which is explained', form: { base: 'project', cells: { E6: 0, F6: 0, E7: 0, F7: 0, E8: 0, F8: 0, J16: '上级年底追加资金，预算未及调整' } }, findings: [] },
    { shows: 'more spent than budgeted, and with what', form: { base: 'project', cells: { G6: 88, I6: '110%', A21: '说明：超预算部分8万元由单位自有资金解决。' } }, findings: [] },
    { shows: 'more by less than the cells show', form: { base: 'project', cells: { F6: { value: 80, format: '0.00' }, G6: { value: 80.0045, format: '0.00' } } }, findings: [] },
    { shows: 'more by what whole numbers hide, and the rate beside them shows', form: { base: 'project', cells: { F6: { value: 80, format: '0' }, G6: { value: 80.4, format: '0' }, I6: { value: 1.005, format: '0.00%' } } }, findings: [{ cells: ['G6', 'F6', 'I6'], message: '全年执行数80.4超过预算数80，执行率100.50%，请核对或说明。' }] },
    { shows: 'all of the budget spent', form: { base: 'project' }, findings: [] },
    { shows: 'a rate in points below 100', form: { base: 'project', cells: { G6: 78.6, I6: 98.25 } }, findings: [] },
  ],
  *check(table, { rubric }) {
    const { fund } = table;
    if (!fund) return;
    const { column } = denominator(table, rubric);
    const figures = totalFigures(table, column);
    if (figures) {
      if (!isOverspent(figures) || moneyExplained(table, MORE_MONEY)) return;
      const rate = percent(exactRate(figures));
      const cells = [figures.spendingEntry.cell, figures.budgetEntry.cell, ...(fund.total?.executionRate?.filled ? [fund.total.executionRate.cell] : [])];
      yield { message: 'spending', data: { spending: amount(figures.spending), budget: amount(figures.budget), rate }, cells, expected: null, received: amount(figures.spending), causes: slipsOfTotal(table, figures, column, (share) => share.gt(1)) };
      return;
    }
    const spent = unbudgeted(table, fund);
    if (spent) {
      const [spending, budget] = spent;
      yield { message: 'noBudget', data: { spending: words(spending), column: columnName(fund, 'finalBudget') }, cells: [spending.cell, budget.cell], expected: null, received: words(spending) };
      return;
    }
    const seen = new Set<string>();
    for (const row of fund.total ? [fund.total, ...fund.parts] : fund.parts) {
      const rate = row.executionRate;
      if (!rate?.filled || seen.has(words(rate)) || row[column]?.filled || row.actualSpending?.filled) continue;
      if (ratePercent(rate)?.gt(HUNDRED) !== true) continue;
      seen.add(words(rate));
      yield { message: 'rate', data: { received: words(rate) }, cells: [rate.cell], expected: null, received: words(rate) };
    }
  },
});

/** Spending of the total line beside 0 as the budget of the whole year. A part with a budget, or with none filled in, is told by fund-parts and missing-field. */
function unbudgeted(table: Table, block: FundBlock): readonly [Entry, Entry] | null {
  const { total, parts } = block;
  if (!total?.finalBudget || !total.actualSpending || amountIn(block, total.finalBudget)?.isZero() !== true || amountIn(block, total.actualSpending)?.gt(0) !== true) return null;
  const budgeted = [total, ...parts].some((row) => amountIn(block, row.originalBudget)?.gt(0) === true || amountIn(block, row.finalBudget)?.gt(0) === true);
  const blank = parts.some((part) => part.actualSpending?.filled === true && part.finalBudget?.filled === false);
  return budgeted || blank || !asksForResults(table) || moneyExplained(table, NO_BUDGET) ? null : [total.actualSpending, total.finalBudget];
}
