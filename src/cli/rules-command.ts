// biaoli rules: what is checked in tables and in the words of reports, why, and on what basis.
import { SEVERITY_WORDS, STANDING_WORDS } from '../exports/words';
import { padEnd } from '../exports/text-width';
import { REPORT_RULES } from '../reports/report-rules';
import { RULES } from '../rules/index';
import type { Rule } from '../rules/rule';
import { catalogueCommand } from './catalogue-command';

interface Listed extends Pick<Rule, 'id' | 'title' | 'severity' | 'why' | 'basis'> {
  /** What its examples find: a cell or the words, and the sentence. */
  readonly found: readonly string[];
}

const LISTED: readonly Listed[] = [
  ...RULES.map((rule): Listed => ({ ...rule, found: rule.examples.flatMap(({ findings }) => findings.map(({ cells, message }) => `${cells[0] ?? ''}  ${message}`)) })),
  ...REPORT_RULES.map((rule): Listed => ({ ...rule, found: rule.examples.flatMap(({ findings }) => findings.map(({ quote, message }) => `“${quote}”  ${message}`)) })),
];

export const rules = catalogueCommand<Listed>({
  entries: LISTED,
  line: (rule) => `${padEnd(rule.id, 32)}${SEVERITY_WORDS[rule.severity]}  ${rule.title}`,
  described,
  unknown: (id) => `没有规则 ${id}，用 biaoli rules 看有哪些规则。`,
});

function described({ id, title, severity, why, basis, found }: Listed): string {
  return [
    `${id}  ${title}（${SEVERITY_WORDS[severity]}）`,
    `理由：${why}`,
    `依据：${basis.document}：${basis.clause}（${STANDING_WORDS[basis.standing]}）`,
    ...(found.length === 0 ? [] : ['示例：', ...[...new Set(found)].map((one) => `  ${one}`)]),
    '',
  ].join('\n');
}
