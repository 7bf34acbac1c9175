// A small evaluator for the formulas that forms use and corrections write; what it does not know keeps its cached value.
import type { Range } from '../../src/model/address';
import type { CellValue } from '../../src/model/grid';
import { isError } from '../../src/model/grid';
import { rangeOf, splitReference } from './references';

export interface Lookup {
  /** Values of a range, row by row; null when there is no such sheet. */
  values(sheet: string | null, range: Range): readonly CellValue[] | null;
}

class Unknown extends Error {}
class ErrorValue extends Error {
  constructor(readonly error: string) {
    super(error);
  }
}

const TOKEN = /\s*(?:(\d+(?:\.\d*)?(?:E[-+]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})(?![\p{L}\p{N}_(])|([\p{L}_][\p{L}\p{N}_.]*)|(<>|<=|>=|[-+*/^&=<>(),%]))/uy;

type Token = { readonly kind: 'number' | 'text' | 'reference' | 'name' | 'sign'; readonly text: string };

function tokens(source: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const match = TOKEN.exec(source);
    if (!match) throw new Unknown();
    if (match[1] !== undefined) found.push({ kind: 'number', text: match[1] });
    else if (match[2] !== undefined) found.push({ kind: 'text', text: match[2].replaceAll('""', '"') });
    else if (match[4] !== undefined) found.push({ kind: 'reference', text: (match[3] ?? '') + match[4] });
    else if (match[5] !== undefined) found.push({ kind: 'name', text: match[5].toUpperCase() });
    else found.push({ kind: 'sign', text: match[6] ?? '' });
  }
  return found;
}

/** Ranges that a formula names, with the sheet where one is named. */
export function precedents(formula: string): readonly { readonly sheet: string | null; readonly range: Range }[] {
  try {
    return tokens(formula.slice(1)).flatMap((token) => {
      if (token.kind !== 'reference') return [];
      const { sheet, cells } = splitReference(token.text);
      const range = rangeOf(cells);
      return range ? [{ sheet, range }] : [];
    });
  } catch (error) {
    if (error instanceof Unknown) return [];
    throw error;
  }
}

function number(value: CellValue): number {
  if (value === null || value === '') return 0;
  if (isError(value)) throw new ErrorValue(value.error);
  if (typeof value === 'string' && Number.isNaN(Number(value))) throw new ErrorValue('#VALUE!');
  return Number(value);
}

function numbers(values: readonly CellValue[]): number[] {
  const error = values.find(isError);
  if (error) throw new ErrorValue(error.error);
  return values.filter((value) => typeof value === 'number');
}

function text(value: CellValue): string {
  if (value === null) return '';
  if (isError(value)) throw new ErrorValue(value.error);
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function rounded(value: number, digits: number): number {
  // On 15 digits, as Excel keeps them, half away from zero.
  const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** digits;
}

const FUNCTIONS: Readonly<Record<string, (args: readonly (readonly CellValue[])[]) => CellValue>> = {
  SUM: (args) => numbers(args.flat()).reduce((sum, one) => Number((sum + one).toPrecision(15)), 0),
  MIN: (args) => Math.min(...(numbers(args.flat()).length > 0 ? numbers(args.flat()) : [0])),
  MAX: (args) => Math.max(...(numbers(args.flat()).length > 0 ? numbers(args.flat()) : [0])),
  COUNT: (args) => numbers(args.flat()).length,
  ABS: (args) => Math.abs(number(args[0]?.[0] ?? null)),
  ROUND: (args) => rounded(number(args[0]?.[0] ?? null), number(args[1]?.[0] ?? null)),
  AVERAGE(args) {
    const all = numbers(args.flat());
    if (all.length === 0) throw new ErrorValue('#DIV/0!');
    return all.reduce((sum, one) => sum + one, 0) / all.length;
  },
  AND: (args) => args.flat().every((one) => number(one) !== 0),
  OR: (args) => args.flat().some((one) => number(one) !== 0),
};

class Evaluator {
  private next = 0;

  constructor(private readonly tokens: readonly Token[], private readonly lookup: Lookup) {}

  result(): CellValue {
    const value = this.single(this.comparison());
    if (this.next < this.tokens.length) throw new Unknown();
    return value;
  }

  private single(values: readonly CellValue[]): CellValue {
    if (values.length !== 1) throw new Unknown();
    return values[0] ?? null;
  }

  private sign(...signs: string[]): string | null {
    const token = this.tokens[this.next];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.next++;
    return token.text;
  }

  private binary(signs: string[], operand: () => readonly CellValue[], apply: (sign: string, a: CellValue, b: CellValue) => CellValue): readonly CellValue[] {
    let left = operand();
    for (let sign = this.sign(...signs); sign !== null; sign = this.sign(...signs)) left = [apply(sign, this.single(left), this.single(operand()))];
    return left;
  }

  private comparison(): readonly CellValue[] {
    return this.binary(['=', '<>', '<', '>', '<=', '>='], () => this.joined(), (sign, a, b) => {
      const [x, y] = typeof a === 'string' || typeof b === 'string' ? [text(a), text(b)] : [number(a), number(b)];
      return { '=': x === y, '<>': x !== y, '<': x < y, '>': x > y, '<=': x <= y, '>=': x >= y }[sign] ?? null;
    });
  }

  private joined(): readonly CellValue[] {
    return this.binary(['&'], () => this.sum(), (_sign, a, b) => text(a) + text(b));
  }

  private sum(): readonly CellValue[] {
    return this.binary(['+', '-'], () => this.product(), (sign, a, b) => Number((number(a) + (sign === '+' ? number(b) : -number(b))).toPrecision(15)));
  }

  private product(): readonly CellValue[] {
    return this.binary(['*', '/'], () => this.power(), (sign, a, b) => {
      if (sign === '/' && number(b) === 0) throw new ErrorValue('#DIV/0!');
      return sign === '*' ? number(a) * number(b) : number(a) / number(b);
    });
  }

  private power(): readonly CellValue[] {
    return this.binary(['^'], () => this.unary(), (_sign, a, b) => number(a) ** number(b));
  }

  private unary(): readonly CellValue[] {
    const sign = this.sign('-', '+');
    if (sign !== null) return [number(this.single(this.unary())) * (sign === '-' ? -1 : 1)];
    let value = this.primary();
    while (this.sign('%') !== null) value = [number(this.single(value)) / 100];
    return value;
  }

  private primary(): readonly CellValue[] {
    const token = this.tokens[this.next++];
    if (token?.kind === 'number') return [Number(token.text)];
    if (token?.kind === 'text') return [token.text];
    if (token?.kind === 'reference') return this.referred(token.text);
    if (token?.kind === 'sign' && token.text === '(') {
      const inner = this.comparison();
      if (this.sign(')') === null) throw new Unknown();
      return inner;
    }
    if (token?.kind === 'name') return token.text === 'TRUE' || token.text === 'FALSE' ? [token.text === 'TRUE'] : [this.called(token.text)];
    throw new Unknown();
  }

  private referred(reference: string): readonly CellValue[] {
    const { sheet, cells } = splitReference(reference);
    const range = rangeOf(cells);
    const values = range && this.lookup.values(sheet, range);
    if (!values) throw new Unknown();
    return values;
  }

  private called(name: string): CellValue {
    if (this.sign('(') === null) throw new Unknown();
    const args: (readonly CellValue[] | ErrorValue)[] = [];
    if (this.sign(')') === null) {
      do args.push(this.argument()); while (this.sign(',') !== null);
      if (this.sign(')') === null) throw new Unknown();
    }
    const value = (at: number): readonly CellValue[] => {
      const arg = args[at] ?? [false];
      if (arg instanceof ErrorValue) throw arg;
      return arg;
    };
    if (name === 'IF') return this.single(value(number(this.single(value(0))) === 0 ? 2 : 1));
    if (name === 'IFERROR') return this.single(args[0] instanceof ErrorValue || isError(this.single(value(0))) ? value(1) : value(0));
    const known = FUNCTIONS[name];
    if (!known) throw new Unknown();
    return known(args.map((_, at) => value(at)));
  }

  /** An error in a branch that is not taken must not count. */
  private argument(): readonly CellValue[] | ErrorValue {
    const from = this.next;
    try {
      return this.comparison();
    } catch (error) {
      if (!(error instanceof ErrorValue)) throw error;
      this.next = from;
      this.skipArgument();
      return error;
    }
  }

  private skipArgument(): void {
    for (let depth = 0; this.next < this.tokens.length; this.next++) {
      const token = this.tokens[this.next];
      if (token?.kind !== 'sign') continue;
      if (depth === 0 && (token.text === ',' || token.text === ')')) return;
      depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    }
  }
}

/** The formula's value; undefined when the evaluator does not know something in it. */
export function evaluate(formula: string, lookup: Lookup): CellValue | undefined {
  try {
    return new Evaluator(tokens(formula.slice(1)), lookup).result() ?? 0;
  } catch (error) {
    if (error instanceof ErrorValue) return { error: error.error };
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}
