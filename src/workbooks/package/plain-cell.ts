// The shapes that nearly all cells have, <c r="B2" s="3" t="s"><v>12</v></c> and <c r="B2"><f>B1*2</f><v>12.5</v></c>, and the step from row to row,
// taken in one go. Everything that departs from them in a single character is left to the scanner. Read from character codes: half the time of a string.

export interface PlainCell {
  row: number;
  column: number;
  style: number;
  /** The first letter of a one-letter type, 0 without one. */
  type: number;
  /** The bounds of the formula in the source; equal without one. */
  formulaFrom: number;
  formulaTo: number;
  /** The bounds of the value in the source; equal when the cell is empty. */
  from: number;
  to: number;
  /** The value where it is a number of at most 15 digits without exponent, else NaN. */
  number: number;
  /** The number is written just as JavaScript and Excel's General show it. */
  asShown: boolean;
}

export type Codes = Uint8Array | Uint16Array;

const SPACE = 32;
const QUOTE = 34;
const AMP = 38;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const LT = 60;
const EQUALS = 61;
const GT = 62;
const CR = 13;
const UNDERSCORE = 95;
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
/** General shows this many characters of a number as they are. */
const SHOWN = 11;

/** Codes of a source by position: its bytes where all of it is ASCII, as sheets mostly are. */
export function codesOf(source: string, bytes: Uint8Array): Codes {
  if (bytes.length === source.length) return bytes;
  const codes = new Uint16Array(source.length);
  for (let i = 0; i < codes.length; i++) codes[i] = source.charCodeAt(i);
  return codes;
}

const codesFor = (text: string): readonly number[] => Array.from(text, (char) => char.charCodeAt(0));
const CELL = codesFor('<c r="');
const STYLE = codesFor(' s="');
const TYPE = codesFor(' t="');
const FORMULA = codesFor('><f>');
const VALUE = codesFor('><v>');
const NEXT_VALUE = codesFor('</f><v>');
const END = codesFor('</v></c>');
const NEXT_ROW = codesFor('</row><row r="');

function matches(codes: Codes, at: number, text: readonly number[]): boolean {
  for (let i = 0; i < text.length; i++) if (codes[at + i] !== text[i]) return false;
  return true;
}

/** The names of one row's attributes, each as a number. */
const NAMES = new Int32Array(16);
const HIDDEN = codesFor('hidden').reduce((name, code) => (name * 31 + code) | 0, 0);

export interface PlainRow {
  row: number;
}

/**
 * Takes the end of a row and the plain start of the next, </row><row r="3" spans="1:9" ht="15">, that stand at `at`.
 * @returns where the start ends, or -1 when it is hidden, empty or anything but plain
 */
export function takeNextRow(codes: Codes, at: number, next: PlainRow): number {
  if (!matches(codes, at, NEXT_ROW)) return -1;
  let i = at + NEXT_ROW.length;
  let code = codes[i]!;
  let number = 0;
  for (; code >= ZERO && code <= NINE; code = codes[++i]!) number = number * 10 + code - ZERO;
  next.row = number;
  if (code !== QUOTE) return -1;
  let seen = 0;
  for (code = codes[++i]!; code === SPACE; code = codes[++i]!) {
    const from = ++i;
    let name = 0;
    for (code = codes[i]!; isLetter(code) || (i > from && (code === COLON || (code >= ZERO && code <= NINE))); code = codes[++i]!) name = (name * 31 + code) | 0;
    if (i === from || name === HIDDEN || seen === NAMES.length || code !== EQUALS || codes[++i] !== QUOTE) return -1;
    // Names that agree in this number may be one attribute twice: the scanner is to tell.
    for (let k = 0; k < seen; k++) if (NAMES[k] === name) return -1;
    NAMES[seen++] = name;
    for (code = codes[++i]!; code !== QUOTE; code = codes[++i]!) if (code === LT || code === AMP || i >= codes.length) return -1;
  }
  return code === GT ? i + 1 : -1;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/**
 * Takes the plain cell that starts at `at`.
 * @returns where it ends, or -1 when it is no plain cell; only then `cell` may hold half of something
 */
export function takePlainCell(codes: Codes, at: number, cell: PlainCell): number {
  if (!matches(codes, at, CELL)) return -1;
  let i = at + 6;
  let code = codes[i]!;
  let number = 0;
  for (; code >= 65 && code <= 90; code = codes[++i]!) number = number * 26 + code - 64;
  cell.column = number;
  for (number = 0; code >= ZERO && code <= NINE; code = codes[++i]!) number = number * 10 + code - ZERO;
  cell.row = number;
  if (code !== QUOTE) return -1;
  cell.style = 0;
  cell.type = 0;
  if (matches(codes, ++i, STYLE)) {
    i += 4;
    for (number = 0, code = codes[i]!; code >= ZERO && code <= NINE; code = codes[++i]!) number = number * 10 + code - ZERO;
    if (code !== QUOTE) return -1;
    cell.style = number;
    i++;
  }
  if (matches(codes, i, TYPE)) {
    cell.type = codes[i + 4]!;
    if (codes[i + 5] !== QUOTE) return -1;
    i += 6;
  }
  cell.formulaFrom = cell.formulaTo = cell.from = cell.to = 0;
  cell.number = NaN;
  cell.asShown = false;
  if (matches(codes, i, VALUE)) return takeValue(codes, i + 4, cell);
  if (matches(codes, i, FORMULA)) {
    cell.formulaFrom = i += 4;
    // An underscore may begin an escaped character.
    for (code = codes[i]!; code !== LT; code = codes[++i]!) if (code === AMP || code === CR || code === GT || code === UNDERSCORE || i >= codes.length) return -1;
    cell.formulaTo = i;
    return i > cell.formulaFrom && matches(codes, i, NEXT_VALUE) ? takeValue(codes, i + 7, cell) : -1;
  }
  return codes[i] === 47 && codes[i + 1] === GT ? i + 2 : -1;
}

function takeValue(codes: Codes, from: number, cell: PlainCell): number {
  let i = from;
  let code = codes[i]!;
  const negative = code === MINUS;
  if (negative) code = codes[++i]!;
  const first = i;
  let units = 0;
  for (; code >= ZERO && code <= NINE; code = codes[++i]!) units = units * 10 + code - ZERO;
  const whole = i - first;
  const point = i;
  if (code === POINT) for (code = codes[++i]!; code >= ZERO && code <= NINE; code = codes[++i]!) units = units * 10 + code - ZERO;
  const places = i > point ? i - point - 1 : 0;
  if (code === LT && whole > 0 && whole + places <= 15) {
    // One division of two exact numbers is rounded once, as reading the digits would be.
    const size = units / POWERS[places]!;
    cell.number = negative && units > 0 ? -size : size;
    const plainEnd = places > 0 ? codes[i - 1] !== ZERO && size >= 1e-4 : i === point && (units > 0 || !negative);
    cell.asShown = plainEnd && i - from <= SHOWN && (whole === 1 || codes[first] !== ZERO);
  }
  for (; code !== LT; code = codes[++i]!) if (code === AMP || code === CR || code === GT || i >= codes.length) return -1;
  cell.from = from;
  cell.to = i;
  return matches(codes, i, END) ? i + 8 : -1;
}
