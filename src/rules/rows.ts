// The cells of a table by their rows: a rule that asks line by line would go through all of them for every line.
import { grouped } from '../model/grouped';
import type { Entry, Table } from '../model/table';
import { perTable } from './per-table';

const rowsOf = perTable(({ entries }: Table) => grouped(entries, ({ row }) => row));

/** The filled cells of a row from left to right. */
export function cellsIn(table: Table, row: number): readonly Entry[] {
  return rowsOf(table).get(row) ?? [];
}

/** The filled cell where row and column meet; null where it is blank. */
export function cellAt(table: Table, row: number, column: number): Entry | null {
  return cellsIn(table, row).find((entry) => entry.column === column) ?? null;
}

/** The same where it holds a figure. */
export function figureAt(table: Table, row: number, column: number): Entry | null {
  const entry = cellAt(table, row, column);
  return entry?.quantity ? entry : null;
}
