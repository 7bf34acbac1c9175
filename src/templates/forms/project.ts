// 项目支出绩效自评表 of the national frame, and with cost as a level of its own.
import type { TemplateForm } from '../form';
import { COST_GROUPS, PROJECT_FIELDS, titleLines, USUAL_GOALS, USUAL_PRINTED, USUAL_TOTAL, USUAL_WIDTHS, usualFund, usualGroups, usualIndicators } from './common';

const FRAME = {
  title: '项目支出绩效自评表', kind: 'project', province: null, orientation: 'portrait', widths: USUAL_WIDTHS, printed: USUAL_PRINTED, rows: 2,
} as const;
const HEAD = [titleLines('项目支出绩效自评表', 'M', '（{year}年度）'), PROJECT_FIELDS, usualFund('项目资金\n（万元）'), USUAL_GOALS] as const;

export const PROJECT: TemplateForm = {
  ...FRAME, id: 'project', title: '项目支出绩效自评表（全国通行）', rubric: 'mof-2020', sheet: '项目支出绩效自评表', source: '财预〔2020〕10号的框架；版式见各地项目支出绩效自评表',
  blocks: [...HEAD, usualIndicators(usualGroups({ output: 50, outcome: 30, satisfaction: 10 })), USUAL_TOTAL, { kind: 'notes', rubric: true, texts: [] }],
};

export const PROJECT_COST: TemplateForm = {
  ...FRAME, id: 'project-cost', title: '项目支出绩效自评表（设成本指标）', rubric: 'mof-2021-cost', sheet: '项目支出绩效自评表（成本）', source: '财预〔2021〕101号的框架；版式见各地项目支出绩效自评表',
  blocks: [...HEAD, usualIndicators(COST_GROUPS), USUAL_TOTAL, { kind: 'notes', rubric: true, texts: [] }],
};
