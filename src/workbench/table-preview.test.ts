/** @jest-environment jsdom */
import '../../test/workbench/jsdom-gaps';
import type { StylePicture } from '../workbooks/grid/picture';
import { createTablePreview } from './table-preview';

const style: StylePicture = {
  numberFormat: 'General', fill: null, font: { name: '宋体', size: 11, bold: false, italic: false, underline: false, strike: false, colour: '000000' },
  horizontal: 'general', vertical: 'bottom', wrap: false, rotation: 0, borders: { left: null, right: null, top: null, bottom: null },
};
const cells = Array.from({ length: 80 }, (_, at) => ({ row: at + 1, column: 1, value: `第 ${at + 1} 行`, formula: null, style: 0, note: null }));

test('another language leaves the sheet where it was scrolled to', async () => {
  const container = document.createElement('div');
  const view = await createTablePreview(container, { theme: 'light', language: 'zh-CN' });
  const sheet = { visibility: 'visible', merges: [], columns: [], rows: [], defaultColumnWidth: 64, defaultRowHeight: 20, frozen: { rows: 0, columns: 0 }, gridlines: true, protected: false, kept: [], cutAt: null } as const;
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
