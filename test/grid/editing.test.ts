// The editor of a cell in Chromium: whoever opens it and leaves it, or adds a letter, keeps all that was there.
import type { CellValue } from '../../src/model/grid';
import { describeInBrowser } from '../e2e/host-page/session';
import { buildGridPage } from './build-page';
import { cellAt, sheetLike, styleLike } from './pictures';
import { GridSession } from './session';

jest.setTimeout(600_000);

const CELLS: readonly (readonly [value: CellValue, numberFormat: string])[] = [
  ['1.预算执行\n2.完成情况', 'General'], ['一级\n指标', '@'], ['20240013', '@'], ['013', 'General'],
  [45296, 'yyyy"年"m"月"d"日"'], [45296.5, 'yyyy"年"m"月"d"日" h"时"'], [95, 'General"分"'], [0.5, 'h"时"mm"分"'], [0.9833, '0.00%'],
];

describeInBrowser('单元格的编辑')('the editor of a cell', () => {
  let grid: GridSession;
  const rows = CELLS.map((_cell, at) => at + 1);
  const edit = async (row: number, text: string): Promise<readonly unknown[]> => {
    await grid.goTo('表', row, 1);
    await grid.page.keyboard.press('F2');
    await grid.page.waitForTimeout(150);
    await grid.page.keyboard.type(text);
    return (await grid.press('Enter')).edits.map(({ content, ...place }) => content?.value ?? place);
  };

  /** @param picture whether a picture lies beside it on the clipboard */
  const paste = async (row: number, data: Readonly<Record<string, string>>, picture = false): Promise<readonly unknown[]> => {
    await grid.goTo('表', row, 1);
    await grid.page.evaluate(([given, beside]) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
      if (beside) clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, [data, picture] as const);
    await grid.page.waitForTimeout(500);
    return (await grid.heard()).edits.map(({ content }) => content?.value);
  };

  beforeAll(async () => {
    grid = await GridSession.open(await buildGridPage());
  });
  beforeEach(() => grid.show({ active: 0, styles: CELLS.map(([, numberFormat]) => styleLike({ numberFormat, wrap: true })), sheets: [sheetLike('表', CELLS.map(([value], style) => cellAt(style + 1, 1, value, { style })))] }));
  afterAll(async () => {
    await grid?.close();
  });

  it('changes nothing where nothing is typed', async () => {
    const edits: (readonly unknown[])[] = [];
    for (const row of rows) edits.push(await edit(row, ''));
    expect(edits).toEqual(CELLS.map(() => []));
  });

  it('adds to lines, to codes kept as text, and to numbers without what their format writes around them', async () => {
    const edits: unknown[] = [];
    for (const row of [1, 2, 3, 4, 7]) edits.push(...await edit(row, '6'));
    expect(edits).toEqual(['1.预算执行\n2.完成情况6', '一级\n指标6', '202400136', '0136', 956]);
    expect((await grid.press('Control+z', 'Control+z', 'Control+z', 'Control+z', 'Control+z')).edits.map(({ content }) => content?.value)).toEqual([95, '013', '20240013', '一级\n指标', '1.预算执行\n2.完成情况']);
  });

  it.each([['65.12', 0.6512], ['100', 1], ['65.12%', 0.6512], ['0.65', 0.65], ['150%', 1.5], ['1,200', 12], ['-5', -0.05]])('takes %s in a cell of percentages as %d', async (text, share) => {
    const [told] = (await grid.type('表', 9, 1, text)).edits;
    expect([Number(Number(told?.content?.value).toPrecision(15)), told?.numberFormat]).toEqual([share, undefined]);
  });

  it('gives way to what is typed or pasted over lines that were edited', async () => {
    expect(await edit(1, '6')).toHaveLength(1);
    expect((await grid.type('表', 1, 1, '12')).edits).toMatchObject([{ content: { value: 12 } }]);
    expect((await grid.press('Control+z')).edits).toMatchObject([{ content: { value: '1.预算执行\n2.完成情况6' } }]);
    expect(await paste(1, { 'text/plain': '完成' })).toEqual(['完成']);
  });

  it('takes cells of another program with their lines, words from its text without the end of their paragraph, and never its picture of them', async () => {
    const word = (inside: string): string => `<html><head><meta name=ProgId content=Word.Document></head><body>${inside}</body></html>`;
    expect(await paste(20, { 'text/html': word('<table><tr><td><p class=MsoNormal>12</p><p class=MsoNormal>15</p></td><td>甲<br>乙<br></td></tr></table>') })).toEqual(['12\n15', '甲\n乙']);
    expect(await paste(22, { 'text/html': word('<p class=MsoNormal>已完成</p><p class=MsoNormal>98%</p>') })).toEqual(['已完成', 0.98]);
    expect(await paste(24, { 'text/html': '<table><tr><td>12</td></tr></table>' }, true)).toEqual([12]);
  });
});
