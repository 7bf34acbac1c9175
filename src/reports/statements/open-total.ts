// 两级资金共计40638万元, 总投资12600万元: money there is in all, without a word about budget, arrival or spending.
import type { Fact } from '../fact';
import { isSolid } from '../fact';

const TOTAL = /^(?:共计|合计|总计)$|(?:资金|投入|投资|经费|规模)(?:总额|总量|规模)?(?:共计|合计|总计|共)[为是达]*$|(?:资金|经费|投入)(?:总额|总量|总规模)[为是达]*$|总(?:投资|投入|资金|规模)(?:额)?[为是达]*$|资金总?盘子[为是达]*$|(?:共|累计|总共)(?:投入|筹集|整合|争取)[\u4e00-\u9fa5]{0,12}(?:资金|经费)$/;

/** 下达180042万元，省级配套6500万元，共186542万元: what the two before it make. 每县260万元，共22100万元 is none. */
export function isSumOfBoth(facts: readonly Fact[], fact: Fact): boolean {
  const [one, other] = [facts[fact.index - 2], facts[fact.index - 1]];
  return fact.kind === 'amount' && /^[，、]?共$/.test(fact.lead) && one?.kind === 'amount' && other?.kind === 'amount' && one.sentence === fact.sentence && one.value.plus(other.value).eq(fact.value);
}

export function isOpenTotal(fact: Fact): boolean {
  return fact.kind === 'amount' && fact.measure === null && fact.role === 'level' && fact.parent === null && !fact.aside && isSolid(fact) && TOTAL.test(fact.lead);
}
