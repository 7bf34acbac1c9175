import { fill, languageOf, sayIn, type MessageKey, type Say } from './catalogue';
import { enUS } from './en-us';
import { zhCN } from './zh-cn';

const names = (template: string): readonly string[] => [...new Set([...template.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();

test('both languages have the same messages, and each fills what the other fills', () => {
  expect(Object.keys(enUS).sort()).toEqual(Object.keys(zhCN).sort());
  for (const [key, chinese] of Object.entries(zhCN)) expect([key, names(enUS[key as MessageKey])]).toEqual([key, names(chinese)]);
});

test('nothing is shouted, nothing is left empty, and no rule id comes to the surface', () => {
  for (const text of [...Object.values(zhCN), ...Object.values(enUS)]) {
    expect(text).not.toMatch(/[!！]/);
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/\b[a-z]+-(rate|score|total|field|weight)\b/);
  }
});

test('placeholders are filled, with one word for one and another for many', () => {
  expect(fill('{n} {n:error|errors}', { n: 1 })).toBe('1 error');
  expect(fill('{n} {n:error|errors}', { n: 2 })).toBe('2 errors');
  expect(fill('{sheet} 不见了')).toBe('{sheet} 不见了');
  // A name that turns round what follows it, our sentence included.
  expect(fill('没有打开“{name}”。', { name: '单位\u202exslx\u2066.exe' })).toBe('没有打开“单位xslx.exe”。');
  expect(sayIn('zh-CN')('verdict.counts', { errors: 2, verify: 5 })).toBe('2 处错误、5 处待核实');
});

test('every Chinese locale gets Chinese, all others English', () => {
  expect(['zh-CN', 'zh-TW', 'zh', 'en-GB', 'de-DE'].map(languageOf)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'en-US', 'en-US']);
});

test('sentences that stand behind one another have a space between them in English, none in Chinese', () => {
  const told = (say: Say) => say('report.legendHint', { legend: say('report.legend'), hint: say('report.textHint') });
  expect(told(sayIn('en-US'))).toContain('not checked. Left');
  expect(told(sayIn('zh-CN'))).toBe(zhCN['report.legend'] + zhCN['report.textHint']);
});
