// Blanks in indicator lines: what each part of a line may lack, in the order in which it is told.
import { sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Indicator, Table } from '../model/table';
import { compact, isDash } from '../reading/text';
import { asksForResults, cellsOf, filledIndicators, given, isBonus, isHeading, targetWords } from './indicator-facts';
import type { MissingReport } from './missing-messages';
import { unexplainedProspects } from './missing-prospects';
import { missingReasons, unansweredBelow } from './missing-reasons';
import { missingSetting, missingTargets } from './missing-settings';
import { missingUnits } from './missing-units';
import { perTable } from './per-table';
import { indicatorExplained } from './reasons';
import type { RuleContext } from './rule';
import { declaredTotal } from './weights';
import { indicatorName, pointsWords, words } from './wording';

export function* missingInIndicators(table: Table, context: RuleContext): Iterable<MissingReport> {
  if (!asksForResults(table)) {
    yield* missingTargets(table);
    yield* unexplainedProspects(table);
    return;
  }
  yield* missingResults(table);
  yield* missingMarks(table);
  yield* loneBlank(table);
  // Points written once for a group make the whole: then no line lacks its own.
  yield* missingSetting(table, context.scorecard.weightSum?.gte(declaredTotal(table, context.rubric)) !== true);
  yield* missingUnits(table);
  yield* unansweredBelow(table, context);
  yield* missingReasons(table, context);
}

/** Results and scores, line by line. */
function* missingResults(table: Table): Iterable<MissingReport> {
  const indicators = filledIndicators(table);
  const anyBlank = indicators.some(({ score }) => score?.filled === false);
  const marked = anyBlank && marksOnly(table);
  const lone = anyBlank ? loneUnmarked(table) : null;
  for (const indicator of indicators) {
    const { name, actualEntry, score, weight } = indicator;
    const blank = blankResult(table, indicator);
    if (blank) yield { message: 'actual', data: { name: indicatorName(name) }, cells: [blank.cell], expected: null, received: null };
    if (marksNothing(indicator) && !indicatorExplained(table, indicator)) {
      yield { message: 'noResult', data: { name: indicatorName(name), target: targetWords(indicator), actual: words(actualEntry), score: words(score) }, cells: cellsOf(actualEntry, score), expected: null, received: words(actualEntry), severity: 'verify' };
    }
    const unmarked = score?.filled !== false ? null : blankScore(indicator, marked || indicator === lone || isHeading(table, indicator));
    if (unmarked && !scoredTogether(table, indicator)) yield { message: 'score', data: { name: indicatorName(name), weight: pointsWords(weight) }, cells: [unmarked.cell], expected: null, received: null };
  }
}

/** A result left out where there is a target or a score. The execution is rated in the fund block, 加分项 without a target promise nothing, and what is told line by line below stands there. */
function blankResult(table: Table, indicator: Indicator): Entry | null {
  const { actualEntry, score, targetEntry } = indicator;
  if (!actualEntry || actualEntry.filled) return null;
  const asked = given(targetEntry) || given(score) && !isBonus(table, indicator) && !isHeading(table, indicator);
  return asked && !ratedInFund(table, indicator) ? actualEntry : null;
}

/** `marked`: in a form of marks alone a line needs neither target nor result to have one. */
function blankScore({ score, weight, targetEntry, actualEntry }: Indicator, marked: boolean): Entry | null {
  if (!score || score.filled || !weight?.quantity?.value.gt(0)) return null;
  return marked || given(targetEntry) || given(actualEntry) ? score : null;
}

/** One weight for several lines, merged over them or on the first, of which those that apply are scored: 经济效益（可选项）, 社会效益（可选项）. */
function scoredTogether(table: Table, indicator: Indicator): boolean {
  const { indicators } = table;
  // Asked of many lines of a list: none goes further than the next weight.
  for (let at = (placesOf(table).get(indicator) ?? indicators.length) + 1; at < indicators.length; at++) {
    if (indicators[at]?.weight?.filled) return false;
    if (indicators[at]?.score?.filled) return true;
  }
  return false;
}

const placesOf = perTable(({ indicators }: Table): ReadonlyMap<Indicator, number> => new Map(indicators.map((indicator, at) => [indicator, at])));

/** 预算执行率 | 10 | 9.5 among the indicators: its target is the whole budget, its result stands in the fund block. */
function ratedInFund({ fund }: Table, { isExecution, targetEntry }: Indicator): boolean {
  return isExecution && !given(targetEntry) && (given(fund?.total?.executionRate ?? null) || given(fund?.total?.actualSpending ?? null));
}

/** 无 is no answer to these. */
const THRIVES = /健全|完善|建立|提升|提高|改善|增强|优化|促进|显著|良好/;

/** A dash, or 无 beside something to be counted or to thrive, and points for it. */
function marksNothing({ actualEntry, score, target, targetEntry, isExecution }: Indicator): boolean {
  if (isExecution || !actualEntry?.notApplicable || !given(targetEntry) || !score?.quantity?.value.gt(0)) return false;
  const counted = target.quantity?.value.gt(0) === true && target.operator !== '<=' && target.operator !== '<';
  return counted || (target.reading.kind === 'words' && !/^[不无未零没]/.test(targetEntry?.text ?? '') && (isDash(compact(actualEntry.text)) || THRIVES.test(targetEntry?.text ?? '')));
}

/** Of fewer lines the one mark may stand elsewhere. */
const FEW = 5;

/** 部门整体支出绩效自评表（样表）. */
const SAMPLE = /样[表式本]|模板|范[本例]|参考/;

/** 部门整体支出绩效自评表 of marks by standards that was handed in without any: no total row is there to be blank. 评分标准 alone asks for none. */
function* missingMarks({ title, total, indicators, indicatorHeaders: { target, actual, score } }: Table): Iterable<MissingReport> {
  if (target || actual || !score || total || !title?.text.includes('自评') || SAMPLE.test(title.text) || indicators.some((indicator) => indicator.score?.filled)) return;
  const blank = cellsOf(...indicators.map((indicator) => (indicator.weight?.quantity?.value.gt(0) ? indicator.score : null)));
  if (blank.length >= FEW) yield { message: 'scores', data: { count: String(blank.length) }, cells: [...blank], expected: null, received: null };
}

/** 效益指标（30分） whose other lines have the 30: one of their scores was merged over this line as well. */
function isUsedUp({ groups, indicators }: Table, { group }: Indicator): boolean {
  const { declaredWeight, indicators: within = [] } = (group === null ? undefined : groups[group]) ?? {};
  return declaredWeight?.gt(0) === true && sum(present(within, (at) => indicators[at]?.score?.quantity?.value)).gte(declaredWeight);
}

/** Without a column for points, one score may stand for the lines of a subgroup; the only subgroup that has none was left out. */
function* loneBlank(table: Table): Iterable<MissingReport> {
  const { weight, score } = table.indicatorHeaders;
  if (weight || !score) return;
  const places = new Map<unknown, Indicator[]>();
  for (const indicator of filledIndicators(table)) {
    if (indicator.isExecution || !indicator.score || !given(indicator.actualEntry) && !indicator.score.filled || isBonus(table, indicator)) continue;
    const place = indicator.subgroup ?? indicator;
    places.set(place, [...(places.get(place) ?? []), indicator]);
  }
  const blank = [...places.values()].filter((lines) => !lines.some((line) => line.score?.filled));
  const [first] = blank[0] ?? [];
  if (places.size < FEW || blank.length !== 1 || !first || first.weight?.filled || isUsedUp(table, first)) return;
  yield { message: 'scoreOnly', data: { name: indicatorName(first.name) }, cells: cellsOf(first.score, first.actualEntry), expected: null, received: null, severity: 'verify' };
}

/** The only line with points and nothing else, where every other has its score. */
function loneUnmarked(table: Table): Indicator | null {
  const weighted = filledIndicators(table).filter((indicator) => indicator.score && !indicator.isExecution && indicator.weight?.quantity?.value.gt(0) && !isBonus(table, indicator));
  const [first, ...more] = weighted.filter(({ score }) => !score?.filled);
  return first && more.length === 0 && weighted.length >= FEW ? first : null;
}

/** A form of marks by standards, without targets and results, in which most lines bear their mark: a line without one was left out. */
function marksOnly({ indicatorHeaders, indicators }: Table): boolean {
  return !indicatorHeaders.target && !indicatorHeaders.actual && indicators.filter(({ score }) => score?.filled).length * 2 > indicators.length;
}
