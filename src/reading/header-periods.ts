// 目标值 or 实际完成值 over quarters, half-years or years, or below each of them: which of the columns is the form's.
import type { Entry } from '../model/table';
import { spanOf } from './column-span';
import type { Columns } from './header-cells';
import { indicatorColumn, labelText } from './labels';
import type { Lattice } from './lattice';

type Told = 'target' | 'actual';

export interface Periods {
  /** Told for parts of the year alone: no cell holds what the year's points are for. */
  readonly parted: readonly Told[];
  /** The row that names the periods; 0 without any. */
  readonly bottom: number;
}

const PART = /^(?:第?[一二三四1-4]季度|上半年|下半年|\d+[-~至]\d+月)/;
const WHOLE = /^(?:全年|年度|本年|合计|累计|全年合计|全年累计)$/;
/** The project's whole time, beside the year. */
const TERM = /^(?:实施期|项目期|规划期|建设期|总体|全周期|中长?期|[两三四五]年)(?:总?目标|累计|合计)?$|^(?:截[至止].{2,8})?累计/;
const NONE: Periods = { parted: [], bottom: 0 };

/** Puts the column of the whole year, or of the last year with results, in the place of a header that spans several. */
export function takePeriods(lattice: Lattice, columns: Columns): Periods {
  const reached = periodsUnder(lattice, columns.actual?.header);
  const wanted = periodsUnder(lattice, columns.target?.header);
  if (reached.length === 0 && wanted.length === 0) return NONE;
  const year = columns.actual && reached.length === 0 ? yearIn(columns.actual.header) : labelled(lastReached(lattice, reached));
  const parted: Told[] = [];
  const take = (name: Told, periods: readonly Entry[]): void => {
    if (periods.length === 0) return;
    const meant = year === null ? ofTheYear(periods) : periods.find((period) => yearIn(period) === year);
    if (meant) columns[name] = spanOf(lattice, meant);
    else parted.push(name);
  };
  take('actual', reached);
  take('target', wanted);
  return { parted, bottom: Math.max(...[...reached, ...wanted].map(({ row }) => row)) };
}

/** The labels right under a header that spans them, where they are parts of a year or years; none as a rule. */
function periodsUnder(lattice: Lattice, header: Entry | undefined): readonly Entry[] {
  if (!header) return [];
  const { left, right, bottom } = lattice.areaOf(header);
  if (left === right || bottom >= lattice.range.bottom) return [];
  const below = lattice.starting(bottom + 1).filter((entry) => entry.column >= left && entry.column <= right);
  if (below.length < 2) return [];
  const known = below.some((entry) => PART.test(labelText(entry.raw))) || below.filter((entry) => yearIn(entry) !== null).length > 1 || below.some((entry) => TERM.test(labelText(entry.raw))) && ofTheYear(below) !== undefined;
  return known ? below : [];
}

/** 全年, or the only year beside 实施期. */
function ofTheYear(periods: readonly Entry[]): Entry | undefined {
  const years = periods.filter((entry) => yearIn(entry) !== null);
  return periods.find(({ raw }) => WHOLE.test(labelText(raw))) ?? (years.length === 1 ? years[0] : undefined);
}

/** 2024年目标值 is of 2024. */
export function yearIn({ raw }: Pick<Entry, 'raw'>): number | null {
  const digits = /^(20\d{2})年/.exec(labelText(raw))?.[1];
  return digits === undefined ? null : Number(digits);
}

const labelled = (year: Entry | null): number | null => year && yearIn(year);

/** 2023年 | 2024年 | 2025年 over what was reached: the last year that has results. Null where the periods are none of several years. */
function lastReached(lattice: Lattice, periods: readonly Entry[], columnOf = (year: Entry): number => year.column): Entry | null {
  const years = periods.filter((entry) => yearIn(entry) !== null);
  if (years.length < 2) return null;
  const told = (year: Entry): boolean => {
    const column = columnOf(year);
    for (let row = year.row + 1; row <= lattice.range.bottom; row++) {
      const entry = lattice.at(row, column);
      if (entry.row === row && entry.column === column && entry.filled && !entry.notApplicable && indicatorColumn(entry.raw) === null) return true;
    }
    return false;
  };
  return years.findLast(told) ?? years.at(-1) ?? null;
}

/** 2023年 | 2024年 or 上半年 | 全年 over 目标值 | 完成值 each: the labels without those of other periods; null where no period is the form's, or none stands over them. */
export function underOnePeriod(lattice: Lattice, top: number, labels: readonly Entry[]): readonly Entry[] | null {
  for (const row of [top - 1, top]) {
    const periods = row < lattice.range.top ? [] : lattice.starting(row).filter((entry) => lattice.areaOf(entry).right > entry.column && isPeriod(entry));
    if (periods.length < 2) continue;
    const under = (period: Entry, { row: at, column }: Entry): boolean => at > row && column >= period.column && column <= lattice.areaOf(period).right;
    if (periods.filter((period) => labels.some((label) => under(period, label))).length < 2) continue;
    const resultOf = (period: Entry): number => labels.find((label) => under(period, label) && indicatorColumn(label.raw) === 'actual')?.column ?? period.column;
    const meant = periods.find(({ raw }) => WHOLE.test(labelText(raw))) ?? lastReached(lattice, periods, resultOf);
    return meant && labels.filter((label) => under(meant, label) || !periods.some((period) => under(period, label)));
  }
  return null;
}

function isPeriod({ raw }: Entry): boolean {
  const label = labelText(raw);
  return label.length <= 8 && (PART.test(label) || WHOLE.test(label) || /^20\d{2}年度?$/.test(label));
}
