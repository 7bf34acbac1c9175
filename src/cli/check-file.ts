// One file from its bytes to its review; whatever goes wrong becomes a status with a sentence.
import type { FileReview } from '../model/review';
import { reviewWorkbook } from '../review/review-workbook';
import { openWorkbook } from './host';

/** Reviews one workbook with the rubric asked for, else the one kept in it, else the one its tables call for; `bytes` where it was read already. Never rejects. */
export async function checkFile(file: string, rubric: string | null, bytes: Uint8Array | null = null): Promise<FileReview> {
  const opened = await openWorkbook(file, bytes);
  if (!opened.ok) return { file, status: 'unreadable', reason: opened.reason, review: null };
  const { snapshot, state } = opened;
  const review = reviewWorkbook(snapshot, { rubric: rubric ?? state.rubric, waivers: state.waivers });
  if (review.tables.length === 0) {
    return { file, status: 'no-table', reason: '没有找到绩效自评表：请确认文件里有带表头的自评表（项目支出、部门整体支出、基础数据、绩效目标或运行监控），且不是图片。', review };
  }
  return { file, status: 'checked', reason: null, review };
}
