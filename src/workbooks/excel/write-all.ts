// One grouped write: the journal goes in front, so that wherever Excel stops, what was written is known and can be taken back.
import type { StoredState } from '../../model/plan';
import type { Capabilities } from '../port';
import type { Batch } from './batch';
import { failedAtNote, isTooLarge } from './errors';
import { listState, queueState } from './state-part';
import { queueCell, queueNote, type CellWrite } from './write-cell';

/** Some 800 bytes a cell with its note and as many in the journal: far below the 5 MB of a request. */
const CELLS_PER_TRIP = 1_500;

export interface GroupedWrite {
  readonly writes: readonly CellWrite[];
  /** first: before the cells (something is being done) · last: behind them (something is being undone). */
  readonly journal: 'first' | 'last';
  readonly state: StoredState;
  readonly listed: readonly { readonly id: string }[];
  readonly notes: Capabilities['notes'];
}

/** Contents and fills of all cells before any note: a note that Excel refuses must not cost a content. */
function queue(batch: Batch, writes: readonly CellWrite[], notes: Capabilities['notes'], alsoNotes: boolean): void {
  for (const write of writes) queueCell(batch.context, write);
  if (alsoNotes) for (const { sheet, cell, note } of writes) if (note) queueNote(batch.context, sheet, cell, note, notes);
}

/** Cells in groups; one group unless there are very many. */
function groupsOf(writes: readonly CellWrite[], size: number): readonly (readonly CellWrite[])[] {
  const groups: (readonly CellWrite[])[] = [];
  for (let from = 0; from < writes.length; from += size) groups.push(writes.slice(from, from + size));
  return groups.length === 0 ? [[]] : groups;
}

async function write(batch: Batch, group: GroupedWrite, size: number, alsoNotes: boolean): Promise<void> {
  const groups = groupsOf(group.writes, size);
  for (const [at, writes] of groups.entries()) {
    if (group.journal === 'first' && at === 0) queueState(batch.context, group.listed, group.state);
    queue(batch, writes, group.notes, alsoNotes);
    if (group.journal === 'last' && at === groups.length - 1) queueState(batch.context, group.listed, group.state);
    // Once writing has begun it is not cancelled half-way.
    await batch.context.sync();
  }
}

/**
 * Writes all in one round trip, in more only where one would be too large. Writing is the same when done twice, so what failed half-way may be begun anew.
 * @returns false when the notes could not be written: Excel has a note of old there that it does not show us
 */
export async function writeAll(batch: Batch, group: GroupedWrite): Promise<boolean> {
  try {
    await write(batch, group, CELLS_PER_TRIP, true);
    return true;
  } catch (error) {
    const tooLarge = isTooLarge(error) && group.writes.length > 1;
    if (!tooLarge && !failedAtNote(error)) throw error;
    // What was written before Excel stopped may hold the journal already.
    const listed = listState(batch.context);
    await batch.sync();
    const again = { ...group, listed: listed.items.map(({ id }) => ({ id })) };
    await write(batch, again, tooLarge ? Math.ceil(Math.min(CELLS_PER_TRIP, group.writes.length) / 2) : CELLS_PER_TRIP, tooLarge);
    return tooLarge;
  }
}
