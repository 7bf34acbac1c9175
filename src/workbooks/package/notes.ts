// The comments part: notes are read, added, extended and taken away without touching anybody else's.
import { parseA1 } from '../../model/address';
import type { Position } from '../../model/address';
import { mayStandIn } from './may-stand-in';
import { DECLARATION } from './patch-package';
import { escapeCellText, stringItemText } from './patch-content';
import { appendTo, attribute, childOf, childrenOf, cut, descendantsOf, elementOf, escapeXml, localName, nextTag, prefixOf, rootOf, splice, textOf } from './patch-xml';
import type { Span, Splice } from './patch-xml';
import { unescapeText } from './strings';

export interface Note {
  readonly ref: string;
  readonly text: string;
  readonly author: string;
  /** The comment element as written. */
  readonly raw: string;
}

/** A note to be written. */
export interface FreshNote {
  readonly ref: string;
  readonly at: Position;
  readonly text: string;
}

/** A part with the notes of one author, in the order of the sheet. */
export function commentsPart(namespace: string, author: string, notes: readonly FreshNote[]): string {
  const ordered = [...notes].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
  const comments = ordered.map(({ ref, text }) => commentOf(ref, text)).join('');
  return `${DECLARATION}<comments xmlns="${namespace}"><authors><author>${escapeXml(author)}</author></authors><commentList>${comments}</commentList></comments>`;
}

/** The comment element of a note in such a part. */
export function commentOf(ref: string, text: string): string {
  return comment('', ref, 0, text);
}

function comment(prefix: string, ref: string, author: number, text: string): string {
  return `<${prefix}comment ref="${ref}" authorId="${author}"><${prefix}text>${run(prefix, text)}</${prefix}text></${prefix}comment>`;
}

function parts(xml: string): { root: Span; authors: Span | null; list: Span | null } | null {
  const root = rootOf(xml);
  if (!root) return null;
  const children = childrenOf(xml, root);
  const named = (name: string) => children.find((e) => localName(e.name) === name) ?? null;
  return { root, authors: named('authors'), list: named('commentList') };
}

function tagOf(xml: string, element: Span): string {
  return xml.slice(element.start, element.openEnd);
}

/** The comment element of a cell, of two the first. By its letters where it is written as nearly all are: a part of a thousand notes is asked a thousand times. */
function find(xml: string, ref: string): Span | null {
  if (!xml.includes('<!') && !/\sref(?:\s|=\s|=')/.test(xml)) return findWritten(xml, ` ref="${ref}"`);
  const list = parts(xml)?.list;
  return (list && childrenOf(xml, list).find((e) => attribute(tagOf(xml, e), 'ref') === ref)) ?? null;
}

function findWritten(xml: string, written: string): Span | null {
  for (let at = xml.indexOf(written); at >= 0; at = xml.indexOf(written, at + 1)) {
    // A text may hold these letters too.
    const tag = nextTag(xml, xml.lastIndexOf('<', at));
    if (tag && tag.kind !== 'close' && localName(tag.name) === 'comment' && tag.end > at) return elementOf(xml, tag);
  }
  return null;
}

function authorsOf(xml: string): string[] {
  const authors = parts(xml)?.authors;
  return authors ? childrenOf(xml, authors).map((e) => textOf(xml, e)) : [];
}

export function noteCount(xml: string): number {
  const list = parts(xml)?.list;
  return list ? childrenOf(xml, list).length : 0;
}

function noteOf(xml: string, ref: string, element: Span, authors: readonly string[]): Note {
  const text = childOf(xml, element, 'text');
  const author = authors[Number(attribute(tagOf(xml, element), 'authorId'))] ?? '';
  return { ref, text: text ? stringItemText(xml, text) : '', author, raw: xml.slice(element.start, element.end) };
}

/** The note of a cell; where it has two, the first counts. */
export function noteAt(xml: string, ref: string): Note | null {
  const element = find(xml, ref);
  return element && noteOf(xml, ref, element, authorsOf(xml));
}

/** Where notes stand and what they say. */
export function notesIn(xml: string): readonly Pick<Note, 'ref' | 'text'>[] {
  const list = parts(xml)?.list;
  return list ? childrenOf(xml, list).map((element) => noteOf(xml, attribute(tagOf(xml, element), 'ref') ?? '', element, [])) : [];
}

function run(prefix: string, text: string): string {
  const tag = (inner: string) => `<${prefix}${inner}/>`;
  return `<${prefix}r><${prefix}rPr>${tag('sz val="9"')}${tag('color indexed="81"')}${tag('rFont val="宋体"')}${tag('charset val="134"')}</${prefix}rPr><${prefix}t xml:space="preserve">${escapeCellText(text)}</${prefix}t></${prefix}r>`;
}

function withAuthor(xml: string, author: string): { xml: string; id: number } {
  const known = authorsOf(xml);
  const index = known.indexOf(author);
  if (index >= 0) return { xml, id: index };
  const found = parts(xml);
  if (!found) return { xml, id: 0 };
  const prefix = prefixOf(found.root.name);
  const element = `<${prefix}author>${escapeXml(author)}</${prefix}author>`;
  if (found.authors) return { xml: appendTo(xml, found.authors, element), id: known.length };
  const at = found.root.openEnd;
  return { xml: `${xml.slice(0, at)}<${prefix}authors>${element}</${prefix}authors>${xml.slice(at)}`, id: known.length };
}

function comesAfter(ref: string, other: string): boolean {
  const a = parseA1(ref);
  const b = parseA1(other);
  return a !== null && b !== null && (a.row > b.row || (a.row === b.row && a.column > b.column));
}

function insert(xml: string, ref: string, element: (prefix: string) => string): string {
  const found = parts(xml);
  if (!found) return xml;
  const { root, list } = found;
  if (!list) {
    const prefix = prefixOf(root.name);
    return appendTo(xml, root, `<${prefix}commentList>${element(prefix)}</${prefix}commentList>`);
  }
  const next = childrenOf(xml, list).find((e) => comesAfter(attribute(tagOf(xml, e), 'ref') ?? '', ref));
  const fragment = element(prefixOf(list.name));
  return next ? xml.slice(0, next.start) + fragment + xml.slice(next.start) : appendTo(xml, list, fragment);
}

/** Adds a note to a cell that has none. */
export function addNote(xml: string, ref: string, author: string, text: string): string {
  const authored = withAuthor(xml, author);
  return insert(authored.xml, ref, (p) => comment(p, ref, authored.id, text));
}

/** Puts a comment element back as it was written; null when its author is no longer there under its number, or the names that it was written with are unknown here. */
export function restoreNote(xml: string, note: Note): string | null {
  const found = parts(xml);
  if (!found || !mayStandIn(xml, prefixOf((found.list ?? found.root).name), note.raw)) return null;
  const id = attribute(note.raw.slice(0, note.raw.indexOf('>') + 1), 'authorId');
  if ((authorsOf(xml)[Number(id)] ?? '') !== note.author) return null;
  const present = find(xml, note.ref);
  return present ? xml.slice(0, present.start) + note.raw + xml.slice(present.end) : insert(xml, note.ref, () => note.raw);
}

/** Adds a run of text at the end of a note, leaving its own runs as they are. */
export function extendNote(xml: string, ref: string, text: string): string {
  const element = find(xml, ref);
  const holder = element && childOf(xml, element, 'text');
  if (!element) return xml;
  const prefix = prefixOf(element.name);
  if (!holder) return appendTo(xml, element, `<${prefix}text>${run(prefix, text)}</${prefix}text>`);
  const plain = childrenOf(xml, holder).find((e) => localName(e.name) === 't');
  const fragment = run(prefix, text);
  if (!plain) return behindRuns(xml, holder, fragment);
  // Plain text and runs may not stand side by side: the plain text becomes the first run.
  const wrapped = `<${prefix}r>${xml.slice(plain.start, plain.end)}</${prefix}r>${fragment}`;
  return xml.slice(0, plain.start) + wrapped + xml.slice(plain.end);
}

/** Behind the last run: what tells how to pronounce the text must stand at the end, or Excel finds the notes damaged. */
function behindRuns(xml: string, holder: Span, fragment: string): string {
  const spoken = childrenOf(xml, holder).find((e) => /^(?:rPh|phoneticPr)$/.test(localName(e.name)));
  return spoken ? xml.slice(0, spoken.start) + fragment + xml.slice(spoken.start) : appendTo(xml, holder, fragment);
}

export function removeNote(xml: string, ref: string): string {
  const element = find(xml, ref);
  return element ? cut(xml, element) : xml;
}

/** Takes `piece` out of a note, whatever runs it has been cut into since; null when it is not there, because somebody edited it. */
export function cutFromNote(xml: string, ref: string, piece: string): string | null {
  const element = find(xml, ref);
  if (!element) return null;
  const texts = descendantsOf(xml, element, 't').map((span) => ({ span, content: unescapeText(textOf(xml, span)) }));
  const from = texts.map(({ content }) => content).join('').lastIndexOf(piece);
  if (from < 0) return null;
  const runs = descendantsOf(xml, element, 'r');
  const splices: Splice[] = [];
  let at = 0;
  for (const { span, content } of texts) {
    const [start, end] = [Math.max(0, from - at), Math.min(content.length, from + piece.length - at)];
    at += content.length;
    if (start >= end) continue;
    const rest = content.slice(0, start) + content.slice(end);
    const owner = rest === '' ? runs.find((r) => r.start < span.start && r.end >= span.end) : undefined;
    if (owner) splices.push({ start: owner.start, end: owner.end, text: '' });
    else splices.push({ start: span.openEnd, end: span.closeStart, text: escapeCellText(rest) });
  }
  return splice(xml, splices);
}
