// The sheet of results: text only, links that lead somewhere, one sheet however often it is written.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { apply, cellAt, contents, edit, gridOf, part, partNames, read, takeBack } from '../../../test/package/edits';
import { makeWorkbook } from '../../../test/make-workbook';
import { applyPlan } from './patch';
import { appendResultSheet } from './result-sheet';
import type { ResultSheet } from '../port';

const SHEET: ResultSheet = {
  columns: [{ title: '单元格', width: 12 }, { title: '问题', width: 60 }],
  rows: [[{ text: 'B2', link: { sheet: "一'表", cell: 'B2' } }, { text: '=HYPERLINK("x")', link: null }]],
};
function placed(bytes: Uint8Array, sheet: ResultSheet = SHEET): Uint8Array {
  const result = appendResultSheet(bytes, sheet);
  if (!result.ok) throw new Error(result.reason);
  return result.bytes;
}
const book = makeWorkbook({ sheets: [{ name: "一'表", rows: [[1, 2]] }] });

test('is the last tab, frozen under its header, and holds text only', () => {
  const bytes = placed(book);
  expect(read(bytes).grids.map(({ sheet }) => sheet)).toEqual(["一'表", '核查结果']);
  expect(gridOf(bytes, '核查结果').cells.map(({ value, formula }) => [value, formula])).toEqual([['单元格', null], ['问题', null], ['B2', null], ['=HYPERLINK("x")', null]]);
  const xml = part(bytes, 'xl/worksheets/sheet2.xml');
  expect(xml).toContain('state="frozen"');
  expect(xml).toContain('<hyperlink ref="A2" location="\'一\'\'表\'!B2"');
});

test('prints on pages as wide as all columns, its head on each, and no row hides what is wrapped in it', () => {
  const bytes = placed(book, { ...SHEET, rows: [[{ text: 'B2', link: null }, { text: '执行率应为65.12%，填的是100%。'.repeat(10), link: null }], [{ text: 'C\n3', link: null }, { text: '', link: null }]] });
  const xml = part(bytes, 'xl/worksheets/sheet2.xml');
  expect(xml).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><dimension /);
  expect(xml).toMatch(/<pageMargins [^>]*\/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"\/><headerFooter><oddFooter>[^<]+<\/oddFooter><\/headerFooter><\/worksheet>$/);
  expect([...xml.matchAll(/<row r="\d" ht="([\d.]+)"/g)].map(([, height]) => Number(height) / 15.75)).toEqual([6, 2]);
  expect(part(bytes, 'xl/workbook.xml')).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="1">'核查结果'!$1:$1</definedName>`);
  expect(part(placed(bytes, { ...SHEET, rows: [] }), 'xl/workbook.xml').match(/_xlnm.Print_Titles/g)).toHaveLength(1);
});

test('what is printed of it goes with it: no list of names without a name is left, which Excel calls damaged', () => {
  const corrected = apply(book, [edit("一'表!A1", { value: 9 })], { resultSheet: SHEET }).bytes;
  const area = part(corrected, 'xl/workbook.xml').replace('</definedNames>', `<definedName name="_xlnm.Print_Area" localSheetId="1">'核查结果'!$A$1:$B$2</definedName></definedNames>`);
  expect(part(takeBack(zipSync({ ...unzipSync(corrected), 'xl/workbook.xml': strToU8(area) })).bytes, 'xl/workbook.xml')).toBe(part(book, 'xl/workbook.xml'));
});

test('a character that XML cannot hold spoils no link', () => {
  const bytes = placed(book, { ...SHEET, rows: [[{ text: '满意\u000b度\ufffe', link: { sheet: "一'表", cell: 'B2' } }, { text: '', link: null }]] });
  expect(part(bytes, 'xl/worksheets/sheet2.xml')).toContain('display="满意度"');
});

test('is ours still where another program keeps no cell without a text', () => {
  const gaps: ResultSheet = { ...SHEET, rows: [[{ text: 'B2', link: null }, { text: '', link: null }]] };
  const bytes = placed(book, gaps);
  const saved = part(bytes, 'xl/worksheets/sheet2.xml').replace(/<c r="B2"[^]*?<\/c>/, '');
  expect(read(placed(zipSync({ ...unzipSync(bytes), 'xl/worksheets/sheet2.xml': strToU8(saved) }), gaps)).grids).toHaveLength(2);
});

test('replaces our earlier one, even renamed, and leaves a sheet of that name by others alone', () => {
  const twice = placed(placed(book), { ...SHEET, rows: [] });
  expect(read(twice).grids.map(({ sheet, cells }) => [sheet, cells.length])).toEqual([["一'表", 2], ['核查结果', 2]]);
  const others = makeWorkbook({ sheets: [{ name: '核查结果', rows: [['别人的']] }] });
  const bytes = placed(placed(others));
  expect(read(bytes).grids.map(({ sheet }) => sheet)).toEqual(['核查结果', '核查结果 (2)']);
  expect(cellAt(bytes, '核查结果!A1')?.value).toBe('别人的');
});

test('a locked structure takes no new sheet, the edits are written all the same; our earlier sheet is written anew', () => {
  const locking = (bytes: Uint8Array): Uint8Array => zipSync({ ...unzipSync(bytes), 'xl/workbook.xml': strToU8(part(bytes, 'xl/workbook.xml').replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>')) });
  const locked = locking(book);
  expect(appendResultSheet(locked, SHEET)).toEqual({ ok: false, reason: expect.stringMatching(/结构受保护.*请.*。$/) as string });
  const result = applyPlan(locked, [edit("一'表!A1", { value: 5 })], { run: 'r', at: 't', resultSheet: SHEET });
  if (!result.ok) throw new Error(result.reason);
  expect(result.noSheet).toMatch(/结构受保护/);
  expect(read(result.bytes).grids.map(({ sheet }) => sheet)).toEqual(["一'表"]);
  expect(cellAt(result.bytes, "一'表!A1")?.value).toBe(5);
  expect(read(placed(locking(placed(book)), { ...SHEET, rows: [] })).grids.map(({ sheet, cells }) => [sheet, cells.length])).toEqual([["一'表", 2], ['核查结果', 2]]);
});

test('the same sheet again changes no byte', () => {
  const bytes = placed(book);
  expect(placed(bytes)).toBe(bytes);
});

test('goes with the last run that is taken back', () => {
  const bytes = apply(book, [edit("一'表!A1", { value: 9 })], { resultSheet: SHEET }).bytes;
  expect(read(bytes).grids).toHaveLength(2);
  const undone = takeBack(bytes).bytes;
  expect(contents(undone)).toEqual(contents(book));
  expect(partNames(undone).sort()).toEqual(partNames(book).sort());
  expect(part(undone, 'xl/workbook.xml')).toBe(part(book, 'xl/workbook.xml'));
});

describe('in front when the corrections are taken back', () => {
  const sheets = makeWorkbook({ sheets: [{ name: '表', rows: [[1]] }, { name: '选项', rows: [[1]] }] });
  const corrected = apply(sheets, [edit('表!A1', { value: 9 })], { resultSheet: SHEET }).bytes;
  const undone = (hidden: readonly string[]): string => {
    const xml = hidden.reduce((text, name) => text.replace(`name="${name}"`, `name="${name}" state="hidden"`), part(corrected, 'xl/workbook.xml'));
    const bytes = zipSync({ ...unzipSync(corrected), 'xl/workbook.xml': strToU8(xml.replace('<sheets>', '<bookViews><workbookView firstSheet="2" activeTab="2"/></bookViews><sheets>')) });
    return part(takeBack(bytes).bytes, 'xl/workbook.xml');
  };

  test('it gives way to the nearest sheet that can be seen', () => {
    expect(undone([])).toContain('<workbookView firstSheet="1" activeTab="1"/>');
    expect(undone(['选项'])).toContain('<workbookView firstSheet="0" activeTab="0"/>');
    expect(undone(['选项'])).not.toContain('核查结果');
  });

  test('it stays where it is the only sheet that can be seen: nothing would open such a file', () => {
    expect(undone(['表', '选项'])).toMatch(/name="核查结果"/);
  });
});

describe('what people have written on it', () => {
  const written = (bytes: Uint8Array, where: string): Uint8Array => apply(bytes, [edit(where, { value: '已与单位核对' })], { run: 'people' }).bytes;

  test.each(['核查结果!C2', '核查结果!B2', '核查结果!A9'])('in %s stays when the sheet is asked for again: a new one stands beside it', (where) => {
    const bytes = placed(written(placed(book), where));
    expect(read(bytes).grids.map(({ sheet }) => sheet)).toEqual(["一'表", '核查结果', '核查结果 (2)']);
    expect(cellAt(bytes, where)?.value).toBe('已与单位核对');
    expect(read(placed(bytes, { ...SHEET, rows: [] })).grids.map(({ cells }) => cells.length)).toEqual([2, where === '核查结果!B2' ? 4 : 5, 2]);
  });

  test('stays when the corrections are taken back', () => {
    const corrected = apply(book, [edit("一'表!A1", { value: 9 })], { resultSheet: SHEET }).bytes;
    const sheet = part(corrected, 'xl/worksheets/sheet2.xml').replace('</row></sheetData>', '<c r="C2" t="inlineStr"><is><t>已与单位核对</t></is></c></row></sheetData>');
    const bytes = takeBack(zipSync({ ...unzipSync(corrected), 'xl/worksheets/sheet2.xml': strToU8(sheet) })).bytes;
    expect([cellAt(bytes, "一'表!A1")?.value, cellAt(bytes, '核查结果!C2')?.value]).toEqual([1, '已与单位核对']);
    expect(part(bytes, 'xl/workbook.xml')).not.toContain('_biaoli_results');
  });

  test('is nothing where another program keeps no comments of names, as LibreOffice does', () => {
    const saved = (bytes: Uint8Array): Uint8Array => zipSync({ ...unzipSync(bytes), 'xl/workbook.xml': strToU8(part(bytes, 'xl/workbook.xml').replace(/ comment="[^"]*"/g, '').replaceAll(' hidden="1"', ' hidden="false"')) });
    const corrected = apply(book, [edit("一'表!A1", { value: 9 })], { resultSheet: SHEET }).bytes;
    expect(part(takeBack(saved(corrected)).bytes, 'xl/workbook.xml')).toBe(part(book, 'xl/workbook.xml'));
    expect(read(placed(saved(corrected), { ...SHEET, rows: [] })).grids.map(({ sheet, cells }) => [sheet, cells.length])).toEqual([["一'表", 2], ['核查结果', 2]]);
    expect(read(placed(saved(written(corrected, '核查结果!C2')))).grids.map(({ sheet }) => sheet)).toEqual(["一'表", '核查结果', '核查结果 (2)']);
  });

  test('is nothing where another program has only stored its texts elsewhere', () => {
    const bytes = placed(book);
    const inline = part(bytes, 'xl/worksheets/sheet2.xml');
    const texts: string[] = [];
    const shared = inline.replace(/t="inlineStr"><is><t[^>]*>([^<]*)<\/t><\/is>/g, (_, text: string) => `t="s"><v>${texts.push(text) - 1}</v>`);
    const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
    const saved = zipSync({ ...unzipSync(bytes), 'xl/worksheets/sheet2.xml': strToU8(shared), 'xl/sharedStrings.xml': strToU8(strings) });
    expect(read(placed(saved, { ...SHEET, rows: [] })).grids.map(({ sheet, cells }) => [sheet, cells.length])).toEqual([["一'表", 2], ['核查结果', 2]]);
  });
});
