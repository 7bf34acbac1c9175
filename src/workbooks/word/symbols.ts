// Characters of symbol fonts that carry meaning: comparison signs and boxes that were ticked.

const SYMBOL: Readonly<Record<string, string>> = {
  a3: '≤', b3: '≥', b9: '≠', bb: '≈', b4: '×', b8: '÷', b1: '±', b0: '°', d7: '·', b7: '•', a5: '∞', ba: '≡', e5: '∑', d6: '√', '44': 'Δ', '61': 'α', '62': 'β', '6d': 'μ', '25': '%', '2b': '+', '2d': '−', '3c': '<', '3d': '=', '3e': '>',
};
const WINGDINGS: Readonly<Record<string, string>> = { a8: '□', '6f': '□', fe: '☑', fd: '☒', fc: '✓', fb: '✗', '6c': '●', a1: '○', '6e': '■', e0: '→' };
const WINGDINGS_2: Readonly<Record<string, string>> = { '52': '☑', '54': '☒', '53': '☒', '50': '✓', '4f': '✗', a3: '□', '2a': '□' };
const UNKNOWN = '□';

/** The character of w:sym by its font and hexadecimal code; □ where nobody can tell. */
export function symbolOf(font: string, code: string): string {
  if (!/^[0-9a-f]{2,6}$/i.test(code)) return '';
  const value = parseInt(code, 16);
  const low = (value & 0xff).toString(16).padStart(2, '0');
  if (/^symbol$/i.test(font)) return SYMBOL[low] ?? UNKNOWN;
  if (/^wingdings 2$/i.test(font)) return WINGDINGS_2[low] ?? UNKNOWN;
  if (/^wingdings$/i.test(font)) return WINGDINGS[low] ?? UNKNOWN;
  if (value < 0x20 || (value >= 0xd800 && value <= 0xdfff) || (value >= 0xe000 && value <= 0xf8ff) || value > 0x10ffff) return UNKNOWN;
  return String.fromCodePoint(value);
}
