// The desk's effects: gathers and reviews folders, asks the desk's worker for what is shown, gives out what is exported, and tells the state what happened.
import type { LetterChoice } from '../../batch/letter-choice';
import { LETTERS_ZIP } from '../../batch/letter-choice';
import type { LetterForm } from '../../batch/letter';
import { SUMMARY_TITLE, type SummaryFormat } from '../../batch/summary-file';
import { localDate } from '../../exports/local-date';
import type { Words } from '../catalogue';
import type { Desk } from '../engine-client';
import type { OpenableFile } from '../services';
import type { Message } from '../workbench-state';
import type { DetailWish, Known } from './desk-list';
import { EMPTY_DESK, reduceDesk, type DeskAction, type DeskState, type DeskTab } from './desk-state';
import { runFolder } from './folder-run';
import type { Gathered } from './gathering';
import type { Reviewer } from './reviewers';
import { sizeOf, type Bytes, type FolderFile, type Whereabouts } from './whereabouts';

export interface DeskServices {
  startDesk(): Promise<Desk>;
  startReviewer(): Reviewer;
  /** Workers at once. */
  readonly jobs: number;
  bytesAt(whereabouts: Whereabouts): Promise<Bytes>;
  fromHandle(handle: FileSystemFileHandle): Promise<OpenableFile>;
  /** Gives a file to the browser's downloads. */
  download(file: { readonly name: string; readonly blob: Blob }): void;
  /** Milliseconds, only going forward. */
  readonly clock: () => number;
}

export type DeskExport = SummaryFormat | 'jsonl';
export type Tell = (tone: Message['tone'], words: Words) => void;

/** While a run goes on the list follows it, but never takes more than a fifth of the worker's time. */
const LIST_EVERY = 1_000;
const LIST_SHARE = 5;
const LETTERS_AT_ONCE = 10;

export class DeskController {
  private state: DeskState = EMPTY_DESK;
  private readonly watchers = new Set<() => void>();
  private desk: Promise<Desk> | null = null;
  private files = new Map<string, FolderFile>();
  /** Of this run, done or not. */
  private waiting = new Set<string>();
  private stopping: AbortController | null = null;
  private running: Promise<void> = Promise.resolve();
  private listing: Promise<void> | null = null;
  private stale = false;
  private readonly places = new Map<string, { top: number; index: number }>();

  constructor(
    private readonly services: DeskServices,
    private readonly facts: { readonly now: () => Date; readonly version: string },
    private readonly tell: Tell,
  ) {}

  readonly getState = (): DeskState => this.state;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly dispatch = (action: DeskAction): void => {
    const next = reduceDesk(this.state, action);
    if (next === this.state) return;
    this.state = next;
    for (const watcher of this.watchers) watcher();
  };

  /** True while closing the page would lose work. */
  busy(): boolean {
    return this.stopping !== null || this.state.task !== null;
  }

  /** A folder, a zip or a saved list in place of what is there; false: there was nothing of these. */
  async take(gathering: Promise<Gathered>): Promise<boolean> {
    this.cancel();
    this.dispatch({ type: 'gathering', gathering: true });
    try {
      const { name, files, lists, problems } = await gathering;
      const list = lists.at(-1);
      if (problems.length > 0) this.tell('warning', problems.join(' '));
      if (files.length === 0 && !list) {
        if (problems.length === 0) this.tell('warning', { key: 'desk.nothing' });
        return false;
      }
      if (list && !(await this.loadList(list, files.length > 0))) return false;
      if (files.length > 0) void this.review(name, files);
      return true;
    } catch {
      this.broken();
      return false;
    } finally {
      this.dispatch({ type: 'gathering', gathering: false });
    }
  }

  /** Everything once more; what has not changed keeps its line. */
  rerun(): void {
    const { name } = this.state;
    if (name !== null && this.files.size > 0 && !this.stopping) void this.review(name, [...this.files.values()]);
  }

  cancel(): void {
    this.stopping?.abort();
  }

  /** Goes on where a run was cancelled. */
  resume(): void {
    const { run } = this.state;
    if (this.stopping || run?.stage !== 'cancelled') return;
    this.running = this.reviewFiles([...this.waiting].flatMap((path) => this.files.get(path) ?? []), run, new Map());
  }

  show(tab: DeskTab): void {
    this.dispatch({ type: 'tab', tab });
    if (tab === 'compared') void this.compare();
  }

  async choose(chosen: DetailWish): Promise<void> {
    this.dispatch({ type: 'choose', chosen });
    await this.fetchDetail(chosen);
  }

  /** What was chosen is closed; the user goes on in the list. */
  close(): void {
    this.dispatch({ type: 'choose', chosen: null });
    this.dispatch({ type: 'focus', focus: 'list' });
  }

  /** The user comes back from a file. */
  comeBack(): void {
    this.dispatch({ type: 'focus', focus: this.state.chosen ? 'detail' : 'list' });
  }

  readonly focused = (): void => this.dispatch({ type: 'focus', focus: null });

  /** Where the user was in a list; kept while a file is open. */
  placeOf(list: string): { top: number; index: number } {
    let place = this.places.get(list);
    if (!place) this.places.set(list, (place = { top: 0, index: 0 }));
    return place;
  }

  async compare(): Promise<void> {
    if (this.state.comparisons !== null) return;
    this.dispatch({ type: 'comparisons', comparisons: 'asked' });
    try {
      const comparisons = await (await this.worker()).ask('comparisons');
      if (this.state.comparisons === 'asked') this.dispatch({ type: 'comparisons', comparisons });
    } catch {
      this.dispatch({ type: 'comparisons', comparisons: null });
      this.broken();
    }
  }

  /** Last year's folder, zip or saved list beside this year's. */
  async takeLastYear(gathering: Promise<Gathered>): Promise<void> {
    await this.during({ kind: 'lastYear', done: 0, total: 0 }, async () => {
      const { name, files, lists, problems } = await gathering;
      const list = lists.at(-1);
      if (problems.length > 0) return this.tell('warning', problems.join(' '));
      if (files.length === 0 && !list) return this.tell('warning', { key: 'desk.nothing' });
      const desk = await this.worker();
      let count: number;
      if (list) count = await desk.ask('compareWithList', list);
      else {
        const lines: string[] = [];
        await runFolder(files, { ...this.reviewing(new AbortController().signal), known: new Map(), before: null }, {
          line: (_, line) => void (line !== null && lines.push(line)),
          progress: ({ done, total }) => this.dispatch({ type: 'task', task: { kind: 'lastYear', done, total } }),
        });
        await desk.ask('compareWith', lines);
        count = lines.length;
      }
      if (count === 0) return this.tell('warning', { key: 'desk.badList', params: { name } });
      this.dispatch({ type: 'last-year', lastYear: { name, files: count } });
      this.show('compared');
    });
  }

  async export(kind: DeskExport): Promise<void> {
    await this.during({ kind: 'exporting', done: 0, total: 0 }, async () => {
      const desk = await this.worker();
      const file = kind === 'jsonl'
        ? { name: 'results.jsonl', blob: await desk.ask('results') }
        : await desk.ask('summary', { format: kind, head: { title: SUMMARY_TITLE, date: localDate(this.facts.now()), version: this.facts.version } });
      this.give(file);
    });
  }

  /** One letter a unit, as a zip of Word files. */
  async letters(choice: LetterChoice, form: LetterForm): Promise<void> {
    this.dispatch({ type: 'dialog', dialog: null });
    await this.during({ kind: 'letters', done: 0, total: 0 }, async () => {
      const desk = await this.worker();
      const total = await desk.ask('beginLetters', { choice, form });
      if (total === 0) return this.tell('info', { key: 'desk.noLetters' });
      for (let done = 0; done < total;) {
        done = await desk.ask('writeLetters', LETTERS_AT_ONCE);
        this.dispatch({ type: 'task', task: { kind: 'letters', done, total } });
      }
      this.give({ name: LETTERS_ZIP, blob: await desk.ask('letters') });
    });
  }

  /** The workbook of a path, to be opened; null where only its line is at hand. */
  async openable(path: string): Promise<OpenableFile | null> {
    const file = this.files.get(path);
    const { whereabouts, handle } = file ?? {};
    if (!whereabouts) return null;
    if (handle) return this.services.fromHandle(handle).catch(() => null);
    return {
      name: path.replace(/^.*\//, ''), size: sizeOf(whereabouts), place: null,
      read: async () => {
        const read = await this.services.bytesAt(whereabouts);
        if (!read.ok) throw new Error(read.reason);
        return read.bytes;
      },
    };
  }

  /** The file was written: its line is found anew. */
  async reviewAgain(path: string): Promise<void> {
    const file = this.files.get(path);
    if (!file?.handle || this.stopping) return;
    const fresh: FolderFile = { ...file, whereabouts: { kind: 'file', file: await file.handle.getFile() } };
    this.files.set(path, fresh);
    const { run } = this.state;
    const desk = await this.worker();
    await runFolder([fresh], { ...this.reviewing(new AbortController().signal), known: new Map(), before: null }, { line: (_, line) => void (line !== null && desk.ask('add', line)), progress: () => undefined });
    if (run) this.dispatch({ type: 'run', run });
    await this.refresh();
  }

  dispose(): void {
    this.cancel();
    void this.desk?.then((desk) => desk.end(), () => undefined);
    this.desk = null;
  }

  private async loadList(list: File, attaching: boolean): Promise<boolean> {
    const loaded = await (await this.worker()).ask('load', list);
    if (!loaded) {
      this.tell('warning', { key: 'desk.badList', params: { name: list.name } });
      return false;
    }
    if (loaded.refused > 0) this.tell('warning', { key: 'desk.badLines', params: { count: loaded.refused } });
    if (attaching) return true;
    this.files = new Map();
    this.waiting = new Set();
    this.places.clear();
    this.dispatch({ type: 'named', name: list.name, attached: false });
    await this.refresh();
    return true;
  }

  private async review(name: string, files: readonly FolderFile[]): Promise<void> {
    const desk = await this.worker();
    await this.running;
    const known = new Map(await desk.ask('begin', this.facts.version));
    this.files = new Map(files.map((file) => [file.path, file]));
    this.places.clear();
    this.dispatch({ type: 'named', name, attached: true });
    this.running = this.reviewFiles(files, null, known);
    await this.running;
  }

  private async reviewFiles(files: readonly FolderFile[], before: DeskState['run'], known: ReadonlyMap<string, Known>): Promise<void> {
    const stopping = new AbortController();
    this.stopping = stopping;
    this.waiting = new Set(files.map(({ path }) => path));
    try {
      const desk = await this.worker();
      // A worker that has died is noticed when something is asked of it.
      const quietly = (asked: Promise<unknown>): void => void asked.catch(() => stopping.abort());
      this.follow(stopping.signal);
      const run = await runFolder(files, { ...this.reviewing(stopping.signal), known, before }, {
        line: (file, line) => {
          this.waiting.delete(file);
          quietly(line === null ? desk.ask('keep', file) : desk.ask('add', line));
        },
        progress: (now) => this.dispatch({ type: 'run', run: now }),
      });
      this.stopping = null;
      this.dispatch({ type: 'run', run });
      await this.refresh();
      const { errors, 'to-verify': verify, clean, 'not-checked': none } = this.fileCounts();
      this.tell(run.stage === 'done' ? 'done' : 'info', { key: run.stage === 'done' ? 'desk.done' : 'desk.cancelled', params: { total: run.total, done: run.done, errors, verify, clean, none } });
    } catch {
      this.broken();
    } finally {
      if (this.stopping === stopping) this.stopping = null;
    }
  }

  /** By file, earlier lines that hold included. */
  private fileCounts(): Record<'errors' | 'to-verify' | 'clean' | 'not-checked', number> {
    const counts = { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 };
    for (const { verdict } of this.state.list?.files ?? []) counts[verdict]++;
    return counts;
  }

  private reviewing(signal: AbortSignal): Pick<Parameters<typeof runFolder>[1], 'start' | 'jobs' | 'signal' | 'clock'> {
    const { jobs, clock } = this.services;
    return { start: () => this.services.startReviewer(), jobs, signal, clock };
  }

  /** Shows the list as it grows. */
  private follow(signal: AbortSignal): void {
    const { clock } = this.services;
    const again = (wait: number): void => void setTimeout(() => {
      if (signal.aborted || this.stopping?.signal !== signal) return;
      const begun = clock();
      void this.refresh().then(() => again(Math.max(LIST_EVERY, LIST_SHARE * (clock() - begun))));
    }, wait);
    again(LIST_EVERY / 2);
  }

  /** The list, and what is chosen of it, as they are now; two askings at once become one more. */
  private async refresh(): Promise<void> {
    this.stale = true;
    this.listing ??= (async () => {
      while (this.stale) {
        this.stale = false;
        try {
          this.dispatch({ type: 'list', list: await (await this.worker()).ask('list') });
          if (this.state.chosen) await this.fetchDetail(this.state.chosen);
        } catch {
          this.broken();
        }
      }
      this.listing = null;
    })();
    await this.listing;
  }

  private async fetchDetail(wish: DetailWish): Promise<void> {
    try {
      this.dispatch({ type: 'detail', of: wish, detail: await (await this.worker()).ask('detail', wish) });
    } catch {
      this.broken();
    }
  }

  private worker(): Promise<Desk> {
    this.desk ??= this.services.startDesk().catch((error: unknown) => {
      this.desk = null;
      throw error;
    });
    return this.desk;
  }

  private async during(task: NonNullable<DeskState['task']>, work: () => Promise<void>): Promise<void> {
    if (this.state.task) return;
    this.dispatch({ type: 'task', task });
    try {
      await work();
    } catch {
      this.broken();
    } finally {
      this.dispatch({ type: 'task', task: null });
    }
  }

  private give(file: { readonly name: string; readonly blob: Blob }): void {
    this.services.download(file);
    this.tell('done', { key: 'export.done', params: { name: file.name } });
  }

  private broken(): void {
    this.tell('warning', { key: 'desk.broken' });
  }
}
