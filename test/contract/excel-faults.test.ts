/** @jest-environment ./test/excel-host/environment.js */
// Wherever Excel fails, at every request and every action of a check, a correction and an undo: the workbook is as before, or all that was done can be taken back.
import type { Answer } from '../../src/workbooks/port';
import { makeWorkbook } from '../make-workbook';
import type { Fault } from '../excel-host/excel-host';
import { edit } from '../package/edits';
import { BOOK, valueOf, visible } from './contract';
import { openExcel, type ExcelHarness } from './excel-harness';

const book = makeWorkbook(BOOK);
const MAIN = '自评 表';
const RUN = { run: 'run-1', at: '2024-03-01T08:00:00Z' };
const EDITS = [
  edit(`${MAIN}!A2`, { value: 44, mark: 'error', note: '预算数' }),
  edit(`${MAIN}!C2`, { formula: '=B2/A2*1', value: 0.65, mark: 'verify', note: '执行率' }),
  edit(`${MAIN}!A4`, { value: 8, mark: 'error', note: '得分' }),
  edit(`${MAIN}!B4`, { value: '一般', numberFormat: '@', mark: 'hint' }),
];

function state({ look, host }: ExcelHarness): unknown {
  return [visible(look()), host.model.comments.map(({ row, column, content }) => [row, column, content])];
}

/** Every way in which one call can fail, for a task that costs this much. */
function faultsOf({ requests, actions }: { readonly requests: number; readonly actions: number }): readonly Fault[] {
  const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);
  return [
    ...upTo(requests).flatMap((at): Fault[] => [{ kind: 'request', at }, { kind: 'request', at, afterwards: true }, { kind: 'request', at, code: 'InvalidOperationInCellEditMode' }]),
    ...upTo(actions).flatMap((at): Fault[] => [{ kind: 'action', at }]),
  ];
}

type Task = (harness: ExcelHarness) => Promise<Answer<unknown>>;
const SETS = ['1.7', '1.15', '1.20'];
let tried = 0;
let stopped = 0;

/** Runs the task once for every fault; `prepare` goes before, `check` looks at what is left. */
async function everywhere(requirementSet: string, prepare: Task, task: Task, check: (harness: ExcelHarness, before: unknown, answer: Answer<unknown>) => Promise<void>): Promise<number> {
  const clean = await openExcel(book, { requirementSet });
  valueOf(await prepare(clean));
  clean.host.recount();
  valueOf(await task(clean));
  const faults = faultsOf(clean.host.counters);
  for (const fault of faults) {
    const harness = await openExcel(book, { requirementSet });
    const untouched = state(harness);
    valueOf(await prepare(harness));
    harness.host.recount();
    harness.host.fault = fault;
    const answer = await task(harness);
    harness.host.fault = null;
    tried++;
    if (!answer.ok) {
      stopped++;
      // A sentence of ours, not the text of an exception.
      expect(answer.reason.replace(/Excel|Enter/g, '')).toMatch(/^\P{Script=Latin}*。$/u);
    }
    await check(harness, untouched, answer);
  }
  return faults.length;
}

const nothing: Task = () => Promise.resolve({ ok: true, value: null });
const apply: Task = ({ port }) => port.apply(EDITS, RUN);
const undo: Task = ({ port }) => port.undo();

/** Takes back whatever the journal tells of. */
async function takeBack(harness: ExcelHarness): Promise<void> {
  if (valueOf(await harness.port.loadState()).journal.length > 0) valueOf(await harness.port.undo());
}

for (const requirementSet of SETS) {
  describe(`ExcelApi ${requirementSet}`, () => {
    test('a check that fails leaves the workbook alone', async () => {
      await everywhere(requirementSet, nothing, ({ port }) => port.read(), (harness, before) => {
        expect(state(harness)).toEqual(before);
        return Promise.resolve();
      });
    });

    test('a correction that fails leaves nothing, or nothing that cannot be taken back', async () => {
      await everywhere(requirementSet, nothing, apply, async (harness, before, answer) => {
        if (answer.ok) expect(state(harness)).not.toEqual(before);
        if (JSON.stringify(state(harness)) !== JSON.stringify(before)) expect(valueOf(await harness.port.loadState()).journal).not.toEqual([]);
        await takeBack(harness);
        expect(state(harness)).toEqual(before);
        expect(valueOf(await harness.port.loadState()).journal).toEqual([]);
      });
    });

    test('an undo that fails can be tried again', async () => {
      await everywhere(requirementSet, apply, undo, async (harness, before, answer) => {
        // Notes that Excel would not let go stay in the journal; everything else is back.
        if (answer.ok && valueOf(await harness.port.loadState()).journal.length === 0) expect(state(harness)).toEqual(before);
        await takeBack(harness);
        expect(state(harness)).toEqual(before);
      });
    });

    test('clearing that fails can be tried again or undone', async () => {
      await everywhere(requirementSet, apply, ({ port }) => port.clearMarks(), async (harness, before) => {
        await takeBack(harness);
        expect(state(harness)).toEqual(before);
      });
    });

    test('waivers survive a save that fails, old ones or new', async () => {
      const waiver = { rule: 'r', sheet: MAIN, cell: 'A2', fingerprint: 'f', reason: '年中追加预算', date: '2024-03-01', role: '填报人' };
      await everywhere(requirementSet, ({ port }) => port.saveState({ waivers: [waiver], rubric: null }), ({ port }) => port.saveState({ waivers: [waiver], rubric: 'mof-2020' }), async ({ port }) => {
        const { waivers, rubric } = valueOf(await port.loadState());
        expect(waivers).toEqual([waiver]);
        expect([null, 'mof-2020']).toContain(rubric);
      });
    });
  });
}

test('the faults were tried', () => {
  console.log(`${tried} fault points tried at ExcelApi ${SETS.join(', ')}; the task stopped at ${stopped} of them, and it went on without notes, or had all done, at the others`);
  expect(tried).toBeGreaterThan(500);
  expect(stopped).toBeGreaterThan(tried * 0.8);
});
