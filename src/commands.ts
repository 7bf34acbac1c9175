// Entry of the ribbon's commands: they run in a page nobody sees, and speak through a small window.
import { checkAndMark, refusedMessage, type Message } from './addin/check-and-mark';
import { openMessage } from './addin/message-window';
import { localDate, newRun } from './addin/runs';
import { languageOf, sayIn } from './pane/catalogue';
import { outcomeText } from './pane/outcome-phrases';
import { openExcelPort } from './workbooks/excel/excel-port';
import type { WorkbookPort } from './workbooks/port';

/** Opens the workbook, does the work, says its words. Excel waits for `completed`: it is called in every case, once the window is open. */
async function command(event: Office.AddinCommands.Event, work: (port: WorkbookPort) => Promise<Message | null>): Promise<void> {
  try {
    const opened = await openExcelPort();
    const message = opened.ok ? await work(opened.value) : refusedMessage(opened);
    if (message) await openMessage(message);
  } catch (error) {
    await openMessage(refusedMessage({ reason: `程序内部出错，没有完成：请把这句话反馈给我们。（${error instanceof Error ? error.message : String(error)}）` }));
  } finally {
    event.completed();
  }
}

const say = () => sayIn(languageOf(Office.context.displayLanguage));

function checkWorkbook(event: Office.AddinCommands.Event): void {
  const now = new Date();
  void command(event, (port) => checkAndMark(port, { run: newRun(), at: now.toISOString(), date: localDate(now), say: say() }));
}

function clearMarks(event: Office.AddinCommands.Event): void {
  void command(event, async (port) => {
    const cleared = await port.clearMarks();
    if (!cleared.ok) return refusedMessage(cleared);
    const left = cleared.value.some(({ word }) => word !== 'applied' && word !== 'unchanged');
    return left || cleared.value.length === 0 ? { tone: 'clean', title: '清除标记', lines: [outcomeText(cleared.value, 'cleared', say())] } : null;
  });
}

void Office.onReady(() => {
  Office.actions.associate('checkWorkbook', checkWorkbook);
  Office.actions.associate('clearMarks', clearMarks);
});
