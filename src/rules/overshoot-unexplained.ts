// Far above the target: either the target was too low or something happened; both want a sentence.
import { HUNDRED, ONE, ZERO, decimal } from '../model/decimal';
import type { Indicator, Table } from '../model/table';
import type { Decimal } from '../model/decimal';
import { comparable } from '../scoring/units';
import { answerOf } from './answers';
import { practice, RUBRIC_BASIS, rubricBasis } from './basis';
import { plainUnit } from '../reading/quantity';
import { asksForResults, cellsOf, moreIsBetter, targetWords } from './indicator-facts';
import { hasRoomForReasons, indicatorExplained, noted } from './reasons';
import { defineRule } from './rule';
import { excerpt, indicatorName, percent, words } from './wording';

/** Where a rubric names no share: the one that most forms of the authorities use. */
const DEFAULT_ABOVE = 0.3;
/** Beyond this the two are read in different scales rather than exceeded. */
const UNLIKELY = 100;

export const overshootUnexplained = defineRule({
  id: 'overshoot-unexplained',
  title: '超额完成未说明',
  severity: 'verify',
  why: '完成值远超指标值，往往是指标定低了，须说明原因。',
  basis: RUBRIC_BASIS,
  messages: { far: '“{name}”指标值{target}、实际{actual}，超出{over}（超过{above}即须说明），未见原因。' },
  examples: [
    { shows: 'a little more than the limit', form: { base: 'project', cells: { F13: '≥1000公里', G13: '1304公里' } }, findings: [{ cells: ['G13', 'F13', 'J13'], message: '“养护道路里程”指标值≥1000公里、实际1304公里，超出30.40%（超过30%即须说明），未见原因。' }] },
    { shows: 'twelve instead of five', form: { base: 'project', cells: { D13: '组织宣传活动', F13: '≥5次', G13: '12次' } }, findings: [{ cells: ['G13', 'F13', 'J13'], message: '“组织宣传活动”指标值≥5次、实际12次，超出140%（超过30%即须说明），未见原因。' }] },
    { shows: 'told by the month and by the year', form: { base: 'project', cells: { D13: '开展巡查', F13: '1次/月', G13: '12次', D14: '开展培训', F14: '≥1次/季度', G14: 4 } }, findings: [] },
    { shows: 'several by the year, and by the month thrice as many', form: { base: 'project', cells: { D13: '开展巡查', F13: '≥1次/年', G13: '3次', D14: '开展培训', F14: '≥1次/月', G14: 3 } }, findings: [
      { cells: ['G13', 'F13', 'J13'], message: '“开展巡查”指标值≥1次/年、实际3次，超出200%（超过30%即须说明），未见原因。' },
      { cells: ['G14', 'F14', 'J14'], message: '“开展培训”指标值≥1次/月、实际3，超出200%（超过30%即须说明），未见原因。' },
    ] },
    { shows: 'with a reason', form: { base: 'project', cells: { F13: '≥5次', G13: '12次', J13: '年中新增巡回宣传安排' } }, findings: [] },
    { shows: 'a note that tells it by name, and how far', form: { base: 'project', cells: { D13: '组织宣传活动', F13: '≥5次', G13: '12次', A21: '说明：组织宣传活动12次，超额完成140%，原因是年中新增巡回宣传安排。' } }, findings: [] },
    { shows: 'a note about another line', form: { base: 'project', cells: { D13: '组织宣传活动', F13: '≥5次', G13: '12次', A21: '说明：养护里程超额完成20%，原因是年中新增两条道路。' } }, findings: [{ cells: ['G13', 'F13', 'J13'], message: '“组织宣传活动”指标值≥5次、实际12次，超出140%（超过30%即须说明），未见原因。' }] },
    { shows: 'a fifth more', form: { base: 'project', cells: { F13: '≥5次', G13: '6次' } }, findings: [] },
    { shows: 'two prizes instead of one', form: { base: 'project', cells: { F13: '≥1项', G13: '2项' } }, findings: [] },
    { shows: 'less than a limit', form: { base: 'project', cells: { G16: '20万元' } }, findings: [] },
  ],
  *check(table, { rubric }) {
    if (!asksForResults(table) || !hasRoomForReasons(table)) return;
    const above = decimal(rubric.overshoot.value.above ?? DEFAULT_ABOVE);
    for (const indicator of table.indicators) {
      const over = overshoot(table, indicator);
      if (!over?.gt(above) || indicatorExplained(table, indicator) || noted(table, indicator, percent(over.times(HUNDRED), 0))) continue;
      yield {
        message: 'far',
        data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry), ...shares(over, above) },
        cells: cellsOf(indicator.actualEntry, indicator.targetEntry, indicator.reason),
        expected: null,
        received: words(indicator.actualEntry),
        basis: rubric.overshoot.value.above === null ? practice('完成值高于指标值较多的，要分析原因') : rubricBasis(rubric, rubric.overshoot, '完成值高于指标值较多的，要分析原因'),
      };
    }
  },
});

/** As they are told: 30.4 % above a limit of 30 % is not rounded to it. */
function shares(over: Decimal, above: Decimal): { readonly over: string; readonly above: string } {
  const limit = above.times(HUNDRED);
  const whole = over.times(HUNDRED).toDecimalPlaces(0);
  return { over: percent(over.times(HUNDRED), whole.gt(limit) ? 0 : 2), above: percent(limit, Math.min(limit.decimalPlaces(), 2)) };
}

/** Share above the target (1.4 = 140 %); null where nothing is above it, where more is not over, or the two are not comparable. */
export function overshoot(table: Table, indicator: Indicator): Decimal | null {
  const { target, actualQuantity, name } = indicator;
  const want = target.quantity;
  if (indicator.isExecution || !want?.value.gt(0) || !actualQuantity) return null;
  // Nearly every line: answered in the target's own unit, with no more than was wanted.
  if (want.unit === actualQuantity.unit && want.scale === actualQuantity.scale && actualQuantity.value.lte(want.value)) return null;
  if (answerOf(table, indicator) !== 'sound') return null;
  const same = comparable(want, actualQuantity, name.text);
  if (!moreIsBetter(table, indicator) || same.kind === 'different' || !same.target.gt(0)) return null;
  const share = plainUnit(want.unit) === '%' || plainUnit(actualQuantity.unit) === '%';
  if (share && same.actual.lte(HUNDRED)) return null;
  // The least by which a count can be above its target.
  if (same.actual.minus(same.target).lte(ONE) && same.target.isInteger() && same.actual.isInteger() && !share) return same.actual.gt(same.target) ? ZERO : null;
  const ratio = same.actual.div(same.target);
  return ratio.gt(UNLIKELY) ? null : ratio.minus(ONE);
}
