// Notes as the comments part writes them: what an element says, and elements that say more or less.
import type { Position } from '../../model/address';
import { DECLARATION } from './patch-package';
import { escapeCellText, stringItemText } from './patch-content';
import { appendTo, attribute, childOf, childrenOf, descendantsOf, escapeXml, localName, prefixOf, rootOf, splice, textOf } from './patch-xml';
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

/** A part without notes. */
export function emptyComments(namespace: string): string {
  return `${DECLARATION}<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
}

/** The comment element of a note. */
export function commentOf(prefix: string, ref: string, author: number, text: string): string {
  return `<${prefix}comment ref="${ref}" authorId="${author}"><${prefix}text>${run(prefix, text)}</${prefix}text></${prefix}comment>`;
}

export function partsOf(xml: string): { root: Span; authors: Span | null; list: Span | null } | null {
  const root = rootOf(xml);
  if (!root) return null;
  const children = childrenOf(xml, root);
  const named = (name: string) => children.find((e) => localName(e.name) === name) ?? null;
  return { root, authors: named('authors'), list: named('commentList') };
}

export function tagOf(xml: string, element: Span): string {
  return xml.slice(element.start, element.openEnd);
}

export function authorsOf(xml: string): string[] {
  const authors = partsOf(xml)?.authors;
  return authors ? childrenOf(xml, authors).map((e) => textOf(xml, e)) : [];
}

export function noteCount(xml: string): number {
  const list = partsOf(xml)?.list;
  return list ? childrenOf(xml, list).length : 0;
}

function textIn(xml: string, element: Span): string {
  const text = childOf(xml, element, 'text');
  return text ? stringItemText(xml, text) : '';
}

/** The note that a comment element tells. */
export function noteOf(raw: string, ref: string, authors: readonly string[]): Note {
  const element = rootOf(raw);
  if (!element) return { ref, text: '', author: '', raw };
  return { ref, text: textIn(raw, element), author: authors[Number(attribute(tagOf(raw, element), 'authorId'))] ?? '', raw };
}

/** Where notes stand and what they say. */
export function notesIn(xml: string): readonly Pick<Note, 'ref' | 'text'>[] {
  const list = partsOf(xml)?.list;
  return list ? childrenOf(xml, list).map((element) => ({ ref: attribute(tagOf(xml, element), 'ref') ?? '', text: textIn(xml, element) })) : [];
}

function run(prefix: string, text: string): string {
  const tag = (inner: string) => `<${prefix}${inner}/>`;
  return `<${prefix}r><${prefix}rPr>${tag('sz val="9"')}${tag('color indexed="81"')}${tag('rFont val="宋体"')}${tag('charset val="134"')}</${prefix}rPr><${prefix}t xml:space="preserve">${escapeCellText(text)}</${prefix}t></${prefix}r>`;
}

/** Adds an author behind those that are there. */
export function withAuthor(xml: string, author: string): string {
  const found = partsOf(xml);
  if (!found) return xml;
  const prefix = prefixOf(found.root.name);
  const element = `<${prefix}author>${escapeXml(author)}</${prefix}author>`;
  if (found.authors) return appendTo(xml, found.authors, element);
  const at = found.root.openEnd;
  return `${xml.slice(0, at)}<${prefix}authors>${element}</${prefix}authors>${xml.slice(at)}`;
}

/** The comment element with a run of text at its end, its own runs as they are. */
export function extended(raw: string, text: string): string {
  const element = rootOf(raw);
  const holder = element && childOf(raw, element, 'text');
  if (!element) return raw;
  const prefix = prefixOf(element.name);
  if (!holder) return appendTo(raw, element, `<${prefix}text>${run(prefix, text)}</${prefix}text>`);
  const plain = childrenOf(raw, holder).find((e) => localName(e.name) === 't');
  const fragment = run(prefix, text);
  if (!plain) return behindRuns(raw, holder, fragment);
  // Plain text and runs may not stand side by side: the plain text becomes the first run.
  const wrapped = `<${prefix}r>${raw.slice(plain.start, plain.end)}</${prefix}r>${fragment}`;
  return raw.slice(0, plain.start) + wrapped + raw.slice(plain.end);
}

/** Behind the last run: what tells how to pronounce the text must stand at the end, or Excel finds the notes damaged. */
function behindRuns(xml: string, holder: Span, fragment: string): string {
  const spoken = childrenOf(xml, holder).find((e) => /^(?:rPh|phoneticPr)$/.test(localName(e.name)));
  return spoken ? xml.slice(0, spoken.start) + fragment + xml.slice(spoken.start) : appendTo(xml, holder, fragment);
}

/** The comment element without `piece`, whatever runs it has been cut into since; null when it is not there, because somebody edited it. */
export function withoutPiece(raw: string, piece: string): string | null {
  const element = rootOf(raw);
  if (!element) return null;
  const texts = descendantsOf(raw, element, 't').map((span) => ({ span, content: unescapeText(textOf(raw, span)) }));
  const from = texts.map(({ content }) => content).join('').lastIndexOf(piece);
  if (from < 0) return null;
  const runs = descendantsOf(raw, element, 'r');
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
  return splice(raw, splices);
}
