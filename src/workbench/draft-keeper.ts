// Keeps the newest state of one workbook in the browser while it has unsaved changes, a moment after each change.
import type { GridPort } from '../workbooks/grid/grid-port';
import type { Drafts } from './services';

/** Writing a draft patches the whole file: a large one takes longer than the pause between two keystrokes. */
const REST = 1000;

export interface DraftFacts {
  readonly id: string;
  readonly name: string;
  readonly drafts: Drafts;
  readonly port: Pick<GridPort, 'bytes'>;
  readonly now: () => Date;
  /** The browser keeps nothing. */
  readonly onUnsafe: () => void;
}

export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private chain: Promise<void> = Promise.resolve();
  private dropped = false;

  constructor(private readonly facts: DraftFacts) {}

  touch(): void {
    this.dropped = false;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), REST);
  }

  /** Writes what waits to be written, at once: the page may be about to go. */
  flush(): Promise<void> {
    if (this.timer === null) return this.chain;
    clearTimeout(this.timer);
    this.timer = null;
    return this.inTurn(async () => {
      if (this.dropped) return;
      const { id, name, drafts, port, now, onUnsafe } = this.facts;
      const bytes = await port.bytes();
      if (!this.dropped && !(await drafts.put({ id, name, bytes, at: now().toISOString() }))) onUnsafe();
    });
  }

  /** The work is safe elsewhere, or given up. */
  drop(): Promise<void> {
    this.dropped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    return this.inTurn(() => this.facts.drafts.remove(this.facts.id));
  }

  /** A draft that cannot be written is no reason to disturb: the work itself is still in the page. */
  private inTurn(task: () => Promise<void>): Promise<void> {
    this.chain = this.chain.then(task).catch(() => undefined);
    return this.chain;
  }
}
