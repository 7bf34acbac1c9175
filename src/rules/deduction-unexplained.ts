// Met, and yet points are missing: somebody had a reason, it must be written down.
import { practice, rubricBasis } from './basis';
import { cellsOf, targetWords } from './indicator-facts';
import { lostOnce, unexplained } from './lost-points';
import { sharedGap } from './mistyped-score';
import { defineRule } from './rule';
import { amount, excerpt, indicatorName, words } from './wording';

export const deductionUnexplained = defineRule({
  id: 'deduction-unexplained',
  title: '达标扣分未说明',
  severity: 'verify',
  why: '指标已完成却扣分，不写原因，复核人无法判断扣得对不对。',
  basis: practice('达成指标而扣分的，应在偏差原因栏说明'),
  messages: { deducted: '“{name}”指标值{target}、实际{actual}，已达标，分值{expected}得{received}，未说明扣分原因。' },
  examples: [
    { shows: 'seven of ten for a target met', form: { base: 'project', cells: { I14: 7, I20: 97 } }, findings: [{ cells: ['I14', 'H14', 'J14'], message: '“养护验收合格率”指标值≥95%、实际96%，已达标，分值10得7，未说明扣分原因。' }] },
    { shows: 'with a reason', form: { base: 'project', cells: { I14: 7, J14: '两处路段复检后才合格', I20: 97 } }, findings: [] },
    { shows: 'with a reason beside the total', form: { base: 'project', cells: { I14: 7, I20: 97, J20: '两处路段复检后才合格' } }, findings: [] },
    { shows: 'told in one long text below the table', form: { base: 'project', cells: { I14: 7, I20: 97, A21: '扣分说明：两处路段初验时路肩压实度不够，返工后才通过复检，养护单位已经限期整改到位。' } }, findings: [] },
    { shows: 'how points are lost is no reason', form: { base: 'project', cells: { I14: 7, I20: 97, A21: '扣分说明：各项指标未达到指标值的，按照每低一个百分点扣一分计算，扣完为止，由填报人自行计算。' } }, findings: [{ cells: ['I14', 'H14', 'J14'], message: '“养护验收合格率”指标值≥95%、实际96%，已达标，分值10得7，未说明扣分原因。' }] },
    { shows: 'a target that was not met', form: { base: 'project', cells: { G13: '45公里', I13: 18, I20: 98 } }, findings: [] },
    { shows: 'a form without a place for reasons', form: { base: 'project', cells: { J12: null, I14: 7, I20: 97 } }, findings: [] },
    { shows: 'less of what may be meant to be much', form: { base: 'project', cells: { D13: '高血压随访控制数', F13: '3807人', G13: '3220人', I13: 17, I20: 97 } }, findings: [] },
    { shows: 'full marks', form: { base: 'project' }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    const { overshoot: clause } = rubric;
    const total = table.total?.score;
    const all = unexplained(table, scorecard, rubric);
    const line = all.length > 0 ? sharedGap(table, scorecard, rubric)?.line : null;
    const once = lostOnce(table, scorecard, rubric);
    for (const { indicator, far, weight, claimedEntry } of all) {
      yield {
        message: 'deducted',
        data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry), expected: amount(weight), received: words(claimedEntry) },
        cells: cellsOf(claimedEntry, indicator.weight, indicator.reason),
        // What is missing is a reason, not points.
        expected: null,
        received: words(claimedEntry),
        causes: [...(total && indicator === once ? [{ rule: 'score-total', cell: total.cell }] : []), ...(line && line.indicator === indicator ? [line.cause] : [])],
        // Taken off for more than the target asks: whether that may be is the rubric's own clause, where it has one.
        ...(far && clause.value.deduct === 'none' && clause.standing === 'quoted' ? { basis: rubricBasis(rubric, clause, '超额完成不扣分') } : {}),
      };
    }
  },
});
