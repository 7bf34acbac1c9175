// Sheets of many rows: work that grows with the square of their number would not come to an end.
import { apply, cellAt, contents, edit, takeBack } from '../../../test/package/edits';
import { makeWorkbook } from '../../../test/make-workbook';
import { bodyOf, locate } from './patch-cells';

/** Milliseconds: far more than the work takes, far less than it would take growing with the square (40,000 and more). */
const ENOUGH = 20_000;

/** A test that must end in time: what does not wait for anything is not stopped from outside. */
function inTime(name: string, run: () => void): void {
  test(name, () => {
    const from = performance.now();
    run();
    expect(performance.now() - from).toBeLessThan(ENOUGH);
  }, 10 * ENOUGH);
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

inTime('a sum over a column is calculated anew above any number of blank rows', () => {
  const blank = many(150_000, (number) => `<row r="${number}" spans="1:3" ht="20" customHeight="1"/>`);
  const { bytes } = apply(book(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>SUM(B:B)</f><v>2</v></c></row>${blank}`), [edit('表!B1', { value: 5 })]);
  expect(cellAt(bytes, '表!C1')?.value).toBe(5);
});

inTime('any number of formulas hang on one cell', () => {
  const { bytes } = apply(book(`<row r="1"><c r="B1"><v>1</v></c></row>${many(60_000, (number) => `<row r="${number}"><c r="A${number}"><f>$B$1*${number}</f><v>${number}</v></c></row>`)}`), [edit('表!B1', { value: 2 })]);
  expect([cellAt(bytes, '表!A2')?.value, cellAt(bytes, '表!A60001')?.value]).toEqual([4, 120_002]);
});

inTime('any number of cells is found in one pass, where they belong in and between rows', () => {
  const body = bodyOf(sheetOf(many(120_000, (number) => (number % 2 === 0 ? `<row r="${number}"><c r="A${number}"><v>1</v></c></row>` : ''))));
  const addresses = Array.from({ length: 120_000 }, (_, at) => ({ row: at + 2, column: 1 }));
  const sites = body ? locate(body, addresses) : new Map<string, never>();
  const before = (ref: string): string | undefined => body?.xml.slice(sites.get(ref)?.start).slice(0, 14);
  expect([sites.get('A2')?.raw, before('A3'), sites.get('A3')?.raw, before('A120001')]).toEqual(['<c r="A2"><v>1</v></c>', '<row r="4"><c ', null, '</sheetData></']);
});

inTime('hundreds of notes are written below those of others, and taken out again', () => {
  const noted = makeWorkbook({ sheets: [{ name: '表', rows: Array.from({ length: 800 }, (_, at) => [{ v: at, note: `ref="A${at + 2}" 见第 ${at + 2} 行` }]) }] });
  const { bytes } = apply(noted, Array.from({ length: 800 }, (_, at) => edit(`表!A${at + 1}`, { value: at, note: '请核实' })));
  expect(cellAt(bytes, '表!A800')?.note).toBe('ref="A801" 见第 801 行\n【表里如一】请核实');
  expect(contents(takeBack(bytes).bytes)).toEqual(contents(noted));
});
