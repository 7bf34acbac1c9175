import { CFB, utils, write } from '@e965/xlsx';
import { excel95 } from '../../../test/excel-95';
import { readWorkbook } from './read';

/** The container of old documents, of which the library tells no types. */
interface Containers {
  read(bytes: Uint8Array, how: { readonly type: 'array' }): unknown;
  find(file: unknown, name: string): { readonly content: Uint8Array };
  write(file: unknown, how: { readonly type: 'array' }): ArrayLike<number>;
  readonly utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void };
}

const two = (...numbers: number[]): number[] => numbers.flatMap((number) => [number & 255, number >> 8]);
const record = (type: number, content: readonly number[]): number[] => [...two(type, content.length), ...content];
/** Text of two bytes a character, behind the flag that says so. */
const wide = (text: string): number[] => [1, ...two(...Array.from(text, (character) => character.charCodeAt(0)))];

/** A note as Excel writes it: an object, its text in two continued records (characters, then the looks of runs), and the cell that it stands at. */
function noteRecords(text: string, row: number, column: number): number[] {
  const object = [...two(0x15, 0x12, 0x19, 1, 0x4011), ...new Array<number>(12).fill(0), ...two(0x0d, 0x16), ...new Array<number>(22).fill(0), ...two(0, 0)];
  const head = [...two(0x212, 0), ...two(0, 0, 0), ...two(text.length, 16, 0, 0)];
  const runs = [...two(0, 5, 0, 0), ...two(text.length, 0, 0, 0)];
  return [...record(0x5d, object), ...record(0x1b6, head), ...record(0x3c, wide(text)), ...record(0x3c, runs), ...record(0x1c, [...two(row, column, 0, 1, 2), ...wide('张三')])];
}

/** A workbook of one sheet with one cell, further records at the end of the sheet. */
async function readWith(records: readonly number[]) {
  const containers = CFB as unknown as Containers;
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[9.83]]), '表');
  const bytes = new Uint8Array(write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer);
  const stream = containers.find(containers.read(bytes, { type: 'array' }), '/Workbook').content;
  const content = Uint8Array.from([...stream.slice(0, -4), ...records, ...stream.slice(-4)]);
  const file = containers.utils.cfb_new();
  containers.utils.cfb_add(file, '/Workbook', content);
  const reading = await readWorkbook(Uint8Array.from(containers.write(file, { type: 'array' })), { name: '表.xls' });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot.grids[0];
}

test.each(['请核实', '张三：\n实际完成值与佐证不符，请补充'])('the note %j of an old workbook ends where its text ends', async (note) => {
  expect((await readWith(noteRecords(note, 0, 0)))?.cells.map((cell) => [cell.value, cell.note])).toEqual([[9.83, note]]);
});

test.each([[0, false], [1, true]])('a record that says %i of the protection of an old sheet makes it %s', async (flag, expected) => {
  expect((await readWith(record(0x12, two(flag))))?.protected).toBe(expected);
});

test('an old workbook is not said to be corrected into a copy: corrections of it are refused', async () => {
  const bytes = new Uint8Array(write({ SheetNames: ['表'], Sheets: { 表: utils.aoa_to_sheet([[1]]) } }, { bookType: 'biff8', type: 'array' }) as ArrayBuffer);
  const reading = await readWorkbook(bytes, { name: '表.xls' });
  expect(reading.ok && reading.snapshot.remarks).toEqual([expect.stringMatching(/不能原样更正.*另存为 \.xlsx/)]);
});

test.each(['BOOK', 'WORKBOOK'])('an old workbook in a stream named %s is read', async (stream) => {
  const reading = await readWorkbook(excel95('汇总', [['预算数', 1200.5]], stream), { name: '表.xls' });
  expect(reading.ok && reading.snapshot.grids.map(({ sheet, cells }) => [sheet, cells.map(({ text }) => text)])).toEqual([['汇总', ['预算数', '1200.5']]]);
});

test('an old workbook that Excel encrypted, its properties left readable, is said to have a password', async () => {
  // RC4 of the system's, with the flag of readable properties, which the library takes for a contradiction.
  const header = [...two(0x0c, 0, 0, 0, 0x6801, 0, 0x8004, 0, 128, 0, 1, 0, 0, 0, 0, 0), ...two(0, 0)];
  await expect(readWith(record(0x2f, [...two(1, 4, 2, 0x0c, 0, header.length, 0), ...header, ...two(16, 0), ...new Array<number>(56).fill(0)]))).rejects.toThrow(/设有打开密码/);
});

test('results that JExcelApi wrote, all of them 4, are those that nobody calculated', async () => {
  // =A1*2 and =A2+1, with the 4 and the flag that Excel calculates by when it opens the file.
  const formula = (row: number, of: number, constant: number, operator: number): number[] => record(0x06, [...two(row, 0, 0), ...new Uint8Array(Float64Array.of(4).buffer), ...two(2, 0, 0, 9), 0x44, ...two(of, 0xc000), 0x1e, ...two(constant), operator]);
  const cells = (await readWith([...formula(1, 0, 2, 5), ...formula(2, 1, 1, 3)]))?.cells;
  expect(cells?.map((cell) => [cell.formula, cell.value, cell.text])).toEqual([[null, 9.83, '9.83'], ['A1*2', null, ''], ['A2+1', null, '']]);
});
