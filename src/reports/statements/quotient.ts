// One amount divided by another beside the rate that is told of them.
import type { Decimal } from '../../model/decimal';
import { HUNDRED, near, sum, ZERO } from '../../model/decimal';
import type { Fact } from '../fact';
import { resultSlack, slack } from '../fact';
import type { Measure } from '../subjects';

/** Where the budget may stand far above; more than the figures of most reports. */
export const FAR_FACTS = 400;

export const SPENDING_RATE = /(?:^|[，。；：、的为)]|预算|资金|经费|支出|项目|年度?|部门|单位|整体|总体|综合|财政|其|平均|实际)(?:(?:执行|支出|使用|支付|拨付|结算|兑付|兑现)(?:率|进度|比例|比率)|(?:预算|资金|支出)完成率)[^，。；\d]{0,6}$/;

export interface Quotient {
  readonly above: Fact;
  readonly below: Fact;
}

/** True where the rate is that of the quotient, as far as the digits written on either side tell. */
export function fits(rate: Fact, { above: upper, below: lower }: Quotient): boolean {
  const percent = upper.value.div(lower.value).times(HUNDRED);
  const relative = relativeSlack(upper).plus(relativeSlack(lower)).times(percent);
  const tolerance = resultSlack(rate).plus(relative).plus(rate.token.approximate ? '1' : ZERO);
  // Many cut the digits off instead of rounding.
  const cut = percent.gte(rate.value) && percent.minus(rate.value).lt(resultSlack(rate).times(2)) && rate.decimals > 0;
  return near(percent, rate.value, tolerance) || cut;
}

function relativeSlack(fact: Fact): Decimal {
  return fact.value.isZero() ? ZERO : slack(fact).div(fact.value.abs());
}

/** 财政拨款预算1000万元，支出980万元；其他资金预算200万元，支出150万元: what was spent of all budgets together, where it is told once or beside each of them. */
export function ofAllTogether(amounts: readonly Fact[], numerators: readonly Measure[], denominators: readonly Measure[]): Quotient | null {
  const of = (measures: readonly Measure[]): readonly Fact[] => amounts.filter(({ measure }) => measure !== null && measures.includes(measure));
  const [spent, budgets] = [of(numerators), of(denominators)];
  const [above, below] = [spent[0], budgets[0]];
  if (!above || !below || budgets.length < 2 || spent.length !== 1 && spent.length !== budgets.length) return null;
  const total = (facts: readonly Fact[]): Decimal => sum(facts.map(({ value }) => value));
  return total(budgets).isZero() ? null : { above: { ...above, value: total(spent) }, below: { ...below, value: total(budgets) } };
}

/** 执行率, 支出率 of the budget; not 采购执行率. */
export function isSpendingRate({ lead }: Fact): boolean {
  return SPENDING_RATE.test(lead);
}
