// 分两批下达16971户，第一批8167户，第二批8804户: as many batches behind the whole as its words say.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, slack } from '../fact';
import type { Reading } from '../reading';
import type { NamedTotal } from './named-totals';

const BATCHES = /分([两二三四五六2-6])(?:个)?(批次|[批次期笔])/;
const NUMBERS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
const ORDER = '一二三四五六';
/** Sentences that a list of batches may take. */
const MOST_SENTENCES = 1;

export function* batches(reading: Reading): Iterable<NamedTotal> {
  for (const total of reading.facts) {
    const said = total.kind === 'amount' || total.kind === 'count' ? BATCHES.exec(total.lead) : null;
    if (!said || total.role !== 'level' || total.aside || !isSolid(total)) continue;
    const [, digits = '', word = ''] = said;
    const parts = partsOf(reading, total, NUMBERS[digits] ?? Number(digits), word.charAt(0));
    if (parts) yield { total, parts, holds: near(sum(parts.map(({ value }) => value)), total.value, sum([total, ...parts].map(slack))) };
  }
}

/** Null where they are not all there, one behind the other. */
function partsOf(reading: Reading, total: Fact, number: number, word: string): readonly Fact[] | null {
  const behind = reading.index.around(total.line, 0).filter((fact) => fact.index > total.index && fact.sentence <= total.sentence + MOST_SENTENCES && fact.kind === total.kind && (fact.kind === 'amount' || fact.unit === total.unit) && fact.role === 'level' && !fact.aside);
  const parts = behind.slice(0, number);
  const inOrder = parts.every((part, i) => isSolid(part) && new RegExp(`第${ORDER.charAt(i)}${word}`).test(part.lead));
  // 第三批 behind two of them: more than the words say.
  return parts.length === number && inOrder && !new RegExp(`第${ORDER.charAt(number)}${word}`).test(behind[number]?.lead ?? '') ? parts : null;
}
