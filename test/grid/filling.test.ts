// Filling in Chromium, by the handle and by Ctrl+D and Ctrl+R: what goes on to the next cells, what of theirs stays, and what merged cells make of it.
import type { Range } from '../../src/model/address';
import { describeInBrowser } from '../e2e/host-page/session';
import { buildGridPage } from './build-page';
import { BOXED, cellAt, sheetLike, styleLike } from './pictures';
import { GridSession, type Heard } from './session';

jest.setTimeout(600_000);

/** As the sheet below has them, from the corner of the page's canvas. */
const [WIDTH, HEIGHT, LEFT, TOP] = [70, 20, 46, 20];

describeInBrowser('填充')('filling', () => {
  let grid: GridSession;
  const merge = (top: number, left: number, bottom: number, right: number): Range => ({ top, left, bottom, right });

  /** Where the first cell begins. */
  const cornerOf = async (): Promise<{ readonly x: number; readonly y: number }> => {
    const canvas = await grid.page.locator('canvas[id^="univer-sheet-main-canvas"]').first().boundingBox();
    return { x: (canvas?.x ?? 0) + LEFT, y: (canvas?.y ?? 0) + TOP };
  };
  /** The line between A3 and A4 as it is painted, with nothing selected near it. */
  const frame = async (): Promise<string> => {
    await grid.goTo('表', 30, 6);
    await grid.page.waitForTimeout(300);
    const { x, y } = await cornerOf();
    return (await grid.page.screenshot({ clip: { x: x + 5, y: y + 3 * HEIGHT - 3, width: 15, height: 6 } })).toString('base64');
  };

  /** From the first place, with what else is selected up to the second, to the third; rows and columns from 1. */
  const fill = async (from: readonly [number, number], end: readonly [number, number], to: readonly [number, number]): Promise<Heard> => {
    const corner = await cornerOf();
    const at = ([row, column]: readonly [number, number], share: number): [number, number] => [corner.x + (column - 1 + share) * WIDTH, corner.y + (row - 1 + share) * HEIGHT];
    const { mouse } = grid.page;
    const drag = async (begin: readonly [number, number], goal: readonly [number, number]): Promise<void> => {
      await mouse.move(...begin);
      await mouse.down();
      await grid.page.waitForTimeout(100);
      await mouse.move(...goal, { steps: 8 });
      await grid.page.waitForTimeout(100);
      await mouse.up();
      // Pressed again at once it would be a double click.
      await grid.page.waitForTimeout(500);
    };
    await drag(at(from, 0.5), at(end, 0.5));
    const [x, y] = at(end, 1);
    await drag([x - 1, y - 1], at(to, 0.6));
    return grid.heard();
  };
  const told = ({ edits, refused }: Heard): readonly unknown[] => [...edits.map(({ row, column, content, ...look }) => [`${row}:${column}`, content?.formula ?? content?.value, ...['numberFormat', 'fill'].flatMap((part) => (part in look ? [look[part as 'fill']] : []))]), ...refused.map(([, why]) => why)];

  beforeAll(async () => {
    grid = await GridSession.open(await buildGridPage());
    await grid.page.evaluate((picture) => window.grid.view.show(picture), { active: 0, styles: [styleLike()], sheets: [sheetLike('表', [])] });
    // Univer has its handle of filling some three seconds after the first workbook has come.
    await grid.page.waitForTimeout(4_000);
  });
  beforeEach(() => grid.show({
    active: 0,
    styles: [styleLike(), styleLike({ borders: BOXED, horizontal: 'center' }), styleLike({ numberFormat: '0.00%', fill: 'FFFF00' })],
    sheets: [sheetLike('表', [
      cellAt(2, 1, 1, { style: 0 }), cellAt(3, 1, null, { style: 1 }), cellAt(4, 1, '乙', { style: 1 }), cellAt(2, 2, 0.5, { style: 2 }),
      cellAt(2, 4, 8, { style: 0 }), cellAt(2, 6, 16, { style: 0, formula: 'D2*2' }), cellAt(9, 4, 5, { style: 0 }), cellAt(9, 7, 6, { style: 0 }),
    ], {
      defaultColumnWidth: WIDTH, defaultRowHeight: HEIGHT,
      merges: [merge(2, 4, 2, 5), merge(3, 4, 3, 5), merge(4, 4, 4, 5), merge(5, 4, 5, 5), merge(9, 4, 10, 5), merge(11, 4, 12, 5)],
    })],
  }));
  afterAll(async () => {
    await grid?.close();
  });

  it('leaves frames and places of the cells as they are', async () => {
    const was = await frame();
    expect(told(await fill([2, 1], [2, 1], [4, 1]))).toEqual([['3:1', 1], ['4:1', 1]]);
    expect(await frame()).toBe(was);
    expect(told(await grid.press('Control+z'))).toEqual([['3:1', null], ['4:1', '乙']]);
    expect(told(await fill([2, 2], [2, 2], [3, 2]))).toEqual([['3:2', 0.5, '0.00%', 'FFFF00']]);
  });

  it('goes on through cells that are merged alike, by the handle and by keys', async () => {
    expect(told(await fill([2, 4], [2, 5], [4, 5]))).toEqual([['3:4', 8], ['4:4', 8]]);
    expect((await grid.type('表', 3, 4, '10')).edits).toHaveLength(1);
    // Univer goes on by as many merged rows as it has begun with.
    expect(told(await fill([2, 4], [3, 5], [5, 5]))).toEqual([['4:4', 12], ['5:4', 14]]);
    await grid.goTo('表', 3, 4);
    await grid.press('Delete');
    expect(told(await grid.press('Control+d'))).toEqual([['3:4', 8]]);
    expect(told(await grid.press('Control+z'))).toEqual([['3:4', null]]);
  });

  it('says so where merged cells do not go on alike, and writes nothing', async () => {
    for (const to of [[12, 5], [9, 7]] as const) expect(told(await fill([9, 4], [10, 5], to))).toEqual(['merged']);
    expect(told(await fill([9, 7], [9, 7], [9, 4]))).toEqual(['merged']);
    expect((await grid.press('Control+z')).edits).toEqual([]);
    // Once, in the words of the page.
    expect(await grid.page.getByText('overlapping-merged-cells').count()).toBe(0);
  });
});
