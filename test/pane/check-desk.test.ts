// Own checks in the pane: written, tried, kept in the workbook or on this computer, changed, taken in from a file, deleted.
import { readCheckFile } from '../../src/formulas/check-file';
import { CHECK_EXAMPLES } from '../../src/formulas/examples';
import type { CheckForm } from '../../src/pane/check-form';
import { fileOf, formOfValue, valueOf, valueOfCheck } from '../../src/pane/check-form';
import { checkEntries } from '../../src/pane/check-places';
import { openDesk, type Desk } from './open-desk';

const STRICT: Partial<CheckForm> = { label: '单项分值不超过五分', severity: 'verify', formula: '每个指标：[分值] <= 5' };
const HOLDS: Partial<CheckForm> = { label: '有分值', formula: '合计(分值) > 0' };

function written({ controller }: Desk, change: Partial<CheckForm>): void {
  controller.checks.write();
  // What an earlier one was asked about: this one is wanted instead.
  controller.checks.giveUp();
  controller.checks.type(change);
}
const ownFindings = ({ controller }: Desk): readonly { readonly rule: string; readonly title: string | undefined }[] => (controller.getState().checked?.located ?? []).map(({ finding: { rule, title } }) => ({ rule, title })).filter(({ rule }) => rule.startsWith('own:'));

test('a check that is being written says what it finds, and nothing is kept', async () => {
  const desk = await openDesk();
  const before = desk.controller.getState().checked?.review;
  written(desk, STRICT);
  const reading = await desk.controller.checks.read();
  expect(reading?.complaints).toEqual([]);
  expect(reading?.tables?.map(({ word }) => word)).toContain('fails');
  const [found] = reading?.tables?.flatMap(({ findings }) => findings) ?? [];
  expect(found?.title).toBe('单项分值不超过五分');
  expect(found?.cells.length).toBeGreaterThan(0);
  expect(desk.controller.getState().checked?.review).toBe(before);
  expect([desk.port.state.own, desk.kept()]).toEqual([undefined, null]);
});

test('a table of another kind, a line that is not there, and what holds are told apart', async () => {
  const desk = await openDesk();
  const words = async (change: Partial<CheckForm>): Promise<readonly (string | undefined)[]> => {
    written(desk, { ...HOLDS, ...change });
    return (await desk.controller.checks.read())?.tables?.map(({ word }) => word) ?? [];
  };
  expect(await words({})).toEqual(['holds']);
  expect(await words({ kinds: ['base-data'] })).toEqual(['not-applicable']);
  expect(await words({ formula: '[没有这一行/全年执行数] <= 3' })).toEqual(['unreadable']);
});

test('a formula is tried before its check has a name', async () => {
  const desk = await openDesk();
  written(desk, { formula: STRICT.formula ?? '' });
  const reading = await desk.controller.checks.read();
  expect([reading?.complaints.map(({ part }) => part), reading?.tables?.map(({ word }) => word)]).toEqual([['label'], ['fails']]);
});

test('a mistake is told with its place, and a form with one is not kept', async () => {
  const desk = await openDesk();
  written(desk, { ...HOLDS, formula: '合计(分值) = 100 且\n[执行金] > 0' });
  const reading = await desk.controller.checks.read();
  expect(reading?.tables).toBeNull();
  const [wrong] = reading?.complaints ?? [];
  expect(wrong).toMatchObject({ part: 'formula', problem: { line: 2, column: 1 } });
  expect(wrong?.sentence).toMatch(/^第 2 行第 1 列：/);
  expect(await desk.controller.checks.keep('workbook')).toBe(false);
  expect(desk.controller.getState()).toMatchObject({ view: 'check-form', writing: { tried: true } });
  expect(desk.port.state.own).toBeUndefined();
});

test('kept in the workbook it judges there under its own name, travels with it, and goes when it is deleted', async () => {
  const desk = await openDesk();
  written(desk, STRICT);
  expect(await desk.controller.checks.keep('workbook')).toBe(true);
  expect(desk.controller.getState()).toMatchObject({ view: 'checks', writing: null, notice: { phrase: { key: 'checks.kept.workbook' } } });
  expect(ownFindings(desk)[0]).toEqual({ rule: 'own:ZD-01', title: '单项分值不超过五分' });
  const other = await openDesk(null, desk.port);
  expect(ownFindings(other)).toEqual(ownFindings(desk));
  await other.controller.checks.remove(other.controller.getState().stored.own?.checks[0], 'workbook');
  expect(ownFindings(other)).toEqual([]);
  expect(other.port.state.own).toBeUndefined();
});

test('kept on this computer it judges every workbook opened here', async () => {
  const desk = await openDesk();
  written(desk, STRICT);
  await desk.controller.checks.keep('computer');
  expect(desk.port.state.own).toBeUndefined();
  const other = await openDesk(desk.kept());
  expect(ownFindings(other).length).toBeGreaterThan(0);
  await other.controller.checks.remove(other.controller.getState().house.mine.checks[0], 'computer');
  expect([ownFindings(other), other.kept()]).toEqual([[], { rubrics: [], checks: [] }]);
});

test('what two windows keep on this computer at the same time is all there', async () => {
  let here: unknown = null;
  const own = { read: () => Promise.resolve(here), write: (rules: unknown) => { here = JSON.parse(JSON.stringify(rules)); return Promise.resolve(); } };
  const [first, second] = [await openDesk(null, undefined, own), await openDesk(null, undefined, own)];
  written(first, STRICT);
  written(second, HOLDS);
  await first.controller.checks.keep('computer');
  await second.controller.checks.keep('computer');
  expect((await openDesk(null, undefined, own)).controller.getState().house.rules.checks).toHaveLength(2);
  expect(second.controller.getState().notice?.phrase).toMatchObject({ key: 'checks.kept.computer' });
  // The other window follows when it is asked to check again, not before.
  await first.controller.check(false);
  expect(first.controller.getState().house.mine.checks).toHaveLength(1);
  await first.controller.check();
  expect(first.controller.getState().house.rules.checks).toHaveLength(2);
});

test('where the browser keeps nothing that is said, and the check judges until the page closes', async () => {
  const desk = await openDesk(null, undefined, { read: () => Promise.resolve(null), write: () => Promise.reject(new Error('full')) });
  written(desk, STRICT);
  await desk.controller.checks.keep('computer');
  expect(desk.controller.getState().notice).toMatchObject({ tone: 'warning', phrase: { key: 'rules.notKept' } });
  const [found] = [ownFindings(desk).length];
  expect(found).toBeGreaterThan(0);
  written(desk, HOLDS);
  await desk.controller.checks.keep('computer');
  expect(ownFindings(desk)).toHaveLength(found);
});

test('a deleted check goes back to its place among the others', async () => {
  const desk = await openDesk();
  for (const change of [STRICT, HOLDS]) {
    written(desk, change);
    await desk.controller.checks.keep('workbook');
  }
  const before = desk.port.state;
  await desk.controller.checks.remove(desk.controller.getState().stored.own?.checks[0], 'workbook');
  expect(ownFindings(desk)).toEqual([]);
  const { deleted } = desk.controller.getState().notice ?? {};
  if (!deleted) throw new Error('no way back');
  await desk.controller.desk.restore(deleted);
  expect(desk.port.state).toEqual(before);
  expect(ownFindings(desk).length).toBeGreaterThan(0);
});

test('a changed check takes the place of the old one even under another number and after the workbook was read again; a taken number is refused', async () => {
  const desk = await openDesk();
  for (const change of [STRICT, HOLDS]) {
    written(desk, change);
    await desk.controller.checks.keep('workbook');
  }
  const ids = (): readonly string[] => (desk.port.state.own?.checks ?? []).map((one) => formOfValue(one).id);
  expect(ids()).toEqual(['ZD-01', 'ZD-02']);
  desk.controller.checks.change(desk.controller.getState().stored.own?.checks[0], 'workbook');
  desk.port.state = structuredClone(desk.port.state);
  await desk.controller.check(false);
  desk.controller.checks.type({ id: 'ZD-02' });
  expect(await desk.controller.checks.keep('workbook')).toBe(false);
  expect(desk.controller.getState().writing?.reading?.complaints).toMatchObject([{ part: 'id' }]);
  desk.controller.checks.type({ id: 'HB-07' });
  expect(await desk.controller.checks.keep('workbook')).toBe(true);
  expect(ids()).toEqual(['HB-07', 'ZD-02']);
});

test('a workbook that refuses keeps the form open with what was written', async () => {
  const desk = await openDesk();
  desk.port.next.set('saveState', { ok: false, word: 'read-only', reason: '工作簿只能查看。' });
  written(desk, STRICT);
  expect(await desk.controller.checks.keep('workbook')).toBe(false);
  expect(desk.controller.getState()).toMatchObject({ view: 'check-form', refusal: { word: 'read-only' }, writing: { form: STRICT } });
});

test('the twenty examples can be started from, kept together from a file, and are replaced when they come again', async () => {
  const desk = await openDesk();
  const text = fileOf(CHECK_EXAMPLES.map(({ draft }) => draft));
  for (const _ of [1, 2]) {
    expect(await desk.controller.checks.import(text)).toEqual([]);
    expect(desk.controller.getState().incoming?.checks).toHaveLength(20);
    await desk.controller.checks.takeIn('computer');
    expect(desk.controller.getState().incoming).toBeNull();
    expect(desk.kept()?.checks).toHaveLength(20);
  }
});

test('every problem of a file is told, and nothing of it waits to be kept', async () => {
  const desk = await openDesk();
  const problems = await desk.controller.checks.import('【HB-01】合计\n公式：合计(分 = 100\n\n【HB-02】\n公式：[得分] >');
  expect(problems.length).toBeGreaterThan(2);
  for (const one of problems) expect(one).toMatch(/。$/);
  for (const text of ['', '{', '{"checks":[{"id":"x"}]}', '[]']) expect((await desk.controller.checks.import(text)).length).toBeGreaterThan(0);
  expect(desk.controller.getState().incoming).toBeNull();
});

test('what is written, kept, compiled and exported is the same check', () => {
  for (const { draft } of CHECK_EXAMPLES) {
    const form = formOfValue(draft);
    expect(valueOf(form)).toEqual(draft);
    const read = readCheckFile(fileOf([draft]));
    const again = readCheckFile(fileOf(read.ok ? read.set.checks.map(valueOfCheck) : []));
    expect(again).toEqual(read);
  }
});

test('the list tells which of two of a number judges, and why a broken one does not', () => {
  const right = { id: 'A', label: '甲', severity: 'error', formula: '合计(分值) = 100' };
  const entries = checkEntries([{ id: 'A', label: '坏的', formula: '合计(' }, null], [right], []);
  expect(entries.map(({ place, wrong, behind }) => [place, wrong === null, behind])).toEqual([['workbook', false, null], ['workbook', false, null], ['computer', true, null]]);
  expect(checkEntries([right], [right], []).map(({ behind }) => behind)).toEqual([null, 'workbook']);
});
