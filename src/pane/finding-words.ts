// What a finding says in the pane's language: Chinese as the rule wrote it, English from the same figures. What people wrote themselves, own checks above all, stays as it is.
import { titleOf } from '../exports/words';
import type { Finding } from '../model/finding';
import { messageOf } from '../rules/rule';
import { RULES } from '../rules/index';
import type { Language } from './catalogue';
import { derivationIn } from './derivations-in-english';
import { ENGLISH_RULES, ENGLISH_WORDS } from './rules-in-english';

export function titleIn(language: Language, finding: Pick<Finding, 'rule' | 'title'>): string {
  return (language === 'en-US' ? ENGLISH_RULES[finding.rule]?.title : undefined) ?? titleOf(finding);
}

export function messageIn(language: Language, { rule, message, said }: Pick<Finding, 'rule' | 'message' | 'said'>): string {
  const english = language === 'en-US' ? ENGLISH_RULES[rule] : undefined;
  if (!english || !said || !said.every((one) => one.message in english.messages)) return message;
  return said.map((one) => messageOf({ id: rule, messages: english.messages }, { message: one.message, data: inEnglish(one.data) })).join(' ');
}

/** What goes wrong for the unit when it stays; null for what no built-in rule found. */
export function whyIn(language: Language, rule: string): string | null {
  return (language === 'en-US' ? ENGLISH_RULES[rule]?.why : undefined) ?? RULES.find(({ id }) => id === rule)?.why ?? null;
}

function inEnglish(data: Readonly<Partial<Record<string, string>>>): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value === undefined ? value : name === 'derivation' ? derivationIn('en-US', value) : ENGLISH_WORDS[value] ?? value]));
}
