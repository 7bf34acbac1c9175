import { corpusTables, toWorkbook } from '../../../test/corpus/workbooks';
import { deskInPage, fakeDesk, keptIn, NO_OWN_HOUSE } from '../../../test/workbench/fakes';
import { wordsIn, type Words } from '../catalogue';
import type { KeptList } from '../kept-work';
import { DeskController } from './desk-controller';
import type { Desk } from '../engine-client';
import type { DeskServices } from './desk-services';
import { entryOfFile } from './entries';
import { gather, type Gathered } from './gathering';
import { reviewTask } from './review-task';

const tables = corpusTables().slice(0, 4);
const folder = (name: string): Promise<Gathered> => gather([{ name, kind: 'folder', entries: () => Promise.resolve(tables.map((table) => entryOfFile(new File([toWorkbook([table]) as Uint8Array<ArrayBuffer>], `${table.id}.xlsx`)))) }]);

let ids = 0;
/** A page over what the browser keeps. */
function page(kept: Map<string, KeptList>, change: Partial<DeskServices> = {}) {
  const told: string[] = [];
  const downloads: Blob[] = [];
  const text = (words: Words): string => wordsIn('zh-CN', words);
  const desk = new DeskController(fakeDesk({ lists: keptIn(kept), download: ({ blob }) => void downloads.push(blob), ...change }), { now: () => new Date(2024, 2, 15), newId: () => `list-${++ids}`, version: '0', text, house: NO_OWN_HOUSE }, (_tone, words) => void told.push(text(words)));
  return { desk, told, downloads };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((soon) => setTimeout(soon, 5));
}

async function checked(kept: Map<string, KeptList>, change: Partial<DeskServices> = {}) {
  const all = page(kept, change);
  await all.desk.take(folder('2023年度'));
  await until(() => all.told.some((words) => words.startsWith('核查完成')));
  return all;
}

const only = (kept: ReadonlyMap<string, KeptList>): KeptList => {
  const [one] = kept.values();
  if (!one || kept.size > 1) throw new Error(`${kept.size} are kept`);
  return one;
};

test('a list that was checked is kept, comes back as it was, and spares its files a second check', async () => {
  const kept = new Map<string, KeptList>();
  const before = await checked(kept);
  expect(before.desk.busy()).toBe(true);
  await until(() => !before.desk.busy());
  expect(only(kept)).toMatchObject({ name: '2023年度', files: tables.length, total: tables.length });
  await before.desk.export('json');
  expect(kept.size).toBe(1);
  const { list } = before.desk.getState();
  before.desk.dispose();
  const after = page(kept);
  expect(await after.desk.restore(only(kept))).toBe('restored');
  expect(after.desk.getState()).toMatchObject({ name: '2023年度', attached: false, list });
  expect([after.desk.busy(), kept.size]).toEqual([false, 1]);
  await after.desk.take(folder('2023年度'));
  await until(() => after.desk.getState().run?.kept === tables.length && !after.desk.busy());
  only(kept);
  after.desk.dispose();
});

test('what was checked before a run was stopped is kept as that', async () => {
  const kept = new Map<string, KeptList>();
  let reviewed = 0;
  const { desk, told } = page(kept, { jobs: 1, startReviewer: (judges) => ({ review: async (task) => {
    if (++reviewed === 3) desk.cancel();
    return reviewTask(task, judges);
  }, end: () => undefined }) });
  await desk.take(folder('2023年度'));
  await until(() => told.some((words) => words.startsWith('已停止')) && !desk.busy());
  expect(only(kept)).toMatchObject({ files: 2, total: tables.length });
  desk.dispose();
});

test('a list that the user has in a file, whole, is no longer kept, and nothing is asked; without its free text it is not whole', async () => {
  const kept = new Map<string, KeptList>();
  const { desk, downloads } = await checked(kept);
  await until(() => !desk.busy());
  desk.dispatch({ type: 'redact', redact: true });
  await desk.export('jsonl');
  expect(kept.size).toBe(1);
  desk.dispatch({ type: 'redact', redact: false });
  await desk.export('jsonl');
  await until(() => kept.size === 0);
  expect(desk.busy()).toBe(false);
  // Checked again it is another one, which stays kept when a saved list takes its place.
  desk.rerun();
  await until(() => kept.size === 1 && !desk.busy());
  await desk.take(gather([entryOfFile(new File([downloads[1] ?? ''], 'results.jsonl'))]));
  expect([desk.getState().name, desk.busy(), kept.size]).toEqual(['results.jsonl', false, 1]);
  desk.dispose();
});

test('a browser that keeps nothing is told of with what helps, and the page is not left unasked until that was done', async () => {
  const kept = new Map<string, KeptList>();
  const { desk, told } = await checked(kept, { lists: { ...keptIn(kept), put: () => Promise.resolve(false) } });
  await until(() => told.length === 2);
  expect(told[1]).toMatch(/^核查完成：.*浏览器留不住这份清单：.*请用“导出”保存核查结果（JSONL）。$/);
  expect(desk.busy()).toBe(true);
  await desk.export('jsonl');
  expect(desk.busy()).toBe(false);
  desk.dispose();
});

test('who wants nothing kept on this computer says so once: what is kept goes, nothing follows it, and the page is not left unasked', async () => {
  const kept = new Map<string, KeptList>();
  const { desk, told } = await checked(kept);
  await until(() => desk.getState().kept);
  desk.keepNothing();
  await until(() => kept.size === 0);
  expect([desk.getState().kept, desk.busy(), told.at(-1)]).toEqual([false, true, '浏览器里不再保留清单：刷新或关闭网页后就没有了。']);
  desk.rerun();
  await until(() => desk.getState().run?.kept === tables.length && told.filter((words) => words.startsWith('核查完成')).length === 2);
  desk.flush();
  await new Promise((soon) => setTimeout(soon, 50));
  expect([kept.size, desk.getState().kept, desk.busy(), told.some((words) => words.includes('浏览器留不住'))]).toEqual([0, false, true, false]);
  desk.dispose();
});

/** Kept by a page that has gone. */
async function leftBehind(kept: Map<string, KeptList>): Promise<KeptList> {
  const before = await checked(kept);
  await until(() => !before.desk.busy());
  before.desk.dispose();
  return only(kept);
}

test('a list that another is brought back in place of stays kept, and is any page’s to offer', async () => {
  const kept = new Map<string, KeptList>();
  const first = await leftBehind(kept);
  const lists = keptIn(kept);
  const { desk } = await checked(kept, { lists });
  await until(() => !desk.busy());
  const offered = async (): Promise<readonly string[]> => (await lists.list()).map(({ id }) => id);
  const second = [...kept.keys()].at(-1) ?? '';
  expect(await offered()).toEqual([first.id]);
  await lists.claim(first.id);
  expect(await desk.restore(first)).toBe('restored');
  expect([await offered(), kept.size, desk.busy()]).toEqual([[second], 2, false]);
  desk.dispose();
});

test('another folder has a list of its own beside the one that was there, and a list that is opened leaves both where they are', async () => {
  const kept = new Map<string, KeptList>();
  const lists = keptIn(kept);
  const { desk, told } = await checked(kept, { lists });
  await until(() => !desk.busy());
  const { id } = only(kept);
  await desk.take(folder('2023年度'));
  await until(() => told.filter((words) => words.startsWith('核查完成')).length === 2 && !desk.busy());
  expect(only(kept).id).toBe(id);
  await desk.take(folder('2024年度'));
  await until(() => kept.size === 2 && !desk.busy());
  expect([kept.get(id)?.name, [...kept.values()].at(-1)?.name, (await lists.list()).map((one) => one.id)]).toEqual(['2023年度', '2024年度', [id]]);
  const other = await checked(new Map());
  await other.desk.export('jsonl');
  other.desk.dispose();
  expect(await desk.take(gather([entryOfFile(new File(other.downloads, 'results.jsonl'))]))).toBe(true);
  expect([desk.getState().name, desk.getState().kept, kept.size, (await lists.list()).length, desk.busy()]).toEqual(['results.jsonl', false, 2, 2, false]);
  desk.dispose();
});

/** Lists are loaded when `go` is called, not before. */
function slowToLoad() {
  let go = (): void => undefined;
  const waits = new Promise<void>((done) => (go = done));
  const inPage = deskInPage();
  const asked = jest.fn();
  const desk: Desk = { ask: (async (name: 'load', argument: Blob) => {
    asked(name);
    if (name === 'load') await waits;
    return inPage.ask(name, argument);
  }) as Desk['ask'], end: () => undefined };
  return { startDesk: () => Promise.resolve(desk), go, loading: () => until(() => asked.mock.calls.some(([name]) => name === 'load')) };
}

test('what is asked for while a list is brought back waits for it, and loses no line of either', async () => {
  const kept = new Map<string, KeptList>();
  const first = await leftBehind(kept);
  const { startDesk, go, loading } = slowToLoad();
  const { desk, told } = page(kept, { startDesk });
  const restoring = desk.restore(first);
  await loading();
  await desk.take(folder('2023年度'));
  await new Promise((soon) => setTimeout(soon, 30));
  expect(desk.getState().run).toBeNull();
  go();
  expect(await restoring).toBe('restored');
  await until(() => told.some((words) => words.startsWith('核查完成')) && !desk.busy());
  expect([desk.getState().run?.kept, desk.getState().list?.files.length, only(kept).files]).toEqual([tables.length, tables.length, tables.length]);
  desk.dispose();
});

test('a list that something else is asked for before is not brought back, and stays as it is kept', async () => {
  const kept = new Map<string, KeptList>();
  const first = await leftBehind(kept);
  const { desk } = page(kept);
  const restoring = desk.restore(first);
  await desk.take(folder('2022年度'));
  expect(await restoring).toBe('overtaken');
  await until(() => desk.getState().run?.stage === 'done' && !desk.busy());
  expect([...kept.values()].map(({ name }) => name)).toEqual(['2023年度', '2022年度']);
  expect(kept.get(first.id)).toEqual(first);
  desk.dispose();
});

test('a run that was stopped does not go on while a list comes in its place', async () => {
  const kept = new Map<string, KeptList>();
  const first = await leftBehind(kept);
  const { startDesk, go } = slowToLoad();
  let reviewed = 0;
  const { desk } = page(kept, { startDesk, jobs: 1, startReviewer: (judges) => ({ review: async (task) => {
    if (++reviewed === 2) desk.cancel();
    return reviewTask(task, judges);
  }, end: () => undefined }) });
  await desk.take(folder('2022年度'));
  await until(() => desk.getState().run?.stage === 'cancelled' && !desk.busy());
  const restoring = desk.restore(first);
  await until(() => desk.getState().gathering);
  desk.resume();
  go();
  expect(await restoring).toBe('restored');
  await new Promise((soon) => setTimeout(soon, 50));
  expect([desk.getState().name, desk.getState().run, desk.getState().list?.files.length, reviewed]).toEqual(['2023年度', null, tables.length, 2]);
  desk.dispose();
});

test('where nothing is to be kept, a list that was brought back all the same goes with its first change', async () => {
  const kept = new Map<string, KeptList>();
  const first = await leftBehind(kept);
  const { desk } = page(kept);
  desk.keepNothing();
  expect(await desk.restore(first)).toBe('restored');
  expect([kept.size, desk.getState().kept, desk.busy()]).toEqual([1, true, false]);
  await desk.take(folder('2023年度'));
  await until(() => kept.size === 0);
  await until(() => desk.getState().run?.stage === 'done');
  expect([desk.getState().kept, desk.busy()]).toEqual([false, true]);
  desk.dispose();
});

test('what the user clears out of the browser is not said to be there, is asked about, and is not put there again until it changes', async () => {
  const kept = new Map<string, KeptList>();
  let clear = (): void => undefined;
  const { desk } = await checked(kept, { lists: { ...keptIn(kept), onCleared: (listener) => void (clear = listener) } });
  await until(() => !desk.busy() && desk.getState().kept);
  kept.clear();
  clear();
  expect([desk.getState().kept, desk.busy()]).toEqual([false, true]);
  desk.flush();
  await new Promise((soon) => setTimeout(soon, 50));
  expect([kept.size, desk.busy()]).toEqual([0, true]);
  desk.rerun();
  await until(() => kept.size === 1 && !desk.busy());
  desk.dispose();
});

test('a kept list that is damaged is refused in words', async () => {
  const kept = new Map<string, KeptList>();
  const { desk, told } = page(kept);
  const damaged: KeptList = { id: 'x', name: '2023年度', bytes: new Uint8Array([0x1f, 0x8b, 1, 2, 3]), at: '2024-03-15T00:00:00Z', files: 1, total: 1 };
  expect(await desk.restore(damaged)).toBe('refused');
  expect(told).toEqual([expect.stringMatching(/^“2023年度”里没有可用的核查结果/)]);
  expect(desk.busy()).toBe(false);
  desk.dispose();
});
