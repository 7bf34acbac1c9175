// Which cells are asked for in which round trip: everything at once where it fits, else bands of rows that do.
import type { Features } from './requirements';

/** A band of one sheet; rows and columns from 0, as Excel's API counts. */
export interface Piece {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
  /** The sheet's first piece brings the sheet's own facts along. */
  readonly first: boolean;
}

/**
 * Excel on the web answers at most 5 MB. A cell of a filled-in form took 48 characters with values, formulas, texts, formats and types, 70 bytes with the
 * Chinese in it; elsewhere the limit of 5,000,000 cells is far, and a million is a matter of patience.
 */
const CELLS_ON_WEB = 60_000;
const CELLS_ELSEWHERE = 1_000_000;

/** No form has so many rows; a sheet that has is a list, or formats were drawn down to its end. */
const MOST_ROWS = 20_000;
const MOST_CELLS = 2_000_000;
/** Of a sheet with more cells: wide enough for any form, and quickly read. */
const WINDOW = { rows: 5_000, columns: 200 };

export interface Extent {
  /** From 0. */
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export const NOTHING_USED: Extent = { top: 0, left: 0, rows: 0, columns: 0 };

/** What is read of a sheet: all that is in use, unless one stray cell at the end of the sheet makes that billions of cells. */
export function extentOf(used: Extent): Extent {
  const cells = used.rows * used.columns;
  const [rows, columns] = cells > MOST_CELLS ? [WINDOW.rows, WINDOW.columns] : [MOST_ROWS, used.left + used.columns];
  const within = { ...used, rows: Math.min(used.rows, rows - used.top), columns: Math.min(used.columns, columns - used.left) };
  return within.rows > 0 && within.columns > 0 ? within : NOTHING_USED;
}

/** Of a protected sheet blank cells count as well, whether they are locked; where formats reach to the end of the sheet, only its contents do. */
export function usedOf(contents: Extent, formats: Extent | null): Extent {
  return formats !== null && formats.rows * formats.columns <= MOST_CELLS && formats.rows <= MOST_ROWS ? formats : contents;
}

export function cellsPerTrip({ web }: Pick<Features, 'web'>): number {
  return web ? CELLS_ON_WEB : CELLS_ELSEWHERE;
}

function bandsOf(piece: Piece, cells: number): readonly Piece[] {
  const rows = Math.max(1, Math.floor(cells / Math.max(1, piece.columns)));
  const bands: Piece[] = [];
  for (let from = 0; from < piece.rows; from += rows) bands.push({ ...piece, top: piece.top + from, rows: Math.min(rows, piece.rows - from), first: piece.first && from === 0 });
  return bands;
}

/** Groups that fit into a round trip each, in the order of the sheets. */
export function tripsOf(sheets: readonly Piece[], cells: number): readonly (readonly Piece[])[] {
  const trips: Piece[][] = [];
  let room = 0;
  for (const piece of sheets.flatMap((sheet) => bandsOf(sheet, cells))) {
    const size = piece.rows * piece.columns;
    if (size > room || trips.length === 0) {
      trips.push([]);
      room = cells;
    }
    trips.at(-1)?.push(piece);
    room -= size;
  }
  return trips;
}

/** Two halves of what was too much for one round trip; null when it is a single row already. */
export function halved(trip: readonly Piece[]): readonly [readonly Piece[], readonly Piece[]] | null {
  if (trip.length > 1) {
    const half = Math.ceil(trip.length / 2);
    return [trip.slice(0, half), trip.slice(half)];
  }
  const [piece] = trip;
  if (!piece || piece.rows < 2) return null;
  const [upper, lower] = bandsOf(piece, Math.ceil(piece.rows / 2) * piece.columns);
  return upper && lower ? [[upper], [lower]] : null;
}
