// After a write, formulas that rest on it are worked out again; those beyond the small evaluator keep what the file held.
import type { Range } from '../../src/model/address';
import { evaluate, precedents } from './formula';
import type { Lookup } from './formula';
import { overlap, sizeOf } from './references';
import { SheetModel } from './sheet-model';
import type { WorkbookModel } from './workbook-model';

interface Touched {
  readonly sheet: SheetModel;
  readonly range: Range;
}

interface Dependent {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly rests: readonly Touched[];
}

/** Longer chains than this are circles. */
const ROUNDS = 50;

export class Recalculation {
  private touched: Touched[] = [];

  constructor(private readonly workbook: WorkbookModel) {}

  touch(sheet: SheetModel, range: Range): void {
    this.touched.push({ sheet, range });
  }

  run(all: boolean): void {
    if (this.touched.length === 0 && !all) return;
    const dependents = this.dependents();
    let front = this.touched;
    this.touched = [];
    for (let round = 0; round < ROUNDS && (front.length > 0 || (all && round === 0)); round++) {
      const dirty = dependents.filter((one) => (all && round === 0) || front.some((touch) => rests(one, touch)));
      front = dirty.filter((one) => this.recalculate(one)).map(({ sheet, row, column }) => ({ sheet, range: { top: row, left: column, bottom: row, right: column } }));
    }
  }

  private dependents(): Dependent[] {
    const found: Dependent[] = [];
    for (const sheet of this.workbook.sheets) {
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === null) continue;
        const rests = precedents(cell.formula).flatMap(({ sheet: name, range }) => {
          const named = name === null ? sheet : this.workbook.sheet(name);
          return named ? [{ sheet: named, range }] : [];
        });
        found.push({ sheet, ...SheetModel.place(key), rests });
      }
    }
    return found;
  }

  /** True when the value changed. */
  private recalculate({ sheet, row, column }: Dependent): boolean {
    const cell = sheet.cell(row, column);
    if (cell.formula === null) return false;
    const value = evaluate(cell.formula, this.lookup(sheet));
    if (value === undefined || JSON.stringify(value) === JSON.stringify(cell.value)) return false;
    cell.value = value;
    cell.shown = null;
    return true;
  }

  private lookup(home: SheetModel): Lookup {
    return {
      values: (name, range) => {
        const sheet = name === null ? home : this.workbook.sheet(name);
        if (!sheet) return null;
        const used = sizeOf(range) > 100_000 ? overlap(range, sheet.used(true) ?? range) : range;
        const values: ReturnType<Lookup['values']> = [];
        if (used) sheet.walk(used, (row, column) => { (values as unknown[]).push(sheet.at(row, column)?.value ?? null); });
        return values;
      },
    };
  }
}

/** A formula that was just written is itself touched. */
function rests(one: Dependent, touch: Touched): boolean {
  const own = { top: one.row, left: one.column, bottom: one.row, right: one.column };
  if (one.sheet === touch.sheet && overlap(own, touch.range) !== null) return true;
  return one.rests.some(({ sheet, range }) => sheet === touch.sheet && overlap(range, touch.range) !== null);
}
