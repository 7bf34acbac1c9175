// The words of a finding: a text with {…} in which live values stand.
import { LONGEST_MESSAGE } from './limits';
import { valueProblems, type Lines } from './meaning';
import type { MessagePart } from './own-check';
import { parseValue } from './parse';
import { problemAt, type FormulaProblem } from './problem';

export type MessageParsing = { readonly ok: true; readonly parts: readonly MessagePart[] } | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

/** Reads a message for a formula that walks `lines`: its values see what the formula sees. */
export function parseMessage(text: string, lines: Lines, within: boolean): MessageParsing {
  const refuse = (start: number, end: number, kind: FormulaProblem['kind'], message: string): MessageParsing => ({ ok: false, problems: [problemAt(text, { start, end }, kind, message)] });
  if (text.length > LONGEST_MESSAGE) return refuse(0, 1, 'limit', `出错说明太长：最多 ${LONGEST_MESSAGE} 个字。`);
  const parts: MessagePart[] = [];
  let from = 0;
  for (;;) {
    const open = firstOf(text, '{', '｛', from);
    if (open < 0) break;
    const close = closing(text, open);
    if (close < 0) return refuse(open, open + 1, 'syntax', '花括号没有合上：请补上“}”，例如 {[得分]}。');
    const inner = text.slice(open + 1, close);
    const parsed = parseValue(inner);
    const problems = parsed.ok ? valueProblems(inner, parsed.formula, lines, within) : parsed.problems;
    if (problems.length > 0) return { ok: false, problems: problems.map((one) => ({ ...one, ...problemAt(text, { start: one.start + open + 1, end: one.end + open + 1 }, one.kind, one.message, one) })) };
    if (parsed.ok) parts.push({ kind: 'words', text: text.slice(from, open) }, { kind: 'value', node: parsed.formula, text: inner });
    from = close + 1;
  }
  parts.push({ kind: 'words', text: text.slice(from) });
  return { ok: true, parts: parts.filter((part) => part.kind === 'value' || part.text !== '') };
}

function firstOf(text: string, a: string, b: string, from: number): number {
  const [x, y] = [text.indexOf(a, from), text.indexOf(b, from)];
  return x < 0 ? y : y < 0 ? x : Math.min(x, y);
}

/** The brace that closes the one at `open`; lists such as {优、良} may stand inside. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{' || text[at] === '｛') depth++;
    else if ((text[at] === '}' || text[at] === '｝') && --depth === 0) return at;
  }
  return -1;
}
