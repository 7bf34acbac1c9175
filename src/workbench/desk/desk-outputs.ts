// What the desk gives out of a whole folder: comparisons, summaries, letters, the lines themselves.
import type { Comparisons } from '../../batch/comparisons';
import type { LetterForm } from '../../batch/letter';
import { LETTERS_ZIP, type LetterChoice } from '../../batch/letter-choice';
import { SUMMARY_TITLE, type SummaryFormat } from '../../batch/summary-file';
import { localDate } from '../../exports/local-date';
import type { HouseServices } from '../../pane/house';
import type { Words } from '../catalogue';
import type { Desk } from '../engine-client';
import type { Message } from '../workbench-state';
import type { DeskState } from './desk-state';
import type { DeskStore } from './desk-store';
import { runFolder, type RunOptions } from './folder-run';
import type { Gathered } from './gathering';
import type { ListKeeper } from './list-keeper';

export type DeskExport = SummaryFormat | 'jsonl';
export type Tell = (tone: Message['tone'], words: Words) => void;

export interface DeskFacts {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly version: string;
  /** In the language of now. */
  readonly text: (words: Words) => string;
  /** A bureau's rules. */
  readonly house: HouseServices;
}

interface Around {
  readonly store: DeskStore;
  readonly worker: () => Promise<Desk>;
  readonly reviewing: (signal: AbortSignal) => Pick<RunOptions, 'start' | 'by' | 'jobs' | 'signal' | 'clock'>;
  readonly download: (file: { readonly name: string; readonly blob: Blob }) => void;
  readonly facts: DeskFacts;
  readonly keeper: ListKeeper;
  readonly tell: Tell;
  readonly broken: (error: unknown) => void;
}

const LETTERS_AT_ONCE = 10;

export class DeskOutputs {
  /** Counts comparisons that were asked for: what an earlier one finds is of another list. */
  private comparing = 0;
  /** Of the task that goes on. */
  private stopping = new AbortController();

  constructor(private readonly around: Around) {}

  /** Ends the task that goes on before it is done; nothing comes of it. */
  stop(): void {
    this.stopping.abort();
  }

  /** Null: they are there or under way, or nothing came of it. */
  async compare(): Promise<Comparisons | null> {
    if (this.around.store.state.comparisons !== null) return null;
    this.around.store.dispatch({ type: 'comparisons', comparisons: 'asked' });
    const turn = ++this.comparing;
    try {
      const comparisons = await (await this.around.worker()).ask('comparisons');
      if (turn !== this.comparing || this.around.store.state.comparisons !== 'asked') return null;
      this.around.store.dispatch({ type: 'comparisons', comparisons });
      return comparisons;
    } catch (error) {
      this.around.store.dispatch({ type: 'comparisons', comparisons: null });
      this.around.broken(error);
      return null;
    }
  }

  /** Last year's folder, zip or saved list beside this year's; false: there was nothing to compare with. */
  async takeLastYear(gathering: Promise<Gathered>): Promise<boolean> {
    const before = this.around.store.state.lastYear;
    await this.during({ kind: 'lastYear', done: 0, total: 0 }, async (signal) => {
      const { name, files, lists, problems } = await gathering;
      const stopped = (): void => this.around.tell('info', { key: 'desk.lastYearStopped' });
      if (signal.aborted) return stopped();
      const list = lists.at(-1);
      if (problems.length > 0) return this.around.tell('warning', problems.join(' '));
      if (files.length === 0 && !list) return this.around.tell('warning', { key: 'desk.nothing' });
      const desk = await this.around.worker();
      let count: number;
      if (list) count = await desk.ask('compareWithList', list);
      else {
        const lines: string[] = [];
        await runFolder(files, { ...this.around.reviewing(signal), folder: files, known: new Map(), before: null }, {
          line: (_, line) => void (line !== null && lines.push(line)),
          progress: ({ done, total }) => this.around.store.dispatch({ type: 'task', task: { kind: 'lastYear', done, total } }),
        });
        if (signal.aborted) return stopped();
        await desk.ask('compareWith', lines);
        count = lines.length;
      }
      if (count === 0) return this.around.tell('warning', { key: 'desk.badList', params: { name } });
      this.around.store.dispatch({ type: 'last-year', lastYear: { name, files: count } });
    });
    return this.around.store.state.lastYear !== before;
  }

  async export(kind: DeskExport): Promise<void> {
    await this.during({ kind: 'exporting', done: 0, total: 0 }, async () => {
      const desk = await this.around.worker();
      const { redact } = this.around.store.state;
      const saved = this.around.keeper.mark();
      const file = kind === 'jsonl'
        ? { name: 'results.jsonl', blob: await desk.ask('results', redact) }
        : await desk.ask('summary', { format: kind, redact, head: { title: SUMMARY_TITLE, date: localDate(this.around.facts.now()), version: this.around.facts.version } });
      this.give(file);
      // Whole lines alone can be opened again.
      if (kind === 'jsonl' && !redact) saved();
    });
  }

  /** One letter a unit, as a zip of Word files. */
  async letters(choice: LetterChoice, form: LetterForm): Promise<void> {
    this.around.store.dispatch({ type: 'dialog', dialog: null });
    await this.during({ kind: 'letters', done: 0, total: 0 }, async (signal) => {
      const desk = await this.around.worker();
      const total = await desk.ask('beginLetters', { choice, form, redact: this.around.store.state.redact });
      if (total === 0) return this.around.tell('info', { key: 'desk.noLetters' });
      for (let done = 0; done < total;) {
        const written = await desk.ask('writeLetters', LETTERS_AT_ONCE);
        if (written <= done) throw new Error('the letters were begun anew');
        if (signal.aborted) return this.around.tell('info', { key: 'desk.lettersStopped' });
        done = written;
        this.around.store.dispatch({ type: 'task', task: { kind: 'letters', done, total } });
      }
      this.give({ name: LETTERS_ZIP, blob: await desk.ask('letters') });
    });
  }

  private async during(task: NonNullable<DeskState['task']>, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.around.store.state.task) return;
    this.stopping = new AbortController();
    this.around.store.dispatch({ type: 'task', task });
    try {
      await work(this.stopping.signal);
    } catch (error) {
      this.around.broken(error);
    } finally {
      this.around.store.dispatch({ type: 'task', task: null });
    }
  }

  private give(file: { readonly name: string; readonly blob: Blob }): void {
    this.around.download(file);
    this.around.tell('done', { key: 'export.done', params: { name: file.name } });
  }
}
