// The desk's effects: gathers and reviews folders, asks the desk's worker for what is shown, and tells the state what happened.
import type { LetterChoice } from '../../batch/letter-choice';
import type { LetterForm } from '../../batch/letter';
import type { Words } from '../catalogue';
import type { Desk } from '../engine-client';
import type { OpenableFile } from '../opened-file';
import { DeskFiles } from './desk-files';
import type { DetailWish, Known } from './desk-list';
import { DeskListing } from './desk-listing';
import { DeskRules } from './desk-rules';
import type { DeskServices } from './desk-services';
import { DeskOutputs, type DeskExport, type DeskFacts, type Tell } from './desk-outputs';
import type { DeskState, DeskTab } from './desk-state';
import { DeskStore } from './desk-store';
import { runFolder, type RunOptions } from './folder-run';
import type { Gathered, Others } from './gathering';
import { WorkerDied, WorkerMissing } from './worker-died';
import type { FolderFile } from './whereabouts';

/** What is to be reviewed. */
interface Folder {
  readonly name: Words;
  readonly files: Map<string, FolderFile>;
  readonly others: Others;
  readonly again: Gathered['again'];
}

export class DeskController {
  private readonly store = new DeskStore();
  private readonly outputs: DeskOutputs;
  private readonly listing: DeskListing;
  readonly rules: DeskRules;
  private desk: Promise<Desk> | null = null;

  readonly getState = this.store.getState;
  readonly subscribe = this.store.subscribe;
  readonly dispatch = this.store.dispatch;
  private readonly files: DeskFiles;
  /** Reviewed, or about to be; null: there are lines alone. */
  private folder: Folder | null = null;
  /** Of this run, done or not. */
  private waiting = new Set<string>();
  private warnings: readonly Words[] = [];
  /** Counts what was asked for: the last of it is done. */
  private turn = 0;
  /** What that is called; null: nothing came of it. */
  private latest: Promise<Words | null> = Promise.resolve(null);
  private stopping: AbortController | null = null;
  private running: Promise<void> = Promise.resolve();
  private readonly places = new Map<string, { top: number; index: number }>();

  constructor(
    private readonly services: DeskServices,
    private readonly facts: DeskFacts,
    private readonly tell: Tell,
  ) {
    const { store } = this;
    this.files = new DeskFiles(services);
    const worker = (): Promise<Desk> => this.worker();
    const broken = (error: unknown): void => this.broken(error);
    this.rules = new DeskRules({ store, house: facts.house, changed: () => this.rerun(), broken });
    this.listing = new DeskListing({ store, worker, clock: services.clock, broken });
    this.outputs = new DeskOutputs({ store, worker, reviewing: (signal) => this.reviewing(signal), download: (file) => services.download(file), facts, tell, broken });
  }

  /** True while closing the page would lose work. */
  busy(): boolean {
    return this.stopping !== null || this.store.state.task !== null;
  }

  /** A folder, a zip or a saved list in place of what is there; false: there was nothing of these. */
  take(gathering: Promise<Gathered>): Promise<boolean> {
    return this.begin(gathering, false);
  }

  /** `same`: it is the folder that is there, whose filters stay. */
  private async begin(gathering: Promise<Gathered>, same: boolean): Promise<boolean> {
    const turn = ++this.turn;
    this.latest = gathering.then(({ name }) => name, () => null);
    this.cancel();
    this.warnings = [];
    this.dispatch({ type: 'gathering', gathering: true });
    try {
      const { name, files, lists, problems, others, again } = await gathering;
      if (this.overtaken(turn, name)) return true;
      const list = lists.at(-1);
      if (problems.length > 0) this.warn(problems.join(' '));
      if (files.length === 0 && !list) {
        if (problems.length === 0) this.tell('warning', { key: 'desk.nothing' });
        return false;
      }
      if (list && !(await this.loadList(list, files.length > 0))) return false;
      if (this.turn !== turn || files.length === 0) return true;
      this.folder = { name, files: new Map(files.map((file) => [file.path, file])), others, again };
      void this.review(turn, this.folder, same);
      return true;
    } catch (error) {
      this.broken(error);
      return false;
    } finally {
      if (this.turn === turn) this.dispatch({ type: 'gathering', gathering: false });
    }
  }

  /** Everything that is there by now; what has not changed keeps its line. */
  rerun(): void {
    if (this.folder && !this.stopping && !this.store.state.gathering) void this.begin(this.folder.again(), true);
  }

  cancel(): void {
    this.stopping?.abort();
  }

  /** Ends what goes on beside the check: last year's tables, or the letters. */
  stopTask(): void {
    this.outputs.stop();
  }

  /** Goes on where a run was cancelled. */
  resume(): void {
    const { run } = this.store.state;
    if (this.stopping || run?.stage !== 'cancelled') return;
    this.running = this.reviewFiles(this.files.of(this.waiting), run, new Map());
  }

  show(tab: DeskTab): void {
    this.dispatch({ type: 'tab', tab });
    if (tab === 'compared') void this.outputs.compare();
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
    if (await this.outputs.takeLastYear(gathering)) this.show('compared');
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

  /** The file was written: its line is found anew, and those of the reports that are held against it. */
  reviewAgain(path: string): Promise<void> {
    // A run that goes on has the file as it was; what comes in place of this folder waits, so that no line of it comes after.
    this.running = this.running.then(() => this.reviewWritten(path)).catch((error: unknown) => this.broken(error));
    return this.running;
  }

  private async reviewWritten(path: string): Promise<void> {
    const written = await this.files.written(path);
    if (written.length === 0) return;
    const desk = await this.worker();
    const adding: Promise<unknown>[] = [];
    await runFolder(written, { ...this.reviewing(new AbortController().signal), folder: this.files.all(), known: new Map(), before: null }, { line: (_, line) => void (line !== null && adding.push(desk.ask('add', line))), progress: () => undefined });
    await Promise.all(adding);
    await this.relist();
  }

  dispose(): void {
    this.cancel();
    void this.desk?.then((desk) => desk.end(), () => undefined);
    this.desk = null;
  }

  private async loadList(list: File, attaching: boolean): Promise<boolean> {
    // The end of a run that was stopped for this does not stand over the list.
    await this.settled();
    const loaded = await (await this.worker()).ask('load', list);
    if (!loaded) {
      this.tell('warning', { key: 'desk.badList', params: { name: list.name } });
      return false;
    }
    if (loaded.refused > 0) this.warn({ key: 'desk.badLines', params: { count: loaded.refused } });
    if (attaching) return true;
    this.files.begin(new Map());
    this.folder = null;
    this.waiting = new Set();
    this.places.clear();
    this.dispatch({ type: 'named', name: list.name, others: [], attached: false, same: false });
    await this.relist();
    return true;
  }

  /** Something else was asked for before this began; told, unless it was checked before or is the same once more. */
  private overtaken(turn: number, name: Words): boolean {
    if (this.turn === turn) return false;
    const before = this.store.state.name;
    void this.latest.then((latest) => {
      if (![before, latest].some((one) => JSON.stringify(one) === JSON.stringify(name))) this.warn({ key: 'desk.overtaken', params: { name } });
    });
    return true;
  }

  private async review(turn: number, { name, files, others }: Folder, same: boolean): Promise<void> {
    try {
      const desk = await this.worker();
      const { judges, applied, told } = await this.rules.begin();
      await this.settled();
      if (this.overtaken(turn, name)) return;
      this.files.begin(files);
      const known = new Map(await desk.ask('begin', judges.by));
      if (this.overtaken(turn, name)) return;
      this.places.clear();
      this.dispatch({ type: 'named', name, others, attached: true, same });
      this.dispatch({ type: 'applied', applied });
      if (told.length > 0) this.warn(told.join(' '));
      this.running = this.reviewFiles([...files.values()], null, known);
    } catch (error) {
      this.broken(error);
    }
  }

  private async reviewFiles(files: readonly FolderFile[], before: DeskState['run'], known: ReadonlyMap<string, Known>): Promise<void> {
    const { turn } = this;
    const stopping = new AbortController();
    this.stopping = stopping;
    this.waiting = new Set(files.map(({ path }) => path));
    try {
      const desk = await this.worker();
      // A worker that has died is noticed when something is asked of it.
      const quietly = (asked: Promise<unknown>): void => void asked.catch(() => stopping.abort());
      this.listing.follow(() => !stopping.signal.aborted && this.stopping === stopping);
      const run = await runFolder(files, { ...this.reviewing(stopping.signal), folder: this.files.all(), known, before }, {
        line: (file, line) => {
          this.waiting.delete(file);
          quietly(line === null ? desk.ask('keep', file) : desk.ask('add', line));
        },
        progress: (now) => this.dispatch({ type: 'run', run: now }),
      });
      this.stopping = null;
      if ((await this.desk) !== desk) return;
      this.dispatch({ type: 'run', run });
      // Of a run that was stopped for something else nothing is said: that follows at once.
      if (!(await this.relist()) || this.turn !== turn) return;
      const { errors, 'to-verify': verify, clean, 'not-checked': none } = this.fileCounts();
      const ended: Words = { key: run.stage === 'done' ? 'desk.done' : 'desk.cancelled', params: { total: run.total, done: run.done, errors, verify, clean, none } };
      const { warnings } = this;
      this.warnings = [];
      // What was told at the beginning is not taken away by the end.
      if (warnings.length > 0) this.tell('warning', warnings.reduce<Words>((first, next) => ({ key: 'desk.also', params: { first, next } }), ended));
      else this.tell(run.stage === 'done' ? 'done' : 'info', ended);
    } catch (error) {
      this.broken(error);
    } finally {
      if (this.stopping === stopping) this.stopping = null;
    }
  }

  /** The list as it is once something has ended, and the comparison of it where that is looked at. False: the worker has broken down. */
  private async relist(): Promise<boolean> {
    const listed = await this.listing.refresh();
    if (listed && this.store.state.tab === 'compared') void this.outputs.compare();
    return listed;
  }

  /** By file, earlier lines that hold included. */
  private fileCounts(): Record<'errors' | 'to-verify' | 'clean' | 'not-checked', number> {
    const counts = { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 };
    for (const { verdict } of this.store.state.list?.files ?? []) counts[verdict]++;
    return counts;
  }

  private reviewing(signal: AbortSignal): Pick<RunOptions, 'start' | 'by' | 'jobs' | 'signal' | 'clock'> {
    const { rules: { judges }, services: { jobs, clock } } = this;
    return { start: () => this.services.startReviewer(judges), by: judges.by, jobs, signal, clock };
  }

  /** Nothing is under way any more, what was asked for in the meantime included. */
  private async settled(): Promise<void> {
    for (let last: Promise<void> | null = null; last !== this.running;) {
      last = this.running;
      await last;
    }
  }

  private worker(): Promise<Desk> {
    this.desk ??= this.services.startDesk().catch((error: unknown) => {
      this.desk = null;
      throw error;
    });
    return this.desk;
  }

  private warn(words: Words): void {
    this.warnings = [...this.warnings, words];
    this.tell('warning', words);
  }

  private broken(error: unknown): void {
    if (error instanceof WorkerDied) {
      // What it kept is gone as well: there is nothing left to show or to give out.
      void this.desk?.then((desk) => desk.end(), () => undefined);
      this.desk = null;
      this.stopping?.abort();
      this.dispatch({ type: 'lost' });
    }
    this.tell('warning', { key: error instanceof WorkerMissing ? 'desk.missing' : 'desk.broken' });
  }
}
