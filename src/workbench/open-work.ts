// The work on one open workbook: from being asked for, past the question about unsaved changes, to pane and grid.
import { LARGEST_FILE } from '../batch/limits';
import { heldFocus } from './areas';
import type { Words } from './catalogue';
import type { ExportKind } from './exporting';
import { GivingOut } from './giving-out';
import { GridStage, gridTheme } from './grid-stage';
import { InSight, type Surfaces } from './in-sight';
import { isSamePlace } from './openable';
import type { OpenableFile } from './services';
import { Session, type Goal } from './session';
import { sharedPreferences } from './settings';
import type { Wanted, WorkFacts } from './work-facts';

const LARGEST_MB = LARGEST_FILE / 2 ** 20;
const REFUSED = { locked: 'edit.locked', 'not-carried': 'edit.notCarried', merged: 'edit.merged', find: 'edit.find' } as const;

export class OpenWork {
  private readonly stage: GridStage;
  private session: Session | null = null;
  /** The folder of the desk that what is open was opened from. */
  private source: number | null = null;
  private wanted: Wanted | null = null;
  private turn = 0;
  private readonly out: GivingOut;
  private unsafeTold = false;
  private giveSurfaces: (surfaces: Surfaces) => void = () => undefined;
  private readonly surfaces = new Promise<Surfaces>((resolve) => {
    this.giveSurfaces = resolve;
  });
  private readonly inSight: InSight;

  constructor(private readonly facts: WorkFacts) {
    this.inSight = new InSight(this.surfaces, facts.dispatch);
    this.out = new GivingOut(facts, (session) => this.session === session, () => this.hasUnsaved());
    this.stage = new GridStage(facts.services.loadGrid, async () => (await import('./table-preview')).createTablePreview, () => ({
      theme: gridTheme(facts.look().theme), language: facts.look().language,
      onRefused: (_command, why) => facts.tell('warning', { key: REFUSED[why] }),
    }));
  }

  attach(surfaces: Surfaces): void {
    this.giveSurfaces(surfaces);
  }

  /** Opens at once, or after the question about what is unsaved. */
  async want(wanted: Wanted): Promise<'refused' | null> {
    if (this.hasUnsaved()) {
      this.wanted = wanted;
      // What is still being read was asked for before this: it would be asked about, and opened, in its place.
      if (this.facts.state().opening !== null) this.turn++;
      this.facts.dispatch({ type: 'opening', name: null });
      this.facts.dispatch({ type: 'dialog', dialog: 'unsaved' });
      return null;
    }
    return this.load(wanted);
  }

  /** The answer to the question about unsaved changes. */
  async decide(answer: 'save' | 'discard' | 'cancel'): Promise<void> {
    const { wanted } = this;
    this.facts.dispatch({ type: 'dialog', dialog: null });
    if (!wanted) return;
    this.wanted = null;
    if (answer === 'cancel') return;
    if (answer === 'save') {
      await this.out.idle();
      if (!(await this.save())) return;
    }
    await this.load(wanted, answer === 'discard');
  }

  /** Holds the first report against what is open, and tells where there are more; false: nothing is open. */
  async openReports([file, ...more]: readonly OpenableFile[]): Promise<boolean> {
    const { session } = this;
    if (!session) return false;
    if (!file) return true;
    try {
      await session.openReport({ name: file.name, bytes: await file.read() });
      if (more.length > 0) this.facts.tell('info', { key: 'report.one', params: { name: file.name, count: more.length } });
    } catch {
      this.facts.tell('warning', { key: 'report.gone', params: { name: file.name } });
    }
    return true;
  }

  /** Whether that file of the desk is what is open, as it is now: another folder has other files under the same paths, unless it is the same one chosen again. */
  async isOpen(path: string, source: number, find: () => Promise<OpenableFile | null>): Promise<boolean> {
    const { session } = this;
    if (!session || this.facts.state().path !== path) return false;
    const { place } = session.facts;
    // Written by another program since, and checked anew for the lists: it is read once more, where no work on it would go.
    if (!this.hasUnsaved() && (await place?.changed?.()) === true) return false;
    return this.source === source || (place !== null && (await isSamePlace(place, (await find())?.place ?? null)));
  }

  /** Shows what is open, at a place where one is meant; the focus goes there too where it was `lost` on the way. */
  async goTo(goal: Goal | null, lost: () => boolean): Promise<void> {
    const told = goal === null || (await this.session?.explain(goal)) === true;
    await this.inSight.takeFocus(lost);
    // A cell that the pane has nothing to say of is all that there is to see.
    if (!told) await this.inSight.showCell(goal);
    if (goal) await this.session?.reveal(goal);
  }

  backToPane(): Promise<void> {
    return this.inSight.backToPane();
  }

  /** True when what is open is safe on disk. */
  save(): Promise<boolean> {
    return this.out.save(this.session);
  }

  export(kind: ExportKind): Promise<void> {
    return this.out.export(kind, this.session);
  }

  /** Whether leaving the page or opening another file would lose something, half typed text included: a dropped file takes no focus from the cell. */
  hasUnsaved(): boolean {
    this.stage.finishTyping();
    return this.session?.dirty() === true;
  }

  flush(): void {
    void this.session?.flushDraft();
  }

  lookAtSheet(): void {
    const { stage } = this.facts.state();
    const sheet = stage === 'opening' || stage === 'none' ? null : this.stage.sheet();
    if (sheet !== null) this.facts.dispatch({ type: 'sheet', sheet });
  }

  async retryStage(): Promise<void> {
    if (this.session) await this.showSheets(this.session);
  }

  retheme(): void {
    const { theme } = this.facts.look();
    this.session?.setTheme(theme);
    this.stage.setTheme(gridTheme(theme));
  }

  /** `pane`: false where the pane has changed already. */
  relanguage(pane: boolean): void {
    this.stage.setLanguage(this.facts.look().language);
    if (pane) this.session?.setLanguage(this.facts.state().settings.language);
  }

  dispose(): void {
    this.turn++;
    this.session?.close(false);
    this.session = null;
    this.stage.dispose();
  }

  /** `givenUp`: what is unsaved now may go. */
  private async load(wanted: Wanted, givenUp = false): Promise<'refused' | null> {
    const turn = ++this.turn;
    const { file } = wanted;
    const lost = wanted.desk?.lost ?? heldFocus();
    const { services, dispatch } = this.facts;
    dispatch({ type: 'opening', name: file.name });
    dispatch({ type: 'message', message: null });
    try {
      if (file.size > LARGEST_FILE) return this.refuse(file.name, { key: 'open.tooLarge', params: { limit: LARGEST_MB } });
      const bytes = await file.read().catch(() => null);
      if (turn !== this.turn) return null;
      if (!bytes) return this.refuse(file.name, { key: 'open.gone' });
      const answer = await services.open({ name: file.name, bytes });
      if (turn !== this.turn) {
        if (answer.ok) answer.book.close();
        return null;
      }
      if (!answer.ok) return this.refuse(file.name, answer.reason);
      const surfaces = await this.surfaces;
      // Typed or corrected while the file was being read: asked about like any other change.
      if (!givenUp && this.hasUnsaved()) {
        answer.book.close();
        return await this.want(wanted);
      }
      this.replaceSession(wanted, answer.book, surfaces);
    } catch {
      if (turn === this.turn) return this.refuse(file.name, { key: 'open.failed' });
    } finally {
      if (turn === this.turn) dispatch({ type: 'opening', name: null });
    }
    if (turn === this.turn && this.session) {
      await this.present(this.session, wanted.desk?.goal ?? null, lost);
      if (turn === this.turn) await this.openReports(wanted.reports);
    }
    return null;
  }

  private refuse(name: string, reason: Words): 'refused' {
    return this.facts.tell('warning', { key: this.session ? 'open.untouched' : 'open.refused', params: { name, reason } }, 'refused');
  }

  private replaceSession(wanted: Wanted, book: Session['facts']['book'], surfaces: Surfaces): void {
    const { file, listed, draft, desk } = wanted;
    const { services, state, dispatch, tell, look, followPane, onOpened } = this.facts;
    this.session?.close(true);
    const session: Session = new Session({
      draftId: draft?.id ?? services.newId(), name: file.name, place: draft ? null : file.place, book, restored: draft !== null, services, holder: surfaces.pane,
      preferences: sharedPreferences(services.preferences, () => state().settings.language, followPane),
      look,
      onChange: () => {
        if (this.session === session) dispatch({ type: 'dirty', dirty: session.dirty() });
      },
      onRefused: (reason) => tell('warning', { key: 'edit.refused', params: { reason } }),
      onLocated: (goal) => void this.inSight.showCell(goal),
      onUnsafe: () => {
        if (!this.unsafeTold) tell('info', { key: 'drafts.unsafe' });
        this.unsafeTold = true;
      },
    });
    this.session = session;
    this.source = desk?.source ?? null;
    dispatch({ type: 'opened', file: { name: file.name, readOnly: book.readOnly, dirty: session.dirty() }, listed, path: desk?.path ?? null });
    dispatch({ type: 'announce', words: { key: 'open.done', params: { name: file.name } } });
    onOpened(wanted);
    if (draft) tell('info', { key: 'drafts.restored', params: { name: draft.name } });
    else if (book.readOnly) tell('info', { key: 'open.readOnly', params: { name: file.name } });
  }

  /** Findings first: the grid is the larger part, and is loaded when the pane has done its work. */
  private async present(session: Session, goal: Goal | null, lost: () => boolean): Promise<void> {
    try {
      await session.showPane();
      const told = goal === null || (this.session === session && (await session.explain(goal)));
      if (this.session === session) await this.inSight.takeFocus(lost);
      if (!told && this.session === session) await this.inSight.showCell(goal);
    } finally {
      if (this.session === session) await this.showSheets(session);
    }
    if (goal && this.session === session) await session.reveal(goal);
    // What came late took the focus from under the user, or was not there to take it.
    if (this.session === session) await this.inSight.takeFocus(lost);
  }

  private async showSheets(session: Session): Promise<void> {
    const { dispatch } = this.facts;
    const { grid } = await this.surfaces;
    dispatch({ type: 'stage', stage: 'opening' });
    const shown = await this.stage.show(grid, { book: session.facts.book, port: session.port });
    if (shown.stage === 'overtaken' || this.session !== session) return;
    if (shown.stage !== 'failed') {
      const { sheets, active } = shown.picture;
      dispatch({ type: 'sheets', sheets: sheets.map(({ name, kept, cutAt }) => ({ name, kept, cutAt })), sheet: this.stage.sheet() ?? sheets[active]?.name ?? null });
    }
    dispatch({ type: 'stage', stage: shown.stage });
  }
}
