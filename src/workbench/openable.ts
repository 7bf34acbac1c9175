// Files of the user's disk as the workbench opens them: read again each time, written back where the browser and the user allow it.
import type { FileEntry } from './desk/gathering';
import type { InPlace, OpenableFile } from './services';

/** The parts of the File System Access API in use here; TypeScript's DOM knows only some of them. */
interface WritableHandle extends FileSystemFileHandle {
  queryPermission?(what: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(what: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

export function fromFile(file: File): OpenableFile {
  return { name: file.name, size: file.size, place: null, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

export async function fromHandle(handle: WritableHandle): Promise<OpenableFile> {
  const file = await handle.getFile();
  const seen = { modified: file.lastModified };
  return {
    name: file.name, size: file.size, place: inPlace(handle, seen),
    async read() {
      // Asked anew: after a write the first File can no longer be read.
      const now = await handle.getFile();
      seen.modified = now.lastModified;
      return new Uint8Array(await now.arrayBuffer());
    },
  };
}

/** What was dropped or chosen, as a file to be opened. */
export async function openableOf(entry: FileEntry): Promise<OpenableFile> {
  if (entry.handle) {
    try {
      return await fromHandle(entry.handle);
    } catch {
      // Without a place on disk the file itself still does.
    }
  }
  try {
    return fromFile(await entry.file());
  } catch {
    // Gone since it was dropped: told like any file that cannot be read when it is opened.
    return { name: entry.name, size: 0, place: null, read: () => Promise.reject(new Error('the file is gone')) };
  }
}

const handles = new WeakMap<InPlace, FileSystemHandle>();

/** Whether both are the same file of the disk; two places that no browser gave are if they are one object. */
export async function isSamePlace(one: InPlace, other: InPlace | null): Promise<boolean> {
  const [here, there] = [handles.get(one), other && handles.get(other)];
  if (!here || !there) return one === other;
  // Refused where the page lost its right to either.
  return here.isSameEntry(there).catch(() => false);
}

function inPlace(handle: WritableHandle, seen: { modified: number }): InPlace {
  const place: InPlace = {
    changed: () => handle.getFile().then(({ lastModified }) => lastModified !== seen.modified, () => false),
    async write(bytes) {
      try {
        if (!(await mayWrite(handle))) return 'denied';
        if ((await handle.getFile()).lastModified !== seen.modified) return 'changed';
        const stream = await handle.createWritable();
        // The file is replaced when the stream closes: a page that goes away half-way leaves the old one.
        await stream.write(bytes as Uint8Array<ArrayBuffer>);
        await stream.close();
        seen.modified = (await handle.getFile()).lastModified;
        return 'written';
      } catch (error) {
        return error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError') ? 'denied' : 'failed';
      }
    },
  };
  handles.set(place, handle);
  return place;
}

async function mayWrite(handle: WritableHandle): Promise<boolean> {
  if ((await handle.queryPermission?.({ mode: 'readwrite' })) === 'granted') return true;
  return (await handle.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}
