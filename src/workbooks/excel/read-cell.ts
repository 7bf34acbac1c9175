// What Excel answers for one cell → what the model calls it.
import type { CellError, CellValue } from '../../model/grid';

/** Rows of a range as Excel gives them; types are known only by looking. */
export type Block = readonly (readonly unknown[])[];

export interface RawCell {
  readonly value: unknown;
  readonly formula: unknown;
  readonly text: unknown;
  readonly numberFormat: unknown;
  readonly type: unknown;
}

/** Excel gives errors as their texts and tells by the type that they are none. A formula has a result, be it the empty text: whatever type that is told to be. */
export function valueOf(raw: RawCell): CellValue {
  const { value, type } = raw;
  if (type === 'Error') return { error: String(value) } satisfies CellError;
  return typeof value === 'number' || typeof value === 'boolean' ? value : typeof value === 'string' && (value !== '' || type !== 'Empty' || formulaOf(raw) !== null) ? value : null;
}

/** Without '='; null for a constant. A text that begins with '=' stands in `formulas` as it stands in `values`. */
export function formulaOf({ value, formula }: RawCell): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula.slice(1) : null;
}

export function textOf({ text }: RawCell): string {
  return typeof text === 'string' ? text : '';
}

export function formatOf({ numberFormat }: RawCell): string {
  return typeof numberFormat === 'string' && numberFormat !== '' ? numberFormat : 'General';
}
