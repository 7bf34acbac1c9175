import { present } from './present';

test('what is there comes in order, with the place handed in; nothing, null and undefined are left out, zero and blank texts are not', () => {
  expect(present([3, 0, null, undefined, 7], (one) => one)).toEqual([3, 0, 7]);
  expect(present(['a', '', 'b'], (text, at) => (text === 'a' ? null : `${String(at)}${text}`))).toEqual(['1', '2b']);
  expect(present([], () => 1)).toEqual([]);
});
