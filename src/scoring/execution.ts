// The execution score: weight × min(1, spending ÷ budget), from the fund block's total line or given as an indicator.
import type { Decimal } from '../model/decimal';
import { HUNDRED, ONE, ZERO, decimal, near, show, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { ScoreItem } from '../model/scorecard';
import type { Entry, FundBlock, FundRow, Indicator, Table } from '../model/table';
import { readBareQuantity } from '../reading/quantity';
import { compact, normalise } from '../reading/text';
import { scoreBasis } from './basis';
import { MOST_POINTS, rubricExecutionPoints } from './execution-weight';
import { executionStandard, nothingBelow, ownRateStandard, shortened } from './own-standard';
import { PHRASES } from './phrases';
import { met, shownPoints, unknown, within, type Points } from './points';
import { amountOf, amountsBehindRate, ratedLine, type BudgetColumn } from './rated-amounts';
import { pointsLeft } from './rate-deductions';
import { stepPoints } from './rate-steps';
import { claimHolds, quotientSlack, rateAsPercent, type RateReading } from './tolerance';

const BUDGET_NAMES = { originalBudget: '年初预算数', finalBudget: '全年预算数' } as const;

type Rate =
  | { readonly kind: 'rate'; readonly share: Decimal; readonly formula: string; readonly note: ((derivation: string) => string) | null; readonly slack?: () => Decimal }
  | { readonly kind: 'unknown'; readonly why: string };

/** Spending ÷ budget of the fund block's total line, or of the part that alone is rated, by the rubric's denominator; the written rate where the line gives no amounts at all, or the form no budget to divide by. */
function executionRateOf(table: Table, rubric: Rubric): Rate {
  const fund = table.fund;
  const total = fund && ratedLine(fund);
  if (!fund || !total) return { kind: 'unknown', why: PHRASES.noFundTotal() };
  const wanted = rubric.execution.value.denominator;
  const column = budgetColumn(total, rubric);
  const budget = amountOf(total[column], fund);
  const spending = amountOf(total.actualSpending, fund);
  // No column holds what the form divides by (C/(A+B)), or there is no amount at all.
  if (!budget && (!spending || !total[column])) {
    const written = total.executionRate && rateAsPercent(total.executionRate, null);
    if (written) return { kind: 'rate', share: written.percent.div(HUNDRED), formula: `${show(written.percent)}%`, note: spending ? PHRASES.rateFilledIn : PHRASES.rateAlone };
  }
  if (!budget || budget.yuan.lte(0)) return { kind: 'unknown', why: withParts(budget ? PHRASES.amountZero(BUDGET_NAMES[column]) : noAmount(BUDGET_NAMES[column], total[column]), fund, column) };
  if (!spending) return { kind: 'unknown', why: withParts(noAmount('全年执行数', total.actualSpending), fund, column) };
  if (spending.yuan.lt(0)) return { kind: 'unknown', why: PHRASES.spendingNegative() };
  const share = spending.yuan.div(budget.yuan);
  const [above, below] = [total.actualSpending, total[column]];
  const slack = (): Decimal => (above && below ? quotientSlack(above, below, share.times(HUNDRED)) : ZERO);
  const note = column === wanted ? null : (derivation: string): string => PHRASES.otherBudget(derivation, BUDGET_NAMES[wanted], BUDGET_NAMES[column]);
  return { kind: 'rate', share, formula: `${spending.written} ÷ ${budget.written}`, note, slack };
}

/** The rubric's; a form with one budget column leaves no choice. */
function budgetColumn(total: FundRow, { execution }: Rubric): BudgetColumn {
  const wanted = execution.value.denominator;
  const other = wanted === 'finalBudget' ? 'originalBudget' : 'finalBudget';
  return total[wanted] || !total[other] ? wanted : other;
}

/** The rate that was made before one of the amounts was mistyped; null where the amounts make it. */
function rateOfParts({ fund }: Table, rubric: Rubric): Rate | null {
  const total = fund && ratedLine(fund);
  if (!fund || !total) return null;
  const behind = amountsBehindRate(fund, total, budgetColumn(total, rubric));
  return behind && { kind: 'rate', share: behind.spending.div(behind.budget), formula: `${show(behind.spending, 6)} ÷ ${show(behind.budget, 6)}`, note: PHRASES.bySumOfParts };
}

/** Why a cell gives no amount. */
function noAmount(column: string, entry: Entry | null): string {
  return entry?.filled && !entry.notApplicable ? PHRASES.amountNoNumber(column) : PHRASES.amountBlank(column);
}

/** The total line is empty although parts are filled: said, not guessed. */
function withParts(why: string, fund: FundBlock, column: 'originalBudget' | 'finalBudget'): string {
  const parts = fund.parts.flatMap((part) => {
    const budget = amountOf(part[column], fund);
    const spending = amountOf(part.actualSpending, fund);
    if (!budget?.yuan.gt(0) && !spending?.yuan.gt(0)) return [];
    return [`“${part.name}”填有预算数 ${budget?.written ?? '空'}、执行数 ${spending?.written ?? '空'}`];
  });
  return parts.length > 0 ? PHRASES.partsFilled(why, parts.join('，')) : why;
}

/** `written`: the rate's own cell, which people multiply with after rounding it; `standard`: the form's own steps for the rate, somewhere in `texts`. */
function executionPoints(rate: Rate, weight: Decimal | null, rubric: Rubric, written: Entry | null, standard: string | null, texts: readonly string[], claimed: Decimal | null = null): Points {
  if (rate.kind === 'unknown') return unknown(rate.why);
  if (!weight) return unknown(PHRASES.noExecutionWeight());
  const rounded = written && rateAsPercent(written, rate.share.times(HUNDRED), rate.slack);
  if (standard !== null && rate.share.lt(ONE)) return bySteps(rate, weight, texts, rounded?.fits ? rounded.percent : null) ?? { low: ZERO, high: weight, alternative: null, state: 'execution', derivation: PHRASES.executionStandard(rate.formula, shortened(standard)) };
  const raw = weight.times(rate.share);
  const points = rubric.execution.value.capped ? within(raw, weight) : raw;
  const none = standard === null && rate.share.lt(ONE) ? nothingBelow(texts) : null;
  // Nothing, as the words say, or in proportion all the same.
  if (none && rate.share.times(HUNDRED).lte(none.percent)) return { low: ZERO, high: points, alternative: null, state: 'execution', derivation: PHRASES.executionStandard(rate.formula, shortened(none.words)) };
  const product = `${shownPoints(weight, rubric)} × ${rate.formula} = ${shownPoints(raw, rubric)}`;
  const derivation = points.eq(raw) ? product : PHRASES.atMostWeight(product, shownPoints(points, rubric));
  // 3.47 ÷ 3.75 without a rate between them: 9.27 may be of the amounts before they were rounded.
  const unrounded = claimed && rate.slack && !written?.filled && claimed.lte(weight) && near(claimed, raw, weight.times(rate.slack()).div(HUNDRED)) ? claimed : null;
  const alternative = rounded?.fits ? within(weight.times(rounded.percent).div(HUNDRED), weight) : unrounded;
  return { low: points, high: points, alternative, state: 'execution', derivation: rate.note?.(derivation) ?? derivation };
}

/** Where the steps are all told, the one that the rate is on, or what is taken off for each percent; written 95% for 94.96 %, it may be on either of two. */
function bySteps(rate: Rate & { readonly kind: 'rate' }, weight: Decimal, texts: readonly string[], written: Decimal | null): Points | null {
  const rates = [rate.share.times(HUNDRED), ...(written ? [written] : [])];
  const steps = stepPoints(texts, rates, weight) ?? pointsLeft(texts, rates, weight);
  return steps && { low: steps.low, high: steps.high, alternative: null, state: 'execution', derivation: PHRASES.executionStandard(rate.formula, shortened(steps.words)) };
}

/** The weight in the total line, else in the block's header, else the rubric's, which a score above it disproves. */
function executionWeight(fund: FundBlock, rubric: Rubric, claimed: Decimal | null, listed: Decimal): Decimal | null {
  const own = fund.total?.weight?.quantity?.value ?? fund.declaredWeight;
  // 分值 100 | 执行率 100% | 得分 10 over a list of 90, or of 89 with a slip of its own: the weight is one too, and told; the score was given of the rubric's 10.
  const slip = own?.gt(MOST_POINTS) === true && claimed !== null;
  if (own && !slip) return own;
  const given = rubricWeight(rubric, claimed);
  const whole = decimal(rubric.weightTotal.value);
  // 分值 | (blank) over a list of 91: not the rubric's 10.
  if (!own && fund.headers.weight && listed.gt(0) && given?.plus(listed).gt(whole) === true) return null;
  // No weight of its own fits a list that is short by one of its weights either.
  const tooMuch = given?.plus(listed).lte(whole) === true && own?.plus(listed).gt(whole.plus(MOST_POINTS)) === true;
  return !slip || tooMuch || given && near(given.plus(listed), whole, SLIPPED) ? given : own;
}

function rubricWeight(rubric: Rubric, claimed: Decimal | null): Decimal | null {
  const weight = rubricExecutionPoints(rubric);
  return weight && claimed?.gt(weight) !== true ? weight : null;
}

/** 资金管理（20分） beside a block without a column of points, over a list that makes the whole by itself: the points are those of its own lines. */
function pointsOfList({ fund, indicators, total }: Table, rubric: Rubric): boolean {
  if (!fund || fund.headers.score || fund.headers.weight || fund.total?.weight?.quantity) return false;
  return pointsListed(indicators).gte(total?.weight?.quantity?.value ?? decimal(rubric.weightTotal.value));
}

/** Points by which a list may be off by a slip in one of its lines. */
const SLIPPED = decimal(5);

/** True where the block has room for points, and the rubric gives some or the unit did. */
function asksForPoints({ headers, declaredWeight, total }: FundBlock, { execution }: Rubric): boolean {
  const room = headers.score ?? headers.weight ?? declaredWeight ?? total?.weight?.quantity ?? total?.score?.quantity;
  return Boolean(room) && (execution.value.scored || total?.score?.filled === true);
}

/** 自评得分 beside the rate, without points of its own: the whole table's, as the total row says once more. */
function isWholeTables({ fund, total }: Table, claimed: Decimal | null): boolean {
  if (claimed === null || fund?.total?.weight?.quantity || fund?.declaredWeight) return false;
  return claimed.gt(MOST_POINTS) || total?.place === 'row' && total.score?.quantity?.value.eq(claimed) === true;
}

/** What the lines of the list have together. */
function pointsListed(indicators: readonly Indicator[]): Decimal {
  return sum(present(indicators, ({ weight }) => weight?.quantity?.value));
}

/** Where a form may tell by what steps the rate is scored. */
function standardTexts({ headers }: FundBlock, { footnotes }: Table): readonly string[] {
  return present([headers.score, headers.weight, headers.executionRate, ...footnotes.map((note) => note.entry)], (entry) => entry?.text);
}

/** The fund block's score; null where the form does not score it. */
export function scoreExecution(table: Table, rubric: Rubric): ScoreItem | null {
  const fund = table.fund;
  const total = fund?.total;
  if (!fund || !total || !asksForPoints(fund, rubric)) return null;
  const claimed = total.score?.quantity?.value ?? null;
  if (isWholeTables(table, claimed) || repeatedInList(table, claimed) || claimed === null && pointsOfList(table, rubric)) return null;
  const listed = pointsListed(table.indicators);
  const weight = executionWeight(fund, rubric, claimed, listed);
  const texts = standardTexts(fund, table);
  const by = (rate: Rate, points = weight): Points => executionPoints(rate, points, rubric, ratedLine(fund)?.executionRate ?? null, executionStandard(texts), texts, claimed);
  const item: ScoreItem = {
    cell: (total.score ?? total.label).cell, name: '预算执行率', aspect: 'execution', indicator: null, weight,
    claimed, claimedEntry: total.score,
    ...(pointsOfParts(fund, weight, rubric) ?? by(executionRateOf(table, rubric))),
    basis: scoreBasis(rubric, rubric.execution, '预算执行得分 = 分值 × 全年执行数 ÷ 预算数，不超过分值'),
  };
  if (claimHolds(item, rubric)) return item;
  // 分值 100 | 执行率 95% | 得分 9.5 without a list that was read: the rubric's 10, if they make it.
  const usual = weight?.gt(MOST_POINTS) && listed.isZero() ? rubricWeight(rubric, claimed) : null;
  const ofUsual = usual && { ...item, weight: usual, ...by(executionRateOf(table, rubric), usual) };
  if (ofUsual && claimHolds(ofUsual, rubric)) return ofUsual;
  if (unevenParts(fund).length > 0) return { ...item, ...unknown(PHRASES.partsUneven()) };
  const parts = item.low === null ? null : rateOfParts(table, rubric);
  return parts ? { ...item, ...by(parts) } : item;
}

/** 基本支出 | 10 | 10, 项目支出 | 10 | 9.7, 合计 | 20 | 19.7: the lines with points of their own, where these make the whole's; none as a rule. A line may lack its score. */
export function scoredParts({ parts }: FundBlock, whole: Decimal | null): readonly FundRow[] {
  const weighted = parts.filter(({ level, weight }) => level === 1 && weight?.quantity?.value.gt(0));
  const scored = weighted.length > 1 && weighted.some(({ score }) => score?.quantity);
  return whole && scored && sum(present(weighted, ({ weight }) => weight?.quantity?.value)).eq(whole) ? weighted : [];
}

/** The lines whose scores make the whole's, although their points do not: one of these points was mistyped or left out, and the score is theirs all the same. */
export function unevenParts({ parts, total }: FundBlock): readonly FundRow[] {
  const scored = parts.filter(({ level, weight, score }) => level === 1 && score?.quantity?.value.gt(0) && weight);
  const [whole, claimed] = [total?.weight?.quantity?.value, total?.score?.quantity?.value];
  if (!whole || !claimed || scored.length < 2 || !scored.some(({ weight }) => weight?.quantity)) return [];
  const points = sum(present(scored, ({ weight }) => weight?.quantity?.value));
  return sum(present(scored, ({ score }) => score?.quantity?.value)).eq(claimed) && !points.eq(whole) ? scored : [];
}

/** Spending ÷ budget of a line; as they were when its rate was made, where one of them was mistyped afterwards. */
function dividedIn(fund: FundBlock, part: FundRow, column: BudgetColumn): { readonly share: Decimal; readonly formula: string } | null {
  const behind = amountsBehindRate(fund, part, column);
  if (behind) return { share: behind.spending.div(behind.budget), formula: `${show(behind.spending, 6)} ÷ ${show(behind.budget, 6)}` };
  const [spending, budget] = [amountOf(part.actualSpending, fund), amountOf(part[column], fund)];
  return spending && budget?.yuan.gt(0) ? { share: spending.yuan.div(budget.yuan), formula: `${spending.written} ÷ ${budget.written}` } : null;
}

function pointsOfParts(fund: FundBlock, whole: Decimal | null, rubric: Rubric): Points | null {
  const parts = scoredParts(fund, whole);
  if (parts.length === 0) return null;
  const each = parts.map((part) => {
    const divided = dividedIn(fund, part, budgetColumn(part, rubric));
    const weight = part.weight?.quantity?.value;
    if (!divided || !weight) return null;
    const raw = weight.times(divided.share);
    return { raw, points: within(raw, weight), formula: `${shownPoints(weight, rubric)} × ${divided.formula}` };
  });
  const known = each.filter((one) => one !== null);
  if (known.length < each.length) return unknown(PHRASES.partsIncomplete());
  const [raw, points] = [sum(known.map((one) => one.raw)), sum(known.map((one) => one.points))];
  // The lines' own scores were rounded before they were added.
  const written = sum(present(parts, ({ score }) => score?.quantity?.value));
  const alternative = parts.every(({ score }) => score?.quantity) && near(written, points, decimal('0.005').times(parts.length)) ? written : null;
  const product = `${known.map((one) => one.formula).join(' + ')} = ${shownPoints(raw, rubric)}`;
  return { low: points, high: points, alternative, state: 'execution', derivation: points.eq(raw) ? product : PHRASES.atMostWeight(product, shownPoints(points, rubric)) };
}

/** 9.8 beside the amounts and once more on the line 预算执行率, whose points alone are counted. */
function repeatedInList({ fund, indicators, total }: Table, claimed: Decimal | null): boolean {
  if (claimed === null || fund?.total?.weight?.quantity || fund?.declaredWeight) return false;
  const whole = total?.weight?.quantity?.value;
  return whole !== undefined && pointsListed(indicators).eq(whole)
    && indicators.some(({ name, score }) => /执行率/.test(name.text) && score?.quantity?.value.eq(claimed) === true);
}

/** The rate of the whole budget; those of 基本支出, 政府采购 and the like are not the fund block's. */
const PART_OF_BUDGET = /基本支出|项目支出|政府采购|三公|公用经费|人员经费|非税|专项/;

/** True for 预算执行率 and its like; 预算调整率 or 支付进度率 in a group 预算执行 are indicators as all others. */
export function namesExecutionRate({ name, isExecution }: Indicator): boolean {
  return isExecution && /执行率|预算完成率/.test(compact(name.text));
}

/** 预算执行率 as one of the indicators: by its own target and actual where it has a target of its own, else by the fund block's amounts, else by the rate that the line itself reports. */
export function executionIndicatorPoints(table: Table, indicator: Indicator, weight: Decimal | null, rubric: Rubric): Points {
  const target = ownTarget(indicator);
  const written = indicator.actualEntry && (rateAsPercent(indicator.actualEntry, null) ?? rateToldBy(indicator.actualEntry, indicator.method));
  const own: Rate | null = written && { kind: 'rate', share: capped(written.percent.div(HUNDRED), rubric), formula: `${show(written.percent)}%`, note: PHRASES.rateFilledIn };
  const fund: Rate = PART_OF_BUDGET.test(indicator.name.text) ? { kind: 'unknown', why: PHRASES.noActual() } : (rateOfParts(table, rubric) ?? executionRateOf(table, rubric));
  const rate = own && (target !== null || fund.kind === 'unknown') ? own : fund;
  const method = indicator.method?.text ?? '';
  const points = executionPoints(rate, weight, rubric, indicator.actualEntry, ownRateStandard(method), [method]);
  return target === null || rate.kind === 'unknown' || !weight || !points.low?.eq(points.high ?? ZERO) ? points : byTarget(points, rate.share.times(HUNDRED), target, weight, rubric);
}

/** 其中上级资金执行率96.5%: of some of the money. */
const OF_SOURCE = /其中|[上本]级|中央|[省市县区]|上年|年初/;
/** 否则, or a factor of its own: the rate alone does not make the points. */
const MORE_THAN_RATE = /否则|系数|得分=\d+(?:\.\d+)?(?![\d.%]*[×*])/;
const TIMES_RATE = /(?:执行|支出|支付)率[)）]?[×*]|[×*](?:预算)?(?:执行|支出|支付)率/;
const TOLD = /^[^%\d]{0,4}(?:20\d{2}年度?)?[^%\d]{0,8}(?:执行|支出|支付)率(?:为|是|达到?|:)?(\d+(?:\.\d+)?%)[。.]?$/;

/** 执行率96.5% under 自评情况, where the standard beside it says that the points are 执行率×10: without that the words may stand for any of its steps. */
function rateToldBy(actual: Entry, method: Entry | null): RateReading | null {
  if (!actual.text.includes('率') || !method) return null;
  const [standard, said] = [compact(method.text), compact(normalise(actual.text))];
  if (!TIMES_RATE.test(standard) || MORE_THAN_RATE.test(standard) || PART_OF_BUDGET.test(said) || OF_SOURCE.test(said)) return null;
  const figure = TOLD.exec(said)?.[1];
  const quantity = figure === undefined ? null : readBareQuantity(figure);
  return quantity && rateAsPercent({ ...actual, quantity }, null);
}

function capped(share: Decimal, rubric: Rubric): Decimal {
  return share.gt(ONE) && rubric.execution.value.capped ? ONE : share;
}

interface RateTarget {
  /** In percent. */
  readonly percent: Decimal;
  readonly atMost: boolean;
}

/** A target other than "all of it": ≥95%. Null where the whole budget is the target, and the points follow the rate. */
function ownTarget({ target, targetEntry }: Indicator): RateTarget | null {
  const written = targetEntry && target.reading.kind === 'quantity' ? rateAsPercent({ ...targetEntry, quantity: target.quantity }, null) : null;
  if (!written) return null;
  const atMost = target.operator === '<=' || target.operator === '<';
  return atMost || written.percent.lt(HUNDRED) ? { percent: written.percent, atMost } : null;
}

/** Met: full marks, and the rate's own share is accepted too. Unmet: the rate's share, or what of the target was reached. */
function byTarget(points: Points, percent: Decimal, target: RateTarget, weight: Decimal, rubric: Rubric): Points {
  const reached = target.atMost ? percent.lte(target.percent) : percent.toDecimalPlaces(2).gte(target.percent);
  if (!reached) return target.atMost ? points : { ...points, alternative: within(weight.times(percent).div(target.percent), weight) };
  const full = met(weight, PHRASES.rateReached(show(percent), (target.atMost ? '≤' : '≥') + show(target.percent), shownPoints(weight, rubric)));
  return { ...full, state: 'execution', alternative: points.low };
}
