// Where the browser's storage fails for a moment only: what is kept afterwards is on disk again.
import { browserDrafts } from './drafts';

type Ended = () => void;

/** A database that does not open the first times it is asked to. */
function failingAtFirst(times: number): { readonly kept: Map<string, unknown>; readonly factory: unknown } {
  const kept = new Map<string, unknown>();
  let asked = 0;
  const database = {
    transaction() {
      const transaction: { oncomplete: Ended | null; objectStore: () => unknown } = { oncomplete: null, objectStore: () => ({ put: (one: { id: string }) => ({ result: kept.set(one.id, one) }) }) };
      setTimeout(() => transaction.oncomplete?.());
      return transaction;
    },
  };
  const open = (): unknown => {
    const request: { onsuccess: Ended | null; onerror: Ended | null; readonly error: null; readonly result: unknown } = { onsuccess: null, onerror: null, error: null, result: database };
    const fails = ++asked <= times;
    setTimeout(() => (fails ? request.onerror : request.onsuccess)?.());
    return request;
  };
  return { kept, factory: { open } };
}

test('a database that did not open is asked for again: the next draft is kept', async () => {
  const { kept, factory } = failingAtFirst(1);
  Object.assign(globalThis, { indexedDB: factory });
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: {} });
  Object.defineProperty(globalThis, 'BroadcastChannel', { configurable: true, value: undefined });
  const drafts = browserDrafts();
  const draft = { id: '一', name: '自评表.xlsx', bytes: new Uint8Array([1]), at: '2024-03-15T10:30:00Z' };
  expect(await drafts.put(draft)).toBe(false);
  expect(await drafts.put(draft)).toBe(true);
  expect(kept.get('一')).toBe(draft);
});
