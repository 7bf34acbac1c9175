// Moving a shared formula does what copying the cell would do.
import { moveFormula } from './shared-formula';

test.each([
  ['A1+B2', 1, 1, 'B2+C3'], ['$A1+B$2+$C$3', 2, 1, '$A3+C$2+$C$3'], ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'], ['SUM(A:A)+SUM(1:1)', 1, 1, 'SUM(B:B)+SUM(2:2)'], ['SUM($A:B)', 0, 2, 'SUM($A:D)'],
  ['LOG10(A1)', 1, 0, 'LOG10(A2)'], ['"A1"&A1', 1, 0, '"A1"&A2'], ["'A1 表'!A1", 1, 0, "'A1 表'!A2"], ['Sheet1!A1', 0, 1, 'Sheet1!B1'], ['表1!A1*2', 1, 0, '表1!A2*2'], ['Table1[A1]+A1', 1, 0, 'Table1[A1]+A2'],
  ['A1', -1, 0, '#REF!'], ['A1+1.5E3', 1, 0, 'A2+1.5E3'], ['IF(A1>=B1,"是""A1""",C1)', 1, 0, 'IF(A2>=B2,"是""A1""",C2)'], ['TAX20220+ABCD1+A1_x', 1, 0, 'TAX20221+ABCD1+A1_x'], ['得分1+A1', 1, 0, '得分1+A2'],
])('%s moved by %p rows and %p columns is %s', (formula, rows, columns, moved) => {
  expect(moveFormula(formula, rows, columns)).toBe(moved);
});
