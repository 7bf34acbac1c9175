// How formulas are judged: blanks, unreadable cells, units, percentages, rounding, and the bounds on work.
import type { Table } from '../model/table';
import { readTables } from '../reading/read-tables';
import { chooseRubric } from '../rubrics/choose';
import { exampleGrid, type Form } from '../rules/example';
import { scoreTable } from '../scoring/score-table';
import { makeTable, type TableSpec } from '../../test/make-table';
import { compileCheck, type CheckDraft } from './compile';
import { evaluateCheck, ownJudge, type CheckOutcome } from './judge';
import { MOST_CELLS, MOST_FINDINGS, MOST_STEPS } from './limits';
import type { OwnCheck } from './own-check';

function check(formula: string, more: Partial<CheckDraft> = {}): OwnCheck {
  const answer = compileCheck({ id: 'A', label: '试', severity: 'error', formula, ...more });
  if (!answer.ok) throw new Error(answer.problems.map(({ problem }) => problem.message).join());
  return answer.check;
}

function judge(table: Table, one: OwnCheck): CheckOutcome {
  const { rubric } = chooseRubric(table);
  return evaluateCheck(one, table, scoreTable(table, rubric), rubric);
}

function on(cells: Form['cells'], formula: string, more: Partial<CheckDraft> = {}): CheckOutcome {
  const [table] = readTables(exampleGrid({ base: 'project', ...(cells ? { cells } : {}) })).tables;
  if (!table) throw new Error('no table');
  return judge(table, check(formula, more));
}

const many = (count: number): TableSpec => ({ groups: [{ name: '产出指标', indicators: Array.from({ length: count }, (_, at) => ({ name: `第${at + 1}项工作完成数`, sub: '数量指标', target: '≥5项', actual: '4项', weight: 1, score: 2 })) }] });

describe('what cannot be read', () => {
  it.each<[string, Form['cells'], string, string]>([
    ['a blank', { G6: null }, '[全年执行数] <= [全年预算数]', 'G6 的“全年执行数”没有填'], ['a dash', { G6: '—' }, '[全年执行数] <= [全年预算数]', 'G6 的“全年执行数”填的是“—”'], ['words', { G6: '约八十' }, '[全年执行数] <= [全年预算数]', '“约八十”，读不出一个数'],
    ['an error value', { G6: { value: { error: '#REF!' } } }, '[全年执行数] <= [全年预算数]', 'G6'], ['a division by zero', { F6: 0, G6: 0 }, '[全年执行数] / [全年预算数] <= 1', '是 0'], ['a column that the form lacks', {}, '每个指标：[得分系数] > 0', '没有“得分系数”一栏'],
    ['a line that the form lacks', {}, '[债券资金/全年预算数] > 0', '没有“债券资金”这一行'], ['a group that the form lacks', {}, '一级指标“成本指标”内：合计(分值) = 20', '没有一级指标“成本指标”'], ['a column left empty', { F7: null, F8: null, F9: null }, '[全年预算数] = 合计(全年预算数)', '“全年预算数”一栏没有填数'], ['one cell of a column', { H14: '十分' }, '合计(分值) = 100', 'H14 的“分值”是“十分”'],
    ['different units', { G13: '50米' }, '每个指标：[实际完成值] >= [年度指标值]', '单位不同：一边是“米”，一边是“公里”'], ['a percentage compared with a bare number', {}, '每个指标：若 [二级指标] = “质量指标” 则 [实际完成值] >= 95', '请写成 95%'],
  ])('%s gives a remark with its reason and no finding', (_, cells, formula, why) => {
    const outcome = on(cells, formula);
    expect(outcome).toMatchObject({ word: 'unreadable', findings: [] });
    expect(outcome.remarks).toHaveLength(1);
    expect(outcome.remarks[0]).toMatch(/^无法核查“试”（A）：.*。$/);
    expect(outcome.remarks[0]).toContain(why);
  });

  it('does not matter where the rest decides', () => {
    expect(on({ G6: null }, '[全年执行数] <= 80 或 [总分] = 100').word).toBe('holds');
    expect(on({ G6: null }, '[全年执行数] <= 80 且 [总分] = 99').word).toBe('fails');
    expect(on({ G6: null }, '[全年执行数] <= 80 且 [总分] = 100').word).toBe('unreadable');
    expect(on({ G6: null }, '非 [全年执行数] <= 80').word).toBe('unreadable');
    expect(on({ G6: null }, '若 [全年执行数] > 80 则 [总分] = 0').word).toBe('unreadable');
  });

  it('is told once with the number of lines, and the other lines are judged', () => {
    const outcome = on({ I13: null, I14: null, I15: 12 }, '每个指标：[得分] <= [分值]');
    expect(outcome.findings.map(({ cells }) => cells[0])).toEqual(['I15']);
    expect(outcome.remarks).toEqual(['无法核查“试”（A）：2 行读不出，第一处：I13 的“得分”没有填。']);
  });
});

describe('blanks', () => {
  it('are what is empty and what is marked as not applicable', () => {
    for (const J13 of [null, '—', '/', '无']) expect(on({ J13 }, '每个指标：[偏差原因] 为空').word).toBe('holds');
    expect(on({ J13: '雨季停工' }, '每个指标：[偏差原因] 为空').findings.map(({ cells, received }) => [cells, received])).toEqual([[['J13'], '雨季停工']]);
  });

  it('are left out of sums, averages and counts', () => {
    expect(on({ I13: null, H13: null }, '合计(得分) = 80 且 个数(得分) = 7').word).toBe('holds');
    expect(on({ I13: null }, '平均(得分, [一级指标] = “产出指标”) = 10').word).toBe('holds');
    expect(on({}, '合计(得分, [一级指标] = “成本指标”) = 0').word).toBe('holds');
  });
});

describe('numbers', () => {
  it.each<[Form['cells'], string]>([
    [{ A5: '项目资金（元）', E6: 800000, F6: 800000, G6: 800000 }, '[全年预算数] >= 50万元 且 [全年预算数] < 0.01亿元'], [{}, '[全年预算数] = 80万元 且 [全年预算数] = 800000元 且 [全年预算数] = 80'], [{}, '每个指标：若 [三级指标] = “养护总成本” 则 [实际完成值] <= [全年预算数]'],
    [{ I6: 98.25, F6: 80, G6: 78.6 }, '[执行率] = 98.25%'], [{ I6: { value: 0.9825, format: '0.00%' } }, '[执行率] = 98.25% 且 [执行率] 以“%”结尾'], [{}, '每个指标：若 [年度指标值] 包含 “%” 则 [实际完成值] >= [年度指标值]'],
    [{ I20: 0.1 + 0.2 }, '[总分] = 0.3'], [{ I20: '９９．５' }, '[总分] = 99.5'], [{}, '取整(-7.9) = -7 且 取整(7.9) = 7 且 四舍五入(2.345, 2) = 2.35 且 绝对值(-3) = 3 且 -(2 - 5) = 3'], [{}, '最大([年初预算数], [全年执行数], 90) = 90 且 最小(3, 2) = 2'],
    [{ I20: 99.3 }, '[总分] 约等于 99.25 且 非 [总分] 约等于 99.24'], [{}, '[总分] 约等于 101 误差 1'], [{}, '[年度] = 2022年 且 [总分值] = 100分'], [{}, '[全年执行数] 属于 {70、80}'],
  ])('on %j it holds that %s', (cells, formula) => {
    expect(on(cells, formula)).toMatchObject({ word: 'holds', remarks: [] });
  });

  it('are written as they stand in the cell, and computed ones with four digits at most', () => {
    expect(on({ I6: '98.250%', F6: 90 }, '[执行率] = 0', { message: '{[执行率]}，{[全年执行数] / [全年预算数]}，{百分数([全年执行数] / [全年预算数], 1)}，{[总分] > 3}，{[填报人]}' }).findings[0]?.message).toBe('98.250%，0.8889，88.9%，是，（[填报人] 读不出）');
  });
});

describe('a finding', () => {
  it('looks first at what ought to follow, then at the condition', () => {
    expect(on({ G14: null }, '每行：若 [实际完成值] 为空 则 [得分] = 0').findings.map(({ cells, expected, received }) => [cells, expected, received])).toEqual([[['I14', 'G14'], '0', '10']]);
  });

  it('names only the parts of 且 that fail', () => {
    expect(on({}, '[总分] = 100 且 [全年执行数] = 3 且 [年初预算数] = 4').findings[0]?.cells).toEqual(['G6', 'E6']);
  });

  it('bears the check’s clause, or the formula where it names none', () => {
    expect(on({}, '[总分] = 1', { basis: { document: '文', clause: '一' } }).findings[0]?.basis).toEqual({ document: '文', clause: '一', standing: 'quoted' });
    expect(on({}, '[总分] = 1').findings[0]?.basis).toEqual({ document: '自定义审核公式', clause: '试：[总分] = 1', standing: 'quoted' });
  });

  it('stands only on the kinds of table that the check is for', () => {
    expect(on({}, '[总分] = 1', { kinds: ['department'] })).toMatchObject({ word: 'not-applicable', findings: [], remarks: [] });
    expect(on({}, '[三公经费/本年决算] = 1').word).toBe('not-applicable');
    expect(on({ A1: '部门整体支出绩效自评表' }, '[总分] = 1', { kinds: ['department'] }).word).toBe('fails');
  });
});

describe('work is bounded', () => {
  const large = makeTable(many(2_000));
  const words = Array.from({ length: 150 }, (_, at) => `甲${at}`).join('、');

  it('stops after the steps allowed and says so', () => {
    const outcome = judge(large, check(`每个指标：${Array.from({ length: 30 }, (_, at) => `[得分] > ${-at - 1}`).join(' 且 ')}`));
    expect(outcome).toMatchObject({ word: 'stopped', findings: [] });
    expect(outcome.remarks.join()).toContain('没有算完');
    expect(outcome.steps).toBeLessThanOrEqual(MOST_STEPS + 1_000);
  });

  it('keeps what does not depend on the line: a sum inside every line is no square of the lines', () => {
    const outcome = judge(large, check('每个指标：[分值] <= 合计(分值, [得分] > 0)'));
    expect(outcome).toMatchObject({ word: 'holds', judged: 2_000 });
    expect(outcome.steps).toBeLessThan(40_000);
  });

  it('counts long texts letter by letter', () => {
    const spec = many(400);
    const long: TableSpec = { ...spec, groups: spec.groups?.map((group) => ({ ...group, indicators: group.indicators.map((one) => ({ ...one, reason: '因'.repeat(30_000) })) })) ?? [] };
    expect(judge(makeTable(long), check(`每个指标：[偏差原因] 不包含 {${words}} 且 [偏差原因] 不包含 “乙” 且 字数([偏差原因]) > 1`)).word).toBe('stopped');
  });

  it('gives so many findings and so many cells, and says that there are more', () => {
    const table = makeTable(many(MOST_FINDINGS + 50));
    const outcome = judge(table, check('每个指标：[得分] <= [分值]'));
    expect(outcome.findings).toHaveLength(MOST_FINDINGS);
    expect(outcome.remarks.join()).toContain(`只列出前 ${MOST_FINDINGS} 处`);
    expect(judge(table, check('合计(得分) = 1')).findings[0]?.cells).toHaveLength(MOST_CELLS);
  });

  it('holds for all checks of a table together', () => {
    const { rubric } = chooseRubric(large);
    const heavy = check(`每个指标：${Array.from({ length: 20 }, (_, at) => `[得分] > ${-at - 1}`).join(' 且 ')}`);
    const outcome = ownJudge(Array.from({ length: 100 }, () => heavy))(large, scoreTable(large, rubric), rubric);
    expect(outcome.complete).toBe(false);
    expect(outcome.remarks.length).toBeGreaterThan(50);
    expect(outcome.remarks.length).toBeLessThan(100);
  });
});

describe('a name that several groups have', () => {
  it.each(['二级指标“指标”内：合计(分值) = 90', '一级指标“指标”内：个数(三级指标) = 7', '一级指标“指标”内：最小(分值) = 10'])('%s is judged over all of them', (formula) => {
    expect(on({}, formula)).toMatchObject({ word: 'holds' });
  });
  it('has no points of one of them', () => {
    expect(on({}, '一级指标“指标”内：[一级指标分值] = 50')).toMatchObject({ word: 'unreadable', findings: [] });
  });
});

describe('约等于 between a figure in 万元 and one in 元', () => {
  const about = (target: string) => `若 [全年执行数] > 0 则 [全年执行数] 约等于 ${target}`;
  it.each([['80.04', '800449元'], ['80.04', '80.0404万元'], ['80.04', '800351元']])('%s万元 is about %s', (amount, target) => {
    expect(on({ G6: Number(amount) }, about(target))).toMatchObject({ word: 'holds' });
  });
  it.each(['800451元', '800349元', '80.046万元'])('80.04万元 is not about %s', (target) => {
    expect(on({ G6: 80.04 }, about(target))).toMatchObject({ word: 'fails' });
  });
  it('takes an amount of another unit than the form by its own digits', () => {
    const formula = '[年初预算数] 约等于 [全年执行数]';
    expect(on({ E6: '800449元', G6: 80.0449 }, formula)).toMatchObject({ word: 'holds' });
    expect(on({ E6: '800449元', G6: 80.2 }, formula)).toMatchObject({ word: 'fails' });
    expect(on({ A5: '项目资金（元）', E6: '80.1万元', G6: 801449 }, formula)).toMatchObject({ word: 'holds' });
  });
  it('is measured by the digits of 80.1万元 in a cell', () => {
    const formula = '[养护总成本/实际完成值] 约等于 [全年执行数]';
    expect(on({ G16: '80.1万元', G6: 80.1449 }, formula)).toMatchObject({ word: 'holds' });
    expect(on({ G16: '80.1万元', G6: 80.16 }, formula)).toMatchObject({ word: 'fails' });
  });
});
