// Which files of a folder are reviewed, by their names alone: in folders of the disk and of a zip alike.
import { isReportInFolder } from '../../batch/report-names';
import { isWorkbookName, SUMMARY_XLSX } from '../../batch/workbook-names';

const LIST = /\.jsonl$/i;

/** A list of results that was saved. */
export const isListName = (name: string): boolean => LIST.test(name);

/** Workbooks, and the Word reports beside them; `names`: of all files of one folder. A summary beside the list that it was made of is none of a unit's, whose own bears the same name. */
export function reviewedAmong(names: readonly string[]): ReadonlySet<string> {
  const own = names.some(isListName) ? names.filter((name) => name !== SUMMARY_XLSX) : names;
  const beside = own.some(isWorkbookName);
  return new Set(own.filter((name) => isWorkbookName(name) || isReportInFolder(name, beside)));
}
