// Tints as Excel shows them in its palette of theme colours.
import { applyTint } from './colors';

test.each([['4F81BD', 0.7999, 'DCE6F2'], ['FFFFFF', -0.5, '808080'], ['000000', 0.5, '808080'], ['C0504D', 0, 'C0504D'], ['1F497D', -0.25, '17375E'], ['FF0000', 1, 'FFFFFF']])('%s with tint %p is %s', (rgb, tint, result) => {
  expect(applyTint(rgb, tint)).toBe(result);
});
