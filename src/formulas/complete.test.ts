// Completion offers what fits at a place, and what it offers can stand there.
import { complete } from './complete';
import { CHECK_EXAMPLES } from './examples';
import { parseFormula } from './parse';

const labels = (text: string, offset = text.length, lines: readonly string[] = []): readonly string[] => complete(text, offset, lines).items.map(({ label }) => label);

describe('completion', () => {
  it('offers scopes, functions and fields at the beginning', () => {
    expect(labels('')).toEqual(expect.arrayContaining(['每行', '每个一级指标', '若', '合计()', '[全年预算数]', '[项目名称]']));
  });

  it('offers comparisons and blanks after a field, and no second field', () => {
    const after = labels('[全年执行数] ');
    expect(after).toEqual(expect.arrayContaining(['<=', '=', '约等于', '为空', '包含', '属于', '+']));
    expect(after).not.toContain('[全年预算数]');
  });

  it('narrows by what is typed inside a bracket, aliases included, and closes it', () => {
    expect(labels('[执行率] < 80% 且 [全年')).toEqual(expect.arrayContaining(['[全年预算数]', '[全年执行数]']));
    expect(labels('[权重')).toEqual(['[分值]']);
    const { from, to, items } = complete('[全年预] <= 3', 4);
    expect([from, to, items[0]?.insert]).toEqual([0, 5, '[全年预算数]']);
  });

  it('offers only columns in a column’s place', () => {
    const columns = labels('合计(');
    expect(columns).toEqual(expect.arrayContaining(['[分值]', '[得分]']));
    expect(columns).toContain('若');
  });

  it('offers the open table’s lines, and then the columns of one', () => {
    expect(labels('[三', undefined, ['三公经费', '政府采购金额'])).toContain('[三公经费/]');
    expect(labels('[三公经费/', undefined, ['三公经费'])).toEqual(expect.arrayContaining(['[三公经费/本年决算]', '[三公经费/本年预算]']));
    expect(labels('[三公经费/', undefined, ['三公经费'])).not.toContain('[三公经费/项目名称]');
  });

  it('offers 则 after a condition and 否则 after what follows', () => {
    expect(labels('若 [总分] > 1 ')).toContain('则');
    expect(labels('若 [总分] > 1 则 [等级] 不为空 ')).toContain('否则');
    expect(labels('若 [总分] > 1 否')).not.toContain('否则');
  });

  it('narrows words by what is typed', () => {
    expect(labels('每')).toEqual(['每行', '每个指标', '每项资金', '每个一级指标', '每个二级指标']);
    expect(labels('[总分] = 合')).toContain('合计()');
  });

  it('offers nothing inside a text, after what is wrong, or in what is too long', () => {
    expect(labels('[项目名称] 包含 “甲')).toEqual([]);
    expect(labels(')) ')).toEqual([]);
    expect(labels('a'.repeat(10_000))).toEqual([]);
  });

  it('offers the next piece of every example at each of its words', () => {
    for (const { draft: { formula } } of CHECK_EXAMPLES) {
      for (const match of formula.matchAll(/\[[^\]]+\]|若|则|且|每[^：]+|约等于|不为空|为空|不包含|包含/gu)) {
        const offered = labels(formula, match.index);
        const word = match[0].startsWith('[') ? null : match[0];
        if (word === null) expect(offered.some((label) => label.startsWith('['))).toBe(true);
        else expect(offered).toContain(word);
      }
    }
  });

  it('offers only what can be read on from: no offered piece is wrong at its own place', () => {
    for (const text of ['', '[总分] ', '[总分] >= ', '若 ', '若 [总分] > 1 ', '合计(', '每个指标：', '[总分] = 1 且 ', '[等级] 属于 ']) {
      const { from, to, items } = complete(text, text.length);
      for (const { insert } of items) {
        const typed = text.slice(0, from) + insert + text.slice(to);
        const answer = parseFormula(typed);
        const wrong = answer.ok ? [] : answer.problems.filter(({ kind, start }) => kind === 'syntax' && start >= from && start < from + insert.length && !/^[(“{]|\(\)$/.test(insert));
        expect([typed, wrong]).toEqual([typed, []]);
      }
    }
  });
});
