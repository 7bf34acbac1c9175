// What several forms have in common: the columns of the usual layout, the levels of the national frame.
import type { FundBlockForm, GroupForm, IndicatorBlockForm, LineCell, LinesBlock, TotalBlock } from '../form';

const OUTPUTS = ['数量指标', '质量指标', '时效指标'] as const;
const COST = '成本指标';
const OUTCOMES = ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'] as const;
const SATISFACTION = '服务对象满意度指标';

function group(name: string, aspect: GroupForm['aspect'], weight: number | null, subgroups: readonly string[], shown: number | null = weight): GroupForm {
  return { name, aspect, weight, subgroups, label: shown === null ? name : `${name}\n（${shown}分）` };
}

/** 财预〔2020〕10号: cost is one of the outputs. */
export function usualGroups(points: { readonly output: number | null; readonly outcome: number | null; readonly satisfaction: number | null }): readonly GroupForm[] {
  return [
    group('产出指标', 'output', points.output, [...OUTPUTS, COST]),
    group('效益指标', 'outcome', points.outcome, OUTCOMES),
    group('满意度指标', 'satisfaction', points.satisfaction, [SATISFACTION]),
  ];
}

/** 财预〔2021〕101号: cost is a level of its own. */
export const COST_GROUPS: readonly GroupForm[] = [
  group('成本指标', 'cost', 20, ['经济成本指标', '社会成本指标', '生态环境成本指标']),
  group('产出指标', 'output', 40, OUTPUTS),
  group('效益指标', 'outcome', 20, ['经济效益指标', '社会效益指标', '生态效益指标']),
  group('满意度指标', 'satisfaction', 10, [SATISFACTION]),
];

/** Satisfaction is one of the outcomes. */
export function foldedGroups(output: number | null, outcome: number | null): readonly GroupForm[] {
  return [group('产出指标', 'output', output, [...OUTPUTS, COST]), group('效益指标', 'outcome', outcome, [...OUTCOMES, SATISFACTION])];
}

/** Widths of the usual layout, A to N; the last column helps to calculate and is not printed. */
export const USUAL_WIDTHS: readonly number[] = [34, 58, 66, 58, 44, 34, 54, 44, 66, 42, 48, 44, 52, 66];
export const USUAL_PRINTED = 13;

export const COEFFICIENT = '评分系数\n（%）';

/** 年度指标值 takes three columns: sign, value, unit; so that points can be calculated from it. */
export function usualIndicators(groups: readonly GroupForm[], texts: { readonly side?: string; readonly reason?: string } = {}): IndicatorBlockForm {
  return {
    kind: 'indicators',
    side: { at: 'A', text: texts.side ?? '绩\n效\n指\n标' },
    columns: [
      { column: 'level1', at: 'B', header: '一级\n指标' }, { column: 'level2', at: 'C', header: '二级指标' }, { column: 'name', at: 'D:E', header: '三级指标' },
      { column: 'nature', at: 'F', header: '指标\n性质', under: '年度指标值' }, { column: 'target', at: 'G', header: '指标值', under: '年度指标值' }, { column: 'unit', at: 'H', header: '度量\n单位', under: '年度指标值' },
      { column: 'actual', at: 'I', header: '实际\n完成值' }, { column: 'weight', at: 'J', header: '分值' }, { column: 'score', at: 'K', header: '得分' },
      { column: 'reason', at: 'L:M', header: '偏差原因分析\n及改进措施' }, { column: 'coefficient', at: 'N', header: COEFFICIENT },
    ],
    groups,
  };
}

const USUAL_PARTS = ['其中：当年财政拨款', '上年结转资金', '其他资金'] as const;

export function usualFund(side: string, parts: readonly string[] = USUAL_PARTS): FundBlockForm {
  return {
    kind: 'fund',
    side: { at: 'A:B', text: side },
    label: { at: 'C:D', text: '' },
    columns: [
      { column: 'originalBudget', at: 'E:F', header: '年初\n预算数' }, { column: 'finalBudget', at: 'G:H', header: '全年\n预算数' }, { column: 'actualSpending', at: 'I', header: '全年\n执行数' },
      { column: 'weight', at: 'J', header: '分值' }, { column: 'executionRate', at: 'K:L', header: '执行率' }, { column: 'score', at: 'M', header: '得分' },
    ],
    total: '年度资金总额', parts, none: ['weight', 'score'], sign: '—', weight: 10,
  };
}

export function titleLines(title: string, last: string, subtitle: string | null): LinesBlock {
  return {
    kind: 'lines',
    lines: [
      { height: 36, cells: [{ at: `A:${last}`, text: title, look: 'title' }] },
      ...(subtitle === null ? [] : [{ height: 20, cells: [{ at: `A:${last}`, text: subtitle, look: 'subtitle' } satisfies LineCell] }]),
    ],
  };
}

export const PROJECT_FIELDS: LinesBlock = {
  kind: 'lines',
  lines: [
    { height: 26, cells: [{ at: 'A:B', text: '项目名称' }, { at: 'C:M', slot: 'field' }] },
    { height: 26, cells: [{ at: 'A:B', text: '主管部门' }, { at: 'C:F', slot: 'field' }, { at: 'G:H', text: '实施单位' }, { at: 'I:M', slot: 'unit-name' }] },
  ],
};

export const USUAL_GOALS: LinesBlock = {
  kind: 'lines',
  lines: [
    { height: 20, cells: [{ at: 'A', down: 2, text: '年度\n总体\n目标' }, { at: 'B:G', text: '预期目标' }, { at: 'H:M', text: '实际完成情况' }] },
    { height: 84, cells: [{ at: 'B:G', slot: 'goal-expected' }, { at: 'H:M', slot: 'goal-actual', hint: '逐项写明年初设定的目标完成了多少，不要只写“已完成”。' }] },
  ],
};

export const USUAL_TOTAL: TotalBlock = { kind: 'total', label: { at: 'A:I', text: '总分' }, weight: 'J', score: 'K', grade: 'L:M' };
