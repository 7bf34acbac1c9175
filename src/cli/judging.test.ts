import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCatalog } from '../catalog/build-catalog';
import { findRubric } from '../rubrics/catalogue';
import { readArguments } from './arguments';
import { JUDGING, judgingOption } from './judging';

const folder = mkdtempSync(join(tmpdir(), 'biaoli-judges-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('parts of one run that are handed the same catalogue read it whole: what is there already is not written again, and nothing is written half', async () => {
  const rubric = new TextEncoder().encode(JSON.stringify({ ...findRubric('mof-2020'), id: 'city-2026', title: '某市自评口径' }));
  const built = await buildCatalog([{ path: 'rubrics/city.json', bytes: rubric }], { title: '目录', publisher: '某市财政局', version: '1', date: '2024-01-05' });
  if (!built.ok) throw new Error(built.complaints.join());
  mkdirSync(join(folder, 'published', 'rubrics'), { recursive: true });
  writeFileSync(join(folder, 'published', 'rubrics', 'city.json'), rubric);
  writeFileSync(join(folder, 'published', 'catalog.json'), built.text);
  const read = readArguments(['--catalog', join(folder, 'published')], JUDGING);
  if (!read.ok) throw new Error(read.reason);
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  const judging = await judgingOption(read.args);
  const [word = ''] = judging.words(join(folder, 'out'));
  const handed = word.replace(/^--catalog=/, '');
  const file = join(handed, 'rubrics', 'city.json');
  const long = new Date(2000, 0, 1);
  utimesSync(file, long, long);
  judging.words(join(folder, 'out'));
  expect(statSync(file).mtimeMs).toBe(long.getTime());
  // Of an earlier run by another catalogue: another file takes its name, whoever still reads it.
  writeFileSync(file, '{}');
  const before = statSync(file).ino;
  judging.words(join(folder, 'out'));
  expect([readFileSync(file).equals(rubric), statSync(file).ino === before, readdirSync(join(handed, 'rubrics'))]).toEqual([true, false, ['city.json']]);
});

test('what a process is handed is read there as it was here, a name that begins with a dash as well', async () => {
  const read = readArguments(['--checks=-公式.txt', '--rubric=mof-2020'], JUDGING);
  if (!read.ok) throw new Error(read.reason);
  const here = process.cwd();
  process.chdir(folder);
  try {
    writeFileSync('-公式.txt', '【A】甲\n公式：合计(分值) = 100\n');
    const judging = await judgingOption(read.args);
    const again = readArguments(judging.words('out'), JUDGING);
    if (!again.ok) throw new Error(again.reason);
    expect((await judgingOption(again.args)).by).toBe(judging.by);
  } finally {
    process.chdir(here);
  }
});
