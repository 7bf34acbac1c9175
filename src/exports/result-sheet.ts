// The sheet 核查结果 as plain rows: one finding a row, with what a link needs to jump to the cell.
import type { FileReview } from '../model/review';
import { guardText } from './guard';
import { ruleTitle, SEVERITY_WORDS, VERDICT_WORDS } from './words';

export const RESULT_SHEET = '核查结果';
export const RESULT_HEADERS = ['序号', '工作表', '单元格', '类别', '问题', '说明', '应为', '填报', '书面说明'] as const;

export interface ResultRow {
  readonly texts: readonly string[];
  /** Where the link in column 单元格 leads; null for rows that link nowhere. */
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
