// Lines of a list without level columns that name a group and its points: 产出 | | | 40 | 39.04 over the indicators of 产出.
import { decimal, near, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry } from '../model/table';
import type { ColumnSpan } from './column-span';
import type { IndicatorHeader } from './indicator-columns';
import { aspectOf, isTotalLabel } from './labels';
import type { Lattice } from './lattice';
import { declaredPoints } from './quantity';

interface ListLine {
  readonly row: number;
  readonly heading: boolean;
  readonly weight: Decimal | null;
}

/** The rows of such lines; none unless most of them add up to the points of the lines below them, since a line may lack target and result by mistake. */
export function groupRowsIn(lattice: Lattice, { columns, bottom }: IndicatorHeader, skipped: ReadonlySet<number>): ReadonlySet<number> {
  const { name, target, actual, weight, level1, level2 } = columns;
  if (level1 || level2 || !name || !weight) return new Set();
  const at = (row: number, span: ColumnSpan): Entry => lattice.at(row, span.left);
  const lines: ListLine[] = [];
  for (let row = bottom + 1; row <= lattice.range.bottom; row++) {
    const label = at(row, name);
    if (skipped.has(row) || !label.filled || label.row !== row) continue;
    if (isTotalLabel(label.raw)) {
      if (lines.length === 0) continue;
      break;
    }
    const blank = [target, actual].every((span) => !span || !at(row, span).filled || at(row, span).cell === label.cell);
    const points = at(row, weight).quantity?.value ?? null;
    // 一 | 基础工作 over 1 | 组织保障 in a form without targets and results, where nothing else tells a group.
    const numbered = /^[一二三四五六七八九十]+、/.test(label.text) || numeralBefore(lattice, row, name);
    const worded = numbered || target !== undefined && actual !== undefined && (declaredPoints(label.raw) !== null || aspectOf(label.raw) !== 'other');
    lines.push({ row, heading: blank && points !== null && worded, weight: points });
  }
  const groups = lines.flatMap((line, i) => {
    const end = lines.findIndex((other, j) => j > i && other.heading);
    const members = lines.slice(i + 1, end < 0 ? undefined : end);
    return line.heading && members.length > 0 ? [{ row: line.row, holds: near(sum(present(members, (member) => member.weight)), line.weight ?? decimal(0), decimal('0.01')) }] : [];
  });
  return new Set(groups.filter(({ holds }) => holds).length * 2 > groups.length && groups.length > 1 ? groups.map(({ row }) => row) : []);
}

/** 一, 二 in the column of numbers before the names. */
function numeralBefore(lattice: Lattice, row: number, name: ColumnSpan): boolean {
  const number = name.left > lattice.range.left ? lattice.at(row, name.left - 1) : null;
  return number?.row === row && /^[(（]?[一二三四五六七八九十]+[)）、.]?$/.test(number.text);
}
