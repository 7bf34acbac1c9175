// Formula text → tree, by recursive descent. What is not understood to the letter gives null: such a formula is left to the spreadsheet.
import { MAX_COLUMN, MAX_ROW, parseA1, parseRange } from '../../model/address';
import type { Range } from '../../model/address';
import type { CellError } from '../../model/grid';

export type Comparison = '=' | '<>' | '<' | '>' | '<=' | '>=';
export type Operator = Comparison | '&' | '+' | '-' | '*' | '/' | '^';

export type FormulaNode =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | CellError }
  /** An argument left out: IF(A1,,2). */
  | { readonly kind: 'omitted' }
  /** Sheet null: the formula's own. `absolute` where all its rows and columns are fixed. */
  | { readonly kind: 'area'; readonly sheet: string | null; readonly range: Range; readonly absolute: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '%'; readonly of: FormulaNode }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] };

type Token =
  | { readonly kind: 'node'; readonly node: FormulaNode }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

/** Excel's own limit of a formula. */
const MAX_LENGTH = 8_192;
/** Trees are walked recursively: a chain of 1,000 sums is still far from the stack's end. */
const MAX_NODES = 1_000;
const MAX_DEPTH = 64;

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const REFERENCE = new RegExp(String.raw`(?:('(?:[^']|'')+'|[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*)!)?(?:(${CELL}(?::${CELL})?)|(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})|(\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}))(?![\w.(!:[#\u0080-\uffff])`, 'y');
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.\u0080-\uffff])/y;
const TEXT = /"((?:[^"]|"")*)"/y;
const ERROR = /#(?:REF!|DIV\/0!|VALUE!|NAME\?|NUM!|N\/A|NULL!)/y;
const WORD = /[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*/y;
const SIGN = /<>|<=|>=|[-+*/^&=<>%(),]/y;
const SPACE = /\s*/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The range of "A1", "$A$1:B2", "A:C" or "3:5". */
function rangeOf(text: string, whole: 'columns' | 'rows' | null): Range | null {
  const bare = text.replaceAll('$', '').toUpperCase();
  if (whole === null) return bare.split(':').every((corner) => parseA1(corner) !== null) ? parseRange(bare) : null;
  const [first = '', last = ''] = bare.split(':');
  if (whole === 'rows') return parseRange(`A${first}:XFD${last}`);
  const range = parseRange(`${first}1:${last}1`);
  return range && { ...range, bottom: MAX_ROW };
}

function isAbsolute(text: string, whole: boolean): boolean {
  return text.split(':').every((corner) => (corner.match(/\$/g) ?? []).length === (whole ? 1 : 2));
}

function areaOf(match: RegExpExecArray): FormulaNode | null {
  const [, prefix, cells, columns, rows] = match;
  const text = cells ?? columns ?? rows ?? '';
  const range = rangeOf(text, cells !== undefined ? null : columns !== undefined ? 'columns' : 'rows');
  const sheet = prefix === undefined ? null : prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
  // Another workbook, or a run of sheets.
  if (!range || range.right > MAX_COLUMN || (sheet !== null && /[[\]:]/.test(sheet))) return null;
  return { kind: 'area', sheet, range, absolute: isAbsolute(text, cells === undefined) };
}

function tokensOf(formula: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = matchAt(SPACE, formula, 0)?.[0].length ?? 0; at < formula.length; ) {
    const reference = matchAt(REFERENCE, formula, at);
    const area = reference && areaOf(reference);
    const found = reference ?? matchAt(NUMBER, formula, at) ?? matchAt(TEXT, formula, at) ?? matchAt(ERROR, formula, at) ?? matchAt(WORD, formula, at) ?? matchAt(SIGN, formula, at);
    if (!found || (reference && !area)) return null;
    const [text] = found;
    if (area) tokens.push({ kind: 'node', node: area });
    else if (text.startsWith('"')) tokens.push({ kind: 'node', node: { kind: 'constant', value: (found[1] ?? '').replaceAll('""', '"') } });
    else if (text.startsWith('#')) tokens.push({ kind: 'node', node: { kind: 'constant', value: { error: text } } });
    else if (/^[\d.]/.test(text)) tokens.push({ kind: 'node', node: { kind: 'constant', value: Number(text) } });
    else tokens.push({ kind: /^[\w\u0080-\uffff]/.test(text) ? 'word' : 'sign', text });
    at += text.length;
    at += matchAt(SPACE, formula, at)?.[0].length ?? 0;
  }
  return tokens;
}

/** Binary operators from the loosest to the tightest; all of them, even ^, group from the left. */
const LEVELS: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

/** Thrown and caught in this file only. */
class NotUnderstood extends Error {}

class Parser {
  private at = 0;
  private nodes = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): FormulaNode {
    const node = this.level(0);
    if (this.at < this.tokens.length) throw new NotUnderstood();
    return node;
  }

  private sign(): string | null {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' ? token.text : null;
  }

  private take(text: string): void {
    if (this.sign() !== text) throw new NotUnderstood();
    this.at++;
  }

  private made(node: FormulaNode): FormulaNode {
    if (++this.nodes > MAX_NODES) throw new NotUnderstood();
    return node;
  }

  private level(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (!operators) return this.signed();
    let left = this.level(level + 1);
    for (let sign = this.sign(); sign !== null && operators.includes(sign); sign = this.sign()) {
      this.at++;
      left = this.made({ kind: 'binary', operator: sign as Operator, left, right: this.level(level + 1) });
    }
    return left;
  }

  /** A sign binds tighter than ^: -2^2 is 4. */
  private signed(): FormulaNode {
    const sign = this.sign();
    if (sign !== '-' && sign !== '+') return this.percent();
    this.at++;
    return this.deeper(() => this.made({ kind: 'unary', operator: sign, of: this.signed() }));
  }

  private percent(): FormulaNode {
    let node = this.primary();
    while (this.sign() === '%') {
      this.at++;
      node = this.made({ kind: 'unary', operator: '%', of: node });
    }
    return node;
  }

  private deeper(parse: () => FormulaNode): FormulaNode {
    if (++this.depth > MAX_DEPTH) throw new NotUnderstood();
    const node = parse();
    this.depth--;
    return node;
  }

  private primary(): FormulaNode {
    const token = this.tokens[this.at++];
    if (token?.kind === 'node') return this.made(token.node);
    if (token?.kind === 'word') return this.word(token.text);
    if (token?.text !== '(') throw new NotUnderstood();
    const inner = this.deeper(() => this.level(0));
    this.take(')');
    return inner;
  }

  private word(text: string): FormulaNode {
    const name = text.toUpperCase();
    if (this.sign() === '(') return this.made({ kind: 'call', name, args: this.args() });
    if (name === 'TRUE' || name === 'FALSE') return this.made({ kind: 'constant', value: name === 'TRUE' });
    return this.made({ kind: 'name', name: text });
  }

  private args(): FormulaNode[] {
    this.take('(');
    const args: FormulaNode[] = [];
    if (this.sign() === ')') {
      this.at++;
      return args;
    }
    for (;;) {
      const sign = this.sign();
      args.push(sign === ',' || sign === ')' ? this.made({ kind: 'omitted' }) : this.deeper(() => this.level(0)));
      if (this.sign() === ')') break;
      this.take(',');
    }
    this.at++;
    return args;
  }
}

/**
 * Reads a formula without its '='.
 * @returns null for everything outside the grammar: arrays, unions, tables, other workbooks, runs of sheets, or what is simply too long
 */
export function parseFormula(formula: string): FormulaNode | null {
  const tokens = formula.length > MAX_LENGTH ? null : tokensOf(formula);
  if (!tokens || tokens.length === 0) return null;
  try {
    return new Parser(tokens).whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}
