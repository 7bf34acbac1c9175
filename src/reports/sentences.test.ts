import { clausesOf } from './sentences';

test('clauses cover the text but for the marks, and know sentence, segment and the mark before', () => {
  const text = '收入10元，支出8元；结余2元。其中：甲1元';
  const clauses = clausesOf(text);
  expect(clauses.map(({ start, end }) => text.slice(start, end))).toEqual(['收入10元', '支出8元', '结余2元', '其中', '甲1元']);
  expect(clauses.map(({ sentence }) => sentence)).toEqual([0, 0, 0, 1, 1]);
  expect(clauses.map(({ segment }) => segment)).toEqual([0, 0, 1, 2, 2]);
  expect(clauses.map(({ opener }) => opener)).toEqual(['', '，', '；', '', '：']);
});

test('a line break ends a sentence, and nothing gives nothing', () => {
  expect(clausesOf('甲\n乙').map(({ sentence }) => sentence)).toEqual([0, 1]);
  expect(clausesOf('。，；')).toEqual([]);
});
