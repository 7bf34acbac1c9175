// The desk of one page: takes folders, shows their lines, gives out what is made of them, and tells the state what happened.
import type { LetterChoice } from '../../batch/letter-choice';
import type { LetterForm } from '../../batch/letter';
import type { KeptList } from '../kept-work';
import type { OpenableFile } from '../opened-file';
import { DeskFiles } from './desk-files';
import type { DetailWish } from './desk-list';
import { DeskListing } from './desk-listing';
import { DeskOutputs, type DeskExport, type DeskFacts, type Tell } from './desk-outputs';
import { DeskRules } from './desk-rules';
import { DeskRuns } from './desk-runs';
import type { DeskServices } from './desk-services';
import type { DeskTab } from './desk-state';
import { DeskStore } from './desk-store';
import { DeskWorker } from './desk-worker';
import type { Gathered } from './gathering';
import { ListKeeper } from './list-keeper';
import { WorkerDied, WorkerMissing } from './worker-died';

export class DeskController {
  private readonly store = new DeskStore();
  private readonly worker: DeskWorker;
  private readonly files: DeskFiles;
  private readonly listing: DeskListing;
  private readonly outputs: DeskOutputs;
  private readonly runs: DeskRuns;
  private readonly keeper: ListKeeper;
  readonly rules: DeskRules;

  readonly getState = this.store.getState;
  readonly subscribe = this.store.subscribe;
  readonly dispatch = this.store.dispatch;
  private readonly places = new Map<string, { top: number; index: number }>();

  constructor(services: DeskServices, facts: DeskFacts, private readonly tell: Tell) {
    const { store } = this;
    const broken = (error: unknown): void => this.broken(error);
    this.worker = new DeskWorker(() => services.startDesk());
    this.keeper = new ListKeeper({ store, worker: this.worker.get, lists: services.lists, clock: services.clock, now: facts.now, newId: facts.newId, text: facts.text });
    this.files = new DeskFiles(services);
    this.rules = new DeskRules({ store, house: facts.house, changed: () => this.rerun(), broken });
    this.listing = new DeskListing({ store, worker: this.worker.get, clock: services.clock, broken });
    this.runs = new DeskRuns({ store, services, files: this.files, listing: this.listing, rules: this.rules, worker: this.worker, keeper: this.keeper, begun: () => this.places.clear(), listed: () => this.compareIfShown(), tell, broken });
    this.outputs = new DeskOutputs({ store, worker: this.worker.get, reviewing: (signal) => this.runs.reviewing(signal), download: (file) => services.download(file), facts, keeper: this.keeper, tell, broken });
  }

  /** True while closing the page would lose work. */
  busy(): boolean {
    return this.runs.busy() || this.store.state.task !== null || this.keeper.atRisk();
  }

  /** The page may be about to go: what waits to be kept is kept now. */
  flush(): void {
    void this.keeper.flush();
  }

  /** The browser keeps nothing of this page any more; told. */
  keepNothing(): void {
    this.keeper.refuse();
    this.tell('info', { key: 'lists.notKept' });
  }

  /** A list that the browser has kept, in place of what is there, which is kept for the next time. */
  async restore(kept: KeptList): ReturnType<DeskRuns['restore']> {
    const came = await this.runs.restore(kept.id, new File([kept.bytes as Uint8Array<ArrayBuffer>], kept.name));
    await this.keeper.flush();
    return came;
  }

  /** A folder, a zip or a saved list in place of what is there; false: there was nothing of these. */
  take(gathering: Promise<Gathered>): Promise<boolean> {
    return this.runs.take(gathering);
  }

  /** Everything that is there by now; what has not changed keeps its line. */
  rerun(): void {
    this.runs.rerun();
  }

  cancel(): void {
    this.runs.cancel();
  }

  /** Goes on where a run was cancelled. */
  resume(): void {
    this.runs.resume();
  }

  /** The file was written: its line is found anew, and those of the reports that are held against it. */
  reviewAgain(path: string): Promise<void> {
    return this.runs.reviewAgain(path);
  }

  /** Ends what goes on beside the check: last year's tables, or the letters. */
  stopTask(): void {
    this.outputs.stop();
  }

  show(tab: DeskTab): void {
    this.dispatch({ type: 'tab', tab });
    this.compareIfShown();
  }

  /** The files that were not read, with why. */
  showUnread(): void {
    this.dispatch({ type: 'search', search: '' });
    this.dispatch({ type: 'verdict', verdict: 'not-checked' });
    this.show('files');
    this.dispatch({ type: 'focus', focus: 'list' });
  }

  async choose(chosen: DetailWish): Promise<void> {
    this.dispatch({ type: 'choose', chosen });
    await this.listing.fetchDetail(chosen);
  }

  /** What was chosen is closed; the user goes on in the list. */
  close(): void {
    this.dispatch({ type: 'choose', chosen: null });
    this.dispatch({ type: 'focus', focus: 'list' });
  }

  /** The user comes back from a file. */
  comeBack(): void {
    this.dispatch({ type: 'focus', focus: this.store.state.chosen ? 'detail' : 'list' });
  }

  readonly focused = (): void => this.dispatch({ type: 'focus', focus: null });

  /** Where the user was in a list; kept while a file is open. */
  placeOf(list: string): { top: number; index: number } {
    let place = this.places.get(list);
    if (!place) this.places.set(list, (place = { top: 0, index: 0 }));
    return place;
  }

  /** Last year's folder, zip or saved list beside this year's. */
  async takeLastYear(gathering: Promise<Gathered>): Promise<void> {
    if (!(await this.outputs.takeLastYear(gathering))) return;
    // What was asked for is what is seen, and how much of it there is.
    this.dispatch({ type: 'section', section: 'years' });
    this.dispatch({ type: 'tab', tab: 'compared' });
    const years = (await this.outputs.compare())?.lastYear;
    if (years) this.tell('done', { key: 'desk.lastYearDone', params: { name: this.store.state.lastYear?.name ?? '', matched: years.matched, count: years.lines.length } });
  }

  export(kind: DeskExport): Promise<void> {
    return this.outputs.export(kind);
  }

  /** One letter a unit, as a zip of Word files. */
  letters(choice: LetterChoice, form: LetterForm): Promise<void> {
    return this.outputs.letters(choice, form);
  }

  /** The workbook of a path, to be opened; null where only its line is at hand. */
  openable(path: string): Promise<OpenableFile | null> {
    return this.files.openable(path);
  }

  inZip(path: string): boolean {
    return this.files.inZip(path);
  }

  /** The first workbook that a report may belong to; null: there is none. */
  workbookOf(report: string): string | null {
    return this.files.companions()(report)[0] ?? null;
  }

  dispose(): void {
    this.cancel();
    this.keeper.stop();
    this.worker.end();
  }

  private compareIfShown(): void {
    if (this.store.state.tab === 'compared') void this.outputs.compare();
  }

  private broken(error: unknown): void {
    if (error instanceof WorkerDied) {
      // What it kept is gone as well: there is nothing left to show or to give out.
      this.worker.end();
      this.cancel();
      this.keeper.lost();
      this.dispatch({ type: 'lost' });
    }
    this.tell('warning', { key: error instanceof WorkerMissing ? 'desk.missing' : 'desk.broken' });
  }
}
