/** @jest-environment jsdom */
import '../../test/workbench/jsdom-gaps';
import type { StylePicture } from '../workbooks/grid/picture';
import { createTablePreview } from './table-preview';

const style: StylePicture = {
  numberFormat: 'General', fill: null, font: { name: '宋体', size: 11, bold: false, italic: false, underline: false, strike: false, colour: '000000' },
  horizontal: 'general', vertical: 'bottom', wrap: false, rotation: 0, borders: { left: null, right: null, top: null, bottom: null },
};
const cells = Array.from({ length: 80 }, (_, at) => ({ row: at + 1, column: 1, value: `第 ${at + 1} 行`, formula: null, style: 0, note: null }));

const sheet = { visibility: 'visible', merges: [], columns: [], rows: [], defaultColumnWidth: 64, defaultRowHeight: 20, frozen: { rows: 0, columns: 0 }, gridlines: true, protected: false, kept: [], cutAt: null } as const;

test('a cell in a hidden row is opened and framed, of a merged cell that begins in one what is seen of it', async () => {
  const container = document.createElement('div');
  const view = await createTablePreview(container, { theme: 'light', language: 'zh-CN' });
  const rows = [{ first: 3, last: 5, size: null, hidden: true }];
  await view.show({ sheets: [{ ...sheet, name: '自评表', cells: cells.slice(0, 9), rows, merges: [{ top: 5, left: 1, bottom: 6, right: 1 }] }], styles: [style], active: 0 });
  const framed = (): readonly (string | null)[] => [...container.querySelectorAll<HTMLElement>('td')].filter((one) => one.style.outline !== '').map(({ textContent }) => textContent);
  expect([view.reveal('自评表', 4, 1), framed()]).toEqual([true, ['第 4 行']]);
  expect([view.reveal('自评表', 5, 1), framed()]).toEqual([true, ['第 5 行']]);
});

test('another language leaves the sheet where it was scrolled to', async () => {
  const container = document.createElement('div');
  const view = await createTablePreview(container, { theme: 'light', language: 'zh-CN' });
  await view.show({ sheets: [{ ...sheet, name: '自评表', cells }], styles: [style], active: 0 });
  const scroll = container.querySelector<HTMLElement>('[role="group"]');
  if (!scroll) throw new Error('no sheet');
  // What is taken out of a scrolled element takes its place along.
  const replace = scroll.replaceChildren.bind(scroll);
  scroll.replaceChildren = (...nodes) => {
    replace(...nodes);
    Object.assign(scroll, { scrollTop: 0, scrollLeft: 0 });
  };
  Object.assign(scroll, { scrollTop: 700, scrollLeft: 30 });
  view.setLanguage('en-US');
  expect([scroll.scrollTop, scroll.scrollLeft]).toEqual([700, 30]);
});
