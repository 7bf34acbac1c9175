/** @jest-environment ./test/excel-host/environment.js */
// New sheets in Excel: what they cost, both ways alike, and whatever fails: all of them or none, and never a sheet of somebody else.
import type { ExcelHost, Fault } from '../excel-host/excel-host';
import { makeWorkbook } from '../make-workbook';
import { BOOK, cellOf, valueOf, visible } from './contract';
import { openExcel, type ExcelHarness } from './excel-harness';
import { FORM, noteOn } from './sheet-plans';

const book = makeWorkbook(BOOK);
const SECOND = { ...FORM, name: '第二张', cells: FORM.cells.map((cell) => ({ ...cell, formula: null })), protection: null };
const NAMES = [FORM.name, '第二张'];
/** As a file · by ranges. */
const SETS = ['1.15', '1.12'];

function added({ model }: ExcelHost): readonly string[] {
  return model.sheets.slice(BOOK.sheets.length).map(({ name }) => name);
}

test('as a file two round trips, by ranges five, however many sheets', async () => {
  const costs: number[] = [];
  for (const requirementSet of SETS) {
    for (const plans of [[FORM], Array.from({ length: 12 }, (_, at) => ({ ...SECOND, name: `表${at}`, protection: FORM.protection }))]) {
      const { port, host } = await openExcel(book, { requirementSet });
      host.recount();
      valueOf(await port.insertSheets(plans));
      costs.push(host.counters.requests);
      console.log(`ExcelApi ${requirementSet}: ${plans.length} sheets in ${host.counters.requests} round trips, ${host.counters.actions} actions, ${host.counters.requestBytes} B sent`);
      expect(host.liveReferences).toBe(0);
    }
  }
  expect(costs).toEqual([2, 2, 5, 5]);
});

test('both ways give the same sheet', async () => {
  const shapes: unknown[] = [];
  for (const requirementSet of SETS) {
    const { port, look, shape } = await openExcel(book, { requirementSet });
    valueOf(await port.insertSheets([FORM, SECOND]));
    const { looks, ...rest } = shape(FORM.name);
    shapes.push({ rest, looks: FORM.cells.map(({ row, column }) => looks[`${'ABC'.charAt(column - 1)}${row}`]), seen: visible(look()) });
  }
  expect(shapes[1]).toEqual(shapes[0]);
});

test('a sheet too large for one request is written in several', async () => {
  const { style } = FORM.cells[0] ?? noteOn('', '').cells[0]!;
  const cells = Array.from({ length: 30_000 }, (_, at) => ({ row: Math.floor(at / 10) + 1, column: (at % 10) + 1, value: at, formula: null, style }));
  const { port, host, look } = await openExcel(book, { requirementSet: '1.12' });
  valueOf(await port.insertSheets([{ ...SECOND, cells, merges: [], validations: [] }]));
  expect(host.counters.requests).toBeLessThanOrEqual(6);
  expect(cellOf(look(), '第二张', 'J3000')?.value).toBe(29_999);
});

test('where Excel does not take the file, the sheets are built by ranges, once', async () => {
  for (const fault of [{ kind: 'request', at: 2 }, { kind: 'request', at: 2, afterwards: true }, { kind: 'request', at: 2, code: 'UnsupportedOperation' }, { kind: 'request', at: 2, code: 'RequestPayloadSizeLimitExceeded' }] satisfies readonly Fault[]) {
    const { port, host, look } = await openExcel(book);
    host.recount();
    host.fault = fault;
    expect(valueOf(await port.insertSheets([FORM, SECOND]))).toEqual(NAMES);
    expect(added(host)).toEqual(NAMES);
    expect(cellOf(look(), FORM.name, 'C3')?.text).toBe('98.25%');
  }
});

test('a workbook that is read-only, protected or busy gets no sheet, and it is said what to do', async () => {
  const stops: readonly [(host: ExcelHost) => void, string, RegExp][] = [
    [({ model }) => { model.readOnly = true; }, 'read-only', /另存/],
    [({ model }) => { model.structureProtected = true; }, 'read-only', /保护工作簿/],
    [(host) => { host.cellEdit = true; }, 'busy', /Enter/],
  ];
  for (const requirementSet of SETS) {
    for (const [stop, word, words] of stops) {
      const { port, host } = await openExcel(book, { requirementSet });
      stop(host);
      const answer = await port.insertSheets([FORM]);
      expect(answer).toMatchObject({ ok: false, word });
      expect(answer.ok ? '' : answer.reason).toMatch(words);
      expect(added(host)).toEqual([]);
    }
  }
});

test('a cell being edited between our look and the writing stops it without a trace', async () => {
  for (const requirementSet of SETS) {
    const { port, host } = await openExcel(book, { requirementSet });
    host.recount();
    host.beforeRequest = (number) => { if (number === 2) host.cellEdit = true; };
    expect(await port.insertSheets([FORM])).toMatchObject({ ok: false, word: 'busy', reason: expect.stringMatching(/Enter.*没有插入工作表，工作簿和原来一样。$/) as string });
    expect(added(host)).toEqual([]);
  }
});

test('somebody else takes the name meanwhile: their sheet stays whatever happens', async () => {
  for (const [requirementSet, fault] of [['1.15', null], ['1.12', null], ['1.15', { kind: 'request', at: 2, afterwards: true }]] as const) {
    const { port, host, look } = await openExcel(book, { requirementSet });
    host.recount();
    host.fault = fault;
    host.beforeRequest = (number, model) => {
      if (number !== 2) return;
      model.addSheet(FORM.name);
      model.edit(FORM.name, 'A1', '别人的表', 'remote');
    };
    const answer = await port.insertSheets([FORM, SECOND]);
    expect(cellOf(look(), FORM.name, 'A1')?.value).toBe('别人的表');
    if (requirementSet === '1.15' && !fault) {
      expect(valueOf(answer)).toEqual([`${FORM.name} (2)`, '第二张']);
      expect(cellOf(look(), `${FORM.name} (2)`, 'C3')?.formula).toBe(`'${FORM.name} (2)'!B3/A3`);
    } else expect(answer).toMatchObject({ ok: false, word: 'failed', reason: expect.stringMatching(fault ? /可能留下.*请删除。$/ : /和原来一样。$/) as string });
    if (!fault && requirementSet === '1.12') expect(added(host)).toEqual([FORM.name]);
  }
});

test('two at once: the second is told to wait', async () => {
  const { port } = await openExcel(book);
  const [first, second] = await Promise.all([port.insertSheets([FORM]), port.insertSheets([SECOND])]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({ ok: false, word: 'busy' });
});

/** Every way in which one call can fail, for a task that costs this much. */
function faultsOf({ requests, actions }: { readonly requests: number; readonly actions: number }): readonly Fault[] {
  const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);
  return [
    ...upTo(requests).flatMap((at): Fault[] => [{ kind: 'request', at }, { kind: 'request', at, afterwards: true }, { kind: 'request', at, code: 'AccessDenied' }, { kind: 'request', at, code: 'InvalidOperationInCellEditMode' }]),
    ...upTo(actions).flatMap((at): Fault[] => [{ kind: 'action', at }]),
  ];
}

test('wherever Excel fails, all sheets are there or none', async () => {
  const small = (harness: ExcelHarness) => harness.port.insertSheets([{ ...FORM, cells: FORM.cells.slice(0, 9) }, noteOn('第二张', FORM.name)]);
  let stopped = 0;
  let tried = 0;
  for (const requirementSet of SETS) {
    const clean = await openExcel(book, { requirementSet });
    clean.host.recount();
    valueOf(await small(clean));
    for (const fault of faultsOf(clean.host.counters)) {
      const harness = await openExcel(book, { requirementSet });
      const before = visible(harness.look());
      harness.host.recount();
      harness.host.fault = fault;
      const answer = await small(harness);
      harness.host.fault = null;
      tried++;
      if (answer.ok) expect(added(harness.host)).toEqual(answer.value);
      else {
        stopped++;
        expect(visible(harness.look())).toEqual(before);
        expect(answer.reason.replace(/Excel|Enter/g, '')).toMatch(/^\P{Script=Latin}*。$/u);
      }
    }
  }
  console.log(`${tried} fault points tried; nothing was inserted at ${stopped} of them, everything at the others`);
  expect(tried).toBeGreaterThan(150);
  expect(stopped).toBeGreaterThan(tried / 2);
});
