// Templates in the pane: offered by kind and place, laid out, put into the workbook and checked, downloaded, filled from the table shown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalog } from '../../src/catalog/build-catalog';
import type { CatalogItem } from '../../src/catalog/catalog';
import { sayIn } from '../../src/pane/catalogue';
import { PaneController } from '../../src/pane/controller';
import type { HouseServices } from '../../src/pane/house';
import { memoryPreferences } from '../../src/pane/preferences';
import type { FileToSave } from '../../src/pane/save-file';
import { offered, placesOf, readOptions } from '../../src/pane/template-choice';
import { templates } from '../../src/templates/catalogue';
import { templateBytes } from '../../src/templates/templates';
import { openPackagePort } from '../../src/workbooks/package/package-port';
import { readPackage } from '../../src/workbooks/package/read';
import type { WorkbookPort } from '../../src/workbooks/port';
import { fakePort } from './fake-port';
import { sampleSnapshot } from './sample';

const SAMPLE = 'project.xlsx';
const sample = (): WorkbookPort => openPackagePort(readFileSync(join(__dirname, '../../assets/samples', SAMPLE)), { name: SAMPLE });

async function open(port: WorkbookPort = sample(), house?: HouseServices): Promise<PaneController> {
  const controller = new PaneController({ port, preferences: memoryPreferences(), now: () => new Date(2024, 2, 15, 9), newRun: () => 'run', say: () => sayIn('zh-CN'), ...(house ? { house } : {}) });
  await controller.start();
  return controller;
}
const choose = ({ templates: desk }: PaneController, id: string): void => desk.choose({ from: 'shipped', id, rows: templates.find((one) => one.id === id)?.rows ?? 0 });
const work = (controller: PaneController) => controller.getState().templates.work;
const sheets = (controller: PaneController) => controller.getState().checked?.snapshot.grids.map(({ sheet }) => sheet);
async function saved(controller: PaneController): Promise<FileToSave | null> {
  let file: FileToSave | null = null;
  await controller.templates.download((one) => { file = one; });
  return file;
}
function textsIn(bytes: FileToSave['content']): readonly string[] {
  const reading = readPackage(bytes as Uint8Array, { name: 'x.xlsx' });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot.grids.flatMap(({ cells }) => cells.map(({ text }) => text));
}

const SHARED: readonly CatalogItem[] = [
  { kind: 'template', id: 'city', title: '市级自评表', version: '1', from: 2024, until: null, places: ['永州'], file: 'city.xlsx', sha256: '', bytes: 0 },
  { kind: 'template', id: 'any', title: '通用自评表', version: '1', from: null, until: null, places: [], file: 'any.xlsx', sha256: '', bytes: 0 },
];

test('without a filter everything is offered; by kind only that kind; files of the catalogue bear none', () => {
  expect(offered({ kind: null, place: null }, SHARED)).toEqual({ shipped: templates, shared: SHARED });
  const departments = offered({ kind: 'department', place: null }, SHARED);
  expect(departments.shipped.map(({ id }) => id)).toEqual(['department', 'department-hunan']);
  expect(departments.shared).toEqual([]);
  expect(offered({ kind: 'catalog', place: null }, SHARED)).toEqual({ shipped: [], shared: SHARED });
});

test('a place gets its own first, then what is for the whole country, and nothing of other places', () => {
  const { shipped, shared } = offered({ kind: null, place: '湖南' }, SHARED);
  expect(shipped.slice(0, 2).map(({ province }) => province)).toEqual(['湖南', '湖南']);
  expect(shipped.slice(2).every(({ province }) => province === null)).toBe(true);
  expect(shared.map(({ id }) => id)).toEqual(['any']);
  expect(offered({ kind: null, place: '永州' }, SHARED).shared.map(({ id }) => id)).toEqual(['city', 'any']);
  expect(offered({ kind: null, place: '' }, []).shipped.every(({ province }) => province === null)).toBe(true);
  expect(placesOf(SHARED)).toEqual(expect.arrayContaining(['湖南', '安徽', '永州']));
});

test.each([
  [{ year: '', rows: '2' }, []], [{ year: '２０２４', rows: '２' }, []], [{ year: '24', rows: '2' }, ['year']], [{ year: '明年', rows: '' }, ['year', 'rows']],
  [{ year: '2024', rows: '0' }, ['rows']], [{ year: '2024', rows: '31' }, ['rows']], [{ year: '2100', rows: '1.5' }, ['year', 'rows']],
])('of %j wrong is %j', (typed, wrong) => {
  const read = readOptions({ unit: '', ...typed });
  expect(read.wrong).toEqual(wrong);
  expect(read.options === null).toBe(wrong.length > 0);
});

test('a unit without a table begins with a template: inserted, shown, checked, and named in the notice', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await open(port);
  choose(controller, 'project-hunan');
  expect([controller.getState().view, work(controller)?.form.year]).toEqual(['template', '']);
  controller.templates.type({ year: '2025', unit: '区文旅局' });
  await controller.templates.insert();
  const [plan] = port.planned;
  expect(plan?.name).toBe('项目支出绩效自评表（湖南省）');
  expect(plan?.cells.some(({ value }) => value === '区文旅局')).toBe(true);
  expect(port.calls.slice(port.calls.indexOf('insertSheets'))).toEqual(['insertSheets', 'loadState', 'read', `reveal ${plan?.name}!A1`]);
  expect(controller.getState().checked).not.toBeNull();
  expect(controller.getState().notice).toEqual({ tone: 'done', phrase: { key: 'template.inserted', params: { name: plan?.name } } });
});

test('a sheet that was inserted is deleted where sheets can be deleted, which the workbench cannot', () => {
  for (const language of ['zh-CN', 'en-US'] as const) for (const key of ['template.inserted', 'more.inserted'] as const) expect(sayIn(language)(key, { name: '表' })).toMatch(/Excel (?:或|or) WPS/);
});

test('what is typed wrong is neither inserted nor downloaded', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await open(port);
  choose(controller, 'project');
  controller.templates.type({ rows: '99' });
  await controller.templates.insert();
  expect([port.planned, await saved(controller)]).toEqual([[], null]);
});

test('a host that refuses says why, and nothing is said to be done', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await open(port);
  choose(controller, 'project');
  port.next.set('insertSheets', { ok: false, word: 'read-only', reason: '工作簿以只读方式打开，没有写入。' });
  await controller.templates.insert();
  expect(controller.getState().refusal).toMatchObject({ word: 'read-only', reason: '工作簿以只读方式打开，没有写入。' });
  expect([controller.getState().notice, port.calls.includes('read')]).toEqual([null, false]);
});

test('the download is the very file that the command line writes, and year and unit stay for the next template', async () => {
  const controller = await open();
  choose(controller, 'department');
  controller.templates.type({ year: '2024', unit: '区农业农村局', rows: '4' });
  const file = await saved(controller);
  expect(file?.name).toBe('2024年度部门整体支出绩效自评表（全国通行）.xlsx');
  expect(Buffer.from(file?.content as Uint8Array).equals(Buffer.from(templateBytes('department', { year: 2024, unit: '区农业农村局', rows: 4 })))).toBe(true);
  choose(controller, 'project-hubei');
  expect(work(controller)?.form).toEqual({ year: '2024', unit: '区农业农村局', rows: '1' });
});

test('the table shown is carried into another form: what does not fit is told first, then the sheet that was shown goes into the workbook', async () => {
  const controller = await open();
  await controller.check();
  const table = controller.getState().checked?.review.tables[0]?.table;
  choose(controller, 'project-yunnan');
  controller.templates.fill('table');
  await controller.templates.carry();
  const carried = work(controller)?.carried;
  expect(carried?.of).toBe(table);
  expect(carried?.conversion.ok === true && carried.conversion.remarks.length).toBeGreaterThan(0);
  const before = sheets(controller)?.length ?? 0;
  const names = table?.indicators.map(({ name }) => name?.raw ?? '').filter((name) => name !== '') ?? [];
  const file = await saved(controller);
  expect(file?.name).toContain(`（转自${table?.sheet}）.xlsx`);
  const texts = textsIn(file?.content ?? '');
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(texts.some((text) => text.includes(name))).toBe(true);
  await controller.templates.insert();
  expect(sheets(controller)).toHaveLength(before + 1);
  expect(sheets(controller)?.at(-1)).toBe('项目支出绩效自评表（云南省）');
  expect(controller.getState().checked?.review.tables.map(({ table: { sheet } }) => sheet)).toContain('项目支出绩效自评表（云南省）');
});

test('a table that cannot become the form is refused with a sentence and not inserted', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await open(port);
  await controller.check();
  choose(controller, 'base-data');
  controller.templates.fill('table');
  await controller.templates.carry();
  const conversion = work(controller)?.carried?.conversion;
  expect(conversion?.ok === false && conversion.reason).toMatch(/。$/);
  await controller.templates.insert();
  expect([port.planned, await saved(controller)]).toEqual([[], null]);
});

test('back to a blank sheet what was carried over is gone', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await open(port);
  await controller.check();
  choose(controller, 'project');
  controller.templates.fill('table');
  await controller.templates.carry();
  controller.templates.fill('blank');
  expect(work(controller)?.carried).toBeNull();
  await controller.templates.insert();
  expect(port.planned[0]?.cells.some(({ value }) => value === '社区科普大学管理经费')).toBe(false);
});

test('a template of the catalogue is handed on as published; one that was tampered with is refused', async () => {
  const bytes = templateBytes('project-hunan', { year: 2026 });
  const files = new Map([['templates/city.xlsx', bytes]]);
  const built = await buildCatalog([...files].map(([path, content]) => ({ path, bytes: content })), { title: '目录', publisher: '某局', version: '1', date: '2026-01-01' });
  if (!built.ok) throw new Error(JSON.stringify(built));
  files.set('catalog.json', new TextEncoder().encode(built.text));
  const controller = await open(sample(), {
    catalog: { read: (path) => Promise.resolve({ ok: true, bytes: files.get(path) ?? new Uint8Array() }) },
    cache: { get: () => Promise.resolve(null), put: () => Promise.resolve() }, own: { read: () => Promise.resolve(null), write: () => Promise.resolve() },
  });
  await controller.check();
  const [item] = controller.getState().house.templates;
  if (!item) throw new Error('no template in the catalogue');
  // Its kind was read in it: it is offered for tables of that kind, and for no others.
  expect(item.tables).toEqual(['project']);
  const kinds = [null, 'catalog', 'project', 'department'] as const;
  expect(kinds.map((kind) => offered({ kind, place: null }, [item]).shared.length)).toEqual([1, 1, 1, 0]);
  expect(kinds.map((kind) => offered({ kind, place: null }, [{ ...item, tables: [] }]).shared.length)).toEqual([1, 1, 0, 0]);
  controller.templates.choose({ from: 'catalog', id: item.id, rows: 1 });
  const file = await saved(controller);
  expect(file?.name).toBe('city.xlsx');
  expect(Buffer.from(file?.content as Uint8Array).equals(Buffer.from(bytes))).toBe(true);
  files.set('templates/city.xlsx', templateBytes('project-hunan', { year: 2027 }));
  expect(await saved(controller)).toBeNull();
  expect(controller.getState().refusal?.reason).toMatch(/与目录登记的不一致/);
});

test('where the workbook cannot be checked again after a template came into it, nothing else is said', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await open(port);
  await controller.check();
  choose(controller, 'project');
  port.next.set('read', { ok: false, word: 'busy', reason: '单元格正在编辑：请先按 Enter 结束编辑，再点一次。' });
  await controller.templates.insert();
  expect(controller.getState()).toMatchObject({ refusal: { word: 'busy' }, notice: { phrase: { key: 'template.insertedOnly' } } });
});
