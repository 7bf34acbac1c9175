// Every sentence on how points follow is known again and said in English, with the same parts in it.
import { corpusTables, toSnapshot } from '../../test/corpus/workbooks';
import { reviewWorkbook } from '../review/review-workbook';
import { PHRASES } from '../scoring/phrases';
import { derivationIn, notComputedIn } from './derivations-in-english';

const CHINESE = /[\u4e00-\u9fff]/;
const phrases: readonly (readonly [string, (...parts: readonly string[]) => string])[] = Object.entries(PHRASES);

test.each(phrases)('%s', (_key, chinese) => {
  const parts = Array.from({ length: chinese.length }, (_, at) => `${at + 1}A${at + 1}`);
  const sentence = chinese(...parts);
  expect(derivationIn('zh-CN', sentence)).toBe(sentence);
  const english = derivationIn('en-US', sentence);
  expect(english).not.toMatch(CHINESE);
  for (const part of parts) expect(english).toContain(part);
});

test('sentences within sentences are told as well', () => {
  const met = PHRASES.met('72次 ≥ 70次', '3.10');
  expect(derivationIn('en-US', PHRASES.withCoefficient(met, '3 × 100% = 3'))).toBe('72次 ≥ 70次, target met, full marks 3.10; by the coefficient filled in 3 × 100% = 3');
  expect(derivationIn('en-US', PHRASES.exceededUnweighted(PHRASES.against('9次', '≤8次')))).toBe('9次 against ≤8次, limit exceeded; the form has no weights, so the points cannot be computed');
  expect(derivationIn('en-US', PHRASES.otherBudget('10 × 9 ÷ 10 = 9', '全年预算数', '年初预算数'))).toBe('10 × 9 ÷ 10 = 9 (the form has no final budget: by the original budget)');
  expect(derivationIn('en-US', PHRASES.rateAlone(PHRASES.atMostWeight('10 × 120% = 12', '10')))).toBe('10 × 120% = 12, at most the weight: 10 (the form has neither budget nor spending: by the rate filled in)');
  expect(derivationIn('en-US', PHRASES.partsFilled(PHRASES.amountBlank('全年执行数'), '“甲”填有预算数 10、执行数 空，“乙”填有预算数 空、执行数 8'))).toBe('The total amount’s actual spending is blank: no execution rate; of its parts “甲” has the budget 10 and the spending (blank), “乙” has the budget (blank) and the spending 8: fill in the total first');
});

test('what was not computed is told with its items, whatever their names hold', () => {
  expect(notComputedIn('en-US', `F8 参训人次等4项：${PHRASES.actualWords()}`)).toBe('F8 参训人次 and others, 4 in all: The actual value is words and cannot be compared with the target');
  expect(notComputedIn('en-US', `F8 培训：线上：${PHRASES.noTarget()}`)).toBe('F8 培训：线上: The target is blank: nothing to compute');
  expect(notComputedIn('zh-CN', `F8 参训人次：${PHRASES.noTarget()}`)).toBe('F8 参训人次：年度指标值未填，无法计算');
});

test('what the table’s people wrote stays as it is, and a formula needs no words', () => {
  expect(derivationIn('en-US', PHRASES.byOwnStandard('每少1次扣1分：按期完成，得满分'))).toBe('Target missed, scored by the indicator’s own standard: 每少1次扣1分：按期完成，得满分');
  expect(derivationIn('en-US', '10 × 124.88 ÷ 127.10 = 9.83')).toBe('10 × 124.88 ÷ 127.10 = 9.83');
});

test('no derivation of the tables, and nothing that could not be computed, is left in Chinese', () => {
  const cards = corpusTables().flatMap((table) => reviewWorkbook(toSnapshot([table])).tables.map(({ scorecard }) => scorecard));
  const derivations = cards.flatMap(({ items }) => items.map(({ derivation }) => derivation)).filter((sentence) => CHINESE.test(sentence));
  expect(derivations.length).toBeGreaterThan(100);
  expect(derivations.filter((sentence) => derivationIn('en-US', sentence) === sentence)).toEqual([]);
  const open = cards.flatMap(({ notComputed }) => notComputed);
  expect(open.length).toBeGreaterThan(10);
  expect(open.filter((sentence) => notComputedIn('en-US', sentence) === sentence)).toEqual([]);
});
