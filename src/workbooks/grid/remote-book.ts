// A book whose bytes live on the other side of a message channel (a worker): calls go over in order, large lists come back in pieces, so that no message holds the page up.
import type { Book } from './book';
import { openPackageBook } from './package-book';
import type { BytesOptions } from '../package/state';

/** What both a worker and a message port can do. */
export interface Channel {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: { data: unknown }) => void) | null;
}

type Method = Exclude<keyof Book, 'readOnly' | 'close'>;
const METHODS: readonly Method[] = ['read', 'picture', 'type', 'apply', 'undo', 'clearMarks', 'insertResults', 'insertSheets', 'loadState', 'saveState', 'bytes'];

type Call =
  | { readonly id: number; readonly kind: 'open'; readonly book: number; readonly bytes: Uint8Array; readonly name: string }
  | { readonly id: number; readonly kind: 'call'; readonly book: number; readonly method: Method; readonly args: readonly unknown[] }
  | { readonly id: number; readonly kind: 'close'; readonly book: number }
  | { readonly id: number; readonly kind: 'other'; readonly name: string; readonly argument: unknown };
/** What else the other side does, such as judging a file that is not opened. */
export type Others = Readonly<Record<string, (argument: never) => Promise<unknown>>>;
type Reply =
  /** Cells of the n-th sheet of an answer that follows. */
  | { readonly id: number; readonly part: { readonly sheet: number; readonly cells: readonly unknown[] } }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failed: string };

/** Cells in a message: some 20 ms of unpacking on an office computer. */
const PIECE = 20_000;

interface WithCells {
  readonly cells: readonly unknown[];
}

/** The lists of cells in an answer, where it has any. */
function sheetsIn(result: unknown): readonly WithCells[] {
  if (typeof result !== 'object' || result === null) return [];
  // Of many answers there is only whether they are well: their value is null.
  const { value, sheets } = result as { value?: { grids?: readonly WithCells[] } | null; sheets?: readonly WithCells[] };
  return sheets ?? value?.grids ?? [];
}

function withCells(result: unknown, lists: readonly (readonly unknown[])[]): unknown {
  const filled = (sheets: readonly WithCells[]): WithCells[] => sheets.map((sheet, at) => ({ ...sheet, cells: lists[at] ?? sheet.cells }));
  const { value, sheets } = result as { value?: { grids?: readonly WithCells[] } | null; sheets?: readonly WithCells[] };
  if (sheets) return { ...(result as object), sheets: filled(sheets) };
  return value?.grids ? { ...(result as object), value: { ...value, grids: filled(value.grids) } } : result;
}

/** The side that holds the bytes: answers calls until the channel closes. */
export function serveBooks(channel: Channel, options: BytesOptions = {}, others: Others = {}): void {
  const books = new Map<number, Book>();
  const reply = (message: Reply, transfer: Transferable[] = []): void => channel.postMessage(message, transfer);

  function answer(id: number, result: unknown): void {
    const sheets = sheetsIn(result);
    const large = sheets.some(({ cells }) => cells.length > PIECE);
    if (!large) {
      reply({ id, result });
      return;
    }
    for (const [sheet, { cells }] of sheets.entries()) for (let at = 0; at < cells.length; at += PIECE) reply({ id, part: { sheet, cells: cells.slice(at, at + PIECE) } });
    reply({ id, result: withCells(result, sheets.map(() => [])) });
  }

  async function carryOut(call: Call): Promise<void> {
    if (call.kind === 'close') {
      books.delete(call.book);
      reply({ id: call.id, result: null });
    } else if (call.kind === 'open') {
      const opened = await openPackageBook(call.bytes, { ...options, name: call.name });
      if (opened.ok) books.set(call.book, opened.book);
      reply({ id: call.id, result: opened.ok ? { ok: true, readOnly: opened.book.readOnly } : opened });
    } else if (call.kind === 'other') {
      const other = others[call.name];
      if (!other) throw new Error(call.name);
      reply({ id: call.id, result: await other(call.argument as never) });
    } else {
      const book = books.get(call.book);
      if (!book) throw new Error('closed');
      answer(call.id, await (book[call.method] as (...args: readonly unknown[]) => Promise<unknown>)(...call.args));
    }
  }

  let chain: Promise<void> = Promise.resolve();
  channel.onmessage = ({ data }) => {
    const call = data as Call;
    chain = chain.then(() => carryOut(call)).catch((error: unknown) => reply({ id: call.id, failed: error instanceof Error ? error.message : String(error) }));
  };
}

export interface Books {
  /** Asks for one of the other things that the far side does. */
  other(name: string, argument: unknown): Promise<unknown>;
  open(bytes: Uint8Array, name: string): Promise<{ readonly ok: true; readonly book: Book } | { readonly ok: false; readonly reason: string }>;
}

/**
 * The side that asks. A call rejects only when the other side has broken down, which is a bug, or is gone.
 * @param gone rejects when the other side will never answer again: what waits for it, and what is asked from then on, fails with the same
 */
export function remoteBooks(channel: Channel, gone: Promise<never> = new Promise(() => undefined)): Books {
  const pending = new Map<number, { readonly settle: (result: unknown) => void; readonly fail: (error: Error) => void; readonly lists: unknown[][] }>();
  let last = 0;
  let end: Error | null = null;
  gone.catch((reason: unknown) => {
    end = reason instanceof Error ? reason : new Error(String(reason));
    for (const { fail } of pending.values()) fail(end);
    pending.clear();
  });
  channel.onmessage = ({ data }) => {
    const message = data as Reply;
    const call = pending.get(message.id);
    if (!call) return;
    if ('part' in message) {
      const list = (call.lists[message.part.sheet] ??= []);
      for (const cell of message.part.cells) list.push(cell);
      return;
    }
    pending.delete(message.id);
    if ('failed' in message) call.fail(new Error(message.failed));
    else call.settle(call.lists.length > 0 ? withCells(message.result, call.lists) : message.result);
  };

  type Asked = { readonly kind: 'open'; readonly book: number; readonly bytes: Uint8Array; readonly name: string } | { readonly kind: 'call'; readonly book: number; readonly method: Method; readonly args: readonly unknown[] } | { readonly kind: 'close'; readonly book: number } | { readonly kind: 'other'; readonly name: string; readonly argument: unknown };
  const ask = (call: Asked): Promise<unknown> => new Promise((settle, fail) => {
    const id = ++last;
    if (end) return fail(end);
    pending.set(id, { settle, fail, lists: [] });
    channel.postMessage({ ...call, id }, []);
  });

  let count = 0;
  return {
    other: (name, argument) => ask({ kind: 'other', name, argument }),
    async open(bytes, name) {
      const book = ++count;
      const opened = (await ask({ kind: 'open', book, bytes, name })) as { readonly ok: true; readonly readOnly: boolean } | { readonly ok: false; readonly reason: string };
      if (!opened.ok) return opened;
      const methods = Object.fromEntries(METHODS.map((method) => [method, (...args: readonly unknown[]) => ask({ kind: 'call', book, method, args })])) as unknown as Omit<Book, 'readOnly' | 'close'>;
      return { ok: true, book: { ...methods, readOnly: opened.readOnly, close: () => void ask({ kind: 'close', book }).catch(() => undefined) } };
    },
  };
}
