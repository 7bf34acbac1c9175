/** @jest-environment jsdom */
import './jsdom-gaps';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { configure } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import type { OwnRules } from '../../src/model/plan';
import { browserReports } from '../../src/addin/report-reader';
import { sayIn, type Language } from '../../src/pane/catalogue';
import { App } from '../../src/pane/components/app';
import { PaneProvider } from '../../src/pane/components/pane-context';
import { PaneController } from '../../src/pane/controller';
import type { View } from '../../src/pane/pane-state';
import { memoryPreferences } from '../../src/pane/preferences';
import { fakePort, type FakePort } from './fake-port';
import { sampleSnapshot } from './sample';

configure({ defaultHidden: true, getElementError: (message) => new Error(message ?? 'not found') });
afterEach(cleanup);

const rows = (): HTMLElement[] => Array.from(document.querySelectorAll<HTMLElement>('button[data-stop]'));
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const check = (id: string): unknown => ({ id, label: `审核${id}`, severity: 'error', formula: '[全年执行数] <= [全年预算数]' });
/** Shown, and said politely to who cannot see it. */
const said = (words: RegExp): Promise<void> => waitFor(() => expect(screen.getAllByText(words)).toHaveLength(2));

interface Pane {
  readonly controller: PaneController;
  readonly port: FakePort;
  readonly user: ReturnType<typeof userEvent.setup>;
}

async function checkedPane(port: FakePort = fakePort(sampleSnapshot()), checks: readonly unknown[] = [], language: Language = 'zh-CN'): Promise<Pane> {
  const say = sayIn(language);
  let kept: OwnRules = { rubrics: [], checks };
  let run = 0;
  const house = { catalog: null, cache: { get: () => Promise.resolve(null), put: () => Promise.resolve() }, own: { read: () => Promise.resolve(kept), write: (rules: OwnRules) => Promise.resolve(void (kept = rules)) } };
  const controller = new PaneController({ port, house, reports: browserReports, preferences: memoryPreferences(), now: () => new Date(2024, 2, 15, 9), newRun: () => `run-${++run}`, say: () => say });
  render(<FluentProvider theme={webLightTheme}><PaneProvider value={{ controller, language, say }}><App /></PaneProvider></FluentProvider>);
  const user = userEvent.setup({ delay: null });
  await act(async () => controller.start());
  await user.click(button(say('check.run')));
  await waitFor(() => expect(rows().length).toBeGreaterThan(3), { timeout: 20_000 });
  return { controller, port, user };
}

async function goTo({ controller }: Pane, view: View, heading: string): Promise<void> {
  act(() => controller.dispatch({ type: 'view', view }));
  await screen.findByRole('heading', { name: heading }, { timeout: 20_000 });
}

function choose(file: File): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('nothing to choose a file with');
  Object.defineProperty(input, 'files', { value: [file] });
  fireEvent.change(input);
}

/** What is asked of the port waits until it is let go. */
function held(port: FakePort, name: 'read' | 'undo' | 'saveState'): () => Promise<void> {
  const asked = port[name].bind(port) as (...what: readonly unknown[]) => Promise<never>;
  let go: () => void = () => undefined;
  const gate = new Promise<void>((open) => (go = open));
  Object.assign(port, { [name]: (...what: readonly unknown[]) => gate.then(() => asked(...what)) });
  return () => act(async () => {
    go();
    await new Promise((done) => void setTimeout(done, 50));
  });
}

test('what came of copying an opinion, and why a cell of the scorecard is not shown, is seen on their pages', async () => {
  const pane = await checkedPane();
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('denied')) } });
  Object.assign(document, { execCommand: () => false });
  await goTo(pane, 'opinion', '审核意见');
  await pane.user.click(button('复制文字'));
  await said(/^没有复制成功/);
  await goTo(pane, 'scorecard', '评分明细');
  Object.assign(pane.port, { reveal: () => Promise.resolve({ ok: false, word: 'busy', reason: '单元格正在编辑：请先按 Enter 结束编辑。' }) });
  const item = document.querySelector<HTMLElement>('tbody button');
  if (item) await pane.user.click(item);
  await said(/^单元格正在编辑/);
});

describe('while the cells are looked at once more before they are written', () => {
  async function verifying(): Promise<Pane & { readonly go: () => Promise<void> }> {
    const pane = await checkedPane(fakePort({ ...sampleSnapshot(), format: 'live' }));
    await pane.user.click(button('预览并更正'));
    await screen.findByRole('heading', { name: '更正清单' }, { timeout: 20_000 });
    const go = held(pane.port, 'read');
    await pane.user.click(button(/^写入 \d+ 处$/));
    await waitFor(() => expect(pane.controller.getState().task?.kind).toBe('verifying'));
    return { ...pane, go };
  }

  test.each([['by its button', () => fireEvent.click(button('取消'))], ['by Esc', () => fireEvent.keyDown(button('取消'), { key: 'Escape' })]])('who leaves the preview %s has nothing written', async (_how, leave) => {
    const { controller, port, go } = await verifying();
    leave();
    await go();
    expect(port.calls).not.toContain('apply');
    expect([controller.getState().view, controller.getState().task]).toEqual(['list', null]);
    await said(/^已取消核查，工作簿没有改动/);
  });

  test('nothing can be unticked that is written all the same', async () => {
    const { go } = await verifying();
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').every(({ disabled }) => disabled)).toBe(true);
    expect(button('全不选').getAttribute('aria-disabled')).toBe('true');
    await go();
  });
});

test('the preview says what is marked on this host', async () => {
  const shown = async (port: FakePort): Promise<void> => {
    cleanup();
    const { user } = await checkedPane(port);
    await user.click(button('预览并更正'));
    await screen.findByRole('heading', { name: '更正清单' }, { timeout: 20_000 });
  };
  await shown(fakePort(sampleSnapshot(), { notes: 'none' }));
  expect(screen.getByText('更正和标注的单元格会标色，不加批注。')).toBeTruthy();
  await shown(fakePort(sampleSnapshot(), { marks: false, notes: 'none' }));
  expect(screen.getByText('不标色，不加批注，只改内容。')).toBeTruthy();
});

describe('on a page the focus', () => {
  test('goes from what is deleted to what stood behind it, and to the heading where nothing did', async () => {
    const pane = await checkedPane(undefined, [check('ZD-01'), check('ZD-02'), check('ZD-03')]);
    await goTo(pane, 'checks', '审核公式');
    const remove = async (label: string): Promise<void> => {
      act(() => button(`删除“${label}”`).focus());
      await pane.user.keyboard('{Enter}');
      await waitFor(() => expect(screen.queryByRole('button', { name: `删除“${label}”` })).toBeNull());
    };
    await remove('审核ZD-02');
    expect(document.activeElement).toBe(button('修改“审核ZD-03”'));
    await remove('审核ZD-03');
    await remove('审核ZD-01');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('stays in it when a notice is folded away, and when a report takes the place of the way to open one', async () => {
    const pane = await checkedPane();
    await goTo(pane, 'report', '报告核对');
    act(() => pane.controller.dispatch({ type: 'notice', notice: { tone: 'info', phrase: '好。' } }));
    act(() => button('收起').focus());
    await pane.user.keyboard('{Enter}');
    expect(document.activeElement).toBe(button('打开报告'));
    await pane.user.click(screen.getByRole('textbox', { name: '或粘贴报告文字' }));
    await pane.user.paste('全年预算数43万元，全年执行数28万元，执行率65.12%。');
    await pane.user.click(button('核对这段文字'));
    await screen.findByRole('button', { name: '关闭报告' }, { timeout: 20_000 });
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('comes back to the choice that rested while it was kept', async () => {
    const pane = await checkedPane();
    await goTo(pane, 'settings', '设置');
    const choice = screen.getByRole('combobox', { name: '换一个口径' });
    const go = held(pane.port, 'saveState');
    act(() => choice.focus());
    fireEvent.change(choice, { target: { value: 'mof-2020' } });
    await waitFor(() => expect(choice).toHaveProperty('disabled', true));
    // As browsers do by themselves.
    act(() => choice.blur());
    await go();
    await waitFor(() => expect(choice).toHaveProperty('disabled', false));
    expect(document.activeElement).toBe(choice);
  });
});

describe('an explanation that is being written', () => {
  async function writing(): Promise<Pane & { readonly box: () => HTMLElement }> {
    const pane = await checkedPane();
    const row = rows().find((one) => one.textContent.startsWith('核实'));
    if (row) await pane.user.click(row);
    await pane.user.click(await screen.findByRole('button', { name: '填写说明' }, { timeout: 20_000 }));
    await pane.user.click(await screen.findByRole('textbox', { name: /说明理由/ }, { timeout: 20_000 }));
    await pane.user.paste('上级年中追加预算');
    return { ...pane, box: () => screen.getByRole('textbox', { name: /说明理由/ }) };
  }

  test('is there still after a look at another page, and gone once it was given up', async () => {
    const pane = await writing();
    await goTo(pane, 'scorecard', '评分明细');
    act(() => pane.controller.dispatch({ type: 'view', view: 'list' }));
    expect(pane.box()).toHaveProperty('value', '上级年中追加预算');
    await pane.user.click(button('取消'));
    await pane.user.click(button('填写说明'));
    expect(pane.box()).toHaveProperty('value', '');
  });

  test.each([{ isComposing: true }, { keyCode: 229 }])('is not given up by the Esc of an input method (%p)', async (key) => {
    const { box } = await writing();
    fireEvent.keyDown(box(), { key: 'Escape', ...key });
    expect(box()).toHaveProperty('value', '上级年中追加预算');
    fireEvent.keyDown(box(), { key: 'Escape' });
    expect(screen.queryByRole('textbox', { name: /说明理由/ })).toBeNull();
  });
});

test('a report or a file of checks that cannot be read any more is told by its name', async () => {
  const pane = await checkedPane();
  const gone = (name: string): File => Object.assign(new File(['x'], name), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) });
  await goTo(pane, 'report', '报告核对');
  choose(gone('报告.docx'));
  await said(/^没有读到“报告\.docx”/);
  await goTo(pane, 'checks', '审核公式');
  choose(gone('公式.txt'));
  await said(/^没有读到“公式\.txt”/);
});

test('checks that were written in the Notepad of an old Windows are read as the command line reads them', async () => {
  const pane = await checkedPane();
  await goTo(pane, 'checks', '审核公式');
  // 执行 in the Chinese code page.
  const text = JSON.stringify({ checks: [{ ...(check('ZD-09') as object), label: '\xd6\xb4\xd0\xd0', formula: '1 = 1' }] });
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  choose(Object.assign(new File([bytes], '公式.json'), { arrayBuffer: () => Promise.resolve(bytes.buffer), text: () => Promise.resolve(new TextDecoder().decode(bytes)) }));
  expect(await screen.findByText(/^ZD-09 执行$/)).toBeTruthy();
});

test('an undo that ends leaves who has gone on to another page there', async () => {
  const { controller, port, user } = await checkedPane();
  await user.click(button('预览并更正'));
  await user.click(await screen.findByRole('button', { name: /^写入 \d+ 处$/ }, { timeout: 20_000 }));
  await waitFor(() => expect(button('撤销')).toBeTruthy());
  const go = held(port, 'undo');
  await user.click(button('撤销'));
  act(() => controller.dispatch({ type: 'view', view: 'settings' }));
  await go();
  await waitFor(() => expect(controller.getState().task).toBeNull());
  expect(controller.getState().view).toBe('settings');
});

test('nothing is praised where no table is left', async () => {
  const { controller, port, user } = await checkedPane();
  await user.click(button('预览并更正'));
  await user.click(await screen.findByRole('button', { name: /^写入 \d+ 处$/ }, { timeout: 20_000 }));
  await waitFor(() => expect(button('撤销')).toBeTruthy());
  port.snapshot = { ...port.snapshot, grids: port.snapshot.grids.map((grid) => ({ ...grid, cells: [] })) };
  await act(() => controller.check());
  expect(screen.getByRole('heading', { name: '没有找到绩效自评表' })).toBeTruthy();
  expect(screen.queryByText('没有需要处理的问题')).toBeNull();
});

test('of the contradictions of a report the one stays open that was opened, whichever are put right before it', async () => {
  const pane = await checkedPane();
  await goTo(pane, 'report', '报告核对');
  await act(() => pane.controller.reports.open({ name: '报告.txt', bytes: new TextEncoder().encode('全年预算数50万元，全年执行数30万元，执行率98%。\n自评得分105分。全年预算数60万元。') }));
  const { report } = pane.controller.getState();
  const [first, second] = report?.review.findings ?? [];
  if (!report || !first || !second) throw new Error('too few contradictions');
  const row = (message: string): HTMLElement => screen.getByRole('button', { name: (name) => name.startsWith(message) });
  await pane.user.click(row(first.message));
  act(() => pane.controller.dispatch({ type: 'report', report: { ...report, review: { ...report.review, findings: report.review.findings.slice(1) } } }));
  expect(row(second.message).getAttribute('aria-expanded')).toBe('false');
});

test('of several reports that are dropped it is told which one is checked', async () => {
  const pane = await checkedPane();
  await goTo(pane, 'report', '报告核对');
  const report = (name: string): File => Object.assign(new File(['x'], name), { arrayBuffer: () => Promise.resolve(new TextEncoder().encode('全年预算数43万元。').buffer) });
  fireEvent.drop(button('打开报告'), { dataTransfer: { files: [report('一.txt'), report('二.txt'), report('三.txt')] } });
  await said(/^一次核对一份报告：核对的是“一\.txt”，另外 2 份没有打开/);
  expect(pane.controller.getState().report?.name).toBe('一.txt');
});

test('what a rubric on trial would change is told in the language of the pane', async () => {
  const pane = await checkedPane(undefined, [], 'en-US');
  const rubric = pane.controller.getState().checked?.review.tables[0]?.choice.rubric;
  if (!rubric) throw new Error('nothing was checked');
  await act(() => pane.controller.desk.copy(rubric));
  const { draft } = pane.controller.getState();
  if (draft) act(() => pane.controller.desk.type({ ...draft.form, severities: { 'overshoot-unexplained': 'off', 'budget-adjustment-unexplained': 'off' } }));
  await act(() => pane.controller.desk.tryOut());
  const trial = await screen.findByRole('region', { name: 'Trial (nothing kept)' }, { timeout: 20_000 });
  const [first] = Array.from(trial.querySelectorAll('li'), (one) => one.textContent);
  expect(first).toMatch(/^[A-Z]+\d+ [A-Z][^\u4e00-\u9fff：]+: /);
});

test('a file that nothing takes does not take the place of the pane', async () => {
  const pane = await checkedPane();
  const home = document.querySelector('main');
  const over = (types: readonly string[]): { readonly heard: boolean; readonly effect: string } => {
    const dataTransfer = { types, files: [], dropEffect: 'copy' };
    return { heard: !(fireEvent.dragOver(home ?? document, { dataTransfer }) && fireEvent.drop(home ?? document, { dataTransfer })), effect: dataTransfer.dropEffect };
  };
  expect(over(['Files'])).toEqual({ heard: true, effect: 'none' });
  // Words that are drawn into a box go their way.
  expect(over(['text/plain'])).toEqual({ heard: false, effect: 'copy' });
  await goTo(pane, 'report', '报告核对');
  const place = screen.getByText(/把.*拖到这里|拖/).parentElement;
  const dataTransfer = { types: ['Files'], files: [], dropEffect: 'copy' };
  fireEvent.dragOver(place ?? document, { dataTransfer });
  expect(dataTransfer.dropEffect).toBe('copy');
});

test('a remark that two tables have goes away when both are put right', async () => {
  const { controller } = await checkedPane();
  const { checked } = controller.getState();
  if (!checked) throw new Error('nothing was checked');
  const { snapshot, review } = checked;
  const show = (remarks: readonly string[]): void => act(() => controller.dispatch({ type: 'checked', snapshot, asked: true, review: { ...review, tables: review.tables.flatMap((one) => [one, one]).map((one) => ({ ...one, remarks })) } }));
  show(['有两处没有读懂。', '年份没有写明。']);
  expect(screen.getAllByText('有两处没有读懂。')).toHaveLength(2);
  show(['年份没有写明。']);
  expect(screen.queryAllByText('有两处没有读懂。')).toHaveLength(0);
  expect(screen.getAllByText('年份没有写明。')).toHaveLength(2);
});

test('why the scores of two lines of one name are not there goes away from the card when both are', async () => {
  const pane = await checkedPane();
  const { checked } = pane.controller.getState();
  if (!checked) throw new Error('nothing was checked');
  const { snapshot, review } = checked;
  const show = (notComputed: readonly string[]): void => act(() => pane.controller.dispatch({ type: 'checked', snapshot, asked: true, review: { ...review, tables: review.tables.map((one) => ({ ...one, scorecard: { ...one.scorecard, notComputed } })) } }));
  await goTo(pane, 'scorecard', sayIn('zh-CN')('card.title'));
  show(['甲没有算。', '甲没有算。', '乙没有算。']);
  expect(screen.getAllByText('甲没有算。')).toHaveLength(2);
  show(['乙没有算。']);
  expect(screen.queryAllByText('甲没有算。')).toHaveLength(0);
});
