// What no spreadsheet could read is told apart from everything that it can.
import { makeWorkbook } from '../../../test/make-workbook';
import { isFormula } from './formula-form';
import { writeUserEdits } from './user-edits';

test.each([
  'A1+1', '1E+5', '-A1', '--(A1>0)', '+A1', 'A1%', '50%*A1', 'NOW()', 'IF(A1,,2)', 'IF(,1,)', 'SUM(A:A,$3:5)', 'A1<>-1', 'A1>=B1', '"a（，""b"&A1', "'它''的（表）'!A1", 'Sheet1:Sheet3!A1', '自评表!B2*2',
  '{1,-2;"a",TRUE}', 'SUM({1,2}*A1:B1)', 'SUM((A1,B2))', 'A1:B3 B2:C4', '_xlfn.UNIQUE(A1#)', '@A1', '#REF!+#N/A', '#DIV/0!', '[1]表!A1', "'C:\\[a.xlsx]表'!A1", '表1[分值]', "表1[[#This Row],['[a']]]*2", '[@得分]',
  'LET(x,1,x*2)', 'LAMBDA(x,x)(1)', 'A1^-2', 'A1&"%"', '(A1)', 'SUM( A1 , B1 )', 'ROUND(K6/F6*10,2)',
])('%s may be one', (formula) => {
  expect(isFormula(formula)).toBe(true);
});

test.each(['', ' ', '1+', 'SUM(A1', 'A1+)', ')A1(', '"abc', "'表!A1", '表1[分值', '*3', '1+*2', 'A1*/2', 'SUM(A1:)', 'SUM(*2)', '=A1', 'A1==B1', 'A1=', 'A1&', '(1}', 'SUM（A1，B1）', 'A1：B1', '98％*A1', 'A1＋B1'])('%s is none', (formula) => {
  expect(isFormula(formula)).toBe(false);
});

test('typed, it is told and the file stays as it was', () => {
  const book = makeWorkbook({ sheets: [{ name: 's', rows: [[1, 2]] }] });
  const written = writeUserEdits(book, [{ sheet: 's', row: 1, column: 2, content: { formula: 'SUM（A1，A1）', value: '#NAME?' } }], []);
  expect(written).toMatchObject({ ok: true, outcomes: [{ word: 'unsupported', reason: expect.stringContaining('全角') as unknown }] });
  expect(written.ok && written.bytes).toBe(book);
});
