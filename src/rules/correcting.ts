// Builds corrections: a number, with a live formula where all it rests on are numbers in cells.
import type { Decimal } from '../model/decimal';
import type { Correction, Edit } from '../model/finding';
import type { Entry } from '../model/table';

/** A formula computes again by itself once its inputs are right; nothing is written over it. */
export function safe(...edits: readonly (Edit | null)[]): Correction | undefined {
  return correction('safe', edits);
}

export function proposal(...edits: readonly (Edit | null)[]): Correction | undefined {
  return correction('review', edits);
}

function correction(kind: Correction['kind'], edits: readonly (Edit | null)[]): Correction | undefined {
  const kept = edits.filter((edit) => edit !== null);
  return kept.length === edits.length && kept.length > 0 ? { kind, edits: kept } : undefined;
}

/** 98（优）, 98分 优, 28（含上年结转5）: words that a figure in their place would wipe out. 28 万元 and 10（分） say no more than the figure. */
const SAYS_MORE = /[(（,，、;；/]\s*(?![分万亿千百元%])[\u4e00-\u9fa5]|\s[优良中差]/;

/** Writes a number. Null where the cell holds a formula, or other things beside the figure. */
export function numberEdit(entry: Entry, value: Decimal, { formula = null, numberFormat = null }: { formula?: string | null; numberFormat?: string | null } = {}): Edit | null {
  const among = typeof entry.value === 'string' && (entry.value.length > entry.raw.length && /[:：]/.test(entry.value) || SAYS_MORE.test(entry.value));
  return entry.formula === null && !among ? { cell: entry.cell, value: value.toNumber(), formula, numberFormat: numberFormat ?? withDigits(entry.numberFormat, value) } : null;
}

/** As many as scores and amounts have as a rule. */
const DIGITS = 2;

/** What of a format is no digit: literals, padding, colours. */
const BESIDE = String.raw`"[^"]*"|[_*\\].|\[[^\]]*\]`;
const BESIDE_ALL = new RegExp(BESIDE, 'g');
const DIGITS_ALL = new RegExp(String.raw`${BESIDE}|0+(?:\.0+)?`, 'g');

/** 9.83 in a cell of whole numbers would be seen as 10: the same format with digits; null where the cell's own shows the value. */
function withDigits(format: string, value: Decimal): string | null {
  const [plain = ''] = format.replace(BESIDE_ALL, '').split(';');
  const match = /^(?:#,##)?0(?:\.(0+))?$/.exec(plain.trim());
  const { length: digits } = match?.[1] ?? '';
  if (!match || digits >= DIGITS || value.toDecimalPlaces(digits).eq(value)) return null;
  return format.replace(DIGITS_ALL, (piece) => (/^0(?:\.0)?$/.test(piece) ? `0.${'0'.repeat(DIGITS)}` : piece));
}

/** Writes a text, or empties the cell. Null where the cell holds a formula. */
export function textEdit(entry: Entry, value: string | null): Edit | null {
  return entry.formula === null ? { cell: entry.cell, value, formula: null, numberFormat: null } : null;
}

/** True when every cell holds a number or a formula, so that a formula over them computes. Text such as "10分" does not. */
export function computable(...entries: readonly (Entry | null | undefined)[]): boolean {
  return entries.every((entry) => entry && (typeof entry.value === 'number' || entry.formula !== null));
}

/** "=C5+C6": the sum of some cells as a formula; null where it would not compute. */
export function additionOf(entries: readonly Entry[]): string | null {
  return computable(...entries) ? `=${entries.map(({ cell }) => cell).join('+')}` : null;
}
