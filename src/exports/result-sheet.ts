// The sheet 核查结果 as plain rows: one finding a row, with what a link needs to jump to the cell.
import { findingKey, type Finding } from '../model/finding';
import type { WorkbookReview } from '../model/review';
import { guardText } from './guard';
import { SEVERITY_WORDS, titleOf, VERDICT_WORDS } from './words';

export const RESULT_SHEET = '核查结果';
/** Titles with widths in characters of the default font; the linked column leads to the cell. */
export const RESULT_COLUMNS: readonly { readonly title: string; readonly width: number; readonly linked: boolean }[] = [
  { title: '序号', width: 6, linked: false }, { title: '工作表', width: 18, linked: false }, { title: '单元格', width: 9, linked: true }, { title: '级别', width: 7, linked: false },
  { title: '问题', width: 20, linked: false }, { title: '说明', width: 60, linked: false }, { title: '应为', width: 12, linked: false }, { title: '填报', width: 12, linked: false },
  { title: '处理', width: 9, linked: false }, { title: '书面说明', width: 40, linked: false },
];

export interface ResultRow {
  readonly texts: readonly string[];
  /** Where the link in the linked column leads; null for rows that link nowhere. */
  readonly link: { readonly sheet: string; readonly cell: string } | null;
}

/**
 * Rows below the titles: the findings of the file as it was, table by table in the order of the review, each with what became of it, then what came up
 * through the corrections; a table without findings is one row with its verdict. All texts are guarded.
 */
export function resultRows(before: WorkbookReview, after: WorkbookReview): readonly ResultRow[] {
  const was = locate(before);
  const is = locate(after);
  const [had, left] = [new Set(was.map(keyOf)), new Set(is.map(keyOf))];
  const all = [...was, ...is.filter((one) => !had.has(keyOf(one)))];
  const rows = all.map((one, at) => row(one, at + 1, left.has(keyOf(one))));
  const silent = before.tables.filter((table) => table.findings.length === 0);
  return [...rows, ...silent.map(({ table, verdict }): ResultRow => ({ texts: ['', table.sheet, '', VERDICT_WORDS[verdict], '没有发现问题', '', '', '', '', ''].map(guardText), link: null }))];
}

interface Located {
  readonly finding: Finding;
  readonly sheet: string;
}

function locate(review: WorkbookReview): readonly Located[] {
  return [...review.tables.flatMap((table) => table.findings.map((finding) => ({ finding, sheet: table.table.sheet }))), ...review.findings.map((finding) => ({ finding, sheet: finding.sheet }))];
}

function keyOf({ finding, sheet }: Located): string {
  return `${sheet}!${findingKey(finding)}`;
}

function row({ finding, sheet }: Located, number: number, open: boolean): ResultRow {
  const cell = finding.cells[0] ?? '';
  const { waived } = finding;
  const done = !open ? '已更正' : waived && !waived.stale ? '已说明' : finding.severity === 'hint' ? '' : '待处理';
  const words = waived ? `${waived.stale ? '（已失效）' : ''}${waived.reason}（${waived.role}，${waived.date}）` : '';
  const texts = [String(number), sheet, cell, SEVERITY_WORDS[finding.severity], titleOf(finding), finding.message, finding.expected ?? '', finding.received ?? '', done, words];
  return { texts: texts.map(guardText), link: cell === '' ? null : { sheet, cell } };
}
