// The tables inside a Word report go the ordinary road: its grids as a snapshot, reviewed like a workbook's sheets.
import type { WorkbookSnapshot } from '../model/grid';
import type { ReportDocument } from '../model/report';
import type { WorkbookReview } from '../model/review';
import { readTables } from '../reading/read-tables';
import { reviewWorkbook, type ReviewOptions } from './review-workbook';

/** All tables of a report as sheets, whatever they hold. */
export function reportSnapshot(document: ReportDocument): WorkbookSnapshot {
  return { format: 'live', grids: document.tables.map(({ grid }) => grid), definedNames: [], remarks: [] };
}

/**
 * Reviews the tables of a report. Reports hold many small tables that are no form of ours: they are counted in one remark and left to the reading of the text.
 * Its remarks are about the tables; the document's own are with the document.
 */
export function reviewReportTables(document: ReportDocument, options: ReviewOptions = {}): WorkbookReview {
  const snapshot = reportSnapshot(document);
  const ours = snapshot.grids.filter((grid) => readTables(grid).tables.length > 0);
  const others = snapshot.grids.length - ours.length;
  const review = reviewWorkbook({ ...snapshot, grids: ours }, options);
  return others === 0 ? review : { ...review, remarks: [...review.remarks, `文中另有 ${others} 张表不是绩效自评表，没有按自评表核查。`] };
}
