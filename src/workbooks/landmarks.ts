// Where a cell is that has no note of ours, or whose mark and note were cleared: what its row says in words is noted, and undo asks whether it still says so. Rows may have been inserted or deleted, and a neighbour may hold the same.
import type { Position } from '../model/address';
import { grouped } from '../model/grouped';
import { hash } from './hash';

/** A text that somebody wrote into a cell of the sheet. */
export interface PlacedText extends Position {
  readonly text: string;
}

/** What stands nowhere else in its column: `up` rows above the cell (below, where negative), its text in a short form. */
export interface Landmark {
  readonly up: number;
  readonly column: number;
  readonly text: string;
}

/** Of the cell's own row one is enough, so that a label may be rewritten. */
const MOST = 3;

function short(text: string): string {
  return hash(text.replace(/\s+/g, ''));
}

/**
 * Tells for each cell of a sheet what is to be noted of its row; where that says nothing of its own, of the next rows above and below that do.
 * @param texts of the sheet
 * @param changing cells that a later undo writes into: what they say does not last
 */
export function landmarksOn(texts: readonly PlacedText[], changing: readonly Position[]): (cell: Position) => readonly Landmark[] {
  const passing = new Set(changing.map(({ row, column }) => `${row},${column}`));
  const words = texts.filter(({ text }) => /\p{L}/u.test(text)).map((one) => ({ ...one, text: short(one.text) }));
  const single = [...grouped(words, ({ column, text }) => `${column} ${text}`).values()].flatMap((same) => (same.length === 1 ? same : []));
  const alone = single.filter(({ row, column }) => !passing.has(`${row},${column}`)).sort((a, b) => a.row - b.row || a.column - b.column);
  const byRow = grouped(alone, ({ row }) => row);
  return ({ row: home }) => {
    const own = byRow.get(home)?.slice(0, MOST);
    const noted = own ?? [alone.findLast(({ row }) => row < home), alone.find(({ row }) => row > home)].flatMap((one) => one ?? []);
    return noted.map(({ row, column, text }) => ({ up: home - row, column, text }));
  };
}

/** False where nothing of what was noted of the row stands in its place any more, or not all that was noted around it. */
export function areThere(landmarks: readonly Landmark[], { row }: Pick<Position, 'row'>, textAt: (at: Position) => string | null): boolean {
  const stands = ({ up, column, text }: Landmark): boolean => short(textAt({ row: row - up, column }) ?? '') === text;
  return landmarks.some(({ up }) => up === 0) ? landmarks.some(stands) : landmarks.every(stands);
}
