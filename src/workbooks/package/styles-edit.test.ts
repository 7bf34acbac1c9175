// Formats are appended, never changed, and found again instead of added twice.
import { emptyStyleSheet, solidFill, StyleBook } from './styles-edit';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = `<x:styleSheet xmlns:x="${MAIN}"><x:numFmts count="1"><x:numFmt numFmtId="170" formatCode="0.0&quot;分&quot;"/></x:numFmts><x:fonts count="1"><x:font><x:sz val="10"/></x:font></x:fonts>`
  + '<x:fills count="2"><x:fill><x:patternFill patternType="none"/></x:fill><x:fill><x:patternFill patternType="gray125"/></x:fill></x:fills><x:borders count="1"><x:border/></x:borders><x:cellStyleXfs count="1"><x:xf/></x:cellStyleXfs>'
  + '<x:cellXfs count="2"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><x:xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"><x:alignment wrapText="1"/><x:protection locked="0"/></x:xf></x:cellXfs><x:dxfs count="0"/></x:styleSheet>';

test('a derived style keeps everything but the change', () => {
  const book = new StyleBook(SHEET);
  const marked = book.derive(1, { fill: solidFill('FFC7CE') });
  expect(marked).toBe(2);
  expect(book.fillColour(2)).toBe('FFC7CE');
  expect([book.formatCode(2), book.locked(2), book.quotePrefix(2)]).toEqual(['0.0"分"', false, true]);
  const written = book.write();
  expect(written).toContain('<x:xf numFmtId="170" fontId="0" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyFill="1"><x:alignment wrapText="1"/><x:protection locked="0"/></x:xf></x:cellXfs>');
  expect(written).toContain('<x:fills count="3">');
  expect(new StyleBook(written).fingerprint(1)).toBe(book.fingerprint(1));
});

test('the same change again, and a change back, add nothing', () => {
  const first = new StyleBook(SHEET);
  first.derive(0, { fill: solidFill('FFEB9C'), numberFormat: '0.00%' });
  const book = new StyleBook(first.write());
  expect(book.derive(0, { fill: solidFill('FFEB9C'), numberFormat: '0.00%' })).toBe(2);
  expect(book.changed).toBe(false);
  expect(book.formatCode(2)).toBe('0.00%');
});

test('own number formats get numbers that are free, built-in ones keep theirs', () => {
  const book = new StyleBook(SHEET);
  book.derive(0, { numberFormat: '0"人次"' });
  book.derive(0, { numberFormat: '0.00%' });
  expect(book.write()).toContain('<x:numFmts count="2"><x:numFmt numFmtId="170" formatCode="0.0&quot;分&quot;"/><x:numFmt numFmtId="171" formatCode="0&quot;人次&quot;"/></x:numFmts>');
  expect(book.write()).toContain('numFmtId="10"');
});

test('tables that a damaged part lacks are made in the order of the schema', () => {
  const book = new StyleBook(`<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf/></cellXfs></styleSheet>`);
  book.derive(0, { fill: solidFill('DDEBF7'), numberFormat: '0"x"' });
  const order = [...book.write().matchAll(/<(numFmts|fonts|fills|borders|cellStyleXfs|cellXfs) /g)].map((match) => match[1]);
  expect(order).toEqual(['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs']);
});

test('a part made from nothing has the two fills that Excel reserves', () => {
  expect(new StyleBook(emptyStyleSheet(MAIN)).derive(0, { fill: solidFill('FFC7CE') })).toBe(1);
  expect(emptyStyleSheet(MAIN)).toContain('<fills count="2">');
});

test('a part with more number formats than a call takes arguments takes one more', () => {
  const formats = Array.from({ length: 300_000 }, (_, at) => `<numFmt numFmtId="${at + 200}" formatCode="0.0"/>`).join('');
  const book = new StyleBook(`<styleSheet xmlns="${MAIN}"><numFmts count="300000">${formats}</numFmts><cellXfs count="1"><xf/></cellXfs></styleSheet>`);
  expect(book.formatCode(book.derive(0, { numberFormat: '0"次"' }) ?? 0)).toBe('0"次"');
  expect(book.write()).toContain('numFmtId="300200" formatCode="0&quot;次&quot;"');
});
