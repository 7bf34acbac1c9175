// Files in and out of a browser: picked or dropped ones, written back in place where the browser and the user allow it, downloaded everywhere else.
import type { FileBytes, InPlace, OpenableFile, SaveAnswer, SaveRequest } from './services';

export const ACCEPTED = ['.xlsx', '.xlsm', '.xls', '.et'] as const;
const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  json: 'application/json', txt: 'text/plain;charset=utf-8',
};
/** The link's bytes are read by the browser after the click has returned. */
const KEPT_FOR_DOWNLOAD = 60_000;

/** The parts of the File System Access API in use here; TypeScript's DOM knows only some of them. */
interface WritableHandle extends FileSystemFileHandle {
  queryPermission?(what: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(what: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}
interface PickingWindow {
  showOpenFilePicker?(options: { readonly multiple: boolean; readonly types: readonly { readonly description: string; readonly accept: Readonly<Record<string, readonly string[]>> }[] }): Promise<readonly WritableHandle[]>;
}

export function fromFile(file: File): OpenableFile {
  return { name: file.name, size: file.size, place: null, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

async function fromHandle(handle: WritableHandle): Promise<OpenableFile> {
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

function inPlace(handle: WritableHandle, seen: { modified: number }): InPlace {
  return {
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
}

async function mayWrite(handle: WritableHandle): Promise<boolean> {
  if ((await handle.queryPermission?.({ mode: 'readwrite' })) === 'granted') return true;
  return (await handle.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}

/** The browser's picker whose files can be written back; null where there is none. Cancelling gives no files. */
export function browserPicker(): (() => Promise<readonly OpenableFile[]>) | null {
  const page = window as unknown as PickingWindow;
  if (typeof page.showOpenFilePicker !== 'function') return null;
  return async () => {
    try {
      const handles = await page.showOpenFilePicker?.({ multiple: true, types: [{ description: 'Excel / WPS', accept: { [TYPES.xlsx ?? '']: [...ACCEPTED] } }] });
      return await Promise.all((handles ?? []).map(fromHandle));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return [];
      throw error;
    }
  };
}

/** Files out of a drop, with their place on disk where the browser tells; folders are left out. Items are gone once the event is over, so all are asked for at once. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly OpenableFile[]> {
  const items = Array.from(transfer.items).filter(({ kind }) => kind === 'file');
  if (items.length === 0) return Array.from(transfer.files, fromFile);
  const found = items.map(async (item): Promise<OpenableFile | null> => {
    const file = item.getAsFile();
    const asking = (item as DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }).getAsFileSystemHandle?.();
    const entry = item.webkitGetAsEntry?.();
    try {
      const handle = await asking;
      if (handle?.kind === 'file') return await fromHandle(handle as WritableHandle);
      if (handle?.kind === 'directory') return null;
    } catch {
      // Without a place on disk the file itself still does.
    }
    return file && entry?.isDirectory !== true ? fromFile(file) : null;
  });
  return (await Promise.all(found)).filter((one) => one !== null);
}

/** Gives a file to the browser's downloads. */
export function download({ name, bytes }: FileBytes): void {
  const type = TYPES[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_DOWNLOAD);
}

/** In place where that works, else as a download that says why. */
export async function saveInBrowser({ name, bytes, place }: SaveRequest): Promise<SaveAnswer> {
  const written = place ? await place.write(bytes) : null;
  if (written === 'written') return { ok: true, how: 'in-place' };
  try {
    download({ name, bytes });
    return { ok: true, how: 'download', because: written };
  } catch {
    return { ok: false };
  }
}
