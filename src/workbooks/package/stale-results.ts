// Formulas whose kept results are not what their references give now: numbers written by a program, or typed while nothing calculated.
import { a1 } from '../../model/address';
import type { Range } from '../../model/address';
import { isError } from '../../model/grid';
import type { Cell, CellValue, DefinedName, Grid } from '../../model/grid';
import { cellKey } from './comments';
import { evaluateFormula } from './formula-evaluate';
import type { Surroundings } from './formula-evaluate';
import { fifteen, OutOfScope } from './formula-values';

export interface StaleResult {
  readonly sheet: string;
  readonly cell: string;
  readonly kept: number;
  readonly right: number;
}

/** Formulas looked at, and cells read for them: a form has some dozens, a list of ten thousand rows is not held up. */
export const MAX_FORMULAS = 5_000;
const MAX_READ = 500_000;
/** Smaller differences are the noise of binary fractions. */
const NOISE = 1e-7;
/** Where so small a change of what a formula reads decides its result (a tie, =100), programs may differ. */
const SHAKES = [0, 1e-11, -1e-11];
/** An empty text that was typed counts, and is not kept in a grid. */
const COUNTS_TEXTS = /COUNTA/i;

/** What stands in the cells; of some nobody knows it. */
export class GridCells implements Surroundings {
  shake = 0;
  /** Whether one of those was asked for. */
  metUnknown = false;
  private readonly grids: ReadonlyMap<string, Grid>;
  private readonly places = new Map<string, ReadonlyMap<number, Cell>>();
  private read = 0;

  constructor(grids: readonly Grid[], private readonly names: readonly DefinedName[], private readonly unknown: ReadonlySet<Cell> = new Set()) {
    this.grids = new Map(grids.map((grid) => [grid.sheet.toLowerCase(), grid]));
  }

  private grid(sheet: string): Grid {
    const grid = this.grids.get(sheet.toLowerCase());
    if (!grid) throw new OutOfScope();
    return grid;
  }

  private of(cell: Cell | undefined): CellValue {
    if (cell && this.unknown.has(cell)) this.metUnknown = true;
    if (++this.read > MAX_READ || this.metUnknown || (cell && cell.formula !== null && cell.value === null)) throw new OutOfScope();
    const value = cell?.value ?? null;
    return typeof value === 'number' ? value * (1 + this.shake) : value;
  }

  value(sheet: string, row: number, column: number): CellValue {
    const grid = this.grid(sheet);
    let places = this.places.get(grid.sheet);
    if (!places) this.places.set(grid.sheet, (places = new Map(grid.cells.map((cell) => [cellKey(cell.row, cell.column), cell]))));
    return this.of(places.get(cellKey(row, column)));
  }

  *filled(sheet: string, { top, left, bottom, right }: Range): Iterable<{ readonly row: number; readonly column: number; readonly value: CellValue }> {
    const { cells } = this.grid(sheet);
    for (let at = firstFrom(cells, top); at < cells.length; at++) {
      const cell = cells[at];
      if (!cell || cell.row > bottom) return;
      if (cell.column < left || cell.column > right) continue;
      const value = this.of(cell);
      if (value !== null) yield { row: cell.row, column: cell.column, value };
    }
  }

  /** Which cells hold subtotals is not asked here. */
  whole(): boolean {
    return false;
  }

  name(name: string, sheet: string): string | null {
    const same = this.names.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    return (same.find((one) => one.sheet?.toLowerCase() === sheet.toLowerCase()) ?? same.find((one) => one.sheet === null))?.refersTo ?? null;
  }
}

/** Place of the first cell in a row or below it. */
function firstFrom(cells: readonly Cell[], row: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a formula gives by what it reads: another number, something other than a number, the result that is kept or what noise alone makes of it, or nobody knows. */
export function answerOf(formula: string, kept: number, sheet: string, cells: GridCells): number | 'other' | 'kept' | 'nobody' {
  if (COUNTS_TEXTS.test(formula)) return 'nobody';
  let right: number | null = null;
  for (const shake of SHAKES) {
    cells.shake = shake;
    const result = evaluateFormula(formula, sheet, cells);
    if (typeof result !== 'number') return result === null ? 'nobody' : 'other';
    if (Math.abs(result - kept) <= NOISE * Math.max(1, Math.abs(result), Math.abs(kept))) return 'kept';
    right ??= fifteen(result);
  }
  return right ?? 'nobody';
}

/**
 * Formulas of numbers that have not followed what they read, in the order of the sheets. Only what differs from its own references: what hangs on such a cell agrees with it.
 * Sheets without a merged cell are lists, not forms: of those nobody asks, and they hold most of a workbook's formulas.
 */
export function staleResults(grids: readonly Grid[], names: readonly DefinedName[]): StaleResult[] {
  const stale: StaleResult[] = [];
  const cells = new GridCells(grids, names);
  let seen = 0;
  for (const { sheet, cells: own, merges } of grids) {
    if (merges.length === 0) continue;
    for (const { row, column, value, formula } of own) {
      if (formula === null || typeof value !== 'number' || isError(value)) continue;
      if (++seen > MAX_FORMULAS) return stale;
      const right = answerOf(formula, value, sheet, cells);
      if (typeof right === 'number') stale.push({ sheet, cell: a1(row, column), kept: fifteen(value), right });
    }
  }
  return stale;
}
