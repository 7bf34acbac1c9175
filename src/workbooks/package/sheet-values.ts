// Values of a sheet's cells on demand: rows are found in one pass, and only those that a formula asks for are read.
import type { Range } from '../../model/address';
import { cellKey } from './comments';
import { OutOfScope } from './formula-values';
import type { CellValue } from '../../model/grid';
import { cellsOf, rowsOf } from './patch-cells';
import type { RowSite, SheetBody } from './patch-cells';
import type { SharedStrings } from './patch-content';
import { storedValue, UNKNOWN } from './patch-results';
import { attribute } from './patch-xml';

interface StoredCell {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

/** Rows of inline texts are looked at as written; 2 million cells are more than any form sums up. */
const MAX_READ = 2_000_000;

export class SheetValues {
  /** Results that replace what is written; UNKNOWN where the cell cannot be calculated. */
  readonly calculated = new Map<number, CellValue | typeof UNKNOWN>();
  /** Nearly always one each: some exports write a row in pieces. */
  private readonly sites = new Map<number, RowSite[]>();
  private readonly rows = new Map<number, Map<number, StoredCell>>();
  private readonly numbers: number[];
  private read = 0;

  constructor(readonly body: SheetBody, private readonly strings: SharedStrings) {
    for (const row of rowsOf(body)) {
      const pieces = this.sites.get(row.number);
      if (pieces) pieces.push(row);
      else this.sites.set(row.number, [row]);
    }
    this.numbers = [...this.sites.keys()].sort((a, b) => a - b);
  }

  private row(number: number): Map<number, StoredCell> {
    let cells = this.rows.get(number);
    if (!cells) {
      cells = new Map();
      for (const site of this.sites.get(number) ?? []) {
        for (const { column, start, end } of cellsOf(this.body, site)) cells.set(column, { start, end, raw: this.body.xml.slice(start, end) });
      }
      this.rows.set(number, cells);
    }
    return cells;
  }

  cell(row: number, column: number): StoredCell | null {
    return this.row(row).get(column) ?? null;
  }

  /** Throws OutOfScope where the value is not known. */
  value(row: number, column: number): CellValue {
    const calculated = this.calculated.get(cellKey(row, column));
    const cell = calculated === undefined ? this.cell(row, column) : null;
    const value = calculated ?? (cell ? storedValue(cell.raw, this.body.prefix, this.strings) : null);
    if (value === UNKNOWN || ++this.read > MAX_READ) throw new OutOfScope();
    return value;
  }

  *filled(range: Range): Generator<{ row: number; column: number; value: CellValue }> {
    for (const row of this.numbersIn(range)) {
      const columns = [...this.row(row).keys()].filter((column) => column >= range.left && column <= range.right).sort((a, b) => a - b);
      for (const column of columns) {
        const value = this.value(row, column);
        if (value !== null) yield { row, column, value };
      }
    }
  }

  /** True where no row is hidden and no cell may hold a subtotal; one whose formula stands elsewhere may. */
  whole(range: Range): boolean {
    for (const row of this.numbersIn(range)) {
      if ((this.sites.get(row) ?? []).some(({ open }) => /^(?:1|true)$/.test(attribute(open, 'hidden') ?? '') || attribute(open, 'ht') === '0')) return false;
      for (const [column, { raw }] of this.row(row)) if (column >= range.left && column <= range.right && /subtotal|aggregate|["']shared["']/i.test(raw)) return false;
    }
    return true;
  }

  private numbersIn({ top, bottom }: Range): number[] {
    if (bottom - top > 64) return this.numbers.filter((number) => number >= top && number <= bottom);
    return Array.from({ length: bottom - top + 1 }, (_, i) => top + i).filter((number) => this.sites.has(number));
  }
}
