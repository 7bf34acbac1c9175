// What both editions of the workbench do with their page: wire its services, mount it, open the sample that came with it.
import { VERSION } from '../cli/version';
import { browserHouse } from '../addin/browser-house';
import { browserReports } from '../addin/report-reader';
import { mountPane } from '../pane/mount';
import { openGridPort } from '../workbooks/grid/grid-port';
import { carriedSample } from './carried-sample';
import { browserDrafts, browserLists } from './drafts';
import { startDesk, startEngine, startReviewer } from './engine-client';
import { keptPanePreferences, keptSettings } from './kept';
import { mountWorkbench } from './mount';
import { fromHandle } from './openable';
import { browserFile, browserFolder, browserPicker } from './picking';
import { download, saveInBrowser } from './saving';
import type { Bytes } from './desk/whereabouts';
import type { FileVerdict, WorkbenchServices } from './services';

/** Each worker reads its own copy of the rules; beyond that the disk is the limit. */
const MOST_JOBS = 8;

/** Never given twice, across pages: drafts and runs are named so. */
function newId(): string {
  return `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
}

/** Mounts the workbench into the page; `loadGrid` is null in the edition without a grid. */
export function startWorkbench(loadGrid: WorkbenchServices['loadGrid']): void {
  const page = document.getElementById('workbench');
  if (!page) return;
  const engine = startEngine();
  const sample = carriedSample();
  page.replaceChildren();
  const workbench = mountWorkbench(page, {
    open: ({ name, bytes }) => engine.open(bytes, name),
    openPort: openGridPort,
    loadGrid,
    judge: (file, house) => engine.other('judge', { file, house }) as Promise<FileVerdict>,
    drafts: browserDrafts(),
    save: saveInBrowser,
    pick: browserPicker(),
    pickFolder: browserFolder,
    pickFile: browserFile,
    desk: { startDesk, startReviewer, jobs: Math.min(navigator.hardwareConcurrency || 2, MOST_JOBS), bytesAt: (whereabouts) => engine.other('bytes', whereabouts) as Promise<Bytes>, fromHandle, lists: browserLists(), download, clock: () => performance.now() },
    mountPane,
    house: browserHouse(window.location.href, 'biaoli.'),
    reports: browserReports,
    preferences: keptPanePreferences,
    settings: keptSettings,
    sample: sample && (() => Promise.resolve(carriedSample() ?? sample)),
    now: () => new Date(),
    newId,
    locale: navigator.language,
    version: VERSION,
  });
  // A page that is opened plainly shows what the tool does; ?empty leaves it to the user.
  if (sample && !new URLSearchParams(window.location.search).has('empty')) void workbench.openSample();
}
