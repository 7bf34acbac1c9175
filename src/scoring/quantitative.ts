// Points of a quantitative indicator: met is full, unmet proportional, a limit exceeded costs points by one of two rules in use.
import type { Decimal } from '../model/decimal';
import { ONE, ZERO, show } from '../model/decimal';
import type { Operator, Quantity } from '../model/quantity';
import type { Rubric } from '../model/rubric';
import type { Indicator } from '../model/table';
import { compact } from '../reading/text';
import { directionOf } from './direction';
import { givesFullEarly, ownStandard, shortened } from './own-standard';
import { PHRASES } from './phrases';
import { figure, met, shownPoints, unknown, within, withUnit, type Points } from './points';
import { HIDDEN } from './tolerance';
import { comparable } from './units';

interface Case {
  readonly target: Decimal;
  readonly actual: Decimal;
  readonly weight: Decimal | null;
  readonly rubric: Rubric;
  /** As written, for derivations. */
  readonly wanted: Quantity;
  readonly got: Quantity;
  readonly ownStandard: string | null;
}

/** Points by a target that is one number. The actual must be one number too; whatever else it is, the answer is 'unknown' with the reason. */
export function quantitativePoints(indicator: Indicator, subgroup: string, weight: Decimal | null, rubric: Rubric): Points {
  const wanted = indicator.target.quantity;
  if (!wanted) return unknown(PHRASES.targetNotNumber());
  const got = indicator.actualQuantity ?? (indicator.actual.kind === 'quantity' ? indicator.actual.quantity : staysAtNone(indicator) ? { ...wanted, value: ZERO, operator: null } : null);
  if (!got) return unknown(missingActual(indicator));
  const compared = comparable(wanted, got, indicator.name.text);
  if (compared.kind === 'different') return unknown(compared.why);
  const one: Case = { target: compared.target, actual: compared.actual, weight, rubric, wanted, got, ownStandard: standardOf(indicator, compared) };
  if (lostSign(indicator, wanted, got)) return unknown(PHRASES.actualUnit());
  const operator = indicator.target.operator ?? wanted.operator;
  const shown = operator === '>=' || operator === '<=' ? asShown(one, operator) : null;
  if (shown) return shown;
  if (operator === '>=' || operator === '>') return one.actual.gte(one.target) ? reached(one, operator) : shortOf(one, operator);
  if (operator === '<=' || operator === '<') return one.actual.lte(one.target) ? reached(one, operator) : exceeding(one, operator);
  // 12月 and 11月 under 时效 are months of the year; 12个月 is how long.
  const month = wanted.unit === '月' && subgroup.includes('时效');
  return equalOrBare(one, operator, month ? 'unclear' : directionOf(indicator.name.text, subgroup, wanted.unit));
}

/** The line's own way to points. 完成率90%以上得满分，未达到的按比例得分 is one for 45 of 50; a line that is the target itself is none. */
function standardOf({ method, target: { quantity } }: Indicator, { target, actual }: { readonly target: Decimal; readonly actual: Decimal }): string | null {
  const text = method?.text ?? '';
  const own = ownStandard(text);
  if (own !== null || text === '' || !target.gt(ZERO)) return own;
  return givesFullEarly(text.replaceAll(`${quantity?.value.toString() ?? ''}%`, ''), actual.div(target).times(100).toNumber()) ? text : null;
}

/** 94.996 that shows 95.00% answers ≥95%: met as everybody sees it, and in proportion by a formula. Null where nothing is hidden that decides. */
function asShown(one: Case, operator: '>=' | '<='): Points | null {
  const { got, wanted, actual, target, weight } = one;
  const { value } = got;
  const missed = operator === '>=' ? actual.lt(target) : actual.gt(target);
  if (!missed || got.scale !== 1 || !value.toDecimalPlaces(got.decimals).eq(wanted.value) || !actual.eq(value) || actual.minus(target).abs().gt(target.abs().times(HIDDEN))) return null;
  const exact = operator === '>=' ? actual.div(target) : target.div(actual);
  return { ...reached({ ...one, actual: target, got: { ...got, value: value.toDecimalPlaces(got.decimals) } }, operator), alternative: weight && within(weight.times(exact), weight) };
}

/** 数据有效率 ≥90 and a cell of 0.986: 98.6 % that lost its sign, or 0.986 of 100. */
function lostSign({ name, actualEntry }: Indicator, wanted: Quantity, got: Quantity): boolean {
  return wanted.unit === '' && got.unit === '' && wanted.value.gt(ONE) && wanted.value.lte(100) && got.value.gt(ZERO) && got.value.lte(ONE) && typeof actualEntry?.value === 'number' && /(?:率|比例|占比|满意度)(?:\([^()]*\))?$/.test(compact(name.text));
}

/** 未发生 and 无 are how people write 0. */
function saysNone({ actualEntry }: Indicator): boolean {
  return actualEntry?.filled === true && /^(?:全年|本年|均)?(?:无|未(?:发生|出现|产生)|没有|零)/.test(actualEntry.text);
}

/** None where none was to be, or 未发生 where a few were allowed; a bare 无 there may be an answer left out. */
export function staysAtNone(indicator: Indicator): boolean {
  const { target: { quantity, operator }, actualEntry } = indicator;
  if (!quantity || !saysNone(indicator)) return false;
  const limit = operator ?? quantity.operator;
  return quantity.value.isZero() || (limit === '<=' || limit === '<') && !/^无[。.]?$/.test(actualEntry?.text ?? '');
}

function missingActual(indicator: Indicator): string {
  switch (indicator.actual.kind) {
    case 'blank': return PHRASES.noActual();
    case 'words': return PHRASES.actualWords();
    case 'date': return PHRASES.actualDate();
    case 'range':
    case 'mixed': return PHRASES.actualNotNumber();
    case 'quantity': return PHRASES.actualUnit();
  }
}

/** "=" or no operator: equal is met; which side is better is told by the name, and not judged where the name leaves it open. */
function equalOrBare(one: Case, operator: '=' | null, direction: 'more' | 'less' | 'unclear'): Points {
  if (one.actual.eq(one.target)) return reached(one, operator ?? '=');
  const shown = asShown(one, one.actual.lt(one.target) ? '>=' : '<=');
  if (shown) return shown;
  // 耕地撂荒面积 0亩: nothing of it is the best there is, whatever the name says.
  const none = operator === null && one.target.isZero();
  if (direction === 'more' && !none) return one.actual.gt(one.target) ? reached(one, operator ?? '>=') : shortOf(one, operator ?? '>=');
  if (direction === 'less' && one.actual.lt(one.target) && operator === null) return reached(one, '<=');
  return unknown(PHRASES.noDirection(withUnit(one.wanted), withUnit(one.got)));
}

const SIGNS: Readonly<Record<Operator, string>> = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝' };

function reached(one: Case, operator: Operator): Points {
  const sign = operator === '=' && one.actual.gt(one.target) ? '≥' : SIGNS[operator];
  const comparison = `${withUnit(one.got)} ${sign} ${withUnit(one.wanted)}`;
  return met(one.weight, one.weight ? PHRASES.met(comparison, shownPoints(one.weight, one.rubric)) : PHRASES.metUnweighted(comparison));
}

function shortOf(one: Case, operator: Operator): Points {
  if (one.ownStandard) return byOwnStandard(one, 'unmet');
  if (one.target.lte(ZERO)) return unknown(PHRASES.targetNotPositive());
  return proportional(one, 'unmet', operator, one.actual.div(one.target), [one.got, one.wanted], null);
}

function exceeding(one: Case, operator: Operator): Points {
  if (one.ownStandard) return byOwnStandard(one, 'exceeded');
  if (one.target.lt(ZERO) || one.actual.lte(ZERO)) return unknown(PHRASES.targetNegative());
  const inverse = one.target.div(one.actual);
  const linear = one.target.isZero() ? ZERO : ONE.minus(one.actual.minus(one.target).div(one.target));
  switch (one.rubric.quantitative.value.atMost) {
    case 'linear': return proportional(one, 'exceeded', operator, linear, null, null);
    case 'inverse': return proportional(one, 'exceeded', operator, inverse, [one.wanted, one.got], null);
    case null: return proportional(one, 'exceeded', operator, inverse, [one.wanted, one.got], linear);
  }
}

/** `parts`: numerator and denominator as written; null: the linear rule. */
function proportional(one: Case, state: 'unmet' | 'exceeded', operator: Operator, share: Decimal, parts: readonly [Quantity, Quantity] | null, other: Decimal | null): Points {
  const { weight } = one;
  if (!weight) {
    const comparison = PHRASES.against(withUnit(one.got), SIGNS[operator] + withUnit(one.wanted));
    return { low: null, high: null, alternative: null, state, derivation: state === 'unmet' ? PHRASES.unmetUnweighted(comparison) : PHRASES.exceededUnweighted(comparison) };
  }
  const raw = weight.times(share);
  const points = within(raw, weight);
  const [w, t, a] = [shownPoints(weight, one.rubric), plain(one, one.wanted), plain(one, one.got)];
  const formula = parts ? `${w} × ${plain(one, parts[0])} ÷ ${plain(one, parts[1])}` : `${w} × (1 − (${a} − ${t}) ÷ ${t})`;
  // -1 % of 2 %, or more than twice the limit by the linear rule.
  const derivation = raw.lt(ZERO) ? PHRASES.atLeastNought(`${formula} = ${shownPoints(raw, one.rubric)}`) : `${formula} = ${shownPoints(points, one.rubric)}`;
  return { low: points, high: points, alternative: other && within(weight.times(other), weight), state, derivation };
}

/** Both figures in the target's 万 or 亿, so that the quotient can be recomputed by hand. */
function plain(one: Case, quantity: Quantity): string {
  const { wanted } = one;
  const value = quantity === wanted ? one.target : one.actual;
  const same = quantity.value.eq(value) && quantity.scale === wanted.scale;
  return same ? figure(quantity, wanted.scale) : show(value.div(wanted.scale), 6);
}

function byOwnStandard(one: Case, state: 'unmet' | 'exceeded'): Points {
  return { low: one.weight && ZERO, high: one.weight, alternative: null, state, derivation: PHRASES.byOwnStandard(shortened(one.ownStandard ?? '')) };
}
