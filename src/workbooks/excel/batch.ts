// The way into Excel: one Excel.run with its round trips counted, its errors turned into words, and the user's cancelling seen between them.
import type { Answer, TaskOptions } from '../port';
import { CANCELLED, Refused, refusalOf } from './errors';

export interface Batch {
  readonly context: Excel.RequestContext;
  /** One round trip. Rejects with the user's cancelling before it goes out, never after. */
  readonly sync: () => Promise<void>;
}

export interface BatchOptions extends TaskOptions {
  /** Excel's own undo takes all round trips back in one step (ExcelApi 1.20). */
  readonly undoGroup?: boolean;
}

/** Runs a task in Excel. What Excel refuses is an answer; a bug of ours still rejects. */
export async function inExcel<T>(options: BatchOptions, body: (batch: Batch) => Promise<T>): Promise<Answer<T>> {
  try {
    // Waiting for the end of cell editing would look like a dead button: better to say so.
    const run: Excel.RunOptions = { delayForCellEdit: false, ...(options.undoGroup === true ? { mergeUndoGroup: true } : {}) };
    const value = await Excel.run(run, (context) => body({
      context,
      sync() {
        if (options.signal?.aborted === true) return Promise.reject(new Refused(CANCELLED));
        return context.sync();
      },
    }));
    return { ok: true, value };
  } catch (error) {
    return refusalOf(error);
  }
}

/** A range of which only this batch's results are read: without a kept reference it costs Excel nothing afterwards. */
export function untracked<T extends { untrack(): unknown }>(object: T): T {
  object.untrack();
  return object;
}
