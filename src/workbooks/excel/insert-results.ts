// The sheet 核查结果 in the open workbook. A hidden name marks it as ours, since users rename and move sheets; our earlier one is emptied, never deleted, and left alone where somebody wrote on it since.
import { a1 } from '../../model/address';
import { MAX_TEXT } from '../cell-limits';
import { freeSheetName } from '../new-sheet-names';
import type { ResultSheet } from '../port';
import { wordsOf, type ResultWord } from '../result-words';
import { quotedSheet } from './addresses';
import { untracked, type Batch } from './batch';
import { askWritable } from './record';
import type { Features } from './requirements';
import { typedText } from './write-cell';

const DEFAULT_NAME = '核查结果';
/** The same name that the host of files uses. */
const MARKER = '_biaoli_results';
/** A row of findings takes about 1.5 kB, so that a request stays below 5 MB. */
const ROWS_PER_TRIP = 1_500;
/** Far more than a workbook has findings: what stands below is somebody's. */
const MOST_ROWS = 30_000;
/** A character of the default font is 7 pixels wide, with 5 for the edges; Excel's API counts points. */
const POINTS_PER_CHARACTER = 5.25;
const EDGE_POINTS = 3.75;

function rangeAt(sheet: Excel.Worksheet, top: number, rows: number, columns: number): Excel.Range {
  return untracked(sheet.getRangeByIndexes(top, 0, rows, columns));
}

function queueHead(sheet: Excel.Worksheet, { columns }: ResultSheet): void {
  const head = rangeAt(sheet, 0, 1, columns.length);
  head.values = [columns.map(({ title }) => typedText(title))];
  head.format.font.bold = true;
  head.format.fill.color = '#D9E1F2';
  for (const [at, { width }] of columns.entries()) untracked(sheet.getRangeByIndexes(0, at, 1, 1)).format.columnWidth = width * POINTS_PER_CHARACTER + EDGE_POINTS;
  sheet.freezePanes.freezeRows(1);
}

function queueRows(sheet: Excel.Worksheet, { columns, rows }: ResultSheet, from: number): void {
  const part = rows.slice(from, from + ROWS_PER_TRIP);
  if (part.length === 0) return;
  const body = rangeAt(sheet, from + 1, part.length, columns.length);
  // Texts stay texts, whatever they begin with.
  body.numberFormat = part.map(() => columns.map(() => '@'));
  body.values = part.map((row) => columns.map((_, at) => typedText((row[at]?.text ?? '').slice(0, MAX_TEXT))));
  body.format.wrapText = true;
  body.format.verticalAlignment = 'Top';
  for (const [r, row] of part.entries()) {
    for (const [c, { text, link }] of row.entries()) {
      if (link) untracked(sheet.getRangeByIndexes(from + 1 + r, c, 1, 1)).hyperlink = { documentReference: `${quotedSheet(link.sheet)}!${link.cell}`, textToDisplay: text, screenTip: text.slice(0, 255) };
    }
  }
}

/** What the sheet will hold, in a short text. */
function plannedWords({ columns, rows }: ResultSheet): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map((_, at) => (row[at]?.text ?? '').slice(0, MAX_TEXT)))];
  return wordsOf(lines.flatMap((line, r) => line.map((text, c): ResultWord => [a1(r + 1, c + 1), text])));
}

/** What somebody wrote on the sheet, such as 已处理 beside a row or in our own empty column for it, belongs to the rows as they were. */
async function isWrittenOn({ sync }: Batch, sheet: Excel.Worksheet, { columns }: ResultSheet, words: string): Promise<boolean> {
  const used = untracked(sheet.getUsedRangeOrNullObject(true)).load('rowIndex,rowCount,columnIndex,columnCount');
  await sync();
  if (used.isNullObject) return false;
  const [end, width] = [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
  if (width > columns.length || end > MOST_ROWS) return true;
  const cells: ResultWord[] = [];
  for (let from = 0; from < end; from += ROWS_PER_TRIP) {
    const part = rangeAt(sheet, from, Math.min(ROWS_PER_TRIP, end - from), width).load('formulas');
    await sync();
    for (const [r, row] of part.formulas.entries()) for (const [c, content] of row.entries()) cells.push([a1(from + r + 1, c + 1), String(content)]);
  }
  return wordsOf(cells) !== words;
}

/** Adds the sheet as the last one, or writes ours anew. Two round trips, four where ours is there, more only for very many rows. */
export async function insertResults(batch: Batch, features: Features, results: ResultSheet): Promise<void> {
  const { workbook } = batch.context;
  const checkWritable = askWritable(workbook, features);
  const sheets = workbook.worksheets.load('items/name');
  const marker = workbook.names.getItemOrNullObject(MARKER).load('name,formula,comment');
  await batch.sync();
  checkWritable();

  const marked = marker.isNullObject ? null : /^=(?:'((?:[^']|'')*)'|([^!]+))!/.exec(String(marker.formula));
  const markedName = marked?.[1]?.replaceAll("''", "'") ?? marked?.[2];
  const earlier = sheets.items.find(({ name }) => name === markedName);
  const own = earlier && !(await isWrittenOn(batch, earlier, results, marker.comment)) ? earlier : undefined;
  const name = own?.name ?? freeSheetName(results.name ?? DEFAULT_NAME, new Set(sheets.items.map((one) => one.name.toLowerCase())), DEFAULT_NAME);
  const sheet = own ? workbook.worksheets.getItem(own.name) : workbook.worksheets.add(name);
  if (own) untracked(sheet.getRange()).clear();
  else {
    if (!marker.isNullObject) marker.delete();
    workbook.names.add(MARKER, untracked(sheet.getRange('A1'))).visible = false;
  }
  queueHead(sheet, results);
  for (let from = 0; from === 0 || from < results.rows.length; from += ROWS_PER_TRIP) {
    queueRows(workbook.worksheets.getItem(name), results, from);
    // With the last rows: a sheet of which only a part was written is nobody's to be written over.
    if (from + ROWS_PER_TRIP >= results.rows.length) workbook.names.getItem(MARKER).comment = plannedWords(results);
    await batch.sync();
  }
}
