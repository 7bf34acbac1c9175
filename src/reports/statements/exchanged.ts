// The last resort: a long figure of which two neighbouring digits, exchanged, give just what the figures beside it give, while as written it follows from none of them.
import type { Decimal } from '../../model/decimal';
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { digitsOf, isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { exchangedValues } from './slip';

export interface Exchanged {
  readonly fact: Fact;
  readonly above: Fact;
  readonly below: Fact;
  readonly expected: Decimal;
}

/** Of figures with so many digits one in thousands fits by chance. */
const LEAST_DIGITS = 4;
const NEAR_FACTS = 12;
/** 分别完成任务的107.51%、133.7%和167.5%: of as many figures in their order, the nearest of them or not. */
const IN_ROW = /^[、和及与]$/;
const LINES_BACK = 1;
/** Of more figures in one sentence, two that come near the rate are found by chance. */
const MOST_BESIDE = 3;

/** 占任务数的67.14% */
const NAMED = /占([\u4e00-\u9fa5]{2,8}?)(?:总?[数量])?的$/;
/** 更新渡船51艘，完成率94.44%: of the 渡船54艘 told before. */
const DONE = /完成(?:率|(?:年度)?(?:任务|计划|目标)的)(?:为|是|达到?)?$/;
const one = (unit: string): string => (unit === '名' || unit === '人次' ? '人' : unit);
const alike = (a: Fact, b: Fact): boolean => a.kind === b.kind && (a.kind === 'amount' || one(a.unit) === one(b.unit));

/** Rates and differences that no outcome before has tied. */
export function exchanged(reading: Reading, fact: Fact): Exchanged | null {
  if (!isSolid(fact) || fact.aside || digitsOf(fact) < LEAST_DIGITS || IN_ROW.test(fact.lead)) return null;
  const isRate = fact.kind === 'rate' && fact.token.kind === 'rate';
  const changes = fact.role === 'up' || fact.role === 'down';
  if (!isRate && !(changes && (fact.kind === 'amount' || fact.kind === 'count'))) return null;
  const ways = pairsFor(reading, fact, isRate).flatMap(([one, other]) => {
    const [above, below] = [[one, other], [other, one]] as const;
    return [above, below].map(([a, b]) => ({ above: a, below: b, value: changes ? a.value.minus(b.value).abs().div(isRate ? b.value : 1).times(isRate ? HUNDRED : 1) : a.value.div(b.value).times(HUNDRED) }));
  }).filter(({ value }) => value.gt(0));
  const slackness = resultSlack(fact);
  if (ways.some(({ value }) => near(value, fact.value, slackness.times(2)))) return null;
  const meant = exchangedValues(fact).flatMap((value) => ways.filter((way) => near(way.value, value, slackness)));
  const [first] = meant;
  return first && meant.every(({ value }) => near(value, first.value, slackness)) ? { fact, above: first.above, below: first.below, expected: first.value } : null;
}

/** Two figures each that the words may mean: the nearest with any before it or of its name, and any two of the sentence. */
function pairsFor(reading: Reading, fact: Fact, isRate: boolean): readonly (readonly [Fact, Fact])[] {
  // （4）南坪乡支出143.81万元，…；（5）北岭镇支出366.01万元，支出进度93.29%: another item is another matter.
  const before = reading.index.around(fact.line, reading.lineOf.get(fact.line)?.number ? 0 : LINES_BACK).filter((other) => other.index < fact.index && other.index >= fact.index - NEAR_FACTS && (other.kind === 'amount' || other.kind === 'count') && isSolid(other) && other.value.gt(0));
  const nearest = before.filter((other) => other.sentence === fact.sentence && other.role === 'level' && !other.aside && (isRate || alike(other, fact))).at(-1);
  if (!nearest || fact.clause - nearest.clause > 2) return [];
  const far = namedFar(reading, fact, nearest).filter((other) => !before.includes(other));
  const withNearest = [...before, ...far].filter((other) => other !== nearest && alike(other, nearest)).map((other) => [nearest, other] as const);
  if (!isRate || fact.role === 'up' || fact.role === 'down') return withNearest;
  // 编制210名，实有198名，缺编12名，使用率94.29%: any two of one sentence.
  const beside = before.filter((other) => other !== nearest && other.sentence === fact.sentence && other.role === 'level' && !other.aside);
  const two = beside.length > MOST_BESIDE ? [] : beside.flatMap((one, i) => beside.slice(i + 1).filter((other) => alike(one, other)).map((other) => [one, other] as const));
  return [...withNearest, ...two];
}

/** Figures further up that have the name which the rate, or the figure that it is of, says. */
function namedFar(reading: Reading, rate: Fact, nearest: Fact): readonly Fact[] {
  const own = DONE.test(rate.lead) ? (nearest.words ?? '').slice(-2) : '';
  const named = NAMED.exec(rate.lead)?.[1];
  if (own.length !== 2 && named === undefined) return [];
  const hasName = (words: string): boolean => (own.length === 2 ? words.endsWith(own) : named !== undefined && words.includes(named));
  return reading.facts.slice(0, nearest.index).filter((other) => other.role === 'level' && hasName(other.words ?? '') && isSolid(other) && other.value.gt(0));
}

/** The outcomes, and behind them what is told of figures that none of them has tied. */
export function* withExchanged<M extends string>(reading: Reading, outcomes: Iterable<Outcome<M>>, ofRule: (fact: Fact) => boolean, tell: (found: Exchanged) => Outcome<M>): Iterable<Outcome<M>> {
  const tied = new Set<Fact>();
  for (const outcome of outcomes) {
    for (const fact of outcome.facts) tied.add(fact);
    yield outcome;
  }
  for (const fact of reading.facts) {
    const found = !tied.has(fact) && ofRule(fact) ? exchanged(reading, fact) : null;
    if (found) yield tell(found);
  }
}
