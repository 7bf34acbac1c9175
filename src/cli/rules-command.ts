// biaoli rules: what is checked, why, and on what basis.
import { SEVERITY_WORDS, STANDING_WORDS } from '../exports/words';
import { padEnd } from '../exports/text-width';
import { RULES } from '../rules/index';
import type { Rule } from '../rules/rule';
import { catalogueCommand } from './catalogue-command';

export const rules = catalogueCommand<Rule>({
  entries: RULES,
  line: (rule) => `${padEnd(rule.id, 32)}${SEVERITY_WORDS[rule.severity]}  ${rule.title}`,
  described,
  unknown: (id) => `没有规则 ${id}，用 biaoli rules 看有哪些规则。`,
});

function described(rule: Rule): string {
  const shown = rule.examples.flatMap((example) => example.findings.map((finding) => `  ${finding.cells[0] ?? ''}  ${finding.message}`));
  return [
    `${rule.id}  ${rule.title}（${SEVERITY_WORDS[rule.severity]}）`,
    `理由：${rule.why}`,
    `依据：${rule.basis.document}：${rule.basis.clause}（${STANDING_WORDS[rule.basis.standing]}）`,
    ...(shown.length === 0 ? [] : ['示例：', ...shown]),
    '',
  ].join('\n');
}
