// Folders taken and reviewed, one after another: of what is asked for the last is done.
import type { Others } from '../../batch/workbook-names';
import type { Words } from '../catalogue';
import type { DeskFiles } from './desk-files';
import type { Known } from './desk-list';
import type { DeskListing } from './desk-listing';
import type { Tell } from './desk-outputs';
import type { DeskRules } from './desk-rules';
import type { DeskServices } from './desk-services';
import type { DeskState } from './desk-state';
import type { DeskStore } from './desk-store';
import type { DeskWorker } from './desk-worker';
import { runFolder, type RunOptions } from './folder-run';
import type { Gathered } from './gathering';
import type { ListKeeper } from './list-keeper';
import type { FolderFile } from './whereabouts';

/** What is to be reviewed. */
interface Folder {
  readonly name: Words;
  readonly files: Map<string, FolderFile>;
  readonly others: Others;
  readonly again: Gathered['again'];
}

interface Around {
  readonly store: DeskStore;
  readonly services: DeskServices;
  readonly files: DeskFiles;
  readonly listing: DeskListing;
  readonly rules: DeskRules;
  readonly worker: DeskWorker;
  readonly keeper: ListKeeper;
  /** Other lines begin: where the user was among the earlier ones is of no use. */
  readonly begun: () => void;
  /** The list has come to rest. */
  readonly listed: () => void;
  readonly tell: Tell;
  readonly broken: (error: unknown) => void;
}

const also = (first: Words, next: Words): Words => ({ key: 'desk.also', params: { first, next } });

export class DeskRuns {
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

  constructor(private readonly around: Around) {}

  /** True while one goes on. */
  busy(): boolean {
    return this.stopping !== null;
  }

  take(gathering: Promise<Gathered>): Promise<boolean> {
    return this.begin(gathering, false);
  }

  /** A list as the browser has kept it under that id. Overtaken: something else was asked for before it was its turn. */
  async restore(id: string, list: File): Promise<'restored' | 'overtaken' | 'refused'> {
    const gathered: Gathered = { name: list.name, files: [], lists: [list], problems: [], others: [], again: () => Promise.resolve(gathered) };
    if (!(await this.begin(Promise.resolve(gathered), false, id))) return 'refused';
    return this.around.keeper.has(id) ? 'restored' : 'overtaken';
  }

  /** `same`: it is the folder that is there, whose filters stay. `kept`: the id under which the browser has it already. */
  private async begin(gathering: Promise<Gathered>, same: boolean, kept: string | null = null): Promise<boolean> {
    const turn = ++this.turn;
    this.latest = gathering.then(({ name }) => name, () => null);
    this.cancel();
    this.warnings = [];
    this.around.store.dispatch({ type: 'gathering', gathering: true });
    try {
      const { name, files, lists, problems, others, again } = await gathering;
      if (this.overtaken(turn, name)) return true;
      const list = lists.at(-1);
      if (problems.length > 0) this.warn(problems.join(' '));
      if (files.length === 0 && !list) {
        if (problems.length === 0) this.around.tell('warning', { key: 'desk.nothing' });
        return false;
      }
      if (list && !(await this.inTurn(() => this.loadList(turn, list, files.length > 0, kept)))) return false;
      if (this.turn !== turn || files.length === 0) return true;
      this.folder = { name, files: new Map(files.map((file) => [file.path, file])), others, again };
      void this.review(turn, this.folder, same);
      return true;
    } catch (error) {
      this.around.broken(error);
      return false;
    } finally {
      if (this.turn === turn) this.around.store.dispatch({ type: 'gathering', gathering: false });
    }
  }

  rerun(): void {
    if (this.folder && !this.stopping && !this.around.store.state.gathering) void this.begin(this.folder.again(), true);
  }

  cancel(): void {
    this.stopping?.abort();
  }

  resume(): void {
    const { run, gathering } = this.around.store.state;
    // What is being gathered or loaded takes the place of this.
    if (this.stopping || gathering || run?.stage !== 'cancelled') return;
    this.running = this.reviewFiles(this.around.files.of(this.waiting), run, new Map());
  }

  reviewAgain(path: string): Promise<void> {
    // A run that goes on has the file as it was; what comes in place of this folder waits, so that no line of it comes after.
    this.running = this.running.then(() => this.reviewWritten(path)).catch((error: unknown) => this.around.broken(error));
    return this.running;
  }

  private async reviewWritten(path: string): Promise<void> {
    const written = await this.around.files.written(path);
    if (written.length === 0) return;
    const desk = await this.around.worker.get();
    const adding: Promise<unknown>[] = [];
    await runFolder(written, { ...this.reviewing(new AbortController().signal), folder: this.around.files.all(), known: new Map(), before: null }, { line: (_, line) => void (line !== null && adding.push(desk.ask('add', line))), progress: () => undefined });
    await Promise.all(adding);
    this.around.keeper.changed();
    await this.relist();
    void this.around.keeper.flush();
  }

  /** After what goes on, so that the end of a run that was stopped for this does not stand over it; what is asked for meanwhile waits. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const working = this.running.then(work);
    this.running = working.then(() => undefined, () => undefined);
    return working;
  }

  private async loadList(turn: number, list: File, attaching: boolean, kept: string | null): Promise<boolean> {
    if (this.turn !== turn) return true;
    // What it takes the place of stays for the next time, as it is now.
    await this.around.keeper.flush();
    const loaded = await (await this.around.worker.get()).ask('load', list);
    if (!loaded) {
      this.around.tell('warning', { key: 'desk.badList', params: { name: list.name } });
      return false;
    }
    if (loaded.refused > 0) this.warn({ key: 'desk.badLines', params: { count: loaded.refused } });
    this.around.keeper.begin(kept);
    if (attaching) return true;
    this.around.files.begin(new Map());
    this.folder = null;
    this.waiting = new Set();
    this.around.begun();
    this.around.store.dispatch({ type: 'named', name: list.name, others: [], attached: false, same: false });
    await this.relist();
    return true;
  }

  /** Something else was asked for before this began; told, unless it was checked before or is the same once more. */
  private overtaken(turn: number, name: Words): boolean {
    if (this.turn === turn) return false;
    const before = this.around.store.state.name;
    void this.latest.then((latest) => {
      if (![before, latest].some((one) => JSON.stringify(one) === JSON.stringify(name))) this.warn({ key: 'desk.overtaken', params: { name } });
    });
    return true;
  }

  private async review(turn: number, { name, files, others }: Folder, same: boolean): Promise<void> {
    try {
      const desk = await this.around.worker.get();
      const { judges, applied, told } = await this.around.rules.begin();
      await this.settled();
      if (this.overtaken(turn, name)) return;
      if (!same) await this.around.keeper.leave(name);
      this.around.files.begin(files);
      const known = new Map(await desk.ask('begin', judges.by));
      if (this.overtaken(turn, name)) return;
      this.around.begun();
      this.around.store.dispatch({ type: 'named', name, others, attached: true, same });
      this.around.store.dispatch({ type: 'applied', applied });
      if (told.length > 0) this.warn(told.join(' '));
      this.running = this.reviewFiles([...files.values()], null, known);
    } catch (error) {
      this.around.broken(error);
    }
  }

  private async reviewFiles(files: readonly FolderFile[], before: DeskState['run'], known: ReadonlyMap<string, Known>): Promise<void> {
    const { turn } = this;
    const stopping = new AbortController();
    this.stopping = stopping;
    this.waiting = new Set(files.map(({ path }) => path));
    try {
      const desk = await this.around.worker.get();
      // A worker that has died is noticed when something is asked of it.
      const quietly = (asked: Promise<unknown>): void => void asked.catch(() => stopping.abort());
      this.around.listing.follow(() => !stopping.signal.aborted && this.stopping === stopping);
      const run = await runFolder(files, { ...this.reviewing(stopping.signal), folder: this.around.files.all(), known, before }, {
        line: (file, line) => {
          this.waiting.delete(file);
          this.around.keeper.changed();
          quietly(line === null ? desk.ask('keep', file) : desk.ask('add', line));
        },
        progress: (now) => this.around.store.dispatch({ type: 'run', run: now }),
      });
      this.stopping = null;
      if (!(await this.around.worker.isAtWork(desk))) return;
      this.around.store.dispatch({ type: 'run', run });
      // Of a run that was stopped for something else nothing is said: that follows at once.
      if (!(await this.relist()) || this.turn !== turn) return;
      const { errors, 'to-verify': verify, clean, 'not-checked': none } = this.fileCounts();
      const ended: Words = { key: run.stage === 'done' ? 'desk.done' : 'desk.cancelled', params: { total: run.total, done: run.done, errors, verify, clean, none } };
      const { warnings } = this;
      this.warnings = [];
      // What was told at the beginning is not taken away by the end.
      const told = warnings.reduce(also, ended);
      this.around.tell(warnings.length > 0 ? 'warning' : run.stage === 'done' ? 'done' : 'info', told);
      void this.around.keeper.flush().then((safe) => void (!safe && this.turn === turn && this.around.tell('warning', also(told, { key: 'lists.unsafe' }))));
    } catch (error) {
      this.around.broken(error);
    } finally {
      if (this.stopping === stopping) this.stopping = null;
    }
  }

  /** The list as it is once something has ended. False: the worker has broken down. */
  private async relist(): Promise<boolean> {
    const listed = await this.around.listing.refresh();
    if (listed) this.around.listed();
    return listed;
  }

  /** By file, earlier lines that hold included. */
  private fileCounts(): Record<'errors' | 'to-verify' | 'clean' | 'not-checked', number> {
    const counts = { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 };
    for (const { verdict } of this.around.store.state.list?.files ?? []) counts[verdict]++;
    return counts;
  }

  /** By what, and with how many workers, files are reviewed. */
  reviewing(signal: AbortSignal): Pick<RunOptions, 'start' | 'by' | 'jobs' | 'signal' | 'clock'> {
    const { rules: { judges }, services } = this.around;
    return { start: () => services.startReviewer(judges), by: judges.by, jobs: services.jobs, signal, clock: services.clock };
  }

  /** Nothing is under way any more, what was asked for in the meantime included. */
  private async settled(): Promise<void> {
    for (let last: Promise<void> | null = null; last !== this.running;) {
      last = this.running;
      await last;
    }
  }

  private warn(words: Words): void {
    this.warnings = [...this.warnings, words];
    this.around.tell('warning', words);
  }
}
