// One file from its bytes to its review; whatever goes wrong becomes a status with a sentence.
import type { FileReview } from '../model/review';
import { fileReviewOf } from '../review/file-review';
import { optionsFor } from '../review/options-for';
import { reviewWorkbook } from '../review/review-workbook';
import { openWorkbook } from './host';
import { withChecks, type OwnChecks } from './own-checks';

/** Reviews one workbook with the rubric asked for, else the one kept in it, else the one its tables call for; `bytes` where it was read already; `own`: checks beside those kept in it. Never rejects. */
export async function checkFile(file: string, rubric: string | null, bytes: Uint8Array | null = null, own: OwnChecks | null = null): Promise<FileReview> {
  const opened = await openWorkbook(file, bytes);
  if (!opened.ok) return { file, status: 'unreadable', reason: opened.reason, review: null };
  const { snapshot, state } = opened;
  return fileReviewOf(file, reviewWorkbook(snapshot, await withChecks(optionsFor({ ...state, rubric: rubric ?? state.rubric }), state, own)));
}
