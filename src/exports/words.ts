// The Chinese words of verdicts, severities, kinds and standings: one place, so that all outputs speak alike.
import { OWN } from '../formulas/own-check';
import type { Finding, Severity } from '../model/finding';
import type { Verdict } from '../model/review';
import type { Standing } from '../model/rubric';
import type { TableKind } from '../model/table';
import { RULES } from '../rules/index';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { errors: '未通过', 'to-verify': '待核实', clean: '通过', 'not-checked': '未核查' };
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', verify: '核实', hint: '提示' };
export const STANDING_WORDS: Readonly<Record<Standing, string>> = { quoted: '原文', seen: '样表所见', assumed: '推定' };
export const KIND_WORDS: Readonly<Record<TableKind, string>> = {
  project: '项目支出绩效自评表', department: '部门整体支出绩效自评表', 'base-data': '基础数据表', targets: '绩效目标申报表', monitoring: '绩效运行监控表',
};

/** A rule's short Chinese title; of an own check its number; the id when there is no such rule (a waiver of an older version). */
export function ruleTitle(id: string): string {
  return RULES.find((rule) => rule.id === id)?.title ?? (id.startsWith(OWN) ? `审核公式 ${id.slice(OWN.length)}` : id);
}

/** A finding's short Chinese title: the name of an own check, else the rule's. */
export function titleOf({ rule, title }: Pick<Finding, 'rule' | 'title'>): string {
  return title ?? ruleTitle(rule);
}
