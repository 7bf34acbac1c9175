// A summary as a file of each kind, for every face that gives one out.
import type { Comparisons } from './comparisons';
import { summaryCsv, summaryCsvs } from './csv';
import { summaryHtml } from './html-report';
import { toSarif } from '../exports/sarif';
import type { FileRecord } from './record';
import type { Summary } from './summary';
import { SUMMARY_XLSX } from './workbook-names';
import { summaryXlsx } from './xlsx-report';

export const SUMMARY_FORMATS = ['xlsx', 'html', 'json', 'csv', 'sarif'] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];

export const SUMMARY_TITLE = '绩效自评表批量核查汇总';

export interface SummaryHead {
  readonly title: string;
  /** ISO date. */
  readonly date: string;
  /** Of the program. */
  readonly version: string;
}

/** What a summary is made of: the records for what names every finding, the rest for what counts them. */
export interface SummaryMaterial {
  readonly records: readonly FileRecord[];
  readonly summary: Summary;
  readonly comparisons: Comparisons;
}

export interface SummaryFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every finding stands in the results themselves: the JSON of the summary has what is gathered from them. */
function jsonOf({ problems: _problems, ...gathered }: Summary, comparisons: Comparisons, version: string): string {
  return `${JSON.stringify({ tool: { name: 'biaoli', version }, summary: gathered, ...comparisons }, null, 2)}\n`;
}

/** The files of one format: CSV has all tables in 汇总.csv and the other sheets beside it, the others are one file. */
export function summaryFiles(format: SummaryFormat, { records, summary, comparisons }: SummaryMaterial, { title, date, version }: SummaryHead): readonly SummaryFile[] {
  const encoder = new TextEncoder();
  const file = (name: string, content: string | Uint8Array): SummaryFile => ({ name, bytes: typeof content === 'string' ? encoder.encode(content) : content });
  switch (format) {
    case 'xlsx': return [file(SUMMARY_XLSX, summaryXlsx(summary, comparisons, { title, at: date }))];
    case 'html': return [file('汇总.html', summaryHtml(summary, { title, at: date }, comparisons))];
    case 'json': return [file('汇总.json', jsonOf(summary, comparisons, version))];
    case 'sarif': return [file('汇总.sarif', `${JSON.stringify(toSarif(records, version), null, 2)}\n`)];
    case 'csv': return [file('汇总.csv', summaryCsv(summary)), ...summaryCsvs(summary, comparisons).filter(({ name }) => name !== '各表' && name !== '未核查').map(({ name, text }) => file(`汇总-${name}.csv`, text))];
  }
}
