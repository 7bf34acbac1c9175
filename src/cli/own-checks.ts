// --checks: a file of own checks, read and compiled before anything else; the language is loaded only where it is asked for.
import { readFile, stat } from 'node:fs/promises';
import { hashOf } from '../batch/node-hash';
import type { CheckSet } from '../formulas/check-file';
import type { OwnJudge } from '../formulas/judge';
import { fileTextOf } from '../reading/file-text';
import type { Arguments } from './arguments';
import { UsageError } from './command';
import { fileProblem } from './file-problems';

export interface OwnChecks {
  readonly file: string;
  readonly set: CheckSet;
  readonly judge: OwnJudge;
  /** Of the file's bytes: results by other checks are other results. */
  readonly hash: string;
}

const LARGEST = 4 * 1024 * 1024;
const MOST_SHOWN = 20;

/** The value of --checks; null without one. Throws a UsageError that lists what is wrong with the file. */
export async function checksOption(args: Arguments): Promise<OwnChecks | null> {
  const file = args.text('checks');
  return file === null ? null : readChecks(file);
}

export async function readChecks(file: string): Promise<OwnChecks> {
  const bytes = await bytesOf(file);
  const { loadChecks } = await import(/* webpackChunkName: "checks" */ '../formulas/load');
  const loaded = loadChecks(fileTextOf(bytes));
  if (!loaded.ok) {
    const shown = loaded.problems.slice(0, MOST_SHOWN).map((problem) => `\n  ${problem}`).join('');
    throw new UsageError(`审核公式文件“${file}”有 ${loaded.problems.length} 处要改：${shown}${loaded.problems.length > MOST_SHOWN ? '\n  ……' : ''}`);
  }
  return { file, set: loaded.set, judge: loaded.judge, hash: hashOf(bytes) };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    if ((await stat(file)).size > LARGEST) throw new UsageError(`审核公式文件“${file}”太大，没有读取。`);
    bytes = await readFile(file);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`审核公式文件“${file}”：${fileProblem(error)}`);
  }
  return bytes;
}
