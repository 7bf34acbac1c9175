// A planned sheet's cells by calls on ranges: contents in whole blocks, looks once for each area that shares them.
import type { Range } from '../../model/address';
import { formatRange } from '../../model/address';
import type { PlanCell, PlanLine, SheetPlan } from '../../model/sheet-plan';
import { MAX_TEXT } from '../cell-limits';
import { untracked, type Batch } from './batch';
import { likeAreas, likeRuns } from './like-areas';
import { typedText } from './write-cell';

/** A cell takes some 60 bytes of a request, which may have 5 MB on the web. */
const CELLS_PER_TRIP = 20_000;
const TEXT_FORMAT = '@';

/** The smallest range around all cells; null without any. */
function boxOf(cells: readonly PlanCell[]): Range | null {
  const [first] = cells;
  if (!first) return null;
  let { row: top, row: bottom, column: left, column: right } = first;
  for (const { row, column } of cells) {
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
  }
  return { top, left, bottom, right };
}

/** In a cell formatted as text a number or a formula would become a text: there that format comes after the content. */
function formatsLate({ value, formula, style }: PlanCell): boolean {
  return style.numberFormat === TEXT_FORMAT && (formula !== null || (value !== null && typeof value !== 'string'));
}

/** Null leaves the cell as it is: blank, since the sheet is new. */
function contentOf({ value, formula }: PlanCell): string | number | boolean | null {
  if (formula !== null) return `=${formula}`;
  if (value === '') return null;
  return typeof value === 'string' ? typedText(value.slice(0, MAX_TEXT)) : value;
}

function rangeAt(sheet: Excel.Worksheet, range: Range): Excel.Range {
  return untracked(sheet.getRange(formatRange(range)));
}

/** Formats before values, since the format decides how a value is read; in as many trips as the sheet needs. `onWriting` hears each block. */
export async function layContents({ context, sync }: Batch, { name, cells }: SheetPlan, onWriting: (place: string) => void): Promise<void> {
  const box = boxOf(cells);
  if (!box) return;
  const width = box.right - box.left + 1;
  const rowsPerTrip = Math.max(1, Math.floor(CELLS_PER_TRIP / width));
  const sheet = context.workbook.worksheets.getItem(name);
  for (let top = box.top; top <= box.bottom; top += rowsPerTrip) {
    const range = { ...box, top, bottom: Math.min(box.bottom, top + rowsPerTrip - 1) };
    const blank = <T>(): (T | null)[][] => Array.from({ length: range.bottom - range.top + 1 }, () => new Array<T | null>(width).fill(null));
    const formats = blank<string>();
    const contents = blank<string | number | boolean>();
    for (const cell of cells) {
      const [r, c] = [cell.row - range.top, cell.column - range.left];
      if (!formats[r] || !contents[r]) continue;
      formats[r][c] = formatsLate(cell) ? 'General' : cell.style.numberFormat;
      contents[r][c] = contentOf(cell);
    }
    const block = rangeAt(sheet, range);
    block.numberFormat = formats;
    block.formulas = contents;
    onWriting(`${name}!${formatRange(range)}`);
    if (range.bottom < box.bottom) await sync();
  }
  for (const { range } of likeAreas(cells, (cell) => formatsLate(cell) || null)) {
    rangeAt(sheet, range).numberFormat = Array.from({ length: range.bottom - range.top + 1 }, () => new Array<string>(range.right - range.left + 1).fill(TEXT_FORMAT));
  }
}

/** Merges, widths and heights; rows without a height of their own grow to their content. */
export function laySizes(sheet: Excel.Worksheet, { cells, merges, columnWidths, rowHeights }: SheetPlan): void {
  for (const merge of merges) rangeAt(sheet, merge).merge(false);
  for (const { from, count, value } of likeRuns(columnWidths)) untracked(sheet.getRangeByIndexes(0, from, 1, count)).format.columnWidth = value;
  const last = Math.max(boxOf(cells)?.bottom ?? 0, ...Object.keys(rowHeights).map(Number));
  for (const { from, count, value } of likeRuns(Array.from({ length: last }, (_, at) => rowHeights[at + 1] ?? null))) {
    const { format } = untracked(sheet.getRangeByIndexes(from, 0, count, 1));
    if (value === null) format.autofitRows();
    else format.rowHeight = value;
  }
}

const HORIZONTAL = { general: 'General', left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** Fonts, fills, places of texts, locks: each property by itself, so that what is the same everywhere is one call. */
export function layLooks(sheet: Excel.Worksheet, { cells }: SheetPlan): void {
  const each = <T extends string | number | boolean>(valueOf: (style: PlanCell['style']) => T | null, set: (format: Excel.RangeFormat, value: T) => void): void => {
    for (const { range, value } of likeAreas(cells, ({ style }) => valueOf(style))) set(rangeAt(sheet, range).format, value);
  };
  each(({ font }) => font.name, ({ font }, name) => { font.name = name; });
  each(({ font }) => font.size, ({ font }, size) => { font.size = size; });
  each(({ font }) => font.bold || null, ({ font }) => { font.bold = true; });
  each(({ font }) => font.colour, ({ font }, colour) => { font.color = `#${colour}`; });
  each(({ fill }) => fill, ({ fill }, colour) => { fill.color = `#${colour}`; });
  each(({ horizontal }) => (horizontal === 'general' ? null : horizontal), (format, horizontal) => { format.horizontalAlignment = HORIZONTAL[horizontal]; });
  each(({ vertical }) => vertical, (format, vertical) => { format.verticalAlignment = VERTICAL[vertical]; });
  each(({ wrap }) => wrap || null, (format) => { format.wrapText = true; });
  each(({ locked }) => (locked ? null : true), ({ protection }) => { protection.locked = false; });
  for (const line of ['thin', 'medium'] as const) layLines(sheet, cells, line);
}

const SIDES = { top: ['EdgeTop', 'InsideHorizontal'], bottom: ['EdgeBottom', 'InsideHorizontal'], left: ['EdgeLeft', 'InsideVertical'], right: ['EdgeRight', 'InsideVertical'] } as const;
const WEIGHTS: Readonly<Record<Exclude<PlanLine, 'none'>, 'Thin' | 'Medium'>> = { thin: 'Thin', medium: 'Medium' };

/** Where all cells of an area have the line on one side, it is the area's edge and its inner lines in that direction. Thin ones go first: a medium line of a neighbour wins. */
function layLines(sheet: Excel.Worksheet, cells: readonly PlanCell[], line: 'thin' | 'medium'): void {
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    for (const { range } of likeAreas(cells, ({ style }) => (style.lines[side] === line ? true : null))) {
      const single = side === 'top' || side === 'bottom' ? range.top === range.bottom : range.left === range.right;
      const { borders } = rangeAt(sheet, range).format;
      for (const edge of SIDES[side].slice(0, single ? 1 : 2)) {
        const border = borders.getItem(edge);
        border.style = 'Continuous';
        border.weight = WEIGHTS[line];
      }
    }
  }
}
