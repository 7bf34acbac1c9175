import { linesOf, offsetsOf, rowAt, scrollFor, windowOf } from './windowed';

const offsets = offsetsOf(Array.from({ length: 2000 }, (_, at) => (at % 10 === 0 ? 40 : 56)));

test('the row at a distance is the one that lies there', () => {
  for (const distance of [0, 39, 40, 1000, 54_321]) {
    const row = rowAt(offsets, distance);
    expect((offsets[row] ?? 0) <= distance && distance < (offsets[row + 1] ?? 0)).toBe(true);
  }
  expect([rowAt(offsets, -5), rowAt(offsets, 1e9)]).toEqual([0, 1999]);
});

test('of thousands of rows those in sight and a few around them are drawn', () => {
  for (const top of [0, 20_000, (offsets.at(-1) ?? 0) - 800]) {
    const { first, end } = windowOf(offsets, top, 800);
    expect(end - first).toBeLessThan(40);
    expect((offsets[first] ?? 0) <= top && (offsets[end] ?? 0) >= Math.min(top + 800, offsets.at(-1) ?? 0)).toBe(true);
  }
  expect(windowOf(offsetsOf([]), 0, 800)).toEqual({ first: 0, end: 0 });
});

test('a row out of sight is scrolled to, one in sight is left where it is', () => {
  expect([scrollFor(offsets, 0, 100, 800), scrollFor(offsets, 1, 0, 800), scrollFor(offsets, 1999, 0, 800)]).toEqual([0, null, (offsets.at(-1) ?? 0) - 800]);
});

test('Chinese letters take the room of two', () => {
  expect([linesOf('', 100), linesOf('一二三四五六七', 98), linesOf('一二三四五六七八', 98), linesOf('a'.repeat(12), 98), linesOf('a\nb', 98)]).toEqual([1, 1, 2, 1, 2]);
});

test('quotes, dashes and dots of Chinese text are as wide as its letters, and small letters need less room', () => {
  expect([linesOf('“一二三四五”', 98), linesOf('“一二三四五六”', 98), linesOf('一……', 28)]).toEqual([1, 2, 2]);
  expect([linesOf('一二三四五六七八', 96, 12), linesOf('一二三四五六七八', 96)]).toEqual([1, 2]);
});

test('slim letters and blanks need less room, and a blank begins no line', () => {
  expect([linesOf('illi '.repeat(3).trim(), 70), linesOf('nnnn '.repeat(3).trim(), 70), linesOf('MMMMM', 69)]).toEqual([1, 2, 2]);
  expect([linesOf('nnnn nnnn', 64), linesOf('nnnn ', 32)]).toEqual([2, 1]);
});

test('a word goes to the next line as a whole, and one longer than a line is broken', () => {
  expect([linesOf('一二三nnnnnnn', 98), linesOf('一二三nnnnnnnn', 98), linesOf('n'.repeat(25), 98), linesOf(`一${'n'.repeat(24)}`, 98)]).toEqual([1, 2, 3, 3]);
});
