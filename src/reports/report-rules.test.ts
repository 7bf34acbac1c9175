// Every rule about reports gives exactly the findings that its examples promise.
import { RULES } from '../rules/index';
import { refusals } from './report-rule-tester';
import { REPORT_RULES } from './report-rules';

test('have ids of their own', () => {
  const ids = [...REPORT_RULES, ...RULES].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(REPORT_RULES.map((rule) => [rule.id, rule] as const))('%s gives exactly the findings its examples promise', (_, rule) => {
  expect(refusals(rule)).toEqual([]);
});
