// Headings and their numbers: by Word's outline level, by the automatic number, or only typed as 一、 （二） 1. before a short line.
import type { ReportParagraph } from '../model/report';

export type NumberStyle = '一、' | '（一）' | '1、' | '（1）' | '①' | '第一部分';

export interface HeadingNumber {
  readonly style: NumberStyle;
  readonly value: number;
  /** As shown. */
  readonly shown: string;
  /** True where Word counts, and a slip is Word's own. */
  readonly automatic: boolean;
  /** What stands behind the number. */
  readonly rest: string;
}

const DIGITS = '一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const FORMS: readonly (readonly [RegExp, NumberStyle])[] = [
  [/^第([一二三四五六七八九十]{1,3})(?:部分|章)[、：，.]?/, '第一部分'],
  [/^([一二三四五六七八九十]{1,3})[、.．]/, '一、'],
  [/^\(([一二三四五六七八九十]{1,3})\)[、.]?/, '（一）'],
  [/^\((\d{1,2})\)[、.]?/, '（1）'],
  [/^(\d{1,2})(?:、|\.(?!\d)|，(?!\d))/, '1、'],
  [/^([①-⑳])/, '①'],
];

/** 一 … 九十九 and digits; null for anything else. */
export function chineseNumber(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  if (text === '两') return 2;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  const digit = (char: string | undefined): number => (char === undefined ? 0 : DIGITS.indexOf(char) + 1);
  if (ten === undefined) return ones === undefined ? digit(tens) || null : null;
  return (tens === undefined ? 1 : digit(tens)) * 10 + digit(ones);
}

/** Expects plain text (half-width brackets, no blanks). */
export function headingNumber(plain: string, label: string): HeadingNumber | null {
  const automatic = label !== '';
  const whole = automatic ? label.replace(/\s/g, '').replace(/（/g, '(').replace(/）/g, ')').replace(/．/g, '.') : plain.slice(0, 12);
  for (const [pattern, style] of FORMS) {
    const match = pattern.exec(whole);
    if (!match) continue;
    const digits = match[1] ?? '';
    const value = style === '①' ? CIRCLED.indexOf(digits) + 1 : chineseNumber(digits);
    if (value === null || value === 0) return null;
    return { style, value, shown: match[0], automatic, rest: automatic ? plain : plain.slice(match[0].length) };
  }
  return null;
}

const LONGEST_HEADING = 42;

/** True for a line that names what follows: an outline level, or a number before few words that end without a full stop. */
export function isHeading(paragraph: ReportParagraph, plain: string, number: HeadingNumber | null): boolean {
  if (plain === '' || plain.length > LONGEST_HEADING * 2) return false;
  if (paragraph.outline !== null) return true;
  if (plain.length > LONGEST_HEADING || /[，；：]\S|[；：，]$/.test(plain) || /\d(?:\.\d+)?(?:亿|万)?元/.test(plain)) return false;
  if (number) return number.style === '一、' || number.style === '（一）' || number.style === '第一部分' || !/。./.test(plain);
  return false;
}
