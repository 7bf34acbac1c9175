// How Excel takes values for one another: text as numbers, blanks as zero, numbers as text, and what it compares as equal.
import { isError } from '../../model/grid';
import type { CellError, CellValue } from '../../model/grid';
import type { Comparison } from './formula-syntax';

/** A result that this evaluator does not vouch for; thrown inside it, and caught at its door. */
export class OutOfScope extends Error {}

export const DIVISION: CellError = { error: '#DIV/0!' };
export const BAD_VALUE: CellError = { error: '#VALUE!' };
export const BAD_NUMBER: CellError = { error: '#NUM!' };

/** Overflow and the like are #NUM!; there is no negative zero. */
export function finite(value: number): number | CellError {
  return Number.isFinite(value) ? value + 0 : BAD_NUMBER;
}

const NUMERAL = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?(?:[eE][+-]?\d{1,3})?%?$|^[+-]?\.\d+%?$/;
/** Digits beside a letter that stands in no date, time or amount: certainly no number. */
const NEVER_A_NUMBER = /[\u3400-\u9fff]/;
const DATE_WORDS = /[年月日号時时分秒點点上下午元圆円零〇一二三四五六七八九十]/g;

/** A numeral; NaN for certainly none. Dates, times and amounts of money count too, but by the language of the spreadsheet: out of scope. */
function numeralOf(text: string): number {
  const bare = text.replace(/^ +| +$/g, '');
  if (NUMERAL.test(bare)) return bare.endsWith('%') ? Number(bare.slice(0, -1).replaceAll(',', '')) / 100 : Number(bare.replaceAll(',', ''));
  if (!/[\d\uff10-\uff19]/.test(bare) || NEVER_A_NUMBER.test(bare.replace(DATE_WORDS, ''))) return NaN;
  throw new OutOfScope();
}

export function toNumber(value: CellValue): number | CellError {
  if (typeof value === 'number' || isError(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = numeralOf(value);
  return Number.isNaN(number) ? BAD_VALUE : number;
}

/** The 15 digits that Excel shows and compares. */
export function fifteen(value: number): number {
  return Number(value.toPrecision(15));
}

export function toText(value: CellValue): string | CellError {
  if (typeof value === 'string' || isError(value)) return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const size = Math.abs(value);
  // Beyond these, spreadsheets differ in where they begin to write exponents.
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) throw new OutOfScope();
  return String(fifteen(value));
}

export function toBoolean(value: CellValue): boolean | CellError {
  if (typeof value === 'boolean' || isError(value)) return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  const word = value.toUpperCase();
  return word === 'TRUE' ? true : word === 'FALSE' ? false : BAD_VALUE;
}

/** Equal but for the noise of binary fractions. */
export function sameNumber(a: number, b: number): boolean {
  return a === b || fifteen(a) === fifteen(b);
}

/** Numbers come before texts, texts before booleans. */
function rank(value: string | number | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function blankLike(other: CellValue): string | number | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function order(a: string | number | boolean, b: string | number | boolean, exact: boolean): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b) ? 0 : a - b;
  if (typeof a === 'boolean' || typeof b === 'boolean') return Number(a) - Number(b);
  if (String(a).toLowerCase() === String(b).toLowerCase()) return 0;
  // Which of two texts comes first depends on the language.
  if (exact) throw new OutOfScope();
  return 1;
}

export function compare(operator: Comparison, a: CellValue, b: CellValue): boolean | CellError {
  if (isError(a)) return a;
  if (isError(b)) return b;
  const ordered = order(a ?? blankLike(b), b ?? blankLike(a), operator !== '=' && operator !== '<>');
  switch (operator) {
    case '=': return ordered === 0;
    case '<>': return ordered !== 0;
    case '<': return ordered < 0;
    case '>': return ordered > 0;
    case '<=': return ordered <= 0;
    case '>=': return ordered >= 0;
  }
}

/** Rounds the decimal that is shown, as Excel does: 2.675 to two places is 2.68 although the binary fraction lies below. */
export function roundAt(value: number, places: number, how: (size: number) => number): number {
  const shift = Math.trunc(places);
  const [digits = '0', exponent = '0'] = Math.abs(value).toPrecision(15).split('e');
  const scaled = Number(`${digits}e${Number(exponent) + shift}`);
  // Nothing is left to round behind the point of such a number.
  if (!(scaled < 2 ** 53)) return value;
  return Math.sign(value) * Number(`${how(scaled)}e${-shift}`);
}

/** The whole number at or below. Where only noise keeps a number from being whole, programs differ. */
export function floorOf(value: number): number {
  if (!Number.isInteger(value) && Number.isInteger(fifteen(value))) throw new OutOfScope();
  return Math.floor(value);
}
