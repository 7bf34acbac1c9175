// A table that a report is compared with.
import type { TableReview } from '../model/review';

/** A checked table and the file it stands in; null: inside the report. */
export interface TableSource {
  readonly file: string | null;
  readonly review: TableReview;
}
