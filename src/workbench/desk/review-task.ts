// One file of a folder, in a worker: from its bytes to its line, as the command line's batch writes it.
import { optionsBy, type Judges } from '../../batch/judges';
import { hashOf } from '../../batch/sha256';
import { LARGEST_FILE, TOO_LARGE } from '../../batch/limits';
import { lineOf, recordOf } from '../../batch/record';
import { verdictOfRecord } from '../../batch/record-verdict';
import { reviewWordReport } from '../../batch/word-report';
import { fileProblem } from '../../cli/file-problems';
import type { WorkbookSnapshot } from '../../model/grid';
import { EMPTY_STATE } from '../../model/plan';
import type { FileReview, Verdict } from '../../model/review';
import { fileReviewOf } from '../../review/file-review';
import { reviewWorkbook, type ReviewOptions } from '../../review/review-workbook';
import { readWorkbook } from '../../workbooks/package/read';
import { readState } from '../../workbooks/package/state';
import { readReport } from '../../workbooks/word/read-report';
import { bytesAt, sizeOf, type Bytes, type Whereabouts } from './whereabouts';

export interface ReviewTask {
  /** As written into the line. */
  readonly file: string;
  readonly whereabouts: Whereabouts;
  /** Hash of an earlier line by the same version, of a report with its workbooks; null: there is none. */
  readonly known: string | null;
  /** Of a Word report: the workbooks that may belong to it. */
  readonly companions?: readonly Companion[];
}
export interface Companion {
  readonly file: string;
  readonly whereabouts: Whereabouts;
}
/** null: nothing has changed since the earlier line. */
export type TaskDone = { readonly line: string; readonly verdict: Verdict } | null;

/** A line for a file that was not reviewed. */
export function failedLine(file: string, reason: string, by: string): { readonly line: string; readonly verdict: Verdict } {
  return { line: lineOf(recordOf({ file, status: 'unreadable', reason, review: null }, null, by)), verdict: 'not-checked' };
}

/** Reviews one workbook: by the rubric asked for, else the one kept in it, else the one its tables call for. Never rejects on what the file holds. */
async function reviewBytes(file: string, bytes: Uint8Array, judges: Judges): Promise<FileReview> {
  const unreadable = (reason: string): FileReview => ({ file, status: 'unreadable', reason, review: null });
  let read: { readonly snapshot: WorkbookSnapshot; readonly options: ReviewOptions };
  try {
    const reading = await readWorkbook(bytes, { name: file });
    if (!reading.ok) return unreadable(reading.reason);
    const { snapshot } = reading;
    if (snapshot.format === 'xls' || snapshot.format === 'et') read = { snapshot, options: await optionsBy(judges, EMPTY_STATE) };
    else {
      const { problems, ...state } = readState(bytes);
      read = { snapshot: { ...snapshot, remarks: [...snapshot.remarks, ...problems] }, options: await optionsBy(judges, state) };
    }
  } catch (error) {
    return unreadable(fileProblem(error));
  }
  return fileReviewOf(file, reviewWorkbook(read.snapshot, read.options));
}

const LARGE: Bytes = { ok: false, reason: TOO_LARGE };

/** As bytesAt; what is too large is not read at all. */
function bytesOf(whereabouts: Whereabouts): Promise<Bytes> {
  return sizeOf(whereabouts) > LARGEST_FILE ? Promise.resolve(LARGE) : bytesAt(whereabouts);
}

/** The line of one file; null when it is the file that was reviewed before. Never rejects on what a file holds. */
export async function reviewTask({ file, whereabouts, known, companions }: ReviewTask, judges: Judges): Promise<TaskDone> {
  const read = await bytesOf(whereabouts);
  if (!read.ok) return failedLine(file, read.reason, judges.by);
  const hash = hashOf(read.bytes);
  if (!companions) {
    if (hash === known) return null;
    const record = recordOf(await reviewBytes(file, read.bytes, judges), hash, judges.by);
    return { line: lineOf(record), verdict: verdictOfRecord(record) };
  }
  const books: Book[] = [];
  for (const one of companions) books.push({ file: one.file, read: await bytesOf(one.whereabouts) });
  // Another workbook, or another content of one, is another result.
  const inputs = hashOf(new TextEncoder().encode([hash, ...books.map((book) => `${book.file} ${book.read.ok ? hashOf(book.read.bytes) : ''}`)].join('\n')));
  if (inputs === known) return null;
  const review = await reviewWordReport(file, readReport(read.bytes, { name: file }), judges, {
    named: false,
    async reviews() {
      const reviews: FileReview[] = [];
      for (const book of books) reviews.push(book.read.ok ? await reviewBytes(book.file, book.read.bytes, judges) : { file: book.file, status: 'unreadable', reason: book.read.reason, review: null });
      return reviews;
    },
  });
  const record = { ...recordOf(review, hash, judges.by), inputs };
  return { line: lineOf(record), verdict: verdictOfRecord(record) };
}

interface Book {
  readonly file: string;
  readonly read: Bytes;
}
