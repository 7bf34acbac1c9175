// The pane's effects: asks the port, reviews, plans, and tells the state what happened. One task at a time.
import type { WorkbookPlan } from '../review/plan-workbook';
import type { WaiverDraft } from '../review/waivers';
import type { WorkbookSnapshot } from '../model/grid';
import type { PlannedEdit, StoredState } from '../model/plan';
import type { WorkbookReview } from '../model/review';
import type { Answer, Edited, Refusal, WorkbookPort } from '../workbooks/port';
import { phraseText, type Phrase, type Say } from './catalogue';
import type { Located } from './located';
import { outcomeText, type Deed } from './outcome-phrases';
import { INITIAL_STATE, reduce, type PaneAction, type PaneState, type Preview, type Scope, type Task } from './pane-state';
import { asPreferences, DEFAULT_PREFERENCES, type Preferences, type PreferenceStore } from './preferences';
import type { Road } from './road';
import { countsText, summarise } from './summary';

export interface PaneServices {
  readonly port: WorkbookPort;
  readonly preferences: PreferenceStore;
  /** The local date and time now. */
  readonly now: () => Date;
  /** A new name for a run of writes. */
  readonly newRun: () => string;
  /** The pane's language at the moment of speaking. */
  readonly say: () => Say;
}


/** Edits come in bursts; a re-check waits until the hand rests. */
const REST = 600;

export class PaneController {
  private state: PaneState = INITIAL_STATE;
  private readonly watchers = new Set<() => void>();
  private stop: AbortController | null = null;
  private unlisten: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private disposed = false;
  /** The rules and rubrics are a third of the pane: they come after the first paint. Present once a check has ended. */
  private road: Road | null = null;

  constructor(readonly services: PaneServices) {}

  readonly getState = (): PaneState => this.state;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly dispatch = (action: PaneAction): void => {
    this.state = reduce(this.state, action);
    for (const watcher of this.watchers) watcher();
  };

  /** Preferences, what the workbook keeps, and listening for edits. Nothing of this is needed to check. */
  async start(): Promise<void> {
    const { port, preferences } = this.services;
    const kept = await settled(preferences.read(), null);
    this.dispatch({ type: 'preferences', preferences: asPreferences(kept) });
    await this.loadStored();
    void settled(this.loadRoad(), null);
    if (!port.capabilities.events || this.disposed) return;
    const listening = await this.asked(port.listen((edited) => this.onEdited(edited)));
    if (!listening.ok) return;
    this.unlisten = listening.value;
    if (this.disposed) this.unlisten();
  }

  dispose(): void {
    this.disposed = true;
    this.stop?.abort();
    if (this.timer !== null) clearTimeout(this.timer);
    this.unlisten?.();
  }

  /** One reading of the whole workbook and its review. `asked` tells a click from a re-check of our own. */
  async check(asked = true): Promise<void> {
    await this.during({ kind: 'checking', done: 0, total: 0, quiet: !asked }, async () => {
      if (asked) this.dispatch({ type: 'notice', notice: null });
      await this.readAndReview(asked);
    });
  }

  cancel(): void {
    this.stop?.abort();
  }

  async openPreview(scope: Scope): Promise<void> {
    await this.during({ kind: 'planning' }, async () => {
      // Planning is long enough to be seen in a large workbook: let the words appear first.
      await Promise.resolve();
      this.showPreview(scope, new Set(), true);
    });
  }

  tick(keys: readonly string[], ticked: boolean): void {
    const { preview } = this.state;
    if (!preview) return;
    const unticked = new Set(preview.unticked);
    for (const key of keys) if (ticked) unticked.delete(key); else unticked.add(key);
    this.showPreview(preview.scope, unticked, preview.withMarks);
  }

  markToo(withMarks: boolean): void {
    if (this.state.preview) this.dispatch({ type: 'preview', preview: { ...this.state.preview, withMarks } });
  }

  /** Writes what the preview shows. */
  async write(): Promise<void> {
    const { preview } = this.state;
    if (!preview) return;
    await this.apply(preview.corrections, preview.withMarks ? preview.marks : []);
  }

  /** Writes the correction of one finding. */
  async correct(located: Located): Promise<void> {
    const { correction, rule } = located.finding;
    const { checked } = this.state;
    if (!correction || !checked) return;
    const cells = new Set(correction.edits.map((edit) => `${located.sheet}!${edit.cell}`));
    const plan = this.plan({ rule }, correction.kind, new Set(), false);
    const edits = plan.corrections.filter((edit) => cells.has(`${edit.sheet}!${edit.cell}`));
    if (edits.length === 0) {
      this.dispatch({ type: 'notice', notice: { tone: 'warning', phrase: { key: 'detail.locked' } } });
      return;
    }
    await this.apply(edits, []);
  }

  async undo(): Promise<void> {
    await this.during({ kind: 'undoing' }, async () => {
      const answer = await this.asked(this.services.port.undo());
      if (!answer.ok) return this.refuse(answer);
      await this.tell(outcomeText(answer.value, 'restored', this.services.say()), answer.value.every(({ word }) => word === 'applied' || word === 'unchanged'));
    });
  }

  async clearMarks(): Promise<void> {
    await this.during({ kind: 'clearing' }, async () => {
      const answer = await this.asked(this.services.port.clearMarks());
      if (!answer.ok) return this.refuse(answer);
      await this.tell(outcomeText(answer.value, 'cleared', this.services.say()), true);
    });
  }

  async insertResults(): Promise<void> {
    const { checked } = this.state;
    if (!checked) return;
    await this.during({ kind: 'inserting' }, async () => {
      const { RESULT_COLUMNS, resultRows } = await this.loadRoad();
      const rows = resultRows(checked.baseline, checked.review).map(({ texts, link }) => texts.map((text, at) => ({ text, link: RESULT_COLUMNS[at]?.linked === true ? link : null })));
      const answer = await this.asked(this.services.port.insertResults({ columns: RESULT_COLUMNS.map(({ title, width }) => ({ title, width })), rows }));
      if (!answer.ok) return this.refuse(answer);
      this.say({ key: 'more.inserted' }, 'done');
    });
  }

  /** Keeps an explanation in the workbook; a refused one leaves the editor open with the reason. */
  async explain(located: Located, draft: WaiverDraft): Promise<void> {
    const { addWaiver, writeWaiver } = await this.loadRoad();
    const written = writeWaiver(located.finding, located.sheet, located.table?.table ?? null, draft);
    if (!written.ok) {
      this.dispatch({ type: 'explain', key: located.key, refused: written.reason });
      return;
    }
    if (draft.role !== this.state.preferences.role) void this.prefer({ role: draft.role.trim() });
    await this.keep({ ...this.state.stored, waivers: addWaiver(this.state.stored.waivers, written.waiver) }, { key: 'waiver.saved' });
  }

  async withdraw({ finding, sheet }: Located): Promise<void> {
    const { waived, rule } = finding;
    if (!waived) return;
    const waivers = this.state.stored.waivers.filter((one) => !(one.rule === rule && one.sheet === sheet && one.reason === waived.reason && one.date === waived.date && one.role === waived.role));
    await this.keep({ ...this.state.stored, waivers }, { key: 'waiver.withdrawn' });
  }

  async chooseRubric(rubric: string | null): Promise<void> {
    const stored = { ...this.state.stored, rubric };
    if (this.services.port.capabilities.state) return this.keep(stored, { key: 'rubric.changed' });
    this.dispatch({ type: 'stored', stored });
    this.reviewAgain();
    this.say({ key: 'rubric.changed' }, 'done');
  }

  async reveal(sheet: string, cell: string): Promise<void> {
    if (!this.services.port.capabilities.reveal || cell === '') return;
    const answer = await this.asked(this.services.port.reveal(sheet, cell));
    if (!answer.ok) return this.say(answer.reason, 'warning');
    this.dispatch({ type: 'announce', phrase: { key: 'announce.sheet', params: { sheet, cell } } });
  }

  async prefer(change: Partial<Preferences>): Promise<void> {
    const preferences = { ...this.state.preferences, ...change };
    this.dispatch({ type: 'preferences', preferences });
    await settled(this.services.preferences.write(preferences), undefined);
  }

  async resetPreferences(): Promise<void> {
    this.dispatch({ type: 'preferences', preferences: DEFAULT_PREFERENCES });
    await settled(this.services.preferences.clear(), undefined);
    this.say({ key: 'settings.resetDone' }, 'done');
  }

  /** Opens the first finding that names a cell; false when there is none. */
  openAt(sheet: string, cell: string): boolean {
    const found = this.state.checked?.located.find((one) => one.sheet === sheet && one.finding.cells.includes(cell));
    if (!found) return false;
    this.dispatch({ type: 'view', view: 'list' });
    this.dispatch({ type: 'filter', filter: { chip: 'all', search: '', table: null } });
    if (found.root !== null) this.dispatch({ type: 'fold', key: found.root, open: true });
    this.dispatch({ type: 'open', key: found.key });
    return true;
  }

  /** Today as an ISO date, by the local clock. */
  today(): string {
    const now = this.services.now();
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  private async readAndReview(asked: boolean): Promise<void> {
    const { port } = this.services;
    await this.loadStored();
    const { signal } = this.stop ?? new AbortController();
    const answer = await this.asked(port.read({
      signal,
      onProgress: ({ done, total }) => {
        if (this.state.task?.kind === 'checking') this.dispatch({ type: 'task', task: { ...this.state.task, done, total } });
      },
    }));
    if (!answer.ok) return this.refuse(answer);
    if (signal.aborted) return this.refuse({ ok: false, word: 'cancelled', reason: '' });
    await this.loadRoad();
    const review = this.reviewed(answer.value);
    this.dispatch({ type: 'checked', snapshot: answer.value, review, asked });
    const summary = summarise(review);
    const say = this.services.say();
    this.dispatch({ type: 'announce', phrase: { key: 'announce.checked', params: { verdict: `${say(`verdict.${summary.verdict}`)}，${countsText(summary, say)}` } } });
  }

  private reviewed(snapshot: WorkbookSnapshot): WorkbookReview {
    const { rubric, waivers } = this.state.stored;
    return this.loaded().reviewWorkbook(snapshot, { rubric, waivers });
  }

  private async loadRoad(): Promise<Road> {
    this.road ??= (await import('./road')).road;
    return this.road;
  }

  private loaded(): Road {
    if (!this.road) throw new Error('the rules are asked for before a check loaded them');
    return this.road;
  }

  private reviewAgain(): void {
    if (this.state.checked) this.dispatch({ type: 'reviewed', review: this.reviewed(this.state.checked.snapshot) });
  }

  private plan(scope: Scope, kind: 'safe' | 'review', unticked: ReadonlySet<string>, marks: boolean): WorkbookPlan {
    const { checked, stored, preferences } = this.state;
    if (!checked) throw new Error('planning before a check');
    const { planWorkbook, lockedCells } = this.loaded();
    return planWorkbook(checked.snapshot, { rubric: stored.rubric, waivers: stored.waivers }, {
      formulas: preferences.content === 'formula', kinds: kind === 'safe' ? ['safe'] : ['safe', 'review'], marks, date: this.today(),
      ...(scope.rule === null ? {} : { rules: [scope.rule] }),
      untouchable: new Set([...unticked, ...lockedCells(checked.snapshot, checked.review)]),
    });
  }

  private showPreview(scope: Scope, unticked: ReadonlySet<string>, withMarks: boolean): void {
    const { checked, preferences } = this.state;
    if (!checked) return;
    const wantsMarks = this.services.port.capabilities.marks && preferences.marks !== 'none' && scope.rule === null;
    const plan = this.plan(scope, 'safe', unticked, wantsMarks);
    const full = unticked.size === 0 ? plan.corrections : (this.state.preview?.full ?? plan.corrections);
    const preview: Preview = { scope, full, corrections: plan.corrections, marks: plan.marks, unticked, withMarks, locked: this.loaded().lockedCells(checked.snapshot, checked.review) };
    this.dispatch({ type: 'preview', preview });
  }

  private async apply(corrections: readonly PlannedEdit[], marks: readonly PlannedEdit[]): Promise<void> {
    const { port, newRun, now, say } = this.services;
    await this.during({ kind: 'writing' }, async () => {
      const { asMarked, keyOfEdit } = await this.loadRoad();
      const edits = asMarked([...corrections, ...marks], this.state.preferences.marks);
      const answer = await this.asked(port.apply(edits, { run: newRun(), at: now().toISOString() }, { signal: this.stop?.signal ?? new AbortController().signal }));
      if (!answer.ok) return this.refuse(answer);
      const { outcomes } = answer.value;
      await this.tell(outcomeText(outcomes, 'corrected' satisfies Deed, say(), new Set(marks.map(keyOfEdit))), outcomes.every(({ word }) => word === 'applied' || word === 'unchanged'));
    });
  }

  /** After a write the sheet is read again: the list shows what is, not what was meant. */
  private async tell(sentence: string, whole: boolean): Promise<void> {
    await this.readAndReview(false);
    this.dispatch({ type: 'view', view: 'list' });
    this.say(sentence, whole ? 'done' : 'warning');
  }

  private async keep(stored: StoredState, done: Phrase): Promise<void> {
    await this.during({ kind: 'saving' }, async () => {
      const answer = await this.asked(this.services.port.saveState({ waivers: stored.waivers, rubric: stored.rubric }));
      if (!answer.ok) return this.refuse(answer);
      this.dispatch({ type: 'stored', stored });
      this.dispatch({ type: 'explain', key: null });
      this.reviewAgain();
      this.say(done, 'done');
    });
  }

  private async loadStored(): Promise<void> {
    if (!this.services.port.capabilities.state) return;
    const answer = await this.asked(this.services.port.loadState());
    if (answer.ok) this.dispatch({ type: 'stored', stored: answer.value });
  }

  private onEdited({ sheets, remote }: Edited): void {
    const { checked } = this.state;
    if (!checked || this.disposed) return;
    // A sheet that was checked and holds no form cannot change the result; a sheet not seen before may.
    const formless = new Set(checked.snapshot.grids.map((grid) => grid.sheet));
    for (const { table } of checked.review.tables) formless.delete(table.sheet);
    const touched = sheets.filter((sheet) => !formless.has(sheet));
    if (touched.length === 0) return;
    this.dispatch({ type: 'edited', sheets: touched, remote });
    if (!this.state.preferences.live) return;
    if (this.timer !== null) clearTimeout(this.timer);
    const recheck = (): void => {
      // Busy or looking through a preview: the bar says that something changed, and the next rest tries again.
      if (this.state.task !== null || this.state.view === 'preview' || this.state.explaining !== null) this.timer = setTimeout(recheck, REST);
      else void this.check(false);
    };
    this.timer = setTimeout(recheck, REST);
  }

  private say(phrase: Phrase, tone: 'done' | 'warning' | 'info'): void {
    this.dispatch({ type: 'notice', notice: { tone, phrase } });
    this.dispatch({ type: 'announce', phrase });
  }

  private refuse({ word, reason }: Refusal): void {
    if (word === 'cancelled') return this.say(reason === '' ? { key: 'check.cancelled' } : reason, 'info');
    const phrase: Phrase = reason === '' ? { key: 'refused.unexpected' } : reason;
    this.dispatch({ type: 'refused', refusal: { word, reason: phrase } });
    this.dispatch({ type: 'announce', phrase: phraseText(phrase, this.services.say()) });
  }

  /** One task at a time; whatever breaks inside becomes a sentence. */
  private async during(task: Task, run: () => Promise<void>): Promise<void> {
    if (this.state.task !== null || this.disposed) return;
    this.stop = new AbortController();
    this.dispatch({ type: 'refused', refusal: null });
    this.dispatch({ type: 'task', task });
    try {
      await run();
    } catch {
      this.refuse({ ok: false, word: 'failed', reason: '' });
    } finally {
      this.stop = null;
      this.dispatch({ type: 'task', task: null });
    }
  }

  /** A port answers in words; one that breaks its promise is taken for failed. */
  private async asked<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
    return settled(answer, { ok: false, word: 'failed', reason: '' });
  }
}

async function settled<T>(promise: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await promise;
  } catch {
    return otherwise;
  }
}
