import { expectGrowthWithSize } from '../../test/growth';
import { compact, isDash, isEllipsis, normalise, withoutBrackets } from './text';

test('full-width digits, letters and signs become half-width', () => {
  expect(normalise('　１２．５％（Ａ）')).toBe('12.5%(A)');
});

test('the operators of the field become one form each', () => {
  expect(['≧', '⩾', '≦', '﹦', '═', '＝'].map(normalise)).toEqual(['≥', '≥', '≤', '=', '=', '=']);
});

test('line breaks stay, invisible characters go', () => {
  expect(normalise('年初\r\n预算数\u200b')).toBe('年初\n预算数');
});

test('normalising twice changes nothing', () => {
  for (const text of ['　≧２万人次 ', 'a\u00a0 b', '绩\n效', '（一）－１']) expect(normalise(normalise(text))).toBe(normalise(text));
});

test('labels compare without white space and brackets', () => {
  expect(withoutBrackets(compact(normalise('年 度\n指标值 （A）')))).toBe('年度指标值');
  expect(['执行率(C/(A+B))', '分值(10分', '得分[自评]【分】', '率(A)(B'].map(withoutBrackets)).toEqual(['执行率', '分值', '得分', '率']);
});

test.each(['(', '((a)', '[', '【'])('brackets that are never closed cost no more than their number: %s', (open) => {
  expectGrowthWithSize(400_000, (size) => {
    withoutBrackets(`${open.repeat(size / open.length)})b`);
  });
});

test('dashes say that nothing belongs there, the word 一 does not', () => {
  expect(['—', '-', '/', '——', '一', '5'].map(isDash)).toEqual([true, true, true, true, false, false]);
});

test('dots and crosses are what a template leaves', () => {
  expect(['……', '...', 'XX', '……项', '1.5'].map(isEllipsis)).toEqual([true, true, true, false, false]);
});

test('dashes drawn of the lines of tables are dashes', () => {
  expect(['──', '━', '―'].map((text) => isDash(normalise(text)))).toEqual([true, true, true]);
});
