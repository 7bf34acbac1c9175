// 指标性质 | 指标方向: of two such columns the one that says how a result is held against its target.
import type { Entry } from '../model/table';
import { spanOf, type ColumnSpan } from './column-span';
import type { Columns } from './header-cells';
import { indicatorColumn } from './labels';
import type { Lattice } from './lattice';
import { splitOperator } from './quantity';
import { natureOperator } from './targets';
import { compact } from './text';

/** 正向 | 大于等于, 定量 | 反向: kinds of indicators and directions beside each other under labels of the same meaning. The signs count, else the directions; the other column is returned. */
export function signsBeside(lattice: Lattice, columns: Columns, labels: readonly Entry[], bottom: number): ColumnSpan | null {
  const { nature } = columns;
  const other = nature && labels.find((label) => label !== nature.header && indicatorColumn(label.raw) === 'nature');
  if (!other) return null;
  const beside = spanOf(lattice, other);
  if (signsIn(lattice, beside, bottom) <= signsIn(lattice, nature, bottom)) return beside;
  columns.nature = beside;
  return nature;
}

/** 正向 beside 小于等于: one of them is a slip, and nobody knows which. */
export function contradict(sign: Entry, direction: Entry): boolean {
  const [one, other] = [natureOperator(sign), natureOperator(direction)];
  return one !== null && other !== null && one.startsWith('<') !== other.startsWith('<') && one !== '=' && other !== '=';
}

/** How many lines are told by signs (two for each) or by directions. */
function signsIn(lattice: Lattice, { left }: ColumnSpan, bottom: number): number {
  let signs = 0;
  for (let row = bottom + 1; row <= lattice.range.bottom; row++) {
    const entry = lattice.at(row, left);
    if (entry.row !== row || natureOperator(entry) === null) continue;
    signs += splitOperator(compact(entry.text)).operator === null ? 1 : 2;
  }
  return signs;
}
