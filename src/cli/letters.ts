// biaoli letters: from the results of a batch to one opinion letter a unit, as Word files or one zip.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chosenLetters, LETTERS_ZIP, type LetterChoice } from '../batch/letter-choice';
import type { LetterContent } from '../batch/letter-content';
import { readTemplate, TEMPLATE_TEXT, type LetterTemplate } from '../batch/letter-template';
import { zipOf } from '../batch/letter-zip';
import type { FileRecord } from '../batch/record';
import { redactRecord } from '../batch/redact';
import { looseReports } from '../batch/units';
import { isOpen } from '../review/verdict';
import { fileTextOf } from '../reading/file-text';
import type { Arguments } from './arguments';
import { dateOption, resultFoldersOf, UsageError, type Command } from './command';
import { COULD_NOT_RUN, OK, type ExitCode } from './exit-codes';
import { fileProblem } from './file-problems';
import { saveFile } from './host';
import { recordsIn } from './results';
import type { Terminal } from './terminal';

function wantedOption(args: Arguments): LetterChoice {
  const text = args.text('only');
  if (text === null) return 'findings';
  if (text === 'errors' || text === 'all') return text;
  throw new UsageError(`--only“${text}”不对，可写 errors（只给须更正的单位）或 all（没有问题的单位也给）。`);
}

function templateOption(args: Arguments): LetterTemplate {
  const path = args.text('template');
  let text = TEMPLATE_TEXT;
  if (path !== null) {
    try {
      text = fileTextOf(readFileSync(path));
    } catch (error) {
      throw new UsageError(`模板“${path}”：${fileProblem(error)}`);
    }
  }
  const reading = readTemplate(text);
  if (!reading.ok) throw new UsageError(path === null ? reading.reason : `“${path}”：${reading.reason}`);
  return reading.template;
}

/** Windows' Notepad shows Chinese without the mark as well, older versions only with it. */
function writeTemplate(path: string, terminal: Terminal): ExitCode {
  const refused = saveFile(path, new TextEncoder().encode(`\ufeff${TEMPLATE_TEXT.replaceAll('\n', '\r\n')}`), false);
  terminal.say(refused ?? `已写入模板 ${path}，修改后用 --template 指定。`);
  return refused === null ? OK : COULD_NOT_RUN;
}

export const letters: Command = {
  options: {
    out: { type: 'string' }, template: { type: 'string' }, 'write-template': { type: 'string' }, zip: { type: 'boolean' }, date: { type: 'string' }, due: { type: 'string' }, from: { type: 'string' }, only: { type: 'string' }, redact: { type: 'boolean' }, overwrite: { type: 'boolean' },
  },

  async run(args, terminal) {
    const fresh = args.text('write-template');
    if (fresh !== null) return writeTemplate(fresh, terminal);
    const folders = resultFoldersOf(args);
    const out = args.text('out');
    if (out === null) throw new UsageError('请用 --out 写明意见书放在哪个文件夹。');
    const due = args.text('due');
    const form = { template: templateOption(args), date: dateOption(args), from: args.text('from'), due: due === null ? null : dateOption({ ...args, text: () => due }) };
    if (form.due !== null && form.due < form.date) throw new UsageError(`--due ${form.due} 早于意见书的日期 ${form.date}，请改正。`);
    const wanted = wantedOption(args);
    const results = recordsIn(folders, terminal);
    const records = args.flag('redact') ? results.map(redactRecord) : results;
    const chosen = chosenLetters(records, wanted);
    refuseEdited(out, args.flag('zip') ? [LETTERS_ZIP] : chosen.map(({ name }) => name), args.flag('overwrite'));
    // Only here: the writer of Word files is half a megabyte that no other command needs.
    const { contentBytes } = await import(/* webpackChunkName: "letters" */ '../batch/letter');
    mkdirSync(out, { recursive: true });
    const zipped: [string, Uint8Array][] = [];
    for (const [at, { name, content }] of chosen.entries()) {
      const bytes = await contentBytes(content, form);
      terminal.progress(`意见书 ${at + 1}/${chosen.length}`);
      if (args.flag('zip')) zipped.push([name, bytes]);
      else if (!saved(join(out, name), bytes, terminal)) return COULD_NOT_RUN;
    }
    terminal.progress(null);
    if (args.flag('zip') && zipped.length > 0 && !saved(join(out, LETTERS_ZIP), zipOf(zipped, form.date), terminal)) return COULD_NOT_RUN;
    if (!args.flag('quiet')) report(terminal, chosen.map(({ content }) => content), records, args.flag('zip') ? join(out, LETTERS_ZIP) : out);
    return OK;
  },
};

/** Letters are looked over and changed by hand before they go out: those that are there stay, all of them or none. */
function refuseEdited(folder: string, names: readonly string[], overwrite: boolean): void {
  const there = overwrite ? [] : names.filter((name) => existsSync(join(folder, name)));
  if (there.length > 0) throw new UsageError(`“${folder}”里已有 ${there.length} 个同名文件（${there[0] ?? ''}${there.length > 1 ? ' 等' : ''}），可能改过，没有写入：加 --overwrite 覆盖，或用 --out 写到别的文件夹。`);
}

function saved(path: string, bytes: Uint8Array, terminal: Terminal): boolean {
  const refused = saveFile(path, bytes, true);
  if (refused !== null) {
    terminal.progress(null);
    terminal.say(`${path}：${refused}`);
  }
  return refused === null;
}

function report(terminal: Terminal, contents: readonly LetterContent[], records: readonly FileRecord[], where: string): void {
  const correcting = contents.filter(({ corrections }) => corrections > 0).length;
  const explaining = contents.filter(({ corrections, explanations }) => corrections === 0 && explanations > 0).length;
  const none = contents.length - correcting - explaining;
  terminal.say(contents.length === 0 ? '没有需要发意见书的单位。' : `写了 ${contents.length} 份意见书：退回更正 ${correcting} 份、须核实或说明 ${explaining} 份${none > 0 ? `、没有意见或未能核查 ${none} 份` : ''}，已写入 ${where}`);
  const loose = looseReports(records).filter(({ findings }) => findings.some(isOpen)).length;
  if (loose > 0) terminal.say(`另有 ${loose} 份报告没有对上表，不知道是哪个单位的，没有意见书；问题见 biaoli summary。`);
  const unread = records.filter(({ status }) => status !== 'checked').length;
  if (unread > 0) terminal.say(`另有 ${unread} 个文件未能核查，不知道是哪个单位的，没有意见书；名单见 biaoli summary。`);
}
