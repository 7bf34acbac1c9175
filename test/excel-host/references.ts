// References as Excel takes and gives them: A1, whole columns and rows, with or without a sheet's name.
import { columnName, columnNumber, formatRange, MAX_COLUMN, MAX_ROW, parseRange } from '../../src/model/address';
import type { Range } from '../../src/model/address';

const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

export const WHOLE_SHEET: Range = { top: 1, left: 1, bottom: MAX_ROW, right: MAX_COLUMN };

/** "B2", "$B$2:D5", "A:C" or "3:3"; null when it is none of them. */
export function rangeOf(text: string): Range | null {
  const upper = text.toUpperCase();
  const columns = COLUMNS.exec(upper);
  if (columns) {
    const [a, b] = [columnNumber(columns[1] ?? ''), columnNumber(columns[2] ?? '')];
    return Math.max(a, b) > MAX_COLUMN ? null : { top: 1, left: Math.min(a, b), bottom: MAX_ROW, right: Math.max(a, b) };
  }
  const rows = ROWS.exec(upper);
  if (rows) {
    const [a, b] = [Number(rows[1]), Number(rows[2])];
    return Math.min(a, b) < 1 || Math.max(a, b) > MAX_ROW ? null : { top: Math.min(a, b), left: 1, bottom: Math.max(a, b), right: MAX_COLUMN };
  }
  return parseRange(upper);
}

/** "'甲 乙'!A1" → sheet and cells; the sheet is null where none is named. */
export function splitReference(text: string): { readonly sheet: string | null; readonly cells: string } {
  const at = text.lastIndexOf('!');
  if (at < 0) return { sheet: null, cells: text };
  const name = text.slice(0, at);
  return { sheet: name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name, cells: text.slice(at + 1) };
}

/** A sheet's name as it stands in an address: quoted unless it is a plain word. */
export function sheetPrefix(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

export function cellsText(range: Range): string {
  if (range.top === 1 && range.bottom === MAX_ROW) return range.left === 1 && range.right === MAX_COLUMN ? `1:${MAX_ROW}` : `${columnName(range.left)}:${columnName(range.right)}`;
  return range.left === 1 && range.right === MAX_COLUMN ? `${range.top}:${range.bottom}` : formatRange(range);
}

export function rowsIn(range: Range): number {
  return range.bottom - range.top + 1;
}

export function columnsIn(range: Range): number {
  return range.right - range.left + 1;
}

export function sizeOf(range: Range): number {
  return rowsIn(range) * columnsIn(range);
}

export function overlap(a: Range, b: Range): Range | null {
  const range = { top: Math.max(a.top, b.top), left: Math.max(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right) };
  return range.top > range.bottom || range.left > range.right ? null : range;
}

export function around(a: Range, b: Range): Range {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}
