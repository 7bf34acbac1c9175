// Which cells a mutation of Univer's touches, and what of its new styles a save can carry. Pure.
import type { ICellData, IRange, IStyleData, Nullable } from '@univerjs/core';
import { TEXT } from './univer-data';

const VALUES = 'sheet.mutation.set-range-values';

/** From 0; `sheet` is Univer's id. */
export interface TouchedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface ValuesParams {
  readonly subUnitId: string;
  readonly cellValue?: Record<number, Record<number, Nullable<ICellData>>>;
}
interface FormatsParams {
  readonly subUnitId: string;
  readonly values?: Record<string, { readonly ranges: readonly IRange[] }>;
  readonly ranges?: readonly IRange[];
}
interface NoteParams {
  readonly sheetId: string;
  readonly row?: number;
  readonly col?: number;
}

function inRanges(sheet: string, ranges: readonly IRange[]): TouchedCell[] {
  const cells: TouchedCell[] = [];
  for (const { startRow, endRow, startColumn, endColumn } of ranges) for (let row = startRow; row <= endRow; row++) for (let column = startColumn; column <= endColumn; column++) cells.push({ sheet, row, column });
  return cells;
}

export function cellsOf(mutation: string, params: object): readonly TouchedCell[] {
  if (mutation === VALUES) {
    const { subUnitId, cellValue } = params as ValuesParams;
    return Object.entries(cellValue ?? {}).flatMap(([row, cells]) => Object.keys(cells).map((column) => ({ sheet: subUnitId, row: Number(row), column: Number(column) })));
  }
  if (mutation === 'sheet.mutation.set.numfmt' || mutation === 'sheet.mutation.remove.numfmt') {
    const { subUnitId, values, ranges } = params as FormatsParams;
    return [...inRanges(subUnitId, ranges ?? []), ...Object.values(values ?? {}).flatMap((value) => inRanges(subUnitId, value.ranges))];
  }
  if (mutation === 'sheet.mutation.update-note' || mutation === 'sheet.mutation.remove-note') {
    const { sheetId, row, col } = params as NoteParams;
    return row === undefined || col === undefined ? [] : [{ sheet: sheetId, row, column: col }];
  }
  return [];
}

/** Takes whole cells out of a mutation before it is carried out. Changes `params`, since Univer gives no other way. */
export function dropCells(mutation: string, params: object, dropped: (place: TouchedCell, cell: Nullable<ICellData>) => boolean): void {
  if (mutation !== VALUES) return;
  const { subUnitId, cellValue } = params as ValuesParams;
  for (const [row, cells] of Object.entries(cellValue ?? {})) {
    for (const [column, cell] of Object.entries(cells)) if (dropped({ sheet: subUnitId, row: Number(row), column: Number(column) }, cell)) delete cells[Number(column)];
  }
}

/** Text typed with line breaks or letters of their own look: paragraphs end in \r, the whole in \r\n. */
function wordsOf(stream: string): string {
  return stream.replace(/\r\n$/, '').replace(/\r/g, '\n');
}

/** Rich text as plain: numbers and texts that come into the cell later would leave it there, and it would be shown and told instead of them. */
function makePlain(cell: ICellData): void {
  const stream = cell.p?.body?.dataStream;
  if (stream !== undefined) Object.assign(cell, { v: wordsOf(stream), t: TEXT, p: null });
}

/** Takes out of the mutation what a save cannot carry: of a style only fill and number format stay, of rich text its words. */
export function dropForeignStyle(mutation: string, params: object): void {
  if (mutation !== VALUES) return;
  for (const cells of Object.values((params as ValuesParams).cellValue ?? {})) {
    for (const cell of Object.values(cells)) {
      if (!cell) continue;
      makePlain(cell);
      const style = cell.s;
      if (style && typeof style === 'object') {
        const kept: IStyleData = {};
        if ('bg' in style) kept.bg = style.bg;
        if ('n' in style) kept.n = style.n;
        if (Object.keys(kept).length > 0) cell.s = kept;
        else delete cell.s;
      }
    }
  }
}
