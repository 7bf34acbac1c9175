// The style part under edit: formats are only ever appended, so that no other cell's look can change.
import { hash } from '../hash';
import { builtinFormat } from './number-formats';
import { DECLARATION } from './patch-package';
import { attribute, attributesOf, childOf, escapeXml, prefixOf, rootOf, splice, withAttribute } from './patch-xml';
import type { Span, Splice } from './patch-xml';
import { layoutOf } from './styles-layout';
import type { StyleLayout } from './styles-layout';

/** Excel gives up above 64,000 cell formats. */
const MAX_FORMATS = 64_000;
/** Children of styleSheet in the order of the schema. */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
/** Built-in formats that mean the same in every language version; dates and money do not. */
const BUILT_IN = [0, 1, 2, 3, 4, 9, 10, 11, 49];
type Table = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellStyleXfs' | 'cellXfs' | 'dxfs';
/** What a table must hold before anything can be appended: Excel reserves the first two fills. */
const FIRST: Readonly<Record<Table, readonly string[]>> = {
  numFmts: [],
  fonts: ['<font><sz val="11"/><name val="宋体"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
  dxfs: [],
};

/** A format out of whole elements, written without prefixes. */
export interface WholeFormat {
  readonly font: string;
  /** Null: none. */
  readonly fill: string | null;
  readonly border: string;
  readonly numberFormat: string;
  /** Attributes behind the ids, with a blank in front. */
  readonly applied: string;
  /** Alignment and protection. */
  readonly inner: string;
}

export interface StyleChange {
  /** A fill element without prefixes, see `solidFill` and `StyleBook.fillXml`. */
  readonly fill?: string;
  readonly numberFormat?: string;
  readonly quotePrefix?: boolean;
  /** A font element without prefixes. */
  readonly font?: string;
  /** Alignment element without prefixes; replaces the format's own. */
  readonly alignment?: string;
}

/** A solid fill of a colour given as RRGGBB. */
export function solidFill(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function unprefixed(xml: string): string {
  return xml.includes(':') ? xml.replace(/<(\/?)[\w.-]+:(?=\w)/g, '<$1') : xml;
}

/** A style part for files that come without one. */
export function emptyStyleSheet(namespace: string): string {
  const tables = (['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const).map((table) => `<${table} count="${FIRST[table].length}">${FIRST[table].join('')}</${table}>`);
  return `${DECLARATION}<styleSheet xmlns="${namespace}">${tables.join('')}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

export class StyleBook {
  private readonly prefix: string;
  private readonly root: Span | null;
  private readonly tables = new Map<Table, string[]>();
  private readonly stored = new Map<Table, number>();
  private readonly codes = new Map<string, string>();
  private readonly attributes = new Map<number, Map<string, string>>();
  private readonly fingerprints = new Map<number, string>();
  private readonly derived = new Map<string, number>();
  private formats: Map<string, number> | null = null;

  /** @param layout of the same source, where it is known already */
  constructor(private readonly source: string, private readonly layout: StyleLayout = layoutOf(source)) {
    this.root = rootOf(source);
    this.prefix = prefixOf(this.root?.name ?? '');
    for (const { id, code } of this.rows('numFmts').map((row) => ({ id: attribute(row, 'numFmtId') ?? '', code: attribute(row, 'formatCode') ?? 'General' }))) this.codes.set(id, code);
  }

  get changed(): boolean {
    return [...this.stored].some(([table, count]) => this.rows(table).length > count);
  }

  /** How many cell formats there are. */
  get count(): number {
    return this.rows('cellXfs').length;
  }

  private rows(table: Table): string[] {
    let rows = this.tables.get(table);
    if (!rows) {
      rows = [];
      const offsets = this.layout.get(table)?.rows ?? [];
      for (let i = 0; i < offsets.length; i += 2) rows.push(this.source.slice(offsets[i], offsets[i + 1]));
      this.stored.set(table, rows.length);
      this.tables.set(table, rows);
    }
    return rows;
  }

  private format(style: number): string {
    const formats = this.rows('cellXfs');
    return formats[style] ?? formats[0] ?? '';
  }

  private at(style: number, name: string): string {
    let attributes = this.attributes.get(style);
    if (!attributes) {
      const format = this.format(style);
      this.attributes.set(style, (attributes = attributesOf(format.slice(0, format.indexOf('>') + 1))));
    }
    return attributes.get(name) ?? '0';
  }

  /** Number format code, 'General' by default. */
  formatCode(style: number): string {
    const id = this.at(style, 'numFmtId');
    return this.codes.get(id) ?? builtinFormat(Number(id));
  }

  /** Cells are locked unless their format says otherwise; it only matters on a protected sheet. */
  locked(style: number): boolean {
    const format = this.format(style);
    const root = rootOf(format);
    const protection = root && childOf(format, root, 'protection');
    return !protection || !/^(0|false)$/.test(attribute(format.slice(protection.start, protection.openEnd), 'locked') ?? '1');
  }

  quotePrefix(style: number): boolean {
    return /^(1|true)$/.test(this.at(style, 'quotePrefix'));
  }

  /** The fill element, without prefixes. */
  fillXml(style: number): string {
    const fills = this.rows('fills');
    return unprefixed(fills[Number(this.at(style, 'fillId'))] ?? FIRST.fills[0] ?? '');
  }

  /** The font element of a style, without prefixes, made bold, underlined or coloured. */
  fontLike(style: number, change: { readonly bold?: boolean; readonly underline?: boolean; readonly colour?: string }): string {
    const font = unprefixed(this.rows('fonts')[Number(this.at(style, 'fontId'))] ?? FIRST.fonts[0] ?? '').replace(/^<font\s*\/>$/, '<font></font>');
    const front = (change.bold ? '<b/>' : '') + (change.underline ? '<u/>' : '');
    const marked = font.replace(/^<font[^>]*>/, (open) => open + front);
    // The schema wants the colour behind the size.
    return change.colour === undefined ? marked : marked.replace(/<color[^>]*\/>/, '').replace(/<sz[^>]*\/>/, (size) => `${size}<color rgb="FF${change.colour}"/>`);
  }

  /** RRGGBB of a solid fill with a plain colour, null otherwise. */
  fillColour(style: number): string | null {
    const fill = this.fillXml(style);
    if (!/patternType\s*=\s*["']solid["']/.test(fill)) return null;
    const rgb = /<fgColor\s[^>]*?rgb\s*=\s*["'](?:[\dA-Fa-f]{2})?([\dA-Fa-f]{6})["']/.exec(fill)?.[1];
    return rgb?.toUpperCase() ?? null;
  }

  /** What a style looks like, in a short text: equal texts mean equal looks, whatever the indexes. */
  fingerprint(style: number): string {
    let known = this.fingerprints.get(style);
    if (known === undefined) this.fingerprints.set(style, (known = this.look(style)));
    return known;
  }

  private look(style: number): string {
    const format = this.format(style);
    const inner = unprefixed(format.slice(format.indexOf('>') + 1));
    const part = (table: Table, name: string) => unprefixed(this.rows(table)[Number(this.at(style, name))] ?? '');
    return hash([part('fonts', 'fontId'), part('fills', 'fillId'), part('borders', 'borderId'), this.formatCode(style), part('cellStyleXfs', 'xfId'), String(this.quotePrefix(style)), inner].join('\n'));
  }

  /** Index of a style like `style` but for the change; null when Excel's limit of formats is reached. */
  derive(style: number, change: StyleChange): number | null {
    const memo = `${style}\n${JSON.stringify(change)}`;
    const known = this.derived.get(memo);
    if (known !== undefined) return known;
    this.fillFirst();
    const format = this.format(style);
    let tag = format.slice(0, format.indexOf('>') + 1);
    let inner = format.slice(tag.length);
    if (change.fill !== undefined) tag = withAttribute(withAttribute(tag, 'fillId', String(this.add('fills', change.fill))), 'applyFill', '1');
    if (change.font !== undefined) tag = withAttribute(withAttribute(tag, 'fontId', String(this.add('fonts', change.font))), 'applyFont', '1');
    if (change.numberFormat !== undefined) tag = withAttribute(withAttribute(tag, 'numFmtId', this.formatId(change.numberFormat)), 'applyNumberFormat', '1');
    if (change.quotePrefix !== undefined && change.quotePrefix !== this.quotePrefix(style)) tag = withAttribute(tag, 'quotePrefix', change.quotePrefix ? '1' : null);
    if (change.alignment !== undefined) {
      tag = withAttribute(tag, 'applyAlignment', '1').replace(/\s*\/>$/, '>');
      inner = `${this.prefixed(change.alignment)}</${this.prefix}xf>`;
    }
    const index = this.addFormat(tag + inner);
    if (index !== null) this.derived.set(memo, index);
    return index;
  }

  /** Cells may name formats that the part lacks, and look plain: new formats must not come to stand under these numbers. */
  cover(indexes: Iterable<number>): void {
    const rows = this.rows('cellXfs');
    let last = -1;
    for (const index of indexes) if (index < MAX_FORMATS / 2) last = Math.max(last, index);
    while (rows.length <= last) rows.push(this.prefixed(FIRST.cellXfs[0] ?? ''));
  }

  /** Index of a format made of whole elements; null when Excel's limit of formats is reached. */
  compose({ font, fill, border, numberFormat, applied, inner }: WholeFormat): number | null {
    this.fillFirst();
    const ids = `numFmtId="${this.formatId(numberFormat)}" fontId="${this.add('fonts', font)}" fillId="${fill === null ? 0 : this.add('fills', fill)}" borderId="${this.add('borders', border)}" xfId="0"`;
    return this.addFormat(this.prefixed(`<xf ${ids}${applied}>${inner}</xf>`));
  }

  /** Index of a conditional look, a dxf element without prefixes. */
  conditional(dxf: string): number {
    return this.add('dxfs', dxf);
  }

  private prefixed(xml: string): string {
    return this.prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${this.prefix}`);
  }

  /** A damaged or odd part may lack the tables that a new format refers to. */
  private fillFirst(): void {
    for (const table of ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const) {
      const rows = this.rows(table);
      for (let i = rows.length; i < FIRST[table].length; i++) rows.push(this.prefixed(FIRST[table][i] ?? ''));
    }
  }

  private add(table: 'fills' | 'fonts' | 'borders' | 'dxfs', xml: string): number {
    const rows = this.rows(table);
    const same = rows.findIndex((row) => unprefixed(row) === xml);
    return same >= 0 ? same : rows.push(this.prefixed(xml)) - 1;
  }

  private addFormat(xml: string): number | null {
    const rows = this.rows('cellXfs');
    this.formats ??= new Map(rows.map((row, index) => [row, index] as const).reverse());
    const known = this.formats.get(xml);
    if (known !== undefined) return known;
    if (rows.length >= MAX_FORMATS) return null;
    rows.push(xml);
    this.formats.set(xml, rows.length - 1);
    return rows.length - 1;
  }

  private formatId(code: string): string {
    for (const [id, known] of this.codes) if (known === code) return id;
    const builtIn = BUILT_IN.find((number) => builtinFormat(number) === code && !this.codes.has(String(number)));
    if (builtIn !== undefined) return String(builtIn);
    // Ids below 164 belong to Excel itself.
    let last = 163;
    for (const number of this.codes.keys()) if (Number(number) > last) last = Number(number);
    const id = String(last + 1);
    this.codes.set(id, code);
    this.rows('numFmts').push(`<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  /** The part with everything appended. */
  write(): string {
    if (!this.root) return this.source;
    const splices: Splice[] = [];
    // In the schema's order: tables that are made stand side by side.
    for (const [table, count] of [...this.stored].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))) {
      const rows = this.rows(table);
      if (rows.length === count) continue;
      const name = this.prefix + table;
      const added = rows.slice(count).join('');
      const span = this.layout.get(table)?.span;
      if (!span) splices.push({ ...this.place(table), text: `<${name} count="${rows.length}">${added}</${name}>` });
      else {
        const tag = this.source.slice(span.start, span.openEnd);
        const open = attribute(tag, 'count') === null ? tag : withAttribute(tag, 'count', String(rows.length));
        const body = span.empty ? '' : this.source.slice(span.openEnd, span.closeStart);
        splices.push({ start: span.start, end: span.end, text: `${open.replace(/\s*\/>$/, '>')}${body}${added}</${name}>` });
      }
    }
    const { openEnd, name, empty } = this.root;
    if (!empty) return splice(this.source, splices);
    // A part without anything in it is one tag, which has to be opened.
    return `${this.source.slice(0, openEnd).replace(/\s*\/>$/, '>')}${splices.map(({ text }) => text).join('')}</${name}>${this.source.slice(openEnd)}`;
  }

  private place(table: Table): { start: number; end: number } {
    const before = ORDER.slice(0, ORDER.indexOf(table));
    let at = this.root?.openEnd ?? 0;
    for (const [name, { span }] of this.layout) if (before.includes(name)) at = Math.max(at, span.end);
    return { start: at, end: at };
  }
}
