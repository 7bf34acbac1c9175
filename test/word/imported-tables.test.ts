// Tables of a Word report put on new sheets of a workbook: they review there as they do inside the report, and look like forms.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType, WidthType } from 'docx';
import { contains, formatRange, parseRange } from '../../src/model/address';
import type { WorkbookReview } from '../../src/model/review';
import { fileJson } from '../../src/exports/json';
import { planOfTable } from '../../src/pane/report-sheets';
import { fileReviewOf } from '../../src/review/file-review';
import { reviewReportTables } from '../../src/review/report-tables';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { openPackagePort } from '../../src/workbooks/package/package-port';
import { valueOf } from '../contract/contract';
import { corpusTables, type CorpusTable } from '../corpus/workbooks';
import { makeWorkbook } from '../make-workbook';
import { shapeOfFile } from '../sheet-shape';
import { documentOf } from './make-docx';

/** A table as Word holds it, with true merges and grid widths. */
function tableOf({ rows, merges }: Pick<CorpusTable, 'rows' | 'merges'>, width: number): Table {
  const ranges = merges.flatMap((merge) => parseRange(merge) ?? []);
  const cell = (text: string, more: object = {}): TableCell => new TableCell({ ...more, children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })) });
  return new Table({
    columnWidths: (rows[0] ?? []).map(() => width), width: { size: width * (rows[0]?.length ?? 1), type: WidthType.DXA },
    rows: rows.map((row, r) => new TableRow({
      children: row.flatMap((text, c) => {
        const range = ranges.find((one) => contains(one, r + 1, c + 1));
        if (!range) return [cell(text)];
        if (range.left !== c + 1) return [];
        return [cell(text, { columnSpan: range.right - range.left + 1, ...(range.bottom > range.top ? { verticalMerge: r + 1 === range.top ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}) })];
      }),
    })),
  });
}

async function documentWith(...tables: readonly Table[]): Promise<ReturnType<typeof documentOf>> {
  const children = tables.flatMap((table, at) => [new Paragraph(`附件${at + 1}`), table]);
  return documentOf(new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] }))));
}

const overlapping = ({ merges }: CorpusTable): boolean => {
  const ranges = merges.flatMap((merge) => parseRange(merge) ?? []);
  return ranges.some((a, i) => ranges.some((b, j) => j > i && a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right));
};

/** Remarks count sheets that are none of ours, which the workbook has more of. */
function judged(review: WorkbookReview): unknown {
  return fileJson(fileReviewOf('甲', { ...review, remarks: [] }));
}

const HOME = makeWorkbook({ sheets: [{ name: '封面', rows: [['某县科学技术协会'], ['说明', 1]] }] });

test('every table of the corpus reviews on its new sheet as inside the report', async () => {
  const tables = corpusTables().filter((table) => !overlapping(table));
  const document = await documentWith(...tables.map((table) => tableOf(table, 1200)));
  const port = openPackagePort(HOME);
  const names = valueOf(await port.insertSheets(document.tables.map(planOfTable)));
  expect(names).toEqual(document.tables.map(({ grid }) => grid.sheet));
  const imported = reviewWorkbook(valueOf(await port.read()));
  const inside = reviewReportTables(document);
  expect(inside.tables.length).toBeGreaterThanOrEqual(tables.length - 1);
  expect(judged(imported)).toEqual(judged(inside));
});

test('the sheet has the table’s merges, lines and widths, and rows high enough for their texts', async () => {
  const rows = [['项目支出绩效自评表', '', ''], ['项目名称', '某县“十四五”科普大篷车下乡巡展与青少年科技创新大赛组织实施项目', ''], ['得分', '10', '=1+1']];
  const document = await documentWith(tableOf({ rows, merges: ['A1:C1', 'B2:C2'] }, 1600));
  const [table] = document.tables;
  if (!table) throw new Error('no table');
  const port = openPackagePort(HOME);
  const [name = ''] = valueOf(await port.insertSheets([planOfTable(table)]));
  const grid = valueOf(await port.read()).grids.at(-1);
  expect(grid?.merges.map(formatRange)).toEqual(['A1:C1', 'B2:C2']);
  expect(grid?.cells.find(({ row, column }) => row === 3 && column === 3)).toMatchObject({ value: '=1+1', formula: null });
  const { widths, heights, looks } = shapeOfFile(port.bytes(), name);
  expect(Object.values(widths).map(Math.round)).toEqual([80, 80, 80]);
  // 33 characters in 160 points are three lines.
  expect(heights).toEqual({ 2: 46 });
  expect(looks['C1']?.lines).toEqual(['thin', 'thin', 'thin', 'thin']);
});
