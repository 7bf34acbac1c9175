// Every word that an edit can be answered with, and the odd files that Excel accepts.
import { apply, cellAt, changedParts, contents, edit, part, takeBack } from '../../../test/package/edits';
import { makeParts, makeWorkbook, zipParts } from '../../../test/make-workbook';
import { richParts, richWorkbook } from '../../../test/package/rich-parts';
import { applyPlan } from './patch';

/** A workbook of one sheet whose XML is given whole. */
function sheetOf(xml: string, parts: Record<string, string> = {}): Uint8Array {
  return makeWorkbook({ sheets: [{ name: 's', rows: [['文本']] }], parts: { 'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${xml}</worksheet>`, ...parts } });
}
function word(bytes: Uint8Array, ...edits: Parameters<typeof apply>[1]): string[] {
  return apply(bytes, edits).words;
}

describe('refusals in words', () => {
  const book = makeWorkbook({ sheets: [
    { name: 's', merges: ['A1:B2'], rows: [['头', null], [null, null], [1, { f: 'A3*2', v: 2 }, { v: 0.5, numberFormat: '0%' }]] },
    { name: '锁', protected: true, rows: [[1, { v: 2, locked: false }]] },
  ] });

  test('a formula is never overwritten by a value', () => {
    expect(word(book, edit('s!B3', { value: 3 }), edit('s!B3', { value: null }))).toEqual(['formula', 'failed']);
  });

  test('a formula may replace a formula', () => {
    const { bytes, words } = apply(book, [edit('s!B3', { formula: '=A3*3', value: 3 })]);
    expect(words).toEqual(['applied']);
    expect(cellAt(bytes, 's!B3')).toMatchObject({ formula: 'A3*3', value: 3 });
  });

  test('a cell that shows another text than the check saw is stale', () => {
    expect(word(book, edit('s!C3', { value: 1, before: '50%' }))).toEqual(['applied']);
    expect(word(book, edit('s!C3', { value: 1, before: '0.5' }))).toEqual(['stale']);
  });

  test('a locked cell of a protected sheet is locked, an unlocked one is not', () => {
    expect(word(book, edit('锁!A1', { value: 3 }), edit('锁!B1', { value: 3 }))).toEqual(['locked', 'applied']);
  });

  test('the inside of a merged area is unsupported, its top-left cell is not', () => {
    expect(word(book, edit('s!B2', { value: 3 }), edit('s!A1', { value: '新' }))).toEqual(['unsupported', 'applied']);
  });

  test('unknown sheets, bad addresses and numbers that are none fail one by one', () => {
    const { words, outcomes } = apply(book, [edit('无!A1', { value: 1 }), edit('s!A0', { value: 1 }), edit('s!XFE1', { value: 1 }), edit('s!A3', { value: Infinity }), edit('s!C3', { value: 2 })]);
    expect(words).toEqual(['failed', 'failed', 'failed', 'failed', 'applied']);
    for (const outcome of outcomes.slice(0, 4)) expect(outcome.reason).toMatch(/。$/);
  });

  test('a header of a list object keeps its text, which the table part repeats', () => {
    expect(word(richWorkbook(), edit('明细!B1', { value: '新金额' }), edit('明细!B2', { value: 9 }))).toEqual(['unsupported', 'applied']);
  });

  test('a signed workbook is refused whole', () => {
    const signed = zipParts({ ...richParts(), '_xmlsignatures/sig1.xml': '<Signature/>' });
    expect(applyPlan(signed, [edit('自评表!B2', { value: 1 })], { run: 'r', at: 't' })).toEqual({ ok: false, reason: expect.stringContaining('签名') as string });
  });

  test('bytes that are no workbook are answered with a sentence', () => {
    expect(applyPlan(new Uint8Array([1, 2, 3]), [], { run: 'r', at: 't' })).toMatchObject({ ok: false });
  });
});

describe('formulas that hang together', () => {
  const shared = sheetOf('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1:C2">A1:A2</f><v>1</v></c></row>'
    + '<row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row></sheetData>');

  test('the master of a shared formula is left alone, a cell that shares it may have its own', () => {
    const { bytes, words } = apply(shared, [edit('s!B1', { formula: '=A1', value: 1 }), edit('s!B2', { formula: '=A2', value: 0 })]);
    expect(words).toEqual(['unsupported', 'applied']);
    expect([cellAt(bytes, 's!B1')?.formula, cellAt(bytes, 's!B2')?.formula, cellAt(bytes, 's!B3')?.formula]).toEqual(['A1*2', 'A2', 'A3*2']);
    expect(contents(takeBack(bytes).bytes)).toEqual(contents(shared));
  });

  test('no cell of an array is changed', () => {
    expect(word(shared, edit('s!C1', { formula: '=1', value: 1 }), edit('s!C2', { value: 5 }))).toEqual(['unsupported', 'unsupported']);
  });

  test('a formula that goes away leaves the calculation chain, which keeps naming the sheet', () => {
    const added = apply(richWorkbook(), [edit('自评表!B3', { formula: '=B2', value: 12.5 })]).bytes;
    const saved = zipParts({ ...unzipped(added), 'xl/calcChain.xml': '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B3" i="1"/><c r="C2"/><c r="C3"/><c r="B4" i="2"/></calcChain>' });
    expect(part(takeBack(saved).bytes, 'xl/calcChain.xml')).toContain('<c r="C2" i="1"/><c r="C3"/><c r="B4" i="2"/>');
  });

  test('a full calculation is only asked for where a formula hangs on the edit that is not calculated here', () => {
    const book = makeWorkbook({ sheets: [{ name: 's', rows: [[1, 2, { f: 'VLOOKUP(A1,A1:A1,1)', v: 1 }]] }] });
    expect(part(apply(book, [edit('s!B1', { value: 5 })]).bytes, 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
    expect(part(apply(book, [edit('s!A1', { value: 5 })]).bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(part(apply(book, [edit('s!A1', { value: 1, mark: 'error' })]).bytes, 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
  });
});

describe('text', () => {
  test('that begins like a formula is written as text under a quote prefix', () => {
    for (const value of ['=1+1', '+1', '-x', '@SUM(A1)', '\t=1', '\r=1']) {
      const { bytes } = apply(makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }] }), [edit('s!A1', { value })]);
      expect(cellAt(bytes, 's!A1')).toMatchObject({ value, formula: null });
      expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('t="inlineStr"');
      expect(part(bytes, 'xl/styles.xml')).toContain('quotePrefix="1"');
    }
  });

  test('leaves the shared strings of all other cells alone', () => {
    const book = makeWorkbook({ sheets: [{ name: 's', rows: [['甲', '甲']] }] });
    expect(changedParts(book, apply(book, [edit('s!A1', { value: '乙' })]).bytes)).not.toContain('xl/sharedStrings.xml');
  });
});

describe('notes', () => {
  test('a threaded comment is not touched; the rest of the edit is done and the outcome says so', () => {
    const book = richWorkbook();
    const { bytes, outcomes } = apply(book, [edit('批注!A1', { value: 'y', mark: 'error', note: '说明' })]);
    expect(outcomes[0]).toMatchObject({ word: 'applied', reason: expect.stringContaining('会话批注') as string });
    expect(changedParts(book, bytes)).not.toContain('xl/comments3.xml');
    // What is left to verify in the cell must not colour it anew: no note can tell that it was said.
    expect(apply(bytes, [edit('批注!A1', { value: 'y', mark: 'verify', note: '待核实' })], { run: 'run-2' }).words).toEqual(['unchanged']);
  });

  test('a later run replaces our note and keeps the words of others', () => {
    const once = apply(richWorkbook(), [edit('自评表!D2', { value: '审核', note: '一' })], { run: 'a' }).bytes;
    const twice = apply(once, [edit('自评表!D2', { value: '审核', note: '二' })], { run: 'b' }).bytes;
    expect(cellAt(twice, '自评表!D2')?.note).toBe('张三：请核对\n【表里如一】二');
    expect(cellAt(takeBack(twice).bytes, '自评表!D2')?.note).toBe('张三：请核对\n【表里如一】一');
    expect(cellAt(takeBack(twice, { all: true }).bytes, '自评表!D2')?.note).toBe('张三：请核对');
  });
});

describe('odd files', () => {
  const cases: Record<string, string> = {
    'a self-closing sheetData': '<sheetData/>',
    'self-closing rows': '<sheetData><row r="2"/><row r="5"/></sheetData>',
    'cells and rows without addresses': '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>',
    'rows out of order': '<sheetData><row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>',
    'comments between cells': '<sheetData><!-- <row r="2"> --><row r="2"><c r="A2"><v>2</v></c><!-- </row> --></row></sheetData>',
    'a dimension and spans too small': '<dimension ref="A2"/><sheetData><row r="2" spans="1:1"><c r="A2"><v>2</v></c></row></sheetData>',
  };
  test.each(Object.entries(cases))('%s', (_name, xml) => {
    const book = sheetOf(xml);
    const { bytes, words } = apply(book, [edit('s!A2', { value: 22 }), edit('s!C2', { value: '丙', mark: 'hint', note: 'n' }), edit('s!B7', { formula: '=A2', value: 22 })]);
    expect(words).toEqual(['applied', 'applied', 'applied']);
    expect([cellAt(bytes, 's!A2')?.value, cellAt(bytes, 's!C2')?.value, cellAt(bytes, 's!C2')?.note, cellAt(bytes, 's!B7')?.formula]).toEqual([22, '丙', 'n', 'A2']);
    expect(contents(takeBack(bytes).bytes)).toEqual(contents(book));
  });

  test('prefixed elements, absolute targets, odd part names and the strict namespaces', () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const parts = Object.fromEntries(Object.entries(makeParts({ sheets: [{ name: 's', rows: [[1, '乙']] }] })).map(([name, text]) => [
      name.replace('worksheets/sheet1', 'odd/Blatt_1'),
      text.replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', `${strict}/spreadsheetml/main`).replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', `${strict}/officeDocument`)
        .replaceAll('worksheets/sheet1', name.endsWith('.rels') ? '/xl/odd/Blatt_1' : 'odd/Blatt_1'),
    ]));
    const sheet = parts['xl/odd/Blatt_1.xml'] ?? '';
    parts['xl/odd/Blatt_1.xml'] = sheet.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(?=[a-z])/gi, '<$1x:');
    const book = zipParts(parts);
    const { bytes, words } = apply(book, [edit('s!A1', { value: 3, note: 'n', mark: 'error' }), edit('s!D4', { value: '新' })]);
    expect(words).toEqual(['applied', 'applied']);
    expect(cellAt(bytes, 's!A1')).toMatchObject({ value: 3, note: 'n', style: { fill: 'FFC7CE' } });
    expect(part(bytes, 'xl/odd/Blatt_1.xml')).toMatch(/<x:legacyDrawing [^>]*purl[^>]*\/><\/x:worksheet>/);
    expect(part(bytes, 'xl/comments1.xml')).toContain(`${strict}/spreadsheetml/main`);
    expect(contents(takeBack(bytes).bytes)).toEqual(contents(book));
  });

  test('a workbook at the limit of formats gets no mark, and says so', () => {
    const parts = makeParts({ sheets: [{ name: 's', rows: [[1]] }] });
    const xf = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
    parts['xl/styles.xml'] = (parts['xl/styles.xml'] ?? '').replace(/<cellXfs[\s\S]*<\/cellXfs>/, `<cellXfs count="64000">${xf.repeat(64_000)}</cellXfs>`);
    const { outcomes } = apply(zipParts(parts), [edit('s!A1', { value: 1, mark: 'error' })]);
    expect(outcomes[0]).toMatchObject({ word: 'unsupported', reason: expect.stringContaining('64000') as string });
  });
});

function unzipped(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.keys(richParts()).concat(['customXml/item2.xml', 'customXml/itemProps2.xml', 'customXml/_rels/item2.xml.rels']).map((name) => [name, part(bytes, name)]));
}
