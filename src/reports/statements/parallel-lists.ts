// 渡口36处、渡船54艘，其中甲县15处、22艘，乙县12处、18艘，丙区9处、14艘: where the list makes up one of two wholes, it makes up the other as well.
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import type { NamedTotal } from './named-totals';
import { exchangedPart } from './slip';

const LEAST = 2;

const usable = (fact: Fact): boolean => (fact.kind === 'count' || fact.kind === 'amount') && fact.role === 'level' && isSolid(fact) && !fact.aside;
const unit = (fact: Fact): string => (fact.kind === 'amount' ? '元' : fact.unit);

export function* parallelLists(facts: readonly Fact[]): Iterable<NamedTotal> {
  const opens = facts.findIndex(({ lead }) => /^[，；]?(?:其中|分别为|具体为)/.test(lead));
  const [a, b] = facts.slice(Math.max(0, opens - 2), Math.max(0, opens));
  const list = opens < 2 ? [] : facts.slice(opens).filter(usable);
  if (!a || !b || !usable(a) || !usable(b) || a.clause < b.clause - 1 || unit(a) === unit(b) || list.length < 2 * LEAST || list.length % 2 !== 0) return;
  if (list.some((fact, i) => unit(fact) !== unit(i % 2 === 0 ? a : b)) || list.some((fact, i) => i % 2 === 1 && fact.clause !== list[i - 1]?.clause)) return;
  const [first, second] = [list.filter((_, i) => i % 2 === 0), list.filter((_, i) => i % 2 === 1)];
  const whole = (total: Fact, parts: readonly Fact[]): boolean => sum(parts.map(({ value }) => value)).eq(total.value);
  const [one, other] = [whole(a, first), whole(b, second)];
  if (one || other) {
    yield { total: a, parts: first, holds: one };
    yield { total: b, parts: second, holds: other };
    return;
  }
  for (const [total, parts] of [[a, first], [b, second]] as const) if (exchangedPart(total, parts) && parts.length > LEAST) yield { total, parts, holds: false };
}
