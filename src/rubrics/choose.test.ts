// Which rubric judges which table, and what the table's own words change.
import { decimal } from '../model/decimal';
import { makeTable, type GroupSpec, type StatedSpec, type TableSpec } from '../../test/make-table';
import { RUBRICS } from './catalogue';
import { chooseRubric } from './choose';

const line = { name: '完成数量', target: '≥1个', actual: '1个', weight: 10, score: 10 };
const fund = { total: { final: 10, actual: 10, weight: 10, score: 10 } };
function groups(points: Readonly<Record<string, number | undefined>>): GroupSpec[] {
  return Object.entries(points).map(([name, weight]) => ({ name, ...(weight === undefined ? {} : { weight }), indicators: [line] }));
}
const NATIONAL = groups({ 产出指标: 50, 效益指标: 30, 满意度指标: 10 });
const HUNAN = groups({ 产出指标: 50, 效益指标: 40 });
const chosen = (spec: TableSpec, override?: string): string => chooseRubric(makeTable({ fund, ...spec }), { override: override ?? null }).rubric.id;

describe('without an override', () => {
  test.each<[string, TableSpec, string]>([
    ['nothing known: the national frame', { groups: NATIONAL }, 'mof-2020'],
    ['a province without a rubric', { province: '广东', groups: NATIONAL }, 'mof-2020'],
    ['成本 as a first-level group', { groups: groups({ 成本指标: 20, 产出指标: 40, 效益指标: 20, 满意度指标: 10 }) }, 'mof-2021-cost'],
    ['成本 as a first-level group without points', { groups: groups({ 成本指标: undefined, 产出指标: undefined, 效益指标: undefined, 满意度指标: undefined }) }, 'mof-2021-cost'],
    ['Hunan, by place and points', { province: '湖南', groups: HUNAN }, 'hunan-project-2022'],
    ['Hunan, department', { kind: 'department', province: '湖南', year: 2024, groups: HUNAN }, 'hunan-department-2024'],
    ['Hunan with points that only the cost frame has', { province: '湖南', groups: groups({ 成本指标: 20, 产出指标: 40, 效益指标: 20, 满意度指标: 10 }) }, 'mof-2021-cost'],
    ['a province whose points nothing known fits', { province: '湖南', groups: groups({ 产出指标: 70, 效益指标: 20 }) }, 'hunan-project-2022'],
    ['Hubei without a place, by its header', { fund: { declaredWeight: 20, without: ['weight'], headers: { score: '得分(20分*执行率)' }, total: { final: 10, actual: 10, score: 20 } }, groups: groups({ 产出指标: undefined }) }, 'hubei-2020'],
    ['points that the national frame lacks, no place', { year: 2021, groups: groups({ 项目决策: 10, 项目管理: 25, 项目产出: 30, 项目效益: 35 }) }, 'ningxia-2021'],
    ['the same points in a named other place', { province: '广东', year: 2021, groups: groups({ 项目决策: 10, 项目管理: 25, 项目产出: 30, 项目效益: 35 }) }, 'mof-2020'],
    ['marks of one province in a form of another', { province: '辽宁', fund: { declaredWeight: 20, without: ['weight'], headers: { score: '得分(20分*执行率)' }, total: { final: 10, actual: 10, score: 20 } }, groups: groups({ 产出指标: undefined }) }, 'mof-2020'],
    ['衔接资金 by its headers, over the place', { province: '四川', headers: { actual: '全年实际值', reason: '未完成原因及拟采取的改进措施' }, groups: NATIONAL }, 'bridging-funds-2022'],
    ['a county named in the title', { kind: 'department', year: 2023, province: '安徽', title: '寿县部门整体支出绩效自评表', groups: groups({ 决策规划: undefined, 管理执行: undefined }) }, 'shouxian-department-2023'],
    ['a street named after a province, in another', { province: '上海', year: 2022, fields: { 实施单位: '上海市徐汇区湖南路街道办事处' }, groups: NATIONAL }, 'shanghai-2022'],
    ['an office in another province', { province: '河南', year: 2022, fields: { 实施单位: '河南省人民政府驻上海办事处' }, groups: NATIONAL }, 'mof-2020'],
    ['a superseded rubric no longer', { province: '北京', year: 2022, groups: NATIONAL }, 'mof-2020'],
    ['in its year', { province: '北京', year: 2016, groups: groups({ 产出指标: 50 }) }, 'beijing-2016'],
    ['no points anywhere', { province: '湖南', fund: { without: ['weight', 'score'] }, without: ['weight', 'score'], groups: [{ name: '产出指标', indicators: [{ name: '储备到位率', target: '100%', actual: '100%' }] }] }, 'transfer-no-score'],
    ['a list of targets is not a form without scores', { kind: 'targets', fund: null, without: ['weight', 'score', 'actual'], groups: [{ name: '产出指标', indicators: [{ name: '储备到位率', target: '100%' }] }] }, 'mof-2020'],
  ])('%s', (_, spec, id) => {
    expect(chosen(spec)).toBe(id);
  });

  test('rules read from software are never chosen by themselves', () => {
    const specs: TableSpec[] = [2021, 2025].flatMap((year) => (['project', 'department'] as const).map((kind) => ({ year, kind, groups: NATIONAL })));
    for (const spec of specs) expect(chosen(spec)).not.toMatch(/^software/);
  });

  test('the sentence names what decided', () => {
    expect(chooseRubric(makeTable({ fund, province: '湖南', groups: HUNAN })).why).toBe('地区为湖南，表头分值与之一致，年度为 2022，采用“湖南省项目支出绩效自评表（县区）”。');
    expect(chooseRubric(makeTable({ fund, province: '广东', groups: NATIONAL })).why).toBe('没有广东项目支出自评表的专门口径，表头分值与之一致，采用全国通行口径“项目支出绩效评价管理办法（单位自评）”。');
  });
});

describe('with an override', () => {
  test.each(RUBRICS.map((rubric) => rubric.id))('%s is used whatever the table says', (id) => {
    expect(chosen({ province: '湖南', groups: HUNAN }, id)).toBe(id);
  });

  test('an unknown id is said and the choice is made without it', () => {
    const choice = chooseRubric(makeTable({ fund, province: '湖南', groups: HUNAN }), { override: 'nowhere' });
    expect(choice.rubric.id).toBe('hunan-project-2022');
    expect(choice.why).toMatch(/^没有编号为“nowhere”的口径，已自动选用：/);
  });
});

describe('what the table states goes over the rubric', () => {
  const stated: Readonly<Record<string, StatedSpec>> = {
    weights: { kind: 'group-weights', quote: '产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分', weights: [['产出指标', 'output', 50], ['效益指标', 'outcome', 30], ['满意度指标', 'satisfaction', 10], ['预算资金执行率', 'execution', 10]].map(([name, aspect, weight]) => ({ name: String(name), aspect: aspect as 'output', weight: decimal(weight ?? 0) })) },
    denominator: { kind: 'denominator', of: 'originalBudget', quote: '执行率=执行数/年初预算' },
    underspend: { kind: 'underspend-reason', below: decimal(0.85), quote: '执行率未达到85%的需说明原因' },
    whole: { kind: 'rounding', decimals: 0, quote: '各项得分四舍五入取整数' },
    bands: { kind: 'qualitative-bands', lows: [decimal(0.8), decimal(0.5), decimal(0)], quote: '100-80%(含80%)、80-50%(含50%)、50-0%' },
  };
  const choose = (...rules: StatedSpec[]) => chooseRubric(makeTable({ fund, groups: groups({ 产出指标: 70, 效益指标: 20, 满意度指标: 10 }), stated: rules }));
  const rule = (name: string): StatedSpec => {
    const found = stated[name];
    if (!found) throw new Error(name);
    return found;
  };

  test('a note wins over the headers, which are not taken for the scheme', () => {
    const { rubric, overridden } = choose(rule('weights'));
    expect(rubric.weights).toMatchObject({ standing: 'quoted', value: [{ weight: 50 }, { weight: 30 }, { weight: 10 }, { weight: 10 }] });
    expect(overridden).toHaveLength(1);
  });

  test('headers alone leave the authority’s scheme as it is', () => {
    const { rubric, overridden } = choose();
    expect(rubric.weights?.value.find((group) => group.aspect === 'output')?.weight).toBe(50);
    expect(overridden).toEqual([]);
  });

  test('denominator, threshold and bands', () => {
    const { rubric, overridden } = choose(rule('denominator'), rule('underspend'), rule('bands'));
    expect(rubric.execution).toMatchObject({ value: { denominator: 'originalBudget' }, standing: 'quoted', quote: '执行率=执行数/年初预算' });
    expect(rubric.reasons.value.executionBelow).toBe(0.85);
    expect(rubric.qualitative?.value.map(({ low, high }) => [low, high])).toEqual([[0.8, 1], [0.5, 0.8], [0, 0.5]]);
    expect(overridden).toHaveLength(3);
  });

  test('points in whole numbers', () => {
    const { rubric, overridden } = choose(rule('whole'));
    expect(rubric.rounding).toMatchObject({ value: 0, standing: 'quoted', quote: '各项得分四舍五入取整数' });
    expect(overridden).toHaveLength(1);
  });

  test('a form with the original budget only divides by it', () => {
    const { rubric, overridden } = chooseRubric(makeTable({ fund: { ...fund, without: ['finalBudget'] }, groups: NATIONAL }));
    expect(rubric.execution.value.denominator).toBe('originalBudget');
    expect(overridden).toEqual(['执行率分母为年初预算数（表头 E2 只有这一栏预算）']);
  });

  test('the catalogue itself is never changed', () => {
    const before = JSON.stringify(RUBRICS);
    choose(rule('weights'), rule('denominator'), rule('underspend'), rule('bands'));
    expect(JSON.stringify(RUBRICS)).toBe(before);
  });
});
