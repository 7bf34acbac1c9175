// One grouped write: the journal goes in front, so that wherever Excel stops, what was written is known and can be taken back.
import type { StoredState } from '../../model/plan';
import type { Capabilities } from '../port';
import type { Batch } from './batch';
import { failedAtNote } from './errors';
import { listState, queueState } from './state-part';
import { queueCell, queueNote, type CellWrite } from './write-cell';

export interface GroupedWrite {
  readonly writes: readonly CellWrite[];
  /** first: before the cells (something is being done) · last: behind them (something is being undone). */
  readonly journal: 'first' | 'last';
  readonly state: StoredState;
  /** What is stored instead where Excel refuses the notes: they still belong to us then. */
  readonly withoutNotes: StoredState;
  readonly listed: readonly { readonly id: string }[];
  readonly notes: Capabilities['notes'];
}

/**
 * Queues all; contents and fills of all cells before any note: a note that Excel refuses must not cost a content. Where notes go, the journal tells before that the fills are gone:
 * a cell without both is taken for another one that came into its place.
 */
function queue({ context }: Batch, { writes, journal, state, withoutNotes, listed, notes }: GroupedWrite, withNotes: boolean): void {
  if (journal === 'first') queueState(context, listed, state);
  for (const write of writes) queueCell(context, write);
  const twice = withNotes && journal === 'last' && writes.some(({ note }) => note);
  if (twice) queueState(context, listed, withoutNotes);
  if (withNotes) for (const { sheet, cell, note } of writes) if (note) queueNote(context, sheet, cell, note, notes);
  // Of several records only the first is left by then.
  if (journal === 'last') queueState(context, twice ? listed.slice(0, 1) : listed, state);
}

/**
 * Writes all in one round trip. Once it has begun it is not cancelled.
 * @returns false when the notes could not be written: Excel has a note of old there that it does not show us
 */
export async function writeAll(batch: Batch, group: GroupedWrite): Promise<boolean> {
  queue(batch, group, true);
  try {
    await batch.context.sync();
    return true;
  } catch (error) {
    if (!failedAtNote(error)) throw error;
  }
  // What was written before Excel stopped may hold the journal already. Writing cells is the same when done twice.
  const listed = listState(batch.context);
  await batch.context.sync();
  queue(batch, { ...group, state: group.withoutNotes, listed: listed.items.map(({ id }) => ({ id })) }, false);
  await batch.context.sync();
  return false;
}
