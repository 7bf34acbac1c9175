// XML by its letters: finds elements and attributes by offset, so that an edit replaces a few characters and leaves all others as they are.
import { ENTITIES } from './xml-entities';

export interface Tag {
  readonly start: number;
  /** Behind the '>'. */
  readonly end: number;
  /** As written, with prefix. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
}

/** An element by its offsets; of a self-closing one all inner offsets equal `end`. */
export interface Span {
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly name: string;
  readonly empty: boolean;
}

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** 'x:' of 'x:row', '' without a prefix. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}

/** White space, '/' or '>': what may stand behind a tag's name. */
export function endsName(code: number): boolean {
  return code === 32 || code === 62 || code === 47 || code === 10 || code === 13 || code === 9;
}

/** Offset behind the '>' of the tag that starts at `start`; a '>' inside quotes does not count. */
export function tagEnd(xml: string, start: number): number {
  for (let i = start; i < xml.length; i++) {
    const code = xml.charCodeAt(i);
    if (code === 62) return i + 1;
    if (code === 34 || code === 39) {
      i = xml.indexOf(code === 34 ? '"' : "'", i + 1);
      if (i < 0) break;
    }
  }
  return xml.length;
}

function skipTo(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

/** Behind the comment, CDATA section, declaration or processing instruction that starts at `at`. */
function skipMarkup(xml: string, at: number): number {
  if (xml.charCodeAt(at + 1) === 63) return skipTo(xml, '?>', at);
  return skipTo(xml, xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : '>', at);
}

/** The next tag at or behind `from`; comments, CDATA and processing instructions are passed over. */
export function nextTag(xml: string, from: number, to: number = xml.length): Tag | null {
  for (let at = xml.indexOf('<', from); at >= 0 && at < to; at = xml.indexOf('<', at)) {
    const code = xml.charCodeAt(at + 1);
    if (code === 63 || code === 33) at = skipMarkup(xml, at);
    else {
      const nameStart = at + (code === 47 ? 2 : 1);
      let nameEnd = nameStart;
      while (nameEnd < xml.length && !endsName(xml.charCodeAt(nameEnd))) nameEnd++;
      const end = tagEnd(xml, nameEnd);
      return { start: at, end, name: xml.slice(nameStart, nameEnd), kind: code === 47 ? 'close' : xml.charCodeAt(end - 2) === 47 ? 'empty' : 'open' };
    }
  }
  return null;
}

/** Where the close tag stands that ends the element whose content begins at `from`; -1 when it is never closed. Nothing is made on the way: this walk is most of the work. */
function walkToClose(xml: string, from: number): number {
  let depth = 1;
  for (let at = xml.indexOf('<', from); at >= 0; ) {
    const code = xml.charCodeAt(at + 1);
    let end = at;
    if (code === 47) {
      if (--depth === 0) return at;
      end = skipTo(xml, '>', at);
    } else if (code === 33 || code === 63) end = skipMarkup(xml, at);
    else {
      end = tagEnd(xml, at);
      if (xml.charCodeAt(end - 2) !== 47) depth++;
    }
    at = xml.indexOf('<', end);
  }
  return -1;
}

/** The same by name: the next close tag of that name ends the element, unless one of its own name, a comment or CDATA stands inside. */
function closeOf(xml: string, from: number, name: string): number {
  const at = xml.indexOf(`</${name}`, from);
  if (at < 0) return walkToClose(xml, from);
  const inside = xml.slice(from, at);
  const plain = endsName(xml.charCodeAt(at + 2 + name.length)) && !inside.includes(`<${name}`) && !inside.includes('<!') && !inside.includes('<?');
  return plain ? at : walkToClose(xml, from);
}

/** The element that `tag` opens. An element that is never closed ends with the text. */
export function elementOf(xml: string, tag: Tag): Span {
  const { start, end: openEnd, name, kind } = tag;
  if (kind !== 'open') return { start, openEnd, closeStart: openEnd, end: openEnd, name, empty: true };
  const found = closeOf(xml, openEnd, name);
  const closeStart = found < 0 ? xml.length : found;
  return { start, openEnd, closeStart, end: found < 0 ? xml.length : tagEnd(xml, found), name, empty: false };
}

/** The root element; its end is taken from the end of the text, without walking through what is inside. */
export function rootOf(xml: string): Span | null {
  const tag = nextTag(xml, 0);
  if (!tag || tag.kind !== 'open') return tag && elementOf(xml, tag);
  const closeStart = xml.lastIndexOf(`</${tag.name}`);
  if (closeStart < tag.end) return elementOf(xml, tag);
  return { start: tag.start, openEnd: tag.end, closeStart, end: tagEnd(xml, closeStart), name: tag.name, empty: false };
}

export function childrenOf(xml: string, parent: Pick<Span, 'openEnd' | 'closeStart'>): Span[] {
  const found: Span[] = [];
  for (let tag = nextTag(xml, parent.openEnd, parent.closeStart); tag && tag.kind !== 'close'; ) {
    const element = elementOf(xml, tag);
    found.push(element);
    tag = nextTag(xml, element.end, parent.closeStart);
  }
  return found;
}

export function childOf(xml: string, parent: Span, local: string): Span | null {
  return childrenOf(xml, parent).find((element) => localName(element.name) === local) ?? null;
}

/** All elements of that local name inside `parent`, however deep. */
export function descendantsOf(xml: string, parent: Span, local: string): Span[] {
  const found: Span[] = [];
  for (let tag = nextTag(xml, parent.openEnd, parent.closeStart); tag; tag = nextTag(xml, tag.end, parent.closeStart)) {
    if (tag.kind !== 'close' && localName(tag.name) === local) found.push(elementOf(xml, tag));
  }
  return found;
}

/** Line ends as XML has them: before references are resolved, so that a carriage return written &#13; is one. */
function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Entities and character references; what is no known entity stays as it is. */
export function decodeXml(written: string): string {
  const text = lineEnds(written);
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text of an element: comments gone, CDATA opened, entities decoded; tags inside are dropped. */
export function textOf(xml: string, element: Span): string {
  const inner = xml.slice(element.openEnd, element.closeStart);
  if (!inner.includes('<')) return decodeXml(inner);
  return inner
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) => (piece.startsWith('<![CDATA[') ? lineEnds(piece.slice(9, -3)) : decodeXml(piece.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ''))))
    .join('');
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Attributes of an opening tag one after the other, by their offsets: the last of `next`. */
class Attributes {
  nameFrom = 0;
  nameTo = 0;
  valueFrom = 0;
  valueTo = 0;

  private at: number;

  constructor(private readonly tag: string) {
    let at = 1;
    while (at < tag.length && !endsName(tag.charCodeAt(at))) at++;
    this.at = at;
  }

  /** False when there are no more. */
  next(): boolean {
    const { tag } = this;
    let at = this.at;
    while (isSpace(tag.charCodeAt(at))) at++;
    this.nameFrom = at;
    let code = tag.charCodeAt(at);
    while (at < tag.length && code !== 61 && !endsName(code)) code = tag.charCodeAt(++at);
    this.nameTo = at;
    while (isSpace(code)) code = tag.charCodeAt(++at);
    if (code !== 61) return false;
    do code = tag.charCodeAt(++at); while (isSpace(code));
    this.valueFrom = at + 1;
    this.valueTo = code === 34 || code === 39 ? tag.indexOf(code === 34 ? '"' : "'", this.valueFrom) : -1;
    this.at = this.valueTo + 1;
    return this.valueTo >= 0;
  }

  named(name: string): boolean {
    while (this.next()) if (this.nameTo - this.nameFrom === name.length && this.tag.startsWith(name, this.nameFrom)) return true;
    return false;
  }

  get value(): string {
    return decodeXml(this.tag.slice(this.valueFrom, this.valueTo));
  }
}

/** Attributes of an opening tag by their written names, values decoded. */
export function attributesOf(openTag: string): Map<string, string> {
  const found = new Map<string, string>();
  const attributes = new Attributes(openTag);
  while (attributes.next()) found.set(openTag.slice(attributes.nameFrom, attributes.nameTo), attributes.value);
  return found;
}

export function attribute(openTag: string, name: string): string | null {
  const attributes = new Attributes(openTag);
  return attributes.named(name) ? attributes.value : null;
}

/** The r:id of a tag, whatever its prefix is called. */
export function relationshipId(openTag: string): string | null {
  return relationshipIdOf(attributesOf(openTag));
}

export function relationshipIdOf(attributes: ReadonlyMap<string, string>): string | null {
  for (const [name, value] of attributes) if (name.endsWith(':id') && name.length > 3) return value;
  return null;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;']]);

/** Characters that XML cannot hold are left out: one of them, and no program opens the file. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\ufffe\uffff]|(?=\p{Cc})[^\t\n\r\u007f-\u009f]/gu, (char) => ESCAPES.get(char) ?? '');
}

/** The tag with the attribute set, replaced in place or added; null takes it out. */
export function withAttribute(openTag: string, name: string, value: string | null): string {
  const found = new Attributes(openTag);
  const written = value === null ? '' : ` ${name}="${escapeXml(value)}"`;
  if (found.named(name)) return openTag.slice(0, found.nameFrom - 1) + written + openTag.slice(found.valueTo + 1);
  return value === null ? openTag : openTag.replace(/\s*\/?>$/, (end) => written + end.trimStart());
}

/** Applies splices that do not overlap; those at one offset keep their order. */
export function splice(xml: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let at = 0;
  for (const { start, end, text } of sorted) {
    out += xml.slice(at, start) + text;
    at = end;
  }
  return out + xml.slice(at);
}

export function cut(xml: string, element: Span): string {
  return xml.slice(0, element.start) + xml.slice(element.end);
}

/** Puts a fragment at the end of an element, opening a self-closing one. */
export function appendTo(xml: string, parent: Span, fragment: string): string {
  if (!parent.empty) return xml.slice(0, parent.closeStart) + fragment + xml.slice(parent.closeStart);
  const open = xml.slice(parent.start, parent.openEnd).replace(/\s*\/>$/, '>');
  return `${xml.slice(0, parent.start)}${open}${fragment}</${parent.name}>${xml.slice(parent.end)}`;
}

/** The same text with comments, CDATA and processing instructions blanked out: same offsets, but nothing in it is mistaken for a tag. */
export function masked(xml: string): string {
  // A single rare letter is found ten times as fast as one that every tag begins with; the declaration holds two.
  const declared = xml.startsWith('<?') ? skipMarkup(xml, 0) : 0;
  const instructions = xml.indexOf('?', declared) >= 0;
  if (!instructions && !xml.includes('!')) return xml;
  let out = '';
  let from = 0;
  const marks = instructions ? /<[!?]/g : /<!/g;
  marks.lastIndex = declared;
  for (let mark = marks.exec(xml); mark; mark = marks.exec(xml)) {
    const end = skipMarkup(xml, mark.index);
    out += xml.slice(from, mark.index) + ' '.repeat(end - mark.index);
    marks.lastIndex = from = end;
  }
  return from === 0 ? xml : out + xml.slice(from);
}
