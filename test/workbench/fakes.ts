// The world around the workbench as plain objects: every answer settable, everything that was asked of it written down.
import type { WorkbookSnapshot } from '../../src/model/grid';
import type { HouseServices } from '../../src/pane/house';
import { memoryPreferences } from '../../src/pane/preferences';
import { deskCalls, type DeskCalls } from '../../src/workbench/desk/desk-calls';
import type { DeskServices } from '../../src/workbench/desk/desk-services';
import { reviewTask } from '../../src/workbench/desk/review-task';
import { Shelf } from '../../src/workbench/desk/shelf';
import { bytesAt } from '../../src/workbench/desk/whereabouts';
import type { Desk } from '../../src/workbench/engine-client';
import { fromHandle } from '../../src/workbench/openable';
import type { KeptList } from '../../src/workbench/kept-work';
import type { Draft, Drafts, FileVerdict, InPlace, OpenableFile, SaveAnswer, SaveRequest, WorkbenchServices } from '../../src/workbench/services';
import type { Book } from '../../src/workbooks/grid/book';
import type { GridPort } from '../../src/workbooks/grid/grid-port';
import type { GridOptions } from '../../src/workbench/services';
import type { GridView } from '../../src/workbooks/grid/grid-view';
import type { SheetPicture, StylePicture, WorkbookPicture } from '../../src/workbooks/grid/picture';
import { fakePort } from '../pane/fake-port';

export const STYLE: StylePicture = {
  numberFormat: 'General', fill: null, font: { name: '宋体', size: 11, bold: false, italic: false, underline: false, strike: false, colour: '000000' },
  horizontal: 'general', vertical: 'bottom', wrap: false, rotation: 0, borders: { left: null, right: null, top: null, bottom: null },
};

export function sheetPicture(name: string, change: Partial<SheetPicture> = {}): SheetPicture {
  return {
    name, visibility: 'visible', cells: [{ row: 1, column: 1, value: '项目支出绩效自评表', formula: null, style: 0, note: null }], merges: [], columns: [], rows: [],
    defaultColumnWidth: 64, defaultRowHeight: 20, frozen: { rows: 0, columns: 0 }, gridlines: true, protected: false, kept: [], cutAt: null, ...change,
  };
}

export function picture(...sheets: readonly SheetPicture[]): WorkbookPicture {
  return { sheets: sheets.length > 0 ? sheets : [sheetPicture('自评表')], styles: [STYLE], active: 0 };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function file(name: string, text = name, place: InPlace | null = null): OpenableFile {
  return { name, size: text.length, place, read: () => Promise.resolve(bytesOf(text)) };
}

export interface FakePort extends GridPort {
  /** Somebody changed the workbook. */
  touch(): void;
  /** It is again as it was opened or saved. */
  takeBack(): void;
  refuse(sentence: string): void;
  view: GridView | null;
}

export function fakeGridPort(name: string, readOnly: boolean, snapshot: WorkbookSnapshot): FakePort {
  let dirty = false;
  let version = 0;
  const listeners = new Set<() => void>();
  const refused = new Set<(sentence: string) => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const clean = (): void => {
    dirty = false;
    tell();
  };
  const port: FakePort = {
    ...fakePort(snapshot), name, readOnly, view: null,
    dirty: () => dirty,
    onDirty(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRefused(listener) {
      refused.add(listener);
      return () => refused.delete(listener);
    },
    bytes: () => Promise.resolve(bytesOf(`${name}, version ${version}`)),
    markSaved: clean,
    takeBack: clean,
    setView(view) {
      port.view = view;
    },
    touch() {
      dirty = true;
      version++;
      tell();
    },
    refuse(sentence) {
      for (const listener of refused) listener(sentence);
    },
  };
  return port;
}

export interface FakeView extends GridView {
  readonly shown: WorkbookPicture[];
  readonly looks: unknown[];
  sheet: string | null;
}

export function fakeView(options: GridOptions): FakeView {
  const view: FakeView = {
    shown: [], looks: [options], sheet: null,
    show(next) {
      view.shown.push(next);
      view.sheet = next.sheets[next.active]?.name ?? null;
      return Promise.resolve();
    },
    put: () => undefined,
    reveal: () => true,
    results: () => Promise.resolve([]),
    onEdit: () => () => undefined,
    selected: () => (view.sheet === null ? null : { sheet: view.sheet, row: 1, column: 1 }),
    setTheme: (theme) => void view.looks.push(theme),
    setLanguage: (language) => void view.looks.push(language),
    dispose: () => undefined,
  };
  return view;
}

export interface FakeWorld extends WorkbenchServices {
  /** What was asked, in its order. */
  readonly log: string[];
  readonly saved: SaveRequest[];
  readonly ports: FakePort[];
  readonly views: FakeView[];
  readonly paneOptions: { readonly locale: string; readonly theme: string }[];
  readonly kept: Map<string, Draft>;
  settingsKept: unknown;
  nextSave: SaveAnswer;
  pictureOf: (name: string) => WorkbookPicture;
}

/** No catalogue, and nothing kept on this computer. */
export const NO_OWN_HOUSE: HouseServices = { catalog: null, cache: { get: () => Promise.resolve(null), put: () => Promise.resolve() }, own: { read: () => Promise.resolve(null), write: () => Promise.resolve() } };

/** A browser that keeps what it is given, as one page sees it. */
export function keptIn<D extends Draft>(kept: Map<string, D>): Drafts<D> {
  const mine = new Set<string>();
  return {
    list: () => Promise.resolve([...kept.values()].filter(({ id }) => !mine.has(id))),
    claim: (id) => Promise.resolve(kept.has(id) ? mine.add(id) : null).then(() => kept.get(id) ?? null),
    put(draft) {
      kept.set(draft.id, draft);
      mine.add(draft.id);
      return Promise.resolve(true);
    },
    remove(id) {
      kept.delete(id);
      return Promise.resolve();
    },
    release(id) {
      mine.delete(id);
      return Promise.resolve();
    },
    onCleared: () => undefined,
  };
}

/** The desk without workers: its shelf and its reviews in the page itself. */
export function fakeDesk(change: Partial<DeskServices> = {}): DeskServices {
  return {
    startDesk: () => Promise.resolve(deskInPage()),
    startReviewer: (judges) => {
      // Goes over to a worker.
      const over = structuredClone(judges);
      return { review: (task) => reviewTask(task, over), end: () => undefined };
    },
    jobs: 2, bytesAt, fromHandle, lists: keptIn(new Map<string, KeptList>()), download: () => undefined, clock: () => performance.now(), ...change,
  };
}

export function deskInPage(): Desk {
  const calls = deskCalls(new Shelf());
  return { ask: ((name: keyof DeskCalls, argument: never) => Promise.resolve().then(() => (calls[name] as (argument: never) => unknown)(argument))) as Desk['ask'], end: () => undefined };
}

const VERDICT: FileVerdict = { status: 'checked', verdict: 'errors', errors: 4, verify: 9, tables: 1, reason: null };

/** Files whose name begins with 坏 do not open; .xls opens for reading only. `change` replaces services. */
export function fakeWorld(snapshot: WorkbookSnapshot, change: Partial<WorkbenchServices> = {}): FakeWorld {
  const log: string[] = [];
  const kept = new Map<string, Draft>();
  let ids = 0;
  const book = (name: string): Book => ({ readOnly: name.endsWith('.xls'), picture: () => Promise.resolve(world.pictureOf(name)), close: () => void log.push(`close ${name}`) }) as Partial<Book> as Book;
  const world: FakeWorld = {
    log, kept, saved: [], ports: [], views: [], paneOptions: [], settingsKept: null, nextSave: { ok: true, how: 'download', because: null }, pictureOf: () => picture(),
    open({ name }) {
      log.push(`open ${name}`);
      return Promise.resolve(name.startsWith('坏') ? { ok: false, reason: '这不是 Excel 工作簿；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。' } : { ok: true, book: book(name) });
    },
    openPort(_book, name) {
      const port = fakeGridPort(name, name.endsWith('.xls'), snapshot);
      world.ports.push(port);
      return port;
    },
    loadGrid: () => {
      log.push('load grid');
      return Promise.resolve((_container, options) => {
        const view = fakeView(options);
        world.views.push(view);
        return Promise.resolve(view);
      });
    },
    judge({ name }) {
      log.push(`judge ${name}`);
      return Promise.resolve(name.startsWith('坏') ? { ...VERDICT, status: 'unreadable', verdict: 'not-checked', errors: 0, verify: 0, reason: '这不是 Excel 工作簿。' } : VERDICT);
    },
    drafts: keptIn(kept),
    save(request) {
      world.saved.push(request);
      return Promise.resolve(world.nextSave);
    },
    pick: null,
    pickFolder: () => Promise.resolve([]),
    pickFile: () => Promise.resolve([]),
    desk: fakeDesk(),
    house: NO_OWN_HOUSE,
    reports: { read: () => Promise.resolve({ ok: false, word: 'unsupported', reason: '没有读到。' }) },
    mountPane(element, options) {
      log.push(`pane ${options.port.name}`);
      world.paneOptions.push({ locale: options.locale, theme: options.theme });
      const button = document.createElement('button');
      button.textContent = `核查 ${options.port.name}`;
      element.append(button);
      return {
        setTheme: (theme) => void log.push(`pane theme ${theme}`),
        setLanguage: (language, locale) => void log.push(`pane language ${language} ${locale}`),
        check() {
          log.push('check');
          return Promise.resolve();
        },
        show(sheet, cell) {
          log.push(`show ${sheet} ${cell}`);
          return Promise.resolve(true);
        },
        explain(sheet, cell, rule = '') {
          log.push(`explain ${sheet} ${cell} ${rule}`);
          return Promise.resolve(true);
        },
        openReport: ({ name }) => {
          log.push(`report ${name}`);
          return Promise.resolve();
        },
        unmount: () => element.replaceChildren(),
      };
    },
    preferences: memoryPreferences(),
    settings: {
      read: () => world.settingsKept,
      write(value) {
        world.settingsKept = value;
      },
    },
    sample: () => Promise.resolve({ name: '示例.xlsx', bytes: bytesOf('sample') }),
    now: () => new Date(2024, 2, 15, 10, 30),
    newId: () => `id-${++ids}`,
    locale: 'zh-CN',
    version: '0.0.0',
    ...change,
  };
  return world;
}
