// A file that the user hands in: its bytes, how to read it again, and whether it can be written back.

export interface FileBytes {
  readonly name: string;
  /** Handed over: who calls does not use them again, so that they may move to a worker. */
  readonly bytes: Uint8Array;
}

/** A file that the user named; read when it is needed, and again when it is opened again. */
export interface OpenableFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Where the browser lets us write back to the file itself; null: saving downloads. */
  readonly place: InPlace | null;
  /** Rejects where the file has gone or cannot be read. */
  read(): Promise<Uint8Array>;
}

/** A file on the user's disk that the browser lets us write, when the user agrees. */
export interface InPlace {
  /** changed: another program wrote the file after it was opened; nothing was written. denied: the user or the system said no. */
  write(bytes: Uint8Array): Promise<'written' | 'changed' | 'denied' | 'failed'>;
  /** Another program wrote the file after it was read or written here; false also where that cannot be told. */
  changed?(): Promise<boolean>;
}
