// What a finding says in the pane's language: Chinese as the rule wrote it, English from the same figures. What people wrote themselves, own checks above all, stays as it is.
import { titleOf } from '../exports/words';
import type { Finding } from '../model/finding';
import { messageOf } from '../rules/rule';
import { RULES } from '../rules/index';
import type { Language } from './catalogue';
import { derivationIn } from './derivations-in-english';
import { knownAgain, LONGEST_SENTENCE } from './known-again';
import { ENGLISH_RULES, ENGLISH_WORDS } from './rules-in-english';

export function titleIn(language: Language, finding: Pick<Finding, 'rule' | 'title'>): string {
  return (language === 'en-US' ? ENGLISH_RULES[finding.rule]?.title : undefined) ?? titleOf(finding);
}

export function messageIn(language: Language, { rule, message, said }: Pick<Finding, 'rule' | 'message' | 'said'>): string {
  const english = language === 'en-US' ? ENGLISH_RULES[rule] : undefined;
  if (!english) return message;
  if (!said) return fromText(rule, message) ?? message;
  if (!said.every((one) => one.message in english.messages)) return message;
  return said.map((one) => messageOf({ id: rule, messages: english.messages }, { message: one.message, data: inEnglish(one.data) })).join(' ');
}

interface Pattern {
  readonly key: string;
  readonly names: readonly string[];
  readonly text: RegExp;
  /** Fixed letters: of two sentences that fit, the one that says more is meant. */
  readonly fixed: number;
}

const patterns = new Map<string, readonly Pattern[]>();

function patternsOf(rule: string): readonly Pattern[] {
  const known = patterns.get(rule);
  if (known) return known;
  const made = Object.entries(RULES.find(({ id }) => id === rule)?.messages ?? {}).map(([key, template]): Pattern => {
    const fixed = template.split(/\{\w+\}/);
    // Of two blanks side by side (调增8.53) the first is one of the words that rules themselves fill in.
    const blank = (at: number): string => (at + 2 < fixed.length && fixed[at + 1] === '' ? `(${Object.keys(ENGLISH_WORDS).join('|')}|.*?)` : '(.*?)');
    return { key, names: [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''), text: knownAgain(fixed, blank), fixed: fixed.join('').length };
  }).sort((a, b) => b.fixed - a.fixed);
  patterns.set(rule, made);
  return made;
}

/** Of results that were kept as text: the rule's sentence is known again by its fixed words. Null: it is none of this version's. */
function fromText(rule: string, message: string): string | null {
  if (message.length > LONGEST_SENTENCE) return null;
  for (const { key, names, text } of patternsOf(rule)) {
    const found = text.exec(message);
    if (found) return messageOf({ id: rule, messages: ENGLISH_RULES[rule]?.messages ?? {} }, { message: key, data: inEnglish(Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? '']))) });
  }
  return null;
}

/** What goes wrong for the unit when it stays; null for what no built-in rule found. */
export function whyIn(language: Language, rule: string): string | null {
  return (language === 'en-US' ? ENGLISH_RULES[rule]?.why : undefined) ?? RULES.find(({ id }) => id === rule)?.why ?? null;
}

function inEnglish(data: Readonly<Partial<Record<string, string>>>): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value === undefined ? value : name === 'derivation' ? derivationIn('en-US', value) : ENGLISH_WORDS[value] ?? value]));
}
