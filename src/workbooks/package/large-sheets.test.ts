// Sheets of many rows: work grows with their number, not with its square.
import { apply, cellAt, contents, edit, takeBack } from '../../../test/package/edits';
import { expectGrowthWithSize } from '../../../test/growth';
import { makeWorkbook } from '../../../test/make-workbook';
import { a1 } from '../../model/address';
import { clearMarks } from './clear-marks';
import { bodyOf, locate } from './patch-cells';
import { writeUserEdits } from './user-edits';

function inStep(name: string, size: number, run: (size: number) => void): void {
  test(name, () => expectGrowthWithSize(size, run), 200_000);
}

function sheetOf(rows: string): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
}

function book(rows: string): Uint8Array {
  return makeWorkbook({ sheets: [{ name: '表', rows: [['文本']] }], parts: { 'xl/worksheets/sheet1.xml': sheetOf(rows) } });
}

function many(count: number, row: (number: number) => string): string {
  return Array.from({ length: count }, (_, at) => row(at + 2)).join('');
}

inStep('a sum over a column is calculated anew above any number of blank rows', 150_000, (size) => {
  const blank = many(size, (number) => `<row r="${number}" spans="1:3" ht="20" customHeight="1"/>`);
  const { bytes } = apply(book(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>SUM(B:B)</f><v>2</v></c></row>${blank}`), [edit('表!B1', { value: 5 })]);
  expect(cellAt(bytes, '表!C1')?.value).toBe(5);
});

inStep('any number of formulas hang on one cell', 60_000, (size) => {
  const { bytes } = apply(book(`<row r="1"><c r="B1"><v>1</v></c></row>${many(size, (number) => `<row r="${number}"><c r="A${number}"><f>$B$1*${number}</f><v>${number}</v></c></row>`)}`), [edit('表!B1', { value: 2 })]);
  expect([cellAt(bytes, '表!A2')?.value, cellAt(bytes, `表!A${size + 1}`)?.value]).toEqual([4, 2 * (size + 1)]);
});

test('more formulas on one sheet than a call takes arguments', () => {
  const cells = (number: number): string => Array.from({ length: 25 }, (_, at) => `<c r="${a1(number, at + 2)}"><f>$A${number}*2</f><v>2</v></c>`).join('');
  const { bytes } = apply(book(many(6000, (number) => `<row r="${number}"><c r="A${number}"><v>1</v></c>${cells(number)}</row>`)), [edit('表!A2', { value: 3 })]);
  expect(cellAt(bytes, '表!Z2')?.value).toBe(6);
});

inStep('any number of cells is found in one pass, where they belong in and between rows', 128_000, (size) => {
  const body = bodyOf(sheetOf(many(size, (number) => (number % 2 === 0 ? `<row r="${number}"><c r="A${number}"><v>1</v></c></row>` : ''))));
  const addresses = Array.from({ length: size }, (_, at) => ({ row: at + 2, column: 1 }));
  const sites = body ? locate(body, addresses) : new Map<string, never>();
  const before = (ref: string): string | undefined => body?.xml.slice(sites.get(ref)?.start).slice(0, 14);
  expect([sites.get('A2')?.raw, before('A3'), sites.get('A3')?.raw, before(`A${size + 1}`)]).toEqual(['<c r="A2"><v>1</v></c>', '<row r="4"><c ', null, '</sheetData></']);
});

test('hundreds of notes are written below those of others, and taken out again', () => {
  const size = 800;
  const noted = makeWorkbook({ sheets: [{ name: '表', rows: Array.from({ length: size }, (_, at) => [{ v: at, note: `ref="A${at + 2}" 见第 ${at + 2} 行` }]) }] });
  const { bytes } = apply(noted, Array.from({ length: size }, (_, at) => edit(`表!A${at + 1}`, { value: at, note: '请核实' })));
  expect(cellAt(bytes, `表!A${size}`)?.note).toBe(`ref="A${size + 1}" 见第 ${size + 1} 行\n【表里如一】请核实`);
  expect(contents(takeBack(bytes).bytes)).toEqual(contents(noted));
});

describe('any number of notes', () => {
  const noted = (size: number, note?: string): Uint8Array => makeWorkbook({ sheets: [{ name: '表', rows: Array.from({ length: size }, (_, at) => [`第 ${at} 行`, { v: at, ...(note === undefined ? {} : { note }) }]) }] });
  const marked = (bytes: Uint8Array, size: number): Uint8Array => apply(bytes, Array.from({ length: size }, (_, at) => edit(`表!B${at + 1}`, { value: at + 1, mark: 'error', note: `原值 ${at}` }))).bytes;
  const typed = (bytes: Uint8Array, size: number, note: string | null): Uint8Array => {
    const written = writeUserEdits(bytes, Array.from({ length: size }, (_, at) => ({ sheet: '表', row: at + 1, column: 2, note })), []);
    return written.ok ? written.bytes : bytes;
  };
  const noteAt = (bytes: Uint8Array, size: number): unknown => cellAt(bytes, `表!B${size}`)?.note;

  inStep('is cleared with its marks', 4000, (size) => {
    const cleared = clearMarks(marked(noted(size), size));
    expect(cleared.ok && noteAt(cleared.bytes, size)).toBeNull();
  });

  inStep('is written below those of others and taken back', 4000, (size) => {
    expect(noteAt(takeBack(marked(noted(size, '请核对'), size)).bytes, size)).toBe('请核对');
  });

  inStep('is typed, and taken away again', 4000, (size) => {
    const written = typed(noted(size), size, '说明');
    expect([noteAt(written, size), noteAt(typed(written, size, null), size)]).toEqual(['说明', null]);
  });
});
