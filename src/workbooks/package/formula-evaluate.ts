// A formula's tree → its value, as Excel and WPS would give it; null where this evaluator does not vouch for the answer.
import { isError } from '../../model/grid';
import type { CellValue } from '../../model/grid';
import { FUNCTIONS, single } from './formula-functions';
import type { Cells, Operand } from './formula-functions';
import { parseFormula } from './formula-syntax';
import type { FormulaNode, Operator } from './formula-syntax';
import { BAD_NUMBER, BAD_VALUE, compare, DIVISION, finite, OutOfScope, toNumber, toText } from './formula-values';

/** What surrounds a formula. */
export interface Surroundings extends Cells {
  /** What a defined name stands for on a sheet, without '='; null when there is no such name. */
  name(name: string, sheet: string): string | null;
}

const MAX_TEXT = 32_767;
/** A name may stand for another name. */
const MAX_NAMES = 8;

function power(base: number, exponent: number): CellValue {
  if (base === 0 && exponent === 0) return BAD_NUMBER;
  if (base === 0 && exponent < 0) return DIVISION;
  return finite(base ** exponent);
}

function calculate(operator: '+' | '-' | '*' | '/' | '^', a: number, b: number): CellValue {
  switch (operator) {
    case '+': return finite(a + b);
    case '-': return finite(a - b);
    case '*': return finite(a * b);
    case '/': return b === 0 ? DIVISION : finite(a / b);
    case '^': return power(a, b);
  }
}

class Evaluation {
  constructor(private readonly home: string, private readonly cells: Surroundings) {}

  value(node: FormulaNode, names = 0): CellValue {
    return single(this.operand(node, names), this.cells);
  }

  operand(node: FormulaNode, names: number): Operand {
    switch (node.kind) {
      case 'constant': return node.value;
      case 'omitted': return null;
      case 'area': return { area: node.range, sheet: node.sheet ?? this.home };
      case 'name': return this.named(node.name, names);
      case 'unary': return this.unary(node.operator, this.value(node.of, names));
      case 'binary': return this.binary(node.operator, this.value(node.left, names), () => this.value(node.right, names));
      case 'call': return this.call(node.name, node.args, names);
    }
  }

  private named(name: string, names: number): Operand {
    const target = names < MAX_NAMES ? this.cells.name(name, this.home) : null;
    const node = target === null ? null : parseFormula(target);
    // Relative references and those without a sheet mean something else in every cell.
    const plain = node?.kind === 'constant' || node?.kind === 'name' || (node?.kind === 'area' && node.absolute && node.sheet !== null);
    if (!node || !plain) throw new OutOfScope();
    return this.operand(node, names + 1);
  }

  private unary(operator: '-' | '+' | '%', value: CellValue): CellValue {
    // A plus sign leaves even text alone.
    if (operator === '+') return value;
    const number = toNumber(value);
    return isError(number) ? number : finite(operator === '-' ? -number : number / 100);
  }

  private binary(operator: Operator, left: CellValue, rightOf: () => CellValue): CellValue {
    if (isError(left)) return left;
    const right = rightOf();
    if (isError(right)) return right;
    switch (operator) {
      case '=': case '<>': case '<': case '>': case '<=': case '>=': return compare(operator, left, right);
      case '&': return joined(toText(left), toText(right));
      case '+': case '-': case '*': case '/': case '^': {
        const a = toNumber(left);
        const b = isError(a) ? 0 : toNumber(right);
        return isError(a) ? a : isError(b) ? b : calculate(operator, a, b);
      }
    }
  }

  private call(name: string, args: readonly FormulaNode[], names: number): Operand {
    const known = FUNCTIONS.get(name);
    if (!known) throw new OutOfScope();
    return known(args.map((arg) => () => this.operand(arg, names)), this.cells);
  }

  /** Where the last step of a formula takes two nearly equal numbers from each other, the rest is noise and Excel gives zero. */
  settled(node: FormulaNode, value: CellValue): CellValue {
    if (typeof value !== 'number' || node.kind !== 'binary' || (node.operator !== '-' && node.operator !== '+')) return value;
    const left = toNumber(this.value(node.left));
    return typeof left === 'number' && Math.abs(value) < Math.abs(left) * 2 ** -48 ? 0 : value;
  }
}

function joined(a: CellValue, b: CellValue): CellValue {
  const text = `${a as string}${b as string}`;
  return text.length > MAX_TEXT ? BAD_VALUE : text;
}

/** Null is no answer, so a blank result is told as what a cell shows: 0. */
export type Result = Exclude<CellValue, null>;

/**
 * Evaluates a formula.
 * @param formula without '='
 * @param home the formula's sheet, as `cells` knows it
 * @returns null when the formula, or a value that it needs, is out of scope
 */
export function evaluateFormula(formula: string, home: string, cells: Surroundings): Result | null {
  const node = parseFormula(formula);
  if (!node) return null;
  try {
    const evaluation = new Evaluation(home, cells);
    return evaluation.settled(node, evaluation.value(node)) ?? 0;
  } catch (error) {
    if (error instanceof OutOfScope) return null;
    throw error;
  }
}
