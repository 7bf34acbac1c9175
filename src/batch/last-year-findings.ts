// One table and the same table of last year: what was changed, does not carry over or was left as it was. Every finding has both values and asks.
import { decimal, halfUnit, near, show, sum, type Decimal } from '../model/decimal';
import type { Operator, Quantity } from '../model/quantity';
import type { Comparison } from '../rubrics/comparison';
import { commensurable, inUnit, readQuantity } from '../reading/quantity';
import { isPlaceholder, isTemplateHint } from '../rules/template-text';
import { exactOf, wordsOf } from './copies-text';
import type { DatedTable } from './last-year-match';
import type { IndicatorFacts, TableFacts } from './record';

export type YearFindingKind = 'target-lowered' | 'target-changed' | 'carry-over' | 'score-jump' | 'text-repeated' | 'actuals-repeated' | 'year-unchanged' | 'vanished' | 'new';

export interface YearValue {
  /** null for what is no cell's (a year, a score); several with 、 between them. */
  readonly cell: string | null;
  readonly text: string;
}

export interface YearFinding {
  readonly kind: YearFindingKind;
  readonly message: string;
  readonly now: YearValue | null;
  readonly then: YearValue | null;
}

type Thresholds = Comparison['lastYear']['value'];

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Years written in a text as one sign: 2023年12月底前 and 2022年12月底前 are the same target a year on. */
const dateless = (text: string): string => exactOf(text).replace(/(?:19|20)\d{2}(?=年|[-/.]\d|$)/g, 'Y');

function quantityOf({ target, unit }: IndicatorFacts): Quantity | null {
  const quantity = target === null ? null : readQuantity(target);
  return quantity && unit !== null ? inUnit(quantity, unit) : quantity;
}

/** ≤ and < are limits: raising them asks less. */
const isLimit = (operator: Operator | null): boolean => operator === '<=' || operator === '<';

/** What is to stay low without a sign that says so; 成本节约率 and 投诉处理率 are of what is done about it. */
const UNWANTED = /(?:成本|费用|单价|投诉|逾期|差错|事故)[^处办化整清收控防降回节减]{0,4}$/;

/** Indicators of both years by name; the same name twice in its order. */
function commonIndicators(now: TableFacts, then: TableFacts): readonly (readonly [IndicatorFacts, IndicatorFacts])[] {
  const nameOf = ({ name }: IndicatorFacts): string => wordsOf(name.replace(/^(?:三级)?指标\s*\d{1,2}\s*[:.、]?/, '').replace(/(?:19|20)\d{2}年?度?/g, ''));
  const before = new Map<string, IndicatorFacts[]>();
  for (const one of then.indicators) before.set(nameOf(one), [...(before.get(nameOf(one)) ?? []), one]);
  return now.indicators.flatMap((one) => {
    const other = before.get(nameOf(one))?.shift();
    return other ? [[one, other] as const] : [];
  });
}

function* targets(pairs: ReturnType<typeof commonIndicators>): Iterable<YearFinding> {
  for (const [now, then] of pairs) {
    if (now.target === null || then.target === null) continue;
    const [a, b] = [quantityOf(now), quantityOf(then)];
    const values = { now: { cell: now.targetCell, text: now.target }, then: { cell: then.targetCell, text: then.target } };
    const words = `指标“${cut(now.name)}”的指标值`;
    if (a && b && commensurable(a, b)) {
      if (a.value.eq(b.value)) continue;
      const operator = now.operator ?? then.operator ?? a.operator ?? b.operator ?? (UNWANTED.test(now.name) ? '<=' : null);
      const eased = isLimit(operator) ? a.value.gt(b.value) : a.value.lt(b.value);
      yield eased
        ? { kind: 'target-lowered', message: `${words}由上年的“${cut(then.target)}”${isLimit(operator) ? '放宽' : '降低'}为“${cut(now.target)}”，请核实理由。`, ...values }
        : { kind: 'target-changed', message: `${words}由上年的“${cut(then.target)}”改为“${cut(now.target)}”，请核实。`, ...values };
    } else if (dateless(now.target) !== dateless(then.target)) {
      yield { kind: 'target-changed', message: `${words}由上年的“${cut(then.target)}”改为“${cut(now.target)}”，请核实。`, ...values };
    }
  }
}

const YUAN: Readonly<Record<string, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };

/** An amount in 元 and what its display may hide; null when it is no amount. */
function amountIn(text: string | null, unit: string | null): { readonly value: Decimal; readonly tolerance: Decimal } | null {
  const quantity = text === null ? null : readQuantity(text);
  if (!quantity || (quantity.unit !== '' && quantity.unit !== '元')) return null;
  // A unit written beside the number goes before the form's.
  const own = quantity.unit === '元' || quantity.scale !== 1;
  const scale = own ? 1 : (YUAN[unit ?? '万元'] ?? 1);
  return { value: quantity.value.times(scale), tolerance: halfUnit(quantity.decimals).times(own ? quantity.scale : scale) };
}

const CARRIED = /(?:上年|以前年度|往年).{0,4}(?:结转|结余)|^结转(?:结余)?资金/;

function* carryOver(now: TableFacts, then: TableFacts): Iterable<YearFinding> {
  const line = now.parts.find(({ name }) => CARRIED.test(name));
  const budgetColumn = then.fund.finalBudget === null ? 'originalBudget' : 'finalBudget';
  const budget = amountIn(then.fund[budgetColumn], then.amountUnit);
  const spent = amountIn(then.fund.actualSpending, then.amountUnit);
  if (!line || !budget || !spent) return;
  const written = line.finalBudget ?? line.originalBudget;
  const carried = written === null ? { value: decimal(0), tolerance: decimal(0) } : amountIn(written, now.amountUnit);
  if (!carried) return;
  const rest = budget.value.minus(spent.value);
  const left = rest.lt(0) ? decimal(0) : rest;
  if (near(carried.value, left, sum([budget.tolerance, spent.tolerance, carried.tolerance]))) return;
  const unit = then.amountUnit ?? '万元';
  const shown = show(left.div(YUAN[unit] ?? 1), 6);
  const formula = `${then.fund[budgetColumn]} − ${then.fund.actualSpending} = ${shown}${unit}`;
  yield {
    kind: 'carry-over', message: `上年结转${written === null ? '未填' : `填的是 ${written}${amountWord(written, now.amountUnit)}`}，上年的表剩余 ${formula}，请核实是否收回或漏填。`,
    now: { cell: line.cell, text: written ?? '' }, then: { cell: then.fundCells.actualSpending, text: formula },
  };
}

const amountWord = (written: string, unit: string | null): string => (/元|万|亿/.test(written) ? '' : (unit ?? ''));

/** 100%, 已完成, 0: what every good year says. */
const TRIVIAL = /^(?:0|100%?|1)$/;

/** Actuals that say something of the year: other than the target and than what any year would say. */
function toldActual(one: IndicatorFacts, letters: number): string | null {
  // A sentence counts among the texts.
  if (one.actual === null || !/\d/.test(one.actual) || wordsOf(one.actual).length >= letters) return null;
  const actual = exactOf(one.actual);
  const [a, b] = [readQuantity(one.actual), quantityOf(one)];
  if (TRIVIAL.test(actual) || (a && b ? a.value.eq(b.value) : actual === exactOf(one.target ?? ''))) return null;
  return actual;
}

function* repeatedActuals(pairs: ReturnType<typeof commonIndicators>, { text, repeatedActuals: { count, share } }: Thresholds): Iterable<YearFinding> {
  const told = pairs.flatMap(([now, then]) => {
    const [a, b] = [toldActual(now, text), toldActual(then, text)];
    return a === null || b === null ? [] : [{ now, then, same: a === b }];
  });
  const same = told.filter((one) => one.same);
  if (same.length === 0 || same.length < count || same.length < share * told.length) return;
  const side = (year: 'now' | 'then'): YearValue => ({ cell: same.map((one) => one[year].actualCell ?? '').join('、'), text: same.map((one) => one[year].actual ?? '').join('、') });
  yield {
    kind: 'actuals-repeated', message: `有 ${same.length} 个指标的实际完成值与上年完全相同（${cut(same.map(({ now }) => `${now.actualCell ?? ''} ${now.actual ?? ''}`).join('、'))}），请核实是否照搬上年的数。`,
    now: side('now'), then: side('then'),
  };
}

function* repeatedTexts(now: TableFacts, then: TableFacts, pairs: ReturnType<typeof commonIndicators>, letters: number): Iterable<YearFinding> {
  const same = (a: string | null, b: string | null): boolean => a !== null && b !== null && wordsOf(a).length >= letters && exactOf(a) === exactOf(b) && !isTemplateHint(a) && !isPlaceholder(a);
  for (const goal of now.goals) {
    const other = then.goals.find(({ actual }) => same(goal.actual, actual));
    if (!other) continue;
    // A goal may stay for years; it is told only where the answer to it stayed as well.
    const also = same(goal.expected, other.expected) ? '，预期目标也相同' : '';
    yield { kind: 'text-repeated', message: `实际完成情况与上年一字不差${also}（“${cut(goal.actual ?? '')}”），请核实是否照抄上年。`, now: { cell: goal.actualCell, text: goal.actual ?? '' }, then: { cell: other.actualCell, text: other.actual ?? '' } };
  }
  for (const [one, other] of pairs) {
    for (const [what, text, before, cell, cellBefore] of [['偏差原因', one.reason, other.reason, one.reasonCell, other.reasonCell], ['实际完成值', one.actual, other.actual, one.actualCell, other.actualCell]] as const) {
      // Where the answer only repeats the target it says nothing of last year.
      if (!same(text, before) || (what === '实际完成值' && same(text, one.target))) continue;
      yield { kind: 'text-repeated', message: `指标“${cut(one.name)}”的${what}与上年一字不差（“${cut(text ?? '')}”），请核实是否照抄上年。`, now: { cell, text: text ?? '' }, then: { cell: cellBefore, text: before ?? '' } };
    }
  }
}

function* scores({ now, then }: { readonly now: DatedTable; readonly then: DatedTable }, jump: number): Iterable<YearFinding> {
  const [a, b] = [now.table.score, then.table.score];
  const [today, before] = [a.claimed ?? a.claimedSum, b.claimed ?? b.claimedSum];
  // Points out of another total are no jump.
  if (today === null || before === null || (a.weights !== null && b.weights !== null && a.weights !== b.weights)) return;
  const difference = decimal(today).minus(before);
  if (difference.abs().lte(jump)) return;
  yield {
    kind: 'score-jump', message: `自评得分${a.claimed === null || b.claimed === null ? '（没有全表总分的按各项合计）' : ''}由上年的 ${before} 分${difference.gt(0) ? '升' : '降'}到 ${today} 分，相差 ${show(difference.abs())} 分，请核实。`,
    now: { cell: null, text: String(today) }, then: { cell: null, text: String(before) },
  };
}

/** What to ask about a table that there was last year as well. */
export function yearFindings(pair: { readonly now: DatedTable; readonly then: DatedTable }, thresholds: Thresholds): readonly YearFinding[] {
  const { now, then } = pair;
  const [a, b] = [now.table.facts, then.table.facts];
  const indicators = commonIndicators(a, b);
  const year = now.table.year;
  const unchanged: readonly YearFinding[] = year !== null && year === then.table.year
    ? [{ kind: 'year-unchanged', message: `两年的表都写着 ${year} 年度，请核实年度是否没有改，或者误交了上年的表。`, now: { cell: null, text: String(year) }, then: { cell: null, text: String(year) } }]
    : [];
  return [
    ...unchanged, ...targets(indicators), ...carryOver(a, b), ...scores(pair, thresholds.scoreJump),
    ...repeatedTexts(a, b, indicators, thresholds.text), ...repeatedActuals(indicators, thresholds),
  ];
}
