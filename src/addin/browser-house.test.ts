import type { OwnRules } from '../model/plan';
import { browserHouse } from './browser-house';

const rules = (...ids: readonly string[]): OwnRules => ({ rubrics: ids.map((id) => ({ id })), checks: [] });

/** This computer's storage, shared by the pages; `full`: nothing more goes in. */
function storage(): { full: boolean } {
  const kept = new Map<string, string>();
  const facts = { full: false };
  Object.assign(globalThis, { localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (facts.full) throw new DOMException('', 'QuotaExceededError');
      kept.set(key, value);
    },
  } });
  return facts;
}

afterEach(() => void Reflect.deleteProperty(globalThis, 'localStorage'));

test('rules that found no room are read until the page closes, beside what other pages keep, and are kept when there is room again', async () => {
  const disk = storage();
  const [page, other] = [browserHouse('file:///x/index.html', 'b.').own, browserHouse('file:///x/index.html', 'b.').own];
  await page.write(rules('a'));
  disk.full = true;
  await expect(page.write(rules('a', 'b'))).rejects.toThrow();
  expect([await page.read(), await other.read()]).toEqual([rules('a', 'b'), rules('a')]);
  disk.full = false;
  await other.write(rules('a', 'c'));
  const now = (await page.read()) as OwnRules;
  expect(now).toEqual(rules('a', 'b', 'c'));
  await page.write(now);
  expect(await other.read()).toEqual(rules('a', 'b', 'c'));
});

test.each([[404, true], [204, true], [500, false]])('a server that answers %s has no catalogue: %s', async (status, missing) => {
  const before = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve(new Response(null, { status }));
  try {
    expect(await browserHouse('http://localhost/index.html', 'b.').catalog?.read('catalog.json')).toMatchObject({ ok: false, missing });
  } finally {
    globalThis.fetch = before;
  }
});
