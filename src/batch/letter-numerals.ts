// Numbers and dates as official papers write them.
const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'] as const;

/** 1 → 一, 12 → 十二, 105 → 一百零五; above 9999 in Arabic digits. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  const text = [...String(value)].reverse().map((digit, at) => (digit === '0' ? '零' : `${DIGITS[Number(digit)] ?? ''}${PLACES[at] ?? ''}`)).reverse().join('');
  return text.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

/** 2026-03-05 → 2026年3月5日: Arabic digits without leading zeros, as GB/T 9704 asks. */
export function paperDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(year)}年${Number(month)}月${Number(day)}日`;
}
