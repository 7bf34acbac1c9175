// What a batch has done so far, safe from being killed: one line a file, appended by the process that has done it; put in order under its final name at the end.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, readdirSync, renameSync, rmSync, statSync, writevSync } from 'node:fs';
import { join } from 'node:path';
import { LineFile, linesOf, type Place } from './line-file';
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
  /** Folder of what is done so far: one file for each process that writes lines. */
  readonly progress: string;
  /** Takes a line, or where a child has written it: a run keeps places and not lines, so that ten thousand reviews are as light as one. */
  add(file: string, line: string | Place): void;
  /** Writes the lines of exactly these files, in the order of their paths, whole or not at all. Path of the results. */
  finish(files: Iterable<string>): string;
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

/** By code units: the same on every machine, whatever its language. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const LINE_END = Buffer.from('\n');

/** `before`: what is to happen once all is on disk, before it gets its name. */
function writeWhole(path: string, lines: Iterable<Buffer>, before: () => void = () => undefined): void {
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    const out = openSync(fresh, 'w');
    try {
      for (const line of lines) {
        const length = line.length + LINE_END.length;
        // A disk that is full takes a part without a word.
        if (writevSync(out, [line, LINE_END]) < length) throw Object.assign(new Error('a line was not written whole'), { code: 'ENOSPC' });
      }
      fsyncSync(out);
    } finally {
      closeSync(out);
    }
    before();
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Opens the ledger in a folder, made when it is missing; without `resume` what an earlier run left is put aside. */
export function openLedger(folder: string, shard: Shard, resume: boolean): Ledger {
  mkdirSync(folder, { recursive: true });
  const results = join(folder, `${nameOf(shard)}.jsonl`);
  const progress = join(folder, `${nameOf(shard)}.progress`);
  if (!resume || !isFolder(progress)) rmSync(progress, { recursive: true, force: true });
  mkdirSync(progress, { recursive: true });
  const places = new Map<string, Place>();
  const earlier = new Set<string>();
  const opened = new Map<string, number>();
  const fileAt = (path: string): number => {
    const file = opened.get(path) ?? openSync(path, 'r');
    opened.set(path, file);
    return file;
  };
  const scan = (path: string): void => {
    for (const { line, start, length } of linesOf(fileAt(path))) {
      const record = recordIn(line);
      if (record === null) continue;
      places.set(record.file, { path, start, length });
      earlier.add(record.file);
    }
  };
  if (resume && existsSync(results)) scan(results);
  for (const name of readdirSync(progress).sort(byName)) scan(join(progress, name));
  let room = Buffer.alloc(0);
  /** Good until the next line is asked for: one buffer for all, since as many buffers as lines would lie about until they are collected. */
  const lineAt = ({ path, start, length }: Place): Buffer => {
    if (room.length < length) room = Buffer.alloc(2 * length);
    readSync(fileAt(path), room, 0, length, start);
    return room.subarray(0, length);
  };
  let own: LineFile | null = null;
  return {
    progress,
    known(file) {
      const place = earlier.has(file) ? places.get(file) : undefined;
      const line = place ? lineAt(place).toString('utf8') : null;
      const record = line === null ? null : recordIn(line);
      return line === null || record === null ? null : { sha256: record.sha256, by: record.by, line };
    },
    add(file, line) {
      places.set(file, typeof line === 'string' ? (own ??= new LineFile(ownFile(progress))).append(line) : line);
    },
    finish(files) {
      function* inOrder(): Generator<Buffer> {
        for (const file of [...new Set(files)].sort(byName)) {
          const place = places.get(file);
          if (place) yield lineAt(place);
        }
      }
      writeWhole(results, inOrder(), () => {
        // Earlier results among them: Windows puts no file in the place of one that is open.
        for (const file of opened.values()) closeSync(file);
        opened.clear();
        own?.close();
      });
      rmSync(progress, { recursive: true, force: true });
      return results;
    },
  };
}

/** Where this process writes its lines in a folder of progress. */
export function ownFile(progress: string): string {
  return join(progress, `${process.pid}.jsonl`);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** One by one: the results of a province are longer than a text can be. */
function* linesIn(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    for (const { line } of linesOf(file)) yield line;
  } finally {
    closeSync(file);
  }
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

/** The results of a folder in the order of their writing: a merged list that was put beside its parts must not take the place of what they have found since. */
function resultsIn(folder: string, names: readonly string[]): readonly string[] {
  const written = new Map(names.filter(isResults).map((name) => [name, statSync(join(folder, name)).mtimeMs]));
  return [...written].sort(([a, x], [b, y]) => x - y || byName(a, b)).map(([name]) => name);
}

/** All results in the folders, by path. */
export function mergeResults(folders: readonly string[]): Merged {
  const lines = new Map<string, string>();
  const conflicts: string[] = [];
  const unfinished: string[] = [];
  let sources = 0;
  for (const folder of folders) {
    const names = readdirSync(folder).sort(byName);
    unfinished.push(...names.filter((name) => name.endsWith('.progress')).map((name) => join(folder, name)));
    for (const name of resultsIn(folder, names)) {
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
