// How high a row is that the file gives no height: as Excel does on opening, high enough for its wrapped texts. An estimate, as no font is measured. Pure.
import type { CellPicture, SheetPicture, StylePicture } from './picture';

/** Pixels in a point, the height of a line in heights of its letters (20 px for Excel's 11 points), and what the edges of a cell take. */
const PIXELS = 4 / 3;
const LINE = 1.36;
const PADDING = 6;
/** Widths in heights of a letter: Chinese letters are square. */
const NARROW = 0.55;

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2e7f' ? 1 : NARROW;
  return width;
}

function heightOf(cell: CellPicture, style: StylePicture, width: number): number {
  if (typeof cell.value !== 'string') return 0;
  const letter = style.font.size * PIXELS;
  const room = Math.max(letter, width - PADDING);
  // Most texts fit on one line even if all their letters were wide: they need not be measured.
  if (cell.value.length * letter <= room && !cell.value.includes('\n')) return Math.ceil(letter * LINE);
  const lines = cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * letter) / room)), 0);
  return Math.ceil(lines * letter * LINE);
}

/** Rows, from 0, that need more than the sheet's usual height. Of merged cells only the size of the letters counts, as in Excel. */
export function grownRows(sheet: SheetPicture, styles: readonly StylePicture[]): Record<number, { ah: number; ia: 1 }> {
  const widths = new Map(sheet.columns.flatMap(({ first, last, size }) => (size === null ? [] : Array.from({ length: Math.min(last, first + 1000) - first + 1 }, (_none, at) => [first + at, size] as const))));
  const usual = styles[0]?.font.size ?? 11;
  const merged = (row: number, column: number): boolean => sheet.merges.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
  const rows: Record<number, { ah: number; ia: 1 }> = {};
  for (const cell of sheet.cells) {
    const style = styles[cell.style];
    if (!style || cell.value === null) continue;
    const least = Math.max(sheet.defaultRowHeight, rows[cell.row - 1]?.ah ?? 0);
    const oneLine = Math.ceil(style.font.size * PIXELS * LINE);
    const wrapped = style.wrap ? heightOf(cell, style, widths.get(cell.column) ?? sheet.defaultColumnWidth) : 0;
    const height = wrapped > Math.max(least, oneLine) && !merged(cell.row, cell.column) ? wrapped : oneLine;
    // Letters of the usual size need no more than the usual height, whatever the estimate says.
    if (height > least && (height > oneLine || style.font.size > usual)) rows[cell.row - 1] = { ah: height, ia: 1 };
  }
  return rows;
}
