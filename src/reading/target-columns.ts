// What divides a header of targets that is no period: the country's and the region's own, or what makes 优, 良, 中 and 差.
import type { Entry } from '../model/table';
import { spanOf, type ColumnSpan } from './column-span';
import type { Columns } from './header-cells';
import { labelText } from './labels';
import type { Lattice } from './lattice';

const NATION = /^(?:全国|国家|中央)/;
const REGION = /^(?:区域|地区|地方|本(?:地区?|省|市|区|县)|全?(?:省|市|自治区|区|县)(?!直))/;
const GRADES = [/^优秀?$/, /^良好?$/, /^(?:中等?|一般|合格)$/];

function below(lattice: Lattice, header: Entry): readonly Entry[] {
  const { left, right, bottom } = lattice.areaOf(header);
  return left === right || bottom >= lattice.range.bottom ? [] : lattice.starting(bottom + 1).filter((entry) => entry.column >= left && entry.column <= right);
}

/** 全国目标 | 区域目标 under 指标值: the region is held against its own, where it has one; null where the header is not so divided. */
export function targetOfRegion(lattice: Lattice, columns: Columns): ColumnSpan | null {
  if (!columns.target) return null;
  const [nation, region, ...more] = below(lattice, columns.target.header);
  if (!nation || !region || more.length > 0 || !NATION.test(labelText(nation.raw)) || !REGION.test(labelText(region.raw))) return null;
  columns.target = spanOf(lattice, nation);
  return spanOf(lattice, region);
}

/** 优 ≥98% | 良 95%-98% | 中 | 差 under 绩效标准: the first is the target, and points go by the grade that was reached. */
export function gradesUnderTarget(lattice: Lattice, columns: Columns): void {
  if (!columns.target) return;
  const found = below(lattice, columns.target.header);
  if (found.length < GRADES.length || GRADES.some((grade, i) => !grade.test(labelText(found[i]?.raw ?? '')))) return;
  const [best, good] = found;
  if (!best || !good) return;
  columns.target = spanOf(lattice, best);
  columns.method ??= spanOf(lattice, good);
}

/** 良：95%-98% tells by itself what it is; null for any other column of methods. */
export function gradeOf({ header }: ColumnSpan): string | null {
  const label = labelText(header.raw);
  return GRADES[1]?.test(label) === true ? label : null;
}
