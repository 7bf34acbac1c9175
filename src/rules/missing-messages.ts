// The sentences about blanks, shared by the parts of missing-field.
import type { RuleReport } from './rule';

export const MISSING_MESSAGES = {
  field: '“{name}”未填。',
  nothing: '资金和绩效指标均未填写，表中没有可核查的内容。',
  indicators: '绩效指标一行未填。',
  amount: '“{name}”的{column}未填，同行其他金额已填。',
  partBudget: '“{name}”有执行数{spending}，预算数未填，与总额无法勾稽。',
  partUnplanned: '“{name}”有执行数{spending}，没有预算数，其余各项预算已等于总额，请核对。',
  rate: '执行率未填，预算数{budget}、执行数{spending}已填，应为{expected}。',
  executionScore: '预算执行得分未填，分值{weight}。',
  actual: '“{name}”实际完成值未填。',
  noResult: '“{name}”指标值{target}，实际完成值只填“{actual}”，却得{score}分，未见说明。',
  score: '“{name}”得分未填，分值{weight}。',
  scoreOnly: '“{name}”有实际完成值，得分未填，同表其他指标都有得分。',
  scores: '{count}项指标的得分都没有填写，也没有总分。',
  target: '“{name}”有实际完成值和得分，年度指标值未填，得分没有依据。',
  targetOnly: '“{name}”指标值未填，同表其他指标已填。',
  goalless: '“{name}”有实际完成值，年度指标值未填，完成情况没有依据。',
  weight: '“{name}”得分{score}，分值未填。',
  name: '分值{weight}、得分{score}的一行没有指标名称。',
  reason: '“{name}”指标值{target}、实际{actual}，未达标，偏差原因未填。',
  none: '“{name}”指标值{target}、实际{actual}，{how}，偏差原因填的是“{said}”。',
  lost: '“{name}”分值{weight}得{score}，扣分原因未填。',
  limit: '“{name}”指标值{target}、实际{actual}，超出限额，偏差原因未填。',
  below: '“{name}”指标值{target}、实际{actual}，{how}，表下“{label}”填的是“{said}”。',
  belowBlank: '“{name}”指标值{target}、实际{actual}，{how}，表下“{label}”空白。',
  prospect: '“{name}”完成目标可能性填的是“{said}”，表下“{label}”空白。',
  unit: '“{name}”指标值“{target}”、完成值“{actual}”都没有计量单位。',
  units: '有{count}项指标的指标值和完成值都没有计量单位，如“{name}”指标值“{target}”。',
  goal: '填了实际完成情况，预期目标空白。',
  goals: '年度总体目标的预期目标和实际完成情况都没有填写。',
  line: '“{name}”{column}未填，同行其他年度已填。',
  parent: '“{name}”未填，所属各项已填，应填各项合计。',
  controlPart: '“{name}”填了{rate}，{column}未填，控制率没有依据。',
  controlRate: '“{name}”未填，{numerator} ÷ {denominator}应为{expected}。',
} as const;

export type MissingMessage = keyof typeof MISSING_MESSAGES;
export type MissingReport = RuleReport<MissingMessage>;
