/** @jest-environment ./test/excel-host/environment.js */
// What the host costs: round trips and bytes, whatever the number of sheets and corrections; and that it goes on where an answer would be too large.
import { openExcelPort } from '../../src/workbooks/excel/excel-port';
import type { PlannedEdit } from '../../src/model/plan';
import { makeWorkbook, type MadeSheet } from '../make-workbook';
import { edit } from '../package/edits';
import { comparable, fromFile, valueOf } from './contract';
import { openExcel } from './excel-harness';

const ROWS = 40;
const COLUMNS = 12;

/** A form of 40 rows and 12 columns, as they are found in the field. */
function form(name: string): MadeSheet {
  const rows = Array.from({ length: ROWS }, (_, r) => Array.from({ length: COLUMNS }, (_, c) => (r === 0 ? (c === 0 ? '项目支出绩效自评表' : null) : (r + c) % 3 === 0 ? r * 1.5 : `第${r}行的文字`)));
  return { name, rows, merges: ['A1:L1'] };
}

function book(sheets: number): Uint8Array {
  return makeWorkbook({ sheets: Array.from({ length: sheets }, (_, at) => form(`表 ${at + 1}`)) });
}

const RUN = { run: 'run-1', at: '2024-03-01T08:00:00Z' };
const KNOWS = { notes: false, locks: true };

function corrections(count: number, sheets: number): readonly PlannedEdit[] {
  return Array.from({ length: count }, (_, at) => edit(`表 ${(at % sheets) + 1}!${String.fromCharCode(65 + (Math.floor(at / sheets) % COLUMNS))}${2 + Math.floor(at / sheets / COLUMNS)}`, { value: at + 0.5, mark: 'error', note: `更正第 ${at} 处` }));
}

test('a check of 1 sheet and of 60 sheets costs the same round trips, at most three', async () => {
  const costs: string[] = [];
  for (const sheets of [1, 60]) {
    const bytes = book(sheets);
    const { port, host } = await openExcel(bytes);
    host.recount();
    const snapshot = valueOf(await port.read());
    costs.push(`${host.counters.requests}`);
    console.log(`read ${sheets} sheets: ${host.counters.requests} round trips, ${host.counters.actions} actions, ${host.counters.requestBytes} B sent, ${host.counters.responseBytes} B answered`);
    expect(comparable(snapshot, KNOWS)).toEqual(comparable(fromFile(bytes), KNOWS));
    expect(host.counters.requests).toBeLessThanOrEqual(3);
    expect(host.liveReferences).toBe(0);
  }
  expect(new Set(costs).size).toBe(1);
});

test('200 corrections on 5 sheets cost at most three round trips, with and without a record in the workbook', async () => {
  for (const requirementSet of ['1.7', '1.10', '1.15', '1.20']) {
    const { port, host } = await openExcel(book(5), { requirementSet });
    host.recount();
    const { outcomes } = valueOf(await port.apply(corrections(200, 5), RUN));
    expect(outcomes.filter(({ word }) => word === 'applied')).toHaveLength(200);
    const first = { ...host.counters };
    host.recount();
    valueOf(await port.apply(corrections(200, 5).map((one) => ({ ...one, value: -1 })), { ...RUN, run: 'run-2' }));
    console.log(`ExcelApi ${requirementSet}: 200 corrections in ${first.requests} round trips, ${first.requestBytes} B sent, ${first.responseBytes} B answered; once more: ${host.counters.requests}, ${host.counters.requestBytes} B sent`);
    expect(first.requests).toBeLessThanOrEqual(3);
    expect(host.counters.requests).toBeLessThanOrEqual(3);
    host.recount();
    valueOf(await port.undo());
    console.log(`ExcelApi ${requirementSet}: taken back in ${host.counters.requests} round trips, ${host.counters.requestBytes} B sent`);
    expect(host.counters.requests).toBeLessThanOrEqual(3);
  }
});

test('who opened the workbook anew, or did not see the newest run, takes it back all the same', async () => {
  const { port, host, look } = await openExcel(book(1));
  valueOf(await port.apply(corrections(3, 1), RUN));
  const after = comparable(look(), KNOWS);
  const other = valueOf(await openExcelPort());
  valueOf(await other.apply([edit('表 1!F9', { value: 7, mark: 'error', note: '另一次' })], { ...RUN, run: 'run-2' }));
  // The first port looks early at the cells of its own run, which is not the newest any more.
  expect(valueOf(await port.undo())).toEqual([{ sheet: '表 1', cell: 'F9', word: 'applied', reason: null }]);
  expect(comparable(look(), KNOWS)).toEqual(after);
  const fresh = valueOf(await openExcelPort());
  valueOf(await fresh.loadState());
  host.recount();
  expect(valueOf(await fresh.undo())).toHaveLength(3);
  expect(host.counters.requests).toBeLessThanOrEqual(3);
});

test('what does not fit into an answer is read in halves, whether Excel refuses or answers with nothing', async () => {
  const bytes = book(6);
  const whole = comparable(fromFile(bytes), KNOWS);
  const refusing = await openExcel(bytes, { responseLimit: 60_000 });
  expect(comparable(valueOf(await refusing.port.read()), KNOWS)).toEqual(whole);
  expect(refusing.host.counters.requests).toBeGreaterThan(3);
  const silent = await openExcel(bytes, { cellLimit: 200, huge: 'null' });
  expect(comparable(valueOf(await silent.port.read()), KNOWS)).toEqual(whole);
  const hopeless = await openExcel(bytes, { responseLimit: 900 });
  expect(await hopeless.port.read()).toMatchObject({ ok: false, word: 'too-large', reason: expect.stringMatching(/。$/) as string });
});

test('what does not fit into a request is written in halves', async () => {
  const { port, host, look } = await openExcel(book(2), { requestLimit: 400_000 });
  const edits = corrections(300, 2);
  const { outcomes } = valueOf(await port.apply(edits, RUN));
  expect(outcomes.filter(({ word }) => word === 'applied')).toHaveLength(300);
  expect(host.counters.requests).toBeGreaterThan(3);
  expect(look().grids[0]?.cells.find(({ row, column }) => row === 2 && column === 1)?.value).toBe(0.5);
  expect(valueOf(await port.loadState()).journal).toHaveLength(300);
});
