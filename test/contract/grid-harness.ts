// The port of the workbench's grid with a grid of plain data behind it: what is put into it can be looked at, and typing is a call.
import { parseA1 } from '../../src/model/address';
import type { Book } from '../../src/workbooks/grid/book';
import { openGridPort, type GridPort } from '../../src/workbooks/grid/grid-port';
import type { GridEdit, GridResult, GridView } from '../../src/workbooks/grid/grid-view';
import { openPackageBook } from '../../src/workbooks/grid/package-book';
import type { PictureChange, WorkbookPicture } from '../../src/workbooks/grid/picture';
import { shapeOfFile } from '../sheet-shape';
import { fromFile, type Harness } from './contract';

export interface PlainGrid extends GridView {
  readonly puts: PictureChange[];
  readonly revealed: string[];
  type(...edits: readonly GridEdit[]): void;
  /** The same, of any number. */
  typeAll(edits: readonly GridEdit[]): void;
  /** What the next question about results is answered with. */
  calculated: readonly GridResult[];
  picture: WorkbookPicture | null;
}

export function plainGrid(): PlainGrid {
  const listeners = new Set<(edits: readonly GridEdit[]) => void>();
  const grid: PlainGrid = {
    puts: [], revealed: [], calculated: [], picture: null,
    show(picture) {
      grid.picture = picture;
      return Promise.resolve();
    },
    put: (change) => void grid.puts.push(change),
    reveal(sheet, row, column) {
      grid.revealed.push(`${sheet}!${row}:${column}`);
      return grid.picture?.sheets.some(({ name, visibility }) => name === sheet && visibility === 'visible') ?? false;
    },
    results: () => Promise.resolve(grid.calculated),
    onEdit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    selected: () => null,
    setTheme: () => undefined,
    setLanguage: () => undefined,
    dispose: () => undefined,
    type: (...edits) => grid.typeAll(edits),
    typeAll(edits) {
      for (const listener of listeners) listener(edits);
    },
  };
  return grid;
}

export interface GridHarness extends Harness {
  readonly port: GridPort;
  readonly grid: PlainGrid;
}

/** The same book, telling after each call what the file is now. */
function watched(book: Book, tell: (bytes: Uint8Array) => void): Book {
  const told = async <T>(asked: Promise<T>): Promise<T> => {
    const answer = await asked;
    tell(await book.bytes());
    return answer;
  };
  return {
    ...book,
    type: (edits, results) => told(book.type(edits, results)),
    apply: (edits, run) => told(book.apply(edits, run)),
    undo: (run) => told(book.undo(run)),
    clearMarks: () => told(book.clearMarks()),
    insertResults: (sheet) => told(book.insertResults(sheet)),
    insertSheets: (plans) => told(book.insertSheets(plans)),
    saveState: (state) => told(book.saveState(state)),
  };
}

export async function openGrid(bytes: Uint8Array, name = '自评表.xlsx'): Promise<GridHarness> {
  const opened = await openPackageBook(bytes, { name });
  if (!opened.ok) throw new Error(opened.reason);
  let now = bytes;
  const book = watched(opened.book, (next) => (now = next));
  const grid = plainGrid();
  await grid.show(await book.picture());
  const port = openGridPort(book, name, grid);
  return {
    port, grid, locks: true, shared: false,
    look: () => fromFile(now),
    shape: (sheet) => shapeOfFile(now, sheet),
    edit(sheet, cell, value) {
      const at = parseA1(cell);
      if (!at) throw new Error(cell);
      grid.type({ sheet, ...at, content: { formula: null, value } });
    },
    settle: () => Promise.resolve(),
  };
}
