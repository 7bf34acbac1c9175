// What a cell element says, and a cell element that says something else: values, formulas and their cached results.
import { a1, contains, parseRange } from '../../model/address';
import type { Position } from '../../model/address';
import type { PackageEditor } from './patch-package';
import type { CellSite, SheetBody } from './patch-cells';
import { formulasOf, placeOf } from './patch-cells';
import { attribute, childOf, childrenOf, decodeXml, endsName, escapeXml, localName, prefixOf, rootOf, tagEnd, textOf, withAttribute } from './patch-xml';
import type { Span } from './patch-xml';
import { moveFormula } from './shared-formula';
import { unescapeText } from './strings';

export type Value = string | number | boolean | null;

/** `shared` and `array` cells hang together with others. */
export type FormulaKind = 'none' | 'own' | 'shared-master' | 'shared' | 'array' | 'unknown';

export interface Content {
  readonly value: Value;
  readonly error: string | null;
  /** Without '='. */
  readonly formula: string | null;
  readonly kind: FormulaKind;
  /** A day written as 2022-12-31, as it stands there; `value` is the same until it is counted. */
  readonly day?: string;
}

export const BLANK: Content = { value: null, error: null, formula: null, kind: 'none' };

/** Text that a spreadsheet would take for a formula when typed, or when the file goes through CSV. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

const CONTROL = /(?=\p{Cc})[^\u007f-\u009f]/gu;
/** Control characters but tab and line feed (a bare carriage return would be read as a line feed), non-characters, lone surrogates. */
const UNWRITABLE = /(?=\p{Cc})[^\t\n\u007f-\u009f]|[\ufffe\uffff]|\p{Cs}/gu;

/** Characters that XML cannot hold are written _x000B_, as Excel does; a literal "_x000B_" gets its own underscore escaped. */
export function escapeCellText(text: string): string {
  return escapeXml(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(UNWRITABLE, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );
}

/** Text of a string item: its t elements, runs joined, phonetic runs left out. */
export function stringItemText(xml: string, item: Pick<Span, 'openEnd' | 'closeStart'>): string {
  let out = '';
  for (const element of childrenOf(xml, item)) {
    const local = localName(element.name);
    if (local === 't') out += textOf(xml, element);
    else if (local === 'r') for (const t of childrenOf(xml, element)) if (localName(t.name) === 't') out += textOf(xml, t);
  }
  return unescapeText(out);
}

/** String items by their letters: thousands of them, of which an edit wants a few. */
function itemsOf(xml: string): readonly Pick<Span, 'openEnd' | 'closeStart'>[] {
  const root = rootOf(xml);
  if (!root) return [];
  if (xml.includes('<!')) return childrenOf(xml, root);
  const items: Pick<Span, 'openEnd' | 'closeStart'>[] = [];
  const open = `<${prefixOf(root.name)}si`;
  const close = `</${prefixOf(root.name)}si`;
  for (let at = xml.indexOf(open, root.openEnd), next = 0; at >= 0; at = xml.indexOf(open, next)) {
    next = at + open.length;
    if (!endsName(xml.charCodeAt(next))) continue;
    const openEnd = tagEnd(xml, at);
    // Behind one that holds nothing, <si/>, the next may stand at once.
    const closeStart = xml.charCodeAt(openEnd - 2) === 47 ? openEnd : xml.indexOf(close, openEnd);
    if (closeStart < 0) break;
    items.push({ openEnd, closeStart });
    next = closeStart;
  }
  return items;
}

/** Shared strings by index; unless they were read just before, the part is only opened when a touched cell names one. */
export class SharedStrings {
  private items: readonly Pick<Span, 'openEnd' | 'closeStart'>[] | null = null;
  private known: readonly string[] | undefined;
  private xml = '';

  constructor(private readonly pkg: PackageEditor) {}

  text(index: number): string {
    if (!this.items && !this.known) {
      const part = this.pkg.related(this.pkg.workbook, 'sharedStrings');
      this.known = part ? this.pkg.strings(part.target) : undefined;
      if (this.known) return this.text(index);
      this.xml = (part && this.pkg.text(part.target)) ?? '';
      this.items = itemsOf(this.xml);
    }
    if (this.known) return this.known[index] ?? '';
    const item = this.items?.[index];
    return item ? stringItemText(this.xml, item) : '';
  }
}

function formulaKind(tag: string, text: string): FormulaKind {
  const type = attribute(tag, 't');
  if (type === 'array') return 'array';
  if (type === 'shared') return text === '' ? 'shared' : 'shared-master';
  return type === null || type === 'normal' ? 'own' : 'unknown';
}

interface SharedMaster {
  readonly at: Position;
  readonly formula: string;
  readonly ref: string;
}

/** Of each body as found: many cells of one column ask for the same. */
const mastersOf = new WeakMap<SheetBody, ReadonlyMap<string, SharedMaster>>();

/** Masters of shared formulas in a sheet by si: where they stand and what they say. */
export function sharedMasters(body: SheetBody): ReadonlyMap<string, SharedMaster> {
  let masters = mastersOf.get(body);
  if (!masters) mastersOf.set(body, (masters = findMasters(body)));
  return masters;
}

function findMasters(body: SheetBody): Map<string, SharedMaster> {
  const masters = new Map<string, SharedMaster>();
  if (!/\st\s*=\s*["']shared["']/.test(body.plain)) return masters;
  for (const { open, text, cellStart } of formulasOf(body)) {
    const at = placeOf(body, cellStart);
    const si = attribute(open, 'si');
    if (text !== '' && si !== null && at) masters.set(si, { at, formula: decodeXml(text), ref: attribute(open, 'ref') ?? a1(at.row, at.column) });
  }
  return masters;
}

function readFormula(body: SheetBody, site: CellSite, raw: string, element: Span): Pick<Content, 'formula' | 'kind'> {
  const tag = raw.slice(element.start, element.openEnd);
  const text = textOf(raw, element);
  const kind = formulaKind(tag, text);
  if (kind !== 'shared') return { formula: text, kind };
  const master = sharedMasters(body).get(attribute(tag, 'si') ?? '');
  const within = master && parseRange(master.ref);
  if (!master || !within || !contains(within, site.address.row, site.address.column)) return { formula: '', kind: 'unknown' };
  return { formula: moveFormula(master.formula, site.address.row - master.at.row, site.address.column - master.at.column), kind };
}

/** Reads a cell element as it stands. */
export function readContent(body: SheetBody, site: CellSite, strings: SharedStrings): Content {
  const { raw } = site;
  const cell = raw === null ? null : rootOf(raw);
  if (raw === null || !cell) return BLANK;
  const type = attribute(raw.slice(cell.start, cell.openEnd), 't') ?? 'n';
  const children = childrenOf(raw, cell);
  const child = (local: string) => children.find((element) => localName(element.name) === local) ?? null;
  const formulaElement = child('f');
  const formula = formulaElement ? readFormula(body, site, raw, formulaElement) : { formula: null, kind: 'none' as const };
  const inline = child('is');
  if (type === 'inlineStr') return { value: inline ? stringItemText(raw, inline) : null, error: null, ...formula };
  const element = child('v');
  const text = element ? textOf(raw, element) : '';
  if (text === '' && type !== 'str') return { value: null, error: null, ...formula };
  if (type === 's') return { value: strings.text(Number(text)), error: null, ...formula };
  if (type === 'b') return { value: /^\s*(?:1|true)\s*$/.test(text), error: null, ...formula };
  if (type === 'e') return { value: null, error: text.trim(), ...formula };
  if (type === 'str') return { value: unescapeText(text), error: null, ...formula };
  if (type === 'd') return { value: text, error: null, ...formula, day: text };
  const number = Number(text);
  return { value: Number.isFinite(number) ? number : text, error: null, ...formula };
}

export interface NewContent {
  readonly value: Value;
  /** Without '='. */
  readonly formula: string | null;
  /** Error text as the cached result or constant. */
  readonly error: string | null;
}

function valueXml(prefix: string, content: NewContent): { readonly type: string | null; readonly inner: string } {
  const { value, formula, error } = content;
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  const f = formula === null ? '' : `<${prefix}f>${escapeCellFormula(formula)}</${prefix}f>`;
  if (error !== null) return { type: 'e', inner: f + v(escapeXml(error)) };
  if (value === null) return { type: null, inner: f };
  if (typeof value === 'boolean') return { type: 'b', inner: f + v(value ? '1' : '0') };
  if (typeof value === 'number') return { type: null, inner: f + v(String(Object.is(value, -0) ? 0 : value)) };
  if (formula !== null) return { type: 'str', inner: f + v(escapeCellText(value)) };
  // Inline, so that the shared strings and with them all other texts stay byte for byte.
  return { type: 'inlineStr', inner: `<${prefix}is><${prefix}t xml:space="preserve">${escapeCellText(value)}</${prefix}t></${prefix}is>` };
}

function escapeCellFormula(formula: string): string {
  return escapeXml(formula.replace(CONTROL, (char) => (char === '\t' || char === '\n' || char === '\r' ? char : '')));
}

/** A cell element with new content and style; attributes of its own and extensions stay. Null style: none written. */
export function writeCell(prefix: string, site: CellSite, style: number | null, content: NewContent): string {
  const cell = site.raw === null ? null : rootOf(site.raw);
  let tag = `<${prefix}c r="${site.ref}">`;
  let extension = '';
  if (site.raw !== null && cell) {
    tag = site.raw.slice(cell.start, cell.openEnd).replace(/\s*\/>$/, '>');
    const kept = childOf(site.raw, cell, 'extLst');
    if (kept) extension = site.raw.slice(kept.start, kept.end);
    // They describe the old content: rich values, dynamic arrays, phonetic text.
    for (const name of ['cm', 'vm', 'ph']) tag = withAttribute(tag, name, null);
  }
  const { type, inner } = valueXml(prefix, content);
  tag = withAttribute(withAttribute(tag, 't', type), 's', style === null ? null : String(style));
  return inner + extension === '' ? tag.replace(/>$/, '/>') : `${tag}${inner}${extension}</${prefix}c>`;
}

/** The same cell with another style and nothing else changed. */
export function restyleCell(prefix: string, site: CellSite, style: number): string {
  if (site.raw === null) return `<${prefix}c r="${site.ref}" s="${style}"/>`;
  const end = site.raw.indexOf('>') + 1;
  return withAttribute(site.raw.slice(0, end), 's', String(style)) + site.raw.slice(end);
}
