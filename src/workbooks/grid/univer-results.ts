// Which formulas gave something since it was asked last, and what of it is new to the port.
import { isError } from '../../model/grid';
import type { GridResult } from './grid-view';
import type { BookInGrid } from './univer-book';
import { formulaAt } from './univer-cells';
import { sameValue, valueOf } from './univer-edits';
import { KEY } from './univer-shown';
import { cellsOf, dropCells } from './univer-touched';

/** A formula that Univer's engine does not know keeps the result that the file came with: `params` of its mutation lose such cells. */
export function keepKnownResults(book: BookInGrid, mutation: string, params: object): void {
  dropCells(mutation, params, ({ sheet, row, column }, cell) => {
    if (cell?.v !== '#NAME?') return false;
    const known = book.sheet(sheet)?.results.get(row * KEY + column);
    return known !== undefined && known !== null && !isError(known);
  });
}

export interface NewResults {
  /** The engine has written results. */
  calculated(mutation: string, params: object): void;
  /** Those that differ from what the port knew; known from now on. */
  take(): readonly GridResult[];
  forget(): void;
}

export function newResultsIn(book: BookInGrid): NewResults {
  /** Univer's name of the sheet, '!' and the cell as one number. */
  let calculated = new Set<string>();

  /** The result of one such cell; null where there is no formula any more, or nothing new. */
  function newAt(key: string): GridResult | null {
    const cut = key.lastIndexOf('!');
    const sheet = book.sheet(key.slice(0, cut));
    const worksheet = sheet && book.workbook()?.getSheetBySheetId(sheet.id);
    const at = Number(key.slice(cut + 1));
    const [row, column] = [Math.floor(at / KEY), at % KEY];
    if (!sheet || !worksheet || formulaAt(book, worksheet, row, column) === null) return null;
    const value = valueOf(worksheet.getCellRaw(row, column), true);
    const known = sheet.results.get(at);
    if (known !== undefined && sameValue(known, value)) return null;
    sheet.results.set(at, value);
    return { sheet: sheet.name, row: row + 1, column: column + 1, value };
  }

  return {
    calculated(mutation, params) {
      for (const { sheet, row, column } of cellsOf(mutation, params)) calculated.add(`${sheet}!${row * KEY + column}`);
    },
    take() {
      if (!book.workbook()) return [];
      const keys = calculated;
      calculated = new Set();
      const found: GridResult[] = [];
      for (const key of keys) {
        const result = newAt(key);
        if (result) found.push(result);
      }
      return found;
    },
    forget: () => void (calculated = new Set()),
  };
}
