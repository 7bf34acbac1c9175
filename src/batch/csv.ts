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

/** One line a table, one a report that goes with none, and one a file that was not reviewed, so that the lines account for every file. */
export function summaryCsv(summary: Summary): string {
  const sheet = tablesSheet(summary);
  const line = (cells: Readonly<Record<string, XlsxCell>>): readonly XlsxCell[] => sheet.columns.map(({ title }) => cells[title] ?? '');
  const reports = summary.reports.map(({ file, verdict, errors, verify }) => {
    const first = summary.problems.find((problem) => problem.table === null && problem.file === file);
    return line({ 结论: VERDICT_WORDS[verdict], 错误: errors, 待核实: verify, 单元格: first?.cell ?? '', 首要问题: first?.message ?? '', 文件: file, 工作表: first?.sheet ?? '' });
  });
  const unread = summary.notReviewed.map(({ file, reason }) => line({ 结论: VERDICT_WORDS['not-checked'], 首要问题: reason, 文件: file }));
  return csv([sheet.columns.map(({ title }) => title), ...sheet.rows, ...reports, ...unread]);
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
