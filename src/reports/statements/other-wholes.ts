// Parts that are not those of the figure they seem to belong to: of several questions, of the whole of a list, of the figure before it, or not all that there are.
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import type { Reading } from '../reading';

const TOTAL = /^[，、]?(?:合计|共计|总计|小计|共)/;
const REST = /^[，、；]?(?:其余|剩余|余下|不足部分|缺口)/;

/** 155份，满意148份、139份、153份: more than one of them too many, so that no slip explains it; those who answer several questions. */
export function overlap(whole: Fact, parts: readonly Fact[]): boolean {
  const values = parts.map(({ value }) => value);
  return whole.kind === 'count' && parts.length >= 3 && values.every((value) => value.lte(whole.value) && value.times(2).gt(whole.value));
}

/** 燃气18台，其中新能源21台: of the vehicles that the gas ones are a part of. 滞留62艘次。其中中国籍1208艘次: of the first figure of that sentence. 合计400人 behind its parts is no part itself. */
export function ofAnother(reading: Reading, whole: Fact, parts: readonly Fact[]): boolean {
  const larger = parts.filter(({ value }) => value.gt(whole.value));
  if (larger.length === 0) return false;
  if (larger.every(({ lead }) => TOTAL.test(lead))) return true;
  const above = whole.parent === null ? undefined : reading.facts[whole.parent];
  const earlier = reading.index.around(whole.line, 0).filter((fact) => fact.sentence === whole.sentence && fact.index < whole.index && fact.role === 'level' && fact.kind === whole.kind && fact.unit === whole.unit && isSolid(fact) && !fact.aside);
  const others = [...(above ? [above] : []), ...(parts.every(({ sentence }) => sentence !== whole.sentence) ? earlier : [])];
  return others.some((other) => other.kind === whole.kind && other.unit === whole.unit && sum(parts.map(({ value }) => value)).lte(other.value));
}

/** 债券1500万元、维护费1236万元、补助500万元，剩余300万元由企业自筹: the last part, by another word. */
export function restOf(reading: Reading, whole: Fact, parts: readonly Fact[]): Fact | null {
  const next = reading.facts[(parts.at(-1)?.index ?? -2) + 1];
  return next && next.kind === whole.kind && next.sentence === parts.at(-1)?.sentence && next.role === 'level' && isSolid(next) && !next.aside && REST.test(next.lead) ? next : null;
}
