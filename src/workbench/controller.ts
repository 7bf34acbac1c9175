// The workbench's effects: takes what the user hands in to the desk or to the work on one file, keeps settings, and tells the state what happened.
import { isReportFile } from '../batch/report-names';
import { languageOf, type Language } from '../pane/catalogue';
import type { PaneTheme } from '../pane/theme';
import { speakIn, wordsIn, type Speak, type Words } from './catalogue';
import { DeskController } from './desk/desk-controller';
import { gather, isZipName, type Entry } from './desk/gathering';
import { isListName } from './desk/reviewed';
import { offersOf, type Offers } from './draft-offers';
import type { ExportKind } from './exporting';
import { FileList } from './file-list';
import type { Surfaces } from './in-sight';
import { OpenWork } from './open-work';
import { openableOf } from './openable';
import { Openings } from './openings';
import type { OpenableFile, WorkbenchServices } from './services';
import type { Goal } from './session';
import { restoreList } from './restore-list';
import { asSettings, themeFor, withinWidths, type Settings, type SystemLook } from './settings';
import { INITIAL_STATE, reduce, type Message, type WorkbenchAction, type WorkbenchState } from './workbench-state';

/** More files at once are a folder's worth: they come as lists, not as one open file and a line for each other. */
const FEW = 20;

export class WorkbenchController {
  private state: WorkbenchState = INITIAL_STATE;
  private readonly watchers = new Set<() => void>();
  private readonly work: OpenWork;
  private readonly list: FileList;
  private readonly offers: Offers;
  private readonly openings: Openings;
  readonly desk: DeskController;

  constructor(readonly services: WorkbenchServices) {
    this.state = { ...INITIAL_STATE, settings: asSettings(services.settings.read()) };
    const { dispatch, tell, getState: state } = this;
    this.list = new FileList(services, dispatch, async () => (await import('../pane/road')).road.loadHouse(services.house).then(({ rules }) => rules));
    this.offers = offersOf(services, dispatch, (tone, words) => tell(tone, words));
    this.desk = new DeskController(services.desk, { ...services, text: (words) => wordsIn(this.language(), words) }, (tone, words) => tell(tone, words));
    this.work = new OpenWork({
      services, state, dispatch, tell,
      look: () => ({ language: this.language(), theme: this.theme() }),
      followPane: (language) => this.followPane(language),
      inZip: (path) => this.desk.inZip(path),
      onOpened: ({ draft }) => void (draft && this.offers.drafts.forget(draft.id)),
      onSaved: ({ current, path, bytes }) => {
        if (current !== null) this.list.saved(current, bytes);
        if (bytes === null && path !== null) void this.desk.reviewAgain(path);
      },
    });
    const { work, list, desk, offers: { drafts } } = this;
    this.openings = new Openings({ services, state, dispatch, tell, work, list, desk, drafts, speak: () => this.speak() });
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
    this.work.attach(surfaces);
  }

  /** Offers what was not saved last time. */
  async start(): Promise<void> {
    await Promise.all([this.offers.drafts.start(), this.offers.lists.start()]);
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
    this.work.retheme();
  }

  prefer(change: Partial<Settings>): void {
    const before = this.language();
    this.keep(change);
    this.work.retheme();
    if (this.language() !== before) this.work.relanguage(true);
  }

  /** Who signs the letters, from now on. */
  signAs(signedBy: string): void {
    this.keep({ signedBy });
  }

  widen(width: number): void {
    this.keep({ paneWidth: withinWidths(width) });
  }

  // Opening

  /** What was dropped or chosen: folders, zips, saved lists and many files go to the desk, a few files are opened. */
  async take(entries: readonly Entry[]): Promise<void> {
    const files = entries.filter((entry) => entry.kind === 'file');
    const few = files.length === entries.length && files.length <= FEW && !files.some(({ name }) => isZipName(name) || isListName(name));
    if (few) {
      const openable = await Promise.all(files.map(openableOf));
      const reports = openable.filter(({ name }) => isReportFile(name));
      const workbooks = openable.filter((file) => !reports.includes(file));
      return workbooks.length > 0 ? this.open(workbooks, reports) : this.openings.openReports(reports);
    }
    const before = this.state.view;
    this.dispatch({ type: 'view', view: 'desk' });
    this.dispatch({ type: 'message', message: null });
    // Nothing came: back to where the user was, with the reason in sight.
    if (!(await this.desk.take(gather(entries))) && this.desk.getState().name === null) this.dispatch({ type: 'view', view: before });
  }

  /** Lists the files and opens the first that can be read, and holds a report against it; asks first where something is unsaved. */
  open(files: readonly OpenableFile[], reports: readonly OpenableFile[] = []): Promise<void> {
    return this.openings.open(files, reports);
  }

  openListed(id: string): Promise<void> {
    return this.openings.openListed(id);
  }

  /** A workbook of the desk's folder, at a cell where one is meant. */
  openFromDesk(path: string, goal: Goal | null): Promise<void> {
    return this.openings.openFromDesk(path, goal);
  }

  /** What is open behind the lists, as it was left. */
  showFile(): Promise<void> {
    return this.openings.showFile();
  }

  openSample(): Promise<void> {
    return this.openings.openSample();
  }

  restoreDraft(id: string): Promise<void> {
    return this.openings.restoreDraft(id);
  }

  /** From a file back to the lists, where the user was. */
  backToDesk(): void {
    this.desk.comeBack();
    this.dispatch({ type: 'view', view: 'desk' });
  }

  /** From a cell back to the pane, where the user asked to see it. */
  backToPane(): Promise<void> {
    return this.work.backToPane();
  }

  /** From the lists to the workbook that was open before them; what was told of the lists stays behind. */
  backToFile(): void {
    this.dispatch({ type: 'message', message: null });
    this.dispatch({ type: 'view', view: 'file' });
  }

  /** False: this browser has no picker of its own, the page's file input serves. */
  async pick(): Promise<boolean> {
    const { pick } = this.services;
    if (!pick) return false;
    try {
      await this.take(await pick());
      return true;
    } catch {
      return false;
    }
  }

  async pickFolder(): Promise<void> {
    const entries = await this.services.pickFolder();
    if (entries.length > 0) await this.take(entries);
  }

  async pickLastYear(kind: 'folder' | 'file'): Promise<void> {
    const entries = await (kind === 'folder' ? this.services.pickFolder() : this.services.pickFile());
    if (entries.length === 0) return;
    this.dispatch({ type: 'message', message: null });
    await this.desk.takeLastYear(gather(entries));
  }

  discardDraft(id: string): Promise<void> {
    return this.offers.drafts.discard(id);
  }

  /** The list of a folder, from before the page was closed. */
  restoreList(id: string): Promise<void> {
    return restoreList(id, { lists: this.offers.lists, desk: this.desk, state: this.getState, dispatch: this.dispatch, tell: this.tell });
  }

  discardList(id: string): Promise<void> {
    return this.offers.lists.discard(id);
  }

  decide(answer: 'save' | 'discard' | 'cancel'): Promise<void> {
    return this.work.decide(answer);
  }

  // Saving

  save(): Promise<boolean> {
    return this.work.save();
  }

  export(kind: ExportKind): Promise<void> {
    return this.work.export(kind);
  }

  /** Whether leaving the page would lose something. */
  hasUnsaved(): boolean {
    return this.work.hasUnsaved() || this.desk.busy();
  }

  /** The page may be about to go: what waits to be kept is kept now. */
  flush(): void {
    this.work.flush();
    this.desk.flush();
  }

  /** Where the user stands in the grid may have changed. */
  lookAtSheet(): void {
    this.work.lookAtSheet();
  }

  retryStage(): Promise<void> {
    return this.work.retryStage();
  }

  dispose(): void {
    this.list.stop();
    this.desk.dispose();
    this.work.dispose();
  }

  /** The language was changed in the pane, which has changed already. */
  private followPane(language: Settings['language']): void {
    if (language === this.state.settings.language) return;
    this.keep({ language });
    this.work.relanguage(false);
  }

  private keep(change: Partial<Settings>): void {
    this.dispatch({ type: 'settings', settings: { ...this.state.settings, ...change } });
    // What another window has kept meanwhile stays.
    this.services.settings.write({ ...asSettings(this.services.settings.read()), ...change });
  }

  private readonly tell = <T = void>(tone: Message['tone'], words: Words, then?: T): T => {
    this.dispatch({ type: 'message', message: { tone, words } });
    this.dispatch({ type: 'announce', words });
    return then as T;
  };
}
