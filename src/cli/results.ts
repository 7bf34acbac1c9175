// The results of batches, as every command that goes on from them reads them.
import { mergeResults, type Merged } from '../batch/ledger';
import { readRecord, type FileRecord } from '../batch/record';
import { UsageError } from './command';
import { fileProblem } from './file-problems';
import type { Terminal } from './terminal';

export const unfinishedText = (name: string): string => `注意：${name} 对应的核查没有做完，请先用 --resume 做完。`;

/** Lines of all folders; of several folders the user must hear which one cannot be read. */
export function mergedFrom(folders: readonly string[]): Merged {
  try {
    return mergeResults(folders);
  } catch (error) {
    if (error instanceof Error && 'path' in error && typeof error.path === 'string') throw new UsageError(`“${error.path}”：${fileProblem(error)}`);
    throw error;
  }
}

/** Records of finished batches; says what of them is not finished or not agreed on. Throws a UsageError where a folder has none. */
export function recordsIn(folders: readonly string[], terminal: Terminal): readonly FileRecord[] {
  const { lines, sources, unfinished, conflicts } = mergedFrom(folders);
  for (const name of unfinished) terminal.say(unfinishedText(name));
  const [first, ...more] = new Set(conflicts);
  if (first !== undefined) terminal.say(`注意：“${first}”${more.length === 0 ? '' : `等 ${more.length + 1} 个文件`}在几份结果里不一样，取后写的一份。`);
  if (sources === 0) throw new UsageError('这些文件夹里没有批量核查的结果（results*.jsonl）：请先运行 biaoli batch。');
  return lines.map((line) => {
    const record = readRecord(line);
    if (record === null) throw new UsageError('这些结果由别的版本写成，或者被改动过：请重新运行 biaoli batch（不加 --resume）。');
    return record;
  });
}
