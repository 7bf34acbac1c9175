// Whether the workbook differs from the file that was opened or saved last: changes are counted, and each save is of one count.
import { listeners } from '../listeners';

export interface UnsavedChanges {
  readonly any: () => boolean;
  readonly changed: () => void;
  /** Counts up with each change, so that a save knows whether somebody typed meanwhile. */
  readonly version: () => number;
  /** These bytes are of that version. */
  readonly given: (bytes: Uint8Array, version: number) => void;
  /** These bytes, once given, are safe now; a change made since then still counts as unsaved. */
  readonly markSaved: (bytes: Uint8Array) => void;
  /** Calls back whenever `any` may have changed, and after each further change; the answer stops listening. */
  readonly onChange: (listener: () => void) => () => void;
}

export function unsavedChanges(): UnsavedChanges {
  let version = 0;
  let saved = 0;
  /** A draft may ask for newer bytes while a save is still being written. */
  const versions = new WeakMap<Uint8Array, number>();
  const dirtied = listeners<void>();
  return {
    any: () => version !== saved,
    changed() {
      version++;
      dirtied.tell();
    },
    version: () => version,
    given: (bytes, of) => void versions.set(bytes, of),
    markSaved(bytes) {
      saved = versions.get(bytes) ?? saved;
      dirtied.tell();
    },
    onChange: dirtied.add,
  };
}
