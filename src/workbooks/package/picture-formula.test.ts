// Prefixes come and go with functions, never with texts, sheets or tables of the same name.
import fc from 'fast-check';
import { namesOtherBook, storedFormula, typedFormula } from './picture-formula';

test.each([
  ['=IFS(A1>1,2)', '_xlfn.IFS(A1>1,2)'],
  ['xlookup(1,A:A,B:B)+SUM(IFNA(C1,0))', '_xlfn.XLOOKUP(1,A:A,B:B)+SUM(_xlfn.IFNA(C1,0))'],
  ['SORT(FILTER(A1:A9,B1:B9))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9))'],
  ['_xlfn.CONCAT(A1)', '_xlfn.CONCAT(A1)'],
  ['"IFS("&\'IFS(\'!A1&SUMIFS(A:A,B:B,1)&IFS', '"IFS("&\'IFS(\'!A1&SUMIFS(A:A,B:B,1)&IFS'],
  ['STDEV(A1)+STDEV.S(A1)+甲IFS(1)', 'STDEV(A1)+_xlfn.STDEV.S(A1)+甲IFS(1)'],
])('%s is stored as %s', (typed, stored) => {
  expect(storedFormula(typed)).toBe(stored);
  expect(typedFormula(stored)).not.toMatch(/_xl/);
});

test('what is shown is stored again as it was', () => {
  const piece = fc.constantFrom('_xlfn.IFS(', '_xlfn._xlws.SORT(', 'SUM(', '"_xlfn.IFS("', "'_xlfn.'!A1", 'A1', ')', '+', '"IFS("', '表1[列]', '[1]表!A1', '_x1', 'my_xlfn.x');
  fc.assert(fc.property(fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('+')), (stored) => {
    expect(storedFormula(typedFormula(stored))).toBe(stored);
  }));
});

test('another workbook is told from a table', () => {
  expect(['[1]表!A1', "'[12]表 1'!A1+1", 'SUM([3]Sheet1!$A$1)', '"[1]"&A1', '表1[1]', '表1[[#All],[1]]', 'A1'].map(namesOtherBook)).toEqual([true, true, true, false, false, false, false]);
});
