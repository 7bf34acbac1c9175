// A strict pull scanner over decoded XML: well-formedness is checked, names lose their prefix, nothing is expanded.
// Own work because it stands on the hot road: a sheet of 400 cells takes a tenth of what an event parser with callbacks takes.
import { PackageError } from './package-error';
import { TagAttributes } from './xml-attributes';
import { BANG, COLON, GT, isSpace, LT, NOT_FIRST, NOT_NAME, QUESTION, SLASH } from './xml-characters';
import { decodeEntities, malformed } from './xml-entities';

export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export type XmlEvent = typeof END | typeof OPEN | typeof CLOSE | typeof TEXT;

const MAX_DEPTH = 512;

/** Next position of something rare, searched for only when passed: keeps the checks of every text linear over the whole part. */
class Rare {
  private at = -1;

  constructor(private readonly text: string, private readonly what: string) {}

  within(from: number, to: number): boolean {
    if (this.at < from) {
      const found = this.text.indexOf(this.what, from);
      this.at = found < 0 ? Infinity : found;
    }
    return this.at < to;
  }
}

/**
 * Pull scanner: call next() until END. Self-closing elements give OPEN and CLOSE alike.
 * Throws PackageError: 'damaged' when not well-formed, 'xml-entities' on a DOCTYPE.
 */
export class XmlScanner {
  /** Local name of the element opened or closed. */
  name = '';
  /** Number of elements open, the one just opened included, the one just closed not. */
  depth = 0;
  /** Where the tag or text just met starts and ends in the source. */
  start = 0;
  end = 0;

  readonly source: string;
  private readonly open: string[] = [];
  private readonly locals: string[] = [];
  private emptyElement = false;
  private rooted = false;
  private literal = false;
  private textFrom = 0;
  private textTo = 0;
  private readonly tag: TagAttributes;
  private readonly amps: Rare;
  private readonly returns: Rare;
  private readonly cdataEnds: Rare;

  constructor(source: string) {
    this.source = source;
    this.tag = new TagAttributes(source);
    this.amps = new Rare(source, '&');
    this.returns = new Rare(source, '\r');
    this.cdataEnds = new Rare(source, ']]>');
  }

  next(): XmlEvent {
    const { source } = this;
    if (this.emptyElement) {
      this.emptyElement = false;
      return this.pop();
    }
    for (;;) {
      const at = this.end;
      if (at >= source.length) {
        if (this.depth > 0 || !this.rooted) throw malformed('XML 内容不完整');
        return END;
      }
      if (source.charCodeAt(at) !== LT) {
        if (this.readText(at)) return TEXT;
        continue;
      }
      const code = source.charCodeAt(at + 1);
      if (code === SLASH) return this.readClose(at);
      if (code === BANG) {
        if (this.readDeclaration(at)) return TEXT;
      } else if (code === QUESTION) {
        this.readInstruction(at);
      } else {
        return this.readOpen(at);
      }
    }
  }

  /** Value of an attribute of the element just opened, by local name (one without a prefix first); null when absent. */
  attribute(local: string): string | null {
    return this.tag.value(local);
  }

  /** All attributes by their names as written. */
  attributes(): Map<string, string> {
    return this.tag.all();
  }

  /** True when the attribute is on, as XML Schema writes booleans; `fallback` when absent. */
  flag(local: string, fallback = false): boolean {
    const value = this.attribute(local);
    return value === null ? fallback : value === '1' || value === 'true' || value === 'on';
  }

  /** The text just met, entities and line ends resolved. */
  text(): string {
    const raw = this.source.slice(this.textFrom, this.textTo);
    const plain = this.returns.within(this.textFrom, this.textTo) ? raw.replace(/\r\n?/g, '\n') : raw;
    return this.literal || !this.amps.within(this.textFrom, this.textTo) ? plain : decodeEntities(plain);
  }

  /** Text directly inside the element just opened, up to its end; elements inside are passed over. */
  innerText(): string {
    const inside = this.depth;
    let out = '';
    for (let event = this.next(); this.depth >= inside; event = this.next()) {
      if (event === TEXT && this.depth === inside) out = out === '' ? this.text() : out + this.text();
    }
    return out;
  }

  /** Passes over everything inside the element just opened, its end included. */
  skip(): void {
    const outside = this.depth - 1;
    while (this.depth > outside) this.next();
  }

  /** True between the tags of an element written just so, without a prefix: its end tag is the next one at this depth. */
  isInside(name: string): boolean {
    return !this.emptyElement && this.open[this.depth - 1] === name;
  }

  /** Goes on at `position`, for a caller that has read balanced XML from `end` to there by itself. */
  jump(position: number): void {
    this.end = position;
  }

  /** Takes `head`, text and `tail`, together balanced XML, if just that comes next; null and nothing taken otherwise. */
  take(head: string, tail: string): string | null {
    const { source } = this;
    const from = this.end + head.length;
    if (this.emptyElement || !source.startsWith(head, this.end)) return null;
    const to = source.indexOf('<', from);
    if (to < 0 || !source.startsWith(tail, to) || this.cdataEnds.within(from, to)) return null;
    this.textFrom = from;
    this.textTo = to;
    this.literal = false;
    this.end = to + tail.length;
    return this.text();
  }

  private past(what: string, from: number): number {
    const at = this.source.indexOf(what, from);
    if (at < 0) throw malformed('XML 内容不完整');
    return at + what.length;
  }

  private pop(): typeof CLOSE {
    this.open.pop();
    this.name = this.locals.pop() ?? '';
    this.depth--;
    return CLOSE;
  }

  private readText(at: number): boolean {
    const { source } = this;
    const found = source.indexOf('<', at);
    const to = found < 0 ? source.length : found;
    this.start = this.textFrom = at;
    this.end = this.textTo = to;
    this.literal = false;
    if (this.cdataEnds.within(at, to)) throw malformed('XML 中有多余的“]]>”');
    if (this.depth > 0) {
      // Checked here even if nobody asks for this text: a part is either well-formed or refused.
      if (this.amps.within(at, to)) decodeEntities(source.slice(at, to));
      return true;
    }
    if (source.slice(at, to).trim() !== '') throw malformed('XML 根元素之外有内容');
    return false;
  }

  private readInstruction(at: number): void {
    const { source } = this;
    let i = at + 2;
    if (NOT_FIRST[source.charCodeAt(i)] !== 0) throw malformed('XML 处理指令不合规范');
    while (NOT_NAME[source.charCodeAt(i)] === 0) i++;
    const closed = source.startsWith('?>', i);
    if (!closed && !isSpace(source.charCodeAt(i))) throw malformed('XML 处理指令不合规范');
    // A declaration may only stand at the very start.
    if (at > 0 && i === at + 5 && source.slice(at + 2, i).toLowerCase() === 'xml') throw malformed('XML 声明不在开头');
    this.end = this.past('?>', i);
  }

  /** True when it was a CDATA section, which is text. */
  private readDeclaration(at: number): boolean {
    const { source } = this;
    if (source.startsWith('<!--', at)) {
      const dashes = this.past('--', at + 4);
      if (source.charCodeAt(dashes) !== GT) throw malformed('XML 注释不合规范');
      this.end = dashes + 1;
      return false;
    }
    if (source.startsWith('<![CDATA[', at) && this.depth > 0) {
      this.start = at;
      this.end = this.past(']]>', at + 9);
      this.textFrom = at + 9;
      this.textTo = this.end - 3;
      this.literal = true;
      return true;
    }
    if (/^<!(?:DOCTYPE|ENTITY)/i.test(source.slice(at, at + 10))) {
      throw new PackageError('xml-entities', '文件的 XML 中有实体声明（DOCTYPE），正常的工作簿不会有，已拒绝打开；请核对来源，用 Excel 或 WPS 打开后另存为新的 .xlsx 再试。');
    }
    throw malformed('XML 中有无法识别的声明');
  }

  private readClose(at: number): typeof CLOSE {
    const { source } = this;
    const name = this.open[this.depth - 1];
    if (name === undefined || !source.startsWith(name, at + 2)) throw malformed('XML 标签不配对');
    let i = at + 2 + name.length;
    while (isSpace(source.charCodeAt(i))) i++;
    if (source.charCodeAt(i) !== GT) throw malformed('XML 标签不配对');
    this.start = at;
    this.end = i + 1;
    return this.pop();
  }

  private readOpen(at: number): typeof OPEN {
    const { source } = this;
    if (this.depth === 0 && this.rooted) throw malformed('XML 有多个根元素');
    let i = at + 1;
    let local = i;
    let code = source.charCodeAt(i);
    if (NOT_FIRST[code] !== 0) throw malformed('XML 标签不合规范');
    for (; NOT_NAME[code] === 0; code = source.charCodeAt(++i)) if (code === COLON) local = i + 1;
    const name = source.slice(at + 1, i);
    this.name = local === at + 1 ? name : source.slice(local, i);
    i = this.tag.read(i);
    this.emptyElement = source.charCodeAt(i) === SLASH;
    if (this.emptyElement) i++;
    if (source.charCodeAt(i) !== GT) throw malformed('XML 标签不合规范');
    this.rooted = true;
    this.start = at;
    this.end = i + 1;
    this.open.push(name);
    this.locals.push(this.name);
    if (++this.depth > MAX_DEPTH) throw malformed('XML 嵌套过深');
    return OPEN;
  }
}
