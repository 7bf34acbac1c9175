// What stands between the brackets: the names users see on the form, and what of a table each one means.
import { fundColumn, indicatorColumn, labelText } from '../reading/labels';
import type { Indicator } from '../model/table';
import { bare } from './spelling';

export type NumberOrText = 'number' | 'text' | 'cell';
export type TableFact = 'year' | 'title' | 'province' | 'unit' | 'score' | 'weight' | 'grade' | 'computed' | 'computedGrade' | 'rubricTotal' | 'goal' | 'goalActual';
export type FundFact = 'originalBudget' | 'finalBudget' | 'actualSpending' | 'executionRate' | 'weight' | 'score' | 'reason';
export type IndicatorFact = 'level1' | 'level2' | 'name' | 'nature' | 'target' | 'unit' | 'actual' | 'weight' | 'score' | 'coefficient' | 'reason' | 'method' | 'computed';
export interface BaseColumn {
  /** A year, or counted from the table's own: 0 本年, -1 上年. */
  readonly year: number;
  readonly of: 'budget' | 'final';
}

export type Ref =
  | { readonly at: 'table'; readonly fact: TableFact }
  | { readonly at: 'head'; readonly label: string }
  | { readonly at: 'fund'; readonly fact: FundFact }
  | { readonly at: 'indicator'; readonly fact: IndicatorFact }
  | { readonly at: 'group'; readonly level: 1 | 2 }
  | { readonly at: 'base'; readonly column: BaseColumn }
  | { readonly at: 'control'; readonly part: 'rate' | 'numerator' | 'denominator' }
  /** The line's own name: of an indicator, a source of funds, a line of base data, a group. */
  | { readonly at: 'line-name' }
  /** [其他资金/全年执行数]: a column of one line that is named. */
  | { readonly at: 'line'; readonly line: string; readonly of: Ref };

export interface Known {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly ref: Ref;
  readonly type: NumberOrText;
  /** For completion: where it stands on the form. */
  readonly place: '表头' | '资金' | '指标' | '总分' | '基础数据' | '复核';
}

const known = (place: Known['place'], ref: Ref, type: NumberOrText, name: string, ...aliases: readonly string[]): Known => ({ name, aliases, ref, type, place });
const fact = (of: TableFact): Ref => ({ at: 'table', fact: of });
const fund = (of: FundFact): Ref => ({ at: 'fund', fact: of });
const indicator = (of: IndicatorFact): Ref => ({ at: 'indicator', fact: of });
const head = (label: string): Ref => ({ at: 'head', label });

/** Every name that is understood whatever table comes. Beside these: dated columns, 行/列, 表头/标签, and the labels that reading knows columns by. */
export const KNOWN: readonly Known[] = [
  known('表头', head('项目名称'), 'text', '项目名称'),
  known('表头', head('主管部门'), 'text', '主管部门', '主管单位'),
  known('表头', head('实施单位'), 'text', '实施单位', '项目单位', '资金使用单位', '填报单位'),
  known('表头', head('单位名称'), 'text', '单位名称', '部门名称'),
  known('表头', head('项目负责人'), 'text', '项目负责人', '负责人'),
  known('表头', head('联系人'), 'text', '联系人'),
  known('表头', head('联系电话'), 'text', '联系电话', '联系方式'),
  known('表头', head('填报人'), 'text', '填报人', '填表人'),
  known('表头', head('填报日期'), 'text', '填报日期', '填表日期', '填报时间'),
  known('表头', head('项目类别'), 'text', '项目类别', '项目类型', '项目属性'),
  known('表头', head('项目编码'), 'text', '项目编码', '项目编号', '项目代码'),
  known('表头', fact('year'), 'number', '年度', '表内年度'),
  known('表头', fact('title'), 'text', '表名', '标题'),
  known('表头', fact('province'), 'text', '省份'),
  known('表头', fact('unit'), 'text', '金额单位'),
  known('表头', fact('goal'), 'text', '年度总体目标', '预期目标', '总体目标', '绩效目标'),
  known('表头', fact('goalActual'), 'text', '目标完成情况', '实际完成情况', '总体目标完成情况'),
  known('资金', fund('originalBudget'), 'number', '年初预算数'),
  known('资金', fund('finalBudget'), 'number', '全年预算数'),
  known('资金', fund('actualSpending'), 'number', '全年执行数'),
  known('资金', fund('executionRate'), 'number', '执行率', '预算执行率'),
  known('资金', fund('weight'), 'number', '执行率分值', '预算执行分值'),
  known('资金', fund('score'), 'number', '执行率得分', '预算执行得分'),
  known('资金', fund('reason'), 'text', '资金偏差原因', '执行偏差原因'),
  known('指标', indicator('level1'), 'text', '一级指标'),
  known('指标', indicator('level2'), 'text', '二级指标'),
  known('指标', indicator('name'), 'text', '三级指标', '指标名称', '指标'),
  known('指标', indicator('nature'), 'text', '指标性质', '性质'),
  known('指标', indicator('target'), 'cell', '年度指标值', '指标值', '目标值'),
  known('指标', indicator('unit'), 'text', '度量单位', '计量单位'),
  known('指标', indicator('actual'), 'cell', '实际完成值', '完成值', '全年完成值'),
  known('指标', indicator('weight'), 'number', '分值', '权重'),
  known('指标', indicator('score'), 'number', '得分', '自评得分'),
  known('指标', indicator('coefficient'), 'number', '得分系数'),
  known('指标', indicator('reason'), 'text', '偏差原因', '偏差原因分析及改进措施', '未完成原因', '原因分析', '备注'),
  known('指标', indicator('method'), 'text', '评分标准', '评分办法', '计分方法'),
  known('指标', { at: 'group', level: 1 }, 'number', '一级指标分值'),
  known('指标', { at: 'group', level: 2 }, 'number', '二级指标分值'),
  known('指标', { at: 'line-name' }, 'text', '行名'),
  known('总分', fact('score'), 'number', '总分', '自评总分', '合计得分', '总得分'),
  known('总分', fact('weight'), 'number', '总分值', '分值合计', '合计分值'),
  known('总分', fact('grade'), 'text', '等级', '自评等级', '评价等级', '自评结论'),
  known('复核', indicator('computed'), 'number', '复核得分'),
  known('复核', fact('computed'), 'number', '复核总分'),
  known('复核', fact('computedGrade'), 'text', '复核等级'),
  known('复核', fact('rubricTotal'), 'number', '口径总分'),
  known('基础数据', { at: 'control', part: 'denominator' }, 'number', '编制数'),
  known('基础数据', { at: 'control', part: 'numerator' }, 'number', '在职人数', '实际在职人数'),
  known('基础数据', { at: 'control', part: 'rate' }, 'number', '控制率', '在职人员控制率'),
  known('基础数据', { at: 'base', column: { year: 0, of: 'budget' } }, 'number', '本年预算'),
  known('基础数据', { at: 'base', column: { year: 0, of: 'final' } }, 'number', '本年决算'),
  known('基础数据', { at: 'base', column: { year: -1, of: 'budget' } }, 'number', '上年预算'),
  known('基础数据', { at: 'base', column: { year: -1, of: 'final' } }, 'number', '上年决算'),
];

export interface Meaning {
  readonly ref: Ref;
  readonly type: NumberOrText;
}

/** A Map, not an object: __proto__ and constructor are names like any other. */
const BY_NAME: ReadonlyMap<string, Meaning> = new Map(KNOWN.flatMap(({ name, aliases, ref, type }) => [name, ...aliases].map((word) => [word, { ref, type }] as const)));
const TYPES: ReadonlyMap<string, NumberOrText> = new Map(KNOWN.map(({ ref, type }) => [refKey(ref), type]));
const DATED = /^(?:(20\d{2})年|([本当今上去])年)度?(决算|预算)(?:数|金额|额)?$/;
const HEAD = /^(?:表头|表头项)\/(.+)$/;

function refKey(ref: Ref): string {
  return JSON.stringify(ref);
}

function datedColumn(name: string): Meaning | null {
  const match = DATED.exec(name);
  if (!match) return null;
  const year = match[1] === undefined ? (/[上去]/.test(match[2] ?? '') ? -1 : 0) : Number(match[1]);
  return { ref: { at: 'base', column: { year, of: match[3] === '决算' ? 'final' : 'budget' } }, type: 'number' };
}

/** By the labels that reading itself tells columns by: 调整后预算数, 单位自评分. */
function byLabel(name: string): Meaning | null {
  const column = fundColumn(name);
  if (column === 'originalBudget' || column === 'finalBudget' || column === 'actualSpending' || column === 'executionRate') return { ref: fund(column), type: 'number' };
  const label = indicatorColumn(name);
  if (label === null || label === 'adjusted' || label === 'ignored' || label === 'groupWeight' || label === 'subgroupWeight') return null;
  const ref = indicator(label);
  return { ref, type: TYPES.get(refKey(ref)) ?? 'cell' };
}

/** What a name means; null for one that nothing on any form is called. */
export function meaningOf(name: string): Meaning | null {
  const text = bare(name);
  const own = BY_NAME.get(text) ?? datedColumn(text);
  if (own) return own;
  const label = HEAD.exec(text)?.[1];
  if (label !== undefined) return { ref: head(labelText(label)), type: 'text' };
  const slash = text.lastIndexOf('/');
  if (slash > 0) {
    const column = meaningOf(text.slice(slash + 1));
    const line = text.slice(0, slash);
    return column && (column.ref.at === 'fund' || column.ref.at === 'indicator' || column.ref.at === 'base') ? { ref: { at: 'line', line, of: column.ref }, type: column.type } : null;
  }
  return text.length <= 24 ? byLabel(text) : null;
}

/** Columns of lines: what can be added up or looked at line by line. */
export function isColumn(ref: Ref): ref is Ref & { readonly at: 'fund' | 'indicator' | 'base' } {
  return ref.at === 'indicator' || ref.at === 'fund' || ref.at === 'base';
}

/** The known name that is spelled most alike, null when none is near. */
export function nearest(name: string, among: Iterable<string> = namesOf()): string | null {
  const text = bare(name).slice(0, 24);
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const word of among) {
    const within = text.length >= 2 && (word.includes(text) || text.includes(word));
    // People mistype the end of a word more often than its beginning.
    const distance = (within ? Math.abs(word.length - text.length) / 4 : editDistance(text, word)) + (word[0] === text[0] ? 0 : 0.5);
    if (distance <= Math.max(1, Math.floor(Math.max(text.length, word.length) / 2)) && (best === null || distance < best.distance)) best = { word, distance };
  }
  return best?.word ?? null;
}

export function* namesOf(): Iterable<string> {
  for (const { name, aliases } of KNOWN) yield* [name, ...aliases];
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Columns of an indicator that are cells of its own. */
export const INDICATOR_CELLS: Readonly<Partial<Record<IndicatorFact, (indicator: Indicator) => Indicator['score']>>> = {
  name: (one) => one.name, nature: (one) => one.nature, target: (one) => one.targetEntry, unit: (one) => one.unitEntry, actual: (one) => one.actualEntry,
  weight: (one) => one.weight, score: (one) => one.score, coefficient: (one) => one.coefficient, reason: (one) => one.reason, method: (one) => one.method,
};
