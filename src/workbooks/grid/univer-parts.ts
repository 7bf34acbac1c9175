// The grid's own parts round the cells: named for who cannot see them, out of the Tab key's way where they are shut, and tabs of sheets that do not seem to be renamed.
import type { GridLanguage } from './univer-start';

const TAB = '[data-u-comp="slide-tab-item"]';
const ZOOM = '[role="track"]';
/** The button of the bar that runs while formulas are calculated. */
const STOP = '[data-u-comp="formula-bar"] > div > button';

/** Univer gives most of its buttons no name, and the others an English one in every language. */
const NAMES: readonly (readonly [where: string, Readonly<Record<GridLanguage, string>>])[] = [
  ['[data-u-comp="ribbon-toolbar"]', { 'zh-CN': '表格工具', 'en-US': 'Sheet tools' }],
  ['[data-u-command="univer.command.undo"]', { 'zh-CN': '撤销输入', 'en-US': 'Undo typing' }],
  ['[data-u-command="univer.command.redo"]', { 'zh-CN': '恢复输入', 'en-US': 'Redo typing' }],
  ['[data-u-comp="defined-name"] input', { 'zh-CN': '名称框', 'en-US': 'Name box' }],
  [STOP, { 'zh-CN': '停止计算', 'en-US': 'Stop calculating' }],
  ['[contenteditable][id$="DOCS_FORMULA_BAR"]', { 'zh-CN': '编辑栏', 'en-US': 'Formula bar' }],
  ['[contenteditable][id$="DOCS_NORMAL"]', { 'zh-CN': '单元格', 'en-US': 'Cell' }],
  ['[data-u-comp="sheet-bar-append-button"]', { 'zh-CN': '全部工作表', 'en-US': 'All sheets' }],
  ['[data-u-comp="slide-tab-bar"]', { 'zh-CN': '工作表', 'en-US': 'Sheets' }],
  [`${ZOOM} button`, { 'zh-CN': '缩放', 'en-US': 'Zoom' }],
];
const SMALLER: Readonly<Record<GridLanguage, string>> = { 'zh-CN': '缩小', 'en-US': 'Zoom out' };
const LARGER: Readonly<Record<GridLanguage, string>> = { 'zh-CN': '放大', 'en-US': 'Zoom in' };

function name(element: Element | null | undefined, text: string): void {
  if (element && element.getAttribute('aria-label') !== text) element.setAttribute('aria-label', text);
}

function tidy(container: HTMLElement, language: GridLanguage): void {
  // Without a role a name says nothing of a plain box.
  for (const editor of container.querySelectorAll('[contenteditable][data-u-comp="editor"]:not([role])')) editor.setAttribute('role', 'textbox');
  for (const [where, words] of NAMES) for (const element of container.querySelectorAll(where)) name(element, words[language]);
  const zoom = container.querySelector(ZOOM)?.parentElement;
  name(zoom?.previousElementSibling, SMALLER[language]);
  name(zoom?.nextElementSibling, LARGER[language]);
  // A canvas that is first in the order of the whole page: Tab would begin in the sheet.
  for (const canvas of container.querySelectorAll<HTMLElement>('canvas[tabindex="1"]')) canvas.tabIndex = -1;
  // No wider than nothing, and its button is stopped at all the same.
  for (const panel of container.querySelectorAll<HTMLElement>('[data-u-comp="sidebar"]')) panel.inert = panel.getAttribute('aria-expanded') !== 'true';
  // Shut it stands beside the grid, and the focus on it would draw all the sheet to the left.
  for (const button of container.querySelectorAll<HTMLElement>(STOP)) button.inert = button.parentElement?.classList.contains('univer-hidden') === true;
}

/**
 * @param refuse called when the user wants to rename a sheet, which cannot be saved: Univer would show the new name all the same
 */
export function tendParts(container: HTMLElement, language: GridLanguage, refuse: () => void): { speak(language: GridLanguage): void; dispose(): void } {
  let spoken = language;
  const stop = new AbortController();
  const { signal } = stop;
  const tabOf = ({ target }: Event): Element | null => (target instanceof Element ? target.closest(TAB) : null);
  // What Univer does with the tab that is open already is to rename it and to carry it elsewhere; what its menu of a tab would offer is all hidden.
  container.addEventListener('pointerdown', (event) => {
    if (tabOf(event)?.getAttribute('aria-selected') === 'true') event.stopPropagation();
  }, { capture: true, signal });
  container.addEventListener('contextmenu', (event) => {
    if (tabOf(event) === null) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal });
  container.addEventListener('dblclick', (event) => {
    if (tabOf(event) !== null) refuse();
  }, { capture: true, signal });
  let due = false;
  const observer = new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      tidy(container, spoken);
    });
  });
  observer.observe(container, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-expanded', 'aria-label', 'class'] });
  return {
    speak: (next) => {
      spoken = next;
      tidy(container, spoken);
    },
    dispose: () => {
      stop.abort();
      observer.disconnect();
    },
  };
}
