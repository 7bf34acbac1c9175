// The workbench's effects: opens, shows, saves and exports through the services, and tells the state what happened.
import { languageOf, type Language } from '../pane/catalogue';
import type { PaneTheme } from '../pane/theme';
import { speakIn, type Speak, type Words } from './catalogue';
import type { ExportKind } from './exporting';
import { FileList } from './file-list';
import { GridStage, gridTheme } from './grid-stage';
import type { Draft, FileBytes, OpenableFile, WorkbenchServices } from './services';
import { Session } from './session';
import { asSettings, sharedPreferences, themeFor, withinWidths, type Settings, type SystemLook } from './settings';
import { INITIAL_STATE, reduce, type Message, type WorkbenchAction, type WorkbenchState } from './workbench-state';

/** Elements of the page that others draw into: the grid and the pane. */
export interface Surfaces {
  readonly grid: HTMLElement;
  readonly pane: HTMLElement;
}

/** What is to be opened once nothing stands in the way. */
interface Wanted {
  readonly file: OpenableFile;
  readonly listed: string | null;
  readonly draft: Draft | null;
}

/** As for the command line: far above any real workbook, and above it not even the first byte is read. */
const LARGEST_MB = 256;
const DRAFT_DAYS = 30;
/** Why a file was downloaded and not written in its place. */
const DOWNLOADED = { asked: 'save.downloaded', changed: 'save.changed', denied: 'save.denied', failed: 'save.writeFailed' } as const;

export class WorkbenchController {
  private state: WorkbenchState = INITIAL_STATE;
  private readonly watchers = new Set<() => void>();
  private readonly stage: GridStage;
  private readonly list: FileList;
  private session: Session | null = null;
  private wanted: Wanted | null = null;
  private drafts: readonly Draft[] = [];
  private turn = 0;
  private unsafeTold = false;
  private giveSurfaces: (surfaces: Surfaces) => void = () => undefined;
  private readonly surfaces = new Promise<Surfaces>((resolve) => {
    this.giveSurfaces = resolve;
  });

  constructor(readonly services: WorkbenchServices) {
    this.state = { ...INITIAL_STATE, settings: asSettings(services.settings.read()) };
    this.stage = new GridStage(services.loadGrid, async () => (await import('./table-preview')).createTablePreview, () => ({
      theme: gridTheme(this.theme()), language: this.language(),
      onRefused: (_command, why) => this.tell('warning', { key: why === 'locked' ? 'edit.locked' : 'edit.notCarried' }),
    }));
    this.list = new FileList(services, this.dispatch);
  }

  readonly getState = (): WorkbenchState => this.state;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly dispatch = (action: WorkbenchAction): void => {
    const next = reduce(this.state, action);
    if (next === this.state) return;
    this.state = next;
    for (const watcher of this.watchers) watcher();
  };

  /** The shell has drawn the places for grid and pane. */
  attach(surfaces: Surfaces): void {
    this.giveSurfaces(surfaces);
  }

  /** Offers what was not saved last time. */
  async start(): Promise<void> {
    const { drafts, now } = this.services;
    const oldest = now().getTime() - DRAFT_DAYS * 86_400_000;
    const all = await drafts.list();
    const fresh = all.filter(({ at }) => Date.parse(at) >= oldest);
    this.drafts = fresh;
    this.dispatch({ type: 'drafts', drafts: fresh.map(({ id, name, at }) => ({ id, name, at })) });
    for (const draft of all) if (!fresh.includes(draft)) await drafts.remove(draft.id);
  }

  language(): Language {
    const { language } = this.state.settings;
    return language === 'auto' ? languageOf(this.services.locale) : language;
  }

  speak(): Speak {
    return speakIn(this.language());
  }

  theme(): PaneTheme {
    return themeFor(this.state.settings.theme, this.state.system);
  }

  /** The system's look, now and after each change. */
  setSystem(system: SystemLook): void {
    this.dispatch({ type: 'system', system });
    this.retheme();
  }

  prefer(change: Partial<Settings>): void {
    const before = this.language();
    this.keep(change);
    this.retheme();
    if (this.language() === before) return;
    this.stage.setLanguage(this.language());
    void this.session?.showPane();
  }

  widen(width: number): void {
    this.keep({ paneWidth: withinWidths(width) });
  }

  // Opening

  /** Opens the first of the files and lists all; asks first where something is unsaved. */
  async open(files: readonly OpenableFile[]): Promise<void> {
    const [first] = files;
    if (!first) return;
    const [listed = null] = this.list.add(files);
    if (files.length > 1) this.dispatch({ type: 'show-list', shown: true });
    await this.want({ file: first, listed, draft: null });
    void this.list.judge();
  }

  async openListed(id: string): Promise<void> {
    const file = this.list.fileOf(id);
    if (file && id !== this.state.current) await this.want({ file, listed: id, draft: null });
  }

  async openSample(): Promise<void> {
    const { sample } = this.services;
    if (!sample) return;
    try {
      await this.want({ file: fileOf(await sample()), listed: null, draft: null });
    } catch {
      this.tell('warning', { key: 'open.refused', params: { name: this.speak()('bar.sample'), reason: { key: 'open.failed' } } });
    }
  }

  /** False: this browser has no picker of its own, the page's file input serves. */
  async pick(): Promise<boolean> {
    const { pick } = this.services;
    if (!pick) return false;
    try {
      await this.open(await pick());
      return true;
    } catch {
      return false;
    }
  }

  async restoreDraft(id: string): Promise<void> {
    const draft = this.drafts.find((one) => one.id === id);
    if (draft) await this.want({ file: fileOf(draft), listed: null, draft });
  }

  async discardDraft(id: string): Promise<void> {
    const draft = this.forgetDraft(id);
    if (!draft) return;
    await this.services.drafts.remove(id);
    this.dispatch({ type: 'announce', words: { key: 'drafts.discarded', params: { name: draft.name } } });
  }

  /** The answer to the question about unsaved changes. */
  async decide(answer: 'save' | 'discard' | 'cancel'): Promise<void> {
    const { wanted } = this;
    this.dispatch({ type: 'dialog', dialog: null });
    if (!wanted) return;
    this.wanted = null;
    if (answer === 'cancel' || (answer === 'save' && !(await this.save()))) return;
    await this.load(wanted);
  }

  // Saving

  /** True when what is open is safe on disk. */
  async save(): Promise<boolean> {
    const { session, services } = this;
    if (!session || this.state.task !== null) return false;
    const { name, place, book } = session.facts;
    if (book.readOnly) return this.tell('info', { key: 'save.readOnly' }, false);
    if (!session.dirty()) return this.tell('info', { key: 'save.nothing' }, true);
    this.dispatch({ type: 'task', task: 'saving' });
    try {
      const bytes = await session.port.bytes();
      const copy = this.state.current === null ? null : bytes.slice();
      const answer = await services.save({ name, bytes, place });
      if (!answer.ok) return this.tell('warning', { key: 'save.failed' }, false);
      session.saved();
      this.dispatch({ type: 'dirty', dirty: session.dirty() });
      if (copy && this.state.current !== null) this.list.replace(this.state.current, copy);
      if (answer.how === 'in-place') return this.tell('done', { key: 'save.inPlace', params: { name } }, true);
      return this.tell(answer.because === null ? 'done' : 'warning', { key: DOWNLOADED[answer.because ?? 'asked'], params: { name } }, true);
    } catch {
      return this.tell('warning', { key: 'save.failed' }, false);
    } finally {
      this.dispatch({ type: 'task', task: null });
    }
  }

  async export(kind: ExportKind): Promise<void> {
    const { session, services } = this;
    if (!session || this.state.task !== null) return;
    this.dispatch({ type: 'task', task: 'exporting' });
    try {
      const { exportAs } = await import('./exporting');
      const exported = await exportAs(kind, { name: session.facts.name, port: session.port, services });
      const saved = exported.ok && (await services.save({ ...exported.file, place: null })).ok;
      if (!exported.ok) this.tell('warning', { key: 'export.failed', params: { reason: exported.reason } });
      else if (!saved) this.tell('warning', { key: 'export.failed', params: { reason: { key: 'save.failed' } } });
      else this.tell('done', exported.words);
    } catch {
      this.tell('warning', { key: 'export.failed', params: { reason: { key: 'open.failed' } } });
    } finally {
      this.dispatch({ type: 'task', task: null });
    }
  }

  /** Whether leaving the page or opening another file would lose something, half typed text included: a dropped file takes no focus from the cell. */
  hasUnsaved(): boolean {
    this.stage.finishTyping();
    return this.session?.dirty() === true;
  }

  /** The page may be about to go: what waits to be kept is kept now. */
  flush(): void {
    void this.session?.flushDraft();
  }

  /** Where the user stands in the grid may have changed. */
  lookAtSheet(): void {
    const sheet = this.state.stage === 'opening' || this.state.stage === 'none' ? null : this.stage.sheet();
    if (sheet !== null) this.dispatch({ type: 'sheet', sheet });
  }

  async retryStage(): Promise<void> {
    if (this.session) await this.showSheets(this.session);
  }

  dispose(): void {
    this.turn++;
    this.list.stop();
    this.session?.close(false);
    this.session = null;
    this.stage.dispose();
  }

  /** One thing to be opened: at once, or after the question about what is unsaved. */
  private async want(wanted: Wanted): Promise<void> {
    if (this.hasUnsaved()) {
      this.wanted = wanted;
      this.dispatch({ type: 'dialog', dialog: 'unsaved' });
      return;
    }
    await this.load(wanted);
  }

  private async load(wanted: Wanted): Promise<void> {
    const turn = ++this.turn;
    const { file } = wanted;
    this.dispatch({ type: 'opening', name: file.name });
    this.dispatch({ type: 'message', message: null });
    try {
      if (file.size > LARGEST_MB * 2 ** 20) return this.refuse(file.name, { key: 'open.tooLarge', params: { limit: LARGEST_MB } });
      const bytes = await file.read().catch(() => null);
      if (turn !== this.turn) return;
      if (!bytes) return this.refuse(file.name, { key: 'open.gone' });
      const answer = await this.services.open({ name: file.name, bytes });
      if (turn !== this.turn) {
        if (answer.ok) answer.book.close();
        return;
      }
      if (!answer.ok) return this.refuse(file.name, answer.reason);
      const surfaces = await this.surfaces;
      this.replaceSession(wanted, answer.book, surfaces);
    } catch {
      if (turn === this.turn) this.refuse(file.name, { key: 'open.failed' });
    } finally {
      if (turn === this.turn) this.dispatch({ type: 'opening', name: null });
    }
    if (turn === this.turn && this.session) await this.present(this.session);
  }

  private refuse(name: string, reason: Words): void {
    this.tell('warning', { key: this.session ? 'open.untouched' : 'open.refused', params: { name, reason } });
  }

  private replaceSession({ file, listed, draft }: Wanted, book: Session['facts']['book'], surfaces: Surfaces): void {
    const { services } = this;
    this.session?.close(true);
    const session: Session = new Session({
      draftId: draft?.id ?? services.newId(), name: file.name, place: draft ? null : file.place, book, restored: draft !== null, services, holder: surfaces.pane,
      preferences: sharedPreferences(services.preferences, () => this.state.settings.language, (language) => this.followPane(language)),
      look: () => ({ language: this.language(), theme: this.theme() }),
      onChange: () => {
        if (this.session === session) this.dispatch({ type: 'dirty', dirty: session.dirty() });
      },
      onRefused: (reason) => this.tell('warning', { key: 'edit.refused', params: { reason } }),
      onUnsafe: () => {
        if (!this.unsafeTold) this.tell('info', { key: 'drafts.unsafe' });
        this.unsafeTold = true;
      },
    });
    this.session = session;
    this.dispatch({ type: 'opened', file: { name: file.name, readOnly: book.readOnly, dirty: session.dirty() }, listed });
    this.dispatch({ type: 'announce', words: { key: 'open.done', params: { name: file.name } } });
    if (draft) this.forgetDraft(draft.id);
    if (draft) this.tell('info', { key: 'drafts.restored', params: { name: draft.name } });
    else if (book.readOnly) this.tell('info', { key: 'open.readOnly', params: { name: file.name } });
  }

  /** Findings first: the grid is the larger part, and is loaded when the pane has done its work. */
  private async present(session: Session): Promise<void> {
    try {
      await session.showPane();
    } finally {
      if (this.session === session) await this.showSheets(session);
    }
  }

  private async showSheets(session: Session): Promise<void> {
    const { grid } = await this.surfaces;
    this.dispatch({ type: 'stage', stage: 'opening' });
    const shown = await this.stage.show(grid, { book: session.facts.book, port: session.port });
    if (shown.stage === 'overtaken' || this.session !== session) return;
    if (shown.stage !== 'failed') {
      const { sheets, active } = shown.picture;
      this.dispatch({ type: 'sheets', sheets: sheets.map(({ name, kept, cutAt }) => ({ name, kept, cutAt })), sheet: this.stage.sheet() ?? sheets[active]?.name ?? null });
    }
    this.dispatch({ type: 'stage', stage: shown.stage });
  }

  private forgetDraft(id: string): Draft | null {
    const draft = this.drafts.find((one) => one.id === id) ?? null;
    this.drafts = this.drafts.filter((one) => one !== draft);
    this.dispatch({ type: 'drafts', drafts: this.state.drafts.filter((one) => one.id !== id) });
    return draft;
  }

  /** The language was changed in the pane, which has changed already. */
  private followPane(language: Settings['language']): void {
    if (language === this.state.settings.language) return;
    this.keep({ language });
    this.stage.setLanguage(this.language());
  }

  private keep(change: Partial<Settings>): void {
    const settings = { ...this.state.settings, ...change };
    this.dispatch({ type: 'settings', settings });
    this.services.settings.write(settings);
  }

  private retheme(): void {
    this.session?.setTheme(this.theme());
    this.stage.setTheme(gridTheme(this.theme()));
  }

  private tell<T = void>(tone: Message['tone'], words: Words, then?: T): T {
    this.dispatch({ type: 'message', message: { tone, words } });
    this.dispatch({ type: 'announce', words });
    return then as T;
  }
}

function fileOf({ name, bytes }: FileBytes): OpenableFile {
  return { name, size: bytes.length, place: null, read: () => Promise.resolve(bytes.slice()) };
}
