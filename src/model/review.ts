// The review of tables, files and runs, before any export gives it a shape.
import type { Finding } from './finding';
import type { ReportReview } from './report';
import type { RubricChoice } from './rubric';
import type { Scorecard } from './scorecard';
import type { Table } from './table';

/** 未通过, 待核实, 通过, 未核查: as lists and counts name them, one after the other. */
export const VERDICTS = ['errors', 'to-verify', 'clean', 'not-checked'] as const;

export type Verdict = (typeof VERDICTS)[number];

export interface TableReview {
  readonly table: Table;
  readonly choice: RubricChoice;
  readonly verdict: Verdict;
  /** Why not checked, or what part was left aside: Chinese sentences. */
  readonly remarks: readonly string[];
  readonly scorecard: Scorecard;
  readonly findings: readonly Finding[];
}

export interface WorkbookReview {
  readonly tables: readonly TableReview[];
  /** Findings that belong to no single table. */
  readonly findings: readonly (Finding & { readonly sheet: string })[];
  readonly remarks: readonly string[];
}

/** What became of the text of a Word report. */
export interface ReportCheck {
  readonly review: ReportReview;
  /** Chinese titles of the rules that found something. */
  readonly titles: ReadonlyMap<string, string>;
  /** Files whose tables it was compared with; the report's own tables are not named. */
  readonly against: readonly string[];
}

export interface FileReview {
  readonly file: string;
  readonly status: 'checked' | 'no-table' | 'unreadable';
  /** A Chinese sentence that says what to do; null when checked. */
  readonly reason: string | null;
  readonly review: WorkbookReview | null;
  /** Only of a Word report: its text; `review` then holds the tables inside it. */
  readonly report?: ReportCheck;
}
