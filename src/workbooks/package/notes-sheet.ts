// The notes of one sheet: the comments part, the drawing with its boxes, and what ties both to the sheet.
import type { Position } from '../../model/address';
import { belowText } from '../marking';
import { addNote, commentOf, commentsPart, cutFromNote, extendNote, noteAt, noteCount, removeNote, restoreNote } from './notes';
import type { FreshNote, Note } from './notes';
import { addShapes, emptyDrawing, hasShapes, removeShape, withoutBox } from './notes-vml';
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
  /** The part as made here, while it stands so: it is asked for cell by cell. */
  private made: { readonly xml: string; readonly notes: ReadonlyMap<string, Note> } | null = null;
  /** The sheet's elements behind its cells, of the text that they were found in. */
  private tail: { readonly xml: string; readonly found: ReturnType<typeof tailOf> } | null = null;

  constructor(private readonly pkg: PackageEditor, private readonly sheet: SheetRef) {}

  private get commentsPart(): string | null {
    const part = this.pkg.related(this.sheet.part, 'comments');
    return part && this.pkg.has(part.target) ? part.target : null;
  }

  private comments(): string | null {
    const part = this.commentsPart;
    return part === null ? null : this.pkg.text(part);
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
    const xml = this.comments();
    if (xml === null) return null;
    return this.made?.xml === xml ? this.made.notes.get(ref) ?? null : noteAt(xml, ref);
  }

  /** Writes our notes: new ones, or below what somebody else wrote. */
  write(notes: readonly FreshNote[], author: string): void {
    if (notes.length === 0) return;
    const part = this.commentsPart;
    if (part === null) this.createComments(author, notes);
    else for (const { ref, text } of notes) this.writeOne(part, ref, author, text);
    const drawing = this.drawingPart() ?? this.createDrawing();
    const vml = this.pkg.text(drawing) ?? '';
    this.pkg.set(drawing, addShapes(vml, withoutBox(vml, notes)));
  }

  private writeOne(part: string, ref: string, author: string, text: string): void {
    const xml = this.pkg.text(part) ?? '';
    this.pkg.set(part, this.read(ref) ? extendNote(xml, ref, belowText(text)) : addNote(xml, ref, author, text));
  }

  /** Puts a note back as it was written; null: there was none. False when that cannot be done exactly. */
  restore(ref: string, at: Position, note: Note | null): boolean {
    const part = this.commentsPart;
    if (part === null) return note === null;
    const xml = this.pkg.text(part) ?? '';
    if (note === null) {
      this.pkg.set(part, removeNote(xml, ref));
      const drawing = this.drawingPart();
      if (drawing !== null) this.pkg.set(drawing, removeShape(this.pkg.text(drawing) ?? '', at));
      return true;
    }
    const restored = restoreNote(xml, note);
    if (restored !== null) this.pkg.set(part, restored);
    return restored !== null;
  }

  /** Takes our words out of a note that others wrote in too; false when they are no longer found. */
  cutOwn(ref: string, text: string): boolean {
    const part = this.commentsPart;
    const xml = part === null ? null : this.pkg.text(part);
    if (part === null || xml === null) return false;
    const cleaned = cutFromNote(xml, ref, belowText(text)) ?? cutFromNote(xml, ref, text);
    if (cleaned !== null) this.pkg.set(part, cleaned);
    return cleaned !== null;
  }

  /** Takes away parts that hold nothing any more; called only where we had made them. */
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

  private createComments(author: string, notes: readonly FreshNote[]): void {
    const part = this.pkg.free('xl/comments', '.xml');
    const xml = commentsPart(this.pkg.names.main, author, notes);
    this.pkg.set(part, xml);
    // Read again, such a part gives back what was written.
    this.made = { xml, notes: new Map(notes.map(({ ref, text }) => [ref, { ref, text, author, raw: commentOf(ref, text) }])) };
    this.pkg.declare(part, COMMENTS_TYPE);
    this.pkg.relate(this.sheet.part, 'comments', part);
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
