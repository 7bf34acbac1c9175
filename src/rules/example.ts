// Small tables for executed examples: a standard form that is right throughout, of which an example changes a few cells.
import { parseA1, parseRange } from '../model/address';
import type { Cell, CellError, CellValue, Grid } from '../model/grid';
import { isError, PLAIN_STYLE } from '../model/grid';
import { STANDARD_FORMS } from './standard-forms';

/** A cell's content; an object where it has a formula (without '='), an own number format or an error. */
export type Content = string | number | null | { readonly value: string | number | boolean | CellError | null; readonly formula?: string; readonly format?: string };

/** A standard form with some cells changed; null empties a cell. */
export interface Form {
  readonly base: keyof typeof STANDARD_FORMS;
  /** Default 自评表. */
  readonly sheet?: string;
  readonly cells?: Readonly<Record<string, Content>>;
}

/** The grid of a form, as a workbook host would give it. Throws on an address outside Excel's sheet: the example is wrong. */
export function exampleGrid(form: Form): Grid {
  const standard = STANDARD_FORMS[form.base];
  const contents = new Map<string, Content>([...Object.entries<Content>(standard.cells), ...Object.entries(form.cells ?? {})]);
  const cells: Cell[] = [];
  for (const [address, content] of contents) {
    const cell = exampleCell(address, content);
    if (cell) cells.push(cell);
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    sheet: form.sheet ?? '自评表',
    visibility: 'visible',
    cells,
    merges: standard.merges.split(' ').map((text) => {
      const range = parseRange(text);
      if (!range) throw new Error(`no range: ${text}`);
      return range;
    }),
    rowCount: Math.max(0, ...cells.map((cell) => cell.row)),
    columnCount: Math.max(0, ...cells.map((cell) => cell.column)),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    protected: false,
  };
}

function exampleCell(address: string, content: Content): Cell | null {
  const position = parseA1(address);
  if (!position) throw new Error(`no address: ${address}`);
  const { value, formula = null, format = 'General' } = typeof content === 'object' && content !== null
    ? { value: content.value, formula: content.formula ?? null, format: content.format ?? 'General' }
    : { value: content };
  if (value === null && formula === null) return null;
  return {
    row: position.row,
    column: position.column,
    value,
    text: displayed(value, format),
    formula,
    style: { ...PLAIN_STYLE, numberFormat: format },
    note: null,
  };
}

/** The text of a value in the few formats that examples and corrections use: General, 0, 0.00, 0.00% and the like. */
function displayed(value: CellValue, format: string): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value !== 'number') return String(value);
  const digits = /^0(?:\.(0+))?(%?)$/.exec(format);
  if (!digits) return String(value);
  const decimals = digits[1]?.length ?? 0;
  return digits[2] === '%' ? `${(value * 100).toFixed(decimals)}%` : value.toFixed(decimals);
}
