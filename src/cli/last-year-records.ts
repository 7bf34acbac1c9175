// Last year's tables for a comparison: the results of its batch where there are any, else its workbooks, reviewed now.
import { availableParallelism } from 'node:os';
import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { isResults } from '../batch/ledger';
import { MEGABYTES, SECONDS } from '../batch/limits';
import { runPool } from '../batch/pool';
import { readRecord, type FileRecord } from '../batch/record';
import type { WorkItem } from '../batch/worker';
import { UsageError } from './command';
import { fileProblem } from './file-problems';
import { recordsIn } from './results';
import { findFiles } from './find-files';
import type { Terminal } from './terminal';

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new UsageError(`--last-year“${folder}”：${fileProblem(error)}`);
  }
}

/** Records of a folder of results or of workbooks; a file that cannot be read is said and left out. Throws a UsageError where there is neither. */
export async function recordsOfLastYear(folder: string, terminal: Terminal): Promise<readonly FileRecord[]> {
  if (namesIn(folder).some(isResults)) return recordsIn([folder], terminal);
  const items = (await findFiles([folder])).filter(({ problem }) => problem === null).map(({ file }): WorkItem => ({ file: relative(folder, file).split(sep).join('/'), path: file, known: null }));
  if (items.length === 0) throw new UsageError(`--last-year“${folder}”里没有批量核查的结果，也没有 Excel 文件，请检查路径。`);
  const lines = new Map<string, string>();
  const lost: string[] = [];
  await runPool(items, { jobs: Math.min(availableParallelism(), items.length), script: __filename, words: ['batch-worker'], timeLimit: SECONDS * 1000, memoryLimit: MEGABYTES }, {
    done({ file, result }) {
      if (typeof result?.line === 'string') lines.set(file, result.line);
      terminal.progress(`正在读上年的表 ${lines.size + lost.length}/${items.length}`);
    },
    lost: ({ file }) => lost.push(file),
  });
  terminal.progress(null);
  // In the order of paths, whichever process was faster.
  const records = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, line]) => readRecord(line) ?? []);
  for (const file of [...lost, ...records.filter(({ status }) => status === 'unreadable').map((record) => record.file)]) terminal.say(`上年的“${file}”没有读出来，没有比较。`);
  return records;
}
