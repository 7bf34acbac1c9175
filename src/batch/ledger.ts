// What a batch has done so far, safe from being killed: one line a file, appended as it is done; put in order under its final name at the end.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { FileRecord } from './record';
import type { Shard } from './shard';

const RESULTS = /^results(?:-\d+-of-\d+)?\.jsonl$/;

/** True for the name of a file of results. */
export const isResults = (name: string): boolean => RESULTS.test(name);

export interface Ledger {
  /** Path of the file → its line, as known from an earlier run. */
  readonly known: ReadonlyMap<string, string>;
  add(line: string): void;
  /** Writes the lines of exactly these files, in the order of their paths, whole or not at all. Path of the results. */
  finish(files: Iterable<string>): string;
}

const nameOf = ({ index, of }: Shard): string => (of === 1 ? 'results' : `results-${index}-of-${of}`);

/** The file that a line is about; null for a line that was cut off. */
function fileOf(line: string): string | null {
  try {
    const { file } = JSON.parse(line) as Partial<FileRecord>;
    return typeof file === 'string' ? file : null;
  } catch {
    return null;
  }
}

function linesIn(path: string): readonly string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter((line) => line !== '') : [];
}

/** By code units: the same on every machine, whatever its language. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function writeWhole(path: string, lines: Iterable<string>): void {
  const fresh = `${path}.${process.pid}.tmp`;
  const out = openSync(fresh, 'w');
  for (const line of lines) writeSync(out, `${line}\n`);
  fsyncSync(out);
  closeSync(out);
  renameSync(fresh, path);
}

/** Opens the ledger in a folder, made when it is missing; without `resume` what an earlier run left is put aside. */
export function openLedger(folder: string, shard: Shard, resume: boolean): Ledger {
  mkdirSync(folder, { recursive: true });
  const results = join(folder, `${nameOf(shard)}.jsonl`);
  const progress = join(folder, `${nameOf(shard)}.progress`);
  const lines = new Map<string, string>();
  if (resume) {
    for (const line of [...linesIn(results), ...linesIn(progress)]) {
      const file = fileOf(line);
      if (file !== null) lines.set(file, line);
    }
  } else {
    rmSync(progress, { force: true });
  }
  const known = new Map(lines);
  // A line that was cut off by a kill must not swallow the next one.
  const out = openSync(progress, 'a');
  if (resume) writeSync(out, '\n');
  return {
    known,
    add(line) {
      const file = fileOf(line);
      if (file === null) throw new Error('a record without its file');
      lines.set(file, line);
      writeSync(out, `${line}\n`);
    },
    finish(files) {
      writeWhole(results, [...new Set(files)].sort(byName).flatMap((file) => lines.get(file) ?? []));
      closeSync(out);
      rmSync(progress, { force: true });
      return results;
    },
  };
}

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
  writeWhole(path, lines);
  return path;
}
