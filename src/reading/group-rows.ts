// Lines of a list without level columns that name a group and its points: 产出 | | | 40 | 39.04 over the indicators of 产出.
import { Decimal, HUNDRED, ZERO, decimal, near } from '../model/decimal';
import type { Aspect, Entry } from '../model/table';
import type { ColumnSpan } from './column-span';
import type { IndicatorHeader } from './indicator-columns';
import { aspectOf, isGroupTotalLabel, isSubtotalLabel, isTotalLabel, labelText } from './labels';
import type { Lattice } from './lattice';
import { isExecutionRate } from './list-cells';
import { declaredPoints } from './quantity';

const HUNDREDTH = decimal('0.01');

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

/** The rows of such lines, each with its level; none unless their names are all of levels or most of them add up to the points of the lines below them, since a line may lack target and result by mistake. */
export function groupRowsIn(lattice: Lattice, header: IndicatorHeader, skipped: ReadonlySet<number>): ReadonlyMap<number, GroupLevel> {
  const lines = linesIn(lattice, header, skipped);
  const structured = membersOf(lines, levelsOf(lines, ({ name }) => name.endsWith('指标') || OUTER_NAME.test(name)));
  const groups = mostHold(structured.filter(({ level }) => level === 1)) ? structured : membersOf(lines, levelsOf(lines, ({ name }) => OUTER_NAME.test(name)));
  return new Map(groups.length > 1 && (mostHold(groups) || groups.every(({ named }) => named)) ? groups.map(({ row, level }) => [row, level]) : []);
}

/** The lines of a list with names and points and without level columns, down to its total; of another list none. */
function linesIn(lattice: Lattice, { columns: { name, target, actual, weight, score, level1, level2 }, bottom }: IndicatorHeader, skipped: ReadonlySet<number>): readonly ListLine[] {
  if (level1 || level2 || !name || !weight) return [];
  const lines: ListLine[] = [];
  for (let row = bottom + 1; row <= lattice.range.bottom; row++) {
    const at = (span: ColumnSpan): Entry => lattice.at(row, span.left);
    const label = at(name);
    if (skipped.has(row) || !label.filled || label.row !== row || isSubtotalLabel(label.raw) || isGroupTotalLabel(label.raw)) continue;
    if (isTotalLabel(label.raw)) {
      if (lines.length === 0) continue;
      break;
    }
    const empty = (span: ColumnSpan | undefined): boolean => !span || !at(span).filled || at(span).notApplicable || at(span).cell === label.cell;
    // 一 | 基础工作 over 1 | 组织保障 in a form without targets and results, where nothing else tells a group.
    const numbered = NUMERAL.test(label.text);
    const named = labelText(label.raw).replace(NUMERAL, '').replace(NUMBER, '');
    const worded = numbered || numeralBefore(lattice, row, name) || target !== undefined && actual !== undefined && (declaredPoints(label.raw) !== null || named.endsWith('指标') || aspectOf(label.raw) !== 'other');
    const isLevel = LEVEL_NAME.test(named);
    const points = at(weight).quantity?.value ?? (empty(weight) && (empty(score) || isLevel) ? declaredPoints(label.raw) : null);
    const pointed = points !== null || empty(weight) && empty(score) && isLevel;
    lines.push({ row, name: named, numbered, heading: (empty(target) || isLevel && named.endsWith('指标')) && empty(actual) && worded && pointed, weight: points });
  }
  return lines;
}

/** 一、, before what stands beside each other. */
export const NUMERAL = /^[一二三四五六七八九十]+、/;
/** 1. and 1.1. */
const NUMBER = /^\d+(?:\.\d+)*[.、]?/;

/** The names of levels in nearly every form: without points, nothing else tells a group. */
const LEVEL_NAME = /^(?:产出|效益|满意度|成本|数量|质量|时效|(?:经济|社会|生态环境)成本|(?:经济|社会|生态)效益|可持续影响|服务对象满意度)(?:指标)?$/;
/** Those of the first level, and 成本指标, which may be of either. */
const FIRST_NAME = /^(?:产出|效益|满意度)(?:指标)?$/;
const OUTER_NAME = /^(?:产出|效益|满意度|成本)(?:指标)?$/;

const isInner = (name: string): boolean => LEVEL_NAME.test(name) && !OUTER_NAME.test(name);

/** The group of the first level that is open, with the points that its levels and its lines have used up. */
interface Outer {
  readonly name: string;
  readonly aspect: Aspect;
  readonly weight: Decimal | null;
  byLevels: Decimal;
  byLines: Decimal;
}

/** A heading right over another one is of the first level, and those below are its own: by their names, or until its points are used up. */
function levelsOf(lines: readonly ListLine[], mayBeOuter: (line: ListLine) => boolean): readonly GroupLevel[] {
  let outer: Outer | null = null;
  return lines.map((line, i) => {
    const { name, heading, weight } = line;
    if (!heading) {
      if (outer) outer.byLines = outer.byLines.plus(weight ?? ZERO);
      return 1;
    }
    if (mayBeOuter(line) && holdsLevels(line, lines[i + 1])) {
      outer = { name, aspect: aspectOf(name), weight, byLevels: ZERO, byLines: ZERO };
      return 1;
    }
    if (outer && !isInside(line, outer)) outer = null;
    if (outer) outer.byLevels = outer.byLevels.plus(weight ?? ZERO);
    return outer ? 2 : 1;
  });
}

/** 产出指标 right over 数量指标; 时效指标 | 0 right over 效益指标 has no lines. */
function holdsLevels(line: ListLine, next: ListLine | undefined): boolean {
  if (next?.heading !== true || isInner(line.name) || line.weight?.isZero() === true) return false;
  if (line.weight && next.weight) return line.weight.gte(next.weight);
  return !FIRST_NAME.test(next.name) || next.name === line.name;
}

/** 满意度指标 below 效益指标 is inside while there are points left for it, 效益指标 below 产出指标 never. */
function isInside({ name, weight: own }: ListLine, outer: Outer): boolean {
  const aspect = aspectOf(name);
  if (name === outer.name || isInner(name) && aspect === outer.aspect) return true;
  const left = (outer.weight ?? HUNDRED).minus(Decimal.max(outer.byLevels, outer.byLines));
  if (!FIRST_NAME.test(name)) return !own || own.lte(left);
  return aspect === 'satisfaction' && outer.aspect !== 'output' && (own ? own.lte(left) : outer.weight !== null && left.gt(0));
}

interface GroupLine {
  readonly row: number;
  readonly level: GroupLevel;
  /** Whether its name is that of a level and of nothing else: 产出指标, whatever its points. */
  readonly named: boolean;
  /** Whether its lines add up to its points; null where it gives none. */
  readonly holds: boolean | null;
}

/** A heading with the points of the lines below it. */
interface Members {
  readonly line: ListLine;
  readonly level: GroupLevel;
  readonly outer: Members | null;
  sum: Decimal;
  any: boolean;
}

/** The headings with lines below them, and 时效指标 | 0 that has none. */
function membersOf(lines: readonly ListLine[], levels: readonly GroupLevel[]): readonly GroupLine[] {
  const numbered = lines.some((line) => line.heading && line.numbered);
  const found: Members[] = [];
  let open: readonly Members[] = [];
  lines.forEach((line, i) => {
    const level = levels[i] ?? 1;
    if (line.heading) {
      const [outer = null] = open.filter((other) => other.level < level);
      const group: Members = { line, level, outer, sum: ZERO, any: false };
      found.push(group);
      open = outer ? [outer, group] : [group];
      return;
    }
    // 四、预算执行率 | 100% | 98% below 三、满意度指标 stands beside it, and 预算执行率 where there are no points left.
    if (numbered && line.numbered || isExecutionRate(line.name) && isUsedUp(open)) open = [];
    for (const group of open) {
      group.sum = group.sum.plus(line.weight ?? ZERO);
      group.any = true;
    }
  });
  const unfilled = new Set(found.filter(isLine));
  for (const { line: { weight }, outer } of unfilled) if (outer && weight) outer.sum = outer.sum.plus(weight);
  return found.filter((group) => !unfilled.has(group)).flatMap(({ line: { row, name, weight }, level, sum, any }): GroupLine[] => {
    if (!any && !((level === 2 || LEVEL_NAME.test(name)) && weight?.isZero() !== false)) return [];
    return [{ row, level, named: LEVEL_NAME.test(name) && name.endsWith('指标'), holds: weight && near(sum, weight, HUNDREDTH) }];
  });
}

/** The first of them that gives points has none left. */
function isUsedUp(open: readonly Members[]): boolean {
  const group = open.find(({ line }) => line.weight !== null);
  return group?.line.weight?.lte(group.sum) === true;
}

/** 重点工作 | | | 30 without target and result among the lines of 产出指标 | 60 that make 30: with it they make 60. */
function isLine({ line: { name, weight }, outer }: Members): boolean {
  const whole = outer?.line.weight;
  return Boolean(whole && weight && !LEVEL_NAME.test(name) && near(outer.sum.plus(weight), whole, HUNDREDTH));
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
