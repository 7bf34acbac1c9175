// The whole way of an accountant through the built pane, in Chromium, with the unmodified Office.js loader in front of an emulated Excel.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { openWorkbook, snapshotOf, traceOf } from '../excel-host/open-workbook';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { buildAddIn, type Build } from './build-add-in';
import { chromiumPath, launchBrowser, openSession, type Session } from './host-page/session';

const SAMPLE = resolve(__dirname, '../../assets/samples/项目支出绩效自评表（示例）.xlsx');
const found = existsSync(chromiumPath());
if (!found) console.warn(`${chromiumPath()} 不存在：没有在浏览器里走任务窗格的全过程（核查、定位、更正、撤销、解释单元格、内容安全策略）。请安装 Chromium，或用环境变量 CHROMIUM 指明位置。`);

jest.setTimeout(300_000);

(found ? describe : describe.skip)('the built pane', () => {
  let browser: Browser;
  let build: Build;
  let session: Session | null = null;

  beforeAll(async () => {
    [build, browser] = await Promise.all([buildAddIn(), launchBrowser()]);
    if (build.code !== 0) throw new Error(build.told);
  });
  afterEach(async () => {
    await session?.close();
    session = null;
  });
  afterAll(async () => {
    await browser?.close();
    if (build) rmSync(build.folder, { recursive: true, force: true });
  });

  async function opened(page = 'taskpane.html'): Promise<Session> {
    const model = openWorkbook(new Uint8Array(readFileSync(SAMPLE)));
    session = await openSession(browser, model, { addIn: `/addin/${page}`, folders: { addin: build.folder }, excel: { requirementSet: '1.18' }, width: 320 });
    return session;
  }

  it('tells its size, and stays below its limit', () => {
    expect(build.told).toMatch(/task pane: [\d.]+ kB of JavaScript \(gzip\) before it shows itself, limit 250 kB/);
  });

  it.each([
    ['by mouse', (target: Locator) => target.click()],
    ['by keyboard', async (target: Locator) => { await target.focus(); await target.press('Enter'); }],
  ])('checks, reveals, corrects and takes back, %s', async (_way, press) => {
    const { pane, page, server, outside, problems } = await opened();
    const { model } = server.host;
    const start = traceOf(model);
    const expected = reviewWorkbook(snapshotOf(model), { rubric: null, waivers: [] });
    const findings = expected.tables.flatMap((table) => table.findings);
    const errors = findings.filter(({ severity }) => severity === 'error').length;

    await press(pane.getByRole('button', { name: '一键核查' }));
    await pane.getByText(`${errors} 处错误`).first().waitFor();
    expect(traceOf(model)).toBe(start);

    await press(pane.locator('button[data-stop]').filter({ hasText: 'I5' }).first());
    await page.locator('td[data-cell="I5"].selected').waitFor();

    await press(pane.getByRole('button', { name: '预览并更正' }));
    await press(pane.getByRole('button', { name: /^写入 \d+ 处$/ }));
    await pane.getByText(/已更正 \d+ 处/).first().waitFor();
    const corrected = model.sheets[0]?.at(5, 9);
    expect(corrected?.value).toBe(0.6512);
    expect(corrected?.fill).toBe('#FFC7CE');
    expect(traceOf(model)).not.toBe(start);

    await press(pane.getByRole('button', { name: '撤销' }).last());
    await pane.getByText(/已恢复|已撤销/).first().waitFor();
    expect(traceOf(model)).toBe(start);
    expect({ outside, problems }).toEqual({ outside: [], problems: [] });
  });

  it('opens at the selected cell when the cell’s menu asked for it', async () => {
    const model = openWorkbook(new Uint8Array(readFileSync(SAMPLE)));
    const sheet = model.sheets[0];
    if (!sheet) throw new Error('the sample has no sheet');
    model.select(sheet, { top: 5, left: 9, bottom: 5, right: 9 });
    session = await openSession(browser, model, { addIn: '/addin/taskpane.html?explain=1', folders: { addin: build.folder }, excel: { requirementSet: '1.18' }, width: 320 });
    const row = session.pane.locator('button[data-stop][aria-expanded="true"]');
    await row.waitFor();
    expect(await row.textContent()).toContain('I5');
  });

  it('keeps preferences with the library in a piece of its own, under a policy without eval', async () => {
    const { pane, page, problems } = await opened();
    await pane.getByRole('button', { name: '一键核查' }).waitFor();
    const frame = page.frames().find((one) => one.url().includes('/addin/'));
    const policy = await frame?.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(await frame?.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /\/storage\.\w+\.js$/.test(name)))).toBe(true);
    expect(problems).toEqual([]);
  });

  it('says outside Excel where it belongs', async () => {
    const { server, context } = await opened();
    const page = await context.newPage();
    await page.goto(new URL('/addin/taskpane.html', server.url).href);
    await page.getByText('要在 Excel 里打开').waitFor();
  });
});
