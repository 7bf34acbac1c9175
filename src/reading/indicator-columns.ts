// The header of the indicator list: one row or two, each column known by its label.
import { HUNDRED, halfUnit, near } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, IndicatorColumn } from '../model/table';
import { spanOf, type ColumnSpan } from './column-span';
import { columnUnder, goalsAsTargets, headerCells, headerRows, isOverNames, isOverOthers, isOwnLabel, LEVELS, type Columns } from './header-cells';
import { classesBeside, judgedFirst, levelBefore, levelBetween, levels, levelsUnder, namesBehind, namesUnlabelled, promoteNames, withoutWideHeaders } from './header-levels';
import { takePeriods, underOnePeriod, yearIn, type Periods } from './header-periods';
import { fundColumn, indicatorColumn, labelText } from './labels';
import type { Lattice } from './lattice';
import { signsBeside } from './sign-columns';
import { gradesUnderTarget, targetOfRegion } from './target-columns';

export interface IndicatorHeader {
  readonly columns: Readonly<Columns>;
  /** 调整指标值 or the region's own, where a form has it beside the target. */
  readonly adjusted: ColumnSpan | null;
  /** 指标性质 beside 指标方向: the one of them that does not count, null as a rule. */
  readonly directions: ColumnSpan | null;
  /** Where a second list starts at the right of the first; null as a rule. */
  readonly beside: Entry | null;
  /** 得分 beside 一级指标 and 二级指标, where each level has 分值 and 得分 of its own. */
  readonly levelScores: { readonly group: ColumnSpan | null; readonly subgroup: ColumnSpan | null };
  /** Every column that asks why something was not reached, where a form has several. */
  readonly reasons: readonly ColumnSpan[];
  /** What is told for parts of the year alone. */
  readonly parted: Periods['parted'];
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

/** Reads the header at `row`, with the row above or below where that carries labels of columns too. */
export function readIndicatorHeader(lattice: Lattice, row: number): IndicatorHeader {
  const rows = headerRows(lattice, row);
  const labels = headerCells(lattice, rows);
  const entries = underOnePeriod(lattice, rows[0] ?? row, labels) ?? labels;
  const { columns, points, reasons, adjusted, beside } = readLabels(lattice, entries);
  shortWords(lattice, rows, columns, points);
  withoutLastYear(columns);
  const periods = takePeriods(lattice, columns);
  const ofRegion = targetOfRegion(lattice, columns);
  judgedFirst(columns);
  if (!columns.name && !columns.level1 && !columns.level2) columns.target ??= goalsAsTargets(lattice, rows, columns);
  withoutWideHeaders(lattice, rows, columns);
  levelsUnder(lattice, rows, columns, points.weights[0]);
  namesBehind(lattice, rows, columns);
  namesUnlabelled(lattice, columns);
  promoteNames(columns);
  classesBeside(lattice, rows, columns);
  levelBefore(lattice, rows, columns);
  levelBetween(lattice, rows, columns);
  columns.target ??= goalsAsTargets(lattice, rows, columns);
  gradesUnderTarget(lattice, columns);
  const levelScores = placePoints(lattice, columns, points);
  markedOfHundred(lattice, columns, points.scores);
  const bottom = Math.max(...entries.filter((entry) => !isOwnLabel(entry, entries) && !isListLabel(lattice, entry, entries)).map((entry) => lattice.areaOf(entry).bottom), row, periods.bottom);
  return { columns, adjusted: ofRegion ?? adjusted, directions: signsBeside(lattice, columns, entries, bottom), beside, levelScores, reasons, parted: periods.parted, top: rows[0] ?? row, bottom: numbersColumns(lattice, bottom + 1) ? bottom + 1 : bottom };
}

/** 栏次 | 1 | 2 | 3 … below the headers: no line of the list. */
function numbersColumns(lattice: Lattice, row: number): boolean {
  const cells = row > lattice.range.bottom ? [] : lattice.starting(row).filter(({ raw }) => labelText(raw) !== '栏次');
  return cells.length > 3 && cells.every(({ quantity }, i) => quantity?.unit === '' && quantity.value.eq(i + 1));
}

/** Columns of points: a form may have them for every level. */
interface PointColumns {
  readonly weights: ColumnSpan[];
  readonly scores: ColumnSpan[];
}

/** 分数 says neither what there is to be had nor what was got: beside 得分 it is the one, beside 分值 the other. */
function pointsByCount({ name, level1, level2 }: Columns, { weights, scores }: PointColumns, header: ColumnSpan | undefined): void {
  if (!header || !name && !level1 && !level2 || weights.length > 0 === scores.length > 0) return;
  (weights.length > 0 ? scores : weights).push(header);
}

interface LabelsRead {
  readonly columns: Columns;
  readonly points: PointColumns;
  readonly reasons: readonly ColumnSpan[];
  readonly adjusted: ColumnSpan | null;
  readonly beside: Entry | null;
}

/** What the labels say by themselves. */
function readLabels(lattice: Lattice, entries: readonly Entry[]): LabelsRead {
  const columns: Columns = {};
  const [weights, scores]: [ColumnSpan[], ColumnSpan[]] = [[], []];
  // 自评分值, 考核分值, 赋分: what the unit gives itself beside a column of 权重, the points to be had without one.
  const selfRated: ColumnSpan[] = [];
  const reasons: ColumnSpan[] = [];
  let adjusted: ColumnSpan | null = null;
  let beside: Entry | null = null;
  for (const entry of entries) {
    if (isOverOthers(lattice, entry, entries)) continue;
    const name = columnUnder(lattice, entry, entries);
    const span = spanOf(lattice, entry);
    if (isOwnLabel(entry, entries)) {
      if (isOverNames(lattice, entry, entries)) columns.name ??= span;
      continue;
    }
    if (name === null || name === 'ignored') continue;
    if (name === 'reason' && /原因|偏差|偏离/.test(entry.text)) reasons.push(span);
    if (name === 'adjusted' || name === 'target' && adjusts(columns.target?.header, entry)) adjusted = span;
    else if (name === 'weight') (/^(?:自评|考核|评价|赋分)/.test(labelText(entry.raw)) ? selfRated : weights).push(span);
    else if (name === 'score') scores.push(span);
    else if (beginsSecondList(columns, name, entry)) beside = entry;
    else if (!isListLabel(lattice, entry, entries)) takeColumn(columns, name, entry, span);
  }
  (scores.length === 0 && weights.length > 0 ? scores : weights).push(...selfRated);
  // 调整后指标值 as the only one is what counts.
  if (!columns.target && adjusted) [columns.target, adjusted] = [adjusted, null];
  return { columns, points: { weights, scores }, reasons, adjusted, beside };
}

/** 指标完成情况 before 一级指标 is the list's own label and reaches down beside its lines; so is 评价指标, where it does. */
function isListLabel(lattice: Lattice, entry: Entry, entries: readonly Entry[]): boolean {
  const name = indicatorColumn(entry.raw);
  if (name === 'actual' || name === 'target') return standsBefore(entry, entries);
  const others = entries.filter((other) => other !== entry);
  return (name === 'name' || name === 'level1') && LIST.test(labelText(entry.raw)) && standsBefore(entry, others)
    && others.every((other) => lattice.areaOf(other).bottom < lattice.areaOf(entry).bottom);
}

const LIST = /^(?:(?:绩效)?(?:考核|考评|评价)|评分|自评)(?:指标|内容|项目)$/;

/** 项目名称 | 预算数 | 执行数 before 一级指标: what the project of the lines has spent, not what they reached. */
function standsBefore(entry: Entry, entries: readonly Entry[]): boolean {
  const levels = entries.filter((other) => LEVELS.has(indicatorColumn(other.raw)));
  if (fundColumn(entry.raw) !== 'actualSpending' && !levels.some((level) => indicatorColumn(level.raw) === 'level1')) return false;
  return levels.length > 0 && levels.every((level) => level.column > entry.column);
}

/** A second column of names behind the targets, unless it is the one that is meant. */
function beginsSecondList({ name: before, target }: Columns, name: IndicatorColumn, entry: Entry): boolean {
  return name === 'name' && before !== undefined && target !== undefined && !isFourthLevel(entry) && !isOfYear(before.header, entry);
}

/** Takes the column unless it is known already by a header that says it better. */
function takeColumn(columns: Columns, name: IndicatorColumn, entry: Entry, span: ColumnSpan): void {
  const before = columns[name];
  // 评价指标 | 评价内容 | 指标名称: the first two are levels.
  const isLevel = name === 'name' && before !== undefined && !columns.target && /^(?:考核|评价)指标$/.test(labelText(before.header.raw));
  if (isLevel) Object.assign(columns, levels(before, columns.level1));
  if (isLevel || !before || saysBetter(name, before.header, entry)) columns[name] = span;
}

/** Of two headers of one column, that the second is the one that counts. */
function saysBetter(name: IndicatorColumn, before: Entry, entry: Entry): boolean {
  const [first, second] = [labelText(before.raw), labelText(entry.raw)];
  if (isFourthLevel(entry) || isOfYear(before, entry) || name === 'actual' && isOfYearsAgo(before, entry) || (yearIn(entry) ?? 0) > (yearIn(before) ?? 9999)) return true;
  switch (name) {
    // 指标解释 says what is meant, 评分标准 how points are given.
    case 'method': return /标准|办法|方法|细则/.test(second);
    // 备注, 评分依据 or 改进措施 before 扣分原因: the one that asks for reasons holds them.
    case 'reason': return /原因/.test(second) && !/原因|偏差/.test(first);
    // 实施期指标值 beside 年度指标值: what the project is to reach in all of its years.
    case 'target': return OF_TERM.test(first) && !OF_TERM.test(second) || first.endsWith('标准值') && !second.includes('标准');
    // 目标完成情况 | 100% before 实际完成值.
    case 'actual': return PART_OF_YEAR.test(first) && !PART_OF_YEAR.test(second) || /(?:目标|指标值?)完成情况$/.test(first) && /^(?:全年)?实际(?:完成)?值$/.test(second);
    default: return false;
  }
}

/** 年初指标值 | 年度指标值: the second is what the first became in the year. */
const adjusts = (before: Entry | undefined, header: Entry): boolean => before !== undefined && labelText(before.raw).startsWith('年初') && /^(?:年度|全年|年[中末终])/.test(labelText(header.raw));

/** 2021年完成值 before 实际完成值: with a year of its own it says where the unit came from. */
const isOfYearsAgo = (before: Entry, header: Entry): boolean => yearIn(before) !== null && yearIn(header) === null && /值$/.test(labelText(before.raw)) && /值$/.test(labelText(header.raw));

const isFourthLevel = (header: Entry): boolean => labelText(header.raw).startsWith('四级');

/** 三级指标（长期） | 指标值（长期） | 三级指标（年度） | 指标值（年度）: the year's list is the one that is told of. */
const isOfYear = (before: Entry, header: Entry): boolean => LONG_TERM.test(before.text) && !LONG_TERM.test(header.text);
const LONG_TERM = /[(（]\s*(?:中?长期|中期|实施期)\s*[)）]\s*$/;
const OF_TERM = /^(?:[两二三四五]年|总体|实施期|规划期|项目期|中长?期)/;

/** 半年完成值 before 全年完成值. */
const PART_OF_YEAR = /^(?:上?半年|前?\d+[-~至]\d+月|截至|第?[一二三]季度)/;

const OWN_YEAR = /^(?:20\d{2}|本|当)年度?/;
/** One of those words, behind a year or none. */
const SHORT = /(?:^|年度?)..$/;

/** 目标 | 实际 side by side, 内容 beside 指标: too short to be headers unless the others are there. */
function shortWords(lattice: Lattice, rows: readonly number[], columns: Columns, points: PointColumns): void {
  const short = rows.flatMap((row) => lattice.starting(row)).filter(({ raw }) => SHORT.test(labelText(raw)));
  const named = (word: RegExp): ColumnSpan | undefined => {
    const headers = short.filter((entry) => word.test(labelText(entry.raw).replace(OWN_YEAR, '')));
    if (headers.length === 0) return undefined;
    // 2023年实际 | 2024年目标 | 2024年实际: those of the last year.
    const last = Math.max(...headers.map((header) => yearIn(header) ?? 0));
    const header = headers.find((one) => (yearIn(one) ?? 0) === last);
    return header && spanOf(lattice, header);
  };
  if (!columns.target && !columns.actual) {
    const [wanted, reached] = [named(/^(?:目标|标准)$/), named(/^(?:实际|完成)$/)];
    if (wanted && reached && wanted.right < reached.left) Object.assign(columns, { target: wanted, actual: reached });
  }
  pointsByCount(columns, points, named(/^分数$/));
  const of = columns.level2 ?? columns.level1;
  if (columns.name || !of || !columns.target) return;
  const content = named(/^内容$/);
  if (content && of.right + 1 === content.left) columns.name = content;
}

/** 2022年完成值 before 2023年目标值 says where the unit came from, not what it reached. */
function withoutLastYear(columns: Columns): void {
  const [reached, wanted] = [columns.actual && yearIn(columns.actual.header), columns.target && yearIn(columns.target.header)];
  if (reached && wanted && reached < wanted) delete columns.actual;
}

/** 得分 beside every level (一级指标 | 得分 | 二级指标 | 得分 …) are the levels' points; the last is the score. Two different headers are 自评 and 复核: the first is the unit's own. */
function placePoints(lattice: Lattice, columns: Columns, { weights, scores }: PointColumns): IndicatorHeader['levelScores'] {
  const repeated = scores.length > 1 && scores.every((span) => labelText(span.header.raw) === labelText(scores[0]?.header.raw ?? ''));
  // 评分（百分制） | 加权得分: what counts is the latter.
  const own = repeated ? ofUnit(lattice, scores) ?? scores.at(-1) : (scores.find((span) => /^(?:加权|折算)/.test(labelText(span.header.raw))) ?? scores[0]);
  if (own) columns.score = own;
  const ofLevels = repeated ? scores.filter((span) => own !== undefined && span.left < own.left) : [];
  // With 分值 at every level as well, they are what the level got.
  const levelled = weights.length >= scores.length;
  placeWeights(columns, levelled ? weights : [...weights, ...ofLevels], own !== undefined);
  return {
    group: spanBetween(levelled ? ofLevels : [], columns.level1, columns.level2 ?? columns.name),
    subgroup: spanBetween(levelled ? ofLevels : [], columns.level2, columns.name),
  };
}

/** 自评 | 复核 | 抽查, each over 得分 | 扣分原因: the one that the unit gives itself. */
function ofUnit(lattice: Lattice, scores: readonly ColumnSpan[]): ColumnSpan | undefined {
  const [found, ...more] = scores.filter(({ header }) => header.row > lattice.range.top && /^(?:单位|部门|项目)?自[评查]/.test(labelText(lattice.at(header.row - 1, header.column).raw)));
  return more.length === 0 ? found : undefined;
}

/** 单项指标得分 | 权重占比 | 单项指标折算得分: where the first are marks out of 100 the last are the points; most units write points into both. */
function markedOfHundred(lattice: Lattice, columns: Columns, scores: readonly ColumnSpan[]): void {
  const { score, weight } = columns;
  const folded = scores.find((span) => span !== score && /折算|加权/.test(labelText(span.header.raw)));
  if (!score || !weight || !folded) return;
  let [lines, products, above] = [0, 0, 0];
  for (let row = lattice.areaOf(folded.header).bottom + 1; row <= lattice.range.bottom; row++) {
    const [mark, share, points] = [score, weight, folded].map((span) => lattice.at(row, span.left).quantity?.value);
    if (!mark || !share || !points) continue;
    lines++;
    if (near(points, mark.times(share).div(HUNDRED), halfUnit(2))) products++;
    if (mark.gt(share)) above++;
  }
  if (products > 1 && products * 2 > lines && above * 2 > lines) columns.score = folded;
}

function spanBetween(spans: readonly ColumnSpan[], left: ColumnSpan | undefined, right: ColumnSpan | undefined): ColumnSpan | null {
  return (left && right && spans.find((span) => span.left > left.left && span.left < right.left)) ?? null;
}

/** Some forms give each level its own points: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值. What stands left of a level belongs to the one before. */
function placeWeights(columns: Columns, weights: readonly ColumnSpan[], scored: boolean): void {
  for (const span of weights) {
    const level = levelOfWeight(columns, weights, span);
    // 三级指标权重 50% | 分值 15: the points are what the scores are of.
    const before = columns[level];
    if (before && (level !== 'weight' || !scored || !isShare(before) || isShare(span))) continue;
    columns[level] = span;
  }
}

const isShare = ({ header }: ColumnSpan): boolean => labelText(header.raw).includes('权重');

function levelOfWeight({ name, level1, level2 }: Columns, weights: readonly ColumnSpan[], span: ColumnSpan): 'groupWeight' | 'subgroupWeight' | 'weight' {
  if (level2 && span.left < level2.left) return 'groupWeight';
  if (!name || span.left >= name.left) return 'weight';
  if (level2) return 'subgroupWeight';
  return level1 ?? weights.find((other) => other.left > span.left) ? 'groupWeight' : 'weight';
}

/** 项目名称 before the levels: a list of several projects, each with all of its lines. */
export function projectColumn(lattice: Lattice, { columns, top, bottom }: IndicatorHeader): number | null {
  const first = Math.min(...present([columns.level1, columns.level2, columns.name], (span) => span?.left));
  for (let row = top; row <= bottom; row++) for (const entry of lattice.starting(row)) if (entry.column < first && labelText(entry.raw) === '项目名称') return entry.column;
  return null;
}
