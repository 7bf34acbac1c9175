// Addresses are read as their grammar has them, and come back as they were written.
import fc from 'fast-check';
import { a1, columnNumber, formatRange, MAX_COLUMN, MAX_ROW, parseA1, parseRange } from './address';

/** The grammar as a regular expression, which is slower than what reads each merged area of a sheet. */
function byGrammar(text: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const place = { row: Number(digits), column: columnNumber(letters) };
  return place.column <= MAX_COLUMN && place.row <= MAX_ROW ? place : null;
}

const place = fc.record({ row: fc.integer({ min: 1, max: MAX_ROW }), column: fc.integer({ min: 1, max: MAX_COLUMN }) });

test('every address of the sheet is read as it is written', () => {
  fc.assert(fc.property(place, (at) => expect(parseA1(a1(at.row, at.column))).toEqual(at)));
});

test('what is no address is none, whatever it looks like', () => {
  const pieces = fc.constantFrom('A', 'Z', 'XFD', 'XFE', 'ZZZZ', 'a', '$', '$$', '0', '1', '9', '1048576', '1048577', '12345678', ' ', '-', ':', '.', '');
  fc.assert(fc.property(fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join('')), (text) => expect(parseA1(text)).toEqual(byGrammar(text))), { numRuns: 3_000 });
  expect(['', 'A', '1', '$', 'A0', 'A01', 'XFD1048577', 'XFE1', 'A1 ', '甲1'].map(parseA1)).toEqual(Array(10).fill(null));
  expect(parseA1('$XFD$1048576')).toEqual({ row: MAX_ROW, column: MAX_COLUMN });
});

test('corners come in any order; three of them are no range', () => {
  fc.assert(fc.property(place, place, (a, b) => {
    const range = { top: Math.min(a.row, b.row), left: Math.min(a.column, b.column), bottom: Math.max(a.row, b.row), right: Math.max(a.column, b.column) };
    expect(parseRange(`${a1(a.row, a.column)}:${a1(b.row, b.column)}`)).toEqual(range);
    expect(parseRange(formatRange(range))).toEqual(range);
  }));
  expect(['A1:B2:C3', 'A1:', ':A1', 'A1:B'].map(parseRange)).toEqual([null, null, null, null]);
});
