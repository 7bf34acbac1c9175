// How figures and calculations are written in messages: with the unit and the digits that the report itself uses.
import type { Decimal } from '../model/decimal';
import { show } from '../model/decimal';
import type { Fact } from './fact';
import type { Reading } from './reading';

const UNIT_SCALE: Readonly<Record<string, number>> = { 元: 1, 百元: 1e2, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 千万元: 1e7, 亿元: 1e8 };

/** 12万立方米 */
const COUNT_SCALE: Readonly<Record<number, string>> = { 100: '百', 1000: '千', 1e4: '万', 1e8: '亿' };

/** The figure as written in the report, unit included. */
export function written(reading: Reading, fact: Fact): string {
  const line = reading.lineOf.get(fact.line);
  const text = line?.plain.text.slice(fact.start, fact.end) ?? '';
  if (fact.kind !== 'amount' || text.endsWith('元')) return text;
  // 1140万 has all but the last word of its unit.
  return fact.token.scale > 1 ? `${text}元` : `${text}${unitOf(fact)}`;
}

/** The unit of an amount, declared ones included; that of any other figure as written. */
export function unitOf(fact: Fact): string {
  if (fact.kind !== 'amount') return fact.unit;
  return Object.entries(UNIT_SCALE).find(([, scale]) => scale === fact.scale)?.[0] ?? '元';
}

/** A value in the unit of `like`, at most four digits after the point: 76.33万元. */
export function inUnitOf(like: Fact, value: Decimal): string {
  const scale = like.kind === 'count' ? COUNT_SCALE[like.scale] ?? '' : '';
  return `${bare(like, value)}${scale}${unitOf(like)}`;
}

/** The same without the unit, for calculations. */
export function bare(like: Fact, value: Decimal): string {
  return show(like.kind === 'amount' || like.kind === 'count' ? value.div(like.scale) : value, 4);
}

/** What the figure is about, for sentences; never empty. */
export function about(fact: Fact): string {
  return fact.words ?? '该数';
}

/** 65.116… → 65.12%. */
export function percentText(value: Decimal, decimals = 2): string {
  return `${show(value, decimals)}%`;
}
