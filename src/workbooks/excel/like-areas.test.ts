import { formatRange } from '../../model/address';
import { likeAreas, likeRuns } from './like-areas';

function areasOf(...rows: readonly string[]): readonly string[] {
  const cells = rows.flatMap((row, r) => Array.from(row, (letter, c) => ({ row: r + 1, column: c + 1, letter })));
  return likeAreas(cells, ({ letter }) => (letter === '.' ? null : letter)).map(({ value, range }) => `${value} ${formatRange(range)}`);
}

test('what is alike is one rectangle, however large', () => {
  expect(areasOf('aaa', 'aaa', 'aaa')).toEqual(['a A1:C3']);
});

test('rectangles end where a neighbour differs, and cells without a value are left out', () => {
  expect(areasOf('aab', 'aab', 'aa.', '.bb')).toEqual(['a A1:B3', 'b C1:C2', 'b B4:C4']);
});

test('a run joins only the run of the row just above it with the same width', () => {
  expect(areasOf('aa', 'a.', '..', 'a.')).toEqual(['a A1:B1', 'a A2', 'a A4']);
});

test('cells that are not there part a run', () => {
  expect(likeAreas([{ row: 1, column: 1 }, { row: 1, column: 3 }, { row: 5, column: 1 }], () => true).map(({ range }) => formatRange(range))).toEqual(['A1', 'C1', 'A5']);
});

test('lists fall into runs', () => {
  expect(likeRuns([5, 5, 7, 5])).toEqual([{ from: 0, count: 2, value: 5 }, { from: 2, count: 1, value: 7 }, { from: 3, count: 1, value: 5 }]);
});
