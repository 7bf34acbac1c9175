// Addresses are read as their grammar has them, and come back as they were written.
import fc from 'fast-check';
import { a1, formatRange, MAX_COLUMN, MAX_ROW, parseA1, parseRange } from './address';

const place = fc.record({ row: fc.integer({ min: 1, max: MAX_ROW }), column: fc.integer({ min: 1, max: MAX_COLUMN }) });

test('every address of the sheet is read as it is written', () => {
  fc.assert(fc.property(place, (at) => expect(parseA1(a1(at.row, at.column))).toEqual(at)));
});

test('what is no address is none, whatever it looks like', () => {
  expect(['', 'A', '1', '$', 'A0', 'A01', 'XFD1048577', 'XFE1', 'ZZZZ1', '$$A1', 'A$$1', 'A1 ', 'a1', '甲1'].map(parseA1)).toEqual(Array(14).fill(null));
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
