// Cached results after an edit: right where they can be calculated, left alone where not, and given back by undo.
import { apply, cellAt, changedParts, contents, edit, part, takeBack } from '../../../test/package/edits';
import { makeParts, makeWorkbook, zipParts } from '../../../test/make-workbook';
import type { MadeSheet } from '../../../test/make-workbook';
import { unzipSync } from 'fflate';
import { writeUserEdits } from './user-edits';

const WORKBOOK = 'xl/workbook.xml';
const asksForCalculation = (bytes: Uint8Array) => part(bytes, WORKBOOK).includes('fullCalcOnLoad="1"');

function book(...sheets: readonly MadeSheet[]): Uint8Array {
  return makeWorkbook({ sheets });
}
function sheet(name: string, xml: string): Uint8Array {
  return makeWorkbook({ sheets: [{ name, rows: [['文本']] }], parts: { 'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${xml}</sheetData></worksheet>` } });
}

describe('results that hang on an edit', () => {
  const chain = book(
    { name: '自评表', rows: [[10, 20, { f: 'SUM(A1:B1)', v: 30 }], [{ f: 'C1/2', v: 15 }, { f: "IF(A2>=20,\"优\",\"良\")", v: '良' }, { f: 'A1=5', v: false }]] },
    { name: '汇总', rows: [[{ f: '自评表!A2*2', v: 30 }, { f: '1/(自评表!A1-30)', v: -0.05 }]] },
    { name: '别处', rows: [[{ f: 'A2+1', v: 1 }]] },
  );
  const { bytes } = apply(chain, [edit('自评表!A1', { value: 30 })]);

  test('are calculated across sheets and types, in the order of dependence', () => {
    expect(['自评表!C1', '自评表!A2', '自评表!B2', '自评表!C2', '汇总!A1', '汇总!B1'].map((place) => cellAt(bytes, place)?.value)).toEqual([50, 25, '优', false, 50, { error: '#DIV/0!' }]);
  });

  test('leave sheets without dependents and the workbook part byte for byte', () => {
    const changed = changedParts(chain, bytes);
    expect(changed).toContain('xl/worksheets/sheet2.xml');
    expect(changed).not.toContain('xl/worksheets/sheet3.xml');
    expect(changed).not.toContain(WORKBOOK);
  });

  test('come back with undo, letter by letter', () => {
    const undone = takeBack(bytes).bytes;
    expect(part(undone, 'xl/worksheets/sheet1.xml')).toBe(part(chain, 'xl/worksheets/sheet1.xml'));
    expect(part(undone, 'xl/worksheets/sheet2.xml')).toBe(part(chain, 'xl/worksheets/sheet2.xml'));
  });

  test('are calculated from the old values when somebody calculated since', () => {
    const saved = zipParts({ ...unzipSync(bytes), 'xl/worksheets/sheet1.xml': part(bytes, 'xl/worksheets/sheet1.xml').replace('<v>50</v>', '<v>50.0</v>') });
    expect(contents(takeBack(saved).bytes)).toEqual(contents(chain));
  });
});

test('results that were stale before the edit are given back as they were', () => {
  const stale = book({ name: 's', rows: [[1, { f: 'A1*2', v: 99 }, { f: 'B1*0', v: 0 }, { f: 'MIN(B1,3)', v: 2 }]] });
  const { bytes } = apply(stale, [edit('s!A1', { value: 1.5 }), edit('s!B1', { formula: '=A1*2', value: 99, mark: 'hint' })]);
  expect([cellAt(bytes, 's!B1')?.value, cellAt(bytes, 's!C1')?.value, cellAt(bytes, 's!D1')?.value]).toEqual([3, 0, 3]);
  expect(contents(takeBack(bytes).bytes)).toEqual(contents(stale));
});

test('two runs are taken back one after the other', () => {
  const start = book({ name: 's', rows: [[1, 2, { f: 'A1+B1', v: 3 }]] });
  const once = apply(start, [edit('s!A1', { value: 10 })], { run: 'a' }).bytes;
  const twice = apply(once, [edit('s!B1', { value: 20 })], { run: 'b' }).bytes;
  expect(cellAt(twice, 's!C1')?.value).toBe(30);
  expect(contents(takeBack(twice).bytes)).toEqual(contents(once));
  expect(contents(takeBack(twice, { all: true }).bytes)).toEqual(contents(start));
  expect(cellAt(takeBack(twice, { run: 'a' }).bytes, 's!C1')?.value).toBe(21);
});

test('a result that is again what it was before the run, because something else was changed as much, is calculated by undo all the same', () => {
  const start = book({ name: 's', rows: [[1, 2, { f: 'A1+B1', v: 3 }, { f: 'IF(A1+B1>=3,"足","缺")', v: '足' }]] });
  const once = apply(start, [edit('s!A1', { value: 2 })], { run: 'a' }).bytes;
  const twice = apply(once, [edit('s!B1', { value: 3 })], { run: 'b' }).bytes;
  const older = takeBack(twice, { run: 'a' }).bytes;
  expect(cellAt(older, 's!C1')?.value).toBe(4);
  expect(contents(takeBack(older).bytes)).toEqual(contents(start));
  const typed = writeUserEdits(apply(start, [edit('s!B1', { value: 3 })]).bytes, [{ sheet: 's', row: 1, column: 1, content: { formula: null, value: 0 } }], []);
  expect(typed.ok && cellAt(typed.bytes, 's!C1')?.value).toBe(3);
  expect(typed.ok && ['C1', 'D1'].map((cell) => cellAt(takeBack(typed.bytes).bytes, `s!${cell}`)?.value)).toEqual([2, '缺']);
});

test('a result that the run did not change is calculated by undo where something else was changed since', () => {
  const start = book({ name: 's', rows: [[1, 2, { f: 'IF(A1+B1>=3,"足","缺")', v: '足' }]] });
  const typed = writeUserEdits(apply(start, [edit('s!B1', { value: 4 })]).bytes, [{ sheet: 's', row: 1, column: 1, content: { formula: null, value: -1 } }], []);
  expect(typed.ok && cellAt(typed.bytes, 's!C1')?.value).toBe('足');
  expect(typed.ok && cellAt(takeBack(typed.bytes).bytes, 's!C1')?.value).toBe('缺');
});

test('a result that stands as the run left it is calculated by undo where what it is made of does not', () => {
  const start = book({ name: 's', rows: [[4, 0.5, { f: 'A1*B1', v: 2 }, { f: 'MIN(3,A1+1)', v: 3 }]] });
  const once = apply(start, [edit('s!B1', { value: 0 })], { run: 'a' }).bytes;
  const twice = apply(once, [edit('s!A1', { value: 1 })], { run: 'b' }).bytes;
  expect(cellAt(twice, 's!C1')?.value).toBe(0);
  const older = takeBack(twice, { run: 'a' }).bytes;
  expect([cellAt(older, 's!C1')?.value, cellAt(older, 's!D1')?.value]).toEqual([0.5, 2]);
  expect(contents(takeBack(older).bytes)).toEqual(contents(start));
});

test('a formula that somebody added since is calculated by undo too', () => {
  const start = book({ name: 's', rows: [[1, { f: 'A1*2', v: 2 }]] });
  const { bytes } = apply(start, [edit('s!A1', { value: 5 })]);
  const grown = zipParts({ ...unzipSync(bytes), 'xl/worksheets/sheet1.xml': part(bytes, 'xl/worksheets/sheet1.xml').replace('</row>', '<c r="C1"><f>B1+1</f><v>11</v></c></row>') });
  expect(cellAt(takeBack(grown).bytes, 's!C1')?.value).toBe(3);
});

test('table columns are calculated by their data, and other tables are not thought to matter', () => {
  const parts = makeParts({ sheets: [
    { name: '明细', rows: [['名称', '金额'], ['甲', 1], ['乙', 2], ['合计', { f: 'SUM(表1[金额])', v: 3 }], [{ f: '[1]外!A1', v: 5 }]] },
    { name: '总表', rows: [[{ f: 'SUM(表1[金额])+ROUND(SUM(表1[[#Data],[金额]]),0)', v: 6 }, { f: 'SUM(表1[金额])*10', v: 30 }, 7]] },
  ] });
  const start = zipParts({
    ...parts,
    'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
    'xl/tables/table1.xml': '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A1:B4" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="名称"/><tableColumn id="2" name="金额"/></tableColumns></table>',
  });
  const { bytes } = apply(start, [edit('明细!B2', { value: 10 })]);
  expect(['明细!B4', '总表!B1', '总表!A1'].map((place) => cellAt(bytes, place)?.value)).toEqual([12, 120, 6]);
  expect(asksForCalculation(bytes)).toBe(true);
  expect(asksForCalculation(apply(start, [edit('总表!C1', { value: 8 })]).bytes)).toBe(false);
});

test('texts in the cells themselves are read as texts', () => {
  const start = makeWorkbook({ sheets: [{ name: 's', inline: true, rows: [['12', 2, { f: 'SUM(A1:B1)', v: 2 }, { f: 'A1+B1', v: 14 }]] }] });
  const { bytes } = apply(start, [edit('s!B1', { value: 3 })]);
  expect([cellAt(bytes, 's!C1')?.value, cellAt(bytes, 's!D1')?.value]).toEqual([3, 15]);
  const worded = apply(start, [edit('s!A1', { value: 'unknown' })]).bytes;
  expect([cellAt(worded, 's!C1')?.value, cellAt(worded, 's!D1')?.value]).toEqual([2, { error: '#VALUE!' }]);
  expect(asksForCalculation(worded)).toBe(false);
});

describe('a formula of the plan', () => {
  const start = book({ name: 's', rows: [[4, 3, { f: 'SUM(A1:B1)', v: 7 }]] });

  test('keeps the caller\'s result but for a wrong one', () => {
    const { bytes } = apply(start, [edit('s!D1', { formula: '=A1/B1', value: 1.33333333333333 }), edit('s!E1', { formula: '=A1+B1', value: 70 })]);
    expect([cellAt(bytes, 's!D1')?.value, cellAt(bytes, 's!E1')?.value]).toEqual([1.33333333333333, 7]);
    expect(asksForCalculation(bytes)).toBe(false);
  });

  test('gets a result where the caller gives none', () => {
    const { bytes } = apply(start, [edit('s!D1', { formula: '=A1*B1' })]);
    expect(cellAt(bytes, 's!D1')?.value).toBe(12);
    expect(asksForCalculation(bytes)).toBe(false);
  });

  test('that is out of scope keeps the caller\'s result, on which others are calculated, and the spreadsheet is asked', () => {
    const { bytes } = apply(start, [edit('s!A1', { formula: '=VLOOKUP(1,E:F,2)', value: 6 })]);
    expect([cellAt(bytes, 's!A1')?.value, cellAt(bytes, 's!C1')?.value]).toEqual([6, 9]);
    expect(asksForCalculation(bytes)).toBe(true);
  });
});

describe('what cannot be calculated keeps its result, and the spreadsheet is asked', () => {
  const cases: Record<string, string> = {
    'an unknown function': '<c r="B1"><f>VLOOKUP(A1,A1:A1,1)</f><v>1</v></c>',
    'an array formula': '<c r="B1"><f t="array" ref="B1:B1">A1:A1</f><v>1</v></c>',
    'a circle': '<c r="B1"><f>A1*C1</f><v>1</v></c><c r="C1"><f>B1</f><v>1</v></c>',
    'a value without a calculated result': '<c r="B1"><f>A1+C1</f><v>1</v></c><c r="C1"><f>D1</f></c>',
    'a function that names no cell': '<c r="B1"><f>INDIRECT("A1")</f><v>1</v></c>',
    'a table reference': '<c r="B1"><f>SUM(表1[金额])</f><v>1</v></c>',
    'a data table': '<c r="B1"><f t="dataTable" ref="B1:B1" dt2D="0" r1="A1"/><v>1</v></c>',
    'what hangs on such a formula': '<c r="B1"><f>C1*2-1</f><v>1</v></c><c r="C1"><f>LOG10(A1)</f><v>1</v></c>',
  };
  test.each(Object.entries(cases))('%s', (_name, cell) => {
    const start = sheet('s', `<row r="1"><c r="A1"><v>1</v></c>${cell}</row>`);
    const { bytes } = apply(start, [edit('s!A1', { value: 5 })]);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="B1"><f.*?<v>1<\/v>/);
    expect(asksForCalculation(bytes)).toBe(true);
    expect(contents(takeBack(bytes).bytes)).toEqual(contents(start));
  });

  test('a workbook that calculates with displayed numbers', () => {
    const start = makeWorkbook({ sheets: [{ name: 's', rows: [[1, { f: 'A1*2', v: 2 }]] }] });
    const shown = zipParts({ ...unzipSync(start), [WORKBOOK]: part(start, WORKBOOK).replace('<calcPr', '<calcPr fullPrecision="0"') });
    const { bytes } = apply(shown, [edit('s!A1', { value: 5 })]);
    expect(cellAt(bytes, 's!B1')?.value).toBe(2);
    expect(asksForCalculation(bytes)).toBe(true);
  });
});

test('shared formulas are calculated each in its own cell, through names and whole columns', () => {
  const start = makeWorkbook({
    sheets: [{ name: 's', rows: [['文本']] }], definedNames: [{ name: '首', refersTo: 's!$A$1' }],
    parts: { 'xl/worksheets/sheet1.xml': '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2+首</f><v>3</v></c></row>'
      + '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>5</v></c><c r="C2"><f>SUM(B:B)</f><v>8</v></c></row></sheetData></worksheet>' },
  });
  const { bytes } = apply(start, [edit('s!A1', { value: 4 })]);
  expect(['s!B1', 's!B2', 's!C2'].map((place) => cellAt(bytes, place)?.value)).toEqual([12, 8, 20]);
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<f t="shared" si="0"/><v>8</v>');
  expect(asksForCalculation(bytes)).toBe(false);
  expect(contents(takeBack(bytes).bytes)).toEqual(contents(start));
});

test('a chain of 5,000 running balances is calculated without running out of stack', () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => [1, i === 0 ? { f: 'A1', v: 1 } : { f: `B${i}+A${i + 1}`, v: i + 1 }]);
  const { bytes } = apply(book({ name: 's', rows }), [edit('s!A1', { value: 11 })]);
  expect(cellAt(bytes, 's!B5000')?.value).toBe(5_010);
});

describe('subtotals', () => {
  const rows = (third: string) => `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"${third}><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f>SUBTOTAL(9,A1:A2)</f><v>3</v></c><c r="B3"><f>SUMIF(A1:A2,"&gt;1")</f><v>2</v></c></row>`;

  test('are calculated where no row is hidden', () => {
    const { bytes } = apply(sheet('s', rows('')), [edit('s!A1', { value: 5 })]);
    expect([cellAt(bytes, 's!A3')?.value, cellAt(bytes, 's!B3')?.value, asksForCalculation(bytes)]).toEqual([7, 7, false]);
  });

  test('are left to the spreadsheet where one is, or where a subtotal is among them', () => {
    const hidden = apply(sheet('s', rows(' hidden="1"')), [edit('s!A1', { value: 5 })]).bytes;
    expect([cellAt(hidden, 's!A3')?.value, asksForCalculation(hidden)]).toEqual([3, true]);
    const nested = apply(sheet('s', `${rows('')}<row r="4"><c r="A4"><f>SUBTOTAL(9,A1:A3)</f><v>3</v></c></row>`), [edit('s!A1', { value: 5 })]).bytes;
    expect([cellAt(nested, 's!A3')?.value, cellAt(nested, 's!A4')?.value, asksForCalculation(nested)]).toEqual([7, 3, true]);
  });
});

test('formulas in cells that do not say where they stand are calculated, shared ones too', () => {
  const bare = sheet('s', '<row><c><v>1</v></c><c><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row><row><c><v>3</v></c><c><f t="shared" si="0"/><v>6</v></c><c><f>SUM(B1:B2)</f><v>8</v></c></row>');
  const { bytes, words } = apply(bare, [edit('s!A2', { value: 5 }), edit('s!B2', { value: 6, formula: '=A2*2', mark: 'hint' })]);
  expect(words).toEqual(['applied', 'applied']);
  expect([cellAt(bytes, 's!B1')?.value, cellAt(bytes, 's!B2')?.value, cellAt(bytes, 's!C2')?.value, asksForCalculation(bytes)]).toEqual([2, 10, 12, false]);
  expect(contents(takeBack(bytes).bytes)).toEqual(contents(bare));
});
