// Where the user comes to in the grid, and what is said of it, in Chromium: no place stays out of sight, and none is half a cell.
import { describeInBrowser } from '../e2e/host-page/session';
import { buildGridPage } from './build-page';
import { cellAt, sheetLike, styleLike } from './pictures';
import { GridSession } from './session';

jest.setTimeout(600_000);

describeInBrowser('表格里的位置')('a place in the grid', () => {
  let grid: GridSession;
  const merge = (top: number, left: number, bottom: number, right: number): { top: number; left: number; bottom: number; right: number } => ({ top, left, bottom, right });
  const nameBox = (): Promise<string> => grid.page.locator('[data-u-comp="defined-name"] input').inputValue();
  const lookFor = async (name: string): Promise<void> => {
    const box = grid.page.locator('[data-u-comp="defined-name"] input');
    await box.fill(name);
    await box.press('Enter');
    await grid.page.waitForTimeout(300);
  };
  /** Where the frame round the selected cell is painted: blue there, and nowhere in a hidden row. */
  const frame = (): Promise<number> => grid.page.evaluate(() => {
    const [canvas] = [...document.querySelectorAll('canvas')].sort((a, b) => b.width * b.height - a.width * a.height);
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return -1;
    const { data } = context.getImageData(60, 24, canvas.width - 60, canvas.height - 24);
    let painted = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at + 2] ?? 0) - (data[at] ?? 0) > 120) painted++;
    return painted;
  });

  beforeAll(async () => {
    grid = await GridSession.open(await buildGridPage());
  });
  beforeEach(() => grid.show({ active: 0, styles: [styleLike()], sheets: [sheetLike('表', [cellAt(1, 1, true, { style: 0 }), cellAt(2, 1, false, { style: 0 }), cellAt(3, 4, '甲', { style: 0 }), cellAt(7, 2, 12, { style: 0 }), cellAt(7, 11, 13, { style: 0 })], {
    merges: [merge(3, 4, 3, 5), merge(4, 4, 4, 5), merge(9, 2, 10, 2)],
    rows: [{ first: 7, last: 8, size: null, hidden: true }, { first: 9, last: 9, size: null, hidden: true }], columns: [{ first: 11, last: 11, size: null, hidden: true }],
  })] }));
  afterAll(async () => {
    await grid?.close();
  });

  it('is opened where its row or its column is hidden, and no other', async () => {
    const reveal = async (row: number, column: number): Promise<number> => {
      await grid.page.evaluate(([r, c]) => window.grid.view.reveal('表', r, c), [row, column] as const);
      await grid.page.waitForTimeout(500);
      return frame();
    };
    const open = await reveal(12, 2);
    expect(open).toBeGreaterThan(100);
    for (const [row, column] of [[7, 2], [12, 11], [7, 11]] as const) expect(await reveal(row, column)).toBeGreaterThan(open * 0.8);
    // Of a merged cell a row is to be seen.
    const merged = await reveal(9, 2);
    expect([merged > open * 0.8, merged < open * 1.3]).toEqual([true, true]);
    expect(await grid.heard()).toMatchObject({ edits: [], refused: [] });
  });

  it('is a whole merged cell where the name box leads behind it, and is filled from the one above', async () => {
    await lookFor('E4');
    expect(await nameBox()).toBe('D4:E4');
    await grid.page.evaluate(() => document.getElementById('grid')?.focus());
    expect(await grid.press('Control+d')).toMatchObject({ edits: [{ row: 4, column: 4, content: { value: '甲' } }], refused: [] });
    await lookFor('D3:F4');
    expect(await nameBox()).toBe('D3:F4');
    expect(grid.problems.filter((told) => !told.startsWith('Canvas2D'))).toEqual([]);
  });

  it('is not what the browser finds: that is told where its find is asked for', async () => {
    await grid.goTo('表', 1, 1);
    expect((await grid.press('Control+f', 'Control+h', 'f', 'Escape')).refused).toEqual([['find', 'find'], ['find', 'find']]);
  });

  it('is told as TRUE or FALSE where a truth stands', async () => {
    const spoken = async (row: number): Promise<string | null> => {
      await grid.goTo('表', row, 1);
      await grid.page.waitForTimeout(400);
      return grid.page.locator('[data-speech]').textContent();
    };
    expect([await spoken(1), await spoken(2)]).toEqual([expect.stringContaining('A1，TRUE'), 'A2，FALSE']);
  });
});
