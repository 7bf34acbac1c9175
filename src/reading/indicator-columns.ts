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
  readonly top: number;
  readonly bottom: number;
}

function labelled(lattice: Lattice, row: number): readonly Entry[] {
  return row < lattice.range.top || row > lattice.range.bottom ? [] : lattice.starting(row).filter((entry) => typeof entry.value === 'string' && indicatorColumn(entry.raw) !== null);
}

/** Reads the header at `row`, with the row above or below where that carries labels of columns too. */
export function readIndicatorHeader(lattice: Lattice, row: number): IndicatorHeader {
  const rows = [row];
  // Two labels and no figure make a header row; a data row shows figures or words that are no labels.
  const isHeaderRow = (r: number): boolean => labelled(lattice, r).length >= 2 && labelled(lattice, r).length >= lattice.starting(r).length - 1;
  if (isHeaderRow(row - 1)) rows.unshift(row - 1);
  if (isHeaderRow(row + 1)) rows.push(row + 1);
  const entries = rows.flatMap((r) => labelled(lattice, r));
  const columns: Partial<Record<IndicatorColumn, ColumnSpan>> = {};
  let adjusted: ColumnSpan | null = null;
  const weights: ColumnSpan[] = [];
  for (const entry of entries) {
    const area = lattice.areaOf(entry);
    // 年度指标值 over 指标性质 | 指标值 | 度量单位 names the group; the labels under it are the columns.
    if (entries.some((other) => other.row > area.bottom && other.column >= area.left && other.column <= area.right)) continue;
    const name = indicatorColumn(entry.raw);
    if (name === null || name === 'ignored') continue;
    const span: ColumnSpan = { header: entry, left: area.left, right: area.right };
    if (name === 'adjusted') adjusted = span;
    else if (name === 'weight') weights.push(span);
    else if (!columns[name] || /^四级/.test(labelText(entry.raw))) columns[name] = span;
  }
  promoteNames(columns);
  placeWeights(columns, weights);
  return { columns, adjusted, top: rows[0] ?? row, bottom: Math.max(...entries.map((entry) => lattice.areaOf(entry).bottom), row) };
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
    const of: IndicatorColumn = columns.level2 && span.left < columns.level2.left ? 'groupWeight' : columns.name && columns.level2 && span.left < columns.name.left ? 'subgroupWeight' : columns.name && columns.level1 && span.left < columns.name.left ? 'groupWeight' : 'weight';
    columns[of] ??= span;
  }
}
