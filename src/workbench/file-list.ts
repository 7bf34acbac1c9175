// The files of this visit: which ones there are, and their verdicts, found one after another in the background.
import { LARGEST_FILE, TOO_LARGE } from '../batch/limits';
import type { HouseRules } from '../review/options-for';
import { isSamePlace } from './openable';
import type { FileVerdict, OpenableFile, WorkbenchServices } from './services';
import type { ListedFile, WorkbenchAction } from './workbench-state';

const UNREADABLE: FileVerdict = { status: 'unreadable', verdict: 'not-checked', errors: 0, verify: 0, tables: 0, reason: null };

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

  /** Ids of the files, in their order. A file that is listed already keeps its line, and is read and judged anew: people correct it elsewhere and hand it in again. */
  async add(files: readonly OpenableFile[]): Promise<readonly string[]> {
    const lines = await Promise.all(files.map((file) => this.lineOf(file)));
    const added: ListedFile[] = [];
    const ids = files.map((file, at) => {
      const known = lines[at];
      if (known) {
        known.file = file;
        this.wait(known);
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

  /** The file was saved: opening it again gives what was saved, and its verdict is found anew. `bytes` are null where its own place has them. */
  saved(id: string, bytes: Uint8Array | null): void {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) return;
    if (bytes) entry.file = { ...entry.file, size: bytes.length, read: () => Promise.resolve(bytes.slice()) };
    this.wait(entry);
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

  /** The same file of the disk; where the browser tells of none, the same name and size. */
  private async lineOf(file: OpenableFile): Promise<Entry | null> {
    for (const entry of this.entries.filter(({ file: { name } }) => name === file.name)) {
      const { place, size } = entry.file;
      if (place && file.place ? await isSamePlace(place, file.place) : size === file.size) return entry;
    }
    return null;
  }

  private wait(entry: Entry): void {
    entry.waiting = true;
    this.dispatch({ type: 'listed', id: entry.id, progress: 'waiting' });
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
    if (file.size > LARGEST_FILE) return { ...UNREADABLE, reason: TOO_LARGE };
    try {
      return await this.services.judge({ name: file.name, bytes: await file.read() }, house);
    } catch {
      return UNREADABLE;
    }
  }
}
