import type { CellPicture, SheetPicture } from '../workbooks/grid/picture';
import { MOST_ROWS, opened, previewRows } from './preview-rows';

const cell = (row: number, column: number, value: string): CellPicture => ({ row, column, value, formula: null, style: 0, note: null });
const sheet = (change: Partial<SheetPicture>): SheetPicture => ({
  name: '表', visibility: 'visible', cells: [], merges: [], columns: [], rows: [], defaultColumnWidth: 64, defaultRowHeight: 20, frozen: { rows: 0, columns: 0 },
  gridlines: true, protected: false, kept: [], cutAt: null, ...change,
});

test('merged cells are one with spans; its right and bottom border come from the cells that keep them', () => {
  const cells = [cell(1, 1, '标题'), cell(1, 2, 'right'), cell(2, 1, 'bottom'), cell(3, 3, 'end')];
  const { rows } = previewRows(sheet({ cells, merges: [{ top: 1, left: 1, bottom: 2, right: 2 }] }));
  expect(rows.map((row) => row.cells.map(({ column, rowSpan, columnSpan }) => `${column}:${rowSpan}x${columnSpan}`))).toEqual([['1:2x2', '3:1x1'], ['3:1x1'], ['1:1x1', '2:1x1', '3:1x1']]);
  const [merged] = rows[0]?.cells ?? [];
  expect([merged?.cell?.value, merged?.right?.value, merged?.bottom?.value]).toEqual(['标题', 'right', 'bottom']);
});

test('hidden rows and columns are left out, also inside merged cells, whose content stays', () => {
  const { columns, rows } = previewRows(sheet({
    cells: [cell(1, 1, '标题'), cell(3, 3, 'end')], merges: [{ top: 1, left: 1, bottom: 2, right: 3 }],
    rows: [{ first: 1, last: 1, size: null, hidden: true }], columns: [{ first: 1, last: 1, size: 10, hidden: true }, { first: 2, last: 2, size: 99, hidden: false }],
  }));
  expect(columns).toEqual([{ column: 2, width: 99 }, { column: 3, width: 64 }]);
  expect(rows.map(({ row }) => row)).toEqual([2, 3]);
  expect(rows[0]?.cells).toMatchObject([{ row: 2, column: 2, rowSpan: 1, columnSpan: 2, cell: { value: '标题' } }]);
});

test('a long sheet is cut, and the part around a row is given when asked', () => {
  const cells = Array.from({ length: 1000 }, (_, index) => cell(index + 1, 1, String(index + 1)));
  const start = previewRows(sheet({ cells }));
  expect([start.rows.length, start.cut, start.rows[0]?.row]).toEqual([MOST_ROWS, true, 1]);
  const around = previewRows(sheet({ cells }), 900);
  expect(around.rows.some(({ row }) => row === 900)).toBe(true);
  expect(around.rows.at(-1)?.row).toBe(1000);
  expect(around.cut).toBe(true);
  expect(previewRows(sheet({ cells: cells.slice(0, 5) })).cut).toBe(false);
});

test('an empty sheet has no rows', () => {
  expect(previewRows(sheet({}))).toEqual({ columns: [], rows: [], cut: false });
});

test('a cell of which nothing is seen is opened, its row and its column alone', () => {
  const hidden = sheet({ cells: [cell(9, 9, 'end')], merges: [{ top: 6, left: 1, bottom: 7, right: 1 }], rows: [{ first: 2, last: 6, size: 30, hidden: true }], columns: [{ first: 3, last: 3, size: null, hidden: true }] });
  const seen = (row: number, column: number): unknown => {
    const { rows, columns } = previewRows(opened(hidden, row, column));
    return [rows.map((one) => one.row), columns.map((one) => one.column)];
  };
  const [usual, without3] = [[1, 7, 8, 9], [1, 2, 4, 5, 6, 7, 8, 9]];
  expect(seen(3, 2)).toEqual([[1, 3, 7, 8, 9], without3]);
  expect(seen(8, 3)).toEqual([usual, [1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  // Of a merged cell a row is to be seen.
  expect(opened(hidden, 6, 1)).toBe(hidden);
  expect(opened(hidden, 8, 2)).toBe(hidden);
});
