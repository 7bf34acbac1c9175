// The table says what a character class would.
import fc from 'fast-check';
import { holdsAnyOf } from './characters';

test('a text is said to hold one of the characters where a regular expression finds one', () => {
  const some = '指标0分';
  const holds = holdsAnyOf(some);
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('指', '标', '0', '分', '项', 'a', '1', ' ', '😀', '\u0000') }), (text) => expect(holds(text)).toBe(/[指标0分]/.test(text))));
  expect([holds(''), holdsAnyOf('')(some)]).toEqual([false, false]);
});
