// The words and signs of the language; each has one name for people, which messages and completion use.
import { createToken, Lexer, type CustomPatternMatcherFunc, type IToken, type TokenType } from 'chevrotain';
import type { FunctionName } from './syntax';

/** As written → as understood. */
export const FUNCTIONS: ReadonlyMap<string, FunctionName> = new Map<string, FunctionName>([
  ['合计', '合计'], ['求和', '合计'], ['SUM', '合计'], ['平均', '平均'], ['平均值', '平均'], ['AVERAGE', '平均'], ['最大', '最大'], ['最大值', '最大'], ['MAX', '最大'],
  ['最小', '最小'], ['最小值', '最小'], ['MIN', '最小'], ['个数', '个数'], ['计数', '个数'], ['COUNT', '个数'], ['绝对值', '绝对值'], ['ABS', '绝对值'],
  ['四舍五入', '四舍五入'], ['ROUND', '四舍五入'], ['取整', '取整'], ['INT', '取整'], ['字数', '字数'], ['LEN', '字数'], ['百分数', '百分数'],
]);

const byLength = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const words: string[] = [];

/** A word of the language, with its other spellings; the first one is what is printed. */
function keyword(name: string, ...spellings: readonly string[]): TokenType {
  const all = [name, ...spellings];
  words.push(...all.filter((word) => /\p{Script=Han}/u.test(word)));
  return createToken({ name, label: name, pattern: new RegExp(byLength(all).map((word) => (/^[A-Z]+$/.test(word) ? `${word}(?![A-Za-z0-9_])` : escaped(word))).join('|'), 'i'), line_breaks: false });
}

const sign = (name: string, pattern: string): TokenType => createToken({ name, label: name, pattern });

export const EachFund = keyword('每项资金', '每个资金来源', '每笔资金');
export const EachGroup1 = keyword('每个一级指标', '每类一级指标');
export const EachGroup2 = keyword('每个二级指标', '每类二级指标');
export const EachIndicator = keyword('每个指标', '每项指标', '每条指标', '每个三级指标');
export const EachRow = keyword('每行', '每一行', '逐行');
export const Level1 = keyword('一级指标');
export const Level2 = keyword('二级指标');
export const NotBlank = keyword('不为空', '非空', '已填');
export const IsBlank = keyword('为空', '未填');
export const NotContains = keyword('不包含', '不含');
export const Contains = keyword('包含', '含有');
export const NotIn = keyword('不属于');
export const In = keyword('属于');
export const Near = keyword('约等于', '≈');
export const Margin = keyword('误差', '允许误差', '误差不超过');
export const AtLeast = keyword('>=', '=>', '≥', '大于等于', '不小于', '不低于', '不少于');
export const AtMost = keyword('<=', '=<', '≤', '小于等于', '不大于', '不超过', '不高于', '不多于');
export const Unequal = keyword('<>', '!=', '≠', '不等于');
export const Equal = keyword('=', '==', '等于');
export const Above = keyword('>', '大于', '超过', '高于');
export const Below = keyword('<', '小于', '低于');
export const Inside = keyword('内', '之内', '以内', '中', '里');
export const With = keyword('以');
export const Begins = keyword('开头');
export const Ends = keyword('结尾');
export const Else = keyword('否则');
export const If = keyword('若', '如果');
export const Then = keyword('则', '那么');
export const And = keyword('且', '并且', '而且', 'AND');
export const Or = keyword('或', '或者', 'OR');
export const Not = keyword('非', 'NOT');
export const LeftParen = sign('(', '(');
export const RightParen = sign(')', ')');
export const LeftBrace = sign('{', '{');
export const RightBrace = sign('}', '}');
export const Comma = createToken({ name: ',', label: '逗号', pattern: /[,;]/ });
export const Colon = createToken({ name: ':', label: '冒号', pattern: ':' });
export const Plus = sign('+', '+');
export const Minus = sign('-', '-');
export const Times = createToken({ name: '*', label: '*', pattern: /[*×]/ });
export const Divide = createToken({ name: '/', label: '/', pattern: /[/÷]/ });
export const Call = createToken({
  name: 'Function', label: '函数', pattern: new RegExp(`(?:${byLength([...FUNCTIONS.keys()]).join('|')})(?=\\s*\\()`, 'i'), line_breaks: false,
});
export const Figure = createToken({ name: 'Number', label: '数', pattern: /\d+(?:\.\d+)?(?:[ ]*(?:万元|亿元|千元|元|万|亿|分|年|%))?/, line_breaks: false });
export const Field = createToken({ name: 'Field', label: '[字段]', pattern: /\[[^[\]]*\]/, line_breaks: true });
export const Quoted = createToken({ name: 'Text', label: '“文字”', pattern: /"[^"]*"|「[^」]*」|'[^']*'/, line_breaks: true });
/** A bracket or a quotation mark without its end. */
export const OpenField = createToken({ name: 'open-field', label: '[', pattern: /\[[^[\]]*/, line_breaks: true });
export const OpenQuoted = createToken({ name: 'open-text', label: '“', pattern: /["「'][^"」']*/, line_breaks: true });

/** A column's name without brackets, where only a column can stand: 合计(非税收入). */
const columnAfterCall: CustomPatternMatcherFunc = (text, offset, tokens) => {
  if (tokens.at(-1)?.tokenType !== LeftParen || tokens.at(-2)?.tokenType !== Call) return null;
  BARE_COLUMN.lastIndex = offset;
  return BARE_COLUMN.exec(text);
};
const BARE_COLUMN = /[^\s[\](){}"「」',;:<>=≤≥≠≈+\-*×÷/\d][^\s[\](){}"「」',;:<>=≤≥≠≈+\-*×÷/]*(?=\s*[,;)]|\s*$)/uy;
export const Column = createToken({ name: 'Column', label: '列名', pattern: { exec: columnAfterCall }, line_breaks: false });

/** A word without quotation marks, where only a list's members can stand: {优、良、中、差}. */
const wordInBraces: CustomPatternMatcherFunc = (text, offset, tokens) => {
  if (!insideBraces(tokens)) return null;
  BARE_WORD.lastIndex = offset;
  return BARE_WORD.exec(text);
};
const BARE_WORD = /[^\s[\](){}"「」',;:\d][^\s[\](){}"「」',;:]*/uy;
export const Word = createToken({ name: 'Word', label: '文字', pattern: { exec: wordInBraces }, line_breaks: false });

function insideBraces(tokens: readonly IToken[]): boolean {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const type = tokens[at]?.tokenType;
    if (type === LeftBrace) return true;
    if (type === RightBrace) return false;
  }
  return false;
}

/** Anything else that is worded, up to the next word of the language: told apart so that the message can say what was meant. */
const UNKNOWN_WORD = new RegExp(`[\\p{L}_·](?:(?!${byLength(words.filter((word) => !/^[内中里以]$/.test(word))).map(escaped).join('|')})[\\p{L}\\p{N}_·])*`, 'uy');
const unknownWord: CustomPatternMatcherFunc = (text, offset) => {
  UNKNOWN_WORD.lastIndex = offset;
  return UNKNOWN_WORD.exec(text);
};
export const Unknown = createToken({ name: 'Unknown', label: '文字', pattern: { exec: unknownWord }, line_breaks: false });
const Blank = createToken({ name: 'Blank', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });

export const TOKENS: readonly TokenType[] = [
  Blank, Column, Word, Field, Quoted, Figure, Call,
  EachFund, EachGroup1, EachGroup2, EachIndicator, EachRow, Level1, Level2,
  NotBlank, NotContains, NotIn, Unequal, Near, AtLeast, AtMost, IsBlank, Contains, In, Margin, Equal, Above, Below,
  Inside, With, Begins, Ends, Else, If, Then, And, Or, Not,
  LeftParen, RightParen, LeftBrace, RightBrace, Comma, Colon, Plus, Minus, Times, Divide, OpenField, OpenQuoted, Unknown,
];

export const LEXER = new Lexer([...TOKENS], { ensureOptimizations: false, positionTracking: 'onlyOffset', safeMode: false });
