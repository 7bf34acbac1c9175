// What a batch has done so far, safe from being killed: one line a file, appended as it is done; put in order under its final name at the end.
import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, renameSync, rmSync, writeSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import type { FileRecord } from './record';
import type { Shard } from './shard';

const RESULTS = /^results(?:-\d+-of-\d+)?\.jsonl$/;

/** True for the name of a file of results. */
export const isResults = (name: string): boolean => RESULTS.test(name);

export interface Known {
  readonly sha256: string | null;
  readonly by: string;
  readonly line: string;
}

export interface Ledger {
  /** What an earlier run found out about a file; null where there was none. */
  known(file: string): Known | null;
  add(file: string, line: string): void;
  /** Writes the lines of exactly these files, in the order of their paths, whole or not at all. Path of the results. */
  finish(files: Iterable<string>): string;
}

/** Where a line lies. A run keeps places and not lines: ten thousand reviews are as light as one. */
interface Place {
  readonly from: number;
  readonly start: number;
  readonly length: number;
}

const nameOf = ({ index, of }: Shard): string => (of === 1 ? 'results' : `results-${index}-of-${of}`);

function recordIn(line: string): Pick<FileRecord, 'file' | 'sha256' | 'by'> | null {
  try {
    const record = JSON.parse(line) as Partial<FileRecord>;
    return typeof record.file === 'string' && typeof record.by === 'string' ? { file: record.file, sha256: record.sha256 ?? null, by: record.by } : null;
  } catch {
    // A line that was cut off.
    return null;
  }
}

const PIECE = 1 << 20;

/** Each line of an open file with its place in bytes. */
function* linesOf(from: number): Generator<{ readonly line: string; readonly start: number; readonly length: number }> {
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

function lineAt({ from, start, length }: Place): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(from, bytes, 0, length, start);
  return bytes;
}

/** By code units: the same on every machine, whatever its language. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const LINE_END = Buffer.from('\n');

function writeWhole(path: string, lines: Iterable<Buffer>): void {
  const fresh = `${path}.${process.pid}.tmp`;
  const out = openSync(fresh, 'w');
  for (const line of lines) writevSync(out, [line, LINE_END]);
  fsyncSync(out);
  closeSync(out);
  renameSync(fresh, path);
}

/** Opens the ledger in a folder, made when it is missing; without `resume` what an earlier run left is put aside. */
export function openLedger(folder: string, shard: Shard, resume: boolean): Ledger {
  mkdirSync(folder, { recursive: true });
  const results = join(folder, `${nameOf(shard)}.jsonl`);
  const progress = join(folder, `${nameOf(shard)}.progress`);
  if (!resume) rmSync(progress, { force: true });
  const places = new Map<string, Place>();
  const earlier = new Set<string>();
  const opened: number[] = [];
  const scan = (from: number): void => {
    opened.push(from);
    for (const { line, start, length } of linesOf(from)) {
      const record = recordIn(line);
      if (record === null) continue;
      places.set(record.file, { from, start, length });
      earlier.add(record.file);
    }
  };
  if (resume && existsSync(results)) scan(openSync(results, 'r'));
  const out = openSync(progress, 'a+');
  scan(out);
  let end = fstatSync(out).size;
  const append = (text: string): number => {
    const start = end;
    end += writeSync(out, text);
    return start;
  };
  // A line that was cut off by a kill must not swallow the next one.
  if (end > 0) append('\n');
  return {
    known(file) {
      const place = earlier.has(file) ? places.get(file) : undefined;
      const line = place ? lineAt(place).toString('utf8') : null;
      const record = line === null ? null : recordIn(line);
      return line === null || record === null ? null : { sha256: record.sha256, by: record.by, line };
    },
    add(file, line) {
      const start = append(`${line}\n`);
      places.set(file, { from: out, start, length: end - start - 1 });
    },
    finish(files) {
      function* inOrder(): Generator<Buffer> {
        for (const file of [...new Set(files)].sort(byName)) {
          const place = places.get(file);
          if (place) yield lineAt(place);
        }
      }
      writeWhole(results, inOrder());
      for (const from of opened) closeSync(from);
      rmSync(progress, { force: true });
      return results;
    },
  };
}

function linesIn(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '');
}

const fileOf = (line: string): string | null => recordIn(line)?.file ?? null;

export interface Merged {
  readonly lines: readonly string[];
  /** Files on which two results differ; the later one counts. */
  readonly conflicts: readonly string[];
  /** Result files read. */
  readonly sources: number;
  /** Names of runs that were not finished. */
  readonly unfinished: readonly string[];
}

/** All results in the folders, by path. */
export function mergeResults(folders: readonly string[]): Merged {
  const lines = new Map<string, string>();
  const conflicts: string[] = [];
  const unfinished: string[] = [];
  let sources = 0;
  for (const folder of folders) {
    for (const name of readdirSync(folder).sort(byName)) {
      if (name.endsWith('.progress')) unfinished.push(join(folder, name));
      if (!RESULTS.test(name)) continue;
      sources++;
      for (const line of linesIn(join(folder, name))) {
        const file = fileOf(line);
        if (file === null) continue;
        const before = lines.get(file);
        if (before !== undefined && before !== line) conflicts.push(file);
        lines.set(file, line);
      }
    }
  }
  return { lines: [...lines].sort(([a], [b]) => byName(a, b)).map(([, line]) => line), conflicts, sources, unfinished };
}

/** Writes merged lines as the results of a folder. Path of the file. */
export function writeMerged(folder: string, lines: readonly string[]): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'results.jsonl');
  writeWhole(path, lines.map((line) => Buffer.from(line)));
  return path;
}
