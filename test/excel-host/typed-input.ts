// What Excel makes of a value that a program hands to a cell: as if a person had typed it.
import type { CellValue } from '../../src/model/grid';

export interface Typed {
  readonly value: CellValue;
  /** With '='; null for a constant. */
  readonly formula: string | null;
  /** The format that Excel gives a General cell by itself, null where it leaves the format alone. */
  readonly format: string | null;
}

const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:E[-+]?\d+)?$/i;
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!']);
/** Days between Excel's day 0 and 1970-01-01. */
const EPOCH = 25_569;

function numberFrom(text: string): number | null {
  return /\d/.test(text) && NUMBER.test(text) ? Number(text.replaceAll(',', '')) : null;
}

function dateFrom(text: string): number | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 ? date.getTime() / 86_400_000 + EPOCH : null;
}

/** Where Excel is set to Chinese, digits and signs of full width are read as their narrow ones. */
function narrow(text: string): string {
  return text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}

/** @param format the cell's number format: '@' keeps everything as text, formulas too */
export function typed(given: string | number | boolean, format: string): Typed {
  if (typeof given !== 'string') return { value: given, formula: null, format: null };
  if (given === '') return { value: null, formula: null, format: null };
  if (given.startsWith("'")) return { value: given.slice(1), formula: null, format: null };
  if (format === '@') return { value: given, formula: null, format: null };
  if (given.length > 1 && given.startsWith('=')) return { value: 0, formula: given, format: null };
  const text = narrow(given.trim());
  if (ERRORS.has(text.toUpperCase())) return { value: { error: text.toUpperCase() }, formula: null, format: null };
  if (/^(?:true|false)$/i.test(text)) return { value: text.toUpperCase() === 'TRUE', formula: null, format: null };
  const percent = text.endsWith('%') ? numberFrom(text.slice(0, -1)) : null;
  if (percent !== null) return { value: Number((percent / 100).toPrecision(15)), formula: null, format: text.includes('.') ? '0.00%' : '0%' };
  const number = numberFrom(text);
  if (number !== null) return { value: number, formula: null, format: null };
  const date = dateFrom(text);
  return date === null ? { value: given, formula: null, format: null } : { value: date, formula: null, format: 'yyyy/m/d' };
}
