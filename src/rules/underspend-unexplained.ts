// Execution below the threshold needs a reason somewhere in the form.
import { HUNDRED, decimal } from '../model/decimal';
import type { Decimal } from '../model/decimal';
import type { Basis, Rubric } from '../model/rubric';
import type { Table } from '../model/table';
import { comparable } from '../scoring/units';
import { RUBRIC_BASIS, practice, rubricBasis, statedBasis } from './basis';
import { denominator, exactRate, totalFigures } from './fund-figures';
import { cellsOf, moreIsBetter } from './indicator-facts';
import { rateHolds, ratePercent } from './rates';
import { hasRoomForReasons, isExplanation, moneyExplained, spendingExplained } from './reasons';
import { defineRule } from './rule';
import { slipsOfTotal } from './scores';
import { amount, percent } from './wording';

const MONEY = /预算|资金|尾款|支付|结余|结转|执行率|节约|节省|未付|招标|合同|疫情影响|因疫情|未(?:能)?(?:开展|实施|启动|举办)|停工|付款|拨付|拨款|中标|控制价|(?:财政|指标|年底|年末|统一)[^，。；,;]{0,6}收回|压减|[审核]减|据实结算|决算审[核计]|跨年|发票|报销|进度(?:滞后|缓慢|[较偏]慢)/;

export const underspendUnexplained = defineRule({
  id: 'underspend-unexplained',
  title: '执行率偏低未说明',
  severity: 'verify',
  why: '预算执行率偏低须说明原因，否则视为预算编制或执行存在问题。',
  basis: RUBRIC_BASIS,
  messages: { low: '预算执行率{received}（{spending} ÷ {budget}），低于{expected}，未见原因说明。' },
  examples: [
    { shows: 'half of the budget spent', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, I20: 95 } }, findings: [{ cells: ['I6', 'G6', 'F6'], message: '预算执行率50.00%（40 ÷ 80），低于90%，未见原因说明。' }] },
    { shows: 'with what was not done, and why', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, I20: 95, G11: '养护道路30公里，其余因汛期停工未实施。' } }, findings: [] },
    { shows: 'with a reason beside the cost', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, I20: 95, J16: '质保期未满，尾款未支付' } }, findings: [] },
    { shows: 'with a reason in other words where an indicator gives the amount spent', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, I20: 95, D16: '项目总成本', F16: '≤80万元', G16: '40万元', J16: '上半年路面病害较往年少' } }, findings: [] },
    { shows: 'with a bid below the ceiling', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, G16: '1.6万元/公里', F16: '≤2万元/公里', J16: '中标价低于控制价' } }, findings: [] },
    { shows: 'with payments that are due next year', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, A21: '未完成原因：项目跨年实施，工程款下年拨付' } }, findings: [] },
    { shows: 'with a reason that has nothing to do with money', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, J19: '部分群众未填写问卷' } }, findings: [{ cells: ['I6', 'G6', 'F6'], message: '预算执行率50.00%（40 ÷ 80），低于90%，未见原因说明。' }] },
    { shows: 'with a reason for about that much of the work not being done', form: { base: 'project', cells: { G6: 64, G7: 44, I6: '80%', K6: 8, G13: '41公里', I13: 16.4, J13: '部分路段年内已由上级大修', I20: 94.4 } }, findings: [] },
    { shows: 'with a reason for much less of the work', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, G13: '48公里', I13: 19.2, J13: '部分路段年内已由上级大修', I20: 94.2 } }, findings: [{ cells: ['I6', 'G6', 'F6'], message: '预算执行率50.00%（40 ÷ 80），低于90%，未见原因说明。' }] },
    { shows: 'a rate that is 90 % as shown', form: { base: 'project', cells: { E6: 23866.88, F6: 23866.88, G6: 21480.19, I6: '90%', K6: 9, I20: 99 } }, findings: [] },
    { shows: 'with a remark below the table', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, I20: 95, A21: '备注', B21: '因春灌推迟施工，工程款年底未结算，支付顺延。' } }, findings: [] },
    { shows: 'with a demand for reasons below the table', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 5, I20: 95, A21: '说明：预算执行率低于90%的，需说明原因。' } }, findings: [{ cells: ['I6', 'G6', 'F6'], message: '预算执行率50.00%（40 ÷ 80），低于90%，未见原因说明。' }] },
    { shows: 'how points are given behind the amounts', form: { base: 'project', cells: { L5: '得分计算方法', G6: 40, G7: 20, I6: '50%', K6: 5, L6: '执行率*该指标分值，最高不得超过分值上限', I20: 95 } }, findings: [{ cells: ['I6', 'G6', 'F6'], message: '预算执行率50.00%（40 ÷ 80），低于90%，未见原因说明。' }] },
    { shows: 'nearly all spent', form: { base: 'project', cells: { G6: 76, G7: 56, I6: '95%', K6: 9.5, I20: 99.5 } }, findings: [] },
  ],
  *check(table, { rubric }) {
    // The reasons stand in the forms that a summary lists.
    if (table.summary || table.kind === 'targets' || table.kind === 'monitoring' || !hasRoomForReasons(table)) return;
    const { column } = denominator(table, rubric);
    const figures = totalFigures(table, column);
    if (!figures) return;
    // As it is shown: 89.99999 % is 90.00 % to everybody who reads the form.
    const rate = exactRate(figures).toDecimalPlaces(2);
    const threshold = thresholdOf(table, rubric);
    if (rate.gte(threshold.below) || writtenAbove(table, rate, threshold.below) || moneyExplained(table, MONEY) || spendingExplained(table, figures.spendingEntry) || workExplained(table, rate)) return;
    const received = percent(rate);
    const cell = table.fund?.total?.executionRate;
    yield {
      message: 'low',
      data: { expected: percent(threshold.below, Math.min(threshold.below.decimalPlaces(), 2)), received, spending: amount(figures.spending), budget: amount(figures.budget) },
      cells: cellsOf(cell?.filled ? cell : null, figures.spendingEntry, figures.budgetEntry),
      expected: null,
      received,
      basis: threshold.basis,
      causes: [...(cell ? [{ rule: 'execution-rate', cell: cell.cell }] : []), ...slipsOfTotal(table, figures, column, (share) => share.times(HUNDRED).lt(threshold.below))],
    };
  },
});

/** Work and money are seldom short by the very same share. */
const POINTS_APART = 5;

/** 补贴户数 ≥1650户 | 1402户 | 部分农户提前还款, with 85 % spent: why the work fell short tells why the money did. */
function workExplained(table: Table, rate: Decimal): boolean {
  return table.indicators.some((indicator) => {
    const { aspect, isExecution, target: { quantity }, actualQuantity, name, reason } = indicator;
    if (aspect !== 'output' || isExecution || !quantity || !actualQuantity || !isExplanation(reason) || !moreIsBetter(table, indicator)) return false;
    const same = comparable(quantity, actualQuantity, name.text);
    return same.kind === 'comparable' && same.actual.lt(same.target) && same.actual.div(same.target).times(HUNDRED).minus(rate).abs().lte(POINTS_APART);
  });
}

/** A rate rounded rightly to the digits that the form gives reaches the threshold. */
function writtenAbove(table: Table, rate: Decimal, below: Decimal): boolean {
  const entry = table.fund?.total?.executionRate;
  return entry?.filled === true && rateHolds(entry, rate) === true && ratePercent(entry)?.gte(below) === true;
}

/** In percent. The form's own words first; a share (0.9) and points (90) both occur. */
function thresholdOf(table: Table, rubric: Rubric): { readonly below: Decimal; readonly basis: Basis } {
  const inPercent = (value: Decimal): Decimal => (value.lte(1) ? value.times(HUNDRED) : value);
  const stated = table.stated.find((rule) => rule.kind === 'underspend-reason');
  if (stated) return { below: inPercent(stated.below), basis: statedBasis(stated) };
  const { executionBelow } = rubric.reasons.value;
  return executionBelow === null
    ? { below: decimal(90), basis: practice('预算执行率未达到90%的需说明原因') }
    : { below: inPercent(decimal(executionBelow)), basis: rubricBasis(rubric, rubric.reasons, '预算执行率偏低的需说明原因') };
}
