// The states of the pane that a person can cause, and how to get there.
import { strToU8, zipSync, unzipSync, strFromU8 } from 'fflate';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const samples = join(dirname(fileURLToPath(import.meta.url)), '../../assets/samples');
export const PROJECT = 'project.xlsx';
export const DEPARTMENT = 'department.xlsx';

/** The sample with another part in place. */
function changed(name, change) {
  const parts = unzipSync(readFileSync(join(samples, name)));
  for (const [part, bytes] of Object.entries(parts)) {
    const text = change(part, strFromU8(bytes));
    if (text !== null) parts[part] = strToU8(text);
  }
  return zipSync(parts);
}

export function workbooks() {
  const empty = changed(PROJECT, (part, text) => (/worksheets\/sheet\d+\.xml$/.test(part) ? text.replace(/<sheetData>[\s\S]*<\/sheetData>/, '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>通讯录</t></is></c><c r="B1" t="inlineStr"><is><t>指标</t></is></c></row></sheetData>').replace(/<mergeCells[\s\S]*<\/mergeCells>/, '') : null));
  const locked = changed(PROJECT, (part, text) => (/worksheets\/sheet1\.xml$/.test(part) ? text.replace('</sheetData>', '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>') : null));
  return new Map([['无表.xlsx', Buffer.from(empty)], ['受保护.xlsx', Buffer.from(locked)], ['坏文件.xlsx', Buffer.from('这不是工作簿')]]);
}

const byText = (page, zh, en, isZh) => page.getByRole('button', { name: isZh ? zh : en, exact: true });
/** The verdict comes with the check, the list a moment later with its own piece of the program. */
const shown = async (page) => {
  await page.locator('#biaoli-verdict').first().waitFor();
  if (await page.locator('input[type=search]').count() > 0) await page.locator('[data-stop]').first().waitFor();
};
const check = async (page, isZh) => {
  await byText(page, '一键核查', 'Check workbook', isZh).click();
  await shown(page);
};
const more = async (page, zh, en, isZh) => {
  await byText(page, '更多操作', 'More actions', isZh).click();
  await byText(page, zh, en, isZh).last().click();
};
const preview = async (page, isZh) => {
  await byText(page, '预览并更正', 'Preview and correct', isZh).click();
  await page.getByRole('checkbox').first().waitFor();
};
const openFirst = async (page, text) => {
  await page.locator('button[data-stop]').filter({ hasText: text }).first().click();
  await page.locator('dl').first().waitFor();
};

const formula = (page, zh) => page.getByLabel(zh ? '公式' : 'Formula', { exact: true });

const REPORT = `2022年度科普专项经费绩效自评报告
一、项目概况
2022年，区财政下达科普经费项目预算资金28万元，实际到位28万元，到位率为100%。
二、资金使用情况
项目全年收入230.32万元，支出153.99万元，年末结余0万元。实际支出项目资金28万元，支出率为100%。
其中：活动经费12万元、培训经费10万元、设施经费8万元，合计28万元。
三、与上年比较
2022年基本支出127.10万元，比上年153.53万元增加26.43万元。
四、自评结论
项目自评得分92.5分，等次为良。`;

export const STATES = {
  welcome: { file: PROJECT, act: async () => {} },
  sample: { file: PROJECT, act: async (page, zh) => { await byText(page, '试用示例', 'Try a sample', zh).click(); await page.getByRole('button', { name: zh ? '收起' : 'Close' }).waitFor(); } },
  partly: { file: PROJECT, host: 'partly', act: check },
  stale: { file: PROJECT, act: async (page, zh) => {
    await STATES.explained.act(page, zh);
    await page.evaluate(() => globalThis.packagePort.apply([{ sheet: '项目支出绩效自评表', cell: 'G10', value: '已完成。', formula: null, numberFormat: null, before: null, mark: null, note: null, rule: 'by-hand' }], { run: 'by-hand', at: '2024-03-15T10:40:00Z' }));
    await byText(page, '重新核查', 'Check again', zh).first().click();
    await page.getByText(zh ? '说明已过期' : 'Explanation out of date').first().waitFor();
  } },
  printed: { file: PROJECT, media: 'print', act: async (page, zh) => STATES.opinion.act(page, zh) },
  checked: { file: PROJECT, act: check },
  department: { file: DEPARTMENT, act: check },
  opened: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await openFirst(page, /错误|Error/); } },
  explaining: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await openFirst(page, /核实|To verify/); await byText(page, '填写说明', 'Explain', zh).click(); await page.locator('textarea').fill('无'); await byText(page, '保存说明', 'Save explanation', zh).click(); await page.getByRole('alert').or(page.locator('[id*=validationMessage], .fui-Field__validationMessage')).first().waitFor(); } },
  explained: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await openFirst(page, /核实|To verify/); await byText(page, '填写说明', 'Explain', zh).click(); await page.locator('textarea').fill('上级年中追加预算 20 万元，文号见附件二'); await byText(page, '保存说明', 'Save explanation', zh).click(); await page.waitForTimeout(300); } },
  'by-rule': { file: PROJECT, act: async (page, zh) => { await check(page, zh); await page.getByRole('combobox').last().selectOption('rule'); } },
  'no-match': { file: PROJECT, act: async (page, zh) => { await check(page, zh); await page.getByRole('searchbox').fill('没有这样的词'); } },
  preview: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await preview(page, zh); } },
  unticked: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await preview(page, zh); await page.getByRole('checkbox').first().click(); } },
  written: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await preview(page, zh); await page.getByRole('button', { name: /^(写入|Write)/ }).click(); await byText(page, '撤销', 'Undo', zh).waitFor(); } },
  undone: { file: PROJECT, act: async (page, zh) => { await STATES.written.act(page, zh); await byText(page, '撤销', 'Undo', zh).click(); await byText(page, '撤销', 'Undo', zh).waitFor({ state: 'detached' }); } },
  cleared: { file: PROJECT, act: async (page, zh) => { await STATES.written.act(page, zh); await more(page, '清除标记', 'Clear marks', zh); await page.waitForTimeout(500); } },
  inserted: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await more(page, '插入核查结果表', 'Insert sheet of results', zh); await page.waitForTimeout(500); } },
  more: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await byText(page, '更多操作', 'More actions', zh).click(); } },
  scorecard: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await more(page, '评分明细', 'Scorecard', zh); await page.locator('table').waitFor(); } },
  opinion: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await more(page, '审核意见', 'Review opinion', zh); await page.locator('article').waitFor(); } },
  settings: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await byText(page, '设置', 'Settings', zh).click(); await page.getByRole('switch').waitFor(); } },
  rubric: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await page.getByRole('button', { name: /^(口径|Rubric)/ }).click(); await page.locator('dl').waitFor(); } },
  compared: { file: PROJECT, act: async (page, zh) => { await STATES.rubric.act(page, zh); await page.getByRole('combobox').last().selectOption('anhui-2021'); await page.getByText(zh ? '比较的' : 'Compared', { exact: false }).first().waitFor(); } },
  'rubric-form': { file: PROJECT, act: async (page, zh) => { await STATES.rubric.act(page, zh); await byText(page, '复制并修改', 'Copy and change', zh).click(); await page.getByLabel(zh ? '名称' : 'Name', { exact: true }).waitFor(); } },
  'rubric-wrong': { file: PROJECT, act: async (page, zh) => { await STATES['rubric-form'].act(page, zh); await page.getByLabel(zh ? '编号' : 'Id', { exact: true }).fill('本市'); await page.getByLabel(zh ? '第 1 个一级指标的分值' : 'Points of group 1').fill('五'); } },
  'rubric-form-end': { file: PROJECT, act: async (page, zh) => { await STATES['rubric-form'].act(page, zh); await page.locator('summary').last().click(); await page.locator('summary').last().scrollIntoViewIfNeeded(); } },
  'rubric-tried': { file: PROJECT, act: async (page, zh) => { await STATES['rubric-form'].act(page, zh); await page.getByLabel(zh ? '执行率低于多少须说明' : 'Explain an execution rate below').fill(''); await byText(page, '试用', 'Try', zh).click(); await page.getByText(zh ? '试用结果（没有保存）' : 'Trial (nothing kept)').waitFor(); } },
  'rubric-kept': { file: PROJECT, act: async (page, zh) => { await STATES['rubric-form'].act(page, zh); await byText(page, '存入工作簿', 'Keep in workbook', zh).click(); await page.getByRole('button', { name: zh ? /^修改“/ : /^Change “/ }).waitFor(); await page.getByRole('button', { name: zh ? /^修改“/ : /^Change “/ }).scrollIntoViewIfNeeded(); } },
  'rubric-deleted': { file: PROJECT, act: async (page, zh) => { await STATES['rubric-kept'].act(page, zh); await page.getByRole('button', { name: zh ? /^删除“/ : /^Delete “/ }).click(); await byText(page, '恢复', 'Restore', zh).waitFor(); await byText(page, '恢复', 'Restore', zh).scrollIntoViewIfNeeded(); } },
  'checks-empty': { file: PROJECT, act: async (page, zh) => { await check(page, zh); await more(page, '审核公式', 'Own checks', zh); await byText(page, '新写一条', 'Write a check', zh).waitFor(); } },
  'check-form': { file: PROJECT, act: async (page, zh) => { await STATES['checks-empty'].act(page, zh); await byText(page, '新写一条', 'Write a check', zh).click(); await formula(page, zh).waitFor(); } },
  'check-example': { file: PROJECT, act: async (page, zh) => { await STATES['check-form'].act(page, zh); await page.getByLabel(zh ? '从示例开始' : 'Start from an example').selectOption('DF-01'); await byText(page, '用这个示例', 'Use this example', zh).waitFor(); } },
  'check-left': { file: PROJECT, act: async (page, zh) => { await STATES['check-form'].act(page, zh); await page.getByLabel(zh ? '名称' : 'Name', { exact: true }).fill('单项分值不超过五分'); await page.keyboard.press('Escape'); await byText(page, '继续编写', 'Go on writing', zh).waitFor(); } },
  'check-wrong': { file: PROJECT, act: async (page, zh) => { await STATES['check-form'].act(page, zh); await formula(page, zh).fill('[执行金] <= [全年预算数]'); await page.locator('mark').waitFor(); } },
  'check-unfinished': { file: PROJECT, act: async (page, zh) => { await STATES['check-form'].act(page, zh); await formula(page, zh).fill('每个指标：若 [得分] < [分值]\n则 '); await formula(page, zh).blur(); await page.locator('mark').waitFor(); await byText(page, '存在本机', 'Keep on this computer', zh).click(); await page.waitForTimeout(200); } },
  'check-completing': { file: PROJECT, act: async (page, zh) => { await STATES['check-form'].act(page, zh); await formula(page, zh).pressSequentially('每个指标：[得分] <= [分'); await page.getByRole('listbox').getByRole('option').first().waitFor(); } },
  'check-offered': { file: PROJECT, act: async (page, zh) => { await STATES['check-form'].act(page, zh); await formula(page, zh).fill('[全年执行数] '); await formula(page, zh).press('Alt+ArrowDown'); await formula(page, zh).press('ArrowDown'); await page.getByRole('listbox').getByRole('option').first().waitFor(); } },
  'check-fails': { file: PROJECT, act: async (page, zh) => { await STATES['check-form'].act(page, zh); await page.getByLabel(zh ? '名称' : 'Name', { exact: true }).fill('单项分值不超过五分'); await formula(page, zh).fill('每个指标：[分值] <= 5'); await formula(page, zh).blur(); await page.getByText(zh ? /不符合 \d/ : /Fails in/).first().waitFor(); } },
  'check-unreadable': { file: PROJECT, act: async (page, zh) => { await STATES['check-form'].act(page, zh); await page.getByLabel(zh ? '名称' : 'Name', { exact: true }).fill('财政拨款'); await formula(page, zh).fill('[中央补助/全年执行数] <= 3'); await page.getByText(zh ? '无法核查' : 'Cannot be checked').first().waitFor(); } },
  'check-kept': { file: PROJECT, act: async (page, zh) => { await STATES['check-fails'].act(page, zh); await byText(page, '存入工作簿', 'Keep in workbook', zh).click(); await page.getByRole('button', { name: zh ? /^修改“/ : /^Change “/ }).waitFor(); } },
  'check-imported': { file: PROJECT, act: async (page, zh) => { await STATES['check-kept'].act(page, zh); await page.locator('input[type=file]').setInputFiles({ name: '审核公式.txt', mimeType: 'text/plain', buffer: Buffer.from('名称：某市财政局审核公式\n\n【ZD-01】扣分须说明原因\n级别：核实\n公式：每个指标：若 [得分] < [分值] 则 [偏差原因] 不为空\n\n【HB-02】分值合计为一百\n级别：错误\n公式：合计(分值) = 100\n') }); await page.getByText('HB-02').waitFor(); } },
  'check-refused': { file: PROJECT, act: async (page, zh) => { await STATES['checks-empty'].act(page, zh); await page.locator('input[type=file]').setInputFiles({ name: '审核公式.txt', mimeType: 'text/plain', buffer: Buffer.from('【HB-02】分值合计为一百\n级别：严重\n公式：合计(分 = 100\n') }); await page.getByRole('alert').waitFor(); } },
  'check-listed': { file: PROJECT, act: async (page, zh) => { await STATES['check-kept'].act(page, zh); await byText(page, '返回', 'Back', zh).click(); await page.getByRole('searchbox').fill('单项分值'); await openFirst(page, /单项分值不超过五分/); } },
  templates: { file: PROJECT, act: async (page, zh) => { await byText(page, '从模板新建', 'New from a template', zh).click(); await page.getByRole('heading', { name: zh ? '内置模板' : 'Built-in templates' }).waitFor(); } },
  'templates-hunan': { file: PROJECT, act: async (page, zh) => { await check(page, zh); await more(page, '模板', 'Templates', zh); await page.getByLabel(zh ? '地区' : 'Place').selectOption({ label: '湖南' }); } },
  template: { file: PROJECT, act: async (page, zh) => { await STATES.templates.act(page, zh); await page.getByRole('button', { name: /^湖南省项目/ }).click(); await page.getByLabel(zh ? '单位名称' : 'Name of the unit').fill('区科学技术协会'); await page.getByLabel(zh ? '年度' : 'Year').fill('24'); } },
  'template-inserted': { file: PROJECT, act: async (page, zh) => { await STATES.templates.act(page, zh); await page.getByRole('button', { name: /^湖南省项目/ }).click(); await byText(page, '插入到工作簿', 'Insert sheet', zh).click(); await page.getByText(zh ? '已插入工作表' : 'was inserted').last().waitFor(); } },
  'template-converted': { file: PROJECT, act: async (page, zh) => { await check(page, zh); await more(page, '模板', 'Templates', zh); await page.getByRole('button', { name: /^云南省/ }).click(); await page.getByRole('radio').last().click(); await page.getByRole('heading', { level: 3 }).waitFor(); } },
  'template-refused': { file: PROJECT, act: async (page, zh) => { await check(page, zh); await more(page, '模板', 'Templates', zh); await page.getByRole('button', { name: /基础数据表/ }).click(); await page.getByRole('radio').last().click(); await page.getByText(zh ? '不能转换' : 'Cannot be converted', { exact: true }).waitFor(); } },
  'template-shared': { file: PROJECT, host: 'catalog', act: async (page, zh) => { await check(page, zh); await more(page, '模板', 'Templates', zh); await page.getByRole('button', { name: /^市级/ }).click(); await byText(page, '下载 .xlsx', 'Download .xlsx', zh).click(); await page.getByText(zh ? '已下载' : 'Downloaded').last().waitFor(); } },
  'templates-shared': { file: PROJECT, host: 'catalog', act: async (page, zh) => { await check(page, zh); await more(page, '模板', 'Templates', zh); await page.getByRole('button', { name: /^市级/ }).waitFor(); } },
  'report-empty': { file: PROJECT, act: async (page, zh) => { await check(page, zh); await more(page, '报告核对', 'Check a report', zh); await byText(page, '打开报告', 'Open a report', zh).waitFor(); } },
  report: { file: PROJECT, act: async (page, zh) => {
    await STATES['report-empty'].act(page, zh);
    await page.locator('textarea').fill(REPORT);
    await byText(page, '核对这段文字', 'Check this text', zh).click();
    await page.getByRole('heading', { name: zh ? '报告正文' : 'Text of the report' }).waitFor();
  } },
  'report-opened': { file: PROJECT, act: async (page, zh) => { await STATES.report.act(page, zh); await page.locator('li button[aria-expanded]').first().click(); await page.locator('dl').waitFor(); } },
  'report-text': { file: PROJECT, act: async (page, zh) => { await STATES.report.act(page, zh); await page.locator('button[data-state=contradicts]').first().scrollIntoViewIfNeeded(); await page.locator('button[data-state=contradicts]').first().focus(); } },
  dirty: { file: PROJECT, act: async (page, zh) => { await check(page, zh); await page.evaluate(() => { const { packagePort } = globalThis; packagePort.edit(packagePort.bytes(), { sheets: ['新表'], remote: true }); }); } },
  'no-table': { file: '无表.xlsx', act: check },
  damaged: { file: '坏文件.xlsx', act: async (page, zh) => { await byText(page, '一键核查', 'Check workbook', zh).click(); await page.waitForTimeout(200); } },
  locked: { file: '受保护.xlsx', act: async (page, zh) => { await check(page, zh); await openFirst(page, /错误|Error/); } },
  busy: { file: PROJECT, host: 'busy', act: async (page, zh) => { await byText(page, '一键核查', 'Check workbook', zh).click(); await page.waitForTimeout(200); } },
  'read-only': { file: PROJECT, host: 'read-only', act: async (page, zh) => { await check(page, zh); await preview(page, zh); await page.getByRole('button', { name: /^(写入|Write)/ }).click(); await page.waitForTimeout(200); } },
  unsupported: { file: PROJECT, host: 'unsupported', act: async (page, zh) => { await byText(page, '一键核查', 'Check workbook', zh).click(); await page.waitForTimeout(200); } },
  broken: { file: PROJECT, host: 'broken', act: async (page, zh) => { await byText(page, '一键核查', 'Check workbook', zh).click(); await page.waitForTimeout(200); } },
  checking: { file: PROJECT, host: 'slow', act: async (page, zh) => { await byText(page, '一键核查', 'Check workbook', zh).click(); await page.getByRole('progressbar').waitFor(); } },
  poor: { file: PROJECT, host: 'poor', act: async (page, zh) => { await check(page, zh); await page.locator('summary').last().click(); } },
};
