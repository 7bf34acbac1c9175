// What a sheet shows beyond its contents, in one shape for files and for the emulated Excel: looks, sizes, what may be typed, print setup.
import { strFromU8, unzipSync } from 'fflate';
import { a1 } from '../src/model/address';
import { readPicture } from '../src/workbooks/package/picture';

export interface CellLook {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  /** RRGGBB. */
  readonly colour: string;
  readonly fill: string | null;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly numberFormat: string;
  readonly locked: boolean;
  /** Top, right, bottom, left. */
  readonly lines: readonly string[];
}

export interface SheetShape {
  /** Points by column number. */
  readonly widths: Readonly<Record<number, number>>;
  /** Points by row number, where one is set. */
  readonly heights: Readonly<Record<number, number>>;
  readonly frozenRows: number;
  readonly gridLines: boolean;
  /** "B2:B4 list", by area. */
  readonly validations: readonly string[];
  /** "A1:B2 A2>1 FCE4D6", by area. */
  readonly highlights: readonly string[];
  readonly print: { readonly paper: string; readonly landscape: boolean; readonly wide: number | null; readonly area: string | null; readonly rows: string | null; readonly footer: string } | null;
  /** What its protection allows. */
  readonly allows: readonly string[];
  /** By address. */
  readonly looks: Readonly<Record<string, CellLook>>;
}

/** Of 宋体 11, the font of all workbooks that tests make. */
const DIGIT = 8;
const POINTS = 0.75;
const KINDS: Readonly<Record<string, string>> = { textLength: 'length' };

function attributes(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(tag.matchAll(/([\w:]+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]));
}

function all(xml: string, element: string): readonly { readonly tag: Readonly<Record<string, string>>; readonly inside: string }[] {
  return Array.from(xml.matchAll(new RegExp(`<${element}((?:\\s[^>]*?)?)(?:/>|>(.*?)</${element}>)`, 'gs')), ([, tag = '', inside = '']) => ({ tag: attributes(tag), inside }));
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function areasOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(' ').filter((one) => one !== '');
}

function looksIn(bytes: Uint8Array, sheet: string): Readonly<Record<string, CellLook>> {
  const reading = readPicture(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  const { styles, sheets } = reading.picture;
  return Object.fromEntries((sheets.find(({ name }) => name === sheet)?.cells ?? []).flatMap(({ row, column, style: at }) => {
    const style = styles[at];
    if (!style) return [];
    const { font, fill, horizontal, vertical, wrap, numberFormat, borders, locked } = style;
    const look = { font: font.name, size: font.size, bold: font.bold, colour: font.colour, fill, horizontal, vertical, wrap, numberFormat, locked: locked ?? true, lines: [borders.top, borders.right, borders.bottom, borders.left].map((one) => one?.line ?? 'none') };
    return [[a1(row, column), look] as const];
  }));
}

/** Of a sheet as our own writer lays it down. */
export function shapeOfFile(bytes: Uint8Array, sheet: string): SheetShape {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const book = text('xl/workbook.xml');
  const index = all(book, 'sheet').findIndex(({ tag }) => unescaped(tag['name'] ?? '') === sheet);
  const id = all(book, 'sheet')[index]?.tag['r:id'];
  const target = all(text('xl/_rels/workbook.xml.rels'), 'Relationship').find(({ tag }) => tag['Id'] === id)?.tag['Target'] ?? '';
  const xml = text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  const dxfs = all(text('xl/styles.xml'), 'dxf');
  const names = all(book, 'definedName').filter(({ tag }) => tag['localSheetId'] === String(index));
  const named = (name: string): string | null => unescaped(names.find(({ tag }) => tag['name'] === name)?.inside.replace(/^.*!/, '').replaceAll('$', '') ?? '') || null;
  const [view] = all(xml, 'sheetView');
  const [pane] = all(xml, 'pane');
  const [protection] = all(xml, 'sheetProtection');
  const [setup] = all(xml, 'pageSetup');
  return {
    widths: Object.fromEntries(all(xml, 'col').map(({ tag }) => [Number(tag['min']), Math.round(Number(tag['width']) * DIGIT) * POINTS])),
    heights: Object.fromEntries(all(xml, 'row').flatMap(({ tag }) => (tag['ht'] === undefined ? [] : [[Number(tag['r']), Number(tag['ht'])]]))),
    frozenRows: Number(pane?.tag['ySplit'] ?? 0),
    gridLines: view?.tag['showGridLines'] !== '0',
    validations: all(xml, 'dataValidation').flatMap(({ tag }) => areasOf(tag['sqref']).map((area) => `${area} ${KINDS[tag['type'] ?? ''] ?? tag['type'] ?? 'custom'}`)).sort(),
    highlights: all(xml, 'conditionalFormatting').flatMap(({ tag, inside }) => {
      const [rule] = all(inside, 'cfRule');
      const colour = /<bgColor rgb="FF(\w+)"/.exec(dxfs[Number(rule?.tag['dxfId'])]?.inside ?? '')?.[1] ?? '';
      return areasOf(tag['sqref']).map((area) => `${area} ${unescaped(/<formula>(.*?)<\/formula>/.exec(inside)?.[1] ?? '')} ${colour}`);
    }).sort(),
    print: setup ? {
      paper: setup.tag['paperSize'] === '9' ? 'A4' : 'A3', landscape: setup.tag['orientation'] === 'landscape', wide: /fitToPage="1"/.test(xml) ? Number(setup.tag['fitToWidth'] ?? 1) || null : null,
      area: named('_xlnm.Print_Area'), rows: named('_xlnm.Print_Titles'), footer: unescaped(/<oddFooter>(.*?)<\/oddFooter>/.exec(xml)?.[1] ?? '').replace('&amp;', '&'),
    } : null,
    allows: protection ? Object.entries(protection.tag).filter(([, value]) => value === '0').map(([name]) => name).sort() : [],
    looks: looksIn(bytes, sheet),
  };
}
