import { exampleGrid } from '../rules/example';
import { reviewWorkbook } from '../review/review-workbook';
import { scoresOf } from './summary';

function claimedOf(total: string | number | null): unknown {
  const grid = exampleGrid({ base: 'project', cells: { H20: 90, I20: total } });
  const [table] = reviewWorkbook({ format: 'xlsx', grids: [grid], definedNames: [], remarks: [] }).tables;
  const scores = table ? scoresOf(table) : null;
  return [scores?.claimed, scores?.claimedSum];
}

test('the total of the list alone is not said to be blank, and is no score of the whole form', () => {
  const sum = { key: 'score.sum', params: { sum: '100' } };
  expect(claimedOf(90)).toEqual(['—', sum]);
  expect(claimedOf(null)).toEqual([{ key: 'score.blank' }, sum]);
  expect(claimedOf(100)).toEqual(['100', null]);
});
