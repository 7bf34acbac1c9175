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
  for (const entry of entries) {
    const area = lattice.areaOf(entry);
    // 年度指标值 over 指标性质 | 指标值 | 度量单位 names the group; the labels under it are the columns.
    if (entries.some((other) => other.row > area.bottom && other.column >= area.left && other.column <= area.right)) continue;
    const name = indicatorColumn(entry.raw);
    if (name === null || name === 'ignored') continue;
    const span: ColumnSpan = { header: entry, left: area.left, right: area.right };
    if (name === 'adjusted') adjusted = span;
    else if (!columns[name] || /^四级/.test(labelText(entry.raw))) columns[name] = span;
    else if (name === 'weight' && columns.name && columns.weight && columns.weight.left < columns.name.left) {
      columns.groupWeight = columns.weight;
      columns.weight = span;
    }
  }
  promoteNames(columns);
  return { columns, adjusted, top: rows[0] ?? row, bottom: Math.max(...entries.map((entry) => lattice.areaOf(entry).bottom), row) };
}

/** A form without 三级指标 names its indicators in its deepest level column. A weight left of the names is the group's (自评权重). */
function promoteNames(columns: Partial<Record<IndicatorColumn, ColumnSpan>>): void {
  if (!columns.name) {
    const deepest = columns.level2 ? 'level2' : 'level1';
    const span = columns[deepest];
    if (span) {
      columns.name = span;
      delete columns[deepest];
    }
  }
  if (columns.weight && columns.level2 && columns.weight.left < columns.level2.left) {
    columns.groupWeight = columns.weight;
    delete columns.weight;
  }
}
