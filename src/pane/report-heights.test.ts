import { heightsFor, linesIn } from './report-heights';

test('a text takes as many lines as its room demands, and each of its own lines at least one', () => {
  expect(linesIn('绩效', 60)).toBe(1);
  expect(linesIn('绩效指标完成情况', 60)).toBe(2);
  expect(linesIn('一\n\n三', 60)).toBe(3);
  // Digits are half as wide as characters.
  expect(linesIn('12345678', 60)).toBe(1);
});

test('rows of one line are left to the spreadsheet, others get what they need', () => {
  expect(heightsFor([{ row: 1, column: 1, text: '指标' }, { row: 2, column: 1, text: '绩效指标完成情况' }], [], [60])).toEqual({ 2: 32 });
});

test('a merged text counts the width of all its columns, and shares its height among its rows', () => {
  const wide = { top: 1, left: 1, bottom: 1, right: 3 };
  expect(heightsFor([{ row: 1, column: 1, text: '绩效指标完成情况' }], [wide], [60, 60, 60])).toEqual({});
  const tall = { top: 1, left: 1, bottom: 4, right: 1 };
  expect(heightsFor([{ row: 1, column: 1, text: '绩'.repeat(40) }], [tall], [60])).toEqual({ 1: 29, 2: 29, 3: 29, 4: 29 });
});

test('a tall merged text takes only what the single rows leave', () => {
  const tall = { top: 1, left: 1, bottom: 2, right: 1 };
  expect(heightsFor([{ row: 1, column: 1, text: '绩效指标' }, { row: 1, column: 2, text: '完'.repeat(25) }], [tall], [27, 60])).toEqual({ 1: 74 });
});

test('no row is higher than a spreadsheet takes', () => {
  expect(heightsFor([{ row: 1, column: 1, text: '字'.repeat(2000) }], [], [60])).toEqual({ 1: 409 });
});
