// Drafts in the browser's IndexedDB; in the page's memory where the browser refuses. A draft that an open page works on is claimed, so that no other page offers it.
import { browserClaims } from './draft-claims';
import type { Draft, Drafts, KeptList } from './kept-work';

const STORE = 'drafts';

/** Drafts under a name of the page's origin. */
export function browserDrafts(name = 'biaoli'): Drafts {
  return kept(name, isDraft);
}

/** Lists of whole folders: apart from the drafts, as a page of before has to find nothing among those that is no workbook. */
export function browserLists(name = 'biaoli-lists'): Drafts<KeptList> {
  return kept(name, isKeptList);
}

function kept<D extends Draft>(name: string, isOne: (value: unknown) => value is D): Drafts<D> {
  let opening: Promise<IDBDatabase> | null = null;
  const memory = memoryDrafts<D>();
  const claims = browserClaims();
  const cleared = new Set<() => void>();

  async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    opening ??= open(name, () => {
      opening = null;
      for (const listener of cleared) listener();
    }).catch((error: unknown) => {
      // A full disk may have room the next time.
      opening = null;
      throw error;
    });
    const transaction = (await opening).transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    return new Promise((resolve, reject) => {
      // Only the end of the transaction says that something is on disk.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
      transaction.onerror = () => reject(transaction.error ?? new Error('the transaction failed'));
    });
  }

  return {
    async list() {
      try {
        const [all, held] = await Promise.all([within('readonly', (store) => store.getAll() as IDBRequest<unknown[]>), claims.held()]);
        return all.filter(isOne).filter(({ id }) => !held.has(id)).sort(newestFirst);
      } catch {
        return memory.list();
      }
    },
    async claim(id) {
      try {
        if (!(await claims.hold(id))) return null;
        const kept: unknown = await within('readonly', (store) => store.get(id) as IDBRequest<unknown>);
        return isOne(kept) ? kept : null;
      } catch {
        return memory.claim(id);
      }
    },
    async put(draft) {
      try {
        await within('readwrite', (store) => store.put(draft));
        await claims.hold(draft.id);
        return true;
      } catch {
        return memory.put(draft);
      }
    },
    async remove(id) {
      void claims.release(id);
      await memory.remove(id);
      try {
        await within('readwrite', (store) => store.delete(id));
      } catch {
        // Nothing was kept.
      }
    },
    release: (id) => claims.release(id),
    onCleared: (listener) => void cleared.add(listener),
  };
}

/** Forgotten with the page: putting says so. */
export function memoryDrafts<D extends Draft = Draft>(): Drafts<D> {
  const kept = new Map<string, D>();
  return {
    list: () => Promise.resolve([...kept.values()].sort(newestFirst)),
    claim: (id) => Promise.resolve(kept.get(id) ?? null),
    put(draft) {
      kept.set(draft.id, draft);
      return Promise.resolve(false);
    },
    remove(id) {
      kept.delete(id);
      return Promise.resolve();
    },
    release: () => Promise.resolve(),
    onCleared: () => undefined,
  };
}

/** `onClosed`: by the browser, with what was in it; it can be opened anew. */
function open(name: string, onClosed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => {
      request.result.onclose = onClosed;
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('the database does not open'));
    request.onblocked = () => reject(new Error('the database is held by another page'));
  });
}

/** What another version left behind may look different. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, bytes, at } = value as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && typeof name === 'string' && bytes instanceof Uint8Array && typeof at === 'string';
}

function isKeptList(value: unknown): value is KeptList {
  if (!isDraft(value)) return false;
  const { files, total } = value as Partial<KeptList>;
  return typeof files === 'number' && typeof total === 'number';
}

function newestFirst(a: Draft, b: Draft): number {
  return b.at.localeCompare(a.at);
}
