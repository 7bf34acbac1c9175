// Reasons that are missing: for points taken off, for targets missed and limits exceeded.
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { ScoreItem } from '../model/scorecard';
import type { Entry, Indicator, Table } from '../model/table';
import { linesScoredTogether, type LineReached } from '../scoring/indicator';
import { answerOf } from './answers';
import { cellsOf, moreIsBetter, targetWords } from './indicator-facts';
import type { MissingReport } from './missing-messages';
import { indicatorExplained, isExplanation, saysNoReason } from './reasons';
import type { RuleContext } from './rule';
import { excerpt, indicatorName, pointsWords, words } from './wording';

/** In the column that asks for them. */
export function* missingReasons(table: Table, { scorecard, rubric }: RuleContext): Iterable<MissingReport> {
  for (const item of scorecard.items) {
    const indicator = item.indicator === null ? null : table.indicators[item.indicator];
    if (!indicator?.reason) continue;
    if (lostPoints(table, item, indicator) && !indicatorExplained(table, indicator)) {
      yield {
        message: 'lost', data: { name: indicatorName(indicator.name), weight: pointsWords(indicator.weight), score: words(item.claimedEntry) },
        cells: cellsOf(indicator.reason, item.claimedEntry), expected: null, received: null, severity: 'verify',
      };
    }
    if (givesNoReason(indicator.reason) && asksWhy(table, item, indicator, rubric)) yield unexplained(item, indicator, indicator.reason);
  }
  for (const { indicator, ...reached } of linesTogether(table, rubric)) {
    const { reason } = indicator;
    if (reason && givesNoReason(reason) && asksWhy(table, reached, indicator, rubric)) yield unexplained({ cell: indicator.name.cell, ...reached }, indicator, reason);
  }
}

type Reached = Pick<ScoreItem, 'state'>;

/** Lines that have one score: it tells nothing of any of them, and why a target was missed is asked all the same. A reason on one of them is that of all. */
function linesTogether(table: Table, rubric: Rubric): readonly LineReached[] {
  return linesScoredTogether(table, rubric).filter((lines) => !lines.some(({ indicator }) => isExplanation(indicator.reason))).flat();
}

function linesScored({ indicators }: Table, items: readonly ScoreItem[]): readonly LineReached[] {
  return present(items, ({ state, indicator: at }) => {
    const indicator = at === null ? null : indicators[at];
    return indicator && { state, indicator };
  });
}

/** Blank, 无 or a dash. */
function givesNoReason(reason: Entry): boolean {
  return !reason.filled || saysNoReason(reason);
}

function unexplained(item: Pick<ScoreItem, 'cell' | 'state'>, indicator: Indicator, reason: Entry): MissingReport {
  const facts = { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry) };
  const found = { cells: cellsOf(reason, indicator.actualEntry), expected: null, severity: 'verify', causes: [{ rule: 'indicator-score', cell: item.cell }] } as const;
  if (!reason.filled) return { ...found, message: item.state === 'exceeded' ? 'limit' : 'reason', data: facts, received: null };
  return { ...found, message: 'none', data: { ...facts, how: howMissed(item), said: words(reason) }, received: words(reason) };
}

const howMissed = ({ state }: Reached): string => state === 'exceeded' ? '超出限额' : '未达标';

/** A target missed or a limit exceeded beyond doubt, and why is said nowhere. */
function asksWhy(table: Table, { state }: Reached, indicator: Indicator, rubric: Rubric): boolean {
  if ((state !== 'unmet' && state !== 'exceeded') || indicator.placeholder || indicatorExplained(table, indicator)) return false;
  if (answerOf(table, indicator) !== 'sound' || nearlySpent(indicator, rubric)) return false;
  return state === 'exceeded' || indicator.target.operator !== null || moreIsBetter(table, indicator);
}

/** Forms without a column for reasons ask below the table: 偏差大或目标未完成原因分析 | 无, although a target was missed. One finding a table. */
export function* unansweredBelow(table: Table, { scorecard, rubric }: RuleContext): Iterable<MissingReport> {
  if (table.indicatorHeaders.reason) return;
  const asked = table.closing.find(({ name, label, entry }) => /(?:未完成|未达标|未达到|偏差).*原因/.test(name) && (label.cell !== entry.cell || label.text !== entry.text) && !isExplanation(entry));
  if (!asked) return;
  for (const { indicator, ...reached } of [...linesScored(table, scorecard.items), ...linesTogether(table, rubric)]) {
    if (!asksWhy(table, reached, indicator, rubric)) continue;
    yield {
      message: asked.entry.filled ? 'below' : 'belowBlank',
      data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry), how: howMissed(reached), label: asked.name, said: words(asked.entry) },
      cells: cellsOf(asked.entry, indicator.actualEntry), expected: null, received: null, severity: 'verify',
    };
    return;
  }
}

/** 预算完成率 99.5 % of 100 %: no rubric asks why money was left over above its threshold. */
function nearlySpent({ name, isExecution, actualQuantity, target }: Indicator, { reasons }: Rubric): boolean {
  const below = reasons.value.executionBelow ?? 0.9;
  if (isExecution && actualQuantity && target.quantity?.unit === '元') return actualQuantity.unit === '元' && actualQuantity.value.gte(target.quantity.value.times(below));
  return (isExecution || /^(?:部门|项目|全年|年度|财政|专项)*(?:预算|资金)(?:资金)?(?:支出)?(?:完成|执行|支出|使用)(?:率|进度)$/.test(name.text)) && target.quantity?.value.eq(100) === true && actualQuantity?.unit === '%' && actualQuantity.value.gte(below * 100);
}

/** Points were taken off and nothing in the line says why: words answered with other words, or a mark by a standard in a form that has a column for what was taken off. */
function lostPoints(table: Table, { state, claimed, weight }: ScoreItem, indicator: Indicator): boolean {
  if (!claimed || !weight || claimed.lt(0) || claimed.gte(weight) || weight.lte(0)) return false;
  if (indicator.reason?.filled !== false || indicator.placeholder || indicator.isExecution) return false;
  const asked = table.indicatorHeaders.reason?.text ?? '';
  // 扣分原因 asks why whatever the points follow from.
  if (/[扣失减]分/.test(asked) && markedFreely(table, state, indicator)) return true;
  if (toldAsReached(table, indicator)) return state !== 'unmet' && state !== 'exceeded' && /原因/.test(asked);
  return state === 'band' && leavesRoom(indicator, asked);
}

/** Points by judgement: between two bounds, or by a standard that nothing in the line can be held to. */
function markedFreely({ indicatorHeaders: { target, actual } }: Table, state: ScoreItem['state'], { target: { reading } }: Indicator): boolean {
  return state === 'band' || state === 'unknown' && (reading.kind === 'mixed' || !target && !actual);
}

/** An answer that is not the target's own words, of a kind that may have cost points. `asked`: the header of the reasons. */
function leavesRoom({ target, actual, targetEntry, actualEntry }: Indicator, asked: string): boolean {
  if (actualEntry?.text === targetEntry?.text) return false;
  const { kind } = target.reading;
  if (kind === 'quantity') return actual.kind === 'quantity' && /原因/.test(asked);
  return kind === 'date' || kind === 'range' || kind === 'words' && actual.kind === 'words';
}

/** 达成目标值, or 100% of something in words or of a day: nothing of that costs points. */
function toldAsReached(table: Table, indicator: Indicator): boolean {
  const answer = answerOf(table, indicator);
  if (answer === 'restated') return !/基本|部分/.test(indicator.actualEntry?.text ?? '');
  return (answer === 'percent-for-words' || answer === 'number-for-date') && indicator.actualQuantity?.value.gte(100) === true;
}
