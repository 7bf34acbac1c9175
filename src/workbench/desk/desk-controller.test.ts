import { corpusTables, toWorkbook } from '../../../test/corpus/workbooks';
import { makeWorkbook } from '../../../test/make-workbook';
import { makeDocx, p } from '../../../test/word/make-docx';
import { deskInPage, fakeDesk, NO_OWN_HOUSE } from '../../../test/workbench/fakes';
import { readTemplate, TEMPLATE_TEXT } from '../../batch/letter-template';
import { findRubric } from '../../rubrics/catalogue';
import { speakIn, type Words } from '../catalogue';
import type { Desk } from '../engine-client';
import { appliedWords } from './applied-words';
import { DeskController } from './desk-controller';
import type { DeskServices } from './desk-services';
import { entryOfFile } from './entries';
import { gather, type Entry, type Gathered } from './gathering';
import { reviewTask } from './review-task';
import { WorkerDied, WorkerMissing } from './worker-died';

const tables = corpusTables().slice(0, 6);
const folder = (name: string, entries: readonly Entry[] = tables.map((table) => entryOfFile(new File([toWorkbook([table]) as Uint8Array<ArrayBuffer>], `${table.id}.xlsx`)))): Promise<Gathered> => gather([{ name, kind: 'folder', entries: () => Promise.resolve(entries) }]);

function made(change: Partial<DeskServices> = {}, house = NO_OWN_HOUSE) {
  const told: string[] = [];
  const downloads: { readonly name: string; readonly blob: Blob }[] = [];
  const keyOf = (words: Words): string => (typeof words === 'string' ? words : words.key);
  const desk = new DeskController(fakeDesk({ download: (file) => void downloads.push(file), ...change }), { now: () => new Date(2024, 2, 15), newId: () => 'id', version: '0.0.0-unbuilt', text: keyOf, house }, (_tone, words) => void told.push(keyOf(words)));
  return { desk, told, downloads };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((soon) => setTimeout(soon, 5));
}

const finished = (desk: DeskController): Promise<void> => until(() => desk.getState().run?.stage === 'done' && desk.getState().list?.files.length === tables.length);

test('a folder is reviewed, listed and counted', async () => {
  const { desk, told } = made();
  expect(await desk.take(folder('2023'))).toBe(true);
  await finished(desk);
  const { name, run, list, attached } = desk.getState();
  expect([name, attached, run?.total, run?.done, list?.files.length]).toEqual(['2023', true, tables.length, tables.length, tables.length]);
  expect(Object.values(run?.counts ?? {}).reduce((a, b) => a + b, 0)).toBe(tables.length);
  await until(() => told.includes('desk.done'));
  await until(() => !desk.busy());
  expect((await desk.openable(`${tables[0]?.id}.xlsx`))?.name).toBe(`${tables[0]?.id}.xlsx`);
  desk.dispose();
});

test('what is stopped is gone on with, and what was done is not done again', async () => {
  let reviewed = 0;
  const { desk, told } = made({
    jobs: 1,
    startReviewer: (judges) => ({ review: async (task) => {
      if (++reviewed === 3) desk.cancel();
      return reviewTask(task, judges);
    }, end: () => undefined }),
  });
  await desk.take(folder('2023'));
  await until(() => told.includes('desk.cancelled'));
  const { run } = desk.getState();
  expect([run?.stage, run?.done]).toEqual(['cancelled', 2]);
  desk.resume();
  await finished(desk);
  expect([desk.getState().run?.total, reviewed]).toEqual([tables.length, tables.length + 1]);
  desk.dispose();
});

test('a second run keeps what has not changed, and leaves out what is gone', async () => {
  const { desk } = made();
  await desk.take(folder('2023'));
  await finished(desk);
  desk.rerun();
  await until(() => desk.getState().run?.kept === tables.length && desk.getState().run?.stage === 'done');
  const [first] = tables;
  await desk.take(folder('2024', first ? [entryOfFile(new File([toWorkbook([first]) as Uint8Array<ArrayBuffer>], `${first.id}.xlsx`))] : []));
  await until(() => desk.getState().list?.files.length === 1);
  expect([desk.getState().name, desk.getState().run?.kept]).toEqual(['2024', 1]);
  desk.dispose();
});

test('a folder that is checked again keeps its filters, another one has none', async () => {
  const { desk } = made();
  await desk.take(folder('2023'));
  await finished(desk);
  desk.dispatch({ type: 'search', search: '局' });
  desk.dispatch({ type: 'verdict', verdict: 'errors' });
  desk.rerun();
  await until(() => desk.getState().run?.kept === tables.length && desk.getState().run?.stage === 'done');
  expect([desk.getState().search, desk.getState().verdict]).toEqual(['局', 'errors']);
  await desk.take(folder('2024'));
  await until(() => desk.getState().name === '2024');
  expect([desk.getState().search, desk.getState().verdict]).toEqual(['', 'all']);
  await finished(desk);
  desk.dispose();
});

test('what judges is said; another rubric for all of the folder judges it anew, and is told apart in its lines', async () => {
  const own = { ...findRubric('mof-2020'), id: 'mine', title: '本人口径', version: '3' };
  const { desk, downloads } = made({}, { ...NO_OWN_HOUSE, own: { read: () => Promise.resolve({ rubrics: [own], checks: [] }), write: () => Promise.resolve() } });
  await desk.take(folder('2023'));
  await finished(desk);
  const say = (language: 'zh-CN' | 'en-US'): string => { const { applied } = desk.getState(); return applied ? appliedWords(applied, speakIn(language)) : ''; };
  expect([say('zh-CN'), say('en-US')]).toEqual(['口径按每张表选取；本机的口径“本人口径”（版本 3）', 'Rubric chosen for each table; rubrics of this computer “本人口径” (version 3)']);
  await desk.rules.show();
  expect(desk.getState().dialog).toBe('rules');
  desk.rules.judgeBy('mine');
  expect(desk.getState().dialog).toBeNull();
  await until(() => desk.getState().applied?.rubric?.id === 'mine');
  await finished(desk);
  expect([say('zh-CN'), desk.getState().run?.kept]).toEqual(['全部表格按口径“本人口径”（版本 3）', 0]);
  await desk.export('jsonl');
  const records = (await downloads[0]?.blob.text() ?? '').trim().split('\n').map((line) => JSON.parse(line) as { by: string; tables: readonly { rubric: string }[] });
  expect(new Set(records.flatMap(({ tables: read }) => read.map(({ rubric }) => rubric)))).toEqual(new Set(['mine']));
  expect(records[0]?.by).toMatch(/ mine-[0-9a-f]{12}$/);
  desk.dispose();
});

test('to look at the files that were not read leads to them, whatever was filtered before, with the focus in their list', () => {
  const { desk } = made();
  desk.dispatch({ type: 'search', search: '甲局' });
  desk.showUnread();
  expect(desk.getState()).toMatchObject({ tab: 'files', search: '', verdict: 'not-checked', focus: 'list' });
  desk.dispose();
});

test('what is given out leaves out free text where that is asked for', async () => {
  const { desk, downloads } = made();
  await desk.take(folder('2023'));
  await finished(desk);
  desk.dispatch({ type: 'redact', redact: true });
  await desk.export('jsonl');
  const lines = (await downloads[0]?.blob.text() ?? '').trim().split('\n');
  expect(lines).toHaveLength(tables.length);
  expect(lines.every((line) => (JSON.parse(line) as { by: string }).by.endsWith(' redacted'))).toBe(true);
  desk.dispose();
});

test('what was told at the beginning stands beside the end of the run, and what nobody looked at is known', async () => {
  const { desk, told } = made({}, { ...NO_OWN_HOUSE, own: { read: () => Promise.resolve({ rubrics: [{ id: '坏' }], checks: [] }), write: () => Promise.resolve() } });
  await desk.take(folder('2023', tables.map((table) => entryOfFile(new File([toWorkbook([table]) as Uint8Array<ArrayBuffer>], `${table.id}.xlsx`))).concat(entryOfFile(new File(['x'], '旧.png')))));
  await finished(desk);
  await until(() => told.length > 1);
  expect(told).toEqual([expect.stringMatching(/^本机的口径没有采用：/), 'desk.also']);
  expect(desk.getState().others).toEqual([['.png', 1]]);
  desk.rerun();
  await until(() => desk.getState().run?.kept === tables.length && told.length === 4);
  expect([told[3], desk.getState().others]).toEqual(['desk.also', [['.png', 1]]]);
  desk.dispose();
});

test('of what is chosen in quick succession the last is reviewed alone, and the rest is told', async () => {
  const { desk, told } = made();
  const [a, b] = tables.map((table) => entryOfFile(new File([toWorkbook([table]) as Uint8Array<ArrayBuffer>], `${table.id}.xlsx`)));
  if (!a || !b) throw new Error('no tables');
  const both = [desk.take(folder('甲', [a])), desk.take(folder('乙', [b]))];
  expect(await Promise.all(both)).toEqual([true, true]);
  await until(() => told.includes('desk.also'));
  expect([desk.getState().name, desk.getState().list?.files.map(({ file }) => file), told]).toEqual(['乙', [b.name], ['desk.overtaken', 'desk.also']]);
  // Judged once more meanwhile: nothing was left out, and nothing older comes back.
  desk.rerun();
  desk.rerun();
  await desk.take(folder('丙', [a]));
  desk.rerun();
  await until(() => desk.getState().name === '丙' && told.length > 2);
  expect([desk.getState().list?.files.map(({ file }) => file), desk.getState().gathering, told.slice(2)]).toEqual([[a.name], false, ['desk.done']]);
  desk.dispose();
});

test('checking again finds what was changed, added and taken away in the folder meanwhile, and reads no older list', async () => {
  const [first, second, third] = tables.map((table) => new File([toWorkbook([table]) as Uint8Array<ArrayBuffer>], `${table.id}.xlsx`));
  if (!first || !second || !third) throw new Error('no tables');
  const disk = new Map<string, File>([['甲.xlsx', first], ['乙.xlsx', second]]);
  // A file that was handed over before the last change can be read no more.
  const handed = (name: string): File => {
    const file = disk.get(name);
    if (!file) throw new DOMException('', 'NotFoundError');
    return Object.assign(new File([file], name), { arrayBuffer: () => (disk.get(name) === file ? file.arrayBuffer() : Promise.reject(new DOMException('', 'NotReadableError'))) });
  };
  const entries = (): readonly Entry[] => [...disk.keys()].map((name) => ({ name, kind: 'file', handle: null, file: () => Promise.resolve(handed(name)) }));
  const { desk, told, downloads } = made();
  await desk.take(folder('2023', [entryOfFile(second)]));
  await until(() => told.includes('desk.done'));
  await desk.export('jsonl');
  const list = entryOfFile(new File([downloads[0]?.blob ?? ''], '旧.jsonl'));
  await desk.take(gather([{ name: '2023', kind: 'folder', entries: () => Promise.resolve(entries()) }, list]));
  await until(() => told.filter((key) => key === 'desk.done').length === 2);
  disk.set('甲.xlsx', third);
  disk.set('丙.xlsx', first);
  disk.delete('乙.xlsx');
  desk.rerun();
  await until(() => told.filter((key) => key === 'desk.done').length === 3);
  const { list: now, run } = desk.getState();
  expect(now?.files.map(({ file, reason }) => [file, reason])).toEqual(expect.arrayContaining([['甲.xlsx', null], ['丙.xlsx', null]]));
  expect([now?.files.length, run?.total]).toEqual([2, 2]);
  desk.dispose();
});

test('a list that is opened during a run is not said to be stopped', async () => {
  const { desk, downloads } = made();
  await desk.take(folder('2023'));
  await finished(desk);
  await desk.export('jsonl');
  const [{ name = '', blob = new Blob() } = {}] = downloads;
  const opening: Promise<boolean>[] = [];
  const slow = made({
    jobs: 1,
    startReviewer: () => ({ review: () => {
      opening.push(slow.desk.take(gather([entryOfFile(new File([blob], name))])));
      return new Promise(() => undefined);
    }, end: () => undefined }),
  });
  await slow.desk.take(folder('2024'));
  await until(() => opening.length > 0);
  expect(await Promise.all(opening)).toEqual([true]);
  expect([slow.desk.getState().name, slow.desk.getState().run, slow.told]).toEqual([name, null, []]);
  for (const one of [desk, slow.desk]) one.dispose();
});

test('what is saved in its place during a run has its line when that ends', async () => {
  const [before, after] = tables.map((table) => toWorkbook([table]) as Uint8Array<ArrayBuffer>);
  const bytesThere = { now: before };
  const handle = { kind: 'file', name: '甲.xlsx', getFile: () => Promise.resolve(new File([bytesThere.now ?? ''], '甲.xlsx')) } as Partial<FileSystemFileHandle> as FileSystemFileHandle;
  const other = entryOfFile(new File([before ?? ''], '乙.xlsx'));
  const saved: Promise<void>[] = [];
  const { desk } = made({
    jobs: 1,
    startReviewer: (judges) => ({ review: async (task) => {
      const line = await reviewTask(task, judges);
      if (saved.length === 0) {
        bytesThere.now = after;
        saved.push(desk.reviewAgain('甲.xlsx'));
      }
      return line;
    }, end: () => undefined }),
  });
  await desk.take(folder('2023', [{ name: '甲.xlsx', kind: 'file', handle, file: () => handle.getFile() }, other]));
  await until(() => saved.length > 0 && !desk.busy());
  await Promise.all(saved);
  const verdicts = desk.getState().list?.files.map(({ file, verdict, errors, verify }) => [file, verdict, errors, verify]);
  const fresh = made();
  await fresh.desk.take(folder('2023', [entryOfFile(new File([after ?? ''], '甲.xlsx')), other]));
  await until(() => fresh.desk.getState().list?.files.length === 2);
  expect(verdicts).toEqual(fresh.desk.getState().list?.files.map(({ file, verdict, errors, verify }) => [file, verdict, errors, verify]));
  for (const one of [desk, fresh.desk]) one.dispose();
});

test('what is saved in its place has no line in a folder that took the place of its own meanwhile', async () => {
  const [bytes] = tables.map((table) => toWorkbook([table]) as Uint8Array<ArrayBuffer>);
  const handle = { kind: 'file', name: '甲.xlsx', getFile: () => Promise.resolve(new File([bytes ?? ''], '甲.xlsx')) } as Partial<FileSystemFileHandle> as FileSystemFileHandle;
  let go: (() => void) | null = null;
  let held = false;
  const { desk, told } = made({
    startReviewer: (judges) => ({ review: async (task) => {
      if (held && task.file === '甲.xlsx') await new Promise<void>((on) => (go = on));
      return reviewTask(task, judges);
    }, end: () => undefined }),
  });
  await desk.take(folder('2023', [{ name: '甲.xlsx', kind: 'file', handle, file: () => handle.getFile() }]));
  await until(() => told.includes('desk.done'));
  held = true;
  const again = desk.reviewAgain('甲.xlsx');
  await until(() => go !== null);
  const taken = desk.take(folder('2024', [entryOfFile(new File([bytes ?? ''], '乙.xlsx'))]));
  await new Promise((soon) => setTimeout(soon, 300));
  (go as (() => void) | null)?.();
  await Promise.all([again, taken]);
  await until(() => told.filter((key) => key === 'desk.done').length === 2 && !desk.busy());
  expect([desk.getState().name, desk.getState().list?.files.map(({ file }) => file), desk.getState().run?.total]).toEqual(['2024', ['乙.xlsx'], 1]);
  desk.dispose();
});

test('a workbook that is saved in its place changes the lines of the reports held against it as well', async () => {
  const sheets = [['项目名称', '道路养护'], ['', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'], ['年度资金总额', 100, 100, 80, 10, '80%', 8]] as const;
  const workbook = (spent: number): Uint8Array<ArrayBuffer> => makeWorkbook({ sheets: [{ name: '项目支出绩效自评表', rows: [['2023年度项目支出绩效自评表'], ...sheets.map((row) => row.map((cell) => (cell === 80 ? spent : cell === '80%' ? `${spent}%` : cell)))] }] }) as Uint8Array<ArrayBuffer>;
  const there = { now: workbook(80) };
  const handle = { kind: 'file', name: '自评表.xlsx', getFile: () => Promise.resolve(new File([there.now], '自评表.xlsx')) } as Partial<FileSystemFileHandle> as FileSystemFileHandle;
  const report = entryOfFile(new File([makeDocx({ body: p('道路养护项目支出绩效自评报告') + p('2023年道路养护项目全年预算数100万元，全年执行数90万元，预算执行率为90%。') }) as Uint8Array<ArrayBuffer>], '自评报告.docx'));
  const { desk } = made();
  await desk.take(folder('2023', [{ name: '自评表.xlsx', kind: 'file', handle, file: () => handle.getFile() }, report]));
  const line = (): unknown => { const found = desk.getState().list?.files.find(({ file }) => file === '自评报告.docx'); return found && [found.verdict, found.verify]; };
  await until(() => !desk.busy() && line() !== undefined);
  expect(line()).toEqual(['to-verify', 1]);
  there.now = workbook(90);
  await desk.reviewAgain('自评表.xlsx');
  expect(line()).toEqual(['clean', 0]);
  desk.dispose();
});

test('a folder without workbooks is told and changes nothing', async () => {
  const { desk, told } = made();
  expect(await desk.take(folder('空', []))).toBe(false);
  expect([told, desk.getState().name, desk.getState().gathering]).toEqual([['desk.nothing'], null, false]);
});

test('the list is saved, reopened without its files, and takes them up again', async () => {
  const { desk, downloads } = made();
  await desk.take(folder('2023'));
  await finished(desk);
  await desk.export('jsonl');
  const [{ name = '', blob = new Blob() } = {}] = downloads;
  expect(name).toBe('results.jsonl');
  const saved = new File([blob], name);
  const again = made();
  await again.desk.take(gather([entryOfFile(saved)]));
  expect([again.desk.getState().name, again.desk.getState().attached, again.desk.getState().list?.files.length]).toEqual(['results.jsonl', false, tables.length]);
  expect(await again.desk.openable(`${tables[0]?.id}.xlsx`)).toBeNull();
  await again.desk.take(folder('2023'));
  await until(() => again.desk.getState().run?.kept === tables.length);
  expect(again.desk.getState().attached).toBe(true);
  expect(await again.desk.take(gather([entryOfFile(new File(['{}'], 'x.jsonl'))]))).toBe(false);
  expect(again.told).toContain('desk.badList');
  for (const one of [desk, again.desk]) one.dispose();
});

test('last year’s folder is compared with, copies among this year’s are found', async () => {
  const { desk, told } = made();
  await desk.take(folder('2023'));
  await finished(desk);
  await desk.takeLastYear(folder('2022'));
  await until(() => typeof desk.getState().comparisons === 'object' && desk.getState().comparisons !== null);
  const { comparisons, tab, section, lastYear } = desk.getState();
  // What came of it is in sight, and told with its count.
  expect([tab, section, lastYear]).toEqual(['compared', 'years', { name: '2022', files: tables.length }]);
  await until(() => told.includes('desk.lastYearDone'));
  expect(comparisons !== 'asked' && comparisons?.lastYear?.matched).toBeGreaterThan(0);
  desk.dispose();
});

test('reading last year’s tables can be stopped: nothing is compared with, and it can be begun again', async () => {
  let reviewed = 0;
  const { desk, told } = made({
    jobs: 1,
    startReviewer: (judges) => ({ review: async (task) => {
      if (++reviewed === tables.length + 2) desk.stopTask();
      return reviewTask(task, judges);
    }, end: () => undefined }),
  });
  await desk.take(folder('2023'));
  await finished(desk);
  await desk.takeLastYear(folder('2022'));
  expect([desk.getState().lastYear, desk.getState().task, desk.getState().tab]).toEqual([null, null, 'units']);
  expect(told).toContain('desk.lastYearStopped');
  await desk.takeLastYear(folder('2022'));
  expect(desk.getState().lastYear).toEqual({ name: '2022', files: tables.length });
  desk.dispose();
});

test('writing letters can be stopped: no zip is given', async () => {
  const inside = deskInPage();
  const stopping: Desk = { ...inside, ask: (name, ...argument) => {
    if (name === 'writeLetters') desk.stopTask();
    return inside.ask(name, ...argument);
  } };
  const { desk, told, downloads } = made({ startDesk: () => Promise.resolve(stopping) });
  await desk.take(folder('2023'));
  await finished(desk);
  const template = readTemplate(TEMPLATE_TEXT);
  if (!template.ok) throw new Error(template.reason);
  await desk.letters('all', { template: template.template, date: '2024-03-15', from: null, due: null });
  expect([told.includes('desk.lettersStopped'), downloads, desk.getState().task]).toEqual([true, [], null]);
  desk.dispose();
});

test('the comparison that is looked at is made anew with each list', async () => {
  const { desk, downloads } = made();
  await desk.take(folder('2023'));
  await finished(desk);
  const compared = (): Promise<void> => until(() => typeof desk.getState().comparisons === 'object' && desk.getState().comparisons !== null);
  desk.show('compared');
  await compared();
  desk.rerun();
  await until(() => desk.getState().run?.kept === tables.length && desk.getState().run?.stage === 'done');
  await compared();
  await desk.export('jsonl');
  await desk.take(gather([entryOfFile(new File([downloads[0]?.blob ?? ''], 'results.jsonl'))]));
  expect(desk.getState().name).toBe('results.jsonl');
  await compared();
  desk.dispose();
});

test('what stands behind a line comes when it is chosen, and the place in each list is kept', async () => {
  const { desk } = made();
  await desk.take(folder('2023'));
  await finished(desk);
  const unit = desk.getState().list?.units[0]?.unit ?? '';
  await desk.choose({ kind: 'unit', key: unit });
  expect(desk.getState().detail?.tables.every((table) => table.unit === unit)).toBe(true);
  desk.placeOf('units').top = 400;
  desk.comeBack();
  expect([desk.getState().focus, desk.placeOf('units').top]).toEqual(['detail', 400]);
  desk.close();
  expect([desk.getState().focus, desk.getState().chosen]).toEqual(['list', null]);
  desk.dispose();
});

test('a worker that has broken down is told in words, and nothing hangs', async () => {
  const inside = deskInPage();
  const broken: Desk = { ...inside, ask: (name, ...argument) => (name === 'list' ? Promise.reject(new WorkerDied('out of memory')) as ReturnType<typeof inside.ask<typeof name>> : inside.ask(name, ...argument)) };
  const { desk, told } = made({ startDesk: () => Promise.resolve(broken) });
  await desk.take(folder('2023'));
  await until(() => told.includes('desk.broken'));
  await until(() => !desk.busy());
  // Nothing is left that could be given out as if it were whole.
  expect([desk.getState().list, desk.getState().run]).toEqual([null, null]);
  expect(told).not.toContain('desk.done');
  const { desk: none, told: said } = made({ startDesk: () => Promise.reject(new WorkerMissing('desk.js')) });
  await none.take(folder('2023'));
  await until(() => said.includes('desk.missing'));
  expect(none.busy()).toBe(false);
});
