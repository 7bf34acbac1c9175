// One amount divided by another beside the rate that is told of them.
import type { Decimal } from '../../model/decimal';
import { HUNDRED, near, ZERO } from '../../model/decimal';
import type { Fact } from '../fact';
import { resultSlack, slack } from '../fact';

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
