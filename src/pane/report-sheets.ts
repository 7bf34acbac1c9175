// A table of a report as a sheet to be built: its words, merges, widths and lines, ready to be checked and filled in.
import type { Range } from '../model/address';
import type { CellValue } from '../model/grid';
import type { ReportTable } from '../model/report';
import type { PlanCell, PlanLine, PlanStyle, SheetPlan } from '../model/sheet-plan';
import { heightsFor } from './report-heights';

/** Where the report gives no widths: about ten characters of the usual font. */
const USUAL_WIDTH = 72;
const NARROWEST = 24;
const WIDEST = 240;
/** Longer texts are sentences: they read better from the left. */
const SENTENCE = 40;
const FONT = { name: '宋体', size: 10.5, bold: false, colour: null } as const;

export function planOfTable({ grid, columnWidths, bordered }: ReportTable): SheetPlan {
  const cells: PlanCell[] = [];
  const contents = new Map(grid.cells.map((cell) => [cell.row * 1000 + cell.column, cell]));
  for (let row = 1; row <= grid.rowCount; row++) {
    for (let column = 1; column <= grid.columnCount; column++) {
      const cell = contents.get(row * 1000 + column);
      const line: PlanLine = bordered.some((area) => inside(area, row, column)) ? 'thin' : 'none';
      if (!cell && line === 'none') continue;
      const value = plain(cell?.value ?? null);
      cells.push({ row, column, value, formula: null, style: styleOf(line, placeOf(value), cell?.style.numberFormat ?? 'General') });
    }
  }
  const widths = Array.from({ length: grid.columnCount }, (_, at) => Math.min(Math.max(columnWidths[at] ?? USUAL_WIDTH, NARROWEST), WIDEST));
  return {
    name: grid.sheet, cells, merges: grid.merges, columnWidths: widths,
    rowHeights: heightsFor(cells.flatMap(({ row, column, value }) => (typeof value === 'string' && value !== '' ? [{ row, column, text: value }] : [])), grid.merges, widths), validations: [], highlights: [], protection: null,
    print: {
      paper: 'A4', orientation: 'portrait', pagesWide: 1, pagesTall: null, margins: { top: 54, right: 36, bottom: 54, left: 36, header: 20, footer: 20 },
      centred: true, repeatedRows: null, area: null, footer: null,
    },
    frozenRows: 0, gridLines: true,
  };
}

function inside({ top, bottom, left, right }: Range, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function placeOf(value: PlanCell['value']): PlanStyle['horizontal'] {
  if (typeof value === 'number') return 'right';
  return typeof value === 'string' && value.length > SENTENCE ? 'left' : 'center';
}

function styleOf(line: PlanLine, horizontal: PlanStyle['horizontal'], numberFormat: string): PlanStyle {
  return {
    font: FONT, fill: null, horizontal, vertical: 'center', wrap: true,
    lines: { top: line, right: line, bottom: line, left: line }, numberFormat, locked: true,
  };
}

/** Errors cannot stand in a report; were there one, its word is kept. */
function plain(value: CellValue): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? value.error : value;
}
