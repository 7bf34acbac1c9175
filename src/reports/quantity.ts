// What kind of figure a number is and how much it says, by the words before it and the unit declared above.
import { decimal } from '../model/decimal';
import type { Fact } from './fact';
import type { FigureToken } from './figures';

const AMOUNT_WORDS = /拨付|支付|到位|贴息|扶持|经费|资金|支出|收入|预算|拨款|决算|结余|结转|投入|投资|费用?$|款$|金额|增加|减少|补助|补贴|津贴|奖金|工资|薪酬|产值|执行数|成本/;
const RATE_WORDS = /率(?:为|是|达到?|:|=)*$/;
/** 累计观看人次318万: the unit stands before the number. */
const UNIT_BEFORE = /(人次|人|户|亩|吨|册|辆|件|次)数?(?:约|为|达|共)*$/;
const KINDS: Readonly<Record<FigureToken['kind'], Fact['kind'] | null>> = { amount: 'amount', rate: 'rate', points: 'rate', score: 'score', count: 'count', date: 'date', year: null, bare: 'bare' };

/** Null for a number that is no figure: a bare whole number without a word for money before it. */
export function kindOf(token: FigureToken, lead: string, declared: number | null, money: boolean): Fact['kind'] | null {
  const kind = KINDS[token.kind];
  if (kind !== 'bare') return kind;
  const named = AMOUNT_WORDS.test(lead.slice(-14));
  if (token.scale > 1) return named ? 'amount' : 'count';
  if (RATE_WORDS.test(lead) && token.decimals >= 2 && token.value.lte(2)) return 'rate';
  if (declared !== null && (named || money) && (token.decimals > 0 || token.value.isZero() || token.value.gte(1))) return 'amount';
  return token.decimals > 0 ? 'bare' : null;
}

/** Value, unit and digits of a number of that kind. `declared`: what bare amounts are multiplied with. */
export function quantityOf(token: FigureToken, kind: Fact['kind'], lead: string, declared: number | null): Pick<Fact, 'value' | 'unit' | 'scale' | 'decimals'> {
  const scale = kind === 'amount' && token.kind === 'bare' && token.scale === 1 ? declared ?? 1 : token.scale;
  const unit = kind === 'count' && /^[万亿]$/.test(token.unit) ? UNIT_BEFORE.exec(lead)?.[1] ?? token.unit : token.unit;
  // 执行率0.65 is 65%.
  if (kind === 'rate' && token.kind === 'bare') return { value: token.value.times(100), unit, scale, decimals: token.decimals - 2 };
  return { value: token.value.times(decimal(scale).div(token.scale)), unit, scale, decimals: token.decimals };
}
