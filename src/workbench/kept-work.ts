// Work that the browser keeps until it is saved, and where it is kept.

/** Unsaved work: the file as it was a moment ago. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** ISO time of the last change kept. */
  readonly at: string;
}

/** The lines of a folder's run; `bytes` are a saved list's, compressed where the browser can. */
export interface KeptList extends Draft {
  /** Files that have a line, and files of the whole folder. */
  readonly files: number;
  readonly total: number;
}

/** Drafts outlive the page where the browser allows it. Losing them is no error: no call rejects. */
export interface Drafts<D extends Draft = Draft> {
  /** Newest first; drafts that another open page is working on are left out. */
  list(): Promise<readonly D[]>;
  /** As it is now, for this page alone from here on; null: another open page works on it, or it is gone. */
  claim(id: string): Promise<D | null>;
  /** Replaces the draft of that id. False: the browser keeps nothing, the work is not safe from a crash. */
  put(draft: D): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** This page works on it no more: it stays kept, for every page to offer. */
  release(id: string): Promise<void>;
  /** Whenever all that was kept is gone, as where the user has cleared the browser's data. */
  onCleared(listener: () => void): void;
}
