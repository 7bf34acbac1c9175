// Documents written by the docx library: what was put in comes out, and a table of the corpus reviews as its workbook does.
import { FootnoteReferenceRun, HeadingLevel, LevelFormat, Paragraph, Table, TableRow, TextRun } from 'docx';
import fc from 'fast-check';
import { parseRange } from '../../src/model/address';
import { fileJson } from '../../src/exports/json';
import { fileReviewOf } from '../../src/review/file-review';
import { reportSnapshot, reviewReportTables } from '../../src/review/report-tables';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { readPackage } from '../../src/workbooks/package/read';
import { corpusTables, toWorkbook, type CorpusTable } from '../corpus/workbooks';
import { bytesOf, cellOf, tableOf } from './docx-tables';
import { documentOf, texts } from './make-docx';

// Overlapping merges, which sheets from the wild have, cannot be written into a Word table.
const overlapping = ({ merges }: CorpusTable): boolean => {
  const ranges = merges.flatMap((merge) => parseRange(merge) ?? []);
  return ranges.some((a, i) => ranges.some((b, j) => j > i && a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right));
};

describe('a table of the corpus inside a report', () => {
  test.each(corpusTables().filter((table) => !overlapping(table)).map((table): [string, CorpusTable] => [table.id, table]))('%s reviews as its workbook', async (_id, table) => {
    const document = documentOf(await bytesOf([new Paragraph('附件'), tableOf(table)]));
    const book = readPackage(toWorkbook([table], { numbers: 'typed' }));
    if (!book.ok) throw new Error(book.reason);
    // The sheet's name is read for title, year and place, so both bear the same one.
    const sheet = book.snapshot.grids[0]?.sheet ?? '';
    const word = reviewWorkbook({ ...reportSnapshot(document), grids: document.tables.map(({ grid }) => ({ ...grid, sheet })) });
    const [fromWord, fromBook] = [word, reviewWorkbook(book.snapshot)].map((review) => fileJson(fileReviewOf(table.id, { ...review, remarks: [] })));
    expect(fromWord).toEqual(fromBook);
  });

  test('is found among tables that are none of ours', async () => {
    const [form] = corpusTables();
    if (!form) throw new Error('no corpus');
    const small = new Table({ rows: [['年份', '册数'], ['2024', '3000']].map((row) => new TableRow({ children: row.map((text) => cellOf(text)) })) });
    const review = reviewReportTables(documentOf(await bytesOf([small, new Paragraph('附件'), tableOf(form)])));
    expect(review.tables).toHaveLength(1);
    expect(review.remarks).toEqual(['文中另有 1 张表不是绩效自评表，没有按自评表核查。']);
  });
});

describe('paragraphs', () => {
  const LINE = fc.string({ unit: fc.constantFrom('预', '算', '1', '2', '.', '%', '，', '（', '）', ' ', '\u3000', '&', '<', '>', '"', '万', '元', '㎡', '𠮷', 'é'), maxLength: 40 });

  test('read back as they were written, runs and all', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(LINE, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 }), async (lines) => {
      const document = documentOf(await bytesOf(lines.map((runs) => new Paragraph({ children: runs.map((text, at) => new TextRun({ text, bold: at % 2 === 0 })) }))));
      expect(texts(document)).toEqual(lines.map((runs) => runs.join('')));
    }), { numRuns: 40 });
  });

  test('headings have their level, lists their number, notes their place', async () => {
    const numbering = { config: [{ reference: 'r', levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' }, { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2' }] }] };
    const document = documentOf(await bytesOf([
      new Paragraph({ text: '基本情况', heading: HeadingLevel.HEADING_1 }), new Paragraph({ text: '概况', heading: HeadingLevel.HEADING_2 }),
      new Paragraph({ text: '甲', numbering: { reference: 'r', level: 0 } }), new Paragraph({ text: '乙', numbering: { reference: 'r', level: 1 } }), new Paragraph({ text: '丙', numbering: { reference: 'r', level: 0 } }),
      new Paragraph({ children: [new TextRun('支出'), new FootnoteReferenceRun(1)] }),
    ], { numbering, footnotes: { 1: { children: [new Paragraph('决算口径')] } } }));
    expect(document.paragraphs.map(({ outline, label, text, part }) => [outline, label, text, part])).toEqual([
      [1, '', '基本情况', 'body'], [2, '', '概况', 'body'], [null, '一、', '甲', 'body'], [null, '一.1', '乙', 'body'], [null, '二、', '丙', 'body'], [null, '', '支出', 'body'], [null, '', '决算口径', 'footnote'],
    ]);
  });
});
