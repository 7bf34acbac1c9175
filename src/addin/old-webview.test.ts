/** @jest-environment jsdom */
// The script for windows of Internet Explorer and the first Edge: what it says, and that it is silent everywhere else. That it is written in their words is for the linter.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

const SCRIPT = readFileSync(join(__dirname, 'old-webview.js'), 'utf8');
const IE = 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko';
const OLD_EDGE = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763';
const NEW_EDGE = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0';

function opened(page: 'taskpane' | 'commands' | 'message', userAgent: string, language = 'zh-CN') {
  document.documentElement.innerHTML = readFileSync(join(__dirname, `../${page}.html`), 'utf8').replace(/<script.*?<\/script>/g, '');
  const buttons = new Map<string, (event: { completed: () => void }) => void>();
  const windows: string[] = [];
  const Office = {
    onReady: (ready: () => void) => ready(),
    actions: { associate: (name: string, run: () => void) => void buttons.set(name, run) },
    context: { ui: { displayDialogAsync(address: string, _size: object, done: () => void) { windows.push(address); done(); } } },
  };
  runInNewContext(SCRIPT, { document, navigator: { userAgent, language }, location: { href: `https://localhost/${page}.html`, pathname: `/${page}.html` }, Office });
  return { words: document.body.textContent, buttons, windows };
}

test.each([IE, OLD_EDGE])('says in the pane and in the small window what is missing and what to do: %s', (userAgent) => {
  for (const page of ['taskpane', 'message'] as const) {
    expect(opened(page, userAgent).words).toMatch(/打不开.*请更新到 Excel 2021.*工作台/s);
    expect(opened(page, userAgent).words).not.toMatch(/正在打开|这个窗口只显示/);
    expect(opened(page, userAgent, 'en-US').words).toMatch(/update to Excel 2021/);
  }
});

test('the buttons of the ribbon open that window, and end', () => {
  const { buttons, windows } = opened('commands', IE);
  let ended = 0;
  for (const name of ['checkWorkbook', 'clearMarks']) buttons.get(name)?.({ completed: () => { ended += 1; } });
  expect([ended, windows]).toEqual([2, ['https://localhost/message.html', 'https://localhost/message.html']]);
});

test('is silent in a window of today', () => {
  expect(opened('taskpane', NEW_EDGE).words).toContain('正在打开');
  expect(opened('commands', NEW_EDGE).buttons.size).toBe(0);
});
