// The batch as a user runs it: processes of its own, hostile files among good ones, killed and resumed, in parts and merged.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileRecord } from '../../src/batch/record';
import { corpusTables, toWorkbook } from '../corpus/workbooks';

const root = join(__dirname, '..', '..');
const cli = join(root, 'dist', 'cli.js');
const work = mkdtempSync(join(tmpdir(), 'biaoli-batch-'));
const folder = join(work, '单位');
let whole = '';

function run(...words: readonly string[]): { status: number | null; said: string } {
  const { status, stderr, error } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' });
  if (error) throw error;
  return { status, said: stderr };
}
const batch = (from: string, out: string, ...words: readonly string[]): string => run('batch', from, '--out', out, ...words).said;
const results = (out: string, name = 'results.jsonl'): string => readFileSync(join(out, name), 'utf8');
const records = (text: string): FileRecord[] => text.trim().split('\n').map((line) => JSON.parse(line) as FileRecord);

beforeAll(() => {
  // Builds the command line where it is missing or older than its sources.
  execFileSync(process.execPath, [join(root, 'src', 'launch.mjs'), '--version']);
  mkdirSync(join(folder, '下属单位'), { recursive: true });
  for (const [at, table] of corpusTables().entries()) {
    const bytes = toWorkbook([table]);
    for (let copy = 0; copy < 4; copy++) writeFileSync(join(folder, copy % 2 === 0 ? '.' : '下属单位', `${String(at).padStart(2, '0')}-${copy}.xlsx`), bytes);
  }
  writeFileSync(join(folder, '坏.xlsx'), 'not a workbook');
  writeFileSync(join(folder, '空.xlsx'), '');
  writeFileSync(join(folder, '~$锁.xlsx'), 'lock');
  const out = join(work, 'whole');
  const { status, said } = run('batch', folder, '--out', out, '--jobs', '2');
  expect(status).toBe(2);
  expect(said).toMatch(/共 \d+ 个文件.*未核查 2/);
  whole = results(out);
}, 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('every file has one line, in order, the unreadable ones with their sentence', () => {
  const all = records(whole);
  expect(all).toHaveLength(corpusTables().length * 4 + 2);
  expect(all.map(({ file }) => file)).toEqual([...all.map(({ file }) => file)].sort());
  expect(all.filter(({ status }) => status === 'unreadable').map(({ file, reason }) => [file, /。$/.test(reason ?? '')])).toEqual([['坏.xlsx', true], ['空.xlsx', true]]);
  expect(all.filter(({ tables }) => tables.length > 0).length).toBeGreaterThan(corpusTables().length * 3);
});

test('what is neither a table nor a report is told by number and kind, apart from the lists of an earlier run', () => {
  const mixed = join(work, '夹杂');
  mkdirSync(join(mixed, '甲'), { recursive: true });
  writeFileSync(join(mixed, '甲.xlsx'), toWorkbook(corpusTables().slice(0, 1)));
  for (const name of ['扫描.PDF', '甲.zip', '甲/盖章.pdf', 'README']) writeFileSync(join(mixed, name), 'x');
  const sentence = '另有 4 个文件不是表格或报告，没有核查：.pdf 2 个、没有扩展名 1 个、.zip 1 个。';
  for (let run = 0; run < 2; run++) expect(batch(mixed, join(mixed, '结果'))).toContain(sentence);
  expect(batch(mixed, join(mixed, '结果'), '--quiet')).not.toContain('另有');
  const parts = ['1/2', '2/2'].map((part) => batch(mixed, join(work, '夹杂的结果'), '--shard', part));
  expect(parts.map((said) => Number(/另有 (\d+) 个/.exec(said)?.[1] ?? 0)).reduce((a, b) => a + b)).toBe(5);
  expect(run('check', mixed).said).toContain('另有 5 个文件不是表格或报告，没有核查：.pdf 2 个、');
});

test('a folder with nothing in it is most likely the wrong one: said, and no results', () => {
  const [empty, out] = [join(work, '没有表'), join(work, 'none')];
  mkdirSync(empty);
  const { status, said } = run('batch', empty, '--out', out, '--exit-zero');
  expect(status).toBe(2);
  expect(said).toContain(`“${empty}”：文件夹里没有 .xlsx`);
  expect(existsSync(out)).toBe(false);
});

test('copies of a file under other names have the same review', () => {
  const byHash = new Map<string, Set<string>>();
  for (const { file: _file, sha256, ...rest } of records(whole)) {
    const reviews = byHash.get(sha256 ?? '') ?? new Set<string>();
    byHash.set(sha256 ?? '', reviews.add(JSON.stringify(rest.tables)));
  }
  for (const [hash, reviews] of byHash) if (hash !== '') expect(reviews.size).toBe(1);
});

test('one job and four parts merged give the same bytes', () => {
  const one = join(work, 'one');
  run('batch', folder, '--out', one, '--jobs', '1', '--quiet');
  expect(results(one)).toBe(whole);
  const parts = join(work, 'parts');
  for (let part = 1; part <= 4; part++) run('batch', folder, '--out', parts, '--shard', `${part}/4`, '--jobs', '1', '--quiet');
  expect(readdirSync(parts).sort()).toEqual(['results-1-of-4.jsonl', 'results-2-of-4.jsonl', 'results-3-of-4.jsonl', 'results-4-of-4.jsonl']);
  const merged = join(work, 'merged');
  expect(run('merge', parts, '--out', merged).said).toContain('合并了 4 份结果');
  expect(results(merged)).toBe(whole);
}, 120_000);

/** Starts a run and kills it once it has written so many bytes of progress. */
function killedAfter(out: string, bytes: number): Promise<boolean> {
  const progress = join(out, 'results.progress');
  const size = (): number => {
    try {
      return readdirSync(progress).reduce((sum, name) => sum + statSync(join(progress, name)).size, 0);
    } catch {
      // Not begun, or just finished.
      return 0;
    }
  };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'batch', folder, '--out', out, '--jobs', '2', '--resume', '--quiet'], { stdio: 'ignore' });
    let killed = false;
    const timer = setInterval(() => {
      if (size() >= bytes) killed = child.kill('SIGKILL');
    }, 2);
    child.on('exit', () => {
      clearInterval(timer);
      resolve(killed);
    });
  });
}

// Killed at ten random moments: thousand.test.ts.
test('killed early, half way and late, a line cut in the middle, and resumed: the result is the one of an undisturbed run', async () => {
  const out = join(work, 'killed');
  let kills = 0;
  for (const part of [0.2, 0.5, 0.8]) if (await killedAfter(out, Math.floor(whole.length * part))) kills++;
  expect(kills).toBeGreaterThanOrEqual(2);
  // A line cut in the middle, as a power failure leaves it.
  const left = join(out, 'results.progress');
  for (const name of existsSync(left) ? readdirSync(left) : []) writeFileSync(join(left, name), '{"file":"00-0.xl', { flag: 'a' });
  const { said } = run('batch', folder, '--out', out, '--resume');
  expect(said).toMatch(/沿用上次结果/);
  expect(results(out)).toBe(whole);
  console.log(`killed ${kills} times, resumed to the same ${whole.length} bytes`);
}, 120_000);

test('a resumed run looks again only at files that changed', () => {
  const changed = join(work, 'changed');
  cpSync(folder, changed, { recursive: true });
  const out = join(work, 'again');
  run('batch', changed, '--out', out, '--quiet');
  const table = corpusTables()[1];
  if (!table) throw new Error('no corpus');
  writeFileSync(join(changed, '00-0.xlsx'), toWorkbook([table]));
  const { said } = run('batch', changed, '--out', out, '--resume');
  expect(said).toContain(`${records(whole).length - 1} 个没有变化`);
  const lines = records(results(out));
  expect(lines.find(({ file }) => file === '00-0.xlsx')?.tables).toEqual(lines.find(({ file }) => file === '01-0.xlsx')?.tables);
}, 60_000);

test('the summary beside results that lie among the workbooks is none of a unit\'s; a unit\'s own of that name is', () => {
  const among = join(work, '其中');
  mkdirSync(among);
  for (const name of ['00-0.xlsx', '02-0.xlsx']) cpSync(join(folder, name), join(among, name));
  cpSync(join(folder, '02-0.xlsx'), join(among, '汇总.xlsx'));
  const out = join(among, '结果');
  run('batch', among, '--out', out, '--quiet');
  const first = results(out);
  expect(records(first).map(({ file }) => file)).toEqual(['00-0.xlsx', '02-0.xlsx', '汇总.xlsx']);
  run('summary', out);
  expect(readdirSync(out)).toContain('汇总.xlsx');
  expect(run('batch', among, '--out', out, '--resume').said).toContain('共 3 个文件（3 个没有变化');
  expect(results(out)).toBe(first);
}, 60_000);

test('what is wrong with the command line is said', () => {
  expect(run('batch', folder)).toMatchObject({ status: 2, said: expect.stringContaining('--out') as string });
  expect(run('batch', join(work, '没有'), '--out', work).said).toContain('没有文件夹');
  expect(run('batch', folder, '--out', work, '--shard', '5/4').said).toContain('1 到 4');
  expect(run('batch', folder, '--out', work, '--shard', 'auto/4').said).toContain('任务编号');
  expect(run('batch', folder, '--out', work, '--jobs', '0').said).toContain('--jobs');
  expect(run('merge', work, '--out', join(work, 'm')).said).toContain('没有批量核查的结果');
});

test('the number of a task comes from the scheduler', () => {
  const parts = join(work, 'slurm');
  for (const [task, env] of [[1, { SLURM_ARRAY_TASK_ID: '7', SLURM_ARRAY_TASK_MIN: '7' }], [2, { JOB_COMPLETION_INDEX: '1' }]] as const) {
    spawnSync(process.execPath, [cli, 'batch', folder, '--out', parts, '--shard', 'auto/2', '--quiet'], { env: { ...process.env, ...env } });
    expect(existsSync(join(parts, `results-${task}-of-2.jsonl`))).toBe(true);
  }
}, 60_000);
