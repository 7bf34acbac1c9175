// Keeps the lines of the desk in the browser, so that a reload, a closed tab or a breakdown does not lose them: now and then while they become more, and at once when a run has ended.
import type { Words } from '../catalogue';
import type { Desk } from '../engine-client';
import type { Drafts, KeptList } from '../kept-work';
import type { DeskStore } from './desk-store';

/** Milliseconds. To read and compress the lines of a large folder takes seconds: of the time of a run no more than a part. */
const REST = 20_000;
const SHARE = 20;
/** Bytes, compressed: more than ten thousand files. */
const MOST = 32 * 2 ** 20;

interface Around {
  readonly store: DeskStore;
  readonly worker: () => Promise<Desk>;
  readonly lists: Drafts<KeptList>;
  readonly clock: () => number;
  readonly now: () => Date;
  readonly newId: () => string;
  /** In the language of now. */
  readonly text: (words: Words) => string;
}

export class ListKeeper {
  /** What it is kept under; null: nothing is. */
  private id: string | null = null;
  /** Counts changes of the lines: which of them the user has in a file, and which the browser keeps. */
  private version = 0;
  private saved = 0;
  private kept = 0;
  /** Counts the sources of lines. */
  private turn = 0;
  private rest = REST;
  /** The user wants nothing kept, as on a computer of several people. */
  private refused = false;
  /** The lines that the user has taken out of the browser: they are not put there again. */
  private cleared: number | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private chain: Promise<boolean> = Promise.resolve(true);

  constructor(private readonly around: Around) {
    around.lists.onCleared(() => {
      this.kept = 0;
      this.cleared = this.version;
      this.show(false);
    });
  }

  /** Lines that would be lost with the page. */
  atRisk(): boolean {
    return this.version !== this.saved && this.version !== this.kept;
  }

  changed(): void {
    this.version++;
    if (this.refused) return this.follow(null, false);
    this.timer ??= setTimeout(() => void this.flush(), this.rest);
  }

  /** Other lines in place of those that were there, which stay kept for the next time: a list that the user has, or the one that is kept under that id. */
  begin(id: string | null): void {
    this.enter(id);
    this.follow(id, true);
  }

  /** The folder of that name is about to be checked: the lines of another one are kept as they are now, for the next time, and its own under an id of their own. */
  async leave(name: Words): Promise<void> {
    const { store: { state: { name: before } }, text } = this.around;
    if (before === null || text(before) === text(name)) return;
    await this.flush();
    this.turn++;
    this.follow(null, true);
  }

  /** Whether what is kept under that id is what is there. */
  has(id: string): boolean {
    return this.id === id;
  }

  /** Nothing is kept any more, of this list and those that follow it in this page. */
  refuse(): void {
    const { saved, version } = this;
    this.giveUp();
    if (saved !== version) this.saved = saved;
    this.refused = true;
  }

  /** Before lines are given out: what to tell once the user has them in a file. */
  mark(): () => void {
    const { version } = this;
    return () => {
      if (version === this.version) this.giveUp();
    };
  }

  /** The lines are gone, and with them what could be kept; what is kept already may come back. */
  lost(): void {
    this.stop();
    this.saved = this.version;
  }

  /** Keeps what is there, at once. False: it cannot be kept. */
  flush(): Promise<boolean> {
    this.stop();
    this.chain = this.chain.then(() => this.write()).catch(() => false);
    return this.chain;
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async write(): Promise<boolean> {
    if (this.refused || this.version === this.cleared || !this.atRisk()) return true;
    const { store: { state: { name, list, run } }, worker, lists, clock, now, newId, text } = this.around;
    const { version, turn } = this;
    const begun = clock();
    const packed = await (await worker()).ask('packed', MOST);
    // There are no lines any more, or others.
    if (packed === 'empty' || name === null || turn !== this.turn) return true;
    const id = (this.id ??= newId());
    const files = run?.done ?? list?.files.length ?? 0;
    const safe = packed !== 'too-large' && (await lists.put({ id, name: text(name), bytes: packed, at: now().toISOString(), files, total: run?.total ?? files }));
    this.rest = Math.max(REST, SHARE * (clock() - begun));
    if (turn === this.turn) {
      if (safe) this.kept = version;
      this.show(safe);
    }
    return safe;
  }

  private show(kept: boolean): void {
    this.around.store.dispatch({ type: 'kept', kept });
  }

  /** Nothing of these lines need be kept: the user has them in a file, or wants it so. */
  private giveUp(): void {
    this.enter(null);
    this.follow(null, false);
  }

  private enter(id: string | null): void {
    this.stop();
    this.turn++;
    this.version++;
    if (id === null) this.saved = this.version;
    else this.kept = this.version;
  }

  /** Goes on under that id. `stays`: what was kept under the one before is there for the next time. */
  private follow(id: string | null, stays: boolean): void {
    const { id: before, around: { lists } } = this;
    this.id = id;
    if (before !== null && before !== id) this.chain = this.chain.then(() => (stays ? lists.release(before) : lists.remove(before))).then(() => true, () => true);
    this.show(id !== null);
  }
}
