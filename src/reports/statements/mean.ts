// 满意度分别为94.2%和91.8%，二者平均为93%: the mean of the figures just before, as many as the words say.
import type { Decimal } from '../../model/decimal';
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack, slack } from '../fact';
import { exchangeExplains } from './slip';

export interface Mean {
  readonly mean: Fact;
  readonly of: readonly Fact[];
  readonly expected: Decimal;
  readonly holds: boolean;
}

const SAID = /(?:^|[，、])(?:以上|上述|这)?([二两三四五六])(?:者|项|类|率|个[\u4e00-\u9fa5]{1,4}|次|期|批)(?:的)?(?:综合|加权|算[术数]|简单)?(?:平均|均值)[\u4e00-\u9fa5]{0,6}$/;
/** 渡工满意度94%，乘客满意度91%，综合满意度92.5%: it may be weighted, so that only exchanged digits are told. */
const OF_ALL = /^(?:综合|平均|总体)满意[度率](?:为|是|达到?)?$/;
/** Every kind counts the same. */
const SIMPLE = /算[术数]|简单/;
const NUMBERS: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

export function* means(facts: readonly Fact[]): Iterable<Mean> {
  for (const [i, mean] of facts.entries()) {
    const all = OF_ALL.test(mean.lead) ? rowBefore(facts, i) : 0;
    const wanted = NUMBERS[SAID.exec(mean.lead)?.[1] ?? ''] ?? (all >= 2 ? all : undefined);
    if (wanted === undefined || /加权/.test(mean.lead) || !isSolid(mean) || mean.aside) continue;
    const of = facts.slice(Math.max(0, i - wanted), i);
    if (of.length !== wanted || of.some((fact) => fact.kind !== mean.kind || fact.token.kind !== mean.token.kind || (fact.kind === 'count' && fact.unit !== mean.unit) || !isSolid(fact) || fact.role === 'up' || fact.role === 'down')) continue;
    const expected = sum(of.map(({ value }) => value)).div(wanted);
    const holds = near(expected, mean.value, sum([resultSlack(mean), ...of.map(slack)]));
    if (holds || all === 0 && !mayBeWeighted(mean, of) || exchangeExplains(mean, (value) => near(expected, value, resultSlack(mean)))) yield { mean, of, expected, holds };
  }
}

/** 甲项目执行率98.5%，乙项目90%，两个项目平均96.8%: of rates and averages the larger kind may count for more, but none gives a mean beyond all of them. */
function mayBeWeighted(mean: Fact, of: readonly Fact[]): boolean {
  const between = of.some(({ value }) => value.lte(mean.value)) && of.some(({ value }) => value.gte(mean.value));
  return between && !SIMPLE.test(mean.lead) && (mean.kind === 'rate' || of.every(({ role }) => role === 'each'));
}

/** How many rates of satisfaction stand just before. */
function rowBefore(facts: readonly Fact[], at: number): number {
  const row = facts.slice(0, at).toReversed();
  const end = row.findIndex((fact) => fact.kind !== 'rate' || !/满意[度率](?:为|是|达到?)?$/.test(fact.lead));
  return end < 0 ? row.length : end;
}
