// The one word for a record's file: the gravest of its tables and of what is open between them.
import type { Verdict } from '../model/review';
import { gravest, isOpen } from '../review/verdict';
import type { FileRecord } from './record';

export function verdictOfRecord({ status, tables, findings }: Pick<FileRecord, 'status' | 'tables' | 'findings'>): Verdict {
  if (status !== 'checked') return 'not-checked';
  return gravest([...tables.map(({ verdict }) => verdict), ...findings.filter(isOpen).map(({ severity }): Verdict => (severity === 'error' ? 'errors' : 'to-verify'))]);
}
