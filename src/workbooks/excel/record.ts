// What a host must know before it writes or takes back: the record in the workbook, the threads, and whether it may write at all.
import { EMPTY_STATE } from '../../model/plan';
import { withMovedCells } from '../moved-cells';
import type { Batch } from './batch';
import { isTooLarge, READ_ONLY, Refused } from './errors';
import { relocated } from './marks-of';
import { listRemarks, locateRemarks, noRemarks, type Remark } from './remarks-on-cells';
import type { Features } from './requirements';
import { SLICE } from './slices';
import { askState, hasState, listState, type ExcelState } from './state-part';
import { askTargets, type Targets } from './targets';

export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

export interface ExcelRecord {
  readonly state: ExcelState;
  /** The parts that hold it. */
  readonly listed: readonly { readonly id: string }[];
  /** Threaded comments by sheet!cell. */
  readonly comments: ReadonlyMap<string, Remark>;
}

export function placeOf({ sheet, cell }: Place): string {
  return `${sheet}!${cell}`;
}

/** Queues the question; the answer throws where the workbook may not be written. */
export function askWritable(workbook: Excel.Workbook, features: Features): () => void {
  if (!features.readOnly) return () => undefined;
  workbook.load('readOnly');
  return () => {
    if (workbook.readOnly) throw new Refused(READ_ONLY);
  };
}

/** The cells and the record: one round trip, two where the workbook holds a record or threads. */
export async function lookAgain(batch: Batch, places: readonly Place[], features: Features): Promise<ExcelRecord & { readonly targets: Targets }> {
  const { context } = batch;
  const checkWritable = askWritable(context.workbook, features);
  const listed = listState(context);
  const remarks = listRemarks(context, features);
  const targets = askTargets(context, places, features);
  await batch.sync();
  checkWritable();
  const found = targets();
  // Where notes stand is asked only where a journal may hold cells that moved.
  const wanted = hasState(listed) ? remarks : { ...remarks, notes: null };
  if (!hasState(listed) && noRemarks(wanted)) return { targets: found, state: EMPTY_STATE, listed: [], comments: new Map() };
  const [asked, locate] = [askState(context, listed), locateRemarks(wanted)];
  await batch.sync();
  const [state, located] = [asked(), locate()];
  return {
    targets: found, state: { ...state, journal: withMovedCells(state.journal, located, relocated) }, listed: listed.items.map(({ id }) => ({ id })),
    comments: new Map(located.flatMap((remark) => (remark.kind === 'comment' ? [[placeOf(remark), remark]] : []))),
  };
}

export interface RecordFirst extends ExcelRecord {
  /** The cells as they stand: from the first round trip where all of them were guessed, else one round trip more. */
  readonly look: (places: readonly Place[]) => Promise<Targets>;
}

/** The record, which tells which cells to look at; two round trips. `guess` are the cells that it will probably name: they are read in passing. */
export async function readRecord(batch: Batch, features: Features, guess: readonly Place[]): Promise<RecordFirst> {
  const early = guess.slice(0, SLICE);
  const guessed = new Set(early.map(placeOf));
  const { targets, ...record } = await lookAgain(batch, early, features).catch((error: unknown) => {
    if (early.length === 0 || !isTooLarge(error)) throw error;
    guessed.clear();
    return lookAgain(batch, [], features);
  });
  const look = async (places: readonly Place[]): Promise<Targets> => {
    if (places.every((place) => guessed.has(placeOf(place)))) return targets;
    const asked = askTargets(batch.context, places, features);
    await batch.sync();
    return asked();
  };
  return { ...record, look };
}
