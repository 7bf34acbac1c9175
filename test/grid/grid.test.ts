// The real grid in Chromium: what the user does comes as edits, what we write does not come back, and what a save cannot carry does not happen.
import { describeInBrowser } from '../e2e/host-page/session';
import { buildGridPage } from './build-page';
import { BOOK, BOX, cellAt, MARKED, PERCENT, sheetLike, STYLES } from './pictures';
import { GridSession } from './session';

jest.setTimeout(600_000);

describeInBrowser('表格')('the grid', () => {
  let grid: GridSession;
  const FORM = '自评表';
  const at = (row: number, column: number, sheet = FORM): { sheet: string; row: number; column: number } => ({ sheet, row, column });

  beforeAll(async () => {
    grid = await GridSession.open(await buildGridPage());
  });
  beforeEach(() => grid.show(BOOK));
  afterAll(async () => {
    await grid?.close();
  });

  it('calculates what came without a result, keeps results of functions that it does not know, and has nothing more to tell', async () => {
    expect(await grid.results()).toEqual([{ ...at(6, 3), value: 22 }]);
    expect(await grid.results()).toEqual([]);
    expect((await grid.heard()).edits).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['50', 'a number', [{ ...at(10, 2), content: { formula: null, value: 50 } }]],
    ['98%', 'a percentage with its number format', [{ ...at(10, 2), content: { formula: null, value: 0.98 } }, { ...at(10, 2), numberFormat: '0%' }]],
    ['2024/1/5', 'a date with its number format', [{ ...at(10, 2), content: { formula: null, value: 45296 } }, { ...at(10, 2), numberFormat: 'yyyy/m/d' }]],
    ['≥100次', 'a text', [{ ...at(10, 2), content: { formula: null, value: '≥100次' } }]],
    ["'007", 'a text after an apostrophe', [{ ...at(10, 2), content: { formula: null, value: '007' } }]],
  ])('takes %s as %s', async (text, _as, edits) => {
    expect((await grid.type(FORM, 10, 2, text)).edits).toEqual(edits);
  });

  it('takes a formula, and tells its result and those that depend on a changed cell', async () => {
    await grid.results();
    expect((await grid.type(FORM, 10, 2, '=B3*2')).edits).toEqual([{ ...at(10, 2), content: { formula: 'B3*2', value: null } }]);
    expect(await grid.results()).toEqual([{ ...at(10, 2), value: 86 }]);
    expect((await grid.type(FORM, 3, 2, '56')).edits).toEqual([{ ...at(3, 2), content: { formula: null, value: 56 } }]);
    const results = await grid.results();
    expect(results).toHaveLength(3);
    expect(results).toEqual(expect.arrayContaining([{ ...at(3, 4), value: 0.5 }, { ...at(10, 2), value: 112 }, { ...at(1, 3, '保护的'), value: 57 }]));
  });

  it('keeps the names of sheets that it cannot save otherwise, and opens no menu without entries', async () => {
    const tab = grid.page.locator('[data-u-comp="slide-tab-item"][aria-selected="true"]');
    const was = await tab.textContent();
    await tab.dblclick();
    await grid.page.keyboard.type('x');
    const { refused } = await grid.press('Enter');
    expect(await tab.textContent()).toBe(was);
    expect(refused[0]).toEqual(['sheet.operation.rename-sheet', 'not-carried']);
    await tab.click({ button: 'right' });
    await grid.page.waitForTimeout(400);
    expect(await grid.page.locator('.univer-popup-enter-done').count()).toBe(0);
    await grid.page.locator('[data-u-comp="slide-tab-item"][aria-selected="false"]').first().click();
    expect(await tab.textContent()).not.toBe(was);
  });

  it('names what takes the keyboard in the language of the grid, and keeps the keyboard from what is shut', async () => {
    const named = (): Promise<readonly (readonly [string, string | null])[]> => grid.page.evaluate(() => Array.from(document.querySelectorAll<HTMLElement>('#grid :is(button, input, [role="tablist"], [role="toolbar"], [contenteditable])'))
      .filter((one) => one.closest('[inert]') === null && one.checkVisibility({ visibilityProperty: true }))
      .map((one) => [one.outerHTML.slice(0, 80), one.getAttribute('aria-label') ?? one.textContent] as const));
    await grid.page.waitForTimeout(400);
    const parts = await named();
    expect(parts.length).toBeGreaterThan(9);
    expect(parts.filter(([, label]) => !/[\u4e00-\u9fff]|^\d+%$/.test(label ?? ''))).toEqual([]);
    expect(await grid.page.evaluate(() => [document.querySelectorAll('#grid canvas[tabindex="1"]').length, document.querySelectorAll('#grid :is([inert] button, button[inert])').length])).toEqual([0, 2]);
    await grid.page.evaluate(() => window.grid.view.setLanguage('en-US'));
    await grid.page.waitForTimeout(1_000);
    expect((await named()).filter(([, label]) => /[\u4e00-\u9fff]/.test(label ?? ''))).toEqual([]);
    await grid.page.evaluate(() => window.grid.view.setLanguage('zh-CN'));
    await grid.page.waitForTimeout(1_000);
  });

  it('says where the user moves to, and nothing of what is shown to him from beside the grid', async () => {
    const said = async (...keys: readonly string[]): Promise<string | null> => {
      await grid.press(...keys);
      return grid.page.locator('#grid [data-speech]').textContent();
    };
    await grid.goTo(FORM, 3, 3);
    expect(await said()).toBe('自评表，C3，28');
    expect(await said('ArrowRight')).toBe('D3，65.00%，公式，批注：应为 65.12%，\n填的是 100%');
    expect(await said('ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('D6，空白');
    expect(await said('Shift+ArrowLeft', 'Shift+ArrowUp')).toBe('C5 到 D6，4 个单元格');
    // Typing is heard from the editor; afterwards the next cell.
    expect(await said('7')).toBe('C5 到 D6，4 个单元格');
    expect(await said('Enter')).toBe('C5，6');
    expect(await said('Delete')).toBe('C5，空白');
    await grid.page.locator('[data-u-comp="slide-tab-item"][aria-selected="false"]').first().click();
    expect(await said()).toMatch(/^[^，]+，A1，/);
    await grid.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const last = await said();
    await grid.page.evaluate((sheet) => window.grid.view.reveal(sheet, 3, 3), FORM);
    expect(await said()).toBe(last);
  });

  it('leaves the keyboard with whoever works beside it, even to an editor that takes the focus as it comes into the page', async () => {
    const focused = await grid.page.evaluate(() => {
      const beside = document.body.appendChild(document.createElement('button'));
      beside.focus();
      const editor = document.createElement('div');
      editor.contentEditable = 'true';
      document.querySelector('#grid')?.append(editor);
      editor.focus();
      const kept = document.activeElement === beside;
      beside.blur();
      const again = editor.cloneNode() as HTMLElement;
      document.querySelector('#grid')?.append(again);
      again.focus();
      const nowhere = document.activeElement === document.body;
      for (const one of [beside, editor, again]) one.remove();
      return { kept, nowhere };
    });
    expect(focused).toEqual({ kept: true, nowhere: true });
  });

  it('takes two lines in one cell', async () => {
    await grid.goTo(FORM, 10, 2);
    await grid.page.keyboard.type('上');
    await grid.page.keyboard.press('Alt+Enter');
    await grid.page.keyboard.type('下');
    expect((await grid.press('Enter')).edits).toEqual([{ ...at(10, 2), content: { formula: null, value: '上\n下' } }]);
  });

  it('tells emptying, undo and redo', async () => {
    await grid.goTo(FORM, 3, 3);
    const was = [{ ...at(3, 3), content: { formula: null, value: 28 } }];
    const emptied = [{ ...at(3, 3), content: { formula: null, value: null } }];
    expect((await grid.press('Delete')).edits).toEqual(emptied);
    expect((await grid.press('Control+z')).edits).toEqual(was);
    expect((await grid.press('Control+y')).edits).toEqual(emptied);
  });

  it('pastes contents without looks', async () => {
    await grid.goTo(FORM, 5, 2);
    await grid.press('Control+c');
    await grid.goTo(FORM, 12, 2);
    expect((await grid.press('Control+v')).edits).toEqual([{ ...at(12, 2), content: { formula: null, value: 5 } }]);
    await grid.page.evaluate(() => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob(['<table><tr><td colspan="2" style="background:#f00;font-weight:bold">甲</td></tr><tr><td>12</td><td>乙</td></tr></table>'], { type: 'text/html' }) })]));
    await grid.goTo(FORM, 14, 2);
    const { edits, refused } = await grid.press('Control+v');
    expect(edits).toEqual([{ ...at(14, 2), content: { formula: null, value: '甲' } }, { ...at(15, 2), content: { formula: null, value: 12 } }, { ...at(15, 3), content: { formula: null, value: '乙' } }]);
    expect(refused).toEqual([]);
  });

  it('pastes dates and percentages from outside as if they were typed, and takes them back', async () => {
    await grid.page.evaluate(() => navigator.clipboard.writeText('65.12%\t2024-01-02'));
    await grid.goTo('空的', 6, 2);
    const place = [at(6, 2, '空的'), at(6, 3, '空的')] as const;
    expect((await grid.press('Control+v')).edits).toEqual([{ ...place[0], content: { formula: null, value: 0.6512 }, numberFormat: '0.00%' }, { ...place[1], content: { formula: null, value: 45293 }, numberFormat: 'yyyy-mm-dd' }]);
    expect((await grid.press('Control+z')).edits).toEqual(place.map((one) => ({ ...one, content: { formula: null, value: null }, numberFormat: 'General' })));
    await grid.goTo(FORM, 3, 4);
    expect((await grid.press('Control+v')).edits).toEqual([{ ...at(3, 4), content: { formula: null, value: 0.6512 } }, { ...at(3, 5), content: { formula: null, value: 45293 }, numberFormat: 'yyyy-mm-dd' }]);
    // Excel writes how its numbers look into a style sheet, which only a paste itself still brings.
    await grid.goTo('空的', 6, 2);
    await grid.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<html><head><meta name=ProgId content=Excel.Sheet><style><!--.a{mso-number-format:"0\\.00%";}.b{mso-number-format:"yyyy\\/m\\/d";}--></style></head><body><table><tr><td class=a>1.10%</td><td class=b>2024/1/2</td></tr></table></body></html>');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await grid.page.waitForTimeout(500);
    expect((await grid.heard()).edits).toEqual([{ ...place[0], content: { formula: null, value: 0.011 }, numberFormat: '0.00%' }, { ...place[1], content: { formula: null, value: 45293 }, numberFormat: 'yyyy/m/d' }]);
    // What was text there stays text where a number would be another thing.
    await grid.goTo('空的', 6, 2);
    await grid.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<html><head><meta name=ProgId content=Excel.Sheet><style><!--.a{mso-number-format:"\\@";}--></style></head><body><table><tr><td class=a>007</td><td class=a>3-1</td><td class=a>12.5</td></tr></table></body></html>');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await grid.page.waitForTimeout(500);
    expect((await grid.heard()).edits).toEqual([{ ...place[0], content: { formula: null, value: '007' } }, { ...place[1], content: { formula: null, value: '3-1' } }, { ...at(6, 4, '空的'), content: { formula: null, value: 12.5 } }]);
  });

  it('fills a series by its handle', async () => {
    await grid.goTo('空的', 1, 1);
    const { mouse } = grid.page;
    await mouse.move(80, 97);
    await mouse.down();
    await mouse.move(80, 117, { steps: 3 });
    await mouse.up();
    await grid.page.waitForTimeout(200);
    await mouse.move(118, 126);
    await mouse.down();
    await mouse.move(100, 160, { steps: 6 });
    await mouse.up();
    await grid.page.waitForTimeout(500);
    expect((await grid.heard()).edits).toEqual([{ ...at(3, 1, '空的'), content: { formula: null, value: 3 } }, { ...at(4, 1, '空的'), content: { formula: null, value: 4 } }]);
  });

  it('tells a fill and a note that the user gives', async () => {
    await grid.goTo('空的', 4, 2);
    await grid.page.locator('[data-u-command="sheet.command.set-background-color"]').first().click({ position: { x: 8, y: 8 } });
    await grid.page.waitForTimeout(400);
    expect((await grid.heard()).edits).toEqual([{ ...at(4, 2, '空的'), fill: expect.stringMatching(/^[0-9A-F]{6}$/) as unknown }]);
    await grid.page.mouse.click(150, 154, { button: 'right' });
    await grid.page.getByText('添加批注').click();
    await grid.page.locator('textarea').fill('请核对');
    await grid.page.waitForTimeout(800);
    expect((await grid.heard()).edits.at(-1)).toEqual({ ...at(4, 2, '空的'), note: '请核对' });
  });

  it('shows what is put without telling it, calculates from it, and keeps it out of undo', async () => {
    await grid.results();
    expect((await grid.type(FORM, 10, 2, '1')).edits).toHaveLength(1);
    await grid.page.evaluate((change) => window.grid.view.put(change), {
      cells: [
        { sheet: FORM, cell: cellAt(3, 2, 56, { style: MARKED, note: '原填 43' }) },
        { sheet: FORM, cell: cellAt(3, 4, null, { style: PERCENT }) },
        { sheet: FORM, cell: cellAt(5, 2, 5, { style: BOX }) },
      ],
      styles: STYLES, added: [sheetLike('核查结果', [cellAt(1, 1, '结果'), cellAt(1, 2, 57, { formula: '自评表!B3+1' })])], removed: ['空的'],
    });
    expect(await grid.results()).toEqual([{ ...at(1, 3, '保护的'), value: 57 }]);
    await grid.page.getByText('核查结果').waitFor();
    expect(await grid.page.getByText('空的').count()).toBe(0);
    expect(await grid.page.evaluate(() => window.grid.view.selected()?.sheet)).toBe(FORM);
    expect(await grid.press('Control+z')).toMatchObject({ edits: [{ ...at(10, 2), content: { formula: null, value: null } }], refused: [] });
    expect((await grid.type(FORM, 3, 2, '56')).edits).toEqual([]);
  });

  it('reveals cells on any sheet, hidden ones as well, and leaves the focus where it is', async () => {
    const reveal = (sheet: string, row: number, column: number): Promise<boolean> => grid.page.evaluate(([name, r, c]) => window.grid.view.reveal(name, r, c), [sheet, row, column] as const);
    await grid.page.evaluate(() => {
      const button = document.body.appendChild(document.createElement('button'));
      button.id = 'beside';
      button.focus();
    });
    expect(await reveal('没有', 1, 1)).toBe(false);
    expect(await reveal('藏起来的', 80, 20)).toBe(true);
    await grid.page.waitForTimeout(400);
    expect(await grid.page.evaluate(() => [window.grid.view.selected(), document.activeElement?.id])).toEqual([at(80, 20, '藏起来的'), 'beside']);
    expect(await reveal(FORM, 4, 1)).toBe(true);
    expect(await grid.page.evaluate(() => window.grid.view.selected())).toEqual(at(3, 1));
    expect(await grid.heard()).toMatchObject({ edits: [], refused: [] });
    await grid.page.evaluate(() => document.getElementById('beside')?.remove());
  });

  it('shows a workbook without taking the keyboard from whoever is at work beside it', async () => {
    await grid.page.evaluate(() => {
      const box = document.body.appendChild(document.createElement('input'));
      box.id = 'beside';
      box.focus();
    });
    await grid.show(BOOK);
    await grid.page.waitForTimeout(400);
    await grid.page.keyboard.type('12');
    expect(await grid.page.evaluate(() => [document.activeElement?.id, document.querySelector<HTMLInputElement>('#beside')?.value])).toEqual(['beside', '12']);
    expect(await grid.heard()).toMatchObject({ edits: [] });
    await grid.page.evaluate(() => document.getElementById('beside')?.remove());
  });

  it('refuses what a save cannot carry, and says so', async () => {
    await grid.goTo(FORM, 3, 2);
    expect(await grid.press('Control+b', 'Control+x')).toMatchObject({ edits: [], refused: [['sheet.command.set-range-bold', 'not-carried'], ['univer.command.cut', 'not-carried']] });
  });

  it('refuses to type into locked cells of a protected sheet, and only there', async () => {
    expect(await grid.type('保护的', 1, 2, '9')).toMatchObject({ edits: [], refused: [['sheet.operation.set-cell-edit-visible', 'locked']] });
    await grid.goTo('保护的', 1, 2);
    expect(await grid.press('Delete')).toMatchObject({ edits: [], refused: [['sheet.mutation.set-range-values', 'locked']] });
    expect(await grid.type('保护的', 1, 1, '9')).toMatchObject({ edits: [{ ...at(1, 1, '保护的'), content: { formula: null, value: 9 } }], refused: [] });
  });

  it('offers in its menus only what it does, in the language of the page', async () => {
    const menu = async (...words: readonly string[]): Promise<void> => {
      await grid.page.mouse.click(200, 260, { button: 'right' });
      for (const word of words) await grid.page.getByText(word, { exact: true }).first().waitFor();
      const all = (await grid.page.evaluate(() => document.body.innerText)).split('\n').map((line) => line.trim());
      for (const no of ['插入', '删除', '剪切', '冻结', '保护行列', 'Insert', 'Delete', 'Cut', 'Freeze']) expect(all).not.toContain(no);
      await grid.page.keyboard.press('Escape');
    };
    await menu('复制', '粘贴', '清除', '添加批注');
    await grid.page.evaluate(() => window.grid.view.setLanguage('en-US'));
    await grid.page.waitForTimeout(800);
    await menu('Copy', 'Paste', 'Clear', 'Add Note');
    await grid.page.evaluate(() => window.grid.view.setLanguage('zh-CN'));
    await grid.page.waitForTimeout(400);
  });

  it('lets the page have its keys, and takes what is being typed before it does', async () => {
    for (const [key, value] of [['Control+s', 1], ['Control+o', 2], ['F6', 3]] as const) {
      const { edits, keys } = await grid.type(FORM, 10 + value, 3, String(value), key);
      expect(edits).toEqual([{ ...at(10 + value, 3), content: { formula: null, value } }]);
      expect(keys.at(-1)).toBe(key.replace('Control', 'Ctrl'));
    }
  });

  it('lets Tab come from the name box to the cells, and stays where it is', async () => {
    await grid.page.locator('[data-u-comp="defined-name"] input').focus();
    for (let times = 0; times < 3; times++) await grid.page.keyboard.press('Tab');
    expect(await grid.page.evaluate(() => [document.activeElement?.getAttribute('aria-label'), Array.from(document.querySelectorAll('#grid, #grid *'), (one) => one.scrollLeft).filter((far) => far > 0)])).toEqual(['单元格', []]);
  });

  it('stands in the dark as well', async () => {
    await grid.page.evaluate(() => window.grid.view.setTheme('dark'));
    await grid.page.waitForTimeout(300);
    const dark = await grid.page.evaluate(() => getComputedStyle(document.querySelector('[data-u-comp="workbench-layout"]') ?? document.body).backgroundColor);
    await grid.page.evaluate(() => window.grid.view.setTheme('light'));
    await grid.page.waitForTimeout(300);
    expect(await grid.page.evaluate(() => getComputedStyle(document.querySelector('[data-u-comp="workbench-layout"]') ?? document.body).backgroundColor)).not.toBe(dark);
  });

  it('asks for nothing outside the page and breaks no rule of its policy', () => {
    expect({ outside: grid.outside, problems: grid.problems }).toEqual({ outside: [], problems: [] });
  });
});
