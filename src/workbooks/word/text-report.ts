// A report as plain text, pasted or from a file: each line is a paragraph.
import type { ReportDocument } from '../../model/report';
import { asReading, ReportError, type ReportReading } from './report-error';
import { REPORT_LIMITS, Tally, type ReportLimits } from './tally';

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/;
/** Controls but the tab, and marks in the middle of text. */
const CONTROLS = /[^\P{Cc}\t]|\ufeff/gu;

function documentOf(text: string, limits: ReportLimits): ReportDocument {
  const tally = new Tally(limits);
  tally.text(text.length);
  const paragraphs = text.replace(/^\ufeff/, '').split(LINE_END).map((line, index) => {
    tally.paragraph();
    return { index, part: 'body' as const, text: line.replace(CONTROLS, ''), label: '', outline: null, bold: false };
  });
  // The line end behind the last line is no line.
  if (paragraphs.length > 1 && paragraphs.at(-1)?.text === '') paragraphs.pop();
  return { format: 'text', paragraphs, tables: [], remarks: [] };
}

/** Reads a report from text that somebody pasted. */
export function readReportText(text: string, limits: ReportLimits = REPORT_LIMITS): ReportReading {
  try {
    if (text.trim() === '') throw new ReportError('empty', '没有文字：请粘贴报告正文，或打开报告的 .docx 文件。');
    return { ok: true, document: documentOf(text, limits) };
  } catch (error) {
    return asReading(error);
  }
}

/** The text of a .txt file: UTF-8, UTF-16 with its mark, else GB18030 as Chinese Windows writes it. Throws ReportError. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const labels = a === 0xff && b === 0xfe ? ['utf-16le'] : a === 0xfe && b === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const label of labels) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried.
    }
  }
  throw new ReportError('format', '文本的编码无法识别；请用记事本打开，“另存为”时编码选择 UTF-8，再试。');
}
