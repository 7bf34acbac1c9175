// Rules for typing within what Excel takes, however a bureau words its bands.
import type { Rubric } from '../model/rubric';
import { gradeFormula } from './formulas';
import { actualRule, coefficientRule } from './input-rules';

const bands = (...labels: readonly string[]) => labels.map((label, at) => ({ label, low: 1 - (at + 1) / labels.length, high: 1 - at / labels.length }));

test('bands that make no list are told in the hint: Excel would split a word at its comma', () => {
  expect(actualRule(bands('达成', '未达成')).condition).toEqual({ kind: 'list', words: ['达成', '未达成'] });
  const rule = actualRule(bands('达成,效果好', '未达成'));
  expect(rule.condition).toBeNull();
  expect(rule.hint?.text).toContain('达成,效果好；未达成');
});

test('long bands make neither list nor hint longer than Excel takes', () => {
  const long = bands(...Array.from({ length: 6 }, (_, at) => `${at}${'全部或基本达成预期指标'.repeat(5)}`));
  expect(actualRule(long).condition).toBeNull();
  for (const rule of [actualRule(long), coefficientRule('L9', 'K9', long)]) expect(rule.hint?.text.length).toBeLessThanOrEqual(255);
});

test('a quotation mark in a band or a grade does not end its text in the formula', () => {
  expect(coefficientRule('L9', 'K9', bands('"好"', '差')).condition).toMatchObject({ formula: expect.stringContaining('K9="""好"""') as unknown });
  const rubric = { grades: { value: [{ name: '"优"', from: 90 }, { name: '差', from: 0 }] } } as unknown as Rubric;
  expect(gradeFormula('K30', rubric)).toBe('IF(COUNT(K30)=0,"",IF(K30>=90,"""优""","差"))');
});
