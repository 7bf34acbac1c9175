// The evaluator against what Excel gives; every expectation is written by hand.
import { isError } from '../../model/grid';
import type { CellValue } from '../../model/grid';
import { evaluateFormula } from './formula-evaluate';
import type { Surroundings } from './formula-evaluate';
import { OutOfScope } from './formula-values';

const SHEETS: Record<string, readonly (readonly CellValue[])[]> = {
  s: [
    [1, 2, 3, '4', null],
    ['甲', true, '', { error: '#N/A' }, 0.1],
    [10, 20, 30, '12次', '98.25%'],
  ],
  "it's 表": [[7, 8]],
};
const NAMES: Record<string, string> = { 三数: 's!$A$1:$C$1', 一数: "'it''s 表'!$B$1", 税率: '0.13', 别名: '三数', 相对: 's!A1', 圈: '圈', 算式: 's!$A$1*2' };

const cells: Surroundings = {
  value(sheet, row, column) {
    const rows = SHEETS[sheet];
    if (!rows) throw new OutOfScope();
    return rows[row - 1]?.[column - 1] ?? null;
  },
  *filled(sheet, { top, left, bottom, right }) {
    for (const [r, row] of (SHEETS[sheet] ?? []).entries()) {
      for (const [c, value] of row.entries()) if (value !== null && r + 1 >= top && r + 1 <= bottom && c + 1 >= left && c + 1 <= right) yield { row: r + 1, column: c + 1, value };
    }
  },
  // The third row is hidden.
  whole: (_sheet, { bottom }) => bottom < 3,
  name: (name) => NAMES[name] ?? null,
};

function value(formula: string): unknown {
  const result = evaluateFormula(formula, 's', cells);
  return result !== null && isError(result) ? result.error : result;
}

test.each<[string, unknown]>([
  ['1+2*3', 7], ['(1+2)*3', 9], ['2^3^2', 64], ['-2^2', 4], ['2^-1', 0.5], ['50%', 0.5], ['-5%', -0.05], ['200%%', 0.02], ['10-4-3', 3], ['8/4/2', 1], ['--"3"', 3], ['1E3+.5', 1000.5], ['1&2', '12'], ['"a""b"', 'a"b'],
  ['"共"&1/3&"分"', '共0.333333333333333分'], ['TRUE&""', 'TRUE'], ['1<2', true], ['1+1=2', true], ['"a"="A"', true], ['1<"a"', true], ['"z"<TRUE', true], ['0.1+0.2=0.3', true], ['A1<>B1', true], ['E1=0', true], ['E1=""', true],
])('%s is %p by Excel\'s precedence and comparisons', (formula, expected) => {
  expect(value(formula)).toBe(expected);
});

test.each<[string, unknown]>([
  ['A1+B1', 3], ['$A$3+s!B3', 30], ["'it''s 表'!A1+1", 8], ['a1', 1], ['E1', 0], ['D1+1', 5], ['B2+1', 2], ['E3*100', 98.25], ['"1,234.5"+0', 1234.5], ['A2+1', '#VALUE!'], ['D3*1', '#VALUE!'], ['C2+1', '#VALUE!'], ['D2+1', '#N/A'],
  ['1/0', '#DIV/0!'], ['0^0', '#NUM!'], ['(-8)^0.5', '#NUM!'], ['1E308*10', '#NUM!'], ['#REF!+1', '#REF!'], ['D2&"x"', '#N/A'], ['三数', null], ['一数*2', 16], ['税率*100', 13], ['SUM(别名)', 6], ['1-0.9-0.1', 0], ['(0.1+0.2-0.3)*1', 0.1 + 0.2 - 0.3],
])('%s is %p from cells, texts and errors', (formula, expected) => {
  expect(value(formula)).toEqual(expected);
});

test.each<[string, unknown]>([
  ['SUM(A1:C1)', 6], ['SUM(A1:D1)', 6], ['SUM(A1:C1,"4",TRUE)', 11], ['SUM(A1:D2)', '#N/A'], ['SUM(A:A)', 11], ['SUM(1:1)', 6], ['SUM(A1,"x")', '#VALUE!'], ['SUM(三数)*2', 12], ['SUM(E1)', 0],
  ['ROUND(2.675,2)', 2.68], ['ROUND(-2.5,0)', -3], ['ROUND(1234.5,-2)', 1200], ['ROUND(1.005,2)', 1.01], ['ROUND(0.5,0)', 1], ['ROUND(5,3)', 5], ['ROUNDUP(2.001,2)', 2.01], ['ROUNDUP(0.1*3,1)', 0.3], ['ROUNDUP(-1.1,0)', -2], ['ROUNDDOWN(-2.79,1)', -2.7], ['ROUNDDOWN(0.7*100,0)', 70], ['ROUND(1E-20,2)', 0],
  ['MIN(A1:C1)', 1], ['MAX(A1:C1,9)', 9], ['MIN(10,10*A1/B1)', 5], ['MAX(E1:E1)', 0], ['AVERAGE(A3:C3)', 20], ['AVERAGE(A2)', '#DIV/0!'], ['PRODUCT(A1:C1)', 6], ['COUNT(A1:E2)', 4], ['COUNT(1,"2","x",TRUE)', 3], ['COUNT(1,,2)', 3], ['COUNTA(A1:E2)', 9],
  ['ABS(-3)', 3], ['INT(-1.5)', -2], ['MOD(-3,2)', 1], ['MOD(7,-3)', -2], ['MOD(1,0)', '#DIV/0!'], ['IF(A1>0,"有","无")', '有'], ['IF(A1>5,1)', false], ['IF(A1>5,1,)', 0], ['IF(TRUE,1,1/0)', 1], ['IF(D2,1,2)', '#N/A'], ['IF("x",1,2)', '#VALUE!'],
  ['IFERROR(1/0,"—")', '—'], ['IFERROR(D2,0)', 0], ['IFERROR(E1,5)', 0], ['AND(A1,B1>1)', true], ['OR(FALSE,A1=2)', false], ['AND(A2)', '#VALUE!'], ['NOT(A1)', false], ['SUMPRODUCT(A1:C1,A3:C3)', 140], ['SUMPRODUCT(A1:D1,A3:D3)', 140], ['SUMPRODUCT(A1:B1,A3:C3)', '#VALUE!'], ['SUM(IF(A1=1,A1:B1,A3:B3))', 3],
  ['VLOOKUP(10,A1:C3,3,FALSE)', 30], ['VLOOKUP("甲",A1:C3,2,0)', true], ['VLOOKUP("乙",A1:C3,2,0)', '#N/A'], ['VLOOKUP(10,A1:C3,4,FALSE)', '#REF!'], ['VLOOKUP("10",A1:C3,2,FALSE)', '#N/A'],
  ['SUBTOTAL(9,A1:C1)', 6], ['SUBTOTAL(109,A1:C1,B1)', 8], ['SUBTOTAL(1,A1:C1)', 2], ['SUBTOTAL(4,A1:C1)', 3], ['SUBTOTAL(9,A1:D2)', '#N/A'],
  ['SUMIF(A1:C1,">1")', 5], ['SUMIF(A1:C1,2,A3:C3)', 20], ['SUMIF(A1:A2,"甲",B2:B3)', 20], ['SUMIF(A1:C1,">="&B1,A3:C3)', 50], ['SUMIF(A1:D1,">0",A2:D2)', 0], ['COUNTIF(A1:C3,">=10")', 3], ['COUNTIF(A1:E3,"甲")', 1], ['SUMIF(A1:C1,">9")', 0],
  ['SUMIFS(A3:C3,A1:C1,">1")', 50], ['SUMIFS(A3:C3,A1:C1,">1",A3:C3,"<30")', 20], ['SUMIFS(B2:B3,A2:A3,"甲")', 0], ['SUMIFS(A2:D2,A1:D1,">0",A1:D1,"<9")', 0], ['COUNTIFS(A1:C1,">1",A3:C3,"<=30")', 2], ['COUNTIFS(A2:A3,"甲")', 1],
  ['_xlfn.IFS(A1>1,"优",TRUE,"良")', '良'], ['_xlfn.IFS(A1=1,A3,1/0,2)', 10], ['_xlfn.IFS(D2,1)', '#N/A'], ['_xlfn.IFS(A1>1,1)', '#N/A'],
  ['ROUND(IF(C1>=B1,MIN(1,C1/B1),0)*10,2)', 10],
  ['IF(ISERROR(A1/E1),0,A1/E1)', 0], ['IF(ISERROR(A1/B1),0,A1/B1)', 0.5], ['ISERR(D2)', false], ['ISNA(D2)', true], ['ISERR(1/0)', true], ['ISNUMBER(A1)', true], ['ISNUMBER(D1)', false], ['ISTEXT(D1)', true], ['ISTEXT(E1)', false], ['ISBLANK(E1)', true], ['ISBLANK(C2)', false], ['ISBLANK("")', false],
  ['TRUNC(-2.79)', -2], ['TRUNC(2.789,2)', 2.78], ['TRUNC(0.7*100)', 70], ['TRUNC(1234,-2)', 1200],
])('%s is %p', (formula, expected) => {
  expect(value(formula)).toBe(expected);
});

test.each([
  'SUBTOTAL(9,A1:C3)', 'SUBTOTAL(7,A1:C1)', 'SUBTOTAL(9,5)', 'SUMIF(A1:D1,4)', 'SUMIF(A1:C1,"<>1")', 'SUMIF(A1:C1,"")', 'SUMIF(A1:A3,"*甲")', 'SUMIF(A1:C1,">1",A3:B3)', 'COUNTIF(A1:E3,E1)', 'SUMIFS(A3:C3,A1:C1)', 'SUMIFS(A3:C3)', 'SUMIFS(A3:B3,A1:C1,1)', 'COUNTIFS(A1:C1,1,A3:B3,1)', 'IFS(A1>1,1)', '_xlfn.IFS(A1>1)',
  'VLOOKUP(A1,A1:B3,2)', 'VLOOKUP("甲*",A1:B3,2,0)', 'LOOKUP(1,A1:B1)', 'TODAY()', 'NOW()-1', 'INDIRECT("A1")', 'A1:B1', 'A1:B1*2', 'SUMPRODUCT((A1:C1>1)*A3:C3)', '{1,2}', 'SUM({1,2})', 'SUM((A1,B1))', 'A1:C1 B1', '[1]s!A1', 's:t!A1', '表1[金额]', '@A1', 'A1#', '无名', '相对', '圈', '算式', '无表!A1', 'ROUND(1.5)',
  '"2022-1-1"+1', '"3/4"+0', '"１２"+0', '"¥5"*1', '"a"<"b"', '1E20&""', 'INT(4.35*100)', 'TRUNC(0.29*100)', 'ISERROR(A1:B1)', 'ISNUMBER()', '1+', '(1', 'SUM(1', '"a', '', '1 2', 'A1B1', `${'('.repeat(100)}1${')'.repeat(100)}`, `1${'+1'.repeat(5000)}`,
])('%s is left to the spreadsheet', (formula) => {
  expect(evaluateFormula(formula, 's', cells)).toBeNull();
});
