import fc from 'fast-check';
import { guardText } from './guard';

describe('guardText', () => {
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '=cmd|calc', '\n=1'])('prefixes %j', (text) => {
    expect(guardText(text)).toBe(`'${text}`);
  });
  it.each(['', '正常文字', '-5', '-5.5%', '65.12%', '1=1', 'a@b'])('leaves %j alone', (text) => {
    expect(guardText(text)).toBe(text);
  });
  it('never gives text that starts like a formula, unless it is a plain negative number', () => {
    fc.assert(fc.property(fc.string(), (text) => !/^[=+@\t\r]/.test(guardText(text)) && (!guardText(text).startsWith('-') || !Number.isNaN(parseFloat(text)))));
  });
});
