// The whole way of an accountant through the built pane, in Chromium, with the unmodified Office.js loader in front of an emulated Excel; once by mouse, once by keyboard.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { countCauses } from '../../src/review/causes';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { snapshotOf, traceOf } from '../excel-host/open-workbook';
import { FORM, openForm, withBuiltAddIn } from './add-in-session';
import type { Session } from './host-page/session';
import { withKeyboard, withMouse, type Person } from './person';

const SAMPLE = resolve(__dirname, '../../assets/samples/project.xlsx');
const REASON = '上级年中追加科普任务，文号青科协〔2022〕7号，传播渠道由两个增到五个。';

withBuiltAddIn('the built pane', '任务窗格的全过程（核查、定位、更正、撤销、书面说明、解释单元格、内容安全策略）', ({ build, open }) => {
  it('tells its size, and stays below its limit', () => {
    expect(build().told).toMatch(/task pane: [\d.]+ kB of JavaScript \(gzip\) before it shows itself, limit 250 kB/);
  });

  it.each<[string, (session: Session) => Person]>([
    ['by mouse', ({ page, pane }) => withMouse(page, pane)],
    ['by keyboard alone', ({ page, pane }) => withKeyboard(page, pane)],
  ])('checks, reveals, corrects, takes back, explains and finds the explanation out of date, %s', async (_way, personAt) => {
    const session = await open(openForm());
    const { pane, page, server, outside, problems } = session;
    const person = personAt(session);
    const { model } = server.host;
    const sheet = model.sheetNamed(FORM);
    const start = traceOf(model);
    const expected = reviewWorkbook(snapshotOf(model), { rubric: null, waivers: [] });
    const findings = expected.tables.flatMap((table) => table.findings);
    const causes = () => countCauses(reviewWorkbook(snapshotOf(model), { rubric: null, waivers: [] }).tables.flatMap((table) => table.findings));

    // Checks: what the review finds is what the pane lists, and nothing in the workbook moves.
    await person.press('一键核查');
    await pane.getByText(`${causes().errors} 处错误、${causes().verify} 处待核实，另有由此引起 ${causes().follows} 处`).first().waitFor();
    const list = await pane.locator('ul[aria-label="发现的问题"]').innerText();
    for (const words of ['填 100%，应为 65.12%', '标明40分，所属5项指标分值合计50分', '各项分值合计110', '总分未填', '日期不在年度内', '超额完成未说明']) expect(list).toContain(words);
    for (const cell of ['I5', 'K5', 'E6', 'B17', 'H22', 'I22', 'G12', 'G13', 'F15', 'G17', 'G18', 'G19', 'G20']) expect(list).toMatch(new RegExp(`\\b${cell}\\b`));
    expect(findings.find(({ rule }) => rule === 'execution-score')?.expected).toBe('6.51');
    expect(traceOf(model)).toBe(start);

    // Reveals.
    await person.openRow('I5');
    await page.locator('td[data-cell="I5"].selected').waitFor();
    await pane.getByText('28 ÷ 43').first().waitFor();
    await person.closeRow();

    // Corrects: contents, fills and notes.
    await person.press('预览并更正');
    await person.press(/^写入 \d+ 处$/);
    await pane.getByText(/已更正 2 处/).first().waitFor();
    expect([sheet.at(5, 9)?.value, sheet.at(5, 9)?.fill, sheet.at(5, 11)?.value, sheet.at(5, 11)?.fill]).toEqual([0.6512, '#FFC7CE', 6.51, '#FFC7CE']);
    expect(snapshotOf(model).grids[0]?.cells.find(({ row, column }) => row === 5 && column === 9)?.note).toContain('原填 100%，更正为 65.12%');
    // The page draws the sheet after Excel has answered the pane.
    await page.locator('td[data-cell="I5"]').filter({ hasText: /^65\.12%$/ }).waitFor();

    // Takes back.
    await person.press('撤销');
    await pane.getByText(/已恢复/).first().waitFor();
    expect(traceOf(model)).toBe(start);

    // Explains: the words lie in the workbook, and whoever opens it next reads them.
    await person.openRow('G13');
    await person.press('填写说明');
    await person.fill('说明理由', REASON);
    await person.press('保存说明');
    await pane.getByText('说明已写进工作簿').first().waitFor();
    expect(model.xmlParts.map(({ xml }) => xml).join()).toContain('青科协〔2022〕7号');
    await page.reload();
    await person.press('一键核查');
    await pane.getByText(`${causes().verify - 1} 处待核实`).first().waitFor();
    await person.openRow('G13');
    await pane.getByText(REASON).waitFor();
    expect(await pane.locator('button[data-stop][aria-expanded="true"]').textContent()).toContain('已说明');
    await person.closeRow();

    // Out of date once the cell is another.
    model.edit(FORM, 'G13', '　300万');
    server.redraw();
    await pane.getByText('有人修改了表格').waitFor();
    await person.press('重新核查');
    await pane.getByText(`${causes().verify} 处待核实`).first().waitFor();
    await person.openRow('G13');
    expect(await pane.locator('button[data-stop][aria-expanded="true"]').textContent()).toContain('说明已过期');
    await pane.getByText('写这条说明之后单元格改过').waitFor();
    expect({ outside, problems }).toEqual({ outside: [], problems: [] });
  });

  it('opens at the selected cell when the cell’s menu asked for it', async () => {
    const model = openForm();
    model.select(model.sheetNamed(FORM), { top: 5, left: 9, bottom: 5, right: 9 });
    const { pane } = await open(model, { addIn: '/addin/taskpane.html?explain=1' });
    const row = pane.locator('button[data-stop][aria-expanded="true"]');
    await row.waitFor();
    expect(await row.textContent()).toContain('I5');
  });

  it('keeps preferences with the library in a piece of its own, under a policy without eval', async () => {
    const { pane, page, problems } = await open(openForm());
    await pane.getByRole('button', { name: '一键核查' }).waitFor();
    const frame = page.frames().find((one) => one.url().includes('/addin/'));
    const policy = await frame?.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    await frame?.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/storage\.\w+\.js$/.test(name)));
    expect(problems).toEqual([]);
  });

  it('opens the sample in a window of its own', async () => {
    const { pane, server, problems } = await open(openForm());
    await pane.getByRole('button', { name: '试用示例' }).click();
    await pane.getByText('示例已在新窗口打开').first().waitFor();
    const [opened] = server.host.model.openedElsewhere;
    expect(Buffer.from(opened ?? '', 'base64').equals(readFileSync(SAMPLE))).toBe(true);
    expect(problems).toEqual([]);
  });

  it('says outside Excel where it belongs', async () => {
    const { server, context } = await open(openForm());
    const page = await context.newPage();
    await page.goto(new URL('/addin/taskpane.html', server.url).href);
    await page.getByText('要在 Excel 里打开').waitFor();
  });
});
