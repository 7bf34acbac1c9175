// Lines of a list without level columns that name a group and its points: 产出 | | | 40 | 39.04 over the indicators of 产出.
import { HUNDRED, ZERO, decimal, near, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry } from '../model/table';
import type { ColumnSpan } from './column-span';
import type { IndicatorHeader } from './indicator-columns';
import { aspectOf, isTotalLabel, labelText } from './labels';
import type { Lattice } from './lattice';
import { declaredPoints } from './quantity';

interface ListLine {
  readonly row: number;
  readonly name: string;
  /** 一、 before the name. */
  readonly numbered: boolean;
  readonly heading: boolean;
  readonly weight: Decimal | null;
}

/** 产出指标 is of the first level, 数量指标 right below it of the second. */
type GroupLevel = 1 | 2;

/** The rows of such lines, each with its level; none unless most of them add up to the points of the lines below them, since a line may lack target and result by mistake. */
export function groupRowsIn(lattice: Lattice, { columns, bottom }: IndicatorHeader, skipped: ReadonlySet<number>): ReadonlyMap<number, GroupLevel> {
  const { name, target, actual, weight, score, level1, level2 } = columns;
  if (level1 || level2 || !name || !weight) return new Map();
  const at = (row: number, span: ColumnSpan): Entry => lattice.at(row, span.left);
  const lines: ListLine[] = [];
  for (let row = bottom + 1; row <= lattice.range.bottom; row++) {
    const label = at(row, name);
    if (skipped.has(row) || !label.filled || label.row !== row) continue;
    if (isTotalLabel(label.raw)) {
      if (lines.length === 0) continue;
      break;
    }
    const empty = (span: ColumnSpan | undefined): boolean => !span || !at(row, span).filled || at(row, span).cell === label.cell;
    const points = at(row, weight).quantity?.value ?? (empty(weight) && empty(score) ? declaredPoints(label.raw) : null);
    // 一 | 基础工作 over 1 | 组织保障 in a form without targets and results, where nothing else tells a group.
    const numbered = NUMERAL.test(label.text);
    const worded = numbered || numeralBefore(lattice, row, name) || target !== undefined && actual !== undefined && (declaredPoints(label.raw) !== null || aspectOf(label.raw) !== 'other');
    const named = labelText(label.raw).replace(NUMERAL, '');
    const pointed = points !== null || empty(weight) && empty(score) && LEVEL_NAME.test(named);
    lines.push({ row, name: named, numbered, heading: empty(target) && empty(actual) && worded && pointed, weight: points });
  }
  const nested = membersOf(lines, levelsOf(lines));
  const groups = mostHold(nested.filter(({ level }) => level === 1)) ? nested : membersOf(lines, lines.map(() => 1));
  return new Map(groups.length > 1 && mostHold(groups) ? groups.map(({ row, level }) => [row, level]) : []);
}

export const NUMERAL = /^[一二三四五六七八九十]+、/;

/** The names of levels in nearly every form: without points, nothing else tells a group. */
const LEVEL_NAME = /^(?:产出|效益|满意度|成本|数量|质量|时效|(?:经济|社会|生态环境)成本|(?:经济|社会|生态)效益|可持续影响|服务对象满意度)指标$/;

const OUTER_NAME = /^(?:产出|效益|满意度)指标$/;

/** A heading right over another one is of the first level, and those below are its own until its points are used up. */
function levelsOf(lines: readonly ListLine[]): readonly GroupLevel[] {
  let left: Decimal | null = null;
  return lines.map(({ name, heading, weight }, i) => {
    const next = lines[i + 1];
    if (!heading) return 1;
    if (name.endsWith('指标') && next?.heading === true && !(weight && next.weight?.gt(weight))) {
      left = weight ?? HUNDRED;
      return 1;
    }
    const outer = weight ? left !== null && weight.gt(left) : OUTER_NAME.test(name);
    left = outer ? null : (left?.minus(weight ?? ZERO) ?? null);
    return left ? 2 : 1;
  });
}

interface GroupLine {
  readonly row: number;
  readonly level: GroupLevel;
  /** Whether its lines add up to its points; null where it gives none. */
  readonly holds: boolean | null;
}

/** The headings with lines below them, and 时效指标 | 0 that has none. */
function membersOf(lines: readonly ListLine[], levels: readonly GroupLevel[]): readonly GroupLine[] {
  const numbered = lines.some((line) => line.heading && line.numbered);
  return lines.flatMap(({ row, heading, weight }, i): GroupLine[] => {
    const level = levels[i] ?? 1;
    // 四、预算执行率 | 100% | 98% below 三、满意度指标 stands beside it.
    const end = lines.findIndex((other, j) => j > i && (other.heading ? (levels[j] ?? 1) <= level : numbered && other.numbered));
    const members = heading ? lines.slice(i + 1, end < 0 ? undefined : end).filter((line) => !line.heading) : [];
    if (members.length === 0 && !(heading && level === 2 && weight?.isZero() !== false)) return [];
    return [{ row, level, holds: weight && near(sum(present(members, (member) => member.weight)), weight, decimal('0.01')) }];
  });
}

/** Most of those that give points; with none that does, their names are enough. */
function mostHold(groups: readonly GroupLine[]): boolean {
  const pointed = groups.filter(({ holds }) => holds !== null);
  return pointed.length === 0 || pointed.filter(({ holds }) => holds).length * 2 > pointed.length;
}

/** 一, 二 in the column of numbers before the names. */
function numeralBefore(lattice: Lattice, row: number, name: ColumnSpan): boolean {
  const number = name.left > lattice.range.left ? lattice.at(row, name.left - 1) : null;
  return number?.row === row && /^[(（]?[一二三四五六七八九十]+[)）、.]?$/.test(number.text);
}
