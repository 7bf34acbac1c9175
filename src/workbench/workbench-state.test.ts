import { INITIAL_STATE, reduce, sheetFacts, type WorkbenchAction, type WorkbenchState } from './workbench-state';

const after = (...actions: readonly WorkbenchAction[]): WorkbenchState => actions.reduce(reduce, INITIAL_STATE);
const OPENED = { type: 'opened', file: { name: '自评表.xlsx', readOnly: false, dirty: false }, listed: null, path: null } as const;

test('“saved” goes with the next change, a warning stays until it is closed', () => {
  const message = (tone: 'done' | 'warning'): WorkbenchState => after(OPENED, { type: 'message', message: { tone, words: '已保存' } }, { type: 'dirty', dirty: true });
  expect(message('done').message).toBeNull();
  expect(message('warning').message).not.toBeNull();
});

test('what changes nothing is the very same state, so that nothing is drawn again', () => {
  const state = after(OPENED, { type: 'sheet', sheet: '自评表' });
  expect(reduce(state, { type: 'dirty', dirty: false })).toBe(state);
  expect(reduce(state, { type: 'sheet', sheet: '自评表' })).toBe(state);
  expect(reduce(state, { type: 'dragging', dragging: false })).toBe(state);
  expect(reduce(INITIAL_STATE, { type: 'dirty', dirty: true })).toBe(INITIAL_STATE);
});

test('a new file begins without the sheets, the message and the dialog of the old one', () => {
  const state = after(OPENED, { type: 'sheets', sheets: [{ name: '旧', kept: ['图表'], cutAt: null }], sheet: '旧' }, { type: 'message', message: { tone: 'warning', words: '没有保存' } }, { type: 'dialog', dialog: 'unsaved' }, OPENED);
  expect(state).toMatchObject({ sheets: [], sheet: null, message: null, dialog: null, stage: 'opening' });
});

test('a verdict stays in the list while the file is judged again', () => {
  const verdict = { status: 'checked', verdict: 'errors', errors: 1, verify: 0, tables: 1, reason: null } as const;
  const state = after({ type: 'list', files: [{ id: 'a', name: '甲', progress: 'waiting', verdict: null }] }, { type: 'listed', id: 'a', progress: 'judged', verdict }, { type: 'listed', id: 'a', progress: 'waiting' });
  expect(state.listed).toEqual([{ id: 'a', name: '甲', progress: 'waiting', verdict }]);
});

test('what is not shown is told of the sheet that is open, and of no other', () => {
  const sheets = [{ name: '甲', kept: ['图表'], cutAt: null }, { name: '乙', kept: [], cutAt: 500 }];
  expect(sheetFacts(after({ type: 'sheets', sheets, sheet: '甲' }))).toMatchObject({ kept: ['图表'], cutAt: null });
  expect(sheetFacts(after({ type: 'sheets', sheets, sheet: '乙' }))).toMatchObject({ kept: [], cutAt: 500 });
  expect(sheetFacts(after({ type: 'sheets', sheets, sheet: '丙' }))).toEqual({ kept: [], cutAt: null });
});

test('the same words said twice are told apart', () => {
  const once = after({ type: 'announce', words: '已保存' });
  expect(reduce(once, { type: 'announce', words: '已保存' }).announced?.number).not.toBe(once.announced?.number);
});
