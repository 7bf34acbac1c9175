// The execution score follows from weight and rate by the rubric.
import { Decimal, ONE, ZERO, decimal } from '../model/decimal';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Entry, Indicator, Table } from '../model/table';
import { scoredParts } from '../scoring/execution';
import { PHRASES } from '../scoring/phrases';
import { amountsBehindRate, ratedLine } from '../scoring/rated-amounts';
import { claimHolds, keptDigits, scoreAgrees } from '../scoring/tolerance';
import { RUBRIC_BASIS } from './basis';
import { computable, numberEdit, proposal, safe } from './correcting';
import { denominator, rowFigures, totalFigures, type RateFigures } from './fund-figures';
import { cellsOf } from './indicator-facts';
import { mistypedWeight } from './mistyped-weight';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { areAmountsDoubtful, computedScore, isDoubtful } from './scores';
import { amount, words } from './wording';

export const executionScore = defineRule({
  id: 'execution-score',
  title: '预算执行得分',
  severity: 'error',
  why: '预算执行得分由分值和执行率直接算出，填错会连带总分。',
  basis: RUBRIC_BASIS,
  messages: { mismatch: '预算执行得分应为{expected}（{derivation}），填的是{received}。' },
  examples: [
    { shows: 'whole points are no rounding of 8.62', form: { base: 'project', cells: { F6: 43.2, G6: 37.24, I6: '86%', K6: 9 } }, findings: [{ cells: ['K6', 'I6', 'H6'], message: '预算执行得分应为8.62（10 × 37.24 ÷ 43.2 = 8.62），填的是9。' }] },
    { shows: 'the step that a note gives the rate', form: { base: 'project', cells: { G6: 76, G7: 56, I6: '95%', K6: 10, A21: '注：执行率≥95%得10分；90%（含）-95%得8分；低于90%不得分。' } }, findings: [] },
    { shows: 'another step than the note gives the rate', form: { base: 'project', cells: { G6: 74, G7: 54, I6: '92.5%', K6: 10, A21: '注：执行率≥95%得10分；90%（含）-95%得8分；低于90%不得分。' } }, findings: [{ cells: ['K6', 'I6', 'H6'], message: '预算执行得分应为8（执行率 74 ÷ 80，按本表的评分标准计分：90%(含)-95%得8分），填的是10。' }] },
    { shows: 'no points below a line that a note draws under the proportion', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 0, I20: 90, A21: '注：预算执行得分=执行率×10，执行率低于60%不得分。' } }, findings: [] },
    { shows: 'the same on the line, in a note beside its label', form: { base: 'project', cells: { G6: 48, G7: 28, I6: '60%', K6: 0, I20: 90, A21: '备注', C21: '预算执行得分=执行率×10，执行率60%（含）以下不得分。' } }, findings: [] },
    { shows: 'more than the proportion below such a line', form: { base: 'project', cells: { G6: 40, G7: 20, I6: '50%', K6: 8, I20: 98, A21: '注：预算执行得分=执行率×10，执行率低于60%不得分。' } }, findings: [{ cells: ['K6', 'I6', 'H6'], message: '预算执行得分应为0至5（执行率 40 ÷ 80，按本表的评分标准计分：注:预算执行得分=执行率×10,执行率低于60%不得分），填的是8。' }] },
    { shows: 'in proportion above such a line', form: { base: 'project', cells: { G6: 60, G7: 40, I6: '75%', K6: 10, A21: '注：预算执行得分=执行率×10，执行率低于60%不得分。' } }, findings: [{ cells: ['K6', 'I6', 'H6'], message: '预算执行得分应为7.5（10 × 60 ÷ 80 = 7.5），填的是10。' }] },
    { shows: 'full marks for 65 %', form: { base: 'project', cells: { F6: 43, G6: 28, I6: '65.12%' } }, findings: [{ cells: ['K6', 'I6', 'H6'], message: '预算执行得分应为6.51（10 × 28 ÷ 43 = 6.51），填的是10。' }] },
    { shows: 'one decimal of 9.825', form: { base: 'project', cells: { F6: 127.1, G6: 124.88, I6: 98.25, K6: 9.8 } }, findings: [] },
    { shows: 'lines with points of their own make the whole', form: { base: 'project', cells: { G6: 78, I6: '97.5%', K6: 9.5, H7: 5, K7: 5, G8: 18, I8: '90%', H8: 5, K8: 4.5, I20: 99.5 } }, findings: [] },
    { shows: 'lines with points of their own, and more than they make', form: { base: 'project', cells: { G6: 78, I6: '97.5%', K6: 10, H7: 5, K7: 5, G8: 18, I8: '90%', H8: 5, K8: 5 } }, findings: [
      { cells: ['K6', 'I6', 'H6'], message: '预算执行得分应为9.5（5 × 60 ÷ 60 + 5 × 18 ÷ 20 = 9.5），填的是10。' },
      { cells: ['K8', 'I8', 'H8'], message: '预算执行得分应为4.5（5 × 18 ÷ 20 = 4.5，上年结转资金），填的是5。' },
    ] },
    { shows: 'a line with points of its own that spent more than it had', form: { base: 'project', cells: { G6: 82, I6: '102.5%', H7: 5, K7: 5, G8: 22, I8: '110%', H8: 5, K8: 4.5 } }, findings: [{ cells: ['K8', 'I8', 'H8'], message: '预算执行得分应为5（5 × 22 ÷ 20 = 5.5，不超过分值，计 5，上年结转资金），填的是4.5。' }] },
    { shows: 'an amount of such a line mistyped after rate and score were made', form: { base: 'project', cells: { G6: 78, I6: '97.5%', K6: 9.5, H7: 5, K7: 5, G8: 181, I8: '90%', H8: 5, K8: 4.5, I20: 99.5 } }, findings: [] },
    { shows: 'the scores of such lines make the whole where points of theirs were mistyped', form: { base: 'project', cells: { G6: 78, I6: '97.5%', K6: 9.5, H7: 4, K7: 5, G8: 18, I8: '90%', H8: 5, K8: 4.5, I20: 99.5 } }, findings: [] },
    { shows: 'one of such lines without its score', form: { base: 'project', cells: { G6: 78, I6: '97.5%', K6: 9.5, H7: 5, G8: 18, I8: '90%', H8: 5, K8: 4.5, I20: 99.5 } }, findings: [] },
    { shows: 'such lines beside one without points', form: { base: 'project', cells: { G6: 78, I6: '97.5%', K6: 9.75, H7: 5, K7: 5, G8: 18, I8: '90%', H8: 5, K8: 4.5, H9: 0, K9: 0 } }, findings: [{ cells: ['K6', 'I6', 'H6'], message: '预算执行得分应为9.5（5 × 60 ÷ 60 + 5 × 18 ÷ 20 = 9.5），填的是9.75。' }] },
    { shows: 'full marks of the 10 that are left for it, where 100 was written as its points', form: { base: 'project', cells: { H6: 100 } }, findings: [] },
    { shows: 'the same over a list with a slip of its own', form: { base: 'project', cells: { H6: 100, H13: 19 } }, findings: [] },
    { shows: 'a score of the amounts before they were rounded, without a rate between them', form: { base: 'project', cells: { F6: 3.75, F7: 3.75, F8: 0, G6: 3.47, G7: 3.47, G8: 0, I6: null, K6: 9.27, I20: 99.27 } }, findings: [] },
    { shows: 'no points over a list that leaves fewer than the 10 of the rubric', form: { base: 'project', cells: { H6: null, K6: 8, H13: 21, I13: 21, I20: 99 } }, findings: [] },
    { shows: 'the same over a list that lacks one of its weights', form: { base: 'project', cells: { H6: 100, H13: null } }, findings: [] },
    { shows: 'too many of the 10 that are left for it, where 100 was written as its points', form: { base: 'project', cells: { F6: 127.1, G6: 124.88, I6: 98.25, H6: 100 } }, findings: [{ cells: ['K6', 'I6', 'H6'], message: '预算执行得分应为9.83（10 × 124.88 ÷ 127.1 = 9.83），填的是10。' }] },
    { shows: 'the rate was made before an amount of the total was mistyped, and so was the score', form: { base: 'project', cells: { F6: 127.1, F7: 107.1, G6: 142.88, G7: 104.88, I6: '98.25%', K6: 9.83 } }, findings: [] },
    { shows: 'all spent, full marks', form: { base: 'project' }, findings: [] },
    { shows: 'whole points of the rate that the parts give', form: { base: 'project', cells: { E6: 0, F6: 0, G6: 0, G8: 15, I6: 0, K6: 9, I20: 99, A21: '注：各项得分四舍五入保留整数。' } }, findings: [] },
    { shows: 'no score yet', form: { base: 'project', cells: { K6: null } }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    for (const item of scorecard.items) {
      const entry = item.claimedEntry;
      if (item.state !== 'execution' || !entry || !item.claimed || claimHolds(item, rubric)) continue;
      // Made of the points that the others leave of the whole: the points are told as the slip.
      if (mistypedWeight(table, scorecard, rubric)?.item !== item) yield* contradicted(table, scorecard, item, entry, rubric);
    }
    yield* fromParts(table, rubric, scorecard);
    yield* scoresOfParts(table, rubric);
  },
});

/** A score that does not follow from the rate, in the total line or on a line of the list; silent where nothing follows. */
function* contradicted(table: Table, scorecard: Scorecard, item: ScoreItem, entry: Entry, rubric: Rubric): Iterable<RuleReport<'mismatch'>> {
  const computed = computedScore(item, rubric);
  if (!computed && !item.high) return;
  const indicator = item.indicator === null ? null : (table.indicators[item.indicator] ?? null);
  const { rate, weight } = followsFrom(table, indicator);
  const expected = computed ? amount(computed) : `${amount(item.low ?? ZERO)}至${amount(item.high ?? ZERO)}`;
  yield {
    message: 'mismatch',
    data: { expected, derivation: item.derivation, received: words(entry) },
    cells: cellsOf(entry, rate?.filled ? rate : null, weight?.filled ? weight : null),
    expected,
    received: words(entry),
    basis: item.basis,
    causes: rateCauses(table, item),
    correction: computed ? (isDoubtful(table, scorecard, item, rubric) ? proposal : safe)(numberEdit(entry, computed, { formula: indicator ? null : liveFormula(table, rubric, item, computed) })) : undefined,
  };
}

/** The two that the score is made of: on the indicator's line, else in the fund block's. */
function followsFrom({ fund }: Table, indicator: Indicator | null): { readonly rate: Entry | null; readonly weight: Entry | null } {
  if (indicator) return { rate: indicator.actualEntry, weight: indicator.weight };
  return { rate: (fund && ratedLine(fund)?.executionRate) ?? null, weight: fund?.total?.weight ?? null };
}

const pointsOf = (weight: Decimal, { spending, budget }: Pick<RateFigures, 'spending' | 'budget'>): Decimal => Decimal.min(weight, weight.times(spending).div(budget));

function derivationOf(weight: Decimal, { spending, budget }: Pick<RateFigures, 'spending' | 'budget'>): string {
  const raw = weight.times(spending).div(budget);
  const product = `${amount(weight)} × ${amount(spending)} ÷ ${amount(budget)} = ${amount(raw.toDecimalPlaces(2))}`;
  return raw.gt(weight) ? PHRASES.atMostWeight(product, amount(weight)) : product;
}

/** The total line was left at 0: the parts give one rate, and with it one score. */
function* fromParts(table: Table, rubric: Rubric, scorecard: Scorecard): Iterable<RuleReport<'mismatch'>> {
  const item = scorecard.items.find((one) => one.indicator === null);
  const figures = totalFigures(table, denominator(table, rubric).column);
  if (!figures?.fromParts || !item || item.low || !item.claimed || !item.weight || !item.claimedEntry) return;
  const exact = pointsOf(item.weight, figures);
  if (scoreAgrees(item.claimed, item.claimedEntry.quantity?.decimals ?? 2, exact, rubric)) return;
  const score = exact.toDecimalPlaces(keptDigits(rubric));
  const expected = amount(score);
  yield {
    message: 'mismatch',
    data: { expected, derivation: PHRASES.bySumOfParts(derivationOf(item.weight, figures)), received: words(item.claimedEntry) },
    cells: cellsOf(item.claimedEntry, figures.spendingEntry, figures.budgetEntry),
    expected,
    received: words(item.claimedEntry),
    basis: item.basis,
    causes: rateCauses(table, item),
    correction: safe(numberEdit(item.claimedEntry, score)),
  };
}

/** 项目支出 | 97% | 10 | 10 among lines that have points of their own and make the whole's. */
function* scoresOfParts(table: Table, rubric: Rubric): Iterable<RuleReport<'mismatch'>> {
  const { fund } = table;
  if (!fund) return;
  const { column } = denominator(table, rubric);
  for (const part of scoredParts(fund, fund.total?.weight?.quantity?.value ?? null)) {
    // As the amounts were before one of them was mistyped.
    const figures = amountsBehindRate(fund, part, column) ?? rowFigures(fund, part, column);
    const [weight, claimed] = [part.weight?.quantity?.value, part.score?.quantity];
    if (!figures || !weight || !claimed || !part.score) continue;
    const exact = pointsOf(weight, figures);
    if (scoreAgrees(claimed.value, claimed.decimals, exact, rubric)) continue;
    const score = exact.toDecimalPlaces(keptDigits(rubric));
    const expected = amount(score);
    yield {
      message: 'mismatch',
      data: { expected, derivation: `${derivationOf(weight, figures)}，${part.name}`, received: words(part.score) },
      cells: cellsOf(part.score, part.executionRate?.filled ? part.executionRate : null, part.weight),
      expected,
      received: words(part.score),
      correction: (areAmountsDoubtful(table, part, column) ? proposal : safe)(numberEdit(part.score, score)),
    };
  }
}

/** The rate beside the score; on a line of the list its own. */
function rateCauses({ fund, indicators }: Table, { indicator: at }: ScoreItem): { rule: string; cell: string }[] {
  const rate = at === null ? fund && ratedLine(fund)?.executionRate : indicators[at]?.actualEntry;
  return rate ? [{ rule: 'execution-rate', cell: rate.cell }] : [];
}

/**
 * The amounts themselves are divided where the rate is no share inside Excel, being text or in points, or was rounded so far that it makes another score. Null where
 * neither makes it: the score follows from steps, or from lines with points of their own.
 */
function liveFormula(table: Table, rubric: Rubric, item: ScoreItem, score: Decimal): string | null {
  const total = table.fund?.total;
  // 100 as the points of the execution is a slip, which no formula is to build on.
  if (!total?.weight || !computable(total.weight) || !item.weight?.eq(total.weight.quantity?.value ?? ZERO)) return null;
  const { weight } = total;
  const { executionRate, actualSpending, [denominator(table, rubric).column]: budget } = table.fund?.rated ?? total;
  const points = item.weight;
  const digits = keptDigits(rubric);
  const makes = (share: Decimal): boolean => points.times(Decimal.min(ONE, share)).toDecimalPlaces(digits).eq(score);
  if (executionRate?.numberFormat.includes('%') && typeof executionRate.value === 'number' && makes(decimal(executionRate.value))) return `=ROUND(${weight.cell}*MIN(1,${executionRate.cell}),${digits})`;
  if (typeof budget?.value !== 'number' || typeof actualSpending?.value !== 'number' || budget.value <= 0) return null;
  return makes(decimal(actualSpending.value).div(decimal(budget.value))) ? `=ROUND(${weight.cell}*MIN(1,${actualSpending.cell}/${budget.cell}),${digits})` : null;
}
