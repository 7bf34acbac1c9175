// By what the command line judges: a bureau's rubric from a file, a catalogue, and what becomes of a changed one.
import { spawnSync } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRubric } from '../../src/rubrics/catalogue';

const root = join(__dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'biaoli-judging-'));
const book = join(work, '自评表.xlsx');
const bureau = join(work, 'bureau');
const rubric = { ...findRubric('mof-2020'), id: 'city-2026', title: '某市自评口径', from: 2020, places: ['湖南'], severities: { 'overshoot-unexplained': 'off', 'goal-not-answered': 'error' } };

interface Said { readonly status: number | null; readonly out: string; readonly said: string }
function biaoli(...words: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), ...words], { encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: join(work, 'cache') } });
  return { status, out: stdout, said: stderr };
}
interface Judged { readonly rubric: string; readonly rubricWhy: string; readonly rules: readonly string[]; readonly errors: readonly string[] }
function judged(...options: readonly string[]): Judged {
  const { out, said } = biaoli('check', book, '--format', 'json', ...options);
  if (out === '') throw new Error(said);
  const [table] = (JSON.parse(out) as { files: readonly { tables: readonly { rubric: string; rubricWhy: string; findings: readonly { rule: string; severity: string }[] }[] }[] }).files[0]?.tables ?? [];
  if (!table) throw new Error('no table');
  return { rubric: table.rubric, rubricWhy: table.rubricWhy, rules: table.findings.map(({ rule }) => rule), errors: table.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule) };
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'src', 'launch.mjs'), '--version']);
  cpSync(join(root, 'assets', 'samples', 'project.xlsx'), book);
  mkdirSync(join(bureau, 'rubrics'), { recursive: true });
  mkdirSync(join(bureau, 'checks'));
  writeFileSync(join(bureau, 'rubrics', 'city.json'), JSON.stringify(rubric));
  writeFileSync(join(bureau, 'checks', 'city.json'), JSON.stringify({ title: '某市审核公式', checks: [{ id: 'C1', label: '执行数不超过十万', severity: 'error', formula: '[全年执行数] <= 10' }] }));
}, 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('a rubric file judges in the place of the shipped one, with its severities', () => {
  const usual = judged();
  expect(usual.rules).toContain('overshoot-unexplained');
  const own = judged('--rubric', join(bureau, 'rubrics', 'city.json'));
  expect([own.rubric, own.rubricWhy]).toEqual(['city-2026', '按指定使用口径“某市自评口径”。']);
  expect(own.rules).not.toContain('overshoot-unexplained');
  expect(own.errors).toContain('goal-not-answered');
});

/** As older Windows saves Chinese text. */
function gbk(text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) if (b !== 0x7f) codes.set(new TextDecoder('gb18030').decode(new Uint8Array([a, b])), [a, b]);
  return new Uint8Array([...text].flatMap((letter) => (letter < '\u0080' ? letter.charCodeAt(0) : (codes.get(letter) ?? 0x3f))));
}

test('a rubric file means the same in whatever code it was saved', () => {
  const text = JSON.stringify({ ...rubric, title: '某市口径' });
  const by = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(work, name), bytes);
    return biaoli('check', book, '--rubric', join(work, name)).out;
  };
  const plain = by('utf8.json', Buffer.from(text));
  expect(plain).toContain('city-2026');
  expect([by('ANSI.JSON', gbk(text)), by('utf16.json', Buffer.from(`\ufeff${text}`, 'utf16le'))]).toEqual([plain, plain]);
});

test('a file that is no rubric is refused with what is wrong, and nothing is judged', () => {
  const wrong = join(work, 'wrong.json');
  writeFileSync(wrong, JSON.stringify({ ...rubric, until: 2019 }));
  expect(biaoli('check', book, '--rubric', wrong)).toMatchObject({ status: 2, out: '', said: expect.stringContaining('截止年度 2019 早于起始年度 2020') as string });
  expect(biaoli('check', book, '--rubric', join(work, 'none.json')).said).toMatch(/找不到/);
});

test('a catalogue is made, judges with its version, is refused when it was tampered with, and the last good one goes on', () => {
  expect(biaoli('catalog', 'build', bureau).said).toMatch(/第一次做目录请写明 --title/);
  expect(biaoli('catalog', 'build', bureau, '--title', '某市绩效目录', '--publisher', '某市财政局', '--catalog-version', '2026.1', '--date', '2026-01-15').status).toBe(0);
  const first = judged('--catalog', bureau);
  expect(first.rubric).toBe('city-2026');
  expect(first.rubricWhy).toMatch(/^本单位的自定口径（版本 2026\.1）/);
  expect(first.errors).toContain('own:C1');
  expect(biaoli('check', book, '--catalog', bureau).said).toBe('按目录“某市绩效目录”（版本 2026.1）核查。\n');
  writeFileSync(join(bureau, 'rubrics', 'city.json'), JSON.stringify({ ...rubric, severities: {} }));
  expect(biaoli('check', book, '--catalog', bureau).said).toMatch(/^目录里的“某市自评口径”与登记的不一致，可能被改动过，沿用上次的目录“某市绩效目录”（版本 2026\.1）。请告诉发布目录的单位。\n/);
  expect(judged('--catalog', bureau)).toEqual(first);
  expect(biaoli('catalog', 'build', bureau).said).toMatch(/版本号却没有变/);
  expect(biaoli('catalog', 'build', bureau, '--catalog-version', '2026.2').status).toBe(0);
  expect(judged('--catalog', bureau).rules).toContain('overshoot-unexplained');
});

// A link needs a right of its own on Windows.
(process.platform === 'win32' ? test.skip : test)('a catalogue holds what links in its folders lead to, and nothing of a folder that is not there', () => {
  const linked = join(work, 'linked');
  mkdirSync(join(linked, 'templates'), { recursive: true });
  symlinkSync(book, join(linked, 'templates', '自评表.xlsx'));
  const built = biaoli('catalog', 'build', linked, '--title', '目录', '--publisher', '财政局', '--catalog-version', '1');
  expect([built.status, built.said]).toEqual([0, expect.stringContaining('模板　自评表')]);
  expect(biaoli('catalog', 'build', join(work, 'none'), '--title', '目录', '--publisher', '财政局', '--catalog-version', '1')).toMatchObject({ status: 2, said: expect.stringContaining('找不到') as string });
});

test('a batch judges by the catalogue that it read, and says in its results which', () => {
  const folder = join(work, 'units');
  mkdirSync(folder);
  cpSync(book, join(folder, 'a.xlsx'));
  const out = join(work, 'out');
  biaoli('batch', folder, '--out', out, '--catalog', bureau);
  const record = JSON.parse(readFileSync(join(out, 'results.jsonl'), 'utf8')) as { by: string; tables: readonly { rubric: string }[] };
  expect(record.by).toMatch(/catalog-2026\.2-[0-9a-f]{12}$/);
  expect(record.tables[0]?.rubric).toBe('city-2026');
});

test('no catalogue where one is named is said', () => expect(biaoli('check', book, '--catalog', work)).toMatchObject({ status: 2, said: expect.stringContaining('没有找到目录') as string }));
