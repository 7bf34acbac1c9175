// Finds cells in a sheet's XML and writes them back in place: one pass over the rows, whatever the number of edits.
import { a1, columnNumber, formatRange, parseA1, parseRange } from '../../model/address';
import type { Position } from '../../model/address';
import { grouped } from '../../model/grouped';
import { attribute, endsName, masked, nextTag, prefixOf, tagEnd, withAttribute } from './patch-xml';
import type { Splice } from './patch-xml';

export interface RowSite {
  readonly number: number;
  readonly start: number;
  readonly openEnd: number;
  /** Where the row's content ends; openEnd when it is self-closing. */
  readonly closeStart: number;
  readonly end: number;
  readonly open: string;
}

export interface CellSite {
  readonly address: Position;
  readonly ref: string;
  readonly row: RowSite | null;
  /** Offsets of the cell element, equal where there is none: then where it belongs. */
  readonly start: number;
  readonly end: number;
  /** The element as written; null when the sheet holds none. */
  readonly raw: string | null;
  /** Style index: the cell's, else the one that its row gives to new cells, else null. */
  readonly style: number | null;
}

/** Where the sheet's rows stand. */
export interface SheetBody {
  readonly xml: string;
  /** Same offsets, comments blanked out. */
  readonly plain: string;
  readonly prefix: string;
  readonly data: { readonly start: number; readonly openEnd: number; readonly closeStart: number; readonly end: number };
}

/** Null when the part holds no sheetData, as in chart sheets. */
export function bodyOf(xml: string): SheetBody | null {
  const plain = masked(xml);
  // Nearly always it is written with the prefix of the root.
  const root = nextTag(plain, 0);
  const from = root ? Math.max(0, find(plain, `<${prefixOf(root.name)}sheetData`, root.end, plain.length)) : 0;
  for (let tag = nextTag(plain, from); tag; tag = nextTag(plain, tag.end)) {
    const prefix = prefixOf(tag.name);
    if (tag.name.slice(prefix.length) !== 'sheetData' || tag.kind === 'close') continue;
    if (tag.kind === 'empty') return { xml, plain, prefix, data: { start: tag.start, openEnd: tag.end, closeStart: tag.end, end: tag.end } };
    const closeStart = plain.lastIndexOf(`</${prefix}sheetData`);
    return { xml, plain, prefix, data: { start: tag.start, openEnd: tag.end, closeStart, end: plain.indexOf('>', closeStart) + 1 } };
  }
  return null;
}

/** Next `<name` or `</name` with nothing of a longer name behind it; -1 at the end. */
function find(text: string, what: string, from: number, to: number): number {
  for (let at = text.indexOf(what, from); at >= 0 && at < to; at = text.indexOf(what, at + 1)) {
    if (endsName(text.charCodeAt(at + what.length))) return at;
  }
  return -1;
}

function columnOf(ref: string): number {
  return columnNumber(/^[A-Z]*/.exec(ref.toUpperCase())?.[0] ?? '');
}

export function* rowsOf(body: SheetBody): Generator<RowSite> {
  const { plain, prefix, data } = body;
  let number = 0;
  for (let at = find(plain, `<${prefix}row`, data.openEnd, data.closeStart); at >= 0; ) {
    const openEnd = tagEnd(plain, at);
    const open = plain.slice(at, openEnd);
    // Rows without a number follow the one before.
    number = Number(attribute(open, 'r') ?? number + 1);
    const empty = open.endsWith('/>');
    const closeStart = empty ? openEnd : find(plain, `</${prefix}row`, openEnd, data.closeStart);
    if (closeStart < 0) return;
    const end = empty ? openEnd : plain.indexOf('>', closeStart) + 1;
    yield { number, start: at, openEnd, closeStart, end, open };
    at = find(plain, `<${prefix}row`, end, data.closeStart);
  }
}

interface RawCell {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly open: string;
}

function cellAt({ plain, prefix }: SheetBody, row: RowSite, start: number): Omit<RawCell, 'column'> {
  const openEnd = tagEnd(plain, start);
  const open = plain.slice(start, openEnd);
  const close = open.endsWith('/>') ? -1 : find(plain, `</${prefix}c`, openEnd, row.closeStart);
  return { start, end: close < 0 ? openEnd : plain.indexOf('>', close) + 1, open };
}

export function* cellsOf(body: SheetBody, row: RowSite): Generator<RawCell> {
  const { plain, prefix } = body;
  // The next cell may stand many thousands of blank rows further down: each of them would be searched through to there.
  if (!plain.slice(row.openEnd, row.closeStart).includes(`<${prefix}c`)) return;
  let column = 0;
  for (let at = find(plain, `<${prefix}c`, row.openEnd, row.closeStart); at >= 0; ) {
    const cell = cellAt(body, row, at);
    const ref = attribute(cell.open, 'r');
    column = ref === null ? column + 1 : columnOf(ref);
    yield { ...cell, column };
    at = find(plain, `<${prefix}c`, cell.end, row.closeStart);
  }
}

function styleOf(open: string): number | null {
  const style = attribute(open, 's');
  return style !== null && /^\d+$/.test(style) ? Number(style) : null;
}

/** A row's style holds for new cells only where the row says so. */
function rowStyle(row: RowSite): number | null {
  return /^(1|true)$/.test(attribute(row.open, 'customFormat') ?? '') ? styleOf(row.open) : null;
}

function key(address: Position): string {
  return a1(address.row, address.column);
}

function siteIn(body: SheetBody, row: RowSite, address: Position): CellSite {
  const ref = key(address);
  // Found by its letters where it is written as nearly all cells are; the last of that address counts, as for the reader.
  const open = `<${body.prefix}c r="${ref}"`;
  const at = body.plain.slice(row.openEnd, row.closeStart).lastIndexOf(open);
  let found = at < 0 ? null : cellAt(body, row, row.openEnd + at);
  let place = row.closeStart;
  if (!found) {
    for (const cell of cellsOf(body, row)) {
      if (cell.column === address.column) found = cell;
      if (cell.column > address.column) place = Math.min(place, cell.start);
    }
  }
  return found
    ? { address, ref, row, start: found.start, end: found.end, raw: body.xml.slice(found.start, found.end), style: styleOf(found.open) ?? 0 }
    : { address, ref, row, start: place, end: place, raw: null, style: rowStyle(row) };
}

/** Finds all addresses in one pass; stops reading rows when the last cell is found. Keys are A1 references. */
export function locate(body: SheetBody, addresses: readonly Position[]): Map<string, CellSite> {
  const wanted = new Map(grouped(addresses, ({ row }) => row));
  const sites = new Map<string, CellSite>();
  const numbers = [...wanted.keys()].sort((a, b) => a - b);
  /** Of rows that are passed, where the first row behind them starts; `passed` counts them. */
  const later = new Map<number, number>();
  let passed = 0;
  for (const row of rowsOf(body)) {
    for (let number = numbers[passed]; number !== undefined && number < row.number; number = numbers[++passed]) later.set(number, row.start);
    const here = wanted.get(row.number);
    if (!here) continue;
    const missing: Position[] = [];
    for (const address of here) {
      const site = siteIn(body, row, address);
      // Some exports write a row in pieces: a cell that this piece lacks may stand in another.
      if (site.raw === null) missing.push(address);
      if (site.raw !== null || !sites.has(site.ref)) sites.set(site.ref, site);
    }
    if (missing.length > 0) wanted.set(row.number, missing);
    else wanted.delete(row.number);
    if (wanted.size === 0) return sites;
  }
  for (const [number, all] of wanted) {
    const missing = all.filter((address) => !sites.has(key(address)));
    // An empty sheetData is opened when it is written; its inside begins where it ends.
    const at = later.get(number) ?? body.data.closeStart;
    for (const address of missing) sites.set(key(address), { address, ref: key(address), row: null, start: at, end: at, raw: null, style: null });
  }
  return sites;
}

/** A row's spans attribute is only a hint, but one that leaves out a cell would be wrong. */
function widenSpans(row: RowSite, columns: readonly number[]): Splice | null {
  const spans = /^(\d+):(\d+)$/.exec(attribute(row.open, 'spans') ?? '');
  if (!spans) return null;
  const first = Math.min(Number(spans[1]), ...columns);
  const last = Math.max(Number(spans[2]), ...columns);
  if (first === Number(spans[1]) && last === Number(spans[2])) return null;
  return { start: row.start, end: row.openEnd, text: withAttribute(row.open, 'spans', `${first}:${last}`) };
}

/** A dimension that leaves out a cell would hide it from readers that trust it. */
function widenDimension(body: SheetBody, cells: readonly Position[]): Splice[] {
  const start = find(body.plain, `<${body.prefix}dimension`, 0, body.data.start);
  if (start < 0) return [];
  const end = tagEnd(body.plain, start);
  const tag = body.plain.slice(start, end);
  const range = parseRange(attribute(tag, 'ref') ?? '');
  if (!range || cells.length === 0) return [];
  // A call takes no more than some hundred thousand arguments.
  const wide = cells.reduce((all, { row, column }) => ({ top: Math.min(all.top, row), left: Math.min(all.left, column), bottom: Math.max(all.bottom, row), right: Math.max(all.right, column) }), range);
  return formatRange(wide) === formatRange(range) ? [] : [{ start, end, text: withAttribute(tag, 'ref', formatRange(wide)) }];
}

/**
 * Splices that put new cell elements (null: none) at their sites; rows that are missing are made.
 * Sites and texts are paired; the sites must come from `locate` on the same body.
 */
export function cellSplices(body: SheetBody, changes: readonly (readonly [CellSite, string | null])[]): Splice[] {
  const { prefix, data } = body;
  const splices: Splice[] = [];
  const fresh = changes.filter(([site, text]) => site.raw === null && text !== null);
  for (const [site, text] of changes) if (site.raw !== null && site.raw !== text) splices.push({ start: site.start, end: site.end, text: text ?? '' });
  const inOrder = [...fresh].sort(([a], [b]) => a.address.row - b.address.row || a.address.column - b.address.column);
  const rows = new Map<number, { row: RowSite | null; at: number; cells: { site: CellSite; text: string }[] }>();
  for (const [site, text] of inOrder) {
    const known = rows.get(site.address.row) ?? { row: site.row, at: site.start, cells: [] };
    known.cells.push({ site, text: text ?? '' });
    rows.set(site.address.row, known);
  }
  let made = '';
  for (const [number, { row, at, cells }] of rows) {
    const joined = cells.map((cell) => cell.text).join('');
    if (row === null) {
      const text = `<${prefix}row r="${number}">${joined}</${prefix}row>`;
      if (data.openEnd === data.end) made += text;
      else splices.push({ start: at, end: at, text });
    } else if (row.openEnd === row.end) {
      const open = widenSpans(row, cells.map((c) => c.site.address.column))?.text ?? row.open;
      splices.push({ start: row.start, end: row.end, text: `${open.replace(/\s*\/>$/, '>')}${joined}</${prefix}row>` });
    } else {
      const spans = widenSpans(row, cells.map((c) => c.site.address.column));
      if (spans) splices.push(spans);
      for (const { site, text } of cells) splices.push({ start: site.start, end: site.start, text });
    }
  }
  if (made !== '') splices.push({ start: data.start, end: data.end, text: `${body.xml.slice(data.start, data.end).replace(/\s*\/>$/, '>')}${made}</${prefix}sheetData>` });
  return [...splices, ...widenDimension(body, fresh.map(([site]) => site.address))];
}

/** Rows that hold nothing any more and say nothing beside their number: left over when a cell that was made is taken away again. */
export function dropEmptyRows(xml: string, numbers: ReadonlySet<number>): string {
  const body = bodyOf(xml);
  if (!body || numbers.size === 0) return xml;
  const gone: Splice[] = [];
  for (const row of rowsOf(body)) {
    const bare = numbers.has(row.number) && /^<[\w.:-]*row\s+r="\d+"\s*\/?>$/.test(row.open) && body.xml.slice(row.openEnd, row.closeStart).trim() === '';
    if (bare) gone.push({ start: row.start, end: row.end, text: '' });
  }
  return gone.reduceRight((text, s) => text.slice(0, s.start) + text.slice(s.end), xml);
}

/** False when no element of the sheet can be a formula: told without looking at its cells. */
export function hasFormulas(xml: string): boolean {
  const root = nextTag(xml, 0);
  return root !== null && xml.includes(`<${prefixOf(root.name)}f`);
}

/** Of each body: cells by where they start, for sheets whose cells do not say where they stand. */
const placesOf = new WeakMap<SheetBody, ReadonlyMap<number, Position>>();

/** Where the cell stands that starts at that offset: as it says itself, else as the cells before it tell. */
export function placeOf(body: SheetBody, cellStart: number): Position | null {
  const told = attribute(body.plain.slice(cellStart, tagEnd(body.plain, cellStart)), 'r');
  if (told !== null) return parseA1(told.toUpperCase());
  let places = placesOf.get(body);
  if (!places) {
    const found = new Map<number, Position>();
    for (const row of rowsOf(body)) for (const { start, column } of cellsOf(body, row)) found.set(start, { row: row.number, column });
    placesOf.set(body, (places = found));
  }
  return places.get(cellStart) ?? null;
}

/** Every formula element of the sheet with its cell's opening tag: what else might hang on an edited cell. */
export function* formulasOf(body: SheetBody): Generator<{ readonly cellStart: number; readonly open: string; readonly text: string }> {
  const { plain, prefix, data } = body;
  for (let at = find(plain, `<${prefix}f`, data.openEnd, data.closeStart); at >= 0; ) {
    const openEnd = tagEnd(plain, at);
    const open = plain.slice(at, openEnd);
    const close = open.endsWith('/>') ? openEnd : plain.indexOf('</', openEnd);
    yield { cellStart: plain.lastIndexOf(`<${prefix}c`, at), open, text: open.endsWith('/>') ? '' : body.xml.slice(openEnd, close) };
    at = find(plain, `<${prefix}f`, Math.max(close, openEnd), data.closeStart);
  }
}
