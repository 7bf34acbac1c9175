// A target in words wants an answer in words: how far it was reached, not a bare percentage.
import { answerOf } from './answers';
import { practice } from './basis';
import { asksForResults, cellsOf, targetWords } from './indicator-facts';
import { defineRule } from './rule';
import { indicatorName, words } from './wording';

export const qualitativePercent = defineRule({
  id: 'qualitative-percent',
  title: '定性指标填百分比',
  severity: 'verify',
  why: '定性指标填一个百分比说明不了达成程度，复核时无法认定得分。',
  basis: practice('定性指标按达成程度分档填写，不以百分比代替'),
  messages: { percent: '“{name}”指标值是定性描述“{target}”，实际完成值只填“{actual}”，应写明达成程度。' },
  examples: [
    { shows: 'a share in words', form: { base: 'project', cells: { F17: '九成以上', G17: '95%', F18: '过半', G18: '60%', F19: '绝大多数', G19: '96%' } }, findings: [] },
    { shows: 'all of it, in the words of the field', form: { base: 'project', cells: { F17: '应保尽保', G17: '100%', F18: '全额发放', G18: '100%' } }, findings: [] },
    { shows: '100 % for 明显改善', form: { base: 'project', cells: { G17: '100%' } }, findings: [{ cells: ['G17', 'F17'], message: '“沿线出行条件”指标值是定性描述“明显改善”，实际完成值只填“100%”，应写明达成程度。' }] },
    { shows: 'words that only look like a share', form: { base: 'project', cells: { F17: '各部分之间衔接顺畅', G17: '100%', F18: '逐步惠及大多数人', G18: '100%' } }, findings: [
      { cells: ['G17', 'F17'], message: '“沿线出行条件”指标值是定性描述“各部分之间衔接顺畅”，实际完成值只填“100%”，应写明达成程度。' },
      { cells: ['G18', 'F18'], message: '“管护机制健全性”指标值是定性描述“逐步惠及大多数人”，实际完成值只填“100%”，应写明达成程度。' },
    ] },
    { shows: 'words for words', form: { base: 'project' }, findings: [] },
    { shows: 'a percentage for a percentage', form: { base: 'project', cells: { G14: '100%' } }, findings: [] },
    { shows: 'all of it, told by how much', form: { base: 'project', cells: { F17: '全部办结', G17: '99.6%' } }, findings: [] },
    { shows: 'the share of what is so, and of those satisfied', form: { base: 'project', cells: { D14: '养护质量', F14: '合格', G14: '100%', D15: '养护任务完成及时性', F15: '按时完成', G15: '100%', F19: '较满意', G19: '93%' } }, findings: [] },
    { shows: 'a rate, whatever the target says of it but by how much it is to grow', form: { base: 'project', cells: { D15: '按期完成率', F15: '按合同约定', G15: '98%', D17: '出行满意率', F17: '显著提升', G17: '92%' } }, findings: [{ cells: ['G17', 'F17'], message: '“出行满意率”指标值是定性描述“显著提升”，实际完成值只填“92%”，应写明达成程度。' }] },
    { shows: 'a share of what is not counted', form: { base: 'project', cells: { F17: '规范', G17: '90%', F18: '健全', G18: '100%' } }, findings: [
      { cells: ['G17', 'F17'], message: '“沿线出行条件”指标值是定性描述“规范”，实际完成值只填“90%”，应写明达成程度。' },
      { cells: ['G18', 'F18'], message: '“管护机制健全性”指标值是定性描述“健全”，实际完成值只填“100%”，应写明达成程度。' },
    ] },
    { shows: 'by how much it rose', form: { base: 'project', cells: { F17: '提高', G17: '15%', F18: '逐年增加', G18: '6.8%' } }, findings: [] },
    { shows: 'by how much it fell', form: { base: 'project', cells: { F17: '负增长', G17: '-1.2%', F18: '较上年下降', G18: '6.8%' } }, findings: [] },
  ],
  *check(table) {
    if (!asksForResults(table)) return;
    for (const indicator of table.indicators) {
      if (answerOf(table, indicator) !== 'percent-for-words' || !indicator.actualEntry) continue;
      yield {
        message: 'percent',
        data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: words(indicator.actualEntry) },
        cells: cellsOf(indicator.actualEntry, indicator.targetEntry),
        expected: null,
        received: words(indicator.actualEntry),
      };
    }
  },
});
