// 亏损4285万元，按亏损额的70%补贴，应补贴2999.5万元: an amount that is said to be so much of another.
import type { Decimal } from '../../model/decimal';
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import { slipExplains } from './slip';

export interface Portion {
  readonly rate: Fact;
  readonly whole: Fact;
  readonly amount: Fact;
  readonly expected: Decimal;
  readonly holds: boolean;
}

const OF = /[按照以][^，。；]{0,20}的(?:标准|比例)?$/;
const MOST_WHOLES = 4;

export function* portions(reading: Reading, facts: readonly Fact[]): Iterable<Portion> {
  for (const [i, rate] of facts.entries()) {
    const amount = facts[i + 1];
    if (!amount || rate.kind !== 'rate' || rate.token.kind !== 'rate' || !OF.test(rate.lead) || !isSolid(rate) || amount.kind !== 'amount' || amount.clause - rate.clause > 1 || amount.role !== 'level' || !isSolid(amount)) continue;
    const wholes = reading.index.around(rate.line, 0).filter((fact) => fact.index < rate.index && fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && fact.value.gt(0) && fact.sentence >= rate.sentence - 1);
    const fits = ([stated, whole]: readonly Decimal[]): boolean => stated !== undefined && whole !== undefined && near(whole.times(rate.value).div(HUNDRED), stated, resultSlack(amount));
    const fitting = wholes.find((whole) => fits([amount.value, whole.value]));
    const whole = fitting ?? (wholes.length <= MOST_WHOLES ? wholes.find((one) => slipExplains([amount, one], fits)) : undefined);
    if (whole) yield { rate, whole, amount, expected: whole.value.times(rate.value).div(HUNDRED), holds: fitting !== undefined };
  }
}
