// Holds the pane's state, tells who watches it, and runs one task at a time: whatever a task does, it ends in words.
import type { Answer, Refusal } from '../workbooks/port';
import { phraseText, type Phrase, type Say } from './catalogue';
import type { DeletedRule } from './deleted-rule';
import { INITIAL_STATE, reduce, type Notice, type PaneAction, type PaneState, type Task } from './pane-state';

export class PaneStore {
  private state: PaneState = INITIAL_STATE;
  private readonly watchers = new Set<() => void>();
  private stop: AbortController | null = null;
  private closed = false;
  /** The task that was begun last; never rejects. */
  private running: Promise<unknown> = Promise.resolve();

  /** `say` speaks the pane's language at the moment of speaking. */
  constructor(private readonly say: () => Say) {}

  readonly getState = (): PaneState => this.state;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly dispatch = (action: PaneAction): void => {
    this.state = reduce(this.state, action);
    for (const watcher of this.watchers) watcher();
  };

  /** Of the task that runs; never aborted where none does. */
  get signal(): AbortSignal {
    return (this.stop ?? new AbortController()).signal;
  }

  cancel(): void {
    this.stop?.abort();
  }

  /** No task begins any more; the one that runs is cancelled. */
  close(): void {
    this.closed = true;
    this.cancel();
  }

  /** Shown, and told to who cannot see. */
  tell(phrase: Phrase, tone: Notice['tone'], deleted?: DeletedRule): void {
    this.dispatch({ type: 'notice', notice: { tone, phrase, ...(deleted ? { deleted } : {}) } });
    this.dispatch({ type: 'announce', phrase });
  }

  refuse({ word, reason }: Refusal): void {
    if (word === 'cancelled') return this.tell(reason === '' ? { key: 'check.cancelled' } : reason, 'info');
    // There was nothing to do: no fault, and nothing that another try would change.
    if (word === 'nothing') return this.tell(reason, 'info');
    const phrase: Phrase = reason === '' ? { key: 'refused.unexpected' } : reason;
    this.dispatch({ type: 'refused', refusal: { word, reason: phrase } });
    this.dispatch({ type: 'announce', phrase: phraseText(phrase, this.say()) });
  }

  /** One task at a time; whatever breaks inside becomes a sentence. */
  during<T>(task: Task, run: () => Promise<T>): Promise<T | undefined> {
    if (this.state.task !== null || this.closed) return Promise.resolve(undefined);
    const done = this.carryOut(task, run);
    this.running = done;
    return done;
  }

  /** As `during`, but after the task that runs: for what comes from outside the pane, where no button could wait. */
  async afterwards<T>(task: Task, run: () => Promise<T>): Promise<T | undefined> {
    // Asked anew right before it begins: another may have waited as well.
    while (this.state.task !== null) await this.running;
    return this.during(task, run);
  }

  /** Ends when no task runs. */
  async idle(): Promise<void> {
    while (this.state.task !== null) await this.running;
  }

  private async carryOut<T>(task: Task, run: () => Promise<T>): Promise<T | undefined> {
    this.stop = new AbortController();
    this.dispatch({ type: 'refused', refusal: null });
    this.dispatch({ type: 'task', task });
    try {
      return await run();
    } catch {
      this.refuse({ ok: false, word: 'failed', reason: '' });
      return undefined;
    } finally {
      this.stop = null;
      this.dispatch({ type: 'task', task: null });
    }
  }
}

/** A port answers in words; one that breaks its promise is taken for failed. */
export function answered<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
  return settled<Answer<T>>(answer, { ok: false, word: 'failed', reason: '' });
}

export async function settled<T>(promise: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await promise;
  } catch {
    return otherwise;
  }
}
