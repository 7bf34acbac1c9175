// Which formulas hang on which cells, over all sheets: what an edit reaches, and in which order it is calculated anew.
import { contains } from '../../model/address';
import type { Position, Range } from '../../model/address';
import { cellKey } from './comments';
import type { Reaches } from './patch-recalc';

/** A formula in its cell. */
export interface FormulaCell extends Position {
  /** Name of its sheet in lower case. */
  readonly sheet: string;
  /** Without '='. */
  readonly formula: string;
  readonly reaches: Reaches;
  /** Cells that an array formula fills; null for a formula of one cell. */
  readonly covers: Range | null;
}

/** Ranges up to this size are listed cell by cell; larger ones are asked one by one. */
const SMALL = 32;
/** Range tests and visits of one edit: about a tenth of a second. Beyond, the spreadsheet calculates. */
const MAX_WORK = 2_000_000;

export interface Spread {
  /** Formulas reached, each behind those that it hangs on. */
  readonly order: readonly FormulaCell[];
  /** Formulas that hang on themselves, on such ones, or on cells that their text does not name. */
  readonly stuck: readonly FormulaCell[];
}

export class FormulaGraph {
  private readonly byCell = new Map<string, Map<number, FormulaCell[]>>();
  private readonly large = new Map<string, { range: Range; formula: FormulaCell }[]>();
  private readonly places = new Map<string, Map<number, FormulaCell>>();
  private readonly everywhere: FormulaCell[] = [];
  private work = 0;

  add(formula: FormulaCell): void {
    placed(this.places, formula.sheet, () => new Map<number, FormulaCell>()).set(cellKey(formula.row, formula.column), formula);
    if (formula.reaches === 'everything') {
      this.everywhere.push(formula);
      return;
    }
    for (const { sheet, range } of formula.reaches) {
      const { top, left, bottom, right } = range;
      if ((bottom - top + 1) * (right - left + 1) > SMALL) {
        placed(this.large, sheet, () => []).push({ range, formula });
        continue;
      }
      const cells = placed(this.byCell, sheet, () => new Map<number, FormulaCell[]>());
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) placed(cells, cellKey(row, column), () => []).push(formula);
      }
    }
  }

  private readers(sheet: string, at: Position): Set<FormulaCell> {
    const found = new Set(this.byCell.get(sheet)?.get(cellKey(at.row, at.column)));
    const large = this.large.get(sheet) ?? [];
    this.work += large.length + 1;
    for (const { range, formula } of large) if (contains(range, at.row, at.column)) found.add(formula);
    return found;
  }

  private cellsOf({ row, column, covers }: FormulaCell): Position[] {
    if (!covers) return [{ row, column }];
    const cells: Position[] = [];
    this.work += (covers.bottom - covers.top + 1) * (covers.right - covers.left + 1);
    if (this.work > MAX_WORK) return cells;
    for (let r = covers.top; r <= covers.bottom; r++) for (let c = covers.left; c <= covers.right; c++) cells.push({ row: r, column: c });
    return cells;
  }

  /** What hangs on the changed cells, themselves included where they hold formulas; null when that is too much to follow. */
  spread(changed: ReadonlyMap<string, readonly Position[]>): Spread | null {
    const waits = new Map<FormulaCell, number>();
    const readersOf = new Map<FormulaCell, FormulaCell[]>();
    const queue: FormulaCell[] = [];
    const reach = (formula: FormulaCell, by: FormulaCell | null) => {
      if (!waits.has(formula)) queue.push(formula);
      waits.set(formula, (waits.get(formula) ?? 0) + (by ? 1 : 0));
    };
    for (const [sheet, cells] of changed) {
      for (const cell of cells) {
        const own = this.places.get(sheet)?.get(cellKey(cell.row, cell.column));
        if (own) reach(own, null);
        for (const reader of this.readers(sheet, cell)) reach(reader, null);
      }
    }
    for (const formula of this.everywhere) reach(formula, null);
    for (let next = queue.pop(); next; next = queue.pop()) {
      const readers = new Set(this.cellsOf(next).flatMap((cell) => [...this.readers(next.sheet, cell)]));
      readersOf.set(next, [...readers]);
      for (const reader of readers) reach(reader, next);
      if (this.work > MAX_WORK) return null;
    }
    return ordered(waits, readersOf);
  }
}

function placed<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function ordered(waits: Map<FormulaCell, number>, readersOf: ReadonlyMap<FormulaCell, readonly FormulaCell[]>): Spread {
  const order: FormulaCell[] = [];
  const ready = [...waits].filter(([, count]) => count === 0).map(([formula]) => formula);
  for (let next = ready.pop(); next; next = ready.pop()) {
    order.push(next);
    for (const reader of readersOf.get(next) ?? []) {
      const left = (waits.get(reader) ?? 0) - 1;
      waits.set(reader, left);
      if (left === 0) ready.push(reader);
    }
  }
  const done = new Set(order);
  const cannot = (formula: FormulaCell) => formula.covers !== null || formula.reaches === 'everything';
  return { order: order.filter((formula) => !cannot(formula)), stuck: [...waits.keys()].filter((formula) => !done.has(formula) || cannot(formula)) };
}

