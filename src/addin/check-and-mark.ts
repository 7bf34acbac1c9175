// What the ribbon's 一键核查 does without the pane: check, mark, and put the verdict into a few sentences.
import type { JournalEntry } from '../model/plan';
import { KIND_WORDS, VERDICT_WORDS } from '../exports/words';
import { planWorkbook, type WorkbookPlan } from '../review/plan-workbook';
import { phraseText, type Say } from '../pane/catalogue';
import { countsText, scoresOf, summarise } from '../pane/summary';
import type { Refusal, Run, WorkbookPort } from '../workbooks/port';

/** What a small window shows: a headline, its tone, and sentences below. */
export interface Message {
  readonly tone: 'errors' | 'to-verify' | 'clean' | 'not-checked';
  readonly title: string;
  readonly lines: readonly string[];
}

export interface MarkTask extends Run {
  /** ISO date for the notes. */
  readonly date: string;
  readonly say: Say;
}

/** Checks the workbook and marks the open findings; contents stay as they are. Never rejects for what a user can cause: the message says it. */
export async function checkAndMark(port: WorkbookPort, task: MarkTask): Promise<Message> {
  const state = port.capabilities.state ? await port.loadState() : null;
  if (state && !state.ok) return refusedMessage(state);
  const kept = state?.value ?? { waivers: [], journal: [], rubric: null };
  // Marks of an earlier check would stay on cells put right since. Where corrections are journalled their notes stay: clearing would take those too.
  if (port.capabilities.marks && kept.journal.length > 0 && kept.journal.every(isMarkOnly)) {
    const cleared = await port.clearMarks();
    if (!cleared.ok) return refusedMessage(cleared);
  }
  const read = await port.read();
  if (!read.ok) return refusedMessage(read);
  const plan = planWorkbook(read.value, { rubric: kept.rubric, waivers: kept.waivers }, { formulas: false, kinds: [], marks: port.capabilities.marks, date: task.date });
  if (plan.before.tables.length === 0) return { tone: 'not-checked', title: '没有找到绩效自评表', lines: plan.before.remarks };
  return verdictMessage(plan, task.say, await mark(port, plan, task));
}

/** Sentences on what became of the marks. */
async function mark(port: WorkbookPort, { marks }: WorkbookPlan, { run, at }: Run): Promise<readonly string[]> {
  if (!port.capabilities.marks) return port.capabilities.limits;
  if (marks.length === 0) return [];
  const applied = await port.apply(marks, { run, at });
  if (!applied.ok) return [`没有标记单元格：${applied.reason}`];
  const done = applied.value.outcomes.filter(({ word }) => word === 'applied' || word === 'unchanged');
  const left = applied.value.outcomes.filter(({ word }) => word !== 'applied' && word !== 'unchanged');
  const first = left[0];
  return [
    `已标记 ${done.length} 个单元格，鼠标移到单元格上看批注；要去掉标记，点“清除标记”。`,
    ...(first ? [`${left.length} 个单元格没有标记，例如“${first.sheet}”的 ${first.cell}${first.reason === null ? '。' : `：${first.reason}`}`] : []),
  ];
}

function isMarkOnly({ before, after }: JournalEntry): boolean {
  return before.value === after.value && before.formula === after.formula && before.error === after.error;
}

function verdictMessage({ before }: WorkbookPlan, say: Say, marked: readonly string[]): Message {
  const summary = summarise(before);
  const scores = before.tables.flatMap((table) => {
    const found = scoresOf(table);
    const name = before.tables.length > 1 ? `${table.table.sheet}（${KIND_WORDS[table.table.kind]}）：` : '';
    return found ? [`${name}自评 ${phraseText(found.claimed, say)}，复核 ${phraseText(found.computed, say)}`] : [];
  });
  return { tone: summary.verdict, title: `${VERDICT_WORDS[summary.verdict]}：${countsText(summary, say)}`, lines: [...scores, ...marked] };
}

export function refusedMessage({ reason }: Pick<Refusal, 'reason'>): Message {
  return { tone: 'not-checked', title: '没有完成', lines: [reason] };
}
