// Grids for tests, written as rows of texts and numbers.
import { parseRange } from '../src/model/address';
import { PLAIN_STYLE, type Cell, type CellValue, type Grid } from '../src/model/grid';

export type Line = readonly (string | number | null)[];

/** A sheet of these rows: null and '' are blank; merges as "A1:C1". */
export function makeGrid(rows: readonly Line[], merges: readonly string[] = [], sheet = '自评表'): Grid {
  const cells: Cell[] = [];
  rows.forEach((line, r) => {
    line.forEach((content, c) => {
      if (content === null || content === '') return;
      const value: CellValue = content;
      cells.push({ row: r + 1, column: c + 1, value, text: String(content), formula: null, style: PLAIN_STYLE, note: null });
    });
  });
  return {
    sheet, visibility: 'visible', cells,
    merges: merges.map((merge) => {
      const range = parseRange(merge);
      if (!range) throw new Error(`no range: ${merge}`);
      return range;
    }),
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((line) => line.length)),
    hiddenRows: new Set(), hiddenColumns: new Set(), protected: false,
  };
}
