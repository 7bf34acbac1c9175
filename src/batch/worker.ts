// The child of a batch: reviews the files that its parent names, one after another, and sends a line for each.
import { readFileSync, statSync } from 'node:fs';
import { checkFile } from '../cli/check-file';
import { checkReport } from '../cli/check-report';
import type { Judging } from '../cli/judging';
import { LARGEST_FILE } from './limits';
import { ownFile } from './ledger';
import { LineFile, type Place } from './line-file';
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
  /** Hash of an earlier result by the same reviewer, of a report with its workbooks; null: there is none. */
  readonly known: string | null;
  /** Of a Word report: the workbooks that may belong to it. */
  readonly companions?: readonly Pick<WorkItem, 'file' | 'path'>[];
}
/** A line with its verdict, so that the parent need not read it: reading lines of 27 KB kept the parent busier than a second child. */
export interface WorkResult<Line = string | Place> {
  /** The line itself, or where it was written: sending it takes six times as long as writing it. */
  readonly line: Line;
  readonly verdict: Verdict;
}
/** null: nothing has changed since the earlier result. */
export type WorkDone = { readonly file: string; readonly result: WorkResult | null };

export interface WorkerOptions {
  readonly judging: Judging;
  readonly by: string;
  /** True: free text is left out of the line. */
  readonly redact: boolean;
  /** Folder to write lines into; null: they are sent. */
  readonly into: string | null;
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

/** The hash of a report with its workbooks: another workbook, or another content of one, is another result. */
function inputsOf(hash: string | null, companions: readonly Pick<WorkItem, 'file' | 'path'>[]): string | null {
  if (hash === null) return null;
  const parts = [hash];
  for (const { file, path } of companions) {
    const bytes = bytesOf(path);
    parts.push(`${file} ${bytes === null ? '' : hashOf(bytes)}`);
  }
  return hashOf(new TextEncoder().encode(parts.join('\n')));
}

/** The line of one file; null when it is the file that was reviewed before. Never rejects on what a file holds. */
export async function workOn({ file, path, known, companions }: WorkItem, { judging, by, redact }: WorkerOptions): Promise<WorkResult<string> | null> {
  const bytes = bytesOf(path);
  const hash = bytes === null ? null : hashOf(bytes);
  const inputs = companions ? inputsOf(hash, companions) : null;
  const unchanged = inputs ?? hash;
  if (unchanged !== null && unchanged === known) return null;
  const names = new Map(companions?.map((one) => [one.path, one.file]));
  const review = companions ? await checkReport(path, { judging, workbooks: companions.map((one) => one.path), named: false, nameOf: (one) => names.get(one) ?? one }, bytes) : await checkFile(path, judging, bytes);
  const record = recordOf({ ...review, file }, hash, by);
  const whole = inputs === null ? record : { ...record, inputs };
  return { line: lineOf(redact ? redactRecord(whole) : whole), verdict: verdictOfRecord(record) };
}

/** Answers the parent until it goes away. */
export function serveBatch(options: WorkerOptions): void {
  const lines = options.into === null ? null : new LineFile(ownFile(options.into));
  let chain: Promise<void> = Promise.resolve();
  process.on('message', (item: WorkItem) => {
    chain = chain.then(async () => {
      const result = await workOn(item, options);
      const done: WorkDone = { file: item.file, result: result && { ...result, line: lines?.append(result.line) ?? result.line } };
      process.send?.(done);
    });
  });
  // The parent was killed: nobody waits for the rest.
  process.on('disconnect', () => process.exit(0));
}
