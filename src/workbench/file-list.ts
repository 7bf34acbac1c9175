// The files of this visit: which ones there are, and their verdicts, found one after another in the background.
import type { HouseRules } from '../review/options-for';
import type { FileVerdict, OpenableFile, WorkbenchServices } from './services';
import type { ListedFile, WorkbenchAction } from './workbench-state';

interface Entry {
  readonly id: string;
  file: OpenableFile;
  waiting: boolean;
}

export class FileList {
  private readonly entries: Entry[] = [];
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly services: Pick<WorkbenchServices, 'judge' | 'newId'>,
    private readonly dispatch: (action: WorkbenchAction) => void,
    /** As the pane judges; read anew whenever files wait. */
    private readonly house: () => Promise<HouseRules>,
  ) {}

  get size(): number {
    return this.entries.length;
  }

  fileOf(id: string): OpenableFile | null {
    return this.entries.find((entry) => entry.id === id)?.file ?? null;
  }

  /** Ids of the files, in their order. A file that is listed already, by name and size, keeps its line and is read anew. */
  add(files: readonly OpenableFile[]): readonly string[] {
    const added: ListedFile[] = [];
    const ids = files.map((file) => {
      const known = this.entries.find((entry) => entry.file.name === file.name && entry.file.size === file.size);
      if (known) {
        known.file = file;
        return known.id;
      }
      const id = this.services.newId();
      this.entries.push({ id, file, waiting: true });
      added.push({ id, name: file.name, progress: 'waiting', verdict: null });
      return id;
    });
    if (added.length > 0) this.dispatch({ type: 'list', files: added });
    return ids;
  }

  /** The file was saved: opening it again gives what was saved, and its verdict is found anew. */
  replace(id: string, bytes: Uint8Array): void {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) return;
    entry.file = { ...entry.file, size: bytes.length, read: () => Promise.resolve(bytes.slice()) };
    entry.waiting = true;
    this.dispatch({ type: 'listed', id, progress: 'waiting' });
    void this.judge();
  }

  /** Judges what waits, one at a time; a single file has the pane for that. */
  judge(): Promise<void> {
    if (this.entries.length < 2) return Promise.resolve();
    this.running ??= this.judgeAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  stop(): void {
    this.stopped = true;
  }

  private async judgeAll(): Promise<void> {
    const house = await this.house();
    for (let entry = this.next(); entry; entry = this.next()) {
      entry.waiting = false;
      this.dispatch({ type: 'listed', id: entry.id, progress: 'judging' });
      const verdict = await this.judgeOne(entry.file, house);
      if (this.stopped) return;
      if (!entry.waiting) this.dispatch({ type: 'listed', id: entry.id, progress: 'judged', verdict });
    }
  }

  private next(): Entry | undefined {
    return this.stopped ? undefined : this.entries.find((entry) => entry.waiting);
  }

  private async judgeOne(file: OpenableFile, house: HouseRules): Promise<FileVerdict> {
    try {
      return await this.services.judge({ name: file.name, bytes: await file.read() }, house);
    } catch {
      return { status: 'unreadable', verdict: 'not-checked', errors: 0, verify: 0, tables: 0, reason: null };
    }
  }
}
