// Which cells are asked for in which round trip.
import { halved, tripsOf, type Piece } from './read-plan';

const sheet = (name: string, rows: number, columns = 10): Piece => ({ sheet: name, top: 0, left: 0, rows, columns, first: true });
const cellsOf = (trips: readonly (readonly Piece[])[]): number => trips.flat().reduce((sum, piece) => sum + piece.rows * piece.columns, 0);

test('many small sheets go in one trip', () => {
  expect(tripsOf(Array.from({ length: 60 }, (_, at) => sheet(`${at}`, 40)), 60_000)).toHaveLength(1);
});

test('a large sheet goes in bands, every row once, the sheet’s own facts once', () => {
  const trips = tripsOf([sheet('大', 2_501), sheet('小', 3)], 10_000);
  expect(cellsOf(trips)).toBe(25_040);
  expect(trips.flat().filter(({ sheet: name, first }) => name === '大' && first)).toHaveLength(1);
  for (const trip of trips) expect(cellsOf([trip])).toBeLessThanOrEqual(10_000);
  expect(trips.flat().map(({ top }) => top)).toEqual([0, 1_000, 2_000, 0]);
});

test('halves hold what the whole held, down to a single row', () => {
  const whole = [sheet('甲', 7)];
  const halves = halved(whole);
  expect(halves && cellsOf(halves)).toBe(70);
  expect(halves?.flat().map(({ top, rows, first }) => [top, rows, first])).toEqual([[0, 4, true], [4, 3, false]]);
  expect(halved([sheet('甲', 1), sheet('乙', 1)])).toHaveLength(2);
  expect(halved([sheet('甲', 1)])).toBeNull();
});
