// The port over a grid on a page: what the user types there is the workbook's, what we write shows there, and saving gives the patched original file.
import { parseA1 } from '../../model/address';
import { listeners } from '../listeners';
import type { Answer, Capabilities, Edited, Refusal, TaskOptions, WorkbookPort } from '../port';
import type { Book, Changed } from './book';
import type { GridEdit, GridView } from './grid-view';
import type { PictureChange } from './picture';
import { typingInto } from './typing';
import { unsavedChanges } from './unsaved';

export interface GridPort extends WorkbookPort {
  readonly readOnly: boolean;
  /** Whether the workbook differs from the file that was opened or saved last. */
  dirty(): boolean;
  /** Calls back whenever `dirty` may have changed, and after each further change; the answer stops listening. */
  onDirty(listener: () => void): () => void;
  /** Sentences on typed edits that could not be kept; the cells show again what the file holds. */
  onRefused(listener: (sentence: string) => void): () => void;
  /** The file as it is now, everything typed included. */
  bytes(): Promise<Uint8Array>;
  /** These bytes, as bytes() gave them, are safe now; a change made since then still counts as unsaved. */
  markSaved(bytes: Uint8Array): void;
  /** Where the workbook is shown from now on: the view shows its newest picture already. Null: nowhere. */
  setView(view: GridView | null): void;
}

const CAPABILITIES: Capabilities = { marks: true, notes: 'note', undoGroup: false, resultSheet: true, reveal: true, events: true, state: true, limits: [] };
const READ_ONLY: Capabilities = { ...CAPABILITIES, marks: false, notes: 'none', resultSheet: false, state: false, limits: ['.xls 和 .et 文件只能查看和核查：要更正，请用 Excel 或 WPS 另存为 .xlsx 后再打开。'] };
const CANCELLED: Refusal = { ok: false, word: 'cancelled', reason: '已取消，没有改动。' };

/** One thing after another: a read never sees half of a write. */
function inTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let chain: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = chain.then(task, task);
    chain = done.catch(() => undefined);
    return done;
  };
}

function stopped({ signal }: TaskOptions): boolean {
  return signal?.aborted === true;
}

/** Where the workbook is shown, if anywhere. */
interface Stage {
  readonly view: () => GridView | null;
  /** Before anything is shown it waits for that. */
  readonly reveal: (sheet: string, cell: string) => Answer<null>;
  readonly setView: (next: GridView | null) => void;
}

function stageFor(heard: (edits: readonly GridEdit[]) => void): Stage {
  let view: GridView | null = null;
  let waiting: { readonly sheet: string; readonly cell: string } | null = null;
  let unhear: (() => void) | null = null;

  function reveal(sheet: string, cell: string): Answer<null> {
    const at = parseA1(cell);
    if (!view || !at) {
      waiting = { sheet, cell };
      return { ok: true, value: null };
    }
    return view.reveal(sheet, at.row, at.column) ? { ok: true, value: null } : { ok: false, word: 'failed', reason: `表格里没有工作表“${sheet}”，不能定位到 ${cell}。` };
  }

  return {
    view: () => view,
    reveal,
    setView: (next) => {
      unhear?.();
      view = next;
      unhear = next ? next.onEdit(heard) : null;
      if (next && waiting) reveal(waiting.sheet, waiting.cell);
      waiting = null;
    },
  };
}

/** Opens the port over a book; `name` is the file's, for people. */
export function openGridPort(book: Book, name: string, first: GridView | null = null): GridPort {
  const edited = listeners<Edited>();
  const refusals = listeners<string>();
  const unsaved = unsavedChanges();
  const inTurn = inTurns();
  const { view, reveal, setView } = stageFor(heard);
  const typing = typingInto(book, view, refusals.tell);

  function heard(edits: readonly GridEdit[]): void {
    if (edits.length === 0) return;
    typing.add(edits);
    unsaved.changed();
    edited.tell({ sheets: [...new Set(edits.map(({ sheet }) => sheet))], remote: false });
  }

  /** One write in its turn, upon all that was typed before; `count` tells how far it is a change. */
  function write<T>(ask: () => Promise<Changed<T>>, count: (done: T, change: PictureChange) => void = unsaved.changed, options: TaskOptions = {}): Promise<Answer<T>> {
    return inTurn(async () => {
      if (stopped(options)) return CANCELLED;
      await typing.flush();
      const { answer, change } = await ask();
      view()?.put(typing.spare(change));
      if (answer.ok) count(answer.value, change);
      return answer;
    });
  }

  setView(first);
  return {
    name,
    readOnly: book.readOnly,
    capabilities: book.readOnly ? READ_ONLY : CAPABILITIES,
    read: (options = {}) => inTurn(async () => {
      if (stopped(options)) return CANCELLED;
      await typing.flush();
      const answer = await book.read();
      if (stopped(options)) return CANCELLED;
      if (answer.ok) options.onProgress?.({ done: answer.value.grids.length, total: answer.value.grids.length });
      return answer;
    }),
    // Without an entry of its own there is nothing that undo could take back of it.
    apply: (edits, run, options) => write(() => book.apply(edits, run), ({ journal }) => (journal.length > 0 ? unsaved.ran(run.run) : unsaved.changed()), options),
    // The last run takes our list of results along, also one that was there before it.
    undo: (run) => write(() => book.undo(run), (outcomes, { removed }) => unsaved.tookBack(run, removed.length === 0 && outcomes.every(({ word }) => word === 'applied'))),
    clearMarks: () => write(() => book.clearMarks()),
    insertResults: (sheet) => write(() => book.insertResults(sheet)),
    insertSheets: (plans) => write(() => book.insertSheets(plans)),
    reveal: (sheet, cell) => Promise.resolve(reveal(sheet, cell)),
    loadState: () => inTurn(() => book.loadState()),
    saveState: (state) => inTurn(async () => {
      await typing.flush();
      const answer = await book.saveState(state);
      if (answer.ok) unsaved.changed();
      return answer;
    }),
    listen: (onEdited) => Promise.resolve({ ok: true, value: edited.add(onEdited) }),
    dirty: unsaved.any,
    onDirty: unsaved.onChange,
    onRefused: refusals.add,
    bytes: () => inTurn(async () => {
      // What is typed meanwhile waits for the next time.
      const reached = unsaved.version();
      await typing.flush();
      const bytes = await book.bytes();
      unsaved.given(bytes, reached);
      return bytes;
    }),
    markSaved: unsaved.markSaved,
    setView,
  };
}
