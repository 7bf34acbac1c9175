// 支出总计 and its kin: a total that holds what is carried on is no spending to set against income, budget or table.
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';
import type { Reading } from '../reading';

/** Words behind a total within which its parts are told. */
const NEAR_FACTS = 12;

/** 总支出6842万元，其中本年支出6790万元，年末结转和结余52万元: the total is as large as the income, whatever was spent. */
export function holdsRemainder(reading: Reading, whole: Fact): boolean {
  if (whole.measure !== 'spending') return false;
  if (/总计/.test(whole.lead)) return true;
  const behind = reading.facts.slice(whole.index + 1, whole.index + 1 + NEAR_FACTS).filter(({ sentence }) => sentence === whole.sentence);
  const left = behind.find(({ measure, role }) => measure === 'balance' && role === 'level');
  if (!left) return false;
  const parts = behind.filter(({ parent, index, measure }) => parent === whole.index && index < left.index && measure === 'spending');
  return parts.some(({ scope, kind }) => scope === 'total' && kind === 'amount') || (parts.length > 0 && !left.value.isZero() && sum([...parts, left].map(({ value }) => value)).eq(whole.value));
}
