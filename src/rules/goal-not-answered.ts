// 实际完成情况 must answer the goals that stand beside it.
import type { Entry, Goal } from '../model/table';
import { compact } from '../reading/text';
import { FILLING_BASIS } from './basis';
import { asksForResults, cellsOf } from './indicator-facts';
import { defineRule } from './rule';
import { isTemplateHint } from './template-text';
import { excerpt } from './wording';

type Message = 'blank' | 'formula' | 'amount' | 'copied';

/** "已按时完成。", "较好地完成了预期目标。": true of anything. */
const EMPTY_PHRASE = /^(?:已|均已?|全部|全面|基本|圆满|较好地?|很好地?|顺利)*(?:按[时期]|按质按量)?(?:全部|圆满)?(?:完成|达成|实现|达到)(?:了)?(?:各项|预期|年度|年初|总体|设定|绩效|工作|全部|既定)*(?:目标|任务|指标)?[。.!！]?$/;

/** 无, a dash, 同左: nothing about what was done. */
const SAYS_NOTHING = /^(?:暂?无|同(?:左|上|预期目标|年初目标)|见左)[。.]?$/;

/** 目标3： as the template numbers its lines: no goal stands there. */
const ONLY_NUMBERED = /^(?:(?:目标|任务)?\d{1,2}(?!\d)[:.、]?)+$/;

export const goalNotAnswered = defineRule<Message>({
  id: 'goal-not-answered',
  title: '目标完成情况未如实填写',
  severity: 'verify',
  why: '总体目标没有逐项对照完成情况，自评就没有内容。',
  basis: { ...FILLING_BASIS, clause: '实际完成情况应逐项对照预期目标填写' },
  messages: {
    blank: '填了预期目标，实际完成情况空白。',
    formula: '实际完成情况只写“{received}”，没有对照预期目标说明完成了什么。',
    amount: '预期目标填“{expected}”、实际完成情况填“{received}”，是金额不是目标。',
    copied: '实际完成情况照抄预期目标“{received}”，没有写实际完成了什么。',
  },
  examples: [
    { shows: 'no answer', form: { base: 'project', cells: { G11: null } }, findings: [{ cells: ['G11', 'B11'], message: '填了预期目标，实际完成情况空白。' }] },
    { shows: 'a phrase that fits anything', form: { base: 'project', cells: { G11: '已按时完成。' } }, findings: [{ cells: ['G11', 'B11'], message: '实际完成情况只写“已按时完成。”，没有对照预期目标说明完成了什么。' }] },
    { shows: 'such a phrase wrapped by hand', form: { base: 'project', cells: { G11: '已按时\n完成。' } }, findings: [{ cells: ['G11', 'B11'], message: '实际完成情况只写“已按时完成。”，没有对照预期目标说明完成了什么。' }] },
    { shows: 'a word that says nothing', form: { base: 'project', cells: { G11: '同左' } }, findings: [{ cells: ['G11', 'B11'], message: '实际完成情况只写“同左”，没有对照预期目标说明完成了什么。' }] },
    { shows: 'a goal of which the template has the number only', form: { base: 'project', cells: { B11: '目标3：', G11: null } }, findings: [] },
    { shows: 'no goals and no results', form: { base: 'project', cells: { B11: '无', G11: '无' } }, findings: [] },
    { shows: 'amounts for goals', form: { base: 'project', cells: { B11: 43.2, G11: 37.24 } }, findings: [{ cells: ['B11', 'G11'], message: '预期目标填“43.2”、实际完成情况填“37.24”，是金额不是目标。' }] },
    { shows: 'the goal copied', form: { base: 'project', cells: { G11: '养护农村道路，改善沿线出行条件。' } }, findings: [{ cells: ['G11', 'B11'], message: '实际完成情况照抄预期目标“养护农村道路，改善沿线出行条件。”，没有写实际完成了什么。' }] },
    { shows: 'a number of any length for a goal', form: { base: 'project', cells: { B11: `${'1'.repeat(2_000)}元`, G11: null } }, findings: [{ cells: ['G11', 'B11'], message: '填了预期目标，实际完成情况空白。' }] },
    { shows: 'goals answered', form: { base: 'project' }, findings: [] },
    { shows: 'neither goal nor answer', form: { base: 'project', cells: { B11: null, G11: null } }, findings: [] },
  ],
  *check(table) {
    if (!asksForResults(table)) return;
    for (const goal of table.goals) {
      const fault = faultOf(goal);
      if (!fault || !goal.actual) continue;
      const amounts = fault === 'amount';
      yield {
        message: fault,
        data: { expected: excerpt(goal.expected, 40), received: excerpt(goal.actual, 40) },
        cells: amounts ? cellsOf(goal.expected, goal.actual) : cellsOf(goal.actual, goal.expected),
        expected: null,
        received: fault === 'blank' ? null : excerpt(goal.actual, 40),
      };
    }
  },
});

function faultOf({ expected, actual }: Goal): Message | null {
  if (!expected || !actual) return null;
  if (!actual.filled) return expected.filled && !ONLY_NUMBERED.test(compact(expected.text)) ? 'blank' : null;
  if (isTemplateHint(actual.text)) return null;
  if (bareAmount(actual)) return expected.filled ? 'amount' : 'formula';
  if (expected.filled && !expected.notApplicable && (actual.notApplicable || SAYS_NOTHING.test(compact(actual.text)))) return 'formula';
  if (EMPTY_PHRASE.test(compact(actual.text))) return 'formula';
  return expected.filled && expected.text.length > 6 && plain(expected) === plain(actual) ? 'copied' : null;
}

function bareAmount(entry: Entry): boolean {
  return /^[\d,.]+\s*(?:[万亿千]?元|%)?$/.test(entry.text);
}

function plain(entry: Entry): string {
  return entry.text.replace(/[\s。，,；;、.]/g, '');
}
