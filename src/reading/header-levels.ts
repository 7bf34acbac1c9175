// Which columns of the indicator list hold its levels and its names, where their headers do not say so by themselves.
import type { Entry } from '../model/table';
import { spanOf, type ColumnSpan } from './column-span';
import { goalsAsTargets, type Columns } from './header-cells';
import { aspectOf, labelText } from './labels';
import type { Lattice } from './lattice';

/** Two columns of levels by where they stand. */
export function levels(one: ColumnSpan, other: ColumnSpan | undefined): Columns {
  if (!other) return { level1: one };
  return one.left < other.left ? { level1: one, level2: other } : { level1: other, level2: one };
}

/** 考核指标 | 考核内容: of the two the one behind is what is counted. */
export function judgedFirst(columns: Columns): void {
  const { name, level1, level2 } = columns;
  if (!name || !level1 || level2 || name.right >= level1.left || ![name, level1].every(({ header }) => /^(?:考[核评]|评价)(?:指标|内容|项目)$/.test(labelText(header.raw)))) return;
  columns.name = level1;
  columns.level1 = name;
}

/** 指标 or 评价指标 over several columns is neither level nor name, it stands over them all; or it is divided. */
export function withoutWideHeaders(lattice: Lattice, rows: readonly number[], columns: Columns): void {
  const { level1, level2, name } = columns;
  if (level2) return;
  if (level1) {
    if (name || !isWide(level1) || labelText(level1.header.raw) !== '指标') return;
    delete columns.level1;
    // 年初目标 behind it is no header by itself.
    columns.target ??= goalsAsTargets(lattice, rows, columns);
  } else if (name && isWide(name)) {
    if (/^(?:绩效)?评价指标$/.test(labelText(name.header.raw))) delete columns.name;
    dividedName(lattice, columns, name);
  }
}

const isWide = ({ left, right }: ColumnSpan): boolean => right > left;

/** 指标内容 over 一、产出 | 新建公园: a group that reaches down over several lines, and the names beside it. */
function dividedName(lattice: Lattice, columns: Columns, wide: ColumnSpan): void {
  if (!/^(?:评价|绩效|考核|绩效评价)?指标(?:内容|名称|项目)?$/.test(labelText(wide.header.raw))) return;
  const below = lattice.areaOf(wide.header).bottom + 1;
  if (below > lattice.range.bottom) return;
  const group = lattice.at(below, wide.left);
  const area = lattice.areaOf(group);
  if (!isWorded(group) || area.right >= wide.right || area.bottom === area.top) return;
  const own = lattice.at(below, area.right + 1);
  if (!isWorded(own) || lattice.areaOf(own).right < wide.right || lattice.areaOf(own).bottom > below) return;
  columns.level1 = { header: wide.header, left: wide.left, right: area.right };
  columns.name = { header: wide.header, left: own.column, right: wide.right };
}

const isWorded = ({ filled, quantity }: Entry): boolean => filled && quantity === null;

/** What may stand over levels alone, or over levels and names. */
const OVER_LEVELS = /^(?:年度)?(?:绩效|评价)?指标(?:体系|类别|分类|级次|级别)?$|^(?:指标)?(?:类别|级次|级别)$/;

/** 绩效指标 over the levels, or over levels and names alike: what stands below it in the first line tells how it divides. Reaching down beside the lines it is the list's own label. */
export function levelsUnder(lattice: Lattice, rows: readonly number[], columns: Columns, points: ColumnSpan | undefined): void {
  const { name, level1, level2 } = columns;
  const beside = name ?? firstOf(columns.target, points);
  if (!beside || level1 || level2 || beside.left <= lattice.range.left) return;
  // The merge over the levels may have been taken off, or a blank column left behind them.
  let at = beside.left - 1;
  while (at > lattice.range.left && !lattice.at(beside.header.row, at).filled) at--;
  const header = lattice.at(beside.header.row, at);
  const { bottom } = lattice.areaOf(header);
  if (!header.filled || !rows.includes(header.row) || bottom > lattice.areaOf(beside.header).bottom || bottom >= lattice.range.bottom || !OVER_LEVELS.test(labelText(header.raw))) return;
  const spans = spansUnder(lattice, header, beside.left - 1);
  const own = name ? undefined : spans.pop();
  if (own) columns.name = own;
  const [outer, inner] = spans;
  if (outer) columns.level1 = outer;
  if (inner) columns.level2 = inner;
}

function firstOf(one: ColumnSpan | undefined, other: ColumnSpan | undefined): ColumnSpan | undefined {
  if (!one || !other) return one ?? other;
  return one.left < other.left ? one : other;
}

/** The texts of the first line under a header, as far as the column `right`, as columns of its own. */
function spansUnder(lattice: Lattice, header: Entry, right: number): ColumnSpan[] {
  const { left, bottom } = lattice.areaOf(header);
  const below: Entry[] = [];
  for (let column = left; column <= right; column++) {
    const entry = lattice.at(bottom + 1, column);
    if (isWorded(entry) && below.at(-1)?.cell !== entry.cell) below.push(entry);
  }
  return below.map((entry) => ({ header, left: entry.column, right: Math.min(lattice.areaOf(entry).right, right) }));
}

/** A form without 三级指标 names its indicators in its deepest level column. */
export function promoteNames(columns: Columns): void {
  if (columns.name) return;
  const deepest = columns.level2 ? 'level2' : 'level1';
  const span = columns[deepest];
  if (!span) return;
  columns.name = span;
  delete columns[deepest];
}

/** 类别 | 指标: too short a word to be a level unless the names stand right behind it. */
export function classesBeside(lattice: Lattice, rows: readonly number[], columns: Columns): void {
  const { name, level1, level2 } = columns;
  if (!name || level1 || level2 || name.left <= lattice.range.left) return;
  const header = lattice.at(name.header.row, name.left - 1);
  if (rows.includes(header.row) && /^(?:类别|类型|分类)$/.test(labelText(header.raw))) columns.level1 = spanOf(lattice, header);
}

/** 一级指标 | 二级指标 | 考核内容: whatever the names are called, they stand right behind the last of the levels and are worded. */
export function namesBehind(lattice: Lattice, rows: readonly number[], columns: Columns): void {
  const { name, level1, level2 } = columns;
  if (name || !level1 || !level2 || level2.right >= lattice.range.right) return;
  const header = lattice.at(level2.header.row, level2.right + 1);
  if (!rows.includes(header.row) || !NAMES.test(labelText(header.raw))) return;
  const { bottom, right } = lattice.areaOf(header);
  if (Object.values(columns).some((column) => column.left <= right && column.right >= header.column) || bottom >= lattice.range.bottom) return;
  if (isWorded(lattice.at(bottom + 1, header.column))) columns.name = spanOf(lattice, header);
}

/** What may be the header of names: neither 指标解释 nor 年度目标. */
const NAMES = /^(?:绩效|具体|明细|评价|考[核评]|工作|重点|指标)?(?:指标|内容|项目|任务|事项|指标描述)$|^三级指标(?:描述|说明)$/;

/** 一级指标 | 二级指标 | (blank) | 指标值, or 二级指标 over both: the names stand right behind the second level, line by line. */
export function namesUnlabelled(lattice: Lattice, columns: Columns): void {
  const { name, level1, level2, target, actual } = columns;
  const next = target ?? actual;
  if (name || !level1 || !level2 || !next) return;
  const below = lattice.areaOf(level2.header).bottom + 1;
  if (below >= lattice.range.bottom) return;
  const group = lattice.at(below, level2.left);
  const left = lattice.areaOf(group).right + 1;
  const header = lattice.at(level2.header.row, left);
  if (!isWorded(group) || left >= next.left || header.filled && header.cell !== level2.header.cell || Object.values(columns).some((column) => column !== level2 && column.left <= left && column.right >= left)) return;
  if (![below, below + 1].every((row) => isWorded(lattice.at(row, left)) && lattice.at(row, left).row === row)) return;
  columns.level2 = { ...level2, right: left - 1 };
  columns.name = { header: level2.header, left, right: lattice.area(below, left).right };
}

/** 指标大类 | 二级指标 | 三级指标, or 一级指标 | 指标分类 | 三级指标: what stands where a level is wanted is one where the first text under it says so. */
export function levelBetween(lattice: Lattice, rows: readonly number[], columns: Columns): void {
  const { name, level1, level2 } = columns;
  if (!name || !level1 === !level2) return;
  const column = level1 ? level1.right + 1 : (level2?.left ?? 0) - 1;
  if (column < lattice.range.left || level1 && column >= name.left) return;
  const header = lattice.at(name.header.row, column);
  const { bottom, left, right } = lattice.areaOf(header);
  if (!header.filled || !rows.includes(header.row) || bottom >= lattice.range.bottom || !/^(?:指标|绩效)?(?:大类|分类|类[别型]|维度)$/.test(labelText(header.raw))) return;
  if (Object.values(columns).some((other) => other.left <= right && other.right >= left) || aspectOf(lattice.at(bottom + 1, left).raw) === 'other') return;
  columns[level1 ? 'level2' : 'level1'] = spanOf(lattice, header);
}

/** 绩效指标 | 指标类型 | 指标名称, with 产出指标 | 数量指标 under them: what stands before the only level is the one over it. */
export function levelBefore(lattice: Lattice, rows: readonly number[], columns: Columns): void {
  const { name, level1, level2 } = columns;
  if (!name || !level1 || level2 || level1.left <= lattice.range.left || level1.left > name.left) return;
  const header = lattice.at(level1.header.row, level1.left - 1);
  const { bottom } = lattice.areaOf(header);
  if (!rows.includes(header.row) || !OVER_LEVELS.test(labelText(header.raw)) || bottom > lattice.areaOf(level1.header).bottom || bottom >= lattice.range.bottom) return;
  if (aspectOf(lattice.at(bottom + 1, header.column).raw) === 'other') return;
  columns.level2 = level1;
  columns.level1 = spanOf(lattice, header);
}
