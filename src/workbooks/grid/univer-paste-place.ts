// Where a paste goes: among merged cells from one that is seen to the next. Univer takes none where it meets a merged cell in part, without a word.
import { IUniverInstanceService, UniverInstanceType, type ICellData, type Injector, type Nullable, type ObjectMatrix, type Workbook } from '@univerjs/core';
import { ISheetClipboardService, SheetsSelectionsService, type IDiscreteRange } from '@univerjs/preset-sheets-core';
import { isHidden, placesAmong, withWhole, type Area, type Block, type Places } from './merged-places';

interface Target {
  pastedRange: IDiscreteRange;
  readonly unitId: string;
  readonly subUnitId: string;
}
/** Not part of what Univer promises. */
interface Inner {
  _getPastedRange?(cells: ObjectMatrix<ICellData>): Target | null;
}
interface Spot { readonly row: number; readonly column: number }

function isFilled(cell: Nullable<ICellData>): boolean {
  return !!cell && ((cell.v !== null && cell.v !== undefined && cell.v !== '') || !!cell.f || !!cell.si || !!cell.p);
}

function run(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_none, at) => first + at);
}

function takeAll(cells: ObjectMatrix<ICellData>): readonly (readonly [row: number, column: number, cell: ICellData])[] {
  const all: [number, number, ICellData][] = [];
  cells.forValue((row, column, cell) => void all.push([row, column, cell]));
  for (const [row, column] of all) cells.realDeleteValue(row, column);
  return all;
}

/** One cell goes to all that are seen in what is selected. */
function overSelection(cells: ObjectMatrix<ICellData>, merges: readonly Area[], selected: Area): void {
  const [first] = takeAll(cells);
  for (const row of run(selected.startRow, selected.endRow)) {
    for (const column of run(selected.startColumn, selected.endColumn)) {
      if (first && !isHidden(merges, row, column)) cells.setValue(row - selected.startRow, column - selected.startColumn, first[2]);
    }
  }
}

/** @returns the area that the cells take up, to the last of them */
function spread(cells: ObjectMatrix<ICellData>, places: Places, at: Spot): Area {
  let [endRow, endColumn] = [at.row, at.column];
  for (const [row, column, cell] of takeAll(cells)) {
    const place = places(row, column);
    if (!place) continue;
    cells.setValue(place.row, place.column, cell);
    endRow = Math.max(endRow, at.row + place.row);
    endColumn = Math.max(endColumn, at.column + place.column);
  }
  return { startRow: at.row, startColumn: at.column, endRow, endColumn };
}

export interface PasteHeard {
  /** Called with the cells as they came, before they are placed; afterwards each place has a cell of its own. */
  readonly seen: (cells: ObjectMatrix<ICellData>) => void;
  readonly copied: (from: ICellData, to: ICellData) => void;
  /** They cannot be placed. */
  readonly refused: () => void;
}

/** To be called once, when a workbook has been shown. */
export function placeAmongMerged(injector: Injector, { seen, copied, refused }: PasteHeard): void {
  const inner = injector.get(ISheetClipboardService) as unknown as Inner;
  const usual = inner._getPastedRange?.bind(inner);
  if (!usual) return;

  function among(cells: ObjectMatrix<ICellData>, target: Target): Target | null {
    const { rows, cols } = target.pastedRange;
    const [row, column] = [rows[0], cols[0]];
    const worksheet = injector.get(IUniverInstanceService).getUnit<Workbook>(target.unitId, UniverInstanceType.UNIVER_SHEET)?.getSheetBySheetId(target.subUnitId);
    const selected = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    // Of whole rows and columns Univer leaves the ends open.
    if (row === undefined || column === undefined || !worksheet || !selected || Number.isNaN(selected.endRow) || Number.isNaN(selected.endColumn)) return target;
    const merges = worksheet.getMergeData();
    const { startRow, startColumn, endRow, endColumn } = cells.getDataRange();
    const block: Block = { rows: endRow - startRow + 1, columns: endColumn - startColumn + 1, filled: (r, c) => isFilled(cells.getValue(r, c)) };
    const isOne = block.rows === 1 && block.columns === 1;
    const wanted = isOne ? withWhole(merges, selected) : { startRow: row, startColumn: column, endRow: row + block.rows - 1, endColumn: column + block.columns - 1 };
    if (!merges.some((one) => one.startRow <= wanted.endRow && one.endRow >= wanted.startRow && one.startColumn <= wanted.endColumn && one.endColumn >= wanted.startColumn)) return target;
    if (isOne) {
      overSelection(cells, merges, wanted);
      return { ...target, pastedRange: { rows: run(wanted.startRow, wanted.endRow), cols: run(wanted.startColumn, wanted.endColumn) } };
    }
    const places = placesAmong(merges, block, { row, column });
    if (!places) {
      refused();
      return null;
    }
    const whole = withWhole(merges, spread(cells, places, { row, column }));
    return { ...target, pastedRange: { rows: run(row, whole.endRow), cols: run(column, whole.endColumn) } };
  }

  inner._getPastedRange = (cells) => {
    seen(cells);
    const target = usual(cells);
    const placed = target && among(cells, target);
    for (const [row, column, cell] of takeAll(cells)) {
      const own = { ...cell };
      copied(cell, own);
      cells.setValue(row, column, own);
    }
    return placed;
  };
}
