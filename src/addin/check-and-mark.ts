// What the ribbon's 一键核查 does without the pane: check, mark, and put the verdict into a few sentences.
import { formatRange } from '../model/address';
import { EMPTY_STATE, type JournalEntry } from '../model/plan';
import { fullOptionsFor, type HouseRules } from '../review/options-for';
import { planWorkbook, type WorkbookPlan } from '../review/plan-workbook';
import { phraseText, type Language, type Say } from '../pane/catalogue';
import type { Preferences } from '../pane/preferences';
import { asMarked } from '../pane/preview-items';
import { countsText, scoresOf, summarise } from '../pane/summary';
import type { Refusal, Run, WorkbookPort } from '../workbooks/port';

/** What a small window shows: a headline, its tone, and sentences below. */
export interface Message {
  readonly tone: 'errors' | 'to-verify' | 'clean' | 'not-checked';
  readonly title: string;
  readonly lines: readonly string[];
  /** Of the headline; sentences of the host and of findings are Chinese. */
  readonly language: Language;
}

export interface MarkTask extends Run {
  /** ISO date for the notes. */
  readonly date: string;
  readonly say: Say;
  readonly language: Language;
  /** How cells are marked: as the pane does it. */
  readonly preferences: Pick<Preferences, 'marks' | 'palette'>;
  /** A bureau's rules beside the shipped ones. */
  readonly house?: HouseRules;
}

/** Who is spoken to, and how. */
export type Speaker = Pick<MarkTask, 'say' | 'language'>;

/** Checks the workbook and marks the open findings; contents stay as they are. Never rejects for what a user can cause: the message says it. */
export async function checkAndMark(port: WorkbookPort, task: MarkTask): Promise<Message> {
  const state = port.capabilities.state ? await port.loadState() : null;
  if (state && !state.ok) return refusedMessage(state, task);
  const kept = state?.value ?? EMPTY_STATE;
  const marks = port.capabilities.marks && task.preferences.marks !== 'none';
  // Marks of an earlier check would stay on cells put right since. Where corrections are journalled their notes stay: clearing would take those too.
  if (marks && kept.journal.length > 0 && kept.journal.every(isMarkOnly)) {
    const cleared = await port.clearMarks();
    // A second click on the button may have cleared them meanwhile: then there is nothing in the way.
    if (!cleared.ok && !(await noMarksLeft(port))) return refusedMessage(cleared, task);
  }
  const read = await port.read();
  if (!read.ok) return refusedMessage(read, task);
  const plan = planWorkbook(read.value, await fullOptionsFor(kept, task.house), { formulas: false, kinds: [], marks, date: task.date });
  const { say, language } = task;
  if (plan.before.tables.length === 0) return { tone: 'not-checked', title: say('command.noTable'), lines: plan.before.remarks, language };
  return verdictMessage(plan, task, await mark(port, plan, task));
}

async function noMarksLeft(port: WorkbookPort): Promise<boolean> {
  const now = await port.loadState();
  return now.ok && now.value.journal.length === 0;
}

/** Sentences on what became of the marks. */
async function mark(port: WorkbookPort, { marks }: WorkbookPlan, { run, at, say, preferences }: MarkTask): Promise<readonly string[]> {
  if (!port.capabilities.marks) return port.capabilities.limits;
  if (marks.length === 0) return [];
  const applied = await port.apply(asMarked(marks, preferences.marks, preferences.palette), { run, at });
  if (!applied.ok) return [say('command.notMarked', { reason: applied.reason })];
  const done = applied.value.outcomes.filter(({ word }) => word === 'applied' || word === 'unchanged');
  const left = applied.value.outcomes.filter(({ word }) => word !== 'applied' && word !== 'unchanged');
  const first = left[0];
  return [
    say(preferences.marks === 'fill' ? 'command.filled' : 'command.marked', { count: done.length }),
    ...(first ? [say('command.someNotMarked', { count: left.length, sheet: first.sheet, cell: first.cell, reason: first.reason ?? `${say(`word.${first.word}`)}${say('done.end')}` })] : []),
  ];
}

function isMarkOnly({ before, after }: JournalEntry): boolean {
  return before.value === after.value && before.formula === after.formula && before.error === after.error;
}

function verdictMessage({ before }: WorkbookPlan, { say, language }: Speaker, marked: readonly string[]): Message {
  const summary = summarise(before);
  const scores = before.tables.flatMap((one) => {
    const found = scoresOf(one);
    const table = before.tables.length > 1 ? say('command.table', { sheet: one.table.sheet, kind: say(`kind.${one.table.kind}`) }) : '';
    return found ? [say('command.scores', { table, claimed: phraseText(found.claimed, say), computed: phraseText(found.computed, say) })] : [];
  });
  // Why is said where it is the verdict.
  const unread = summary.verdict === 'not-checked' ? before.tables.flatMap(({ table, remarks }) => [...table.notUnderstood.map(({ range, reason }) => say('partly.where', { sheet: table.sheet, range: formatRange(range), reason })), ...remarks]) : [];
  return { tone: summary.verdict, title: say('verdict.line', { verdict: say(`verdict.${summary.verdict}`), counts: countsText(summary, say) }), lines: [...scores, ...unread, ...marked], language };
}

export function refusedMessage({ reason }: Pick<Refusal, 'reason'>, { say, language }: Speaker): Message {
  return { tone: 'not-checked', title: say('command.notDone'), lines: [reason], language };
}
