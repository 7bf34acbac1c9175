// Where the tables of a style part and their rows stand: told by the reader on its way where writing may follow, else found by their letters.
import { Keepsake } from './keepsake';
import { childrenOf, endsName, localName, rootOf } from './patch-xml';
import type { Span } from './patch-xml';
import type { XmlScanner } from './xml';
import type { Archive } from './zip';

export interface StyleTable {
  readonly span: Span;
  /** Offsets of its rows: start, end, start, end… */
  readonly rows: readonly number[];
}

/** By local name. */
export type StyleLayout = ReadonlyMap<string, StyleTable>;

const KNOWN = new Keepsake<StyleLayout>();

export function knownLayout(archive: Archive, part: string): StyleLayout | undefined {
  return KNOWN.of(archive, part);
}

/** Writes down tables and rows while a scanner passes over the part; to be told of each event above the rows' own content. */
export class LayoutRecorder {
  private readonly tables = new Map<string, StyleTable>();
  private open: { readonly start: number; readonly openEnd: number; rows: number[] } = { start: 0, openEnd: 0, rows: [] };
  private rowStart = 0;

  /** After an opening tag of depth 2 or 3. */
  opened(xml: XmlScanner): void {
    if (xml.depth === 2) this.open = { start: xml.start, openEnd: xml.end, rows: [] };
    else this.rowStart = xml.start;
  }

  /** After the end of an element that leaves depth 2 or 1. */
  closed(xml: XmlScanner): void {
    const { start, openEnd, rows } = this.open;
    if (xml.depth === 2) rows.push(this.rowStart, xml.end);
    else {
      const empty = xml.end === openEnd;
      this.tables.set(xml.name, { span: { start, openEnd, closeStart: empty ? openEnd : xml.start, end: xml.end, name: writtenName(xml.source, start), empty }, rows });
    }
  }

  layout(): StyleLayout {
    return this.tables;
  }
}

/** Leaves to the writer what a recorder wrote down. */
export function leaveLayout(archive: Archive, part: string, layout: StyleLayout): void {
  KNOWN.leave(archive, part, layout);
}

function writtenName(source: string, start: number): string {
  let end = start + 1;
  while (!endsName(source.charCodeAt(end))) end++;
  return source.slice(start + 1, end);
}

/** The same from the text alone. */
export function layoutOf(source: string): StyleLayout {
  const root = rootOf(source);
  const tables = new Map<string, StyleTable>();
  for (const span of root ? childrenOf(source, root) : []) tables.set(localName(span.name), { span, get rows() {
    return childrenOf(source, span).flatMap(({ start, end }) => [start, end]);
  } });
  return tables;
}
