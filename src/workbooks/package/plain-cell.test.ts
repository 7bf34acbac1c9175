// What is taken in one go must be what the scanner would have read: every sheet is read as Excel writes it and again in a writing that only the scanner takes.
import fc from 'fast-check';
import { makeParts, zipParts } from '../../../test/make-workbook';
import { readPackage } from './read';

const PARTS = makeParts({ sheets: [{ name: '表', rows: [['甲', '乙', { v: 0.5, numberFormat: '0.0%' }, { v: 7, numberFormat: '0.00' }]] }] });

function gridOf(rows: string): unknown {
  const sheet = (PARTS['xl/worksheets/sheet1.xml'] ?? '').replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`);
  const reading = readPackage(zipParts({ ...PARTS, 'xl/worksheets/sheet1.xml': sheet }));
  return reading.ok ? reading.snapshot : reading.reason;
}
/** A space before each tag's end is the same XML, and never plain. */
const spaced = (rows: string): string => rows.replace(/<(row|c)([^<>]*?)(\/?)>/g, '<$1$2 $3>');

const digits = fc.oneof(fc.integer({ min: 0, max: 99 }).map(String), fc.maxSafeNat().map(String), fc.constantFrom('0', '00', '007', ''));
const value = fc.oneof(
  fc.tuple(fc.constantFrom('', '-'), digits, fc.constantFrom('', '.'), digits).map((part) => part.join('')),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('0.1', '0.65116000000000003', '12.50', '1e-7', '0.0001', '0.00009', '12345678901', '123456789012', '-0', '.5', '1E5', ' 5 ', '数'),
);
const cell = fc.record({
  style: fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="99"'),
  type: fc.constantFrom('', '', ' t="s"', ' t="n"', ' t="b"', ' t="str"'),
  formula: fc.constantFrom('', '', '<f>A1+B1</f>', '<f>_x0041_+1</f>', '<f>IF(A1&gt;1,"是","否")</f>', '<f t="shared" si="0"/>'),
  value: fc.option(value),
});
const rowAttributes = fc.constantFrom('', ' spans="1:4"', ' ht="15.75" customHeight="1"', ' hidden="1"', ' hidden="0" spans="1:2"', ' x14ac:dyDescent="0.2" xmlns:x14ac="urn:x"', ' ht="1" ht="2"', ' s="1" customFormat="1"');
const rows = fc.array(fc.record({ attributes: rowAttributes, cells: fc.array(cell, { maxLength: 4 }), skip: fc.integer({ min: 0, max: 2 }) }), { maxLength: 5 }).map((all) => {
  let at = 0;
  return all.map(({ attributes, cells, skip }) => {
    at += 1 + skip;
    const inside = cells.map((one, i) => {
      const v = one.value === null ? '' : `<v>${one.value}</v>`;
      return `<c r="${'ABCD'.charAt(i)}${at}"${one.style}${one.type}${one.formula + v === '' ? '/>' : `>${one.formula}${v}</c>`}`;
    });
    return `<row r="${at}"${attributes}>${inside.join('')}</row>`;
  }).join('');
});

test('plain cells and rows give what the scanner gives', () => {
  fc.assert(fc.property(rows, (xml) => {
    expect(gridOf(xml)).toEqual(gridOf(spaced(xml)));
  }), { numRuns: 400 });
});

test('a cell that names no text is blank in any writing, and one that names a text that is not there is told', () => {
  const read = (index: string): unknown => gridOf(`<row r="1"><c r="A1" t="s"><v>${index}</v></c></row>`);
  expect(read('')).toEqual(read(' '));
  expect(read('')).toMatchObject({ remarks: [] });
  expect(read('99')).toMatchObject({ remarks: [expect.stringMatching('1 个单元格的文字在文件中缺失')] });
});

test('text beside the ASCII of a sheet does not move its cells', () => {
  const xml = '<row r="1"><c r="A1" t="str"><f>"年度"</f><v>年度</v></c><c r="B1" s="2"><v>12.5</v></c></row><row r="2"><c r="A2"><f>B1*2</f><v>25</v></c></row>';
  expect(gridOf(xml)).toEqual(gridOf(spaced(xml)));
  expect(gridOf(xml)).toMatchObject({ grids: [{ cells: [{ text: '年度' }, { text: '12.50' }, { row: 2, formula: 'B1*2', text: '25' }] }] });
});

test('what is not well-formed is refused in any writing', () => {
  for (const xml of ['<row r="1"><c r="A1"><v>1</v></c></row></row><row r="2"></row>', '<row r="1"/></row><row r="2"></row>', '<row r="1"><c r="A1"><v>1</v></row>', '<row r="1"><c r="A1"><v>a]]>b</v></c></row>']) {
    expect(gridOf(xml)).toMatch('损坏');
  }
});
