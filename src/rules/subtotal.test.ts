// A line of a base-data table between the one above it and those below: which of them is the slip.
import { reviewWorkbook } from '../review/review-workbook';
import { exampleGrid } from './example';

/** Cell, expected, kind of correction and cause of each subtotal of 公务用车 with numbered parts of its own. */
const told = (cells: Readonly<Record<string, number>>): readonly unknown[] => reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base: 'base-data', cells: { A7: '①公车购置', A8: '②公车运行维护', ...cells } })], definedNames: [], remarks: [] })
  .tables.flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'subtotal').map(({ cells: [cell], expected, correction, because }) => [cell, expected, correction?.kind ?? null, because]);

test('a line that the one above it confirms is not corrected: one below it may be the slip', () => {
  expect(told({ F8: 30 })).toEqual([['F6', null, null, null]]);
});

test('a line that those below it and the one above it contradict alike is corrected, and the one above it is not', () => {
  expect(told({ F6: 30 })).toEqual([['F6', '3', 'safe', null], ['F5', null, null, 'subtotal:F6']]);
});

test('a line above lines that hold is corrected', () => {
  expect(told({ F5: 50 })).toEqual([['F5', '5', 'safe', null]]);
});
