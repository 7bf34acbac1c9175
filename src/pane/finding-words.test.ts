// Every sentence of every rule has its English, made of the same figures; what people wrote themselves stays.
import { corpusTables, toSnapshot } from '../../test/corpus/workbooks';
import { KIND_WORDS } from '../exports/words';
import { reviewWorkbook } from '../review/review-workbook';
import { RULES } from '../rules/index';
import { report } from '../rules/rule';
import { messageIn, titleIn, whyIn } from './finding-words';
import { ENGLISH_RULES } from './rules-in-english';
import { zhCN } from './zh-cn';

const placeholders = (template: string): readonly string[] => [...new Set(template.match(/\{\w+\}/g))].sort();
const CHINESE = /[\u4e00-\u9fff]/;

test.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const english = ENGLISH_RULES[id];
  expect(Object.keys(english?.messages ?? {}).sort()).toEqual(Object.keys(rule.messages).sort());
  for (const [key, template] of Object.entries(rule.messages)) expect([key, placeholders(english?.messages[key] ?? '')]).toEqual([key, placeholders(template)]);
  for (const text of [english?.title, english?.why, ...Object.values(english?.messages ?? {})]) {
    expect(text).not.toMatch(CHINESE);
    expect(text).toMatch(/[a-z]/);
  }
});

test('no rule is left behind in English', () => {
  expect(Object.keys(ENGLISH_RULES).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

const adjusted = RULES.find(({ id }) => id === 'budget-adjustment-unexplained');
if (!adjusted) throw new Error('the rule is gone');
const finding = report(adjusted, { message: 'moved', data: { original: '70', final: '78.53', direction: '调增', difference: '8.53' }, cells: ['E5'], expected: null, received: null });

test('a finding is told in the language of the pane', () => {
  expect([titleIn('zh-CN', finding), messageIn('zh-CN', finding)]).toEqual(['预算调整未说明', '年初预算70，全年预算78.53，调增8.53，未见调整原因。']);
  expect([titleIn('en-US', finding), messageIn('en-US', finding)]).toEqual(['Budget adjusted, no reason', 'Original budget 70, final budget 78.53, raised by 8.53; no reason is given.']);
  expect(whyIn('en-US', finding.rule)).not.toMatch(CHINESE);
  expect(whyIn('zh-CN', finding.rule)).toBe(adjusted.why);
});

test('two sentences in one finding are both told', () => {
  const [said] = finding.said ?? [];
  expect(messageIn('en-US', { ...finding, said: said ? [said, said] : [] })).toMatch(/^(Original budget .*\.) \1$/);
});

test('a finding that was kept as text is told as the one it was kept from', () => {
  const findings = corpusTables().flatMap((table) => {
    const { tables, findings: across } = reviewWorkbook(toSnapshot([table]));
    return [...tables.flatMap((one) => one.findings), ...across];
  });
  expect(findings.length).toBeGreaterThan(80);
  for (const { rule, message, said } of findings) {
    if (said?.length !== 1) continue;
    expect(messageIn('en-US', { rule, message })).toBe(messageIn('en-US', { rule, message, said }));
    expect(messageIn('zh-CN', { rule, message })).toBe(message);
  }
  expect(messageIn('en-US', { rule: 'execution-rate', message: '别的版本说的一句话。' })).toBe('别的版本说的一句话。');
});

test('own checks, and what another version said, stay as they were written', () => {
  expect(titleIn('en-US', { rule: '自定:A1', title: '三公不超上年' })).toBe('三公不超上年');
  expect(messageIn('en-US', { rule: '自定:A1', message: '三公超过上年。' })).toBe('三公超过上年。');
  expect(messageIn('en-US', { ...finding, said: [{ message: 'gone', data: {} }] })).toBe(finding.message);
  expect(titleIn('en-US', { rule: 'no-such-rule' })).toBe('no-such-rule');
});

test('kinds are named as in all outputs', () => {
  expect(Object.fromEntries(Object.keys(KIND_WORDS).map((kind) => [kind, zhCN[`kind.${kind as keyof typeof KIND_WORDS}`]]))).toEqual(KIND_WORDS);
});
