// The one word for a record's file: the gravest of its tables, of what is open between them, and of a report's words.
import type { Verdict } from '../model/review';
import { gravest, isOpen } from '../review/verdict';
import type { FileRecord } from './record';

export function verdictOfRecord({ status, tables, findings, report }: Pick<FileRecord, 'status' | 'tables' | 'findings' | 'report'>): Verdict {
  if (status !== 'checked') return 'not-checked';
  // Statements of a report that were checked and hold: it has passed without a table as well.
  const held: readonly Verdict[] = (report?.statements ?? 0) > 0 ? ['clean'] : [];
  return gravest([...held, ...tables.map(({ verdict }) => verdict), ...findings.filter(isOpen).map(({ severity }): Verdict => (severity === 'error' ? 'errors' : 'to-verify'))]);
}
