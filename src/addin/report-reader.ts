// Reads Word reports in a page; the reader is loaded when the first one is opened.
import type { ReportReader } from '../pane/report-desk';

export const browserReports: ReportReader = {
  async read({ name, bytes }) {
    const { readReport } = await import(/* webpackChunkName: "word" */ '../workbooks/word/read-report');
    const reading = readReport(bytes, { name });
    return reading.ok ? { ok: true, value: reading.document } : { ok: false, word: reading.code === 'too-large' ? 'too-large' : 'unsupported', reason: reading.reason };
  },
};
