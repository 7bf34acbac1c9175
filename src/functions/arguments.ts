// What Excel hands to a custom function, as cells of a form: the reading room reads them as it reads a sheet.
import { PLAIN_STYLE, type Cell, type CellValue, type Grid } from '../model/grid';
import type { Entry } from '../model/table';
import { Lattice } from '../reading/lattice';

/** The result of a function: a value for the cell, or an error value with a Chinese sentence that says what to do. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: number | string }
  | { readonly kind: 'error'; readonly code: 'invalidValue' | 'divisionByZero' | 'notAvailable'; readonly message: string };

export interface Refused {
  readonly kind: 'error';
  readonly code: 'invalidValue';
  readonly message: string;
}

export type CellsRead = { readonly kind: 'cells'; readonly entries: readonly Entry[] } | Refused;

/** A cell holds no number beyond 1.8e308, which a quotient of extremes may be. */
export function valueOf(value: number | string): Outcome {
  return typeof value === 'string' || Number.isFinite(value) ? { kind: 'value', value } : wrong('算出的数超出了 Excel 能表示的范围，请核对填的数。');
}

/** #VALUE!: the formula itself has to be changed. */
export function wrong(message: string): Refused {
  return { kind: 'error', code: 'invalidValue', message };
}

/** #N/A: the arguments are in order, but no single answer follows from them. */
export function unavailable(message: string): Outcome {
  return { kind: 'error', code: 'notAvailable', message };
}

/**
 * The arguments as entries of one row, `names.length` of them; those left out are blank. Excel gives null for an optional argument that is left out, and for a
 * blank cell null on the web but 0 on the desktop, which cannot be told from a zero. After the arguments comes the invocation, an object: never read as a value.
 */
export function readArguments(given: readonly unknown[], names: readonly string[]): CellsRead {
  const cells: Cell[] = [];
  for (const [index, name] of names.entries()) {
    const value = single(given[index]);
    if (value === undefined) return wrong(`“${name}”只能是一个值或一个单元格，不能是几个单元格的区域。`);
    if (typeof value === 'object' && value !== null) return wrong(`“${name}”引用的单元格是错误值 ${value.error}，请先改正。`);
    if (value !== null) cells.push({ row: 1, column: index + 1, value, text: textOf(value), formula: null, style: PLAIN_STYLE, note: null });
  }
  const grid: Grid = { sheet: '', visibility: 'visible', cells, merges: [], rowCount: 1, columnCount: names.length, hiddenRows: new Set(), hiddenColumns: new Set(), protected: false };
  const row = new Lattice(grid, { top: 1, left: 1, bottom: 1, right: names.length });
  return { kind: 'cells', entries: names.map((_, index) => row.at(1, index + 1)) };
}

/** Undefined for more than one cell. */
function single(given: unknown): CellValue | undefined {
  if (Array.isArray(given)) {
    const [row, ...rows] = given as readonly unknown[];
    if (rows.length > 0 || (Array.isArray(row) && row.length > 1)) return undefined;
    return Array.isArray(row) ? single(row[0]) : single(row);
  }
  switch (typeof given) {
    case 'string':
    case 'boolean': return given;
    case 'number': return Number.isFinite(given) ? given : { error: '#NUM!' };
    case 'object': return given === null ? null : ofObject(given);
    default: return null;
  }
}

/** A number with its format, or an error value; anything else is the invocation. */
function ofObject(given: object): CellValue | undefined {
  if ('basicValue' in given && 'type' in given) return given.type === 'Error' ? { error: String(given.basicValue) } : single(given.basicValue);
  return null;
}

function textOf(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}
