// One story of a document (its body, a header, the notes) from XML to blocks. Levels of XML are limited by the scanner, so nothing here can go too deep.
import type { ReportPart } from '../../model/report';
import { OPEN, type XmlScanner } from '../package/xml';
import type { Block, ParagraphBlock } from './blocks';
import { Fields } from './fields';
import { formulaText } from './formula-text';
import { Line } from './line';
import type { Numbering } from './numbering';
import { readRunLook, wholeNumber, type StyleSheet } from './styles';
import { symbolOf } from './symbols';
import { readTable } from './story-table';
import type { Tally } from './tally';

export interface StoryContext {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  readonly tally: Tally;
  /** Relationship ids of headers and footers in the order of their sections. */
  readonly sections: string[];
}

/** What must not show: struck by a tracked change, moved away, or no text at all. */
const LEFT_ASIDE: ReadonlySet<string> = new Set([
  'del', 'moveFrom', 'delText', 'delInstrText', 'fldData', 'rt', 'rubyPr', 'sdtPr', 'sdtEndPr', 'smartTagPr', 'customXmlPr',
]);
/** Extensions whose content this reader takes from their first choice, as Word does. */
const UNDERSTOOD = /^(?:wps|wpg|wpc|wpi|wp14|wp15|w1\d\w*|a14|v)$/;
/** Stands for a page break until the paragraph is whole: at its ends it is no line end of the text. XML cannot hold it. */
const PAGE_BREAK = '\f';
/** Elements that stand for a sign. */
const SIGNS: ReadonlyMap<string, string> = new Map([['tab', '\t'], ['ptab', '\t'], ['cr', '\n'], ['noBreakHyphen', '-']]);

interface ParagraphFacts {
  style: string | null;
  outline: number | null;
  numId: string | null;
  level: number | null;
  /** Its end was struck: the next paragraph goes on in the same line. */
  endDeleted: boolean;
}

export class Story {
  readonly fields: Fields;
  private readonly taken: boolean[] = [];
  /** Text of paragraphs whose ends were struck. */
  private carried = '';

  constructor(readonly xml: XmlScanner, readonly context: StoryContext, private readonly part: ReportPart, fieldsShown: boolean) {
    this.fields = new Fields(fieldsShown);
  }

  /** Takes an element that is left aside or belongs to alternatives. True: it was passed over, or is one to look into. */
  passes(): boolean {
    const { xml } = this;
    if (LEFT_ASIDE.has(xml.name)) xml.skip();
    else if (xml.name === 'AlternateContent') this.taken[xml.depth] = false;
    else if (xml.name === 'Choice') {
      const requires = (xml.attribute('Requires') ?? '').split(/\s+/);
      if (this.taken[xml.depth - 1] === true || !requires.every((one) => UNDERSTOOD.test(one))) xml.skip();
      else this.taken[xml.depth - 1] = true;
    } else if (xml.name === 'Fallback') {
      if (this.taken[xml.depth - 1] === true) xml.skip();
    } else return false;
    return true;
  }

  /** Blocks inside the element just opened, up to its end; `takes` may read an element by itself. */
  blocks(part: ReportPart = this.part, takes: (name: string) => boolean = () => false): Block[] {
    const { xml } = this;
    const inside = xml.depth;
    const blocks: Block[] = [];
    for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
      if (event !== OPEN || takes(xml.name) || this.passes()) continue;
      if (xml.name === 'p') this.paragraph(blocks, part);
      else if (xml.name === 'tbl') {
        this.flush(blocks, part);
        const table = readTable(this, part);
        const only = table.rows.length === 1 && table.rows[0]?.cells.length === 1 ? table.rows[0].cells[0] : undefined;
        // A table of one cell is a frame around running text.
        if (only) for (const block of only.blocks) blocks.push(block);
        else if (table.rows.length > 0) blocks.push(table);
      } else if (xml.name === 'sectPr') this.section();
      else if (xml.name === 'altChunk' || xml.name === 'subDoc') this.context.tally.chunks++;
    }
    this.flush(blocks, part);
    return blocks;
  }

  /** What waits for a next paragraph is one by itself where none follows. */
  private flush(blocks: Block[], part: ReportPart): void {
    if (this.carried !== '') blocks.push(this.finished({ style: null, outline: null, numId: '0', level: null, endDeleted: false }, '', false, part));
  }

  private section(): void {
    const { xml } = this;
    const inside = xml.depth;
    for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
      if (event === OPEN && (xml.name === 'headerReference' || xml.name === 'footerReference')) this.context.sections.push(xml.attribute('id') ?? '');
    }
  }

  private properties(facts: ParagraphFacts): void {
    const { xml } = this;
    const inside = xml.depth;
    for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
      if (event !== OPEN) continue;
      const value = xml.attribute('val');
      if (xml.name === 'pStyle') facts.style = value;
      else if (xml.name === 'outlineLvl') facts.outline = wholeNumber(value);
      else if (xml.name === 'numId') facts.numId = value;
      else if (xml.name === 'ilvl') facts.level = wholeNumber(value);
      else if (xml.name === 'rPr') facts.endDeleted = readRunLook(xml, { bold: null, hidden: null, struck: null }).deleted;
      else if (xml.name === 'sectPr') this.section();
      // How it looked before a tracked change.
      else if (xml.name === 'pPrChange') xml.skip();
    }
  }

  private paragraph(blocks: Block[], part: ReportPart): void {
    const { xml, context, fields } = this;
    const inside = xml.depth;
    const facts: ParagraphFacts = { style: null, outline: null, numId: null, level: null, endDeleted: false };
    const boxes: Block[] = [];
    const line = new Line(context, facts);

    context.tally.paragraph();
    for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
      if (event !== OPEN || this.passes()) continue;
      switch (xml.name) {
        case 'pPr': this.properties(facts); break;
        case 'r': line.beginRun(); break;
        case 'rPr': line.readLook(xml); break;
        case 'oMath':
          line.beginRun();
          line.add(formulaText(this));
          break;
        case 'instrText': fields.instruct(xml.innerText()); break;
        case 'fldChar': fields.meet(xml.attribute('fldCharType')); break;
        case 'drawing': case 'pict': case 'object': case 'txbxContent': this.drawing(boxes); break;
        default: {
          const letters = this.letters();
          if (letters !== '' && !fields.inInstruction()) line.add(letters);
        }
      }
    }
    if (facts.endDeleted) {
      this.carried += line.text;
    } else {
      const inContents = part === 'body' && (fields.inContents() || context.styles.isContents(facts.style));
      blocks.push(this.finished(facts, line.text, line.isBold, inContents ? 'contents' : part));
    }
    for (const box of boxes) blocks.push(box);
  }

  private finished(facts: ParagraphFacts, text: string, bold: boolean, part: ReportPart): ParagraphBlock {
    const { styles, numbering } = this.context;
    const level = facts.outline ?? null;
    const outline = level === null ? styles.outlineOf(facts.style) : level > 8 ? null : level + 1;
    const whole = (this.carried + text).replace(/^\f+|\f+$/g, '').replaceAll(PAGE_BREAK, '\n');
    this.carried = '';
    return { kind: 'paragraph', part, text: whole, label: numbering.next(facts.style, facts.numId, facts.level), outline, bold };
  }

  /** What the element just opened puts into the line; '' where it is no text by itself. */
  letters(): string {
    const { xml } = this;
    switch (xml.name) {
      case 't': return this.words();
      case 'br': return /^(?:page|column)$/.test(xml.attribute('type') ?? '') ? PAGE_BREAK : '\n';
      // Word puts ☑ or ① as symEx where its font has it; the fallback beside it is passed over.
      case 'sym': case 'symEx': return symbolOf(xml.attribute('font') ?? '', xml.attribute('char') ?? '');
      default: return SIGNS.get(xml.name) ?? '';
    }
  }

  /** Blanks at the ends count only where the file says that they are kept; line ends inside are blanks. */
  private words(): string {
    const { xml } = this;
    const kept = xml.attribute('space') === 'preserve';
    const words = xml.innerText().replace(/[\t\n]/g, ' ');
    return kept ? words : words.replace(/^ +| +$/g, '');
  }

  /** Inside a drawing only text boxes are text; everything else that may hold figures is counted. */
  private drawing(boxes: Block[]): void {
    const { xml, context: { tally } } = this;
    const inside = xml.depth;
    if (xml.name === 'txbxContent') {
      this.box(boxes);
      return;
    }
    for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
      if (event !== OPEN || this.passes()) continue;
      if (xml.name === 'txbxContent') this.box(boxes);
      else if (xml.name === 'pic' || xml.name === 'imagedata') tally.pictures++;
      else if (xml.name === 'chart' || xml.name === 'relIds') tally.charts++;
      else if (xml.name === 'OLEObject') {
        tally.objects++;
        // Its picture is the object itself.
        tally.pictures = Math.max(0, tally.pictures - 1);
      }
    }
  }

  private box(boxes: Block[]): void {
    const carried = this.carried;
    this.carried = '';
    for (const block of this.blocks(this.part === 'body' ? 'text-box' : this.part)) {
      if (block.kind === 'table' || block.text.trim() !== '' || block.label !== '') boxes.push(block);
    }
    this.carried = carried;
  }
}
