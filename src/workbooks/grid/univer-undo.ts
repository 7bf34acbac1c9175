// What the grid's own undo takes back: what the user did, and no more. Univer would bring back the whole look of a cell, and with it a mark of ours that has been taken away since.
import { LocalUndoRedoService, type ICellData, type IMutationInfo, type IUndoRedoItem, type Nullable } from '@univerjs/core';

const VALUES = 'sheet.mutation.set-range-values';

interface ValuesParams {
  readonly subUnitId: string;
  readonly cellValue?: Record<string, Record<string, Nullable<ICellData>>>;
}

/** @param visit may give another cell for the one there: one may stand in many places */
function eachCell(mutations: readonly IMutationInfo[], visit: (key: string, cell: Nullable<ICellData>) => ICellData | undefined): void {
  for (const { id, params } of mutations) {
    if (id !== VALUES) continue;
    const { subUnitId, cellValue = {} } = params as ValuesParams;
    for (const [row, cells] of Object.entries(cellValue)) {
      for (const [column, cell] of Object.entries(cells)) {
        const other = visit(`${subUnitId}!${row}:${column}`, cell);
        if (other) cells[column] = other;
      }
    }
  }
}

const asText = (value: unknown): string => JSON.stringify(value ?? null);

function withStyle({ s: _other, ...content }: ICellData, parts: readonly (readonly [part: string, value: unknown])[]): ICellData {
  return parts.length > 0 ? { ...content, s: Object.fromEntries(parts) } : content;
}

/**
 * Leaves of each look only what the command changed.
 * @param done what a command did, as it was carried out, and `undone` what takes it back; both are changed, since Univer gives no other way
 */
export function takeBackOnlyWhatWasDone(done: readonly IMutationInfo[], undone: readonly IMutationInfo[]): void {
  const before = new Map<string, Record<string, unknown>>();
  eachCell(undone, (key, cell) => {
    if (cell?.s && typeof cell.s === 'object') before.set(key, { ...before.get(key), ...cell.s });
    return undefined;
  });
  const changed = new Map<string, Set<string>>();
  const whole = new Set<string>();
  eachCell(done, (key, cell) => {
    // A style by its name, or a look that was cleared.
    if (!cell || cell.s === null || typeof cell.s === 'string') {
      whole.add(key);
      return undefined;
    }
    const parts = changed.get(key) ?? new Set();
    for (const [part, value] of Object.entries(cell.s ?? {})) if (asText(value) !== asText(before.get(key)?.[part])) parts.add(part);
    changed.set(key, parts);
    return undefined;
  });
  const partsOf = (key: string): ReadonlySet<string> | undefined => (whole.has(key) ? undefined : changed.get(key));
  eachCell(done, (key, cell) => {
    const parts = partsOf(key);
    return parts && cell?.s && typeof cell.s === 'object' ? withStyle(cell, Object.entries(cell.s).filter(([part]) => parts.has(part))) : undefined;
  });
  eachCell(undone, (key, cell) => {
    const parts = partsOf(key);
    // No look at all would take away what has come since.
    return parts && cell && 's' in cell && typeof cell.s !== 'string' ? withStyle(cell, [...parts].map((part) => [part, before.get(key)?.[part] ?? null])) : undefined;
  });
}

/** In the place of Univer's own. */
export class UndoOfWhatWasDone extends LocalUndoRedoService {
  override pushUndoRedo(item: IUndoRedoItem): void {
    takeBackOnlyWhatWasDone(item.redoMutations, item.undoMutations);
    super.pushUndoRedo(item);
  }
}
