// The formulas of a planned sheet calculated once, so that programs that do not calculate show what they give.
import { a1 } from '../../model/address';
import type { Range } from '../../model/address';
import { isError } from '../../model/grid';
import type { CellValue } from '../../model/grid';
import type { PlanCell, SheetPlan } from '../../model/sheet-plan';
import { evaluateFormula } from './formula-evaluate';
import type { Surroundings } from './formula-evaluate';
import { OutOfScope } from './formula-values';

class PlannedCells implements Surroundings {
  readonly #cells: ReadonlyMap<string, PlanCell>;
  readonly #results = new Map<string, CellValue>();
  readonly #open = new Set<string>();

  constructor(private readonly plan: SheetPlan) {
    this.#cells = new Map(plan.cells.map((cell) => [a1(cell.row, cell.column), cell]));
  }

  value(sheet: string, row: number, column: number): CellValue {
    // What another sheet holds is not known here.
    if (sheet.toLowerCase() !== this.plan.name.toLowerCase()) throw new OutOfScope();
    const at = a1(row, column);
    const cell = this.#cells.get(at);
    if (!cell) return null;
    // A blank text counts as blank for what is typed; only a formula gives ''.
    if (cell.formula === null) return cell.value === '' ? null : cell.value;
    const known = this.#results.get(at);
    if (known !== undefined) return known;
    if (this.#open.has(at)) throw new OutOfScope();
    this.#open.add(at);
    const result = evaluateFormula(cell.formula, sheet, this);
    this.#open.delete(at);
    if (result === null) throw new OutOfScope();
    this.#results.set(at, result);
    return result;
  }

  *filled(sheet: string, range: Range): Iterable<{ readonly row: number; readonly column: number; readonly value: CellValue }> {
    if (sheet.toLowerCase() !== this.plan.name.toLowerCase()) throw new OutOfScope();
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const value = this.value(sheet, row, column);
        if (value !== null) yield { row, column, value };
      }
    }
  }

  /** No row of a plan is hidden; whether a cell holds a subtotal is left to the spreadsheet. */
  whole(): boolean {
    return false;
  }

  name(): null {
    return null;
  }
}

/** The plan with every formula's result. One that cannot be calculated here, or gives an error, is left without: spreadsheets calculate it when they open the file. */
export function withResults(plan: SheetPlan): SheetPlan {
  const planned = new PlannedCells(plan);
  const resultOf = ({ row, column }: PlanCell): PlanCell['value'] => {
    try {
      const value = planned.value(plan.name, row, column);
      return isError(value) ? null : value;
    } catch (error) {
      if (error instanceof OutOfScope) return null;
      throw error;
    }
  };
  return { ...plan, cells: plan.cells.map((cell) => (cell.formula === null ? cell : { ...cell, value: resultOf(cell) })) };
}
