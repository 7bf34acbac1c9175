import { numberWord } from './number-words';

test.each([
  ['chineseCounting', [1, 10, 11, 20, 21, 100, 101, 110, 1005], ['一', '十', '十一', '二十', '二十一', '一百', '一百零一', '一百一十', '一千零五']],
  ['chineseCountingThousand', [2, 30], ['二', '三十']],
  ['ideographDigital', [1, 10, 25], ['一', '一〇', '二五']],
  ['chineseLegalSimplified', [1, 12, 30], ['壹', '壹拾贰', '叁拾']],
  ['decimalEnclosedCircle', [1, 20, 21, 50, 51], ['①', '⑳', '㉑', '㊿', '51']],
  ['decimalEnclosedParen', [3], ['⑶']],
  ['decimalZero', [7, 12], ['07', '12']],
  ['decimalFullWidth', [12], ['１２']],
  ['upperRoman', [4, 9, 2024], ['IV', 'IX', 'MMXXIV']],
  ['lowerRoman', [3], ['iii']],
  ['upperLetter', [1, 26, 27], ['A', 'Z', 'AA']],
  ['lowerLetter', [28], ['bb']],
  ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
  ['decimal', [8], ['8']],
  ['aFormatOfTheFuture', [8], ['8']],
])('%s counts as Word shows it', (format, values, words) => {
  expect(values.map((value) => numberWord(value, format))).toEqual(words);
});
