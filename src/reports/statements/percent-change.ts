// 增长5.03%: a percentage of change against the two figures, the figure and its difference, or the figure of that name, whichever are given.
import type { Decimal } from '../../model/decimal';
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack, slack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { holds } from '../report-rule';
import { about, bare, percentText, unitOf, written } from '../showing';
import { fromPair, WORDS, type Growth } from './comparing';
import { namedGrowth } from './looking-back';
import type { Pair } from './pairs';
import { exchangeExplains, slipExplains } from './slip';

/** 约 and the like: what a percentage may be off by. */
const LOOSE_PERCENT = '0.5';
const THAN_PAST = /(?:比|较|与|同)(?:上年|去年|上一年|同期|20\d{2}年)[^，。；]{0,8}$/;

/** What is to be told of a percentage; null where the words leave open what it is of. `pair`: the two figures before it, where they are known. */
export function percentOf(reading: Reading, facts: readonly Fact[], change: Fact, pair: Pair | null): Outcome<'percent'> | null {
  if (change.token.partial) return null;
  // 比上年增加1万元，增长20%: the previous figure may be given by the difference alone.
  const amount = pair ? null : differenceBefore(facts, change);
  const growth = pair ? fromPair(pair) : amount && !isOfNext(facts, amount, change) ? fromDifference(reading, amount) : null;
  if (!growth) {
    const named = amount && namedGrowth(reading, amount, change);
    return named && ofName(reading, amount, change, named);
  }
  if (growth.base.lte(0)) return null;
  const percent = growth.gap.abs().div(growth.base).times(HUNDRED);
  const tolerance = change.token.approximate ? percent.times(0).plus(LOOSE_PERCENT) : resultSlack(change).plus(growth.slack);
  if (isGiven(change, growth, percent, tolerance)) return holds([...growth.facts, change]);
  // 12680份，其中其他样品6580份，同比增长9.69%: whether the last part or the whole is meant is not said.
  const whole = !amount || growth.what.parent === null ? undefined : reading.facts[growth.what.parent];
  if (whole && amount && ofWhole(whole, growth.what, amount, change)) return null;
  // 0.05 written for 5 %, and a quotient over the new figure, are other ways of counting: only what fits nothing is reported.
  const after = growth.base.plus(growth.gap);
  if (!growth.onPast && !after.isZero() && near(growth.gap.abs().div(after).times(HUNDRED), change.value.abs(), tolerance)) return null;
  return wrong(reading, change, growth, percentText(percent));
}

/** The difference that goes the same way, before its percentage. */
function differenceBefore(facts: readonly Fact[], change: Fact): Fact | null {
  return facts.filter((fact) => fact.index < change.index && fact.role === change.role && fact.kind !== 'rate' && isSolid(fact)).at(-1) ?? null;
}

/** 净增2650家；另一类企业17560家，同比增长38.6%; 增加20万人次，旅游收入6.8亿元，增长13.33%: the percentage is the second one's. */
function isOfNext(facts: readonly Fact[], amount: Fact, change: Fact): boolean {
  return facts.some((fact) => fact.index > amount.index && fact.index < change.index && fact.role === 'level' && (fact.kind === amount.kind || fact.kind === 'amount'));
}

/** True where the percentage is what the figures give, rounded one way or another. */
function isGiven(change: Fact, growth: Growth, percent: Decimal, tolerance: Decimal): boolean {
  const stated = change.value.abs();
  const half = resultSlack(change);
  // 人均1.8万元，较上年1.9万元下降2.56%: it comes near only because the two are so round.
  if (!near(percent, stated, half.times(2)) && exchangeExplains(change, (value) => near(percent, value, half))) return false;
  return near(percent, stated, tolerance) || near(percent.toDecimalPlaces(0), stated, half) || near(percent.minus(stated), half, half.plus(growth.slack));
}

function wrong(reading: Reading, change: Fact, growth: Growth, expected: string): Outcome<'percent'> {
  const { facts, what } = growth;
  const received = written(reading, change);
  const word = WORDS.exec(change.lead)?.[1] ?? '变化';
  const calculation = growth.calculation(expected);
  return { facts: [...facts, change], cells: [], fault: { message: 'percent', data: { what: about(what).replace(/[比较与同]$/, ''), word, expected, received, calculation }, places: [change, ...facts], expected, received, calculation } };
}

/** True where the whole gives the percentage, or no slip tells that the part is meant. */
function ofWhole(whole: Fact, part: Fact, amount: Fact, change: Fact): boolean {
  const fits = ([now, by, stated]: readonly Decimal[]): boolean => {
    const base = now && by ? (amount.role === 'up' ? now.minus(by) : now.plus(by)) : null;
    return base !== null && by !== undefined && stated !== undefined && base.gt(0) && near(by.div(base).times(HUNDRED), stated, resultSlack(change));
  };
  return fits([whole, amount, change].map(({ value }) => value)) || !slipExplains([part, amount, change], fits);
}

/** Of this year's figure under the same name, and the difference. */
function ofName(reading: Reading, amount: Fact, change: Fact, { now, base, holds: fitting }: { readonly now: Fact; readonly base: Decimal; readonly holds: boolean }): Outcome<'percent'> {
  if (fitting) return holds([now, amount, change]);
  const expected = percentText(amount.value.div(base).times(HUNDRED));
  const received = written(reading, change);
  const calculation = `${bare(amount, amount.value)} ÷ (${bare(amount, now.value)} ${amount.role === 'up' ? '−' : '+'} ${bare(amount, amount.value)}) = ${expected}`;
  const word = WORDS.exec(change.lead)?.[1] ?? '变化';
  return { facts: [now, amount, change], cells: [], fault: { message: 'percent', data: { what: about(now), word, expected, received, calculation }, places: [change, amount, now], expected, received, calculation } };
}

/** 收入812万元，较上年增加42万元: the figure and the difference give the one before. */
function fromDifference(reading: Reading, change: Fact): Growth | null {
  // 完成预算12亿元的102.92%，同比增收1.13亿元: the budget is only measured by.
  const facts = reading.facts.slice(Math.max(0, change.index - 6), change.index + 1).filter(({ line, tail }) => line === change.line && tail !== '的');
  const last = facts.filter((fact) => fact.index < change.index && fact.role === 'level' && fact.kind === change.kind && isSolid(fact) && !fact.aside && unitOf(fact) === unitOf(change)).at(-1);
  // 收入812万元，其中其他收入26万元，较上年增加42万元: where the part cannot be meant, its whole is, as in a sentence behind the parts.
  const ofPart = last?.parent === null || (last !== undefined && last.sentence === change.sentence && last.value.gt(change.value));
  const now = last && !ofPart && last.parent !== null ? reading.facts[last.parent] : last;
  if (!now || !last || last.clause < change.clause - 4 || now.sentence < change.sentence - 1 || facts.some((fact) => fact.index > now.index && fact.index < change.index && fact.kind === now.kind && fact.role !== 'each' && fact.parent !== now.index)) return null;
  const gap = change.role === 'up' ? change.value : change.value.negated();
  // 较上年278.15万元增加8.25万元: the figure is last year's, this year's is not given.
  const isPast = THAN_PAST.test(now.lead);
  const base = isPast ? now.value : now.value.minus(gap);
  return {
    gap, base, facts: [now, change], what: now, onPast: isPast,
    slack: base.isZero() ? base : slack(change).plus(slack(now)).div(base).abs().times(HUNDRED),
    calculation: (expected) => isPast ? `${bare(now, change.value)} ÷ ${bare(now, now.value)} = ${expected}` : `${bare(now, change.value)} ÷ (${bare(now, now.value)} ${change.role === 'up' ? '−' : '+'} ${bare(now, change.value)}) = ${expected}`,
  };
}
