/** @jest-environment jsdom */
import './jsdom-gaps';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { configure } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { languages, phraseText, sayIn, type Language, type Phrase } from '../../src/pane/catalogue';
import { App } from '../../src/pane/components/app';
import { PaneProvider } from '../../src/pane/components/pane-context';
import { PaneController } from '../../src/pane/controller';
import { memoryPreferences } from '../../src/pane/preferences';
import { fakePort, type FakePort } from './fake-port';
import { sampleSnapshot } from './sample';

function opened(port: FakePort, language: Language = 'zh-CN'): PaneController {
  const say = sayIn(language);
  let run = 0;
  const controller = new PaneController({ port, preferences: memoryPreferences(), now: () => new Date(2024, 2, 15, 9), newRun: () => `run-${++run}`, say: () => say });
  const page: ReactElement = <FluentProvider theme={webLightTheme}><PaneProvider value={{ controller, language: 'zh-CN', say }}><App /></PaneProvider></FluentProvider>;
  render(page);
  return controller;
}

const rows = (): HTMLElement[] => Array.from(document.querySelectorAll<HTMLElement>('button[data-stop]'));
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

/** Shown in the bar and said politely to who cannot see it. */
async function said(words: RegExp): Promise<void> {
  await waitFor(() => expect(screen.getAllByText(words)).toHaveLength(2), { timeout: 20_000 });
}

async function checkedPane(port: FakePort = fakePort(sampleSnapshot())): Promise<{ port: FakePort; controller: PaneController; user: ReturnType<typeof userEvent.setup> }> {
  const controller = opened(port);
  const user = userEvent.setup({ delay: null });
  await act(async () => controller.start());
  await user.click(button('一键核查'));
  await waitFor(() => expect(rows().length).toBeGreaterThan(3), { timeout: 20_000 });
  return { port, controller, user };
}

// The whole document in every message helps nobody.
configure({ defaultHidden: true, getElementError: (message) => new Error(message ?? 'not found') });

afterEach(cleanup);

test('first use says what it does and that data stay here', () => {
  opened(fakePort(sampleSnapshot()));
  expect(screen.getByText(/数据不离开本机/)).toBeTruthy();
  expect(button('一键核查')).toBeTruthy();
});

/** Buttons filled with the brand's colour; read from the rules, since the test's document does not order their sheets as a browser does. */
function filled(): readonly (string | null)[] {
  const selectors = Array.from(document.styleSheets).flatMap(({ cssRules }) => Array.from(cssRules)).map(({ cssText }) => /^(\.[\w-]+) \{background-color: var\(--colorBrandBackground\);\}$/.exec(cssText)?.[1]).filter((one) => one !== undefined);
  return screen.getAllByRole('button').filter((one) => selectors.some((selector) => one.matches(selector))).map(({ textContent }) => textContent);
}

test('one button is filled, the next thing to do: to check, after that to correct, and to check again what was edited since', async () => {
  opened(fakePort(sampleSnapshot()));
  expect(filled()).toEqual(['一键核查']);
  cleanup();
  const { port } = await checkedPane();
  expect(filled()).toEqual(['预览并更正']);
  act(() => port.edit({ sheets: ['项目支出绩效自评表'], remote: true }));
  await waitFor(() => expect(filled()).toContain('重新核查'));
});

test('the second click of a double click does not cancel the check that the first began; a click after it does', async () => {
  const port = fakePort(sampleSnapshot());
  const read = port.read.bind(port);
  let go: () => void = () => undefined;
  port.read = (options) => new Promise<void>((begin) => (go = begin)).then(() => read(options));
  const controller = opened(port);
  const user = userEvent.setup({ delay: null });
  await act(async () => controller.start());
  await user.dblClick(button('一键核查'));
  await screen.findByRole('button', { name: '取消' });
  await act(async () => {
    go();
    await Promise.resolve();
  });
  await waitFor(() => expect(rows().length).toBeGreaterThan(3), { timeout: 20_000 });
  await user.click(button('重新核查'));
  await user.click(button('取消'));
  act(() => go());
  await said(/^已取消核查/);
});

test('after a check the verdict comes first, then the findings with cell, name and both numbers', async () => {
  await checkedPane();
  expect(screen.getByRole('heading', { name: '未通过' })).toBeTruthy();
  const rate = rows().find((row) => row.textContent.includes('预算执行率'));
  expect(rate?.textContent).toMatch(/错误I5预算执行率填 100%，应为 65\.12%/);
  expect(screen.getByRole('status').textContent).toContain('核查完成');
});

test('what a cell should hold is said only where it would be written: a threshold, a year or a sum of weights is no figure to fill in', async () => {
  const { user } = await checkedPane();
  await user.click(button(/^连带/));
  const of = (words: string): string => rows().find((row) => row.textContent.includes(words))?.textContent ?? '';
  expect(of('执行率偏低未说明')).toMatch(/低于90%，未见原因说明。$/);
  expect(of('日期不在年度内')).toMatch(/不在自评年度2022内。$/);
  expect(of('H22分值合计')).toMatch(/各项分值合计110/);
  expect(rows().map((row) => row.textContent).filter((text) => text.includes('应为 '))).toHaveLength(2);
});

test('the list is one tab stop: arrows, Home and End move, Enter opens and reveals, Esc closes and keeps the place', async () => {
  const { port, user } = await checkedPane();
  const first = rows()[0];
  if (!first) throw new Error('no rows');
  act(() => first.focus());
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(rows()[1]);
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(rows().at(-1));
  await user.keyboard('{Home}');
  expect(document.activeElement).toBe(rows()[0]);
  expect(rows().filter((row) => row.tabIndex === 0)).toHaveLength(1);
  await user.keyboard('{Enter}');
  await screen.findByText('为什么重要', undefined, { timeout: 20_000 });
  expect(rows()[0]?.getAttribute('aria-expanded')).toBe('true');
  expect(port.calls.some((call) => call.startsWith('reveal '))).toBe(true);
  await user.keyboard('{Escape}');
  expect(rows()[0]?.getAttribute('aria-expanded')).toBe('false');
  expect(document.activeElement).toBe(rows()[0]);
});

test('typing in the list searches, and the filter can be taken back', async () => {
  const { user } = await checkedPane();
  act(() => rows()[0]?.focus());
  await user.keyboard('x');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  await user.paste('没有这样的词');
  await screen.findByText('没有符合筛选条件的问题。');
  await user.click(button('清除筛选'));
  expect(rows().length).toBeGreaterThan(3);
});

test('follow-ons are folded under their cause until asked for', async () => {
  const { user } = await checkedPane();
  const fold = rows().find((row) => row.textContent.startsWith('连带'));
  if (!fold) throw new Error('the sample has no follow-ons');
  const before = rows().length;
  await user.click(fold);
  expect(rows().length).toBeGreaterThan(before);
});

test('chips count as the verdict does, and each shows as many rows as it counts', async () => {
  const { user } = await checkedPane();
  const [, errors, verify] = /(\d+) 处错误、(\d+) 处待核实，另有由此引起 \d+ 处/.exec(document.body.textContent) ?? [];
  const standing = (): readonly string[] => rows().map((row) => row.textContent).filter((text) => !text.startsWith('连带'));
  expect(standing()).toHaveLength(Number(errors) + Number(verify));
  await user.click(button(`核实 ${verify}`));
  expect(standing()).toHaveLength(Number(verify));
  expect(standing().every((text) => text.startsWith('核实'))).toBe(true);
  await user.click(button(`错误 ${errors}`));
  expect(standing()).toHaveLength(Number(errors));
  expect(standing().every((text) => text.startsWith('错误'))).toBe(true);
  // What follows from an error comes with it, whatever its own severity.
  const folds = rows().filter((row) => row.textContent.startsWith('连带'));
  expect(folds.length).toBeGreaterThan(0);
  for (const fold of folds) await user.click(fold);
  expect(standing().some((text) => text.startsWith('核实'))).toBe(true);
  await user.selectOptions(screen.getByRole('combobox', { name: '分组' }), 'severity');
  await user.click(button(`全部 ${Number(errors) + Number(verify)}`));
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([`错误 ${errors}`, `核实 ${verify}`]);
  // Also by problem: what follows hangs under its cause, and the headings add up to the chip.
  const inSeverities = rows().map((row) => row.textContent).sort();
  await user.selectOptions(screen.getByRole('combobox', { name: '分组' }), 'rule');
  const headings = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => Number(/\d+$/.exec(textContent)?.[0]));
  expect(headings.reduce((sum, count) => sum + count, 0)).toBe(Number(errors) + Number(verify));
  expect(rows().map((row) => row.textContent).sort()).toEqual(inSeverities);
});

test('preview, write, undo: words at every step, and the keyboard never falls out of the pane', async () => {
  const { port, user } = await checkedPane();
  const before = port.snapshot;
  act(() => button('预览并更正').focus());
  await user.keyboard('{Enter}');
  const heading = await screen.findByRole('heading', { name: '更正清单' }, { timeout: 20_000 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.every((box) => box.checked)).toBe(true);
  act(() => button(/^写入 \d+ 处$/).focus());
  await user.keyboard('{Enter}');
  await said(/^已更正 2 处，|^已更正 2 处；/);
  expect(document.activeElement).not.toBe(document.body);
  act(() => button('撤销').focus());
  await user.keyboard('{Enter}');
  await said(/^已恢复 \d+ 处。$/);
  expect(port.snapshot).toBe(before);
  expect(document.activeElement).not.toBe(document.body);
});

test('an explanation without a reason is refused beside the box; a real one is shown to the next reader', async () => {
  const { port, user } = await checkedPane();
  const row = rows().find((one) => one.textContent.startsWith('核实'));
  if (!row) throw new Error('nothing to verify');
  await user.click(row);
  await user.click(await screen.findByRole('button', { name: '填写说明' }, { timeout: 20_000 }));
  const box = await screen.findByRole('textbox', { name: /说明理由/ }, { timeout: 20_000 });
  await waitFor(() => expect(document.activeElement).toBe(box));
  await user.click(box);
  await user.paste('已核实');
  await user.click(button('保存说明'));
  expect(await screen.findByText(/没有说明理由/)).toBeTruthy();
  await user.clear(box);
  await user.click(box);
  await user.paste('上级年中追加预算，文号见附件二');
  await user.click(button('保存说明'));
  await said(/^说明已写进工作簿/);
  cleanup();
  const next = await checkedPane(fakePortWith(port));
  expect(rows().some((one) => one.textContent.includes('已说明'))).toBe(true);
  next.controller.dispose();
});

test('the focus stays at the row whose explanation was given up, kept or withdrawn: whoever goes down the list is not thrown to its top', async () => {
  const { user } = await checkedPane();
  const toVerify = rows().filter((one) => one.textContent.startsWith('核实'))[2];
  const key = toVerify?.getAttribute('data-stop') ?? '';
  const row = (): HTMLElement | undefined => rows().find((one) => one.getAttribute('data-stop') === key);
  const press = async (name: string): Promise<void> => {
    act(() => button(name).focus());
    await user.keyboard('{Enter}');
  };
  if (toVerify) await user.click(toVerify);
  await screen.findByRole('button', { name: '填写说明' }, { timeout: 20_000 });
  await press('填写说明');
  await screen.findByRole('textbox', { name: /说明理由/ }, { timeout: 20_000 });
  await press('取消');
  expect(document.activeElement).toBe(row());
  await press('填写说明');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /说明理由/ })));
  await user.paste('上级年中追加任务，文号见附件二');
  await press('保存说明');
  await said(/^说明已写进工作簿/);
  expect(document.activeElement).toBe(row());
  await press('撤回说明');
  await said(/^说明已撤回/);
  expect(document.activeElement).toBe(row());
});

function fakePortWith(old: FakePort): FakePort {
  const port = fakePort(old.snapshot);
  port.state = old.state;
  return port;
}

test('no table: what was looked at and what was looked for', async () => {
  const snapshot = sampleSnapshot();
  const controller = opened(fakePort({ ...snapshot, grids: snapshot.grids.map((grid) => ({ ...grid, cells: grid.cells.slice(0, 1), merges: [] })) }));
  await act(async () => controller.check());
  expect(screen.getByRole('heading', { name: '没有找到绩效自评表' })).toBeTruthy();
  expect(screen.getByText(/看过 \d+ 张工作表/)).toBeTruthy();
  expect(filled()).toEqual(['重新核查']);
});

test('a host that is busy is quoted with a way to try again', async () => {
  const port = fakePort(sampleSnapshot());
  const controller = opened(port);
  port.next.set('read', { ok: false, word: 'busy', reason: '请先按 Enter 结束编辑。' });
  await act(async () => controller.check());
  await said(/请先按 Enter 结束编辑/);
  expect(button('再试一次')).toBeTruthy();
});

test('pages open and lead back; the focus returns to what opened them', async () => {
  const { user } = await checkedPane();
  for (const [name, title] of [['评分明细', '评分明细'], ['审核意见', '审核意见']] as const) {
    await user.click(button('更多操作'));
    await user.click(within(screen.getByRole('group', { name: '更多操作' })).getByRole('button', { name }));
    await screen.findByRole('heading', { name: title, level: 1 }, { timeout: 20_000 });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(button('更多操作')));
  }
});

test('in English the frame is English, the findings stay Chinese', async () => {
  const controller = opened(fakePort(sampleSnapshot()), 'en-US');
  await act(async () => controller.check());
  await waitFor(() => expect(rows().length).toBeGreaterThan(3), { timeout: 20_000 });
  expect(screen.getByRole('heading', { name: 'Not passed' })).toBeTruthy();
  expect(rows()[0]?.textContent).toMatch(/预算执行率/);
});

test('what was done and the verdict are told in the language of the moment, also when it changes while they stand', async () => {
  const { controller } = await checkedPane();
  const { announced } = controller.getState();
  await act(async () => controller.corrections.openPreview({ rule: null }));
  await act(async () => controller.corrections.write());
  const { notice } = controller.getState();
  const told = (phrase: Phrase | undefined): readonly string[] => (phrase === undefined ? [] : languages.map((language) => phraseText(phrase, sayIn(language))));
  expect(told(announced?.phrase)).toEqual([expect.stringMatching(/^核查完成。未通过：5 处错误/), expect.stringMatching(/^Check complete. Not passed: 5 errors/)]);
  expect(told(notice?.phrase)).toEqual([expect.stringMatching(/^已更正 2 处；已标注 \d+ 处。$/), expect.stringMatching(/^2 corrected; \d+ marked\.$/)]);
});

test('what was refused in the list does not follow into the page of rubrics, and is there on the way back', async () => {
  const { port, controller, user } = await checkedPane();
  port.next.set('clearMarks', { ok: false, word: 'busy', reason: '有单元格正在编辑。' });
  await act(async () => controller.corrections.clearMarks());
  await screen.findByText('表格正忙');
  await user.click(button(/^口径：/));
  await screen.findByRole('heading', { name: '评分口径' });
  expect(screen.queryByText('表格正忙')).toBeNull();
  await user.click(button('返回'));
  await screen.findByText('表格正忙');
});
