// Which rows and cells make the header of the indicator list, and what each of them stands for.
import type { Entry, IndicatorColumn } from '../model/table';
import { spanOf, type ColumnSpan } from './column-span';
import { indicatorColumn, labelText } from './labels';
import type { Lattice } from './lattice';

/** The columns known so far; each step of reading the header adds to them. */
export type Columns = Partial<Record<IndicatorColumn, ColumnSpan>>;

type Named = ReturnType<typeof indicatorColumn>;

const WEIGHTS: ReadonlyMap<Named, IndicatorColumn> = new Map([['level1', 'groupWeight'], ['level2', 'subgroupWeight'], ['name', 'weight']] as const);

export const LEVELS: ReadonlySet<Named> = new Set(['level1', 'level2', 'name'] as const);

function labelled(lattice: Lattice, row: number): readonly Entry[] {
  return row < lattice.range.top || row > lattice.range.bottom ? [] : lattice.starting(row).filter((entry) => typeof entry.value === 'string' && indicatorColumn(entry.raw) !== null);
}

/** `row`, with the row above or below where that carries labels of columns too. */
export function headerRows(lattice: Lattice, row: number): readonly number[] {
  const rows = [row];
  // 得分 | 9.5 | 说明 | … right over the list belongs to what stands above.
  if ((isHeaderRow(lattice, row - 1) || reachesDown(lattice, row)) && lattice.starting(row - 1).every((entry) => entry.quantity === null)) rows.unshift(row - 1);
  if (isHeaderRow(lattice, row + 1) || dividesTarget(lattice, row)) rows.push(row + 1);
  if (rows.includes(row + 1) && dividesLevels(lattice, row + 1)) rows.push(row + 2);
  return rows;
}

/** 评价指标 over 一级指标 | 二级指标 | 三级指标 over 名称 | 权重 of each of them. */
function dividesLevels(lattice: Lattice, row: number): boolean {
  const heads = labelled(lattice, row).filter((entry) => LEVELS.has(indicatorColumn(entry.raw)));
  return isHeaderRow(lattice, row + 1) && lattice.starting(row + 1).every((entry) => isUnder(lattice, entry, heads));
}

/** 绩效指标 over 一级指标 | 二级指标 | 三级指标, with 指标值 reaching down beside them as the only column besides. */
function reachesDown(lattice: Lattice, row: number): boolean {
  const above = row > lattice.range.top ? lattice.starting(row - 1) : [];
  const beside = above.filter((entry) => lattice.areaOf(entry).bottom >= row);
  return above.length > beside.length && beside.some((entry) => typeof entry.value === 'string' && indicatorColumn(entry.raw) !== null)
    && above.every((entry) => beside.includes(entry) || isOverOthers(lattice, entry, labelled(lattice, row)));
}

/** Two labels and hardly anything else make a header row; a data row shows figures and words that are no labels. */
function isHeaderRow(lattice: Lattice, row: number): boolean {
  const labels = labelled(lattice, row);
  return labels.length >= 2 && labels.length >= lattice.starting(row).length - 2;
}

/** The cells of the header that name something, row by row. */
export function headerCells(lattice: Lattice, rows: readonly number[]): readonly Entry[] {
  const cells: Entry[] = [];
  for (const row of rows) cells.push(...labelled(lattice, row), ...valuesUnderTarget(lattice, row, rows));
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

const VALUE = /^(?:数?值|内容)$/;
const WANTED = /^(?:年度|年初|全年)?(?:预期|计划|设定|绩效)?(?:目标|预期|计划)$/;
const REACHED = /^(?:全年|年度|年末|年终)?(?:实际|完成)$/;

/** 值 or 数值 under 指标值, or under 实际完成值, 年初目标 | 实际 under either: too short a word to be a header anywhere else. */
function valuesUnderTarget(lattice: Lattice, row: number, rows: readonly number[]): readonly Entry[] {
  const short = lattice.starting(row).filter((entry) => [VALUE, WANTED, REACHED].some((word) => word.test(labelText(entry.raw))));
  if (short.length === 0) return short;
  const over = rows.filter((r) => r < row).flatMap((r) => valuesIn(lattice, r));
  return short.filter((entry) => isUnder(lattice, entry, over));
}

const valuesIn = (lattice: Lattice, row: number): readonly Entry[] => labelled(lattice, row).filter((entry) => ['target', 'actual'].includes(indicatorColumn(entry.raw) ?? ''));
const isUnder = (lattice: Lattice, entry: Entry, heads: readonly Entry[]): boolean => heads.some((head) => head.column <= entry.column && lattice.areaOf(head).right >= entry.column);

/** 符号 | 值 alone in the row under 指标值, all other headers reaching down beside them; what divides 偏差原因分析 (经费保障, 人员保障 …) may stand there too. */
function dividesTarget(lattice: Lattice, row: number): boolean {
  const heads = valuesIn(lattice, row);
  const reasons = labelled(lattice, row).filter((entry) => indicatorColumn(entry.raw) === 'reason');
  const below = (row < lattice.range.bottom ? lattice.starting(row + 1) : []).filter((entry) => !isUnder(lattice, entry, reasons));
  if (below.length < 2) return false;
  return below.every((entry) => isUnder(lattice, entry, heads)) && below.length === labelled(lattice, row + 1).filter((entry) => below.includes(entry)).length + valuesUnderTarget(lattice, row + 1, [row]).length;
}

/** 年度指标值 over 指标性质 | 指标值 | 度量单位 names the group; the labels under it are the columns. */
export function isOverOthers(lattice: Lattice, entry: Entry, entries: readonly Entry[]): boolean {
  const area = lattice.areaOf(entry);
  return entries.some((other) => other.row > area.bottom && other.column >= area.left && other.column <= area.right);
}

/** The column a header cell stands for; 名称 under 一级指标 stands for the header over it. */
export function columnUnder(lattice: Lattice, entry: Entry, entries: readonly Entry[]): Named {
  const own = indicatorColumn(entry.raw);
  const over = entries.findLast((other) => other.row < entry.row && other.column <= entry.column && lattice.areaOf(other).right >= entry.column);
  if (!over) return own;
  const above = indicatorColumn(over.raw);
  const label = labelText(entry.raw);
  if (label === '名称' || label === '指标名称' && LEVELS.has(above) && !isOverTarget(lattice, over, entries)) return above;
  // 权重 over 一级 | 二级 | 三级: the points of each level.
  if (above === 'weight' && LEVELS.has(own)) return WEIGHTS.get(own) ?? null;
  if (above === 'actual' && own === 'unit') return 'ignored';
  if (above === 'actual' && VALUE.test(label)) return 'actual';
  if ((above === 'actual' || above === 'target') && own === null && REACHED.test(label)) return 'actual';
  if (above === 'actual' && own === null && WANTED.test(label)) return 'target';
  // 指标值 over 符号 | 值 | 单位: what is neither sign nor unit is the value itself; over 年度指标值 | 实际完成值 it names both.
  return above === 'target' && own !== 'nature' && own !== 'unit' && own !== 'adjusted' && own !== 'actual' ? 'target' : own;
}

/** 评价内容 over 指标名称 | 目标值 | 分值 stands over all that is told of an indicator, and is no level. */
function isOverTarget(lattice: Lattice, over: Entry, entries: readonly Entry[]): boolean {
  return entries.some((other) => other.row > over.row && isUnder(lattice, other, [over]) && indicatorColumn(other.raw) === 'target');
}

/** 指标 beside 一级指标, as a rule merged down along all of the lines: the list's own label. */
export function isOwnLabel(entry: Entry, entries: readonly Entry[]): boolean {
  return labelText(entry.raw) === '指标' && entries.some((other) => other !== entry && indicatorColumn(other.raw) === 'level1');
}

/** True where the list's own label stands over the names: behind the last of the levels, or before the kinds of what it names. */
export function isOverNames(lattice: Lattice, label: Entry, entries: readonly Entry[]): boolean {
  return entries.every((other) => !LEVELS.has(indicatorColumn(other.raw)) || other.column <= label.column) || namesBeforeKinds(lattice, label, entries);
}

/** 指标 | 指标类型, with a text of its own in every line: names with their kind behind them. */
function namesBeforeKinds(lattice: Lattice, header: Entry, entries: readonly Entry[]): boolean {
  const [kind, ...more] = entries.filter((other) => LEVELS.has(indicatorColumn(other.raw)) && other !== header);
  const below = lattice.areaOf(header).bottom + 1;
  if (!kind || more.length > 0 || !/^指标类[别型]$/.test(labelText(kind.raw)) || below >= lattice.range.bottom) return false;
  const [first, second] = [below, below + 1].map((row) => lattice.at(row, header.column));
  return first?.filled === true && second?.filled === true && first.cell !== second.cell;
}

/** 采购程序 | 绩效目标 | 完成情况: the goal of each line stands where others have its target. */
export function goalsAsTargets(lattice: Lattice, rows: readonly number[], { name, actual, target }: Columns): ColumnSpan | undefined {
  if (target || !actual) return target;
  const goal = rows.flatMap((row) => lattice.starting(row)).find((entry) => /^(?:年度|年初|预期|考核)?(?:绩效|工作)?目标(?:要求)?$|^年度(?:绩效)?指标$|^(?:绩效|预期|计划|指标)标准$/.test(labelText(entry.raw)) && entry.column > (name?.right ?? 0) && lattice.areaOf(entry).right < actual.left);
  return goal && spanOf(lattice, goal);
}
