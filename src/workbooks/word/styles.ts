// styles.xml: what a paragraph, a run or a table takes from its style and the styles that this one is based on.
import { END, OPEN, XmlScanner } from '../package/xml';

export interface RunLook {
  /** Null: the style does not say. */
  bold: boolean | null;
  hidden: boolean | null;
  /** Crossed out by its look alone, without a tracked change. */
  struck: boolean | null;
}

export interface NumberingLink {
  numId: string | null;
  level: number | null;
}

interface Style extends RunLook, NumberingLink {
  readonly id: string;
  name: string;
  basedOn: string | null;
  /** 0 to 8; 9 is running text. */
  outline: number | null;
  lined: boolean | null;
}

const NONE: Style = { id: '', name: '', basedOn: null, outline: null, numId: null, level: null, bold: null, hidden: null, struck: null, lined: null };
/** Word itself stops chains far below; a circle must end. */
const LONGEST_CHAIN = 40;

/** True when one of the lines inside the borders element just opened is drawn. */
export function readLines(xml: XmlScanner): boolean {
  const inside = xml.depth;
  let lined = false;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN) continue;
    const value = xml.attribute('val');
    if (value !== null && value !== 'nil' && value !== 'none') lined = true;
  }
  return lined;
}

/** Takes what the run properties just opened say of boldness, hiding and crossing out. */
export function readRunLook(xml: XmlScanner, look: RunLook): { style: string | null; deleted: boolean } {
  const inside = xml.depth;
  let style: string | null = null;
  let deleted = false;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN || xml.depth !== inside + 1) continue;
    if (xml.name === 'b') look.bold = toggled(xml);
    else if (xml.name === 'vanish') look.hidden = toggled(xml);
    // One line or two: each has an element of its own, which may say no beside the other.
    else if (xml.name === 'strike' || xml.name === 'dstrike') look.struck = toggled(xml) || look.struck === true;
    else if (xml.name === 'rStyle') style = xml.attribute('val');
    else if (xml.name === 'del' || xml.name === 'moveFrom') deleted = true;
    // The formatting before a tracked change is no longer shown.
    else if (xml.name === 'rPrChange') xml.skip();
  }
  return { style, deleted };
}

export function toggled(xml: XmlScanner): boolean {
  const value = xml.attribute('val');
  return value === null || !/^(?:0|false|off)$/.test(value);
}

/** A small whole number; null where none stands. */
export function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function headingLevel(name: string): number | null {
  const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
  return level === undefined ? null : Number(level) - 1;
}

export class StyleSheet {
  private readonly styles = new Map<string, Style>();
  private normal: string | null = null;
  private readonly looks = new Map<string, RunLook>();
  private readonly base: RunLook = { bold: null, hidden: null, struck: null };

  /** The text of styles.xml; null: the document has none. */
  constructor(text: string | null) {
    if (text === null) return;
    const xml = new XmlScanner(text);
    let style: Style | null = null;
    for (let event = xml.next(); event !== END; event = xml.next()) {
      if (event !== OPEN) continue;
      if (xml.name === 'style') style = this.begin(xml);
      else if (xml.name === 'rPrDefault') style = null;
      else if (xml.name === 'tblStylePr') xml.skip();
      else if (xml.name === 'rPr') readRunLook(xml, style ?? this.base);
      else if (style) this.take(xml, style);
    }
  }

  private begin(xml: XmlScanner): Style {
    const id = xml.attribute('styleId') ?? '';
    const style: Style = { ...NONE, id };
    if (xml.attribute('type') === 'paragraph' && xml.flag('default')) this.normal = id;
    this.styles.set(id, style);
    return style;
  }

  private take(xml: XmlScanner, style: Style): void {
    const value = xml.attribute('val');
    if (xml.name === 'name') style.name = value ?? '';
    else if (xml.name === 'basedOn') style.basedOn = value;
    else if (xml.name === 'outlineLvl') style.outline = wholeNumber(value);
    else if (xml.name === 'numId') style.numId = value;
    else if (xml.name === 'ilvl') style.level = wholeNumber(value);
    else if (xml.name === 'tblBorders') style.lined = readLines(xml);
  }

  /** The style and those it is based on, nearest first; a paragraph without a style has the default one. */
  private *chain(id: string | null): Generator<Style> {
    let next = id;
    for (let step = 0; next !== null && step < LONGEST_CHAIN; step++) {
      const style = this.styles.get(next);
      if (!style) return;
      yield style;
      next = style.basedOn;
    }
  }

  private first<T>(id: string | null, of: (style: Style) => T | null): T | null {
    for (const style of this.chain(id)) {
      const value = of(style);
      if (value !== null) return value;
    }
    return null;
  }

  private known(id: string | null): string | null {
    return id !== null && this.styles.has(id) ? id : this.normal;
  }

  /** 1 to 9, null for running text. Built-in headings count by their name where the file leaves their level to Word. */
  outlineOf(paragraphStyle: string | null): number | null {
    const level = this.first(this.known(paragraphStyle), ({ outline, name }) => outline ?? headingLevel(name));
    return level === null || level > 8 ? null : level + 1;
  }

  /** The list of a style; `styles`: those that a level of the list may name as its own, nearest first. */
  numberingOf(paragraphStyle: string | null): { readonly numId: string | null; readonly level: number | null; readonly styles: readonly string[] } {
    const id = this.known(paragraphStyle);
    return { numId: this.first(id, (style) => style.numId), level: this.first(id, (style) => style.level), styles: [...this.chain(id)].map((style) => style.id) };
  }

  /** What runs look like in a paragraph style and a character style. */
  lookOf(paragraphStyle: string | null, runStyle: string | null): RunLook {
    const key = `${paragraphStyle ?? ''}\n${runStyle ?? ''}`;
    const known = this.looks.get(key);
    if (known) return known;
    const of = (field: keyof RunLook): boolean | null => this.first(runStyle, (style) => style[field]) ?? this.first(this.known(paragraphStyle), (style) => style[field]) ?? this.base[field];
    const look = { bold: of('bold'), hidden: of('hidden'), struck: of('struck') };
    // Pairs of styles are few; a file that names a new one in every run must not fill the memory.
    if (this.looks.size < 10_000) this.looks.set(key, look);
    return look;
  }

  /** True for the lines of a table of contents. */
  isContents(paragraphStyle: string | null): boolean {
    return paragraphStyle !== null && /^(?:toc (?:\d|heading)|目录 ?\d?|table of figures)$/i.test(this.styles.get(paragraphStyle)?.name ?? '');
  }

  tableLined(tableStyle: string | null): boolean {
    return this.first(tableStyle, (style) => style.lined) ?? false;
  }
}
