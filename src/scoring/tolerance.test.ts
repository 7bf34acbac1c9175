// How strictly scores and rates are held to what follows.
import { decimal } from '../model/decimal';
import { findRubric } from '../rubrics/catalogue';
import { makeEntry, type CellSpec } from '../../test/make-table';
import { rateAsPercent, rateTolerance, scoreAgrees } from './tolerance';

const national = findRubric('mof-2020');
const hunan = findRubric('hunan-department-2024');
if (!national || !hunan) throw new Error('no rubric');

test.each([
  ['9', 0, '8.62', false], ['9.8', 1, '9.825', true], ['5', 0, '4.988', true], ['9.82', 2, '9.8253', false], ['9.83', 2, '9.8253', true],
  ['8.62', 2, '8.618304', true], ['19', 0, '19.994', false], ['9.8300', 4, '9.8253', true], ['9.8254', 4, '9.82538', true],
])('a score of %s (%i decimals) for %s: %s', (claimed, decimals, exact, holds) => {
  expect(scoreAgrees(decimal(claimed), decimals, decimal(exact), national)).toBe(holds);
});

test('a rubric with one decimal accepts its own rounding written with two', () => {
  expect(scoreAgrees(decimal('9.80'), 2, decimal('9.825'), hunan)).toBe(true);
  expect(scoreAgrees(decimal('9.80'), 2, decimal('9.825'), national)).toBe(false);
});

test('rates are held to half a unit of the displayed percent digits', () => {
  expect(rateTolerance(0).toString()).toBe('0.5');
  expect(rateTolerance(2).toString()).toBe('0.005');
});

test.each<[CellSpec, string, string | null]>([
  ['86%', '86.20', 'percent fits'], ['86.19%', '86.18304', 'percent'], ['86.18%', '86.18304', 'percent fits'], ['50%', '49.88', 'percent fits'],
  ['98.25', '98.2533', 'points fits'], [98.25, '98.2533', 'points fits'], ['0.9825', '98.2533', 'fraction fits'], ['1', '100', 'fraction fits'], ['1.00', '100', 'fraction fits'],
  ['100', '100', 'points fits'], ['1', '1', 'points fits'], ['1', '65.12', 'fraction'], ['99.97', '65.12', 'points'], ['0', '0', 'points fits'],
  [{ text: '98.25%', value: 0.982533 }, '98.2533', 'percent fits'], ['12次', '12', null], ['—', '100', null], ['', '100', null],
])('the rate %j against %s reads as %s', (spec, computed, expected) => {
  const read = rateAsPercent(makeEntry('I5', spec), decimal(computed));
  expect(read && read.reading + (read.fits ? ' fits' : '')).toBe(expected);
});
