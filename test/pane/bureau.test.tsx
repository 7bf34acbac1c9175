/** @jest-environment jsdom */
// A bureau's pages of the pane: what is left unfinished, wrong, kept or refused is seen where one looks.
import './jsdom-gaps';
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { sayIn } from '../../src/pane/catalogue';
import { App } from '../../src/pane/components/app';
import { PaneProvider } from '../../src/pane/components/pane-context';
import { PaneController } from '../../src/pane/controller';
import type { HouseServices } from '../../src/pane/house';
import { memoryPreferences } from '../../src/pane/preferences';
import { fakePort } from './fake-port';
import { sampleSnapshot } from './sample';

configure({ defaultHidden: true, getElementError: (message) => new Error(message ?? 'not found') });
afterEach(cleanup);

const NOTHING: HouseServices['catalog'] = { read: () => Promise.resolve({ ok: false, missing: true, reason: '没有' }) };
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

async function checked(catalog = NOTHING): Promise<{ readonly controller: PaneController; readonly user: ReturnType<typeof userEvent.setup> }> {
  const say = sayIn('zh-CN');
  let kept: unknown = null;
  const house: HouseServices = { catalog, cache: { get: () => Promise.resolve(null), put: () => Promise.resolve() }, own: { read: () => Promise.resolve(kept), write: (rules) => { kept = rules; return Promise.resolve(); } } };
  const controller = new PaneController({ port: fakePort(sampleSnapshot()), house, preferences: memoryPreferences(), now: () => new Date(2024, 2, 15, 9), newRun: () => 'run', say: () => say });
  render(<FluentProvider theme={webLightTheme}><PaneProvider value={{ controller, language: 'zh-CN', say }}><App /></PaneProvider></FluentProvider>);
  await act(async () => {
    await controller.start();
    await controller.check();
  });
  return { controller, user: userEvent.setup({ delay: null }) };
}

async function written(): ReturnType<typeof checked> {
  const pane = await checked();
  const rubric = pane.controller.getState().checked?.review.tables[0]?.choice.rubric;
  if (!rubric) throw new Error('nothing was checked');
  await act(() => pane.controller.desk.copy(rubric));
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('编写口径'), { timeout: 20_000 });
  return pane;
}

test('Esc in the form leads back to the rubric, where what was typed can be gone on with', async () => {
  const { user } = await written();
  const title = screen.getByRole<HTMLInputElement>('textbox', { name: '名称' });
  await user.clear(title);
  await user.type(title, '某市口径{Escape}');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('评分口径'), { timeout: 20_000 });
  expect(screen.getByText('“某市口径”还没有保存。')).toBeTruthy();
  await user.click(button('继续编写'));
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称' }).value).toBe('某市口径'));
});

test('Esc in the form of a check leads back to the list, where what was typed can be gone on with; untouched it is not missed', async () => {
  const { controller, user } = await checked();
  const open = async (): Promise<HTMLInputElement> => {
    act(() => controller.checks.write());
    return await screen.findByRole<HTMLInputElement>('textbox', { name: '名称' }, { timeout: 20_000 });
  };
  await open();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('审核公式'));
  expect(screen.queryByRole('button', { name: '继续编写' })).toBeNull();
  await user.type(await open(), '单项不过五分{Escape}');
  await user.click(await screen.findByRole('button', { name: '继续编写' }));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: '名称' })).value).toBe('单项不过五分');
});

test('another rubric is begun only when the unfinished one is given up', async () => {
  const { controller, user } = await written();
  const title = screen.getByRole<HTMLInputElement>('textbox', { name: '名称' });
  await user.clear(title);
  await user.type(title, '某市口径{Escape}');
  await user.click(await screen.findByRole('button', { name: '复制并修改' }, { timeout: 20_000 }));
  expect(await screen.findByText('另外开始一个，没有保存的内容会丢失。')).toBeTruthy();
  expect(document.activeElement).toBe(button('继续编写'));
  await user.keyboard('{Enter}');
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: '名称' })).value).toBe('某市口径');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: '复制并修改' }));
  await user.click(await screen.findByRole('button', { name: '放弃，另外开始' }));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: '名称' })).value).toMatch(/（修改）$/);
  expect(controller.getState().instead).toBeNull();
});

test('a copy in which nothing was typed gives way without a question', async () => {
  const { controller, user } = await written();
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: '复制并修改' }));
  await waitFor(() => expect(controller.getState().view).toBe('rubric-form'));
});

test('another check is begun only when the unfinished one is given up', async () => {
  const { controller, user } = await checked();
  act(() => controller.checks.write());
  await user.type(await screen.findByRole('textbox', { name: '名称' }, { timeout: 20_000 }), '单项不过五分{Escape}');
  const another = async (): Promise<void> => user.click(await screen.findByRole('button', { name: '新写一条' }));
  await another();
  expect(document.activeElement).toBe(button('继续编写'));
  await user.click(button('继续编写'));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: '名称' })).value).toBe('单项不过五分');
  await user.keyboard('{Escape}');
  await another();
  await user.click(button('放弃，另外开始'));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: '名称' })).value).toBe('');
});

test('the words of a kind of table tick its own box, in a rubric and in a check', async () => {
  const { controller, user } = await written();
  const box = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('checkbox', { name });
  const first = box('项目支出绩效自评表').checked;
  const before = box('部门整体支出绩效自评表').checked;
  await user.click(screen.getByText('部门整体支出绩效自评表', { selector: 'label' }));
  expect([box('项目支出绩效自评表').checked, box('部门整体支出绩效自评表').checked]).toEqual([first, !before]);
  act(() => controller.checks.write());
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('编写审核公式'), { timeout: 20_000 });
  await user.click(screen.getByText('基础数据表', { selector: 'label' }));
  expect([box('项目支出绩效自评表').checked, box('基础数据表').checked]).toEqual([false, true]);
});

test('a rubric for no kind of table is wrong, and one button leads to its first box', async () => {
  const { controller, user } = await written();
  const { draft } = controller.getState();
  if (!draft) throw new Error('no draft');
  act(() => controller.desk.type({ ...draft.form, kinds: [] }));
  await user.click(button('到第一处'));
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: '项目支出绩效自评表' }));
});

test('a rubric that was deleted is back by one press', async () => {
  const { controller, user } = await written();
  await user.click(button('存在本机'));
  await waitFor(() => expect(controller.getState().view).toBe('rubric'), { timeout: 20_000 });
  const [own] = controller.getState().house.mine.rubrics;
  await user.click(button(/^删除“/));
  await waitFor(() => expect(controller.getState().house.mine.rubrics).toEqual([]));
  await user.click(await screen.findByRole('button', { name: '恢复' }));
  await waitFor(() => expect(controller.getState().house.mine.rubrics).toEqual([own]));
  expect(screen.queryByRole('button', { name: '恢复' })).toBeNull();
});

test('a wrong figure is marked, and one button leads to it', async () => {
  const { controller, user } = await written();
  const { draft } = controller.getState();
  if (!draft) throw new Error('no draft');
  act(() => controller.desk.type({ ...draft.form, grades: draft.form.grades.map((grade, at) => (at === 1 ? { ...grade, from: '八十' } : grade)) }));
  const field = screen.getByRole('textbox', { name: '第 2 等的起点分' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('“等级·第 2 项·起点分”请填数字，例如 90。')).toBeTruthy();
  await user.click(button('到第一处'));
  expect(document.activeElement).toBe(field);
});

test('what was kept is told on the page that follows, and the line above the list names its version', async () => {
  const { controller, user } = await written();
  await user.click(button('存在本机'));
  await waitFor(() => expect(screen.getAllByText(/已保存在这台电脑上。$/)).toHaveLength(2), { timeout: 20_000 });
  act(() => controller.dispatch({ type: 'view', view: 'list' }));
  expect(button(/^口径：/).textContent).toMatch(/版本 1$/);
});

test('a catalogue that cannot be used is told above the findings, once', async () => {
  await checked({ read: () => Promise.resolve({ ok: true, bytes: new TextEncoder().encode('{') }) });
  expect(screen.getAllByText('目录文件不是完整的 JSON，没有采用目录，按内置口径核查。请告诉发布目录的单位。')).toHaveLength(1);
  expect(document.querySelectorAll('button[data-stop]').length).toBeGreaterThan(3);
});
