import { formatRange } from '../../model/address';
import type { PlanCell, PlanStyle, SheetPlan } from '../../model/sheet-plan';
import { withResults } from './plan-results';
import { planBytes } from './plan-workbook';
import { readPackage } from './read';
import { openZip } from './zip';

const STYLE: PlanStyle = {
  font: { name: '宋体', size: 10, bold: true, colour: 'FF0000' }, fill: 'FFFDE7', horizontal: 'center', vertical: 'center', wrap: true,
  lines: { top: 'thin', right: 'none', bottom: 'medium', left: 'thin' }, numberFormat: '0.00%', locked: false,
};
const area = { top: 1, left: 1, bottom: 2, right: 2 };

function cell(row: number, column: number, value: PlanCell['value'], formula: string | null = null): PlanCell {
  return { row, column, value, formula, style: STYLE };
}

const PLAN: SheetPlan = {
  name: "甲 'A' & <B>", columnWidths: [60, 80], rowHeights: { 1: 30, 4: 12 }, merges: [area], gridLines: false, frozenRows: 1,
  cells: [cell(1, 1, '=1+1 <不是公式> _x000A_'), cell(1, 2, null), cell(2, 1, null), cell(2, 2, null), cell(3, 1, 0.5), cell(3, 2, null, 'A3*2'), cell(4, 1, true), cell(4, 2, '', 'IF(A3>1,1,"")')],
  validations: [
    { areas: [area], condition: { kind: 'list', words: ['≥', '='] }, strictness: 'stop', refusal: { title: '性质', text: '请选。' }, hint: { title: '性质', text: '"选"一个' } },
    { areas: [area], condition: { kind: 'decimal', least: 0, most: null }, strictness: 'warning', refusal: { title: '数', text: '不小于 0' }, hint: null },
    { areas: [area], condition: null, strictness: 'information', refusal: null, hint: { title: '提示', text: '随便填' } },
    { areas: [area], condition: { kind: 'custom', formula: 'A1<>""' }, strictness: 'information', refusal: null, hint: null },
  ],
  highlights: [{ areas: [area], formula: 'A3<>1', fill: 'FCE4D6', colour: null }],
  protection: { columnWidths: true, rowHeights: true, insertRows: true, deleteRows: false },
  print: { paper: 'A4', orientation: 'landscape', pagesWide: 1, pagesTall: null, centred: true, margins: { top: 36, right: 36, bottom: 36, left: 36, header: 18, footer: 18 }, repeatedRows: { first: 1, last: 2 }, area: { top: 1, left: 1, bottom: 4, right: 2 }, footer: '&C第 &P 页' },
};

function part(name: string): string {
  const zip = openZip(planBytes([PLAN]));
  if (!zip.ok) throw new Error('no zip');
  return new TextDecoder().decode(zip.archive.read(name) ?? new Uint8Array());
}

/** CT_Worksheet of ECMA-376: a sequence, so that any other order makes the file damaged. */
const ORDER = ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter'];

test('the elements of the sheet stand in the order of the standard', () => {
  const xml = part('xl/worksheets/sheet1.xml');
  const found = ORDER.map((name) => xml.search(new RegExp(`<${name}[ />]`)));
  const present = found.filter((at) => at >= 0);
  expect(present).toHaveLength(14);
  expect(present).toEqual([...present].sort((a, b) => a - b));
});

test('what is read back is what was planned: texts stay texts, formulas formulas, looks looks', () => {
  const reading = readPackage(planBytes([PLAN]));
  if (!reading.ok) throw new Error(reading.reason);
  const [grid] = reading.snapshot.grids;
  expect(grid?.sheet).toBe(PLAN.name);
  expect(grid?.merges.map(formatRange)).toEqual(['A1:B2']);
  expect(grid?.protected).toBe(true);
  expect(grid?.cells.filter((one) => one.value !== null || one.formula !== null).map(({ row, column, value, formula }) => [row, column, value, formula])).toEqual([
    [1, 1, '=1+1 <不是公式> _x000A_', null], [3, 1, 0.5, null], [3, 2, null, 'A3*2'], [4, 1, true, null], [4, 2, '', 'IF(A3>1,1,"")'],
  ]);
  expect(grid?.cells[0]?.style).toEqual({ numberFormat: '0.00%', locked: false, fill: 'FFFDE7' });
});

test('protection allows what the plan allows, without a password', () => {
  expect(part('xl/worksheets/sheet1.xml')).toContain('<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" insertRows="0"/>');
});

test('validations refuse, warn or only tell', () => {
  const xml = part('xl/worksheets/sheet1.xml');
  expect(xml).toContain('<dataValidations count="4">');
  expect(xml).toContain('<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="性质" error="请选。" promptTitle="性质" prompt="&quot;选&quot;一个" sqref="A1:B2"><formula1>&quot;≥,=&quot;</formula1></dataValidation>');
  expect(xml).toContain('<dataValidation type="decimal" operator="greaterThanOrEqual" errorStyle="warning"');
  expect(xml).toContain('<dataValidation allowBlank="1" showInputMessage="1" promptTitle="提示" prompt="随便填" sqref="A1:B2"/>');
});

test('print area and repeated rows are names of the sheet', () => {
  const xml = part('xl/workbook.xml');
  expect(xml).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'甲 ''A'' &amp; &lt;B&gt;'!$A$1:$B$4</definedName>`);
  expect(xml).toContain(`'!$1:$2</definedName>`);
});

test('the same plan gives the same bytes', () => {
  expect(Buffer.from(planBytes([PLAN])).equals(Buffer.from(planBytes([PLAN])))).toBe(true);
});

test('formulas are calculated, a circle and an unknown function are left to the spreadsheet', () => {
  const plan = { ...PLAN, cells: [...PLAN.cells, cell(5, 1, null, 'B5+1'), cell(5, 2, null, 'A5+1'), cell(6, 1, null, 'XIRR(A1:A2)'), cell(6, 2, null, '1/0')] };
  expect(withResults(plan).cells.filter(({ formula }) => formula !== null).map(({ value }) => value)).toEqual([1, '', null, null, null, null]);
});
