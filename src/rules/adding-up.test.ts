// The ways in which lines make a total, and sums that are none of them.
import { decimal } from '../model/decimal';
import { makesTotal } from './adding-up';

const makes = (total: number, ...amounts: number[]): boolean => makesTotal(amounts.map((amount) => decimal(amount)), decimal(total), decimal('0.01'));

describe('lines make their total', () => {
  test.each<[string, number, number[]]>([
    ['all together', 80, [60, 20, 0]],
    ['with a negative adjustment', 50, [60, -10]],
    ['within the rounding', 80, [60.004, 20]],
    ['divided twice', 100, [60, 40, 30, 70]],
    ['divided three times in any order', 100, [60, 30, 40, 70, 100]],
    ['divided by source into three and by use into two', 15230.6, [14000, 1000.6, 230, 9000.6, 6230]],
    ['lines below the first', 90, [80, 60, 20, 10]],
    ['lines below a line in the middle', 90, [10, 80, 60, 20]],
    ['lines below lines', 100, [90, 50, 20, 30, 40, 10]],
    ['a dozen lines, in three levels', 500, [300, 250, 100, 100, 50, 50, 20, 30, 200, 100, 60, 40]],
    ['lines below some of eleven', 100, [50, 20, 10, 10, 10, 20, 5, 5, 5, 5, 30]],
    ['zeros among them', 90, [80, 60, 0, 20, 0, 10]],
  ])('%s', (_, total, amounts) => {
    expect(makes(total, ...amounts)).toBe(true);
  });

  test.each<[string, number, number[]]>([
    ['less than the total', 80, [60, 10, 0]],
    ['more than the total', 80, [60, 30]],
    ['one line alone above it', 80, [90]],
    ['a dozen lines with a slip', 500, [300, 250, 100, 100, 50, 50, 20, 30, 210, 100, 60, 40]],
    ['a second division that is short', 100, [60, 40, 30, 60]],
    ['one line that is more than the total, of two that make it three times', 180, [140, 400]],
    ['one equal line that may be another source', 90, [60, 60, 20]],
    ['a total of nothing', 0, [60, 20]],
  ])('not: %s', (_, total, amounts) => {
    expect(makes(total, ...amounts)).toBe(false);
  });

  test('many ways to nest them take no longer', () => {
    expect(makes(8, ...Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? 2 : i % 3 === 1 ? 1 : 0)))).toBe(false);
    expect(makes(1024.5, ...Array.from({ length: 20 }, (_, i) => 2 ** Math.max(0, 9 - i)))).toBe(false);
  });

  test('many lines are only added up', () => {
    expect(makes(21, ...Array.from({ length: 40 }, () => 1))).toBe(false);
    expect(makes(40, ...Array.from({ length: 40 }, () => 1))).toBe(true);
  });
});
