// One indicator line as a score item: which kind of target it has decides how its points are found.
import type { Decimal } from '../model/decimal';
import { HUNDRED, ONE, ZERO, halfUnit, near, show, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric, Sourced } from '../model/rubric';
import type { ScoreItem } from '../model/scorecard';
import type { Indicator, Table } from '../model/table';
import { scoreBasis } from './basis';
import { executionIndicatorPoints, namesExecutionRate } from './execution';
import { PHRASES } from './phrases';
import { band, met, shownPoints, unknown, type Points } from './points';
import { asAmounts } from './change-words';
import { directionOf } from './direction';
import { deadlinePoints, isDeadline, qualitativePoints } from './qualitative';
import { quantitativePoints } from './quantitative';
import { rateAsPercent } from './tolerance';

/** Score item of Table.indicators[index]; null for a template line without weight and score. */
export function scoreIndicator(table: Table, index: number, rubric: Rubric): ScoreItem | null {
  const indicator = table.indicators[index];
  if (!indicator) return null;
  const shared = sharing(table, index);
  if (shared === null) return null;
  const together = shared.length === 0 ? weightTogether(table, index) : null;
  const own = together ? together.weight : (indicator.weight?.quantity?.value ?? null);
  const weight = shared.length === 0 ? own : sumOf([indicator, ...shared]);
  const claimed = indicator.score?.quantity?.value ?? null;
  if (indicator.placeholder && !claimed) return null;
  const [alone, rule, clause] = judged(table, indicator, weight, rubric);
  const judgement = together ? inTogether(alone, weight, claimed, together.lines) : shared.length === 0 ? alone : band(weight, ZERO, ONE, PHRASES.sharedScore(String(shared.length + 1)));
  const { low, high, alternative, state, derivation } = withoutWeight(withCoefficient(indicator, judgement, weight, claimed, rubric), indicator, weight, claimed);
  return {
    cell: (indicator.score ?? indicator.name).cell, name: indicator.name.text, aspect: indicator.aspect, indicator: index, weight, claimed, claimedEntry: indicator.score,
    low, high, alternative, state, derivation, basis: scoreBasis(rubric, rule, clause),
  };
}

/** All that a line may have had for a target that it met is right; anything else is left to a person. */
function inTogether(alone: Points, weight: Decimal | null, claimed: Decimal | null, lines: number): Points {
  return alone.state === 'met' && weight && claimed?.eq(weight) ? alone : band(weight, ZERO, ONE, PHRASES.sharedWeight(String(lines)));
}

const NONE: readonly Indicator[] = [];

/** The indicators after this one whose score stands in its merged cell; null where this one's stands in an earlier one's. */
function sharing({ indicators, indicatorHeaders }: Table, index: number): readonly Indicator[] | null {
  if (!indicatorHeaders.score) return NONE;
  if (indicators[index]?.score === null) return indicators.slice(0, index).some((one) => one.score !== null) ? null : NONE;
  if (indicators[index + 1]?.score !== null) return NONE;
  let end = index + 1;
  while (indicators[end]?.score === null) end++;
  return indicators.slice(index + 1, end).filter((one) => !one.placeholder);
}

/**
 * Points in one cell, merged or with blank ones below it, for lines that are scored each by itself: what each of them may get the form does not say. A line
 * after the first is taken to have had what it got, the first what the others leave. Null where a line has points of its own, or those of lines without a score.
 */
function weightTogether(table: Table, index: number): { readonly weight: Decimal | null; readonly lines: number } | null {
  let first = index;
  while (first > 0 && isWithoutWeight(table.indicators[first])) first--;
  const lines = linesTogether(table, first);
  const [head] = lines;
  const whole = head?.weight?.quantity?.value;
  if (!whole || index >= first + lines.length) return null;
  const others = sum(present(lines.slice(1), (one) => one.score?.quantity?.value));
  const [got, own] = [head.score?.quantity?.value, table.indicators[index]?.score?.quantity?.value];
  // 经济效益（可选项） | 社会效益（可选项）: the one that is scored may have them all.
  if (!got || !others.gt(0) || index > first && !own) return null;
  // Where nothing is merged a weight may have been left out: then the lines have not just the points of the one above them.
  if (lines.some((one) => one.weight?.filled === false) && !others.plus(got).eq(whole)) return null;
  // 10 over 10 and 10: more than the points of all, or the points of each.
  if (others.plus(got).gt(whole)) return { weight: index > first ? null : whole, lines: lines.length };
  return { weight: index > first && own ? own : whole.minus(others), lines: lines.length };
}

/** The lines from this one on that have its points together; none where it has them for itself. */
export function linesTogether({ indicators, indicatorHeaders }: Table, first: number): readonly Indicator[] {
  if (!indicatorHeaders.weight || !indicators[first]?.weight?.quantity || !isWithoutWeight(indicators[first + 1])) return NONE;
  let end = first + 2;
  while (isWithoutWeight(indicators[end])) end++;
  return indicators.slice(first, end);
}

const isWithoutWeight = (one: Indicator | undefined): boolean => one !== undefined && (one.weight === null || !one.weight.filled && one.score?.quantity?.value.gt(0) === true);

/** True where one score stands for this line and others after it: what is given for all says little of one. */
export function sharesScore(table: Table, index: number): boolean {
  return (sharing(table, index)?.length ?? 0) > 0;
}

export interface LineReached {
  readonly indicator: Indicator;
  readonly state: ScoreItem['state'];
}

/** Lines that one score stands for, each with how far it reached its own target: of that the score tells nothing. */
export function linesScoredTogether(table: Table, rubric: Rubric): readonly (readonly LineReached[])[] {
  return present(table.indicators, (first, index) => {
    const others = sharing(table, index);
    return others && others.length > 0 ? [first, ...others].map((indicator) => ({ indicator, state: judged(table, indicator, null, rubric)[0].state })) : null;
  });
}

/** Weights of several lines, a merged one counted where it stands; null when none has any. */
function sumOf(indicators: readonly Indicator[]): Decimal | null {
  const weights = present(indicators, (one) => one.weight?.quantity?.value);
  return weights.length > 0 ? sum(weights) : null;
}

function judged(table: Table, indicator: Indicator, weight: Decimal | null, rubric: Rubric): readonly [Points, Sourced<unknown>, string] {
  // Forms without 分值 have no points to take the rate of: a rate that reached its target is met as any other line.
  const asOthers = !weight && !table.indicatorHeaders.weight && indicator.target.quantity !== null && indicator.actualQuantity !== null;
  if (namesExecutionRate(indicator) && !asOthers) return [executionIndicatorPoints(table, indicator, weight, rubric), rubric.execution, '预算执行得分 = 分值 × 执行率'];
  const points = pointsOf(table, indicator, weight, rubric);
  const { kind } = indicator.target.reading;
  return kind === 'words' || kind === 'mixed'
    ? [points, rubric.qualitative ?? rubric.quantitative, '定性指标按完成情况分档计分']
    : [points, rubric.quantitative, '完成指标值得满分，未完成按比例计分'];
}

function pointsOf(table: Table, indicator: Indicator, weight: Decimal | null, rubric: Rubric): Points {
  const subgroup = indicator.subgroup === null ? '' : (table.groups[indicator.subgroup]?.name ?? '');
  if (isDeadline(indicator)) return deadlinePoints(indicator, table.year, weight);
  switch (indicator.target.reading.kind) {
    case 'blank': return unknown(table.indicatorHeaders.target ? PHRASES.noTarget() : PHRASES.noTargetsByDesign());
    case 'date': return deadlinePoints(indicator, table.year, weight);
    case 'range': return rangePoints(indicator, weight);
    case 'quantity': return indicator.target.qualitative ? qualitativePoints(indicator, weight, rubric) : quantitativePoints(indicator, subgroup, weight, rubric);
    case 'words': return qualitativePoints(indicator, weight, rubric);
    case 'mixed': return mixedPoints(indicator, subgroup, weight, rubric);
  }
}

/** From 5 to 8: inside is met; outside, no rule says how much is lost. */
function rangePoints({ target, actual, actualQuantity }: Indicator, weight: Decimal | null): Points {
  if (target.reading.kind !== 'range' || !actualQuantity || actual.kind !== 'quantity') return unknown(PHRASES.targetRange());
  const { low, high } = target.reading;
  // 90%-95% and a cell of 0.93 that lost its sign.
  if (low.unit === '%' && low.value.gt(ONE) && actual.quantity.unit === '' && actual.quantity.value.lte(ONE)) return unknown(PHRASES.actualUnit());
  const inside = actualQuantity.value.gte(low.value) && actualQuantity.value.lte(high.value);
  return inside ? met(weight, PHRASES.inRange()) : band(weight, ZERO, ONE, PHRASES.outOfRange());
}

/** Several numbers in words: the same words are an answer in full, anything else is not taken apart. */
function mixedPoints(indicator: Indicator, subgroup: string, weight: Decimal | null, rubric: Rubric): Points {
  if (indicator.actual.kind === 'blank') return unknown(PHRASES.noActual());
  if (indicator.targetEntry?.text === indicator.actualEntry?.text) return qualitativePoints(indicator, weight, rubric);
  const change = asAmounts(indicator, directionOf(indicator.name.text, subgroup));
  return change ? quantitativePoints(change, subgroup, weight, rubric) : unknown(PHRASES.targetMixed());
}

/** Weight × 得分系数, the form's own way to a score; null without both. */
export function coefficientScore(indicator: Indicator): Decimal | null {
  const weight = indicator.weight?.quantity?.value;
  const rate = indicator.coefficient && rateAsPercent(indicator.coefficient, null);
  return weight && rate ? weight.times(rate.percent).div(HUNDRED) : null;
}

/** What the product may be off by where 0.91 or 91% stands for 0.913, by which the points were computed; 0.8 is meant as it is. */
export function coefficientSlack({ coefficient, weight }: Indicator): Decimal {
  const quantity = coefficient?.quantity;
  const points = weight?.quantity?.value;
  const digits = (quantity?.decimals ?? 0) + (quantity?.unit === '%' ? 2 : 0);
  return points && digits >= 2 && quantity?.value.isZero() === false ? points.times(halfUnit(digits)) : ZERO;
}

/** The coefficient is itself judged by the target; where that says nothing, the form's own product stands. */
function withCoefficient(indicator: Indicator, points: Points, weight: Decimal | null, claimed: Decimal | null, rubric: Rubric): Points {
  const own = coefficientScore(indicator);
  if (!own || !weight) return points;
  const shown = `${shownPoints(weight, rubric)} × ${show(own.div(weight.isZero() ? ONE : weight).times(HUNDRED))}% = ${shownPoints(own, rubric)}`;
  // A coefficient below 100 % is the form's own judgement of how far the target was reached; 100 % judges nothing.
  if (points.state !== 'unknown') return { ...points, alternative: own.lt(weight) && claimed?.eq(own) === true ? own : points.alternative, derivation: PHRASES.withCoefficient(points.derivation, shown) };
  const rounded = claimed !== null && claimed.lte(weight) && near(claimed, own, coefficientSlack(indicator)) ? claimed : null;
  return { low: own, high: own, alternative: rounded, state: own.lt(weight) ? 'unmet' : 'met', derivation: PHRASES.byCoefficient(shown, points.derivation) };
}

/** Forms without 分值: the score of a target that is met is the weight itself and is taken as written. */
function withoutWeight(points: Points, indicator: Indicator, weight: Decimal | null, claimed: Decimal | null): Points {
  if (weight || points.low || points.state !== 'met' || !indicator.score) return points;
  return { ...points, low: claimed, high: claimed, derivation: PHRASES.scoreIsWeight(points.derivation) };
}
