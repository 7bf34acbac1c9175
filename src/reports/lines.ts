// Paragraphs as lines to read: plain text, number, heading above, and the unit that bare numbers inherit.
import type { ReportParagraph } from '../model/report';
import { headingNumber, isHeading, type HeadingNumber } from './headings';
import { plainText, type PlainText } from './plain-text';

export interface Line {
  /** Number among the lines: what stands together in the report has numbers that follow each other, whatever blank paragraphs lie between. */
  readonly at: number;
  readonly paragraph: ReportParagraph;
  readonly plain: PlainText;
  readonly number: HeadingNumber | null;
  readonly heading: boolean;
  /** The nearest heading above, as written; a heading's own is the one before it. */
  readonly under: string | null;
  /** Headings above from the outermost level, this line's own included where it is one; plain text. */
  readonly path: readonly string[];
  /** 单位：万元 was said above: what bare amounts are multiplied with. */
  readonly declaredScale: number | null;
  /** True where the paragraph goes on beyond what is read. */
  readonly cut: boolean;
}

/** No paragraph that a person wrote is longer. */
const MOST_CHARACTERS = 20_000;

const DECLARED = /单位(?:均)?(?:为)?[：:]?(?:人民币)?(亿|万|千|百万)?元|(?:金额|数据)(?:单位)?(?:均)?(?:以|为|按)(?:人民币)?(亿|万|千|百万)?元(?:为单位|计)?/;
const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };
const RANK: Readonly<Record<HeadingNumber['style'], number>> = { 第一部分: 0, '一、': 1, '（一）': 2, '1、': 3, '（1）': 4, '①': 5 };

/** 一、基本情况……………3: a table of contents that somebody typed. */
const LEADER = /(?:…{2,}|[.．·]{4,})\s*\d{1,3}\s*$/;

/** 一、基本情况→3, by a tab: so are columns typed, where no heading of these words follows. */
const TABBED = /^(.*\S)\s*\t\s*\d{1,3}\s*$/;
const LONGEST_ENTRY = 120;

/** Headers and footers and the table of contents repeat what stands elsewhere, blank paragraphs only keep others apart. */
function isLeftAside({ part, text }: ReportParagraph, headings: ReadonlySet<string>): boolean {
  if (part === 'header' || part === 'footer' || part === 'comment' || part === 'contents') return true;
  if (text.length > LONGEST_ENTRY) return false;
  return LEADER.test(text) || headings.has(unspaced(TABBED.exec(text)?.[1] ?? ''));
}

const unspaced = (text: string): string => text.replace(/\s/g, '');

/** Lines that begin with the number of a section, as they may stand in a table of contents. */
function headingsAmong(paragraphs: readonly ReportParagraph[]): ReadonlySet<string> {
  const all = paragraphs.filter(({ text }) => text.length <= LONGEST_ENTRY).map(({ label, text }) => unspaced(label + text));
  return new Set(all.filter((text) => headingNumber(text.replaceAll('（', '(').replaceAll('）', ')'), '') !== null));
}

/** Lines of body, text boxes and notes that hold text. */
export function readLines(paragraphs: readonly ReportParagraph[]): readonly Line[] {
  const path: { rank: number; text: string }[] = [];
  let under: string | null = null;
  let declaredScale: number | null = null;
  // Said above the first heading, it holds for all of them.
  let declaredAbove: number | null = null;
  let headed = false;
  const lines: Line[] = [];
  const headings = headingsAmong(paragraphs);
  for (const paragraph of paragraphs) {
    if (isLeftAside(paragraph, headings)) continue;
    const plain = plainText(paragraph.text.slice(0, MOST_CHARACTERS));
    if (plain.text.trim() === '') continue;
    const number = headingNumber(plain.text.slice(0, 16), paragraph.label);
    const heading = isHeading(paragraph, plain.text, number && { ...number, rest: plain.text });
    if (heading) {
      const rank = number ? RANK[number.style] : (paragraph.outline ?? 1) - 0.5;
      while (path.length > 0 && (path.at(-1)?.rank ?? 0) >= rank) path.pop();
      path.push({ rank, text: plain.text });
      headed ||= number !== null;
      if (rank <= 2) declaredScale = declaredAbove;
    }
    const declared = plain.text.length < 400 ? DECLARED.exec(plain.text) : null;
    if (declared) {
      declaredScale = SCALES[declared[1] ?? declared[2] ?? ''] ?? 1;
      if (!headed) declaredAbove = declaredScale;
    }
    lines.push({ at: lines.length, paragraph, plain, number, heading, under, path: path.map(({ text }) => text), declaredScale, cut: paragraph.text.length > MOST_CHARACTERS });
    if (heading) under = (paragraph.label + paragraph.text).trim().slice(0, 60);
  }
  return lines;
}
