// Which parts of a long list are drawn: rows in blocks, a block far from the window is only as high as it was.
import type { ListRow } from './list-rows';

/** Rows in one block: about two windows of a pane. */
export const BLOCK = 40;
/** Shorter lists are drawn whole. */
export const WHOLE = 120;

export interface Block {
  readonly index: number;
  readonly rows: readonly ListRow[];
  /** Guess in pixels until the block has been measured. */
  readonly height: number;
}

/** Heights are those of a collapsed row at the default font size. */
const HEIGHTS: Readonly<Record<ListRow['kind'], number>> = { group: 32, finding: 52, fold: 28 };

export function rowBlocks(rows: readonly ListRow[]): readonly Block[] {
  const size = rows.length <= WHOLE ? Math.max(rows.length, 1) : BLOCK;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => {
    const own = rows.slice(index * size, (index + 1) * size);
    return { index, rows: own, height: own.reduce((sum, row) => sum + HEIGHTS[row.kind], 0) };
  });
}

/** Block that holds a row; null when no row has the key. */
export function blockOf(blocks: readonly Block[], key: string): number | null {
  return blocks.find((block) => block.rows.some((row) => row.key === key))?.index ?? null;
}
