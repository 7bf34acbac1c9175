// The review of tables, files and runs, before any export gives it a shape.
import type { Finding } from './finding';
import type { RubricChoice } from './rubric';
import type { Scorecard } from './scorecard';
import type { Table } from './table';

/** errors 未通过 · to-verify 待核实 · clean 通过 · not-checked 未核查 */
export type Verdict = 'errors' | 'to-verify' | 'clean' | 'not-checked';

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

export interface FileReview {
  readonly file: string;
  readonly status: 'checked' | 'no-table' | 'unreadable';
  /** A Chinese sentence that says what to do; null when checked. */
  readonly reason: string | null;
  readonly review: WorkbookReview | null;
}
