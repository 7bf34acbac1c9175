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

function unchanged(picture: WorkbookPicture): PictureChange {
  return { cells: [], styles: picture.styles, added: [], removed: [] };
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
  /** What the grid shows, as far as our own writes went. */
  let shown: WorkbookPicture | null = null;

  async function current(): Promise<WorkbookPicture> {
    if (!readOnly) {
      const reading = readPicture(port.bytes(), options);
      if (reading.ok) return reading.picture;
    }
    await read();
    return pictureOfSnapshot(newest.snapshot);
  }

  async function read(): Promise<Answer<WorkbookSnapshot>> {
    const now = port.bytes();
    if (newest.bytes === now) return { ok: true, value: newest.snapshot };
    const answer = await port.read();
    if (answer.ok) newest = { bytes: now, snapshot: answer.value };
    return answer;
  }

  async function picture(): Promise<WorkbookPicture> {
    shown = await current();
    return shown;
  }

  async function sinceShown(): Promise<PictureChange> {
    if (!shown) return { cells: [], styles: [], added: [], removed: [] };
    const { change, picture: now } = changeBetween(shown, await current());
    shown = now;
    return change;
  }

  async function changed<T>(ask: () => Promise<Answer<T>>): Promise<Changed<T>> {
    const before = port.bytes();
    const answer = await ask();
    return { answer, change: port.bytes() === before ? unchanged(shown ?? { sheets: [], styles: [], active: 0 }) : await sinceShown() };
  }

  async function type(edits: readonly GridEdit[], results: readonly GridResult[]): Promise<Changed<readonly WriteOutcome[]>> {
    const written = readOnly ? { ok: false as const, reason: READ_ONLY } : writeUserEdits(port.bytes(), edits, results, options);
    if (!written.ok) {
      shown = null;
      return { answer: { ok: false, word: readOnly ? 'read-only' : 'failed', reason: written.reason }, change: { cells: [], styles: [], added: [], removed: [] } };
    }
    port.edit(written.bytes, { sheets: [], remote: false });
    const refused = written.outcomes.some(({ word }) => word !== 'applied' && word !== 'unchanged');
    // The grid shows what was typed already; only what was refused has to be put back.
    return { answer: { ok: true, value: written.outcomes }, change: refused ? await backFor(edits) : unchanged(shown ?? { sheets: [], styles: [], active: 0 }) };
  }

  /** The typed cells as the file has them. */
  async function backFor(edits: readonly GridEdit[]): Promise<PictureChange> {
    const change = await sinceShown();
    if (!shown) return change;
    const sheets = new Map(shown.sheets.map((sheet) => [sheet.name, sheet]));
    const known = new Set(change.cells.map(({ sheet, cell }) => `${sheet}!${cell.row}:${cell.column}`));
    const typed = edits.filter(({ sheet, row, column }) => !known.has(`${sheet}!${row}:${column}`)).map(({ sheet, row, column }) => ({
      sheet, cell: sheets.get(sheet)?.cells.find((cell) => cell.row === row && cell.column === column) ?? { row, column, value: null, formula: null, style: 0, note: null },
    }));
    return { ...change, cells: [...change.cells, ...typed] };
  }

  return {
    ok: true,
    book: {
      readOnly,
      read,
      picture,
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
