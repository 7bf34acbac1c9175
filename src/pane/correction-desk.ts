// What happens between a finding and a cell that was put right: the preview, what is left out of it, the writing, and taking it back.
import { localDate } from '../exports/local-date';
import type { PlannedEdit } from '../model/plan';
import type { WorkbookPort } from '../workbooks/port';
import type { Phrase } from './catalogue';
import type { Located } from './located';
import { outcomeText, type Deed } from './outcome-phrases';
import type { Preview, Scope } from './pane-state';
import { answered, type PaneStore } from './pane-store';
import { planFor, previewFor } from './planning';
import type { Road } from './road';

/** What the desk needs of the controller. */
interface Around {
  readonly store: PaneStore;
  readonly port: WorkbookPort;
  readonly now: () => Date;
  readonly newRun: () => string;
  readonly road: () => Promise<Road>;
  /** As loaded by a check: there is nothing to correct before one. */
  readonly loaded: () => Road;
  /** The workbook was written: it is read and reviewed again. */
  readonly lookAgain: () => Promise<void>;
  /** The same, without a word where it cannot be read. */
  readonly lookQuietly: () => Promise<void>;
}

const READINGS = 3;

const sameEdits = (a: readonly PlannedEdit[], b: readonly PlannedEdit[]): boolean => JSON.stringify(a) === JSON.stringify(b);

export class CorrectionDesk {
  constructor(private readonly around: Around) {}

  async openPreview(scope: Scope): Promise<void> {
    await this.around.store.during({ kind: 'planning' }, async () => {
      // Planning is long enough to be seen in a large workbook: let the words appear first.
      await Promise.resolve();
      if (await this.upToDate()) this.showPreview(scope, new Set(), true);
    });
  }

  tick(keys: readonly string[], ticked: boolean): void {
    const { preview } = this.around.store.getState();
    if (!preview) return;
    const unticked = new Set(preview.unticked);
    for (const key of keys) if (ticked) unticked.delete(key); else unticked.add(key);
    this.showPreview(preview.scope, unticked, preview.withMarks);
  }

  markToo(withMarks: boolean): void {
    const { preview } = this.around.store.getState();
    if (preview) this.around.store.dispatch({ type: 'preview', preview: { ...preview, withMarks } });
  }

  /** Writes what the preview shows; where the workbook asks for something else by now, that is shown first. */
  async write(): Promise<void> {
    const { store } = this.around;
    const { preview } = store.getState();
    if (!preview || !(await this.readAnew(() => this.renewed(preview)))) return;
    await this.apply(preview.corrections, preview.withMarks ? preview.marks : []);
  }

  /** Back to the list; what is only being looked at again is not written then. */
  leave(): void {
    const { store } = this.around;
    if (store.getState().task?.kind === 'verifying') store.cancel();
    store.dispatch({ type: 'view', view: 'list' });
  }

  /** Writes the correction of one finding, as it was shown. */
  async correct(located: Located): Promise<void> {
    const { correction, rule } = located.finding;
    if (!correction || !this.around.store.getState().checked || !(await this.readAnew(() => this.stillAsks(located)))) return;
    const cells = new Set(correction.edits.map((edit) => `${located.sheet}!${edit.cell}`));
    const plan = planFor(this.around.loaded(), this.around.store.getState(), { scope: { rule }, kind: correction.kind, unticked: new Set(), marks: false, date: localDate(this.around.now()) });
    const edits = plan.corrections.filter((edit) => cells.has(`${edit.sheet}!${edit.cell}`));
    if (edits.length === 0) {
      this.around.store.tell({ key: 'detail.locked' }, 'warning');
      return;
    }
    await this.apply(edits, []);
  }

  async undo(): Promise<void> {
    await this.around.store.during({ kind: 'undoing' }, async () => {
      const answer = await answered(this.around.port.undo());
      if (!answer.ok) return this.around.store.refuse(answer);
      await this.tell((say) => outcomeText(answer.value, 'restored', say), answer.value.every(({ word }) => word === 'applied' || word === 'unchanged'));
    });
  }

  async clearMarks(): Promise<void> {
    await this.around.store.during({ kind: 'clearing' }, async () => {
      const answer = await answered(this.around.port.clearMarks());
      if (!answer.ok) return this.around.store.refuse(answer);
      await this.tell((say) => outcomeText(answer.value, 'cleared', say), true);
    });
  }

  /** What was changed since the check may be what a correction was computed from: the workbook is read again first. False: it cannot be read, or was left, and that is told. */
  private async upToDate(unheard = false): Promise<boolean> {
    const { store, lookAgain } = this.around;
    // What is edited during a reading asks for another; who types all the while is not waited for.
    for (let reading = 0; reading < READINGS && (store.getState().dirty !== null || (unheard && reading === 0)); reading++) {
      await lookAgain();
      if (store.getState().refusal !== null || store.signal.aborted) return false;
    }
    return true;
  }

  /** True where nothing was changed since the check, or `holds` of what is found now. Excel does not tell of every edit (a choice from a list, 分列): there the workbook is read again whatever was heard. */
  private async readAnew(holds: () => boolean): Promise<boolean> {
    const { store } = this.around;
    const { checked, dirty } = store.getState();
    const unheard = checked?.snapshot.format === 'live';
    if (dirty === null && !unheard) return true;
    let held = false;
    await store.during({ kind: 'verifying' }, async () => {
      held = (await this.upToDate(unheard)) && (store.getState().checked === checked || holds());
    });
    return held;
  }

  /** Makes the preview anew; true where it is the same as before. */
  private renewed(before: Preview): boolean {
    const { store } = this.around;
    const { scope, unticked, withMarks } = before;
    this.showPreview(scope, new Set(), withMarks);
    // What was left out stays in the list, to be ticked again.
    if (unticked.size > 0) this.showPreview(scope, unticked, withMarks);
    const { preview } = store.getState();
    if (preview && sameEdits(preview.corrections, before.corrections) && (!withMarks || sameEdits(preview.marks, before.marks))) return true;
    store.tell({ key: 'preview.renewed' }, 'warning');
    return false;
  }

  private stillAsks({ key, finding }: Located): boolean {
    const { store } = this.around;
    const now = store.getState().checked?.located.find((one) => one.key === key)?.finding.correction;
    if (JSON.stringify(now) === JSON.stringify(finding.correction)) return true;
    store.tell({ key: 'detail.renewed' }, 'warning');
    return false;
  }

  private showPreview(scope: Scope, unticked: ReadonlySet<string>, withMarks: boolean): void {
    const preview = previewFor(this.around.loaded(), this.around.store.getState(), { scope, unticked, withMarks, marks: this.around.port.capabilities.marks, date: localDate(this.around.now()) });
    if (preview) this.around.store.dispatch({ type: 'preview', preview });
  }

  private async apply(corrections: readonly PlannedEdit[], marks: readonly PlannedEdit[]): Promise<void> {
    const { port, newRun, now } = this.around;
    await this.around.store.during({ kind: 'writing' }, async () => {
      const { asMarked, keyOfEdit } = await this.around.road();
      const { preferences } = this.around.store.getState();
      const edits = asMarked([...corrections, ...marks], preferences.marks, preferences.palette);
      const answer = await answered(port.apply(edits, { run: newRun(), at: now().toISOString() }, { signal: this.around.store.signal }));
      if (!answer.ok) {
        // What was written before Excel stopped is in the journal: only with that there is a 撤销 to press.
        await this.around.lookQuietly();
        return this.around.store.refuse(answer);
      }
      const { outcomes } = answer.value;
      const marked = new Set(marks.map(keyOfEdit));
      await this.tell((say) => outcomeText(outcomes, 'corrected' satisfies Deed, say, marked), outcomes.every(({ word }) => word === 'applied' || word === 'unchanged'));
    });
  }

  /** After a write the sheet is read again: the list shows what is, not what was meant. */
  private async tell(phrase: Phrase, whole: boolean): Promise<void> {
    await this.around.lookAgain();
    // Who has gone on to another page meanwhile stays there.
    if (this.around.store.getState().view === 'preview') this.around.store.dispatch({ type: 'view', view: 'list' });
    this.around.store.tell(phrase, whole ? 'done' : 'warning');
  }
}
