import { plainText, rawSpan } from './plain-text';

test('full-width forms, quotation marks and blanks give way, and every character knows where it stood', () => {
  const raw = '“三公”经费 １２．５ 万元，占９８％';
  const plain = plainText(raw);
  expect(plain.text).toBe('三公经费12.5万元，占98%');
  const start = plain.text.indexOf('12.5');
  const span = rawSpan(plain, start, start + 6);
  expect(raw.slice(span.start, span.end)).toBe('１２．５ 万元');
});

test('a comma parts thousands inside a number and clauses elsewhere', () => {
  expect(plainText('1,234.5万元,其中A 20人,B 1,000人').text).toBe('1,234.5万元，其中A20人，B1,000人');
  expect(plainText('１，２５６元').text).toBe('1,256元');
  expect(plainText('增加5,12人').text).toBe('增加5，12人');
});

test('a blank stays only between two digits, a line break always', () => {
  expect(plainText('2022 28 万元').text).toBe('2022 28万元');
  expect(plainText('一\n二').text).toBe('一\n二');
});

test('positions never run backwards', () => {
  const { at } = plainText('　（一） “a” 1 2\t3，４％\u200b。');
  for (let i = 1; i < at.length; i++) expect(at[i]).toBeGreaterThan(at[i - 1] ?? -1);
});
