// biaoli correct: corrected copies with marks and notes, previewed on request.
import { optionsBy } from '../batch/judges';
import { ownRuleId } from '../formulas/own-check';
import { RULES } from '../rules/index';
import { RESULT_SHEET, resultRows } from '../exports/result-sheet';
import type { PlannedEdit, WriteOutcome } from '../model/plan';
import type { WorkbookReview } from '../model/review';
import { planWorkbook, type WorkbookPlan } from '../review/plan-workbook';
import type { PlanOptions } from '../review/plan';
import type { ReviewOptions } from '../review/review-workbook';
import type { ApplyResult } from '../workbooks/package/patch';
import type { Arguments } from './arguments';
import { dateOption, filesOf, UsageError, type Command } from './command';
import { COULD_NOT_RUN, ERRORS_FOUND, OK, worse, type ExitCode } from './exit-codes';
import { findFiles } from './find-files';
import { openWorkbook, writeEdits, type OpenedWorkbook } from './host';
import { correctionText, markText, refusalTexts } from './plan-text';
import { JUDGING, judgingOption, type Judging } from './judging';
import { isOwnCopy, PLACEMENT, placementOf, save, type Placement } from './targets';
import type { Terminal } from './terminal';

interface Task {
  readonly plan: PlanOptions;
  readonly judging: Judging;
  readonly placement: Placement;
  readonly dryRun: boolean;
  readonly resultSheet: boolean;
  readonly quiet: boolean;
}

export const correct: Command = {
  options: {
    ...PLACEMENT, 'dry-run': { type: 'boolean' }, formulas: { type: 'boolean' }, all: { type: 'boolean' },
    'marks-only': { type: 'boolean' }, rule: { type: 'string', multiple: true }, 'result-sheet': { type: 'boolean' }, ...JUDGING, date: { type: 'string' },
  },

  async run(args, terminal) {
    const judging = await judgingOption(args);
    for (const sentence of judging.told) terminal.say(sentence);
    const task = taskOf(args, judging);
    const named = filesOf(args);
    const found = await findFiles(named);
    let code: ExitCode = OK;
    for (const [at, { file, problem }] of found.entries()) {
      if (found.length > 1) terminal.progress(`更正 ${at + 1}/${found.length}　${file}`);
      if (problem !== null) {
        terminal.say(`${file}：${problem}`);
        code = COULD_NOT_RUN;
      } else if (isOwnCopy(file) && !named.includes(file)) {
        terminal.say(`${file}：是以前生成的副本，跳过。`);
      } else code = worse(code, await correctFile(file, task, terminal));
    }
    terminal.progress(null);
    return code;
  },
};

function taskOf(args: Arguments, judging: Judging): Task {
  const rules = args.texts('rule');
  const unknown = rules.find((id) => !RULES.some((rule) => rule.id === id) && !judging.house.checks.some((check) => ownRuleId(check) === id));
  if (unknown !== undefined) throw new UsageError(`没有规则 ${unknown}，用 biaoli rules 看有哪些规则。`);
  if (args.flag('marks-only') && (args.flag('all') || args.flag('formulas'))) throw new UsageError('--marks-only 不改内容，不能与 --all 或 --formulas 同用。');
  return {
    plan: {
      formulas: args.flag('formulas'),
      kinds: args.flag('marks-only') ? [] : args.flag('all') ? ['safe', 'review'] : ['safe'],
      marks: true,
      date: dateOption(args),
      ...(rules.length === 0 ? {} : { rules }),
    },
    judging,
    placement: placementOf(args, '更正'),
    dryRun: args.flag('dry-run'),
    resultSheet: args.flag('result-sheet'),
    quiet: args.flag('quiet'),
  };
}

async function correctFile(file: string, task: Task, terminal: Terminal): Promise<ExitCode> {
  const opened = await openWorkbook(file);
  if (!opened.ok) return refuse(terminal, file, opened.reason);
  const { format } = opened.snapshot;
  if (format === 'xls' || format === 'et') return refuse(terminal, file, `.${format} 文件可以核查，但不能原样更正：请用 Excel 或 WPS 另存为 .xlsx 后再更正。`);

  const { plan, written } = planAndWrite(opened, task, await optionsBy(task.judging, opened.state));
  if (plan.before.tables.length === 0) return refuse(terminal, file, '没有找到绩效自评表，没有生成副本。');
  if (!written.ok) return refuse(terminal, file, written.reason);
  const refused = written.outcomes.filter(isRefused);
  const anything = (task.resultSheet && written.noSheet === null) || written.outcomes.some(({ word }) => word === 'applied');
  let head = `${file}（预览，没有写文件）`;
  if (!anything) head = `${file}\n  没有写入更正或标注，没有生成副本。`;
  else if (!task.dryRun) {
    const saved = save(file, opened.bytes, written.bytes, task.placement);
    if (!saved.ok) return refuse(terminal, file, saved.reason);
    head = `${file} → ${saved.target}`;
  }
  terminal.out(`${head}\n${[...report(plan, refused, task.quiet), ...(written.noSheet === null ? [] : [`没有附“${RESULT_SHEET}”工作表：${written.noSheet}`])].map((line) => `  ${line}\n`).join('')}`);
  return worse(codeOf(plan.after), refused.some(({ word }) => word === 'failed') ? COULD_NOT_RUN : OK);
}

/** What the host refuses to write (a locked cell) must not be counted on by later corrections: it is planned again without those cells. */
function planAndWrite(opened: OpenedWorkbook, task: Task, options: ReviewOptions): { readonly plan: WorkbookPlan; readonly written: ApplyResult } {
  const untouchable = new Set<string>();
  for (;;) {
    const plan = planWorkbook(opened.snapshot, options, { ...task.plan, untouchable });
    const written = writeEdits(opened, [...plan.corrections, ...plan.marks], task.resultSheet ? resultRows(plan.before, plan.after) : null, new Date());
    const planned = new Set(plan.corrections.map(placeOf));
    const added = written.ok ? written.outcomes.filter((outcome) => isRefused(outcome) && planned.has(placeOf(outcome)) && !untouchable.has(placeOf(outcome))) : [];
    if (added.length === 0) return { plan, written };
    for (const outcome of added) untouchable.add(placeOf(outcome));
  }
}

function isRefused({ word }: WriteOutcome): boolean {
  return word !== 'applied' && word !== 'unchanged';
}

function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}

function report(plan: WorkbookPlan, refused: readonly WriteOutcome[], quiet: boolean): readonly string[] {
  const several = plan.before.tables.length > 1;
  const skipped = new Set(refused.map(placeOf));
  const done = (edits: readonly PlannedEdit[]): readonly PlannedEdit[] => edits.filter((edit) => !skipped.has(placeOf(edit)));
  const [corrections, marks] = [done(plan.corrections), done(plan.marks)];
  const errors = errorsOf(plan.after);
  return [
    `更正 ${corrections.length} 处，标注 ${marks.length} 处；还有错误 ${errors} 处${errors === 0 ? '' : '，需要人工处理'}。`,
    ...(quiet ? [] : [...corrections.map((edit) => correctionText(edit, several)), ...marks.map((edit) => markText(edit, several))]),
    ...refusalTexts(refused, several),
  ];
}

function errorsOf(review: WorkbookReview): number {
  return [...review.tables.flatMap((table) => table.findings), ...review.findings].filter((finding) => finding.severity === 'error').length;
}

/** 1 while errors remain that only a person can put right. */
function codeOf(after: WorkbookReview): ExitCode {
  return errorsOf(after) > 0 ? ERRORS_FOUND : OK;
}

function refuse(terminal: Terminal, file: string, reason: string): ExitCode {
  terminal.say(`${file}：${reason}`);
  return COULD_NOT_RUN;
}
