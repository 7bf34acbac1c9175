import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { workOn } from '../../batch/worker';
import { PLAIN_JUDGES } from '../../batch/judges';
import { PLAIN } from '../../cli/judging';
import { VERSION } from '../../cli/version';
import { corpusTables, toWorkbook } from '../../../test/corpus/workbooks';
import * as hostile from '../../../test/faults/hostile-files';
import { makeDocx, p } from '../../../test/word/make-docx';
import { reviewTask } from './review-task';

const PLAINLY = { judging: PLAIN, by: VERSION, redact: false, into: null };
const work = mkdtempSync(join(tmpdir(), 'biaoli-review-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The line in the page and the line of the command line's worker for the same bytes. */
async function both(file: string, bytes: Uint8Array): Promise<readonly [string | null, string | null]> {
  const path = join(work, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const here = await reviewTask({ file, whereabouts: { kind: 'file', file: new Blob([bytes as Uint8Array<ArrayBuffer>]) }, known: null }, PLAIN_JUDGES);
  const there = await workOn({ file, path, known: null }, PLAINLY);
  expect(here?.verdict).toBe(there?.verdict);
  return [here?.line ?? null, there?.line ?? null];
}

test.each(corpusTables().map((table) => [table.id, table] as const))('%s has the line that the command line writes', async (id, table) => {
  const [here, there] = await both(`下属 单位/${id}.xlsx`, toWorkbook([table]));
  expect(here).toBe(there);
});

const HOSTILE = Object.entries(hostile).filter((entry): entry is [string, () => Uint8Array] => typeof entry[1] === 'function' && entry[1].length === 0);

test('what is hostile or broken has the line that the command line writes', async () => {
  expect(HOSTILE.length).toBeGreaterThan(15);
  for (const [name, make] of HOSTILE) {
    for (const ending of ['xlsx', 'et']) {
      const [here, there] = await both(`${name}.${ending}`, make());
      expect(here).toBe(there);
    }
  }
  for (const [file, bytes] of [['空.xlsx', new Uint8Array()], ['字.xls', new TextEncoder().encode('不是工作簿')]] as const) {
    const [here, there] = await both(file, bytes);
    expect(here).toBe(there);
    expect(here).toContain('"status":"unreadable"');
  }
});

test('a Word report beside its workbooks has the line that the command line writes, and is reviewed again when one of them has changed', async () => {
  const [table] = corpusTables();
  const title = p('2022年度项目支出绩效自评报告');
  const report = makeDocx({ body: title + p('全年预算数100万元，全年执行数90万元，预算执行率为95%。自评得分98分，自评等级为“优”。') });
  const workbook = toWorkbook(table ? [table] : []);
  const write = (file: string, bytes: Uint8Array): string => {
    const path = join(work, '报告', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  };
  const blobOf = (bytes: Uint8Array) => ({ kind: 'file', file: new Blob([bytes as Uint8Array<ArrayBuffer>]) } as const);
  const names = ['自评表.xlsx', '坏.xlsx'] as const;
  const bytes = [workbook, new Uint8Array(3)] as const;
  const there = await workOn({ file: '报告.docx', path: write('报告.docx', report), known: null, companions: names.map((file, at) => ({ file, path: write(file, bytes[at] ?? new Uint8Array()) })) }, PLAINLY);
  const companions = names.map((file, at) => ({ file, whereabouts: blobOf(bytes[at] ?? new Uint8Array()) }));
  const here = await reviewTask({ file: '报告.docx', whereabouts: blobOf(report), known: null, companions }, PLAIN_JUDGES);
  expect(here?.line).toBe(there?.line);
  const { inputs } = JSON.parse(here?.line ?? '{}') as { inputs: string };
  expect(await reviewTask({ file: '报告.docx', whereabouts: blobOf(report), known: inputs, companions }, PLAIN_JUDGES)).toBeNull();
  expect(await reviewTask({ file: '报告.docx', whereabouts: blobOf(report), known: inputs, companions: companions.slice(0, 1) }, PLAIN_JUDGES)).not.toBeNull();
  const broken = await reviewTask({ file: '坏.docx', whereabouts: blobOf(new Uint8Array(9)), known: null, companions: [] }, PLAIN_JUDGES);
  expect(broken?.line).toBe((await workOn({ file: '坏.docx', path: write('坏.docx', new Uint8Array(9)), known: null, companions: [] }, PLAINLY))?.line);
});

test('a file that is known is not reviewed again; another one is', async () => {
  const [table] = corpusTables();
  const blob = new Blob([toWorkbook(table ? [table] : []) as Uint8Array<ArrayBuffer>]);
  const first = await reviewTask({ file: 'a.xlsx', whereabouts: { kind: 'file', file: blob }, known: null }, PLAIN_JUDGES);
  const { sha256 } = JSON.parse(first?.line ?? '{}') as { sha256: string };
  expect(await reviewTask({ file: 'a.xlsx', whereabouts: { kind: 'file', file: blob }, known: sha256 }, PLAIN_JUDGES)).toBeNull();
  expect(await reviewTask({ file: 'a.xlsx', whereabouts: { kind: 'file', file: blob }, known: 'another' }, PLAIN_JUDGES)).toEqual(first);
});
