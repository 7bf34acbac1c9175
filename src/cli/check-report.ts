// One Word report from its bytes to its review: its own tables like any other, its words against them and against the workbooks that belong to it.
import { readFile, stat } from 'node:fs/promises';
import { LARGEST_FILE, TOO_LARGE } from '../batch/limits';
import { sourcesOf } from '../batch/report-sources';
import { EMPTY_STATE } from '../model/plan';
import type { FileReview } from '../model/review';
import { REPORT_RULES } from '../reports/report-rules';
import { reviewReport } from '../reports/review-report';
import { reviewReportTables } from '../review/report-tables';
import { nodeCodec } from '../workbooks/package/node-codec';
import { readReport } from '../workbooks/word/read-report';
import { checkFile } from './check-file';
import { fileProblem } from './file-problems';
import { optionsBy, type Judging } from './judging';

export interface ReportWith {
  readonly judging: Judging;
  /** Paths of the workbooks that may belong to the report. */
  readonly workbooks: readonly string[];
  /** They were named for this report: nothing is asked about whose they are. */
  readonly named: boolean;
  /** What a workbook is called in findings; its path when left out. */
  readonly nameOf?: (path: string) => string;
}

const NOTHING = '没有读到可以核对的数字或自评表：请确认这是绩效自评报告，且正文不是图片。';
const TITLES: ReadonlyMap<string, string> = new Map(REPORT_RULES.map(({ id, title }) => [id, title]));

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
  if (!reading.ok) return { file, status: 'unreadable', reason: reading.reason, review: null };
  const { document } = reading;
  const tables = reviewReportTables(document, await optionsBy(judging, EMPTY_STATE));
  const books: FileReview[] = [];
  for (const path of workbooks) books.push({ ...(await checkFile(path, judging)), file: nameOf(path) });
  const { sources, against, remarks } = sourcesOf(document, tables.tables, books, named);
  const text = reviewReport(document, sources);
  const found = tables.tables.length > 0 || text.figures.length > 0;
  return {
    file, status: found ? 'checked' : 'no-table', reason: found ? null : NOTHING,
    review: { ...tables, remarks: [...tables.remarks, ...remarks] },
    report: { review: text, titles: TITLES, against },
  };
}
