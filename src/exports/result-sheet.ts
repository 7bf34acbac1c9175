// The sheet 核查结果 as plain rows: one finding a row, with what a link needs to jump to the cell.
import type { FileReview } from '../model/review';
import { guardText } from './guard';
import { ruleTitle, SEVERITY_WORDS, VERDICT_WORDS } from './words';

export const RESULT_SHEET = '核查结果';
/** Titles with widths in characters of the default font; the linked column leads to the cell. */
export const RESULT_COLUMNS: readonly { readonly title: string; readonly width: number; readonly linked: boolean }[] = [
  { title: '序号', width: 6, linked: false }, { title: '工作表', width: 18, linked: false }, { title: '单元格', width: 9, linked: true }, { title: '类别', width: 7, linked: false },
  { title: '问题', width: 20, linked: false }, { title: '说明', width: 60, linked: false }, { title: '应为', width: 12, linked: false }, { title: '填报', width: 12, linked: false },
  { title: '书面说明', width: 40, linked: false },
];

export interface ResultRow {
  readonly texts: readonly string[];
  /** Where the link in the linked column leads; null for rows that link nowhere. */
  readonly link: { readonly sheet: string; readonly cell: string } | null;
}

/** Rows below the headers: findings table by table in the order of the review, a table without findings as one row with its verdict. All texts are guarded. */
export function resultRows(review: NonNullable<FileReview['review']>): readonly ResultRow[] {
  const located = [
    ...review.tables.flatMap((table) => table.findings.map((finding) => ({ finding, sheet: table.table.sheet }))),
    ...review.findings.map((finding) => ({ finding, sheet: finding.sheet })),
  ];
  const rows = located.map(({ finding, sheet }, at): ResultRow => {
    const cell = finding.cells[0] ?? '';
    const waiver = finding.waived ? `${finding.waived.stale ? '（已失效）' : ''}${finding.waived.reason}（${finding.waived.role}，${finding.waived.date}）` : '';
    return {
      texts: [String(at + 1), sheet, cell, SEVERITY_WORDS[finding.severity], ruleTitle(finding.rule), finding.message, finding.expected ?? '', finding.received ?? '', waiver].map(guardText),
      link: cell === '' ? null : { sheet, cell },
    };
  });
  const silent = review.tables.filter((table) => table.findings.length === 0);
  return [...rows, ...silent.map(({ table, verdict }): ResultRow => ({ texts: ['', table.sheet, '', VERDICT_WORDS[verdict], '没有发现问题', '', '', '', ''].map(guardText), link: null }))];
}
