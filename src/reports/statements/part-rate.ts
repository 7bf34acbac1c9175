// The rate of a part of the money: each source, level or project of a list with its own, and the amount that it is of.
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import type { Reading } from '../reading';
import type { Measure } from '../subjects';
import { isOpenTotal } from './open-total';
import { FAR_FACTS, isSpendingRate, type Quotient } from './quotient';

/** 其中：中央资金支出109万元，执行率92%；省级资金支出38万元，执行率94%: each part has a rate of its own. */
export function ownRate(reading: Reading, rate: Fact): Fact | null {
  const part = reading.facts[rate.index - 1];
  if (!part || part.kind !== 'amount' || part.sentence !== rate.sentence || part.role !== 'level') return null;
  // 省级财政拨付11.85亿元，拨付率98.01%
  if (part.parent === null && LEVEL_OF_STATE.test(part.lead)) return rate.clause === part.clause + 1 ? part : null;
  if (part.parent === null) return isListed(reading, part, rate) ? part : null;
  const rated = reading.index.around(rate.line, 0).filter((fact) => (fact.parent === part.parent || fact.index === part.parent) && isSpendingRate(reading.facts[fact.index + 1] ?? fact));
  return rated.length >= 2 || isListed(reading, part, rate) ? part : null;
}

/** 财政拨款支出5332.1万元，执行率98.74%；上年结转资金支出586.17万元，执行率81.02%: the sources one after another, each with its rate and without its budget. */
function isListed(reading: Reading, part: Fact, rate: Fact): boolean {
  const here = reading.index.around(rate.line, 0).filter(({ kind, sentence }) => kind === 'amount' && sentence === part.sentence);
  if (here.some(({ segment, measure, index }) => segment === part.segment && index !== part.index && measure !== 'spending')) return false;
  const rated = here.filter((fact) => fact.source !== '' || fact.measure === 'carried-in').filter((fact) => isSpendingRate(reading.facts[fact.index + 1] ?? fact));
  return rated.length >= 2 && rated.includes(part);
}

const LEVEL_OF_STATE = /^[、，]?(?:其中)?(?:中央|自治区|省级?|市级?|市县|县级?|区级?)(?:财政)?(?:资金|补助)*(?:实际)?(?:拨付|支出|到位|支付)$/;
const NAME_ONLY = /发放|兑付|兑现|财政|拨付|实际|已|支出|支付|使用|资金|经费|预算|安排|补助|配套|下达/g;

/** 下达我市中央补助资金24600万元 is the 中央 money. */
function hasName(fact: Fact, name: string): boolean {
  const own = (fact.words ?? '').replace(NAME_ONLY, '');
  if (own === name || fact.parent !== null || !/^(?:中央|省级|市级|县级|区级|自治区)$/.test(name)) return own === name;
  // 下达2022年中央水利发展资金18640万元
  return own.endsWith(name) || new RegExp(`${name}[\u4e00-\u9fa5]{0,12}(?:资金|补助)$`).test(fact.lead);
}

/** The one amount that was planned or received under the name of the part. */
export function ofPart(reading: Reading, part: Fact, denominators: readonly Measure[]): Quotient | null {
  const name = (part.words ?? '').replace(NAME_ONLY, '');
  const measureOf = (fact: Fact): Measure | null => fact.measure ?? (fact.parent === null ? null : reading.facts[fact.parent]?.measure ?? null);
  const planned = (measure: Measure | null): boolean => measure !== null && denominators.includes(measure);
  const isPlanned = (fact: Fact): boolean => planned(measureOf(fact)) || fact.measure === null && /(?:中央|自治区|省级?|市级|县级|区级)(?:财政)?(?:配套|补助)(?:资金)?$/.test(fact.lead) || (fact.measure === null && fact.parent !== null && (isOpenTotal(reading.facts[fact.parent] ?? fact) || measureOf(fact) === null));
  const found = reading.facts.slice(Math.max(0, part.index - FAR_FACTS), part.index).filter((fact) => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && !fact.aside && fact.year === part.year && isPlanned(fact) && !fact.value.isZero() && hasName(fact, name));
  const first = found[0];
  return name.length >= 2 && first && found.every(({ value }) => value.eq(first.value)) ? { above: part, below: first } : null;
}
