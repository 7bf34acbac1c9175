// What the user names as a list of files: each file once, however it is reached.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFiles } from './find-files';

const home = mkdtempSync(join(tmpdir(), 'biaoli-find-'));
const inHome = (...names: readonly string[]): string => join(home, ...names);
mkdirSync(inHome('a', 'b'), { recursive: true });
for (const file of [inHome('a', '1.xlsx'), inHome('a', 'b', '2.xlsx')]) writeFileSync(file, 'x');
afterAll(() => rmSync(home, { recursive: true, force: true }));

const filesOf = async (...named: readonly string[]): Promise<readonly string[]> => (await findFiles(named)).map(({ file, problem }) => (problem === null ? file.slice(home.length + 1) : problem));

test('a folder named twice, with a file of it and a pattern beside it, gives each file once', async () => {
  expect(await filesOf(inHome('a'), inHome('a', 'b', '..'), inHome('a', 'b', '2.xlsx'), inHome('**', '*.xlsx'))).toEqual(['a/1.xlsx', 'a/b/2.xlsx'].map((path) => join(path)));
});

// A link needs a right of its own on Windows.
const whereLinksAre = process.platform === 'win32' ? test.skip : test;
whereLinksAre('a link to a file, and a linked folder that is named, lead to the same files; linked folders inside are not followed', async () => {
  symlinkSync(inHome('a', '1.xlsx'), inHome('a', '0.xlsx'));
  symlinkSync(inHome('a'), inHome('c'));
  expect(await filesOf(inHome('a'))).toEqual(['a/0.xlsx', 'a/b/2.xlsx']);
  expect(await filesOf(inHome('c', 'b'), inHome('a', 'b'))).toEqual(['c/b/2.xlsx']);
  expect(await filesOf(home)).toEqual(['a/0.xlsx', 'a/b/2.xlsx']);
});

test('a table of another program is among the files of a folder, a scan beside it is not', async () => {
  mkdirSync(inHome('d'));
  for (const name of ['甲.ods', '乙.csv', '丙.pdf', '丁.xltx', '.~lock.甲.ods#']) writeFileSync(inHome('d', name), 'x');
  expect(await filesOf(inHome('d'))).toEqual(['丁.xltx', '乙.csv', '甲.ods'].map((name) => join('d', name)));
  const passed: string[] = [];
  await findFiles([inHome('d'), inHome('d', '*.xltx')], 'all', (file) => passed.push(file));
  expect(passed).toEqual([inHome('d', '丙.pdf')]);
});
