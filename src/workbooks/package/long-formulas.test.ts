// Formulas of any length, full of what patterns look for: each letter is looked at a few times, not once for every letter before it.
import { expectGrowthWithSize } from '../../../test/growth';
import { withTableColumns, withWholeTables } from './formula-tables';
import type { TableRef } from './formula-tables';
import { reachesOf } from './patch-recalc';
import { namesOtherBook, storedFormula, typedFormula } from './picture-formula';
import { moveFormula } from './shared-formula';

const LENGTH = 200_000;
const table: TableRef = { sheet: '表', range: { top: 1, left: 1, bottom: 3, right: 2 }, data: { top: 2, left: 1, bottom: 3, right: 2 }, columns: ['甲', '乙'] };
const tables = new Map([['表1', table]]);

test.each(['[', '[a', 'a', '"', "'", "'a", '1:', 'A1:', '.', '$', '[1]', 'a[', 'a!', "['"])('a formula full of %s is read to its end', (run) => {
  expectGrowthWithSize(LENGTH, (length) => {
    const formula = run.repeat(length / run.length) + (/^["']$/.test(run) ? run : '');
    for (const read of [() => moveFormula(formula, 1, 1), () => withTableColumns(formula, tables), () => withWholeTables(formula, tables), () => reachesOf(formula, '表', new Map()), () => storedFormula(formula), () => typedFormula(`_xl${formula}`), () => namesOtherBook(formula)]) read();
  });
}, 200_000);

test('columns of a table are told as ranges, its bare name and texts are left as they are', () => {
  expect(withTableColumns('SUM(表1[乙])+ROWS(表1)&"表1[乙]"&[1]表!A1', tables)).toBe('SUM(\'表\'!$B$2:$B$3)+ROWS(表1)&"表1[乙]"&[1]表!A1');
  expect(withWholeTables('SUM(表1[[#Totals],[乙]])+ROWS(表1)', tables)).toBe("SUM('表'!$A$1:$B$3)+ROWS(表1)");
});

test('a bracket in the name of a column is no end of it', () => {
  expect(moveFormula("SUM(表1[[A1'[B1']]])+表1[C1']D1]+A1", 1, 1)).toBe("SUM(表1[[A1'[B1']]])+表1[C1']D1]+B2");
});

test('a sheet is found behind whatever may stand in front of it', () => {
  const found = (formula: string) => reachesOf(formula, '家', new Map());
  expect(found("A1&'甲''乙'!B2")).toEqual([{ sheet: '家', range: { top: 1, left: 1, bottom: 1, right: 1 } }, { sheet: "甲'乙", range: { top: 2, left: 2, bottom: 2, right: 2 } }]);
  expect(found('SUM(表!A1:B2,-丙!C3)')).toEqual([{ sheet: '表', range: { top: 1, left: 1, bottom: 2, right: 2 } }, { sheet: '丙', range: { top: 3, left: 3, bottom: 3, right: 3 } }]);
  expect(found('SUM(甲:乙!A1)')).toBe('everything');
});
