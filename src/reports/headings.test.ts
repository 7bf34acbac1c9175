import type { ReportParagraph } from '../model/report';
import { chineseNumber, headingNumber } from './headings';
import { readLines } from './lines';

test.each<[string, number | null]>([['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['三十五', 35], ['两', 2], ['12', 12], ['百', null], ['', null]])('%s is %s', (text, value) => {
  expect(chineseNumber(text)).toBe(value);
});

test.each<[string, string, number]>([['一、概况', '一、', 1], ['(十二)机构', '（一）', 12], ['3.机构', '1、', 3], ['(4)职责', '（1）', 4], ['②职责', '①', 2], ['第三部分 绩效', '第一部分', 3]])('%s', (text, style, value) => {
  expect(headingNumber(text, '')).toMatchObject({ style, value, automatic: false });
});

test('an amount or a decimal is no number of a heading', () => {
  expect(headingNumber('1.5万元', '')).toBeNull();
  expect(headingNumber('2022年', '')).toBeNull();
});

const paragraphs = (...texts: readonly (readonly [string, string?])[]): ReportParagraph[] => texts.map(([text, label = ''], index) => ({ index, part: 'body', text, label, outline: null, bold: false }));

test('lines know the headings above them and the unit declared for their bare numbers', () => {
  const lines = readLines(paragraphs(['一、收支情况'], ['（一）收入'], ['单位：万元'], ['收入12.5'], ['二、其他'], ['支出3.5']));
  expect(lines.map(({ path }) => path)).toEqual([['一、收支情况'], ['一、收支情况', '(一)收入'], ['一、收支情况', '(一)收入'], ['一、收支情况', '(一)收入'], ['二、其他'], ['二、其他']]);
  expect(lines.map(({ declaredScale }) => declaredScale)).toEqual([null, null, 10_000, 10_000, null, null]);
  expect(lines[3]?.under).toBe('（一）收入');
});

test('a number that Word counts is read from the label', () => {
  const [line] = readLines(paragraphs(['基本情况', '一、']));
  expect(line).toMatchObject({ heading: true, number: { style: '一、', value: 1, automatic: true } });
});

test('headers and footers are left aside', () => {
  const [first] = paragraphs(['页眉2022年支出5万元']);
  expect(first && readLines([{ ...first, part: 'header' }])).toEqual([]);
});
