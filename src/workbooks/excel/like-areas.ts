// Cells that are alike as few rectangles: what looks the same is set once for each of them, not cell by cell.
import type { Range } from '../../model/address';

export interface LikeArea<T> {
  readonly value: T;
  readonly range: Range;
}

interface Open<T> {
  readonly value: T;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  bottom: number;
}

/**
 * Rectangles of cells with one value, which cover exactly the cells that have one.
 * @param cells row by row, no two at one address
 * @param valueOf null: nothing to be set at this cell; values are compared by ===
 */
export function likeAreas<C extends { readonly row: number; readonly column: number }, T extends string | number | boolean>(cells: readonly C[], valueOf: (cell: C) => T | null): readonly LikeArea<T>[] {
  const done: Open<T>[] = [];
  /** Runs of the row before, by their first column. */
  let above = new Map<number, Open<T>>();
  for (const run of runsOf(cells, valueOf)) {
    const [first] = run;
    if (!first) continue;
    const below = new Map<number, Open<T>>();
    for (const one of run) {
      const upper = above.get(one.left);
      const joins = upper !== undefined && upper.right === one.right && upper.value === one.value && upper.bottom === one.top - 1;
      if (joins) upper.bottom = one.top;
      else done.push(one);
      below.set(one.left, joins ? upper : one);
    }
    above = below;
  }
  return done.map(({ value, ...range }) => ({ value, range }));
}

/** Runs of equal neighbours, one list for each row. */
function* runsOf<C extends { readonly row: number; readonly column: number }, T>(cells: readonly C[], valueOf: (cell: C) => T | null): Generator<Open<T>[]> {
  let row: Open<T>[] = [];
  let at = -1;
  for (const cell of cells) {
    if (cell.row !== at) {
      if (row.length > 0) yield row;
      row = [];
      at = cell.row;
    }
    const value = valueOf(cell);
    if (value === null) continue;
    const last = row.at(-1);
    if (last && last.value === value && last.right === cell.column - 1) row[row.length - 1] = { ...last, right: cell.column };
    else row.push({ value, top: cell.row, bottom: cell.row, left: cell.column, right: cell.column });
  }
  if (row.length > 0) yield row;
}

/** Runs of equal neighbours in a list: from, count, value. */
export function likeRuns<T>(values: readonly T[]): readonly { readonly from: number; readonly count: number; readonly value: T }[] {
  const runs: { from: number; count: number; value: T }[] = [];
  for (const [at, value] of values.entries()) {
    const last = runs.at(-1);
    if (last && last.value === value) last.count++;
    else runs.push({ from: at, count: 1, value });
  }
  return runs;
}
