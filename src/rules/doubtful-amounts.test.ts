// Rates that are told as wrong and corrected only by a person: an amount may be the slip.
import { reviewWorkbook } from '../review/review-workbook';
import { exampleGrid, type Form } from './example';

const PARTS = Object.fromEntries([7, 8, 9].flatMap((row) => ['C', 'E', 'F', 'G'].map((column) => [`${column}${row}`, null])));

/** The kind of correction that is offered for the rate of a total without parts. */
const kindFor = (cells: Form['cells']): string | undefined => reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base: 'project', cells: { ...PARTS, E5: null, E6: null, ...cells } })], definedNames: [], remarks: [] })
  .tables.flatMap(({ findings }) => findings).find(({ rule, cells: [first] }) => rule === 'execution-rate' && first === 'I6')?.correction?.kind;

test('a rate of other amounts altogether is corrected', () => {
  expect(kindFor({ F6: 43, G6: 28, I6: '100%' })).toBe('safe');
});

test('a rate that is off by tens, of more than was to be spent, or told twice is left to a person', () => {
  expect(kindFor({ F6: 1270, G6: 124.78, I6: '98.25%' })).toBe('review');
  expect(kindFor({ F6: 127, G6: 224.78, I6: '98.25%' })).toBe('review');
  expect(kindFor({ F6: 177, G6: 124.78, I6: '98.25%', D14: '预算执行率', F14: '100%', G14: '98.25%' })).toBe('review');
});

test('100% beside amounts that differ by one digit, or by two that were exchanged, is left to a person', () => {
  const kinds = [[1240.5, 1204.5], [456800, 356800], [1500, 1400], [1240.5, 1104.5]].map(([budget = 0, spent = 0]) => kindFor({ F6: budget, G6: spent, I6: '100%' }));
  expect(kinds).toEqual(['review', 'review', 'safe', 'safe']);
});

test('a score of a line with points of its own that spent more than it had is left to a person', () => {
  const kinds = (spent: number, rate: string): readonly (string | undefined)[] => reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base: 'project', cells: { G6: 60 + spent, H7: 5, K7: 5, G8: spent, I8: rate, H8: 5, K8: 4 } })], definedNames: [], remarks: [] })
    .tables.flatMap(({ findings }) => findings).filter(({ rule, cells: [first] }) => rule === 'execution-score' && first === 'K8').map(({ correction }) => correction?.kind);
  expect([kinds(18, '90%'), kinds(22, '110%')]).toEqual([['safe'], ['review']]);
});
