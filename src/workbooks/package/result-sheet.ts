// The sheet 核查结果: rows of text with links to the cells they speak of. A hidden name marks it as ours, since users rename and move sheets.
import { a1, columnName } from '../../model/address';
import { MAX_TEXT } from '../cell-limits';
import { freeSheetName } from '../new-sheet-names';
import { wordsOf } from '../result-words';
import type { ResultWord } from '../result-words';
import { bodyOf, cellsOf, rowsOf } from './patch-cells';
import { BLANK, escapeCellText, looksLikeFormula, readContent, SharedStrings } from './patch-content';
import { DECLARATION } from './patch-package';
import type { PackageEditor } from './patch-package';
import { EditSession } from './patch-session';
import { BEFORE_NAMES, definedNamesOf, editWorkbook, insertAfter, locksStructure, sheetsOf, STRUCTURE_LOCKED, tabNames } from './patch-workbook';
import type { SheetRef } from './patch-workbook';
import { appendTo, attribute, childOf, childrenOf, cut, escapeXml, prefixOf, rootOf, splice, withAttribute } from './patch-xml';
import type { ResultSheet } from '../port';
import type { Span, Splice } from './patch-xml';
import { relationshipsPart } from './part-names';
import { guarded, isSigned, openPackage, SIGNED } from './state';
import type { BytesOptions, StateWriting } from './state';
import { solidFill } from './styles-edit';
import type { StyleBook, StyleChange } from './styles-edit';

const DEFAULT_NAME = '核查结果';
const MARKER = '_biaoli_results';
/** What stands on the sheet, once more: LibreOffice keeps a name and its text, but no comment of a name. */
const WORDS = '_biaoli_results_words';
/** What Excel calls the rows that every printed page of a sheet begins with. */
const HEAD_ROWS = '_xlnm.Print_Titles';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** A sheet name as formulas and links write it. */
function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Points of a row at the default font. */
const LINE = 15.75;
const HIGHEST = 409;

/** Points that the row needs: LibreOffice and WPS do not fit rows of a fresh sheet by themselves, and print what fits. */
function heightOf(texts: readonly string[], columns: ResultSheet['columns']): number {
  const lines = texts.map((text, i) => {
    const room = Math.max((columns[i]?.width ?? 8) - 1, 1);
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].reduce((length, letter) => length + (letter > '\u2e7f' ? 2 : 1), 0) / room)), 0);
  });
  return Math.min(LINE * Math.max(1, ...lines), HIGHEST);
}

type Look = 'header' | 'text' | 'link';

function looks(styles: StyleBook): (look: Look, text: string) => number {
  const wrap = '<alignment vertical="top" wrapText="1"/>';
  const changes: Readonly<Record<Look, StyleChange>> = {
    header: { font: styles.fontLike(0, { bold: true }), fill: solidFill('D9E1F2'), alignment: '<alignment vertical="center" wrapText="1"/>', numberFormat: '@' },
    text: { alignment: wrap, numberFormat: '@' },
    link: { font: styles.fontLike(0, { colour: '0563C1', underline: true }), alignment: wrap, numberFormat: '@' },
  };
  return (look, text) => styles.derive(0, { ...changes[look], ...(looksLikeFormula(text) ? { quotePrefix: true } : {}) }) ?? 0;
}

function sheetXml(namespace: string, sheet: ResultSheet, style: (look: Look, text: string) => number): string {
  const links: string[] = [];
  const cell = (row: number, column: number, look: Look, text: string) =>
    // Always a string, never a formula, whatever it begins with.
    `<c r="${a1(row, column)}" s="${style(look, text)}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(text.slice(0, MAX_TEXT))}</t></is></c>`;
  const head = sheet.columns.map((column, i) => cell(1, i + 1, 'header', column.title)).join('');
  const rows = sheet.rows.map((cells, r) => {
    const written = cells.map(({ text, link }, c) => {
      if (link) links.push(`<hyperlink ref="${a1(r + 2, c + 1)}" location="${escapeXml(`${quoted(link.sheet)}!${link.cell}`)}" display="${escapeXml(text.slice(0, 255))}"/>`);
      return cell(r + 2, c + 1, link ? 'link' : 'text', text);
    });
    return `<row r="${r + 2}" ht="${heightOf(cells.map(({ text }) => text), sheet.columns)}">${written.join('')}</row>`;
  });
  const columns = sheet.columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  const width = Math.max(1, sheet.columns.length);
  return `${DECLARATION}<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${columnName(width)}${sheet.rows.length + 1}"/>`
    + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
    + (columns === '' ? '' : `<cols>${columns}</cols>`)
    + `<sheetData><row r="1">${head}</row>${rows.join('')}</sheetData>`
    + (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`)
    + '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    + '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>';
}

/** What people hang on a sheet beside its cells. */
const THEIRS = new Set(['comments', 'threadedComment', 'drawing', 'table', 'pivotTable']);

/** What stands on a sheet, in a short text: whether somebody has written on it since. */
function wordsOn(pkg: PackageEditor, part: string): string {
  const body = bodyOf(pkg.text(part) ?? '');
  const strings = new SharedStrings(pkg);
  const words: ResultWord[] = [];
  for (const row of body ? rowsOf(body) : []) {
    for (const { column, start, end } of body ? cellsOf(body, row) : []) {
      const address = { row: row.number, column };
      const ref = a1(address.row, address.column);
      const { value, formula } = body ? readContent(body, { address, ref, row, start, end, raw: body.xml.slice(start, end), style: null }, strings) : BLANK;
      words.push([ref, formula !== null ? `=${formula}` : value === null ? '' : String(value)]);
    }
  }
  return wordsOf(words, pkg.relationships(part).flatMap(({ kind }) => (THEIRS.has(kind) ? [kind] : [])));
}

/** Our own sheet of an earlier run, wherever its tab is and whatever it is called now; null as well when people have written on it: then it is theirs. */
function ownSheet(pkg: PackageEditor): SheetRef | null {
  const names = definedNamesOf(pkg);
  const marker = names.find(({ name }) => name === MARKER);
  const named = /^(?:'((?:[^']|'')*)'|([^!]+))!/.exec(marker?.refersTo ?? '');
  const tab = named?.[1]?.replaceAll("''", "'") ?? named?.[2];
  const sheet = sheetsOf(pkg).find((one) => one.name === tab) ?? null;
  const words = marker?.comment ?? names.find(({ name }) => name === WORDS)?.refersTo.replaceAll('"', '');
  return sheet && words === wordsOn(pkg, sheet.part) ? sheet : null;
}

function tagAt(xml: string, element: Span): string {
  return xml.slice(element.start, element.openEnd);
}

function withoutMarker(xml: string, root: Span): string {
  const names = childOf(xml, root, 'definedNames');
  const all = names ? childrenOf(xml, names) : [];
  const own = all.filter((e) => [MARKER, WORDS].includes(attribute(tagAt(xml, e), 'name') ?? ''));
  if (!names || own.length === 0) return xml;
  return all.length === own.length ? cut(xml, names) : splice(xml, own.map(({ start, end }) => ({ start, end, text: '' })));
}

function withName(xml: string, root: Span, attributes: string, refersTo: string): string {
  const prefix = prefixOf(root.name);
  const names = childOf(xml, root, 'definedNames');
  const element = `<${prefix}definedName ${attributes}>${escapeXml(refersTo)}</${prefix}definedName>`;
  return names ? appendTo(xml, names, element) : insertAfter(xml, root, BEFORE_NAMES, `<${prefix}definedNames>${element}</${prefix}definedNames>`);
}

function addTab(pkg: PackageEditor, name: string, part: string): void {
  const id = pkg.relate(pkg.workbook, 'worksheet', part);
  editWorkbook(pkg, (xml, root) => {
    const sheets = childOf(xml, root, 'sheets');
    if (!sheets) return xml;
    const sheetId = Math.max(0, ...childrenOf(xml, sheets).map((e) => Number(attribute(tagAt(xml, e), 'sheetId')) || 0)) + 1;
    return appendTo(xml, sheets, `<${prefixOf(sheets.name)}sheet xmlns:r="${pkg.names.relationships}" name="${escapeXml(name)}" sheetId="${sheetId}" r:id="${id}"/>`);
  });
  repeatHead(pkg, name, part);
  mark(pkg, name, part);
}

function mark(pkg: PackageEditor, name: string, part: string): void {
  const words = wordsOn(pkg, part);
  editWorkbook(pkg, (xml, root) => {
    const bare = withoutMarker(xml, root);
    const marked = withName(bare, rootOf(bare) ?? root, `name="${MARKER}" comment="${words}" hidden="1"`, `${quoted(name)}!$A$1`);
    return withName(marked, rootOf(marked) ?? root, `name="${WORDS}" hidden="1"`, `"${words}"`);
  });
}

/** Its head stands on every printed page. */
function repeatHead(pkg: PackageEditor, name: string, part: string): void {
  const own = sheetsOf(pkg).find((sheet) => sheet.part === part);
  editWorkbook(pkg, (xml, root) => (own === undefined ? xml : withName(xml, root, `name="${HEAD_ROWS}" localSheetId="${own.index}"`, `${quoted(name)}!$1:$1`)));
}

/** Puts the sheet into an opened package: as the last tab, or in the place of our earlier one. Null when it is there, else a Chinese sentence on why not. */
export function placeResultSheet(pkg: PackageEditor, sheet: ResultSheet): string | null {
  const own = ownSheet(pkg);
  // A locked structure takes no new tab; what stands on one is not its concern.
  if (!own && locksStructure(pkg)) return STRUCTURE_LOCKED;
  const session = new EditSession(pkg);
  const xml = sheetXml(pkg.names.main, sheet, looks(session.styles));
  session.write();
  if (own) {
    pkg.set(own.part, xml);
    if (pkg.has(relationshipsPart(own.part))) pkg.remove(relationshipsPart(own.part));
    mark(pkg, own.name, own.part);
    return null;
  }
  const name = freeSheetName(sheet.name ?? DEFAULT_NAME, tabNames(pkg), DEFAULT_NAME);
  const part = pkg.free('xl/worksheets/sheet', '.xml');
  pkg.set(part, xml);
  pkg.declare(part, SHEET_TYPE);
  addTab(pkg, name, part);
  return null;
}

/** Which tabs can be seen, by position. */
function shownTabs(xml: string, root: Span): readonly boolean[] {
  const sheets = childOf(xml, root, 'sheets');
  return sheets ? childrenOf(xml, sheets).map((element) => !/hidden/i.test(attribute(tagAt(xml, element), 'state') ?? '')) : [];
}

/** Where the tab in front was ours, the nearest that can be seen comes to the front. */
function positionWithout(gone: number, position: number, shown: readonly boolean[]): number {
  const before = shown.lastIndexOf(true, gone - 1);
  const next = position !== gone ? position : gone > 0 && before >= 0 ? before : shown.indexOf(true, gone + 1);
  return Math.max(0, next > gone ? next - 1 : next);
}

/** Names that belong to one sheet, and views, count sheets by position: those behind a sheet that goes move up. */
function shiftPositions(xml: string, root: Span, gone: number): string {
  const shown = shownTabs(xml, root);
  const splices: Splice[] = [];
  const shifted = (tag: string, name: string): string => {
    const position = attribute(tag, name);
    return position === null || Number(position) < gone ? tag : withAttribute(tag, name, String(positionWithout(gone, Number(position), shown)));
  };
  const names = childOf(xml, root, 'definedNames');
  const named = names ? childrenOf(xml, names) : [];
  const isItsOwn = (element: Span): boolean => attribute(tagAt(xml, element), 'localSheetId') === String(gone);
  // A list without a name is no list that Excel opens.
  if (names && named.every(isItsOwn)) splices.push({ start: names.start, end: names.end, text: '' });
  else for (const element of named) {
    if (isItsOwn(element)) splices.push({ start: element.start, end: element.end, text: '' });
    else splices.push({ start: element.start, end: element.openEnd, text: shifted(tagAt(xml, element), 'localSheetId') });
  }
  const views = childOf(xml, root, 'bookViews');
  for (const element of views ? childrenOf(xml, views) : []) splices.push({ start: element.start, end: element.openEnd, text: shifted(shifted(tagAt(xml, element), 'activeTab'), 'firstSheet') });
  return splice(xml, splices);
}

/** No program opens a workbook of which no sheet can be seen. */
function isOnlyShown(pkg: PackageEditor, index: number): boolean {
  let only = false;
  editWorkbook(pkg, (xml, root) => {
    only = !shownTabs(xml, root).some((shown, at) => shown && at !== index);
    return xml;
  });
  return only;
}

/** Takes our sheet away again; does nothing when there is none. One that people have written on stays, without our mark. */
export function removeResultSheet(pkg: PackageEditor): void {
  const own = ownSheet(pkg);
  const id = pkg.relationships(pkg.workbook).find((r) => r.target === own?.part)?.id;
  editWorkbook(pkg, withoutMarker);
  if (!own || id === undefined || isOnlyShown(pkg, own.index)) return;
  editWorkbook(pkg, (xml, root) => shiftPositions(xml, root, own.index));
  editWorkbook(pkg, (xml, root) => {
    const sheets = childOf(xml, root, 'sheets');
    const element = sheets && childrenOf(xml, sheets)[own.index];
    return element ? cut(xml, element) : xml;
  });
  pkg.remove(own.part);
  pkg.unrelate(pkg.workbook, new Set([id]));
}

/** Adds the sheet of results to a workbook's bytes, or replaces our earlier one. Never throws on bad files. */
export function appendResultSheet(bytes: Uint8Array, sheet: ResultSheet, options: BytesOptions = {}): StateWriting {
  const pkg = openPackage(bytes, options);
  if (typeof pkg === 'string') return { ok: false, reason: pkg };
  return guarded((): StateWriting => {
    if (isSigned(pkg)) return { ok: false, reason: SIGNED };
    const refused = placeResultSheet(pkg, sheet);
    if (refused !== null) return { ok: false, reason: refused };
    return { ok: true, bytes: pkg.changed ? pkg.write(options) : bytes };
  });
}
