// The review of one Word report that was read: its own tables like any other, its words against them and against the workbooks that belong to it.
import { EMPTY_STATE } from '../model/plan';
import type { ReportDocument } from '../model/report';
import type { FileReview } from '../model/review';
import { REPORT_RULES } from '../reports/report-rules';
import { reviewReport } from '../reports/review-report';
import { reviewReportTables } from '../review/report-tables';
import { optionsBy, type Judges } from './judges';
import { sourcesOf } from './report-sources';

const NOTHING = '没有读到可以核对的数字或自评表：请确认这是绩效自评报告，且正文不是图片。';
const TITLES: ReadonlyMap<string, string> = new Map(REPORT_RULES.map(({ id, title }) => [id, title]));

/** Reviews of the workbooks that may belong to a report, found when the report can be read. `named`: they were named for it, nothing is asked about whose they are. */
export interface Beside {
  readonly named: boolean;
  reviews(): Promise<readonly FileReview[]>;
}

type Reading = { readonly ok: true; readonly document: ReportDocument } | { readonly ok: false; readonly reason: string };

/** Never rejects on what the report holds. */
export async function reviewWordReport(file: string, reading: Reading, judges: Pick<Judges, 'rubric' | 'house'>, beside: Beside): Promise<FileReview> {
  if (!reading.ok) return { file, status: 'unreadable', reason: reading.reason, review: null };
  const { document } = reading;
  const tables = reviewReportTables(document, await optionsBy(judges, EMPTY_STATE));
  const { sources, against, remarks } = sourcesOf(document, tables.tables, await beside.reviews(), beside.named);
  const text = reviewReport(document, sources);
  const found = tables.tables.length > 0 || text.figures.length > 0;
  return {
    file, status: found ? 'checked' : 'no-table', reason: found ? null : NOTHING,
    review: { ...tables, remarks: [...tables.remarks, ...remarks] },
    report: { review: text, titles: TITLES, against },
  };
}
