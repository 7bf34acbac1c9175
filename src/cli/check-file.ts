// One file from its bytes to its review; whatever goes wrong becomes a status with a sentence.
import { optionsBy, type Judges } from '../batch/judges';
import type { FileReview } from '../model/review';
import { fileReviewOf } from '../review/file-review';
import { reviewWorkbook } from '../review/review-workbook';
import { openWorkbook } from './host';

/** Reviews one workbook: by the rubric asked for, else the one kept in it, else the one its tables call for; `bytes` where it was read already. Never rejects. */
export async function checkFile(file: string, judging: Pick<Judges, 'rubric' | 'house'>, bytes: Uint8Array | null = null): Promise<FileReview> {
  const opened = await openWorkbook(file, bytes);
  if (!opened.ok) return { file, status: 'unreadable', reason: opened.reason, review: null };
  const { snapshot, state } = opened;
  return fileReviewOf(file, reviewWorkbook(snapshot, await optionsBy(judging, state)));
}
