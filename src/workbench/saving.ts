// Files out of a browser: written back in place where that works, downloaded everywhere else.
import type { FileBytes, SaveAnswer, SaveRequest } from './services';

const TYPES: ReadonlyMap<string, string> = new Map(Object.entries<string>({
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  json: 'application/json', txt: 'text/plain;charset=utf-8', html: 'text/html', csv: 'text/csv;charset=utf-8', zip: 'application/zip',
}));
/** The link's bytes are read by the browser after the click has returned. */
const KEPT_FOR_DOWNLOAD = 60_000;

function typeOf(name: string): string {
  return TYPES.get(name.split('.').pop()?.toLowerCase() ?? '') ?? 'application/octet-stream';
}

/** Gives a file to the browser's downloads. */
export function download({ name, blob }: { readonly name: string; readonly blob: Blob }): void {
  const address = URL.createObjectURL(new Blob([blob], { type: typeOf(name) }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_DOWNLOAD);
}

function downloadBytes({ name, bytes }: FileBytes): void {
  download({ name, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) });
}

/** In place where that works, else as a download that says why. */
export async function saveInBrowser({ name, bytes, place }: SaveRequest): Promise<SaveAnswer> {
  const written = place ? await place.write(bytes) : null;
  if (written === 'written') return { ok: true, how: 'in-place' };
  try {
    downloadBytes({ name, bytes });
    return { ok: true, how: 'download', because: written };
  } catch {
    return { ok: false };
  }
}
