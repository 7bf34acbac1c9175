// The child of a batch: reviews the files that its parent names, one after another, and sends a line for each.
import { readFileSync, statSync } from 'node:fs';
import { checkFile } from '../cli/check-file';
import { LARGEST_FILE } from './limits';
import { hashOf } from './node-hash';
import type { Verdict } from '../model/review';
import { lineOf, recordOf } from './record';
import { verdictOfRecord } from './record-verdict';
import { redactRecord } from './redact';

export interface WorkItem {
  /** As written into the record. */
  readonly file: string;
  /** Where it lies. */
  readonly path: string;
  /** Hash of an earlier result by the same reviewer; null: there is none. */
  readonly known: string | null;
}
/** A line with its verdict, so that the parent need not read it: reading lines of 27 KB kept the parent busier than a second child. */
export interface WorkResult {
  readonly line: string;
  readonly verdict: Verdict;
}
/** null: nothing has changed since the earlier result. */
export type WorkDone = { readonly file: string; readonly result: WorkResult | null };

export interface WorkerOptions {
  readonly rubric: string | null;
  readonly by: string;
  /** True: free text is left out of the line. */
  readonly redact: boolean;
}

/** null for what is no ordinary file (a pipe or a device would never end) and for what is too large to be read at all: why is said by the review. */
function bytesOf(path: string): Uint8Array | null {
  try {
    const facts = statSync(path);
    return facts.isFile() && facts.size <= LARGEST_FILE ? readFileSync(path) : null;
  } catch {
    return null;
  }
}

/** The line of one file; null when it is the file that was reviewed before. Never rejects on what a file holds. */
export async function workOn({ file, path, known }: WorkItem, { rubric, by, redact }: WorkerOptions): Promise<WorkResult | null> {
  const bytes = bytesOf(path);
  const hash = bytes === null ? null : hashOf(bytes);
  if (hash !== null && hash === known) return null;
  const review = await checkFile(path, rubric, bytes);
  const record = recordOf({ ...review, file }, hash, by);
  return { line: lineOf(redact ? redactRecord(record) : record), verdict: verdictOfRecord(record) };
}

/** Answers the parent until it goes away. */
export function serveBatch(options: WorkerOptions): void {
  let chain: Promise<void> = Promise.resolve();
  process.on('message', (item: WorkItem) => {
    chain = chain.then(async () => {
      const done: WorkDone = { file: item.file, result: await workOn(item, options) };
      process.send?.(done);
    });
  });
  // The parent was killed: nobody waits for the rest.
  process.on('disconnect', () => process.exit(0));
}
