// A small workbook in pictures, with one of everything that the grid has to show.
import type { CellValue } from '../../src/model/grid';
import type { BorderPicture, CellPicture, SheetPicture, StylePicture, WorkbookPicture } from '../../src/workbooks/grid/picture';

const THIN: BorderPicture = { line: 'thin', colour: '000000' };
const BARE = { left: null, right: null, top: null, bottom: null };
export const BOXED = { left: THIN, right: THIN, top: THIN, bottom: THIN };
const FONT = { name: '宋体', size: 11, bold: false, italic: false, underline: false, strike: false, colour: '000000' };

export function styleLike(changes: Partial<StylePicture> = {}): StylePicture {
  return { numberFormat: 'General', fill: null, font: FONT, horizontal: 'general', vertical: 'center', wrap: false, rotation: 0, borders: BARE, ...changes };
}

export const STYLES: readonly StylePicture[] = [
  styleLike(),
  styleLike({ borders: BOXED, wrap: true }),
  styleLike({ borders: BOXED, numberFormat: '0.00%' }),
  styleLike({ font: { ...FONT, name: '黑体', size: 16, bold: true }, horizontal: 'center' }),
  styleLike({ borders: BOXED, fill: 'FFC7CE' }),
  styleLike({ borders: BOXED, rotation: 'stacked', horizontal: 'center' }),
  styleLike({ font: { ...FONT, italic: true, underline: true, strike: true, colour: 'FF0000' }, rotation: 45 }),
  styleLike({ locked: false }),
];
export const PLAIN = 0;
export const BOX = 1;
export const PERCENT = 2;
const TITLE = 3;
export const MARKED = 4;
const STACKED = 5;
const LOUD = 6;
const OPEN = 7;

export function cellAt(row: number, column: number, value: CellValue, more: Partial<Pick<CellPicture, 'formula' | 'style' | 'note'>> = {}): CellPicture {
  return { row, column, value, formula: null, style: BOX, note: null, ...more };
}

export function sheetLike(name: string, cells: readonly CellPicture[], changes: Partial<SheetPicture> = {}): SheetPicture {
  return { name, visibility: 'visible', cells, merges: [], columns: [], rows: [], defaultColumnWidth: 72, defaultRowHeight: 19, frozen: { rows: 0, columns: 0 }, gridlines: true, protected: false, kept: [], cutAt: null, ...changes };
}

const FORM = sheetLike('自评表', [
  cellAt(1, 1, '项目支出绩效自评表', { style: TITLE }),
  cellAt(2, 1, '一级\n指标'), cellAt(2, 2, '年初预算数'), cellAt(2, 3, '全年预算数'), cellAt(2, 4, '执行率'),
  cellAt(3, 1, '产出指标', { style: STACKED }), cellAt(3, 2, 43), cellAt(3, 3, 28), cellAt(3, 4, 0.65, { style: PERCENT, formula: 'ROUND(C3/B3,2)', note: '应为 65.12%，\n填的是 100%' }),
  cellAt(4, 2, '12'), cellAt(4, 3, true), cellAt(4, 4, { error: '#DIV/0!' }, { formula: 'B3/0' }),
  cellAt(5, 2, 5, { style: MARKED }), cellAt(5, 3, 6, { style: LOUD }), cellAt(5, 4, 11, { formula: 'SUM(B5:C5)' }),
  cellAt(6, 2, 0, { formula: '没有的函数(1)' }), cellAt(6, 3, null, { formula: 'D5*2' }),
  cellAt(8, 1, null, { style: MARKED }),
], {
  merges: [{ top: 1, left: 1, bottom: 1, right: 4 }, { top: 3, left: 1, bottom: 5, right: 1 }],
  columns: [{ first: 1, last: 1, size: 60, hidden: false }, { first: 2, last: 3, size: 110, hidden: false }, { first: 6, last: 6, size: null, hidden: true }],
  rows: [{ first: 1, last: 1, size: 40, hidden: false }, { first: 7, last: 7, size: null, hidden: true }],
  frozen: { rows: 2, columns: 1 },
});

export const BOOK: WorkbookPicture = {
  active: 0,
  styles: STYLES,
  sheets: [
    FORM,
    sheetLike('藏起来的', [cellAt(80, 20, '在这里')], { visibility: 'very-hidden', gridlines: false }),
    sheetLike('保护的', [cellAt(1, 1, 1, { style: OPEN }), cellAt(1, 2, 2), cellAt(1, 3, 44, { formula: 'A1+自评表!B3' })], { protected: true }),
    sheetLike('空的', [cellAt(1, 1, 1, { style: PLAIN }), cellAt(2, 1, 2, { style: PLAIN })]),
  ],
};
