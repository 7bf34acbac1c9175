// biaoli correct: corrected copies with marks and notes, previewed on request.
import { RULES } from '../rules/index';
import { resultRows } from '../exports/result-sheet';
import type { PlannedEdit } from '../model/plan';
import type { WorkbookReview } from '../model/review';
import { planWorkbook, type WorkbookPlan } from '../review/plan-workbook';
import type { PlanOptions } from '../review/plan';
import type { Arguments } from './arguments';
import { dateOption, filesOf, rubricOption, UsageError, type Command } from './command';
import { COULD_NOT_RUN, ERRORS_FOUND, OK, worse, type ExitCode } from './exit-codes';
import { findFiles } from './find-files';
import { openWorkbook, writeEdits, type OpenedWorkbook } from './host';
import { correctionText, markText, outcomeText } from './plan-text';
import { isOwnCopy, PLACEMENT, placementOf, save, type Placement } from './targets';
import type { Terminal } from './terminal';

interface Task {
  readonly plan: PlanOptions;
  readonly rubric: string | null;
  readonly placement: Placement;
  readonly dryRun: boolean;
  readonly resultSheet: boolean;
  readonly quiet: boolean;
}

export const correct: Command = {
  options: {
    ...PLACEMENT, 'dry-run': { type: 'boolean' }, formulas: { type: 'boolean' }, all: { type: 'boolean' },
    'marks-only': { type: 'boolean' }, rule: { type: 'string', multiple: true }, 'result-sheet': { type: 'boolean' }, rubric: { type: 'string' }, date: { type: 'string' },
  },

  async run(args, terminal) {
    const task = taskOf(args);
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

function taskOf(args: Arguments): Task {
  const rules = args.texts('rule');
  const unknown = rules.find((id) => !RULES.some((rule) => rule.id === id));
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
    rubric: rubricOption(args),
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

  const plan = planWorkbook(opened.snapshot, { rubric: task.rubric ?? opened.state.rubric, waivers: opened.state.waivers }, task.plan);
  if (plan.before.tables.length === 0) return refuse(terminal, file, '没有找到绩效自评表，没有生成副本。');
  const edits = [...plan.corrections, ...plan.marks];
  if (edits.length === 0 && !task.resultSheet) {
    terminal.out(`${file}\n  没有需要更正或标注的内容，没有生成副本。\n`);
    return codeOf(plan.after);
  }
  return task.dryRun ? preview(file, plan, task, terminal) : write(file, opened, plan, edits, task, terminal);
}

function preview(file: string, plan: WorkbookPlan, task: Task, terminal: Terminal): ExitCode {
  const several = plan.before.tables.length > 1;
  terminal.out(`${file}（预览，没有写文件）\n${tally(plan)}`);
  if (!task.quiet) for (const edit of plan.corrections) terminal.out(`  ${correctionText(edit, several)}\n`);
  if (!task.quiet) for (const edit of plan.marks) terminal.out(`  ${markText(edit, several)}\n`);
  return codeOf(plan.after);
}

function write(file: string, opened: OpenedWorkbook, plan: WorkbookPlan, edits: readonly PlannedEdit[], task: Task, terminal: Terminal): ExitCode {
  const written = writeEdits(opened, edits, task.resultSheet ? resultRows(plan.before, plan.after) : null, new Date());
  if (!written.ok) return refuse(terminal, file, written.reason);
  const refused = written.outcomes.filter(({ word }) => word !== 'applied' && word !== 'unchanged');
  const saved = save(file, written.bytes, task.placement);
  if (!saved.ok) return refuse(terminal, file, saved.reason);
  const several = plan.before.tables.length > 1;
  const skipped = new Set(refused.map(({ sheet, cell }) => `${sheet}!${cell}`));
  terminal.out(`${file} → ${saved.target}\n${tally(plan)}`);
  if (!task.quiet) for (const edit of plan.corrections) if (!skipped.has(`${edit.sheet}!${edit.cell}`)) terminal.out(`  ${correctionText(edit, several)}\n`);
  for (const outcome of refused) terminal.out(`  ${outcome.sheet}!${outcome.cell} ${outcomeText(outcome)}\n`);
  return worse(codeOf(plan.after), refused.some(({ word }) => word === 'failed') ? COULD_NOT_RUN : OK);
}

function tally(plan: WorkbookPlan): string {
  const open = plan.after.tables.flatMap((table) => table.findings).filter((finding) => finding.severity === 'error').length;
  return `  更正 ${plan.corrections.filter((edit) => edit.mark !== null).length} 处，标注 ${plan.marks.length} 处；更正后还有错误 ${open} 处${open === 0 ? '' : '，需要人工处理'}。\n`;
}

/** 1 while errors remain that only a person can put right. */
function codeOf(after: WorkbookReview): ExitCode {
  const errors = [...after.tables.flatMap((table) => table.findings), ...after.findings].some((finding) => finding.severity === 'error');
  return errors ? ERRORS_FOUND : OK;
}

function refuse(terminal: Terminal, file: string, reason: string): ExitCode {
  terminal.say(`${file}：${reason}`);
  return COULD_NOT_RUN;
}
