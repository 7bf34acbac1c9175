// The editor of a cell in Chromium: whoever opens it and leaves it, or adds a letter, keeps all that was there.
import type { CellValue } from '../../src/model/grid';
import { describeInBrowser } from '../e2e/host-page/session';
import { buildGridPage } from './build-page';
import { cellAt, sheetLike, styleLike } from './pictures';
import { GridSession } from './session';

jest.setTimeout(600_000);

const CELLS: readonly (readonly [value: CellValue, numberFormat: string])[] = [
  ['1.预算执行\n2.完成情况', 'General'], ['一级\n指标', '@'], ['20240013', '@'], ['013', 'General'],
  [45296, 'yyyy"年"m"月"d"日"'], [45296.5, 'yyyy"年"m"月"d"日" h"时"'], [95, 'General"分"'], [0.5, 'h"时"mm"分"'],
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
});
