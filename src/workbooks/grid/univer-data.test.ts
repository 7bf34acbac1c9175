import type { CellPicture, SheetPicture, StylePicture, WorkbookPicture } from './picture';
import { cellOver, FORCED_TEXT, noteData, sheetData, styleData, TEXT, valueData, workbookData } from './univer-data';

const BARE = { left: null, right: null, top: null, bottom: null };
const PLAIN: StylePicture = {
  numberFormat: 'General', fill: null, font: { name: '宋体', size: 11, bold: false, italic: false, underline: false, strike: false, colour: '000000' },
  horizontal: 'general', vertical: 'center', wrap: false, rotation: 0, borders: BARE,
};

function cell(row: number, column: number, value: CellPicture['value'], more: Partial<CellPicture> = {}): CellPicture {
  return { row, column, value, formula: null, style: 0, note: null, ...more };
}

function sheet(cells: readonly CellPicture[], more: Partial<SheetPicture> = {}): SheetPicture {
  return { name: '表', visibility: 'visible', cells, merges: [], columns: [], rows: [], defaultColumnWidth: 72, defaultRowHeight: 19, frozen: { rows: 0, columns: 0 }, gridlines: true, protected: false, kept: [], cutAt: null, ...more };
}

function book(...sheets: readonly SheetPicture[]): WorkbookPicture {
  return { sheets, styles: [PLAIN, { ...PLAIN, wrap: true }], active: 0 };
}

describe('a picture in the grid’s own shape', () => {
  it('counts rows and columns from 0, and names the styles', () => {
    const data = sheetData(sheet([cell(3, 2, 5, { style: 1, formula: 'A1+1' })]), 's', book().styles);
    expect(data.cellData).toEqual({ 2: { 1: { s: 'p1', v: 5, t: 2, f: '=A1+1' } } });
  });

  it.each([
    [1.5, { v: 1.5, t: 2 }],
    [true, { v: 1, t: 3 }],
    ['文字', { v: '文字', t: TEXT }],
    ['12', { v: '12', t: FORCED_TEXT }],
    [' ', { v: ' ', t: TEXT }],
    [{ error: '#REF!' }, { v: '#REF!', t: TEXT }],
    [null, { v: null, t: null }],
  ])('keeps what kind of value %j is', (value, expected) => {
    expect(valueData(value)).toEqual(expected);
  });

  it('leaves blank cells with a look, and formulas without a result, without a value', () => {
    const { cellData } = sheetData(sheet([cell(1, 1, null), cell(1, 2, null, { formula: 'A1' })]), 's', book().styles);
    expect(cellData).toEqual({ 0: { 0: { s: 'p0' }, 1: { s: 'p0', f: '=A1' } } });
  });

  it('leaves out merges and frozen parts that no page could bear', () => {
    const all = { top: 1, left: 1, bottom: 1_048_576, right: 16_384 };
    const { mergeData, freeze, rowCount, columnCount } = sheetData(sheet([cell(1, 1, 1)], { merges: [all, { top: 2, left: 1, bottom: 2, right: 16_384 }], frozen: { rows: 99_999, columns: 999 } }), 's', book().styles);
    expect(mergeData).toEqual([{ startRow: 1, startColumn: 0, endRow: 1, endColumn: 16_383 }]);
    expect(freeze).toEqual({ xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 });
    expect([rowCount, columnCount]).toEqual([60, 16_392]);
    expect(sheetData(sheet([], { frozen: { rows: 100, columns: 50 } }), 's', book().styles).freeze).toMatchObject({ xSplit: 50, ySplit: 100 });
  });

  it('gives merges, frozen parts, sizes and what is hidden', () => {
    const data = sheetData(sheet([cell(1, 1, 1)], {
      merges: [{ top: 1, left: 1, bottom: 2, right: 3 }],
      frozen: { rows: 2, columns: 1 },
      columns: [{ first: 2, last: 3, size: 110, hidden: false }, { first: 5, last: 16_384, size: null, hidden: true }],
      rows: [{ first: 1, last: 1, size: 40, hidden: false }, { first: 4, last: 4, size: 0, hidden: true }],
      gridlines: false,
    }), 's', book().styles);
    expect(data.mergeData).toEqual([{ startRow: 0, startColumn: 0, endRow: 1, endColumn: 2 }]);
    expect(data.freeze).toEqual({ xSplit: 1, ySplit: 2, startRow: 2, startColumn: 1 });
    expect(data.columnData[1]).toEqual({ w: 110, hd: 0 });
    expect(data.columnData[2]).toEqual({ w: 110, hd: 0 });
    expect(Object.keys(data.columnData)).toHaveLength(2 + data.columnCount - 4);
    expect(data.columnData[4]).toEqual({ hd: 1 });
    expect(data.rowData).toEqual({ 0: { h: 40, ia: 0, hd: 0 }, 3: { h: 0, ia: 0, hd: 1 } });
    expect(data.showGridlines).toBe(0);
  });

  it('leaves room to type below and beside, but none below where a large sheet is cut', () => {
    const { rowCount, columnCount } = sheetData(sheet([cell(500, 40, 1)]), 's', book().styles);
    expect(rowCount).toBeGreaterThan(500);
    expect(columnCount).toBeGreaterThan(40);
    expect(sheetData(sheet([cell(500, 1, 1)], { cutAt: 500 }), 's', book().styles).rowCount).toBe(500);
  });

  it('hides hidden and very hidden sheets alike', () => {
    const { sheets } = workbookData(book(sheet([]), sheet([], { visibility: 'hidden' }), sheet([], { visibility: 'very-hidden' })), 'b', ['s1', 's2', 's3']);
    expect(Object.values(sheets).map(({ hidden }) => hidden)).toEqual([0, 1, 1]);
  });

  it('gives rows without a height of their own what their wrapped texts need, and merged cells nothing', () => {
    const cells = [cell(1, 1, '一级\n指标', { style: 1 }), cell(2, 1, '一级\n指标'), cell(3, 1, '一级\n指标', { style: 1 }), cell(4, 1, '字'.repeat(20), { style: 1 })];
    const { rowData } = sheetData(sheet(cells, { merges: [{ top: 3, left: 1, bottom: 3, right: 2 }] }), 's', book().styles);
    expect(Object.keys(rowData)).toEqual(['0', '3']);
    const large = { ...PLAIN, font: { ...PLAIN.font, size: 16 } };
    expect(sheetData(sheet([cell(1, 1, '标题')], { merges: [{ top: 1, left: 1, bottom: 1, right: 4 }] }), 's', [large, PLAIN]).rowData).toEqual({});
    expect(sheetData(sheet([cell(1, 1, '标题', { style: 1 })], { merges: [{ top: 1, left: 1, bottom: 1, right: 4 }] }), 's', [PLAIN, large]).rowData[0]?.ah).toBeGreaterThan(19);
    expect(rowData[0]?.ah).toBeGreaterThan(19);
    expect(rowData[3]?.ah ?? 0).toBeGreaterThan(rowData[0]?.ah ?? 0);
  });

  it('writes styles as the grid reads them', () => {
    const style = styleData({
      ...PLAIN, numberFormat: '0.00%', fill: 'FFC7CE', font: { ...PLAIN.font, bold: true, strike: true, colour: 'FF0000' }, horizontal: 'center', vertical: 'top', wrap: true, rotation: 45,
      borders: { ...BARE, top: { line: 'double', colour: '00FF00' } },
    });
    expect(style).toMatchObject({ n: { pattern: '0.00%' }, bg: { rgb: '#FFC7CE' }, bl: 1, it: 0, st: { s: 1 }, cl: { rgb: '#FF0000' }, ht: 2, vt: 1, tb: 3, tr: { a: -45 } });
    expect(style.bd).toEqual({ l: null, r: null, b: null, t: { s: 7, cl: { rgb: '#00FF00' } } });
    expect(styleData({ ...PLAIN, rotation: 'stacked' }).tr).toEqual({ a: 0, v: 1 });
  });

  it('keeps the list of styles free of what is nothing', () => {
    expect(workbookData(book(sheet([])), 'b', ['s']).styles['p0']).toEqual({ ff: '宋体', fs: 11, cl: { rgb: '#000000' }, vt: 2 });
  });

  it('leaves nothing of the old cell when it is put over one', () => {
    const over = cellOver(cell(1, 1, 5), [PLAIN]);
    expect(over).toMatchObject({ v: 5, f: null, si: null, p: null });
    expect(over.s).toMatchObject({ bg: null, n: null, tr: null, bd: BARE_SIDES, bl: 0 });
  });

  it('hands notes over by sheet, row and column', () => {
    const { resources } = workbookData(book(sheet([cell(3, 4, 1, { note: '请核对' })])), 'b', ['s']);
    expect(resources?.map(({ name, data }) => [name, JSON.parse(data) as unknown])).toEqual([['SHEET_NOTE_PLUGIN', { s: { 2: { 3: noteData(3, 4, '请核对') } } }]]);
  });
});

const BARE_SIDES = { l: null, r: null, t: null, b: null };
