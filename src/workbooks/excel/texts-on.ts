// What sheets say in words, by which a cell without mark and note is known again.
import type { PlacedText } from '../landmarks';
import { untracked, type Batch } from './batch';
import { isTooLarge } from './errors';

/** Texts that somebody wrote, by sheet; a sheet that is gone has none. One round trip. Null where it is too much for Excel to tell. */
export async function textsOn({ context, sync }: Batch, sheets: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly PlacedText[]> | null> {
  const asked = [...sheets].map((name) => [name, untracked(context.workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true)).load('formulas,rowIndex,columnIndex')] as const);
  try {
    await sync();
  } catch (error) {
    if (isTooLarge(error)) return null;
    throw error;
  }
  return new Map(asked.map(([name, used]) => [name, used.isNullObject ? [] : used.formulas.flatMap((cells, r) => cells.flatMap((text: unknown, c): readonly PlacedText[] => (
    typeof text === 'string' && text !== '' && !text.startsWith('=') ? [{ row: used.rowIndex + r + 1, column: used.columnIndex + c + 1, text }] : []
  )))]));
}
