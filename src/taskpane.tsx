// Entry of the task pane: waits for Office, opens the workbook, mounts the pane.
import { keptPreferences } from './addin/kept-preferences';
import { watchTheme } from './addin/office-theme';
import { newRun } from './addin/runs';
import { selectedCell } from './addin/selected-cell';
import { mountPane, type MountedPane } from './pane/mount';
import type { PaneTheme } from './pane/theme';
import { openExcelPort } from './workbooks/excel/excel-port';

/** Office waits for nobody: where it has not answered by then, there is none. */
const PATIENCE = 15_000;

const page = document.getElementById('pane');

function tell(...sentences: readonly string[]): void {
  page?.replaceChildren(...sentences.map((sentence) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = sentence;
    return paragraph;
  }));
}

async function open(element: HTMLElement, host: Office.HostType | null): Promise<void> {
  if (host !== Office.HostType.Excel) {
    tell('这是表里如一的任务窗格，要在 Excel 里打开才能核查。', '请在 Excel 中打开工作簿，在“开始”选项卡的“绩效自评”组里点“打开面板”；不用 Excel 时，可以用命令行核查文件。');
    return;
  }
  const opened = await openExcelPort();
  if (!opened.ok) {
    tell(opened.reason);
    return;
  }
  const { context } = Office;
  // Where the button says so, the cell is asked for before anything else can move the selection.
  const asked = new URLSearchParams(window.location.search).has('explain') ? await selectedCell() : null;
  let pane: MountedPane | null = null;
  let theme: PaneTheme = 'light';
  watchTheme(() => context.officeTheme?.bodyBackgroundColor ?? null, (next) => {
    theme = next;
    pane?.setTheme(next);
  });
  element.replaceChildren();
  pane = mountPane(element, {
    port: opened.value, locale: context.displayLanguage, theme, preferences: keptPreferences(context.partitionKey ?? ''), now: () => new Date(), newRun,
  });
  if (asked) await pane.explain(asked.sheet, asked.cell);
}

if (page) {
  if (typeof Office === 'undefined') {
    tell('没有取到 Office 的程序库 office.js，面板打不开。', '请检查网络能否访问 Office 的网址；单位内网不通外网时，请管理员按说明自建一份。');
  } else {
    const late = setTimeout(() => tell('Excel 还没有回应。', '请关闭面板再打开；仍不行时，请重新启动 Excel。'), PATIENCE);
    void Office.onReady(({ host }) => {
      clearTimeout(late);
      return open(page, host);
    });
  }
}
