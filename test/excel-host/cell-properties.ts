// Properties of many cells, rows or columns in one call (ExcelApi 1.9): plain objects in camelCase, shaped by what was asked.
import type { Range } from '../../src/model/address';
import { applyFill, colorOf } from './format-objects';
import { invalidArgument } from './host-error';
import { cellsText, sheetPrefix, sizeOf } from './references';
import { blankCell } from './sheet-model';
import type { CellState, SheetModel } from './sheet-model';
import { eachOf } from './workbook-model';
import type { World } from './world';

type Asked = Readonly<Record<string, unknown>>;
const BLANK = blankCell();

function record(value: unknown): Asked {
  return typeof value === 'object' && value !== null ? (value as Asked) : {};
}

function pick(asked: unknown, known: Readonly<Record<string, () => unknown>>): Record<string, unknown> | undefined {
  const wanted = Object.entries(record(asked)).filter(([, value]) => value !== false && value !== undefined);
  if (wanted.length === 0) return undefined;
  return Object.fromEntries(wanted.flatMap(([name]) => (known[name] ? [[name, known[name]()]] : [])));
}

function formatOf(cell: CellState, asked: Asked): Record<string, unknown> {
  return {
    ...('fill' in asked ? { fill: pick(asked['fill'], { color: () => cell.fill ?? '#FFFFFF', pattern: () => cell.pattern, patternColor: () => '#000000', tintAndShade: () => 0 }) } : {}),
    ...('protection' in asked ? { protection: pick(asked['protection'] === true ? { locked: true, formulaHidden: true } : asked['protection'], { locked: () => cell.locked, formulaHidden: () => false }) } : {}),
    ...('font' in asked ? { font: pick(asked['font'], { bold: () => cell.bold, color: () => cell.fontColor, name: () => '宋体', size: () => 11 }) } : {}),
    ...('wrapText' in asked ? { wrapText: cell.wrap } : {}),
  };
}

function address(sheet: SheetModel, range: Range): string {
  return `${sheetPrefix(sheet.name)}!${cellsText(range)}`;
}

function cellOf(sheet: SheetModel, row: number, column: number, asked: Asked): Record<string, unknown> {
  const cell = sheet.at(row, column) ?? BLANK;
  return {
    ...pick(asked, {
      address: () => address(sheet, { top: row, left: column, bottom: row, right: column }),
      hidden: () => sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column),
      hyperlink: () => cell.hyperlink,
      style: () => 'Normal',
    }),
    ...('format' in asked ? { format: formatOf(cell, record(asked['format'])) } : {}),
  };
}

function checkSize(range: Range): void {
  if (sizeOf(range) > 5_000_000) throw invalidArgument();
}

export function cellProperties(sheet: SheetModel, range: Range, options: unknown): unknown {
  checkSize(range);
  const asked = record(options);
  const rows: unknown[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const cells: unknown[] = [];
    for (let column = range.left; column <= range.right; column++) cells.push(cellOf(sheet, row, column, asked));
    rows.push(cells);
  }
  return rows;
}

export function rowProperties(sheet: SheetModel, range: Range, options: unknown): unknown {
  checkSize(range);
  const asked = record(options);
  return Array.from({ length: range.bottom - range.top + 1 }, (_, i) => {
    const row = range.top + i;
    return {
      ...pick(asked, { address: () => address(sheet, { ...range, top: row, bottom: row }), rowHidden: () => sheet.hiddenRows.has(row), rowIndex: () => row - 1 }),
      ...('format' in asked ? { format: pick(asked['format'], { rowHeight: () => sheet.heights.get(row) ?? 14.25 }) } : {}),
    };
  });
}

export function columnProperties(sheet: SheetModel, range: Range, options: unknown): unknown {
  checkSize({ ...range, bottom: range.top });
  const asked = record(options);
  return Array.from({ length: range.right - range.left + 1 }, (_, i) => {
    const column = range.left + i;
    return {
      ...pick(asked, { address: () => address(sheet, { ...range, left: column, right: column }), columnHidden: () => sheet.hiddenColumns.has(column), columnIndex: () => column - 1 }),
      ...('format' in asked ? { format: pick(asked['format'], { columnWidth: () => sheet.widths.get(column) ?? 48 }) } : {}),
    };
  });
}

/** A block of settable properties; an empty object leaves its cell alone. */
export function setCellProperties(world: World, sheet: SheetModel, range: Range, data: unknown): void {
  world.model.guardFormat(sheet);
  if (!Array.isArray(data)) throw invalidArgument();
  eachOf(range, data, (row, column, given) => {
    const format = record(record(given)['format']);
    const cell = sheet.cell(row, column);
    const fill = record(format['fill']);
    if (fill['color'] !== undefined) applyFill(cell, fill['color'] === '' ? null : colorOf(fill['color']));
    if (typeof fill['pattern'] === 'string') {
      cell.pattern = fill['pattern'];
      if (fill['pattern'] === 'None') cell.fill = null;
    }
    const { locked } = record(format['protection']);
    if (typeof locked === 'boolean') cell.locked = locked;
  });
  world.model.formatted(sheet, range);
}
