// Reports for tests: paragraphs as plain text, tables as rows, reviewed along the real road.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grid } from '../../src/model/grid';
import type { ReportDocument, ReportFinding, ReportReview } from '../../src/model/report';
import { reviewReport } from '../../src/reports/review-report';
import { reviewWorkbook } from '../../src/review/review-workbook';

/** One paragraph a line; headings are only typed. */
export function documentOf(text: string): ReportDocument {
  return { format: 'docx', paragraphs: text.split('\n').map((line, index) => ({ index, part: 'body', text: line, label: '', outline: null, bold: false })), tables: [], remarks: [] };
}

/** The review of a report and of the tables inside it. */
export function reviewOf(text: string, grids: readonly Grid[] = []): ReportReview {
  const { tables } = reviewWorkbook({ format: 'xlsx', grids, definedNames: [], remarks: [] });
  return reviewReport(documentOf(text), tables.map((review) => ({ file: null, review })));
}

/** "report-sum 66.44万元": the rule and the words it points to first. */
export const told = ({ rule, places }: ReportFinding): string => `${rule} ${places[0]?.quote ?? ''}`;

const FOLDER = join(__dirname, 'true');

/** Reports whose figures are right throughout, by file name. */
export function trueReports(): readonly (readonly [name: string, text: string])[] {
  return readdirSync(FOLDER).sort().map((name) => [name, readFileSync(join(FOLDER, name), 'utf8').trimEnd()] as const);
}
