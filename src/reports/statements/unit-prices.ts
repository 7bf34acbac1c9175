// 1829户，按1000元/户的标准，补助182.9万元: a price with its unit behind a stroke, the count that has this unit and the total.
import type { Decimal } from '../../model/decimal';
import { near } from '../../model/decimal';
import type { Fact } from '../fact';
import { digitsOf, isSolid, resultSlack, slack } from '../fact';
import { isEach, sameUnit, type Tie } from './each-words';
import { slipExplains } from './slip';

/** Not 元/人·年, 元/户/月: people come and go. */
const PER = /^\/(人次|平方米|公里|农户|[户亩个套台辆座所名人头只株吨场㎡米处盏条])(?![·./年月日天次])/;
/** A price up to which is paid gives no total. */
const UP_TO = /最[高低多少]|上限|封顶|不超过|至少|原则/;
const LEAST_OF_TOTAL = 4;
const MOST_CLAUSES = 2;

const isCount = (fact: Fact | undefined, price: Fact, unit: string): fact is Fact => fact?.kind === 'count' && fact.sentence === price.sentence && fact.role === 'level' && isSolid(fact) && !fact.aside && sameUnit(fact.unit, unit) && Math.abs(fact.clause - price.clause) <= MOST_CLAUSES;
const isTotal = (fact: Fact | undefined, price: Fact): fact is Fact => fact?.kind === 'amount' && fact.sentence === price.sentence && fact.role === 'level' && isSolid(fact) && !fact.aside && !isEach(fact) && !PER.test(fact.tail) && fact.value.gt(price.value) && Math.abs(fact.clause - price.clause) <= MOST_CLAUSES;

/** 户 of 1000元/户; null where no stroke follows. */
export function unitBehind({ tail, lead }: Fact): string | null {
  return UP_TO.test(lead) ? null : PER.exec(tail)?.[1] ?? null;
}

/** Told only where one slip explains what fits nothing: a standard may be meant for some of them. */
export function* unitPrices(facts: readonly Fact[]): Iterable<{ readonly tie: Tie; readonly holds: boolean }> {
  for (const [i, price] of facts.entries()) {
    const unit = price.kind === 'amount' && isSolid(price) && price.value.gt(0) && !isEach(price) ? unitBehind(price) : null;
    const pair = unit === null ? null : price.aside ? inBracket(facts, i, unit) : besides(facts, i, unit);
    if (!pair) continue;
    const [count, total] = pair;
    const fits = ([a, b, c]: readonly Decimal[]): boolean => a !== undefined && b !== undefined && c !== undefined && near(b.times(c), a, resultSlack(total).plus(slack(count).times(c)));
    const tied = [total, count, price];
    const holds = fits(tied.map(({ value }) => value));
    if (holds || digitsOf(total) >= LEAST_OF_TOTAL && slipExplains(tied, fits)) yield { tie: { count, each: price, total, times: 1 }, holds };
  }
}

/** Count, price and total one after another, or the price first. */
function besides(facts: readonly Fact[], i: number, unit: string): readonly [count: Fact, total: Fact] | null {
  const [before, price, next, last] = [facts[i - 1], facts[i], facts[i + 1], facts[i + 2]];
  if (!price) return null;
  // 按2500元/户的标准，市级182.9万元（1000元/户）: the total has a price of its own.
  if (isCount(before, price, unit) && isTotal(next, price) && !(last?.aside && unitBehind(last) !== null)) return [before, next];
  return isCount(next, price, unit) && isTotal(last, price) ? [next, last] : null;
}

/** 市级182.9万元（1000元/户）: of the one count of this unit before it. */
function inBracket(facts: readonly Fact[], i: number, unit: string): readonly [count: Fact, total: Fact] | null {
  const [total, price] = [facts[i - 1], facts[i]];
  if (!price || !total || total.end !== price.start - 1 || !isTotal(total, price)) return null;
  const counts = facts.filter((fact) => fact.index < total.index && fact.kind === 'count' && sameUnit(fact.unit, unit) && isSolid(fact) && !fact.aside);
  const [count] = counts;
  return count && counts.length === 1 && count.role === 'level' ? [count, total] : null;
}
