import { speakIn, wordsIn, type WordKey } from './catalogue';
import { enUS } from './en-us';
import { zhCN } from './zh-cn';

const names = (template: string): readonly string[] => [...new Set([...template.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();

test('both languages have the same messages, and each fills what the other fills', () => {
  expect(Object.keys(enUS).sort()).toEqual(Object.keys(zhCN).sort());
  for (const [key, chinese] of Object.entries(zhCN)) expect([key, names(enUS[key as WordKey])]).toEqual([key, names(chinese)]);
});

test('nothing is shouted and nothing is left empty', () => {
  for (const text of [...Object.values(zhCN), ...Object.values(enUS)]) {
    expect(text).not.toMatch(/[!！]/);
    expect(text.trim()).not.toBe('');
  }
});

test('words may stand inside words, finished sentences among them', () => {
  const words = { key: 'open.refused', params: { name: 'a.xlsx', reason: { key: 'open.tooLarge', params: { limit: 256 } } } } as const;
  expect(wordsIn('zh-CN', words)).toBe('没有打开“a.xlsx”：文件超过 256 MB，请删去无关的工作表或图片后重试。');
  expect(wordsIn('en-US', { key: 'open.refused', params: { name: 'a.xlsx', reason: '文件是空的。' } })).toBe('“a.xlsx” was not opened: 文件是空的。');
  expect(speakIn('en-US')('files.counts', { errors: 1, verify: 3 })).toBe('1 error, 3 to verify');
});

test('one file and several are spoken of as one and as several', () => {
  expect([1, 2].map((count) => speakIn('en-US')('desk.others', { count, kinds: '.pdf' }))).toEqual(['1 more file is neither a table nor a report and was not checked: .pdf', '2 more files are neither tables nor reports and were not checked: .pdf']);
});
