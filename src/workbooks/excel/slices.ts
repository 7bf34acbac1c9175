// Many cells in slices that a request can hold, each slice read and written by itself: what stops one leaves the others whole.
import { isTooLarge } from './errors';

/** Reading and writing a cell with its note takes about 1.5 kB each way and as much again in the journal: far below the 5 MB of a request. */
export const SLICE = 1_000;

/** Runs the task over the items in order; a slice that Excel finds too large is halved. */
export async function inSlices<T>(items: readonly T[], task: (slice: readonly T[]) => Promise<void>, size = SLICE): Promise<void> {
  for (let from = 0; from < items.length; from += size) {
    const slice = items.slice(from, from + size);
    try {
      await task(slice);
    } catch (error) {
      if (!isTooLarge(error) || slice.length < 2) throw error;
      await inSlices(slice, task, Math.ceil(slice.length / 2));
    }
  }
}
