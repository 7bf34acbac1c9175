// A paragraph made comparable without losing where each character stood: full-width forms, odd commas, spaces and quotation marks carry no meaning.

export interface PlainText {
  readonly text: string;
  /** Offset in the paragraph of each character of `text`. */
  readonly at: Int32Array;
}

const ODD: Readonly<Record<string, string>> = {
  '﹪': '%', '﹣': '-', '−': '-', '‐': '-', '–': '-', '—': '-', '〜': '~', '～': '~', '．': '.', '﹒': '.', '﹕': '：', '﹔': '；', '﹐': '，',
  ';': '；', ':': '：', '!': '！', '?': '？', '｡': '。', '\r': '\n', '\v': '\n', '\u2028': '\n', '【': '[', '】': ']',
};
/** 三公 is written with three kinds of quotation marks or none. */
const DROPPED = /[\s\u00a0\u3000\u00ad\u200b-\u200f\u2028\u2060\ufeff“”„‟‘’"'「」『』＂＇]/;

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

function halfWidth(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fa5) return char;
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
  return ODD[half] ?? half;
}

/** Linear in the length of the paragraph. Line breaks stay, since they end a sentence; a blank stays between two digits, since it parts two numbers. */
export function plainText(raw: string): PlainText {
  const chars: string[] = [];
  const at = new Int32Array(raw.length);
  let blank = false;
  for (let i = 0; i < raw.length; i++) {
    const char = halfWidth(raw.charAt(i));
    if (char !== '\n' && DROPPED.test(char)) {
      blank ||= /\s/.test(char);
      continue;
    }
    if (blank && isDigit(char) && isDigit(chars.at(-1))) {
      at[chars.length] = i - 1;
      chars.push(' ');
    }
    blank = false;
    at[chars.length] = i;
    chars.push(char);
  }
  for (let i = 0; i < chars.length; i++) if (chars[i] === ',' && !partsThousands(chars, i)) chars[i] = '，';
  return withoutGaps({ text: chars.join(''), at: at.slice(0, chars.length) }, raw);
}

/** 1 200.50万元: GB/T 15835 parts thousands by a narrow blank. What begins a sentence may be an item's number, and numbers without a unit stand in columns. */
const GAPS = /(?<=[^\d\n.,/ 。；-])\d{1,3}(?: \d{3})+(?=(?:\.\d+)?[\u4e00-\u9fa5%])/g;

/** Only one blank at each place, and no tab: more part columns. */
function withoutGaps(plain: PlainText, raw: string): PlainText {
  const { text, at } = plain;
  if (!text.includes(' ')) return plain;
  const narrow = (i: number): boolean => (at[i + 1] ?? 0) - (at[i - 1] ?? 0) === 2 && raw.charAt(at[i] ?? 0) !== '\t';
  const places = [...text.matchAll(GAPS)].map(({ 0: digits, index }) => digits.split('').flatMap((char, i) => (char === ' ' ? [index + i] : [])));
  const gaps = new Set(places.filter((each) => each.every(narrow)).flat());
  return gaps.size === 0 ? plain : { text: text.split('').filter((_, i) => !gaps.has(i)).join(''), at: at.filter((_, i) => !gaps.has(i)) };
}

function partsThousands(chars: readonly string[], i: number): boolean {
  return isDigit(chars[i - 1]) && isDigit(chars[i + 1]) && isDigit(chars[i + 2]) && isDigit(chars[i + 3]) && !isDigit(chars[i + 4]);
}

/** Characters [start, end) of the plain text as characters of the paragraph. */
export function rawSpan(plain: PlainText, start: number, end: number): { readonly start: number; readonly end: number } {
  if (end <= start) return { start: plain.at[start] ?? 0, end: plain.at[start] ?? 0 };
  return { start: plain.at[start] ?? 0, end: (plain.at[end - 1] ?? 0) + 1 };
}
