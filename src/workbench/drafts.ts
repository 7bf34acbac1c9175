// Drafts in the browser's IndexedDB; in the page's memory where the browser refuses. A draft that an open page works on is locked, so that no other page offers it.
import type { Draft, Drafts } from './services';

const STORE = 'drafts';
const lockOf = (id: string): string => `biaoli-draft-${id}`;

/** Drafts under a name of the page's origin. */
export function browserDrafts(name = 'biaoli'): Drafts {
  let opening: Promise<IDBDatabase> | null = null;
  const memory = memoryDrafts();
  const held = new Map<string, () => void>();

  async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    opening ??= open(name);
    const transaction = (await opening).transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    return new Promise((resolve, reject) => {
      // Only the end of the transaction says that something is on disk.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
      transaction.onerror = () => reject(transaction.error ?? new Error('the transaction failed'));
    });
  }

  /** False: another page holds it. */
  function hold(id: string): Promise<boolean> {
    if (held.has(id) || !('locks' in navigator)) return Promise.resolve(true);
    return new Promise((answer) => {
      void navigator.locks.request(lockOf(id), { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        return lock && new Promise<void>((release) => void held.set(id, release));
      }).catch(() => answer(true));
    });
  }

  return {
    async list() {
      try {
        const [all, locked] = await Promise.all([within('readonly', (store) => store.getAll() as IDBRequest<unknown[]>), lockedNames()]);
        return all.filter(isDraft).filter(({ id }) => !locked.has(lockOf(id))).sort(newestFirst);
      } catch {
        return memory.list();
      }
    },
    async claim(id) {
      try {
        if (!(await hold(id))) return null;
        const kept: unknown = await within('readonly', (store) => store.get(id) as IDBRequest<unknown>);
        return isDraft(kept) ? kept : null;
      } catch {
        return memory.claim(id);
      }
    },
    async put(draft) {
      try {
        await within('readwrite', (store) => store.put(draft));
        await hold(draft.id);
        return true;
      } catch {
        return memory.put(draft);
      }
    },
    async remove(id) {
      held.get(id)?.();
      held.delete(id);
      await memory.remove(id);
      try {
        await within('readwrite', (store) => store.delete(id));
      } catch {
        // Nothing was kept.
      }
    },
  };
}

/** Forgotten with the page: putting says so. */
export function memoryDrafts(): Drafts {
  const kept = new Map<string, Draft>();
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
  };
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database does not open'));
    request.onblocked = () => reject(new Error('the database is held by another page'));
  });
}

async function lockedNames(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map((lock) => lock.name ?? ''));
}

/** What another version left behind may look different. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, bytes, at } = value as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && typeof name === 'string' && bytes instanceof Uint8Array && typeof at === 'string';
}

function newestFirst(a: Draft, b: Draft): number {
  return b.at.localeCompare(a.at);
}
