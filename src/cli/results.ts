// The results of batches, as every command that goes on from them reads them.
import { mergeResults, type Merged } from '../batch/ledger';
import { readRecord, type FileRecord } from '../batch/record';
import { UsageError } from './command';
import { fileProblem } from './file-problems';

/** Lines of all folders; of several folders the user must hear which one cannot be read. */
export function mergedFrom(folders: readonly string[]): Merged {
  try {
    return mergeResults(folders);
  } catch (error) {
    if (error instanceof Error && 'path' in error && typeof error.path === 'string') throw new UsageError(`“${error.path}”：${fileProblem(error)}`);
    throw error;
  }
}

/** Records of finished batches; throws a UsageError where a folder has none. */
export function recordsIn(folders: readonly string[]): readonly FileRecord[] {
  const { lines, sources } = mergedFrom(folders);
  if (sources === 0) throw new UsageError('这些文件夹里没有批量核查的结果（results*.jsonl）：请先运行 biaoli batch。');
  return lines.map((line) => {
    const record = readRecord(line);
    if (record === null) throw new UsageError('这些结果由别的版本写成，或者被改动过：请重新运行 biaoli batch（不加 --resume）。');
    return record;
  });
}
