// What the pane does when a button is pressed: asks the port, reviews, and tells the state what came of it; its desks do the rest.
import { localDate } from '../exports/local-date';
import type { WaiverDraft } from '../review/waivers';
import type { StoredState } from '../model/plan';
import type { WorkbookReview } from '../model/review';
import type { Table } from '../model/table';
import type { Answer, Refusal, WorkbookPort } from '../workbooks/port';
import type { Phrase, Say } from './catalogue';
import { CheckDesk } from './check-desk';
import { CorrectionDesk } from './correction-desk';
import { EditsWatch } from './edits-watch';
import type { HouseServices } from './house';
import { Judging } from './judging';
import type { Located } from './located';
import { mergedState } from './merged-state';
import { answered, PaneStore, settled } from './pane-store';
import { PreferenceKeeper } from './preference-keeper';
import type { Preferences, PreferenceStore } from './preferences';
import { ReportDesk, type ReportReader } from './report-desk';
import type { Road } from './road';
import type { DeletedRule } from './deleted-rule';
import type { DeskServices } from './desk-services';
import { RubricDesk } from './rubric-desk';
import { sameData } from './same-data';
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
  /** Told after a cell was selected for a user who asked to see it; left out where the sheets are always in sight. */
  readonly onLocated?: (sheet: string, cell: string) => void;
}

/** Opens the sample workbook. `window`: in a window of its own, with its own pane; `here`: in the place of what is open. */
export interface SampleOpener {
  readonly opensIn: 'window' | 'here';
  open(): Promise<Answer<null>>;
}

export class PaneController {
  private readonly store: PaneStore;
  private readonly edits: EditsWatch;
  private readonly judging: Judging;
  private readonly choices: PreferenceKeeper;

  /** Where corrections are looked through, written and taken back. */
  readonly corrections: CorrectionDesk;
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
    const { port, now, newRun } = services;
    this.choices = new PreferenceKeeper(this.store, services.preferences);
    const judging = new Judging(this.store, services.house);
    this.judging = judging;
    this.corrections = new CorrectionDesk({ store: this.store, port, now, newRun, road: () => judging.road(), loaded: () => judging.loaded(), lookAgain: () => this.readAndReview(false), lookQuietly: () => this.readAndReview(false, () => undefined) });
    this.edits = new EditsWatch(this.store, port, () => this.checkAlong());
    this.reports = new ReportDesk({
      store: this.store, reader: services.reports, port: services.port, checked: async () => { if (!this.getState().checked) await this.check(); }, lookAgain: () => this.check(),
      reviewTables: async (document) => {
        const { reviewReportTables, optionsOf } = await judging.road();
        return reviewReportTables(document, { ...optionsOf(this.getState()), waivers: [] });
      },
    });
    const desk: DeskServices = {
      store: this.store, house: services.house, keepsState: services.port.capabilities.state, road: () => judging.road(),
      keep: (stored, done, deleted) => this.keep(stored, done, deleted), reviewAgain: () => judging.again(), reviewed: (house) => judging.reviewBy(house),
    };
    this.desk = new RubricDesk(desk);
    this.checks = new CheckDesk(desk);
    this.templates = new TemplateDesk({ store: this.store, port: services.port, house: services.house, lookAgain: () => this.check(false) });
  }

  /** Preferences, what the workbook keeps, and listening for edits. Nothing of this is needed to check. */
  async start(): Promise<void> {
    await this.choices.load();
    await this.loadStored();
    void settled(this.judging.housed(), null);
    await this.edits.listen();
  }

  dispose(): void {
    this.edits.stop();
    this.store.close();
  }

  /** One reading of the whole workbook and its review. `asked` tells a click from a re-check of our own. */
  async check(asked = true): Promise<void> {
    await this.store.during({ kind: 'checking', done: 0, total: 0, quiet: !asked }, async () => {
      if (asked) this.dispatch({ type: 'notice', notice: null });
      const before = this.getState().checked;
      await this.readAndReview(asked);
      // Nothing new is an answer too, where somebody asked.
      if (before && this.getState().checked === before && this.getState().refusal === null && !this.store.signal.aborted) this.tellVerdict(before.review);
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

  async insertResults(): Promise<void> {
    const { checked } = this.getState();
    if (!checked) return;
    await this.store.during({ kind: 'inserting' }, async () => {
      const { RESULT_COLUMNS, resultRows } = await this.judging.road();
      const rows = resultRows(checked.baseline, checked.review).map(({ texts, link }) => texts.map((text, at) => ({ text, link: RESULT_COLUMNS[at]?.linked === true ? link : null })));
      const answer = await answered(this.services.port.insertResults({ columns: RESULT_COLUMNS.map(({ title, width }) => ({ title, width })), rows }));
      if (!answer.ok) return this.store.refuse(answer);
      this.store.tell({ key: 'more.inserted' }, 'done');
    });
  }

  /** Keeps an explanation in the workbook; a refused one leaves the editor open with the reason. */
  async explain(located: Located, draft: WaiverDraft): Promise<void> {
    const { addWaiver, cellsAlike, tableUnder, writeWaiver } = await this.judging.road();
    const { checked, stored } = this.getState();
    const written = writeWaiver(located.finding, located.sheet, this.tableOf(located, tableUnder), draft);
    if (!written.ok) {
      this.dispatch({ type: 'explain', key: located.key, refused: written.reason });
      return;
    }
    if (draft.role !== this.getState().preferences.role) void this.prefer({ role: draft.role.trim() });
    const cells = checked ? cellsAlike(written.waiver, checked.review) : [];
    await this.keep({ ...stored, waivers: addWaiver(stored.waivers, written.waiver, cells) }, { key: 'waiver.saved' });
  }

  async withdraw(located: Located): Promise<void> {
    const { finding, sheet } = located;
    if (!finding.waived) return;
    const { tableUnder, withoutWaiver } = await this.judging.road();
    const { stored } = this.getState();
    await this.keep({ ...stored, waivers: withoutWaiver(stored.waivers, finding, sheet, this.tableOf(located, tableUnder)) }, { key: 'waiver.withdrawn' });
  }

  /** The table that an explanation of the finding rests on, also where the finding is one between tables. */
  private tableOf({ table, sheet, cell }: Located, tableUnder: Road['tableUnder']): Table | null {
    return table?.table ?? tableUnder((this.getState().checked?.review.tables ?? []).map((one) => one.table), sheet, cell);
  }

  async chooseRubric(rubric: string | null): Promise<void> {
    const stored = { ...this.getState().stored, rubric };
    const done: Phrase = { key: this.getState().checked ? 'rubric.changed' : 'rubric.changedBefore' };
    if (this.services.port.capabilities.state) return this.keep(stored, done);
    this.dispatch({ type: 'stored', stored });
    await this.judging.again();
    this.store.tell(done, 'done');
  }

  /** For who asked to see the cell and nothing else: where the pane lies over the sheets, these come to the front. */
  async locate(sheet: string, cell: string): Promise<void> {
    if (await this.reveal(sheet, cell)) this.services.onLocated?.(sheet, cell);
  }

  /** Along with what is opened in the pane, which stays in sight; true where the cell is selected. */
  async reveal(sheet: string, cell: string): Promise<boolean> {
    if (!this.services.port.capabilities.reveal || cell === '') return false;
    const answer = await answered(this.services.port.reveal(sheet, cell));
    if (!answer.ok) {
      this.store.tell(answer.reason, 'warning');
      return false;
    }
    this.dispatch({ type: 'announce', phrase: { key: 'announce.sheet', params: { sheet, cell } } });
    return true;
  }

  prefer(change: Partial<Preferences>): Promise<void> {
    return this.choices.prefer(change);
  }

  resetPreferences(): Promise<void> {
    return this.choices.reset();
  }

  /** Ends when no task runs. */
  idle(): Promise<void> {
    return this.store.idle();
  }

  /** Opens the finding of a rule on a cell, else the first that stands there, else the first that names the cell; false when there is none. */
  openAt(sheet: string, cell: string, rule = ''): boolean {
    const named = this.getState().checked?.located.filter((one) => one.sheet === sheet && (one.cell === cell || one.finding.cells.includes(cell))) ?? [];
    const found = named.find((one) => one.cell === cell && one.finding.rule === rule) ?? named.find((one) => one.cell === cell) ?? named[0];
    if (!found) return false;
    this.dispatch({ type: 'view', view: 'list' });
    this.dispatch({ type: 'filter', filter: { chip: 'all', search: '', table: null } });
    if (found.root !== null) this.dispatch({ type: 'fold', key: found.root, open: true });
    this.dispatch({ type: 'open', key: found.key });
    return true;
  }

  /** Of a cell that was asked about: a check has looked, and found nothing. */
  tellNothingAt(sheet: string, cell: string): void {
    if (this.getState().checked && cell !== '') this.store.tell({ key: 'cell.nothing', params: { sheet, cell } }, 'info');
  }

  /** A file that was chosen or dropped cannot be read any more. */
  tellGone(name: string): void {
    this.store.tell({ key: 'file.gone', params: { name } }, 'warning');
  }

  /** Today as an ISO date, by the local clock. */
  today(): string {
    return localDate(this.services.now());
  }

  /** Checks while somebody works on, without a word; false: a cell is being edited just now, which is nothing to be told of. */
  private async checkAlong(): Promise<boolean> {
    let busy = false;
    await this.store.during({ kind: 'checking', done: 0, total: 0, quiet: true }, () => this.readAndReview(false, (refusal) => {
      if (refusal.word === 'busy') busy = true;
      else this.store.refuse(refusal);
    }));
    return !busy;
  }

  private async readAndReview(asked: boolean, refuse: (refusal: Refusal) => void = (refusal) => this.store.refuse(refusal)): Promise<void> {
    await this.edits.listen();
    this.edits.reading();
    let shown = false;
    try {
      shown = await this.readNow(asked, refuse);
    } finally {
      this.edits.read(shown);
    }
  }

  /** True when the review is shown. */
  private async readNow(asked: boolean, refuse: (refusal: Refusal) => void): Promise<boolean> {
    const { port } = this.services;
    const { checked: before, stored } = this.getState();
    await this.loadStored();
    const { signal } = this.store;
    const answer = await answered(port.read({
      signal,
      onProgress: ({ done, total }) => {
        const { task } = this.getState();
        if (task?.kind === 'checking') this.dispatch({ type: 'task', task: { ...task, done, total } });
      },
    }));
    if (!answer.ok || signal.aborted) {
      refuse(answer.ok ? { ok: false, word: 'cancelled', reason: '' } : answer);
      return false;
    }
    if (!asked && before && sameData([before.snapshot, stored], [answer.value, this.getState().stored])) {
      this.dispatch({ type: 'unchanged' });
      return true;
    }
    await this.judging.ready(asked);
    const review = this.judging.review(answer.value);
    this.dispatch({ type: 'checked', snapshot: answer.value, review, asked });
    await settled(this.reports.compareAgain(), undefined);
    this.tellVerdict(review);
    return true;
  }

  private tellVerdict(review: WorkbookReview): void {
    const summary = summarise(review);
    this.dispatch({ type: 'announce', phrase: (say) => say('announce.checked', { verdict: say('verdict.line', { verdict: say(`verdict.${summary.verdict}`), counts: countsText(summary, say) }) }) });
  }

  private async keep(wanted: StoredState, done: Phrase, deleted?: DeletedRule): Promise<void> {
    const before = this.getState().stored;
    await this.store.during({ kind: 'saving' }, async () => {
      const now = await answered(this.services.port.loadState());
      if (!now.ok) return this.store.refuse(now);
      const stored = mergedState(before, wanted, now.value);
      const answer = await answered(this.services.port.saveState({ waivers: stored.waivers, rubric: stored.rubric, own: stored.own ?? null }));
      if (!answer.ok) return this.store.refuse(answer);
      this.dispatch({ type: 'stored', stored });
      this.dispatch({ type: 'explain', key: null });
      await this.judging.again();
      this.store.tell(done, 'done', deleted);
    });
  }

  private async loadStored(): Promise<void> {
    if (!this.services.port.capabilities.state) return;
    const answer = await answered(this.services.port.loadState());
    if (answer.ok) this.dispatch({ type: 'stored', stored: answer.value });
  }
}
