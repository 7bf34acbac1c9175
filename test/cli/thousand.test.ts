// A whole season in one folder: generated workbooks with hostile and unreadable ones among them; killed ten times at random and resumed, and in four parts. BATCH_FILES=1000 makes it the full season.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOST } from '../../src/batch/limits';
import type { FileRecord } from '../../src/batch/record';
import { fillMixedFolder, HOSTILE, UNREADABLE } from '../faults/mixed-folder';

const COUNT = Number(process.env.BATCH_FILES ?? 60);
const MINUTES = 60_000 * Math.ceil(COUNT / 100) + 180_000;
const root = join(__dirname, '..', '..');
const cli = process.env.BATCH_CLI ?? join(root, 'dist', 'cli.js');
const work = mkdtempSync(join(tmpdir(), 'biaoli-thousand-'));
const folder = join(work, '报送');
let names: readonly string[] = [];
let whole = '';
let took = 0;

function run(...words: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stderr, error } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  return { status, said: stderr };
}
const results = (out: string): string => readFileSync(join(out, 'results.jsonl'), 'utf8');
const records = (): readonly FileRecord[] => whole.trim().split('\n').map((line) => JSON.parse(line) as FileRecord);
const nameOf = (file: string): string => file.slice(file.indexOf('/') + 1);

beforeAll(() => {
  if (process.env.BATCH_CLI === undefined) execFileSync(process.execPath, [join(root, 'src', 'launch.mjs'), '--version']);
  mkdirSync(folder);
  names = fillMixedFolder(folder, COUNT);
  const begun = Date.now();
  const { status } = run('batch', folder, '--out', join(work, 'whole'), '--jobs', '2', '--quiet');
  took = Date.now() - begun;
  expect(status).toBe(2);
  whole = results(join(work, 'whole'));
}, MINUTES);
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('all files are accounted for: thirty hostile, twenty unreadable, and the others as if those were not there', () => {
  expect([HOSTILE.length, UNREADABLE.length, names.length]).toEqual([30, 20, COUNT + 50]);
  const all = records();
  expect(all.map(({ file }) => file)).toEqual(names);
  const generated = all.filter(({ file }) => /^\d{4}\.xlsx$/.test(nameOf(file)));
  expect(generated).toHaveLength(COUNT);
  expect(generated.filter(({ status, tables }) => status !== 'checked' || tables.length !== 2)).toEqual([]);
  const unreadable = new Set(UNREADABLE.map(([name]) => name));
  expect(all.filter(({ file, status }) => unreadable.has(nameOf(file)) && status !== 'unreadable').map(({ file }) => file)).toEqual([]);
  // None of them had to be given up for time or memory, and each says what to do.
  for (const { file, status, reason } of all) if (status !== 'checked') expect([file, reason]).toEqual([file, expect.stringMatching(/请[^。]*。$/) as string]);
  expect(all.filter(({ reason }) => reason === LOST.time || reason === LOST.crash).map(({ file }) => file)).toEqual([]);
  expect(existsSync(join(tmpdir(), 'biaoli-escaped.txt'))).toBe(false);
});

/** Starts a run and kills it after so many milliseconds, whatever it is doing; false where it had ended. */
function killedAfter(out: string, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'batch', folder, '--out', out, '--jobs', '2', '--resume', '--quiet'], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}

test('killed at ten random moments and resumed, the merged result is that of an undisturbed run, byte by byte', async () => {
  const out = join(work, 'killed');
  // Five such moments are less than a whole run: it cannot be at its end before half of them.
  const moments = Array.from({ length: 10 }, () => Math.round(Math.random() * took * 0.2));
  let kills = 0;
  for (const moment of moments) if (await killedAfter(out, moment)) kills++;
  expect(run('batch', folder, '--out', out, '--resume', '--jobs', '2', '--quiet').status).toBe(2);
  expect([moments, results(out) === whole]).toEqual([moments, true]);
  expect(run('merge', out, '--out', join(work, 'killed-merged')).status).toBe(0);
  expect(results(join(work, 'killed-merged')) === whole).toBe(true);
  expect(kills).toBeGreaterThanOrEqual(5);
  console.log(`${names.length} files in ${took} ms; killed ${kills} times after ${moments.join(', ')} ms; the same ${Buffer.byteLength(whole)} bytes`);
}, MINUTES);

test('four parts merged are the same bytes', () => {
  const parts = join(work, 'parts');
  for (let part = 1; part <= 4; part++) expect(run('batch', folder, '--out', parts, '--shard', `${part}/4`, '--jobs', '2', '--quiet', '--exit-zero').status).toBe(0);
  expect(run('merge', parts, '--out', join(work, 'merged')).said).toContain(`合并了 4 份结果，共 ${names.length} 个文件`);
  expect(results(join(work, 'merged')) === whole).toBe(true);
}, MINUTES);

test('summary and letters take it as it is', () => {
  expect(run('summary', join(work, 'whole'), '--out', join(work, 'summary')).status).toBe(0);
  const { summary } = JSON.parse(readFileSync(join(work, 'summary', '汇总.json'), 'utf8')) as { summary: { files: number; notReviewed: { file: string }[] } };
  expect(summary.files).toBe(names.length);
  expect(summary.notReviewed.map(({ file }) => file)).toEqual(records().filter(({ status }) => status !== 'checked').map(({ file }) => file));
  expect(run('letters', join(work, 'whole'), '--out', join(work, 'letters'), '--zip', '--quiet').status).toBe(0);
}, MINUTES);
