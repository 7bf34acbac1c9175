// Tables of the corpus as Word tables, written by the docx library.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import { contains, parseRange } from '../../src/model/address';
import type { CorpusTable } from '../corpus/workbooks';

export async function bytesOf(children: (Paragraph | Table)[], more: object = {}): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ ...more, sections: [{ children }] })));
}

/** Lines of a cell are paragraphs, as people type them. */
export function cellOf(text: string, options: { columnSpan?: number; verticalMerge?: 'continue' | 'restart' } = {}): TableCell {
  return new TableCell({ ...options, children: text.split('\n').map((line) => new Paragraph(line)) });
}

export function tableOf({ rows, merges }: CorpusTable): Table {
  const ranges = merges.flatMap((merge) => parseRange(merge) ?? []);
  return new Table({
    rows: rows.map((row, r) => new TableRow({
      children: row.flatMap((text, c) => {
        const range = ranges.find((one) => contains(one, r + 1, c + 1));
        if (!range) return [cellOf(text)];
        if (range.left !== c + 1) return [];
        const columnSpan = range.right - range.left + 1;
        return [cellOf(text, { columnSpan, ...(range.bottom > range.top ? { verticalMerge: r + 1 === range.top ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}) })];
      }),
    })),
  });
}
