// The port over a grid on a page: what the user types there is the workbook's, what we write shows there, and saving gives the patched original file.
import { parseA1 } from '../../model/address';
import type { Answer, Capabilities, Edited, Refusal, TaskOptions, WorkbookPort } from '../port';
import type { Book, Changed } from './book';
import type { GridEdit, GridView } from './grid-view';

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

/** A result that only says "this program does not know the function" must not go into the file. */
const UNKNOWN = new Set(['#NAME?', '#GETTING_DATA', '#SPILL!', '#CALC!']);

/** Excel keeps 15 digits of a number; the grid's own arithmetic of a typed 65.12% leaves 0.6512000000000001. */
function asKept(edit: GridEdit): GridEdit {
  const value = edit.content?.value;
  return edit.content && typeof value === 'number' ? { ...edit, content: { ...edit.content, value: Number(value.toPrecision(15)) } } : edit;
}

/** Opens the port over a book; `name` is the file's, for people. */
export function openGridPort(book: Book, name: string, first: GridView | null = null): GridPort {
  let view: GridView | null = null;
  /** Counts up with each change, so that a save knows whether somebody typed meanwhile. */
  let version = 0;
  let saved = 0;
  /** Of which version the bytes are: a draft may ask for newer ones while a save is still being written. */
  const given = new WeakMap<Uint8Array, number>();
  let typed: GridEdit[] = [];
  let waiting: { sheet: string; cell: string } | null = null;
  let chain: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(edited: Edited) => void>();
  const dirtied = new Set<() => void>();
  const refusals = new Set<(sentence: string) => void>();
  let unhear: (() => void) | null = null;

  /** One thing after another: a read never sees half of a write. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = chain.then(task, task);
    chain = done.catch(() => undefined);
    return done;
  }

  function touched(): void {
    version++;
    for (const listener of dirtied) listener();
  }

  /** The version that the book has then: what is typed meanwhile waits for the next time. */
  async function flush(): Promise<number> {
    const reached = version;
    if (typed.length === 0) return reached;
    const edits = typed;
    typed = [];
    const results = view ? (await view.results()).filter(({ value }) => !(typeof value === 'object' && value !== null && UNKNOWN.has(value.error))) : [];
    const { answer, change } = await book.type(edits, results);
    view?.put(change);
    const reasons = answer.ok ? answer.value.filter(({ word }) => word !== 'applied' && word !== 'unchanged').map(({ cell, reason }) => `${cell}：${reason ?? '没有写入。'}`) : [answer.reason];
    for (const reason of new Set(reasons)) for (const listener of refusals) listener(reason);
    // A file that takes nothing at all: the grid goes back to what it holds.
    if (!answer.ok && view) await view.show(await book.picture());
    return reached;
  }

  function heard(edits: readonly GridEdit[]): void {
    if (edits.length === 0) return;
    typed.push(...edits.map(asKept));
    touched();
    const sheets = [...new Set(edits.map(({ sheet }) => sheet))];
    for (const listener of listeners) listener({ sheets, remote: false });
  }

  async function written<T>(asked: Promise<Changed<T>>): Promise<Answer<T>> {
    const { answer, change } = await asked;
    view?.put(change);
    if (answer.ok) touched();
    return answer;
  }

  function show(sheet: string, cell: string): Answer<null> {
    const at = parseA1(cell);
    if (!view || !at) {
      waiting = { sheet, cell };
      return { ok: true, value: null };
    }
    return view.reveal(sheet, at.row, at.column) ? { ok: true, value: null } : { ok: false, word: 'failed', reason: `表格里没有工作表“${sheet}”，不能定位到 ${cell}。` };
  }

  const stopped = ({ signal }: TaskOptions): boolean => signal?.aborted === true;

  const port: GridPort = {
    name,
    readOnly: book.readOnly,
    capabilities: book.readOnly ? READ_ONLY : CAPABILITIES,
    read: (options = {}) => inTurn(async () => {
      if (stopped(options)) return CANCELLED;
      await flush();
      const answer = await book.read();
      if (stopped(options)) return CANCELLED;
      if (answer.ok) options.onProgress?.({ done: answer.value.grids.length, total: answer.value.grids.length });
      return answer;
    }),
    apply: (edits, run, options = {}) => inTurn(async () => {
      if (stopped(options)) return CANCELLED;
      await flush();
      return written(book.apply(edits, run));
    }),
    undo: (run) => inTurn(async () => {
      await flush();
      return written(book.undo(run));
    }),
    clearMarks: () => inTurn(async () => {
      await flush();
      return written(book.clearMarks());
    }),
    insertResults: (sheet) => inTurn(async () => {
      await flush();
      return written(book.insertResults(sheet));
    }),
    insertSheets: (plans) => inTurn(async () => {
      await flush();
      return written(book.insertSheets(plans));
    }),
    reveal: (sheet, cell) => Promise.resolve(show(sheet, cell)),
    loadState: () => inTurn(() => book.loadState()),
    saveState: (state) => inTurn(async () => {
      await flush();
      const answer = await book.saveState(state);
      if (answer.ok) touched();
      return answer;
    }),
    listen(onEdited) {
      listeners.add(onEdited);
      return Promise.resolve({ ok: true, value: () => void listeners.delete(onEdited) });
    },
    dirty: () => version !== saved,
    onDirty(listener) {
      dirtied.add(listener);
      return () => void dirtied.delete(listener);
    },
    onRefused(listener) {
      refusals.add(listener);
      return () => void refusals.delete(listener);
    },
    bytes: () => inTurn(async () => {
      const reached = await flush();
      const bytes = await book.bytes();
      given.set(bytes, reached);
      return bytes;
    }),
    markSaved(bytes) {
      saved = given.get(bytes) ?? saved;
      for (const listener of dirtied) listener();
    },
    setView(next) {
      unhear?.();
      view = next;
      unhear = next ? next.onEdit(heard) : null;
      if (next && waiting) show(waiting.sheet, waiting.cell);
      waiting = null;
    },
  };
  port.setView(first);
  return port;
}
