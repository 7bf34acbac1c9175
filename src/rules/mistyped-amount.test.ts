// An amount of the total mistyped after the rate was made: what follows from it alone hangs under it.
import { exampleGrid, type Form } from './example';
import { reviewWorkbook } from '../review/review-workbook';

const told = (cells: Form['cells']): readonly string[] => reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base: 'project', ...(cells ? { cells } : {}) })], definedNames: [], remarks: [] })
  .tables.flatMap(({ findings }) => findings.map(({ rule, cells: at, because }) => `${rule} ${at[0] ?? ''} ${because ?? ''}`.trim()));

test('a rate that is low by the slip', () => {
  expect(told({ G6: 70 })).toEqual(['fund-parts G6', 'underspend-unexplained I6 fund-parts:G6']);
  expect(told({ F6: 800 })).toContain('underspend-unexplained I6 fund-parts:F6');
});

test('spending above the budget by the slip', () => {
  expect(told({ G6: 90 })).toEqual(['fund-parts G6', 'execution-above-100 G6 fund-parts:G6', 'overspend-unexplained G6 execution-above-100:G6']);
});

test('a rate that is low without the slip as well is told for itself', () => {
  expect(told({ G6: 30, G7: 20, I6: '50%', K6: 5, I20: 95 })).toContain('underspend-unexplained I6');
});
