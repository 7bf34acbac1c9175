// 户均1350.10元, where what was spent or who was counted stands in a paragraph before: told only where one slip explains what fits nothing.
import type { Decimal } from '../../model/decimal';
import { near } from '../../model/decimal';
import type { Fact } from '../fact';
import { digitsOf, isSolid, resultSlack, slack } from '../fact';
import type { Reading } from '../reading';
import { DAILY, EACH, isEach, PRICE, sameUnit, stemOf, type Tie } from './each-words';
import { exchangeExplains, slipExplains } from './slip';

const LINES_BACK = 12;
const NEAR_FACTS = 8;
/** More counts than these, and it cannot be told which is meant. */
const MOST_COUNTS = 4;
const LEAST_DIGITS = 4;
const BY_TIME = /[年月日天季周期]/;
const CLOSES = /^[、和]*(?:[计共]|共计|合计|总计|需|共需|补助|发放|兑现|支付)(?:资金|补助|支出)?$/;

const usable = (fact: Fact): boolean => isSolid(fact) && fact.role === 'level' && !fact.aside && fact.value.gt(0) && !isEach(fact);
const values = (facts: readonly Fact[]): readonly Fact[] => [...new Map(facts.map((fact) => [fact.value.toString(), fact])).values()];

export function* farAverages(reading: Reading, facts: readonly Fact[], each: Fact): Iterable<{ readonly tie: Tie; readonly holds: boolean }> {
  if (!isSolid(each) || each.aside || each.value.lte(0)) return;
  const found = DAILY.test(each.lead) ? overDays(reading, facts, each) : isPrice(each) ? ofPrice(reading, facts, each) : received(reading, facts, each) ?? averaged(reading, facts, each);
  if (found) yield found;
}

/** 每艘补助40万元 is set before anything is counted; 户均补贴 is worked out. */
const isPrice = (each: Fact): boolean => each.kind === 'amount' && EACH.test(each.lead) && !/平均|均/.test(each.lead) || PRICE.test(each.lead) && !/平均/.test(each.lead);

/** 更新渡船54艘。每艘补助40万元，共2160万元: of a count that a paragraph before gives. */
function ofPrice(reading: Reading, facts: readonly Fact[], each: Fact): { tie: Tie; holds: boolean } | null {
  const stem = stemOf(each);
  const total = reading.facts[each.index + 1];
  if (stem === undefined || BY_TIME.test(each.lead.slice(each.lead.indexOf('每'))) || !total || total.kind !== 'amount' || total.sentence !== each.sentence || total.clause - each.clause > 1 || !CLOSES.test(total.lead) || !usable(total)) return null;
  if (facts.some((fact) => fact.kind === 'count' && sameUnit(fact.unit, stem))) return null;
  const counts = values(reading.index.around(each.line, LINES_BACK).filter((fact) => fact.index < each.index && fact.kind === 'count' && fact.unit === stem && usable(fact)));
  const fits = (count: Fact) => ([a, b]: readonly Decimal[]): boolean => a !== undefined && b !== undefined && a.times(count.value).eq(b);
  const fitting = counts.find((count) => fits(count)([each.value, total.value]));
  const count = fitting ?? (counts.length > MOST_COUNTS ? undefined : counts.find((one) => slipExplains([each, total], fits(one), 2)));
  return count ? { tie: { count, each, total, times: 1 }, holds: fitting !== undefined } : null;
}

/** 公务接待费2.06万元。公务接待46批次、412人次，人均50元 */
function received(reading: Reading, facts: readonly Fact[], each: Fact): { tie: Tie; holds: boolean } | null {
  const stem = stemOf(each);
  const count = facts.filter((fact) => fact.index < each.index && fact.index >= each.index - 2 && fact.kind === 'count' && stem !== undefined && sameUnit(fact.unit, stem)).at(-1);
  if (each.kind !== 'amount' || !count || !usable(count) || BY_TIME.test(each.lead)) return null;
  const text = reading.lineOf.get(each.line)?.plain.text.slice(Math.max(0, each.clauseStart - 40), each.start) ?? '';
  if (!/接待/.test(text)) return null;
  const totals = values(reading.index.around(each.line, 0).filter((fact) => fact.index < count.index && fact.scope === 'reception' && fact.measure === 'spending' && fact.kind === 'amount' && usable(fact) && fact.year === count.year));
  const [total] = totals;
  if (!total || totals.length > 1) return null;
  return told({ count, each, total, times: 1 }, 2);
}

/** The average of a count in its own sentence and an amount before it, or the other way round. */
function averaged(reading: Reading, facts: readonly Fact[], each: Fact): { tie: Tie; holds: boolean } | null {
  const stem = stemOf(each);
  if (stem === undefined || BY_TIME.test(each.lead) || digitsOf(each) < LEAST_DIGITS) return null;
  const counts = values(facts.filter((fact) => fact.index < each.index && fact.index >= each.index - NEAR_FACTS && fact.kind === 'count' && usable(fact) && sameUnit(fact.unit, stem)));
  if (counts.length === 0 || counts.length > MOST_COUNTS) return null;
  const totals = values(reading.index.around(each.line, LINES_BACK).filter((fact) => fact.index < each.index && fact.kind === each.kind && (fact.kind === 'amount' || sameUnit(fact.unit, each.unit)) && usable(fact) && fact.value.gt(each.value)));
  const ties = counts.flatMap((count) => totals.map((total): Tie => ({ count, each, total, times: 1 })));
  const fitting = ties.find((tie) => fits(tie, each.value, each));
  if (fitting) return { tie: fitting, holds: true };
  const meant = ties.filter((tie) => exchangeExplains(each, (value) => fits(tie, value, each)));
  const [tie] = meant;
  return tie && meant.length === 1 ? { tie, holds: false } : null;
}

/** 接待18.62万人次，其中…。全年开放312天，日均接待597人次 */
function overDays(reading: Reading, facts: readonly Fact[], each: Fact): { tie: Tie; holds: boolean } | null {
  const count = facts.filter((fact) => fact.index < each.index && fact.kind === 'count' && fact.unit === '天' && usable(fact)).at(-1);
  if (!count || digitsOf(each) < 3) return null;
  const totals = values(reading.index.around(each.line, 0).filter((fact) => fact.index < count.index && fact.kind === each.kind && fact.unit === each.unit && fact.parent === null && usable(fact) && fact.year === each.year && fact.value.gt(each.value)));
  if (totals.length > 2) return null;
  return totals.map((total) => told({ count, each, total, times: 1 }, 3)).find((one) => one !== null) ?? null;
}

function fits({ count, total }: Tie, stated: Decimal, each: Fact): boolean {
  const by = count?.value;
  if (!count || !by || by.isZero()) return false;
  const quotient = total.value.div(by);
  const loose = quotient.times(slack(total).div(total.value).plus(slack(count).div(by)));
  return near(quotient, stated, resultSlack(each).plus(loose));
}

function told(tie: Tie, least: number): { tie: Tie; holds: boolean } | null {
  if (fits(tie, tie.each.value, tie.each)) return { tie, holds: true };
  return slipExplains([tie.each], ([value]) => value !== undefined && fits(tie, value, tie.each), least) ? { tie, holds: false } : null;
}
