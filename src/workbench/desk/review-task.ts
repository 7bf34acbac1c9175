// One file of a folder, in a worker: from its bytes to its line, as the command line's batch writes it.
import { hashOf } from '../../batch/sha256';
import { LARGEST_FILE, TOO_LARGE } from '../../batch/limits';
import { lineOf, recordOf } from '../../batch/record';
import { sourcesOf } from '../../batch/report-sources';
import { verdictOfRecord } from '../../batch/record-verdict';
import { fileProblem } from '../../cli/file-problems';
import { VERSION } from '../../cli/version';
import type { WorkbookSnapshot } from '../../model/grid';
import type { FileReview, Verdict } from '../../model/review';
import { REPORT_RULES } from '../../reports/report-rules';
import { reviewReport } from '../../reports/review-report';
import { fileReviewOf } from '../../review/file-review';
import { fullOptionsFor } from '../../review/options-for';
import { reviewReportTables } from '../../review/report-tables';
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
    if (snapshot.format === 'xls' || snapshot.format === 'et') read = { snapshot, options: await fullOptionsFor() };
    else {
      const { problems, ...state } = readState(bytes);
      read = { snapshot: { ...snapshot, remarks: [...snapshot.remarks, ...problems] }, options: await fullOptionsFor(state) };
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
export async function reviewTask({ file, whereabouts, known, companions }: ReviewTask): Promise<TaskDone> {
  const read = await bytesOf(whereabouts);
  if (!read.ok) return failedLine(file, read.reason);
  const hash = hashOf(read.bytes);
  if (!companions) {
    if (hash === known) return null;
    const record = recordOf(await reviewBytes(file, read.bytes), hash, VERSION);
    return { line: lineOf(record), verdict: verdictOfRecord(record) };
  }
  const books: Book[] = [];
  for (const one of companions) books.push({ file: one.file, read: await bytesOf(one.whereabouts) });
  // Another workbook, or another content of one, is another result.
  const inputs = hashOf(new TextEncoder().encode([hash, ...books.map((book) => `${book.file} ${book.read.ok ? hashOf(book.read.bytes) : ''}`)].join('\n')));
  if (inputs === known) return null;
  const record = { ...recordOf(await reviewWordReport(file, read.bytes, books), hash, VERSION), inputs };
  return { line: lineOf(record), verdict: verdictOfRecord(record) };
}

interface Book {
  readonly file: string;
  readonly read: Bytes;
}

const NOTHING = '没有读到可以核对的数字或自评表：请确认这是绩效自评报告，且正文不是图片。';
const TITLES: ReadonlyMap<string, string> = new Map(REPORT_RULES.map(({ id, title }) => [id, title]));

/** A Word report: its own tables like any other, its words against them and against the workbooks that belong to it. */
async function reviewWordReport(file: string, bytes: Uint8Array, books: readonly Book[]): Promise<FileReview> {
  const reading = readReport(bytes, { name: file });
  if (!reading.ok) return { file, status: 'unreadable', reason: reading.reason, review: null };
  const { document } = reading;
  const tables = reviewReportTables(document, await fullOptionsFor());
  const reviews: FileReview[] = [];
  for (const book of books) reviews.push(book.read.ok ? await reviewBytes(book.file, book.read.bytes) : { file: book.file, status: 'unreadable', reason: book.read.reason, review: null });
  const { sources, against, remarks } = sourcesOf(document, tables.tables, reviews, false);
  const text = reviewReport(document, sources);
  const found = tables.tables.length > 0 || text.figures.length > 0;
  return { file, status: found ? 'checked' : 'no-table', reason: found ? null : NOTHING, review: { ...tables, remarks: [...tables.remarks, ...remarks] }, report: { review: text, titles: TITLES, against } };
}
