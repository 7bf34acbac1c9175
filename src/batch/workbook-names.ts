// Which names in a folder are tables to be reviewed: those that can be read, and those whose owner must hear that they cannot.
import { grouped } from '../model/grouped';

/** Templates among them: who opens one from a mail and saves it has filled in an .xltx. */
const READ = /\.(?:xlsx|xlsm|xls|et|xltx|xltm|xlt|ett)$/i;
/**
 * Tables of other programs. A unit that handed in nothing else would be missing from the list without a word, so each has a line that says how to save it.
 * PDF, pictures and Word files are not among them: they are mostly the stamped scan and the papers beside the workbook, and a line for each would bury the few that matter.
 */
const NOT_READ = /\.(?:xlsb|ods|fods|ots|uos|numbers|csv|tsv)$/i;
/** The summary as a workbook. Units give theirs the same name, so that only the one beside the results is known to be it. */
export const SUMMARY_XLSX = '汇总.xlsx';
/** Lists that this tool writes into a folder of results, which may lie among the workbooks. */
const OWN_LIST = /^汇总(?:-[^.]*)?\.csv$/;
/** Lock files that Excel, WPS and LibreOffice leave beside an open workbook, and hidden files. */
const LEFT_ASIDE = /^(~\$|\.)/;

/** True for a name that a folder gives to the check, whether it can be read or only be answered with a sentence. */
export function isWorkbookName(name: string): boolean {
  return READ.test(name) || (NOT_READ.test(name) && !OWN_LIST.test(name));
}

/** “.pdf” and how many; an ending may be empty. */
export type Others = readonly (readonly [ending: string, count: number])[];

/** Files that nobody looks at, by the ending of their names, the most frequent first. */
export function endingsOf(names: readonly string[]): Others {
  const counts = [...grouped(names, (name) => /.(\.[^./]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '')].map(([ending, same]) => [ending, same.length] as const);
  return counts.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** True for a file or folder that is passed over without a word. */
export function isLeftAside(name: string): boolean {
  return LEFT_ASIDE.test(name);
}
