// Dirty text made comparable: full-width forms, odd operators, spaces and line breaks inside labels.

const ODD: Readonly<Record<string, string>> = {
  '≧': '≥', '⩾': '≥', '﹥': '>', '≦': '≤', '⩽': '≤', '﹤': '<', '﹦': '=', '═': '=', '⁼': '=',
  '﹪': '%', '‰': '‰', '—': '—', '－': '-', '−': '-', '‐': '-', '–': '-', '〜': '~', '～': '~', '﹣': '-', '﹢': '+',
  '\u00a0': ' ', '\u3000': ' ', '\u2002': ' ', '\u2003': ' ', '\u2009': ' ', '\u202f': ' ', '\t': ' ',
};
/** Those, and full-width ASCII. */
const ODD_ONES = new RegExp(`[\\uff01-\\uff5e${Object.keys(ODD).filter((char) => ODD[char] !== char).join('')}]`, 'g');
// Zero-width characters and byte-order marks that copying from web pages leaves behind.
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
/** Anything but characters that stay as they are: ASCII, Chinese, and the signs that forms are full of. */
const NEEDS_WORK = /[^\u0021-\u007e\u4e00-\u9fa5≥≤—、。“”《》…·]/;

/** Half-width ASCII, one form per operator, line breaks kept as \n, no spaces at the ends. Idempotent. */
export function normalise(raw: string): string {
  if (!NEEDS_WORK.test(raw)) return raw;
  const text = raw.replace(INVISIBLE, '').replace(ODD_ONES, (char) => ODD[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  return text.replace(/\r\n?/g, '\n').replace(/ {2,}/g, ' ').trim();
}

/** Without any white space: labels are compared this way, since line breaks and padding inside them carry no meaning. */
export function compact(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}

/** "年度指标值(A)" → "年度指标值": a label without what stands in brackets. Expects normalised text. */
export function withoutBrackets(label: string): string {
  return label.includes('(') || label.includes('【') || label.includes('[')
    ? label.replace(/\([^()]*\)|【[^】]*】|\[[^\]]*\]|\([^)]*$/g, '')
    : label;
}

/** A dash or a slash where the form says that nothing belongs there. */
export function isDash(text: string): boolean {
  return /^[—\-–/\\_~一]{1,4}$/.test(text) && text !== '一';
}

/** Only dots or crosses: what a template leaves for further lines. */
export function isEllipsis(text: string): boolean {
  return /^[….·。、]{2,}$|^…+$|^[x×*]{2,}$/i.test(compact(text));
}
