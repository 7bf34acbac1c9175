// Addresses with sheets' names of every kind.
import { placesOf, quotedSheet, rangesOf } from './addresses';

test('names may hold blanks, commas, apostrophes and exclamation marks', () => {
  expect(placesOf("Sheet1!A1:B2,'甲, 乙!''丙'!$C$3")).toEqual([{ sheet: 'Sheet1', cells: 'A1:B2' }, { sheet: "甲, 乙!'丙", cells: 'C3' }]);
  expect(placesOf(`${quotedSheet("小'明")}!A1`)).toEqual([{ sheet: "小'明", cells: 'A1' }]);
  expect(rangesOf('表!B2:C4')).toEqual([{ top: 2, left: 2, bottom: 4, right: 3 }]);
});
