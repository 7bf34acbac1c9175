// The three ways in which browsers hand over files and folders, as one.
import type { Entry, FileEntry, FolderEntry } from './gathering';

export function entryOfFile(file: File): FileEntry {
  return { name: file.name, kind: 'file', handle: null, file: () => Promise.resolve(file) };
}

/** The File System Access API: files can be written back, where the user agrees. */
export function entryOfHandle(handle: FileSystemHandle): Entry {
  if (handle.kind === 'file') {
    const place = handle as FileSystemFileHandle;
    return { name: place.name, kind: 'file', handle: place, file: () => place.getFile() };
  }
  const folder = handle as FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };
  return {
    name: folder.name, kind: 'folder',
    async entries() {
      const found: Entry[] = [];
      for await (const one of folder.values()) found.push(entryOfHandle(one));
      return found;
    },
  };
}

/** What every browser gives for a dropped folder. */
export function entryOfDropped(entry: FileSystemEntry): Entry {
  if (entry.isFile) return { name: entry.name, kind: 'file', handle: null, file: () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) };
  const reader = (): FileSystemDirectoryReader => (entry as FileSystemDirectoryEntry).createReader();
  return {
    name: entry.name, kind: 'folder',
    async entries() {
      const found: Entry[] = [];
      const from = reader();
      // A reading gives a hundred at most; an empty one is the end.
      for (;;) {
        const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => from.readEntries(resolve, reject));
        if (some.length === 0) return found;
        found.push(...some.map(entryOfDropped));
      }
    },
  };
}

interface Branch {
  readonly folders: Map<string, Branch>;
  readonly files: File[];
}

function folderOf(name: string, { folders, files }: Branch): FolderEntry {
  return { name, kind: 'folder', entries: () => Promise.resolve([...files.map(entryOfFile), ...[...folders].map(([inside, branch]) => folderOf(inside, branch))]) };
}

/** A folder from an input element: a flat list of files that know their paths. */
export function entriesOfInput(files: readonly File[]): readonly Entry[] {
  const root: Branch = { folders: new Map(), files: [] };
  for (const file of files) {
    let at = root;
    for (const step of file.webkitRelativePath.split('/').slice(0, -1)) {
      let next = at.folders.get(step);
      if (!next) at.folders.set(step, (next = { folders: new Map(), files: [] }));
      at = next;
    }
    at.files.push(file);
  }
  return [...root.files.map(entryOfFile), ...[...root.folders].map(([name, branch]) => folderOf(name, branch))];
}

type DroppedItem = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> };

/** Everything of a drop. Items are gone once the event is over, so all are asked for at once. */
export async function entriesOfDrop(transfer: DataTransfer): Promise<readonly Entry[]> {
  const items = Array.from(transfer.items).filter(({ kind }) => kind === 'file');
  if (items.length === 0) return Array.from(transfer.files, entryOfFile);
  const found = items.map(async (item: DroppedItem): Promise<Entry | null> => {
    const file = item.getAsFile();
    const asking = item.getAsFileSystemHandle?.();
    const entry = item.webkitGetAsEntry?.() ?? null;
    try {
      const handle = await asking;
      if (handle) return entryOfHandle(handle);
    } catch {
      // Without a place on disk the entry or the file itself still does.
    }
    if (entry?.isDirectory === true) return entryOfDropped(entry);
    return file && entryOfFile(file);
  });
  return (await Promise.all(found)).filter((one) => one !== null);
}
