// Rates of what the paragraph is headed with: its budget may stand chapters above under the same name.
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import type { Measure } from '../subjects';
import { slipExplains } from './slip';

/** More than the figures of most reports. */
const FAR_FACTS = 400;

/** (二)国家助学金。…发放165万元，执行率98.21%: of the one budget under the name that begins the paragraph, where a slip of the rate tells that it is meant. */
export function ofHeading(reading: Reading, rate: Fact, denominators: readonly Measure[]): { readonly above: Fact; readonly below: Fact } | null {
  const text = reading.lineOf.get(rate.line)?.plain.text ?? '';
  const name = (/^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.])?([\u4e00-\u9fa5]{3,14})[。：]/.exec(text)?.[1] ?? '').replace(/(?:资金|经费|项目|支出|使用|发放|情况)+$/, '');
  const above = reading.facts[rate.index - 1];
  if (name.length < 3 || !above || above.kind !== 'amount' || above.role !== 'level' || above.sentence !== rate.sentence || !isSolid(above) || !isSolid(rate) || rate.value.eq(HUNDRED)) return null;
  const named = reading.facts.slice(Math.max(0, rate.index - FAR_FACTS), above.index).filter((fact) => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && !fact.aside && !fact.value.isZero() && fact.measure !== null && denominators.includes(fact.measure) && (fact.words ?? '').includes(name) && fact.year === above.year);
  const [below] = named;
  if (!below || named.some(({ value }) => !value.eq(below.value))) return null;
  return slipExplains([rate], ([stated]) => stated !== undefined && near(above.value.div(below.value).times(HUNDRED), stated, resultSlack(rate))) ? { above, below } : null;
}
