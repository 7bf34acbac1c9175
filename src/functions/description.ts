// The custom functions in one place: what Excel is told of them, and what runs when a cell asks for one.
import type { Outcome } from './arguments';
import { executionRate, grade, indicatorScore, qualitativeScore } from './compute';

export const LANGUAGES = ['zh-CN', 'en-US'] as const;
export type Language = (typeof LANGUAGES)[number];

interface Words {
  readonly name: string;
  readonly description: string;
}

export interface ParameterDescription {
  readonly words: Readonly<Record<Language, Words>>;
  readonly optional: boolean;
}

export interface FunctionDescription {
  /** Stays as it is for ever: workbooks hold it. A–Z, 0–9, _ and . only. */
  readonly id: string;
  readonly words: Readonly<Record<Language, Words>>;
  readonly parameters: readonly ParameterDescription[];
  readonly result: 'number' | 'string';
  readonly compute: (given: readonly unknown[]) => Outcome;
}

function parameter(chinese: readonly [string, string], english: readonly [string, string], optional = false): ParameterDescription {
  return { words: { 'zh-CN': { name: chinese[0], description: chinese[1] }, 'en-US': { name: english[0], description: english[1] } }, optional };
}

const WEIGHT = parameter(['分值', '这一项的满分，如 10。'], ['weight', 'Full marks of the item, such as 10.']);
const RUBRIC = parameter(['口径', '评分口径的编号或名称；不写则用全国通行口径 mof-2020。'], ['rubric', 'Id or name of the rubric; left out, the national one (mof-2020).'], true);

/** Excel asks for names of three characters at least: 得分 and 等级 alone would be refused, hence 指标得分 and 评价等级. */
export const FUNCTIONS: readonly FunctionDescription[] = [
  {
    id: 'EXECUTIONRATE',
    words: {
      'zh-CN': { name: '执行率', description: '预算执行率 = 执行数 ÷ 预算数，如 0.9825；单元格设为百分比格式即显示 98.25%。' },
      'en-US': { name: 'EXECUTIONRATE', description: 'Budget execution rate: spending ÷ budget as a share (0.9825).' },
    },
    parameters: [
      parameter(['执行数', '全年执行数。'], ['spending', 'Actual spending.']),
      parameter(['预算数', '全年预算数（或年初预算数），与执行数同一单位。'], ['budget', 'Final (or original) budget in the same unit.']),
    ],
    result: 'number', compute: executionRate,
  },
  {
    id: 'INDICATORSCORE',
    words: {
      'zh-CN': { name: '指标得分', description: '按口径复核一项指标的得分；没有唯一得分时显示 #N/A 并说明原因。' },
      'en-US': { name: 'INDICATORSCORE', description: 'Score of an indicator by the rubric; #N/A with the reason where no single score follows.' },
    },
    parameters: [
      parameter(['指标值', '年度指标值，如 "≥98%"、"12次"、"2024年12月底前"；日期请用文字。'], ['target', 'Target, such as "≥98%" or "12次"; dates as text.']),
      parameter(['实际完成值', '全年实际完成值，如 98.5%、"12次"。'], ['actual', 'Actual result, such as 98.5% or "12次".']),
      WEIGHT, RUBRIC,
      parameter(['指标名称', '指标值没有写≥或≤时，由名称判断越多越好还是不得超过。'], ['name', 'Name of the indicator: tells which side is better where the target has no sign.'], true),
    ],
    result: 'number', compute: indicatorScore,
  },
  {
    id: 'QUALITATIVESCORE',
    words: {
      'zh-CN': { name: '定性得分', description: '定性指标一个档次的最高得分；档内的实际得分由评分人评定。' },
      'en-US': { name: 'QUALITATIVESCORE', description: 'Highest score of a qualitative band; the score inside the band is for the evaluator.' },
    },
    parameters: [
      parameter(['档次', '达成、部分达成、未达成，或 1、2、3。'], ['band', 'Words of the band (达成, 部分达成, 未达成) or its place: 1, 2, 3.']),
      WEIGHT, RUBRIC,
    ],
    result: 'number', compute: qualitativeScore,
  },
  {
    id: 'GRADE',
    words: {
      'zh-CN': { name: '评价等级', description: '总分对应的等级：优、良、中、差。' },
      'en-US': { name: 'GRADE', description: 'Grade of a total score: 优, 良, 中 or 差.' },
    },
    parameters: [parameter(['总分', '总分，0 到 100。'], ['total', 'Total score, 0 to 100.']), RUBRIC],
    result: 'string', compute: grade,
  },
];
