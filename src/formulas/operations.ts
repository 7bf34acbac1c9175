// What formulas do with values that were read: reckon, compare, put answers together. Nothing here looks into a table.
import { ZERO, type Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/table';
import { MOST_CELLS } from './limits';
import { reduced } from './reduce';
import { bare } from './spelling';
import type { Comparison, FunctionName, Node } from './syntax';
import { alike, computed, displayTolerance, equal, shownNumber, truth, unknown, whole, withoutPercent, type NumberValue, type TextValue, type TruthValue, type Value } from './values';

const RELATIONS: Readonly<Record<Comparison, (a: Decimal, b: Decimal) => boolean>> = {
  '=': (a, b) => equal(a, b), '<>': (a, b) => !equal(a, b), '<': (a, b) => a.lt(b) && !equal(a, b), '>': (a, b) => a.gt(b) && !equal(a, b),
  '<=': (a, b) => a.lte(b) || equal(a, b), '>=': (a, b) => a.gte(b) || equal(a, b),
};
const SIGNS: Readonly<Record<Comparison, string>> = { '=': '', '<>': '≠', '<': '<', '>': '>', '<=': '≤', '>=': '≥' };

/** Cells of several values, each once. */
export const joined = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())].slice(0, MOST_CELLS);

/** Amounts in the form's unit where they have none of their own. */
export function calculated(op: (Node & { kind: 'arithmetic' })['op'], a: NumberValue, b: NumberValue, formUnit: AmountUnit | null): Value {
  const cells = joined(a.cells, b.cells);
  if (op === '*') return a.unit === '元' && b.unit === '元' ? unknown('金额不能和金额相乘', cells) : computed(a.value.times(b.value), cells, a.unit === '元' || b.unit === '元' ? '元' : '');
  if (op === '/' && (a.unit === '元') === (b.unit === '元') || op === '/' && b.unit !== '元') {
    if (b.value.isZero()) return unknown(`除数${b.cells[0] === undefined ? '' : ` ${b.cells[0]} `}是 0`, cells);
    return computed(a.value.div(b.value), cells, a.unit === '元' && b.unit !== '元' ? '元' : '');
  }
  const pair = alike(a, b, formUnit);
  if (!pair.ok) return unknown(pair.why, cells);
  if (op === '/') return pair.b.isZero() ? unknown('除数是 0', cells) : computed(pair.a.div(pair.b), cells);
  // 1.25 − 0.3 is known to one digit only.
  return computed(op === '+' ? pair.a.plus(pair.b) : pair.a.minus(pair.b), cells, pair.unit, Math.min(a.decimals, b.decimals));
}

/** A function of numbers; where it takes digits, they are the second. */
export function applied(fn: Exclude<FunctionName, '字数'>, values: readonly NumberValue[], formUnit: AmountUnit | null): Value {
  const [first, second] = values;
  if (!first) return unknown('括号里没有数');
  const { value, cells, unit, decimals } = first;
  const places = second?.value.toNumber() ?? null;
  switch (fn) {
    case '绝对值': return computed(value.abs(), cells, unit, decimals);
    case '四舍五入': return computed(value.toDecimalPlaces(places ?? 0), cells, unit);
    case '取整': return computed(whole(value), cells, unit);
    case '百分数': return { kind: 'text', text: `${value.times(100).toFixed(places ?? 2)}%`, cells };
    case '合计': case '平均': case '最大': case '最小': case '个数': return reduced(fn, values, formUnit);
  }
}

/** Numbers in one unit; texts for equality only. */
export function comparison(node: Node & { kind: 'compare' }, a: NumberValue | TextValue | TruthValue, b: NumberValue | TextValue | TruthValue, formUnit: AmountUnit | null): Value {
  const { op } = node;
  const cells = joined(a.cells, b.cells);
  if (a.kind === 'text' && b.kind === 'text') {
    if (op !== '=' && op !== '<>') return unknown(`“${cut(a.text)}”和“${cut(b.text)}”是文字，不能比大小`, cells);
    return truth((bare(a.text) === bare(b.text)) === (op === '='), cells, `${SIGNS[op]}${b.text}`, a.text === '' ? '空白' : a.text);
  }
  if (a.kind !== 'number' || b.kind !== 'number') return unknown('一边是数，一边是文字，不能相比', cells);
  const odd = withoutPercent(node, a, b);
  if (odd !== null) return unknown(odd, cells);
  const pair = alike(a, b, formUnit);
  if (!pair.ok) return unknown(pair.why, cells);
  return truth(RELATIONS[op](pair.a, pair.b), cells, `${SIGNS[op]}${shownValue(b, formUnit)}`, shownValue(a, formUnit));
}

/** 约等于: within the margin, else within half a unit of the last digit shown. */
export function closeness(a: NumberValue, b: NumberValue, margin: NumberValue | null, formUnit: AmountUnit | null): Value {
  const cells = joined(a.cells, b.cells);
  const pair = alike(a, b, formUnit);
  if (!pair.ok) return unknown(pair.why, cells);
  const allowed = margin ? alike(margin, { ...a, value: ZERO, unit: pair.unit }, formUnit) : null;
  if (allowed?.ok === false) return unknown(allowed.why, cells);
  const gap = pair.a.minus(pair.b).abs();
  const limit = allowed ? allowed.a.abs() : displayTolerance(a, b, formUnit);
  return truth(gap.lte(limit) || equal(gap, limit), cells, shownValue(b, formUnit), shownValue(a, formUnit));
}

/** One answer of several that agree: the cells of all, the words of the first. */
export function together(holds: boolean, parts: readonly TruthValue[]): TruthValue {
  return truth(holds, joined(...parts.map(({ cells }) => cells)), parts[0]?.expected ?? null, parts[0]?.received ?? null);
}

export function shownValue(value: Value, formUnit: AmountUnit | null): string {
  if (value.kind === 'number') return shownNumber(value, formUnit);
  return value.kind === 'text' ? value.text || '空白' : '';
}

export function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
