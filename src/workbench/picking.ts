// The browser's pickers: files and folders that may be written back where there is such a picker, an input element everywhere else.
import { entriesOfInput, entryOfHandle } from './desk/entries';
import type { Entry } from './desk/gathering';

const WORKBOOKS = ['.xlsx', '.xlsm', '.xls', '.et'] as const;
/** What the page's file input offers. */
export const ACCEPTED = [...WORKBOOKS, '.zip', '.jsonl'] as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface PickingWindow {
  showOpenFilePicker?(options: { readonly multiple: boolean; readonly types: readonly { readonly description: string; readonly accept: Readonly<Record<string, readonly string[]>> }[] }): Promise<readonly FileSystemFileHandle[]>;
  showDirectoryPicker?(options: { readonly id: string }): Promise<FileSystemDirectoryHandle>;
}

const cancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** The browser's picker whose files can be written back; null where there is none. Cancelling gives no files. */
export function browserPicker(): (() => Promise<readonly Entry[]>) | null {
  const page = window as unknown as PickingWindow;
  if (typeof page.showOpenFilePicker !== 'function') return null;
  return async () => {
    try {
      const accept = { [XLSX]: WORKBOOKS, 'application/zip': ['.zip'], 'application/jsonl': ['.jsonl'] };
      const handles = await page.showOpenFilePicker?.({ multiple: true, types: [{ description: 'Excel / WPS', accept }] });
      return (handles ?? []).map(entryOfHandle);
    } catch (error) {
      if (cancelled(error)) return [];
      throw error;
    }
  };
}

function inputEntries(prepare: (input: HTMLInputElement) => void): Promise<readonly Entry[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    prepare(input);
    input.onchange = () => resolve(entriesOfInput(Array.from(input.files ?? [])));
    // Older browsers do not tell; the promise is then waited for by nobody.
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

const inputFolder = (): Promise<readonly Entry[]> => inputEntries((input) => {
  input.webkitdirectory = true;
});

/** Asks for a saved list or a zip. Cancelling gives nothing. */
export function browserFile(): Promise<readonly Entry[]> {
  return inputEntries((input) => {
    input.accept = '.jsonl,.zip';
  });
}

/** Asks for a folder. Cancelling gives nothing. */
export async function browserFolder(): Promise<readonly Entry[]> {
  const page = window as unknown as PickingWindow;
  if (typeof page.showDirectoryPicker !== 'function') return inputFolder();
  try {
    return [entryOfHandle(await page.showDirectoryPicker({ id: 'biaoli' }))];
  } catch (error) {
    // Refused by the system's own rules (a folder of the system, a page in a frame): the input still works.
    return cancelled(error) ? [] : inputFolder();
  }
}
