// Hears of edits from the port: marks the result as out of date, and checks again where the user wants that.
import type { Edited, WorkbookPort } from '../workbooks/port';
import { answered, type PaneStore } from './pane-store';
import type { Checked } from './pane-state';

/** Edits come in bursts; a re-check waits until the hand rests. */
const REST = 600;

/** A formula that may look at other sheets: by their names, by a table's name, or by a text. */
const LOOKS_AWAY = /[![]|INDIRECT\(/i;

export class EditsWatch {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private unlisten: (() => void) | null = null;
  private asking: Promise<void> | null = null;
  private stopped = false;
  /** What was heard since a reading of the workbook began; null: none is under way. */
  private meanwhile: Edited[] | null = null;

  /** `recheck` reads and reviews anew, without being asked; false: the workbook could not be read just now. */
  constructor(private readonly store: PaneStore, private readonly port: WorkbookPort, private readonly recheck: () => Promise<boolean>) {}

  /** Asked again before each reading until the host has said yes: a cell that is being edited while the pane opens must not leave it deaf. */
  listen(): Promise<void> {
    if (!this.port.capabilities.events || this.stopped || this.unlisten) return Promise.resolve();
    this.asking ??= this.ask().finally(() => { this.asking = null; });
    return this.asking;
  }

  /** A reading begins: an edit from here on may or may not be in it. */
  reading(): void {
    this.meanwhile = [];
  }

  /** The reading has ended; where its result is shown, what was edited meanwhile makes it out of date again. */
  read(shown: boolean): void {
    const heard = this.meanwhile ?? [];
    this.meanwhile = null;
    if (shown) for (const edited of heard) this.heard(edited);
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.unlisten?.();
  }

  private async ask(): Promise<void> {
    const listening = await answered(this.port.listen((edited) => this.heard(edited)));
    if (!listening.ok) return;
    this.unlisten = listening.value;
    if (this.stopped) this.unlisten();
  }

  private heard(edited: Edited): void {
    this.meanwhile?.push(edited);
    const { checked, preferences } = this.store.getState();
    if (!checked || this.stopped) return;
    const touched = touchedSheets(edited.sheets, checked);
    if (touched.length === 0) return;
    this.store.dispatch({ type: 'edited', sheets: touched, remote: edited.remote });
    if (preferences.live) this.later();
  }

  private later(): void {
    if (this.stopped) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.whenQuiet(), REST);
  }

  private async whenQuiet(): Promise<void> {
    const { task, view, explaining, preferences } = this.store.getState();
    if (this.stopped || !preferences.live) return;
    // Busy, looking through a preview, writing an explanation, or a cell being edited: the bar says that something changed, and the next rest tries again.
    const waits = task !== null || view === 'preview' || explaining !== null;
    if (waits || !(await this.recheck())) this.later();
  }
}

/** A sheet that was checked and holds no form cannot change the result, unless a form's formulas look beyond their own sheet; a sheet not seen before may. */
function touchedSheets(sheets: readonly string[], { snapshot, review }: Checked): readonly string[] {
  const forms = new Set(review.tables.map(({ table }) => table.sheet));
  const formless = new Set(snapshot.grids.map((grid) => grid.sheet).filter((sheet) => !forms.has(sheet)));
  const touched = sheets.filter((sheet) => !formless.has(sheet));
  if (touched.length === sheets.length) return sheets;
  const names = snapshot.definedNames.map(({ name }) => name.toLowerCase());
  const looksAway = (formula: string): boolean => LOOKS_AWAY.test(formula) || names.some((name) => formula.toLowerCase().includes(name));
  return snapshot.grids.some(({ sheet, cells }) => forms.has(sheet) && cells.some(({ formula }) => formula !== null && looksAway(formula))) ? sheets : touched;
}
