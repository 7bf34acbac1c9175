import { displayed } from './display';

describe('displayed', () => {
  it.each([
    [0.6512, '0.00%', '65.12%'], [0.65125, '0.00%', '65.13%'], [1, '0%', '100%'], [1234567.5, '#,##0.00', '1,234,567.50'], [9.825, '0.00', '9.83'], [9.83, 'General', '9.83'],
    [-1234, '#,##0', '-1,234'], [5, '0.00_ ', '5.00'], [1e21, 'General', '1000000000000000000000'], [0.1, 'yyyy-mm-dd', '0.1'],
  ])('shows %p by %p as %p', (value, format, text) => {
    expect(displayed(value, format)).toBe(text);
  });
  it('shows blanks, texts, booleans and errors as Excel does', () => {
    expect([null, '文字', true, { error: '#REF!' }].map((value) => displayed(value, '0.00'))).toEqual(['', '文字', 'TRUE', '#REF!']);
  });
});
