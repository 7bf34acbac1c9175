// Money is a cost, satisfaction is satisfaction: an indicator belongs to the group that asks for it.
import type { Indicator } from '../model/table';
import { practice } from './basis';
import { cellsOf, filledIndicators, subgroupOf } from './indicator-facts';
import { defineRule } from './rule';
import { indicatorName } from './wording';

export const indicatorMisplaced = defineRule({
  id: 'indicator-misplaced',
  title: '指标归类',
  severity: 'hint',
  why: '指标放错类别，分值结构和考核重点都会走样。',
  basis: practice('数量指标反映产出数量，成本指标反映资金成本，满意度指标反映服务对象感受'),
  messages: { misplaced: '“{name}”填在“{received}”下，按内容应属“{expected}”。' },
  examples: [
    { shows: 'money under 数量指标', form: { base: 'project', cells: { D13: '养护工程资金金额', F13: '≥80万元', G13: '80万元' } }, findings: [{ cells: ['D13', 'C13'], message: '“养护工程资金金额”填在“数量指标”下，按内容应属“成本指标”。' }] },
    { shows: 'satisfaction under 质量指标', form: { base: 'project', cells: { D14: '群众满意度' } }, findings: [{ cells: ['D14', 'C14'], message: '“群众满意度”填在“质量指标”下，按内容应属“满意度指标”。' }] },
    { shows: 'all in their places', form: { base: 'project' }, findings: [] },
    { shows: 'investment as an achievement', form: { base: 'project', cells: { D13: '完成固定资产投资', F13: '≥80万元', G13: '80万元' } }, findings: [] },
    { shows: 'people who were subsidised are a number', form: { base: 'project', cells: { D13: '发放补助资金人数', F13: '≥50人', G13: '50人' } }, findings: [] },
  ],
  *check(table) {
    for (const indicator of filledIndicators(table)) {
      const subgroup = subgroupOf(table, indicator);
      const expected = subgroup && belongs(indicator, subgroup.name);
      if (!expected) continue;
      yield { message: 'misplaced', data: { name: indicatorName(indicator.name), received: subgroup.name, expected }, cells: cellsOf(indicator.name, subgroup.label), expected: null, received: subgroup.name };
    }
  },
});

const ACHIEVED = /完成|拉动|带动|撬动|引进|引导|招商|融资|筹集|争取|到位|销售|收入|产值|贷款|发放|补助|补贴|救助|资助|兑付|挽回|追缴|节约|罚没/;

function belongs(indicator: Indicator, subgroup: string): string | null {
  const name = indicator.name.text;
  if (/满意(?:度|率)/.test(name) && /^(?:数量|质量|时效|成本)/.test(subgroup)) return '满意度指标';
  if (!subgroup.startsWith('数量')) return null;
  const money = /元$/.test(indicator.target.quantity?.unit ?? '') || /(?:金额|经费|资金)(?:数|总额)?$/.test(name);
  // Money as what was achieved: investment completed, benefits paid out, capital attracted.
  return money && /金额|经费|资金|成本|支出|投资/.test(name) && !ACHIEVED.test(name) ? '成本指标' : null;
}
