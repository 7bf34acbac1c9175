// The book over a file's bytes: the package port does the work, and what the grid must show differently is read off the result.
import { changeBetween } from './picture-change';
import type { Book, Changed } from './book';
import type { GridEdit, GridResult } from './grid-view';
import type { PictureChange, WorkbookPicture } from './picture';
import type { WorkbookSnapshot } from '../../model/grid';
import type { WriteOutcome } from '../../model/plan';
import type { Answer } from '../port';
import { openPackagePort } from '../package/package-port';
import { pictureOfSnapshot, readPicture } from '../package/picture';
import type { BytesOptions } from '../package/state';
import { writeUserEdits } from '../package/user-edits';

export interface BookOptions extends BytesOptions {
  readonly name: string;
}
export type OpenedBook = { readonly ok: true; readonly book: Book } | { readonly ok: false; readonly reason: string };

const READ_ONLY = '.xls 和 .et 文件可以查看和核查，但不能改动：请用 Excel 或 WPS 另存为 .xlsx 后再打开。';

const NOTHING: PictureChange = { cells: [], styles: [], added: [], removed: [] };

/** What the grid shows, as far as our own writes went, held against what the file says now. */
interface Shown {
  readonly picture: () => Promise<WorkbookPicture>;
  /** A write that changed nothing in the grid's sight. */
  same(): PictureChange;
  /** What has become different since it was shown or asked last. */
  change(): Promise<PictureChange>;
  /** The typed cells as the file has them, and what else has become different. */
  changeAndCells(edits: readonly GridEdit[]): Promise<PictureChange>;
  /** Nothing is known of what the grid shows: it will ask for a whole picture. */
  forget(): void;
}

function shownOf(current: () => Promise<WorkbookPicture>): Shown {
  let shown: WorkbookPicture | null = null;

  async function change(): Promise<PictureChange> {
    if (!shown) return NOTHING;
    const { change: between, picture } = changeBetween(shown, await current());
    shown = picture;
    return between;
  }

  return {
    async picture() {
      shown = await current();
      return shown;
    },
    same: () => (shown ? { ...NOTHING, styles: shown.styles } : NOTHING),
    change,
    async changeAndCells(edits) {
      const changed = await change();
      if (!shown) return changed;
      const sheets = new Map(shown.sheets.map((sheet) => [sheet.name, sheet]));
      const known = new Set(changed.cells.map(({ sheet, cell }) => `${sheet}!${cell.row}:${cell.column}`));
      const typed = edits.filter(({ sheet, row, column }) => !known.has(`${sheet}!${row}:${column}`)).map(({ sheet, row, column }) => ({
        sheet, cell: sheets.get(sheet)?.cells.find((cell) => cell.row === row && cell.column === column) ?? { row, column, value: null, formula: null, style: 0, note: null },
      }));
      return { ...changed, cells: [...changed.cells, ...typed] };
    },
    forget: () => void (shown = null),
  };
}

/**
 * Opens a workbook's bytes; the file is read once, so that a broken one is refused before anything else is closed for it.
 * @returns the book, or a Chinese sentence that says why not
 */
export async function openPackageBook(bytes: Uint8Array, options: BookOptions): Promise<OpenedBook> {
  const port = openPackagePort(bytes, options);
  const first = await port.read();
  if (!first.ok) return { ok: false, reason: first.reason };
  const { format } = first.value;
  const readOnly = format === 'xls' || format === 'et';
  /** The newest reading and the bytes that it is of: nothing is read twice. */
  let newest = { bytes: port.bytes(), snapshot: first.value };
  const shown = shownOf(async () => {
    if (!readOnly) {
      const reading = readPicture(port.bytes(), options);
      if (reading.ok) return reading.picture;
    }
    await read();
    return pictureOfSnapshot(newest.snapshot);
  });

  async function read(): Promise<Answer<WorkbookSnapshot>> {
    const now = port.bytes();
    if (newest.bytes === now) return { ok: true, value: newest.snapshot };
    const answer = await port.read();
    if (answer.ok) newest = { bytes: now, snapshot: answer.value };
    return answer;
  }

  async function changed<T>(ask: () => Promise<Answer<T>>): Promise<Changed<T>> {
    const before = port.bytes();
    const answer = await ask();
    return { answer, change: port.bytes() === before ? shown.same() : await shown.change() };
  }

  async function type(edits: readonly GridEdit[], results: readonly GridResult[]): Promise<Changed<readonly WriteOutcome[]>> {
    const written = readOnly ? { ok: false as const, reason: READ_ONLY } : writeUserEdits(port.bytes(), edits, results, options);
    if (!written.ok) {
      shown.forget();
      return { answer: { ok: false, word: readOnly ? 'read-only' : 'failed', reason: written.reason }, change: NOTHING };
    }
    port.edit(written.bytes, { sheets: [], remote: false });
    const refused = written.outcomes.some(({ word }) => word !== 'applied' && word !== 'unchanged');
    // The grid shows what was typed already; only what was refused has to be put back.
    return { answer: { ok: true, value: written.outcomes }, change: refused ? await shown.changeAndCells(edits) : shown.same() };
  }

  return {
    ok: true,
    book: {
      readOnly,
      read,
      picture: shown.picture,
      type,
      apply: (edits, run) => changed(() => port.apply(edits, run)),
      undo: (run) => changed(() => port.undo(run)),
      clearMarks: () => changed(() => port.clearMarks()),
      insertResults: (sheet) => changed(() => port.insertResults(sheet)),
      insertSheets: (plans) => changed(() => port.insertSheets(plans)),
      loadState: () => port.loadState(),
      saveState: (state) => port.saveState(state),
      bytes: () => Promise.resolve(port.bytes()),
      close: () => undefined,
    },
  };
}
