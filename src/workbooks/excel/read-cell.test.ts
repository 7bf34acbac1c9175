// What Excel answers, by value, formula and type.
import { valueOf } from './read-cell';

test('a formula that shows nothing has the empty text for its result; a blank cell has none', () => {
  const cell = { text: '', numberFormat: 'General', value: '', type: 'Empty' };
  expect([valueOf({ ...cell, formula: '=IF(A1>1,"超","")' }), valueOf({ ...cell, formula: '' })]).toEqual(['', null]);
});
