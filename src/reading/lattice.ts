// Cells of one area of a sheet, merged areas resolved: every address answers with the cell that people see there.
import { a1, contains, type Range } from '../model/address';
import { decimal } from '../model/decimal';
import { isError, PLAIN_STYLE, type Cell, type Grid } from '../model/grid';
import type { Quantity } from '../model/quantity';
import type { Entry } from '../model/table';
import { readQuantity } from './quantity';
import { compact, isDash, normalise } from './text';

const STRIDE = 16_385;
// No form merges so many cells: such an area is an accident over the whole sheet, and what stands under it is the table.
const NO_FORM = 20_000;

/** A cell's own number, exact as typed. Excel shows 15 significant digits; the rest is binary noise of a formula. */
function quantityOf(cell: Cell, raw: string): Quantity | null {
  if (typeof cell.value !== 'number') return typeof cell.value === 'string' ? readQuantity(raw) : null;
  const shown = normalise(raw);
  const percent = shown.endsWith('%');
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  const value = decimal(Number(cell.value.toPrecision(15)));
  // A date format shows no number: the quantity is what is displayed, if anything.
  if (/[年月日]|\d[-/]\d/.test(shown)) return readQuantity(raw);
  return { value: percent ? value.times(100) : value, unit: percent ? '%' : '', scale: 1, operator: null, decimals };
}

export class Lattice {
  readonly range: Range;
  readonly #cells = new Map<number, Cell>();
  readonly #merges = new Map<number, Range[]>();
  readonly #masters = new Map<number, Range>();
  readonly #entries = new Map<number, Entry>();
  readonly #rows = new Map<number, readonly Entry[]>();
  readonly #columns: number;
  readonly #hiddenRows: ReadonlySet<number>;

  /** `cells` may be all cells of the sheet; those outside the range are passed over. */
  constructor(grid: Grid, range: Range, cells: readonly Cell[] = grid.cells) {
    this.range = range;
    this.#columns = range.right;
    this.#hiddenRows = grid.hiddenRows;
    for (const cell of cells) if (contains(range, cell.row, cell.column)) this.#cells.set(cell.row * STRIDE + cell.column, cell);
    for (const merge of grid.merges) {
      if ((merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) > NO_FORM) continue;
      if (merge.top > range.bottom || merge.bottom < range.top || merge.left > range.right) continue;
      this.#masters.set(merge.top * STRIDE + merge.left, merge);
      // Clipped to the area: a merge of the whole sheet costs no more than the area has rows.
      for (let row = Math.max(merge.top, range.top); row <= Math.min(merge.bottom, range.bottom); row++) {
        const list = this.#merges.get(row);
        if (list) list.push(merge);
        else this.#merges.set(row, [merge]);
      }
    }
  }

  /** The merged area an address belongs to, or the address alone. Where files hold overlapping merges, a cell that starts one belongs to that one. */
  area(row: number, column: number): Range {
    const own = this.#masters.get(row * STRIDE + column);
    if (own) return own;
    for (const merge of this.#merges.get(row) ?? []) if (column >= merge.left && column <= merge.right) return merge;
    return { top: row, left: column, bottom: row, right: column };
  }

  /** The entry seen at an address; one that is not filled where the area is blank. */
  at(row: number, column: number): Entry {
    const area = this.area(row, column);
    return this.#entry(area.top, area.left);
  }

  #entry(row: number, column: number): Entry {
    const key = row * STRIDE + column;
    const known = this.#entries.get(key);
    if (known) return known;
    const cell = this.#cells.get(key);
    const raw = cell?.text ?? '';
    const text = normalise(raw);
    const filled = text !== '';
    const entry: Entry = {
      cell: a1(row, column), row, column, raw, text, filled,
      value: cell?.value ?? null,
      formula: cell?.formula ?? null,
      numberFormat: (cell?.style ?? PLAIN_STYLE).numberFormat,
      locked: (cell?.style ?? PLAIN_STYLE).locked,
      notApplicable: filled && (isDash(compact(text)) || text === '无' || text === '不适用'),
      quantity: cell && filled && !isError(cell.value) ? quantityOf(cell, raw) : null,
    };
    this.#entries.set(key, entry);
    return entry;
  }

  /** Filled entries whose area starts in this row, from left to right. */
  starting(row: number): readonly Entry[] {
    const known = this.#rows.get(row);
    if (known) return known;
    const found: Entry[] = [];
    for (let column = this.range.left; column <= this.#columns; column++) {
      if (!this.#cells.has(row * STRIDE + column)) continue;
      const area = this.area(row, column);
      if (area.top !== row || area.left !== column) continue;
      const entry = this.#entry(row, column);
      if (entry.filled) found.push(entry);
    }
    this.#rows.set(row, found);
    return found;
  }

  /** Filled entries that touch this row, from left to right, each once. */
  touching(row: number): readonly Entry[] {
    const found: Entry[] = [];
    let last = '';
    for (let column = this.range.left; column <= this.#columns; column++) {
      const area = this.area(row, column);
      const entry = this.#entry(area.top, area.left);
      if (entry.filled && entry.cell !== last) found.push(entry);
      last = entry.cell;
      column = Math.max(column, Math.min(area.right, this.#columns));
    }
    return found;
  }

  isHidden(row: number): boolean {
    return this.#hiddenRows.has(row);
  }

  areaOf(entry: Entry): Range {
    return this.area(entry.row, entry.column);
  }

  /** True when some merged area other than a single cell starts in this row inside the columns given: the row was laid out as a line of the form. */
  laidOut(row: number, left: number, right: number): boolean {
    return (this.#merges.get(row) ?? []).some((merge) => merge.top === row && merge.bottom === row && merge.left >= left && merge.right <= right);
  }

  /** Every filled entry, in reading order. */
  filled(): readonly Entry[] {
    const all: Entry[] = [];
    for (let row = this.range.top; row <= this.range.bottom; row++) all.push(...this.starting(row));
    return all;
  }
}
