// The report that is open beside the workbook, as the pane's state holds it.
import type { ReportDocument, ReportReview } from '../model/report';
import type { TableReview } from '../model/review';

export interface OpenReport {
  readonly name: string;
  readonly document: ReportDocument;
  readonly review: ReportReview;
  /** Tables inside the report, checked like any other. */
  readonly tables: readonly TableReview[];
  /** Figure that is looked at, index in the review. */
  readonly looked: number | null;
}
