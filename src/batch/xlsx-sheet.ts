// A small writer of fresh sheets: texts, numbers, links inside the workbook, widths, frozen heads, filters, colours by condition and print setup. Texts are strings by type, so that none ever computes.
import { columnName } from '../model/address';
import { UNSEEN } from './html-table';

export type XlsxCell = string | number | null | { readonly text: string; readonly link: string };

export interface XlsxColumn {
  readonly title: string;
  /** Characters of the default font. */
  readonly width: number;
  readonly style?: keyof typeof STYLES;
}

export interface XlsxSheet {
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly (readonly XlsxCell[])[];
  /** Column of verdict words, coloured by condition; null: none. */
  readonly words: number | null;
  /** Relationship id of a drawing; null: none. */
  readonly drawing: string | null;
  /** Columns that fit on paper, from the first one on; the rest is for the screen. All where left out. */
  readonly printed?: number;
}

/** Places in the style table of `stylesXml`. */
export const STYLES = { text: 1, wrapped: 2, whole: 3, score: 4, head: 5, link: 6, title: 7, percent: 8, number: 9 } as const;

const LONGEST = 32_767;

export function xml(text: string): string {
  return text.replace(UNSEEN, '\ufffd').slice(0, LONGEST).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Characters of a text in the columns' unit: a Chinese one takes two. */
function lengthOf(text: string): number {
  let length = 0;
  for (const letter of text) length += letter > '\u2e7f' ? 2 : 1;
  return length;
}

/** Points that the row needs; LibreOffice and WPS do not fit rows of a fresh file by themselves. */
function heightOf(row: readonly XlsxCell[], columns: readonly XlsxColumn[]): number {
  const lines = row.map((cell, at) => (columns[at]?.style === 'wrapped' || (typeof cell === 'object' && cell !== null) ? Math.ceil(lengthOf(textOf(cell)) / Math.max((columns[at]?.width ?? 8) - 2.5, 1)) : 1));
  return Math.min(15.75 * Math.max(1, ...lines), 409);
}

const textOf = (cell: XlsxCell): string => (cell === null ? '' : typeof cell === 'object' ? cell.text : String(cell));

function cellXml(cell: XlsxCell, ref: string, style: number): string {
  if (cell === null || cell === '') return `<c r="${ref}" s="${style}"/>`;
  if (typeof cell === 'number') return `<c r="${ref}" s="${style}"><v>${cell}</v></c>`;
  const own = typeof cell === 'object' ? STYLES.link : style;
  return `<c r="${ref}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${xml(textOf(cell))}</t></is></c>`;
}

/** Words of verdicts in the tones that Excel itself gives to bad, neutral and good; dxf places 0 to 2. */
const WORDS = ['未通过', '待核实', '通过'] as const;

/** `head` is what every printed page has above it, in the codes of the format; '' for nothing. */
export function sheetXml({ name, columns, rows, words, drawing }: XlsxSheet, selected: boolean, head = ''): string {
  const last = columnName(columns.length);
  const ends = rows.length + 1;
  const titles = columns.map(({ title }, at) => cellXml(title, `${columnName(at + 1)}1`, STYLES.head)).join('');
  const body = rows.map((row, index) => `<row r="${index + 2}" ht="${heightOf(row, columns)}">${row.map((cell, at) => cellXml(cell, `${columnName(at + 1)}${index + 2}`, STYLES[columns[at]?.style ?? 'text'])).join('')}</row>`).join('');
  const links = rows.flatMap((row, index) => row.flatMap((cell, at) => (typeof cell === 'object' && cell !== null ? `<hyperlink ref="${columnName(at + 1)}${index + 2}" location="${xml(cell.link)}" display="${xml(cell.text)}"/>` : [])));
  const area = words === null ? '' : `${columnName(words + 1)}2:${columnName(words + 1)}${Math.max(ends, 2)}`;
  const colours = words === null ? '' : `<conditionalFormatting sqref="${area}">${WORDS.map((word, at) => `<cfRule type="cellIs" dxfId="${at}" priority="${at + 1}" operator="equal"><formula>"${word}"</formula></cfRule>`).join('')}</conditionalFormatting>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${ends}"/><sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} showGridLines="0" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData><row r="1" ht="24" customHeight="1">${titles}</row>${body}</sheetData><autoFilter ref="A1:${last}${ends}"/>${colours}${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter>${head === '' ? '' : `<oddHeader>${xml(head)}</oddHeader>`}<oddFooter>&amp;L${xml(name)}&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>${drawing === null ? '' : `<drawing r:id="${drawing}"/>`}</worksheet>`;
}

const FONT = '<name val="等线"/><family val="2"/><charset val="134"/>';
const THIN = '<left style="thin"><color rgb="FFD0D0D0"/></left><right style="thin"><color rgb="FFD0D0D0"/></right><top style="thin"><color rgb="FFD0D0D0"/></top><bottom style="thin"><color rgb="FFD0D0D0"/></bottom><diagonal/>';

function xf(format: number, font: number, fill: number, align: string): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" ${align}/></xf>`;
}

/** In the order of STYLES. */
export function stylesXml(): string {
  const tones = [['FF9C0006', 'FFFFC7CE'], ['FF7F4A00', 'FFFFEB9C'], ['FF006100', 'FFC6EFCE']] as const;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="4"><font><sz val="11"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font><font><u/><sz val="11"/><color rgb="FF0B57A4"/>${FONT}</font><font><b/><sz val="16"/>${FONT}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF5"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${THIN}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="10"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(0, 0, 0, 'horizontal="left" indent="1"')}${xf(0, 0, 0, 'horizontal="left" wrapText="1" indent="1"')}${xf(1, 0, 0, 'horizontal="right" indent="1"')}${xf(2, 0, 0, 'horizontal="right" indent="1"')}${xf(0, 1, 2, 'horizontal="center" wrapText="1"')}${xf(0, 2, 0, 'horizontal="left" wrapText="1" indent="1"')}${xf(0, 3, 0, 'horizontal="left"')}${xf(9, 0, 0, 'horizontal="right" indent="1"')}${xf(0, 0, 0, 'horizontal="right" indent="1"')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="3">${tones.map(([ink, fill]) => `<dxf><font><color rgb="${ink}"/></font><fill><patternFill patternType="solid"><bgColor rgb="${fill}"/></patternFill></fill></dxf>`).join('')}</dxfs></styleSheet>`;
}
