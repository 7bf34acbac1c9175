// A whole folder in the workbench, in Chromium: reviewed in workers while the page answers, listed, opened at a cell, exported, saved and reopened; its lines are the command line's byte for byte.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import type { FileRecord } from '../../src/batch/record';
import type { Rubric } from '../../src/model/rubric';
import { fileOf } from '../../src/pane/check-form';
import { rubricText } from '../../src/pane/rule-files';
import { findRubric } from '../../src/rubrics/catalogue';
import { readPackage } from '../../src/workbooks/package/read';
import * as hostile from '../faults/hostile-files';
import { makeDocx, p } from '../word/make-docx';
import { violationsOf } from './accessibility';
import { describeInBrowser, launchBrowser } from './host-page/session';
import { gridReady, serveWorkbench, type ServedWorkbench } from './workbench-server';

const ROOT = resolve(__dirname, '..', '..');
/** Whole workbooks beside the hostile ones: three hundred files in all, and as many as show the rest without the wait. */
const MANY = 270;
const FEW = 60;
const inBrowser = describeInBrowser('批量核查');
jest.setTimeout(300_000);

const work = mkdtempSync(join(tmpdir(), 'biaoli-folder-'));
const folder = join(work, '2023年度');
const smaller = join(work, '少量', '2023年度');
let served: ServedWorkbench;
let address = '';
let browser: Browser;
/** The command line's results for each folder. */
const expected = { folder: '', smaller: '' };
const countOf = (lines: string): number => lines.trim().split('\n').length;
const problems: string[] = [];

type Look = readonly ['light' | 'dark', 'none' | 'active'];
const EVERY_LOOK: readonly Look[] = [['light', 'none'], ['dark', 'none'], ['light', 'active']];

/** What axe finds in one look, and about colours in the others: nothing else changes with them. Leaves the page as in the first. */
async function faultsIn(page: Page, looks: readonly Look[]): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const [at, [colorScheme, forcedColors]] of looks.entries()) {
    await page.emulateMedia({ colorScheme, forcedColors });
    const violations = await violationsOf(page, (axe) => (at === 0 ? axe : axe.withRules('color-contrast')));
    if (violations.length > 0) found.push([colorScheme, forcedColors, violations]);
  }
  const [first] = looks;
  if (first) await page.emulateMedia({ colorScheme: first[0], forcedColors: first[1] });
  return found;
}

function writeFolder(to: string, count: number): void {
  execFileSync(process.execPath, [join(__dirname, 'write-workbooks.mjs'), to, String(count)]);
  for (const [name, make] of Object.entries(hostile)) {
    const bytes: unknown = typeof make === 'function' && make.length === 0 ? (make as () => unknown)() : null;
    if (bytes instanceof Uint8Array) writeFileSync(join(to, `恶意-${name}.xlsx`), bytes);
  }
  mkdirSync(join(to, '.hidden'));
  for (const [name, text] of [['空.xlsx', ''], ['坏.xls', 'no workbook'], ['a+b=c😀.XLSM', 'PK'], ['~$锁.xlsx', 'lock'], ['说明.txt', 'text'], ['.hidden/x.xlsx', 'x']] as const) writeFileSync(join(to, name), text);
  writeFileSync(join(to, '青石县', '自评报告.docx'), makeDocx({ body: p('项目支出绩效自评报告') + p('全年预算数100万元，全年执行数90万元，预算执行率为95%。') }));
}

/** All files of the folder as a zip, compressed as programs do. */
function zipped(): Uint8Array {
  const parts: Zippable = {};
  for (const name of readdirSync(smaller, { recursive: true, encoding: 'utf8' })) if (/\.\w+$/.test(name) && !name.endsWith('.hidden')) parts[name] = [readFileSync(join(smaller, name)), { level: 1 }];
  return zipSync(parts);
}

async function open(options: Parameters<Browser['newContext']>[0] = {}, query = '?empty'): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN', acceptDownloads: true, ...options });
  // The pickers of the File System Access API are the browser's own windows, which a test cannot answer.
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'showDirectoryPicker');
    Reflect.deleteProperty(window, 'showOpenFilePicker');
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.setDefaultTimeout(60_000);
  await page.goto(`${address}${query}`);
  return page;
}

async function chooseFolder(page: Page, path = smaller): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /^(选择文件夹|文件夹|Choose a folder)$/ }).first().click()]);
  await chooser.setFiles(path);
}

const done = (page: Page): Promise<void> => page.getByText(/核查完成：共 \d+ 个文件/).first().waitFor();
const labelled = (label: string): string => `[aria-label=${JSON.stringify(label)}]`;

/** Waits until what has the focus is such an element; where it is instead is said. */
async function focusOn(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.matches(wanted) === true, selector).catch(async () => {
    const instead = await page.evaluate(() => `${document.activeElement?.cloneNode() instanceof Element ? (document.activeElement.cloneNode() as Element).outerHTML.slice(0, 300) : 'nothing'} in ${document.activeElement?.closest('[data-area]')?.getAttribute('data-area') ?? 'no area'}`);
    throw new Error(`The focus should be on ${selector}; it is on ${instead}`);
  });
}
const rows = (page: Page, area: 'list' | 'detail' = 'list') => page.locator(`[data-area="${area}"] [data-stop]`);

async function exported(page: Page, entry: RegExp): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  await page.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: entry }).click()]);
  return taken(download);
}

async function taken(download: Download): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const name = download.suggestedFilename();
  const path = join(work, `taken-${Math.random()}-${name}`);
  await download.saveAs(path);
  return { name, bytes: readFileSync(path) };
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

inBrowser('a folder in the workbench', () => {
  beforeAll(async () => {
    for (const [which, path, count] of [['folder', folder, MANY], ['smaller', smaller, FEW]] as const) {
      writeFolder(path, count);
      execFileSync(process.execPath, [join(ROOT, 'src/launch.mjs'), 'batch', path, '--out', join(work, which), '--quiet', '--exit-zero']);
      expected[which] = readFileSync(join(work, which, 'results.jsonl'), 'utf8');
    }
    [served, browser] = await Promise.all([serveWorkbench(), launchBrowser()]);
    address = served.address;
  });
  afterAll(async () => {
    await browser?.close();
    served?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  test('is reviewed while the page answers, stopped, gone on with, and its lines are those of the command line', async () => {
    const page = await open();
    await page.evaluate(() => {
      const long: number[] = [];
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) long.push(entry.duration); }).observe({ type: 'longtask' });
      Object.assign(window, { long });
    });
    const begun = Date.now();
    await chooseFolder(page, folder);
    const stop = page.getByRole('button', { name: '停止' });
    await stop.waitFor();
    // Clicks on the tabs, each until it has been painted.
    const answers: number[] = [];
    for (const tab of ['文件', '规则', '单位', '文件', '单位']) {
      answers.push(await page.evaluate(async (name) => {
        const from = performance.now();
        Array.from(document.querySelectorAll<HTMLElement>('[role="tab"]')).find((one) => one.textContent.startsWith(name))?.click();
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
        return performance.now() - from;
      }, tab));
    }
    await stop.click();
    await page.getByText(/已停止：核查了 \d+\/\d+ 个文件/).first().waitFor();
    await page.getByRole('button', { name: '继续' }).click();
    await done(page);
    const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
    console.log(`${countOf(expected.folder)} files in ${Date.now() - begun} ms; while it ran clicks were painted after ${answers.map((one) => one.toFixed(0)).join(', ')} ms; ${long.filter((one) => one > 100).length} tasks over 100 ms, the longest ${Math.max(0, ...long).toFixed(0)} ms`);
    expect(text((await exported(page, /JSONL/)).bytes)).toBe(expected.folder);
    // Nothing has changed: every line is kept.
    await page.getByRole('button', { name: '重新核查' }).click();
    await done(page);
    expect(text((await exported(page, /JSONL/)).bytes)).toBe(expected.folder);
    await page.context().close();
  });

  test('is judged by the catalogue beside the page and this computer’s rules as the command line is by the same, and given out without free text', async () => {
    const bureau = join(work, 'bureau');
    const national = findRubric('mof-2020') as Rubric;
    const put = (path: string, content: string): string => {
      const file = join(work, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    };
    const city: Rubric = { ...national, id: 'city', title: '某市口径', from: 2015 };
    const mine: Rubric = { ...national, id: 'mine', title: '本人口径', from: 2015, version: '3', severities: { 'goal-not-answered': 'error' } };
    const checks = [{ id: 'M1', label: '执行数不少', severity: 'verify', formula: '[全年执行数] > 1000000' }];
    put('bureau/rubrics/city.json', rubricText(city));
    put('bureau/checks/city.json', JSON.stringify({ title: '某市审核公式', checks: [{ id: 'C1', label: '分值合计', severity: 'error', formula: '合计(分值) = 99' }] }));
    const biaoli = (...words: readonly string[]): void => void execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...words], { env: { ...process.env, XDG_CACHE_HOME: join(work, 'cache') } });
    biaoli('catalog', 'build', bureau, '--title', '某市绩效目录', '--publisher', '某市财政局', '--catalog-version', '2026.1', '--date', '2026-01-15');
    const part = join(smaller, '青石县');
    const page = await open();
    await page.route(/\/(catalog\.json|(rubrics|checks)\/city\.json)$/, (route) => route.fulfill({ path: join(bureau, new URL(route.request().url()).pathname) }));
    await page.evaluate((rules) => localStorage.setItem('biaoli.own-rules', rules), JSON.stringify({ rubrics: [mine], checks }));
    const lines = async (...words: readonly string[]): Promise<void> => {
      biaoli('batch', part, '--out', join(work, 'by'), '--catalog', bureau, '--checks', put('checks.json', fileOf(checks)), '--quiet', '--exit-zero', ...words);
      expect(text((await exported(page, /JSONL/)).bytes)).toBe(readFileSync(join(work, 'by', 'results.jsonl'), 'utf8'));
    };
    const redact = async (): Promise<void> => {
      await page.getByRole('button', { name: '导出' }).click();
      await page.getByRole('menuitemcheckbox', { name: /不写单位填写的文字/ }).click();
      await page.keyboard.press('Escape');
    };
    await chooseFolder(page, part);
    await done(page);
    await page.getByText('口径按每张表选取；本机的口径“本人口径”（版本 3）；目录“某市绩效目录”（版本 2026.1）；审核公式 2 条', { exact: true }).waitFor();
    await page.getByRole('button', { name: '口径', exact: true }).click();
    expect(await faultsIn(page, EVERY_LOOK)).toEqual([]);
    await page.getByLabel('全部表格的口径').selectOption({ label: '本人口径，版本 3' });
    await page.getByRole('button', { name: '采用' }).click();
    await page.getByText('全部表格按口径“本人口径”（版本 3）；目录“某市绩效目录”（版本 2026.1）；审核公式 2 条', { exact: true }).waitFor();
    await done(page);
    await page.waitForFunction(() => !document.querySelector('[role="progressbar"]'));
    const own = put('mine.json', rubricText(mine));
    await lines('--rubric', own);
    await redact();
    await lines('--rubric', own, '--redact');
    await page.context().close();
  });

  test('outlives a reload: what was checked is offered, comes back line by line, and is offered to nobody else meanwhile; saved or given up, it is gone', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await chooseFolder(page);
    // A page that a person has touched asks before a run that goes on is lost.
    await page.getByRole('button', { name: '停止' }).waitFor();
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await chooseFolder(page);
    await done(page);
    const offer = (on: Page) => on.getByText(new RegExp(`^“2023年度”的核查清单还在（${countOf(expected.smaller)} 个文件，`));
    // The list is safe a moment after it is whole: nothing is asked then.
    await page.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    await page.reload();
    expect(asked).toHaveLength(1);
    await offer(page).waitFor();
    expect(await faultsIn(page, EVERY_LOOK)).toEqual([]);
    const beside = await page.context().newPage();
    await beside.goto(`${address}?empty`);
    await offer(beside).waitFor();
    await page.getByRole('button', { name: '恢复 2023年度' }).click();
    await page.getByRole('tab', { name: /^单位 \d+/, selected: true }).waitFor();
    await beside.getByRole('button', { name: '恢复 2023年度' }).click();
    await beside.getByText('“2023年度”的清单已在另一个窗口恢复或丢弃，或随浏览器的数据清除了。').first().waitFor();
    await beside.close();
    await page.reload();
    await page.getByRole('button', { name: '恢复 2023年度' }).click();
    expect(text((await exported(page, /JSONL/)).bytes)).toBe(expected.smaller);
    await page.reload();
    await page.getByRole('button', { name: '打开文件' }).waitFor();
    expect(await offer(page).count()).toBe(0);
    await page.context().close();
  });

  test('is asked about again once its list was cleared out of the browser with everything else; it is kept again with the next check', async () => {
    const page = await open();
    await chooseFolder(page);
    await done(page);
    const kept = page.getByText(/^清单留在这台电脑的浏览器里/);
    const leave = (): Promise<boolean> => page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    await kept.waitFor();
    expect(await leave()).toBe(true);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'all' });
    await kept.waitFor({ state: 'detached' });
    expect(await leave()).toBe(false);
    await page.getByRole('button', { name: '重新核查' }).click();
    await kept.waitFor();
    await page.context().close();
  });

  test('comes as a zip or is dropped, with the same lines', async () => {
    const zip = join(work, '报送.zip');
    writeFileSync(zip, zipped());
    for (const how of ['zip', 'dropped'] as const) {
      const page = await open();
      if (how === 'zip') await page.locator('input[type="file"]').setInputFiles(zip);
      else {
        const devtools = await page.context().newCDPSession(page);
        for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data: { items: [], files: [smaller], dragOperationsMask: 1 } });
      }
      await done(page);
      expect(text((await exported(page, /JSONL/)).bytes)).toBe(expected.smaller);
      if (how === 'zip') {
        // What is saved of it goes to the downloads: nothing can be put back into a zip from here.
        await rows(page).first().click();
        await rows(page, 'detail').first().click();
        await gridReady(page);
        await page.getByRole('button', { name: '预览并更正' }).click();
        await page.getByRole('button', { name: /^写入 \d+ 处$/ }).click();
        await page.getByText(/已更正 \d+ 处|已标注 \d+ 处/).first().waitFor();
        await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
        await page.getByText(/压缩包里的原文件没有改/).first().waitFor();
      }
      await page.context().close();
    }
  });

  test('is gone through with the keyboard alone: from a unit to a finding, to its cell in the grid, and back to the same place', async () => {
    const page = await open({ viewport: { width: 1400, height: 700 } });
    await chooseFolder(page);
    await done(page);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    await page.getByRole('tab', { name: /^单位/ }).focus();
    for (let presses = 0; presses < 20 && !(await page.evaluate(() => document.activeElement?.matches('[data-area="list"] [data-stop]'))); presses++) await page.keyboard.press('Tab');
    for (let down = 0; down < 30; down++) await page.keyboard.press('ArrowDown');
    const unit = await focused();
    const top = await page.locator('[data-area="list"] ul').evaluate((list) => list.parentElement?.scrollTop ?? 0);
    expect(top).toBeGreaterThan(500);
    await page.keyboard.press('Enter');
    await rows(page, 'detail').first().waitFor();
    for (let presses = 0; presses < 20 && !(await page.evaluate(() => document.activeElement?.matches('[data-area="detail"] [data-stop]'))); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const finding = await focused();
    const [, cell = ''] = /的 ([A-Z]+\d+)$/.exec(finding) ?? [];
    expect(cell).not.toBe('');
    await page.keyboard.press('Enter');
    await page.waitForFunction((wanted) => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value.startsWith(wanted), cell);
    // The finding is open in the pane.
    await page.locator('button[data-stop][aria-expanded="true"]').filter({ hasText: cell }).waitFor();
    await focusOn(page, 'button[data-stop][aria-expanded="true"]');
    // The browser's own Back and Forward lead the same way.
    await page.goBack();
    await focusOn(page, labelled(finding));
    await page.goForward();
    await focusOn(page, 'button[data-stop][aria-expanded="true"]');
    await page.getByRole('button', { name: '返回清单' }).focus();
    await page.keyboard.press('Enter');
    await focusOn(page, labelled(finding));
    // The workbook behind the lists is one press away, and the lists again.
    await page.getByRole('button', { name: /^返回表格“/ }).focus();
    await page.keyboard.press('Enter');
    await focusOn(page, labelled('返回清单'));
    await page.keyboard.press('Enter');
    await focusOn(page, labelled(finding));
    expect(await page.locator('[data-area="list"] ul').evaluate((list) => list.parentElement?.scrollTop ?? 0)).toBe(top);
    await page.keyboard.press('Escape');
    await focusOn(page, labelled(unit));

    // The other lists: a rule with all its places, a file that cannot be read with its reason.
    await page.getByRole('tab', { name: /^规则/ }).click();
    await rows(page).first().click();
    await rows(page, 'detail').nth(6).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).not.toBe('');
    await page.getByRole('tab', { name: /^文件/ }).click();
    await page.getByRole('searchbox', { name: '筛选' }).fill('空.xlsx');
    await rows(page).first().click();
    await page.locator('[data-area="detail"]').getByText('文件是空的', { exact: false }).first().waitFor();
    // Back from the lists leaves the page, however often a file was opened from them.
    await page.getByText(/^清单留在这台电脑的浏览器里/).waitFor();
    await page.goBack();
    await page.waitForURL('about:blank');
    await page.context().close();
  });

  test('gives its summary in every form, its letters, and itself to be opened again', async () => {
    const page = await open();
    await chooseFolder(page);
    await done(page);
    const summary = await exported(page, /汇总（XLSX）/);
    const reading = readPackage(summary.bytes);
    expect(reading.ok && reading.snapshot.grids.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(['单位', '规则', '未核查']));
    const html = await exported(page, /HTML/);
    expect(text(html.bytes)).toMatch(/^<!doctype html>[\s\S]*按单位[\s\S]*<\/html>\s*$/);
    const csv = unzipSync((await exported(page, /CSV/)).bytes);
    // Its mark is what Excel goes by.
    expect([...(csv['汇总.csv'] ?? new Uint8Array()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text(csv['汇总.csv'] ?? new Uint8Array())).toMatch(/^单位,/);
    const json = JSON.parse(text((await exported(page, /汇总（JSON）/)).bytes)) as { summary: { files: number } };
    expect(json.summary.files).toBe(countOf(expected.smaller));
    const sarif = JSON.parse(text((await exported(page, /SARIF/)).bytes)) as { version: string };
    expect(sarif.version).toBe('2.1.0');

    // Also where little room is, the menu of a button hangs below it.
    await page.setViewportSize({ width: 400, height: 800 });
    const more = page.getByRole('button', { name: '更多操作' });
    await more.click();
    const [above, below] = [await more.boundingBox(), await page.getByRole('menu').boundingBox()];
    expect(above && below && below.y - above.y - above.height).toBeCloseTo(4, 0);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1400, height: 900 });

    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: /审核意见书/ }).click();
    await page.getByLabel('落款单位').fill('青石县财政局');
    const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载模板' }).click()]);
    await page.locator('input[data-template]').setInputFiles({ name: '本局模板.txt', mimeType: 'text/plain', buffer: Buffer.from(text((await taken(template)).bytes).replace('现将审核意见函告如下', '意见如下')) });
    await page.getByText('本局模板.txt').waitFor();
    // In a low, narrow window what a dialog is for stays in sight.
    await page.setViewportSize({ width: 320, height: 420 });
    const make = await page.getByRole('button', { name: '生成' }).boundingBox();
    expect(make && make.y + make.height).toBeLessThan(420 - 24);
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.getByLabel('须更正的单位', { exact: true }).check();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '生成' }).click()]);
    const letters = unzipSync((await taken(download)).bytes);
    execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'letters', join(work, 'smaller'), '--out', join(work, 'letters'), '--only', 'errors', '--quiet']);
    expect(Object.keys(letters).length).toBeGreaterThan(20);
    expect(Object.keys(letters).sort()).toEqual(readdirSync(join(work, 'letters')).sort());
    const [letter] = Object.values(letters);
    const said = text(unzipSync(letter ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array());
    expect(said).toContain('青石县财政局');
    expect(said).toContain('意见如下');

    // What was asked of letters is what the next ones begin with; who signs them is known to the next page too.
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: /审核意见书/ }).click();
    expect(await page.getByLabel('落款单位').inputValue()).toBe('青石县财政局');
    expect(await page.getByLabel('须更正的单位', { exact: true }).isChecked()).toBe(true);
    await page.getByText('本局模板.txt').waitFor();
    await page.getByRole('button', { name: '改用内置模板' }).click();
    await page.getByText('内置模板', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('选择修改过的模板');
    await page.keyboard.press('Escape');

    const list = join(work, 'results.jsonl');
    writeFileSync(list, (await exported(page, /JSONL/)).bytes);
    const again = await open();
    await again.locator('input[type="file"]').setInputFiles(list);
    await again.getByText(new RegExp(`^${countOf(expected.smaller)} 个文件`)).waitFor();
    await rows(again).first().click();
    await rows(again, 'detail').nth(1).click();
    await again.getByText(/打开的是保存的清单/).first().waitFor();
    // With the folder every line is found unchanged, and files open.
    await chooseFolder(again);
    await done(again);
    expect(text((await exported(again, /JSONL/)).bytes)).toBe(expected.smaller);
    await again.context().close();
    await page.context().close();
  });

  test('a list of two thousand stays short in the page and is scrolled, filtered and jumped through', async () => {
    const [line = ''] = expected.smaller.trim().split('\n').filter((one) => one.includes('"status":"checked"'));
    const record = JSON.parse(line) as FileRecord;
    const list = join(work, 'long.jsonl');
    writeFileSync(list, Array.from({ length: 2000 }, (_, at) => `${JSON.stringify({ ...record, file: `${at}.xlsx`, tables: record.tables.slice(0, 1).map((table) => ({ ...table, facts: { ...table.facts, department: null, unit: `第${at}小学` } })) })}\n`).join(''));
    const page = await open();
    await page.locator('input[type="file"]').setInputFiles(list);
    await page.getByText(/^2000 个文件，2000 个单位/).waitFor();
    const figures = await page.evaluate(async () => {
      const scroll = document.querySelector<HTMLElement>('[data-area="list"] ul')?.parentElement;
      const took: number[] = [];
      let most = 0;
      for (let step = 1; scroll && step <= 20; step++) {
        const from = performance.now();
        scroll.scrollTop = (scroll.scrollHeight * step) / 20;
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
        took.push(performance.now() - from);
        most = Math.max(most, scroll.querySelectorAll('li').length);
      }
      return { took, most };
    });
    console.log(`2,000 rows: ${figures.most} of them in the page at most; a leap was painted after ${Math.max(...figures.took).toFixed(0)} ms at most`);
    expect(figures.most).toBeLessThan(60);
    await page.locator('[data-area="list"] [data-stop][tabindex="0"]').focus();
    await page.keyboard.press('End');
    await focusOn(page, 'li[aria-posinset="2000"] *');
    await page.getByRole('searchbox', { name: '筛选' }).fill('第1999小学');
    await page.waitForFunction(() => document.querySelectorAll('[data-area="list"] li').length === 1);
    await page.context().close();
  });

  test('in a narrow window the list has most of the room, nothing is out of reach, and what was not read, alike or of last year is in sight', async () => {
    const [sent, last] = [join(work, '窄', '2024年度'), join(work, '窄', '2023年度')];
    for (const to of [sent, last]) {
      mkdirSync(to, { recursive: true });
      execFileSync(process.execPath, [join(__dirname, 'write-workbooks.mjs'), to, '4']);
    }
    writeFileSync(join(sent, '坏文件.xlsx'), 'no workbook');
    writeFileSync(join(sent, '数据.csv'), 'a,b');
    writeFileSync(join(sent, '青石县', '重报.xlsx'), readFileSync(join(sent, '青石县', '0001 自评表.xlsx')));
    const page = await open({ viewport: { width: 320, height: 700 } });
    await chooseFolder(page, sent);
    await done(page);
    await page.getByRole('region', { name: '文件和设置' }).getByRole('button', { name: '关闭' }).click();
    const top = await page.locator('[data-area="list"] ul').boundingBox();
    expect(top?.y).toBeLessThan(700 * 0.4);
    const judged = page.getByText('口径按每张表选取');
    expect(await judged.isVisible()).toBe(false);
    await page.getByRole('button', { name: /^7 个文件，/ }).click();
    await judged.waitFor();
    await page.getByRole('button', { name: /^7 个文件，/ }).click();

    // Units do not have them, and say so; the filter that is brought back says what it leaves.
    await page.getByText('另有 2 个文件没有核查，不归入单位：坏文件.xlsx、数据.csv').waitFor();
    await page.getByRole('button', { name: '查看没有核查的 2 个文件' }).click();
    await focusOn(page, '[aria-label^="坏文件.xlsx，未核查"]');
    expect(await rows(page).count()).toBe(2);
    await page.getByRole('tab', { name: /^单位/ }).click();
    await page.getByText('没有结论是“未核查”的单位。').waitFor();
    await page.getByRole('button', { name: '显示全部' }).click();
    await rows(page).first().waitFor();

    await page.getByRole('button', { name: '更多操作' }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([expect.stringContaining('重新核查'), expect.stringContaining('口径'), expect.stringContaining('选择上年的文件夹'), expect.stringContaining('选择上年的结果')]);
    await page.keyboard.press('Escape');
    // Also where the comparison would be: the head's button has another name here.
    await page.getByRole('tab', { name: /^比较/ }).click();
    const sections = page.getByRole('combobox', { name: '比较的哪一部分' });
    await sections.selectOption('years');
    await page.getByText('还没有选择上年的表。').waitFor();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择上年的文件夹' }).click()]);
    await chooser.setFiles(last);
    await page.getByText(/^与上年（2023年度）比较完成：对上 \d+ 张表，列出 \d+ 处。$/).first().waitFor();
    expect(await sections.locator('option:checked').textContent()).toMatch(/^与上年比较 \d+ 处$/);
    expect(await page.getByRole('tab', { selected: true }).textContent()).toMatch(/^比较 \d+$/);
    // The button is gone: the focus is in what came instead of it.
    await rows(page).first().waitFor();
    await focusOn(page, '[data-area="list"], [data-area="list"] *');
    // Its cell is seen, which the pane has nothing to say of.
    await rows(page).filter({ hasText: '文字照旧' }).first().click();
    await page.getByRole('tab', { name: '表格', selected: true }).waitFor({ timeout: 60_000 });
    await page.getByText(/^已定位到 G9（自评表1）$/).first().waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value.startsWith('G9'));
    await page.getByRole('button', { name: '返回清单' }).click();
    await sections.selectOption('duplicates');
    await rows(page).filter({ hasText: '重报.xlsx' }).first().waitFor();
    await page.context().close();
  });

  // Other looks change nothing but colours, and another language changes none of these.
  test.each([['zh-CN', 'light, dark and high contrast', EVERY_LOOK], ['en-US', 'light', EVERY_LOOK.slice(0, 1)]] as const)('no fault of accessibility: %s, %s', async (locale, _looks, looks) => {
    const few = join(work, 'few.jsonl');
    if (!existsSync(few)) writeFileSync(few, `${expected.smaller.trim().split('\n').slice(0, 60).join('\n')}\n`);
    const page = await open({ locale });
    const faults = async (): Promise<void> => expect(await faultsIn(page, looks)).toEqual([]);
    await page.locator('input[type="file"]').setInputFiles(few);
    await rows(page).first().click();
    await rows(page, 'detail').first().waitFor();
    await faults();
    await page.getByRole('tab').nth(3).click();
    await page.locator('[data-area="list"] h2').first().waitFor();
    await page.getByRole('button', { name: /导出|Export/ }).click();
    await page.getByRole('menuitem', { name: /DOCX/ }).click();
    await page.getByRole('dialog').waitFor();
    await faults();
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('tab').nth(1).click();
    await rows(page).first().waitFor();
    await faults();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  test('nothing went wrong on any page', () => {
    expect(problems).toEqual([]);
  });
});
