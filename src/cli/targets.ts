// Where a written workbook goes: beside its source under a telling name, into a folder, or back over the source when asked.
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Arguments, OptionSpec } from './arguments';
import { UsageError } from './command';
import { fileProblem } from './file-problems';
import { sameFile } from './find-files';
import { saveFile } from './host';

export const PLACEMENT: OptionSpec = { out: { type: 'string' }, 'in-place': { type: 'boolean' }, overwrite: { type: 'boolean' } };

export interface Placement {
  readonly inPlace: boolean;
  /** True: an earlier copy of the same name gives way. */
  readonly overwrite: boolean;
  readonly folder: string | null;
  /** 更正, 撤销, 说明: what was done, for the name of a copy. */
  readonly done: string;
  /** What this run has written, by where it really lies, and from which file: two units that named their tables alike must not write over each other. */
  readonly written: Map<string, string>;
}

export function placementOf(args: Arguments, done: string): Placement {
  const folder = args.text('out');
  const inPlace = args.flag('in-place');
  if (inPlace && folder !== null) throw new UsageError('--in-place 和 --out 只能用一个。');
  return { inPlace, overwrite: inPlace || args.flag('overwrite'), folder, done, written: new Map() };
}

export type Saved = { readonly ok: true; readonly target: string } | { readonly ok: false; readonly reason: string };

/**
 * Writes the bytes where they belong; an earlier copy is only replaced when asked, because somebody may have worked in it.
 * @param before what was read: a file that somebody has saved meanwhile is not written over
 */
export function save(file: string, before: Uint8Array, bytes: Uint8Array, placement: Placement): Saved {
  const target = targetFor(file, placement);
  // A copy that is corrected again with --overwrite is written over as well.
  if ((placement.inPlace || sameFile(target, file)) && !isStill(file, before)) return { ok: false, reason: '处理期间文件被别的程序改动，没有写入；请重新运行一次。' };
  try {
    if (placement.folder !== null) mkdirSync(placement.folder, { recursive: true });
  } catch (error) {
    return { ok: false, reason: `“${placement.folder ?? ''}”：${fileProblem(error)}` };
  }
  const other = existsSync(target) ? placement.written.get(realpathSync.native(target)) : undefined;
  if (other !== undefined && other !== file) return { ok: false, reason: `“${target}”刚才写入了 ${other} 的副本，两个文件同名，没有覆盖：请用 --out 把这一个写到别的文件夹。` };
  if (!placement.overwrite && existsSync(target)) return { ok: false, reason: `“${target}”已经存在，没有覆盖：加 --overwrite 覆盖它，或用 --out 写到别的文件夹。` };
  const refused = saveFile(target, bytes, placement.overwrite);
  if (refused !== null) return { ok: false, reason: refused };
  placement.written.set(realpathSync.native(target), file);
  return { ok: true, target };
}

function isStill(file: string, before: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(before);
  } catch {
    return false;
  }
}

/** A name that bears the sign of a copy already is not given it twice. */
export function targetFor(file: string, { inPlace, folder, done }: Pick<Placement, 'inPlace' | 'folder' | 'done'>): string {
  if (inPlace) return file;
  // A workbook of today under an old name gets its right one; a template keeps its own, since Excel opens none that calls itself .xlsx.
  const own = extname(file);
  const extension = /^\.xl[st][xm]$/i.test(own) ? own : '.xlsx';
  const stem = basename(file, own).replace(/（已(更正|撤销|说明)）$/, '');
  return join(folder ?? dirname(file), `${stem}（已${done}）${extension}`);
}

/** A copy that an earlier run wrote: left aside when a whole folder is corrected. */
export function isOwnCopy(file: string): boolean {
  return /（已(更正|撤销|说明)）\.[^.]+$/.test(file);
}
