/** @jest-environment ./test/excel-host/environment.js */
// Rows inserted and deleted between a correction and its undo: marks, notes and contents are taken back where they are by now.
import { makeWorkbook } from '../make-workbook';
import { edit } from '../package/edits';
import { BOOK, cellOf, CORRECTIONS, LATER, MAIN, RUN, valueOf, visible } from './contract';
import { openExcel } from './excel-harness';

const book = makeWorkbook(BOOK);

for (const requirementSet of ['1.15', '1.20']) {
  test(`ExcelApi ${requirementSet}: rows inserted above the corrections: undo finds them by their notes`, async () => {
    const { port, host, look } = await openExcel(book, { requirementSet });
    host.model.shiftRows(MAIN, 2, 2);
    const untouched = visible(look());
    host.model.shiftRows(MAIN, 2, -2);
    valueOf(await port.apply(CORRECTIONS, RUN));
    host.model.shiftRows(MAIN, 2, 2);
    const outcomes = valueOf(await port.undo());
    expect(outcomes.map(({ cell, word }) => [cell, word])).toEqual([['A4', 'applied'], ['C4', 'applied'], ['A6', 'applied'], ['B6', 'applied'], ['A5', 'applied']]);
    expect(visible(look())).toEqual(untouched);
    expect(valueOf(await port.loadState()).journal).toEqual([]);
  });
}

test('rows inserted between the corrections: each is found at its own place, clearing as well as undo', async () => {
  const { port, host, look } = await openExcel(book, { requirementSet: '1.20' });
  valueOf(await port.apply(CORRECTIONS, RUN));
  host.model.shiftRows(MAIN, 3, 1);
  expect(valueOf(await port.clearMarks()).map(({ cell, word }) => [cell, word])).toEqual(expect.arrayContaining([['A2', 'applied'], ['A5', 'applied'], ['A4', 'applied'], ['B5', 'applied']]));
  expect(look().grids[0]?.cells.filter(({ style, note }) => (style.fill !== null && style.fill !== 'C6EFCE') || note?.includes('得分'))).toEqual([]);
  // Without notes nothing tells where the cells are should they move on: their journal has the places where they are now.
  expect(valueOf(await port.undo()).map(({ cell, word }) => [cell, word])).toEqual([['A2', 'applied'], ['C2', 'applied'], ['A5', 'applied'], ['B5', 'applied'], ['A4', 'applied']]);
  expect(cellOf(look(), MAIN, 'A5')).toMatchObject({ value: 7, note: null, style: { fill: 'C6EFCE' } });
});

test('a row that is deleted takes its correction along; the others are taken back', async () => {
  const { port, host, look } = await openExcel(book, { requirementSet: '1.20' });
  const notes = (cell: string, note: string) => edit(`${MAIN}!${cell}`, { value: 9, mark: 'error', note });
  valueOf(await port.apply([notes('A2', '甲'), notes('A3', '乙'), notes('A4', '丙')], RUN));
  host.model.shiftRows(MAIN, 2, -1);
  expect(valueOf(await port.undo()).map(({ cell, word }) => [cell, word])).toEqual([['A2', 'applied'], ['A3', 'applied']]);
  expect(cellOf(look(), MAIN, 'A2')).toMatchObject({ value: '优', note: '旧批注' });
  expect(cellOf(look(), MAIN, 'A3')).toMatchObject({ value: 7, note: null, style: { fill: 'C6EFCE' } });
});

test('the cell that came into the place of a deleted one keeps what it holds, though it is the same', async () => {
  const { port, host, look } = await openExcel(book, { requirementSet: '1.20' });
  valueOf(await port.apply([edit(`${MAIN}!B6`, { value: 2, mark: 'error', note: '得分' })], RUN));
  host.model.shiftRows(MAIN, 6, -1);
  expect(valueOf(await port.undo())).toEqual([{ sheet: MAIN, cell: 'B6', word: 'stale', reason: expect.stringContaining('不能断定') as string }]);
  expect(cellOf(look(), MAIN, 'B6')).toMatchObject({ value: 2, style: { fill: null } });
  expect(valueOf(await port.loadState()).journal).toEqual([]);
});

test('once marks are cleared, what came into the place of a cell keeps what it holds, though it is the same', async () => {
  const { port, host, look } = await openExcel(book, { requirementSet: '1.20' });
  valueOf(await port.apply([edit(`${MAIN}!B6`, { value: 5, mark: 'error', note: '得分' })], RUN));
  valueOf(await port.clearMarks());
  host.model.shiftRows(MAIN, 2, 1);
  expect(valueOf(await port.undo())).toEqual([{ sheet: MAIN, cell: 'B6', word: 'stale', reason: expect.stringContaining('不能断定') as string }]);
  expect([cellOf(look(), MAIN, 'B6')?.value, cellOf(look(), MAIN, 'B7')?.value]).toEqual([5, 5]);
});

test('the same words on several cells are told apart by their order', async () => {
  const { port, host, look } = await openExcel(book, { requirementSet: '1.20' });
  valueOf(await port.apply([edit(`${MAIN}!B6`, { value: 11, mark: 'error', note: '得分' }), edit(`${MAIN}!B7`, { value: 12, mark: 'error', note: '得分' })], RUN));
  host.model.shiftRows(MAIN, 6, 1);
  expect(valueOf(await port.undo()).map(({ cell, word }) => [cell, word])).toEqual([['B7', 'applied'], ['B8', 'applied']]);
  expect([cellOf(look(), MAIN, 'B7')?.value, cellOf(look(), MAIN, 'B8')?.value]).toEqual([1, 2]);
});

test('a note that a later run wrote on a moved cell takes the place of the earlier one', async () => {
  const { port, host, look } = await openExcel(book, { requirementSet: '1.20' });
  valueOf(await port.apply([edit(`${MAIN}!A4`, { value: 8, mark: 'error', note: '第一次' })], RUN));
  host.model.shiftRows(MAIN, 2, 1);
  valueOf(await port.apply([edit(`${MAIN}!A5`, { value: 9, mark: 'error', note: '第二次' })], LATER));
  expect(cellOf(look(), MAIN, 'A5')?.note).toBe('第二次');
  valueOf(await port.undo());
  valueOf(await port.undo());
  expect(cellOf(look(), MAIN, 'A5')).toMatchObject({ value: 7, note: null, style: { fill: 'C6EFCE' } });
});

test('marks without notes that moved are not said to be gone', async () => {
  const { port, host, look } = await openExcel(book, { requirementSet: '1.20' });
  valueOf(await port.apply([edit(`${MAIN}!B6`, { value: 11, mark: 'error' })], RUN));
  host.model.shiftRows(MAIN, 2, 1);
  expect(valueOf(await port.clearMarks())).toEqual([{ sheet: MAIN, cell: 'B6', word: 'stale', reason: expect.stringContaining('插入、删除过行') as string }]);
  expect(cellOf(look(), MAIN, 'B7')).toMatchObject({ value: 11, style: { fill: 'FFC7CE' } });
  expect(valueOf(await port.undo())).toEqual([{ sheet: MAIN, cell: 'B6', word: 'stale', reason: expect.stringContaining('保留现在的内容') as string }]);
});
