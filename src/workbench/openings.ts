// What is asked to be opened: files of the disk, lines of the list and of the desk, the sample, a draft. Of several on their way, the one asked for last is opened.
import { isReportFile } from '../batch/report-names';
import { heldFocus } from './areas';
import type { Speak } from './catalogue';
import type { DeskController } from './desk/desk-controller';
import type { Offers } from './draft-offers';
import type { FileList } from './file-list';
import type { OpenWork } from './open-work';
import type { FileBytes, OpenableFile } from './services';
import type { Goal } from './session';
import type { WorkFacts } from './work-facts';

interface OpeningFacts extends Pick<WorkFacts, 'services' | 'state' | 'dispatch' | 'tell'> {
  readonly work: OpenWork;
  readonly list: FileList;
  readonly desk: DeskController;
  readonly drafts: Offers['drafts'];
  readonly speak: () => Speak;
}

export class Openings {
  /** Counts what was asked for: some comes at once, some after a while. */
  private asked = 0;

  constructor(private readonly facts: OpeningFacts) {}

  /** Lists the files and opens the first that can be read, and holds a report against it; asks first where something is unsaved. */
  async open(files: readonly OpenableFile[], reports: readonly OpenableFile[] = []): Promise<void> {
    const isLast = this.ask();
    const ids = await this.facts.list.add(files);
    if (files.length > 1) this.facts.dispatch({ type: 'show-list', shown: true });
    for (const [at, file] of files.entries()) if (!isLast() || (await this.facts.work.want({ file, listed: ids[at] ?? null, desk: null, draft: null, reports })) !== 'refused') break;
    void this.facts.list.judge();
  }

  /** A report is read beside the workbook that is open: without one there is nothing to hold it against. */
  async openReports(reports: readonly OpenableFile[]): Promise<void> {
    const [first] = reports;
    // It is read in the pane, wherever the user is; what was told before was of something else.
    if (first && this.facts.state().opened) {
      this.facts.dispatch({ type: 'message', message: null });
      this.facts.dispatch({ type: 'view', view: 'file' });
      this.facts.dispatch({ type: 'face', face: 'pane' });
    }
    if (!first || (await this.facts.work.openReports(reports))) return;
    // What no table beside it would make readable is refused now, not after one has been opened for it.
    const reading = await first.read().then((bytes) => this.facts.services.reports.read({ name: first.name, bytes })).catch(() => null);
    this.facts.tell('warning', reading?.ok === false ? { key: 'open.refused', params: { name: first.name, reason: reading.reason } } : { key: 'report.first', params: { name: first.name } });
  }

  async openListed(id: string): Promise<void> {
    const file = this.facts.list.fileOf(id);
    this.ask();
    if (file && id !== this.facts.state().current) await this.facts.work.want({ file, listed: id, desk: null, draft: null, reports: [] });
  }

  /** A workbook of the desk's folder, at a cell where one is meant. */
  async openFromDesk(path: string, goal: Goal | null, reports: readonly OpenableFile[] = []): Promise<void> {
    // Before the file is asked for: its list may be drawn anew meanwhile.
    const lost = heldFocus();
    const isLast = this.ask();
    if (isReportFile(path)) return this.openReportFromDesk(path);
    const { source } = this.facts.desk.getState();
    const isOpen = await this.facts.work.isOpen(path, source, () => this.facts.desk.openable(path));
    if (!isLast()) return;
    if (isOpen) {
      await this.showFile(goal, lost);
      return reports.length > 0 ? this.openReports(reports) : undefined;
    }
    const file = await this.facts.desk.openable(path);
    if (!isLast()) return;
    if (file) await this.facts.work.want({ file, listed: null, desk: { path, source, goal, lost }, draft: null, reports });
    else this.facts.tell('info', { key: 'desk.notAttached', params: { name: path } });
  }

  /** What is open behind the lists, as it was left. */
  showFile(goal: Goal | null = null, lost: () => boolean = heldFocus()): Promise<void> {
    this.facts.dispatch({ type: 'view', view: 'file' });
    return this.facts.work.goTo(goal, lost);
  }

  /** A report is shown beside the first workbook that it may belong to. */
  private async openReportFromDesk(path: string): Promise<void> {
    const workbook = this.facts.desk.workbookOf(path);
    const isLast = this.ask();
    const report = workbook === null ? null : await this.facts.desk.openable(path);
    if (!isLast()) return;
    if (workbook === null || !report) return this.facts.tell('info', { key: 'desk.isReport', params: { name: path } });
    await this.openFromDesk(workbook, null, [report]);
  }

  async openSample(): Promise<void> {
    const { sample } = this.facts.services;
    if (!sample) return;
    const isLast = this.ask();
    try {
      const file = fileOf(await sample());
      if (isLast()) await this.facts.work.want({ file, listed: null, desk: null, draft: null, reports: [] });
    } catch {
      if (isLast()) this.facts.tell('warning', { key: 'open.refused', params: { name: this.facts.speak()('bar.sample'), reason: { key: 'open.failed' } } });
    }
  }

  async restoreDraft(id: string): Promise<void> {
    const draft = await this.facts.drafts.claim(id);
    // Claimed for this page: it comes, whatever was asked for meanwhile.
    this.ask();
    if (draft) await this.facts.work.want({ file: fileOf(draft), listed: null, desk: null, draft, reports: [] });
  }

  /** Something is to be opened; the answer tells later whether nothing else was asked for since. */
  private ask(): () => boolean {
    const mine = ++this.asked;
    return () => mine === this.asked;
  }
}

function fileOf({ name, bytes }: FileBytes): OpenableFile {
  return { name, size: bytes.length, place: null, read: () => Promise.resolve(bytes.slice()) };
}
