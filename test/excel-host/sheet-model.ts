// One worksheet of the emulated workbook: cells by address and what lies on them.
import { contains, MAX_COLUMN } from '../../src/model/address';
import type { Range } from '../../src/model/address';
import type { CellValue } from '../../src/model/grid';
import { isError } from '../../src/model/grid';
import { displayFor } from '../../src/workbooks/package/display';
import { around, overlap, sizeOf } from './references';

export interface CellState {
  value: CellValue;
  /** With '='; null for a constant. */
  formula: string | null;
  numberFormat: string;
  locked: boolean;
  /** #RRGGBB; null without a fill. */
  fill: string | null;
  /** As Excel names it: None, Solid, Gray16 … */
  pattern: string;
  hyperlink: Readonly<Record<string, unknown>> | null;
  bold: boolean;
  fontColor: string;
  fontName: string;
  fontSize: number;
  /** As the wire names them: General, Left …; Top, Center, Bottom. */
  horizontal: string;
  vertical: string;
  wrap: boolean;
  /** Lines by the side of the cell, as our plans name them. */
  lines: Readonly<Partial<Record<Side, string>>>;
  /** As the file displays it; null once the cell was written. */
  shown: string | null;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** A rule over one area, as the wire gives it: list, decimal, wholeNumber, textLength or custom. */
export interface ValidationState {
  readonly range: Range;
  rule: Readonly<Record<string, unknown>>;
  errorAlert: Readonly<Record<string, unknown>> | null;
  prompt: Readonly<Record<string, unknown>> | null;
}

export interface HighlightState {
  readonly range: Range;
  /** With '='. */
  formula: string;
  /** #RRGGBB; null: none. */
  fill: string | null;
  fontColor: string | null;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';
/** Beyond so many cells a property of every cell would be walked for nothing: only those in use are. */
const WALK_LIMIT = 2_000_000;

export function blankCell(): CellState {
  return { value: null, formula: null, numberFormat: 'General', locked: true, fill: null, pattern: 'None', hyperlink: null, bold: false, fontColor: '#000000', fontName: '宋体', fontSize: 11, horizontal: 'General', vertical: 'Center', wrap: false, lines: {}, shown: null };
}

function isBlank(cell: CellState): boolean {
  return cell.formula === null && (cell.value === null || cell.value === '');
}

export class SheetModel {
  visibility: Visibility = 'Visible';
  protected = false;
  /** What a protected sheet still allows. */
  allowFormatCells = false;
  allowEditObjects = false;
  /** Every option that the protection was given, by its wire name. */
  allowed: Readonly<Record<string, unknown>> = {};
  /** Null: no password. */
  password: string | null = null;
  tabColor = '';
  frozen: Range | null = null;
  merges: Range[] = [];
  /** Areas of dynamic arrays; their cells but the first answer plain values, as formulas too. */
  spills: Range[] = [];
  gridLines = true;
  validations: ValidationState[] = [];
  highlights: HighlightState[] = [];
  /** Print setup as it was set, by wire names; empty: untouched. */
  readonly page = new Map<string, unknown>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Points, by column or row. */
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  /** Old notes, by key of their cell. */
  readonly notes = new Map<number, { content: string; author: string; visible: boolean }>();
  readonly cells = new Map<number, CellState>();

  constructor(readonly id: string, public name: string) {}

  static key(row: number, column: number): number {
    return row * (MAX_COLUMN + 1) + column;
  }

  static place(key: number): { readonly row: number; readonly column: number } {
    return { row: Math.floor(key / (MAX_COLUMN + 1)), column: key % (MAX_COLUMN + 1) };
  }

  at(row: number, column: number): CellState | undefined {
    return this.cells.get(SheetModel.key(row, column));
  }

  /** The cell to write to; made when it is not there yet. */
  cell(row: number, column: number): CellState {
    const key = SheetModel.key(row, column);
    const known = this.cells.get(key) ?? blankCell();
    this.cells.set(key, known);
    return known;
  }

  /** Every cell of a range, blank ones too; of a huge range only the cells in use. */
  walk(range: Range, visit: (row: number, column: number) => void): void {
    if (sizeOf(range) > WALK_LIMIT) {
      for (const key of [...this.cells.keys()]) {
        const { row, column } = SheetModel.place(key);
        if (contains(range, row, column)) visit(row, column);
      }
      return;
    }
    for (let row = range.top; row <= range.bottom; row++) for (let column = range.left; column <= range.right; column++) visit(row, column);
  }

  /** The smallest range around all that is in use; null on an empty sheet. Merged areas count as formats. */
  used(valuesOnly: boolean): Range | null {
    let found: Range | null = null;
    for (const [key, cell] of this.cells) {
      if (valuesOnly && isBlank(cell)) continue;
      const { row, column } = SheetModel.place(key);
      const here = { top: row, left: column, bottom: row, right: column };
      found = found === null ? here : around(found, here);
    }
    if (!valuesOnly) for (const merge of this.merges) found = found === null ? merge : around(found, merge);
    return found;
  }

  /**
   * Rows are put in above `at`, or taken out from there with a negative count: contents, looks, notes and merged areas go along, and this sheet's formulas
   * follow, absolute references too, as Excel does it. References to rows that are taken out are not emulated.
   */
  shiftRows(at: number, count: number): void {
    const rowNow = (row: number): number | null => (row < at ? row : row < at - Math.min(count, 0) ? null : row + count);
    const shifted = <T>(map: Map<number, T>): void => {
      const entries = [...map].flatMap(([key, item]) => {
        const { row, column } = SheetModel.place(key);
        const now = rowNow(row);
        return now === null ? [] : [[SheetModel.key(now, column), item] as const];
      });
      map.clear();
      for (const [key, item] of entries) map.set(key, item);
    };
    shifted(this.cells);
    shifted(this.notes);
    this.merges = this.merges.flatMap((merge) => {
      const [top, bottom] = [rowNow(merge.top), rowNow(merge.bottom)];
      return top === null || bottom === null ? [] : [{ ...merge, top, bottom }];
    });
    for (const cell of this.cells.values()) {
      cell.formula = cell.formula?.replace(/"[^"]*"|(\$?[A-Z]{1,3}\$?)([1-9]\d*)/g, (whole, column?: string, digits?: string) => (column === undefined ? whole : `${column}${rowNow(Number(digits)) ?? digits}`)) ?? null;
    }
  }

  mergesIn(range: Range): readonly Range[] {
    return this.merges.filter((merge) => overlap(merge, range) !== null);
  }

  /** Inside a merged area but not its first cell: Excel keeps no content there. */
  isCovered(row: number, column: number): boolean {
    return this.merges.some((merge) => contains(merge, row, column) && !(merge.top === row && merge.left === column));
  }

  /** What values answers: '' for a blank, the error's text for an error. */
  valueAt(row: number, column: number): string | number | boolean {
    const value = this.at(row, column)?.value ?? null;
    if (value === null) return '';
    return isError(value) ? value.error : value;
  }

  textAt(row: number, column: number): string {
    const cell = this.at(row, column);
    if (!cell) return '';
    return cell.shown ?? displayFor(cell.numberFormat, false).text(cell.value);
  }

  typeAt(row: number, column: number): string {
    const value = this.at(row, column)?.value ?? null;
    if (value === null) return 'Empty';
    if (isError(value)) return 'Error';
    return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
  }

  hasLockedCell(range: Range): boolean {
    let locked = false;
    this.walk(range, (row, column) => { locked ||= this.at(row, column)?.locked ?? true; });
    return locked;
  }
}
