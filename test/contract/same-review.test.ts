/** @jest-environment ./test/excel-host/environment.js */
// The same workbook says the same everywhere: the review through Excel is the command line's JSON, byte for byte, and corrections leave the same cells.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { reporter } from '../../src/cli/reporters';
import { VERSION } from '../../src/cli/version';
import type { StoredState } from '../../src/model/plan';
import { planWorkbook } from '../../src/review/plan-workbook';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { openPackagePort } from '../../src/workbooks/package/package-port';
import { writeState } from '../../src/workbooks/package/state';
import type { WorkbookPort } from '../../src/workbooks/port';
import { corpusTables, toWorkbook } from '../corpus/workbooks';
import { fromFile, valueOf, visible } from './contract';
import { openExcel } from './excel-harness';

const tables = corpusTables();
const typed = toWorkbook(tables, { numbers: 'typed' });
const folder = mkdtempSync(join(tmpdir(), 'biaoli-contract-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command line prints for the file. */
async function printed(file: string): Promise<string> {
  const pieces: string[] = [];
  const silent = { say: () => undefined, progress: () => undefined, colour: false, width: null };
  await main(['check', '--format', 'json', '--exit-zero', file], { ...silent, out: (text) => void pieces.push(text) });
  return pieces.join('');
}

/** The same report, from what a port reads and keeps. */
async function reported(port: WorkbookPort, file: string): Promise<string> {
  const { rubric, waivers } = valueOf(await port.loadState());
  const review = reviewWorkbook(valueOf(await port.read()), { rubric, waivers });
  const json = reporter('json', VERSION, { colour: false, width: null, quiet: false });
  return json.begin() + json.file({ file, status: 'checked', reason: null, review }) + json.end();
}

for (const requirementSet of ['1.7', '1.10', '1.15', '1.20']) {
  test(`the corpus in one workbook gives the same JSON through ExcelApi ${requirementSet} as on the command line`, async () => {
    const file = join(folder, '自评表.xlsx');
    writeFileSync(file, typed);
    const { port } = await openExcel(typed, { requirementSet });
    const text = await printed(file);
    expect(text.length).toBeGreaterThan(10_000);
    expect(await reported(port, file)).toBe(text);
  });
}

test('the port over a file gives it as well', async () => {
  const file = join(folder, '自评表.xlsx');
  writeFileSync(file, typed);
  expect(await reported(openPackagePort(typed, { name: file }), file)).toBe(await printed(file));
});

const RUN = { run: 'run-1', at: '2024-03-01T08:00:00Z' };
const PLAN = { formulas: false, kinds: ['safe', 'review'], marks: true, date: '2024-03-01' } as const;

async function corrected(port: WorkbookPort): Promise<number> {
  const { corrections, marks } = planWorkbook(valueOf(await port.read()), {}, PLAN);
  const { outcomes } = valueOf(await port.apply([...corrections, ...marks], RUN));
  return outcomes.filter(({ word }) => word === 'applied').length;
}

function withState(bytes: Uint8Array, state: StoredState): Uint8Array {
  const written = writeState(bytes, state);
  if (!written.ok) throw new Error(written.reason);
  return written.bytes;
}

test('the plan of the corpus leaves the same cells, fills and notes in Excel as in a file, and undo the same workbook', async () => {
  const excel = await openExcel(typed, { requirementSet: '1.20' });
  const before = visible(excel.look());
  const file = openPackagePort(typed);
  const written = await corrected(excel.port);
  expect(await corrected(file)).toBe(written);
  console.log(`${written} cells of ${tables.length} tables corrected or marked, alike in Excel and in the file`);
  expect(visible(excel.look())).toEqual(visible(fromFile(file.bytes())));
  valueOf(await excel.port.undo());
  expect(visible(excel.look())).toEqual(before);
});

test('each host takes back what the other wrote', async () => {
  const before = visible(fromFile(typed));
  const file = openPackagePort(typed);
  await corrected(file);
  const excel = await openExcel(file.bytes(), { requirementSet: '1.20' });
  valueOf(await excel.port.undo());
  expect(visible(excel.look())).toEqual(before);
  expect(valueOf(await excel.port.loadState()).journal).toEqual([]);

  const second = await openExcel(typed, { requirementSet: '1.20' });
  await corrected(second.port);
  // The same corrections in a file, with the journal that Excel wrote in place of the file's own.
  const copy = openPackagePort(typed);
  await corrected(copy);
  const carried = openPackagePort(withState(copy.bytes(), valueOf(await second.port.loadState())));
  valueOf(await carried.undo());
  expect(visible(fromFile(carried.bytes()))).toEqual(before);
});
