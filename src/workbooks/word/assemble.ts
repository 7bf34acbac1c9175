// Blocks of all stories → the report: paragraphs numbered, tables as grids with their names and places.
import type { ReportDocument, ReportParagraph, ReportTable } from '../../model/report';
import { tableLines, type Block, type ParagraphBlock, type TableBlock } from './blocks';
import { continuedTables } from './continued';
import { SheetNames } from './sheet-names';
import { linesAbove, linesBelow, nameOf } from './surroundings';
import { layTable } from './table-grid';

/** How far around a table its title and notes are looked for. */
const NEAR = 16;

class Assembly {
  readonly paragraphs: ReportParagraph[] = [];
  readonly tables: ReportTable[] = [];
  private readonly names = new SheetNames();
  /** Paragraphs since the last table, for titles. */
  private before: ParagraphBlock[] = [];

  paragraph({ part, text, label, outline, bold }: ParagraphBlock): void {
    this.paragraphs.push({ index: this.paragraphs.length, part, text, label, outline, bold });
  }

  take(all: readonly Block[]): void {
    const blocks = continuedTables(all);
    blocks.forEach((block, at) => {
      if (block.kind === 'paragraph') {
        this.paragraph(block);
        this.before.push(block);
        return;
      }
      const after: ParagraphBlock[] = [];
      for (const next of blocks.slice(at + 1, at + 1 + NEAR)) {
        if (next.kind === 'table') break;
        after.push(next);
      }
      this.table(block, after);
    });
  }

  private table(table: TableBlock, after: readonly ParagraphBlock[]): void {
    const before = this.before.slice(-NEAR);
    const above = linesAbove(table, before);
    const { grid, columnWidths, bordered } = layTable(table, this.names.next(nameOf(table, above, before)), above, linesBelow(table, after));
    this.tables.push({ grid, after: this.paragraphs.length - 1, columnWidths, bordered });
    this.before = [];
    this.inside(table);
  }

  /** Tables and text boxes in the cells come behind the table that holds them. */
  private inside(table: TableBlock): void {
    for (const { cells } of table.rows) for (const { blocks } of cells) {
      for (const block of blocks) {
        if (block.kind === 'table') this.table(block, []);
        else if (block.part === 'text-box') this.paragraph(block);
      }
    }
  }

  /** Parts outside the body: blank lines say nothing, tables there only arrange words. */
  aside(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        // Behind the mark of a note stands a blank or a tab.
        if (block.text.trim() !== '') this.paragraph({ ...block, text: block.text.replace(/^[ \t]+/, '') });
      } else for (const text of tableLines(block)) this.paragraph({ kind: 'paragraph', part: asidePart(blocks), text, label: '', outline: null, bold: false });
    }
  }
}

function asidePart(blocks: readonly Block[]): ParagraphBlock['part'] {
  return blocks.find((block): block is ParagraphBlock => block.kind === 'paragraph')?.part ?? 'header';
}

/** @param asides headers, footers, notes and comments, in this order */
export function assemble(body: readonly Block[], asides: readonly (readonly Block[])[], remarks: readonly string[]): ReportDocument {
  const assembly = new Assembly();
  assembly.take(body);
  const seen = new Set<string>();
  for (const aside of asides) {
    // Sections repeat their headers.
    const key = JSON.stringify(aside);
    if (!seen.has(key)) assembly.aside(aside);
    seen.add(key);
  }
  return { format: 'docx', paragraphs: assembly.paragraphs, tables: assembly.tables, remarks };
}
