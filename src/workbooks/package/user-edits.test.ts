// What is typed is what the file says afterwards, and nothing beside it has changed.
import fc from 'fast-check';
import { apply, cellAt, changedParts, edit as planned, part, read, takeBack } from '../../../test/package/edits';
import { makeParts, makeWorkbook, zipParts } from '../../../test/make-workbook';
import type { MadeSheet, MadeValue } from '../../../test/make-workbook';
import { richParts, richWorkbook } from '../../../test/package/rich-parts';
import { a1, parseA1 } from '../../model/address';
import type { WriteOutcome } from '../../model/plan';
import type { GridEdit, GridResult } from '../grid/grid-view';
import { openZip } from './zip';
import { readState, writeState } from './state';
import { writeUserEdits } from './user-edits';

type Content = GridEdit['content'];

/** An edit of 'Sheet!A1'. */
function typed(place: string, rest: Omit<GridEdit, 'sheet' | 'row' | 'column'>): GridEdit {
  const [sheet = '', cell = ''] = place.split('!');
  return { sheet, ...(parseA1(cell) ?? { row: 0, column: 0 }), ...rest };
}
const value = (of: string | number | boolean | null): { content: Content } => ({ content: { formula: null, value: of } });
const formula = (of: string, shown: string | number | boolean | null = null): { content: Content } => ({ content: { formula: of, value: shown } });

function write(bytes: Uint8Array, edits: readonly GridEdit[], results: readonly GridResult[] = []): { bytes: Uint8Array; outcomes: readonly WriteOutcome[]; words: string[] } {
  const result = writeUserEdits(bytes, edits, results);
  if (!result.ok) throw new Error(result.reason);
  return { ...result, words: result.outcomes.map(({ word }) => word) };
}

function book(...sheets: MadeSheet[]): Uint8Array {
  return makeWorkbook({ sheets });
}

/** A workbook of one sheet s whose rows are given as XML. */
function sheetOf(rows: string): Uint8Array {
  const parts = makeParts({ sheets: [{ name: 's', rows: [['文本']] }] });
  return zipParts({ ...parts, 'xl/worksheets/sheet1.xml': (parts['xl/worksheets/sheet1.xml'] ?? '').replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${rows}</sheetData>`) });
}

describe('content', () => {
  const original = book({ name: 's', rows: [[1, { f: 'A1*2', v: 2, fill: 'FFFF00', numberFormat: '0.00' }, { v: '007', numberFormat: '@' }, { v: '#N/A', error: true }], ['文', true]] });

  test('overwrites values and formulas, and the look stays', () => {
    const { bytes, words } = write(original, [typed('s!A1', value(5)), typed('s!B1', value(9)), typed('s!B2', formula('A1+1', 6)), typed('s!D1', value('好'))]);
    expect(words).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(cellAt(bytes, 's!A1')?.value).toBe(5);
    expect(cellAt(bytes, 's!B1')).toMatchObject({ value: 9, formula: null, text: '9.00', style: { fill: 'FFFF00', numberFormat: '0.00' } });
    expect(cellAt(bytes, 's!B2')).toMatchObject({ formula: 'A1+1', value: 6 });
    expect(cellAt(bytes, 's!D1')?.value).toBe('好');
  });

  test('emptied leaves the look behind', () => {
    const { bytes } = write(original, [typed('s!B1', value(null))]);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="B1" s="\d+"\/>/);
    expect(cellAt(bytes, 's!B1')).toBeUndefined();
  });

  test('is text in a cell formatted as text, unless a format came with it', () => {
    const { bytes } = write(original, [typed('s!C1', value(12.5))]);
    expect(cellAt(bytes, 's!C1')).toMatchObject({ value: '12.5', style: { numberFormat: '@' } });
    expect(cellAt(write(original, [typed('s!C1', { ...value(0.5), numberFormat: '0%' })]).bytes, 's!C1')).toMatchObject({ value: 0.5, text: '50%' });
  });

  test('brings its number format where one was typed', () => {
    const { bytes, words } = write(original, [typed('s!A1', { ...value(45296), numberFormat: 'yyyy/m/d' })]);
    expect([words, cellAt(bytes, 's!A1')?.text]).toEqual([['applied'], '2024/1/5']);
  });

  test('that looks like a formula stays text, and so it does in Excel', () => {
    const { bytes } = write(original, [typed('s!A2', value('=1+1')), typed('s!C1', value('-x'))]);
    expect(cellAt(bytes, 's!A2')).toMatchObject({ value: '=1+1', formula: null });
    expect(part(bytes, 'xl/styles.xml').match(/quotePrefix="1"/g)).toHaveLength(1);
    expect(part(write(bytes, [typed('s!A2', value(3))]).bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="A2"(?: s="0")?><v>3<\/v>/);
  });

  test('that is an error by its name is one', () => {
    expect(cellAt(write(original, [typed('s!A1', value('#DIV/0!'))]).bytes, 's!A1')?.value).toEqual({ error: '#DIV/0!' });
    expect(cellAt(write(original, [typed('s!C1', value('#DIV/0!'))]).bytes, 's!C1')?.value).toBe('#DIV/0!');
  });

  test('already there changes no byte', () => {
    const { bytes, words } = write(original, [typed('s!A1', value(1)), typed('s!B1', formula('=a1 * 2')), typed('s!C1', value(null)), typed('s!D1', value('#N/A')), typed('s!Z9', value(''))]);
    expect(words).toEqual(['unchanged', 'unchanged', 'applied', 'unchanged', 'unchanged']);
    expect(write(bytes, [typed('s!A1', value(1)), typed('s!C1', value(null))]).bytes).toBe(bytes);
  });

  test('typed twice into one cell counts as typed last, part by part', () => {
    const { bytes, words } = write(original, [typed('s!A1', { ...value(2), fill: 'FF0000' }), typed('s!A1', value(3))]);
    expect(words).toEqual(['applied', 'applied']);
    expect(cellAt(bytes, 's!A1')).toMatchObject({ value: 3, style: { fill: 'FF0000' } });
  });

  test('of young functions is stored so that Excel knows them', () => {
    const withSheet = book({ name: 's', rows: [[1], [2]] }, { name: 'IFS(', rows: [[1]] });
    const { bytes, words } = write(withSheet, [typed('s!A2', formula('IFS(A1>1,"SORT(x)",TRUE,\'IFS(\'!A1)', '是')), typed('s!B2', formula('sort(A1:A2)'))]);
    expect(words).toEqual(['applied', 'applied']);
    expect(cellAt(bytes, 's!A2')?.formula).toBe('_xlfn.IFS(A1>1,"SORT(x)",TRUE,\'IFS(\'!A1)');
    expect(cellAt(bytes, 's!B2')?.formula).toBe('_xlfn._xlws.SORT(A1:A2)');
    expect(write(bytes, [typed('s!A2', formula('IFS(A1>1,"SORT(x)",TRUE,\'IFS(\'!A1)'))]).words).toEqual(['unchanged']);
  });
});

describe('what would be another thing in the file', () => {
  test('a formula of signs alone is not written: Excel would call the file damaged', () => {
    const bytes = book({ name: 's', rows: [[1, 2]] });
    const done = write(bytes, [typed('s!A1', formula('=')), typed('s!B1', formula('=='))]);
    expect([done.words, done.bytes]).toEqual([['unsupported', 'unsupported'], bytes]);
  });

  test('a date is not typed into a workbook that counts its days from 1904, a number is', () => {
    const old = makeWorkbook({ date1904: true, sheets: [{ name: 's', rows: [[{ v: 43000, numberFormat: 'yyyy/m/d' }, 5]] }] });
    const { words, outcomes, bytes } = write(old, [typed('s!A1', value(45296)), typed('s!B1', value(6)), typed('s!C1', { ...value(45296), numberFormat: 'yyyy/m/d' })]);
    expect(words).toEqual(['unsupported', 'applied', 'unsupported']);
    expect(outcomes[0]?.reason).toMatch(/1904.*。$/);
    expect([cellAt(bytes, 's!A1')?.value, cellAt(bytes, 's!B1')?.value]).toEqual([43000, 6]);
  });

  test('of two sheets of one name neither is written', () => {
    const parts = makeParts({ sheets: [{ name: 's', rows: [[1]] }, { name: 't', rows: [[2]] }] });
    const twins = zipParts({ ...parts, 'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace('name="t"', 'name="s"') });
    const { words, bytes } = write(twins, [typed('s!A1', value(9))]);
    expect(words).toEqual(['unsupported']);
    expect(bytes).toBe(twins);
  });
});

describe('formulas that hang together', () => {
  const shared = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B4" si="0">A1*$A$1&amp;"&lt;"</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2" s="0"><f t="shared" ca="1" si="0"/><v>2</v></c></row>'
    + '<row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c><c r="C3"><f t="shared" ref="C3:C4" si="0">B3</f><v>0</v></c></row><row r="4"><c r="B4"><f>1</f><v>1</v></c><c r="C4"><f t="shared" si="0"/><v>1</v></c></row>';

  test('keep theirs when the one that all share is overwritten', () => {
    const { bytes, words } = write(sheetOf(shared), [typed('s!B1', value('改'))]);
    expect(words).toEqual(['applied']);
    expect(['B1', 'B2', 'B3', 'C3', 'C4'].map((ref) => cellAt(bytes, `s!${ref}`)?.formula ?? null)).toEqual([null, 'A2*$A$1&"<"', 'A3*$A$1&"<"', 'B3', 'B4']);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<c r="B2" s="0"><f ca="1">A2*$A$1&amp;&quot;&lt;&quot;</f>');
  });

  test('followers that do not say where they stand get it too', () => {
    const bare = '<row><c><v>1</v></c><c><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row><row><c><v>3</v></c><c><f t="shared" si="0"/><v>6</v></c></row>';
    const { bytes } = write(sheetOf(bare), [typed('s!B1', value('改'))]);
    expect([cellAt(bytes, 's!B1')?.value, cellAt(bytes, 's!B2')?.formula]).toEqual(['改', 'A2*2']);
  });

  test('are not touched when another of them is overwritten, or the first only coloured', () => {
    const one = write(sheetOf(shared), [typed('s!B2', value(5))]).bytes;
    expect(part(one, 'xl/worksheets/sheet1.xml')).toContain('<c r="B3"><f t="shared" si="0"/>');
    const other = write(sheetOf(shared), [typed('s!B1', { fill: 'FF0000' })]).bytes;
    expect(part(other, 'xl/worksheets/sheet1.xml')).toContain('<f t="shared" ref="B1:B4" si="0">');
  });

  test('are overwritten and coloured together', () => {
    const { bytes } = write(sheetOf(shared), [typed('s!B1', formula('A1')), typed('s!B2', { fill: 'FF0000' }), typed('s!B3', value(7))]);
    expect(cellAt(bytes, 's!B2')).toMatchObject({ formula: 'A2*$A$1&"<"', style: { fill: 'FF0000' } });
    expect(['B1', 'B3'].map((ref) => cellAt(bytes, `s!${ref}`)?.formula)).toEqual(['A1', null]);
  });

  test('as arrays and data tables are refused, but for an array of one cell', () => {
    const arrays = '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1">SUM(B1:B2)</f><v>6</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="D2"><f t="dataTable" ref="D2:D3" r1="B1"/><v>9</v></c></row>';
    const { bytes, words, outcomes } = write(sheetOf(arrays), [typed('s!A1', value(1)), typed('s!A2', value(1)), typed('s!C1', value(1)), typed('s!D3', value(1)), typed('s!A2', { note: '看' })]);
    expect(words).toEqual(['unsupported', 'unsupported', 'applied', 'unsupported', 'unsupported']);
    expect(outcomes[0]?.reason).toMatch(/数组公式.*。$/);
    expect(cellAt(bytes, 's!C1')).toMatchObject({ value: 1, formula: null });
  });

  test('leave the calculation chain when they are gone', () => {
    const { bytes } = write(richWorkbook(), [typed('自评表!C2', value(1)), typed('明细!B4', value(null)), typed('自评表!C3', formula('B2'))]);
    expect(part(bytes, 'xl/calcChain.xml')).toMatch(/<c r="C3" i="1"\/><\/calcChain>/);
  });
});

describe('results', () => {
  const original = book({ name: 's', rows: [[1, { f: 'A1*2', v: 2 }, { f: 'KURT(A1,2,4,9)', v: 7 }, { f: 'C1+1', v: 8 }, { f: 'PI()', v: 3 }]] }, { name: '别', rows: [[{ f: 's!A1+1', v: 2 }]] });
  const shown = (column: number, is: GridResult['value']): GridResult => ({ sheet: 's', row: 1, column, value: is });
  const after = (results: readonly GridResult[]) => write(original, [typed('s!A1', value(5))], results).bytes;

  test('that hang on what was typed are calculated, on other sheets too', () => {
    const { bytes } = write(original, [typed('s!A1', value(5))]);
    expect([cellAt(bytes, 's!B1')?.value, cellAt(bytes, '别!A1')?.value]).toEqual([10, 6]);
  });

  test('that cannot be calculated here come from the grid; all others do not', () => {
    const bytes = after([shown(2, -1), shown(3, 0.5), shown(4, { error: '#DIV/0!' }), shown(5, -1), shown(1, -1)]);
    expect([1, 2, 3, 4, 5].map((column) => cellAt(bytes, `s!${a1(1, column)}`)?.value)).toEqual([5, 10, 0.5, { error: '#DIV/0!' }, 3]);
    expect(part(bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('of functions that the grid does not know are none', () => {
    const bytes = after([shown(3, { error: '#NAME?' }), shown(4, null)]);
    expect([3, 4].map((column) => cellAt(bytes, `s!${a1(1, column)}`)?.value)).toEqual([7, 8]);
  });

  test('of a typed formula come with it, are calculated, or are asked for', () => {
    const { bytes } = write(original, [typed('s!A2', formula('A1+1')), typed('s!B2', formula('KURT(1,2)', 4)), typed('s!C2', formula('KURT(1,3)'))], [{ sheet: 's', row: 2, column: 3, value: 11 }]);
    expect(['A2', 'B2', 'C2'].map((ref) => cellAt(bytes, `s!${ref}`)?.value)).toEqual([2, 4, 11]);
  });
});

describe('fills and notes', () => {
  const original = book({ name: 's', rows: [[{ v: 1, fill: 'FFFF00', numberFormat: '0.00' }, { v: 2, note: '旧' }, 3]] });

  test('a fill is put on and taken away, and nothing else of the look changes', () => {
    const on = write(original, [typed('s!A1', { fill: 'ff0000' }), typed('s!E5', { fill: '00FF00' })]);
    expect(on.words).toEqual(['applied', 'applied']);
    expect(cellAt(on.bytes, 's!A1')).toMatchObject({ value: 1, style: { fill: 'FF0000', numberFormat: '0.00' } });
    const off = write(on.bytes, [typed('s!A1', { fill: null }), typed('s!B1', { fill: null }), typed('s!C1', { fill: 'red' })]);
    expect(off.words).toEqual(['applied', 'unchanged', 'failed']);
    expect(cellAt(off.bytes, 's!A1')).toMatchObject({ value: 1, style: { fill: null, numberFormat: '0.00' } });
  });

  test('a note is written, retold in its own box by its own author, and taken away', () => {
    const { bytes, words } = write(original, [typed('s!B1', { note: '新\r\n行' }), typed('s!C1', { note: '加' }), typed('s!A1', { note: null })]);
    expect(words).toEqual(['applied', 'applied', 'unchanged']);
    expect([cellAt(bytes, 's!B1')?.note, cellAt(bytes, 's!C1')?.note]).toEqual(['新\n行', '加']);
    expect(part(bytes, 'xl/comments1.xml')).toMatch(/<authors><author>测试<\/author><author>用户<\/author><\/authors>.*<comment ref="B1" authorId="0">/);
    const gone = write(bytes, [typed('s!B1', { note: null }), typed('s!C1', { note: '' })]).bytes;
    expect([cellAt(gone, 's!B1')?.note, cellAt(gone, 's!C1')?.note]).toEqual([null, null]);
    expect(part(gone, 'xl/drawings/vmlDrawing1.vml')).not.toContain('ObjectType="Note"');
  });

  test('a note is made where the sheet has none yet', () => {
    const bytes = write(book({ name: 's', rows: [[1]] }), [typed('s!B2', { note: '说明' })]).bytes;
    expect(cellAt(bytes, 's!B2')?.note).toBe('说明');
  });
});

describe('odd files', () => {
  test('with prefixed names take everything', () => {
    const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const parts = makeParts({ sheets: [{ name: 's', rows: [[{ v: 1, note: '旧' }]] }] });
    const prefixed = (text: string | undefined) => (text ?? '').replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
    const original = zipParts({
      ...parts, 'xl/comments1.xml': prefixed(parts['xl/comments1.xml']), 'xl/styles.xml': prefixed(parts['xl/styles.xml']),
      'xl/worksheets/sheet1.xml': `<x:worksheet ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheetData><x:row r="1"><x:c r="A1"><x:f t="shared" ref="A1:B1" si="0">C1</x:f><x:v>1</x:v></x:c><x:c r="B1"><x:f t="shared" si="0"/><x:v>1</x:v></x:c></x:row></x:sheetData><x:legacyDrawing r:id="rId2"/></x:worksheet>`,
    });
    const { bytes, words } = write(original, [typed('s!A1', { ...value('新'), fill: 'FF0000', note: '改' }), typed('s!D1', { ...formula('1+1'), note: '加' })]);
    expect(words).toEqual(['applied', 'applied']);
    expect(cellAt(bytes, 's!A1')).toMatchObject({ value: '新', formula: null, note: '改', style: { fill: 'FF0000' } });
    expect(cellAt(bytes, 's!B1')).toMatchObject({ formula: 'D1', value: 2 });
    expect(cellAt(bytes, 's!D1')).toMatchObject({ formula: '1+1', value: 2, note: '加' });
  });

  test('without styles get them with the first fill', () => {
    const original = makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }], parts: { 'xl/styles.xml': null } });
    expect(cellAt(write(original, [typed('s!A1', { fill: 'FF0000' })]).bytes, 's!A1')?.style.fill).toBe('FF0000');
    expect(changedParts(original, write(original, [typed('s!A1', value('新'))]).bytes)).toEqual(['xl/worksheets/sheet1.xml']);
  });
});

describe('refusals in words', () => {
  const original = book({ name: 's', merges: ['A1:B2'], rows: [['头', null]] }, { name: '锁', protected: true, rows: [[1, { v: 2, locked: false }]] });

  test.each<[string, GridEdit, string]>([
    ['the inside of a merge', typed('s!B2', value(1)), 'unsupported'],
    ['a colour inside a merge', typed('s!B2', { fill: 'FF0000' }), 'applied'],
    ['an empty cell emptied inside a merge', typed('s!B2', value(null)), 'unchanged'],
    ['a locked cell', typed('锁!A1', value(1.5)), 'locked'],
    ['an unlocked cell', typed('锁!B1', value(1.5)), 'applied'],
    ['a note on a locked cell', typed('锁!A1', { note: 'x' }), 'locked'],
    ['another sheet', typed('无!A1', value(1)), 'failed'],
    ['no cell', typed('s!A0', value(1)), 'failed'],
    ['no number', typed('s!A5', value(NaN)), 'failed'],
    ['too long a text', typed('s!A5', value('长'.repeat(32_768))), 'unsupported'],
    ['an empty formula', typed('s!A5', formula(' ')), 'unsupported'],
  ])('%s', (_, edit, word) => {
    const { bytes, outcomes } = write(original, [edit]);
    expect(outcomes).toEqual([{ sheet: edit.sheet, cell: expect.any(String) as string, word, reason: word === 'applied' || word === 'unchanged' ? null : expect.stringMatching(/。$/) as string }]);
    expect(bytes === original).toBe(word !== 'applied');
  });

  test('a threaded comment is left alone, the rest of its cell is not', () => {
    expect(write(richWorkbook(), [typed('批注!A1', { note: 'x' })]).words).toEqual(['unsupported']);
    expect(write(richWorkbook(), [typed('批注!A1', value('y'))]).words).toEqual(['applied']);
  });

  test('headers of a table are left alone', () => {
    expect(write(richWorkbook(), [typed('明细!B1', value('新')), typed('明细!B2', value(9))]).words).toEqual(['unsupported', 'applied']);
  });

  test('a signed workbook and bytes that are none are refused whole', () => {
    expect(writeUserEdits(zipParts({ ...richParts(), '_xmlsignatures/sig1.xml': '<Signature/>' }), [typed('自评表!B2', value(1))], [])).toEqual({ ok: false, reason: expect.stringContaining('签名') as string });
    expect(writeUserEdits(new Uint8Array([1, 2, 3]), [], [])).toEqual({ ok: false, reason: expect.stringMatching(/。$/) as string });
    expect(writeUserEdits(sheetOf('<row r="1"><c r="A1">'), [typed('s!A1', value(1))], [])).toMatchObject({ ok: expect.any(Boolean) as boolean });
  });
});

describe('what is not named', () => {
  test('stays byte for byte, compressed bytes and order included', () => {
    const original = richWorkbook();
    const { bytes } = write(original, [typed('自评表!B2', value(13)), typed('明细!A2', { ...value('丁'), fill: 'FF0000' })]);
    expect(changedParts(original, bytes)).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']);
    const [a, b] = [openZip(original), openZip(bytes)];
    if (!a.ok || !b.ok) throw new Error('not a package');
    expect([...b.archive.entries.keys()]).toEqual([...a.archive.entries.keys()]);
    for (const name of a.archive.entries.keys()) if (!changedParts(original, bytes).includes(name)) expect(Buffer.from(b.archive.entries.get(name)?.raw ?? []).equals(Buffer.from(a.archive.entries.get(name)?.raw ?? []))).toBe(true);
  });

  test('keeps journal and waivers, and a run can still be taken back where nobody typed', () => {
    const waived = writeState(richWorkbook(), { waivers: [{ rule: 'r', sheet: '自评表', cell: 'B2', fingerprint: 'f', reason: '有据', date: '2024-03-01', role: '填报人' }], journal: [], rubric: 'mof-2020' });
    if (!waived.ok) throw new Error(waived.reason);
    const run = apply(waived.bytes, [planned('自评表!B2', { value: 13, mark: 'error' }), planned('明细!A2', { value: '丁' })]);
    const { bytes } = write(run.bytes, [typed('明细!A2', value('我'))]);
    expect(readState(bytes)).toEqual(readState(run.bytes));
    const undone = takeBack(bytes);
    expect(undone.words).toEqual(['applied', 'stale']);
    expect([cellAt(undone.bytes, '自评表!B2')?.value, cellAt(undone.bytes, '明细!A2')?.value]).toEqual([12.5, '我']);
  });
});

describe('any typing', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('=A1', '_x000D_', ' 空 ', '第\n行', '"<&>'));
  const content = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
  const place = fc.record({ row: fc.integer({ min: 1, max: 6 }), column: fc.integer({ min: 1, max: 5 }) });
  const rows: fc.Arbitrary<MadeValue[][]> = fc.array(fc.array(fc.oneof(content, fc.record({ v: fc.constantFrom(1, '文', null), fill: fc.constant('FFFF00'), numberFormat: fc.constantFrom('0.00', 'General') })), { maxLength: 4 }), { maxLength: 5 });
  const told = (of: string | number | boolean | null) => (of === '' ? null : typeof of === 'string' ? of.replace(/\r\n?/g, '\n') : Object.is(of, -0) ? 0 : of);

  test('is read as it was typed, and typing the old content again gives it back', () => {
    fc.assert(fc.property(rows, place, content, fc.boolean(), (made, at, is, inline) => {
      const original = book({ name: 's', rows: made, inline });
      const here = { sheet: 's', ...at };
      const ref = `s!${a1(at.row, at.column)}`;
      const before = cellAt(original, ref);
      const { bytes } = write(original, [{ ...here, ...value(is) }]);
      const after = cellAt(bytes, ref);
      expect(after?.value ?? null).toEqual(told(is));
      const old = before?.value ?? null;
      if (typeof old === 'object' && old !== null) throw new Error('no errors were made');
      const again = write(bytes, [{ ...here, ...value(old) }]).bytes;
      // Line ends count the same however they are written.
      const cells = (of: Uint8Array) => read(of).grids[0]?.cells.map((cell) => [a1(cell.row, cell.column), typeof cell.value === 'string' ? told(cell.value) : cell.value, told(cell.text), cell.style]);
      expect(cells(again)).toEqual(cells(original));
    }), { numRuns: 150 });
  });

  test('leaves every other cell as it was', () => {
    fc.assert(fc.property(rows, fc.array(fc.tuple(place, content), { maxLength: 6 }), (made, typings) => {
      const original = book({ name: 's', rows: made }, { name: '别', rows: [[1]] });
      const { bytes } = write(original, typings.map(([at, is]) => ({ sheet: 's', ...at, ...value(is) })));
      const named = new Set(typings.map(([at]) => a1(at.row, at.column)));
      const others = (of: Uint8Array) => read(of).grids.map((grid) => grid.cells.filter(({ row, column }) => grid.sheet !== 's' || !named.has(a1(row, column))));
      expect(others(bytes)).toEqual(others(original));
    }), { numRuns: 80 });
  });
});
