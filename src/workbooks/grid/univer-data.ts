// A picture of a workbook in Univer's own shape: rows and columns from 0, styles by name, notes as a resource. Pure.
import type { IBorderStyleData, ICellData, IRange, IStyleData, IWorkbookData, IWorksheetData, Nullable } from '@univerjs/core';
import { isError, type CellValue } from '../../model/grid';
import { grownRows } from './univer-heights';
import type { BorderLine, BorderPicture, CellPicture, SheetPicture, SizeRun, StylePicture, WorkbookPicture } from './picture';

/** Univer's numbers for what it draws; its enums are not imported, so that this file stays free of its code. */
const LINE: Readonly<Record<BorderLine, number>> = { thin: 1, hair: 2, dotted: 3, dashed: 4, double: 7, medium: 8, thick: 13 };
const HORIZONTAL: Readonly<Record<StylePicture['horizontal'], number>> = { general: 0, left: 1, center: 2, right: 3, justify: 4, distributed: 6 };
const VERTICAL: Readonly<Record<StylePicture['vertical'], number>> = { top: 1, center: 2, bottom: 3 };
const WRAP = 3;
export const TEXT = 1;
export const NUMBER = 2;
export const BOOLEAN = 3;
/** Text that looks like a number and stays text, as after an apostrophe in Excel. */
export const FORCED_TEXT = 4;
const NOTE_RESOURCE = 'SHEET_NOTE_PLUGIN';

/** Room to type below and beside what is there. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 8;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 26;
/** Univer keeps merges cell by cell: one over a whole sheet (17 billion cells) ends the page. What goes beyond this is shown unmerged. */
const MERGED_CELLS = 300_000;
/** Frozen parts are drawn whole and cannot be scrolled: beyond these the page stands still and nothing else is in reach. */
const FROZEN_ROWS = 100;
const FROZEN_COLUMNS = 50;

/** A row of Univer's matrices: by number, many left out. */
type Matrix<T> = Record<number, Record<number, T>>;
export interface NoteData {
  readonly id: string;
  readonly row: number;
  readonly col: number;
  readonly width: number;
  readonly height: number;
  readonly note: string;
}

/** How a note is shown: wide enough for a sentence, as high as its lines need. */
export function noteData(row: number, column: number, text: string): NoteData {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 16)), 0);
  return { id: `note-${row}-${column}`, row: row - 1, col: column - 1, width: 240, height: Math.min(300, 36 + lines * 20), note: text };
}

function border(side: BorderPicture | null): Nullable<IBorderStyleData> {
  return side ? { s: LINE[side.line], cl: { rgb: `#${side.colour}` } } : null;
}

/** Every property is named, null where there is none: written over an older style nothing of that remains. */
export function styleData(style: StylePicture): IStyleData {
  const { font, borders, fill, rotation } = style;
  return {
    ff: font.name,
    fs: font.size,
    bl: font.bold ? 1 : 0,
    it: font.italic ? 1 : 0,
    ul: { s: font.underline ? 1 : 0 },
    st: { s: font.strike ? 1 : 0 },
    cl: { rgb: `#${font.colour}` },
    bg: fill === null ? null : { rgb: `#${fill}` },
    bd: { l: border(borders.left), r: border(borders.right), t: border(borders.top), b: border(borders.bottom) },
    n: style.numberFormat === 'General' ? null : { pattern: style.numberFormat },
    ht: style.horizontal === 'general' ? null : HORIZONTAL[style.horizontal],
    vt: VERTICAL[style.vertical],
    tb: style.wrap ? WRAP : null,
    // Univer turns clockwise.
    tr: rotation === 'stacked' ? { a: 0, v: 1 } : rotation === 0 ? null : { a: -rotation },
  };
}

/** The same without what is nothing anyway: Univer's lists of styles stay short. */
function leanStyle(style: StylePicture): IStyleData {
  const sides = Object.entries(styleData(style).bd ?? {}).filter(([, side]) => side !== null);
  const { bold, italic, underline, strike } = style.font;
  const off = new Set([bold ? '' : 'bl', italic ? '' : 'it', underline ? '' : 'ul', strike ? '' : 'st', 'bd']);
  const lean = Object.fromEntries(Object.entries(styleData(style)).filter(([key, value]) => value !== null && !off.has(key))) as IStyleData;
  return sides.length === 0 ? lean : { ...lean, bd: Object.fromEntries(sides) };
}

function looksLikeNumber(text: string): boolean {
  // 200,000 texts are asked: most are told from a number by their first letter.
  const first = text.charCodeAt(0);
  return first < 0x3a && text.trim() !== '' && Number.isFinite(Number(text));
}

/** `v` and `t` of a cell; an error is a text for Univer, as its own engine gives it. */
export function valueData(value: CellValue): Pick<ICellData, 'v' | 't'> {
  if (value === null) return { v: null, t: null };
  if (isError(value)) return { v: value.error, t: TEXT };
  if (typeof value === 'number') return { v: value, t: NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: value, t: looksLikeNumber(value) ? FORCED_TEXT : TEXT };
}

function styleName(place: number): string {
  return `p${place}`;
}

function cellData(cell: CellPicture, names: readonly string[]): ICellData {
  const data: ICellData = { s: names[cell.style] ?? null };
  if (cell.value !== null) {
    const { v, t } = valueData(cell.value);
    data.v = v;
    data.t = t;
  }
  if (cell.formula !== null) data.f = `=${cell.formula}`;
  return data;
}

/** What replaces a cell whatever it held: rich text, shared formula and style included. */
export function cellOver(cell: CellPicture, styles: readonly StylePicture[]): ICellData {
  const style = styles[cell.style];
  return { ...valueData(cell.value), f: cell.formula === null ? null : `=${cell.formula}`, si: null, p: null, ...(style ? { s: styleData(style) } : {}) };
}

function sized<T>(runs: readonly SizeRun[], count: number, make: (run: SizeRun) => T): Record<number, T> {
  const data: Record<number, T> = {};
  for (const run of runs) {
    if (run.size === null && !run.hidden) continue;
    const made = make(run);
    for (let at = run.first; at <= Math.min(run.last, count); at++) data[at - 1] = { ...made };
  }
  return data;
}

/** The sheet as far as Univer can bear it: real ones are not touched by this. */
function bearable(sheet: SheetPicture): SheetPicture {
  let room = MERGED_CELLS;
  const merges = sheet.merges.filter(({ top, left, bottom, right }) => {
    const cells = (bottom - top + 1) * (right - left + 1);
    if (cells > room) return false;
    room -= cells;
    return true;
  });
  const { rows, columns } = sheet.frozen;
  return { ...sheet, merges, frozen: { rows: rows > FROZEN_ROWS ? 0 : rows, columns: columns > FROZEN_COLUMNS ? 0 : columns } };
}

function extent(sheet: SheetPicture): { readonly rows: number; readonly columns: number } {
  let rows = sheet.frozen.rows;
  let columns = sheet.frozen.columns;
  for (const { row, column } of sheet.cells) {
    if (row > rows) rows = row;
    if (column > columns) columns = column;
  }
  for (const { bottom, right } of sheet.merges) {
    if (bottom > rows) rows = bottom;
    if (right > columns) columns = right;
  }
  // Below the cut the file goes on: nobody may type there without seeing it.
  return { rows: sheet.cutAt ?? Math.max(LEAST_ROWS, rows + SPARE_ROWS), columns: Math.max(LEAST_COLUMNS, columns + SPARE_COLUMNS) };
}

export function sheetData(picture: SheetPicture, id: string, styles: readonly StylePicture[]): IWorksheetData {
  const sheet = bearable(picture);
  const { rows, columns } = extent(sheet);
  const cells: Matrix<ICellData> = {};
  const names = styles.map((_style, place) => styleName(place));
  for (const cell of sheet.cells) (cells[cell.row - 1] ??= {})[cell.column - 1] = cellData(cell, names);
  const merges: IRange[] = sheet.merges.map(({ top, left, bottom, right }) => ({ startRow: top - 1, startColumn: left - 1, endRow: bottom - 1, endColumn: right - 1 }));
  const { rows: ySplit, columns: xSplit } = sheet.frozen;
  return {
    id,
    name: sheet.name,
    tabColor: '',
    hidden: sheet.visibility === 'visible' ? 0 : 1,
    freeze: { xSplit, ySplit, startRow: ySplit > 0 ? ySplit : -1, startColumn: xSplit > 0 ? xSplit : -1 },
    rowCount: rows,
    columnCount: columns,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: sheet.defaultColumnWidth,
    defaultRowHeight: sheet.defaultRowHeight,
    mergeData: merges,
    cellData: cells,
    // A height that the file names is kept while one types; the others may grow with their text.
    rowData: { ...grownRows(sheet, styles), ...sized(sheet.rows, rows, ({ size, hidden }) => ({ ...(size === null ? {} : { h: size, ia: 0 }), hd: hidden ? 1 : 0 })) },
    columnData: sized(sheet.columns, columns, ({ size, hidden }) => ({ ...(size === null ? {} : { w: size }), hd: hidden ? 1 : 0 })),
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: sheet.gridlines ? 1 : 0,
    rightToLeft: 0,
  };
}

export function notesOf(sheet: SheetPicture): Matrix<NoteData> {
  const notes: Matrix<NoteData> = {};
  for (const { row, column, note } of sheet.cells) if (note !== null) (notes[row - 1] ??= {})[column - 1] = noteData(row, column, note);
  return notes;
}

/** The whole workbook; `ids` names its sheets, in their order. */
export function workbookData(picture: WorkbookPicture, id: string, ids: readonly string[]): IWorkbookData {
  const named = picture.sheets.map((sheet, place) => [ids[place] ?? `sheet-${place}`, sheet] as const);
  const plain = picture.styles[0];
  return {
    id,
    name: '',
    appVersion: '',
    locale: 'zhCN' as IWorkbookData['locale'],
    sheetOrder: named.map(([sheet]) => sheet),
    styles: Object.fromEntries(picture.styles.map((style, place) => [styleName(place), leanStyle(style)])),
    ...(plain ? { defaultStyle: { ff: plain.font.name, fs: plain.font.size, vt: VERTICAL.bottom } } : {}),
    sheets: Object.fromEntries(named.map(([sheet, content]) => [sheet, sheetData(content, sheet, picture.styles)])),
    resources: [{ name: NOTE_RESOURCE, data: JSON.stringify(Object.fromEntries(named.map(([sheet, content]) => [sheet, notesOf(content)]))) }],
  };
}
