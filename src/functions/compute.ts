// The four functions of the grid: execution rate, score of an indicator, score of a qualitative band, grade.
import { decimal, type Decimal } from '../model/decimal';
import type { Quantity } from '../model/quantity';
import type { Rubric } from '../model/rubric';
import type { Entry } from '../model/table';
import { UNCOUNTED } from '../reading/quantity';
import { compact } from '../reading/text';
import { qualitativePoints } from '../scoring/qualitative';
import { gradeOf } from '../scoring/totals';
import { readArguments, unavailable, valueOf, wrong, type Outcome, type Refused } from './arguments';
import { rubricFor } from './rubric-argument';
import { directionUnknown, indicatorOf, isOpen, rounded, scoreLine } from './score-line';

type Figure = { readonly kind: 'figure'; readonly quantity: Quantity } | (Outcome & { readonly kind: 'error' });

/** As if nothing stood there. */
function blanked(entry: Entry): Entry {
  return { ...entry, raw: '', text: '', value: null, filled: false, quantity: null };
}

/** An argument that has to be one number with no unit or one of `units`. */
function figureOf(entry: Entry | undefined, name: string, units: readonly string[]): Figure {
  if (!entry?.filled || entry.notApplicable) return { kind: 'error', code: 'notAvailable', message: `“${name}”没有填，无法计算。` };
  const { quantity } = entry;
  if (!quantity && typeof entry.value === 'number' && Math.abs(entry.value) >= UNCOUNTED) return wrong(`“${name}”填的是“${entry.text}”，超过十五位的数不作计算，请核对。`);
  if (!quantity || quantity.operator !== null) return wrong(`“${name}”应是一个数，填的是“${entry.text}”。`);
  if (quantity.unit !== '' && !units.includes(quantity.unit)) return wrong(`“${name}”填的是“${entry.text}”，单位应是${units.join('或')}，或不写单位。`);
  return { kind: 'figure', quantity };
}

/** Spending ÷ budget as a share (0.9825), unrounded and never capped: the cell's format shows it as a percentage. */
export function executionRate(given: readonly unknown[]): Outcome {
  const read = readArguments(given, ['执行数', '预算数']);
  if (read.kind === 'error') return read;
  const [spending, budget] = [figureOf(read.entries[0], '执行数', ['元']), figureOf(read.entries[1], '预算数', ['元'])];
  if (spending.kind === 'error') return spending;
  if (budget.kind === 'error') return budget;
  // 12.5 beside 12.5万元: which unit the bare number is in is not said.
  if (spending.quantity.unit !== budget.quantity.unit || (spending.quantity.unit === '' && spending.quantity.scale !== budget.quantity.scale)) return wrong('执行数和预算数一个写了单位、一个没写，无法相除：请写成同一单位。');
  if (budget.quantity.value.isZero()) return { kind: 'error', code: 'divisionByZero', message: '预算数为 0，无法计算执行率。' };
  if (budget.quantity.value.lt(0) || spending.quantity.value.lt(0)) return wrong('执行数和预算数都不能是负数。');
  return valueOf(spending.quantity.value.div(budget.quantity.value).toNumber());
}

function pointsOf(entry: Entry | undefined): Figure {
  const weight = figureOf(entry, '分值', ['分', '%']);
  return weight.kind === 'figure' && weight.quantity.value.lt(0) ? wrong('“分值”不能是负数。') : weight;
}

/** Points by the rubric, rounded to its digits. Of a band that the actual names: its highest score; where the whole weight is left open: #N/A. */
export function indicatorScore(given: readonly unknown[]): Outcome {
  const read = readArguments(given, ['指标值', '实际完成值', '分值', '口径', '指标名称']);
  if (read.kind === 'error') return read;
  const [target, actual, weight, asked, name] = read.entries;
  if (!target || !actual || !weight || !name) throw new Error('as many entries as names');
  const rubric = rubricFor(asked);
  if ('kind' in rubric) return rubric;
  const points = pointsOf(weight);
  if (points.kind === 'error') return points;
  // Excel on a desktop hands a blank cell over as 0, which no indicator is called.
  const line = { name: name.value === 0 ? blanked(name) : name, target, actual, weight };
  if (directionUnknown(line)) return unavailable(`指标值“${target.text}”没有写明是越多越好还是不得超过：请写成“≥${target.text}”或“≤${target.text}”，或把指标名称作为第五个参数。`);
  const { low, high, derivation } = scoreLine(line, rubric);
  if (!low || !high) return unavailable(`${derivation}。`);
  if (isOpen(low, high, points.quantity.value)) return unavailable(`${derivation}，没有唯一的得分。`);
  return valueOf(rounded(high, rubric));
}

/** 第一档, 一, 1: the place of a band, best first. */
const PLACES = /^第?([1-9一二三四五])(?:档|级)?$/;
const NUMERALS = '一二三四五';

/** The highest score of a band: what is inside is for whoever judges. */
export function qualitativeScore(given: readonly unknown[]): Outcome {
  const read = readArguments(given, ['档次', '分值', '口径']);
  if (read.kind === 'error') return read;
  const [band, weight, asked] = read.entries;
  if (!band || !weight) throw new Error('as many entries as names');
  const rubric = rubricFor(asked);
  if ('kind' in rubric) return rubric;
  const points = pointsOf(weight);
  if (points.kind === 'error') return points;
  if (!band.filled || band.notApplicable) return unavailable('“档次”没有填，无法计算。');
  const bands = rubric.qualitative?.value;
  if (!bands) return unavailable(`口径 ${rubric.id} 没有规定定性指标的档次，得分由评分人评定。`);
  const high = byPlace(band.text, rubric, points.quantity.value) ?? byWords(band, weight, rubric, points.quantity.value);
  return high ? valueOf(rounded(high, rubric)) : wrong(`没有档次“${band.text}”：请写 1 至 ${bands.length}，或“${bands.map(({ label }) => label).join('”“')}”。`);
}

function byPlace(text: string, { qualitative }: Rubric, weight: Decimal): Decimal | null {
  const written = PLACES.exec(compact(text))?.[1];
  if (written === undefined) return null;
  const band = qualitative?.value[NUMERALS.includes(written) ? NUMERALS.indexOf(written) : Number(written) - 1];
  return band ? weight.times(decimal(band.high)) : null;
}

function byWords(band: Entry, weight: Entry, rubric: Rubric, points: Decimal): Decimal | null {
  const blank = blanked(band);
  const { low, high } = qualitativePoints(indicatorOf({ name: blank, target: blank, actual: band, weight }), points, rubric);
  return low && high && !isOpen(low, high, points) ? high : null;
}

/** 优, 良, 中 or 差 by the rubric's bounds. */
export function grade(given: readonly unknown[]): Outcome {
  const read = readArguments(given, ['总分', '口径']);
  if (read.kind === 'error') return read;
  const rubric: Rubric | Refused = rubricFor(read.entries[1]);
  if ('kind' in rubric) return rubric;
  const total = figureOf(read.entries[0], '总分', ['分']);
  if (total.kind === 'error') return total;
  const { value } = total.quantity;
  const most = rubric.weightTotal.value;
  if (value.lt(0) || value.gt(most)) return wrong(`“总分”应在 0 到 ${most} 之间，填的是 ${value.toString()}。`);
  if (!rubric.grades) return unavailable(`口径 ${rubric.id} 没有规定评价等级。`);
  const name = gradeOf(value, rubric);
  return name === null ? unavailable(`口径 ${rubric.id} 没有规定 ${value.toString()} 分的等级。`) : valueOf(name);
}
