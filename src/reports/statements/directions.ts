// 由3240个增加到3700个: what is said to have grown from one figure to another must have.
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import { FROM } from './pairs';

export interface Turned {
  readonly before: Fact;
  readonly now: Fact;
  /** 增加, 下降: as written. */
  readonly word: string;
  readonly up: boolean;
  readonly holds: boolean;
}

const TO = /^(?:的)?(?:逐步|大幅|稳步|进一步)?(?:(增加|增长|提高|提升|上升|扩大|扩增|增)|(减少|下降|降低|缩短|压缩|缩减|压减|降|减))[到至](?:了)?(?:20\d{2}年(?:末|底)?的?|本年的?|目前的?|现在的?)?$/;

/** Two figures of one unit, one just behind the other. */
export function* directions(facts: readonly Fact[]): Iterable<Turned> {
  for (const [i, now] of facts.entries()) {
    const before = facts[i - 1];
    const said = TO.exec(now.lead);
    if (!before || !said || !FROM.test(before.lead) || before.clause !== now.clause || before.kind !== now.kind || before.token.kind !== now.token.kind || (now.kind !== 'amount' && before.unit !== now.unit) || !isSolid(before) || !isSolid(now)) continue;
    const up = said[1] !== undefined;
    // A place in a list goes up when its number goes down.
    if (/位次|排名|名次/.test(before.lead)) continue;
    yield { before, now, word: said[1] ?? said[2] ?? '', up, holds: up ? now.value.gt(before.value) : now.value.lt(before.value) };
  }
}
