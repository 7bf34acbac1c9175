// Exit codes of every command: the worst of all files wins.
import type { FileReview } from '../model/review';

export const OK = 0;
export const ERRORS_FOUND = 1;
export const COULD_NOT_RUN = 2;
export type ExitCode = typeof OK | typeof ERRORS_FOUND | typeof COULD_NOT_RUN;

export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}

/** 2 for a file that could not be checked or holds no table, 1 for an error in a table, across tables or in the words of a report, else 2 where a table is not checked, else 0: what is only to be verified does not fail. */
export function exitCodeOf(file: FileReview): ExitCode {
  if (file.status !== 'checked') return COULD_NOT_RUN;
  const tables = file.review?.tables ?? [];
  const errors = tables.some((table) => table.verdict === 'errors') || (file.review?.findings.some((finding) => finding.severity === 'error') ?? false)
    || (file.report?.review.findings.some((finding) => finding.severity === 'error') ?? false);
  if (errors) return ERRORS_FOUND;
  return tables.some((table) => table.verdict === 'not-checked') ? COULD_NOT_RUN : OK;
}
