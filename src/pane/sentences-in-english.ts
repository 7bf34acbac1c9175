// Finished Chinese sentences from inside, clause by clause in English: refusals, remarks, what was not read. A clause that is not known leaves the whole sentence as it is.
import { FILE_CLAUSES } from './file-clauses';
import { HOST_CLAUSES } from './host-clauses';
import { knownAgain, LONGEST_SENTENCE } from './known-again';
import { TABLE_CLAUSES } from './table-clauses';

interface Known {
  readonly pattern: RegExp;
  readonly english: string;
}

let exact: ReadonlyMap<string, string> | null = null;
let known: readonly Known[] = [];

/** Made when the first sentence is asked for: a pane in Chinese never does. */
function clauses(): ReadonlyMap<string, string> {
  if (exact) return exact;
  const all = Object.entries({ ...HOST_CLAUSES, ...FILE_CLAUSES, ...TABLE_CLAUSES });
  exact = new Map(all);
  // Of two that fit, the one that says more is meant.
  known = all.filter(([chinese]) => chinese.includes('{')).sort(([a], [b]) => b.replace(/\{\d\}/g, '').length - a.replace(/\{\d\}/g, '').length)
    .map(([chinese, english]) => ({ pattern: knownAgain(chinese.split(/\{\d\}/)), english }));
  return exact;
}

/** One clause; null where it is not known. */
function clauseInEnglish(chinese: string): string | null {
  const said = clauses().get(chinese);
  if (said !== undefined) return said;
  for (const { pattern, english } of known) {
    const found = pattern.exec(chinese);
    if (found) return english.replace(/\{(\d)\}/g, (_, at: string) => partInEnglish(found[Number(at) + 1] ?? ''));
  }
  return null;
}

/** What fills a clause: mostly names and figures, sometimes facts that are joined by commas. */
function partInEnglish(part: string): string {
  const facts = part.split('，').map((fact) => clauseInEnglish(fact));
  return facts.every((fact) => fact !== null) ? facts.join(', ') : part;
}

const capital = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

function sentenceInEnglish(sentence: string): string {
  const told: string[] = [];
  for (const one of sentence.split('。')) {
    const text = one.trim();
    if (text === '') continue;
    const whole = clauseInEnglish(text);
    const parts = whole === null ? text.split('；').filter((clause) => clause !== '').map((clause) => clauseInEnglish(clause)) : [whole];
    if (parts.some((part) => part === null)) return sentence;
    told.push(capital(parts.join('; ')));
  }
  return told.join('. ') + (sentence.trim().endsWith('。') ? '.' : '');
}

/** Names go through here with the sentences, thousands of them in a long list, and each again and again. */
const told = new Map<string, string>();
const MOST = 10_000;

/** A sentence, or several in a row; as it is where a part of it is not known. */
export function inEnglish(sentence: string): string {
  if (sentence.length > LONGEST_SENTENCE || !/[\u4e00-\u9fff]/.test(sentence)) return sentence;
  const before = told.get(sentence);
  if (before !== undefined) return before;
  const english = sentenceInEnglish(sentence);
  if (told.size >= MOST) told.clear();
  told.set(sentence, english);
  return english;
}
