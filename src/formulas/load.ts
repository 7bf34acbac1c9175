// Own checks made ready to judge: what an entry loads when somebody uses own checks, and only then.
import { readCheckFile, readCheckValues, type CheckSet } from './check-file';
import { ownJudge, type OwnJudge } from './judge';
import { checksOver, type OwnCheck } from './own-check';

export type LoadedChecks = { readonly ok: true; readonly set: CheckSet; readonly judge: OwnJudge } | { readonly ok: false; readonly problems: readonly string[] };

/** From the text of a file, JSON or plain, to a judge for `reviewWorkbook`; else every problem as a Chinese sentence with its place. */
export function loadChecks(text: string): LoadedChecks {
  const read = readCheckFile(text);
  return read.ok ? { ok: true, set: read.set, judge: ownJudge(read.set.checks) } : read;
}

export interface KeptChecks {
  readonly checks: readonly OwnCheck[];
  readonly judge: OwnJudge;
  /** A sentence for each check that is not right and judges nothing. */
  readonly remarks: readonly string[];
}

/** Checks kept in a workbook, as the JSON they were written with, before those of the house: a number that both use is the workbook's. `whose` begins the sentences. */
export function loadKept(kept: readonly unknown[], house: readonly OwnCheck[], whose: string): KeptChecks {
  const readings = kept.map((value) => readCheckValues([value]));
  const own = readings.flatMap((reading) => (reading.ok ? reading.set.checks : []));
  const checks = checksOver(house, own);
  return { checks, judge: ownJudge(checks), remarks: readings.flatMap((reading) => (reading.ok ? [] : [`${whose}没有采用：${reading.problems[0] ?? ''}`])) };
}
