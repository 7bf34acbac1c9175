// Where a written workbook goes: beside its source under a telling name, into a folder, or back over the source when asked.
import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Arguments } from './arguments';
import { UsageError } from './command';

export interface Placement {
  readonly inPlace: boolean;
  readonly folder: string | null;
  /** 更正, 撤销, 说明: what was done, for the name of a copy. */
  readonly done: string;
}

export function placementOf(args: Arguments, done: string): Placement {
  const folder = args.text('out');
  const inPlace = args.flag('in-place');
  if (inPlace && folder !== null) throw new UsageError('--in-place 和 --out 只能用一个。');
  return { inPlace, folder, done };
}

/** The path to write to; makes the folder where it is missing. A name that bears the sign already is not given it twice. */
export async function targetFor(file: string, { inPlace, folder, done }: Placement): Promise<string> {
  if (inPlace) return file;
  const extension = extname(file);
  const stem = basename(file, extension).replace(/（已(更正|撤销|说明)）$/, '');
  if (folder !== null) await mkdir(folder, { recursive: true });
  return join(folder ?? dirname(file), `${stem}（已${done}）${extension}`);
}

/** A copy that an earlier run wrote: left aside when a whole folder is corrected. */
export function isOwnCopy(file: string): boolean {
  return /（已(更正|撤销|说明)）\.[^.]+$/.test(file);
}
