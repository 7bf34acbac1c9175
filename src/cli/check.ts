// biaoli check: the verdicts and findings of every named workbook and Word report.
import { join } from 'node:path';
import { companionsAmong, isReportFile } from '../batch/report-names';
import { CATALOG_FILE } from '../catalog/catalog';
import type { Arguments } from './arguments';
import { checkFile } from './check-file';
import { checkReport, type ReportWith } from './check-report';
import { filesOf, UsageError, type Command } from './command';
import { COULD_NOT_RUN, exitCodeOf, OK, worse, type ExitCode } from './exit-codes';
import { findFiles, sameFile, type Found } from './find-files';
import { saveFile } from './host';
import { JUDGING, judgingOption, type Judging } from './judging';
import { passedSentence } from './passed-files';
import { isFormat, reporter } from './reporters';
import { VERSION } from './version';

/** A report never takes the place of a workbook, nor of the rules that judge it: a slip of the keyboard must not cost anybody their work. */
function refuseInput(output: string, inputs: readonly string[], rules: readonly string[]): void {
  if (/\.(?:xls[xmb]?|et|ett|docx?|wps)$/i.test(output)) throw new UsageError(`--output 是核查结果（文字、JSON 或 SARIF），不能写成“${output}”这样的文档；请换一个文件名，如 核查结果.json。`);
  if (inputs.some((file) => sameFile(file, output))) throw new UsageError(`--output“${output}”就是要核查的文件，没有写入；请换一个文件名。`);
  if (rules.some((file) => sameFile(file, output))) throw new UsageError(`--output“${output}”就是核查所用的口径、审核公式或目录文件，没有写入；请换一个文件名。`);
}

function rulesOf(args: Arguments): readonly string[] {
  return [...args.texts('rubric'), ...args.texts('checks'), ...args.texts('catalog').flatMap((place) => [place, join(place, CATALOG_FILE)])];
}

/** Workbooks named beside a single report are its own; otherwise each report goes with those of its folder and its name. */
function companions(found: readonly Found[], named: readonly string[], judging: Judging): (report: string) => ReportWith {
  const files = found.filter(({ problem }) => problem === null).map(({ file }) => file);
  const reports = files.filter(isReportFile);
  const workbooks = files.filter((file) => !isReportFile(file));
  if (reports.length === 1 && workbooks.every((file) => named.includes(file))) return () => ({ judging, workbooks, named: true });
  const companionsOf = companionsAmong(reports, workbooks);
  return (report) => ({ judging, workbooks: companionsOf(report), named: false });
}

export const check: Command = {
  options: { format: { type: 'string' }, output: { type: 'string' }, ...JUDGING, 'exit-zero': { type: 'boolean' } },

  async run(args, terminal) {
    const format = args.text('format') ?? 'text';
    if (!isFormat(format)) throw new UsageError(`没有输出格式 ${format}，可用 text、json 或 sarif。`);
    const judging = await judgingOption(args);
    for (const sentence of judging.told) terminal.say(sentence);
    const output = args.text('output');
    const passed: string[] = [];
    const found = await findFiles(filesOf(args), 'all', (file) => passed.push(file));
    const withReport = companions(found, filesOf(args), judging);
    if (output !== null) refuseInput(output, found.map(({ file }) => file), rulesOf(args));

    const pieces: string[] = [];
    const write = output === null ? (text: string): void => terminal.out(text) : (text: string): void => void pieces.push(text);
    const report = reporter(format, VERSION, { colour: output === null && terminal.colour, width: output === null ? terminal.width : null, quiet: args.flag('quiet') });

    let code: ExitCode = OK;
    write(report.begin());
    for (const [at, { file, problem }] of found.entries()) {
      if (found.length > 1) terminal.progress(`核查 ${at + 1}/${found.length}　${file}`);
      const review = problem !== null ? ({ file, status: 'unreadable', reason: problem, review: null } as const)
        : isReportFile(file) ? await checkReport(file, withReport(file)) : await checkFile(file, judging);
      code = worse(code, exitCodeOf(review));
      write(report.file(review));
    }
    terminal.progress(null);
    write(report.end());
    const unseen = passedSentence(passed);
    if (unseen !== null && !args.flag('quiet')) terminal.say(unseen);

    if (output !== null) {
      const refused = saveFile(output, new TextEncoder().encode(pieces.join('')), true);
      if (refused !== null) {
        terminal.say(refused);
        return COULD_NOT_RUN;
      }
      terminal.say(`结果已写入 ${output}`);
    }
    return args.flag('exit-zero') && code !== COULD_NOT_RUN ? OK : code;
  },
};
