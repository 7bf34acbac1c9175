// The summary as a user runs it: copies by default, last year from results or from its workbooks, wrong folders in words.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Copies } from '../../src/batch/copies';
import type { FileRecord } from '../../src/batch/record';
import type { LastYear } from '../../src/batch/last-year';
import { corpusTables, toWorkbook } from '../corpus/workbooks';
import { biaoli, temporaryFolder } from './run-cli';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const table = corpusTables().find(({ id }) => id === 'hubei-project-2022');

interface SummaryFile {
  readonly copies: Copies;
  readonly lastYear?: LastYear;
}
const written = (out: string): SummaryFile => JSON.parse(readFileSync(join(folder.path, out, '汇总.json'), 'utf8')) as SummaryFile;

beforeAll(() => {
  if (!table) throw new Error('no table');
  mkdirSync(join(folder.path, '今年'));
  mkdirSync(join(folder.path, '去年'));
  const unit = '湖北省澜江市科学技术协会';
  const under = (name: string, more: (text: string) => string = (text) => text): Uint8Array => toWorkbook([{ ...table, rows: table.rows.map((row) => row.map((text) => more(text.replaceAll(unit, name)))) }]);
  folder.put('今年/甲.xlsx', under('清河县科学技术协会'));
  folder.put('今年/乙.xlsx', under('望江县青年事务中心'));
  folder.put('去年/甲.xlsx', under('清河县科学技术协会', (text) => text.replaceAll('2022', '2021').replace(/^10场$/, '12场')));
  for (const year of ['今年', '去年']) expect(biaoli(['batch', year, '--out', `${year}结果`, '--exit-zero'], folder.path).code).toBe(0);
}, 120_000);

test('two units with one table are told, with the passages', () => {
  const { code, err } = biaoli(['summary', '今年结果', '--out', '汇总', '--format', 'json'], folder.path);
  expect(code).toBe(0);
  expect(err).toContain('雷同 1 组');
  const { copies, lastYear } = written('汇总');
  expect(copies.groups[0]?.pairs[0]).toMatchObject({ similarity: 100, first: { unit: '望江县青年事务中心' }, second: { unit: '清河县科学技术协会' } });
  expect(copies.groups[0]?.pairs[0]?.passages.length).toBeGreaterThan(5);
  expect(lastYear).toBeUndefined();
});

test('last year\'s results and last year\'s workbooks say the same', () => {
  expect(biaoli(['summary', '今年结果', '--last-year', '去年结果', '--out', '甲', '--format', 'json'], folder.path).code).toBe(0);
  expect(biaoli(['summary', '今年结果', '--last-year', '去年', '--out', '乙', '--format', 'json'], folder.path).code).toBe(0);
  const { lastYear } = written('甲');
  expect(written('乙').lastYear).toEqual(lastYear);
  expect(lastYear).toMatchObject({ matched: 1, fresh: 1, vanished: 0 });
  expect(lastYear?.lines.map(({ kind, unit }) => [kind, unit])).toEqual(expect.arrayContaining([['target-lowered', '清河县科学技术协会'], ['new', '望江县青年事务中心']]));
});

test('a folder without either, and results that cannot be compared, are said', () => {
  mkdirSync(join(folder.path, '空'));
  expect(biaoli(['summary', '今年结果', '--last-year', '空'], folder.path)).toMatchObject({ code: 2, err: expect.stringContaining('没有批量核查的结果，也没有 Excel 文件') as string });
  expect(biaoli(['summary', '今年结果', '--last-year', '没有'], folder.path)).toMatchObject({ code: 2, err: expect.stringContaining('找不到') as string });
  mkdirSync(join(folder.path, '旧'));
  folder.put('旧/results.jsonl', `${JSON.stringify({ file: 'a.xlsx', status: 'checked', by: '0.0.0', tables: [{ facts: {} }] })}\n`);
  expect(biaoli(['summary', '旧'], folder.path)).toMatchObject({ code: 2, err: expect.stringContaining('请重新运行 biaoli batch') as string });
});

test('every format that is asked for is written, SARIF only then', () => {
  expect(biaoli(['summary', '今年结果', '--out', '全部', '--title', '甲 & 乙'], folder.path).code).toBe(0);
  const files = readdirSync(join(folder.path, '全部')).sort();
  expect(files).toEqual(['汇总.csv', '汇总.html', '汇总.json', '汇总.xlsx', '汇总-单位.csv', '汇总-问题.csv', '汇总-规则.csv', '汇总-雷同.csv', '汇总-分布.csv'].sort());
  expect(biaoli(['summary', '今年结果', '--out', '程序', '--format', 'sarif'], folder.path).code).toBe(0);
  expect(readdirSync(join(folder.path, '程序'))).toEqual(['汇总.sarif']);
  const { runs: [run] } = JSON.parse(readFileSync(join(folder.path, '程序', '汇总.sarif'), 'utf8')) as { runs: [{ artifacts: { hashes: object }[]; results: object[] }] };
  expect(run.artifacts.map(({ hashes }) => Object.keys(hashes))).toEqual([['sha-256'], ['sha-256']]);
  expect(run.results.length).toBeGreaterThan(5);
  expect(biaoli(['summary', '今年结果', '--format', 'pdf'], folder.path)).toMatchObject({ code: 2, err: expect.stringContaining('sarif') as string });
});

test('redacted results and redacted summaries hold no goal; a resumed run does not mix them with full ones', () => {
  const results = (out: string): string => readFileSync(join(folder.path, out, 'results.jsonl'), 'utf8');
  const { tables } = JSON.parse(results('今年结果').split('\n')[0] ?? '') as FileRecord;
  const words = tables[0]?.facts.indicators.map(({ name }) => name).sort((a, b) => b.length - a.length)[0] ?? '';
  expect(words.length).toBeGreaterThan(8);
  expect(biaoli(['batch', '今年', '--out', '略', '--redact', '--exit-zero'], folder.path).code).toBe(0);
  expect(results('略')).not.toContain(words);
  expect(biaoli(['batch', '今年', '--out', '略', '--redact', '--resume', '--exit-zero'], folder.path).err).toContain('2 个没有变化');
  expect(biaoli(['batch', '今年', '--out', '略', '--resume', '--exit-zero'], folder.path).err).not.toContain('没有变化');
  expect(results('略')).toBe(results('今年结果'));
  expect(biaoli(['summary', '今年结果', '--out', '略汇总', '--redact'], folder.path).code).toBe(0);
  for (const name of ['汇总.html', '汇总.json', '汇总.csv', '汇总-雷同.csv']) expect([name, readFileSync(join(folder.path, '略汇总', name), 'utf8').includes(words)]).toEqual([name, false]);
  expect(readFileSync(join(folder.path, '略汇总', '汇总-雷同.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(5);
  expect(biaoli(['letters', '今年结果', '--out', '略信', '--redact', '--only', 'all'], folder.path).code).toBe(0);
});

test('a summary that was saved in Excel may have been changed by hand: it is only replaced when asked', () => {
  const write = (...more: readonly string[]) => biaoli(['summary', '今年结果', '--out', '总', '--format', 'xlsx,csv', '--quiet', ...more], folder.path);
  expect([write().code, write().code]).toEqual([0, 0]);
  const path = join(folder.path, '总', '汇总.xlsx');
  const saved = zipSync({ ...unzipSync(readFileSync(path)), 'docProps/app.xml': strToU8('<Properties><Application>Microsoft Excel</Application></Properties>') });
  folder.put('总/汇总.xlsx', saved);
  rmSync(join(folder.path, '总', '汇总.csv'));
  expect(write()).toMatchObject({ code: 2, err: expect.stringContaining('用别的程序保存过，可能改过，没有写入：加 --overwrite 覆盖') as string });
  expect(new Uint8Array(readFileSync(path))).toEqual(saved);
  expect(existsSync(join(folder.path, '总', '汇总.csv'))).toBe(false);
  expect(write('--overwrite').code).toBe(0);
  expect(Object.keys(unzipSync(readFileSync(path)))).not.toContain('docProps/app.xml');
});

test('of several folders of results the one that is not there is named', () => {
  for (const command of ['summary', 'letters', 'merge']) expect(biaoli([command, '今年结果', '前年结果', '--out', '没有'], folder.path)).toMatchObject({ code: 2, err: '“前年结果”：找不到这个文件或文件夹，请检查路径和文件名。\n' });
});

test('letters that are there may have been changed by hand: they are only replaced when asked', () => {
  const write = (...more: readonly string[]) => biaoli(['letters', '今年结果', '--out', '信', '--date', '2023-03-01', '--only', 'all', '--quiet', ...more], folder.path);
  expect(write().code).toBe(0);
  const names = readdirSync(join(folder.path, '信')).sort();
  const [first = '', second = ''] = names;
  expect(names).toHaveLength(2);
  folder.put(`信/${first}`, new TextEncoder().encode('改过'));
  rmSync(join(folder.path, '信', second));
  expect(write()).toMatchObject({ code: 2, err: `“信”里已有 1 个同名文件（${first}），可能改过，没有写入：加 --overwrite 覆盖，或用 --out 写到别的文件夹。\n` });
  expect(readdirSync(join(folder.path, '信'))).toEqual([first]);
  expect(readFileSync(join(folder.path, '信', first), 'utf8')).toBe('改过');
  expect(write('--zip').code).toBe(0);
  expect(write('--zip')).toMatchObject({ code: 2, err: expect.stringContaining('审核意见书.zip') as string });
  expect(write('--overwrite').code).toBe(0);
  expect(readFileSync(join(folder.path, '信', first)).subarray(0, 2).toString()).toBe('PK');
});

test('results of a batch that is not finished, and results that do not agree, are said before anything is made of them', () => {
  const [line = ''] = readFileSync(join(folder.path, '今年结果', 'results.jsonl'), 'utf8').split('\n');
  mkdirSync(join(folder.path, '一半', 'results-2-of-2.progress'), { recursive: true });
  folder.put('一半/results-1-of-2.jsonl', `${line}\n`);
  folder.put('一半/results.jsonl', `${line.replace(/"by":"[^"]*"/, '"by":"0.0.1"')}\n`);
  for (const command of [['summary', '一半', '--format', 'json'], ['letters', '一半', '--out', '一半信']]) {
    const { code, err } = biaoli(command, folder.path);
    expect([code, /results-2-of-2\.progress 对应的核查没有做完/.test(err), /“[^”]+\.xlsx”在几份结果里不一样，取后写的一份/.test(err)]).toEqual([0, true, true]);
  }
});
