// A table of a report as a sheet: spans become merges, texts become cells; titles and notes that stand around it become rows of it.
import type { Range } from '../../model/address';
import { PLAIN_STYLE, type Cell, type CellStyle, type Grid } from '../../model/grid';
import type { TableBlock, WordCell } from './blocks';
import { contentOf } from './cell-content';

interface Placed {
  readonly range: Range;
  readonly cell: WordCell;
}

export interface Laid {
  readonly grid: Grid;
  readonly columnWidths: readonly number[];
  readonly bordered: readonly Range[];
}

const styles = new Map<string, CellStyle>();

function styleOf(numberFormat: string): CellStyle {
  if (numberFormat === PLAIN_STYLE.numberFormat) return PLAIN_STYLE;
  const style = styles.get(numberFormat) ?? { ...PLAIN_STYLE, numberFormat };
  // Formats come from the digits of files: a handful.
  if (styles.size < 256) styles.set(numberFormat, style);
  return style;
}

/** Cells in their places; a cell that goes on downwards grows while the same columns of the next row continue it. */
function place(table: TableBlock, firstRow: number): Placed[] {
  const placed: { range: { top: number; left: number; bottom: number; right: number }; cell: WordCell }[] = [];
  let growing = new Map<number, (typeof placed)[number]>();
  table.rows.forEach((row, r) => {
    const at = firstRow + r;
    const still = new Map<number, (typeof placed)[number]>();
    let left = row.before + 1;
    for (const cell of row.cells) {
      const right = left + cell.span - 1;
      const above = growing.get(left);
      if (cell.merge === 'continue' && above?.range.right === right) {
        above.range.bottom = at;
        still.set(left, above);
      } else {
        const one = { range: { top: at, left, bottom: at, right }, cell };
        placed.push(one);
        if (cell.merge !== null) still.set(left, one);
      }
      left = right + 1;
    }
    growing = still;
  });
  return placed;
}

const wide = ({ top, left, bottom, right }: Range): boolean => bottom > top || right > left;

/** Ranges of cells with lines of their own, joined row by row where they touch. */
function linedRanges(placed: readonly Placed[]): Range[] {
  const ranges: Range[] = [];
  for (const { range, cell } of placed) {
    if (!cell.lined) continue;
    const last = ranges.at(-1);
    if (last && last.top === range.top && last.bottom === range.bottom && last.right + 1 === range.left) ranges[ranges.length - 1] = { ...last, right: range.right };
    else ranges.push(range);
  }
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last && last.left === range.left && last.right === range.right && last.bottom + 1 === range.top) joined[joined.length - 1] = { ...last, bottom: range.bottom };
    else joined.push(range);
  }
  return joined;
}

/**
 * @param above lines over the table that belong to it (its title, the unit of its amounts), each a merged row at the top
 * @param below notes under the table, each a merged row at its end
 */
export function layTable(table: TableBlock, sheet: string, above: readonly string[], below: readonly string[]): Laid {
  const placed = place(table, above.length + 1);
  let columnCount = 0;
  for (const { range } of placed) columnCount = Math.max(columnCount, range.right);
  const rowCount = above.length + table.rows.length + below.length;
  const cells: Cell[] = [];
  const merges: Range[] = [];
  const addRow = (row: number, text: string): void => {
    cells.push({ row, column: 1, value: text, text, formula: null, style: PLAIN_STYLE, note: null });
    if (columnCount > 1) merges.push({ top: row, left: 1, bottom: row, right: columnCount });
  };
  above.forEach((text, at) => addRow(at + 1, text));
  for (const { range, cell } of placed) {
    if (wide(range)) merges.push(range);
    if (cell.text.trim() === '' && !/[^\n]/.test(cell.text)) continue;
    const { value, text, numberFormat } = contentOf(cell.text);
    cells.push({ row: range.top, column: range.left, value, text, formula: null, style: styleOf(numberFormat), note: null });
  }
  below.forEach((text, at) => addRow(rowCount - below.length + at + 1, text));
  return {
    grid: { sheet, visibility: 'visible', cells, merges, rowCount, columnCount, hiddenRows: new Set(), hiddenColumns: new Set(), protected: false },
    columnWidths: table.widths.length === columnCount && table.widths.every((width) => width > 0) ? table.widths : [],
    bordered: table.lined && columnCount > 0 ? [{ top: above.length + 1, left: 1, bottom: above.length + table.rows.length, right: columnCount }] : linedRanges(placed),
  };
}
