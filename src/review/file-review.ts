// A file's review with its status: checked, or without a table and what to do then.
import type { FileReview, WorkbookReview } from '../model/review';

const NO_TABLE = '没有找到绩效自评表：请确认文件里有带表头的自评表（项目支出、部门整体支出、基础数据、绩效目标或运行监控），且不是图片。';

/** `file` is the name or path that is told to people. */
export function fileReviewOf(file: string, review: WorkbookReview): FileReview {
  return review.tables.length > 0 ? { file, status: 'checked', reason: null, review } : { file, status: 'no-table', reason: NO_TABLE, review };
}
