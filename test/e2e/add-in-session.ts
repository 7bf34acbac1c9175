// What tests of the built add-in share: one production build, one browser, and a session with a workbook for each test.
import type { Browser } from 'playwright-core';
import { corpusTables, toWorkbook } from '../corpus/workbooks';
import { openWorkbook } from '../excel-host/open-workbook';
import type { WorkbookModel } from '../excel-host/workbook-model';
import { built, type Build } from './build';
import { describeInBrowser, launchBrowser, openSession, type Session, type SessionOptions } from './host-page/session';

export const FORM = 'hunan-project-2022';

/** The workbook of one table of the corpus, numbers as Excel takes them when they are typed. */
export function openForm(id = FORM): WorkbookModel {
  return openWorkbook(toWorkbook(corpusTables().filter((table) => table.id === id), { numbers: 'typed' }), '2022年度项目支出绩效自评表.xlsx');
}

export interface BuiltAddIn {
  readonly build: () => Build;
  /** Opens a page of the add-in beside the workbook; closed after the test. */
  readonly open: (model: WorkbookModel, options?: Partial<SessionOptions>) => Promise<Session>;
}

/** Registers the tests in `body` with a build and a browser; where there is no browser, says what is not tested. */
export function withBuiltAddIn(name: string, untested: string, body: (addIn: BuiltAddIn) => void, ...choices: readonly string[]): void {
  jest.setTimeout(300_000);
  describeInBrowser(untested)(name, () => {
    let browser: Browser;
    let build: Build;
    let sessions: readonly Session[] = [];
    beforeAll(async () => {
      [build, browser] = await Promise.all([built('addin', ...choices), launchBrowser()]);
      if (build.code !== 0) throw new Error(build.told);
    });
    afterEach(async () => {
      await Promise.all(sessions.map((session) => session.close()));
      sessions = [];
    });
    afterAll(async () => {
      await browser?.close();
    });
    body({
      build: () => build,
      async open(model, options = {}) {
        const session = await openSession(browser, model, { addIn: '/addin/taskpane.html', folders: { addin: build.folder }, excel: { requirementSet: '1.18' }, width: 320, ...options });
        sessions = [...sessions, session];
        return session;
      },
    });
  });
}
