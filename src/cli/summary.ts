// biaoli summary: from the results of a batch to what is read, passed on and filed.
import { join } from 'node:path';
import { mergeResults } from '../batch/ledger';
import { summaryCsv } from '../batch/csv';
import { summaryHtml } from '../batch/html-report';
import type { FileRecord } from '../batch/record';
import { summarise, type Summary } from '../batch/summary';
import { summaryXlsx } from '../batch/xlsx-report';
import { dateOption, filesOf, UsageError, type Command } from './command';
import { COULD_NOT_RUN, OK } from './exit-codes';
import { saveFile } from './host';
import { VERSION } from './version';

const FORMATS = ['xlsx', 'html', 'json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

function formatsOf(text: string | null): readonly Format[] {
  if (text === null) return FORMATS;
  const wanted = text.split(',').map((one) => one.trim());
  const unknown = wanted.find((one) => !FORMATS.some((format) => format === one));
  if (unknown !== undefined) throw new UsageError(`没有汇总格式 ${unknown}，可用 ${FORMATS.join('、')}，用逗号分开。`);
  return FORMATS.filter((format) => wanted.includes(format));
}

/** Records of finished batches; throws a UsageError where a folder has none. */
export function recordsIn(folders: readonly string[]): readonly FileRecord[] {
  const { lines, sources } = mergeResults(folders);
  if (sources === 0) throw new UsageError('这些文件夹里没有批量核查的结果（results*.jsonl）：请先运行 biaoli batch。');
  return lines.map((line) => JSON.parse(line) as FileRecord);
}

function made(format: Format, summary: Summary, title: string, date: string): Uint8Array {
  if (format === 'xlsx') return summaryXlsx(summary);
  const text = format === 'html' ? summaryHtml(summary, { title, at: date }) : format === 'csv' ? summaryCsv(summary) : `${JSON.stringify({ tool: { name: 'biaoli', version: VERSION }, summary }, null, 2)}\n`;
  return new TextEncoder().encode(text);
}

export const summary: Command = {
  options: { out: { type: 'string' }, format: { type: 'string' }, title: { type: 'string' }, date: { type: 'string' } },

  run(args, terminal) {
    const folders = filesOf(args);
    const out = args.text('out') ?? folders[0] ?? '.';
    const title = args.text('title') ?? '绩效自评表批量核查汇总';
    const date = dateOption(args);
    const data = summarise(recordsIn(folders));
    for (const format of formatsOf(args.text('format'))) {
      const path = join(out, `汇总.${format}`);
      const refused = saveFile(path, made(format, data, title, date), true);
      if (refused !== null) {
        terminal.say(refused);
        return Promise.resolve(COULD_NOT_RUN);
      }
      terminal.say(`已写入 ${path}`);
    }
    return Promise.resolve(OK);
  },
};
