// 两级资金共计40638万元, 总投资12600万元: money there is in all, without a word about budget, arrival or spending.
import type { Fact } from '../fact';
import { isSolid } from '../fact';

const TOTAL = /^(?:共计|合计|总计)$|(?:资金|投入|投资|经费|规模)(?:总额|总量|规模)?(?:共计|合计|总计|共)[为是达]*$|(?:资金|经费|投入)(?:总额|总量|总规模)[为是达]*$|总(?:投资|投入|资金|规模)(?:额)?[为是达]*$|资金总?盘子[为是达]*$|(?:共|累计|总共)(?:投入|筹集|整合|争取)[\u4e00-\u9fa5]{0,12}(?:资金|经费)$/;

export function isOpenTotal(fact: Fact): boolean {
  return fact.kind === 'amount' && fact.measure === null && fact.role === 'level' && fact.parent === null && !fact.aside && isSolid(fact) && TOTAL.test(fact.lead);
}
