// What the pane does when a button is pressed: asks the port, reviews, plans, and tells the state what came of it.
import { localDate } from '../exports/local-date';
import type { WaiverDraft } from '../review/waivers';
import type { WorkbookSnapshot } from '../model/grid';
import type { PlannedEdit, StoredState } from '../model/plan';
import type { WorkbookReview } from '../model/review';
import type { Answer, WorkbookPort } from '../workbooks/port';
import type { Phrase, Say } from './catalogue';
import { CheckDesk } from './check-desk';
import { EditsWatch } from './edits-watch';
import type { HouseServices } from './house';
import type { Located } from './located';
import { outcomeText, type Deed } from './outcome-phrases';
import type { Scope } from './pane-state';
import { answered, PaneStore, settled } from './pane-store';
import { planFor, previewFor } from './planning';
import { asPreferences, DEFAULT_PREFERENCES, type Preferences, type PreferenceStore } from './preferences';
import { ReportDesk, type ReportReader } from './report-desk';
import type { Road } from './road';
import type { DeskServices } from './desk-services';
import { RubricDesk } from './rubric-desk';
import { countsText, summarise } from './summary';
import { TemplateDesk } from './template-desk';

export interface PaneServices {
  readonly port: WorkbookPort;
  readonly preferences: PreferenceStore;
  /** The local date and time now. */
  readonly now: () => Date;
  /** A new name for a run of writes. */
  readonly newRun: () => string;
  /** The pane's language at the moment of speaking. */
  readonly say: () => Say;
  /** Where a bureau's own rules come from; left out: only the shipped ones judge. */
  readonly house?: HouseServices;
  /** Reads Word reports; left out: the pane has no 报告核对. */
  readonly reports?: ReportReader;
  /** 试用示例; left out where the host has no way to open one. */
  readonly sample?: SampleOpener;
}

/** Opens the sample workbook. `window`: in a window of its own, with its own pane; `here`: in the place of what is open. */
export interface SampleOpener {
  readonly opensIn: 'window' | 'here';
  open(): Promise<Answer<null>>;
}

export class PaneController {
  private readonly store: PaneStore;
  private readonly edits: EditsWatch;
  /** The rules and rubrics are a third of the pane: they come after the first paint. Present once a check has ended. */
  private road: Road | null = null;
  private housing: Promise<void> | null = null;

  /** Where a bureau's rubric is written. */
  readonly desk: RubricDesk;
  /** Where own checks are written. */
  readonly checks: CheckDesk;
  /** Where a report is held against the workbook. */
  readonly reports: ReportDesk;
  /** Where templates are laid out. */
  readonly templates: TemplateDesk;

  readonly getState: PaneStore['getState'];
  readonly subscribe: PaneStore['subscribe'];
  readonly dispatch: PaneStore['dispatch'];

  constructor(readonly services: PaneServices) {
    this.store = new PaneStore(services.say);
    ({ getState: this.getState, subscribe: this.subscribe, dispatch: this.dispatch } = this.store);
    this.edits = new EditsWatch(this.store, () => this.check(false));
    this.reports = new ReportDesk({
      store: this.store, reader: services.reports, port: services.port, checked: async () => { if (!this.getState().checked) await this.check(); }, lookAgain: () => this.check(),
      reviewTables: async (document) => {
        const { reviewReportTables, optionsOf } = await this.loadRoad();
        return reviewReportTables(document, { ...optionsOf(this.getState()), waivers: [] });
      },
    });
    const desk: DeskServices = {
      store: this.store, house: services.house, keepsState: services.port.capabilities.state, road: () => this.loadRoad(), keep: (stored, done) => this.keep(stored, done), reviewAgain: () => this.reviewAgain(),
      reviewed: (house) => {
        const { checked } = this.getState();
        return checked && this.loaded().reviewWorkbook(checked.snapshot, this.loaded().optionsOf({ ...this.getState(), house }));
      },
    };
    this.desk = new RubricDesk(desk);
    this.checks = new CheckDesk(desk);
    this.templates = new TemplateDesk({ store: this.store, port: services.port, house: services.house, lookAgain: () => this.check(false) });
  }

  /** Preferences, what the workbook keeps, and listening for edits. Nothing of this is needed to check. */
  async start(): Promise<void> {
    const { port, preferences } = this.services;
    const kept = await settled(preferences.read(), null);
    this.dispatch({ type: 'preferences', preferences: asPreferences(kept) });
    await this.loadStored();
    void settled(this.housed(), null);
    await this.edits.start(port);
  }

  dispose(): void {
    this.edits.stop();
    this.store.close();
  }

  /** One reading of the whole workbook and its review. `asked` tells a click from a re-check of our own. */
  async check(asked = true): Promise<void> {
    await this.store.during({ kind: 'checking', done: 0, total: 0, quiet: !asked }, async () => {
      if (asked) this.dispatch({ type: 'notice', notice: null });
      await this.readAndReview(asked);
    });
  }

  async trySample(): Promise<void> {
    const { sample } = this.services;
    if (!sample) return;
    let here = false;
    await this.store.during({ kind: 'opening' }, async () => {
      const answer = await answered(sample.open());
      if (!answer.ok) return this.store.refuse(answer);
      here = sample.opensIn === 'here';
      if (!here) this.store.tell({ key: 'sample.opened' }, 'done');
    });
    if (here) await this.check();
  }

  cancel(): void {
    this.store.cancel();
  }

  async openPreview(scope: Scope): Promise<void> {
    await this.store.during({ kind: 'planning' }, async () => {
      // Planning is long enough to be seen in a large workbook: let the words appear first.
      await Promise.resolve();
      this.showPreview(scope, new Set(), true);
    });
  }

  tick(keys: readonly string[], ticked: boolean): void {
    const { preview } = this.getState();
    if (!preview) return;
    const unticked = new Set(preview.unticked);
    for (const key of keys) if (ticked) unticked.delete(key); else unticked.add(key);
    this.showPreview(preview.scope, unticked, preview.withMarks);
  }

  markToo(withMarks: boolean): void {
    const { preview } = this.getState();
    if (preview) this.dispatch({ type: 'preview', preview: { ...preview, withMarks } });
  }

  /** Writes what the preview shows. */
  async write(): Promise<void> {
    const { preview } = this.getState();
    if (!preview) return;
    await this.apply(preview.corrections, preview.withMarks ? preview.marks : []);
  }

  /** Writes the correction of one finding. */
  async correct(located: Located): Promise<void> {
    const { correction, rule } = located.finding;
    const { checked } = this.getState();
    if (!correction || !checked) return;
    const cells = new Set(correction.edits.map((edit) => `${located.sheet}!${edit.cell}`));
    const plan = planFor(this.loaded(), this.getState(), { scope: { rule }, kind: correction.kind, unticked: new Set(), marks: false, date: this.today() });
    const edits = plan.corrections.filter((edit) => cells.has(`${edit.sheet}!${edit.cell}`));
    if (edits.length === 0) {
      this.dispatch({ type: 'notice', notice: { tone: 'warning', phrase: { key: 'detail.locked' } } });
      return;
    }
    await this.apply(edits, []);
  }

  async undo(): Promise<void> {
    await this.store.during({ kind: 'undoing' }, async () => {
      const answer = await answered(this.services.port.undo());
      if (!answer.ok) return this.store.refuse(answer);
      await this.tell(outcomeText(answer.value, 'restored', this.services.say()), answer.value.every(({ word }) => word === 'applied' || word === 'unchanged'));
    });
  }

  async clearMarks(): Promise<void> {
    await this.store.during({ kind: 'clearing' }, async () => {
      const answer = await answered(this.services.port.clearMarks());
      if (!answer.ok) return this.store.refuse(answer);
      await this.tell(outcomeText(answer.value, 'cleared', this.services.say()), true);
    });
  }

  async insertResults(): Promise<void> {
    const { checked } = this.getState();
    if (!checked) return;
    await this.store.during({ kind: 'inserting' }, async () => {
      const { RESULT_COLUMNS, resultRows } = await this.loadRoad();
      const rows = resultRows(checked.baseline, checked.review).map(({ texts, link }) => texts.map((text, at) => ({ text, link: RESULT_COLUMNS[at]?.linked === true ? link : null })));
      const answer = await answered(this.services.port.insertResults({ columns: RESULT_COLUMNS.map(({ title, width }) => ({ title, width })), rows }));
      if (!answer.ok) return this.store.refuse(answer);
      this.store.tell({ key: 'more.inserted' }, 'done');
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
    if (draft.role !== this.getState().preferences.role) void this.prefer({ role: draft.role.trim() });
    await this.keep({ ...this.getState().stored, waivers: addWaiver(this.getState().stored.waivers, written.waiver) }, { key: 'waiver.saved' });
  }

  async withdraw({ finding, sheet }: Located): Promise<void> {
    const { waived, rule } = finding;
    if (!waived) return;
    const waivers = this.getState().stored.waivers.filter((one) => !(one.rule === rule && one.sheet === sheet && one.reason === waived.reason && one.date === waived.date && one.role === waived.role));
    await this.keep({ ...this.getState().stored, waivers }, { key: 'waiver.withdrawn' });
  }

  async chooseRubric(rubric: string | null): Promise<void> {
    const stored = { ...this.getState().stored, rubric };
    if (this.services.port.capabilities.state) return this.keep(stored, { key: 'rubric.changed' });
    this.dispatch({ type: 'stored', stored });
    await this.reviewAgain();
    this.store.tell({ key: 'rubric.changed' }, 'done');
  }

  async reveal(sheet: string, cell: string): Promise<void> {
    if (!this.services.port.capabilities.reveal || cell === '') return;
    const answer = await answered(this.services.port.reveal(sheet, cell));
    if (!answer.ok) return this.store.tell(answer.reason, 'warning');
    this.dispatch({ type: 'announce', phrase: { key: 'announce.sheet', params: { sheet, cell } } });
  }

  async prefer(change: Partial<Preferences>): Promise<void> {
    const preferences = { ...this.getState().preferences, ...change };
    this.dispatch({ type: 'preferences', preferences });
    await settled(this.services.preferences.write(preferences), undefined);
  }

  async resetPreferences(): Promise<void> {
    this.dispatch({ type: 'preferences', preferences: DEFAULT_PREFERENCES });
    await settled(this.services.preferences.clear(), undefined);
    this.store.tell({ key: 'settings.resetDone' }, 'done');
  }

  /** Opens the first finding that names a cell; false when there is none. */
  openAt(sheet: string, cell: string): boolean {
    const found = this.getState().checked?.located.find((one) => one.sheet === sheet && one.finding.cells.includes(cell));
    if (!found) return false;
    this.dispatch({ type: 'view', view: 'list' });
    this.dispatch({ type: 'filter', filter: { chip: 'all', search: '', table: null } });
    if (found.root !== null) this.dispatch({ type: 'fold', key: found.root, open: true });
    this.dispatch({ type: 'open', key: found.key });
    return true;
  }

  /** Today as an ISO date, by the local clock. */
  today(): string {
    return localDate(this.services.now());
  }

  private async readAndReview(asked: boolean): Promise<void> {
    const { port } = this.services;
    await this.loadStored();
    const { signal } = this.store;
    const answer = await answered(port.read({
      signal,
      onProgress: ({ done, total }) => {
        const { task } = this.getState();
        if (task?.kind === 'checking') this.dispatch({ type: 'task', task: { ...task, done, total } });
      },
    }));
    if (!answer.ok) return this.store.refuse(answer);
    if (signal.aborted) return this.store.refuse({ ok: false, word: 'cancelled', reason: '' });
    await this.loadRoad();
    await settled(this.housed(), undefined);
    await this.readyJudge();
    const review = this.reviewed(answer.value);
    this.dispatch({ type: 'checked', snapshot: answer.value, review, asked });
    await settled(this.reports.compareAgain(), undefined);
    const summary = summarise(review);
    const say = this.services.say();
    this.dispatch({ type: 'announce', phrase: { key: 'announce.checked', params: { verdict: say('verdict.line', { verdict: say(`verdict.${summary.verdict}`), counts: countsText(summary, say) }) } } });
  }

  private reviewed(snapshot: WorkbookSnapshot): WorkbookReview {
    const { reviewWorkbook, optionsOf } = this.loaded();
    return reviewWorkbook(snapshot, optionsOf(this.getState()));
  }

  /** Once for a pane: the rules of a catalogue change between openings, not under the user's hands. */
  private housed(): Promise<void> {
    this.housing ??= this.loadHouse();
    return this.housing;
  }

  private async loadHouse(): Promise<void> {
    const { house } = this.services;
    if (!house) return;
    const { loadHouse } = await this.loadRoad();
    this.dispatch({ type: 'house', house: await loadHouse(house) });
  }

  /** Own checks are compiled once for what is kept now. */
  private async readyJudge(): Promise<void> {
    const { judgeFor } = await this.loadRoad();
    const { stored, house, judge } = this.getState();
    if (judge.of === stored.own && judge.house === house) return;
    this.dispatch({ type: 'judge', judge: { of: stored.own, house, own: await settled(judgeFor(stored.own, house.rules), null) } });
  }

  private async loadRoad(): Promise<Road> {
    this.road ??= (await import('./road')).road;
    return this.road;
  }

  private loaded(): Road {
    if (!this.road) throw new Error('the rules are asked for before a check loaded them');
    return this.road;
  }

  private async reviewAgain(): Promise<void> {
    await this.readyJudge();
    const { checked } = this.getState();
    if (checked) this.dispatch({ type: 'reviewed', review: this.reviewed(checked.snapshot) });
  }

  private showPreview(scope: Scope, unticked: ReadonlySet<string>, withMarks: boolean): void {
    const preview = previewFor(this.loaded(), this.getState(), { scope, unticked, withMarks, marks: this.services.port.capabilities.marks, date: this.today() });
    if (preview) this.dispatch({ type: 'preview', preview });
  }

  private async apply(corrections: readonly PlannedEdit[], marks: readonly PlannedEdit[]): Promise<void> {
    const { port, newRun, now, say } = this.services;
    await this.store.during({ kind: 'writing' }, async () => {
      const { asMarked, keyOfEdit } = await this.loadRoad();
      const { preferences } = this.getState();
      const edits = asMarked([...corrections, ...marks], preferences.marks, preferences.palette);
      const answer = await answered(port.apply(edits, { run: newRun(), at: now().toISOString() }, { signal: this.store.signal }));
      if (!answer.ok) return this.store.refuse(answer);
      const { outcomes } = answer.value;
      await this.tell(outcomeText(outcomes, 'corrected' satisfies Deed, say(), new Set(marks.map(keyOfEdit))), outcomes.every(({ word }) => word === 'applied' || word === 'unchanged'));
    });
  }

  /** After a write the sheet is read again: the list shows what is, not what was meant. */
  private async tell(sentence: string, whole: boolean): Promise<void> {
    await this.readAndReview(false);
    this.dispatch({ type: 'view', view: 'list' });
    this.store.tell(sentence, whole ? 'done' : 'warning');
  }

  private async keep(stored: StoredState, done: Phrase): Promise<void> {
    await this.store.during({ kind: 'saving' }, async () => {
      const answer = await answered(this.services.port.saveState({ waivers: stored.waivers, rubric: stored.rubric, own: stored.own ?? null }));
      if (!answer.ok) return this.store.refuse(answer);
      this.dispatch({ type: 'stored', stored });
      this.dispatch({ type: 'explain', key: null });
      await this.reviewAgain();
      this.store.tell(done, 'done');
    });
  }

  private async loadStored(): Promise<void> {
    if (!this.services.port.capabilities.state) return;
    const answer = await answered(this.services.port.loadState());
    if (answer.ok) this.dispatch({ type: 'stored', stored: answer.value });
  }
}
