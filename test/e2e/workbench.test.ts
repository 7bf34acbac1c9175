// The workbench as `npm start` gives it, in Chromium: findings before the grid, typing, correcting, undoing, saving; from a disk and in one file as well; no request leaves the page's folder.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { VERSION } from '../../src/cli/version';
import { toJson } from '../../src/exports/json';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { readPackage } from '../../src/workbooks/package/read';
import { openZip } from '../../src/workbooks/package/zip';
import { cellOf, fromFile } from '../contract/contract';
import { corpusTables, toWorkbook } from '../corpus/workbooks';
import { converted, hasCalc } from '../office';
import { atRest, violationsOf } from './accessibility';
import { built } from './build';
import { describeInBrowser, launchBrowser } from './host-page/session';
import { gridReady, serveWorkbench, type ServedWorkbench } from './workbench-server';

const ROOT = resolve(__dirname, '..', '..');
const SAMPLE = join(ROOT, 'assets/samples/project.xlsx');
const SHEET = '项目支出绩效自评表';
const inBrowser = describeInBrowser('工作台');
jest.setTimeout(300_000);
const work = mkdtempSync(join(tmpdir(), 'biaoli-workbench-'));

let served: ServedWorkbench;
let address = '';
/** Beginnings of the addresses that pages may ask for. */
const inside = ['blob:', 'data:', pathToFileURL(join(ROOT, 'dist')).href];
let browser: Browser;
/** Everything asked for by any page of this suite. */
const requests: string[] = [];
const problems: string[] = [];

inBrowser('the workbench', () => {
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveWorkbench(), launchBrowser()]);
    address = served.address;
    inside.push(address);
  });
  afterAll(async () => {
    await browser?.close();
    served?.stop();
    rmSync(work, { recursive: true, force: true });
  });
  test('shows the findings of the sample before the grid is there, and asks nobody for anything', async () => {
    const page = await open(address);
    const begun = Date.now();
    await page.getByText('5 处错误、11 处待核实，另有由此引起 3 处').first().waitFor();
    const first = Date.now() - begun;
    expect(await page.locator('[data-u-comp="defined-name"] input').count()).toBe(0);
    // Whoever is at work when the grid arrives keeps the keyboard, and a menu stays open.
    await page.getByRole('button', { name: '导出' }).click();
    await gridReady(page);
    await page.waitForTimeout(1_000);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem');
    console.log(`first findings ${first} ms after the page had loaded, the grid after ${Date.now() - begun} ms`);
    expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
    await page.context().close();
  });

  test('is about as fast to the first findings as Node is to read the same file', async () => {
    execFileSync(process.execPath, [join(ROOT, 'src/launch.mjs'), '--version']);
    const page = await open(`${address}?empty`);
    await page.getByText('打开文件').first().waitFor();
    // The bytes are in the page already, as they are in Node's cache of files: what is timed is reading, reviewing and showing.
    const seen = page.evaluate(() => new Promise<number>((done) => {
      let begun = 0;
      document.querySelector('input[type="file"]')?.addEventListener('change', () => (begun = performance.now()), { capture: true });
      new MutationObserver(() => document.body.textContent?.includes('11 处待核实') && done(performance.now() - begun)).observe(document.body, { subtree: true, childList: true, characterData: true });
    }));
    await page.locator('input[type="file"]').setInputFiles(SAMPLE);
    const inPage = await seen;
    expect(await page.locator('[data-u-comp="defined-name"] input').count()).toBe(0);
    const begun = performance.now();
    execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'check', SAMPLE, '--exit-zero']);
    const inNode = performance.now() - begun;
    console.log(`first findings ${inPage.toFixed(0)} ms after the file was chosen; a Node process reads and reviews it in ${inNode.toFixed(0)} ms: ${(inPage / inNode).toFixed(2)} ×`);
    await page.context().close();
  });

  test('clicks, types, corrects, takes back and saves', async () => {
    const page = await open(address);
    await gridReady(page);
    await page.getByText('I5', { exact: true }).first().click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value.startsWith('I5'));
    // The grid's clipboard carries values, not what number formats make of them.
    expect(await shown(page, 'I5')).toBe('1');

    // A right value typed into the grid: the finding goes by itself.
    await goTo(page, 'I5');
    await page.keyboard.type('65.12%');
    await page.keyboard.press('Enter');
    await page.getByText('5 处错误、12 处待核实').first().waitFor();
    expect(await page.getByText('填 100%，应为 65.12%').count()).toBe(0);

    // All safe corrections.
    await page.getByRole('button', { name: '预览并更正' }).click();
    await page.getByRole('button', { name: /^写入 \d+ 处$/ }).click();
    await page.getByText(/已更正 1 处/).first().waitFor();
    expect(await shown(page, 'K5')).toBe('6.51');
    const corrected = await saved(page, 'corrected.xlsx');
    expect(cellOf(fromFile(corrected), SHEET, 'K5')).toMatchObject({ value: 6.51, style: { fill: 'FFC7CE' } });
    expect(cellOf(fromFile(corrected), SHEET, 'I5')?.value).toBe(0.6512);

    // Taken back: what the user typed stays.
    await page.getByRole('button', { name: '撤销', exact: true }).last().click();
    await page.getByText(/已恢复/).first().waitFor();
    expect(await shown(page, 'K5')).toBe('100');
    const back = await saved(page, 'back.xlsx');
    expect(cellOf(fromFile(back), SHEET, 'K5')).toMatchObject({ value: cellOf(fromFile(readFileSync(SAMPLE)), SHEET, 'K5')?.value, style: { fill: null } });
    expect(cellOf(fromFile(back), SHEET, 'I5')?.value).toBe(0.6512);
    const [before, after] = [partsOf(readFileSync(SAMPLE)), partsOf(corrected)];
    const same = [...before].filter(([name, raw]) => after.get(name) === raw).length;
    console.log(`${same} of ${before.size} parts byte for byte after typing, correcting and saving`);
    expect([...before].filter(([name, raw]) => after.get(name) !== raw).map(([name]) => name).every((name) => /^(\[Content_Types\]\.xml|_rels\/|xl\/(workbook|styles|sharedStrings)\.xml|xl\/(worksheets|_rels)\/)/.test(name))).toBe(true);
    openedElsewhere(join(work, 'corrected.xlsx'));
    await page.context().close();
  });

  test.each(['with locks', 'on plain http, without locks'])('what was not saved is offered again after a crash, and not while its page is open, %s', async (where) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    if (where !== 'with locks') await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
    const page = await open(address, context);
    await gridReady(page);
    await goTo(page, 'G5');
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await page.getByText(/3[0-9.]+ ÷ 43|69.77/).first().waitFor();
    await page.waitForTimeout(3_000);
    const again = await open(`${address}?empty`, context);
    await again.waitForTimeout(1_000);
    expect(await again.getByRole('button', { name: '恢复' }).count()).toBe(0);
    await page.close({ runBeforeUnload: false });
    await again.reload();
    await again.getByRole('button', { name: '恢复' }).first().click();
    await gridReady(again);
    expect(await shown(again, 'G5')).toBe('30');
    await context.close();
  });

  test('a broken file is refused in words and leaves what is open', async () => {
    const page = await open(address);
    await gridReady(page);
    const broken = join(work, '坏的.xlsx');
    writeFileSync(broken, 'PK not a workbook');
    await page.locator('input[type="file"]').setInputFiles(broken);
    await page.getByText(/没有打开“坏的.xlsx”/).first().waitFor();
    expect(await page.getByText('5 处错误、11 处待核实，另有由此引起 3 处').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('several files come as a list with their verdicts', async () => {
    const page = await open(`${address}?empty`);
    const files = corpusTables().slice(0, 4).map((table) => {
      const path = join(work, `${table.id}.xlsx`);
      writeFileSync(path, toWorkbook([table]));
      return path;
    });
    await page.locator('input[type="file"]').setInputFiles(files);
    await page.getByText(/共 4 个，未通过 \d 个/).waitFor();
    await page.context().close();
  });

  test('in a contrast theme nothing vanishes from under the mouse', async () => {
    const page = await open(`${address}?empty`);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.locator('input[type="file"]').setInputFiles([SAMPLE, join(ROOT, 'assets/samples/department.xlsx')]);
    const files = page.getByRole('navigation', { name: '文件' });
    await files.getByText(/^未通过 · /).nth(1).waitFor();
    /** What is painted in the colour of its button's ground. */
    const vanished = async (button: Locator): Promise<readonly string[]> => {
      await button.hover();
      await atRest(page);
      return button.evaluate((it) => [...it.querySelectorAll('*')].filter((one) => one.getClientRects().length > 0 && getComputedStyle(one).color === getComputedStyle(it).backgroundColor).map(({ outerHTML }) => outerHTML));
    };
    expect(await vanished(files.getByRole('button', { name: /department/ }))).toEqual([]);
    expect(await vanished(page.getByRole('button', { name: '错误 5', exact: true }))).toEqual([]);
    await page.getByRole('button', { name: '导出' }).click();
    expect(await vanished(page.getByRole('menuitem', { name: /更正副本/ }))).toEqual([]);
    await page.context().close();
  });

  test('works from a disk', async () => {
    const page = await open(pathToFileURL(join(ROOT, 'dist/workbench/index.html')).href);
    await page.getByText('5 处错误、11 处待核实，另有由此引起 3 处').first().waitFor();
    await gridReady(page);
    await page.context().close();
  });

  test('works in one file, and the JSON of both is the command line’s', async () => {
    const single = await built('single');
    expect({ code: single.code, wrong: /ERROR|WARNING/.exec(single.told) }).toEqual({ code: 0, wrong: null });
    const file = pathToFileURL(join(single.folder, '../表里如一.html')).href;
    inside.push(file);
    const one = await open(file);
    await one.getByText('5 处错误、11 处待核实，另有由此引起 3 处').first().waitFor();
    await one.locator('table').first().waitFor();
    await one.getByRole('button', { name: '预览并更正' }).click();
    await one.getByRole('button', { name: /^写入 \d+ 处$/ }).click();
    await one.getByText(/已更正 2 处/).first().waitFor();
    expect(cellOf(fromFile(await saved(one, 'one.xlsx')), SHEET, 'K5')?.value).toBe(6.51);
    const whole = await open(`${address}?empty`);
    for (const [place, table] of corpusTables().entries()) {
      const bytes = toWorkbook([table], { numbers: 'typed' });
      const reading = readPackage(bytes);
      if (!reading.ok) throw new Error(reading.reason);
      const review = reviewWorkbook(reading.snapshot, { rubric: null, waivers: [] });
      const expected: unknown = JSON.parse(JSON.stringify(toJson([{ file: `${table.id}.xlsx`, status: 'checked', reason: null, review }], VERSION).files));
      expect(await filesTold(one, table.id, bytes)).toEqual(expected);
      // The same engine in both: the grid, which takes seconds to show a workbook, is asked of a few.
      if (place % 6 === 0) expect(await filesTold(whole, table.id, bytes)).toEqual(expected);
    }
    await one.context().close();
    await whole.context().close();
  });

  test('names and figures of the scorecard stand on one line', async () => {
    const page = await open(address);
    await page.getByText('11 处待核实').first().waitFor();
    await page.getByRole('button', { name: '评分明细' }).first().click();
    await page.getByText('10 × 28 ÷ 43 = 6.51').waitFor();
    const rows = await page.evaluate(() => Array.from(document.querySelectorAll('tbody tr:has(button)')).map((row) => Array.from(row.querySelectorAll('td')).map((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell.querySelector('button') ?? cell.lastChild ?? cell);
      const lines = Array.from(words.getClientRects());
      return { lines: lines.length, bottom: Math.round(lines[0]?.bottom ?? 0) };
    })));
    // A name may take several lines: the first is meant.
    expect(rows.some(([name]) => (name?.lines ?? 0) > 1)).toBe(true);
    expect(rows.map((cells) => new Set(cells.map(({ bottom }) => bottom)).size)).toEqual(rows.map(() => 1));
    await page.context().close();
  });

  test('in a narrow window the cell that was asked for comes to the front, and the way back leads to its finding', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 }, locale: 'zh-CN' });
    const page = await open(address, context);
    const face = (name: string) => page.getByRole('tab', { name, selected: true });
    await page.locator('button[data-stop]').filter({ hasText: 'I5' }).first().click();
    // Moving through the list selects the cell as well, and nothing more.
    await page.getByRole('button', { name: '定位' }).waitFor();
    expect(await face('核查').count()).toBe(1);
    await page.getByRole('button', { name: '定位' }).click();
    await face('表格').waitFor();
    const back = page.getByRole('button', { name: '返回核查' });
    await back.and(page.locator(':focus')).waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value.startsWith('I5'));
    expect(await page.locator('[role="status"]').allTextContents()).toContainEqual(expect.stringContaining('已定位到 I5'));
    expect(await violationsOf(page, (axe) => axe.exclude('[data-u-comp="workbench-layout"]'))).toEqual([]);
    await page.keyboard.press('Enter');
    await face('核查').waitFor();
    await page.getByRole('button', { name: '定位' }).and(page.locator(':focus')).waitFor();
    // What has no room in the bar is in its menu.
    await page.getByRole('button', { name: '更多', exact: true }).click();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['试用示例', '快捷键']);
    expect(await page.getByRole('group', { name: '外观' }).getByRole('menuitemradio').count()).toBe(3);
    expect(await violationsOf(page, (axe) => axe.exclude('[data-u-comp="workbench-layout"]'))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('已打开 项目支出绩效自评表（示例）.xlsx').waitFor({ state: 'attached' });
    await page.locator('button[data-stop]').filter({ hasText: 'I5' }).first().click();
    // Where both have room the pane keeps its place and the focus.
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: '定位' }).click();
    await page.getByRole('button', { name: '定位' }).and(page.locator(':focus')).waitFor();
    expect(await back.count()).toBe(0);
    await context.close();
  });

  test('the opinion on the sample, whose findings are many, is one page of paper', async () => {
    const page = await open(address);
    await page.getByText('11 处待核实').first().waitFor();
    await page.getByRole('button', { name: '更多操作' }).last().click();
    await page.getByRole('group', { name: '更多操作' }).getByRole('button', { name: '审核意见' }).click();
    await page.getByText('审核人（签字）：').waitFor();
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('no fault of accessibility in what is ours, %s', async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', colorScheme });
    const page = await open(address, context);
    await gridReady(page);
    // The grid is a canvas and a library's own.
    const faults = (): ReturnType<typeof violationsOf> => violationsOf(page, (axe) => axe.exclude('[data-u-comp="workbench-layout"]'));
    expect(await faults()).toEqual([]);
    // Calendars, lists to choose from and scroll bars are the browser's own: dark ones on a dark ground.
    expect(await page.evaluate(() => ['[type="search"]', '#biaoli-verdict', 'header'].map((where) => getComputedStyle(document.querySelector(where) ?? document.body).colorScheme))).toEqual([colorScheme, colorScheme, colorScheme]);
    await page.getByRole('button', { name: /快捷键/ }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 700, height: 900 });
    expect(await faults()).toEqual([]);
    // In a low window the keys are read from the first one on.
    await page.setViewportSize({ width: 320, height: 480 });
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').evaluate((element) => [element.scrollTop, element.scrollHeight > element.clientHeight])).toEqual([0, true]);
    await context.close();
  });

  test('in a narrow window the list of several files takes the place of what is open until one is chosen, and the bar keeps its room', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 }, locale: 'zh-CN' });
    const page = await open(`${address}?empty`, context);
    const whole = (): Promise<boolean> => page.evaluate(() => Array.from(document.querySelectorAll('[data-area="bar"] button, [data-area="files"], [data-area="files"] button, [data-area="bar"] [title="有未保存的修改"]')).every((one) => one.getBoundingClientRect().right <= innerWidth));
    await page.locator('input[type="file"]').first().setInputFiles([SAMPLE, join(ROOT, 'assets/samples/department.xlsx')]);
    const files = page.getByRole('navigation', { name: '文件' });
    await files.waitFor();
    expect((await files.boundingBox())?.width).toBe(320);
    expect(await page.getByRole('button', { name: '预览并更正' }).count()).toBe(0);
    expect(await whole()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    await files.getByRole('button', { name: /department/ }).click();
    await files.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '文件 2' }).and(page.locator(':focus')).waitFor();
    await page.getByText('已打开 department.xlsx').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /^(预览并更正|在表中标注)$/ }).click();
    await page.getByRole('button', { name: /^(写入|标注) \d+ 处$/ }).click();
    await page.getByText(/^已(更正|标注) \d+ 处/).first().waitFor();
    expect(await whole()).toBe(true);
    // What is unsaved is told beside the buttons, not over them.
    expect(await page.evaluate(() => {
      const dot = document.querySelector('[data-area="bar"] [title="有未保存的修改"]')?.getBoundingClientRect();
      return dot && Array.from(document.querySelectorAll('[data-area="bar"] button')).map((one) => one.getBoundingClientRect()).every(({ left, right }) => right <= dot.left || left >= dot.right);
    })).toBe(true);
    await context.close();
  });

  test('in a small window the ways to begin are in sight before anything is scrolled', async () => {
    for (const [locale, first, last] of [['zh-CN', '打开文件', '试用示例'], ['en-US', 'Open file', 'Try the sample']] as const) {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale });
      const page = await open(`${address}?empty`, context);
      for (const name of [first, last]) {
        const box = await page.getByRole('main').getByRole('button', { name }).boundingBox();
        expect(box && box.y > 0 && box.y + box.height <= 640).toBe(true);
      }
      expect(await violationsOf(page)).toEqual([]);
      await context.close();
    }
  });

  test('what was corrected and taken back leaves nothing to save, to ask about or to restore', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await open(address, context);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.getByRole('button', { name: '预览并更正' }).click();
    await page.getByRole('button', { name: /^写入 \d+ 处$/ }).click();
    await page.getByTitle('有未保存的修改').waitFor();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText(/^已恢复 \d+ 处。$/).first().waitFor();
    await page.getByTitle('有未保存的修改').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('#biaoli-verdict').waitFor();
    expect([asked, await page.getByRole('button', { name: /^恢复 / }).count()]).toEqual([[], 0]);
    await context.close();
  });

  test('nothing went wrong on any page, and no request left the folder', () => {
    expect(problems).toEqual([]);
    expect(requests.length).toBeGreaterThan(50);
    expect(requests.filter((url) => !inside.some((start) => url.startsWith(start)))).toEqual([]);
  });
});

async function open(url: string, context?: BrowserContext): Promise<Page> {
  const inside = context ?? (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', acceptDownloads: true }));
  if (new URL(url).protocol === 'http:') await inside.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
  const page = await inside.newPage();
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  await page.goto(url);
  return page;
}

/** What the page's JSON says of the workbook given to it. */
async function filesTold(page: Page, name: string, bytes: Uint8Array): Promise<unknown> {
  const path = join(work, `${name}.xlsx`);
  writeFileSync(path, bytes);
  await page.locator('input[type="file"]').setInputFiles(path);
  await page.waitForFunction((begin) => document.title.startsWith(begin), name);
  await page.getByText(`已打开 ${name}.xlsx`).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: '重新核查' }).waitFor();
  await page.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /JSON/ }).click()]);
  await download.saveAs(join(work, 'json.json'));
  return (JSON.parse(readFileSync(join(work, 'json.json'), 'utf8')) as { files: unknown }).files;
}

/** Selects by the grid's own name box, as a user can. */
async function goTo(page: Page, cell: string): Promise<void> {
  const box = page.locator('[data-u-comp="defined-name"] input');
  await box.click();
  await box.fill(cell);
  await box.press('Enter');
  // The box shows the wish at once; the selection has moved when the cells have the keyboard again.
  await page.waitForFunction((wanted) => {
    const name = document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input');
    return name !== null && name.value.startsWith(wanted) && document.activeElement !== name;
  }, cell);
  await page.waitForTimeout(300);
}

/** What the grid gives to the clipboard for a cell that is not blank. On a busy machine the keys may come before the grid has moved: they are pressed again. */
async function shown(page: Page, cell: string): Promise<string> {
  await goTo(page, cell);
  let text = '';
  for (let tries = 0; text === '' && tries < 20; tries++) {
    await page.keyboard.press('Control+c');
    await page.waitForTimeout(500);
    text = (await page.evaluate(() => navigator.clipboard.readText())).trim();
    await page.evaluate(() => navigator.clipboard.writeText(''));
  }
  return text;
}

async function saved(page: Page, name: string): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  const path = join(work, name);
  await download.saveAs(path);
  return readFileSync(path);
}

/** The bytes of each part as stored: equal ones were not written anew. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = openZip(bytes);
  if (!zip.ok) throw new Error(zip.reason);
  return new Map([...zip.archive.entries.values()].map(({ name, raw }) => [name, Buffer.from(raw).toString('base64')]));
}

/** Other programs open what was saved, with the corrections in place, where they are installed. */
function openedElsewhere(path: string): void {
  const script = 'import sys, openpyxl; sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]; print(sheet["K5"].value)';
  const python = spawnSync('/usr/bin/python3', ['-c', script, path], { encoding: 'utf8' });
  if (python.status === 0) expect(python.stdout.trim()).toBe('6.51');
  else console.log('openpyxl is not installed here: the saved file was not opened with it');
  if (!hasCalc) return console.log('LibreOffice is not installed here: the saved file was not opened with it');
  expect(readFileSync(converted(path, 'csv', work), 'utf8')).toContain('6.51');
}
