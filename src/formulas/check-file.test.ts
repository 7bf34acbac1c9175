// Files of own checks: both forms, and what is said about every way of getting them wrong.
import { expectGrowthWithSize } from '../../test/growth';
import { readCheckFile, readCheckValues } from './check-file';
import { writeCheckText } from './check-text';
import { LONGEST_FILE, MOST_CHECKS } from './limits';
import { loadChecks, loadKept } from './load';

function problems(text: string): readonly string[] {
  const answer = readCheckFile(text);
  return answer.ok ? [] : answer.problems;
}

const one = { id: 'A', label: '甲', formula: '[总分] = 1' };

describe('a JSON file of own checks', () => {
  it.each<[string, unknown, string]>([
    ['a missing field', { checks: [{ id: 'A', formula: '[总分] = 1' }] }, '第 1 条（A）缺少“名称”（label）。'], ['an unknown field', { checks: [{ ...one, regel: 1 }] }, '不认识“regel”'], ['a wrong severity', { checks: [{ ...one, severity: '大' }] }, '第 1 条（A）的“级别”只能写 错误、核实、提示'],
    ['a wrong kind', { checks: [{ ...one, kinds: ['决算'] }] }, '的“适用”只能写 项目支出'], ['a number for a formula', { checks: [{ ...one, formula: 5 }] }, '的“公式”的类型不对：要写文字，加引号。'], ['no checks', { checks: [] }, '“审核公式”是空的。'], ['no list', { checks: 5 }, '要写成列表'],
    ['a list instead of an object', [one], '文件的类型不对：要写成 {…}。'], ['too many', { checks: Array.from({ length: MOST_CHECKS + 1 }, (_, at) => ({ ...one, id: `A${at}` })) }, '“审核公式”太多。'], ['a number with a space', { checks: [{ ...one, id: 'A B' }] }, '编号“A B”不行'], ['a blank name', { checks: [{ ...one, label: ' ' }] }, '请写名称'],
    ['a message that does not close', { checks: [{ ...one, message: '总分{[总分]' }] }, 'A 的出错说明，第 1 行第 3 列：花括号没有合上'], ['an unknown name in a message', { checks: [{ ...one, message: '总分{[总份]}' }] }, '第 1 行第 4 列：没有字段“总份”'], ['a column in a message of the whole table', { checks: [{ ...one, message: '{[得分]}' }] }, '合计(得分)'],
  ])('with %s is refused', (_, value, words) => {
    const told = problems(JSON.stringify(value));
    expect(told.join('\n')).toContain(words);
    for (const sentence of told) expect(sentence).toMatch(/[\u4e00-\u9fff].*[。？]$/);
  });

  it('reads severities and kinds in both tongues, and fills in what is left out', () => {
    const answer = readCheckFile(JSON.stringify({ checks: [{ ...one, severity: '错误', kinds: ['部门整体'] }, { ...one, id: 'B', severity: 'hint', kinds: ['targets'] }, { ...one, id: 'C', formula: '[控制率] <= 100%' }] }));
    expect(answer).toMatchObject({ ok: true, set: { checks: [{ severity: 'error', kinds: ['department'] }, { severity: 'hint', kinds: ['targets'] }, { severity: 'verify', kinds: ['base-data'] }] } });
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes nothing from %s', (name) => {
    expect(problems(`{"checks":[{"${name}":{"id":"A","label":"甲","formula":"[总分] = 1"}}]}`).join()).toContain('缺少');
    expect(readCheckFile(JSON.stringify({ checks: [{ ...one, id: name }] })).ok).toBe(name !== '__proto__');
  });
});

describe('a file that is no JSON', () => {
  it.each<[string, string]>([
    ['{"checks": [', '（内容没有写完）'], ['{"checks": [{"id": 1,}]}', '（第 1 行第 22 列）'], ['{"checks": [abc]}', '不是正确的 JSON：'],
  ])('%s is told without guessing', (text, words) => {
    expect(problems(text).join()).toContain(words);
  });
});

describe('a plain file of own checks', () => {
  it('is written from words with line breaks as entries of one line each, and reads back', () => {
    const draft = { ...one, label: '甲\n乙', severity: 'verify' as const, message: '第一行\r\n\n公式：第二行', basis: { document: '通知\n附件', clause: '一\n公式：见附件' } };
    expect(readCheckFile(writeCheckText([draft], { title: '试\n行' }))).toMatchObject({
      ok: true, set: { title: '试 行', checks: [{ label: '甲 乙', message: [{ text: '第一行 公式：第二行' }], basis: { document: '通知 附件', clause: '一 公式：见附件' } }] },
    });
  });

  it('with a very long blank in its words is read in step with its length', () => {
    expectGrowthWithSize(400_000, (length) => expect(problems(`【A】甲\n公式：[总分] = 1\n说明：一${' '.repeat(length)}二`)).toHaveLength(1));
  });

  it('goes on over lines, ignores comments, and tells places in the file', () => {
    const text = '﻿# 说明\r\n名称：试\r\n\r\n【A】甲\r\n级别：错误\r\n公式：\r\n【总分】 = 1\r\n　　且 [得份] = 2\r\n说明：一\r\n　　二\r\n';
    expect(problems(text)).toEqual(['第 8 行第 5 列（A 的公式）：没有字段“得份”：是不是 [得分]？']);
    const answer = readCheckFile(text.replace('[得份]', '[总分值]'));
    expect(answer).toMatchObject({ ok: true, set: { title: '试', checks: [{ id: 'A', label: '甲', severity: 'error', message: [{ text: '一二' }] }] } });
  });

  it.each([
    ['随便', '第 1 行看不懂'], ['公式：1 = 1', '之前要先写一行【编号】名称'], ['【A】甲\n级别：严重\n公式：[总分] = 1', '第 2 行：级别写'], ['【A】甲\n适用：决算\n公式：[总分] = 1', '第 2 行：没有表种“决算”'], ['【A】甲\n级别：错误', '第 1 行：A 没有“公式：”'], ['【A】甲\n公式：[总分] = 1\n公式：[总分] = 2', '第 3 行：“公式”写了两次'],
    ['【】甲\n公式：[总分] = 1', '请写编号'], ['【A】\n公式：[总分] = 1', '请写名称'], ['【A】甲\n公式：[总分] = 1\n\n【A】乙\n公式：[总分] = 1', '编号“A”用了两次'], ['【A】甲\n公式：[总分] = 1\n名称：乙', '要写在第一条审核公式之前'], ['# 空的', '没有审核公式'],
  ])('%j is refused', (text, words) => {
    expect(problems(text).join('\n')).toContain(words);
  });

  it('is bounded', () => {
    expect(problems('甲'.repeat(LONGEST_FILE + 1)).join()).toContain('文件太大');
    expect(problems('【'.repeat(100_000)).length).toBeGreaterThan(0);
    expect(problems(`{"checks":${'['.repeat(5_000)}`).length).toBeGreaterThan(0);
    expect(problems(`{"checks":${'['.repeat(5_000)}${']'.repeat(5_000)}}`).length).toBeGreaterThan(0);
  });
});

describe('checks that a workbook keeps', () => {
  it('go before those of the house, and a wrong one costs itself only', () => {
    const house = loadChecks(JSON.stringify({ checks: [one, { ...one, id: 'B' }] }));
    if (!house.ok) throw new Error(house.problems.join());
    const kept = loadKept([{ ...one, label: '表里的' }, { id: 'C' }, null], house.set.checks, '工作簿里带的审核公式');
    expect(kept.checks.map(({ id, label }) => [id, label])).toEqual([['A', '表里的'], ['B', '甲']]);
    expect(kept.remarks).toHaveLength(2);
    expect(kept.remarks[0]).toMatch(/^工作簿里带的审核公式没有采用：第 1 条（C）缺少/);
    expect(readCheckValues([one])).toMatchObject({ ok: true });
  });
});
