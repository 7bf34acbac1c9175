// 一档146人，每人2500元；二档292人，每人1500元，发放80.3万元; 一等奖2名(每名5000元)、二等奖4名(每名3000元): two counts, each with its own standard, and the total of both.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import { isEach } from './each-words';

/** Null where the sentence has no second count with a standard of its own before the total. */
export function addedProducts(facts: readonly Fact[], each: Fact): { readonly facts: readonly Fact[]; readonly holds: boolean } | null {
  const pairs = facts.flatMap((price, i) => {
    const count = facts[i - 1];
    return price.kind === 'amount' && isEach(price) && count?.kind === 'count' && isSolid(price) && isSolid(count) && !count.aside ? [[count, price] as const] : [];
  });
  const last = pairs.at(-1)?.[1];
  const total = last ? facts.find((fact) => fact.index === last.index + 1) : undefined;
  const unit = pairs[0]?.[0].unit;
  const between = pairs.every(([, price], i) => i === pairs.length - 1 || facts[facts.indexOf(price) + 1] === pairs[i + 1]?.[0]);
  if (pairs.length < 2 || !between || !total || total.kind !== 'amount' || isEach(total) || total.role !== 'level' || !pairs.some(([, price]) => price === each) || pairs.some(([count]) => count.unit !== unit)) return null;
  const made = sum(pairs.map(([count, price]) => count.value.times(price.value)));
  return { facts: [total, ...pairs.flat()], holds: near(made, total.value, resultSlack(total)) };
}
