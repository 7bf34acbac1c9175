// What a page sees of a workbook: everything that a grid can show, and by name what it cannot.
import fc from 'fast-check';
import { makeParts, makeWorkbook, zipParts } from '../../../test/make-workbook';
import type { MadeValue } from '../../../test/make-workbook';
import { read } from '../../../test/package/edits';
import { richWorkbook } from '../../../test/package/rich-parts';
import { a1, intersects } from '../../model/address';
import type { CellPicture, SheetPicture, StylePicture, WorkbookPicture } from '../grid/picture';
import { pictureOfSnapshot, readPicture } from './picture';
import type { PictureOptions } from './picture';
import { separateMerges } from './picture-sizes';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function pictureOf(bytes: Uint8Array, options: PictureOptions = {}): WorkbookPicture {
  const reading = readPicture(bytes, options);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.picture;
}

/** A workbook of one sheet whose XML is given whole. */
function sheetOf(xml: string, parts: Record<string, string | null> = {}): Uint8Array {
  return makeWorkbook({ sheets: [{ name: 's', rows: [['文本']] }], parts: { 'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}>${xml}</worksheet>`, ...parts } });
}

function only(picture: WorkbookPicture): SheetPicture {
  const [sheet] = picture.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function at(sheet: SheetPicture, ref: string): CellPicture | undefined {
  return sheet.cells.find(({ row, column }) => a1(row, column) === ref);
}

const refs = (sheet: SheetPicture): string[] => sheet.cells.map(({ row, column }) => a1(row, column));

describe('cells', () => {
  test('hold values, formulas and notes as the check sees them', () => {
    const picture = pictureOf(richWorkbook());
    const snapshot = read(richWorkbook());
    for (const [i, grid] of snapshot.grids.entries()) {
      const shown = picture.sheets[i]?.cells.filter(({ value, formula, note }) => value !== null || formula !== null || note !== null);
      expect(shown?.map(({ row, column, value, formula, note }) => ({ row, column, value, formula, note }))).toEqual(grid.cells.map(({ row, column, value, formula, note }) => ({ row, column, value, formula, note })));
    }
  });

  test('of a shared formula have it as their own', () => {
    const sheet = only(pictureOf(sheetOf('<sheetData><row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row></sheetData>')));
    expect(sheet.cells.map(({ formula }) => formula)).toEqual(['A1*$C$1', 'A2*$C$1']);
  });

  test('of an array or data table show their results, and the sheet says why', () => {
    const sheet = only(pictureOf(sheetOf('<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1">SUM(B1:B2*2)</f><v>6</v></c></row>'
      + '<row r="2"><c r="A2"><v>4</v></c><c r="D2"><f t="dataTable" ref="D2:D2" dt2D="1" r1="B1" r2="B2"/><v>9</v></c></row></sheetData>')));
    expect(sheet.cells.map(({ value, formula }) => [value, formula])).toEqual([[2, null], [6, 'SUM(B1:B2*2)'], [4, null], [9, null]]);
    expect(sheet.kept).toEqual(['数组公式', '模拟运算表']);
  });

  test('that name another workbook or a picture in a cell show their results; prefixes of young functions are not shown', () => {
    const sheet = only(pictureOf(sheetOf('<sheetData><row r="1"><c r="A1"><f>[1]表!A1</f><v>7</v></c><c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>图</v></c>'
      + '<c r="C1"><f>_xlfn.IFS(A1&gt;1,"_xlfn.x",TRUE,表1[2022])</f><v>1</v></c></row></sheetData>')));
    expect(sheet.cells.map(({ value, formula }) => [value, formula])).toEqual([[7, null], ['图', null], [1, 'IFS(A1>1,"_xlfn.x",TRUE,表1[2022])']]);
    expect(sheet.kept).toEqual(['单元格图片', '外部链接']);
  });

  test('without content are there when they have a look of their own', () => {
    const sheet = only(pictureOf(makeWorkbook({ sheets: [{ name: 's', rows: [[{ v: null, fill: 'FFFF00' }, { v: null, locked: true }, { v: null, locked: false }, 1]] }] })));
    expect(refs(sheet)).toEqual(['A1', 'C1', 'D1']);
  });

  test('stand in row-major order, notes on cells that the file leaves out among them', () => {
    const parts = makeParts({ sheets: [{ name: 's', rows: [[1], [{ v: 2, note: '说明' }]] }] });
    const moved = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(/<sheetData>.*<\/sheetData>/, '<sheetData><row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');
    const sheet = only(pictureOf(zipParts({ ...parts, 'xl/worksheets/sheet1.xml': moved })));
    expect(sheet.cells.map(({ row, note }) => [row, note])).toEqual([[1, null], [2, '说明'], [3, null]]);
  });

  test('agree with the check for any content', () => {
    const value: fc.Arbitrary<MadeValue> = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), fc.record({ f: fc.constantFrom('A1+1', '"x"&A1'), v: fc.integer() }));
    fc.assert(fc.property(fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 4 }), (rows) => {
      const bytes = makeWorkbook({ sheets: [{ name: 's', rows }] });
      const shown = only(pictureOf(bytes)).cells.map(({ row, column, value: is, formula }) => [row, column, is, formula]);
      expect(shown).toEqual(read(bytes).grids[0]?.cells.map(({ row, column, value: is, formula }) => [row, column, is, formula]));
    }), { numRuns: 60 });
  });
});

describe('looks', () => {
  const STYLES = `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0&quot;分&quot;"/></numFmts>`
    + '<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><i val="0"/><u val="double"/><strike/><sz val="14"/><color theme="4"/><name val="黑体"/></font></fonts>'
    + '<fills count="4"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>'
    + '<borders count="2"><border/><border><start style="thin"><color indexed="64"/></start><right style="mediumDashDot"><color rgb="FFFF0000"/></right><top style="double"/><bottom/></border></borders>'
    + '<cellXfs count="4"><xf/><xf numFmtId="170" fontId="1" fillId="2" borderId="1"><alignment horizontal="centerContinuous" vertical="center" wrapText="1" textRotation="135"/><protection locked="0"/></xf>'
    + '<xf fillId="3"><alignment textRotation="255"/></xf><xf numFmtId="14" fontId="0" fillId="3"><alignment textRotation="255"/></xf></cellXfs></styleSheet>';
  const picture = pictureOf(sheetOf('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"/><c r="D1" s="3"/><c r="E1" s="2"/></row></sheetData>', { 'xl/styles.xml': STYLES }));
  const style = (ref: string): StylePicture | undefined => picture.styles[at(only(picture), ref)?.style ?? -1];

  test('stand once each, the default first', () => {
    expect(picture.styles).toHaveLength(4);
    expect(picture.styles[0]).toMatchObject({ numberFormat: 'General', fill: null, locked: true, font: { name: '等线', size: 11 }, horizontal: 'general', vertical: 'bottom', rotation: 0 });
    expect(at(only(picture), 'C1')?.style).toBe(at(only(picture), 'E1')?.style);
  });

  test('have fonts, borders, alignment, rotation and number formats', () => {
    expect(style('B1')).toEqual({
      numberFormat: '0.0"分"', fill: 'DCE6F2', locked: false,
      font: { name: '黑体', size: 14, bold: true, italic: false, underline: true, strike: true, colour: '4F81BD' },
      horizontal: 'center', vertical: 'center', wrap: true, rotation: -45,
      borders: { left: { line: 'thin', colour: '000000' }, right: { line: 'dashed', colour: 'FF0000' }, top: { line: 'double', colour: '000000' }, bottom: null },
    });
    expect(style('C1')).toMatchObject({ fill: 'FFFF00', rotation: 'stacked' });
    expect(style('D1')?.numberFormat).toBe('yyyy/m/d');
  });

  test('known before keep their places', () => {
    const known = [picture.styles[0], picture.styles[2], picture.styles[1]].flatMap((one) => one ?? []);
    const again = pictureOf(sheetOf('<sheetData><row r="1"><c r="A1" s="1"/><c r="B1" s="2"/><c r="C1" s="3"/></row></sheetData>', { 'xl/styles.xml': STYLES }), { styles: known });
    expect(only(again).cells.map((cell) => cell.style)).toEqual([2, 1, 3]);
    expect(again.styles.slice(0, 3)).toEqual(known);
  });
});

describe('sizes and panes', () => {
  const sheet = only(pictureOf(sheetOf('<sheetViews><sheetView showGridLines="0" topLeftCell="A3"><pane xSplit="2" ySplit="4" state="frozen"/></sheetView><sheetView><pane ySplit="9" state="frozen"/></sheetView></sheetViews>'
    + '<sheetFormatPr defaultRowHeight="13.5" baseColWidth="10"/><cols><col min="1" max="2" width="9.140625"/><col min="3" max="3" width="9.140625"/><col min="4" max="4" width="0"/><col min="6" max="16384" width="30" hidden="1"/></cols>'
    + '<sheetData><row r="1" ht="27"/><row r="2" ht="27"/><row r="3" hidden="1"/><row r="5" ht="0"/><row r="6"/></sheetData>')));

  test('are told in pixels, in runs', () => {
    expect(sheet.columns).toEqual([{ first: 1, last: 3, size: 64, hidden: false }, { first: 4, last: 4, size: null, hidden: true }, { first: 6, last: 16384, size: 210, hidden: true }]);
    expect(sheet.rows).toEqual([{ first: 1, last: 2, size: 36, hidden: false }, { first: 3, last: 3, size: null, hidden: true }, { first: 5, last: 5, size: null, hidden: true }]);
    expect([sheet.defaultRowHeight, sheet.defaultColumnWidth]).toEqual([18, 80]);
  });

  test('keep rows in reach that a scrolled window leaves above its frozen part', () => {
    expect(sheet.frozen).toEqual({ rows: 6, columns: 2 });
    expect(sheet.gridlines).toBe(false);
  });

  test('with all other rows hidden', () => {
    const hidden = only(pictureOf(sheetOf('<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData><row r="2"><c r="A2"><v>1</v></c></row></sheetData>')));
    expect(hidden.rows).toEqual([{ first: 1, last: 1, size: null, hidden: true }, { first: 3, last: 1_048_576, size: null, hidden: true }]);
  });

  test('of merges the first counts where two overlap', () => {
    const merged = only(pictureOf(makeWorkbook({ sheets: [{ name: 's', merges: ['A1:B2', 'B2:C3', 'C1:C1', 'C4:D4'], rows: [[1]] }] })));
    expect(merged.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }, { top: 4, left: 3, bottom: 4, right: 4 }]);
  });

  test('of any merges none is left that overlaps one before, and no other is missing', () => {
    const row = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(1_500, 1_048_576));
    const merge = fc.record({ a: row, b: row, c: fc.integer({ min: 1, max: 6 }), d: fc.integer({ min: 1, max: 6 }) })
      .map(({ a, b, c, d }) => ({ top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) }));
    fc.assert(fc.property(fc.array(merge, { maxLength: 12 }), (merges) => {
      const expected: typeof merges = [];
      for (const one of merges) if ((one.top < one.bottom || one.left < one.right) && !expected.some((other) => intersects(other, one))) expected.push(one);
      expect(separateMerges(merges, 1_048_576)).toEqual(expected);
    }));
  });
});

describe('a sheet too large for a page', () => {
  const rows = Array.from({ length: 40 }, (_, r) => [r, `第${r}行`, { v: null, fill: 'FFFF00' }]);
  const bytes = makeWorkbook({ sheets: [{ name: '大', merges: ['A2:A3', 'A20:B20'], rows }, { name: '小', rows: [[1]] }] });

  test('ends with its last whole row; what stands behind the cells is still read', () => {
    const picture = pictureOf(bytes, { cellsPerSheet: 10 });
    expect(picture.sheets.map(({ cutAt, cells }) => [cutAt, cells.length])).toEqual([[3, 9], [null, 1]]);
    expect(only(picture).merges).toEqual([{ top: 2, left: 1, bottom: 3, right: 1 }]);
  });

  test('is whole when it just fits', () => {
    expect(only(pictureOf(bytes, { cellsPerSheet: 120 })).cutAt).toBeNull();
    expect(only(pictureOf(bytes, { cellsPerSheet: 119 })).cutAt).toBe(39);
    expect(only(pictureOf(bytes, { cellsPerSheet: 1 }))).toMatchObject({ cutAt: 0, cells: [] });
  });
});

describe('what a grid does not show', () => {
  test('is told sheet by sheet, each noun once', () => {
    expect(pictureOf(richWorkbook()).sheets.map(({ kept }) => kept)).toEqual([['条件格式', '数据验证'], ['表格样式'], ['会话批注']]);
  });

  test('is found inside drawings, extensions and relationships', () => {
    const parts = makeParts({ sheets: [{ name: 's', rows: [[1]] }] });
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = zipParts({
      ...parts,
      'xl/worksheets/sheet1.xml': (parts['xl/worksheets/sheet1.xml'] ?? '').replace('</worksheet>', '<autoFilter ref="A1:B2"/><extLst><ext><x14:conditionalFormattings xmlns:x14="u"/><x14:sparklineGroups xmlns:x14="u"><x14:sparklineGroup/></x14:sparklineGroups></ext></extLst></worksheet>'),
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="b" Type="${office}/pivotTable" Target="../p.xml"/><Relationship Id="c" Type="${office}/drawing" Target="../missing.xml"/></Relationships>`,
      'xl/drawings/drawing1.xml': '<x:wsDr xmlns:x="d" xmlns:mc="m"><x:graphicFrame><x:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></x:graphicFrame><x:pic/><x:pic/><x:sp><x:nvSpPr><x:cNvSpPr txBox="1"/></x:nvSpPr></x:sp>'
        + '<mc:AlternateContent><mc:Choice><x:graphicData uri="http://schemas.microsoft.com/office/drawing/2010/slicer"/></mc:Choice><mc:Fallback><x:sp/></mc:Fallback></mc:AlternateContent></x:wsDr>',
    });
    expect(only(pictureOf(bytes)).kept).toEqual(['图表', '图片', '文本框', '数据透视表', '切片器', '筛选', '条件格式', '迷你图']);
  });

  test('is also the way that old Macs count days', () => {
    expect(only(pictureOf(makeWorkbook({ date1904: true, sheets: [{ name: 's', rows: [[1]] }] }))).kept).toEqual(['1904 日期系统']);
  });

  test('does not keep a sheet from being shown when it is damaged', () => {
    const parts = richWorkbook();
    const broken = only(pictureOf(parts)).cells.length;
    expect(broken).toBeGreaterThan(0);
    const bytes = makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }], parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/drawing" Target="d.xml"/></Relationships>', 'xl/worksheets/d.xml': '<a><b>',
    } });
    expect(only(pictureOf(bytes))).toMatchObject({ kept: ['形状'], cells: [{ value: 1 }] });
  });
});

describe('workbooks', () => {
  test('open at their active tab, or at the first that can be seen', () => {
    const book = (view: string) => {
      const parts = makeParts({ sheets: [{ name: '藏', hidden: 'hidden', rows: [[1]] }, { name: '甲', rows: [[1]] }, { name: '乙', protected: true, rows: [[1]] }] });
      return zipParts({ ...parts, 'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace('<sheets>', `${view}<sheets>`) });
    };
    expect(pictureOf(book('<bookViews><workbookView activeTab="2"/></bookViews>')).active).toBe(2);
    expect(pictureOf(book('<bookViews><workbookView activeTab="0"/></bookViews>')).active).toBe(1);
    expect(pictureOf(book('')).sheets.map((sheet) => [sheet.visibility, sheet.protected])).toEqual([['hidden', false], ['visible', false], ['visible', true]]);
  });

  test('without styles, strings or a sheet\'s part are shown as far as they go', () => {
    const bytes = makeWorkbook({ sheets: [{ name: '缺', rows: [['x']] }, { name: '在', inline: true, rows: [['文字', { v: 1, fill: 'FF0000' }]] }], parts: { 'xl/styles.xml': null, 'xl/sharedStrings.xml': null, 'xl/worksheets/sheet1.xml': null } });
    const picture = pictureOf(bytes);
    expect(picture.sheets.map(({ name }) => name)).toEqual(['在']);
    expect(only(picture).cells.map(({ value, style }) => [value, style])).toEqual([['文字', 0], [1, 0]]);
    expect(picture.styles).toHaveLength(1);
  });

  test('with prefixed names are the same', () => {
    const bytes = sheetOf('', { 'xl/worksheets/sheet1.xml': '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="1" max="1" width="20"/></x:cols><x:sheetData><x:row r="1" ht="30"><x:c r="A1"><x:v>5</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>6</x:v></x:c></x:row></x:sheetData><x:sheetProtection sheet="1"/></x:worksheet>' });
    expect(only(pictureOf(bytes))).toMatchObject({ cells: [{ value: 5 }, { value: 6 }], columns: [{ size: 140 }], rows: [{ first: 1, size: 40 }], protected: true });
    expect(only(pictureOf(bytes, { cellsPerSheet: 1 }))).toMatchObject({ cells: [{ value: 5 }], cutAt: 1, protected: true });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from('Workbook', (c) => [c.charCodeAt(0), 0]).flat()])],
    ['text', new TextEncoder().encode('a,b')],
    ['broken XML', sheetOf('<sheetData><row>')],
    ['an entity', makeWorkbook({ sheets: [{ name: 's', rows: [[1]] }], parts: { 'xl/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><styleSheet/>' } })],
    ['a package without a workbook', zipParts({ 'a.txt': 'x' })],
  ])('that are %s are answered with a sentence', (_, bytes) => {
    expect(readPicture(bytes)).toEqual({ ok: false, reason: expect.stringMatching(/。$/) as string });
  });
});

test('a snapshot gives a picture in plain type', () => {
  const bytes = makeWorkbook({ sheets: [{ name: '旧', merges: ['A1:B1', 'B1:C1'], hiddenRows: [2, 3], hiddenColumns: [2], rows: [[{ v: 1, fill: 'FF0000', numberFormat: '0.00' }, 'x'], [2], [{ f: 'A1*2', v: 2, note: '注' }]] }] });
  const picture = pictureOfSnapshot(read(bytes));
  expect(only(picture)).toMatchObject({
    cells: [{ value: 1, style: 1 }, { value: 'x', style: 0 }, { value: 2 }, { formula: 'A1*2', note: '注' }],
    merges: [{ left: 1, right: 2 }], rows: [{ first: 2, last: 3, hidden: true }], columns: [{ first: 2, last: 2, hidden: true }], cutAt: null, kept: [],
  });
  expect(picture.styles[1]).toMatchObject({ fill: 'FF0000', numberFormat: '0.00' });
  expect(only(pictureOfSnapshot(read(bytes), 3))).toMatchObject({ cutAt: 2, cells: [{}, {}, {}] });
});
