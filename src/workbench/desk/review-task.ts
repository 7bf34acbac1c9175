// One file of a folder, in a worker: from its bytes to its line, as the command line's batch writes it.
import { hashOf } from '../../batch/sha256';
import { LARGEST_FILE, TOO_LARGE } from '../../batch/limits';
import { lineOf, recordOf } from '../../batch/record';
import { verdictOfRecord } from '../../batch/record-verdict';
import { fileProblem } from '../../cli/file-problems';
import { VERSION } from '../../cli/version';
import type { WorkbookSnapshot } from '../../model/grid';
import type { FileReview, Verdict } from '../../model/review';
import { fileReviewOf } from '../../review/file-review';
import { optionsFor } from '../../review/options-for';
import { reviewWorkbook, type ReviewOptions } from '../../review/review-workbook';
import { readWorkbook } from '../../workbooks/package/read';
import { readState } from '../../workbooks/package/state';
import { bytesAt, sizeOf, type Whereabouts } from './whereabouts';

export interface ReviewTask {
  /** As written into the line. */
  readonly file: string;
  readonly whereabouts: Whereabouts;
  /** Hash of an earlier line by the same version; null: there is none. */
  readonly known: string | null;
}
/** null: nothing has changed since the earlier line. */
export type TaskDone = { readonly line: string; readonly verdict: Verdict } | null;

/** A line for a file that was not reviewed. */
export function failedLine(file: string, reason: string): { readonly line: string; readonly verdict: Verdict } {
  return { line: lineOf(recordOf({ file, status: 'unreadable', reason, review: null }, null, VERSION)), verdict: 'not-checked' };
}

/** Reviews one workbook with the rubric kept in it, else the one its tables call for. Never rejects on what the file holds. */
export async function reviewBytes(file: string, bytes: Uint8Array): Promise<FileReview> {
  const unreadable = (reason: string): FileReview => ({ file, status: 'unreadable', reason, review: null });
  let read: { readonly snapshot: WorkbookSnapshot; readonly options: ReviewOptions };
  try {
    const reading = await readWorkbook(bytes, { name: file });
    if (!reading.ok) return unreadable(reading.reason);
    const { snapshot } = reading;
    if (snapshot.format === 'xls' || snapshot.format === 'et') read = { snapshot, options: optionsFor() };
    else {
      const { problems, ...state } = readState(bytes);
      read = { snapshot: { ...snapshot, remarks: [...snapshot.remarks, ...problems] }, options: optionsFor(state) };
    }
  } catch (error) {
    return unreadable(fileProblem(error));
  }
  return fileReviewOf(file, reviewWorkbook(read.snapshot, read.options));
}

export async function reviewTask({ file, whereabouts, known }: ReviewTask): Promise<TaskDone> {
  const read = await bytesAt(whereabouts);
  if (!read.ok) return failedLine(file, read.reason);
  const hash = hashOf(read.bytes);
  if (hash === known) return null;
  const review: FileReview = sizeOf(whereabouts) > LARGEST_FILE ? { file, status: 'unreadable', reason: TOO_LARGE, review: null } : await reviewBytes(file, read.bytes);
  const record = recordOf(review, hash, VERSION);
  return { line: lineOf(record), verdict: verdictOfRecord(record) };
}
