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
