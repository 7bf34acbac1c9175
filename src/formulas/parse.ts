// From a text to a formula, or to what is wrong with it and where. Never throws.
import { tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import { DEEPEST, LONGEST_FORMULA, MOST_TOKENS } from './limits';
import { problemsOf } from './meaning';
import { meaningOf, nearest } from './names';
import { FormulaParser } from './parser';
import { problemAt, type FormulaProblem } from './problem';
import { plainSigns } from './spelling';
import type { Formula, Node, Span } from './syntax';
import * as T from './tokens';

export type Parsing<F> = { readonly ok: true; readonly formula: F; readonly advice: readonly FormulaProblem[] } | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

const PARSER = new FormulaParser();

/** Reads a formula: its words, its names and its types. Problems come with line, column and length, the first one first. */
export function parseFormula(text: string): Parsing<Formula> {
  const read = readTree(text);
  if (!read.ok) return read;
  const formula: Formula = { text, ...read.formula };
  const problems = [...problemsOf(formula)].sort((a, b) => a.start - b.start);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, formula, advice: adviceOn(formula) };
}

/** Reads a value, such as a message's {[得分]}: its names and types are the caller's to look at. */
export function parseValue(text: string): Parsing<Node> {
  const read = readTree(text);
  return read.ok ? { ...read, formula: read.formula.test } : read;
}

/** The tokens of a text in plain signs; null where it is too long. */
export function tokensOf(text: string): readonly IToken[] | null {
  return text.length > LONGEST_FORMULA ? null : T.LEXER.tokenize(plainSigns(text)).tokens;
}

function readTree(text: string): Parsing<Omit<Formula, 'text'>> {
  const refuse = (problem: FormulaProblem): Parsing<never> => ({ ok: false, problems: [problem] });
  if (text.length > LONGEST_FORMULA) return refuse(problemAt('', { start: 0, end: 1 }, 'limit', `公式有 ${text.length} 个字，最多 ${LONGEST_FORMULA} 个：请分成几条审核公式。`));
  if (text.trim() === '') return refuse(problemAt(text, { start: 0, end: 1 }, 'syntax', '还没有写公式，例如：合计(分值) = 100。'));
  const plain = plainSigns(text);
  const { tokens, errors } = T.LEXER.tokenize(plain);
  const [strange] = errors;
  const bounded = outOfBounds(text, tokens);
  if (bounded) return refuse(bounded);
  // Where both are wrong, what stands first is told.
  PARSER.source = text;
  PARSER.input = [...tokens];
  const tree = PARSER.formula();
  const [failure] = PARSER.errors;
  const at = failure ? spanOf(failure.token, text) : null;
  if (strange && (!at || strange.offset <= at.start)) {
    const sign = text.slice(strange.offset, strange.offset + Math.max(1, strange.length)).slice(0, 8);
    return refuse(problemAt(text, { start: strange.offset, end: strange.offset + Math.max(1, strange.length) }, 'syntax', `认不出符号“${sign}”。`));
  }
  if (failure && at) return refuse(syntaxProblem(text, tokens, failure.token, at));
  return { ok: true, formula: tree, advice: [] };
}

/** Counted on the tokens: the parser and all who walk the tree go as deep as the formula does. */
function outOfBounds(text: string, tokens: readonly IToken[]): FormulaProblem | null {
  const extra = tokens[MOST_TOKENS];
  if (extra) return problemAt(text, spanOf(extra, text), 'limit', `公式太长（最多 ${MOST_TOKENS} 个词和符号）：请分成几条审核公式。`);
  let open = 0;
  let prefixes = 0;
  for (const token of tokens) {
    if (is(token, T.LeftParen, T.LeftBrace)) open++;
    else if (is(token, T.RightParen, T.RightBrace)) open--;
    else if (is(token, T.If, T.Not, T.Minus)) prefixes++;
    if (open > DEEPEST || prefixes > DEEPEST * 2) return problemAt(text, spanOf(token, text), 'limit', `括号或条件套得太深（最多 ${DEEPEST} 层）：请分成几条审核公式。`);
  }
  return null;
}

function is(token: IToken | undefined, ...types: readonly TokenType[]): boolean {
  return token !== undefined && types.some((type) => tokenMatcher(token, type));
}

/** Of the end of the text for the token that stands there. */
function spanOf({ startOffset, image }: IToken, text: string): Span {
  return Number.isNaN(startOffset) ? { start: text.trimEnd().length, end: text.trimEnd().length + 1 } : { start: startOffset, end: startOffset + image.length };
}

const OPERATORS: ReadonlySet<string> = new Set([T.Equal, T.Unequal, T.AtLeast, T.AtMost, T.Above, T.Below].map(({ name }) => name));

/** What may stand after the tokens given, in words for people, without repetitions. */
export function expectedAfter(tokens: readonly IToken[]): readonly TokenType[] {
  const types = PARSER.computeContentAssist('formula', [...tokens]).map(({ nextTokenType }) => nextTokenType);
  return [...new Set(types)];
}

function wordsOf(types: readonly TokenType[]): readonly string[] {
  const words = new Set<string>();
  for (const type of types) {
    if (OPERATORS.has(type.name)) words.add('= <> < <= > >=');
    else if (type === T.Plus || type === T.Minus || type === T.Times || type === T.Divide) words.add('+ - * /');
    else if (type === T.Call) words.add('函数');
    else if (type === T.Word || type === T.Column) continue;
    else words.add(type.LABEL ?? type.name);
  }
  return [...words];
}

const MOST_WORDS = 8;

function syntaxProblem(text: string, tokens: readonly IToken[], bad: IToken, at: Span): FormulaProblem {
  const index = tokens.indexOf(bad);
  const before = index < 0 ? tokens : tokens.slice(0, index);
  const last = before.at(-1);
  const expected = wordsOf(expectedAfter(before));
  const wanted = expected.length === 0 ? '' : `这里可以写 ${expected.slice(0, MOST_WORDS).join('、')}${expected.length > MOST_WORDS ? ' 等' : ''}。`;
  const tell = (message: string, suggestion: string | null = null): FormulaProblem => problemAt(text, at, 'syntax', message, { expected, suggestion });
  const typed = text.slice(at.start, at.end);
  if (index < 0) return tell(`公式没有写完。${wanted}`);
  if (is(bad, T.OpenField)) return tell('方括号没有合上：请补上“]”，例如 [得分]。', `${typed.trimEnd()}]`);
  if (is(bad, T.OpenQuoted)) return tell('引号没有合上：请补上后引号。', `${typed}”`);
  if (is(bad, T.Unknown) && is(last, T.LeftParen) && is(before.at(-2), T.Call) && !is(tokens[index + 1], T.LeftParen) && !tokens.slice(index).some((token) => is(token, T.RightParen))) return tell('括号没有合上：请补上“)”。', `${typed})`);
  if (is(bad, T.Unknown, T.Column)) return unknownWord(typed, tokens[index + 1], tell, wanted);
  if (is(bad, T.Equal, T.Unequal, T.AtLeast, T.AtMost, T.Above, T.Below, T.Near) && !is(last, T.Equal, T.Unequal, T.AtLeast, T.AtMost, T.Above, T.Below, T.LeftParen, T.Near) && last !== undefined && expected.includes(T.And.name)) {
    return tell('一次只能比较两个数：请用“且”连接，例如 0 <= [得分] 且 [得分] <= 10。');
  }
  if (is(bad, T.RightParen) && !before.some((token) => is(token, T.LeftParen))) return tell('多了一个右括号。');
  return tell(`“${typed.slice(0, 20)}”放在这里不对。${wanted}`);
}

function unknownWord(typed: string, next: IToken | undefined, tell: (message: string, suggestion?: string | null) => FormulaProblem, wanted: string): FormulaProblem {
  const shown = typed.slice(0, 30);
  if (is(next, T.LeftParen)) {
    const near = nearest(typed, new Set(T.FUNCTIONS.values()));
    return tell(`没有函数“${shown}”：${near === null ? `可用 ${[...new Set(T.FUNCTIONS.values())].join('、')}` : `是不是“${near}”？`}${near === null ? '。' : ''}`, near);
  }
  if (meaningOf(typed)) return tell(`字段名要写在方括号里：[${shown}]。`, `[${typed}]`);
  if ([...T.FUNCTIONS.values()].some((name) => name === typed)) return tell(`“${shown}”后面要写括号，例如 ${shown}(得分)。`);
  const near = nearest(typed);
  return tell(`认不出“${shown}”：${near === null ? '文字要加引号，字段名要写在方括号里。' : `是不是 [${near}]？`}${near === null ? wanted : ''}`, near === null ? null : `[${near}]`);
}

/** A quotient seldom equals what is typed: said while it is written, not when it gives a false alarm. */
function adviceOn({ text, test }: Formula): readonly FormulaProblem[] {
  const advice: FormulaProblem[] = [];
  const divides = (node: Node): boolean => (node.kind === 'arithmetic' && (node.op === '/' || divides(node.left) || divides(node.right))) || (node.kind === 'call' && node.fn === '平均') || (node.kind === 'negate' && divides(node.of));
  const walk = (node: Node): void => {
    if (node.kind === 'compare' && (node.op === '=' || node.op === '<>') && (divides(node.left) || divides(node.right))) advice.push(problemAt(text, node, 'type', '除出来的数很少正好相等：用“约等于”按显示的小数位比较，以免误报。'));
    else if (node.kind === 'both' || node.kind === 'either') node.parts.forEach(walk);
    else if (node.kind === 'not') walk(node.of);
    else if (node.kind === 'when') [node.condition, node.then, node.otherwise].forEach((part) => part && walk(part));
  };
  walk(test);
  return advice;
}
