// biaoli letters from the words of a command line to the files in a folder.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { lineOf, recordOf } from '../batch/record';
import { TEMPLATE_TEXT } from '../batch/letter-template';
import { reviewWorkbook } from '../review/review-workbook';
import { readPackage } from '../workbooks/package/read';
import { corpusTables, toWorkbook } from '../../test/corpus/workbooks';
import { main } from './main';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'biaoli-letters-'));
  mkdirSync(at('results'));
  const lines = corpusTables().map((table) => {
    const read = readPackage(toWorkbook([table], { numbers: 'typed' }));
    if (!read.ok) throw new Error(read.reason);
    return lineOf(recordOf({ file: `${table.id}.xlsx`, status: 'checked', reason: null, review: reviewWorkbook(read.snapshot, {}) }, null, 'test'));
  });
  lines.push(lineOf(recordOf({ file: '坏.xlsx', status: 'unreadable', reason: '文件已损坏。', review: null }, null, 'test')));
  writeFileSync(at('results/results.jsonl'), lines.map((line) => `${line}\n`).join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function letters(...words: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await main(['letters', ...words], { out: (text) => said.push(text), say: (text) => said.push(text), progress: () => undefined, colour: false, width: null });
  return { code, said: said.join('\n') };
}

test('who gets a letter follows --only, and files that were not read are told', async () => {
  const counts: number[] = [];
  for (const only of [['--only', 'errors'], [], ['--only', 'all']]) {
    const out = at(`only${counts.length}`);
    const { code, said } = await letters(at('results'), '--out', out, '--date', '2026-11-21', ...only);
    expect([code, said]).toEqual([0, expect.stringContaining('另有 1 个文件未能核查') as string]);
    counts.push(readdirSync(out).length);
  }
  const [errors = 0, findings = 0, all = 0] = counts;
  expect(errors).toBeGreaterThan(5);
  expect(findings).toBeGreaterThan(errors);
  expect(all).toBeGreaterThan(findings);
});

test('the zip holds the same letters, and two runs are the same bytes', async () => {
  for (const out of ['a', 'b']) expect((await letters(at('results'), '--out', at(out), '--zip', '--date', '2026-11-21')).code).toBe(0);
  expect((await letters(at('results'), '--out', at('c'), '--date', '2026-11-21')).code).toBe(0);
  const zip = readFileSync(at('a/审核意见书.zip'));
  expect(readFileSync(at('b/审核意见书.zip')).equals(zip)).toBe(true);
  const parts = unzipSync(zip);
  expect(Object.keys(parts).sort()).toEqual(readdirSync(at('c')).sort());
  for (const [name, bytes] of Object.entries(parts)) expect(readFileSync(join(at('c'), name)).equals(bytes)).toBe(true);
});

test('a date before the years of zips is no fault', async () => {
  expect((await letters(at('results'), '--out', at('old'), '--zip', '--date', '0999-01-01')).code).toBe(0);
});

test('the template is written out, never over another file, and taken back', async () => {
  const path = at('模板.txt');
  expect((await letters('--write-template', path)).code).toBe(0);
  expect((await letters('--write-template', path)).code).toBe(2);
  writeFileSync(path, readFileSync(path, 'utf8').replace('我们审核了', '我局审核了'));
  expect((await letters(at('results'), '--out', at('own'), '--template', path)).code).toBe(0);
});

test('what is wrong on the command line or in the template is said, and nothing is written', async () => {
  writeFileSync(at('wrong.txt'), TEMPLATE_TEXT.replace('审核结论：{结论}', '审核结论：{结伦}'));
  const refused = [
    [[at('results')], '--out'], [[at('results'), '--out', at('none'), '--only', 'some'], '--only“some”不对'], [[at('results'), '--out', at('none'), '--template', at('wrong.txt')], '{结伦}不认识'],
    [[at('results'), '--out', at('none'), '--template', at('missing.txt')], 'missing.txt”：'], [[at('results'), '--out', at('none'), '--date', '2026-11-21', '--due', '2026-11-01'], '早于'],
    [[at('results'), '--out', at('none'), '--due', '下周'], '日期“下周”不对'], [[folder, '--out', at('none')], '没有批量核查的结果'],
  ] as const;
  for (const [words, sentence] of refused) {
    const { code, said } = await letters(...words);
    expect([code, said]).toEqual([2, expect.stringContaining(sentence) as string]);
  }
  expect(readdirSync(folder)).not.toContain('none');
});
