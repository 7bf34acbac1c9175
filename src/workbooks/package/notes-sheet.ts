// The notes of one sheet: the comments part, the drawing with its boxes, and what ties both to the sheet.
import type { Position } from '../../model/address';
import { belowText } from '../marking';
import { emptyComments, noteCount } from './notes';
import type { FreshNote, Note } from './notes';
import { NoteList } from './notes-list';
import { addShapes, emptyDrawing, hasShapes, removeShapes, withoutBox } from './notes-vml';
import { bodyOf } from './patch-cells';
import type { PackageEditor } from './patch-package';
import type { SheetRef } from './patch-workbook';
import { childrenOf, cut, localName, relationshipId } from './patch-xml';
import type { Span } from './patch-xml';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
/** What the schema puts before legacyDrawing, behind the cells. */
const BEFORE_DRAWING = new Set([
  'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting',
  'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing',
]);

/** Elements behind sheetData: childrenOf on the whole sheet would walk through every cell. */
function tailOf(xml: string): { at: number; prefix: string; children: Span[] } | null {
  const body = bodyOf(xml);
  if (!body) return null;
  const end = body.plain.lastIndexOf('</');
  const tail: Span = { start: body.data.end, openEnd: body.data.end, closeStart: end, end, name: '', empty: false };
  return { at: body.data.end, prefix: body.prefix, children: childrenOf(xml, tail) };
}

export class SheetNotes {
  /** Opened when first asked for. */
  private opened: NoteList | null = null;
  /** Notes that need a box, and cells that lose theirs. */
  private boxed: FreshNote[] = [];
  private bared: Position[] = [];
  /** The sheet's elements behind its cells, of the text that they were found in. */
  private tail: { readonly xml: string; readonly found: ReturnType<typeof tailOf> } | null = null;

  constructor(private readonly pkg: PackageEditor, private readonly sheet: SheetRef) {}

  private get commentsPart(): string | null {
    const part = this.pkg.related(this.sheet.part, 'comments');
    return part && this.pkg.has(part.target) ? part.target : null;
  }

  private list(): NoteList | null {
    const part = this.opened ? null : this.commentsPart;
    const xml = part === null ? null : this.pkg.text(part);
    if (xml !== null) this.opened = new NoteList(xml);
    return this.opened;
  }

  private tailOf(xml: string): ReturnType<typeof tailOf> {
    if (this.tail?.xml !== xml) this.tail = { xml, found: tailOf(xml) };
    return this.tail.found;
  }

  private drawingPart(): string | null {
    const xml = this.pkg.text(this.sheet.part) ?? '';
    const tail = this.tailOf(xml);
    const element = tail?.children.find((e) => localName(e.name) === 'legacyDrawing');
    const id = element && relationshipId(xml.slice(element.start, element.openEnd));
    const part = this.pkg.relationships(this.sheet.part).find((r) => r.id === id && !r.external);
    return part && this.pkg.has(part.target) ? part.target : null;
  }

  read(ref: string): Note | null {
    return this.list()?.read(ref) ?? null;
  }

  /** Writes our notes: new ones, or below what somebody else wrote. */
  write(notes: readonly FreshNote[], author: string): void {
    if (notes.length === 0) return;
    const list = this.list() ?? this.createComments();
    for (const note of notes) {
      list.write(note, belowText(note.text), author);
      this.boxed.push(note);
    }
  }

  /** Puts a note back as it was written; null: there was none. False when that cannot be done exactly. */
  restore(ref: string, at: Position, note: Note | null): boolean {
    const list = this.list();
    if (list === null) return note === null;
    if (note !== null) return list.restore(at, note);
    list.remove(ref);
    this.bared.push(at);
    return true;
  }

  /** Takes our words out of a note that others wrote in too; false when they are no longer found. */
  cutOwn(ref: string, text: string): boolean {
    const list = this.list();
    return list !== null && (list.cut(ref, belowText(text)) || list.cut(ref, text));
  }

  /** Puts what was done to the notes into the parts. */
  settle(): void {
    const part = this.commentsPart;
    if (part !== null && this.opened?.changed) this.pkg.set(part, this.opened.text());
    if (this.boxed.length + this.bared.length === 0) return;
    const drawing = this.drawingPart() ?? (this.boxed.length > 0 ? this.createDrawing() : null);
    if (drawing === null) return;
    const vml = removeShapes(this.pkg.text(drawing) ?? '', this.bared);
    this.pkg.set(drawing, addShapes(vml, withoutBox(vml, this.boxed)));
    this.boxed = [];
    this.bared = [];
  }

  /** Takes away parts that hold nothing any more; called at the end, and only where we had made them. */
  tidy(): void {
    const part = this.commentsPart;
    const gone = new Set<string>();
    if (part !== null && noteCount(this.pkg.text(part) ?? '') === 0) {
      const id = this.pkg.related(this.sheet.part, 'comments')?.id;
      if (id !== undefined) gone.add(id);
      this.pkg.remove(part);
    }
    const drawing = this.drawingPart();
    if (drawing !== null && !hasShapes(this.pkg.text(drawing) ?? '')) {
      const relation = this.pkg.relationships(this.sheet.part).find((r) => r.target === drawing);
      const xml = this.pkg.text(this.sheet.part) ?? '';
      const element = tailOf(xml)?.children.find((e) => localName(e.name) === 'legacyDrawing');
      if (relation && element) {
        gone.add(relation.id);
        this.pkg.set(this.sheet.part, cut(xml, element));
        this.pkg.remove(drawing);
      }
    }
    if (gone.size > 0) this.pkg.unrelate(this.sheet.part, gone);
  }

  private createComments(): NoteList {
    const part = this.pkg.free('xl/comments', '.xml');
    const xml = emptyComments(this.pkg.names.main);
    this.pkg.set(part, xml);
    this.pkg.declare(part, COMMENTS_TYPE);
    this.pkg.relate(this.sheet.part, 'comments', part);
    return (this.opened = new NoteList(xml));
  }

  private createDrawing(): string {
    const part = this.pkg.free('xl/drawings/vmlDrawing', '.vml');
    this.pkg.set(part, emptyDrawing(Math.max(1, Number(this.sheet.sheetId) || 1)));
    this.pkg.declareDefault(part, DRAWING_TYPE);
    const id = this.pkg.relate(this.sheet.part, 'vmlDrawing', part);
    const xml = this.pkg.text(this.sheet.part) ?? '';
    const tail = this.tailOf(xml);
    if (tail) {
      // One whose drawing is missing gives way: a sheet has but one.
      const old = tail.children.find((e) => localName(e.name) === 'legacyDrawing');
      const at = old?.start ?? tail.children.filter((e) => BEFORE_DRAWING.has(localName(e.name))).at(-1)?.end ?? tail.at;
      const element = `<${tail.prefix}legacyDrawing xmlns:r="${this.pkg.names.relationships}" r:id="${id}"/>`;
      this.pkg.set(this.sheet.part, xml.slice(0, at) + element + xml.slice(old?.end ?? at));
    }
    return part;
  }
}
