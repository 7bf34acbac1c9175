// Entry of the ribbon's commands: they run in a page nobody sees, and speak through a small window.
import { browserHouse, partitioned } from './addin/browser-house';
import { checkAndMark, refusedMessage, type MarkTask, type Message, type Speaker } from './addin/check-and-mark';
import { keptPreferences } from './addin/kept-preferences';
import { openMessage } from './addin/message-window';
import { newRun } from './addin/runs';
import { localDate } from './exports/local-date';
import { languageOf, sayIn } from './pane/catalogue';
import { outcomeText } from './pane/outcome-phrases';
import { loadHouse } from './pane/house';
import { asPreferences } from './pane/preferences';
import { openExcelPort } from './workbooks/excel/excel-port';
import type { WorkbookPort } from './workbooks/port';

/** What the pane was told to do, a command does too. */
async function taskNow(): Promise<MarkTask> {
  const { displayLanguage, partitionKey } = Office.context;
  const preferences = asPreferences(await keptPreferences(partitionKey ?? '').read());
  const language = preferences.language === 'auto' ? languageOf(displayLanguage) : preferences.language;
  const now = new Date();
  const house = await loadHouse(browserHouse(window.location.href, partitioned(partitionKey)));
  return { run: newRun(), at: now.toISOString(), date: localDate(now), say: sayIn(language), language, preferences, house: house.rules };
}

/** Opens the workbook, does the work, says its words. Excel waits for `completed`: it is called in every case, once the window is open. */
async function command(event: Office.AddinCommands.Event, work: (port: WorkbookPort, task: MarkTask) => Promise<Message | null>): Promise<void> {
  const language = languageOf(Office.context.displayLanguage);
  let speaker: Speaker = { say: sayIn(language), language };
  try {
    const task = await taskNow();
    speaker = task;
    const opened = await openExcelPort();
    const message = opened.ok ? await work(opened.value, task) : refusedMessage(opened, task);
    if (message) await openMessage(message);
  } catch {
    await openMessage(refusedMessage({ reason: speaker.say('refused.unexpected') }, speaker));
  } finally {
    event.completed();
  }
}

function checkWorkbook(event: Office.AddinCommands.Event): void {
  void command(event, checkAndMark);
}

function clearMarks(event: Office.AddinCommands.Event): void {
  void command(event, async (port, task) => {
    const cleared = await port.clearMarks();
    if (!cleared.ok && cleared.word !== 'nothing') return refusedMessage(cleared, task);
    const outcomes = cleared.ok ? cleared.value : [];
    const left = outcomes.some(({ word }) => word !== 'applied' && word !== 'unchanged');
    return left || outcomes.length === 0 ? { tone: 'clean', title: task.say('more.clear'), lines: [outcomeText(outcomes, 'cleared', task.say)], language: task.language } : null;
  });
}

void Office.onReady(() => {
  Office.actions.associate('checkWorkbook', checkWorkbook);
  Office.actions.associate('clearMarks', clearMarks);
});
