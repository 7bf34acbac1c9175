// What the editor of a cell begins with and what comes of it, as in Excel: left as it is, it gives the same cell again. Univer begins with what the cell shows, on one line.
import { CellValueType, getNumfmtParseValueFilter, isDefaultFormat, isTextFormat, numfmt, type ICellData, type IDocumentData, type Injector, type Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, getPatternType, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { sheetsNamed } from '../formula-sheets';
import { dayIn } from './typed-day';

/** Univer's own come before: numbers without their separators, percentages with all their digits. */
const AFTER_UNIVER = -0.5;
/** Here it has not read yet what was typed. */
const BEFORE_UNIVER = 0.5;
/** As Excel shows a date in the editor, whatever the cell's format makes of it. */
const DAY = 'yyyy/m/d';
const MOMENT = 'yyyy/m/d h:mm:ss';
const DIGITS = 15;

/** Lines of a text as paragraphs, all in the letters of the cell. */
function linesOf(text: string, font: object): IDocumentData {
  const stream = text.replace(/\r\n?|\n/g, '\r');
  const ends = [...`${stream}\r`].flatMap((sign, at) => (sign === '\r' ? [at] : []));
  return {
    id: 'd',
    documentStyle: {},
    body: {
      dataStream: `${stream}\r\n`,
      textRuns: [{ st: 0, ed: stream.length, ts: font }],
      paragraphs: ends.map((startIndex) => ({ startIndex })),
      sectionBreaks: [{ startIndex: stream.length + 1 }],
    },
  };
}

function comesBack(shown: ICellData['v'], number: number): boolean {
  const read = typeof shown === 'number' ? shown : getNumfmtParseValueFilter(String(shown ?? ''))?.v;
  return typeof read === 'number' && read.toPrecision(DIGITS) === number.toPrecision(DIGITS);
}

/** 2024年1月5日 and 95分 as a format makes them would be read as texts. */
function numberFor(shown: ICellData, number: number, pattern: string): ICellData {
  if (comesBack(shown.v, number)) return shown;
  const type = getPatternType(pattern);
  if (type !== 'date' && type !== 'datetime') return { ...shown, v: number };
  return { ...shown, v: numfmt.format(type === 'date' ? DAY : MOMENT, number) };
}

function begun(shown: ICellData, raw: ICellData, pattern: string, font: object): ICellData {
  if (raw.f || raw.si) return shown;
  if (typeof raw.v === 'number') return raw.t === CellValueType.NUMBER ? numberFor(shown, raw.v, pattern) : shown;
  if (typeof raw.v === 'string' && /[\r\n]/.test(raw.v)) return { ...shown, p: linesOf(raw.v, font) };
  // In a cell of texts the apostrophe would be one more letter.
  return raw.t === CellValueType.FORCE_STRING && isTextFormat(pattern) ? { ...shown, t: CellValueType.STRING } : shown;
}

/** The date that was written in Chinese, where the cell takes one: `z`, its number format, where the cell has none. Null: amounts and texts stay among their like. */
export function dayFor(text: string, pattern: string): { readonly v: number; readonly z?: string } | null {
  const isPlain = pattern === '' || isDefaultFormat(pattern);
  const type = getPatternType(pattern);
  const day = isPlain || type === 'date' || type === 'datetime' ? dayIn(text, () => new Date().getFullYear()) : null;
  return day && { v: day.serial, ...(isPlain ? { z: day.numberFormat } : {}) };
}

/**
 * 65.12 in a cell of percentages is 65.12%, and not 6512%; as in Excel and WPS, 0.65 is a share. =1月!A1 gets its quotes, and 2024年5月6日 is a date, as there.
 * @param before what the cell held: a day that stands there as text and is left as it is stays text
 * @param sheets names of the workbook's sheets
 */
function typed(cell: ICellData, before: ICellData['v'], pattern: string, sheets: () => readonly string[]): ICellData {
  if (cell.f) return { ...cell, f: `=${sheetsNamed(cell.f.replace(/^=/, ''), sheets()).quoted}` };
  const day = typeof cell.v === 'string' && cell.t !== CellValueType.FORCE_STRING && cell.v !== before ? dayFor(cell.v, pattern) : null;
  if (day) return { ...cell, v: day.v, t: CellValueType.NUMBER, ...(day.z === undefined ? {} : { s: { n: { pattern: day.z } } }) };
  const digits = typeof cell.v === 'string' && getPatternType(pattern) === 'percent' ? /^\s*[-+]?(\d[\d,]*(?:\.\d*)?)\s*$/.exec(cell.v)?.[1] : undefined;
  return digits !== undefined && Number(digits.replaceAll(',', '')) >= 1 ? { ...cell, v: `${String(cell.v).trim()}%` } : cell;
}

/** Univer's own arithmetic makes 0.6512000000000001 of 65.12%: the same typed again would be a change. */
function asExact(cell: ICellData, before: Nullable<ICellData>): ICellData {
  if (typeof cell.v !== 'number') return cell;
  const v = Number(cell.v.toPrecision(DIGITS));
  return { ...cell, v: typeof before?.v === 'number' && Number(before.v.toPrecision(DIGITS)) === v ? before.v : v };
}

/** To be called once, when a workbook has been shown. */
export function editAsFound(injector: Injector): void {
  const { writeCellInterceptor } = injector.get(SheetInterceptorService);
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: AFTER_UNIVER,
    handler(shown: Nullable<ICellData>, { workbook, worksheet, row, col }, next) {
      const raw = worksheet.getCellRaw(row, col);
      if (!shown || !raw) return next(shown);
      const { n, ff, fs, bl, it, ul, st, cl } = workbook.getStyles().getStyleByCell(raw) ?? {};
      return next(begun(shown, raw, n?.pattern ?? '', { ff, fs, bl, it, ul, st, cl }));
    },
  });
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: BEFORE_UNIVER,
    handler(cell: Nullable<ICellData>, { workbook, worksheet, row, col }, next) {
      const raw = worksheet.getCellRaw(row, col);
      return next(cell && typed(cell, raw?.v, workbook.getStyles().getStyleByCell(raw)?.n?.pattern ?? '', () => workbook.getSheets().map((sheet) => sheet.getName())));
    },
  });
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: AFTER_UNIVER,
    handler: (cell: Nullable<ICellData>, { worksheet, row, col }, next) => next(cell && asExact(cell, worksheet.getCellRaw(row, col))),
  });
}
