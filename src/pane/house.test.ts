// The pane's house rules: this computer's before the catalogue's, and no fault of theirs ever stops a check.
import type { Rubric } from '../model/rubric';
import { buildCatalog } from '../catalog/build-catalog';
import { findRubric } from '../rubrics/catalogue';
import { loadHouse, type HouseServices } from './house';

const national = findRubric('mof-2020') as Rubric;
const rubric = (id: string, title: string): Rubric => ({ ...national, id, title });

async function services(catalogued: readonly Rubric[] | null, mine: unknown): Promise<HouseServices> {
  const files = new Map((catalogued ?? []).map((one) => [`rubrics/${one.id}.json`, new TextEncoder().encode(JSON.stringify(one))]));
  const built = await buildCatalog([...files].map(([path, bytes]) => ({ path, bytes })), { title: '目录', publisher: '某局', version: '1', date: '2026-01-01' });
  if (built.ok) files.set('catalog.json', new TextEncoder().encode(built.text));
  return {
    catalog: catalogued === null ? null : { read: (path) => Promise.resolve(files.has(path) ? { ok: true, bytes: files.get(path) ?? new Uint8Array() } : { ok: false, missing: true, reason: '没有' }) },
    cache: { get: () => Promise.resolve(null), put: () => Promise.resolve() },
    own: { read: () => Promise.resolve(mine), write: () => Promise.resolve() },
  };
}

test("this computer's rubric goes before one of the same id in the catalogue", async () => {
  const house = await loadHouse(await services([rubric('city-1', '目录口径甲'), rubric('city-2', '目录口径乙')], { rubrics: [rubric('city-1', '本机口径甲')], checks: [] }));
  expect(house.rules.rubrics.map(({ title }) => title)).toEqual(['本机口径甲', '目录口径乙']);
  expect(house.catalog?.version).toBe('1');
});

test.each([null, 'x', { rubrics: 3 }, { rubrics: [{ id: 1 }], checks: [] }])('what is kept as %p judges nothing and stops nothing', async (mine) => {
  const house = await loadHouse(await services(null, mine));
  expect(house.rules.rubrics).toEqual([]);
  expect(house.rules.remarks.every((sentence) => sentence.startsWith('本机的口径没有采用：'))).toBe(true);
});

test('a page without a catalogue and a store that fails leave the shipped rules', async () => {
  const house = await loadHouse({ ...(await services(null, null)), own: { read: () => Promise.reject(new Error('blocked')), write: () => Promise.resolve() } });
  expect([house.rules.rubrics, house.rules.remarks, house.catalog]).toEqual([[], [], null]);
});
