/** @jest-environment ./test/excel-host/environment.js */
// What an accountant can run into in Excel, each with its word and a sentence that says what to do.
import { openExcelPort } from '../../src/workbooks/excel/excel-port';
import { makeWorkbook } from '../make-workbook';
import { edit } from '../package/edits';
import { BOOK, cellOf, valueOf, visible } from './contract';
import { openExcel } from './excel-harness';

const book = makeWorkbook(BOOK);
const MAIN = '自评 表';
const RUN = { run: 'run-1', at: '2024-03-01T08:00:00Z' };
const EDITS = [edit(`${MAIN}!A4`, { value: 8, before: '7', mark: 'error', note: '得分' })];

test('while a cell is being edited, it says how to end that, and works afterwards', async () => {
  const { port, host } = await openExcel(book);
  host.cellEdit = true;
  for (const answer of [await port.read(), await port.apply(EDITS, RUN), await port.undo(), await port.loadState()]) {
    expect(answer).toMatchObject({ ok: false, word: 'busy', reason: expect.stringContaining('Enter') as string });
  }
  host.endCellEdit();
  expect(valueOf(await port.apply(EDITS, RUN)).outcomes[0]?.word).toBe('applied');
});

test('a workbook opened read-only can be checked, not written', async () => {
  const { port, host, look } = await openExcel(book);
  host.model.readOnly = true;
  const before = visible(look());
  expect(await port.read()).toMatchObject({ ok: true });
  const results = { columns: [{ title: '说明', width: 9 }], rows: [] };
  for (const answer of [await port.apply(EDITS, RUN), await port.undo(), await port.insertResults(results), await port.saveState({ waivers: [], rubric: 'mof-2020' })]) {
    expect(answer).toMatchObject({ ok: false, word: 'read-only', reason: expect.stringContaining('另存') as string });
  }
  expect(visible(look())).toEqual(before);
});

test('on a protected sheet an unlocked cell gets its content, and the sentence tells that it could not be marked', async () => {
  const { port, look } = await openExcel(book, { requirementSet: '1.20' });
  const { outcomes } = valueOf(await port.apply([edit('锁!A1', { value: 3, mark: 'error' }), edit('锁!B1', { value: 3, mark: 'error', note: '说明' })], RUN));
  expect(outcomes.map(({ word }) => word)).toEqual(['locked', 'applied']);
  expect(outcomes[1]?.reason).toMatch(/受保护.*。$/);
  expect(cellOf(look(), '锁', 'B1')).toMatchObject({ value: 3, style: { fill: null } });
  valueOf(await port.undo());
  expect(cellOf(look(), '锁', 'B1')).toMatchObject({ value: 2 });
});

test('another author between our look and our check is noticed', async () => {
  const { port, host, look } = await openExcel(book);
  valueOf(await port.read());
  host.recount();
  host.beforeRequest = (number, model) => {
    if (number === 1) model.edit(MAIN, 'A4', 70, 'remote');
  };
  expect(valueOf(await port.apply(EDITS, RUN)).outcomes[0]).toMatchObject({ word: 'stale', reason: expect.stringContaining('重新核查') as string });
  expect(cellOf(look(), MAIN, 'A4')).toMatchObject({ value: 70 });
});

test('two writes at once do not mix: the second is told to wait', async () => {
  const { port } = await openExcel(book);
  const [first, second] = await Promise.all([port.apply(EDITS, RUN), port.undo()]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({ ok: false, word: 'busy' });
});

test('a sheet that went away since the correction is told, and its part of the journal is kept', async () => {
  const { port, host } = await openExcel(book);
  valueOf(await port.apply([...EDITS, edit('锁!B1', { value: 3 })], RUN));
  host.model.sheetNamed('锁').name = '改名';
  const outcomes = valueOf(await port.undo());
  expect(outcomes.map(({ word }) => word)).toEqual(['applied', 'failed']);
  expect(outcomes[1]?.reason).toContain('改回原名');
  host.model.sheetNamed('改名').name = '锁';
  expect(valueOf(await port.undo()).map(({ word }) => word)).toEqual(['applied']);
});

test('one stray cell at the end of a sheet, or formats drawn down to it, do not make a check of billions of cells', async () => {
  const { port, host } = await openExcel(book);
  host.model.edit(MAIN, 'XFD1048576', 1, 'user');
  host.model.sheetNamed('锁').cell(1_048_576, 9).fill = '#FFFF00';
  host.recount();
  const { grids, remarks } = valueOf(await port.read());
  expect(host.counters.requests).toBeLessThan(25);
  expect(grids[0]?.cells.find(({ row, column }) => row === 2 && column === 1)?.value).toBe(43);
  expect(grids[1]?.cells.map(({ row, column }) => [row, column])).toEqual([[1, 1], [1, 2], [2, 1]]);
  expect(remarks).toEqual(['工作表“自评 表”一直用到 XFD1048576，只读了 A1:GR5000；如果那里没有要核查的内容，请删去多余的行列（按 Ctrl+End 可以看到最后一格）。']);
});

test('comments that Excel does not hand out cost the comments, not the check or the correction', async () => {
  const { port, host, look } = await openExcel(book);
  // As builds of 2020 and 2021 answer that list the set and have not all of it.
  host.missing.add('commentcollection.getcount').add('comment.getlocation').add('commentcollection.add');
  const sheet = host.model.sheetNamed(MAIN);
  host.model.comments.push({ id: 'c1', sheet, row: 6, column: 2, content: '请核', author: '甲', resolved: false, replies: [] });
  const { grids, remarks } = valueOf(await port.read());
  expect(grids[0]?.cells.find(({ row, column }) => row === 2 && column === 1)?.value).toBe(43);
  expect(remarks).toEqual([expect.stringContaining('批注')]);
  expect(valueOf(await port.apply(EDITS, RUN)).outcomes[0]).toMatchObject({ word: 'applied', reason: expect.stringContaining('批注') as string });
  expect(cellOf(look(), MAIN, 'A4')).toMatchObject({ value: 8 });
});

test('what somebody wrote beside the results stays with them: the next results go on a sheet of their own', async () => {
  const { port, host, look } = await openExcel(book);
  const results = (text: string) => ({ columns: [{ title: '单元格', width: 9 }, { title: '说明', width: 40 }], rows: [[{ text: 'A2', link: null }, { text, link: null }]] });
  valueOf(await port.insertResults(results('第一次')));
  host.model.edit('核查结果', 'C2', '已处理', 'user');
  valueOf(await port.insertResults(results('第二次')));
  expect([cellOf(look(), '核查结果', 'B2')?.value, cellOf(look(), '核查结果', 'C2')?.value]).toEqual(['第一次', '已处理']);
  const added = look().grids.at(-1)?.sheet ?? '';
  expect(cellOf(look(), added, 'B2')?.value).toBe('第二次');
  valueOf(await port.insertResults(results('第三次')));
  expect(look().grids.at(-1)?.sheet).toBe(added);
  expect(cellOf(look(), added, 'B2')?.value).toBe('第三次');
});

test.each(['A3', 'B2', 'A9'])('what somebody wrote among the results, in %s, is not written over by the next ones', async (cell) => {
  const { port, host, look } = await openExcel(book);
  const results = { columns: [{ title: '单元格', width: 9 }, { title: '说明', width: 40 }], rows: [['A2', '第一\r\n次'], ['', '12']].map((row) => row.map((text) => ({ text, link: null }))) };
  valueOf(await port.insertResults(results));
  valueOf(await port.insertResults(results));
  expect(look().grids.filter(({ sheet }) => sheet.startsWith('核查结果'))).toHaveLength(1);
  host.model.edit('核查结果', cell, '已与单位核对', 'user');
  valueOf(await port.insertResults(results));
  expect(cellOf(look(), '核查结果', cell)?.value).toBe('已与单位核对');
  expect(look().grids.filter(({ sheet }) => sheet.startsWith('核查结果'))).toHaveLength(2);
});

test('a formula keeps the format of its cell, though Excel would give it that of what it rests on; undo as well', async () => {
  const { port, look } = await openExcel(book);
  const before = visible(look());
  valueOf(await port.apply([edit(`${MAIN}!D2`, { formula: '=ROUND(C2*10,2)', value: 6.51 }), edit(`${MAIN}!C2`, { formula: '=ROUND(B2/A2,4)', value: 0.6512, numberFormat: 'General' })], RUN));
  expect(cellOf(look(), MAIN, 'D2')?.style.numberFormat).toBe('General');
  valueOf(await port.apply([edit(`${MAIN}!D2`, { formula: '=C2*10', value: 6.512 })], { ...RUN, run: 'run-2' }));
  valueOf(await port.undo());
  expect(cellOf(look(), MAIN, 'D2')).toMatchObject({ formula: 'ROUND(C2*10,2)', style: { numberFormat: 'General' } });
  valueOf(await port.undo());
  expect(visible(look())).toEqual(before);
});

test('digits of full width stay the text that they were, through a correction and its undo', async () => {
  const { port, host, look } = await openExcel(book);
  host.model.edit(MAIN, 'B4', "'１２", 'user');
  valueOf(await port.apply([edit(`${MAIN}!B4`, { value: 12 })], RUN));
  expect(cellOf(look(), MAIN, 'B4')?.value).toBe(12);
  valueOf(await port.undo());
  expect(cellOf(look(), MAIN, 'B4')?.value).toBe('１２');
});

test('what a dynamic array shows is not overwritten cell by cell', async () => {
  const { port, host, look } = await openExcel(book);
  host.model.sheetNamed(MAIN).spills = [{ top: 6, left: 2, bottom: 7, right: 2 }];
  const { outcomes } = valueOf(await port.apply([edit(`${MAIN}!B7`, { value: 3 }), edit(`${MAIN}!B5`, { value: 3 })], RUN));
  expect(outcomes.map(({ word }) => word)).toEqual(['formula', 'applied']);
  expect(cellOf(look(), MAIN, 'B7')).toMatchObject({ value: 2 });
});

test('a pattern is not painted over: nothing could give it back', async () => {
  const { port, host } = await openExcel(book, { requirementSet: '1.20' });
  const hatched = Object.assign(host.model.sheetNamed(MAIN).cell(7, 2), { fill: '#FFFFFF', pattern: 'Gray16' });
  const { outcomes } = valueOf(await port.apply([edit(`${MAIN}!B7`, { value: 3, mark: 'error' })], RUN));
  expect(outcomes).toMatchObject([{ word: 'applied', reason: expect.stringContaining('没有标色') as unknown }]);
  expect([hatched.value, hatched.pattern, hatched.fill]).toEqual([3, 'Gray16', '#FFFFFF']);
  expect(valueOf(await port.undo()).map(({ word }) => word)).toEqual(['applied']);
  expect([hatched.value, hatched.pattern, hatched.fill]).toEqual([2, 'Gray16', '#FFFFFF']);
});

test('a cell in a row that is hidden or filtered out is selected, and it is said why it cannot be seen', async () => {
  const { port, host } = await openExcel(book);
  expect(await port.reveal(MAIN, 'A5')).toMatchObject({ ok: false, reason: expect.stringContaining('筛选') as string });
  expect(host.model.selection?.range).toMatchObject({ top: 5, left: 1 });
  expect(await port.reveal(MAIN, 'A4')).toMatchObject({ ok: true });
});

test('where formulas are calculated by hand, it is said that results may be old', async () => {
  const { port, host } = await openExcel(book);
  host.model.calculationMode = 'Manual';
  expect(valueOf(await port.read()).remarks).toEqual([expect.stringContaining('F9')]);
});

test('without the file, merged areas below ExcelApi 1.13 are missing and it is said', async () => {
  const { port, host } = await openExcel(book, { requirementSet: '1.10' });
  host.model.file = null;
  const snapshot = valueOf(await port.read());
  expect(snapshot.grids[0]?.merges).toEqual([]);
  expect(snapshot.remarks).toEqual([expect.stringContaining('合并')]);
});

test('capabilities follow the requirement sets', async () => {
  const found: unknown[] = [];
  for (const requirementSet of ['1.7', '1.10', '1.14', '1.18', '1.20']) {
    const { port } = await openExcel(book, { requirementSet });
    found.push([requirementSet, port.capabilities.notes, port.capabilities.undoGroup, port.capabilities.limits.length]);
    expect(port.name).toBe('自评表.xlsx');
  }
  expect(found).toEqual([['1.7', 'none', false, 4], ['1.10', 'comment', false, 3], ['1.14', 'comment', false, 2], ['1.18', 'note', false, 1], ['1.20', 'note', true, 0]]);
});

test('an Excel that is too old is refused with a sentence', async () => {
  await openExcel(book);
  expect(await openExcelPort({ supports: () => false })).toMatchObject({ ok: false, word: 'unsupported', reason: expect.stringMatching(/。$/) as string });
});

test('two records, as two people who save at once leave them, go together when all is taken back', async () => {
  const { port, host, look } = await openExcel(book, { requirementSet: '1.20' });
  const before = visible(look());
  valueOf(await port.apply(EDITS, RUN));
  host.model.xmlParts.push(...host.model.xmlParts.map(({ xml }) => ({ id: '{2}', xml })));
  expect(valueOf(await port.clearMarks()).map(({ word }) => word)).toEqual(['applied']);
  host.model.xmlParts.push(...host.model.xmlParts.map(({ xml }) => ({ id: '{3}', xml })));
  expect(valueOf(await port.undo()).map(({ word }) => word)).toEqual(['applied']);
  expect(visible(look())).toEqual(before);
  expect(host.model.xmlParts).toEqual([]);
});
