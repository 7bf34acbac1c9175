// Reports for tests: paragraphs as plain text, tables as rows, reviewed along the real road.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grid } from '../../src/model/grid';
import type { ReportDocument, ReportFinding, ReportReview } from '../../src/model/report';
import { reviewReport } from '../../src/reports/review-report';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { makeGrid, type Line } from '../make-grid';

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

type NamedText = readonly [name: string, text: string];

const reportsIn = (folder: string): readonly NamedText[] => readdirSync(join(__dirname, folder)).sort().map((name) => [name, readFileSync(join(__dirname, folder, name), 'utf8').trimEnd()] as const);

/** Reports whose figures are right throughout, by file name. */
export const trueReports = (): readonly NamedText[] => reportsIn('true');

/** More of them, crowded with figures: nested parts, several totals in the same words, rates against several bases. Many of their figures are left alone rather than judged. */
export const denseReports = (): readonly NamedText[] => reportsIn('dense');

/** Right sentences that look as if they did not hold: people who left within the year, money counted elsewhere, kinds that are not all named. */
export function trueSentences(): readonly string[] {
  return readFileSync(join(__dirname, 'true-sentences.txt'), 'utf8').trimEnd().split('\n');
}

export interface SlipReport {
  readonly name: string;
  readonly right: string;
  /** With all its slips. */
  readonly wrong: string;
  readonly grids: readonly Grid[];
  /** The report with one slip each, and the paragraph in which it stands. */
  readonly slips: readonly { readonly text: string; readonly line: number; readonly what: string }[];
}

const SLIPS = join(__dirname, 'slips');
const MARKED = /\{\{(.*?)\|(.*?)\}\}/g;

/** Reports in which {{right|wrong}} marks where a slip may be made; behind a line of @@ stand the rows of a form. */
export function slipReports(): readonly SlipReport[] {
  return readdirSync(SLIPS).sort().map((name) => {
    const [body = '', rows] = readFileSync(join(SLIPS, name), 'utf8').split('\n@@\n');
    const marked = body.trimEnd();
    const slips = [...marked.matchAll(MARKED)].map((match, i) => {
      let at = -1;
      const text = marked.replace(MARKED, (_, right: string, wrong: string) => (++at === i ? wrong : right));
      return { text, line: marked.slice(0, match.index).split('\n').length - 1, what: `${match[1] ?? ''} made ${match[2] ?? ''}` };
    });
    const grids = rows === undefined ? [] : [makeGrid(rows.trim().split('\n').map((row) => JSON.parse(row) as Line))];
    return { name, right: marked.replace(MARKED, '$1'), wrong: marked.replace(MARKED, '$2'), grids, slips };
  });
}
