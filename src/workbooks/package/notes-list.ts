// The comments part of a sheet under edit: taken apart once and put together once, since of thousands of notes each may be asked for and changed.
import { parseA1 } from '../../model/address';
import type { Position } from '../../model/address';
import { mayStandIn } from './may-stand-in';
import { authorsOf, commentOf, extended, noteOf, partsOf, tagOf, withAuthor, withoutPiece } from './notes';
import type { FreshNote, Note } from './notes';
import { appendTo, attribute, childrenOf, prefixOf } from './patch-xml';

interface Item {
  /** Null where the address is none. */
  readonly at: Position | null;
  /** What stands before the element. */
  readonly gap: string;
  /** The comment element; null when it was taken away. */
  raw: string | null;
}

interface Added extends Item {
  readonly at: Position;
}

function comesAfter(a: Position | null, b: Position): boolean {
  return a !== null && (a.row > b.row || (a.row === b.row && a.column > b.column));
}

/** The part with a list that can take notes: it may be missing, or a single tag. */
function withList(xml: string): string {
  const found = partsOf(xml);
  if (!found) return xml;
  const prefix = prefixOf(found.root.name);
  return found.list ? appendTo(xml, found.list, '') : appendTo(xml, found.root, `<${prefix}commentList></${prefix}commentList>`);
}

export class NoteList {
  private readonly listed: Item[] = [];
  private readonly added: Added[] = [];
  /** Of two notes of one cell the first counts. */
  private readonly byRef = new Map<string, Item>();
  private readonly authors: string[];
  private readonly newAuthors: string[] = [];
  private readonly prefix: string;
  private readonly head: string;
  private readonly tail: string;
  private edited = false;

  constructor(written: string) {
    const xml = withList(written);
    const list = partsOf(xml)?.list;
    this.authors = authorsOf(xml);
    this.prefix = list ? prefixOf(list.name) : '';
    let at = list ? list.openEnd : xml.length;
    this.head = xml.slice(0, at);
    for (const element of list ? childrenOf(xml, list) : []) {
      const ref = attribute(tagOf(xml, element), 'ref') ?? '';
      const item = { at: parseA1(ref), gap: xml.slice(at, element.start), raw: xml.slice(element.start, element.end) };
      this.listed.push(item);
      if (!this.byRef.has(ref)) this.byRef.set(ref, item);
      at = element.end;
    }
    this.tail = xml.slice(at);
  }

  get changed(): boolean {
    return this.edited;
  }

  /** The note of a cell. */
  read(ref: string): Note | null {
    const raw = this.byRef.get(ref)?.raw ?? null;
    return raw === null ? null : noteOf(raw, ref, this.authors);
  }

  /** A new note, or below what somebody else wrote. */
  write({ ref, at, text }: FreshNote, below: string, author: string): void {
    const raw = this.byRef.get(ref)?.raw ?? null;
    this.put(ref, at, raw === null ? commentOf(this.prefix, ref, this.numberOf(author), text) : extended(raw, below));
  }

  /** Puts a note back as it was written; false when its author is no longer there under its number, or the names that it was written with are unknown here. */
  restore(at: Position, note: Note): boolean {
    const id = attribute(note.raw.slice(0, note.raw.indexOf('>') + 1), 'authorId');
    if (!mayStandIn(this.head, this.prefix, note.raw) || (this.authors[Number(id)] ?? '') !== note.author) return false;
    this.put(note.ref, at, note.raw);
    return true;
  }

  remove(ref: string): void {
    const item = this.byRef.get(ref);
    if (!item) return;
    item.raw = null;
    this.edited = true;
  }

  /** Takes a piece out of a note; false when it is not there. */
  cut(ref: string, piece: string): boolean {
    const item = this.byRef.get(ref);
    const rest = item && item.raw !== null ? withoutPiece(item.raw, piece) : null;
    if (!item || rest === null) return false;
    item.raw = rest;
    this.edited = true;
    return true;
  }

  /** The part as it is by now: new notes stand in the order of the sheet. */
  text(): string {
    const added = [...this.added].sort((a, b) => (comesAfter(a.at, b.at) ? 1 : -1));
    const out = [this.head];
    let next = 0;
    for (const { gap, raw, at } of this.listed) {
      out.push(gap);
      for (let one = added[next]; one && comesAfter(at, one.at); one = added[++next]) out.push(one.raw ?? '');
      out.push(raw ?? '');
    }
    for (const { raw } of added.slice(next)) out.push(raw ?? '');
    out.push(this.tail);
    return this.newAuthors.reduce(withAuthor, out.join(''));
  }

  private numberOf(author: string): number {
    const known = this.authors.indexOf(author);
    if (known >= 0) return known;
    this.newAuthors.push(author);
    return this.authors.push(author) - 1;
  }

  private put(ref: string, at: Position, raw: string): void {
    const item = this.byRef.get(ref);
    if (item) item.raw = raw;
    else {
      const fresh = { at, gap: '', raw };
      this.added.push(fresh);
      this.byRef.set(ref, fresh);
    }
    this.edited = true;
  }
}
