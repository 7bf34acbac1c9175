// Rates whose other figure stands in the bracket behind them, or is what is left: 优良率78.15%(共151天), 支出率95%，结余162万元, 按期33个、逾期3个.
import type { Decimal } from '../../model/decimal';
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { digitsOf, isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import type { CountRate } from './count-rate';
import { exchangeExplains, slipExplains } from './slip';

const PAST = /上年|去年|同期|目标|计划|指标|标准|20\d{2}年|上期|改造前/;
const RATE = /(?:率|度|进度|比例|的)(?:为|是|达到?)?$/;
/** What is told behind the rate and makes up the whole with what was done. */
const LEFT = /^(?:[，；]|资金|实际|年末|仍)*(?:尚[有余]|还有|结余|结存|剩余|剩|余|节余|未[\u4e00-\u9fa5]{2}|不予[\u4e00-\u9fa5]{2}|不(?:合格|满意|达标|符合)|逾期)[\u4e00-\u9fa5]{0,8}$/;
const WHOLE_RATE = /(?:执行|支出|使用|到位|支付|拨付|发放|兑付|兑现|完成|通过|合格|办结|整改|达标)(?:率|进度)(?:为|是|达到?)?$|占[\u4e00-\u9fa5]{0,6}(?:预算|下达|总投资|总额|资金)[\u4e00-\u9fa5]{0,4}的$/;
const LOOK_BACK = 4;
const LOOK_AHEAD = 2;

const one = (unit: string): string => (unit === '名' || unit === '人次' ? '人' : unit);
const alike = (a: Fact, b: Fact): boolean => a.kind === b.kind && (a.kind === 'amount' || one(a.unit) === one(b.unit));
const usable = (fact: Fact): boolean => (fact.kind === 'amount' || fact.kind === 'count') && isSolid(fact) && fact.role === 'level' && fact.value.gt(0);

/** 100 × above ÷ below, by the last digit of the rate. */
export function gives(stated: Decimal, above: Decimal, below: Decimal, rate: Fact): boolean {
  return below.gt(0) && near(above.div(below).times(HUNDRED), stated, resultSlack(rate).times(2));
}

export function* ratesBeside(reading: Reading, tied: ReadonlySet<Fact>): Iterable<CountRate> {
  for (const rate of reading.facts) {
    if (rate.kind !== 'rate' || rate.token.kind !== 'rate' || !isSolid(rate) || rate.aside || rate.value.lte(0) || (rate.role === 'up' || rate.role === 'down') && !SAVED.test(rate.lead)) continue;
    const found = tied.has(rate) ? withLeft(reading, rate, true) : inBracket(reading, rate) ?? withLeft(reading, rate, false) ?? ofUndone(reading, rate) ?? saved(reading, rate);
    if (found) yield found;
  }
}

const before = (reading: Reading, rate: Fact, like: Fact): readonly Fact[] => reading.facts.slice(Math.max(0, rate.index - LOOK_BACK), rate.index).filter((fact) => fact.sentence === rate.sentence && usable(fact) && !fact.aside && alike(fact, like));

/** 优良天数118天，优良率78.15%(采暖季共151天) */
function inBracket(reading: Reading, rate: Fact): CountRate | null {
  const inside = reading.facts[rate.index + 1];
  const text = reading.lineOf.get(rate.line)?.plain.text ?? '';
  if (!RATE.test(rate.lead) || !inside?.aside || text.charAt(rate.end) !== '(' || inside.line !== rate.line || !usable(inside) || PAST.test(inside.lead) || reading.facts[inside.index + 1]?.clause === inside.clause) return null;
  for (const fact of before(reading, rate, inside).toReversed()) {
    const [above, below] = fact.value.lte(inside.value) === rate.value.lte(HUNDRED) ? [fact, inside] : [inside, fact];
    const fits = ([stated, a, b]: readonly Decimal[]): boolean => stated !== undefined && a !== undefined && b !== undefined && gives(stated, a, b, rate);
    if (fits([rate, above, below].map(({ value }) => value))) return { rate, above, below, holds: true };
    // 净资产收益率3.33%(净利润5.21亿元): of money that is not given.
    if (inside.kind === 'amount' && !WHOLE_RATE.test(rate.lead)) continue;
    if (slipExplains([rate, above, below], fits) || exchangeExplains(rate, (value) => gives(value, above.value, below.value, rate))) return { rate, above, below, holds: false };
  }
  return null;
}

/** 到位3078万元，到位率95%，尚有162万元未到位: what was done and what is left make up the whole. */
function withLeft(reading: Reading, rate: Fact, tied: boolean): CountRate | null {
  if (!WHOLE_RATE.test(rate.lead)) return null;
  const left = reading.facts.slice(rate.index + 1, rate.index + 1 + LOOK_AHEAD).find((fact) => fact.sentence === rate.sentence && usable(fact) && !fact.aside && LEFT.test(fact.lead));
  const [done] = left ? before(reading, rate, left).slice(-1) : [];
  // 预算安排2558.89万元，执行率98.04%，结余50.17万元: what was done is told elsewhere.
  if (!left || !done || left.clause - rate.clause > 1 || done.measure?.includes('budget') === true) return null;
  const fits = ([stated, a, b]: readonly Decimal[]): boolean => stated !== undefined && a !== undefined && b !== undefined && gives(stated, a, a.plus(b), rate);
  const three = [rate, done, left];
  const holds = fits(three.map(({ value }) => value));
  if (tied && holds) return null;
  // A whole per cent leaves room for many balances: there only exchanged digits are told.
  const slipped = rate.decimals > 0 && !tied ? slipExplains(three, fits) : digitsOf(left) >= 3 && exchangeExplains(left, (value) => fits([rate.value, done.value, value]));
  return holds || slipped ? { rate, above: done, below: { ...left, value: done.value.plus(left.value), scale: done.scale }, holds } : null;
}

const FAULTY = /错|误|不准|不符|问题/;
const UNDONE = /[不未逾](?:能|予|按[期时]|及时|如期)*([\u4e00-\u9fa5]{1,2})/;

/** 按期完工33个，未按期完工3个，按期完工率91.67%: of both together. */
function ofUndone(reading: Reading, rate: Fact): CountRate | null {
  const stem = /([\u4e00-\u9fa5]{2})(?:率|度)(?:为|是|达到?)?$/.exec(rate.lead)?.[1];
  const [done, undone] = reading.facts.slice(Math.max(0, rate.index - 2), rate.index);
  if (!done || !undone || stem === undefined || !usable(done) || !usable(undone) || !alike(done, undone) || done.sentence !== rate.sentence || UNDONE.test(done.lead)) return null;
  if (areFaulty(stem, done, undone)) return complement(rate, done, undone);
  if (!done.lead.includes(stem) || !isOpposite(stem, undone)) return null;
  // 非常满意482份、满意259份、不满意39份，满意度95%: what is left is not of the second kind alone.
  if (before(reading, rate, undone).some((fact) => fact.index < done.index && fact.lead.includes(stem))) return null;
  const fits = ([stated, a, b]: readonly Decimal[]): boolean => stated !== undefined && a !== undefined && b !== undefined && gives(stated, a, a.plus(b), rate);
  const tied = [rate, done, undone];
  const holds = fits(tied.map(({ value }) => value));
  return holds || slipExplains(tied, fits) ? { rate, above: done, below: { ...undone, value: done.value.plus(undone.value) }, holds } : null;
}

/** 抽查500人，错发2人，准确率99.6% */
function areFaulty(stem: string, all: Fact, faulty: Fact): boolean {
  return /^(?:准确|合格|规范)$/.test(stem) && FAULTY.test(faulty.lead) && /抽查|检查|核查|抽检/.test(all.lead) && faulty.value.lt(all.value);
}

/** 未按期完工 of 完工, 在建 of 完成. */
function isOpposite(stem: string, { lead }: Fact): boolean {
  return (UNDONE.exec(lead)?.[1] ?? '').includes(stem) || stem === '完成' && /^[，、]?(?:在建|正在)/.test(lead);
}

const SAVED = /(?:节支|节约|节省|下浮|核减)(?:率|比例|幅度)(?:为|是|达到?)?$/;
const PLANNED = /预算|计划|概算|控制价|送审|限价/;
const PAID = /实际|中标|成交|审定|结算|采购金额/;

/** 公用经费预算98.6万元，实际支出95.32万元，公用经费控制率96.67% */
const CONTROLLED = /(?:控制|采购(?:预算)?(?:执行|完成))率(?:为|是|达到?)?$/;

/** 计划采购42万元，实际采购39.48万元，节支率6%: what was not spent, of what was planned. */
function saved(reading: Reading, rate: Fact): CountRate | null {
  const amounts = reading.facts.slice(Math.max(0, rate.index - LOOK_BACK), rate.index).filter((fact) => fact.sentence === rate.sentence && fact.kind === 'amount' && fact.role === 'level' && !fact.aside);
  const [planned, paid] = amounts;
  const controlled = CONTROLLED.test(rate.lead);
  if (!controlled && !SAVED.test(rate.lead) || amounts.length !== 2 || !planned || !paid || !usable(planned) || !usable(paid) || !PLANNED.test(planned.lead) || !PAID.test(paid.lead) || paid.value.gt(planned.value)) return null;
  const above: Fact = { ...paid, value: controlled ? paid.value : planned.value.minus(paid.value), scale: planned.scale };
  const holds = gives(rate.value, above.value, planned.value, rate);
  // A unit may control what it spends against something else.
  return holds || !controlled || slipExplains([rate, paid, planned], ([stated, a, b]) => stated !== undefined && a !== undefined && b !== undefined && gives(stated, a, b, rate)) ? { rate, above, below: planned, holds } : null;
}

function complement(rate: Fact, all: Fact, faulty: Fact): CountRate | null {
  const fits = ([stated, a, b]: readonly Decimal[]): boolean => stated !== undefined && a !== undefined && b !== undefined && gives(stated, a.minus(b), a, rate);
  const tied = [rate, all, faulty];
  const holds = fits(tied.map(({ value }) => value));
  return holds || slipExplains(tied, fits) ? { rate, above: { ...faulty, value: all.value.minus(faulty.value) }, below: all, holds } : null;
}
