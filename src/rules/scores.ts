// When a claimed score follows from what the rubric allows, and what the total must be once certain errors are gone.
import type { Decimal } from '../model/decimal';
import { HUNDRED, decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Scorecard, ScoreItem } from '../model/scorecard';
import type { Entry, FundRow, Table } from '../model/table';
import { MOST_POINTS, rubricExecutionPoints } from '../scoring/execution-weight';
import { amountsBehindRate, inDoubt } from '../scoring/rated-amounts';
import { claimHolds, keptDigits, rateAsPercent, rateTolerance, scoreTolerance } from '../scoring/tolerance';
import { denominator, exactRate, rowFigures, totalFigures, type Denominator, type RateFigures } from './fund-figures';
import { mistypedWeight } from './mistyped-weight';
import { executionWeight, weightsHold, weightSum } from './weights';

/** The computed score with the rubric's digits; null where a range or nothing follows. */
export function computedScore(item: ScoreItem, rubric: Rubric): Decimal | null {
  return item.low && item.high?.eq(item.low) ? item.low.toDecimalPlaces(keptDigits(rubric)) : null;
}

/** True where what makes the execution's score is itself in doubt, amounts, points, or a rate without amounts: the score may be right, and that wrong. */
export function isDoubtful(table: Table, scorecard: Scorecard, item: ScoreItem, rubric: Rubric): boolean {
  if (mistypedWeight(table, scorecard, rubric)?.item === item) return true;
  const { column } = denominator(table, rubric);
  // A score out of no points: the nought is as likely the slip.
  if (item.weight?.isZero() && item.claimed?.gt(0)) return true;
  const weak = !totalFigures(table, column) || areAmountsDoubtful(table, table.fund?.total ?? null, column) || followsOwnRate(table, item) || isOfOtherWeight(table, item, rubric);
  return weak && !isTotalled(scorecard, item, rubric);
}

/** True where what a line says of budget and spending may be wrong itself: other figures say so, or more was spent than there was. */
export function areAmountsDoubtful({ fund }: Table, row: FundRow | null, column: Denominator['column']): boolean {
  if (!fund || !row) return false;
  const figures = rowFigures(fund, row, column);
  return figures !== null && (figures.spending.gt(figures.budget) || isOffByTens(row.executionRate, exactRate(figures)) || saysAllOfSlip(row.executionRate, figures)) || inDoubt(fund, row, column);
}

/** 100% beside 1240.5 and 1204.5: all was spent, and one of the amounts was typed with a digit wrong. 28 of 43 and 1400 of 1500 are amounts of their own. */
function saysAllOfSlip(rate: Entry | null, { spending, budget }: RateFigures): boolean {
  const [one, other] = [spending.toString(), budget.toString()];
  if (one.length !== other.length || !rate || rateAsPercent(rate, null)?.percent.eq(HUNDRED) !== true) return false;
  const apart = [...one].flatMap((digit, i) => (digit === other[i] ? [] : [i]));
  const [first = 0, second = 0] = apart;
  const shared = [...one].filter((digit, i) => digit === other[i] && /[1-9]/.test(digit)).length;
  return shared > 2 && apart.length === 1 || shared > 1 && apart.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}

/** What tells that an amount of the total was mistyped after its rate was made, where the rate as it was is not as `wrong` says: what follows from the amounts as they stand follows from the slip. */
export function slipsOfTotal({ fund }: Table, { spendingEntry, budgetEntry }: RateFigures, column: Denominator['column'], wrong: (share: Decimal) => boolean): { rule: string; cell: string }[] {
  const behind = fund?.total ? amountsBehindRate(fund, fund.total, column) : null;
  return behind && !wrong(behind.spending.div(behind.budget)) ? [spendingEntry, budgetEntry].map(({ cell }) => ({ rule: 'fund-parts', cell })) : [];
}

const TENS = ['0.01', '0.1', '10', '100'].map(decimal);

/** 99.11% beside amounts that make 9.911%: a digit too many in one of them as likely as a point in the wrong place here. */
export function isOffByTens(rate: Entry | null, exact: Decimal): boolean {
  const written = rate && rateAsPercent(rate, null);
  return written !== null && TENS.some((times) => near(written.percent, exact.times(times), rateTolerance(written.decimals)));
}

/** 98% | 10 | 9.8 on a line of the list beside amounts that make another rate: both were made of the same, whichever these were. */
function followsOwnRate({ indicators }: Table, { indicator: at, claimed, claimedEntry, weight }: ScoreItem): boolean {
  const written = at === null ? null : indicators[at]?.actualEntry;
  const rate = written && rateAsPercent(written, null);
  return Boolean(rate?.percent.lt(HUNDRED) && claimed && weight && near(claimed, weight.times(rate.percent).div(HUNDRED), scoreTolerance(claimedEntry?.quantity?.decimals ?? 0)));
}

/** 9.3 of 1 for 93 %, where the weights do not make the whole: it follows from other whole points, and these may be the slip. */
export function isOfOtherWeight(table: Table, { claimed, claimedEntry, weight, low, high, indicator }: ScoreItem, rubric: Rubric): boolean {
  if (!claimed || !weight) return false;
  // 100 without a list is the whole by itself.
  if (indicator === null && weight.gt(MOST_POINTS) && weightSum(table.indicators).isZero()) return true;
  if (weightsHold(table, rubric)) return false;
  // 100 of the 10 points that the rubric gives the execution: these are not what is wrong.
  if (indicator === null && claimed.gt(weight) && rubricExecutionPoints(rubric)?.eq(weight)) return false;
  // 200 is more than the whole, and 9.3 more than there is to be had.
  if (weight.gt(MOST_POINTS) || claimed.gt(weight)) return true;
  if (!low?.gt(0) || !high?.eq(low)) return false;
  const share = low.div(weight);
  const points = claimed.div(share).toDecimalPlaces(0);
  return points.gt(0) && near(claimed, points.times(share), scoreTolerance(claimedEntry?.quantity?.decimals ?? 0));
}

/** True where the total was made with the score as it is computed: two against one. */
function isTotalled({ claimed: total, claimedSum }: Scorecard, item: ScoreItem, rubric: Rubric): boolean {
  const computed = computedScore(item, rubric);
  if (!total || !claimedSum || !item.claimed || !computed) return false;
  const off = total.minus(claimedSum.minus(item.claimed).plus(computed)).abs();
  return off.lte(decimal('0.05')) && off.lt(total.minus(claimedSum).abs());
}

/** An execution score that does not follow has one right answer: the total is taken with it. */
function settled(table: Table, scorecard: Scorecard, item: ScoreItem, rubric: Rubric): Decimal | null {
  const wrong = item.state === 'execution' && !claimHolds(item, rubric) && !isDoubtful(table, scorecard, item, rubric);
  return wrong ? (computedScore(item, rubric) ?? item.claimed) : item.claimed;
}

export interface SettledTotal {
  readonly total: Decimal;
  /** The same with every score as it is displayed: what a person adds up who does not see the digits behind. */
  readonly shown: Decimal;
  /** Execution items whose claimed score was replaced. */
  readonly replaced: readonly ScoreItem[];
  /** Items that carry a weight but no score yet. */
  readonly unclaimed: readonly ScoreItem[];
}

/** Sum of the scores, certain errors replaced; null when no score is given at all. */
export function settledTotal(table: Table, scorecard: Scorecard, rubric: Rubric): SettledTotal | null {
  const { items } = scorecard;
  const claimed = present(items, (item) => (item.claimed ? { item, own: item.claimed, score: settled(table, scorecard, item, rubric) ?? decimal(0) } : null));
  if (claimed.length === 0) return null;
  return {
    // A score that is replaced is written with its own digits.
    shown: sum(claimed.map(({ item, own, score }) => (score.eq(own) ? score.toDecimalPlaces(item.claimedEntry?.quantity?.decimals ?? rubric.rounding.value) : score))),
    total: sum(claimed.map(({ score }) => score)),
    replaced: present(claimed, ({ item, own, score }) => (score.eq(own) ? null : item)),
    unclaimed: items.filter((item) => item.claimed === null && item.weight?.isZero() !== true),
  };
}

/** 90 in the total row, as the lines of the list add up to without the execution, or 100 of the list beside an execution without points: its score is theirs too. Null where it totals the whole. */
export function listAlone(table: Table, { items }: Scorecard): Decimal | null {
  const declared = table.total?.weight?.quantity?.value;
  const execution = items.find((item) => item.indicator === null);
  if (!declared || !execution?.claimed) return null;
  const apart = execution.weight?.gt(0) === true && declared.plus(execution.weight).eq(100) || (executionWeight(table) === null || declared.lt(100)) && declared.eq(weightSum(table.indicators));
  const scores = sum(present(items, ({ indicator, claimed }) => (indicator === null ? null : claimed)));
  // With a weight left out, the score tells whether 90 is of the list.
  const lacking = declared.lt(100) && table.total?.score?.quantity?.value.eq(scores) === true && table.indicators.some(({ weight, score }) => score?.quantity && weight?.filled === false);
  return apart || lacking ? scores : null;
}
