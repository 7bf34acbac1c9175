// Whole workbooks: everything a grid promises, read back from small files.
import { CFB, utils, write } from '@e965/xlsx';
import { makeParts, makeWorkbook, zipParts } from '../../../test/make-workbook';
import type { MadeWorkbook } from '../../../test/make-workbook';
import { a1 } from '../../model/address';
import type { Cell, Grid, WorkbookSnapshot } from '../../model/grid';
import { readPackage, readWorkbook } from './read';

function snapshot(bytes: Uint8Array): WorkbookSnapshot {
  const reading = readPackage(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot;
}
function grid(made: MadeWorkbook | Uint8Array): Grid {
  const [first] = snapshot(made instanceof Uint8Array ? made : makeWorkbook(made)).grids;
  if (!first) throw new Error('no grid');
  return first;
}
function cell(from: Grid, address: string): Cell | undefined {
  return from.cells.find((one) => a1(one.row, one.column) === address);
}
/** A workbook whose first sheet holds this XML as its rows. */
function withRows(xml: string, more: MadeWorkbook = { sheets: [{ name: '表', rows: [['占位']] }] }): Uint8Array {
  const parts = makeParts(more);
  return zipParts({ ...parts, 'xl/worksheets/sheet1.xml': (parts['xl/worksheets/sheet1.xml'] ?? '').replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${xml}</sheetData>`) });
}

test('values, texts, formulas, styles and notes stand at their addresses, in reading order', () => {
  const read = grid({
    sheets: [{
      name: '自评表',
      rows: [
        ['项目名称', null, { v: 0.6512, numberFormat: '0.00%', fill: 'FFFF00', locked: false }],
        [true, { v: '#REF!', error: true, f: 'A9' }, { f: 'SUM(A1:B1)', v: 12.5, note: '核对\n过' }, { v: null, note: '空格的注' }],
      ],
      merges: ['A1:B1', 'B1:C1'], hiddenRows: [2], hiddenColumns: [2], protected: true,
    }],
  });
  expect(read.cells.map((one) => a1(one.row, one.column))).toEqual(['A1', 'C1', 'A2', 'B2', 'C2', 'D2']);
  expect(cell(read, 'C1')).toMatchObject({ value: 0.6512, text: '65.12%', style: { numberFormat: '0.00%', fill: 'FFFF00', locked: false } });
  expect(cell(read, 'A2')).toMatchObject({ value: true, text: 'TRUE' });
  expect(cell(read, 'B2')).toMatchObject({ value: { error: '#REF!' }, text: '#REF!', formula: 'A9' });
  expect(cell(read, 'C2')).toMatchObject({ value: 12.5, text: '12.5', formula: 'SUM(A1:B1)', note: '核对\n过' });
  expect(cell(read, 'D2')).toMatchObject({ value: null, text: '', note: '空格的注' });
  expect(read.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }, { top: 1, left: 2, bottom: 1, right: 3 }]);
  expect(read).toMatchObject({ rowCount: 2, columnCount: 4, hiddenRows: new Set([2]), hiddenColumns: new Set([2]), protected: true });
});

test('styled blanks are kept on a protected sheet only', () => {
  const rows = [['a', { v: null, locked: false }]];
  expect(grid({ sheets: [{ name: '表', rows, protected: true }] }).cells).toHaveLength(2);
  expect(grid({ sheets: [{ name: '表', rows }] }).cells).toHaveLength(1);
});

test('strings in the cells, in runs and with their pronunciation read as the text that is seen', () => {
  const read = grid(withRows('<row r="1"><c r="A1" t="inlineStr"><is><r><t>绩</t></r><r><rPr><b/></rPr><t xml:space="preserve">效 </t></r><rPh sb="0" eb="1"><t>jì</t></rPh></is></c><c r="B1" t="str"><f>X</f><v>a_x000A_b</v></c></row>'));
  expect(cell(read, 'A1')?.value).toBe('绩效 ');
  expect(cell(read, 'B1')?.value).toBe('a\nb');
});

test('shared and array formulas are given to each of their cells', () => {
  const read = grid(withRows('<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*$C$1</f><v>1</v></c><c r="D1"><f t="array" ref="D1:D2">E1:E2*2</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="D2"><v>4</v></c></row>'));
  expect(cell(read, 'A2')?.formula).toBe('B2*$C$1');
  expect(cell(read, 'D2')).toMatchObject({ formula: 'E1:E2*2', value: 4 });
});

test('a formula that was never calculated has no value, and one remark says how many there are', () => {
  const { grids, remarks } = snapshot(withRows('<row r="1"><c r="A1"><f>1+1</f><v></v></c><c r="B1"><f>2</f></c><c r="C1" t="str"><f>""</f><v></v></c></row>'));
  expect(grids[0]?.cells.map((one) => one.value)).toEqual([null, null, '']);
  expect(remarks).toEqual([expect.stringMatching(/^有 2 个公式没有计算结果.*请/)]);
});

test('cells without an address are counted, and those out of order or doubled are put right', () => {
  expect(grid(withRows('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')).cells.map((one) => [a1(one.row, one.column), one.value])).toEqual([['A1', 1], ['B1', 2], ['A2', 3]]);
  expect(grid(withRows('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c></row>')).cells.map((one) => [a1(one.row, one.column), one.value])).toEqual([['A2', 2], ['B2', 3]]);
});

test('prefixed tags, absolute targets and odd part names are read alike', () => {
  const made: MadeWorkbook = { sheets: [{ name: '表', rows: [['项目', 12.5, { f: 'B1*2', v: 25 }]] }] };
  const parts = makeParts(made);
  const prefixed = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
  const moved = zipParts({
    ...parts,
    'xl/worksheets/sheet1.xml': prefixed,
    'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace('Target="worksheets/sheet1.xml"', 'Target="/xl/worksheets/../worksheets/Sheet1.xml"'),
  });
  expect(grid(moved).cells).toEqual(grid(made).cells);
});

test('dates as ISO text become day counts and are shown', () => {
  const read = grid(withRows('<row r="1"><c r="A1" t="d"><v>2022-12-01</v></c><c r="B1" t="d"><v>2022-12-01T12:00:00</v></c></row>'));
  expect(read.cells.map((one) => one.value)).toEqual([44896, 44896.5]);
  expect(read.cells[0]?.text).toBe('2022-12-01');
});

test('dates of a workbook that counts from 1904 are shown four years later', () => {
  const rows = [[{ v: 43434, numberFormat: 'yyyy/m/d' }]];
  expect(grid({ sheets: [{ name: '表', rows }], date1904: true }).cells[0]?.text).toBe('2022/12/1');
  expect(grid({ sheets: [{ name: '表', rows }] }).cells[0]?.text).toBe('2018/11/30');
});

test('hidden sheets, defined names with their scope and the format are told', () => {
  const made: MadeWorkbook = { sheets: [{ name: '甲', rows: [] }, { name: '乙', rows: [], hidden: 'veryHidden' }], definedNames: [{ name: '库', refersTo: '甲!$A$1' }, { name: '局部', refersTo: '乙!$A$1', sheet: '乙' }] };
  const read = snapshot(makeWorkbook(made));
  expect(read.grids.map((one) => one.visibility)).toEqual(['visible', 'very-hidden']);
  expect(read.definedNames).toEqual([{ name: '库', refersTo: '甲!$A$1', sheet: null }, { name: '局部', refersTo: '乙!$A$1', sheet: '乙' }]);
  const types = (makeParts(made)['[Content_Types].xml'] ?? '').replace('openxmlformats-officedocument.spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main');
  expect(read.format).toBe('xlsx');
  expect(snapshot(makeWorkbook({ ...made, parts: { '[Content_Types].xml': types } })).format).toBe('xlsm');
});

test('a threaded comment is read in place of its stand-in', () => {
  const made: MadeWorkbook = { sheets: [{ name: '表', rows: [[{ v: 1, note: '[Threaded comment] stand-in' }]] }] };
  const relationships = (makeParts(made)['xl/worksheets/_rels/sheet1.xml.rels'] ?? '').replace('</Relationships>', '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/t.xml"/></Relationships>');
  const threads = '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="{1}"><text>请核实</text></threadedComment><threadedComment ref="A1" id="{2}" parentId="{1}"><text>已核实</text></threadedComment></ThreadedComments>';
  expect(grid(makeWorkbook({ ...made, parts: { 'xl/worksheets/_rels/sheet1.xml.rels': relationships, 'xl/threadedComments/t.xml': threads } })).cells[0]?.note).toBe('请核实\n已核实');
});

test.each([['表.xls', 'xls'], ['表.et', 'et']])('%s is read by the library for old formats', async (name, format) => {
  const sheet = utils.aoa_to_sheet([['项目', 98.25], [null, 3]]);
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 2, c: 1 } }];
  sheet.B2 = { t: 'n', v: 3, f: 'B1-1', z: '0.00' };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '自评表');
  const bytes = new Uint8Array(write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer);
  expect(readPackage(bytes)).toMatchObject({ ok: false, code: 'unsupported' });
  const reading = await readWorkbook(bytes, { name });
  if (!reading.ok) throw new Error(reading.reason);
  expect(reading.snapshot).toMatchObject({ format, remarks: [expect.stringMatching(/另存为 \.xlsx/)] });
  const [first] = reading.snapshot.grids;
  expect(first?.cells.map((one) => [a1(one.row, one.column), one.value])).toEqual([['A1', '项目'], ['B1', 98.25], ['B2', 3]]);
  expect(first?.merges).toEqual([{ top: 3, left: 1, bottom: 3, right: 2 }]);
});

/** An old workbook of one row; the formats of its cells by number, as Excel writes those that it knows itself. */
async function oldRow(cells: readonly (readonly [value: number, format: number | string])[], date1904 = false) {
  const sheet = utils.aoa_to_sheet([cells.map(([value]) => value)]);
  for (const [at, [, format]] of cells.entries()) Object.assign(sheet[`${String.fromCharCode(65 + at)}1`] as object, { z: typeof format === 'string' ? format : `0"${at}"` });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '表');
  const bytes = new Uint8Array(write({ ...book, Workbook: { WBProps: { date1904 } } }, { bookType: 'biff8', type: 'array' }) as ArrayBuffer);
  // The formats of cells stand behind those that every file has, in the order of first use.
  const looks = Array.from(bytes.keys()).filter((at) => bytes[at] === 0xe0 && bytes[at + 1] === 0 && bytes[at + 2] === 20 && bytes[at + 3] === 0).slice(-cells.length);
  for (const [at, [, format]] of cells.entries()) if (typeof format === 'number') bytes.set([format, 0], (looks[at] ?? 0) + 6);
  const reading = await readWorkbook(bytes, { name: '表.xls' });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot.grids[0]?.cells.map(({ text, style }) => [text, style.numberFormat]);
}

test('an old workbook shows its numbers as Chinese Excel does', async () => {
  expect(await oldRow([[44926, 14], [44926, 31], [44896, 57], [44926, 58], [12, 'G/通用格式"次"'], [45678, '0!.0,"万"'], [0.285, '0.00_ ']])).toEqual([
    ['2022/12/31', 'yyyy/m/d'], ['2022年12月31日', 'yyyy"年"m"月"d"日"'], ['2022年12月', 'yyyy"年"m"月"'], ['12月31日', 'm"月"d"日"'], ['12次', 'G/通用格式"次"'], ['4.6万', '0!.0,"万"'], ['0.29 ', '0.00_ '],
  ]);
  expect(await oldRow([[44926 - 1462, 14]], true)).toEqual([['2022/12/31', 'yyyy/m/d']]);
});

/** The container of old documents, of which the library tells no types. */
interface Containers {
  read(bytes: Uint8Array, how: { readonly type: 'array' }): unknown;
  find(file: unknown, name: string): { readonly content: Uint8Array };
  write(file: unknown, how: { readonly type: 'array' }): ArrayLike<number>;
  readonly utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void };
}

test.each([['WordDocument', 'word', 'Word'], ['PowerPoint Document', 'slides', '演示文稿']])('an old document (%s) with a table of Excel embedded is no damaged workbook', async (stream, code, word) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['甲', 1]]), '表');
  const containers = CFB as Containers;
  const embedded = containers.find(containers.read(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer), { type: 'array' }), 'Workbook').content;
  const file = containers.utils.cfb_new();
  containers.utils.cfb_add(file, stream, new Uint8Array(5000).fill(7));
  containers.utils.cfb_add(file, 'ObjectPool/_1/Workbook', embedded);
  expect(await readWorkbook(Uint8Array.from(containers.write(file, { type: 'array' })))).toMatchObject({ ok: false, code, reason: expect.stringContaining(word) as string });
});
