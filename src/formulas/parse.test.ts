// What the language understands, and how it says what it does not.
import { LONGEST_FORMULA } from './limits';
import { parseFormula } from './parse';
import { printFormula } from './print';
import type { FormulaProblem } from './problem';

function printed(text: string): string {
  const answer = parseFormula(text);
  if (!answer.ok) throw new Error(answer.problems.map(({ message }) => message).join());
  return printFormula(answer.formula);
}

function problem(text: string): FormulaProblem {
  const answer = parseFormula(text);
  const [first] = answer.ok ? [] : answer.problems;
  if (!first) throw new Error(`${text} is understood`);
  return first;
}

describe('a formula', () => {
  it.each([
    ['［全年执行数］＜＝［全年预算数］', '[全年执行数]<=[全年预算数]'], ['【全年执行数】≤【全年预算数】', '[全年执行数] 不超过 [全年预算数]'], ['［总分］　＝　１００', '[总分]==100'],
    ['每行：若［实际完成值］为空，则［得分］＝０', '每行:若[实际完成值]为空则[得分]=0'], ['合计（分值）＝１００', 'SUM([分值]) 等于 100分'], ['[总分]≠１００', '[总分] <> 100'], ['[等级]属于｛优、良｝', '[等级] 属于 {"优", "良"}'],
    ['[项目名称] 包含 “甲”', '[项目名称] 含有 「甲」'], ['[执行率]＞＝９０％', '[执行率] 不低于 90%'], ['[总分] ≈ 合计(得分)', '[总分] 约等于 求和(得分)'], ['[全年执行数]÷[全年预算数]×2 > 1', '[全年执行数]/[全年预算数]*2 大于 1'],
    ['如果 [总分] > 1 那么 [等级] 不为空 否则 [等级] 为空', '若 [总分]>1 则 [等级] 已填，否则 [等级] 未填'],
  ])('means the same as %s and as %s', (one, other) => {
    expect(printed(one)).toBe(printed(other));
  });

  it('binds 且 tighter than 或, products tighter than sums, and brackets tightest', () => {
    expect(printed('[总分] = 1 或 [总分] = 2 且 [总分] > 0')).toBe(printed('[总分] = 1 或 ([总分] = 2 且 [总分] > 0)'));
    expect(printed('([总分] = 1 或 [总分] = 2) 且 [总分] > 0')).not.toBe(printed('[总分] = 1 或 [总分] = 2 且 [总分] > 0'));
    expect(printed('1 + 2 * 3 = 7')).toBe(printed('(1 + (2 * 3)) = 7'));
    expect(printed('8 - 2 - 1 = 5')).toBe(printed('(8 - 2) - 1 = 5'));
    expect(printed('8 - (2 - 1) = 7')).toContain('8 - (2 - 1)');
  });

  it('knows columns without brackets only where a column stands, words of the language inside them included', () => {
    expect(printed('合计(全年预算数) = 3')).toBe('合计([全年预算数]) = 3');
    expect(problem('合计(非税收入) = 3').message).toContain('没有字段“非税收入”');
  });
});

describe('a formula that is wrong', () => {
  it.each([
    ['合计(分值) =', 'syntax', 1, 9, '公式没有写完'], ['[全年执行数] <=\n  [全年预算] ]', 'syntax', 2, 10, '认不出符号'], ['得分 > 5', 'syntax', 1, 1, '[得分]'], ['总和分(分值) = 1', 'syntax', 1, 1, '没有函数“总和分”'],
    ['[得份] = 3', 'name', 1, 1, '是不是 [得分]'], ['合计([得份]) = 3', 'name', 1, 4, '[得分]'], ['[执行率] >= 90', 'type', 1, 10, '90%'], ['[项目名称] > 5', 'type', 1, 1, '文字'], ['[得分] = 3', 'type', 1, 1, '合计(得分)'],
    ['合计(分值)', 'type', 1, 1, '成立或不成立'], ['合计(分值) + “甲” = 3', 'type', 1, 10, '文字不能拿来计算'], ['0 <= [总分] <= 100', 'syntax', 1, 11, '且'], ['[总分 = 3', 'syntax', 1, 1, '方括号没有合上'], ['[项目名称] = “甲', 'syntax', 1, 10, '引号没有合上'],
    ['合计(分值 = 100', 'syntax', 1, 4, '括号没有合上'], ['[总分] = 3)', 'syntax', 1, 9, '多了一个右括号'], ['若 [等级] 为空', 'syntax', 1, 10, '则'], ['[本年决算] > 1', 'type', 1, 1, '[三公经费/本年决算]'], ['每项资金：[得分] > 1', 'type', 1, 6, '不在同一行'],
    ['合计(本年决算) > 1', 'type', 1, 4, '会重复'], ['四舍五入([总分], [总分]) = 1', 'type', 1, 12, '0 到 10'], ['合计([项目名称], [主管部门]) = 3', 'type', 1, 4, '文字'], ['[总分] 为空 = 1', 'syntax', 1, 9, '一次只能比较'], ['', 'syntax', 1, 1, '还没有写公式'], ['   ', 'syntax', 1, 1, '还没有写公式'],
  ])('%j is told as %s in line %d, column %d: %s', (text, kind, line, column, words) => {
    const told = problem(text);
    expect(told).toMatchObject({ kind, line, column });
    expect(told.message).toContain(words);
    expect(told.length).toBeGreaterThan(0);
    expect(told.message).toMatch(/[。？]$/);
  });

  it('says what could stand there', () => {
    expect(problem('合计(分值) = 则').expected).toEqual(expect.arrayContaining(['[字段]', '函数', '数']));
  });

  it('proposes what understands itself', () => {
    for (const text of ['得分 > 5', '[得份] = 3', '[执行率] >= 90']) {
      const { start, end, suggestion } = problem(text);
      expect(suggestion).not.toBeNull();
      const mended = text.slice(0, start) + (suggestion ?? '') + text.slice(end);
      const answer = parseFormula(mended);
      // What is left is that the field stands on every line, not how it is spelled.
      if (!answer.ok) expect(answer.problems.map(({ kind }) => kind)).toEqual(['type']);
    }
  });

  it('tells every unknown name at once, in reading order', () => {
    const answer = parseFormula('[甲] = 1 且 [乙] = 2');
    expect(answer.ok ? [] : answer.problems.map(({ start }) => start)).toEqual([0, 10]);
  });
});

describe('advice', () => {
  it('is given where a quotient is asked to be equal, and nowhere else', () => {
    const advice = (text: string): number => { const answer = parseFormula(text); return answer.ok ? answer.advice.length : -1; };
    expect(advice('[执行率] = [全年执行数] / [全年预算数]')).toBe(1);
    expect(advice('[执行率] 约等于 [全年执行数] / [全年预算数]')).toBe(0);
    expect(advice('[总分] = 合计(得分)')).toBe(0);
  });
});

describe('a hostile formula', () => {
  const nested = (depth: number): string => `${'('.repeat(depth)}[总分]${')'.repeat(depth)} = 1`;

  it('may be thirty brackets deep and no deeper, however deep it is', () => {
    expect(parseFormula(nested(30)).ok).toBe(true);
    for (const depth of [31, 300, 990]) expect(problem(nested(depth)).kind).toBe('limit');
    expect(problem(nested(10_000)).kind).toBe('limit');
  });

  it.each([
    ['conditions', '若 [总分] > 1 则 '.repeat(140)], ['negations', '非 '.repeat(900)], ['minus signs', `[总分] = ${'-'.repeat(1_900)}1`], ['a chain', `[总分] = 1${' + 1'.repeat(480)}`], ['open brackets', '('.repeat(1_999)], ['calls', '合计('.repeat(600)], ['braces', '[等级] 属于 {'.repeat(200)],
    ['a megabyte', '[总分] = 1 且 '.repeat(100_000)], ['a megabyte of one letter', 'a'.repeat(1_000_000)], ['a long name', `[${'得'.repeat(1_900)}] = 1`], ['a long number', `[总分] = ${'9'.repeat(1_900)}`], ['quotes', '“'.repeat(1_900)], ['blanks', ' '.repeat(1_999)], ['words', '且或非若则'.repeat(390)],
    ['controls', '\u0000\u0007\u202e[总分] = 1'], ['half of a pair', '\ud800 = 1'], ['what backtracks', `[${'a.'.repeat(900)}!] = 1`],
  ])('%s is refused with a place and a sentence', (_, text) => {
    const told = problem(text);
    expect(told.message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(told.message.length).toBeLessThan(400);
    expect(told.line).toBeGreaterThan(0);
    expect(told.column).toBeGreaterThan(0);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', '__defineGetter__'])('[%s] is an unknown name like any other', (name) => {
    expect(problem(`[${name}] = 1`)).toMatchObject({ kind: 'name', line: 1, column: 1 });
    expect(problem(`合计(${name}) = 1`)).toMatchObject({ kind: 'name' });
    expect(problem(`${name}(1) = 1`)).toMatchObject({ kind: 'syntax' });
    expect(problem(`[${name}/得分] = 1 且 [甲] = 1`)).toMatchObject({ kind: 'name', column: name.length + 13 });
  });

  it('is refused at the length that is one too long', () => {
    const text = `[总分] = 1${' '.repeat(LONGEST_FORMULA)}`;
    expect(parseFormula(text.slice(0, LONGEST_FORMULA)).ok).toBe(true);
    expect(problem(text.slice(0, LONGEST_FORMULA + 1)).kind).toBe('limit');
  });
});
