// One opened workbook, from opening to closing: its book, its port, its pane and its draft.
import type { Language } from '../pane/catalogue';
import type { MountedPane } from '../pane/mount';
import type { PreferenceStore } from '../pane/preferences';
import type { PaneTheme } from '../pane/theme';
import type { Book } from '../workbooks/grid/book';
import type { GridPort } from '../workbooks/grid/grid-port';
import { DraftKeeper } from './draft-keeper';
import type { FileBytes, InPlace, WorkbenchServices } from './services';
import type { Settings } from './settings';

/** Longer than two frames. */
const UNSEEN = 200;

/** A cell that the user wants to see, with its finding: that of the rule, where a line of one was pressed. */
export interface Goal {
  readonly sheet: string;
  readonly cell: string;
  readonly rule?: string;
}

export interface SessionFacts {
  readonly draftId: string;
  readonly name: string;
  readonly place: InPlace | null;
  readonly book: Book;
  /** Opened from a draft: unsaved from the start. */
  readonly restored: boolean;
  readonly services: WorkbenchServices;
  readonly preferences: PreferenceStore;
  /** The element that panes are put into. */
  readonly holder: HTMLElement;
  readonly look: () => { readonly language: Language; readonly theme: PaneTheme };
  readonly onChange: () => void;
  readonly onRefused: (sentence: string) => void;
  readonly onUnsafe: () => void;
  /** The user asked in the pane to see a cell, which is selected by now. */
  readonly onLocated: (goal: Goal) => void;
}

export class Session {
  readonly port: GridPort;
  private readonly draft: DraftKeeper;
  private readonly unlisten: readonly (() => void)[];
  private pane: MountedPane | null = null;
  private restored: boolean;

  constructor(readonly facts: SessionFacts) {
    const { book, name, services, draftId, restored, onChange, onRefused, onUnsafe } = facts;
    this.restored = restored;
    this.port = services.openPort(book, name, null);
    this.draft = new DraftKeeper({ id: draftId, name, drafts: services.drafts, port: this.port, now: services.now, onUnsafe });
    this.unlisten = [
      this.port.onDirty(() => {
        // What was taken back as a whole leaves nothing to keep.
        if (this.dirty()) this.draft.touch();
        else void this.draft.drop();
        onChange();
      }),
      this.port.onRefused(onRefused),
    ];
  }

  dirty(): boolean {
    return this.restored || this.port.dirty();
  }

  /** Puts a new pane in place of the one that was there, and checks; ends when the findings are shown. */
  async showPane(): Promise<void> {
    const { holder, services: { mountPane, now, newId, house, reports, locale }, preferences, look, onLocated } = this.facts;
    this.pane?.unmount();
    const element = document.createElement('div');
    element.style.height = '100%';
    holder.replaceChildren(element);
    // What 自动 stands for, whatever was chosen by now: it may be chosen again in the pane.
    this.pane = mountPane(element, { port: this.port, locale, theme: look().theme, preferences, now, newRun: newId, house, reports, onLocated: (sheet, cell) => onLocated({ sheet, cell }) });
    await this.pane.check();
    await painted();
  }

  /** Opens the finding on a cell in the pane; false where there is none. */
  async explain({ sheet, cell, rule }: Goal): Promise<boolean> {
    return (await (rule === undefined ? this.pane?.show(sheet, cell) : this.pane?.explain(sheet, cell, rule))) === true;
  }

  /** Selects a cell in the grid, once it is there. */
  async reveal({ sheet, cell }: Goal): Promise<void> {
    // What concerns a whole table begins at its top: its sheet comes to the front.
    if (sheet !== '' && this.port.capabilities.reveal) await this.port.reveal(sheet, cell === '' ? 'A1' : cell);
  }

  /** Holds a Word report against the workbook, in the pane. */
  async openReport(file: FileBytes): Promise<void> {
    await this.pane?.openReport(file);
  }

  /** The pane goes on in another language, with everything that is open in it. */
  setLanguage(language: Settings['language']): void {
    this.pane?.setLanguage(language, this.facts.services.locale);
  }

  setTheme(theme: PaneTheme): void {
    this.pane?.setTheme(theme);
  }

  /** These bytes of the port are on disk now. */
  saved(bytes: Uint8Array): void {
    this.restored = false;
    this.port.markSaved(bytes);
    if (!this.port.dirty()) void this.draft.drop();
  }

  flushDraft(): Promise<void> {
    return this.draft.flush();
  }

  /** The work was saved or given up, and its draft goes as well; else what waits to be kept is kept. */
  close(over: boolean): void {
    for (const stop of this.unlisten) stop();
    const kept = over ? this.draft.drop() : this.draft.flush();
    this.port.setView(null);
    this.pane?.unmount();
    this.pane = null;
    void kept.then(() => this.facts.book.close());
  }
}

/** Ends when the page has been painted; a page that nobody sees is not painted and waits for nothing. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, UNSEEN);
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });
}
