// Measures, fonts and styles of an official paper (GB/T 9704): A4, 28 pt lines, a text area of 156 × 225 mm.

/** Twentieths of a point in a millimetre. */
const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  // The number of the page stands 7 mm below the text area.
  margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), header: mm(15), footer: mm(25), gutter: 0 },
} as const;

/** 28 pt and 16 pt in twentieths. */
export const LINE = 560;
export const LETTER = 320;
/** 28 letters of 16 pt are wider than the 156 mm that they have to stand on: each is set this much closer. */
export const CLOSER = -5;
/** Half points: 三号, 二号, 四号. */
const BODY = 32;
const TITLE = 44;
export const NUMBER = 28;

/** The font that an office has, and what stands in where it has not. */
export const FONTS = { title: ['方正小标宋简体', '宋体'], body: ['仿宋_GB2312', '仿宋'], first: ['黑体', 'SimHei'], second: ['楷体_GB2312', '楷体'], number: ['宋体', 'SimSun'] } as const;
const LATIN = 'Times New Roman';

/** Without the hint Word sets Chinese quotation marks in the Latin font, half a letter wide. */
export const font = (name: keyof typeof FONTS): { readonly ascii: string; readonly hAnsi: string; readonly cs: string; readonly eastAsia: string; readonly hint: string } => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: FONTS[name][0], hint: 'eastAsia' });

export const STYLE = { title: 'LetterTitle', addressee: 'LetterAddressee', body: 'LetterBody', first: 'LetterHeading1', second: 'LetterHeading2', signature: 'LetterSignature' } as const;

const exact = (line: number): { readonly line: number; readonly lineRule: 'exact'; readonly before: 0; readonly after: 0 } => ({ line, lineRule: 'exact', before: 0, after: 0 });
const indented = { firstLine: 2 * LETTER, firstLineChars: 200 } as const;

/**
 * Not justified: cell addresses, amounts and operators do not break, and a justified line before one is torn apart letter by letter.
 * Styles with names that people see in Word, so that a letter can be edited by them.
 */
export const STYLES = {
  default: { document: { run: { font: font('body'), size: BODY, characterSpacing: CLOSER, language: { value: 'en-US', eastAsia: 'zh-CN' } }, paragraph: { spacing: exact(LINE) } } },
  paragraphStyles: [
    { id: STYLE.title, name: '公文标题', quickFormat: true, run: { font: font('title'), size: TITLE, characterSpacing: 0 }, paragraph: { alignment: 'center', spacing: exact(640), keepNext: true } },
    { id: STYLE.addressee, name: '公文主送', quickFormat: true, paragraph: { alignment: 'left' } },
    { id: STYLE.body, name: '公文正文', quickFormat: true, paragraph: { alignment: 'left', indent: indented } },
    { id: STYLE.first, name: '公文一级标题', quickFormat: true, run: { font: font('first') }, paragraph: { alignment: 'left', indent: indented, keepNext: true, outlineLevel: 0 } },
    { id: STYLE.second, name: '公文二级标题', quickFormat: true, run: { font: font('second') }, paragraph: { alignment: 'left', indent: indented, keepNext: true, outlineLevel: 1 } },
    { id: STYLE.signature, name: '公文落款', quickFormat: true, paragraph: { alignment: 'right', keepLines: true } },
  ],
} as const;

/** Width of a line of body text, in twentieths of a point. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2e7f' || /[“”‘’—…]/.test(letter) ? LETTER : LETTER / 2;
  return width;
}

/** Right indents of the signer above the date: centred upon each other, the date four letters from the edge where the signer's length allows. */
export function signatureIndents(signer: string, date: string): { readonly signer: number; readonly date: number } {
  const gap = (widthOf(date) - widthOf(signer)) / 2;
  const atDate = Math.max(4 * LETTER, Math.round(-gap));
  return { signer: Math.max(0, Math.round(atDate + gap)), date: Math.min(atDate, 20 * LETTER) };
}

/** The table of fonts with its stand-ins; `docx` writes none of its own. */
export function fontTableXml(): string {
  const fonts = Object.values(FONTS).map(([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts}<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
}
