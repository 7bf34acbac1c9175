// The editor of a cell in Chromium: whoever opens it and leaves it, or adds a letter, keeps all that was there.
import type { CellValue } from '../../src/model/grid';
import { describeInBrowser } from '../e2e/host-page/session';
import { buildGridPage } from './build-page';
import { cellAt, sheetLike, styleLike } from './pictures';
import { GridSession, type Heard } from './session';

jest.setTimeout(600_000);

const CELLS: readonly (readonly [value: CellValue, numberFormat: string])[] = [
  ['1.预算执行\n2.完成情况', 'General'], ['一级\n指标', '@'], ['20240013', '@'], ['013', 'General'],
  [45296, 'yyyy"年"m"月"d"日"'], [45296.5, 'yyyy"年"m"月"d"日" h"时"'], [95, 'General"分"'], [0.5, 'h"时"mm"分"'], [0.9833, '0.00%'], ['2023年12月31日', 'General'],
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

  const told = ({ edits }: Heard): readonly unknown[] => edits.map(({ row, column, content, numberFormat }) => [`${row}:${column}`, content?.value, ...(numberFormat === undefined ? [] : [numberFormat])]);

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

  it('takes a day written in Chinese as a date that looks as it was typed, in cells of dates in their own way, among texts and amounts as it is', async () => {
    await grid.show({ active: 0, styles: ['General', 'yyyy/m/d', '@', '0.00'].map((numberFormat) => styleLike({ numberFormat })), sheets: [sheetLike('表', [0, 1, 2, 3].map((style) => cellAt(1, style + 1, null, { style })))] });
    const typed = async (column: number, text: string): Promise<readonly unknown[]> => told(await grid.type('表', 1, column, text));
    expect(await typed(1, '2024年5月6日')).toEqual([['1:1', 45418, 'yyyy"年"m"月"d"日"']]);
    expect(told(await grid.press('Control+z'))).toEqual([['1:1', null, 'General']]);
    expect(told(await grid.press('Control+y'))).toEqual([['1:1', 45418, 'yyyy"年"m"月"d"日"']]);
    expect([await typed(2, '2024年5月6日'), await typed(3, '2024年5月6日'), await typed(4, '2024年5月')]).toEqual([[['1:2', 45418]], [['1:3', '2024年5月6日']], [['1:4', '2024年5月']]]);
    await grid.goTo('表', 5, 1);
    await grid.page.keyboard.insertText('2024年5月31日前');
    expect(told(await grid.press('Enter'))).toEqual([['5:1', '2024年5月31日前']]);
    await grid.goTo('表', 7, 1);
    await grid.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<table><tr><td>2024年5月6日</td><td>完成</td></tr></table>');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(told(await grid.press())).toEqual([['7:1', 45418, 'yyyy"年"m"月"d"日"'], ['7:2', '完成']]);
  });

  it('puts the name of a sheet in quotes where a formula needs them', async () => {
    await grid.show({ active: 0, styles: [styleLike()], sheets: [sheetLike('表', [cellAt(1, 1, 1, { style: 0 })]), sheetLike('附 表(1)', [cellAt(1, 1, 7, { style: 0 })]), sheetLike('1月', [])] });
    expect((await grid.type('表', 2, 1, '=附 表(1)!A1+1月!A1')).edits).toMatchObject([{ content: { formula: "'附 表(1)'!A1+'1月'!A1" } }]);
    expect(await grid.results()).toMatchObject([{ row: 2, value: 7 }]);
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

  it('is left with the same number where the same percentage is typed again', async () => {
    await grid.page.evaluate(([style, cell]) => window.grid.view.put({ cells: [{ sheet: '表', cell: { ...cell, style: 0 } }], styles: [style], added: [], removed: [] }), [styleLike({ numberFormat: '0.00%' }), cellAt(9, 1, 0.6512)] as const);
    expect(await edit(9, '')).toEqual([]);
    for (const text of ['65.12', '65.12%', '0.6512']) expect((await grid.type('表', 9, 1, text)).edits).toEqual([]);
  });

  it('brings back contents alone: a mark that was taken away meanwhile does not come back with them', async () => {
    const put = (fill: string | null): Promise<void> => grid.page.evaluate(([style, cell]) => window.grid.view.put({ cells: [{ sheet: '表', cell: { ...cell, style: 0 } }], styles: [style], added: [], removed: [] }), [styleLike({ fill }), cellAt(3, 1, '20240013')] as const);
    await put('FFC7CE');
    expect((await grid.type('表', 3, 1, '7.5')).edits).toHaveLength(1);
    await put(null);
    expect((await grid.press('Control+z')).edits).toEqual([]);
    await put('FFC7CE');
    expect((await grid.press('Control+y')).edits).toMatchObject([{ content: { value: 7.5 } }]);
    await put(null);
    expect((await grid.press('Control+z')).edits.map(({ fill }) => fill)).toEqual([undefined]);
    expect((await grid.type('表', 30, 1, '7.5')).edits).toHaveLength(1);
    await grid.page.evaluate(([style, cell]) => window.grid.view.put({ cells: [{ sheet: '表', cell: { ...cell, style: 0 } }], styles: [style], added: [], removed: [] }), [styleLike({ fill: 'FFC7CE' }), cellAt(30, 1, 7.5)] as const);
    expect((await grid.press('Control+z')).edits).toEqual([{ sheet: '表', row: 30, column: 1, content: { formula: null, value: null } }]);
  });

  it('copies numbers with their formats into cells that have none', async () => {
    const sheets = [sheetLike('表', [cellAt(1, 1, 0.65, { style: 1 }), cellAt(1, 2, 45296, { style: 2 }), cellAt(1, 3, 1.3, { style: 1, formula: 'A1*2' }), cellAt(3, 1, 1, { style: 3 })])];
    await grid.show({ active: 0, styles: ['General', '0.00%', 'yyyy"年"m"月"', '0.0'].map((numberFormat) => styleLike({ numberFormat })), sheets });
    await grid.results();
    await grid.goTo('表', 1, 1);
    await grid.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c');
    await grid.goTo('表', 3, 1);
    expect(told(await grid.press('Control+v'))).toEqual([['3:1', 0.65], ['3:2', 45296, 'yyyy"年"m"月"'], ['3:3', null, '0.00%']]);
    expect(told(await grid.press('Control+z'))).toEqual([['3:1', 1], ['3:2', null, 'General'], ['3:3', null, 'General']]);
  });
});

describeInBrowser('粘贴到表格')('pasting', () => {
  let grid: GridSession;
  const merge = (top: number, left: number, bottom: number, right: number): { top: number; left: number; bottom: number; right: number } => ({ top, left, bottom, right });
  const table = (...rows: readonly (readonly string[])[]): string => `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const paste = async (row: number, column: number, data: Readonly<Record<string, string>>, ...keys: readonly string[]): Promise<{ readonly cells: Readonly<Record<string, unknown>>; readonly refused: readonly unknown[] }> => {
    await grid.goTo('表', row, column);
    await grid.press(...keys);
    await grid.page.evaluate((given) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, data);
    await grid.page.waitForTimeout(500);
    const { edits, refused } = await grid.heard();
    return { cells: Object.fromEntries(edits.map((edit) => [`${edit.row}:${edit.column}`, edit.numberFormat === undefined ? edit.content?.value : [edit.content?.value, edit.numberFormat]])), refused: refused.map(([, why]) => why) };
  };

  beforeAll(async () => {
    grid = await GridSession.open(await buildGridPage());
  });
  beforeEach(() => grid.show({ active: 0, styles: [styleLike()], sheets: [sheetLike('表', [cellAt(1, 1, '题', { style: 0 }), cellAt(20, 1, '甲', { style: 0 })], {
    merges: [merge(1, 1, 1, 6), merge(3, 2, 3, 3), merge(4, 2, 4, 3), merge(5, 2, 5, 3), merge(7, 2, 8, 2), merge(9, 2, 10, 2), merge(12, 2, 13, 3)],
  })] }));
  afterAll(async () => {
    await grid?.close();
  });

  it('puts one cell of another program, or of the grid, into a merged cell', async () => {
    expect(await paste(12, 2, { 'text/html': table(['77']), 'text/plain': '77' })).toEqual({ cells: { '12:2': 77 }, refused: [] });
    await grid.goTo('表', 20, 1);
    await grid.press('Control+c');
    await grid.goTo('表', 1, 1);
    expect(await grid.press('Control+v')).toMatchObject({ edits: [{ row: 1, column: 1, content: { value: '甲' } }], refused: [] });
  });

  it('goes from merged cell to merged cell, and on to what is beside them', async () => {
    expect(await paste(3, 2, { 'text/html': table(['1'], ['2'], ['3']) })).toEqual({ cells: { '3:2': 1, '4:2': 2, '5:2': 3 }, refused: [] });
    expect(await paste(7, 2, { 'text/plain': '12\n15\n' })).toEqual({ cells: { '7:2': 12, '9:2': 15 }, refused: [] });
    expect(await paste(3, 2, { 'text/plain': '优\t98' })).toEqual({ cells: { '3:2': '优', '3:4': 98 }, refused: [] });
    expect(await paste(3, 1, { 'text/html': '<table><tr><td>一</td><td colspan="2">二</td><td>三</td></tr></table>' })).toEqual({ cells: { '3:1': '一', '3:2': '二', '3:4': '三' }, refused: [] });
  });

  it('says so where cells would vanish behind merged ones, and writes none of them', async () => {
    expect(await paste(11, 1, { 'text/plain': 'a\tb\tc\nd\te\tf\ng\th\ti' })).toEqual({ cells: {}, refused: ['merged'] });
    expect(await paste(12, 1, { 'text/html': table(['1', '2'], ['3', '4']) })).toEqual({ cells: {}, refused: ['merged'] });
    // Once, in the words of the page.
    expect(await grid.page.getByText('overlapping-merged-cells').count()).toBe(0);
  });

  it('gives one cell to all that are selected, each as if it were typed', async () => {
    expect(await paste(20, 3, { 'text/html': table(['65.12%']) }, 'Shift+ArrowDown')).toEqual({ cells: { '20:3': [0.6512, '0.00%'], '21:3': [0.6512, '0.00%'] }, refused: [] });
    expect(await paste(22, 3, { 'text/html': '<table><tr><td style="mso-number-format:\\@">007</td></tr></table>' }, 'Shift+ArrowDown')).toEqual({ cells: { '22:3': '007', '23:3': '007' }, refused: [] });
    expect(await paste(24, 3, { 'text/plain': '65.12%' }, 'Shift+ArrowDown')).toEqual({ cells: { '24:3': [0.6512, '0.00%'], '25:3': [0.6512, '0.00%'] }, refused: [] });
    expect((await paste(3, 2, { 'text/plain': '良' }, 'Shift+ArrowDown')).cells).toEqual({ '3:2': '良', '4:2': '良' });
    expect((await paste(3, 2, { 'text/plain': '中' })).cells).toEqual({ '3:2': '中' });
    expect((await paste(3, 2, { 'text/html': table(['优']) }, 'Shift+ArrowDown', 'Shift+ArrowDown')).cells).toEqual({ '3:2': '优', '4:2': '优', '5:2': '优' });
  });

  it('takes a table that comes as mere text: cells in quotes, blanks at the edge, signs of HTML', async () => {
    expect((await paste(30, 1, { 'text/plain': '"甲\n乙"\t12\r\n"说""好"""\t"原话"\r\n' })).cells).toEqual({ '30:1': '甲\n乙', '30:2': 12, '31:1': '说"好"', '31:2': '"原话"' });
    expect((await paste(34, 1, { 'text/plain': '\t12\n预算<b>与&lt;\t15' })).cells).toEqual({ '34:2': 12, '35:1': '预算<b>与&lt;', '35:2': 15 });
    await grid.page.evaluate(() => navigator.clipboard.writeText('甲\t1\n乙\t2'));
    await grid.goTo('表', 20, 5);
    await grid.page.mouse.click(460, 497, { button: 'right' });
    await grid.page.getByText('粘贴', { exact: true }).first().click();
    await grid.page.waitForTimeout(500);
    expect((await grid.heard()).edits.map(({ content }) => content?.value)).toEqual(['甲', 1, '乙', 2]);
  });
});
