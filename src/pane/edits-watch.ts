// Hears of edits from the port: marks the result as out of date, and checks again where the user wants that.
import type { Edited, WorkbookPort } from '../workbooks/port';
import { answered, type PaneStore } from './pane-store';

/** Edits come in bursts; a re-check waits until the hand rests. */
const REST = 600;

export class EditsWatch {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private unlisten: (() => void) | null = null;
  private stopped = false;

  /** `recheck` reads and reviews anew, without being asked. */
  constructor(private readonly store: PaneStore, private readonly recheck: () => Promise<void>) {}

  async start(port: WorkbookPort): Promise<void> {
    if (!port.capabilities.events || this.stopped) return;
    const listening = await answered(port.listen((edited) => this.heard(edited)));
    if (!listening.ok) return;
    this.unlisten = listening.value;
    if (this.stopped) this.unlisten();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.unlisten?.();
  }

  private heard({ sheets, remote }: Edited): void {
    const { checked, preferences } = this.store.getState();
    if (!checked || this.stopped) return;
    // A sheet that was checked and holds no form cannot change the result; a sheet not seen before may.
    const formless = new Set(checked.snapshot.grids.map((grid) => grid.sheet));
    for (const { table } of checked.review.tables) formless.delete(table.sheet);
    const touched = sheets.filter((sheet) => !formless.has(sheet));
    if (touched.length === 0) return;
    this.store.dispatch({ type: 'edited', sheets: touched, remote });
    if (preferences.live) this.later();
  }

  private later(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { task, view, explaining } = this.store.getState();
      // Busy, looking through a preview or writing an explanation: the bar says that something changed, and the next rest tries again.
      if (task !== null || view === 'preview' || explaining !== null) this.later();
      else void this.recheck();
    }, REST);
  }
}
