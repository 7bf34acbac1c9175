// Numbers and dates of official papers.
import { chineseNumber, paperDate } from './letter-numerals';

test('headings count in Chinese', () => {
  expect([1, 10, 11, 20, 21, 100, 101, 110, 111, 1001, 1010, 9999, 10_000, 0].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '二十一', '一百', '一百零一', '一百一十', '一百一十一', '一千零一', '一千零一十', '九千九百九十九', '10000', '0']);
});

test('dates bear no leading zeros', () => {
  expect(paperDate('2026-11-21')).toBe('2026年11月21日');
  expect(paperDate('2027-03-05')).toBe('2027年3月5日');
});
