/** @jest-environment jsdom */
// The box for a formula by the keyboard alone: what may be written is gone through, taken and put away without leaving the text, and is told to who cannot see it.
import './jsdom-gaps';
import { act, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { sayIn } from '../../src/pane/catalogue';
import { App } from '../../src/pane/components/app';
import { PaneProvider } from '../../src/pane/components/pane-context';
import { openDesk } from './open-desk';

configure({ defaultHidden: true, getElementError: (message) => new Error(message ?? 'not found') });
// As a browser without the command: the text is set as it is.
beforeEach(() => Object.assign(document, { execCommand: () => false }));
afterEach(cleanup);

const box = (): HTMLTextAreaElement => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '公式' });
const list = (): HTMLElement | null => screen.queryByRole('listbox');
const options = (): readonly HTMLElement[] => { const shown = list(); return shown ? within(shown).queryAllByRole('option') : []; };
/** What a screen reader says while the focus is in the text. */
const active = (): HTMLElement | null => document.getElementById(box().getAttribute('aria-activedescendant') ?? '');

/** A bracket begins the name of a key. */
const typed = (text: string): string => text.replaceAll('[', '[[');

async function written(formula = ''): Promise<ReturnType<typeof userEvent.setup>> {
  const { controller } = await openDesk();
  const say = sayIn('zh-CN');
  render(<FluentProvider theme={webLightTheme}><PaneProvider value={{ controller, language: 'zh-CN', say }}><App /></PaneProvider></FluentProvider>);
  act(() => controller.checks.write());
  await waitFor(() => expect(box()).toBeTruthy(), { timeout: 20_000 });
  const user = userEvent.setup({ delay: null });
  await user.click(box());
  if (formula !== '') await user.type(box(), typed(formula));
  return user;
}

test('a list that opens is tied to the text, counted aloud, and its first option is the active one', async () => {
  await written('合');
  expect(list()?.id).toBe(box().getAttribute('aria-controls'));
  expect([box().getAttribute('aria-autocomplete'), box().getAttribute('aria-haspopup'), list()?.getAttribute('aria-label')]).toEqual(['list', 'listbox', '这里可以写']);
  expect(options().length).toBeGreaterThan(0);
  expect(active()).toBe(options()[0]);
  expect(options().map((one) => one.getAttribute('aria-selected'))).toEqual(['true', ...options().slice(1).map(() => 'false')]);
  expect(screen.getAllByRole('status').some(({ textContent }) => textContent.includes(String(options().length)))).toBe(true);
  expect(document.activeElement).toBe(box());
});

test('arrows go through the options and round, while the focus and the caret stay in the text', async () => {
  const user = await written('[');
  const count = options().length;
  expect(count).toBeGreaterThan(2);
  await user.keyboard('{ArrowDown}');
  expect(active()).toBe(options()[1]);
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(active()).toBe(options()[count - 1]);
  await user.keyboard('{ArrowDown}');
  expect(active()).toBe(options()[0]);
  expect([document.activeElement, box().selectionStart]).toEqual([box(), 1]);
});

test.each(['{Enter}', '{Tab}'])('%s takes the active option, writes it at the caret, and the focus stays', async (key) => {
  const user = await written('[全年执');
  const wanted = active()?.firstChild?.textContent ?? '';
  expect(wanted).toContain('全年执行数');
  await user.keyboard(key);
  await waitFor(() => expect(box().value).toBe('[全年执行数]'));
  expect([document.activeElement, box().selectionStart, list()]).toEqual([box(), box().value.length, null]);
  expect(box().hasAttribute('aria-controls') || box().hasAttribute('aria-activedescendant')).toBe(false);
});

test('inside the brackets of a function the list opens again at once', async () => {
  const user = await written('合');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(box().value).toBe('合计()'));
  expect(box().selectionStart).toBe(3);
  expect(options().length).toBeGreaterThan(0);
  // Nothing of a word is there yet: nothing is taken by mistake.
  expect(active()).toBeNull();
});

test('Esc puts away the list alone; only then it leads back', async () => {
  const user = await written('合');
  await user.keyboard('{Escape}');
  expect([list(), box().value, document.activeElement]).toEqual([null, '合', box()]);
  expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('审核公式');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('审核公式'), { timeout: 20_000 });
});

test('where a word is written out Tab goes on and Enter is a new line; Shift+Tab always goes back', async () => {
  const user = await written('[得分] 为空');
  expect(active()).toBeNull();
  await user.keyboard('{Enter}');
  expect(box().value).toBe('[得分] 为空\n');
  await user.type(box(), typed('[全年执'));
  expect(active()).not.toBeNull();
  await user.tab({ shift: true });
  expect([list(), document.activeElement === box(), box().value]).toEqual([null, false, '[得分] 为空\n[全年执']);
});

test('Alt and the arrow ask for the list, and say when there is nothing', async () => {
  const user = await written('[得分] ');
  await user.keyboard('{Escape}{Alt>}{ArrowDown}{/Alt}');
  expect(active()).toBe(options()[0]);
  await user.keyboard('{Escape}');
  await user.clear(box());
  await user.type(box(), '1 = 1 ；；；');
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(list()).toBeNull();
  expect(screen.getByText('这里没有可选的，可以写数或文字。')).toBeTruthy();
});

test('keys of an input method are its own', async () => {
  const user = await written('合');
  const before = active();
  const composing = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true });
  act(() => void box().dispatchEvent(composing));
  expect([composing.defaultPrevented, box().value, active()]).toEqual([false, '合', before]);
  await user.keyboard('{ArrowRight}');
  expect(list()).toBeNull();
});
