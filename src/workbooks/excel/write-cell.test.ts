// Texts as Excel must be given them.
import { formatFor, typedText } from './write-cell';

test.each(['=1+1', '+1', '-1', '@a', "'引号", '12', '1.5%', '2023-12-31', 'true', '#N/A', '＝1', '１２', '５０％'])('%s is given as text', (text) => {
  expect(typedText(text)).toBe(`'${text}`);
});

test.each(['优', '达成预期指标', '', '万元'])('“%s” is given as it is', (text) => {
  expect(typedText(text)).toBe(text);
});

test('numbers and formulas do not go into a text format, texts may', () => {
  expect(formatFor({ value: 1, formula: null, numberFormat: '@' })).toBe('General');
  expect(formatFor({ value: null, formula: 'A1', numberFormat: '@' })).toBe('General');
  expect(formatFor({ value: '优', formula: null, numberFormat: '@' })).toBe('@');
  expect(formatFor({ value: 1, formula: null, numberFormat: '0.00' })).toBe('0.00');
});
