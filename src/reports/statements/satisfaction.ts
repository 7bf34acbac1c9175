// 调查400户，满意372户、基本满意19户、不满意9户，满意度97.75%: a rate of the answers, by one of the ways in which they are added up.
import type { Decimal } from '../../model/decimal';
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import { ANSWER } from './answers';
import type { CountRate } from './count-rate';
import { gives } from './rate-beside';
import { exchangeExplains, slipExplains } from './slip';

const SATISFACTION = /满意(?:度|率)(?:\([^)]{0,16}\))?(?:为|是|达到?)?$/;
const NEGATIVE = /不|一般|弃权|说不清|不清楚/;

/** `before`: the facts of the sentence before, where 收回有效问卷780份 may end. */
export function* satisfactionRates(facts: readonly Fact[], tied: ReadonlySet<Fact>, before: readonly Fact[] = []): Iterable<CountRate> {
  for (const rate of facts) {
    if (tied.has(rate) || rate.kind !== 'rate' || rate.token.kind !== 'rate' || !isSolid(rate) || !SATISFACTION.test(rate.lead)) continue;
    const counts = facts.filter((fact) => fact.index < rate.index && fact.kind === 'count' && isSolid(fact) && !fact.aside);
    const at = counts.findIndex(({ lead }) => ANSWER.test(lead));
    const asked = before.findLast((fact) => fact.kind === 'count' && fact.line === rate.line && isSolid(fact) && !fact.aside);
    const whole = at === 0 && asked && /有效|收回|回收/.test(asked.lead) ? asked : counts[at - 1];
    const answers = counts.slice(at);
    if (at < 0 || !whole || answers.length < 2 || answers.some((fact) => fact.unit !== whole.unit || !ANSWER.test(fact.lead))) continue;
    const positive = answers.findIndex(({ lead }) => NEGATIVE.test(lead));
    const good = positive < 0 ? answers : answers.slice(0, positive);
    const ways = good.map((_, i): Fact => ({ ...whole, value: sum(good.slice(0, i + 1).map(({ value }) => value)) })).toReversed();
    const fitting = ways.find((above) => gives(rate.value, above.value, whole.value, rate));
    const [most] = ways;
    if (fitting) yield { rate, above: fitting, below: whole, holds: true };
    else if (most && sum(answers.map(({ value }) => value)).lte(whole.value)) {
      const meant = ways.find((above) => slipExplains([rate], ([stated]: readonly Decimal[]) => stated !== undefined && gives(stated, above.value, whole.value, rate)) || exchangeExplains(rate, (stated) => gives(stated, above.value, whole.value, rate)));
      if (meant) yield { rate, above: meant, below: whole, holds: false };
    }
  }
}
