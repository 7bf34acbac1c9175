// Scores by the national frame and by rubrics that differ from it, on small tables.
import type { Rubric } from '../model/rubric';
import type { ScoreItem } from '../model/scorecard';
import type { Table } from '../model/table';
import { findRubric } from '../rubrics/catalogue';
import { makeGrid } from '../../test/make-grid';
import { oneTable } from '../../test/one-table';
import { makeTable, type FundSpec, type IndicatorSpec, type TableSpec } from '../../test/make-table';
import { coefficientScore } from './indicator';
import { scoreTable } from './score-table';

function rubric(id = 'mof-2020'): Rubric {
  const found = findRubric(id);
  if (!found) throw new Error(id);
  return found;
}

function one(spec: Partial<IndicatorSpec>, id?: string, more: TableSpec = {}): ScoreItem {
  const card = scoreTable(makeTable({ ...more, groups: [{ name: '产出指标', indicators: [{ name: '完成数量', weight: 10, score: 10, ...spec }] }] }), rubric(id));
  const item = card.items.at(-1);
  if (!item) throw new Error('no item');
  return item;
}

function execution(fund: FundSpec, id?: string): ScoreItem {
  const item = scoreTable(makeTable({ fund: { total: { weight: 10, score: 10 }, ...fund } }), rubric(id)).items[0];
  if (!item) throw new Error('no item');
  return item;
}

/** State with the rounded range: "unmet 6.25", "band 8-10", "unknown". */
function verdict({ state, low, high }: ScoreItem): string {
  if (!low || !high) return state;
  const [from, to] = [low.toDecimalPlaces(2).toString(), high.toDecimalPlaces(2).toString()];
  return `${state} ${from === to ? from : `${from}-${to}`}`;
}

describe('execution', () => {
  test('is the weight times spending over the final budget, unrounded', () => {
    const item = execution({ total: { original: 43, final: 43, actual: 28, weight: '10分', score: 100 } });
    expect(verdict(item)).toBe('execution 6.51');
    expect(item.derivation).toBe('10 × 28 ÷ 43 = 6.51');
    expect(item.low?.times(43).toDecimalPlaces(20).toString()).toBe('280');
  });

  test('keeps figures as written in the derivation', () => {
    expect(execution({ total: { original: 153.53, final: '127.10', actual: '124.88', weight: 10, score: 9.8 } }).derivation).toBe('10 × 124.88 ÷ 127.10 = 9.83');
  });

  test('is never above the weight', () => {
    const item = execution({ total: { final: 100, actual: 120, weight: 10, score: 10 } });
    expect(verdict(item)).toBe('execution 10');
    expect(item.derivation).toBe('10 × 120 ÷ 100 = 12，不超过分值，计 10');
  });

  test('divides by the original budget where the rubric says so', () => {
    expect(verdict(execution({ total: { original: 200, final: 100, actual: 100, weight: 10, score: 10 } }, 'beijing-2016'))).toBe('execution 5');
  });

  test('divides by the only budget column that the form has and says so', () => {
    const item = execution({ without: ['finalBudget'], total: { original: 200, actual: 100, weight: 10, score: 10 } });
    expect(verdict(item)).toBe('execution 5');
    expect(item.derivation).toContain('按年初预算数计算');
  });

  test('is not guessed from the parts when the total line is 0', () => {
    const item = execution({ total: { final: 0, actual: 0, rate: 0, weight: 10, score: 0 }, parts: [{ label: '其中：本年财政拨款', final: 132.912, actual: 132.912 }] });
    expect(verdict(item)).toBe('unknown');
    expect(item.derivation).toBe('年度资金总额的全年预算数为 0，无法计算执行率；其中“本年财政拨款”填有预算数 132.912、执行数 132.912，请先补全合计行');
  });

  test('follows from the written rate where the form gives no amounts', () => {
    expect(verdict(execution({ total: { rate: '76%', weight: 10, score: 7.6 } }))).toBe('execution 7.6');
    // 执行率（C/(A+B)）: no column has the budget.
    const item = execution({ without: ['originalBudget', 'finalBudget'], total: { actual: 95, rate: '95%', weight: 10, score: 8.5 } });
    expect([verdict(item), item.derivation]).toEqual(['execution 9.5', '10 × 95% = 9.5（按所填执行率计算）']);
  });

  test('does not mix up 元 and 万元', () => {
    expect(verdict(execution({ unit: '万元', total: { final: 50, actual: '250000元', weight: 10, score: 5 } }))).toBe('execution 5');
  });

  test('takes the header points where the line has no weight', () => {
    const item = execution({ declaredWeight: 20, without: ['weight'], total: { final: 104, actual: 103.97, score: 19 } }, 'hubei-2020');
    expect(verdict(item)).toBe('execution 19.99');
    expect(item.weight?.toString()).toBe('20');
  });

  test('is no item where the form shows the rate without scoring it', () => {
    const table = makeTable({ fund: { without: ['weight', 'score'], total: { final: 10, actual: 10, rate: '100%' } } });
    expect(scoreTable(table, rubric('transfer-no-score')).items).toEqual([]);
  });

  test('a score beside the amounts that the list counts on a line of its own is counted once', () => {
    const table = makeTable({
      fund: { without: ['weight'], total: { final: 100, actual: 98, score: 9.8 } }, total: { weight: 100, score: 99.8 },
      groups: [{ name: '产出指标', indicators: [{ name: '省级专项资金执行率', weight: 10, score: 9.8 }, { name: '完成数量', weight: 90, score: 90 }] }],
    });
    expect(scoreTable(table, rubric()).items.map((item) => item.name)).toEqual(['省级专项资金执行率', '完成数量']);
  });

  test('points beside a block without a column for them are those of the lines that make the whole', () => {
    const table = makeTable({
      fund: { declaredWeight: 20, without: ['weight', 'score'], total: { final: 36, actual: 34 } }, total: { weight: 100, score: 100 },
      groups: [{ name: '过程', indicators: [{ name: '资金使用合规性', weight: 20, score: 20 }, { name: '完成数量', weight: 80, score: 80 }] }],
    });
    expect(scoreTable(table, rubric()).items.map((item) => item.name)).toEqual(['资金使用合规性', '完成数量']);
  });

  test('is no item where what stands under 得分 is the whole table’s total', () => {
    const fund = { without: ['weight'] as const, total: { final: 500, actual: 465, score: 96.8 } };
    const items = (total: number): number => scoreTable(makeTable({ fund, total: { weight: 100, score: total } }), rubric()).items.length;
    expect([items(96.8), items(99)]).toEqual([0, 0]);
    expect(scoreTable(makeTable({ fund: { without: ['weight'], total: { final: 500, actual: 465, score: 18.6 } } }), rubric()).items).toHaveLength(1);
  });

  test('given as an indicator is scored by the fund block', () => {
    const fund = { without: ['weight', 'score'] as const, total: { final: 64.8, actual: 64.8 } };
    expect(verdict(one({ name: '预算执行率', target: '—', actual: '90%', isExecution: true, score: 9 }, 'ningxia-2021', { fund }))).toBe('execution 10');
    expect(verdict(one({ name: '预算执行率', target: '—', actual: '90%', isExecution: true, score: 9 }, 'ningxia-2021'))).toBe('execution 9');
    expect(verdict(one({ name: '预 算 执 行 率', target: '—', actual: '90%', isExecution: true, score: 9 }, 'ningxia-2021'))).toBe('execution 9');
  });
});

describe('the execution rate by rules of the form itself', () => {
  const fund: FundSpec = { without: ['weight', 'score'], total: { final: 16842.75, actual: 16505.9 } };
  const rate = (spec: Partial<IndicatorSpec>, more: TableSpec = { fund }): string => {
    const item = one({ name: '预算执行率', isExecution: true, weight: 4, ...spec }, 'mof-2020', more);
    return `${verdict(item)} ${item.alternative?.toDecimalPlaces(2).toString() ?? '-'}`;
  };

  test.each<[string, Partial<IndicatorSpec>, string]>([
    ['a target of its own that is met gives full marks', { target: '≥95%', actual: '98%' }, 'execution 4 3.92'],
    ['a target that is not met: the rate’s share, or the target’s', { target: '≥95%', actual: '90%' }, 'execution 3.6 3.79'],
    ['all of the budget as target: the rate', { target: '100%', actual: '98%' }, 'execution 3.92 3.92'],
    ['a limit that is kept', { target: '≤100%', actual: '98%' }, 'execution 4 3.92'],
    ['steps of its own', { target: '=100%', actual: '98%', method: '每低1个百分点扣0.5分' }, 'execution 0-4 -'],
    ['a share of the budget is not the whole', { name: '基本支出预算执行率', target: '100%', actual: '90%' }, 'execution 3.6 3.6'],
    ['another indicator in the group is judged by its target', { name: '预算调整率', target: '≤10%', actual: '3%' }, 'met 4 -'],
  ])('%s', (_, spec, expected) => {
    expect(rate(spec)).toBe(expected);
  });

  test.each([
    ['执行率96.5%', '得分=执行率×4', 'execution 3.86'], ['2022年度预算执行率为96.5%。', '预算执行率*分值', 'execution 3.86'],
    ['执行率96.5%', '按进度评分', 'unknown'], ['上半年45%，全年执行率96.5%', '执行率×4', 'unknown'], ['执行率96.5%', '执行率×4，低于98%的扣1分', 'execution 0-4'],
    ['执行率96.5%', '当执行率≥90%，得分=4；否则得分=执行率×4', 'unknown'], ['执行率96.5%', '得分=执行率×分值×系数', 'unknown'],
    ['上级资金执行率96.5%', '得分=执行率×4', 'unknown'], ['其中项目支出执行率96.5%', '得分=执行率×4', 'unknown'], ['执行率96.5%', '得分=4×执行率', 'execution 3.86'],
  ])('%s in words beside %s', (actual, method, expected) => {
    expect(rate({ target: '', actual, method }, {})).toBe(`${expected} -`);
  });

  test('a score from the rate as it is written is accepted', () => {
    const item = execution({ total: { final: 6850, actual: 6712, rate: '97.99%', weight: 20, score: 19.598 } });
    expect([item.low?.toDecimalPlaces(4).toString(), item.alternative?.toString()]).toEqual(['19.5971', '19.598']);
    expect(execution({ total: { final: 6850, actual: 6712, rate: '96%', weight: 20, score: 19.2 } }).alternative).toBeNull();
  });

  test('steps in a header leave the points to the form, unless they tell all of them', () => {
    expect(verdict(execution({ headers: { score: '得分（执行率≥95%得满分，不足的酌情扣分）' }, total: { final: 100, actual: 90, weight: 10, score: 7.5 } }))).toBe('execution 0-10');
    expect(verdict(execution({ headers: { score: '得分（执行率≥95%得满分，每低1%扣0.5分）' }, total: { final: 100, actual: 90, weight: 10, score: 9 } }))).toBe('execution 7.5');
    // How the points add up is no standard: the rate decides.
    expect(verdict(execution({ headers: { score: '得分（合计100分：预算执行率10分）' }, total: { final: 100, actual: 90, weight: 10, score: 7.5 } }))).toBe('execution 9');
    expect(verdict(execution({ headers: { score: '得分（执行率100%得10分，不足的按比例得分）' }, total: { final: 100, actual: 90, weight: 10, score: 9 } }))).toBe('execution 9');
  });

  test('the rubric’s weight gives way to a score above it', () => {
    expect(execution({ without: ['weight'], total: { final: 100, actual: 98, score: 19.6 } }).weight).toBeNull();
    expect(execution({ without: ['weight'], total: { final: 100, actual: 98, score: 9.8 } }).weight?.toString()).toBe('10');
  });
});

describe('quantitative targets', () => {
  test.each<[string, Partial<IndicatorSpec>, string]>([
    ['met', { target: '≥5次', actual: '12次' }, 'met 10'],
    ['unmet, proportional', { target: '≥8次', actual: '5次' }, 'unmet 6.25'],
    ['nothing done', { target: '≥8次', actual: '0次' }, 'unmet 0'],
    ['below 0 stays at 0', { name: '收入增长率', target: '≥5%', actual: '-5%' }, 'unmet 0'],
    ['a limit kept', { target: '≤80万元', actual: '80万元' }, 'met 10'],
    ['people in a column of 万人', { target: '2', unit: '万人', nature: '≥', actual: '19000' }, 'unmet 9.5'],
    ['a limit in 万元 kept in 元', { target: '80', unit: '万元', nature: '≤', actual: '798000' }, 'met 10'],
    ['a limit exceeded', { target: '≤5300元/户', actual: '5830元/户' }, 'exceeded 9.09'],
    ['equal', { target: '=42个', actual: '42' }, 'met 10'],
    ['short of an exact target', { name: '政策知晓率', target: '=100%', actual: '98%' }, 'unmet 9.8'],
    ['over an exact target', { target: '=100人', actual: '120人' }, 'met 10'],
    ['bare numbers, more is better', { target: '1', actual: '5' }, 'met 10'],
    ['bare numbers, unmet', { name: '采购执行率', target: '100%', actual: '72.74%' }, 'unmet 7.27'],
    ['less is better by its name, kept', { name: '公用经费控制率', target: '100%', actual: '97%' }, 'met 10'],
    ['less is better by its name, exceeded: not judged', { name: '投诉率', target: '3%', actual: '5%' }, 'unknown'],
    ['a cost by its subgroup, not judged', { sub: '成本指标', name: '购置款', target: '28万元', actual: '30万元' }, 'unknown'],
    ['words that turn a name round', { name: '投诉处理数', target: '10件', actual: '9件' }, 'unknown'],
    ['a rate of what was done to the unwanted', { name: '投诉处理率', target: '100%', actual: '90%' }, 'unmet 9'],
    ['a saving on a bare cost', { name: '项目总成本', target: '202.6万元', actual: '132.9万元' }, 'met 10'],
    ['zero of a loss', { name: '变质比例', target: '0', actual: '0' }, 'met 10'],
    ['a copied operator', { target: '≥266米', actual: '≥266米' }, 'met 10'],
    ['inside a range', { target: '5-8次', actual: '6次' }, 'met 10'],
    ['outside a range', { target: '5-8次', actual: '4次' }, 'band 0-10'],
    ['words for a number', { target: '≥5次', actual: '达成目标' }, 'unknown'],
    ['no actual', { target: '≥5次', actual: '' }, 'unknown'],
    ['no target', { target: '', actual: '5次' }, 'unknown'],
  ])('%s', (_, spec, expected) => {
    expect(verdict(one({ name: '完成数量', ...spec }))).toBe(expected);
  });

  test('the derivation can be recomputed by hand', () => {
    expect(one({ target: '≥8次', actual: '5次' }).derivation).toBe('10 × 5 ÷ 8 = 6.25');
    expect(one({ target: '≤80万元', actual: '100万元' }).derivation).toBe('10 × 80 ÷ 100 = 8');
    expect(one({ target: '≤80万元', actual: '1000000元' }).derivation).toBe('10 × 80 ÷ 100 = 8');
  });

  test('both rules in use for limits are accepted unless the rubric names one', () => {
    const spec: IndicatorSpec = { name: '成本', target: '≤80万元', actual: '100万元' };
    expect(one(spec).alternative?.toString()).toBe('7.5');
    expect([verdict(one(spec, 'hubei-2020')), one(spec, 'hubei-2020').alternative]).toEqual(['exceeded 8', null]);
    expect([verdict(one(spec, 'software-2021')), one(spec, 'software-2021').derivation]).toEqual(['exceeded 7.5', '10 × (1 − (100 − 80) ÷ 80) = 7.5']);
  });

  test('twice the limit is worth nothing by the linear rule, never less', () => {
    expect(verdict(one({ name: '成本', target: '≤10万元', actual: '40万元' }, 'software-2021'))).toBe('exceeded 0');
  });

  test('a scoring standard of its own leaves the deduction to the standard', () => {
    expect(verdict(one({ name: '群众满意度', target: '≥90%', actual: '80%', method: '90%以上得10分，每降5%扣1分，扣完为止' }))).toBe('unmet 0-10');
    expect(verdict(one({ name: '群众满意度', target: '≥90%', actual: '81%', method: '得分=B/A*该指标分值' }))).toBe('unmet 9');
  });
});

describe('amounts that give no rate', () => {
  test.each<[string, FundSpec, string]>([
    ['a blank', { total: { weight: 10, score: 10, final: 80 } }, '年度资金总额的全年执行数未填，无法计算执行率'],
    ['Chinese numerals', { total: { weight: 10, score: 10, final: 80, actual: '捌拾' } }, '年度资金总额的全年执行数不是数字，无法计算执行率'],
    ['less than nothing', { total: { weight: 10, score: 10, final: 80, actual: -80 } }, '年度资金总额的全年执行数是负数，无法计算执行率'],
  ])('%s is said', (_, fund, why) => {
    expect(execution(fund)).toMatchObject({ state: 'unknown', low: null, derivation: why });
  });
});

describe('units', () => {
  test('a bare 0.93 beside a range of shares has lost its sign', () => {
    expect(verdict(one({ name: '防治效果', target: '90%-95%', actual: 0.93 }))).toBe('unknown');
    expect(verdict(one({ name: '防治效果', target: '90%-95%', actual: '93%' }))).toBe('met 10');
    expect(verdict(one({ name: '防治效果', target: '90%-95%', actual: '80%' }))).toBe('band 0-10');
  });

  test('a share of 0.986 beside a bare 90 has lost its sign, or is what it says', () => {
    expect(verdict(one({ name: '数据有效率', target: '≥90', actual: 0.986 }))).toBe('unknown');
    expect(verdict(one({ name: '数据有效率', target: '≥90', actual: 88.2 }))).toBe('unmet 9.8');
    expect(verdict(one({ name: '新增病床', target: '≥90', actual: 0.9 }))).toBe('unmet 0.1');
  });

  test.each<[string, IndicatorSpec, string]>([
    ['2万人次 and 25000', { name: '受众人数', target: '≥2万人次', actual: '25000' }, 'met 10'],
    ['2万人次 and 2.5: the 万 was meant', { name: '受众人数', target: '≥2万人次', actual: '2.5' }, 'met 10'],
    ['万元 against a bare number', { name: '项目总成本', target: '≤202.6万元', actual: '132.9' }, 'met 10'],
    ['98 for 98 %', { name: '及时率', target: '≥95%', actual: '90' }, 'unmet 9.47'],
    ['0.9 for 90 %', { name: '及时率', target: '≥90%', actual: '0.9' }, 'met 10'],
    ['cubic metres by word and by sign', { name: '节水量', target: '≥10万立方米', actual: '9万m³' }, 'unmet 9'],
    ['a rate of the year and its number', { name: '巡检次数', target: '≥10次/年', actual: '9次' }, 'unmet 9'],
    ['kilometres and metres', { name: '道路里程', target: '≥2公里', actual: '1800米' }, 'unmet 9'],
    ['money for each of something said once', { name: '亩均投资', target: '≥1500元/亩', actual: '1350元' }, 'unmet 9'],
    ['money for each of two things', { name: '补助标准', target: '≥1500元/亩', actual: '1350元/人' }, 'unknown'],
    ['a unit column', { name: '学生人数', nature: '≥', target: '735', unit: '人次', actual: '700' }, 'unmet 9.52'],
    ['points and percent', { name: '组织管理', target: '100分', actual: '100%' }, 'unknown'],
    ['money and percent', { name: '拨付金额', target: '28万', actual: '100%' }, 'unknown'],
    ['a count and percent', { name: '培训场次', target: '5', actual: '100%' }, 'unknown'],
  ])('%s', (_, spec, expected) => {
    expect(verdict(one(spec))).toBe(expected);
  });

  test('different units are said', () => {
    expect(one({ name: '组织管理', target: '100分', actual: '100%' }).derivation).toBe('指标值（100分）与实际完成值（100%）单位不同，无法计算');
  });
});

describe('words and dates', () => {
  test.each<[string, string, string, string, string]>([
    ['the words of the target', '浓厚', '浓厚', 'band 8-10', 'mof-2020'],
    ['达成', '持续提升', '达成预期指标', 'band 8-10', 'mof-2020'],
    ['基本达成 as the notes have it: 全部或基本达成', '持续提升', '基本达成预期指标', 'band 8-10', 'mof-2020'],
    ['基本达到, either of two', '持续提升', '基本达到', 'band 6-10', 'mof-2020'],
    ['部分达成', '持续提升', '部分达成预期指标', 'band 6-8', 'mof-2020'],
    ['部分达成 in Hubei', '持续提升', '部分达成预期指标', 'band 5-8', 'hubei-2020'],
    ['未达成', '持续提升', '未达成', 'band 0-6', 'mof-2020'],
    ['other words', '持续提升', '水平有所改善', 'band 0-10', 'mof-2020'],
    ['a bare percentage', '持续提升', '100%', 'band 0-10', 'mof-2020'],
    ['a rubric without bands', '持续提升', '达成', 'band 0-10', 'hebei-2020'],
    ['nothing', '持续提升', '', 'unknown', 'mof-2020'],
    ['in time', '2022年12月底前', '2022年11月', 'met 10', 'mof-2020'],
    ['in the same month', '2022年12月31日前', '2022年12月完成', 'met 10', 'mof-2020'],
    ['late', '2022年10月底前', '2022年11月', 'band 0-10', 'mof-2020'],
    ['next year', '2022年12月31日前', '2023年1月5日', 'band 0-10', 'mof-2020'],
    ['a percentage against a date', '2022年12月31日前', '100%', 'unknown', 'mof-2020'],
    ['words against a date', '2022年12月31日前', '按时完成', 'unknown', 'mof-2020'],
  ])('%s', (_, target, actual, expected, id) => {
    expect(verdict(one({ name: '工作成效', target, actual }, id))).toBe(expected);
  });
});

describe('forms that differ', () => {
  test('a form without weights accepts the score of a target that is met, and cannot compute the others', () => {
    const form: TableSpec = { without: ['weight'] };
    expect(verdict(one({ name: '期数', target: '200期', actual: '200期', score: 8 }, 'hubei-2020', form))).toBe('met 8');
    const unmet = one({ name: '场次', target: '10场', actual: '9场', score: 7 }, 'hubei-2020', form);
    expect(verdict(unmet)).toBe('unmet');
    expect(unmet.derivation).toContain('没有分值');
  });

  test('a unit may be any word', () => {
    for (const unit of ['constructor', 'toString', '__proto__']) expect(verdict(one({ name: '次数', target: `5${unit}`, actual: `5${unit}`, weight: 5, score: 5 }))).toBe('met 5');
  });

  test('a coefficient does not excuse an unmet target', () => {
    expect(verdict(one({ name: '政府采购执行率', target: '100%', actual: '72.74%', coefficient: '100%', weight: 2, score: 2 }, 'chongqing-department-2021'))).toBe('unmet 1.45');
  });

  test('a coefficient gives the score where the target says nothing', () => {
    const spec: IndicatorSpec = { name: '三公经费变动率', target: '', actual: '', coefficient: '80%', weight: 5, score: 4 };
    expect(verdict(one(spec, 'chongqing-department-2021'))).toBe('unmet 4');
    const indicator = makeTable({ groups: [{ name: '指标', indicators: [spec] }] }).indicators[0];
    expect(indicator && coefficientScore(indicator)?.toString()).toBe('4');
  });

  test('indicators that share one score cell are one item with the weights of all', () => {
    const lines: IndicatorSpec[] = [{ name: '经济效益', target: '提升', actual: '提升', weight: 6, score: 9 }, { name: '社会效益', target: '≥5次', actual: '4次', weight: 4, score: 0 }, { name: '满意度', target: '≥90%', actual: '95%', weight: 5, score: 5 }];
    const table = makeTable({ groups: [{ name: '效益指标', indicators: lines }] });
    const merged = { ...table, indicators: table.indicators.map((indicator, index) => (index === 1 ? { ...indicator, score: null } : indicator)) };
    expect(scoreTable(merged, rubric()).items.map((item) => [item.name, item.weight?.toString(), item.claimed?.toString(), verdict(item)])).toEqual([
      ['经济效益', '10', '9', 'band 0-10'], ['满意度', '5', '5', 'met 5'],
    ]);
  });

  test('template lines are no items', () => {
    expect(scoreTable(makeTable({ groups: [{ name: '产出指标', indicators: [{ name: '指标2：', placeholder: true }] }] }), rubric()).items).toEqual([]);
  });

  test('a list of targets is not scored', () => {
    const table = makeTable({ kind: 'targets', without: ['score', 'actual', 'weight'], groups: [{ name: '产出指标', indicators: [{ name: '里程', target: '≥5公里' }] }] });
    expect(scoreTable(table, rubric()).items).toEqual([]);
  });
});

describe('totals', () => {
  const table = (scores: { execution: number; output: CellScore; words: CellScore }, total: TableSpec['total'] = { weight: 100, score: 99.8 }) => makeTable({
    fund: { total: { final: 127.1, actual: 124.88, weight: 10, score: scores.execution } },
    groups: [{ name: '产出指标', weight: 50, indicators: [{ name: '活动', target: '≥8次', actual: '10次', weight: 50, score: scores.output }] }, { name: '效益指标', weight: 40, indicators: [{ name: '氛围', target: '浓厚', actual: '浓厚', weight: 40, score: scores.words }] }],
    total,
  });
  type CellScore = number | undefined;
  const figures = (spec: Parameters<typeof table>[0], total?: TableSpec['total']) => {
    const card = scoreTable(table(spec, total), rubric());
    return [card.claimedSum, card.computed, card.low?.toDecimalPlaces(2), card.high?.toDecimalPlaces(2), card.weightSum].map((value) => value?.toString() ?? null);
  };

  test('what the rubric allows counts as claimed, bands make a range', () => {
    expect(figures({ execution: 9.8, output: 50, words: 40 })).toEqual(['99.8', '99.8', '91.83', '99.83', '100']);
  });

  test('what it does not allow counts as computed', () => {
    expect(figures({ execution: 10, output: 50, words: 30 })).toEqual(['90', '91.83', '91.83', '99.83', '100']);
  });

  test('a score within the rounding of its amounts widens the range', () => {
    const fund = { total: { final: 3.75, actual: 3.47, weight: 10, score: 9.26, rate: '92.57%' } };
    const card = scoreTable(makeTable({ fund, groups: [{ name: '效益指标', indicators: [{ name: '氛围', target: '浓厚', actual: '浓厚', weight: 90, score: 90 }] }], total: { weight: 100, score: 99.26 } }), rubric());
    expect([card.computed, card.high].map(String)).toEqual(['99.26', '99.26']);
  });

  test('a total is open while a band has no score', () => {
    expect(figures({ execution: 9.8, output: 50, words: undefined })[1]).toBeNull();
  });

  test('grades follow from the computed score only when the whole range lies in one', () => {
    expect(scoreTable(table({ execution: 9.8, output: 50, words: 40 }, { score: 99.8, grade: '优' }), rubric())).toMatchObject({ grade: '优', claimedGrade: '优' });
    const wide = makeTable({ groups: [{ name: '效益指标', indicators: [{ name: '氛围', target: '浓厚', actual: '较为浓厚', weight: 100, score: 85 }] }] });
    expect(scoreTable(wide, rubric()).grade).toBeNull();
  });

  test('one reason for many items is told once', () => {
    const spec: TableSpec = { without: ['target', 'actual'], groups: [{ name: '过程', indicators: ['制度健全性', '资金合规性', '信息公开'].map((name) => ({ name, weight: 5, score: 5 })) }] };
    expect(scoreTable(makeTable(spec), rubric()).notComputed).toEqual(['I3 制度健全性等3项：本表按评分标准打分，不设年度指标值，得分不作推算']);
  });

  test('what could not be computed is listed with its cell and reason', () => {
    const card = scoreTable(makeTable({ groups: [{ name: '产出指标', indicators: [{ name: '组织管理', target: '100分', actual: '100%', weight: 10, score: 10 }] }] }), rubric());
    expect(card.notComputed).toEqual(['I3 组织管理：指标值（100分）与实际完成值（100%）单位不同，无法计算']);
    expect(card.computed?.toString()).toBe('10');
  });

  test('a line without points is nothing to compute', () => {
    const card = scoreTable(makeTable({ groups: [{ name: '产出指标', indicators: [{ name: '不涉及', target: '—', actual: '—', weight: 0, score: 0 }, { name: '组织管理', target: '5次', actual: '5次', weight: 10, score: 10 }] }] }), rubric());
    expect(card.notComputed).toEqual([]);
  });
});

test.each([
  ['6月底前', '5月', 'met 10'],
  ['6月底前', '7月', 'band 0-10'],
  ['≤2h', '2.5小时', 'exceeded 8'],
  ['0亩', '12亩', 'unknown'],
  ['12.31前', '12.20', 'met 10'],
  ['11.30前', '12.20', 'band 0-10'],
  ['压减70%以上', '压减72%', 'met 10'],
  ['较上年增长5%', '较上年增长4%', 'unmet 8'],
  ['下降3%', '增长2%', 'unknown'],
  ['提高到95%', '提高到96%', 'unknown'],
])('%s answered with %s: %s', (target, actual, expected) => {
  expect(verdict(one({ name: '办件量增长率', target, actual }))).toBe(expected);
});

test('a fund block alone has an item and no total', () => {
  const card = scoreTable(makeTable({ fund: { total: { final: 10, actual: 9, weight: 10, score: 9 } }, groups: [] }), rubric());
  expect([card.items.length, card.computed, card.low]).toEqual([1, null, null]);
});

test('points of the execution that were not found leave the whole uncomputed, and say so', () => {
  const groups = [{ name: '产出指标', indicators: [{ name: '完成数量', target: '≥10个', actual: '10个', weight: 90, score: 90 }] }];
  const unseen = scoreTable(makeTable({ groups, total: { weight: 100, score: 99.5 } }), rubric());
  expect([unseen.computed, unseen.low, unseen.grade, unseen.notComputed.at(-1)]).toEqual([null, null, null, expect.stringContaining('预算执行的10分没有在表里认出')]);
  const plain = scoreTable(makeTable({ groups, total: { weight: 100, score: 90 } }), rubric());
  expect(plain.computed?.toString()).toBe('90');
});

test('a month of the year under 时效 is not counted down', () => {
  expect(one({ name: '活动完成', sub: '时效指标', target: '12月', actual: '11月' }).state).toBe('unknown');
  expect(verdict(one({ name: '活动完成', sub: '时效指标', target: '12月', actual: '12月' }))).toBe('met 10');
  expect(verdict(one({ name: '发放补助', sub: '数量指标', target: '12个月', actual: '9个月' }))).toBe('unmet 7.5');
});

test('some of the points are no whole where others stand in a list that was not read', () => {
  const table = makeTable({ groups: [{ name: '产出指标', indicators: [{ name: '完成数量', weight: 85, score: 80 }] }] });
  const range = { top: 2, left: 1, bottom: 5, right: 6 };
  const computed = (notUnderstood: Table['notUnderstood']): unknown => scoreTable({ ...table, notUnderstood }, rubric()).computed?.toString() ?? null;
  expect([computed([]), computed([{ range, reason: '右侧还有一组指标' }]), computed([{ range, reason: '另有一组评分项', scored: true }])]).toEqual(['80', '80', null]);
});

test('an execution rate among the indicators of a form without points is met as the other lines are', () => {
  const grid = (target: string, actual: string): Table => oneTable(makeGrid([
    ['2020年度项目自评表'], ['一级指标', '二级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '得分'],
    ['产出指标', '数量指标', '支持企业数量', '≥3家', '3家', 50], [null, '时效指标', '预算资金执行率', target, actual, 50], ['总分', null, null, null, null, 100],
  ]));
  const said = (target: string, actual: string): readonly unknown[] => scoreTable(grid(target, actual), rubric()).items.map(({ state, low }) => [state, low?.toString()]);
  expect(said('90%', '100%')).toEqual([['met', '50'], ['met', '50']]);
  expect(said('90%', '60%')[1]).toEqual(['unmet', undefined]);
});
