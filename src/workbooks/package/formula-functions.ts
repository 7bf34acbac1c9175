// The functions of self-evaluation forms: sums, roundings, conditions. Every other function is out of scope.
import type { Range } from '../../model/address';
import { isError } from '../../model/grid';
import type { CellError, CellValue } from '../../model/grid';
import { BAD_VALUE, compare, DIVISION, finite, floorOf, OutOfScope, roundAt, toBoolean, toNumber } from './formula-values';

/** A reference kept as one: functions treat cells other than values. */
export interface Area {
  readonly area: Range;
  readonly sheet: string;
}
export type Operand = CellValue | Area;

/** What a formula may look at. Throws OutOfScope where a value is not known. */
export interface Cells {
  value(sheet: string, row: number, column: number): CellValue;
  /** Cells of a range that are not blank, row by row. */
  filled(sheet: string, range: Range): Iterable<{ readonly row: number; readonly column: number; readonly value: CellValue }>;
  /** True where no row of the range is hidden and none of its cells may hold a subtotal: what a subtotal would pass over. */
  whole(sheet: string, range: Range): boolean;
}

function isArea(operand: Operand): operand is Area {
  return typeof operand === 'object' && operand !== null && 'area' in operand;
}

export type Thunk = () => Operand;
type Call = (args: readonly Thunk[], cells: Cells) => Operand;

/** One value; of several cells Excel would pick one by the formula's own place, or spill. */
export function single(operand: Operand, cells: Cells): CellValue {
  if (!isArea(operand)) return operand;
  const { top, left, bottom, right } = operand.area;
  if (top !== bottom || left !== right) throw new OutOfScope();
  return cells.value(operand.sheet, top, left);
}

function numbers(args: readonly Thunk[], cells: Cells): number[] | CellError {
  const found: number[] = [];
  for (const arg of args) {
    const operand = arg();
    if (!isArea(operand)) {
      const number = toNumber(operand);
      if (isError(number)) return number;
      found.push(number);
      continue;
    }
    for (const { value } of cells.filled(operand.sheet, operand.area)) {
      if (isError(value)) return value;
      // In cells only numbers count: neither text numerals nor booleans.
      if (typeof value === 'number') found.push(value);
    }
  }
  return found;
}

function aggregate(fold: (found: readonly number[]) => number | CellError): Call {
  return (args, cells) => {
    if (args.length === 0) throw new OutOfScope();
    const found = numbers(args, cells);
    return Array.isArray(found) ? fold(found) : found;
  };
}


function numeric(least: number, most: number, calculate: (...values: readonly number[]) => number | CellError): Call {
  return (args, cells) => {
    if (args.length < least || args.length > most) throw new OutOfScope();
    const values: number[] = [];
    for (const arg of args) {
      const number = toNumber(single(arg(), cells));
      if (isError(number)) return number;
      values.push(number);
    }
    return calculate(...values);
  };
}

const rounding = (how: (size: number) => number): Call => numeric(2, 2, (value = 0, places = 0) => finite(roundAt(value, places, how)));

function counting(counts: (value: CellValue, inCell: boolean) => boolean): Call {
  return (args, cells) => {
    let count = 0;
    for (const arg of args) {
      const operand = arg();
      if (!isArea(operand)) count += counts(operand, false) ? 1 : 0;
      else for (const { value } of cells.filled(operand.sheet, operand.area)) count += counts(value, true) ? 1 : 0;
    }
    return count;
  };
}

/** AND and OR pass over texts in cells, and are wrong where nothing else is left. */
function logical(result: (found: readonly boolean[]) => boolean): Call {
  return (args, cells) => {
    const found: boolean[] = [];
    for (const arg of args) {
      const operand = arg();
      const values = isArea(operand) ? Array.from(cells.filled(operand.sheet, operand.area), ({ value }) => value).filter((value) => typeof value !== 'string') : [operand];
      for (const value of values) {
        const truth = toBoolean(value);
        if (isError(truth)) return truth;
        found.push(truth);
      }
    }
    return found.length === 0 ? BAD_VALUE : result(found);
  };
}

/** What kind of value it is; errors are looked at like any other. */
function asking(holds: (value: CellValue) => boolean): Call {
  return ([of, ...rest], cells) => {
    if (!of || rest.length > 0) throw new OutOfScope();
    return holds(single(of(), cells));
  };
}

const choose: Call = (args, cells) => {
  const [condition, then, otherwise] = args;
  if (!condition || !then || args.length > 3) throw new OutOfScope();
  const truth = toBoolean(single(condition(), cells));
  if (isError(truth)) return truth;
  return truth ? then() : otherwise ? otherwise() : false;
};

const unlessError: Call = (args, cells) => {
  const [first, second] = args;
  if (!first || !second || args.length > 2) throw new OutOfScope();
  const value = single(first(), cells);
  return isError(value) ? second() : value;
};

/** Ranges of one shape, multiplied place by place; what is no number counts as zero. */
const sumProduct: Call = (args, cells) => {
  const areas = args.map((arg) => arg());
  if (areas.length === 0 || !areas.every(isArea)) throw new OutOfScope();
  const [first] = areas;
  if (!first) throw new OutOfScope();
  const shape = ({ area }: Area) => `${area.bottom - area.top}:${area.right - area.left}`;
  if (areas.some((area) => shape(area) !== shape(first))) return BAD_VALUE;
  const products = new Map<string, number>();
  for (const [index, { sheet, area }] of areas.entries()) {
    const met = new Set<string>();
    for (const { row, column, value } of cells.filled(sheet, area)) {
      if (isError(value)) return value;
      const place = `${row - area.top}:${column - area.left}`;
      const before = index === 0 ? 1 : products.get(place);
      if (typeof value !== 'number' || before === undefined) continue;
      products.set(place, before * value);
      met.add(place);
    }
    for (const place of products.keys()) if (!met.has(place)) products.delete(place);
  }
  let sum = 0;
  for (const product of products.values()) sum += product;
  return finite(sum);
};

/** Exact search only: the first row whose first cell equals what is looked for. */
const lookUp: Call = (args, cells) => {
  const [what, where, which, how] = args;
  if (!what || !where || !which || !how || args.length > 4) throw new OutOfScope();
  const wanted = single(what(), cells);
  const table = where();
  const column = toNumber(single(which(), cells));
  const near = toBoolean(single(how(), cells));
  if (isError(wanted)) return wanted;
  // Wildcards and the search in sorted lists are left to the spreadsheet.
  if (near !== false || !isArea(table) || typeof column !== 'number' || wanted === null || (typeof wanted === 'string' && /[*?~]/.test(wanted))) throw new OutOfScope();
  const { top, left, bottom, right } = table.area;
  const at = left + Math.trunc(column) - 1;
  if (at < left) return BAD_VALUE;
  if (at > right) return { error: '#REF!' };
  for (const { row, value } of cells.filled(table.sheet, { top, left, bottom, right: left })) {
    if (typeof value === typeof wanted && compare('=', value, wanted) === true) return { area: { top: row, bottom: row, left: at, right: at }, sheet: table.sheet };
  }
  return { error: '#N/A' };
};

/** The numbers by which SUBTOTAL calls them; 101 and so on pass over rows hidden by hand as well. */
const BY_NUMBER: ReadonlyMap<number, string> = new Map([[1, 'AVERAGE'], [2, 'COUNT'], [3, 'COUNTA'], [4, 'MAX'], [5, 'MIN'], [6, 'PRODUCT'], [9, 'SUM']]);

const subtotal: Call = ([number, ...areas], cells) => {
  const which = number ? toNumber(single(number(), cells)) : null;
  const known = typeof which === 'number' ? FUNCTIONS.get(BY_NUMBER.get(which > 100 ? which - 100 : which) ?? '') : undefined;
  const operands = areas.map((area) => area());
  if (!known || !operands.every((operand) => isArea(operand) && cells.whole(operand.sheet, operand.area))) throw new OutOfScope();
  return known(operands.map((operand) => () => operand), cells);
};

/** ">=60", "甲" or 5; what reads texts as numbers, blanks, wildcards and "<>" are left to the spreadsheet. */
function criterion(wanted: CellValue): (value: CellValue) => boolean {
  const text = typeof wanted === 'number' ? String(wanted) : wanted;
  if (typeof text !== 'string') throw new OutOfScope();
  const [, sign = '', number] = /^(>=|<=|>|<|=)?([+-]?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (number === undefined) {
    if (text.trim() === '' || /^[<>=]|[*?~]|\d|^(?:true|false)$|^#/i.test(text)) throw new OutOfScope();
    return (value) => typeof value === 'string' && compare('=', value, text) === true;
  }
  const by = sign === '' ? '=' : (sign as '=' | '<' | '>' | '<=' | '>=');
  return (value) => {
    if (typeof value === 'number') return compare(by, value, Number(number)) === true;
    // A text that reads as the number is equal to it.
    if (by === '=' && typeof value === 'string' && /[\d\uff10-\uff19]/.test(value)) throw new OutOfScope();
    return false;
  };
}

/** Areas and what is asked of them by turns: the cells of `beside`, or of the first area itself, at the places that meet it all. */
function met(pairs: readonly Thunk[], beside: Thunk | undefined, cells: Cells): CellValue[] {
  if (pairs.length === 0 || pairs.length % 2 !== 0) throw new OutOfScope();
  const operands = pairs.map((pair) => pair());
  const areas = [...operands.filter((_, at) => at % 2 === 0), ...(beside ? [beside()] : [])];
  const meets = operands.filter((_, at) => at % 2 === 1).map((what) => criterion(single(what, cells)));
  if (!areas.every(isArea)) throw new OutOfScope();
  const [first] = areas;
  if (!first || areas.some(({ area }) => area.bottom - area.top !== first.area.bottom - first.area.top || area.right - area.left !== first.area.right - first.area.left)) throw new OutOfScope();
  const beyond = ({ sheet, area }: Area, row: number, column: number) => cells.value(sheet, row + area.top - first.area.top, column + area.left - first.area.left);
  const places = Array.from(cells.filled(first.sheet, first.area)).filter(({ row, column, value }) => meets.every((meet, at) => meet(at === 0 ? value : beyond(areas[at] ?? first, row, column))));
  return places.map(({ row, column }) => beyond(areas[meets.length] ?? first, row, column));
}

function sumOfMet(found: readonly CellValue[]): number | CellError {
  return found.find(isError) ?? finite(sumOf(found.filter((value) => typeof value === 'number')));
}

const sumIf: Call = (args, cells) => {
  if (args.length > 3) throw new OutOfScope();
  return sumOfMet(met(args.slice(0, 2), args[2], cells));
};

const countIf: Call = (args, cells) => {
  if (args.length !== 2) throw new OutOfScope();
  return met(args, undefined, cells).length;
};

/** The first value whose condition holds. */
const chooseFirst: Call = (args, cells) => {
  if (args.length === 0 || args.length % 2 !== 0) throw new OutOfScope();
  for (let at = 0; at < args.length; at += 2) {
    const truth = toBoolean(single(args[at]?.() ?? null, cells));
    if (isError(truth)) return truth;
    if (truth) return args[at + 1]?.() ?? null;
  }
  return { error: '#N/A' };
};

function sumOf(found: readonly number[]): number {
  let sum = 0;
  for (const number of found) sum += number;
  return sum;
}

export const FUNCTIONS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['SUM', aggregate((found) => finite(sumOf(found)))],
  ['PRODUCT', aggregate((found) => (found.length === 0 ? 0 : finite(found.reduce((product, number) => product * number, 1))))],
  ['AVERAGE', aggregate((found) => (found.length === 0 ? DIVISION : finite(sumOf(found) / found.length)))],
  ['MIN', aggregate((found) => found.reduce((least, number) => Math.min(least, number), found[0] ?? 0))],
  ['MAX', aggregate((found) => found.reduce((most, number) => Math.max(most, number), found[0] ?? 0))],
  ['COUNT', counting((value, inCell) => typeof value === 'number' || (!inCell && !isError(value) && !isError(toNumber(value))))],
  ['COUNTA', counting((value, inCell) => value !== null || !inCell)],
  ['ROUND', rounding(Math.round)],
  ['ROUNDUP', rounding(Math.ceil)],
  ['ROUNDDOWN', rounding(Math.floor)],
  ['TRUNC', numeric(1, 2, (value = 0, places = 0) => finite(places === 0 ? Math.sign(value) * floorOf(Math.abs(value)) : roundAt(value, places, Math.floor)))],
  ['ABS', numeric(1, 1, (value = 0) => Math.abs(value))],
  ['INT', numeric(1, 1, (value = 0) => floorOf(value))],
  ['MOD', numeric(2, 2, (value = 0, divisor = 0) => (divisor === 0 ? DIVISION : finite(value - divisor * floorOf(value / divisor))))],
  ['IF', choose],
  ['IFERROR', unlessError],
  ['AND', logical((found) => found.every(Boolean))],
  ['OR', logical((found) => found.some(Boolean))],
  ['NOT', (args, cells) => {
    if (args.length !== 1 || !args[0]) throw new OutOfScope();
    const truth = toBoolean(single(args[0](), cells));
    return isError(truth) ? truth : !truth;
  }],
  ['ISERROR', asking(isError)],
  ['ISERR', asking((value) => isError(value) && value.error !== '#N/A')],
  ['ISNA', asking((value) => isError(value) && value.error === '#N/A')],
  ['ISNUMBER', asking((value) => typeof value === 'number')],
  ['ISTEXT', asking((value) => typeof value === 'string')],
  ['ISBLANK', asking((value) => value === null)],
  ['SUMPRODUCT', sumProduct],
  ['VLOOKUP', lookUp],
  ['SUBTOTAL', subtotal],
  ['SUMIF', sumIf],
  ['COUNTIF', countIf],
  ['SUMIFS', ([sum, ...pairs], cells) => sumOfMet(met(pairs, sum, cells))],
  ['COUNTIFS', (pairs, cells) => met(pairs, undefined, cells).length],
  // As files name it.
  ['_XLFN.IFS', chooseFirst],
]);
