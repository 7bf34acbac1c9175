// Where pasted cells go among merged ones: each to a cell that is seen. Pure; rows and columns from 0.

/** As Univer has a merged area. */
export interface Area {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** For each cell of the block its place, from the place where the block begins; null: behind a merged cell, with nothing to put there. */
export type Places = (row: number, column: number) => { readonly row: number; readonly column: number } | null;

export interface Block {
  readonly rows: number;
  readonly columns: number;
  /** Whether the block holds something there. */
  readonly filled: (row: number, column: number) => boolean;
}

function seenAt(merges: readonly Area[], row: number, column: number): { readonly area: Area; readonly isFirst: boolean } {
  const area = merges.find((one) => row >= one.startRow && row <= one.endRow && column >= one.startColumn && column <= one.endColumn) ?? { startRow: row, startColumn: column, endRow: row, endColumn: column };
  return { area, isFirst: area.startRow === row && area.startColumn === column };
}

function every(block: Block, test: (row: number, column: number) => boolean): boolean {
  for (let row = 0; row < block.rows; row++) for (let column = 0; column < block.columns; column++) if (!test(row, column)) return false;
  return true;
}

/** Cell upon cell, as where nothing is merged: so a form goes onto its like. */
function cellUponCell(block: Block, at: { readonly row: number; readonly column: number }, merges: readonly Area[]): Places | null {
  const place: Places = (row, column) => (seenAt(merges, at.row + row, at.column + column).isFirst ? { row, column } : null);
  return every(block, (row, column) => !block.filled(row, column) || place(row, column) !== null) ? place : null;
}

/** From one cell that is seen to the next; only where they stand in rows and columns, so that none is passed over. */
function seenUponSeen(block: Block, at: { readonly row: number; readonly column: number }, merges: readonly Area[]): Places | null {
  const [rows, columns] = [[at.row], [at.column]];
  for (let row = 1; row < block.rows; row++) rows.push(seenAt(merges, rows[row - 1]!, at.column).area.endRow + 1);
  for (let column = 1; column < block.columns; column++) columns.push(seenAt(merges, at.row, columns[column - 1]!).area.endColumn + 1);
  const fits = every(block, (row, column) => {
    const { area, isFirst } = seenAt(merges, rows[row]!, columns[column]!);
    return isFirst && (row + 1 === block.rows || area.endRow + 1 === rows[row + 1]) && (column + 1 === block.columns || area.endColumn + 1 === columns[column + 1]);
  });
  return fits ? (row, column) => ({ row: rows[row]! - at.row, column: columns[column]! - at.column }) : null;
}

/** @returns null where something would vanish behind a merged cell */
export function placesAmong(merges: readonly Area[], block: Block, at: { readonly row: number; readonly column: number }): Places | null {
  return cellUponCell(block, at, merges) ?? seenUponSeen(block, at, merges);
}

/** Behind the first cell of a merged area nobody sees what a cell holds. */
export function isHidden(merges: readonly Area[], row: number, column: number): boolean {
  return !seenAt(merges, row, column).isFirst;
}

/**
 * Whether cells may be filled on one by one: none is merged with another in that direction, and in each line the same ones are seen.
 * @param area what is filled, with the cells that it is filled from
 */
export function mayFill(merges: readonly Area[], area: Area, isDown: boolean): boolean {
  const touched = merges.filter((one) => one.startRow <= area.endRow && one.endRow >= area.startRow && one.startColumn <= area.endColumn && one.endColumn >= area.startColumn);
  if (touched.some((one) => (isDown ? one.endRow > one.startRow : one.endColumn > one.startColumn))) return false;
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      if (isHidden(touched, row, column) !== (isDown ? isHidden(touched, area.startRow, column) : isHidden(touched, row, area.startColumn))) return false;
    }
  }
  return true;
}

/** The area with all of each merged one that it touches. */
export function withWhole(merges: readonly Area[], area: Area): Area {
  const touched = merges.filter((one) => one.startRow <= area.endRow && one.endRow >= area.startRow && one.startColumn <= area.endColumn && one.endColumn >= area.startColumn);
  const grown = [area, ...touched].reduce((all, one) => ({
    startRow: Math.min(all.startRow, one.startRow), startColumn: Math.min(all.startColumn, one.startColumn),
    endRow: Math.max(all.endRow, one.endRow), endColumn: Math.max(all.endColumn, one.endColumn),
  }));
  const isGrown = grown.startRow < area.startRow || grown.startColumn < area.startColumn || grown.endRow > area.endRow || grown.endColumn > area.endColumn;
  return isGrown ? withWhole(merges, grown) : area;
}
