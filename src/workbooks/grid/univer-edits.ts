// What a user's change in the grid means: a cell before and after, and the edit between them. Pure.
import type { ICellData, Nullable } from '@univerjs/core';
import { isError, type CellValue } from '../../model/grid';
import type { GridEdit } from './grid-view';
import { BOOLEAN, FORCED_TEXT, NUMBER, TEXT } from './univer-data';

/** All of a cell that a lossless save can carry. */
export interface CellState {
  /** Without '='. */
  readonly formula: string | null;
  readonly value: CellValue;
  /** RRGGBB. */
  readonly fill: string | null;
  readonly numberFormat: string;
  readonly note: string | null;
}

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!', '#GETTING_DATA', '#BLOCKED!', '#CONNECT!', '#FIELD!', '#UNKNOWN!', '#CYCLE!', '#ERROR!']);
/** How Univer writes TRUE. */
export const TRUTHS: ReadonlySet<unknown> = new Set([true, 1, 'TRUE', '1']);

/** "#ff0000", "#f00" or "rgb(255, 0, 0)" as FF0000; null for what is no colour, or none that can be seen. */
export function colourOf(colour: Nullable<string>): string | null {
  const text = (colour ?? '').trim();
  const long = /^#([0-9a-f]{6})(?:ff)?$/i.exec(text)?.[1];
  if (long !== undefined) return long.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short) return short.slice(1).map((digit) => digit + digit).join('').toUpperCase();
  const parts = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*([\d.]+)\s*)?\)$/.exec(text);
  if (!parts || parts[4] === '0') return null;
  return parts.slice(1, 4).map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('').toUpperCase();
}

/** What a cell holds, as the model has it; an error only where a formula can have given it. */
export function valueOf(cell: Nullable<ICellData>, calculated: boolean): CellValue {
  if (!cell) return null;
  const { v } = cell;
  const t: number = cell.t ?? 0;
  if (v === null || v === undefined || v === '') return calculated && v === '' ? '' : null;
  if (t === BOOLEAN) return TRUTHS.has(v);
  if (typeof v === 'boolean') return v;
  if (t === TEXT || t === FORCED_TEXT) {
    const text = String(v);
    return (calculated || t === TEXT) && ERRORS.has(text) ? { error: text } : text;
  }
  if (t === NUMBER && typeof v === 'string' && v.trim() !== '' && Number.isFinite(Number(v))) return Number(v);
  return v;
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  return isError(a) || isError(b) ? isError(a) && isError(b) && a.error === b.error : a === b;
}

/** Only what changed; null when nothing did. A formula's own result is not content. */
export function editBetween(place: { readonly sheet: string; readonly row: number; readonly column: number }, before: CellState, after: CellState): GridEdit | null {
  const content = before.formula !== after.formula || (after.formula === null && !sameValue(before.value, after.value));
  const fill = before.fill !== after.fill;
  const format = before.numberFormat !== after.numberFormat;
  const note = before.note !== after.note;
  if (!content && !fill && !note && !format) return null;
  const { row, column, sheet } = place;
  return {
    sheet, row, column,
    // Nobody can type an error as a value: what looks like one is text.
    ...(content ? { content: { formula: after.formula, value: isError(after.value) ? after.value.error : after.value } } : {}),
    ...(format ? { numberFormat: after.numberFormat } : {}),
    ...(fill ? { fill: after.fill } : {}),
    ...(note ? { note: after.note } : {}),
  };
}
