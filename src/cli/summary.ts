// biaoli summary: from the results of a batch to what is read, passed on and filed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparisons } from '../batch/comparisons';
import { findCopies } from '../batch/copies';
import { compareYears } from '../batch/last-year';
import { isRedacted, redactComparisons, redactRecord } from '../batch/redact';
import { summarise } from '../batch/summary';
import { SUMMARY_FORMATS, SUMMARY_TITLE, summaryFiles, type SummaryFormat } from '../batch/summary-file';
import { SUMMARY_XLSX } from '../batch/workbook-names';
import { dateOption, resultFoldersOf, UsageError, type Command } from './command';
import { COULD_NOT_RUN, OK } from './exit-codes';
import { recordsOfLastYear } from './last-year-records';
import { saveFile, savedElsewhere } from './host';
import { recordsIn } from './results';
import { VERSION } from './version';

function formatsOf(text: string | null): readonly SummaryFormat[] {
  // SARIF is for programs that ask for it.
  if (text === null) return SUMMARY_FORMATS.filter((format) => format !== 'sarif');
  const wanted = text.split(',').map((one) => one.trim());
  const unknown = wanted.find((one) => !SUMMARY_FORMATS.some((format) => format === one));
  if (unknown !== undefined) throw new UsageError(`没有汇总格式 ${unknown}，可用 ${SUMMARY_FORMATS.join('、')}，用逗号分开。`);
  return SUMMARY_FORMATS.filter((format) => wanted.includes(format));
}

/** The workbook is where people filter, comment and tick off: what they did there is not written over. */
function refuseEdited(path: string): void {
  if (savedElsewhere(path)) throw new UsageError(`“${path}”用别的程序保存过，可能改过，没有写入：加 --overwrite 覆盖，或用 --out 写到别的文件夹。`);
}

export const summary: Command = {
  options: { out: { type: 'string' }, format: { type: 'string' }, title: { type: 'string' }, date: { type: 'string' }, 'last-year': { type: 'string' }, redact: { type: 'boolean' }, overwrite: { type: 'boolean' } },

  async run(args, terminal) {
    const folders = resultFoldersOf(args);
    const out = args.text('out') ?? folders[0] ?? '.';
    const title = args.text('title') ?? SUMMARY_TITLE;
    const date = dateOption(args);
    const formats = formatsOf(args.text('format'));
    const results = recordsIn(folders, terminal);
    if (formats.includes('xlsx') && !args.flag('overwrite')) refuseEdited(join(out, SUMMARY_XLSX));
    const redact = args.flag('redact');
    const records = redact ? results.map(redactRecord) : results;
    const data = summarise(records);
    const earlier = args.text('last-year');
    const lastYear = earlier === null ? null : compareYears(results, await recordsOfLastYear(earlier, terminal));
    const copies = findCopies(results);
    // Compared by what the results hold, shown without it.
    const full: Comparisons = { copies, ...(lastYear === null ? {} : { lastYear }) };
    const comparisons = redact ? redactComparisons(full) : full;
    if (!args.flag('quiet')) {
      if (copies.groups.length + copies.duplicates.length > 0) terminal.say(`雷同 ${copies.groups.length} 组，重复报送 ${copies.duplicates.length} 组，请核实。`);
      if (results.some(isRedacted)) terminal.say('这些结果核查时用了 --redact，没有文字内容：雷同和与上年比较只比数字。');
      if (lastYear) terminal.say(`与上年对上 ${lastYear.matched} 张表，本年没有的 ${lastYear.vanished} 张，新增 ${lastYear.fresh} 张；要核实的共 ${lastYear.lines.length} 处。${lastYear.remarks.join('')}`);
    }
    mkdirSync(out, { recursive: true });
    for (const format of formats) {
      for (const { name, bytes } of summaryFiles(format, { records, summary: data, comparisons }, { title, date, version: VERSION })) {
        const path = join(out, name);
        const refused = saveFile(path, bytes, true);
        if (refused !== null) {
          terminal.say(refused);
          return COULD_NOT_RUN;
        }
        terminal.say(`已写入 ${path}`);
      }
    }
    return OK;
  },
};
