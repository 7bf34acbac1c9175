// A1 addresses and rectangular ranges. Rows and columns count from 1, as people read them in Excel.

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; top-left and bottom-right are inside. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** A → 1, AA → 27. Expects capital letters only. */
export function columnNumber(name: string): number {
  let column = 0;
  for (let i = 0; i < name.length; i++) column = column * 26 + name.charCodeAt(i) - 64;
  return column;
}

export function a1(row: number, column: number): string {
  return columnName(column) + String(row);
}

/** Reads "B12" or "$B$12"; null when it is no address inside Excel's sheet. */
export function parseA1(text: string): Position | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  const column = columnNumber(match[1] ?? '');
  const row = Number(match[2]);
  return column <= MAX_COLUMN && row <= MAX_ROW ? { row, column } : null;
}

/** Reads "B2:D5" or a single "B2"; corners may come in any order. Null when it is no range. */
export function parseRange(text: string): Range | null {
  const colon = text.indexOf(':');
  const first = colon < 0 ? text : text.slice(0, colon);
  const second = colon < 0 ? text : text.slice(colon + 1);
  const a = parseA1(first);
  const b = parseA1(second);
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** "A1:I30", or "B2" for a single cell. */
export function formatRange(range: Range): string {
  const start = a1(range.top, range.left);
  const end = a1(range.bottom, range.right);
  return start === end ? start : `${start}:${end}`;
}

export function contains(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

export function intersects(a: Range, b: Range): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
