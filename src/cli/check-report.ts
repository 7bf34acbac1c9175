// One Word report from its file to its review, with the workbooks that may belong to it.
import { readFile, stat } from 'node:fs/promises';
import type { Judges } from '../batch/judges';
import { LARGEST_FILE, TOO_LARGE } from '../batch/limits';
import { reviewWordReport } from '../batch/word-report';
import type { FileReview } from '../model/review';
import { nodeCodec } from '../workbooks/package/node-codec';
import { readReport } from '../workbooks/word/read-report';
import { checkFile } from './check-file';
import { fileProblem } from './file-problems';

export interface ReportWith {
  readonly judging: Pick<Judges, 'rubric' | 'house'>;
  /** Paths of the workbooks that may belong to the report. */
  readonly workbooks: readonly string[];
  /** They were named for this report: nothing is asked about whose they are. */
  readonly named: boolean;
  /** What a workbook is called in findings; its path when left out. */
  readonly nameOf?: (path: string) => string;
}

type Bytes = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

async function bytesOf(file: string): Promise<Bytes> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) return { ok: false, reason: facts.isDirectory() ? '这是文件夹，不是文件，请检查路径。' : '这不是普通文件，请检查路径。' };
    return facts.size > LARGEST_FILE ? { ok: false, reason: TOO_LARGE } : { ok: true, bytes: await readFile(file) };
  } catch (error) {
    return { ok: false, reason: fileProblem(error) };
  }
}

/** Reviews a report with the workbooks that may belong to it; `have`: its bytes, read already. Never rejects on what files hold. */
export async function checkReport(file: string, { judging, workbooks, named, nameOf = (path) => path }: ReportWith, have: Uint8Array | null = null): Promise<FileReview> {
  const read: Bytes = have === null ? await bytesOf(file) : { ok: true, bytes: have };
  if (!read.ok) return { file, status: 'unreadable', reason: read.reason, review: null };
  const reading = readReport(read.bytes, { name: file, codec: nodeCodec });
  return reviewWordReport(file, reading, judging, {
    named,
    async reviews() {
      const books: FileReview[] = [];
      for (const path of workbooks) books.push({ ...(await checkFile(path, judging)), file: nameOf(path) });
      return books;
    },
  });
}
