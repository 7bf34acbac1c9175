// Entry of the task pane: waits for Office, opens the workbook, mounts the pane.
import { browserHouse, partitioned } from './addin/browser-house';
import { keptPreferences } from './addin/kept-preferences';
import { watchTheme } from './addin/office-theme';
import { browserReports } from './addin/report-reader';
import { newRun } from './addin/runs';
import { sampleWorkbook } from './addin/sample-workbook';
import { selectedCell } from './addin/selected-cell';
import { languageOf, sayIn } from './pane/catalogue';
import { mountPane, type MountedPane } from './pane/mount';
import type { PaneTheme } from './pane/theme';
import { openExcelPort } from './workbooks/excel/excel-port';
import { openNewWorkbook } from './workbooks/excel/open-new';
import type { Answer } from './workbooks/port';

/** Office waits for nobody: where it has not answered by then, there is none. */
const PATIENCE = 15_000;

const page = document.getElementById('pane');
/** Before Excel tells its language, the browser's; refusals of the host come as they are. */
const language = languageOf(navigator.language);
const say = sayIn(language);

function tell(...sentences: readonly string[]): void {
  document.documentElement.lang = language;
  const main = document.createElement('main');
  const heading = document.createElement('h1');
  heading.textContent = say('app.title');
  main.append(heading, ...sentences.map((sentence) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = sentence;
    return paragraph;
  }));
  page?.replaceChildren(main);
}

async function openSample(): Promise<Answer<null>> {
  const sample = await sampleWorkbook();
  return sample.ok ? openNewWorkbook(sample.value) : sample;
}

async function open(element: HTMLElement, host: Office.HostType | null): Promise<void> {
  if (host !== Office.HostType.Excel) {
    tell(say('host.elsewhere'), say('host.elsewhereDo'));
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
    port: opened.value, locale: context.displayLanguage, theme, preferences: keptPreferences(context.partitionKey ?? ''), reports: browserReports, house: browserHouse(window.location.href, partitioned(context.partitionKey)), now: () => new Date(), newRun, sample: { opensIn: 'window', open: openSample },
  });
  if (asked) await pane.explain(asked.sheet, asked.cell);
}

if (page) {
  if (typeof Office === 'undefined') {
    tell(say('host.noOffice'), say('host.noOfficeDo'));
  } else {
    const late = setTimeout(() => tell(say('host.late'), say('host.lateDo')), PATIENCE);
    void Office.onReady(({ host }) => {
      clearTimeout(late);
      return open(page, host);
    });
  }
}
