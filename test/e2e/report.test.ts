// A Word report in the workbench, in Chromium: dropped beside an open workbook, a contradiction clicked, the cell selected in the grid; its tables brought onto new sheets.
import { readFileSync } from 'node:fs';
import { Paragraph } from 'docx';
import type { Browser, Page } from 'playwright-core';
import { fileJson } from '../../src/exports/json';
import { reviewReportTables } from '../../src/review/report-tables';
import { fileReviewOf } from '../../src/review/file-review';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { readPackage } from '../../src/workbooks/package/read';
import { corpusTables } from '../corpus/workbooks';
import { bytesOf, tableOf } from '../word/docx-tables';
import { documentOf } from '../word/make-docx';
import { violationsOf } from './accessibility';
import { describeInBrowser, launchBrowser } from './host-page/session';
import { gridReady, serveWorkbench, type ServedWorkbench } from './workbench-server';

const inBrowser = describeInBrowser('报告核对');
jest.setTimeout(300_000);

const LINES = [
  '2022年度科普专项经费绩效自评报告', '一、项目概况', '2022年，区财政下达科普经费项目预算资金28万元，实际到位28万元，到位率为100%。',
  '二、资金使用情况', '项目实际支出28万元，支出率为100%。', '三、存在的问题', '培训形式不够多样。', '四、自评结论', '项目自评得分92.5分，等次为良。',
];
/** A department's table and a base-data table, as reports carry them behind the text. */
const TABLES = ['hunan-department-2024', 'hunan-base-data-2024'].map((id) => {
  const table = corpusTables().find((one) => one.id === id);
  if (!table) throw new Error(`no ${id}`);
  return table;
});

let served: ServedWorkbench;
let browser: Browser;
let address = '';
let words: Uint8Array;
let report: Uint8Array;

const selected = (page: Page, cell: string): Promise<unknown> => page.waitForFunction((wanted) => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value.split(':')[0] === wanted, cell, { timeout: 20_000 });

/** As a drag from a folder ends. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(({ file, base64 }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], file));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, { file: name, base64: Buffer.from(bytes).toString('base64') });
}

async function opened(locale = 'zh-CN'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(address);
  await gridReady(page);
  return page;
}

inBrowser('a report in the workbench', () => {
  beforeAll(async () => {
    words = await bytesOf(LINES.map((line) => new Paragraph(line)));
    report = await bytesOf([...LINES.map((line) => new Paragraph(line)), ...TABLES.flatMap((table) => [new Paragraph('附件'), tableOf(table)])]);
    served = await serveWorkbench();
    address = served.address;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    served?.stop();
  });

  test('dropped beside the open table, its contradiction leads to the cell, and the cell leads back to the words', async () => {
    const page = await opened();
    await drop(page, '绩效自评报告.docx', words);
    await page.getByRole('heading', { name: '报告正文' }).waitFor();
    const finding = page.getByRole('button', { name: /报告写科普经费项目28万元，.*F5全年预算数是43万元/ });
    await finding.click();
    await page.getByRole('button', { name: '定位 F5' }).click();
    await selected(page, 'F5');
    // The same from the text, by the keyboard alone.
    await page.getByRole('button', { name: '28万元，矛盾' }).first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await selected(page, 'F5');
    expect(await violationsOf(page, (axe) => axe.include('main'))).toEqual([]);
    // Back: the finding about the rate names the words that speak of it.
    await page.getByRole('button', { name: '返回' }).click();
    await page.locator('button[data-stop]').filter({ hasText: 'I5' }).first().click();
    await page.getByRole('button', { name: /^报告第 \d+ 段：100%/ }).first().click();
    await page.getByRole('heading', { name: '报告正文' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('100%');
    await page.context().close();
  });

  test('its tables come onto new sheets and review there as they do inside the report', async () => {
    const page = await opened();
    await drop(page, '绩效自评报告.docx', report);
    await page.getByRole('button', { name: '把 2 张表导入工作簿' }).click();
    await page.getByText(/^已导入到新工作表：/).first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
    const saved = readPackage(new Uint8Array(readFileSync(await download.path())));
    if (!saved.ok) throw new Error(saved.reason);
    const document = documentOf(report);
    const names = document.tables.map(({ grid }) => grid.sheet);
    expect(saved.snapshot.grids.map(({ sheet }) => sheet).slice(-2)).toEqual(names);
    const inside = fileJson(fileReviewOf('', { ...reviewReportTables(document), remarks: [] }));
    const onSheets = fileJson(fileReviewOf('', { ...reviewWorkbook({ ...saved.snapshot, grids: saved.snapshot.grids.filter(({ sheet }) => names.includes(sheet)) }), remarks: [] }));
    expect(inside.tables.length).toBe(2);
    expect(onSheets).toEqual(inside);
    await page.context().close();
  });

  test('without an open table it is said what to do; a broken report gets its sentence', async () => {
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await page.goto(`${address}?empty`);
    await page.getByText('打开文件').first().waitFor();
    await drop(page, '报告.docx', report);
    await page.getByText('“报告.docx”是报告：请先打开它的自评表').first().waitFor();
    await drop(page, '报告.pdf', new TextEncoder().encode('%PDF-1.4'));
    await page.getByText(/没有打开“报告\.pdf”：这是 PDF 文件.*另存为 \.docx/).first().waitFor();
    await page.context().close();
    const other = await opened();
    await drop(other, '报告.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    await other.getByText(/另存为.*docx/).first().waitFor();
    await other.context().close();
  });
});
