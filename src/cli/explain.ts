// biaoli explain: lists the findings that need words, and keeps a written explanation inside the workbook.
import { optionsBy } from '../batch/judges';
import { titleOf } from '../exports/words';
import { OWN } from '../formulas/own-check';
import { RULES } from '../rules/index';
import type { Finding } from '../model/finding';
import type { WorkbookReview } from '../model/review';
import type { Table } from '../model/table';
import { reviewWorkbook } from '../review/review-workbook';
import { isOpen } from '../review/verdict';
import { addWaiver, cellsAlike, tableUnder, writeWaiver } from '../review/waivers';
import type { Arguments } from './arguments';
import { dateOption, filesOf, UsageError, type Command } from './command';
import { COULD_NOT_RUN, OK, type ExitCode } from './exit-codes';
import { openWorkbook, saveState } from './host';
import { JUDGING, judgingOption } from './judging';
import { PLACEMENT, placementOf, save } from './targets';
import type { Terminal } from './terminal';

interface Located {
  readonly finding: Finding;
  readonly sheet: string;
  readonly table: Table | null;
}

export const explain: Command = {
  options: {
    ...PLACEMENT, rule: { type: 'string' }, cell: { type: 'string' }, sheet: { type: 'string' }, reason: { type: 'string' }, role: { type: 'string' }, date: { type: 'string' }, ...JUDGING,
  },

  async run(args, terminal) {
    const [file = '', ...others] = filesOf(args);
    if (others.length > 0) throw new UsageError('explain 一次只处理一个文件。');
    const judging = await judgingOption(args);
    for (const sentence of judging.told) terminal.say(sentence);
    const placement = placementOf(args, '说明');
    const opened = await openWorkbook(file);
    if (!opened.ok) return refuse(terminal, file, opened.reason);
    const review = reviewWorkbook(opened.snapshot, await optionsBy(judging, opened.state));
    const located = locate(review);
    if (args.text('rule') === null && args.text('cell') === null && args.text('reason') === null) return list(file, located, terminal);

    if (opened.snapshot.format === 'xls' || opened.snapshot.format === 'et') return refuse(terminal, file, `.${opened.snapshot.format} 文件里存不下说明：请用 Excel 或 WPS 另存为 .xlsx 后再写。`);
    const chosen = choose(located, args);
    const answer = writeWaiver(chosen.finding, chosen.sheet, chosen.table, { reason: args.text('reason') ?? '', date: dateOption(args), role: args.text('role') ?? '' });
    if (!answer.ok) return refuse(terminal, file, answer.reason);
    const saved = saveState(opened, { ...opened.state, waivers: addWaiver(opened.state.waivers, answer.waiver, cellsAlike(answer.waiver, review)) });
    if (!saved.ok) return refuse(terminal, file, saved.reason);
    const written = save(file, opened.bytes, saved.bytes, placement);
    if (!written.ok) return refuse(terminal, file, written.reason);
    terminal.out(`${file} → ${written.target}\n  已写入说明：${chosen.sheet}!${answer.waiver.cell} ${titleOf(chosen.finding)}：${answer.waiver.reason}\n`);
    return OK;
  },
};

function locate(review: WorkbookReview): readonly Located[] {
  return [
    ...review.tables.flatMap(({ findings, table }) => findings.map((finding) => ({ finding, sheet: table.sheet, table }))),
    ...review.findings.map((finding) => ({ finding, sheet: finding.sheet, table: tableUnder(review.tables.map(({ table }) => table), finding.sheet, finding.cells[0]) })),
  ];
}

function list(file: string, located: readonly Located[], terminal: Terminal): ExitCode {
  const waiting = located.filter(({ finding }) => finding.severity === 'verify' && isOpen(finding));
  terminal.out(waiting.length === 0 ? `${file}\n  没有需要书面说明的问题。\n` : `${file}\n  需要更正或书面说明 ${waiting.length} 处：\n`);
  for (const { finding, sheet } of waiting) {
    const stale = finding.waived?.stale === true ? `\n      原说明已失效（单元格改过）：${finding.waived.reason}` : '';
    terminal.out(`  ${sheet}!${finding.cells[0] ?? ''}  ${titleOf(finding)}（${finding.rule}）\n      ${finding.message}${stale}\n`);
  }
  if (waiting.length > 0) terminal.out('  写说明：biaoli explain 文件 --rule 规则ID --cell 单元格 --reason "理由" --role 填报人\n');
  return OK;
}

function choose(located: readonly Located[], args: Arguments): Located {
  const [rule, cell, sheet] = [args.text('rule'), args.text('cell')?.toUpperCase() ?? null, args.text('sheet')];
  if (rule === null || cell === null) throw new UsageError('写说明要同时给出 --rule 和 --cell，不带选项运行 explain 可以列出来。');
  if (!RULES.some((one) => one.id === rule) && !rule.startsWith(OWN)) throw new UsageError(`没有规则 ${rule}，用 biaoli rules 看有哪些规则。`);
  const matching = located.filter(({ finding, sheet: on }) => finding.rule === rule && finding.cells[0] === cell && (sheet === null || sheet === on));
  const [first, second] = matching;
  if (!first) throw new UsageError(`${cell} 上没有 ${rule} 这个问题，不带 --rule 运行 explain 可以列出需要说明的问题。`);
  if (second) throw new UsageError(`有 ${matching.length} 张工作表的 ${cell} 都有这个问题，请用 --sheet 指明：${matching.map((one) => one.sheet).join('、')}。`);
  return first;
}

function refuse(terminal: Terminal, file: string, reason: string): ExitCode {
  terminal.say(`${file}：${reason}`);
  return COULD_NOT_RUN;
}
