// A summary as CSV for Excel, all tables in one file or one file a sheet: UTF-8 with its mark, texts guarded against being taken for formulas.
import { guardText } from '../exports/guard';
import { VERDICT_WORDS } from '../exports/words';
import type { Comparisons } from './comparisons';
import type { Summary } from './summary';
import { summarySheets, tablesSheet } from './summary-sheets';
import type { XlsxCell } from './xlsx-sheet';

/** Excel takes a file without it for the old code page of the computer. */
const MARK = '\ufeff';

function field(cell: XlsxCell): string {
  const text = cell === null ? '' : typeof cell === 'number' ? String(cell) : guardText(typeof cell === 'object' ? cell.text : cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csv = (rows: readonly (readonly XlsxCell[])[]): string => `${MARK}${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

/** One line a table, and one a file that was not reviewed, so that the lines account for every file. */
export function summaryCsv(summary: Summary): string {
  const sheet = tablesSheet(summary);
  const at = (title: string): number => sheet.columns.findIndex((column) => column.title === title);
  const unread = summary.notReviewed.map(({ file, reason }): readonly XlsxCell[] => sheet.columns.map((_, column) => (column === at('结论') ? VERDICT_WORDS['not-checked'] : column === at('首要问题') ? reason : column === at('文件') ? file : '')));
  return csv([sheet.columns.map(({ title }) => title), ...sheet.rows, ...unread]);
}

export interface CsvFile {
  /** Of the sheet; no ending. */
  readonly name: string;
  readonly text: string;
}

/** Every sheet of the workbook, with the same columns and lines. */
export function summaryCsvs(summary: Summary, comparisons: Comparisons = {}): readonly CsvFile[] {
  return summarySheets(summary, comparisons).map(({ name, columns, rows }) => ({ name, text: csv([columns.map(({ title }) => title), ...rows]) }));
}
