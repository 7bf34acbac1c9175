// A summary as a file of each kind, for every face that gives one out.
import type { Comparisons } from './comparisons';
import { summaryCsv } from './csv';
import { summaryHtml } from './html-report';
import type { Summary } from './summary';
import { summaryXlsx } from './xlsx-report';

export const SUMMARY_FORMATS = ['xlsx', 'html', 'json', 'csv'] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];

export const SUMMARY_TITLE = '绩效自评表批量核查汇总';

export interface SummaryHead {
  readonly title: string;
  /** ISO date. */
  readonly date: string;
  /** Of the program. */
  readonly version: string;
}

export const summaryName = (format: SummaryFormat): string => `汇总.${format}`;

/** Bytes of the file. */
export function summaryFile(format: SummaryFormat, summary: Summary, comparisons: Comparisons, { title, date, version }: SummaryHead): Uint8Array {
  if (format === 'xlsx') return summaryXlsx(summary, comparisons);
  const text = format === 'html' ? summaryHtml(summary, { title, at: date }, comparisons) : format === 'csv' ? summaryCsv(summary) : `${JSON.stringify({ tool: { name: 'biaoli', version }, summary, ...comparisons }, null, 2)}\n`;
  return new TextEncoder().encode(text);
}
