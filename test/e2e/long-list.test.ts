// Three thousand findings in the built pane: drawn in parts, reached by key and by wheel, and opened like any other.
import { corpusTables, toWorkbook } from '../corpus/workbooks';
import { openWorkbook } from '../excel-host/open-workbook';
import type { WorkbookModel } from '../excel-host/workbook-model';
import { FORM, withBuiltAddIn } from './add-in-session';

const SHEETS = 190;
/** More rows than this at once would be slow to draw; the list draws about three windows. */
const MOST_DRAWN = 400;

/** The name of the active sheet, once it is `name` or ten seconds have gone by: the cell is shown after the row has opened. */
async function sheetShown(model: WorkbookModel, name: string): Promise<string> {
  for (let tries = 0; model.active.name !== name && tries < 100; tries++) await new Promise((next) => setTimeout(next, 100));
  return model.active.name;
}

withBuiltAddIn('a list of three thousand findings', '很长的问题清单（滚动、跳到末尾、打开）', ({ open }) => {
  it('is scrolled, jumped through and clicked', async () => {
    const form = corpusTables().find(({ id }) => id === FORM);
    if (!form) throw new Error('the corpus has no such form');
    const model = openWorkbook(toWorkbook(Array.from({ length: SHEETS }, (_, at) => ({ ...form, id: `表${at + 1}` })), { numbers: 'typed' }));
    const { pane, page, server, problems } = await open(model);
    page.setDefaultTimeout(60_000);
    server.host.recount();
    await pane.getByRole('button', { name: '一键核查' }).click();
    const rows = pane.locator('button[data-stop]');
    await rows.first().waitFor();
    const all = Number(/\d+/.exec(await pane.getByRole('button', { name: /^全部 \d+$/ }).innerText())?.[0]);
    expect(all).toBeGreaterThanOrEqual(3000);
    expect(await rows.count()).toBeLessThan(MOST_DRAWN);

    // By key to the last one, which opens and shows its cell.
    await rows.first().click();
    await page.keyboard.press('End');
    const last = pane.locator('button[data-stop]:focus[aria-expanded="false"]');
    await last.waitFor();
    await page.keyboard.press('Enter');
    await pane.locator('button[data-stop]:focus[aria-expanded="true"]').waitFor();
    await expect(sheetShown(model, `表${SHEETS}`)).resolves.toBe(`表${SHEETS}`);
    expect(await rows.count()).toBeLessThan(MOST_DRAWN);

    // By wheel back to the middle: whatever is in sight is drawn, and a click opens it.
    await page.mouse.move(1280 - 160, 400);
    await page.mouse.wheel(0, -40_000);
    await page.waitForTimeout(500);
    const inSight = await pane.locator('main').evaluate(() => document.elementsFromPoint(160, 300).some((element) => element.closest('button[data-stop], [data-row], h3') !== null));
    expect(inSight).toBe(true);
    expect(await rows.count()).toBeLessThan(MOST_DRAWN);
    expect(problems).toEqual([]);
  });
});
