// What leaves the workbench of an open file: saved in its place or as a download, and exported; one after the other.
import type { ExportKind } from './exporting';
import type { Session } from './session';
import type { WorkFacts } from './work-facts';
import type { WorkbenchState } from './workbench-state';

/** Why a file was downloaded and not written in its place. */
const DOWNLOADED = { asked: 'save.downloaded', changed: 'save.changed', denied: 'save.denied', failed: 'save.writeFailed' } as const;

export class GivingOut {
  /** The save or export that was begun last; never rejects. */
  private working: Promise<unknown> = Promise.resolve();

  /** `isOpen`: by the end of a save another file may be. `hasUnsaved`: of what is open, half typed text included. */
  constructor(private readonly facts: Pick<WorkFacts, 'services' | 'state' | 'dispatch' | 'tell' | 'inZip' | 'onSaved'>, private readonly isOpen: (session: Session) => boolean, private readonly hasUnsaved: () => boolean) {}

  /** Ends when nothing is being saved or exported. */
  async idle(): Promise<void> {
    await this.working;
  }

  /** True when what is open is safe on disk. */
  async save(session: Session | null): Promise<boolean> {
    const { services, state, dispatch, inZip, onSaved } = this.facts;
    if (!session || state().task !== null) return false;
    const { name, place, book } = session.facts;
    if (book.readOnly) return this.facts.tell('info', { key: 'save.readOnly' }, false);
    // Of a cell that is being typed in, as after Ctrl+S, the user sees what stands there: said to be saved, it has to be in the file.
    if (!this.hasUnsaved()) return this.facts.tell('info', { key: 'save.nothing' }, true);
    const { current, path } = state();
    return this.during('saving', session, async (tell) => {
      try {
        const bytes = await session.port.bytes();
        const copy = bytes.slice();
        const answer = await services.save({ name, bytes, place });
        if (!answer.ok) return tell('warning', { key: 'save.failed' }, false);
        const inPlace = answer.how === 'in-place';
        session.saved(bytes);
        if (this.isOpen(session)) dispatch({ type: 'dirty', dirty: session.dirty() });
        onSaved({ current, path, bytes: inPlace ? null : copy });
        if (inPlace) return tell('done', { key: 'save.inPlace', params: { name } }, true);
        const key = answer.because !== null || path === null ? DOWNLOADED[answer.because ?? 'asked'] : inZip(path) ? 'save.downloadedZip' : 'save.downloadedCopy';
        return tell(answer.because === null ? 'done' : 'warning', { key, params: { name } }, true);
      } catch {
        return tell('warning', { key: 'save.failed' }, false);
      }
    });
  }

  async export(kind: ExportKind, session: Session | null): Promise<void> {
    const { services, state } = this.facts;
    if (!session || state().task !== null) return;
    await this.during('exporting', session, async (tell) => {
      try {
        const { exportAs } = await import('./exporting');
        const exported = await exportAs(kind, { name: session.facts.name, port: session.port, services });
        const saved = exported.ok && (await services.save({ ...exported.file, place: null })).ok;
        if (!exported.ok) tell('warning', { key: 'export.failed', params: { reason: exported.reason } });
        else if (!saved) tell('warning', { key: 'export.failed', params: { reason: { key: 'save.failed' } } });
        else tell('done', exported.words);
      } catch {
        tell('warning', { key: 'export.failed', params: { reason: { key: 'open.failed' } } });
      }
    });
  }

  /** What was typed and could not be kept is told with how it ended: the words of that would take the place of the others before anybody has read them. */
  private during<T>(task: NonNullable<WorkbenchState['task']>, session: Session, work: (tell: WorkFacts['tell']) => Promise<T>): Promise<T> {
    const { dispatch, tell } = this.facts;
    const refused: string[] = [];
    const stop = session.port.onRefused((sentence) => void refused.push(sentence));
    dispatch({ type: 'task', task });
    const done = work((tone, words, then) => (refused.length === 0 ? tell(tone, words, then) : tell('warning', { key: 'edit.refusedThere', params: { outcome: words, reason: refused.join('') } }, then))).finally(() => {
      stop();
      dispatch({ type: 'task', task: null });
    });
    this.working = done;
    return done;
  }
}
