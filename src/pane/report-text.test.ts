// A report cut into words and figures for the pane, and the way back from cells to figures.
import type { ReportDocument, ReportFigure, ReportReview } from '../model/report';
import { countStates, figuresAt, linesOf } from './report-text';
import { planOfTable } from './report-sheets';
import { PLAIN_STYLE } from '../model/grid';

const paragraph = (index: number, text: string, outline: number | null = null) => ({ index, part: 'body' as const, text, label: outline === null ? '' : '一、', outline, bold: false });
const grid = { sheet: '表1 自评表', visibility: 'visible' as const, cells: [{ row: 1, column: 1, value: '=标题', text: '=标题', formula: null, style: PLAIN_STYLE, note: null }, { row: 2, column: 2, value: 12.5, text: '12.50', formula: null, style: { ...PLAIN_STYLE, numberFormat: '0.00' }, note: null }], merges: [{ top: 1, left: 1, bottom: 1, right: 2 }], rowCount: 2, columnCount: 2, hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), protected: false };
const table = { grid, after: 1, columnWidths: [90], bordered: [{ top: 1, left: 1, bottom: 2, right: 2 }] };
const report: ReportDocument = { format: 'docx', paragraphs: [paragraph(0, '项目概况', 1), paragraph(1, '预算28万元，支出28万元。'), paragraph(2, '  '), paragraph(3, '完。')], tables: [table], remarks: [] };
const figure = (start: number, end: number, state: ReportFigure['state'], cells: ReportFigure['cells'] = []): ReportFigure =>
  ({ place: { paragraph: 1, start, end, quote: report.paragraphs[1]?.text.slice(start, end) ?? '', under: '项目概况' }, kind: 'amount', value: null, unit: '万元', subject: null, year: null, state, cells, findings: [] });
const review: ReportReview = { figures: [figure(9, 13, 'contradicts', [{ file: 'a.xlsx', sheet: '自评表', cell: 'G5' }]), figure(2, 6, 'holds', [{ file: null, sheet: '自评表', cell: 'G5' }]), figure(4, 6, 'not-checked')], findings: [], statements: 2, remarks: [] };

test('words and figures follow one another as the paragraph reads; blank lines go, a table stands behind its paragraph', () => {
  const lines = linesOf(report, review);
  expect(lines.map((line) => (line.kind === 'table' ? line.name : line.pieces.map((piece) => piece.text).join('|')))).toEqual(['项目概况', '预算|28万元|，支出|28万元|。', '表1 自评表', '完。']);
  expect(lines[1]).toMatchObject({ heading: false, pieces: [{}, { figure: 1, state: 'holds' }, {}, { figure: 0, state: 'contradicts' }, {}] });
  expect(lines[0]).toMatchObject({ heading: true, label: '一、' });
});

test('states are counted; only figures about the open workbook lead back from its cells', () => {
  expect(countStates(review)).toEqual({ holds: 1, contradicts: 1, notChecked: 1 });
  expect(figuresAt(review, '自评表', ['G5'])).toEqual([review.figures[0]]);
  expect(figuresAt(review, '自评表', ['H5'])).toEqual([]);
});

test('a table of a report becomes a sheet with its merges, widths, lines and number formats', () => {
  const plan = planOfTable(table);
  expect(plan).toMatchObject({ name: '表1 自评表', merges: grid.merges, columnWidths: [90, 72] });
  expect(plan.cells.map(({ row, column, value, style }) => [row, column, value, style.lines.left, style.numberFormat])).toEqual([
    [1, 1, '=标题', 'thin', 'General'], [1, 2, null, 'thin', 'General'], [2, 1, null, 'thin', 'General'], [2, 2, 12.5, 'thin', '0.00'],
  ]);
});
