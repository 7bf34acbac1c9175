// The files of the folder that is on the desk: where each is, which reports belong to which workbooks.
import { companionsAmong, isReportFile } from '../../batch/report-names';
import type { OpenableFile } from '../opened-file';
import type { DeskServices } from './desk-services';
import { sizeOf, type FolderFile } from './whereabouts';

export class DeskFiles {
  private files = new Map<string, FolderFile>();

  constructor(private readonly services: Pick<DeskServices, 'fromHandle' | 'bytesAt'>) {}

  /** Another folder in place of what was there; none: lines alone. */
  begin(files: Map<string, FolderFile>): void {
    this.files = files;
  }

  all(): readonly FolderFile[] {
    return [...this.files.values()];
  }

  of(paths: Iterable<string>): readonly FolderFile[] {
    return [...paths].flatMap((path) => this.files.get(path) ?? []);
  }

  /** Null where only the line of the file is at hand. */
  async openable(path: string): Promise<OpenableFile | null> {
    const file = this.files.get(path);
    const { whereabouts, handle } = file ?? {};
    if (!whereabouts) return null;
    if (handle) return this.services.fromHandle(handle).catch(() => null);
    return {
      name: path.replace(/^.*\//, ''), size: sizeOf(whereabouts), place: null,
      read: async () => {
        const read = await this.services.bytesAt(whereabouts);
        if (!read.ok) throw new Error(read.reason);
        return read.bytes;
      },
    };
  }

  inZip(path: string): boolean {
    return this.files.get(path)?.whereabouts?.kind === 'part';
  }

  /** The workbooks that a report may belong to, by its path. */
  companions(): (report: string) => readonly string[] {
    const paths = [...this.files.keys()];
    return companionsAmong(paths.filter(isReportFile), paths.filter((path) => !isReportFile(path)));
  }

  /** A file as it is now that it was written, and the reports that are held against it; none where it cannot be read again. */
  async written(path: string): Promise<readonly FolderFile[]> {
    const { files } = this;
    const file = files.get(path);
    if (!file?.handle) return [];
    const fresh: FolderFile = { ...file, whereabouts: { kind: 'file', file: await file.handle.getFile() } };
    // Another folder may have come in the meantime.
    if (this.files !== files) return [];
    files.set(path, fresh);
    const companionsOf = this.companions();
    return [fresh, ...this.all().filter((one) => isReportFile(one.path) && companionsOf(one.path).includes(path))];
  }
}
