import { unzipSync, strFromU8 } from 'fflate';
import { makeParts, makeWorkbook, zipParts, type MadeWorkbook } from '../../../test/make-workbook';
import type { PlanCell, PlanStyle, SheetPlan } from '../../model/sheet-plan';
import { appendSheets } from './insert-sheets';
import { applyPlan } from './patch';
import { readPicture } from './picture';
import { readPackage } from './read';
import { undo } from './undo';

const STYLE: PlanStyle = {
  font: { name: '宋体', size: 10.5, bold: true, colour: 'C00000' }, fill: 'FFFDE7', horizontal: 'center', vertical: 'center', wrap: true,
  lines: { top: 'thin', right: 'thin', bottom: 'medium', left: 'thin' }, numberFormat: '0.000%', locked: false,
};
const AREA = { top: 1, left: 1, bottom: 1, right: 2 };

function cell(row: number, column: number, value: PlanCell['value'], formula: string | null = null): PlanCell {
  return { row, column, value, formula, style: STYLE };
}

function plan(name: string, more: Partial<SheetPlan> = {}): SheetPlan {
  return {
    name, cells: [cell(1, 1, '标题'), cell(1, 2, null), cell(2, 1, 0.5), cell(2, 2, null, 'A2*2')], merges: [AREA], columnWidths: [60, 96], rowHeights: { 1: 30 },
    validations: [{ areas: [{ top: 2, left: 1, bottom: 2, right: 1 }], condition: { kind: 'decimal', least: 0, most: 1 }, strictness: 'stop', refusal: null, hint: null }],
    highlights: [{ areas: [AREA], formula: 'A2>1', fill: 'FCE4D6', colour: '9C0006' }], protection: null, frozenRows: 1, gridLines: true,
    print: { paper: 'A4', orientation: 'portrait', pagesWide: 1, pagesTall: null, margins: { top: 36, right: 36, bottom: 36, left: 36, header: 18, footer: 18 }, centred: true, repeatedRows: { first: 1, last: 1 }, area: { top: 1, left: 1, bottom: 2, right: 2 }, footer: null },
    ...more,
  };
}

const APP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>2</vt:i4></vt:variant><vt:variant><vt:lpstr>命名范围</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="3" baseType="lpstr"><vt:lpstr>自评表</vt:lpstr><vt:lpstr>说明</vt:lpstr><vt:lpstr>范围</vt:lpstr></vt:vector></TitlesOfParts></Properties>';
const RELS = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>';
const BOOK: MadeWorkbook = {
  sheets: [{ name: '自评表', rows: [[{ v: 1, numberFormat: '0.00', fill: 'C6EFCE', note: '批注' }, { f: 'A1*2', v: 2 }]], merges: ['A2:B2'] }, { name: '说明', rows: [['文字']] }],
  definedNames: [{ name: '范围', refersTo: "'自评表'!$A$1" }], parts: { 'docProps/app.xml': APP, '_rels/.rels': RELS },
};

function added(bytes: Uint8Array, ...plans: readonly SheetPlan[]): { readonly bytes: Uint8Array; readonly names: readonly string[] } {
  const result = appendSheets(bytes, plans);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

describe('sheets put behind those of a file', () => {
  const book = makeWorkbook(BOOK);
  const result = added(book, plan('自评表'), plan('新表', { cells: [cell(1, 1, null, 'SUM(新表!A2,自评表!A2)'), cell(2, 1, '=1+1')] }));

  test('only the parts that list sheets and looks are touched, and these only by what is added', () => {
    const [before, after] = [unzipSync(book), unzipSync(result.bytes)];
    const changed = Object.keys(after).filter((name) => Buffer.compare(Buffer.from(before[name] ?? []), Buffer.from(after[name] ?? [])) !== 0);
    expect(changed.sort()).toEqual(['[Content_Types].xml', 'docProps/app.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet3.xml', 'xl/worksheets/sheet4.xml']);
    expect(Object.keys(before).filter((name) => !(name in after))).toEqual([]);
    // Taking the additions out again gives the old looks, letter by letter.
    const rows = (xml: string, table: string): readonly string[] => new RegExp(`<${table} [^>]*>(.*?)</${table}>`).exec(xml)?.[1]?.match(/<(font|fill|border|xf|numFmt)[ >].*?(?=<\1[ >]|$)/g) ?? [];
    for (const table of ['fonts', 'fills', 'borders', 'cellXfs', 'numFmts']) {
      const [old, now] = [rows(part(book, 'xl/styles.xml'), table), rows(part(result.bytes, 'xl/styles.xml'), table)];
      expect(now.slice(0, old.length)).toEqual(old);
      expect(part(result.bytes, 'xl/styles.xml')).toContain(`<${table} count="${now.length}">`);
    }
  });

  test('names are made free, and formulas follow their sheet', () => {
    expect(result.names).toEqual(['自评表 (2)', '新表']);
    const reading = readPackage(result.bytes);
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.snapshot.grids.map(({ sheet }) => sheet)).toEqual(['自评表', '说明', '自评表 (2)', '新表']);
    expect(reading.snapshot.grids[3]?.cells.map(({ value, formula }) => [value, formula])).toEqual([[null, "SUM('新表'!A2,'自评表 (2)'!A2)"], ['=1+1', null]]);
    expect(reading.snapshot.grids[2]?.cells.at(-1)).toMatchObject({ formula: 'A2*2', value: 1, text: '100.000%' });
  });

  test('looks, widths and panes are those of the plan', () => {
    const reading = readPicture(result.bytes);
    if (!reading.ok) throw new Error(reading.reason);
    const sheet = reading.picture.sheets[2];
    const style = reading.picture.styles[sheet?.cells[0]?.style ?? 0];
    expect(style).toMatchObject({ numberFormat: '0.000%', fill: 'FFFDE7', horizontal: 'center', wrap: true, locked: false, font: { size: 10.5, bold: true, colour: 'C00000' }, borders: { top: { line: 'thin' }, bottom: { line: 'medium' } } });
    expect(sheet?.frozen).toEqual({ rows: 1, columns: 0 });
    // 60 and 96 points are 80 and 128 pixels, of which 宋体 11 takes 8 for a digit.
    expect(part(result.bytes, 'xl/worksheets/sheet3.xml')).toContain('<col min="1" max="1" width="10" customWidth="1"/><col min="2" max="2" width="16" customWidth="1"/>');
  });

  test('conditional looks and printed areas are named for the right sheet', () => {
    expect(part(result.bytes, 'xl/styles.xml')).toMatch(/<\/cellStyles><dxfs count="1"><dxf>.*9C0006.*FCE4D6.*<\/dxf><\/dxfs>/);
    const xml = part(result.bytes, 'xl/workbook.xml');
    expect(xml).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="2">'自评表 (2)'!$A$1:$B$2</definedName>`);
    expect(xml).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="3">'新表'!$1:$1</definedName>`);
    expect(xml).toContain('<definedName name="范围">');
  });

  test('the list of sheets in the properties grows in its place', () => {
    const xml = part(result.bytes, 'docProps/app.xml');
    expect(xml).toContain('<vt:i4>4</vt:i4>');
    expect(xml).toContain('<vt:vector size="5" baseType="lpstr"><vt:lpstr>自评表</vt:lpstr><vt:lpstr>说明</vt:lpstr><vt:lpstr>自评表 (2)</vt:lpstr><vt:lpstr>新表</vt:lpstr><vt:lpstr>范围</vt:lpstr>');
  });

  test('a formula that cannot be calculated here is left to the program that opens the file; no other needs it', () => {
    expect(part(result.bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(part(added(book, plan('甲')).bytes, 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
  });

  test('twice the same gives the same looks and other names', () => {
    const again = added(result.bytes, plan('自评表'));
    expect(again.names).toEqual(['自评表 (3)']);
    expect(part(again.bytes, 'xl/styles.xml')).toBe(part(result.bytes, 'xl/styles.xml'));
  });

  test('taking corrections back leaves the sheets', () => {
    const corrected = applyPlan(result.bytes, [{ sheet: '自评表', cell: 'A1', value: 3, formula: null, numberFormat: null, mark: 'error', note: '改', before: null, rule: 'r' }], { run: 'run-1', at: '2024-03-01T08:00:00Z' });
    if (!corrected.ok) throw new Error(corrected.reason);
    const undone = undo(corrected.bytes);
    if (!undone.ok) throw new Error(undone.reason);
    expect(part(undone.bytes, 'xl/workbook.xml')).toBe(part(result.bytes, 'xl/workbook.xml'));
    expect(part(undone.bytes, 'xl/worksheets/sheet3.xml')).toBe(part(result.bytes, 'xl/worksheets/sheet3.xml'));
  });
});

describe('files of other makes', () => {
  test('a prefix is kept in every part', () => {
    const parts = makeParts(BOOK);
    const prefix = (xml: string): string => xml.replace(/<(\/?)(?=[a-z])/g, '<$1x:').replace('xmlns="http://schemas.openxmlformats.org/spreadsheetml', 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml');
    const { bytes } = added(zipParts({ ...parts, 'xl/workbook.xml': prefix(parts['xl/workbook.xml'] ?? ''), 'xl/styles.xml': prefix(parts['xl/styles.xml'] ?? '') }), plan('甲'));
    expect(part(bytes, 'xl/workbook.xml')).toContain('<x:definedName name="_xlnm.Print_Area" localSheetId="2">');
    const reading = readPicture(bytes);
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.picture.styles[reading.picture.sheets[2]?.cells[0]?.style ?? 0]?.font).toMatchObject({ bold: true, colour: 'C00000' });
  });

  test('without a style part one is made', () => {
    const parts = makeParts({ sheets: [{ name: '甲', rows: [[1]] }] });
    const bare = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'xl/styles.xml'));
    bare['xl/_rels/workbook.xml.rels'] = (bare['xl/_rels/workbook.xml.rels'] ?? '').replace(/<Relationship Id="rId2"[^>]*>/, '');
    bare['[Content_Types].xml'] = (bare['[Content_Types].xml'] ?? '').replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, '');
    const { bytes } = added(zipParts(bare), plan('乙'));
    const reading = readPicture(bytes);
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.picture.styles[reading.picture.sheets[1]?.cells[0]?.style ?? 0]?.font.bold).toBe(true);
  });

  test('widths are counted in the digits of the workbook’s own font', () => {
    const parts = makeParts(BOOK);
    const { bytes } = added(zipParts({ ...parts, 'xl/styles.xml': (parts['xl/styles.xml'] ?? '').replace('name val="宋体"', 'name val="Calibri"') }), plan('甲', { columnWidths: [52.5] }));
    expect(part(bytes, 'xl/worksheets/sheet3.xml')).toContain('<col min="1" max="1" width="10" customWidth="1"/>');
  });

  test('protected structure, a signature and what is no workbook are refused in sentences', () => {
    const parts = makeParts(BOOK);
    const locked = zipParts({ ...parts, 'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>') });
    expect(appendSheets(locked, [plan('甲')])).toEqual({ ok: false, reason: expect.stringMatching(/结构受保护.*。$/) as string });
    const signed = zipParts({ ...parts, '_xmlsignatures/sig1.xml': '<Signature/>' });
    expect(appendSheets(signed, [plan('甲')])).toEqual({ ok: false, reason: expect.stringMatching(/签名.*。$/) as string });
    expect(appendSheets(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), [plan('甲')])).toEqual({ ok: false, reason: expect.stringMatching(/。$/) as string });
  });

  test('no plans change nothing', () => {
    const book = makeWorkbook(BOOK);
    expect(added(book)).toEqual({ ok: true, bytes: book, names: [] });
  });
});
