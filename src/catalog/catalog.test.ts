// A catalogue from its making to its loading: tampered, missing and broken ones are refused whole, and the last good one judges.
import type { Rubric } from '../model/rubric';
import { findRubric } from '../rubrics/catalogue';
import { templateBytes as templateOf } from '../templates/templates';
import { buildCatalog, type CatalogFile } from './build-catalog';
import { readCatalog } from './catalog';
import { loadCatalog, templateBytes, type CatalogCache, type CatalogSource, type KeptCatalog } from './load-catalog';

const HEAD = { title: '某市绩效目录', publisher: '某市财政局', version: '2026.1', date: '2026-01-15' };
const rubric = { ...(findRubric('mof-2020') as Rubric), id: 'city-2026', title: '某市 2026 年口径', from: 2026 };
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const RUBRIC: CatalogFile = { path: 'rubrics/city-2026.json', bytes: bytesOf(rubric) };
const TEMPLATE: CatalogFile = { path: 'templates/自评表.xlsx', bytes: bytesOf('PK\u0003\u0004 a workbook') };

async function published(files: readonly CatalogFile[], head = HEAD): Promise<Map<string, Uint8Array>> {
  const built = await buildCatalog(files, head);
  if (!built.ok) throw new Error(built.complaints.join());
  return new Map([['catalog.json', bytesOf(built.text)], ...files.map(({ path, bytes }) => [path, bytes] as const)]);
}
const sourceOf = (files: ReadonlyMap<string, Uint8Array>): CatalogSource => ({
  read: (path) => {
    const bytes = files.get(path);
    return Promise.resolve(bytes ? { ok: true, bytes } : { ok: false, missing: true, reason: '没有这个文件' });
  },
});
function memory(): CatalogCache & { kept: KeptCatalog | null } {
  const cache = { kept: null as KeptCatalog | null, get: () => Promise.resolve(cache.kept), put: (kept: KeptCatalog) => { cache.kept = kept; return Promise.resolve(); } };
  return cache;
}

test('what was built is loaded: its rubric judges with its version, its template is listed', async () => {
  const loaded = await loadCatalog(sourceOf(await published([TEMPLATE, RUBRIC])), memory());
  expect(loaded.house.remarks).toEqual([]);
  expect(loaded.catalog).toMatchObject(HEAD);
  expect(loaded.house.rubrics).toEqual([{ ...rubric, version: '2026.1' }]);
  expect(loaded.templates).toMatchObject([{ id: '自评表', file: 'templates/自评表.xlsx' }]);
});

test('kinds of tables stand with a rubric as it says and with a template as it is read; a form that is not known is handed out all the same', async () => {
  const template = { path: 'templates/部门.xlsx', bytes: templateOf('department', { year: 2026 }) };
  const built = await buildCatalog([RUBRIC, TEMPLATE, template], HEAD);
  if (!built.ok) throw new Error(built.complaints.join());
  expect(built.catalog.items.map(({ id, tables }) => [id, tables])).toEqual([['city-2026', rubric.kinds], ['自评表', []], ['部门', ['department']]]);
  // One that was made before kinds were told is read as ever.
  expect(readCatalog(built.text.replace(/"tables": \[[^\]]*\],\s*/g, '')).ok).toBe(true);
  expect(readCatalog(built.text.replace('"department"', '"nothing"')).ok).toBe(false);
});

test('what every unit would refuse is told when it is made: a number of two files, a file that is not UTF-8; names in capitals are no others', async () => {
  const check = (id: string, label = '分值合计'): string => JSON.stringify({ checks: [{ id, label, formula: '合计(分值) = 100' }] });
  const built = (files: readonly CatalogFile[]): Promise<unknown> => buildCatalog(files, HEAD);
  expect(await built([{ path: 'checks/甲.json', bytes: bytesOf(check('C1')) }, { path: 'checks/乙.json', bytes: bytesOf(check('C1')) }])).toEqual({ ok: false, complaints: ['checks/甲.json：审核公式的编号“C1”在 checks/乙.json 里已经用了，请换一个编号。'] });
  // 单位 as older Windows saves it.
  const ansi = bytesOf(check('C2', '??')).map((byte, at, all) => (byte === 0x3f ? (all[at - 1] === 0x3f ? 0xbb : 0xb5) : byte));
  expect(await built([{ path: 'checks/丙.json', bytes: ansi }])).toEqual({ ok: false, complaints: [expect.stringMatching(/^checks\/丙\.json：不是 UTF-8 编码/)] });
  expect(await built([{ path: 'checks/丁.JSON', bytes: bytesOf(check('C3')) }, { path: 'templates/表.XLSX', bytes: TEMPLATE.bytes }])).toMatchObject({ ok: true, catalog: { items: [{ id: '丁' }, { id: '表' }] } });
});

test('own checks of the catalogue are compiled and judge; those with a fault are refused when it is made', async () => {
  const text = { title: '某市审核公式', version: '2026.1', checks: [{ id: 'C1', label: '分值合计', severity: 'error', formula: '合计(分值) = 100' }] };
  const file = { path: 'checks/city.json', bytes: bytesOf(text) };
  const loaded = await loadCatalog(sourceOf(await published([file])), memory());
  expect(loaded.house.checks.map(({ id, label }) => [id, label])).toEqual([['C1', '分值合计']]);
  const wrong = await buildCatalog([{ path: 'checks/city.json', bytes: bytesOf({ checks: [{ id: 'C1', label: '分值合计', formula: '合计(分值 = 100' }] }) }], HEAD);
  expect(wrong.ok ? '' : wrong.complaints[0]).toMatch(/^checks\/city\.json：C1 的公式，第 \d+ /);
});

test('the same files give the same text, whatever their order', async () => {
  const texts = await Promise.all([[RUBRIC, TEMPLATE], [TEMPLATE, RUBRIC]].map((files) => buildCatalog(files, HEAD)));
  expect(texts[0]).toEqual(texts[1]);
});

test("a new year's rubric arrives with a new catalogue, without a new build", async () => {
  const cache = memory();
  await loadCatalog(sourceOf(await published([RUBRIC])), cache);
  const next = { ...rubric, id: 'city-2027', from: 2027 };
  const loaded = await loadCatalog(sourceOf(await published([RUBRIC, { path: 'rubrics/city-2027.json', bytes: bytesOf(next) }], { ...HEAD, version: '2027.1' })), cache);
  expect(loaded.house.rubrics.map(({ id }) => id)).toEqual(['city-2026', 'city-2027']);
});

describe.each<[string, (files: Map<string, Uint8Array>) => void, string]>([
  ['a rubric changed by hand', (files) => files.set(RUBRIC.path, bytesOf({ ...rubric, title: '改过的口径' })), '目录里的“某市 2026 年口径”与登记的不一致，可能被改动过'],
  ['a rubric that is gone', (files) => files.delete(RUBRIC.path), '目录里的“某市 2026 年口径”取不到（没有这个文件）'],
  ['half a catalogue', (files) => files.set('catalog.json', (files.get('catalog.json') ?? new Uint8Array()).slice(0, 60)), '目录文件不是完整的 JSON'],
  ['a web page in its place', (files) => files.set('catalog.json', bytesOf('<html>404</html>')), '目录文件不是完整的 JSON'],
  ['a field too many', (files) => files.set('catalog.json', bytesOf({ ...JSON.parse(new TextDecoder().decode(files.get('catalog.json'))) as object, script: 'x' })), '目录不合格式'],
  ['a path out of its folder', (files) => files.set('catalog.json', bytesOf(new TextDecoder().decode(files.get('catalog.json')).replace(RUBRIC.path, '../secret.json'))), '目录不合格式'],
  ['a newer format', (files) => files.set('catalog.json', bytesOf({ catalog: 2 })), '目录的格式（2）比本程序新，请更新表里如一'],
])('%s', (_, damage, reason) => {
  test('is refused whole; without a last good one the shipped rubrics judge', async () => {
    const files = await published([RUBRIC]);
    damage(files);
    const loaded = await loadCatalog(sourceOf(files), memory());
    expect(loaded.house.rubrics).toEqual([]);
    expect(loaded.house.remarks[0]?.startsWith(reason)).toBe(true);
    expect(loaded.house.remarks[0]).toMatch(/没有采用目录，按内置口径核查。请告诉发布目录的单位。$/);
  });

  test('leaves the last good one in force, and says so', async () => {
    const files = await published([RUBRIC]);
    const cache = memory();
    await loadCatalog(sourceOf(files), cache);
    damage(files);
    const loaded = await loadCatalog(sourceOf(files), cache);
    expect(loaded.house.rubrics.map(({ id }) => id)).toEqual(['city-2026']);
    expect(loaded.house.remarks).toEqual([expect.stringMatching(/，沿用上次的目录“某市绩效目录”（版本 2026\.1）。请告诉发布目录的单位。$/)]);
    expect(cache.kept?.files[RUBRIC.path]).toBe(JSON.stringify(rubric));
  });
});

test('no catalogue at all is no fault; a source or a cache that throws is one sentence at most', async () => {
  expect(await loadCatalog(sourceOf(new Map()), memory())).toMatchObject({ catalog: null, house: { rubrics: [], checks: [], remarks: [] } });
  const broken = { read: () => Promise.reject(new Error('network')) };
  expect((await loadCatalog(broken, { get: () => Promise.reject(new Error('disk')), put: () => Promise.reject(new Error('disk')) })).house.remarks).toEqual(['目录取不到（network），没有采用目录，按内置口径核查。请告诉发布目录的单位。']);
});

test('a template is handed out only as it was published', async () => {
  const files = await published([TEMPLATE]);
  const { templates } = await loadCatalog(sourceOf(files), memory());
  const [item] = templates;
  if (!item) throw new Error('no template');
  expect(await templateBytes(sourceOf(files), item)).toEqual({ ok: true, bytes: TEMPLATE.bytes });
  files.set(TEMPLATE.path, bytesOf('PK other'));
  expect(await templateBytes(sourceOf(files), item)).toEqual({ ok: false, reason: '模板“自评表”与目录登记的不一致，可能被改动过，没有采用。请告诉发布目录的单位。' });
});

test.each([
  ['nothing to publish', [{ path: 'notes.txt', bytes: bytesOf('x') }], /没有可以发布的内容/],
  ['a rubric with a fault', [{ path: 'rubrics/a.json', bytes: bytesOf({ ...rubric, until: 2020 }) }], /^rubrics\/a\.json：截止年度 2020 早于起始年度 2026/],
  ['a file that is no JSON', [{ path: 'rubrics/a.json', bytes: bytesOf('{') }], /不是完整的 JSON/],
  ['a template that is no workbook', [{ path: 'templates/a.xlsx', bytes: bytesOf('hello') }], /不是 \.xlsx 工作簿/],
  ['one rubric in two files', [RUBRIC, { ...RUBRIC, path: 'rubrics/copy.json' }], /“city-2026”列了两次/],
])('%s is told when a catalogue is made', async (_, files, sentence) => {
  const built = await buildCatalog(files, HEAD);
  expect(built.ok ? '' : built.complaints.join()).toMatch(sentence);
});

test('a byte order mark is no fault', async () => {
  const built = await buildCatalog([RUBRIC], HEAD);
  expect(built.ok && readCatalog(`\uFEFF${built.text}`).ok).toBe(true);
});

test.each([['[]', '目录文件的内容不合目录的格式'], ['{"catalog": 1}', '目录文件的内容不合目录的格式'], ['{"catalog": 9}', '目录的格式（9）比本程序新，请更新表里如一']])('%s is refused in words', (text, reason) => expect(readCatalog(text)).toEqual({ ok: false, reason }));
