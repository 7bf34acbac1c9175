// Every bad file gets a code and a Chinese sentence that says what to do, or is read as far as it can be.
import { nodeCodec } from '../../src/workbooks/package/node-codec';
import { readPackage, readWorkbook } from '../../src/workbooks/package/read';
import type { WorkbookReading } from '../../src/workbooks/package/read';
import { DEFAULT_LIMITS } from '../../src/workbooks/package/zip';
import { makeWorkbook } from '../make-workbook';
import * as hostile from './hostile-files';

const REFUSED: readonly (readonly [string, () => Uint8Array, string, RegExp])[] = [
  ['an empty file', () => new Uint8Array(0), 'empty', /空的/],
  ['a file of zeros', () => new Uint8Array(5_000), 'damaged', /损坏/],
  ['HTML named .xlsx', hostile.html, 'html', /网页/],
  ['text', hostile.csv, 'text', /纯文本/],
  ['random bytes', () => Uint8Array.from({ length: 999 }, (_, i) => (i * 131) & 255), 'not-zip', /不是 Excel 工作簿/],
  ['a PDF', () => new TextEncoder().encode('%PDF-1.7\n'), 'not-workbook', /PDF/],
  ['a photograph', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46), 'not-workbook', /图片/],
  ['a scan', () => new TextEncoder().encode('BM6\u0003\0\0\0\0\0\0\u0036'), 'not-workbook', /图片/],
  ['what a phone sends on', () => new TextEncoder().encode('RIFF\u0024\0\0\0WEBPVP8 '), 'not-workbook', /图片/],
  ['what a phone takes', () => new TextEncoder().encode('\0\0\0\u0018ftypheic'), 'not-workbook', /图片/],
  ['a truncated workbook', hostile.truncated, 'damaged', /不完整/],
  ['a flipped byte', hostile.flippedByte, 'damaged', /损坏/],
  ['a workbook with a password', hostile.withPassword, 'encrypted', /密码/],
  ['a declared bomb', hostile.declaredBomb, 'zip-bomb', /炸弹/],
  ['a bomb that lies about its size', hostile.lyingBomb, 'zip-bomb', /炸弹/],
  ['entities that multiply', hostile.entityBomb, 'xml-entities', /实体/],
  ['an entity nobody declared', hostile.unknownEntity, 'damaged', /实体/],
  ['cut XML', hostile.cutXml, 'damaged', /损坏/],
  ['a Word document', hostile.wordDocument, 'word', /Word/],
  ['slides', hostile.slides, 'slides', /演示文稿/],
  ['a binary workbook', hostile.binaryWorkbook, 'xlsb', /另存为 \.xlsx/],
  ['an OpenDocument table', hostile.openDocumentTable, 'not-workbook', /OpenDocument.*另存为 \.xlsx/],
  ['a table of Numbers', hostile.numbersTable, 'not-workbook', /请在 Numbers 中导出/],
  ['an archive without a workbook', hostile.plainArchive, 'not-workbook', /没有工作簿/],
  ['a broken old workbook', hostile.brokenOldWorkbook, 'damaged', /旧格式/],
  ['XML deeper than any workbook', hostile.deepXml, 'damaged', /嵌套过深/],
  ['a tag with 50,000 attributes', hostile.manyAttributes, 'damaged', /属性过多/],
];

describe.each([['zlib', { codec: nodeCodec }], ['fflate', {}]])('with %s', (_name, options) => {
  test.each(REFUSED)('%s is refused in words', async (_what, build, code, sentence) => {
    const reading = await readWorkbook(build(), options);
    expect(reading).toMatchObject({ ok: false, code });
    if (reading.ok) return;
    expect(reading.reason).toMatch(sentence);
    expect(reading.reason).toMatch(/请[^。]*。$/);
  });
});

function snapshotOf(reading: WorkbookReading) {
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot;
}

test('a cell in the last corner of the sheet costs nothing', () => {
  const [grid] = snapshotOf(readPackage(hostile.farCell())).grids;
  expect(grid).toMatchObject({ rowCount: 1_048_576, columnCount: 16_384 });
  expect(grid?.cells).toHaveLength(5);
});

test('a merge of the whole sheet is one range', () => {
  expect(snapshotOf(readPackage(hostile.wholeSheetMerge())).grids[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }]);
});

test('without styles the values are still read, and it is said', () => {
  const { grids, remarks } = snapshotOf(readPackage(hostile.withoutStyles()));
  expect(grids[0]?.cells.map((cell) => cell.text)).toEqual(['项目名称', '道路养护', '得分', '98.5']);
  expect(remarks.join()).toMatch(/样式/);
});

test('without shared strings the numbers are still read, and it is said how many texts are missing', () => {
  const { grids, remarks } = snapshotOf(readPackage(hostile.withoutStrings()));
  expect(grids[0]?.cells.map((cell) => cell.text)).toEqual(['98.5']);
  expect(remarks.join()).toMatch(/3 个单元格的文字/);
});

test('a sheet whose part is missing is named', () => {
  const { grids, remarks } = snapshotOf(readPackage(hostile.withoutSheet()));
  expect(grids).toEqual([]);
  expect(remarks.join()).toMatch(/“自评表”的内容缺失/);
});

test('200 sheets are read', () => {
  expect(snapshotOf(readPackage(hostile.manySheets())).grids).toHaveLength(200);
});

test('names that mean something to JavaScript are names', () => {
  const [grid] = snapshotOf(readPackage(hostile.prototypeSheet())).grids;
  expect(grid?.sheet).toBe('__proto__');
  expect(grid?.cells[0]?.value).toBe('constructor');
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('array formulas over the whole sheet are not spread out', () => {
  expect(snapshotOf(readPackage(hostile.arraysEverywhere())).grids[0]?.cells).toHaveLength(2_004);
});

test('more cells than the limit are refused in words', () => {
  const bytes = makeWorkbook({ sheets: [{ name: '表', rows: [[1, 2], [3, 4]] }] });
  expect(readPackage(bytes, { limits: { ...DEFAULT_LIMITS, cells: 3 } })).toMatchObject({ ok: false, code: 'too-large' });
  expect(readPackage(bytes, { limits: { ...DEFAULT_LIMITS, cells: 4 } }).ok).toBe(true);
});

test('any cut of a workbook is answered, never a crash', () => {
  const bytes = makeWorkbook({ sheets: [{ name: '表', rows: [['得分', 1]] }] });
  for (let length = 0; length < bytes.length; length += 7) expect(readPackage(bytes.slice(0, length)).ok).toBe(false);
});

test('columns that are hidden again and again are hidden once', () => {
  const [grid] = snapshotOf(readPackage(hostile.columnsHiddenAgain())).grids;
  expect(grid?.hiddenColumns.size).toBe(16_384);
}, 200_000);

test('a formula shared by many cells does not fill the memory', () => {
  expect(readPackage(hostile.longSharedFormula())).toMatchObject({ ok: false, code: 'too-large', reason: expect.stringMatching(/公式过多过长.*请[^。]*。$/) as string });
});
