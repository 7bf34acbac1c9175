// What a change says against what the two figures give: how it is put, and how it is calculated.
import type { Decimal } from '../../model/decimal';
import { HUNDRED, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { slack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { about, bare, inUnitOf, percentText, written } from '../showing';
import type { Pair } from './pairs';

type Message = 'difference' | 'direction' | 'percent' | 'level';

const APART = /(高于|低于|高出|超出|超过|超额完成|增加|增长|减少|下降|提高|提升|降低|压减|压缩|缩短|节约|新增|净增)/;
export const WORDS = /(增加|增长|上升|提高|上涨|净增|增多|减少|下降|降低|节约|压减|压缩|缩减|节省)(?:了|额|数|幅度|幅|金额|资金|经费|比例|率|为|约|达)*$/;

export interface Growth {
  readonly gap: Decimal;
  readonly base: Decimal;
  readonly slack: Decimal;
  readonly facts: readonly Fact[];
  readonly what: Fact;
  /** The words name last year's figure alone: then nothing else is the base. */
  readonly onPast: boolean;
  calculation(expected: string): string;
}

export function fromPair({ now, before }: Pair): Growth {
  const gap = now.value.minus(before.value);
  const relative = sum([now, before].map(slack));
  return {
    gap, base: before.value, facts: [now, before], what: now, onPast: false,
    slack: before.value.isZero() ? before.value : relative.div(before.value).times(HUNDRED),
    calculation: (expected) => `(${bare(now, now.value)} − ${bare(now, before.value)}) ÷ ${bare(now, before.value)} = ${expected}`,
  };
}

export function subtraction(a: Fact, b: Fact): string {
  return `${bare(a, a.value)} − ${bare(a, b.value)} = ${bare(a, a.value.minus(b.value))}`;
}

/** It went the other way than the words say. */
export function turned(reading: Reading, change: Fact, { now, before }: Pair, what = about(now)): Outcome<Message> {
  const [expected, received] = change.role === 'up' ? ['减少', WORDS.exec(change.lead)?.[1] ?? '增加'] : ['增加', WORDS.exec(change.lead)?.[1] ?? '减少'];
  return { facts: [now, before, change], cells: [], fault: { message: 'direction', data: { what, before: written(reading, before), now: written(reading, now), expected, received }, places: [change, now, before], expected, received, calculation: subtraction(now, before) } };
}

/** 由3240个增加到3070个 */
export function turnedBetween(reading: Reading, { now, before }: Pair, received: string, up: boolean): Outcome<Message> {
  const expected = now.value.eq(before.value) ? '持平' : up ? '减少' : '增加';
  const what = about(before).replace(/(?:总数|数量|数)?[由从]$/, '');
  return { facts: [now, before], cells: [], fault: { message: 'direction', data: { what, before: written(reading, before), now: written(reading, now), expected, received }, places: [now, before], expected, received, calculation: subtraction(now, before) } };
}

/** The two figures are further apart, or nearer, than the words say. */
export function apart(reading: Reading, change: Fact, now: Fact, before: Fact): Outcome<Message> {
  const gap = now.value.minus(before.value).abs();
  const [upper, lower] = now.value.gte(before.value) ? [now, before] : [before, now];
  const expected = change.token.kind === 'points' ? `${gap.toString()}个百分点` : inUnitOf(change, gap);
  const received = written(reading, change);
  const calculation = `${bare(change, upper.value)} − ${bare(change, lower.value)} = ${bare(change, gap)}`;
  const word = APART.exec(change.lead)?.[1] ?? APART.exec(before.lead)?.[1] ?? '相差';
  return { facts: [now, before, change], cells: [], fault: { message: 'difference', data: { what: about(now), word, expected, received, calculation }, places: [change, now, before], expected, received, calculation } };
}

/** A percentage that does not follow from the two. */
export function offBy(reading: Reading, change: Fact, pair: Pair): Outcome<Message> {
  const growth = fromPair(pair);
  const { gap, base, what, facts } = growth;
  const expected = percentText(gap.abs().div(base).times(HUNDRED));
  const received = written(reading, change);
  const calculation = growth.calculation(expected);
  return { facts: [...facts, change], cells: [], fault: { message: 'percent', data: { what: about(what), word: WORDS.exec(change.lead)?.[1] ?? '变化', expected, received, calculation }, places: [change, ...facts], expected, received, calculation } };
}
