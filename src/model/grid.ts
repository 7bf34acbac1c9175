// A sheet as a host gives it: plain data, so that it can cross a worker boundary and be compared in tests.
import type { Range } from './address';

/** An Excel error value, such as #REF! */
export interface CellError {
  readonly error: string;
}
/** What a cell holds; for a formula its cached result. Null: blank, or a formula without a cached result. */
export type CellValue = string | number | boolean | CellError | null;

/** Shared by all cells of one style. */
export interface CellStyle {
  readonly numberFormat: string;
  /** Only matters while the sheet is protected. */
  readonly locked: boolean;
  /** RRGGBB of a solid fill, null without one. */
  readonly fill: string | null;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** As displayed by the number format; '' when blank. */
  readonly text: string;
  /** Without the leading '='; null when the cell holds a constant. */
  readonly formula: string | null;
  readonly style: CellStyle;
  readonly note: string | null;
}

export interface Grid {
  readonly sheet: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Row-major order, no two at one address. Blank cells are left out unless they carry a note, or an own style on a protected sheet. */
  readonly cells: readonly Cell[];
  /** As stored: they may overlap in files from the wild. */
  readonly merges: readonly Range[];
  /** Last used row and column, 0 when empty. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly protected: boolean;
}

export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
  readonly sheet: string | null;
}

export interface WorkbookSnapshot {
  readonly format: 'xlsx' | 'xlsm' | 'xls' | 'et' | 'live';
  readonly grids: readonly Grid[];
  readonly definedNames: readonly DefinedName[];
  /** What was met and left aside while reading, each a Chinese sentence (a part missing, a formula never calculated). */
  readonly remarks: readonly string[];
}

export const PLAIN_STYLE: CellStyle = { numberFormat: 'General', locked: true, fill: null };

export function isError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}
