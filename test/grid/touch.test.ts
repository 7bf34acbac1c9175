// The grid under a finger, in Chromium's emulation: the sheet moves, a tap selects, a double tap edits, a long press asks for the menu.
import type { CDPSession } from 'playwright-core';
import { describeInBrowser } from '../e2e/host-page/session';
import { buildGridPage } from './build-page';
import { cellAt, sheetLike, styleLike } from './pictures';
import { GridSession } from './session';

jest.setTimeout(600_000);

describeInBrowser('手指操作表格')('the grid under a finger', () => {
  let grid: GridSession;
  let finger: CDPSession;
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly (readonly [x: number, y: number])[]): Promise<void> => {
    await finger.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y], id) => ({ x, y, id })) });
    await grid.page.waitForTimeout(16);
  };
  const tap = async (x: number, y: number): Promise<void> => {
    await touch('touchStart', [x, y]);
    await touch('touchEnd');
  };
  const rest = (): Promise<void> => grid.page.waitForTimeout(500);
  const nameBox = (): Promise<string> => grid.page.locator('[data-u-comp="defined-name"] input').inputValue();

  beforeAll(async () => {
    grid = await GridSession.open(await buildGridPage());
    finger = await grid.page.context().newCDPSession(grid.page);
    await finger.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  });
  beforeEach(() => grid.show({ active: 0, styles: [styleLike()], sheets: [sheetLike('表', Array.from({ length: 60 }, (_none, at) => cellAt(at + 1, 1, at + 1, { style: 0 })))] }));
  afterAll(async () => {
    await grid?.close();
  });

  it('moves with a drag, by as much, and selects nothing on the way', async () => {
    await tap(80, 300);
    await rest();
    const before = await nameBox();
    await touch('touchStart', [80, 500]);
    for (let step = 1; step <= 10; step++) await touch('touchMove', [80, 500 - step * 19]);
    await touch('touchEnd');
    await rest();
    expect(await nameBox()).toBe(before);
    await tap(80, 300);
    await rest();
    expect(Number((await nameBox()).slice(1)) - Number(before.slice(1))).toBe(10);
  });

  it('takes a double tap for the wish to edit, and a tap after it for being done', async () => {
    await tap(80, 300);
    await tap(80, 300);
    await rest();
    await grid.page.keyboard.type('7');
    await tap(80, 400);
    await rest();
    expect((await grid.heard()).edits).toHaveLength(1);
  });

  it('offers the menu of the cell under a finger that lies still, and nothing under two', async () => {
    const menu = grid.page.getByText('添加批注');
    await touch('touchStart', [80, 300], [200, 300]);
    await grid.page.waitForTimeout(800);
    await touch('touchEnd');
    expect(await menu.count()).toBe(0);
    await touch('touchStart', [80, 300]);
    await grid.page.waitForTimeout(800);
    await touch('touchEnd');
    expect(await menu.isVisible()).toBe(true);
    expect([grid.problems, (await grid.heard()).edits]).toEqual([[], []]);
  });
});
