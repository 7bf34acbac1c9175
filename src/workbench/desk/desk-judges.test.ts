// By the same rules a folder on the desk gets the lines of the command line's batch, byte for byte.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { workOn } from '../../batch/worker';
import { buildCatalog } from '../../catalog/build-catalog';
import type { KeptCatalog } from '../../catalog/load-catalog';
import { readArguments } from '../../cli/arguments';
import { JUDGING, judgingOption } from '../../cli/judging';
import { VERSION } from '../../cli/version';
import type { OwnRules } from '../../model/plan';
import type { Rubric } from '../../model/rubric';
import { fileOf } from '../../pane/check-form';
import type { HouseServices } from '../../pane/house';
import { rubricText } from '../../pane/rule-files';
import { findRubric } from '../../rubrics/catalogue';
import { corpusTables, toWorkbook } from '../../../test/corpus/workbooks';
import { loadJudges } from './desk-judges';
import { reviewTask } from './review-task';

const work = mkdtempSync(join(tmpdir(), 'biaoli-judges-'));
const bureau = join(work, 'bureau');
const kept = process.env.XDG_CACHE_HOME;
process.env.XDG_CACHE_HOME = join(work, 'cache');
afterAll(() => {
  if (kept === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = kept;
  rmSync(work, { recursive: true, force: true });
});

const national = findRubric('mof-2020') as Rubric;
const city: Rubric = { ...national, id: 'city', title: '某市口径', from: 2015, severities: { 'overshoot-unexplained': 'error' } };
const mine: Rubric = { ...national, id: 'mine', title: '本人口径', from: 2015, version: '3', severities: { 'goal-not-answered': 'error' } };
const CITY_CHECKS = [{ id: 'C1', label: '分值合计', severity: 'error', formula: '合计(分值) = 99' }, { id: 'C2', label: '预算不少', severity: 'verify', formula: '[全年预算数] > 100000' }];
const MY_CHECKS = [{ id: 'M1', label: '执行数不少', severity: 'hint', formula: '[全年执行数] > 100000' }, { id: 'C1', label: '我的分值合计', severity: 'verify', formula: '合计(分值) = 98' }];

function write(path: string, content: string | Uint8Array): string {
  const file = join(work, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

beforeAll(async () => {
  const files = [['rubrics/city.json', rubricText(city)], ['checks/city.json', JSON.stringify({ title: '某市审核公式', checks: CITY_CHECKS })]].map(([path = '', text = '']) => ({ path, bytes: readFileSync(write(`bureau/${path}`, text)) }));
  const built = await buildCatalog(files, { title: '某市绩效目录', publisher: '某市财政局', version: '2026.1', date: '2026-01-15' });
  if (!built.ok) throw new Error(built.complaints.join());
  write('bureau/catalog.json', built.text);
});

function house(catalog: boolean, own: OwnRules): HouseServices {
  let cache: KeptCatalog | null = null;
  return {
    catalog: catalog ? { read: (path) => Promise.resolve({ ok: true, bytes: new Uint8Array(readFileSync(join(bureau, path))) }) } : null,
    cache: { get: () => Promise.resolve(cache), put: (fresh) => Promise.resolve(void (cache = fresh)) },
    own: { read: () => Promise.resolve(own), write: () => Promise.resolve() },
  };
}

/** Lines by the command line's words, and by the desk with a house and a chosen rubric. */
async function both(words: readonly string[], services: HouseServices, rubric: string | null): Promise<readonly [readonly string[], readonly string[]]> {
  const args = readArguments(words, JUDGING);
  if (!args.ok) throw new Error(args.reason);
  const judging = await judgingOption(args.args);
  // As it goes over to a worker.
  const judges = structuredClone((await loadJudges(services, rubric)).judges);
  const there: string[] = [];
  const here: string[] = [];
  for (const table of corpusTables().slice(0, 6)) {
    const file = `${table.id}.xlsx`;
    const bytes = toWorkbook([table]);
    there.push((await workOn({ file, path: write(`units/${file}`, bytes), known: null }, { judging, by: judging.by, redact: false, into: null }))?.line ?? '');
    here.push((await reviewTask({ file, whereabouts: { kind: 'file', file: new Blob([bytes as Uint8Array<ArrayBuffer>]) }, known: null }, judges))?.line ?? '');
  }
  return [there, here];
}

const NONE: OwnRules = { rubrics: [], checks: [] };

test('without anything of one’s own the lines are the plain ones', async () => {
  const [there, here] = await both([], house(false, NONE), null);
  expect(here).toEqual(there);
  expect(here[0]).toContain(`"by":${JSON.stringify(VERSION)}`);
});

test('the catalogue beside the page judges as --catalog does', async () => {
  const [there, here] = await both(['--catalog', bureau], house(true, NONE), null);
  expect(here).toEqual(there);
  expect(here.join()).toContain('"rubric":"city"');
  expect(here.join()).toContain('own:C1');
});

test('a rubric and checks kept on this computer judge as --rubric and --checks of what the pane exports do, the catalogue behind them', async () => {
  const words = ['--catalog', bureau, '--rubric', write('mine.json', rubricText(mine)), '--checks', write('checks.json', fileOf(MY_CHECKS))];
  const [there, here] = await both(words, house(true, { rubrics: [mine], checks: MY_CHECKS }), 'mine');
  expect(here).toEqual(there);
  expect(here.join()).toContain('按指定使用口径“本人口径”（版本 3）');
  // One number, two checks: the one of this computer judges.
  expect(here.join()).toContain('我的分值合计');
  expect(here.join()).toContain('own:C2');
});

test('a shipped rubric and one of the catalogue may be asked for by number', async () => {
  for (const id of ['hunan-project-2022', 'city']) {
    const [there, here] = await both(['--catalog', bureau, '--rubric', id], house(true, NONE), id);
    expect(here).toEqual(there);
  }
});

test('what judges is said, and what does not although it was meant to', async () => {
  const services = house(true, { rubrics: [mine, { id: 'broken' }], checks: MY_CHECKS });
  const { applied, told, judges } = await loadJudges(services, null);
  expect(applied).toMatchObject({ rubric: null, catalog: { title: '某市绩效目录', version: '2026.1' }, own: [{ id: 'mine', title: '本人口径', version: '3' }], checks: 3 });
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^本机的口径没有采用：/);
  // Told once for a run, not once for each file.
  expect(judges.house.remarks).toEqual([]);
  expect(judges.by).toMatch(/ rubrics-[0-9a-f]{12} checks-[0-9a-f]{12} catalog-2026\.1-[0-9a-f]{12}$/);
  // Gone since it was chosen.
  expect(await loadJudges(house(false, NONE), 'mine')).toMatchObject({ judges: { rubric: null, by: VERSION }, told: ['选定的口径“mine”已经没有了，改为按每张表选取。'] });
});
