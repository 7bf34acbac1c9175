// 实际完成值 must be what was reached, not the target over again.
import type { Answer } from './answers';
import { answerReports } from './answer-reports';
import { FORM_BASIS } from './basis';
import { defineRule } from './rule';

type Message = 'copied' | 'signed' | 'weight' | 'impossible' | 'restated';

const MESSAGES: Readonly<Partial<Record<Answer, Message>>> = { 'copied-operator': 'copied', signed: 'signed', 'equals-weight': 'weight', impossible: 'impossible', restated: 'restated' };

export const actualNotMeasurable = defineRule<Message>({
  id: 'actual-not-measurable',
  title: '完成值不是实际数',
  severity: 'verify',
  why: '照抄指标值或只写“达成”，看不出实际完成了多少，得分无从核实。',
  basis: { ...FORM_BASIS, clause: '实际完成值填写实际完成的数值' },
  messages: {
    copied: '“{name}”实际完成值“{actual}”带有比较符号，像是照抄指标值“{target}”，应填实际数。',
    signed: '“{name}”实际完成值“{actual}”带有比较符号，看不出实际是多少，应填实际数（指标值“{target}”）。',
    weight: '“{name}”指标值“{target}”、实际完成值“{actual}”都等于分值，不是指标本身的数量。',
    impossible: '“{name}”实际完成值“{actual}”超过100%，不可能成立，请核实（指标值“{target}”）。',
    restated: '“{name}”指标值“{target}”可以计量，实际完成值只写“{actual}”，应填实际数。',
  },
  examples: [
    { shows: 'the target copied with its operator', form: { base: 'project', cells: { G13: '≥50公里' } }, findings: [{ cells: ['G13', 'F13'], message: '“养护道路里程”实际完成值“≥50公里”带有比较符号，像是照抄指标值“≥50公里”，应填实际数。' }] },
    { shows: 'another figure, or words, answered with a sign', form: { base: 'project', cells: { G13: '≥52公里', F19: '基本满意', G19: '≥90%' } }, findings: [
      { cells: ['G13', 'F13'], message: '“养护道路里程”实际完成值“≥52公里”带有比较符号，看不出实际是多少，应填实际数（指标值“≥50公里”）。' },
      { cells: ['G19', 'F19'], message: '“沿线群众满意度”实际完成值“≥90%”带有比较符号，看不出实际是多少，应填实际数（指标值“基本满意”）。' },
    ] },
    { shows: 'the weight as target and actual', form: { base: 'project', cells: { F13: 12.5, G13: 12.5, H13: 12.5, I13: 12.5 } }, findings: [{ cells: ['G13', 'F13'], message: '“养护道路里程”指标值“12.5”、实际完成值“12.5”都等于分值，不是指标本身的数量。' }] },
    { shows: 'more than everybody satisfied', form: { base: 'project', cells: { G19: '290%' } }, findings: [{ cells: ['G19', 'F19'], message: '“沿线群众满意度”实际完成值“290%”超过100%，不可能成立，请核实（指标值“≥90%”）。' }] },
    { shows: 'more than everybody, the sign left out', form: { base: 'project', cells: { D19: '沿线群众满意度（%）', F19: '≥90', G19: 108 } }, findings: [{ cells: ['G19', 'F19'], message: '“沿线群众满意度（%）”实际完成值“108”超过100%，不可能成立，请核实（指标值“≥90”）。' }] },
    { shows: 'the same with a name and words wrapped by hand', form: { base: 'project', cells: { D14: '养护验收\n合格率', G14: '达成\n目标值' } }, findings: [{ cells: ['G14', 'F14'], message: '“养护验收合格率”指标值“≥95%”可以计量，实际完成值只写“达成目标值”，应填实际数。' }] },
    { shows: 'a measurable target reached in words', form: { base: 'project', cells: { G14: '达成目标值' } }, findings: [{ cells: ['G14', 'F14'], message: '“养护验收合格率”指标值“≥95%”可以计量，实际完成值只写“达成目标值”，应填实际数。' }] },
    { shows: 'a limit in words, kept in the same words', form: { base: 'project', cells: { F16: '不超过预算', G16: '不超过预算' } }, findings: [] },
    { shows: 'the target over again with what was reached in brackets', form: { base: 'project', cells: { G13: '≥50公里（实际52公里）' } }, findings: [] },
    { shows: 'a form that writes the sign of the target before every result', form: { base: 'project', cells: { G13: '≥52公里', F14: '≥95%', G14: '≥96.5%', F15: '≥3次', G15: '≥4次', F16: '≤80万元', G16: '≤79万元', G19: '≥92%' } }, findings: [] },
    { shows: 'numbers that were reached', form: { base: 'project' }, findings: [] },
    { shows: 'ten pieces for ten points', form: { base: 'project', cells: { F14: '10次', G14: '10次' } }, findings: [] },
  ],
  check: (table) => answerReports(table, MESSAGES),
});
