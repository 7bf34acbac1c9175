// Whether the workbook differs from the file that was opened or saved last: its states are numbered, each change leads to another, and each save is of one.
import { listeners } from '../listeners';

export interface UnsavedChanges {
  readonly any: () => boolean;
  readonly changed: () => void;
  /** Changed by a run that may be taken back. */
  readonly ran: (run: string) => void;
  /** A run (by default the newest) was taken back; `whole`: nothing of it is left. Where it was the last that happened, the state before it is there again. */
  readonly tookBack: (run: string | undefined, whole: boolean) => void;
  /** Another one after each change, so that a save knows whether somebody typed meanwhile. */
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
  let newest = 0;
  let saved = 0;
  /** What each run led to, and from where. */
  const runs = new Map<number, { readonly run: string; readonly before: number }>();
  /** A draft may ask for newer bytes while a save is still being written. */
  const versions = new WeakMap<Uint8Array, number>();
  const dirtied = listeners<void>();
  const become = (next: number): void => {
    version = next;
    dirtied.tell();
  };
  return {
    any: () => version !== saved,
    changed: () => become(++newest),
    ran(run) {
      runs.set(++newest, { run, before: version });
      become(newest);
    },
    tookBack(run, whole) {
      const last = runs.get(version);
      become(whole && last && (run === undefined || run === last.run) ? last.before : ++newest);
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
