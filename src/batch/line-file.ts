// Lines in a file that one process alone appends to: what it has done outlives it, and others are told where a line lies instead of the line.
import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A line without its end, in bytes. */
export interface Place {
  readonly path: string;
  readonly start: number;
  readonly length: number;
}

export class LineFile {
  private readonly file: number;
  private end: number;

  constructor(readonly path: string) {
    this.file = openSync(path, 'a');
    this.end = fstatSync(this.file).size;
    // A line that was cut off by a kill must not swallow the next one.
    if (this.end > 0) this.append('');
  }

  append(line: string): Place {
    const bytes = Buffer.from(`${line}\n`);
    appendFileSync(this.file, bytes);
    const start = this.end;
    this.end += bytes.length;
    return { path: this.path, start, length: bytes.length - 1 };
  }

  close(): void {
    closeSync(this.file);
  }
}

const PIECE = 1 << 20;

/** Each line of an open file with its place in bytes. */
export function* linesOf(from: number): Generator<{ readonly line: string; readonly start: number; readonly length: number }> {
  const piece = Buffer.alloc(PIECE);
  let rest = Buffer.alloc(0);
  let start = 0;
  for (let at = 0, read = readSync(from, piece, 0, PIECE, at); read > 0; at += read, read = readSync(from, piece, 0, PIECE, at)) {
    rest = Buffer.concat([rest, piece.subarray(0, read)]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      if (end > 0) yield { line: rest.toString('utf8', 0, end), start, length: end };
      rest = rest.subarray(end + 1);
      start += end + 1;
    }
  }
  if (rest.length > 0) yield { line: rest.toString('utf8'), start, length: rest.length };
}
