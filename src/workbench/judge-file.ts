// One file of several: read, reviewed and counted without being opened.
import { fileReviewOf } from '../review/file-review';
import { fullOptionsFor, type HouseRules } from '../review/options-for';
import { reviewWorkbook } from '../review/review-workbook';
import { summarise } from '../pane/summary';
import { readWorkbook } from '../workbooks/package/read';
import { readState } from '../workbooks/package/state';
import type { FileBytes, FileVerdict } from './services';

/** Never rejects on what the file holds; the reason is a Chinese sentence. */
export async function judgeFile({ name, bytes }: FileBytes, house: HouseRules): Promise<FileVerdict> {
  const nothing = { verdict: 'not-checked', errors: 0, verify: 0, tables: 0 } as const;
  const reading = await readWorkbook(bytes, { name });
  if (!reading.ok) return { ...nothing, status: 'unreadable', reason: reading.reason };
  const { snapshot } = reading;
  const kept = snapshot.format === 'xls' || snapshot.format === 'et' ? null : readState(bytes);
  const review = reviewWorkbook(snapshot, await fullOptionsFor(kept ?? undefined, house));
  const { status, reason } = fileReviewOf(name, review);
  if (status !== 'checked') return { ...nothing, status, reason };
  const { verdict, counts, tables } = summarise(review);
  return { status: 'checked', verdict, errors: counts.errors, verify: counts.verify, tables, reason: null };
}
