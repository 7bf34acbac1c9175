// One editing session on a workbook: styles, strings and sheets, opened when first needed and written back together.
import { parseA1 } from '../../model/address';
import type { Position } from '../../model/address';
import { dateSerial } from './dates';
import { displayFor } from './display';
import { SheetNotes } from './notes-sheet';
import { bodyOf, cellSplices, dropEmptyRows, locate } from './patch-cells';
import type { CellSite, SheetBody } from './patch-cells';
import { readContent, SharedStrings } from './patch-content';
import type { Content } from './patch-content';
import { factsOf } from './patch-guards';
import type { SheetFacts } from './patch-guards';
import type { PackageEditor } from './patch-package';
import { countsFrom1904, requestCalculation, sheetsOf } from './patch-workbook';
import type { SheetRef } from './patch-workbook';
import { splice } from './patch-xml';
import { recalculate } from './recalculate';
import type { Recalculation } from './recalculate';
import { emptyStyleSheet, StyleBook } from './styles-edit';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** A cell as it stands, with the effective style that it has or would get. */
export interface OpenCell {
  readonly site: CellSite;
  readonly content: Content;
  readonly style: number;
}

export class SheetSession {
  readonly facts: SheetFacts;
  readonly notes: SheetNotes;
  private readonly sites: Map<string, CellSite>;
  private readonly changes = new Map<string, readonly [CellSite, string | null]>();
  private readonly moved: Position[] = [];

  constructor(private readonly session: EditSession, readonly ref: SheetRef, readonly body: SheetBody, addresses: readonly Position[]) {
    this.facts = factsOf(session.pkg, ref.part, body);
    this.notes = new SheetNotes(session.pkg, ref);
    this.sites = locate(body, addresses);
  }

  cell(ref: string): OpenCell | null {
    const site = this.sites.get(ref);
    if (!site) return null;
    return { site, content: this.session.content(this.body, site), style: site.style ?? this.facts.columnStyle(site.address.column) };
  }

  /** True when a cell to edit names a format beyond the last. */
  namesStyleFrom(count: number): boolean {
    for (const { style } of this.sites.values()) if (style !== null && style >= count) return true;
    return false;
  }

  /** Notes a new cell element (null: take it away); `contentChanged` says whether others may have used what it held. */
  change(site: CellSite, raw: string | null, contentChanged: boolean): void {
    if (raw !== site.raw) this.changes.set(site.ref, [site, raw]);
    if (contentChanged) this.moved.push(site.address);
  }

  get changedContent(): readonly Position[] {
    return this.moved;
  }

  /** Writes the changed cells; notes are written afterwards, on top of the new text. */
  writeCells(): void {
    if (this.changes.size === 0) return;
    const text = splice(this.body.xml, cellSplices(this.body, [...this.changes.values()]));
    const emptied = new Set([...this.changes.values()].filter(([, raw]) => raw === null).map(([site]) => site.address.row));
    this.session.pkg.set(this.ref.part, dropEmptyRows(text, emptied));
  }
}

/** Indexes of all formats that a sheet names. */
function* stylesNamed(xml: string): Generator<number> {
  for (const [, index] of xml.matchAll(/\s(?:s|style)\s*=\s*["'](\d+)["']/g)) yield Number(index);
}

export class EditSession {
  readonly strings: SharedStrings;
  private readonly refs: readonly SheetRef[];
  private readonly sheets: SheetSession[] = [];
  private readonly displays = new Map<string, ReturnType<typeof displayFor>>();
  private book: StyleBook | null = null;
  private date1904: boolean | null = null;

  constructor(readonly pkg: PackageEditor) {
    this.strings = new SharedStrings(pkg);
    this.refs = sheetsOf(pkg);
  }

  get sheetNames(): readonly string[] {
    return this.refs.map(({ name }) => name);
  }

  get styles(): StyleBook {
    if (!this.book) {
      const part = this.pkg.related(this.pkg.workbook, 'styles');
      const source = part && this.pkg.text(part.target);
      this.book = part && source !== null ? new StyleBook(source, this.pkg.styleLayout(part.target)) : new StyleBook(emptyStyleSheet(this.pkg.names.main));
    }
    return this.book;
  }

  /** Opens a sheet for the cells named; null when there is no such worksheet. */
  open(name: string, cells: readonly string[]): SheetSession | null {
    const ref = this.refs.find((sheet) => sheet.name === name) ?? this.refs.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    const body = ref && bodyOf(this.pkg.text(ref.part) ?? '');
    if (!ref || !body) return null;
    const addresses = cells.flatMap((cell) => parseA1(cell) ?? []);
    const sheet = new SheetSession(this, ref, body, addresses);
    if (sheet.namesStyleFrom(this.styles.count)) for (const one of this.refs) this.styles.cover(stylesNamed(this.pkg.text(one.part) ?? ''));
    this.sheets.push(sheet);
    return sheet;
  }

  /** Days are counted from 1904, as old Excel on the Mac did. */
  get from1904(): boolean {
    return (this.date1904 ??= countsFrom1904(this.pkg));
  }

  /** What a cell element says, as the reader tells it: days are counted as the workbook counts them. */
  content(body: SheetBody, site: CellSite): Content {
    const content = readContent(body, site, this.strings);
    return content.day === undefined ? content : { ...content, value: dateSerial(content.day, this.from1904) ?? content.day };
  }

  /** The text that a spreadsheet shows for the content under a style. */
  displayed(content: Content, style: number): string {
    const code = this.styles.formatCode(style);
    // As the reader shows it: without a date format the count of days says nothing.
    if (content.day !== undefined && code === 'General') return content.day;
    let display = this.displays.get(code);
    if (!display) this.displays.set(code, (display = displayFor(code, this.from1904)));
    return display.text(content.error === null ? content.value : { error: content.error });
  }

  /** Writes the cells of all open sheets and the styles that they need. */
  write(): void {
    for (const sheet of this.sheets) sheet.writeCells();
    if (!this.book?.changed) return;
    const part = this.pkg.related(this.pkg.workbook, 'styles');
    if (part && this.pkg.has(part.target)) {
      this.pkg.set(part.target, this.book.write());
    } else {
      this.pkg.set('xl/styles.xml', this.book.write());
      this.pkg.declare('xl/styles.xml', STYLES_TYPE);
      if (!part) this.pkg.relate(this.pkg.workbook, 'styles', 'xl/styles.xml');
    }
  }

  /**
   * Calculates the formulas that hang on changed cells; `uncached` are formulas just written without a result, as "sheet!A1". Where one cannot be calculated here, Excel and WPS are asked to do so when they open the file; otherwise
   * the workbook part is left alone, so that opening the file does not make it "changed" for its owner.
   */
  refreshResults(uncached: ReadonlySet<string>, settled?: ReadonlySet<string>): Recalculation {
    const changed = new Map(this.sheets.filter((s) => s.changedContent.length > 0).map((s) => [s.ref.name.toLowerCase(), s.changedContent]));
    const done = recalculate(this.pkg, changed, this.strings, settled);
    if (done.stale || [...uncached].some((cell) => !done.edited.has(cell))) requestCalculation(this.pkg);
    return done;
  }
}
