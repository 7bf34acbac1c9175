import { a1 } from '../../src/model/address';
import { phraseText, sayIn } from '../../src/pane/catalogue';
import { PaneController } from '../../src/pane/controller';
import { isCorrectable } from '../../src/pane/located';
import { memoryPreferences } from '../../src/pane/preferences';
import { findRubric } from '../../src/rubrics/catalogue';
import { exampleGrid } from '../../src/rules/example';
import { fakePort, type FakePort } from './fake-port';
import { sampleSnapshot } from './sample';

const say = sayIn('zh-CN');
const words = (controller: PaneController): string => {
  const { notice, refusal } = controller.getState();
  return notice ? phraseText(notice.phrase, say) : refusal ? phraseText(refusal.reason, say) : '';
};

async function opened(port: FakePort = fakePort(sampleSnapshot()), preferences = memoryPreferences()): Promise<PaneController> {
  let run = 0;
  const controller = new PaneController({ port, preferences, now: () => new Date(2024, 2, 15, 9), newRun: () => `run-${++run}`, say: () => say });
  await controller.start();
  return controller;
}

async function checked(port: FakePort = fakePort(sampleSnapshot())): Promise<PaneController> {
  const controller = await opened(port);
  await controller.check();
  return controller;
}

const safe = (controller: PaneController): number => controller.getState().checked?.located.filter((one) => isCorrectable(one, 'safe')).length ?? -1;

test('a choice stays beside what another window has chosen meanwhile', async () => {
  const kept = memoryPreferences();
  const [first, second] = [await opened(undefined, kept), await opened(undefined, kept)];
  await first.prefer({ palette: 'distinct' });
  await Promise.all([second.prefer({ role: '审核人' }), second.prefer({ content: 'formula' })]);
  expect(await kept.read()).toMatchObject({ palette: 'distinct', role: '审核人', content: 'formula' });
  expect(second.getState().preferences).toMatchObject({ palette: 'usual', role: '审核人', content: 'formula' });
});

test('a check reads once and finds what the review finds', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  expect(port.calls.filter((call) => call === 'read')).toHaveLength(1);
  expect(controller.getState().checked?.located.length).toBeGreaterThan(3);
  expect(controller.getState().task).toBeNull();
  expect(phraseText(controller.getState().announced?.phrase ?? '', sayIn('zh-CN'))).toMatch(/^核查完成。未通过：\d+ 处错误/);
});

test('writing corrects the cells, tells it in words, looks again, and undo gives everything back', async () => {
  const port = fakePort(sampleSnapshot());
  const before = port.snapshot;
  const controller = await checked(port);
  const rate = port.textOf(before.grids[0]?.sheet ?? '', 'I5');
  await controller.corrections.openPreview({ rule: null });
  const count = controller.getState().preview?.corrections.length ?? 0;
  expect(count).toBeGreaterThan(0);
  controller.corrections.markToo(false);
  await controller.corrections.write();
  expect(words(controller)).toBe(`已更正 ${count} 处。`);
  expect(safe(controller)).toBe(0);
  expect(port.textOf(before.grids[0]?.sheet ?? '', 'I5')).not.toBe(rate);
  await controller.corrections.undo();
  expect(words(controller)).toBe(`已恢复 ${count} 处。`);
  expect(port.snapshot).toBe(before);
  expect(controller.getState().stored.journal).toEqual([]);
});

test('what was unticked is not written, nor what rests on it', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  await controller.corrections.openPreview({ rule: null });
  const full = controller.getState().preview?.full ?? [];
  controller.corrections.tick(full.map((edit) => `${edit.sheet}!${edit.cell}`), false);
  expect(controller.getState().preview?.corrections).toEqual([]);
  expect(controller.getState().preview?.full).toEqual(full);
  controller.corrections.tick(full.map((edit) => `${edit.sheet}!${edit.cell}`), true);
  expect(controller.getState().preview?.corrections).toEqual(full);
});

test('a cell that changed since the check is told with its reason', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  await controller.corrections.openPreview({ rule: null });
  const [first, ...others] = controller.getState().preview?.corrections ?? [];
  if (!first) throw new Error('nothing to correct');
  port.answers.set(`${first.sheet}!${first.cell}`, { sheet: first.sheet, cell: first.cell, word: 'stale', reason: null });
  controller.corrections.markToo(false);
  await controller.corrections.write();
  expect(words(controller)).toBe(`${others.length > 0 ? `已更正 ${others.length} 处；` : ''}1 处没有写入：${first.cell} 在核查后被改过，请重新核查。`);
  expect(controller.getState().notice?.tone).toBe('warning');
});

test('what was changed after the check is read before a correction is shown or written, and one that is another by now is shown first', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  const sheet = controller.getState().checked?.review.tables[0]?.table.sheet ?? '';
  // The total and the part that makes it.
  const spend = (amount: number): void => {
    port.snapshot = { ...port.snapshot, grids: port.snapshot.grids.map((grid) => (grid.sheet === sheet ? { ...grid, cells: grid.cells.map((cell) => (['G5', 'G6'].includes(a1(cell.row, cell.column)) ? { ...cell, value: amount, text: String(amount) } : cell)) } : grid)) };
    port.edit({ sheets: [sheet], remote: false });
  };
  const planned = (cell: string): unknown => controller.getState().preview?.corrections.find((edit) => edit.cell === cell)?.value;
  const before = controller.getState().checked?.located.find(({ finding }) => finding.cells[0] === 'I5' && finding.correction !== null);
  if (!before) throw new Error('nothing to correct');

  // 30 ÷ 43, not the 28 ÷ 43 of the check.
  spend(30);
  await controller.corrections.openPreview({ rule: null });
  expect(planned('I5')).toBe(0.6977);

  // Changed while the preview is looked through.
  controller.corrections.tick([`${sheet}!K5`], false);
  spend(21.5);
  await controller.corrections.write();
  expect([controller.getState().view, planned('I5'), planned('K5'), port.calls.includes('apply')]).toEqual(['preview', 0.5, undefined, false]);
  expect(controller.getState().preview?.full.map(({ cell }) => cell)).toEqual(['I5', 'K5']);
  expect(words(controller)).toContain('还没有写入');

  // One finding: another number than the one that was shown is not written.
  controller.dispatch({ type: 'view', view: 'list' });
  spend(30);
  await controller.corrections.correct(before);
  expect(words(controller)).toContain('没有写入');
  expect(port.calls).not.toContain('apply');

  // A change that leaves the correction as it is stands in nobody's way.
  const now = controller.getState().checked?.located.find(({ key }) => key === before.key);
  if (!now) throw new Error('the finding is gone');
  port.edit({ sheets: [sheet], remote: false });
  await controller.corrections.correct(now);
  expect(words(controller)).toBe('已更正 1 处。');
  expect(port.textOf(sheet, 'I5')).toBe('69.77%');
});

test('after a write that Excel stopped half-way there is an undo to press, as its sentence says', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  await controller.corrections.openPreview({ rule: null });
  const image = { value: null, error: null, formula: null, numberFormat: 'General', note: null };
  port.state = { ...port.state, journal: [{ run: 'run-1', at: '2024-03-15T01:00:00Z', sheet: 'x', cell: 'I5', rule: 'r', before: image, after: image }] };
  port.next.set('apply', { ok: false, word: 'failed', reason: '写入没有做完，动过的单元格都已登记：请按“撤销”恢复原样，再重新核查。' });
  await controller.corrections.write();
  expect(words(controller)).toContain('请按“撤销”');
  expect(controller.getState().stored.journal).toHaveLength(1);
  await controller.corrections.undo();
  expect(controller.getState().stored.journal).toEqual([]);
});

test('what was changed without a word of it, as by a choice from a list in Excel, is read before a correction is written', async () => {
  const port = fakePort({ ...sampleSnapshot(), format: 'live' });
  const { sheet } = port.snapshot.grids[0]!;
  const controller = await checked(port);
  await controller.corrections.openPreview({ rule: null });
  port.snapshot = { ...port.snapshot, grids: port.snapshot.grids.map((grid) => ({ ...grid, cells: grid.cells.map((cell) => (['G5', 'G6'].includes(a1(cell.row, cell.column)) ? { ...cell, value: 40, text: '40' } : cell)) })) };
  await controller.corrections.write();
  expect(port.calls).not.toContain('apply');
  expect(words(controller)).toContain('请再看一遍');
  expect(controller.getState().preview?.corrections.find(({ cell }) => cell === 'I5')?.value).toBeCloseTo(40 / 43, 3);
  const said = controller.getState().announced?.number ?? 0;
  await controller.corrections.write();
  expect(port.calls.filter((call) => call === 'apply')).toHaveLength(1);
  expect(port.textOf(sheet, 'I5')).toMatch(/^93\.02/);
  // The reading that found nothing new is not told: only the check afterwards and the result.
  expect(controller.getState().announced?.number).toBe(said + 2);
});

test('one finding is corrected alone', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  const one = controller.getState().checked?.located.find((located) => isCorrectable(located, 'safe'));
  if (!one) throw new Error('nothing to correct');
  await controller.corrections.correct(one);
  expect(words(controller)).toBe('已更正 1 处。');
  expect(controller.getState().checked?.located.some(({ key }) => key === one.key)).toBe(false);
});

test('an empty explanation is refused in words, a real one is kept and covers the finding', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  const one = controller.getState().checked?.located.find(({ finding }) => finding.severity === 'verify');
  if (!one) throw new Error('nothing to explain');
  await controller.explain(one, { reason: '无', date: '2024-03-15', role: '填报人' });
  expect(controller.getState().explaining?.refused).toContain('没有说明理由');
  expect(port.state.waivers).toEqual([]);
  await controller.explain(one, { reason: '上级年中追加预算，文号见附件二', date: '2024-03-15', role: '填报人' });
  expect(port.state.waivers).toHaveLength(1);
  const after = controller.getState().checked?.located.find(({ key }) => key === one.key);
  expect(after?.finding.waived).toMatchObject({ stale: false, role: '填报人' });
  if (!after) throw new Error('the finding is gone');
  await controller.withdraw(after);
  expect(port.state.waivers).toEqual([]);
});

test('a finding between two tables that a bureau only wants verified is settled by an explanation', async () => {
  const book = { ...sampleSnapshot(), grids: [exampleGrid({ base: 'project', sheet: '自评表' }), exampleGrid({ base: 'project', sheet: '汇总', cells: { I20: 95 } })] };
  const port = fakePort(book);
  const rubric = { ...findRubric('mof-2020'), id: 'city-2026', severities: { 'cross-table': 'verify' } };
  port.state = { ...port.state, rubric: 'city-2026', own: { rubrics: [rubric], checks: [] } };
  const controller = await checked(port);
  const between = () => controller.getState().checked?.located.find(({ finding }) => finding.rule === 'cross-table');
  const one = between();
  if (!one) throw new Error('nothing to explain');
  await controller.explain(one, { reason: '汇总表按复核后的得分填写', date: '2024-03-15', role: '填报人' });
  expect(between()?.finding.waived).toMatchObject({ stale: false });
});

test.each(['busy', 'read-only', 'unsupported', 'too-large', 'failed'] as const)('a host that answers %s is quoted, and the pane stays usable', async (word) => {
  const port = fakePort(sampleSnapshot());
  const controller = await opened(port);
  port.next.set('read', { ok: false, word, reason: '请先按 Enter 结束编辑。' });
  await controller.check();
  expect(controller.getState().refusal).toEqual({ word, reason: '请先按 Enter 结束编辑。', view: 'list' });
  await controller.check();
  expect(controller.getState().refusal).toBeNull();
  expect(controller.getState().checked).not.toBeNull();
});

test('nothing to clear and nothing to undo are told as they are: no failure, no second try, and no earlier deed beside it', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  for (const [name, act] of [['clearMarks', () => controller.corrections.clearMarks()], ['undo', () => controller.corrections.undo()]] as const) {
    await controller.chooseRubric('mof-2020');
    port.next.set(name, { ok: false, word: 'nothing', reason: '没有可清除的内容。' });
    await act();
    expect(controller.getState()).toMatchObject({ refusal: null, notice: { tone: 'info', phrase: '没有可清除的内容。' }, announced: { phrase: '没有可清除的内容。' } });
  }
});

test('what was done before is not read beside what was refused afterwards, but for the way back from a deletion', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  await controller.chooseRubric('mof-2020');
  expect(controller.getState().notice?.tone).toBe('done');
  port.next.set('clearMarks', { ok: false, word: 'busy', reason: '请稍等。' });
  await controller.corrections.clearMarks();
  expect(controller.getState()).toMatchObject({ refusal: { word: 'busy', view: 'list' }, notice: null });
  controller.dispatch({ type: 'notice', notice: { tone: 'done', phrase: '已删除。', deleted: {} as never } });
  controller.dispatch({ type: 'refused', refusal: { word: 'busy', reason: '请稍等。' } });
  expect(controller.getState().notice?.phrase).toBe('已删除。');
});

test.each(['read', 'apply', 'undo', 'clearMarks', 'insertResults', 'saveState'])('a host whose %s breaks becomes a sentence, never an exception', async (name) => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  port.next.set(name, new Error('InvalidArgument: internal text'));
  const acts: Readonly<Record<string, () => Promise<void>>> = {
    read: () => controller.check(), undo: () => controller.corrections.undo(), clearMarks: () => controller.corrections.clearMarks(), insertResults: () => controller.insertResults(), saveState: () => controller.chooseRubric('mof-2020'),
    apply: async () => {
      await controller.corrections.openPreview({ rule: null });
      await controller.corrections.write();
    },
  };
  await acts[name]?.();
  expect(words(controller)).toContain('程序内部出错');
  expect(words(controller)).not.toContain('InvalidArgument');
  expect(controller.getState().task).toBeNull();
});

test('a cancelled check leaves the last result and says so', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  const before = controller.getState().checked;
  const running = controller.check();
  controller.cancel();
  await running;
  expect(words(controller)).toBe('已取消核查，工作簿没有改动。');
  expect(controller.getState().announced?.phrase).toEqual({ key: 'check.cancelled' });
  expect(controller.getState().checked).toBe(before);
});

test('edits elsewhere change nothing; edits of a form raise the bar, and with live on are checked again', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  try {
    const port = fakePort(sampleSnapshot());
    const controller = await checked(port);
    const sheet = controller.getState().checked?.review.tables[0]?.table.sheet ?? '';
    const formless = { ...port.snapshot, grids: [...port.snapshot.grids, { ...port.snapshot.grids[0]!, sheet: '草稿', cells: [] }] };
    port.snapshot = formless;
    await controller.check();
    port.edit({ sheets: ['草稿'], remote: false });
    expect(controller.getState().dirty).toBeNull();
    port.edit({ sheets: [sheet], remote: true });
    expect(controller.getState().dirty).toEqual({ sheets: [sheet], remote: true });
    const reads = (): number => port.calls.filter((call) => call === 'read').length;
    const before = reads();
    await jest.advanceTimersByTimeAsync(5000);
    expect(reads()).toBe(before);
    await controller.prefer({ live: true });
    port.edit({ sheets: [sheet], remote: false });
    await jest.advanceTimersByTimeAsync(5000);
    expect(reads()).toBe(before + 1);
    expect(controller.getState().dirty).toBeNull();
  } finally {
    jest.useRealTimers();
  }
});

test('a form whose formulas look at another sheet is out of date when that one is edited', async () => {
  const port = fakePort(sampleSnapshot());
  const { sheet } = port.snapshot.grids[0]!;
  const drawn = { ...port.snapshot.grids[0]!, cells: port.snapshot.grids[0]!.cells.map((cell) => (a1(cell.row, cell.column) === 'G5' ? { ...cell, formula: '台账!B3' } : cell)) };
  port.snapshot = { ...port.snapshot, grids: [drawn, { ...drawn, sheet: '台账', cells: [] }, { ...drawn, sheet: '草稿', cells: [] }] };
  const controller = await checked(port);
  expect(controller.getState().checked?.review.tables.map((one) => one.table.sheet)).toEqual([sheet]);
  port.edit({ sheets: ['台账'], remote: false });
  expect(controller.getState().dirty).toEqual({ sheets: ['台账'], remote: false });
});

test('where the host would not listen when the pane opened, the next check asks again', async () => {
  const port = fakePort(sampleSnapshot());
  port.next.set('listen', { ok: false, word: 'busy', reason: '有单元格正在编辑。' });
  const controller = await checked(port);
  port.edit({ sheets: [port.snapshot.grids[0]!.sheet], remote: false });
  expect(controller.getState().dirty).not.toBeNull();
  await controller.check();
  expect(port.calls.filter((call) => call === 'listen')).toHaveLength(2);
});

test('what is edited while the workbook is being read makes the result out of date', async () => {
  const port = fakePort(sampleSnapshot());
  const { sheet } = port.snapshot.grids[0]!;
  const other = fakePort(sampleSnapshot());
  let typing = true;
  port.read = (options) => {
    if (typing) port.edit({ sheets: [sheet], remote: false });
    return other.read(options);
  };
  const controller = await checked(port);
  expect(controller.getState().dirty).toEqual({ sheets: [sheet], remote: false });
  typing = false;
  await controller.check();
  expect(controller.getState().dirty).toBeNull();
});

test('checking while typing waits for the end of a cell without a word', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  try {
    const port = fakePort(sampleSnapshot());
    const controller = await checked(port);
    await controller.prefer({ live: true });
    const said = controller.getState().announced;
    port.next.set('read', { ok: false, word: 'busy', reason: '有单元格正在编辑：请先按 Enter 结束编辑，再试一次。' });
    port.edit({ sheets: [port.snapshot.grids[0]!.sheet], remote: false });
    await jest.advanceTimersByTimeAsync(700);
    expect(port.calls.filter((call) => call === 'read')).toHaveLength(2);
    expect(controller.getState()).toMatchObject({ refusal: null, announced: said });
    expect(controller.getState().dirty).not.toBeNull();
    await jest.advanceTimersByTimeAsync(700);
    expect(port.calls.filter((call) => call === 'read')).toHaveLength(3);
    expect(controller.getState().dirty).toBeNull();
  } finally {
    jest.useRealTimers();
  }
});

test('checking again where nothing is new clears the bar, and the verdict is said to who cannot see', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  port.edit({ sheets: [port.snapshot.grids[0]!.sheet], remote: false });
  const said = (): readonly [string, number] => [phraseText(controller.getState().announced?.phrase ?? '', sayIn('zh-CN')), controller.getState().announced?.number ?? 0];
  const [words, number] = said();
  await controller.check(false);
  expect(controller.getState().dirty).toBeNull();
  expect(said()).toEqual([words, number + 1]);
});

test('the sheet of results tells what was corrected since the check', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  await controller.corrections.openPreview({ rule: null });
  controller.corrections.markToo(false);
  await controller.corrections.write();
  await controller.insertResults();
  expect(port.inserted?.rows.some((row) => row.some(({ text }) => text === '已更正'))).toBe(true);
  expect(port.inserted?.rows.some((row) => row.some(({ link }) => link !== null))).toBe(true);
});

test('only one task runs at a time', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await opened(port);
  await Promise.all([controller.check(), controller.check(), controller.corrections.undo()]);
  expect(port.calls.filter((call) => call === 'read')).toHaveLength(1);
  expect(port.calls).not.toContain('undo');
});

test('an explanation that another author has saved meanwhile stays beside the new one, and so does the rubric that was chosen there', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  const theirs = { rule: 'date-out-of-year', sheet: 'x', cell: 'B2', fingerprint: 'f', reason: '跨年度项目，合同约定次年验收', date: '2024-03-10', role: '审核人' };
  port.state = { ...port.state, waivers: [theirs], rubric: 'mof-2020' };
  const found = controller.getState().checked?.located.find(({ finding }) => finding.severity === 'verify');
  if (!found) throw new Error('nothing to explain');
  await controller.explain(found, { reason: '年中追加预算，已按批复调整指标值', date: '2024-03-15', role: '填报人' });
  expect(port.state.waivers.map(({ cell }) => cell)).toEqual(['B2', found.cell]);
  expect(port.state.rubric).toBe('mof-2020');
  const mine = controller.getState().checked?.located.find(({ key }) => key === found.key);
  if (mine) await controller.withdraw(mine);
  expect(port.state.waivers).toEqual([theirs]);
});

test('another rubric is kept in the workbook and judges at once', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  await controller.chooseRubric('mof-2020');
  expect(port.state.rubric).toBe('mof-2020');
  expect(controller.getState().checked?.review.tables[0]?.choice.rubric.id).toBe('mof-2020');
});

test('another rubric before a check is told to be for the check: nothing was computed', async () => {
  const controller = await opened();
  await controller.chooseRubric('mof-2020');
  expect(words(controller)).toBe('口径已更换，核查时按它评分。');
});

test('that a correction cannot be written into a locked cell is told to who cannot see as well', async () => {
  const controller = await checked();
  const located = controller.getState().checked?.located.find((one) => isCorrectable(one, 'safe'));
  const { correction } = located?.finding ?? {};
  if (!located || !correction) throw new Error('nothing to correct');
  await controller.corrections.correct({ ...located, finding: { ...located.finding, correction: { ...correction, edits: [] } } });
  expect(words(controller)).toMatch(/^单元格被锁定/);
  expect(controller.getState().announced?.phrase).toBe(controller.getState().notice?.phrase);
});

test('the defaults come after a choice that is still being kept', async () => {
  const kept = memoryPreferences();
  const controller = await opened(undefined, kept);
  await Promise.all([controller.prefer({ live: true }), controller.resetPreferences()]);
  expect(await kept.read()).toBeNull();
  expect(controller.getState().preferences.live).toBe(false);
});

test('an explanation that is being written stays with its table where another form comes in front of it', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  const found = controller.getState().checked?.located.find(({ finding }) => finding.severity === 'verify');
  if (!found) throw new Error('nothing to explain');
  controller.dispatch({ type: 'open', key: found.key });
  controller.dispatch({ type: 'explain', key: found.key });
  controller.dispatch({ type: 'filter', filter: { table: 0 } });
  port.snapshot = { ...port.snapshot, grids: [...port.snapshot.grids.map((grid) => ({ ...grid, sheet: '另一张' })), ...port.snapshot.grids] };
  await controller.check();
  const { checked: now, explaining, opened: shown, filter } = controller.getState();
  expect(now?.located.find(({ key }) => key === explaining?.key)?.sheet).toBe(found.sheet);
  expect(shown).toBe(explaining?.key);
  expect(now?.review.tables[filter.table ?? -1]?.table.sheet).toBe(found.sheet);
});

test('what is open stays open where its sheet gets another name, and goes with a table that is taken away', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = await checked(port);
  const found = controller.getState().checked?.located.find(({ finding }) => finding.severity === 'verify');
  if (!found) throw new Error('nothing to explain');
  controller.dispatch({ type: 'open', key: found.key });
  const { grids } = port.snapshot;
  port.snapshot = { ...port.snapshot, grids: grids.map((grid) => ({ ...grid, sheet: `${grid.sheet}（改）` })) };
  await controller.check();
  expect(controller.getState().opened).toBe(found.key);
  const indicator = found.table?.table.indicators[0];
  port.snapshot = { ...port.snapshot, grids: grids.map((grid) => ({ ...grid, sheet: '别的', cells: grid.cells.map((cell) => (cell.text === (indicator?.name.text ?? '') ? { ...cell, value: '别的指标', text: '别的指标' } : cell)) })) };
  await controller.check();
  expect(controller.getState().checked?.located.some(({ cell, finding }) => cell === found.cell && finding.rule === found.finding.rule)).toBe(true);
  expect(controller.getState().opened).toBeNull();
});

test('what is chosen before the preferences have come stays chosen', async () => {
  const store = memoryPreferences({ palette: 'distinct' });
  let come: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => {
    come = resolve;
  });
  const controller = new PaneController({ port: fakePort(sampleSnapshot()), preferences: { ...store, read: () => waits.then(() => store.read()) }, now: () => new Date(2024, 2, 15), newRun: () => 'run', say: () => say });
  const started = controller.start();
  const chosen = controller.prefer({ live: true });
  come();
  await Promise.all([started, chosen]);
  expect(controller.getState().preferences).toMatchObject({ live: true, palette: 'distinct' });
  expect(await store.read()).toMatchObject({ live: true, palette: 'distinct' });
  await controller.resetPreferences();
  expect(controller.getState().preferences).toMatchObject({ live: false, palette: 'usual' });
});

test('a line of a list opens its own finding, whichever others name its cell', async () => {
  for (const name of ['project.xlsx', 'department.xlsx']) {
    const controller = await checked(fakePort(sampleSnapshot(name)));
    for (const { key, sheet, cell, finding } of controller.getState().checked?.located ?? []) {
      controller.openAt(sheet, cell, finding.rule);
      expect(controller.getState().opened).toBe(key);
      // Who asks about the cell alone is told what stands there before what only names it.
      controller.openAt(sheet, cell);
      expect(controller.getState().checked?.located.find((one) => one.key === controller.getState().opened)?.cell).toBe(cell);
    }
  }
});
