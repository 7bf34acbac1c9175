import fc from 'fast-check';
import { padEnd, widthOf, wrap } from './text-width';

describe('widths', () => {
  it('counts Chinese characters and full-width signs as two columns', () => {
    expect([widthOf('I5'), widthOf('执行率'), widthOf('（50分）'), widthOf('𠮷')]).toEqual([2, 6, 8, 2]);
  });
  it('fills to columns, not to characters', () => {
    expect(widthOf(padEnd('错误', 10))).toBe(10);
    expect(padEnd('already long', 3)).toBe('already long');
  });
  it('breaks lines inside the width and keeps numbers and closing signs where they belong', () => {
    expect(wrap('执行率应为65.12%（82.77 ÷ 127.10）', 16)).toEqual(['执行率应为65.12%', '（82.77 ÷ 127.10）']);
  });
  it('loses no letter', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 40 }), (text, width) => {
      expect(wrap(text, width).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }));
  });
});
