// A bureau's rubric in the pane: copied, tried, kept in the workbook or on this computer, taken out again, imported.
import type { Rubric } from '../../src/model/rubric';
import type { RubricForm } from '../../src/pane/rubric-form';
import { openDesk, type Desk } from './open-desk';

const inForce = ({ controller }: Desk): Rubric => {
  const rubric = controller.getState().checked?.review.tables[0]?.choice.rubric;
  if (!rubric) throw new Error('nothing was checked');
  return rubric;
};
async function copied(desk: Desk, change: Partial<RubricForm>): Promise<void> {
  await desk.controller.desk.copy(inForce(desk));
  const { draft } = desk.controller.getState();
  if (!draft) throw new Error('no draft');
  desk.controller.desk.type({ ...draft.form, ...change });
}
const STRICT: Partial<RubricForm> = { severities: { 'overshoot-unexplained': 'off', 'budget-adjustment-unexplained': 'off' }, version: '2026.1' };

test('a trial tells what would change and keeps nothing', async () => {
  const desk = await openDesk();
  const before = desk.controller.getState().checked?.review;
  await copied(desk, STRICT);
  await desk.controller.desk.tryOut();
  const [trial] = desk.controller.getState().draft?.trial ?? [];
  expect(trial?.judged).toBe(true);
  expect(trial?.gone.length).toBeGreaterThan(0);
  expect(trial?.gone.every(({ rule }) => /-unexplained$/.test(rule))).toBe(true);
  expect(desk.controller.getState().checked?.review).toBe(before);
  expect([desk.port.state.own, desk.kept()]).toEqual([undefined, null]);
});

test('typing makes a trial stale', async () => {
  const desk = await openDesk();
  await copied(desk, STRICT);
  await desk.controller.desk.tryOut();
  const { draft } = desk.controller.getState();
  desk.controller.desk.type({ ...(draft?.form as RubricForm), rounding: '1' });
  expect(desk.controller.getState().draft?.trial).toBeNull();
});

test('kept in the workbook it judges there, travels with it, and goes when it is deleted', async () => {
  const desk = await openDesk();
  const shipped = inForce(desk).id;
  await copied(desk, STRICT);
  await desk.controller.desk.keep('workbook');
  expect(inForce(desk).id).toBe(`${shipped}-own`);
  expect(desk.controller.getState().view).toBe('rubric');
  const other = await openDesk(null, desk.port);
  expect([inForce(other).id, inForce(other).version]).toEqual([`${shipped}-own`, '2026.1']);
  await other.controller.desk.remove(`${shipped}-own`, 'workbook');
  expect(inForce(other).id).toBe(shipped);
  expect(other.port.state.own).toBeUndefined();
});

test('kept on this computer it judges every workbook opened here', async () => {
  const desk = await openDesk();
  const shipped = inForce(desk).id;
  await copied(desk, STRICT);
  await desk.controller.desk.keep('computer');
  expect(inForce(desk).id).toBe(`${shipped}-own`);
  expect(desk.port.state.own).toBeUndefined();
  expect(inForce(await openDesk(desk.kept())).id).toBe(`${shipped}-own`);
  await desk.controller.desk.remove(`${shipped}-own`, 'computer');
  expect([inForce(desk).id, desk.kept()]).toEqual([shipped, { rubrics: [], checks: [] }]);
});

test.each(['workbook', 'computer'] as const)('deleted from the %s it is told with a way back, and judges again once it is back', async (where) => {
  const desk = await openDesk();
  const shipped = inForce(desk).id;
  await copied(desk, STRICT);
  await desk.controller.desk.keep(where);
  if (where === 'workbook') await desk.controller.chooseRubric(`${shipped}-own`);
  const before = [desk.port.state, desk.kept()];
  await desk.controller.desk.remove(`${shipped}-own`, where);
  expect(inForce(desk).id).toBe(shipped);
  const { deleted } = desk.controller.getState().notice ?? {};
  if (!deleted) throw new Error('no way back');
  await desk.controller.desk.restore(deleted);
  expect(inForce(desk).id).toBe(`${shipped}-own`);
  expect([desk.port.state, desk.kept()]).toEqual(before);
  expect(desk.controller.getState().notice).toEqual({ tone: 'done', phrase: { key: 'rule.restored' } });
});

test('what the workbook refuses to let go is not told as deleted', async () => {
  const desk = await openDesk();
  await copied(desk, STRICT);
  await desk.controller.desk.keep('workbook');
  desk.controller.dispatch({ type: 'notice', notice: null });
  desk.port.saveState = () => Promise.resolve({ ok: false, word: 'read-only', reason: '只读。' });
  await desk.controller.desk.remove(`${inForce(desk).id}`, 'workbook');
  expect([desk.controller.getState().refusal?.word, desk.controller.getState().notice]).toEqual(['read-only', null]);
});

test('a wrong form is neither tried nor kept', async () => {
  const desk = await openDesk();
  await copied(desk, { from: '去年' });
  await desk.controller.desk.tryOut();
  await desk.controller.desk.keep('computer');
  expect([desk.controller.getState().draft?.trial, desk.kept()]).toEqual([null, null]);
});

test('an imported file is opened in the form; another file is refused with a sentence', async () => {
  const desk = await openDesk();
  const file = JSON.stringify({ ...inForce(desk), id: 'from-elsewhere', title: '外来的口径' });
  expect(await desk.controller.desk.import(`\uFEFF${file}`)).toBeNull();
  expect(desk.controller.getState().draft?.form.title).toBe('外来的口径');
  for (const text of ['', '{', '[]', '{"id":"x"}']) expect(await desk.controller.desk.import(text)).toMatch(/。$/);
});

test('what the workbook refused is kept on this computer, and the form is left', async () => {
  const desk = await openDesk();
  await copied(desk, STRICT);
  desk.port.next.set('saveState', { ok: false, word: 'read-only', reason: '工作簿以只读方式打开，没有写入。' });
  await desk.controller.desk.keep('workbook');
  expect(desk.controller.getState()).toMatchObject({ view: 'rubric-form', refusal: { word: 'read-only' } });
  await desk.controller.desk.keep('computer');
  expect(desk.kept()?.rubrics).toHaveLength(1);
  expect(desk.controller.getState()).toMatchObject({ view: 'rubric', draft: null });
});

test('a trial goes with the check that it was made of', async () => {
  const desk = await openDesk();
  await copied(desk, STRICT);
  await desk.controller.desk.tryOut();
  expect(desk.controller.getState().draft?.trial).not.toBeNull();
  desk.port.snapshot = { ...desk.port.snapshot, grids: desk.port.snapshot.grids.map((grid) => ({ ...grid, cells: grid.cells.slice(0, -5) })) };
  await desk.controller.check();
  expect(desk.controller.getState().draft).toMatchObject({ touched: true, trial: null });
});
