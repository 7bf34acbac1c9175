// The promise of the writer: what an edit does not name stays byte for byte, and undo gives back what was there.
import * as fc from 'fast-check';
import type { PlannedEdit } from '../../src/model/plan';
import { openZip } from '../../src/workbooks/package/zip';
import { writeZip } from '../../src/workbooks/package/write-zip';
import { makeWorkbook } from '../make-workbook';
import { apply, cellAt, changedParts, contents, edit, part, partNames, takeBack } from './edits';
import { richWorkbook } from './rich-parts';

const EDITS = [
  edit('自评表!B2', { value: 13, mark: 'error', note: '原值 12.50', before: '12.50' }),
  edit('自评表!B3', { formula: '=B2-5.5', value: 7.5, numberFormat: '0.0' }),
  edit('自评表!D2', { value: '审核', note: '说明已收到' }),
  edit('明细!A2', { value: '丁', mark: 'verify', note: '原值 甲' }),
];

describe('a rich workbook', () => {
  const original = richWorkbook();
  const edited = apply(original, EDITS);

  test('takes every edit and changes no part that the edits do not need', () => {
    expect(edited.words).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(changedParts(original, edited.bytes)).toEqual([
      '[Content_Types].xml', 'customXml/_rels/item2.xml.rels', 'customXml/item2.xml', 'customXml/itemProps2.xml', 'xl/_rels/workbook.xml.rels', 'xl/comments1.xml', 'xl/comments2.xml',
      'xl/drawings/vmlDrawing1.vml', 'xl/drawings/vmlDrawing2.vml', 'xl/styles.xml', 'xl/worksheets/_rels/sheet2.xml.rels', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml',
    ]);
  });

  test('keeps the compressed bytes, the order and the names of untouched members', () => {
    const a = openZip(original);
    const b = openZip(edited.bytes);
    if (!a.ok || !b.ok) throw new Error('not a package');
    const changed = new Set(changedParts(original, edited.bytes));
    for (const [name, entry] of a.archive.entries) if (!changed.has(name)) expect(Buffer.from(b.archive.entries.get(name)?.raw ?? []).equals(Buffer.from(entry.raw))).toBe(true);
    expect([...b.archive.entries.keys()].slice(0, a.archive.entries.size)).toEqual([...a.archive.entries.keys()]);
  });

  test('says afterwards what the plan said', () => {
    expect(cellAt(edited.bytes, '自评表!B2')).toMatchObject({ value: 13, text: '13.00', note: '原值 12.50', style: { fill: 'FFC7CE', numberFormat: '0.00' } });
    expect(cellAt(edited.bytes, '自评表!B3')).toMatchObject({ value: 7.5, formula: 'B2-5.5', text: '7.5' });
    expect(cellAt(edited.bytes, '自评表!D2')?.note).toBe('张三：请核对\n【表里如一】说明已收到');
    expect(cellAt(edited.bytes, '明细!A2')).toMatchObject({ value: '丁', note: '原值 甲', style: { fill: 'FFEB9C' } });
  });

  test('holds the right results where totals hang on the edited cells', () => {
    expect(['自评表!C2', '自评表!C3', '明细!B4'].map((place) => cellAt(edited.bytes, place)?.value)).toEqual([26, 20.5, 8.5]);
  });

  test('puts the drawing of new notes where the schema wants it', () => {
    expect(part(edited.bytes, 'xl/worksheets/sheet2.xml')).toMatch(/<drawing [^>]*\/><legacyDrawing [^>]*\/><tableParts/);
  });

  test('does not change a byte when the same plan comes again', () => {
    const again = apply(edited.bytes, EDITS, { run: 'run-2' });
    expect(again.words).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
    expect(again.bytes).toBe(edited.bytes);
  });

  test('is the same again after undo, but for formats that nobody uses', () => {
    const undone = takeBack(edited.bytes);
    expect(undone.words).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(contents(undone.bytes)).toEqual(contents(original));
    const beside = changedParts(original, undone.bytes).filter((name) => name !== 'xl/drawings/vmlDrawing1.vml' && name !== '[Content_Types].xml');
    expect(beside).toEqual(['xl/comments1.xml', 'xl/styles.xml']);
    expect(partNames(undone.bytes).sort()).toEqual(partNames(original).sort());
  });
});

const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('=1+1', '+86', '-', '@a', '\tx', '  两端  ', 'a\nb', '_x0041_', ']]>&<', '😀'));
const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null));

/** Edits with any content, anywhere in or beside the used area. */
const plan = fc.array(
  fc.record({
    cell: fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'F', 'AB'), fc.integer({ min: 1, max: 9 })).map(([column, row]) => `${column}${row}`),
    sheet: fc.constantFrom('自评表', '明细', '批注'),
    value,
    formula: fc.option(fc.constantFrom('=B2+1', '=SUM(B2:B3)', '=IF(A1="<&>",1,2)'), { freq: 4 }),
    numberFormat: fc.option(fc.constantFrom('0.00%', '@', '0.000', 'yyyy"年"m"月"'), { freq: 3 }),
    mark: fc.option(fc.constantFrom('error' as const, 'verify' as const, 'hint' as const)),
    note: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
  }).map((record): PlannedEdit => ({ ...record, before: null, rule: 'property' })),
  { minLength: 1, maxLength: 8 },
);

test('any edits, taken back, leave every cell of every sheet as it was', () => {
  const original = richWorkbook();
  const expected = contents(original);
  fc.assert(fc.property(plan, plan, (first, second) => {
    const once = apply(original, first, { run: 'a' });
    const twice = apply(once.bytes, second, { run: 'b' });
    if (!twice.words.includes('applied') && !once.words.includes('applied')) return;
    expect(contents(takeBack(twice.bytes, { all: true }).bytes)).toEqual(expected);
  }), { numRuns: 60 });
});

test('what was applied stands in the file as planned', () => {
  const original = richWorkbook();
  fc.assert(fc.property(plan, (edits) => {
    const { bytes, outcomes } = apply(original, edits);
    for (const [i, { word }] of outcomes.entries()) {
      const planned = edits[i];
      if (word !== 'applied' || !planned) continue;
      const cell = cellAt(bytes, `${planned.sheet}!${planned.cell}`);
      if (planned.formula !== null) expect(cell?.formula).toBe(planned.formula.slice(1));
      // A formula whose cached result is the planned value stays; -0 is written as 0; an empty text clears.
      else expect(cell?.value ?? '').toBe((Object.is(planned.value, -0) ? 0 : planned.value) ?? '');
      // Blank cells are not part of a grid.
      if (planned.mark && cell) expect(cell.style.fill).toBe({ error: 'FFC7CE', verify: 'FFEB9C', hint: 'DDEBF7' }[planned.mark]);
    }
  }), { numRuns: 50 });
});

test('a ZIP read and written again holds the same members with the same bytes', () => {
  const name = fc.stringMatching(/^[a-z表]{1,8}\/[a-z]{1,8}\.xml$/);
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 300 })), { selector: ([key]) => key.toLowerCase(), minLength: 1, maxLength: 8 }), (members) => {
    const bytes = writeZip(members.map(([key, data]) => ({ name: key, data, time: null })));
    const reading = openZip(bytes);
    if (!reading.ok) throw new Error(reading.reason);
    expect([...reading.archive.entries.keys()]).toEqual(members.map(([key]) => key));
    for (const [key, data] of members) expect(Buffer.from(reading.archive.read(key) ?? []).equals(Buffer.from(data))).toBe(true);
    expect(Buffer.from(writeZip(reading.archive.entries.values())).equals(Buffer.from(bytes))).toBe(true);
  }), { numRuns: 60 });
});

test('a plain workbook without styles, strings or notes takes marks and notes too', () => {
  const bare = makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }], parts: { 'xl/styles.xml': null, 'xl/sharedStrings.xml': null } });
  const { bytes, words } = apply(bare, [edit('s!A1', { value: 2, mark: 'hint', note: '一' }), edit('s!C7', { value: '新', mark: 'error' })]);
  expect(words).toEqual(['applied', 'applied']);
  expect(cellAt(bytes, 's!A1')).toMatchObject({ value: 2, note: '一', style: { fill: 'DDEBF7' } });
  expect(cellAt(bytes, 's!C7')).toMatchObject({ value: '新', style: { fill: 'FFC7CE' } });
  expect(contents(takeBack(bytes).bytes)).toEqual(contents(bare));
});
