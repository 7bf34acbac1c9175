// The host page in a real browser: the unmodified loader believes that it runs in Excel on the web.
import type { Browser } from 'playwright-core';
import { describeWorkbook } from '../../excel-host/open-workbook';
import { DARK_OFFICE, describeInBrowser, launchBrowser, openSession } from './session';
import type { Session } from './session';

const ADD_IN = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>小窗格</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head>
<body><p id="ready"></p><p id="cell"></p><p id="heard"></p><button id="write">写入</button><script>
Office.onReady(async (info) => {
  document.querySelector('#ready').textContent = JSON.stringify(info) + Office.context.displayLanguage + Office.context.requirements.isSetSupported('ExcelApi', '1.18') + Office.context.requirements.isSetSupported('ExcelApi', '1.19') + Office.context.officeTheme.bodyBackgroundColor;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('自评表');
    const cell = sheet.getRange('B2').load('text');
    context.workbook.worksheets.onChanged.add(async (event) => { document.querySelector('#heard').textContent += event.address + event.source + ' '; });
    await context.sync();
    document.querySelector('#cell').textContent = cell.text[0][0];
  });
  document.querySelector('#write').onclick = () => Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('自评表').getRange('B2');
    cell.values = [[0.5]];
    cell.format.fill.color = '#FFC7CE';
    cell.select();
    context.workbook.worksheets.getItem('自评表').notes.add('B2', '原值 65.12%');
    await context.sync();
  });
});
</script></body></html>`;

const inBrowser = describeInBrowser('模拟的 Excel 网页');

inBrowser('the host page', () => {
  let browser: Browser;
  let session: Session;

  beforeAll(async () => {
    browser = await launchBrowser();
    const model = describeWorkbook({ sheets: [{ name: '自评表', merges: ['A1:C1'], rows: [['项目支出绩效自评表'], ['执行率', { v: 28 / 43, numberFormat: '0.00%' }]] }] });
    session = await openSession(browser, model, { addIn: '/addin.html', pages: { '/addin.html': ADD_IN }, excel: { requirementSet: '1.18' }, officeTheme: DARK_OFFICE });
  });
  afterAll(async () => {
    await session.close();
    await browser.close();
  });

  it('makes Office ready as Excel on the web, in the language, with the sets and the theme asked for', async () => {
    await session.pane.locator('#ready').filter({ hasText: 'Excel' }).waitFor();
    expect(await session.pane.locator('#ready').textContent()).toBe('{"host":"Excel","platform":"OfficeOnline","addin":null}zh-CNtruefalse#292929');
  });

  it('lets the add-in read, write, mark and annotate, and shows it in the sheet', async () => {
    await session.pane.locator('#cell').filter({ hasText: '%' }).waitFor();
    expect(await session.pane.locator('#cell').textContent()).toBe('65.12%');
    await session.pane.locator('#write').click();
    const cell = session.page.locator('td[data-cell="B2"].selected.note');
    await cell.waitFor();
    expect(await cell.textContent()).toBe('50.00%');
    expect(await cell.getAttribute('title')).toBe('原值 65.12%');
    expect(session.server.host.model.sheetNamed('自评表').at(2, 2)?.fill).toBe('#FFC7CE');
  });

  it('tells the add-in of its own and of another author’s edits', async () => {
    await session.pane.locator('#heard').filter({ hasText: 'B2Local' }).waitFor();
    session.server.host.model.edit('自评表', 'B2', 0.75);
    session.server.redraw();
    await session.pane.locator('#heard').filter({ hasText: 'B2Remote' }).waitFor();
    await session.page.locator('td[data-cell="B2"]').filter({ hasText: '75.00%' }).waitFor();
  });

  it('asks nothing of the outside, and nothing goes wrong on the way', () => {
    expect({ outside: session.outside, problems: session.problems }).toEqual({ outside: [], problems: [] });
    expect(session.server.host.liveReferences).toBe(0);
  });
});
