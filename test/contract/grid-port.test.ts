// The contract against the workbench's host, and what only that host does: typing, unsaved work, saving.
import { makeParts, makeWorkbook, zipParts } from '../make-workbook';
import { contents, edit as planned, gridOf } from '../package/edits';
import { BOOK, cellOf, contract, fromFile, valueOf, visible } from './contract';
import { openGrid, plainGrid } from './grid-harness';
import { sheetContract } from './sheet-contract';
import { FORM, noteOn } from './sheet-plans';
import type { Book } from '../../src/workbooks/grid/book';
import { openGridPort } from '../../src/workbooks/grid/grid-port';
import { openPackageBook } from '../../src/workbooks/grid/package-book';
import { remoteBooks, serveBooks, type Channel } from '../../src/workbooks/grid/remote-book';

contract('the grid of the workbench', (fixture) => openGrid(fixture));
sheetContract('the grid of the workbench', (fixture) => openGrid(fixture));

const MAIN = '自评 表';
const RUN = { run: 'run-1', at: '2024-03-01T08:00:00Z' };
const book = makeWorkbook(BOOK);

describe('typing in the grid', () => {
  test('a typed value is the workbook’s at the next read, and its formulas follow', async () => {
    const { port, grid } = await openGrid(book);
    grid.type({ sheet: MAIN, row: 2, column: 1, content: { formula: null, value: 56 } });
    const snapshot = valueOf(await port.read());
    expect(cellOf(snapshot, MAIN, 'A2')).toMatchObject({ value: 56, text: '56.00' });
    expect(cellOf(snapshot, MAIN, 'C2')).toMatchObject({ value: 0.5, text: '50.00%' });
  });

  test('a number is kept with the 15 digits that Excel keeps', async () => {
    const { port, grid } = await openGrid(book);
    grid.type({ sheet: MAIN, row: 2, column: 1, content: { formula: null, value: 0.6512000000000001 } });
    expect(cellOf(valueOf(await port.read()), MAIN, 'A2')?.value).toBe(0.6512);
  });

  test('what is pasted into as many cells as a whole sheet has is kept', async () => {
    const parts = makeParts(BOOK);
    const sheet = 'xl/worksheets/sheet1.xml';
    const { port, grid } = await openGrid(zipParts({ ...parts, [sheet]: (parts[sheet] ?? '').replace('<sheetData>', '<dimension ref="A1:C3"/><sheetData>') }));
    grid.typeAll(Array.from({ length: 150_000 }, (_, at) => ({ sheet: MAIN, row: 1 + (at % 5000), column: 30 + Math.floor(at / 5000), content: { formula: null, value: at } })));
    expect(port.dirty()).toBe(true);
    expect(gridOf(await port.bytes(), MAIN).cells.at(-1)).toMatchObject({ row: 5000, column: 59, value: 149_999 });
  });

  test('what cannot be kept is said once, and the cell shows again what the file holds', async () => {
    const { port, grid } = await openGrid(book);
    const sentences: string[] = [];
    port.onRefused((sentence) => sentences.push(sentence));
    grid.type({ sheet: '锁', row: 1, column: 1, content: { formula: null, value: 9 } });
    valueOf(await port.read());
    expect(sentences).toEqual([expect.stringMatching(/A1.*保护.*。$/)]);
    expect(grid.puts.at(-1)?.cells).toEqual(expect.arrayContaining([expect.objectContaining({ sheet: '锁', cell: expect.objectContaining({ row: 1, column: 1, value: 1 }) as unknown })]));
  });

  test('unsaved work is known until it is saved, and typing during a save still counts', async () => {
    const { port, grid } = await openGrid(book);
    let told = 0;
    port.onDirty(() => told++);
    expect(port.dirty()).toBe(false);
    grid.type({ sheet: MAIN, row: 2, column: 1, content: { formula: null, value: 56 } });
    expect(port.dirty()).toBe(true);
    const bytes = await port.bytes();
    expect(cellOf(fromFile(bytes), MAIN, 'A2')?.value).toBe(56);
    grid.type({ sheet: MAIN, row: 2, column: 2, content: { formula: null, value: 14 } });
    port.markSaved(bytes);
    expect(port.dirty()).toBe(true);
    port.markSaved(await port.bytes());
    expect(port.dirty()).toBe(false);
    expect(told).toBeGreaterThanOrEqual(4);
  });

  test('a draft that is written while a save is under way does not make what was typed since then saved', async () => {
    const { port, grid } = await openGrid(book);
    grid.type({ sheet: MAIN, row: 2, column: 1, content: { formula: null, value: 56 } });
    const saving = await port.bytes();
    grid.type({ sheet: MAIN, row: 2, column: 2, content: { formula: null, value: 14 } });
    const draft = await port.bytes();
    expect(cellOf(fromFile(draft), MAIN, 'B2')?.value).toBe(14);
    port.markSaved(saving);
    expect(port.dirty()).toBe(true);
  });

  test('nor is saved what is typed while the grid still calculates for the save', async () => {
    const { port, grid } = await openGrid(book);
    let calculated: () => void = () => undefined;
    grid.results = () => new Promise((done) => (calculated = () => done([])));
    grid.type({ sheet: MAIN, row: 2, column: 1, content: { formula: null, value: 56 } });
    const saving = port.bytes();
    await Promise.resolve();
    grid.type({ sheet: MAIN, row: 2, column: 2, content: { formula: null, value: 14 } });
    calculated();
    const bytes = await saving;
    expect(cellOf(fromFile(bytes), MAIN, 'B2')?.value).not.toBe(14);
    port.markSaved(bytes);
    expect(port.dirty()).toBe(true);
  });

  test('what was corrected and taken back as a whole is as saved as it was, what happened besides is not', async () => {
    const { port, grid } = await openGrid(book);
    const correct = async (run: string, cell: string, before: string): Promise<void> => void valueOf(await port.apply([planned(`${MAIN}!${cell}`, { value: 44, before, mark: 'error', note: `原填 ${before}` })], { ...RUN, run }));
    await correct('run-1', 'A2', '43.00');
    await correct('run-2', 'B2', '28.00');
    valueOf(await port.undo());
    expect(port.dirty()).toBe(true);
    valueOf(await port.undo());
    expect(port.dirty()).toBe(false);
    expect(contents(await port.bytes())).toEqual(contents(book));
    // Saved with the correction, the file is another one than without it.
    await correct('run-3', 'A2', '43.00');
    port.markSaved(await port.bytes());
    expect(port.dirty()).toBe(false);
    valueOf(await port.undo());
    expect(port.dirty()).toBe(true);
    port.markSaved(await port.bytes());
    // Typed in between: what is taken back is not all.
    await correct('run-4', 'A2', '43.00');
    grid.type({ sheet: MAIN, row: 2, column: 2, content: { formula: null, value: 14 } });
    valueOf(await port.undo());
    expect(port.dirty()).toBe(true);
    port.markSaved(await port.bytes());
    // Nothing was written: what is taken back was there before.
    await correct('run-5', 'A2', '43.00');
    port.markSaved(await port.bytes());
    await correct('run-6', 'A2', '43.00');
    valueOf(await port.undo());
    expect(port.dirty()).toBe(true);
  });

  test('results that only say "unknown function" never reach the file', async () => {
    const { port, grid } = await openGrid(book);
    grid.calculated = [{ sheet: MAIN, row: 4, column: 4, value: { error: '#NAME?' } }];
    grid.type({ sheet: MAIN, row: 2, column: 1, content: { formula: null, value: 56 } });
    expect(cellOf(valueOf(await port.read()), MAIN, 'D4')?.value).not.toEqual({ error: '#NAME?' });
  });
});

describe('what is written shows in the grid', () => {
  test('a correction and its undo are put into the grid, with fill and note', async () => {
    const { port, grid } = await openGrid(book);
    valueOf(await port.apply([planned(`${MAIN}!A2`, { value: 44, before: '43.00', mark: 'error', note: '预算数：原填 43.00' })], RUN));
    const put = grid.puts.at(-1);
    const cell = put?.cells.find(({ sheet, cell: one }) => sheet === MAIN && one.row === 2 && one.column === 1)?.cell;
    expect(cell).toMatchObject({ value: 44, note: '预算数：原填 43.00' });
    expect(put?.styles[cell?.style ?? -1]?.fill).toBe('FFC7CE');
    valueOf(await port.undo());
    const back = grid.puts.at(-1);
    const again = back?.cells.find(({ cell: one }) => one.row === 2 && one.column === 1)?.cell;
    expect(again).toMatchObject({ value: 43, note: null });
    expect(back?.styles[again?.style ?? -1]?.fill).toBeNull();
  });

  test('what is typed while a correction runs is neither covered by it nor lost', async () => {
    const opened = await openPackageBook(makeWorkbook({ sheets: [{ name: 's', rows: [[1, 2, 3, 4]] }] }), { name: 'a.xlsx' });
    if (!opened.ok) throw new Error(opened.reason);
    const grid = plainGrid();
    const slow: Book = {
      ...opened.book,
      async apply(edits, run) {
        const done = await opened.book.apply(edits, run);
        grid.type({ sheet: 's', row: 1, column: 1, content: { formula: null, value: 7 } });
        grid.type({ sheet: 's', row: 1, column: 2, content: { formula: 'A1', value: 7 } }, { sheet: 's', row: 1, column: 3, note: '我的' });
        return done;
      },
    };
    await grid.show(await slow.picture());
    const port = openGridPort(slow, 'a.xlsx', grid);
    const running = port.apply(['A1', 'B1', 'C1', 'D1'].map((cell) => planned(`s!${cell}`, { value: 9, mark: 'error', note: '应为 9' })), RUN);
    expect(valueOf(await running).outcomes.map(({ word }) => word)).toEqual(['applied', 'applied', 'applied', 'applied']);
    const shown = grid.puts.at(-1)?.cells.map(({ cell }) => [cell.column, cell.value, cell.note]);
    expect(shown).toEqual([[1, 7, '应为 9'], [3, 9, '我的'], [4, 9, '应为 9']]);
    const kept = gridOf(await port.bytes(), 's').cells.map(({ column, value, formula, note }) => [column, formula ?? value, note]);
    expect(kept).toEqual([[1, 7, '应为 9'], [2, 'A1', '应为 9'], [3, 9, '我的'], [4, 9, '应为 9']]);
  });

  test('the sheet of results comes into the grid', async () => {
    const { port, grid } = await openGrid(book);
    valueOf(await port.insertResults({ columns: [{ title: '单元格', width: 9 }], rows: [[{ text: 'A2', link: null }]] }));
    expect(grid.puts.at(-1)?.added.map(({ name }) => name)).toEqual(['核查结果']);
  });

  test('planned sheets come into the grid at once, with looks and sizes, and the file counts as changed', async () => {
    const { port, grid } = await openGrid(book);
    valueOf(await port.insertSheets([FORM, noteOn('说明', MAIN)]));
    const put = grid.puts.at(-1);
    expect(put).toMatchObject({ cells: [], removed: [] });
    expect(put?.added.map(({ name, merges, frozen, gridlines }) => [name, merges, frozen.rows, gridlines])).toEqual([[FORM.name, FORM.merges, 2, false], ['说明', [], 0, true]]);
    const title = put?.added[0]?.cells.find(({ row, column }) => row === 1 && column === 1);
    expect(put?.styles[title?.style ?? 0]).toMatchObject({ fill: 'DDEBF7', font: { name: '黑体', size: 16, bold: true }, horizontal: 'center', borders: { bottom: { line: 'medium' } } });
    expect(port.dirty()).toBe(true);
    valueOf(await port.apply([planned(`${MAIN}!A4`, { value: 8, mark: 'error' })], RUN));
    valueOf(await port.undo());
    expect(grid.puts.flatMap(({ removed }) => removed)).toEqual([]);
  });

  test('what is typed is not forgotten when writing it breaks down once', async () => {
    const opened = await openPackageBook(makeWorkbook({ sheets: [{ name: 's', rows: [[1, 2]] }] }), { name: 'a.xlsx' });
    if (!opened.ok) throw new Error(opened.reason);
    let broken = true;
    const grid = plainGrid();
    const port = openGridPort({ ...opened.book, type: (...all) => (broken ? Promise.reject(new Error('out of memory')) : opened.book.type(...all)) }, 'a.xlsx', grid);
    grid.type({ sheet: 's', row: 1, column: 1, content: { formula: null, value: 7 } });
    await expect(port.bytes()).rejects.toThrow('out of memory');
    grid.type({ sheet: 's', row: 1, column: 2, content: { formula: null, value: 8 } });
    broken = false;
    expect(gridOf(await port.bytes(), 's').cells.map(({ value }) => value)).toEqual([7, 8]);
  });

  test('what is typed before the sheets come is kept', async () => {
    const { port, grid } = await openGrid(book);
    grid.type({ sheet: MAIN, row: 2, column: 1, content: { formula: null, value: 56 } });
    valueOf(await port.insertSheets([noteOn('说明', MAIN)]));
    expect(cellOf(fromFile(await port.bytes()), MAIN, 'A2')?.value).toBe(56);
  });

  test('a cell asked for before the grid is there is shown when it comes', async () => {
    const { grid } = await openGrid(book);
    const { port } = await openGrid(book);
    port.setView(null);
    valueOf(await port.reveal(MAIN, 'A2'));
    await grid.show({ sheets: [], styles: [], active: 0 });
    port.setView(grid);
    expect(grid.revealed).toEqual([`${MAIN}!2:1`]);
  });
});

describe('a book on the far side of a channel', () => {
  function connected(): { books: ReturnType<typeof remoteBooks>; close: () => void } {
    const { port1, port2 } = new MessageChannel();
    serveBooks(port2 as unknown as Channel);
    return { books: remoteBooks(port1 as unknown as Channel), close: () => port1.close() };
  }

  test('keeps explanations, the chosen rubric and own ones, and gives them back', async () => {
    const { books, close } = connected();
    const opened = await books.open(book.slice(), '自评表.xlsx');
    if (!opened.ok) throw new Error(opened.reason);
    const port = openGridPort(opened.book, '自评表.xlsx');
    const own = { rubrics: [{ id: 'city-2026' }], checks: [] };
    expect(valueOf(await port.saveState({ waivers: [], rubric: 'city-2026', own }))).toBeNull();
    expect(valueOf(await port.loadState())).toMatchObject({ rubric: 'city-2026', own });
    close();
  });

  test('reads, writes and takes back as a book on this side', async () => {
    const { books, close } = connected();
    const opened = await books.open(book.slice(), '自评表.xlsx');
    if (!opened.ok) throw new Error(opened.reason);
    const port = openGridPort(opened.book, '自评表.xlsx');
    expect(visible(valueOf(await port.read()))).toEqual(visible(fromFile(book)));
    valueOf(await port.apply([planned(`${MAIN}!A2`, { value: 44, mark: 'error', note: '预算数' })], RUN));
    expect(cellOf(fromFile(await port.bytes()), MAIN, 'A2')).toMatchObject({ value: 44, note: '预算数' });
    valueOf(await port.undo());
    expect(visible(fromFile(await port.bytes()))).toEqual(visible(fromFile(book)));
    expect(valueOf(await port.insertSheets([FORM]))).toEqual([FORM.name]);
    expect(cellOf(fromFile(await port.bytes()), FORM.name, 'C3')?.text).toBe('98.25%');
    close();
  });

  test('large sheets come in pieces, whole and in order', async () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => Array.from({ length: 10 }, (_, column) => row * 10 + column));
    const { books, close } = connected();
    const opened = await books.open(makeWorkbook({ sheets: [{ name: '小', rows: [[1]] }, { name: '大', rows }] }), '大.xlsx');
    if (!opened.ok) throw new Error(opened.reason);
    const [small, large] = valueOf(await opened.book.read()).grids;
    expect(small?.cells).toHaveLength(1);
    expect(large?.cells.map(({ value }) => value)).toEqual(rows.flat());
    expect((await opened.book.picture()).sheets[1]?.cells).toHaveLength(50_000);
    close();
  });

  test('whatever waits for a far side that has died fails, and so does what is asked later: a save does not hang, and what was typed is not forgotten', async () => {
    const { port1, port2 } = new MessageChannel();
    serveBooks(port2 as unknown as Channel);
    let die: (reason: Error) => void = () => undefined;
    const books = remoteBooks(port1 as unknown as Channel, new Promise((_, reject) => (die = reject)));
    const opened = await books.open(book.slice(), '自评表.xlsx');
    if (!opened.ok) throw new Error(opened.reason);
    const grid = plainGrid();
    const port = openGridPort(opened.book, '自评表.xlsx', grid);
    grid.type({ sheet: MAIN, row: 2, column: 1, content: { formula: null, value: 56 } });
    port2.close();
    const saving = port.bytes();
    die(new Error('out of memory'));
    await expect(saving).rejects.toThrow('out of memory');
    await expect(port.bytes()).rejects.toThrow('out of memory');
    expect(port.dirty()).toBe(true);
    expect(() => opened.book.close()).not.toThrow();
    port1.close();
  });

  test('a file that cannot be opened is refused in a sentence', async () => {
    const { books, close } = connected();
    expect(await books.open(new Uint8Array([1, 2, 3]), '坏.xlsx')).toMatchObject({ ok: false, reason: expect.stringMatching(/。$/) as string });
    close();
  });
});
