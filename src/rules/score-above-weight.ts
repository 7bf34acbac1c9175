// No score exceeds its weight, none is below zero.
import { decimal, sum, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Table } from '../model/table';
import { linesTogether } from '../scoring/indicator';
import { FORM_BASIS } from './basis';
import { groupsAbove } from './group-scores';
import { cellsOf, isBonus } from './indicator-facts';
import { sharedGap } from './mistyped-score';
import { mistypedWeight } from './mistyped-weight';
import { othersAboveWeight } from './other-scores';
import type { Cause, RuleReport } from './rule';
import { defineRule } from './rule';
import { weightsHold } from './weights';
import { amount, excerpt, indicatorName, pointsWords, words } from './wording';

export const scoreAboveWeight = defineRule<'above' | 'deducted' | 'negative' | 'together' | 'group'>({
  id: 'score-above-weight',
  title: '得分超出分值',
  severity: 'error',
  why: '得分不得超过该项分值，也不得为负，否则总分虚高或失真。',
  basis: { ...FORM_BASIS, clause: '各项得分不得突破该项分值' },
  messages: {
    above: '“{name}”得分{received}超过分值{weight}。',
    deducted: '“{name}”得分{received}低于可扣的{weight}。',
    together: '“{name}”等{count}项合用分值{weight}，得分合计{received}，超过分值。',
    group: '“{name}”标明{weight}分，所属{count}项得分合计{received}，超过分值。',
    negative: '“{name}”得分{received}为负数，得分应在0至{weight}之间。',
  },
  examples: [
    { shows: '100 of 10 points', form: { base: 'project', cells: { K6: 100 } }, findings: [{ cells: ['K6', 'H6'], message: '“预算执行率”得分100超过分值10。' }] },
    { shows: 'an indicator above its weight', form: { base: 'project', cells: { I13: 21 } }, findings: [{ cells: ['I13', 'H13'], message: '“养护道路里程”得分21超过分值20。' }] },
    { shows: 'a negative score', form: { base: 'project', cells: { I19: -1 } }, findings: [{ cells: ['I19', 'H19'], message: '“沿线群众满意度”得分-1为负数，得分应在0至10之间。' }] },
    { shows: 'points taken off on their own line', form: { base: 'project', cells: { C19: '扣分项', I19: -1 } }, findings: [] },
    { shows: 'fewer points taken off than may be', form: { base: 'project', cells: { H19: -5, I19: -1 } }, findings: [] },
    { shows: 'more points taken off than may be', form: { base: 'project', cells: { H19: -5, I19: -6 } }, findings: [{ cells: ['I19', 'H19'], message: '“沿线群众满意度”得分-6低于可扣的-5。' }] },
    { shows: 'weights as shares of the whole', form: { base: 'project', cells: { H6: 0.1, H13: 0.2, H14: 0.1, H15: 0.1, H16: 0.1, H17: 0.15, H18: 0.15, H19: 0.1, H20: 1 } }, findings: [] },
    { shows: 'points of a reviewer above the weight', form: { base: 'project', cells: { J12: '复核得分', ...Object.fromEntries([20, 10, 10, 12, 15, 15, 10].map((points, i) => [`J${i + 13}`, points])) } }, findings: [{ cells: ['J16', 'H16'], severity: 'verify', message: '“养护总成本（复核得分）”得分12超过分值10。' }] },
    { shows: 'points added below a line, that no line has', form: { base: 'project', cells: { B19: '满意度指标', D20: '加分项', F20: '获市级表彰', G20: '获表彰', I20: 2, A20: null, H20: null, A21: '总分', H21: 100, I21: 100 } }, findings: [] },
    { shows: 'scores above the points of their group in a form without points line by line', form: { base: 'project', cells: { ...Object.fromEntries([12, 13, 14, 15, 16, 17, 18, 19].map((row) => [`H${row}`, null])), I14: 30 } }, findings: [{ cells: ['I14', 'I13', 'I15', 'I16', 'B13'], message: '“产出指标”标明50分，所属4项得分合计70，超过分值。' }] },
    { shows: 'the same of a second level, in which the slip lies', form: { base: 'project', cells: { ...Object.fromEntries([12, 13, 14, 15, 16, 17, 18, 19].map((row) => [`H${row}`, null])), C13: '数量指标30分', C14: null, I13: 50, C15: '时效指标10分', C16: '成本指标10分' } }, findings: [{ cells: ['I13', 'I14', 'C13'], message: '“数量指标”标明30分，所属2项得分合计60，超过分值。' }] },
    { shows: 'full marks', form: { base: 'project' }, findings: [] },
    { shows: 'no score yet', form: { base: 'project', cells: { I13: null } }, findings: [] },
  ],
  *check(table, { scorecard, rubric }) {
    yield* linesOfSummary(table, decimal(rubric.weightTotal.value));
    for (const { header, indicator, entry } of othersAboveWeight(table)) {
      const data = { name: `${excerpt(indicator.name)}（${excerpt(header)}）`, received: words(entry), weight: pointsWords(indicator.weight) };
      yield { message: 'above', severity: 'verify', data, cells: cellsOf(entry, indicator.weight), expected: null, received: data.received };
    }
    yield* ofTogether(table, rubric);
    yield* ofGroups(table);
    for (const item of scorecard.items) {
      const { claimed, weight, claimedEntry } = item;
      if (!claimed || !weight || !claimedEntry || !isBeyondWeight(table, item)) continue;
      const indicator = item.indicator === null ? null : table.indicators[item.indicator];
      const weightEntry = indicator ? indicator.weight : table.fund?.total?.weight;
      yield {
        message: claimed.gt(weight) ? 'above' : weight.lt(0) ? 'deducted' : 'negative',
        data: { name: item.name, received: words(claimedEntry), weight: amount(weight) },
        cells: [claimedEntry.cell, ...(weightEntry?.filled ? [weightEntry.cell] : [])],
        expected: null,
        received: words(claimedEntry),
        causes: causesOf(table, scorecard, rubric, item),
      };
    }
  },
});

/** 30 in a merged cell beside 20 and 15: points of each, unless those of the form make the whole as they stand. */
function* ofTogether(table: Table, rubric: Rubric): Iterable<RuleReport<'together'>> {
  for (const [index, { name, weight }] of table.indicators.entries()) {
    const lines = linesTogether(table, index);
    // 加分 | (blank) | 2 below a line of its own is no part of it.
    if (lines.slice(1).some((line) => line.weight !== null)) continue;
    const scores = present(lines, ({ score }) => score);
    const got = sum(present(scores, ({ quantity }) => quantity?.value));
    if (scores.length < 2 || !weight?.quantity || got.lte(weight.quantity.value) || scores.some((score) => score.quantity?.value.gt(0) !== true) || !weightsHold(table, rubric)) continue;
    const received = amount(got);
    yield { message: 'together', data: { name: indicatorName(name), count: String(scores.length), weight: words(weight), received }, cells: cellsOf(...scores, weight), expected: null, received };
  }
}

/** Above 产出指标（40分）. */
function* ofGroups(table: Table): Iterable<RuleReport<'group'>> {
  for (const { group, declared, at, scores, sum: got } of groupsAbove(table)) {
    const received = amount(got);
    yield { message: 'group', data: { name: group.name, weight: amount(declared), count: String(scores.length), received }, cells: cellsOf(...scores, at), expected: null, received };
  }
}

/** More than its weight, or less than nothing. */
export function isBeyondWeight(table: Table, { claimed, weight, indicator: at }: ScoreItem): boolean {
  if (!claimed || !weight || claimed.lte(weight) && claimed.gte(0)) return false;
  const indicator = at === null ? undefined : table.indicators[at];
  // 加分项 without points of its own, 扣分项 below zero.
  if (indicator && isBonus(table, indicator) && (claimed.lt(0) || weight.isZero())) return false;
  // 审计问题 | -5 | -1: at most so many points are taken off.
  return !(weight.lt(0) && claimed.gte(weight) && claimed.lte(0));
}

/** What may have made it: a score that is told as wrong for other reasons, or a weight. */
function causesOf(table: Table, scorecard: Scorecard, rubric: Rubric, item: ScoreItem): readonly Cause[] {
  const { indicator: at } = item;
  const weight = mistypedWeight(table, scorecard, rubric);
  const line = sharedGap(table, scorecard, rubric)?.line;
  return [
    ...(weight?.item === item ? [weight.cause] : []),
    ...(line && at !== null && line.indicator === table.indicators[at] ? [line.cause] : []),
    { rule: 'execution-score', cell: item.cell },
    ...present(table.groups, ({ declaredAt, indicators }) => (declaredAt && at !== null && indicators.includes(at) ? { rule: 'group-weight', cell: declaredAt.cell } : null)),
  ];
}

/** 107 of 100 points in a line of a summary, unless other lines show that there are more to be had. */
function* linesOfSummary({ summary = [], entries }: Table, full: Decimal): Iterable<RuleReport<'above'>> {
  const above = summary.filter(({ score }) => score?.quantity?.value.gt(full));
  if (above.length === 0 || above.length * 2 > summary.length || entries.some(({ text }) => /加分|附加|满分\d/.test(text))) return;
  for (const { name, score } of above) if (score) yield { message: 'above', data: { name: excerpt(name), received: words(score), weight: amount(full) }, cells: [score.cell], expected: null, received: words(score) };
}
