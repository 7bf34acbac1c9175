// The workbook part under edit: its sheets, its names, and the request to calculate anew.
import { PackageError } from './package-error';
import type { PackageEditor } from './patch-package';
import { attribute, attributesOf, childrenOf, localName, prefixOf, relationshipIdOf, rootOf, textOf, withAttribute } from './patch-xml';
import type { Span } from './patch-xml';

export interface SheetRef {
  readonly name: string;
  readonly sheetId: string;
  readonly part: string;
  /** Position among the sheets, from 0: what localSheetId counts. */
  readonly index: number;
}

export interface NameRef {
  readonly name: string;
  readonly refersTo: string;
  /** Index of the sheet that it belongs to; null: the whole workbook. */
  readonly sheet: number | null;
  readonly comment: string | null;
}

interface WorkbookText {
  readonly part: string;
  readonly xml: string;
  readonly root: Span;
  readonly children: readonly Span[];
  sheets: readonly SheetRef[] | null;
}

/** Of the text as last seen: several steps of one edit ask for it. */
const known = new WeakMap<PackageEditor, WorkbookText>();

function open(pkg: PackageEditor): WorkbookText {
  const part = pkg.workbook;
  const xml = pkg.text(part);
  const before = known.get(pkg);
  if (before && before.xml === xml) return before;
  const root = xml === null ? null : rootOf(xml);
  if (xml === null || !root) throw new PackageError('damaged', '文件的工作簿部件已损坏；请用 Excel 或 WPS 打开并修复，另存为 .xlsx 后再试。');
  const book: WorkbookText = { part, xml, root, children: childrenOf(xml, root), sheets: null };
  known.set(pkg, book);
  return book;
}

function child({ children }: WorkbookText, local: string): Span | null {
  return children.find((element) => localName(element.name) === local) ?? null;
}

/** Worksheets in tab order; chart sheets and sheets without a part are left out but keep their index. */
export function sheetsOf(pkg: PackageEditor): readonly SheetRef[] {
  const book = open(pkg);
  return (book.sheets ??= readSheets(pkg, book));
}

function readSheets(pkg: PackageEditor, book: WorkbookText): SheetRef[] {
  const { part, xml } = book;
  const list = child(book, 'sheets');
  if (!list) return [];
  const targets = new Map(pkg.relationships(part).filter((r) => r.kind === 'worksheet').map((r) => [r.id, r.target]));
  return childrenOf(xml, list).flatMap((element, index) => {
    const tag = xml.slice(element.start, element.openEnd);
    const attributes = attributesOf(tag);
    const target = targets.get(relationshipIdOf(attributes) ?? '');
    return target !== undefined && pkg.has(target) ? [{ name: attributes.get('name') ?? '', sheetId: attributes.get('sheetId') ?? '', part: target, index }] : [];
  });
}

/** Names of all tabs, chart sheets included, in lower case: for finding a free one. */
export function tabNames(pkg: PackageEditor): Set<string> {
  const book = open(pkg);
  const { xml } = book;
  const list = child(book, 'sheets');
  return new Set(list ? childrenOf(xml, list).map((e) => (attribute(xml.slice(e.start, e.openEnd), 'name') ?? '').toLowerCase()) : []);
}

/** How many tabs there are, chart sheets included. */
export function tabsOf(pkg: PackageEditor): number {
  const book = open(pkg);
  const list = child(book, 'sheets');
  return list ? childrenOf(book.xml, list).length : 0;
}

export const STRUCTURE_LOCKED = '工作簿的结构受保护，不能添加工作表；请先撤销保护（审阅 → 保护工作簿），再试一次。';

/** True when the workbook's protection forbids adding, renaming and deleting sheets. */
export function locksStructure(pkg: PackageEditor): boolean {
  const book = open(pkg);
  const protection = child(book, 'workbookProtection');
  return protection !== null && /^(1|true)$/.test(attribute(book.xml.slice(protection.start, protection.openEnd), 'lockStructure') ?? '');
}

export function definedNamesOf(pkg: PackageEditor): NameRef[] {
  const book = open(pkg);
  const { xml } = book;
  const list = child(book, 'definedNames');
  return list ? childrenOf(xml, list).map((e) => {
    const tag = xml.slice(e.start, e.openEnd);
    const sheet = attribute(tag, 'localSheetId');
    return { name: attribute(tag, 'name') ?? '', refersTo: textOf(xml, e), sheet: sheet === null ? null : Number(sheet), comment: attribute(tag, 'comment') };
  }) : [];
}

/** True when the workbook calculates with numbers as they are displayed (“以显示精度为准”). */
export function calculatesAsShown(pkg: PackageEditor): boolean {
  const book = open(pkg);
  const calc = child(book, 'calcPr');
  return calc !== null && /^(0|false)$/.test(attribute(book.xml.slice(calc.start, calc.openEnd), 'fullPrecision') ?? '');
}

/** True when the workbook counts days from 1904, as old Mac files do. */
export function countsFrom1904(pkg: PackageEditor): boolean {
  const book = open(pkg);
  const properties = child(book, 'workbookPr');
  return properties !== null && /^(1|true)$/.test(attribute(book.xml.slice(properties.start, properties.openEnd), 'date1904') ?? '');
}

/** Inserts a child behind the last of the children that the schema puts before it. */
export function insertAfter(xml: string, root: Span, before: readonly string[], fragment: string): string {
  const last = childrenOf(xml, root).filter((e) => before.includes(localName(e.name))).at(-1);
  const at = last?.end ?? root.openEnd;
  return xml.slice(0, at) + fragment + xml.slice(at);
}

/** What the schema puts before definedNames; with it, before calcPr. */
export const BEFORE_NAMES = ['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences'];

/** Asks for a full calculation when the file is opened. */
export function requestCalculation(pkg: PackageEditor): void {
  const book = open(pkg);
  const { part, xml, root } = book;
  const calc = child(book, 'calcPr');
  if (!calc) {
    pkg.set(part, insertAfter(xml, root, [...BEFORE_NAMES, 'definedNames'], `<${prefixOf(root.name)}calcPr fullCalcOnLoad="1"/>`));
    return;
  }
  const tag = xml.slice(calc.start, calc.openEnd);
  if (/^(1|true)$/.test(attribute(tag, 'fullCalcOnLoad') ?? '')) return;
  pkg.set(part, xml.slice(0, calc.start) + withAttribute(tag, 'fullCalcOnLoad', '1') + xml.slice(calc.openEnd));
}

/** Edits the workbook part's text. */
export function editWorkbook(pkg: PackageEditor, edit: (xml: string, root: Span) => string): void {
  const { part, xml, root } = open(pkg);
  pkg.set(part, edit(xml, root));
}
