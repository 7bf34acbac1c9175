// The execution score: weight × min(1, spending ÷ budget), from the fund block's total line or given as an indicator.
import type { Decimal } from '../model/decimal';
import { HUNDRED, ONE, decimal, show } from '../model/decimal';
import type { Rubric } from '../model/rubric';
import type { ScoreItem } from '../model/scorecard';
import type { AmountUnit, Entry, FundBlock, Indicator, Table } from '../model/table';
import { scoreBasis } from './basis';
import { figure, shownPoints, unknown, within, type Points } from './points';
import { rateAsPercent } from './tolerance';

const YUAN: Readonly<Record<AmountUnit, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };
const BUDGET_NAMES = { originalBudget: '年初预算数', finalBudget: '全年预算数' } as const;

type Rate =
  | { readonly kind: 'rate'; readonly share: Decimal; readonly formula: string; readonly note: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** An amount in 元 with what is written; null where the cell holds none. A bare number is in the block's unit. */
function amountOf(entry: Entry | null, fund: FundBlock): { readonly yuan: Decimal; readonly written: string } | null {
  const quantity = entry?.quantity;
  if (!quantity || entry?.notApplicable) return null;
  const unit = fund.unit === null ? 1 : YUAN[fund.unit];
  if (quantity.unit !== '' && quantity.unit !== '元') return null;
  const yuan = quantity.unit === '元' || quantity.scale !== 1 ? quantity.value : quantity.value.times(unit);
  const bare = quantity.unit === '' && quantity.scale === 1;
  return { yuan, written: bare ? figure(quantity, 1) : show(yuan.div(unit), 6) };
}

/** Spending ÷ budget of the fund block's total line by the rubric's denominator; the written rate where the line gives no amounts at all. */
export function executionRateOf(table: Table, rubric: Rubric): Rate {
  const fund = table.fund;
  const total = fund?.total;
  if (!fund || !total) return { kind: 'unknown', why: '没有找到年度资金总额一行，无法计算执行率' };
  const wanted = rubric.execution.value.denominator;
  const other = wanted === 'finalBudget' ? 'originalBudget' : 'finalBudget';
  const column = total[wanted] || !total[other] ? wanted : other;
  const budget = amountOf(total[column], fund);
  const spending = amountOf(total.actualSpending, fund);
  if (!budget && !spending) {
    const written = total.executionRate && rateAsPercent(total.executionRate, null);
    if (written) return { kind: 'rate', share: written.percent.div(HUNDRED), formula: `${show(written.percent)}%`, note: '（表内没有预算数和执行数，按所填执行率计算）' };
  }
  if (!budget || budget.yuan.lte(0)) return { kind: 'unknown', why: `年度资金总额的${BUDGET_NAMES[column]}${budget ? '为 0' : '未填'}，无法计算执行率${partsRemark(fund, column)}` };
  if (!spending) return { kind: 'unknown', why: `年度资金总额的全年执行数未填，无法计算执行率${partsRemark(fund, column)}` };
  const note = column === wanted ? '' : `（表内没有${BUDGET_NAMES[wanted]}，按${BUDGET_NAMES[column]}计算）`;
  return { kind: 'rate', share: spending.yuan.div(budget.yuan), formula: `${spending.written} ÷ ${budget.written}`, note };
}

/** The total line is empty although parts are filled: said, not guessed. */
function partsRemark(fund: FundBlock, column: 'originalBudget' | 'finalBudget'): string {
  const parts = fund.parts.flatMap((part) => {
    const budget = amountOf(part[column], fund);
    const spending = amountOf(part.actualSpending, fund);
    if (!budget?.yuan.gt(0) && !spending?.yuan.gt(0)) return [];
    return [`“${part.name}”填有预算数 ${budget?.written ?? '空'}、执行数 ${spending?.written ?? '空'}`];
  });
  return parts.length > 0 ? `；其中${parts.join('，')}，请先补全合计行` : '';
}

function executionPoints(rate: Rate, weight: Decimal | null, rubric: Rubric): Points {
  if (rate.kind === 'unknown') return unknown(rate.why);
  if (!weight) return unknown('没有找到预算执行的分值，无法计算得分');
  const raw = weight.times(rate.share);
  const points = rubric.execution.value.capped ? within(raw, weight) : raw;
  const shown = shownPoints(weight, rubric);
  const derivation = points.eq(raw) ? `${shown} × ${rate.formula} = ${shownPoints(points, rubric)}` : `${shown} × ${rate.formula} = ${shownPoints(raw, rubric)}，不超过分值，计 ${shownPoints(points, rubric)}`;
  return { low: points, high: points, alternative: null, state: 'execution', derivation: derivation + rate.note };
}

/** The weight in the total line, else in the block's header, else the rubric's. */
function executionWeight(fund: FundBlock, rubric: Rubric): Decimal | null {
  const own = fund.total?.weight?.quantity?.value ?? fund.declaredWeight;
  if (own) return own;
  const weight = rubric.weights?.value.find((group) => group.aspect === 'execution')?.weight;
  return typeof weight === 'number' ? decimal(weight) : null;
}

/** The fund block's score; null where the form does not score it. */
export function scoreExecution(table: Table, rubric: Rubric): ScoreItem | null {
  const fund = table.fund;
  const total = fund?.total;
  if (!fund || !total) return null;
  const scored = Boolean(fund.headers.score ?? fund.headers.weight ?? fund.declaredWeight ?? total.weight?.quantity ?? total.score?.quantity);
  if (!scored || (!rubric.execution.value.scored && !total.score?.filled)) return null;
  const weight = executionWeight(fund, rubric);
  return {
    cell: (total.score ?? total.label).cell, name: '预算执行率', aspect: 'execution', indicator: null, weight,
    claimed: total.score?.quantity?.value ?? null, claimedEntry: total.score,
    ...executionPoints(executionRateOf(table, rubric), weight, rubric),
    basis: scoreBasis(rubric, rubric.execution, '预算执行得分 = 分值 × 全年执行数 ÷ 预算数，不超过分值'),
  };
}

/** 预算执行率 as one of the indicators: by the fund block's amounts, else by the rate that the line itself reports. */
export function executionIndicatorPoints(table: Table, indicator: Indicator, weight: Decimal | null, rubric: Rubric): Points {
  const rate = executionRateOf(table, rubric);
  if (rate.kind === 'rate') return executionPoints(rate, weight, rubric);
  const written = indicator.actualEntry && rateAsPercent(indicator.actualEntry, null);
  if (!written) return executionPoints(rate, weight, rubric);
  const share = written.percent.div(HUNDRED);
  return executionPoints({ kind: 'rate', share: share.gt(ONE) && rubric.execution.value.capped ? ONE : share, formula: `${show(written.percent)}%`, note: '（按所填执行率计算）' }, weight, rubric);
}
