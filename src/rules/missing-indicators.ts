// Blanks in indicator lines: result, score, the reason for what was not reached, and the unit of bare numbers.
import type { Rubric } from '../model/rubric';
import type { ScoreItem } from '../model/scorecard';
import type { Indicator, Table } from '../model/table';
import { compact, isDash } from '../reading/text';
import { answerOf } from './answers';
import { asksForResults, cellsOf, filledIndicators, given, isBonus, moreIsBetter, targetWords } from './indicator-facts';
import type { MissingReport } from './missing-messages';
import { indicatorExplained, isExplanation, saysNoReason } from './reasons';
import type { RuleContext } from './rule';
import { declaredTotal } from './weights';
import { excerpt, indicatorName, words } from './wording';

export function* missingInIndicators(table: Table, context: RuleContext): Iterable<MissingReport> {
  const { scorecard, rubric } = context;
  if (!asksForResults(table)) {
    yield* missingTargets(table);
    return;
  }
  const marked = marksOnly(table);
  for (const indicator of filledIndicators(table)) {
    const { actualEntry, score, weight, targetEntry } = indicator;
    if (actualEntry && !actualEntry.filled && (given(targetEntry) || given(score)) && !ratedInFund(table, indicator) && !(isBonus(table, indicator) && !given(targetEntry))) {
      yield { message: 'actual', data: { name: indicatorName(indicator.name) }, cells: [actualEntry.cell], expected: null, received: null };
    }
    if (marksNothing(indicator) && !indicatorExplained(table, indicator)) {
      yield { message: 'noResult', data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: words(actualEntry), score: words(score) }, cells: cellsOf(actualEntry, score), expected: null, received: words(actualEntry), severity: 'verify' };
    }
    if (score && !score.filled && weight?.quantity?.value.gt(0) && (marked || given(targetEntry) || given(actualEntry))) {
      yield { message: 'score', data: { name: indicatorName(indicator.name), weight: words(weight) }, cells: [score.cell], expected: null, received: null };
    }
  }
  // Points written once for a group make the whole: then no line lacks its own.
  yield* missingSetting(table, scorecard.weightSum?.gte(declaredTotal(table, rubric)) !== true);
  yield* missingUnits(table);
  yield* unansweredBelow(table, context);
  for (const item of scorecard.items) {
    const indicator = item.indicator === null ? null : table.indicators[item.indicator];
    if (!indicator?.reason) continue;
    if (lostPoints(table, item, indicator) && !indicatorExplained(table, indicator)) {
      yield {
        message: 'lost', data: { name: indicatorName(indicator.name), weight: words(indicator.weight), score: words(item.claimedEntry) },
        cells: cellsOf(indicator.reason, item.claimedEntry), expected: null, received: null, severity: 'verify',
      };
    }
    const { reason } = indicator;
    if (reason.filled && !saysNoReason(reason) || !asksWhy(table, item, indicator, rubric)) continue;
    if (reason.filled) {
      yield {
        message: 'none', data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry), how: howMissed(item), said: words(reason) },
        cells: cellsOf(reason, indicator.actualEntry), expected: null, received: words(reason), severity: 'verify', causes: [{ rule: 'indicator-score', cell: item.cell }],
      };
      continue;
    }
    yield {
      message: item.state === 'exceeded' ? 'limit' : 'reason',
      data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry) },
      cells: cellsOf(indicator.reason, indicator.actualEntry),
      expected: null,
      received: null,
      severity: 'verify',
      causes: [{ rule: 'indicator-score', cell: item.cell }],
    };
  }
}

const howMissed = ({ state }: ScoreItem): string => state === 'exceeded' ? '超出限额' : '未达标';

/** A target missed or a limit exceeded beyond doubt, and why is said nowhere. */
function asksWhy(table: Table, { state }: ScoreItem, indicator: Indicator, rubric: Rubric): boolean {
  if ((state !== 'unmet' && state !== 'exceeded') || indicator.placeholder || indicatorExplained(table, indicator)) return false;
  if (answerOf(table, indicator) !== 'sound' || nearlySpent(indicator, rubric)) return false;
  return state === 'exceeded' || indicator.target.operator !== null || moreIsBetter(table, indicator);
}

/** Forms without a column for reasons ask below the table: 偏差大或目标未完成原因分析 | 无, although a target was missed. One finding a table. */
function* unansweredBelow(table: Table, { scorecard, rubric }: RuleContext): Iterable<MissingReport> {
  if (table.indicatorHeaders.reason) return;
  const asked = table.closing.find(({ name, label, entry }) => /(?:未完成|未达标|未达到|偏差).*原因/.test(name) && (label.cell !== entry.cell || label.text !== entry.text) && !isExplanation(entry));
  if (!asked) return;
  for (const item of scorecard.items) {
    const indicator = item.indicator === null ? null : table.indicators[item.indicator];
    if (!indicator || !asksWhy(table, item, indicator, rubric)) continue;
    yield {
      message: asked.entry.filled ? 'below' : 'belowBlank',
      data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry), how: howMissed(item), label: asked.name, said: words(asked.entry) },
      cells: cellsOf(asked.entry, indicator.actualEntry), expected: null, received: null, severity: 'verify',
    };
    return;
  }
}

/** 预算完成率 99.5 % of 100 %: no rubric asks why money was left over above its threshold. */
function nearlySpent({ name, actualQuantity, target }: Indicator, { reasons }: Rubric): boolean {
  const below = reasons.value.executionBelow ?? 0.9;
  return /^(?:部门|项目|全年|年度|财政|专项)*(?:预算|资金)(?:资金)?(?:支出)?(?:完成|执行|支出|使用)(?:率|进度)$/.test(name.text) && target.quantity?.value.eq(100) === true && actualQuantity?.unit === '%' && actualQuantity.value.gte(below * 100);
}

/** Points were taken off and nothing in the line says why: words answered with other words, or a mark by a standard in a form that has a column for what was taken off. */
function lostPoints(table: Table, { state, claimed, weight }: ScoreItem, indicator: Indicator): boolean {
  if (!claimed || !weight || claimed.lt(0) || claimed.gte(weight) || weight.lte(0) || indicator.reason?.filled !== false || indicator.placeholder || indicator.isExecution) return false;
  const { kind } = indicator.target.reading;
  const { target, actual, reason } = table.indicatorHeaders;
  // 扣分原因 asks why whatever the points follow from.
  if (/[扣失减]分/.test(reason?.text ?? '') && (state === 'unknown' && (kind === 'mixed' || !target && !actual) || state === 'band')) return true;
  if (toldAsReached(table, indicator)) return state !== 'unmet' && state !== 'exceeded' && /原因/.test(reason?.text ?? '');
  if (state !== 'band' || indicator.actualEntry?.text === indicator.targetEntry?.text) return false;
  return kind === 'date' || kind === 'range' || kind === 'quantity' && indicator.actual.kind === 'quantity' && /原因/.test(reason?.text ?? '') || kind === 'words' && indicator.actual.kind === 'words';
}

/** 无 is no answer to these. */
const THRIVES = /健全|完善|建立|提升|提高|改善|增强|优化|促进|显著|良好/;

/** A dash, or 无 beside something to be counted or to thrive, and points for it. */
function marksNothing({ actualEntry, score, target, targetEntry, isExecution }: Indicator): boolean {
  if (isExecution || !actualEntry?.notApplicable || !given(targetEntry) || !score?.quantity?.value.gt(0)) return false;
  const counted = target.quantity?.value.gt(0) === true && target.operator !== '<=' && target.operator !== '<';
  return counted || (target.reading.kind === 'words' && !/^[不无未零没]/.test(targetEntry?.text ?? '') && (isDash(compact(actualEntry.text)) || THRIVES.test(targetEntry?.text ?? '')));
}

/** 达成目标值, or 100% of something in words or of a day: nothing of that costs points. */
function toldAsReached(table: Table, indicator: Indicator): boolean {
  const answer = answerOf(table, indicator);
  if (answer === 'restated') return !/基本|部分/.test(indicator.actualEntry?.text ?? '');
  return (answer === 'percent-for-words' || answer === 'number-for-date') && indicator.actualQuantity?.value.gte(100) === true;
}

/** A form of marks by standards, without targets and results, in which most lines bear their mark: a line without one was left out. */
function marksOnly({ indicatorHeaders, indicators }: Table): boolean {
  return !indicatorHeaders.target && !indicatorHeaders.actual && indicators.filter(({ score }) => score?.filled).length * 2 > indicators.length;
}

/** Of fewer lines no habit can be told. */
const FEW = 5;
/** One line in so many is an omission, more are a habit of the form. */
const RARELY = 5;

/** 无, 不涉及, 本项目不产生直接经济效益 where the name of an indicator would be: the level has none. */
const SETS_NONE = /^(?:暂?无|无此项|不[涉适考])|不(?:直接)?(?:产生|涉及|适用|考核|明显)/;

/** A form that only sets targets: a line named and left without, where nearly all have theirs. */
function* missingTargets({ kind, indicators }: Table): Iterable<MissingReport> {
  if (kind !== 'targets') return;
  const lines = indicators.filter(({ placeholder, name, targetEntry }) => !placeholder && name.filled && !name.notApplicable && !SETS_NONE.test(compact(name.text)) && targetEntry);
  const blank = lines.filter(({ targetEntry }) => targetEntry?.filled === false);
  if (lines.length < FEW || blank.length * RARELY > lines.length) return;
  for (const { name, targetEntry } of blank) yield { message: 'targetOnly', data: { name: indicatorName(name) }, cells: cellsOf(targetEntry, name), expected: null, received: null, severity: 'verify' };
}

/** Where most lines have it, a line that counts without name, target or weight. */
function* missingSetting(table: Table, weightsOpen: boolean): Iterable<MissingReport> {
  const unscored = !table.indicatorHeaders.score;
  const counted = table.indicators.filter(({ placeholder, isExecution, score, actualEntry }) => !placeholder && !isExecution && (unscored ? given(actualEntry) : score?.quantity));
  const usual = (has: (indicator: Indicator) => boolean): boolean => counted.filter(has).length * 2 > counted.length;
  const rare = counted.length >= FEW && counted.filter(({ targetEntry }) => targetEntry?.filled === false).length * RARELY <= counted.length;
  const [named, targeted, weighted] = [usual(({ name }) => name.filled), usual(({ targetEntry }) => given(targetEntry)), usual(({ weight }) => weight?.quantity !== null && weight?.quantity !== undefined)];
  for (const { name, aspect, targetEntry, actualEntry, actual, weight, score, method } of counted) {
    const found = { expected: null, received: null, severity: 'verify' as const };
    if (named && !name.filled && weight?.quantity?.value.gt(0)) {
      yield { ...found, message: 'name', data: { weight: words(weight), score: words(score) }, cells: cellsOf(name, score) };
    }
    // 可行性 and the like are judged by what stands there, without a target, unless the unit gave nearly every line one.
    const answered = actual.kind === 'quantity' || actual.kind === 'date' || (rare && /^(?:output|outcome|satisfaction|cost)$/.test(aspect) && given(actualEntry));
    if (targeted && name.filled && targetEntry?.filled === false && answered && (unscored || score?.quantity?.value.gt(0)) && !given(method)) {
      yield { ...found, message: unscored ? 'goalless' : 'target', data: { name: indicatorName(name) }, cells: cellsOf(targetEntry, actualEntry) };
    }
    if (weightsOpen && weighted && name.filled && weight?.filled === false && score) yield { ...found, message: 'weight', data: { name: indicatorName(name), score: words(score) }, cells: cellsOf(weight, score) };
  }
  // The execution among the indicators has no target of its own, but points as all.
  for (const { placeholder, isExecution, name, weight, score } of table.indicators) {
    if (!placeholder && isExecution && weightsOpen && weighted && weight?.filled === false && score?.quantity?.value.gt(0)) {
      yield { expected: null, received: null, severity: 'verify', message: 'weight', data: { name: indicatorName(name), score: words(score) }, cells: cellsOf(weight, score) };
    }
  }
}

/** 预算执行率 | 10 | 9.5 among the indicators: its target is the whole budget, its result stands in the fund block. */
function ratedInFund({ fund }: Table, { isExecution, targetEntry }: Indicator): boolean {
  return isExecution && !given(targetEntry) && (given(fund?.total?.executionRate ?? null) || given(fund?.total?.actualSpending ?? null));
}

/** More lines than this are one habit of the unit, told once. */
const TOLD_ONE_BY_ONE = 3;

function* missingUnits(table: Table): Iterable<MissingReport> {
  const found: MissingReport[] = [];
  for (const indicator of filledIndicators(table)) {
    const missing = withoutUnit(indicator);
    if (missing) found.push(missing);
  }
  const [first] = found;
  if (!first || namesUnitsAbove(table)) return;
  if (found.length > TOLD_ONE_BY_ONE) {
    yield { ...first, message: 'units', data: { ...first.data, count: String(found.length) }, cells: found.flatMap((one) => one.cells) };
  } else yield* found;
}

/** 单位：万元、公里 above the list: more than money is counted in what it names. 单位：某公司 names who fills in the form. */
function namesUnitsAbove({ entries, indicatorHeaders }: Table): boolean {
  const first = Object.values(indicatorHeaders)[0]?.row ?? 0;
  return entries.some(({ row, text }) => {
    const named = row < first && text.includes('单位') ? /(?:^|[^\u4e00-\u9fa5]|计量)单位[:：]([^\n]{2,24})$/.exec(text)?.[1] : undefined;
    const units = named?.split(/[、,，;；/\s]+/) ?? [];
    return units.length > 1 && units.every((unit) => COUNTED.test(unit)) && units.some((unit) => !unit.endsWith('元'));
  });
}

const COUNTED = /^(?:[亿万千百]?元|[亿万千]?(?:公里|千米|米|平方米|㎡|亩|公顷|人次|人|户|个|吨|座|处|件|次|台|套|辆|头|只|株))$/;

/** 1 → 5 of what? 100 is read as a share, rates and amounts of money name their unit themselves. */
function withoutUnit(indicator: Indicator): MissingReport | null {
  const { name, targetEntry, actualEntry, unitEntry, target, actual, weight } = indicator;
  if (!targetEntry || !actualEntry || unitEntry || target.reading.kind !== 'quantity' || actual.kind !== 'quantity') return null;
  // Anything written behind the number is its unit, or at least no bare number.
  if (target.reading.quantity.unit !== '' || ![targetEntry.text, actualEntry.text].every((text) => /^\d+(?:\.\d+)?$/.test(text)) || targetEntry.numberFormat.includes('%')) return null;
  const value = target.reading.quantity.value;
  // 2023.10 typed as a number: a month.
  if (/^20\d{2}\.\d{1,2}$/.test(targetEntry.text) && /时间|日期|时限|期限|年月|时效/.test(name.text)) return null;
  if (value.isZero() || value.eq(100) || value.lt(1) || (weight?.quantity?.value.eq(value) && !value.isInteger())) return null;
  if (/[率度数量额比]$|比例$|金额|资金|经费|成本|费用|[(（][^()（）]+[)）]$/.test(name.text)) return null;
  return {
    message: 'unit',
    data: { name: indicatorName(name), target: words(targetEntry), actual: words(actualEntry) },
    cells: cellsOf(targetEntry, actualEntry),
    expected: null,
    received: null,
    severity: 'verify',
  };
}
