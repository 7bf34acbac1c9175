// Two people at the pane: one has only a mouse, the other only a keyboard. Neither is told where the focus is by the script; both look at the screen first.
import type { Frame, FrameLocator, Page } from 'playwright-core';

export interface Person {
  /** Presses the button of that name. */
  press(name: string | RegExp): Promise<void>;
  /** Goes to the line of the list that has the text and opens it. */
  openRow(text: string): Promise<void>;
  /** Closes the line that is open. */
  closeRow(): Promise<void>;
  /** Puts a text into the box of that name. */
  fill(name: string, text: string): Promise<void>;
  /** Puts a text in the place of what the field of exactly that name has. */
  replace(name: string, text: string): Promise<void>;
  /** Chooses from the list of that name. */
  choose(name: string, option: string): Promise<void>;
  /** Goes back to where one came from. */
  leave(): Promise<void>;
}

const ROW = 'button[data-stop]';
/** More stops than any page of the pane has. */
const PATIENCE = 150;

export function withMouse(page: Page, pane: FrameLocator): Person {
  return {
    press: (name) => pane.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).last().click(),
    openRow: (text) => pane.locator(ROW).filter({ hasText: text }).first().click(),
    closeRow: () => pane.locator(`${ROW}[aria-expanded="true"]`).first().click(),
    async fill(name, text) {
      await pane.getByRole('textbox', { name }).click();
      await page.keyboard.insertText(text);
    },
    async replace(name, text) {
      await pane.getByRole('textbox', { name, exact: true }).click();
      await page.keyboard.press('Control+a');
      await typed(page, text);
    },
    // The list that a select opens is the system's own: no script can click into it.
    choose: async (name, option) => void (await pane.getByRole('combobox', { name, exact: true }).selectOption({ label: option })),
    leave: () => pane.getByRole('button', { name: '返回', exact: true }).click(),
  };
}

/** As an input method hands over what was composed; nothing at all is what Delete leaves. */
async function typed(page: Page, text: string): Promise<void> {
  await (text === '' ? page.keyboard.press('Delete') : page.keyboard.insertText(text));
}

interface Focused {
  readonly kind: string;
  readonly name: string;
  readonly row: boolean;
  /** Of a list: what is chosen. */
  readonly chosen: string;
}

/** What a screen reader would say about the focused element; null while the focus is outside the pane. */
function focusedIn(frame: Frame): Promise<Focused | null> {
  return frame.evaluate(() => {
    const element = document.activeElement;
    if (!document.hasFocus() || !(element instanceof HTMLElement) || element === document.body) return null;
    const labels = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? Array.from(element.labels ?? []).map(({ textContent }) => textContent).join(' ') : '';
    const chosen = element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.textContent ?? '') : '';
    return { kind: element.tagName, name: (element.getAttribute('aria-label') ?? (labels || element.textContent)).trim(), row: element.hasAttribute('data-stop'), chosen };
  });
}

export function withKeyboard(page: Page, pane: FrameLocator): Person {
  const paneFrame = (): Frame => {
    const frame = page.frames().find((one) => one.url().includes('/addin/'));
    if (!frame) throw new Error('the add-in is not open');
    return frame;
  };
  /** Tab after Tab, as somebody who cannot see where a control stands. */
  async function tabTo(wanted: (at: Focused) => boolean, what: string): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < PATIENCE; presses++) {
      const at = await focusedIn(paneFrame());
      if (at && wanted(at)) return;
      passed.push(at ? `${at.kind} ${at.name.slice(0, 30)}` : '-');
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${what}; it came to ${[...new Set(passed)].join(' | ')}`);
  }
  let key = 0;
  return {
    async press(name) {
      // Nobody looks for a button that is not there yet.
      await pane.getByRole('button', { name }).last().waitFor();
      await tabTo(({ kind, name: found, row }) => kind === 'BUTTON' && !row && (typeof name === 'string' ? found === name : name.test(found)), `the button ${String(name)}`);
      // Both keys press a button.
      await page.keyboard.press(++key % 2 === 0 ? 'Space' : 'Enter');
    },
    async openRow(text) {
      await tabTo(({ row }) => row, 'the list');
      await page.keyboard.press('Home');
      for (let presses = 0; presses < PATIENCE; presses++) {
        const at = await focusedIn(paneFrame());
        if (at?.name.includes(text)) return page.keyboard.press('Enter');
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`no line of the list has ${text}`);
    },
    closeRow: () => page.keyboard.press('Escape'),
    async fill(name, text) {
      await tabTo(({ kind, name: found }) => kind === 'TEXTAREA' && found.includes(name), `the box ${name}`);
      await typed(page, text);
    },
    async replace(name, text) {
      await tabTo(({ kind, name: found }) => (kind === 'TEXTAREA' || kind === 'INPUT') && found === name, `the field ${name}`);
      await page.keyboard.press('Control+a');
      await typed(page, text);
    },
    async choose(name, option) {
      await tabTo(({ kind, name: found }) => kind === 'SELECT' && found === name, `the list ${name}`);
      await page.keyboard.press('Home');
      for (let presses = 0; presses < PATIENCE; presses++) {
        if ((await focusedIn(paneFrame()))?.chosen === option) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`the list ${name} has no ${option}`);
    },
    leave: () => page.keyboard.press('Escape'),
  };
}
