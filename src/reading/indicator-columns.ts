// The header of the indicator list: one row or two, each column known by its label.
import type { Entry, IndicatorColumn } from '../model/table';
import { indicatorColumn, labelText } from './labels';
import type { Lattice } from './lattice';

export interface ColumnSpan {
  readonly header: Entry;
  readonly left: number;
  readonly right: number;
}

export interface IndicatorHeader {
  readonly columns: Readonly<Partial<Record<IndicatorColumn, ColumnSpan>>>;
  /** 调整指标值, where a form has it beside the target. */
  readonly adjusted: ColumnSpan | null;
  /** Where a second list starts at the right of the first; null as a rule. */
  readonly beside: Entry | null;
  /** 得分 beside 一级指标 and 二级指标, where each level has 分值 and 得分 of its own. */
  readonly levelScores: { readonly group: ColumnSpan | null; readonly subgroup: ColumnSpan | null };
  readonly top: number;
  readonly bottom: number;
}

/** The header cells alone. */
export function headersOf<Name extends string>(columns: Readonly<Partial<Record<Name, { readonly header: Entry }>>>): Partial<Record<Name, Entry>> {
  const headers: Partial<Record<Name, Entry>> = {};
  for (const name in columns) {
    const column = columns[name];
    if (column) headers[name] = column.header;
  }
  return headers;
}

function labelled(lattice: Lattice, row: number): readonly Entry[] {
  return row < lattice.range.top || row > lattice.range.bottom ? [] : lattice.starting(row).filter((entry) => typeof entry.value === 'string' && indicatorColumn(entry.raw) !== null);
}

const LEVELS: ReadonlySet<ReturnType<typeof indicatorColumn>> = new Set(['level1', 'level2', 'name'] as const);

/** Reads the header at `row`, with the row above or below where that carries labels of columns too. */
export function readIndicatorHeader(lattice: Lattice, row: number): IndicatorHeader {
  const rows = [row];
  // Two labels and hardly anything else make a header row; a data row shows figures and words that are no labels.
  const isHeaderRow = (r: number): boolean => labelled(lattice, r).length >= 2 && labelled(lattice, r).length >= lattice.starting(r).length - 2;
  // 得分 | 9.5 | 说明 | … right over the list belongs to what stands above.
  if (isHeaderRow(row - 1) && lattice.starting(row - 1).every((entry) => entry.quantity === null)) rows.unshift(row - 1);
  if (isHeaderRow(row + 1) || dividesTarget(lattice, row)) rows.push(row + 1);
  const entries = rows.flatMap((r) => [...labelled(lattice, r), ...valuesUnderTarget(lattice, r, rows)]).sort((a, b) => a.row - b.row || a.column - b.column);
  const columns: Partial<Record<IndicatorColumn, ColumnSpan>> = {};
  let adjusted: ColumnSpan | null = null;
  const weights: ColumnSpan[] = [];
  const scores: ColumnSpan[] = [];
  // 自评分值, 赋分: what the unit gives itself beside a column of 权重, the points to be had without one.
  const selfRated: ColumnSpan[] = [];
  let beside: Entry | null = null;
  for (const entry of entries) {
    const area = lattice.areaOf(entry);
    // 年度指标值 over 指标性质 | 指标值 | 度量单位 names the group; the labels under it are the columns.
    if (entries.some((other) => other.row > area.bottom && other.column >= area.left && other.column <= area.right)) continue;
    const name = columnUnder(lattice, entry, entries);
    // 指标 beside 一级指标 is the list's own label.
    if (isOwnLabel(entry, entries)) {
      // Behind it and the last of the levels, it stands over the names.
      if (entries.every((other) => !LEVELS.has(indicatorColumn(other.raw)) || other.column <= entry.column) || namesBeforeKinds(lattice, entry, entries)) columns.name ??= { header: entry, left: area.left, right: area.right };
      continue;
    }
    if (name === null || name === 'ignored') continue;
    const span: ColumnSpan = (name === 'actual' && wholeYear(lattice, entry)) || { header: entry, left: area.left, right: area.right };
    if (name === 'adjusted') adjusted = span;
    // 指标解释 says what is meant, 评分标准 how points are given: the latter is the method where a form has both.
    else if (name === 'method' && columns.method && /标准|办法|方法|细则/.test(labelText(entry.raw))) columns.method = span;
    // 备注, 评分依据 or 改进措施 before 扣分原因: the one that asks for reasons holds them.
    else if (name === 'reason' && columns.reason && /原因/.test(labelText(entry.raw)) && !/原因|偏差/.test(labelText(columns.reason.header.raw))) columns.reason = span;
    else if (name === 'weight' && /^(?:自评|赋分)/.test(labelText(entry.raw))) selfRated.push(span);
    else if (name === 'weight') weights.push(span);
    else if (name === 'score') scores.push(span);
    // 评价指标 | 评价内容 | 指标名称: the first two are levels.
    else if (name === 'name' && columns.name && /^(?:考核|评价)指标$/.test(labelText(columns.name.header.raw)) && !columns.target) {
      Object.assign(columns, levels(columns.name, columns.level1));
      columns.name = span;
    }
    // 三级指标（长期） | 指标值（长期） | 三级指标（年度） | 指标值（年度）: the year's list is the one that is told of.
    else if (columns[name] && LONG_TERM.test(columns[name].header.text) && !LONG_TERM.test(entry.text)) columns[name] = span;
    else if (name === 'name' && columns.name && columns.target && !/^四级/.test(labelText(entry.raw))) beside = entry;
    else if (!columns[name] || /^四级/.test(labelText(entry.raw)) || (yearIn(entry) ?? 0) > (yearIn(columns[name].header) ?? 9999) || name === 'target' && ofTerm(columns[name].header) && !ofTerm(entry)
      || name === 'actual' && PART_OF_YEAR.test(labelText(columns[name].header.raw)) && !PART_OF_YEAR.test(labelText(entry.raw))) columns[name] = span;
  }
  (scores.length === 0 && weights.length > 0 ? scores : weights).push(...selfRated);
  shortWords(lattice, rows, columns);
  withoutLastYear(columns);
  judgedFirst(columns);
  if (!columns.name && !columns.level1 && !columns.level2) columns.target ??= goalsAsTargets(lattice, rows, columns);
  levelsUnder(lattice, rows, columns, weights[0]);
  promoteNames(columns);
  classesBeside(lattice, rows, columns);
  columns.target ??= goalsAsTargets(lattice, rows, columns);
  // 得分 beside every level (一级指标 | 得分 | 二级指标 | 得分 …) are the levels' points; the last is the score. Two different headers are 自评 and 复核: the first is the unit's own.
  const repeated = scores.length > 1 && scores.every((span) => labelText(span.header.raw) === labelText(scores[0]?.header.raw ?? ''));
  // 评分（百分制） | 加权得分: what counts is the latter.
  const own = repeated ? scores.at(-1) : (scores.find((span) => /^(?:加权|折算)/.test(labelText(span.header.raw))) ?? scores[0]);
  if (own) columns.score = own;
  // With 分值 at every level as well, they are what the level got.
  const levelled = repeated && weights.length >= scores.length;
  placeWeights(columns, repeated && !levelled ? [...weights, ...scores.slice(0, -1)] : weights);
  const rest = levelled ? scores.slice(0, -1) : [];
  const levelScores = {
    group: spanBetween(rest, columns.level1, columns.level2 ?? columns.name),
    subgroup: spanBetween(rest, columns.level2, columns.name),
  };
  return {
    levelScores,
    beside, columns, adjusted, top: rows[0] ?? row, bottom: Math.max(...entries.filter((entry) => !isOwnLabel(entry, entries)).map((entry) => lattice.areaOf(entry).bottom), row) };
}

/** 指标 beside 一级指标, as a rule merged down along all of the lines. */
function isOwnLabel(entry: Entry, entries: readonly Entry[]): boolean {
  return labelText(entry.raw) === '指标' && entries.some((other) => other !== entry && indicatorColumn(other.raw) === 'level1');
}

/** 半年完成值 before 全年完成值. */
const PART_OF_YEAR = /^(?:上?半年|前?\d+[-~至]\d+月|截至|第?[一二三]季度)/;

/** Two columns of levels by where they stand. */
function levels(one: ColumnSpan, other: ColumnSpan | undefined): Partial<Record<IndicatorColumn, ColumnSpan>> {
  if (!other) return { level1: one };
  return one.left < other.left ? { level1: one, level2: other } : { level1: other, level2: one };
}

/** 实际完成情况 over 一季度 … 四季度 | 全年: the result is the year's. */
function wholeYear(lattice: Lattice, header: Entry): ColumnSpan | null {
  const { left, right, bottom } = lattice.areaOf(header);
  if (left === right || bottom >= lattice.range.bottom) return null;
  const parts = lattice.starting(bottom + 1).filter((entry) => entry.column >= left && entry.column <= right);
  const whole = parts.length > 1 && parts.some((entry) => /^(?:第?[一二三四1-4]季度|上半年|下半年|\d+[-~至]\d+月)/.test(labelText(entry.raw))) ? parts.find((entry) => /^(?:全年|年度|本年|合计|累计|全年合计|全年累计)$/.test(labelText(entry.raw))) : undefined;
  return whole ? { header: whole, left: whole.column, right: lattice.areaOf(whole).right } : null;
}

/** 目标 | 实际 side by side, 内容 beside 指标: too short to be headers unless the others are there. */
function shortWords(lattice: Lattice, rows: readonly number[], columns: Partial<Record<IndicatorColumn, ColumnSpan>>): void {
  const named = (word: RegExp): ColumnSpan | undefined => {
    const header = rows.flatMap((row) => lattice.starting(row)).find((entry) => word.test(labelText(entry.raw)));
    return header && { header, left: header.column, right: lattice.areaOf(header).right };
  };
  if (!columns.target && !columns.actual) {
    const [wanted, reached] = [named(/^(?:目标|标准)$/), named(/^(?:实际|完成)$/)];
    if (wanted && reached && wanted.right < reached.left) Object.assign(columns, { target: wanted, actual: reached });
  }
  const of = columns.level2 ?? columns.level1;
  if (columns.name || !of || !columns.target) return;
  const content = named(/^内容$/);
  if (content && of.right + 1 === content.left) columns.name = content;
}

/** 指标值（长期）. */
const LONG_TERM = /[(（]\s*(?:中?长期|中期|实施期)\s*[)）]\s*$/;

/** 实施期指标值 beside 年度指标值: what the project is to reach in all of its years. */
function ofTerm(header: Entry): boolean {
  return /^(?:[两二三四五]年|总体|实施期|规划期|项目期|中长?期)/.test(labelText(header.raw));
}

function yearIn(header: Entry): number | null {
  const digits = /^(20\d{2})年/.exec(labelText(header.raw))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** 2022年完成值 before 2023年目标值 says where the unit came from, not what it reached. */
function withoutLastYear(columns: Partial<Record<IndicatorColumn, ColumnSpan>>): void {
  const [reached, wanted] = [columns.actual && yearIn(columns.actual.header), columns.target && yearIn(columns.target.header)];
  if (reached && wanted && reached < wanted) delete columns.actual;
}

const VALUE = /^(?:数?值|内容)$/;

/** 值 or 数值 under 指标值, or under 实际完成值: too short a word to be a header anywhere else. */
function valuesUnderTarget(lattice: Lattice, row: number, rows: readonly number[]): readonly Entry[] {
  const short = lattice.starting(row).filter((entry) => VALUE.test(labelText(entry.raw)));
  if (short.length === 0) return short;
  const over = rows.filter((r) => r < row).flatMap((r) => [...targetsIn(lattice, r), ...labelled(lattice, r).filter((entry) => indicatorColumn(entry.raw) === 'actual')]);
  return short.filter((entry) => isUnder(lattice, entry, over));
}

const targetsIn = (lattice: Lattice, row: number): readonly Entry[] => labelled(lattice, row).filter((entry) => indicatorColumn(entry.raw) === 'target');
const isUnder = (lattice: Lattice, entry: Entry, heads: readonly Entry[]): boolean => heads.some((head) => head.column <= entry.column && lattice.areaOf(head).right >= entry.column);

/** 符号 | 值 alone in the row under 指标值, all other headers reaching down beside them; what divides 偏差原因分析 (经费保障, 人员保障 …) may stand there too. */
function dividesTarget(lattice: Lattice, row: number): boolean {
  const heads = targetsIn(lattice, row);
  const reasons = labelled(lattice, row).filter((entry) => indicatorColumn(entry.raw) === 'reason');
  const below = (row < lattice.range.bottom ? lattice.starting(row + 1) : []).filter((entry) => !isUnder(lattice, entry, reasons));
  if (below.length < 2) return false;
  return below.every((entry) => isUnder(lattice, entry, heads)) && below.length === labelled(lattice, row + 1).filter((entry) => below.includes(entry)).length + valuesUnderTarget(lattice, row + 1, [row]).length;
}

/** The column a header cell stands for; 名称 under 一级指标 stands for the header over it. */
function columnUnder(lattice: Lattice, entry: Entry, entries: readonly Entry[]): ReturnType<typeof indicatorColumn> {
  const own = indicatorColumn(entry.raw);
  const over = entries.find((other) => other.row < entry.row && other.column <= entry.column && lattice.areaOf(other).right >= entry.column);
  if (!over) return own;
  const above = indicatorColumn(over.raw);
  if (labelText(entry.raw) === '名称' || labelText(entry.raw) === '指标名称' && LEVELS.has(above)) return above;
  // 指标值 over 符号 | 值 | 单位: what is neither sign nor unit is the value itself.
  if (above === 'actual' && own === 'unit') return 'ignored';
  if (above === 'actual' && VALUE.test(labelText(entry.raw))) return 'actual';
  return above === 'target' && own !== 'nature' && own !== 'unit' && own !== 'adjusted' ? 'target' : own;
}

function spanBetween(spans: readonly ColumnSpan[], left: ColumnSpan | undefined, right: ColumnSpan | undefined): ColumnSpan | null {
  return (left && right && spans.find((span) => span.left > left.left && span.left < right.left)) ?? null;
}

/** 采购程序 | 绩效目标 | 完成情况: the goal of each line stands where others have its target. */
function goalsAsTargets(lattice: Lattice, rows: readonly number[], { name, actual, target }: Partial<Record<IndicatorColumn, ColumnSpan>>): ColumnSpan | undefined {
  if (target || !actual) return target;
  const goal = rows.flatMap((row) => lattice.starting(row)).find((entry) => /^(?:年度|年初|预期)?(?:绩效|工作)?目标(?:要求)?$/.test(labelText(entry.raw)) && entry.column > (name?.right ?? 0) && lattice.areaOf(entry).right < actual.left);
  return goal && { header: goal, left: goal.column, right: lattice.areaOf(goal).right };
}

/** 绩效指标 over the levels, or over levels and names alike: what stands below it in the first line tells how it divides. Reaching down beside the lines it is the list's own label. */
function levelsUnder(lattice: Lattice, rows: readonly number[], columns: Partial<Record<IndicatorColumn, ColumnSpan>>, points: ColumnSpan | undefined): void {
  const { level1: wide, name: wideName } = columns;
  // 指标 or 评价指标 over several columns is no level, it stands over them all.
  if (wide && !columns.name && !columns.level2 && wide.right > wide.left && labelText(wide.header.raw) === '指标') {
    delete columns.level1;
    // 年初目标 behind it is no header by itself.
    columns.target ??= goalsAsTargets(lattice, rows, columns);
  }
  if (wideName && !wide && !columns.level2 && wideName.right > wideName.left && labelText(wideName.header.raw) === '评价指标') delete columns.name;
  if (wideName && !wide && !columns.level2) dividedName(lattice, columns, wideName);
  const { name, level1, level2, target } = columns;
  const beside = name ?? (target && points ? (target.left < points.left ? target : points) : target ?? points);
  if (!beside || level1 || level2 || beside.left <= lattice.range.left) return;
  const header = lattice.at(beside.header.row, beside.left - 1);
  const { left, right, bottom } = lattice.areaOf(header);
  if (!header.filled || !rows.includes(header.row) || bottom > lattice.areaOf(beside.header).bottom || bottom >= lattice.range.bottom || !/^(?:年度)?(?:绩效|评价)?指标(?:体系|类别|分类|级次|级别)?$|^(?:指标)?(?:类别|级次|级别)$/.test(labelText(header.raw))) return;
  const below: Entry[] = [];
  for (let column = left; column <= right; column++) {
    const entry = lattice.at(bottom + 1, column);
    if (entry.filled && entry.quantity === null && below.at(-1)?.cell !== entry.cell) below.push(entry);
  }
  const spans = below.map((entry) => ({ header, left: entry.column, right: Math.min(lattice.areaOf(entry).right, right) }));
  const own = name ? undefined : spans.pop();
  if (own) columns.name = own;
  const [outer, inner] = spans;
  if (outer) columns.level1 = outer;
  if (inner) columns.level2 = inner;
}

/** 指标内容 over 一、产出 | 新建公园: a group that reaches down over several lines, and the names beside it. */
function dividedName(lattice: Lattice, columns: Partial<Record<IndicatorColumn, ColumnSpan>>, wide: ColumnSpan): void {
  if (wide.left === wide.right || !/^(?:评价|绩效|考核)?指标(?:内容|名称|项目)?$/.test(labelText(wide.header.raw))) return;
  const below = lattice.areaOf(wide.header).bottom + 1;
  if (below > lattice.range.bottom) return;
  const group = lattice.at(below, wide.left);
  const area = lattice.areaOf(group);
  if (!group.filled || group.quantity !== null || area.right >= wide.right || area.bottom === area.top) return;
  const own = lattice.at(below, area.right + 1);
  if (!own.filled || own.quantity !== null || lattice.areaOf(own).right < wide.right || lattice.areaOf(own).bottom > below) return;
  columns.level1 = { header: wide.header, left: wide.left, right: area.right };
  columns.name = { header: wide.header, left: own.column, right: wide.right };
}

/** 指标 | 指标类型, with a text of its own in every line: names with their kind behind them. */
function namesBeforeKinds(lattice: Lattice, header: Entry, entries: readonly Entry[]): boolean {
  const levels = entries.filter((other) => LEVELS.has(indicatorColumn(other.raw)) && other !== header);
  const [kind, ...more] = levels;
  const below = lattice.areaOf(header).bottom + 1;
  if (!kind || more.length > 0 || !/^指标类[别型]$/.test(labelText(kind.raw)) || below >= lattice.range.bottom) return false;
  const [first, second] = [below, below + 1].map((row) => lattice.at(row, header.column));
  return first?.filled === true && second?.filled === true && first.cell !== second.cell;
}

/** 考核指标 | 考核内容: of the two the one behind is what is counted. */
function judgedFirst(columns: Partial<Record<IndicatorColumn, ColumnSpan>>): void {
  const { name, level1, level2 } = columns;
  if (!name || !level1 || level2 || name.right >= level1.left || ![name, level1].every(({ header }) => /^(?:考[核评]|评价)(?:指标|内容|项目)$/.test(labelText(header.raw)))) return;
  columns.name = level1;
  columns.level1 = name;
}

/** 类别 | 指标: too short a word to be a level unless the names stand right behind it. */
function classesBeside(lattice: Lattice, rows: readonly number[], columns: Partial<Record<IndicatorColumn, ColumnSpan>>): void {
  const { name, level1, level2 } = columns;
  if (!name || level1 || level2 || name.left <= lattice.range.left) return;
  const header = lattice.at(name.header.row, name.left - 1);
  if (rows.includes(header.row) && /^(?:类别|类型|分类)$/.test(labelText(header.raw))) columns.level1 = { header, left: header.column, right: lattice.areaOf(header).right };
}

/** A form without 三级指标 names its indicators in its deepest level column. */
function promoteNames(columns: Partial<Record<IndicatorColumn, ColumnSpan>>): void {
  if (columns.name) return;
  const deepest = columns.level2 ? 'level2' : 'level1';
  const span = columns[deepest];
  if (!span) return;
  columns.name = span;
  delete columns[deepest];
}

/** Some forms give each level its own points: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值. What stands left of a level belongs to the one before. */
function placeWeights(columns: Partial<Record<IndicatorColumn, ColumnSpan>>, weights: readonly ColumnSpan[]): void {
  for (const span of weights) {
    const of: IndicatorColumn = columns.level2 && span.left < columns.level2.left ? 'groupWeight' : columns.name && columns.level2 && span.left < columns.name.left ? 'subgroupWeight' : columns.name && span.left < columns.name.left && (columns.level1 ?? weights.find((other) => other.left > span.left)) ? 'groupWeight' : 'weight';
    columns[of] ??= span;
  }
}

/** 项目名称 before the levels: a list of several projects, each with all of its lines. */
export function projectColumn(lattice: Lattice, { columns, top, bottom }: IndicatorHeader): number | null {
  const first = Math.min(...[columns.level1, columns.level2, columns.name].flatMap((span) => span?.left ?? []));
  for (let row = top; row <= bottom; row++) for (const entry of lattice.starting(row)) if (entry.column < first && labelText(entry.raw) === '项目名称') return entry.column;
  return null;
}
