// A bureau's own rubric, read from JSON that anybody may have written: checked against the published schema and in itself, complaints in words.
import { Validator, type OutputUnit } from '@cfworker/json-schema';
import { decimal } from '../model/decimal';
import type { Rubric } from '../model/rubric';
import { findRubric } from './catalogue';
import schema from './schema.json';

export interface Complaint {
  /** Path of the value in the JSON, such as weights/value/0/weight; '' for the whole. */
  readonly at: string;
  /** A Chinese sentence that says what to do. */
  readonly sentence: string;
}

export type RubricReading = { readonly ok: true; readonly rubric: Rubric } | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Longer than any rubric that a person sets up; beyond it nobody reads complaints either. */
const LONGEST = 200_000;

/** Reads a rubric that was not shipped. Never throws, whatever is given. */
export function readRubric(value: unknown): RubricReading {
  const complaints = complaintsAbout(value);
  return complaints.length === 0 ? { ok: true, rubric: value as Rubric } : { ok: false, complaints };
}

/** What is wrong with a would-be rubric, in the order of its fields; none: it may judge. */
export function complaintsAbout(value: unknown): readonly Complaint[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ at: '', sentence: '这不是一份口径：请导入由表里如一导出的口径文件（.json）。' }];
  if (lengthOf(value) > LONGEST) return [{ at: '', sentence: '口径文件太大：一份口径不会超过 200 KB，请检查是否选错了文件。' }];
  const { valid, errors } = new Validator(schema as object, '7', false).validate(value);
  if (!valid) return shapeComplaints(errors);
  const rubric = value as Rubric;
  return [...identityComplaints(rubric), ...weightComplaints(rubric), ...bandComplaints(rubric), ...gradeComplaints(rubric)];
}

/** Of its JSON; without end for one that is nested too deeply to be written. */
function lengthOf(value: object): number {
  try {
    return JSON.stringify(value).length;
  } catch {
    return Infinity;
  }
}

const FIELD_NAMES: ReadonlyMap<string, string> = new Map(Object.entries<string>({
  id: '编号', title: '名称', issuer: '制定单位', documentNumber: '文号', from: '起始年度', until: '截止年度', kinds: '适用表种', places: '适用地区', marks: '识别用语', weights: '一级指标分值',
  weightTotal: '总分值', execution: '预算执行', quantitative: '定量指标', qualitative: '定性分档', overshoot: '超额完成', reasons: '须说明的情形', grades: '等级', rounding: '小数位数',
  severities: '问题级别', required: '必填栏目', version: '版本', base: '所依据的口径', source: '出处', quote: '原文', standing: '依据', value: '数值', weight: '分值', name: '名称', label: '档次', low: '下限', high: '上限',
  above: '须说明的界限', deduct: '是否扣分', executionBelow: '执行率的界限', adjustment: '预算有调整', unmet: '指标没有完成', denominator: '执行率的分母', capped: '得分不超过分值', scored: '按执行率计分',
  atLeast: '“≥”指标', atMost: '“≤”指标', equal: '“=”指标', aspect: '类别',
}));

/** What a field wants, where "不合要求" would leave people guessing. */
const WANTED: ReadonlyMap<string, string> = new Map(Object.entries<string>({
  id: '编号只能用小写字母、数字和短横线，例如 city-2026。', title: '名称要写 4 个字以上。', issuer: '请写明制定单位。', from: '起始年度请填 2011 到 2100 的年份。', until: '截止年度请填 2011 到 2100 的年份，不限就留空。',
  kinds: '请至少选一种适用表种。', rounding: '小数位数请填 0 到 4。', version: '请写版本，例如 2026.1。',
}));

/** What a value inside one of those wants, by the end of its path. */
const WANTED_INSIDE: readonly (readonly [RegExp, string])[] = [
  [/^weights\/value\/\d+\/weight/, '请填数字，例如 30；有幅度的写 30–40。'],
  [/\/(?:name|label)$/, '不能空着，请写上。'],
  [/^qualitative\/value\/\d+\/(?:low|high)$/, '请填 0 到 100% 之间的数。'],
  [/^grades\/value\/\d+\/from$/, '请填数字，例如 90。'],
  [/\/above$/, '请填百分数，例如 30%。'],
  [/\/executionBelow$/, '请填 0 到 100% 之间的数。'],
];

/** Of an "anyOf" every branch complains, and every parent of a wrong value: the deepest place tells. */
function shapeComplaints(errors: readonly OutputUnit[]): readonly Complaint[] {
  const told = errors.map(({ instanceLocation, keyword, error }) => ({ at: instanceLocation.replace(/^#\/?/, ''), keyword, error }));
  const branches = new Set(['anyOf', 'if', 'then']);
  const deepest = told.filter((one) => !told.some((other) => (other.at !== one.at && other.at.startsWith(one.at === '' ? '' : `${one.at}/`)) || (other.at === one.at && branches.has(one.keyword) && !branches.has(other.keyword))));
  const seen = new Set<string>();
  return deepest.flatMap(({ at, keyword, error }) => {
    const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined;
    const extra = keyword === 'additionalProperties' || keyword === 'false';
    const sentence = missing !== undefined ? `缺少“${FIELD_NAMES.get(missing) ?? missing}”，请补上。` : extra ? `“${pathWords(at)}”不是口径里的栏目，请删去。` : WANTED.get(at.replace(/\/value$/, '')) ?? `“${pathWords(at)}”${WANTED_INSIDE.find(([path]) => path.test(at))?.[1] ?? '不合要求，请改正。'}`;
    const key = `${at} ${sentence}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ at, sentence }];
  });
}

function pathWords(at: string): string {
  const named = (step: string): string => (step === 'from' && at.startsWith('grades/') ? '起点分' : FIELD_NAMES.get(step) ?? step);
  const words = at.split('/').filter((step) => step !== 'value' && step !== '').map((step) => (/^\d+$/.test(step) ? `第 ${Number(step) + 1} 项` : named(step)));
  return words.length === 0 ? '口径' : words.join('·');
}

function identityComplaints({ id, from, until }: Rubric): readonly Complaint[] {
  return [
    ...(findRubric(id) ? [{ at: 'id', sentence: `编号“${id}”是内置口径的，请换一个，例如 ${id}-own。` }] : []),
    ...(until !== null && until < from ? [{ at: 'until', sentence: `截止年度 ${until} 早于起始年度 ${from}，请改正。` }] : []),
  ];
}

function weightComplaints({ weights, weightTotal }: Rubric): readonly Complaint[] {
  if (!weights) return [];
  const total = decimal(weightTotal.value);
  const backwards = weights.value.flatMap(({ name, weight }, at) => (typeof weight !== 'number' && weight[0] > weight[1] ? [{ at: `weights/value/${at}/weight`, sentence: `“${name}”的分值下限高于上限，请改正。` }] : []));
  const low = weights.value.reduce((sum, { weight }) => sum.plus(typeof weight === 'number' ? weight : weight[0]), decimal(0));
  const high = weights.value.reduce((sum, { weight }) => sum.plus(typeof weight === 'number' ? weight : weight[1]), decimal(0));
  if (backwards.length > 0 || (low.lte(total) && high.gte(total))) return backwards;
  return [{ at: 'weights', sentence: `一级指标分值合计为${low.eq(high) ? '' : `${low.toString()}～`}${high.toString()}，与总分值 ${total.toString()} 不符，请改正。` }];
}

function bandComplaints({ qualitative }: Rubric): readonly Complaint[] {
  if (!qualitative) return [];
  const bands = qualitative.value;
  const whole = bands[0]?.high === 1 && bands.at(-1)?.low === 0 && bands.every((band, at) => band.low < band.high && (at === 0 || band.high === bands[at - 1]?.low));
  return whole ? [] : [{ at: 'qualitative', sentence: '定性分档要从 100% 到 0% 由高到低首尾相接，请改正。' }];
}

function gradeComplaints({ grades }: Rubric): readonly Complaint[] {
  if (!grades) return [];
  const steps = grades.value;
  return steps.every((grade, at) => at === 0 || grade.from < (steps[at - 1]?.from ?? 0)) ? [] : [{ at: 'grades', sentence: '等级要由高到低，每一等的起点分都低于前一等，请改正。' }];
}
