// Dirty text made comparable: full-width forms, odd operators, spaces and line breaks inside labels.
import { hasAny, hasOnly } from '../model/characters';

const ODD: Readonly<Record<string, string>> = {
  '≧': '≥', '⩾': '≥', '﹥': '>', '≦': '≤', '⩽': '≤', '﹤': '<', '﹦': '=', '═': '=', '⁼': '=',
  '﹪': '%', '‰': '‰', '—': '—', '－': '-', '−': '-', '‐': '-', '–': '-', '─': '—', '━': '—', '―': '—', '〜': '~', '～': '~', '﹣': '-', '﹢': '+',
  '\u00a0': ' ', '\u3000': ' ', '\u2002': ' ', '\u2003': ' ', '\u2009': ' ', '\u202f': ' ', '\t': ' ',
};
// Zero-width characters and byte-order marks that copying from web pages leaves behind.
const INVISIBLE = '\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad';
/** What stands for an odd character, by its code; nothing for an invisible one. */
const PLAIN: ReadonlyMap<number, string> = new Map([
  ...Object.entries(ODD).map(([odd, plain]) => [odd.charCodeAt(0), plain] as const),
  ...[...INVISIBLE].map((char) => [char.charCodeAt(0), ''] as const),
  [0x20, ' '], [0x0a, '\n'], [0x0d, '\r'],
]);
/** Nothing but characters that stay as they are: ASCII, Chinese, and the signs that forms are full of. */
const isPlain = hasOnly('≥≤—、。“”《》…·', [['!', '~'], ['\u4e00', '\u9fa5']]);
/** What a regular expression calls \s. */
const hasSpace = hasAny(' \f\n\r\t\v\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', [['\u2000', '\u200a']]);

/** Half-width ASCII, one form per operator, line breaks kept as \n, no spaces at the ends. Idempotent. */
export function normalise(raw: string): string {
  return isPlain(raw) ? raw : cleaned(raw);
}

/** One walk that copies whole runs: nearly every name in a form is a new one and has brackets, and a replacement after the other takes five times as long. */
function cleaned(raw: string): string {
  let text = '';
  let from = 0;
  let last = '';
  for (let i = 0; i < raw.length; i++) {
    const plain = plainOf(raw.charCodeAt(i));
    if (plain === undefined) {
      last = '';
      continue;
    }
    text += raw.slice(from, i);
    from = i + 1;
    // \r\n is one line break, several spaces are one space; an invisible character comes between nothing.
    if (plain === '' || (plain === ' ' && last === ' ') || (plain === '\n' && last === '\r')) last = plain === '' ? last : plain;
    else {
      text += plain === '\r' ? '\n' : plain;
      last = plain;
    }
  }
  return (text + raw.slice(from)).trim();
}

/** Undefined for a character that stays. */
function plainOf(code: number): string | undefined {
  if ((code >= 0x4e00 && code <= 0x9fa5) || (code > 0x20 && code < 0x7f)) return undefined;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : PLAIN.get(code);
}

/** Without any white space: labels are compared this way, since line breaks and padding inside them carry no meaning. */
export function compact(text: string): string {
  return hasSpace(text) ? text.replace(/\s+/g, '') : text;
}

const isBracketed = hasAny('【〔[');

/** "年度指标值(A)" → "年度指标值": a label without what stands in brackets. Expects normalised text. */
export function withoutBrackets(label: string): string {
  if (!label.includes('(') && !isBracketed(label)) return label;
  const closed = label.replace(/\((?:[^()]|\([^()]*\))*\)|【[^【】]*】|〔[^〔〕]*〕|\[[^[\]]*\]/g, '');
  const open = closed.indexOf('(', closed.lastIndexOf(')') + 1);
  return open < 0 ? closed : closed.slice(0, open);
}

/** 产出指标【50分】 → 产出指标(50分): points stand in brackets of every kind. Expects normalised text. */
export function roundBrackets(label: string): string {
  return isBracketed(label) ? label.replace(/[【〔[]/g, '(').replace(/[】〕\]]/g, ')') : label;
}

/** A dash or a slash where the form says that nothing belongs there. */
export function isDash(text: string): boolean {
  return text.length <= 4 && /^[—\-–/\\_~一]{1,4}$/.test(text) && text !== '一';
}

/** Only dots or crosses: what a template leaves for further lines. */
export function isEllipsis(text: string): boolean {
  return /^\s*[….·。、x×*]/i.test(text) && /^[….·。、]{2,}$|^…+$|^[x×*]{2,}$/i.test(compact(text));
}
