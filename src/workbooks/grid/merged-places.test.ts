import { placesAmong, withWhole, type Area, type Block } from './merged-places';

const merge = (startRow: number, startColumn: number, endRow: number, endColumn: number): Area => ({ startRow, startColumn, endRow, endColumn });
const block = (...lines: readonly string[]): Block => ({ rows: lines.length, columns: lines[0]?.length ?? 0, filled: (row, column) => lines[row]?.[column] !== '.' });
const placed = (merges: readonly Area[], lines: readonly string[], row: number, column: number): readonly string[] | null => {
  const places = placesAmong(merges, block(...lines), { row, column });
  return places && lines.flatMap((line, r) => [...line].flatMap((letter, c) => {
    const place = places(r, c);
    return place ? [`${letter}${row + place.row}:${column + place.column}`] : [];
  }));
};

test('a form goes onto its like cell upon cell, without what its merged cells hide', () => {
  expect(placed([merge(0, 1, 0, 2), merge(1, 1, 1, 2)], ['ab.c', 'de.f'], 0, 0)).toEqual(['a0:0', 'b0:1', 'c0:3', 'd1:0', 'e1:1', 'f1:3']);
});

test('rows and columns go from one merged cell to the next', () => {
  expect(placed([merge(2, 0, 3, 0), merge(4, 0, 5, 0)], ['a', 'b', 'c'], 2, 0)).toEqual(['a2:0', 'b4:0', 'c6:0']);
  expect(placed([merge(2, 0, 3, 1)], ['ab'], 2, 0)).toEqual(['a2:0', 'b2:2']);
});

test('nothing is placed where something would vanish, or a cell be passed over', () => {
  expect(placed([merge(2, 0, 3, 1)], ['ab', 'cd'], 2, 0)).toBeNull();
  expect(placed([merge(1, 1, 2, 2)], ['abc', 'def', 'ghi'], 0, 0)).toBeNull();
});

test('an area grows by each merged cell that it touches, and by those that these touch', () => {
  expect(withWhole([merge(0, 1, 1, 2), merge(1, 3, 4, 3), merge(9, 9, 9, 10)], merge(1, 2, 1, 3))).toEqual(merge(0, 1, 4, 3));
});
