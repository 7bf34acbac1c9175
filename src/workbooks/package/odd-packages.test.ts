// Packages as odd writers leave them: names spelled in other ways, types and relationships of parts that are gone, rows in pieces, a style part with nothing in it.
import { apply, cellAt, contents, edit, part, partNames, takeBack } from '../../../test/package/edits';
import { makeParts, makeWorkbook, zipParts } from '../../../test/make-workbook';
import { readPackage } from './read';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';
const plain = { sheets: [{ name: '表', rows: [['甲', 1, 2], ['乙', 3, 4]] }] };
const full = edit('表!B2', { value: 9, mark: 'error', note: '原填 3' });

/** The same workbook with its sheet stored under another name; `target` as the relationship writes it. */
function renamed(stored: string, target: string): Uint8Array {
  const { [SHEET]: sheet = '', ...rest } = makeParts(plain);
  const text = (name: string, from: string, to: string) => ({ [name]: (rest[name] ?? '').replace(from, to) });
  return zipParts({ ...rest, [`xl/worksheets/${stored}`]: sheet, ...text('xl/_rels/workbook.xml.rels', 'sheet1.xml', target), ...text('[Content_Types].xml', 'sheet1.xml', target) });
}

function withSheet(xml: string, parts: Record<string, string> = {}): Uint8Array {
  return makeWorkbook({ ...plain, parts: { [SHEET]: `<worksheet xmlns="${MAIN}">${xml}</worksheet>`, ...parts } });
}

describe('names', () => {
  test.each([['sheet%201.xml', 'sheet%201.xml'], ['%E8%A1%A8.xml', '%e8%a1%a8.xml'], ['%E8%A1%A8.xml', '表.xml'], ['表 1.xml', '%E8%A1%A8%201.xml']])('a part stored as %s and named %s is one', (stored, target) => {
    const book = renamed(stored, target);
    const { bytes, words } = apply(book, [full]);
    expect(words).toEqual(['applied']);
    expect(cellAt(bytes, '表!B2')).toMatchObject({ value: 9, note: '原填 3' });
    // Notes are found through the relationships beside the sheet: under its name as stored.
    expect(partNames(bytes)).toContain(`xl/worksheets/_rels/${stored}.rels`);
    expect(partNames(takeBack(bytes).bytes).sort()).toEqual(partNames(book).sort());
  });

  test('names with a slash in front are found', () => {
    const book = zipParts(Object.fromEntries(Object.entries(makeParts(plain)).map(([name, text]) => [`/${name}`, text])));
    const { bytes, words } = apply(book, [full]);
    expect(words).toEqual(['applied']);
    expect(readPackage(bytes)).toMatchObject({ ok: true });
  });

  test('a package without relationships of its own is written to as it is read', () => {
    const { '_rels/.rels': _, ...parts } = makeParts(plain);
    expect(readPackage(zipParts(parts))).toMatchObject({ ok: true });
    expect(apply(zipParts(parts), [full]).words).toEqual(['applied']);
  });
});

describe('what is left of parts that are gone', () => {
  test('a type that is still stated of a missing part is not stated twice', () => {
    const types = (makeParts(plain)['[Content_Types].xml'] ?? '').replace('</Types>', '<Override PartName="/xl/Comments1.xml" ContentType="application/xml"/></Types>');
    const { bytes } = apply(makeWorkbook({ ...plain, parts: { '[Content_Types].xml': types } }), [full]);
    expect(part(bytes, '[Content_Types].xml').match(/PartName="\/xl\/comments1\.xml"/gi)).toHaveLength(1);
  });

  test('a sheet that names a drawing which is missing gets no second one', () => {
    const drawing = '<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>';
    const { bytes } = apply(withSheet(`<sheetData><row r="2"><c r="B2"><v>3</v></c></row></sheetData>${drawing}<extLst/>`), [full]);
    expect(part(bytes, SHEET).match(/<legacyDrawing[^>]*>/g)).toEqual([drawing.replace('rId1', 'rIdB2')]);
    expect(cellAt(bytes, '表!B2')).toMatchObject({ value: 9, note: '原填 3' });
    expect(part(bytes, SHEET)).toMatch(/<legacyDrawing[^>]*><extLst\/>/);
  });

  test('the record has its own type where the file gives every .xml that of its workbook, as the Open XML SDK does', () => {
    const made = makeParts({ sheets: [{ name: 's', rows: [['甲', 5]] }] });
    const types = (made['[Content_Types].xml'] ?? '').replace(/(Extension="xml" ContentType=")[^"]*/, '$1application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml').replace(/<Override PartName="\/xl\/workbook.xml"[^>]*>/, '');
    const book = zipParts({ ...made, '[Content_Types].xml': types });
    const { bytes, words } = apply(book, [edit('s!B1', { value: 6, mark: 'error', note: '原值 5' })]);
    expect(words).toEqual(['applied']);
    expect(part(bytes, '[Content_Types].xml').match(/<Override PartName="\/customXml\/item1.xml"[^>]*>/g)).toEqual(['<Override PartName="/customXml/item1.xml" ContentType="application/xml"/>']);
    expect(part(takeBack(bytes).bytes, '[Content_Types].xml')).not.toContain('customXml/item1');
  });

  test('a relationship to notes that are missing does not hide those that are made', () => {
    const rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../gone.xml"/></Relationships>';
    const book = makeWorkbook({ ...plain, parts: { 'xl/worksheets/_rels/sheet1.xml.rels': rels } });
    const once = apply(book, [full]).bytes;
    const twice = apply(once, [edit('表!B1', { mark: 'error', note: '又一条' })]).bytes;
    expect(partNames(twice).filter((name) => name.includes('comments'))).toHaveLength(1);
    expect([cellAt(twice, '表!B1')?.note, cellAt(twice, '表!B2')?.note]).toEqual(['又一条', '原填 3']);
    const back = takeBack(once).bytes;
    expect(partNames(back).sort()).toEqual(partNames(book).sort());
    expect(part(back, 'xl/worksheets/_rels/sheet1.xml.rels')).toBe(rels);
  });
});

describe('rows in pieces', () => {
  const book = withSheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="C1"><f>A1+B1</f><v>3</v></c></row><row r="2"><c r="A2"><f>SUM(A1:B1)</f><v>3</v></c></row></sheetData>');

  test('a cell is found in whichever piece it stands', () => {
    const { bytes, words } = apply(book, [edit('表!B1', { value: 5, before: '2' })]);
    expect(words).toEqual(['applied']);
    expect(part(bytes, SHEET).match(/r="B1"/g)).toHaveLength(1);
    expect([cellAt(bytes, '表!B1')?.value, cellAt(bytes, '表!C1')?.value, cellAt(bytes, '表!A2')?.value]).toEqual([5, 6, 6]);
    expect(contents(takeBack(bytes).bytes)).toEqual(contents(book));
  });

  test('of two cells at one address the one that was read is written to', () => {
    const twice = withSheet('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>');
    const { bytes, words } = apply(twice, [edit('表!A1', { value: 3, before: '2' })]);
    expect(words).toEqual(['applied']);
    expect(cellAt(bytes, '表!A1')?.value).toBe(3);
  });

  test('a cell behind a later one is found, however it is written', () => {
    const { bytes, words } = apply(withSheet('<sheetData><row r="1"><c s="0" r="B1"><v>2</v></c><c s="0" r="A1"><v>1</v></c></row></sheetData>'), [edit('表!A1', { value: 3, before: '1' })]);
    expect(words).toEqual(['applied']);
    expect(part(bytes, SHEET).match(/r="A1"/g)).toHaveLength(1);
  });
});

test.each([
  ['a processing instruction', '<?print <row r="1"><c r="A1"/> ?>'],
  ['a comment', '<!-- <row r="1"><?print?><c r="A1"/> -->'],
])('%s between the rows is neither a row nor a cell', (_what, between) => {
  const book = withSheet(`<sheetData><row><c><v>1</v></c></row>${between}<row><c><v>2</v></c></row></sheetData>`);
  const { bytes, words } = apply(book, [edit('表!A2', { value: 3, before: '2', mark: 'error' })]);
  expect(words).toEqual(['applied']);
  expect(part(bytes, SHEET)).toContain(`<c><v>1</v></c></row>${between}`);
  expect([cellAt(bytes, '表!A1')?.value, cellAt(bytes, '表!A2')?.value]).toEqual([1, 3]);
  expect(part(takeBack(bytes).bytes, SHEET)).toBe(part(book, SHEET));
});

describe('drawings of notes', () => {
  const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const NOTES = `<comments xmlns="${MAIN}"><authors><author>王</author></authors><commentList><comment ref="A1" authorId="0"><text><t>请核对</t></text></comment></commentList></comments>`;
  const drawn = (shapes: string) => `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${shapes}</xml>`;
  const bookWith = (notes: string | null, vml: string | null) => {
    const of = (kind: string, target: string) => `<Relationship Id="${kind}" Type="${RELS}/${kind}" Target="${target}"/>`;
    return withSheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${vml === null ? '' : `<legacyDrawing xmlns:r="${RELS}" r:id="vmlDrawing"/>`}`, {
      ...(notes === null ? {} : { 'xl/comments1.xml': notes }), ...(vml === null ? {} : { 'xl/drawings/vmlDrawing1.vml': vml }),
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${notes === null ? '' : of('comments', '../comments1.xml')}${vml === null ? '' : of('vmlDrawing', '../drawings/vmlDrawing1.vml')}</Relationships>`,
    });
  };

  test('a note in a rounded box has its box already', () => {
    const vml = drawn('<v:roundrect id="_x0000_s1025" arcsize="10923f"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:roundrect>');
    const { bytes } = apply(bookWith(NOTES, vml), [edit('表!A1', { value: 1, mark: 'error', note: '应为 2' })]);
    expect(part(bytes, 'xl/drawings/vmlDrawing1.vml')).toBe(vml);
  });

  test('our words stand before what tells how to pronounce a note, and that is none of its words', () => {
    const spoken = '<rPh sb="0" eb="1"><t>qing</t></rPh><phoneticPr fontId="1" type="noConversion"/></text>';
    const book = bookWith(NOTES.replace('<t>请核对</t></text>', `<r><t>请核对</t></r>${spoken}`), null);
    const { bytes } = apply(book, [edit('表!A1', { value: 1, note: '应为 2' })]);
    expect(part(bytes, 'xl/comments1.xml')).toMatch(new RegExp(`<r><t>请核对</t></r><r>.*应为 2</t></r>${spoken}`, 's'));
    expect(cellAt(bytes, '表!A1')?.note).toBe('请核对\n【表里如一】应为 2');
    expect(part(takeBack(bytes).bytes, 'xl/comments1.xml')).toBe(part(book, 'xl/comments1.xml'));
  });

  test('a note whose author is nowhere named takes our words of two runs, and gives back those of the second', () => {
    const book = bookWith(NOTES.replace('<author>王</author>', ''), null);
    const first = apply(book, [edit('表!A1', { value: 1, note: '应为 2' })]);
    const second = apply(first.bytes, [edit('表!A1', { value: 1, note: '应为 3' })], { run: 'run-2' });
    expect(cellAt(second.bytes, '表!A1')?.note).toBe('请核对\n【表里如一】应为 3');
    const back = takeBack(second.bytes).bytes;
    expect(part(back, 'xl/comments1.xml')).toBe(part(first.bytes, 'xl/comments1.xml'));
    expect(part(takeBack(back).bytes, 'xl/comments1.xml')).toBe(part(book, 'xl/comments1.xml'));
  });

  test.each([['<xml xmlns:v="urn:schemas-microsoft-com:vml"/>'], ['']])('an empty drawing written as %j is opened', (vml) => {
    const { bytes } = apply(bookWith(NOTES, vml), [edit('表!A1', { value: 1, mark: 'error', note: '应为 2' })]);
    expect(part(bytes, 'xl/drawings/vmlDrawing1.vml')).toMatch(/^<xml [^>]*[^/]>.*<v:shape .*<x:Row>0<\/x:Row>.*<\/xml>$/s);
  });

  test('a drawing with nothing but a line on it is not taken away with our notes', () => {
    const vml = drawn('<v:line id="_x0000_s1025" from="0,0" to="9,9"/>');
    const back = takeBack(apply(bookWith(null, vml), [edit('表!A1', { value: 1, mark: 'error', note: '应为 2' })]).bytes).bytes;
    expect(part(back, 'xl/drawings/vmlDrawing1.vml')).toContain('<v:line id="_x0000_s1025" from="0,0" to="9,9"/>');
    expect(part(back, SHEET)).toContain('legacyDrawing');
  });

  test('a drawing that was made for notes without one goes with ours, the notes stay', () => {
    const book = bookWith(NOTES, null);
    const back = takeBack(apply(book, [edit('表!B1', { value: 1, note: '应为 2' })]).bytes).bytes;
    expect(partNames(back).sort()).toEqual(partNames(book).sort());
    expect([part(back, SHEET), cellAt(back, '表!A1')?.note]).toEqual([part(book, SHEET), '请核对']);
  });
});

describe('styles', () => {
  test('a style part with nothing in it is opened, and filled in the order of the schema', () => {
    const { bytes } = apply(withSheet('<sheetData><row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="2"><v>2</v></c></row></sheetData>', { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}"/>` }), [edit('表!A1', { value: 0.5, numberFormat: '0.0%', mark: 'error' })]);
    const styles = part(bytes, 'xl/styles.xml');
    expect(styles).toMatch(/^<styleSheet [^>]*[^/]>.*<\/styleSheet>$/);
    expect(Array.from(styles.matchAll(/<(\w+) count=/g), ([, name]) => name)).toEqual(['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs']);
    expect(cellAt(bytes, '表!A1')).toMatchObject({ text: '50.0%' });
  });

  test('cells that name a format which the file lacks do not get a new one that comes to stand under its number', () => {
    const bare = makeParts(plain)['xl/styles.xml'] ?? '';
    const book = withSheet('<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="3"><v>3</v></c></row></sheetData>', { 'xl/styles.xml': bare });
    const { bytes } = apply(book, [edit('表!A1', { value: 0.5, numberFormat: '0.00%', mark: 'error' })]);
    expect(cellAt(bytes, '表!A1')).toMatchObject({ text: '50.00%', style: { fill: 'FFC7CE' } });
    for (const cell of ['表!B1', '表!C1']) expect(cellAt(bytes, cell)?.style).toEqual(cellAt(book, cell)?.style);
  });
});

describe('a cell is taken for what it is shown as', () => {
  const DAY = `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
  test.each([
    ['a carriage return written as a reference', ' t="inlineStr"><is><t>a&#13;&#10;b</t></is>', 'a\r\nb'],
    ['the same in a shared string', ' t="s"><v>0</v>', '甲\r\n乙'],
    ['a shared string that holds nothing', ' t="s"><v>1</v>', ''],
    ['the one right behind it', ' t="s"><v>2</v>', '丙'],
    ['a shared string with a tab as Excel writes it', ' t="s"><v>3</v>', '丁\t戊'],
    ['a truth value between blanks', ' t="b"><v> 1 </v>', 'TRUE'],
    ['line ends of Windows', ' t="str"><f>B1</f><v>x\r\ny</v>', 'x\ny'],
    ['the same in a section of plain text', ' t="inlineStr"><is><t><![CDATA[x\r\ny]]></t></is>', 'x\ny'],
    ['a carriage return as Excel writes it', ' t="inlineStr"><is><t>a_x000D_\nb</t></is>', 'a\r\nb'],
    ['a day under a date format', ' s="1" t="d"><v>2022-12-31T00:00:00.000</v>', '2022/12/31'],
    ['a day without one', ' t="d"><v>2022-12-31</v>', '2022-12-31'],
  ])('%s', (_what, written, text) => {
    const book = withSheet(`<sheetData><row r="1"><c r="A1"${written}</c></row></sheetData>`, { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>甲&#13;&#10;乙</t></si><si/><si><t>丙</t></si><si><t>丁_x0009_戊</t></si></sst>`, 'xl/styles.xml': DAY });
    const cell = cellAt(book, '表!A1');
    const value = typeof cell?.value === 'object' ? null : cell?.value ?? null;
    const { bytes, words } = apply(book, [edit('表!A1', { value, before: cell?.text ?? '', mark: 'verify', note: '请核实' })]);
    expect([cell?.text ?? '', words]).toEqual([text, ['applied']]);
    // Marked, not written anew.
    expect(part(bytes, SHEET)).toContain(written.slice(written.indexOf('>')));
    expect(cellAt(bytes, '表!A1')).toMatchObject({ value: cell?.value ?? '', text, note: '请核实' });
    expect(part(takeBack(bytes).bytes, SHEET)).toBe(part(book, SHEET));
  });

  test('a formula without a result was not calculated, the empty text without <v> is one', () => {
    const results = (written: string): unknown => cellAt(withSheet(`<sheetData><row r="1"><c r="A1"${written}<f>IF(B1&gt;1,"超","")</f></c></row></sheetData>`), '表!A1')?.value;
    expect([results(' t="str">'), results('>')]).toEqual(['', null]);
  });

  test('an escape whose first sign is itself written by its number', () => {
    const book = withSheet('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>己&#95;x0041_庚</t></si></sst>` });
    expect(cellAt(book, '表!A1')?.text).toBe('己A庚');
  });

  test('a day gives way to a number and comes back', () => {
    const book = withSheet('<sheetData><row r="1"><c r="A1" s="1" t="d"><v>2022-12-31</v></c></row></sheetData>', { 'xl/styles.xml': DAY });
    const { bytes, words } = apply(book, [edit('表!A1', { value: 44_925, before: '2022/12/31' })]);
    expect([words, cellAt(bytes, '表!A1')?.text]).toEqual([['applied'], '2022/12/30']);
    expect(part(takeBack(bytes).bytes, SHEET)).toBe(part(book, SHEET));
  });
});

test('a formula is calculated anew with the strings that its cells name, behind one that holds nothing as well', () => {
  const strings = { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si/><si><t>优</t></si><si><t>良</t></si></sst>` };
  const book = withSheet('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>2</v></c><c r="C1" t="str"><f>A1&amp;B1</f><v>1良</v></c></row></sheetData>', strings);
  expect(cellAt(apply(book, [edit('表!A1', { value: 2 })]).bytes, '表!C1')?.value).toBe('2良');
});

test('what an extension of a cell holds is not the content of the cell', () => {
  const book = withSheet('<sheetData><row r="1"><c r="A1"><v>7</v><extLst><ext uri="{x}"><f>1+1</f><v>0</v></ext></extLst></c></row></sheetData>');
  expect(cellAt(book, '表!A1')).toMatchObject({ value: 7, formula: null });
  expect(apply(book, [edit('表!A1', { value: 8, before: '7' })]).words).toEqual(['applied']);
});
