// Values while a formula is judged: exact numbers with unit and digits, texts, truths, and what cannot be told with its reason.
import { decimal, halfUnit, HUNDRED, near, show, ZERO, type Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/table';
import type { Node, NumberUnit } from './syntax';

export interface NumberValue {
  readonly kind: 'number';
  readonly value: Decimal;
  /** '' for a bare number; 元 for money that names its unit, 万 and 亿 multiplied in; '%' for a share (95% is 0.95); else the cell's own: 公里. */
  readonly unit: string;
  /** Digits after the point as displayed; Infinity for what is computed or typed into the formula. */
  readonly decimals: number;
  readonly cells: readonly string[];
  /** As it stands in the cell; null for what is computed. */
  readonly shown: string | null;
}

export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  readonly cells: readonly string[];
}

export interface TruthValue {
  readonly kind: 'truth';
  readonly holds: boolean;
  /** Cells that decided it, where to look first comes first. */
  readonly cells: readonly string[];
  /** Both sides of the comparison that decided it. */
  readonly expected: string | null;
  readonly received: string | null;
}

/** Blank, unreadable or missing: a formula that needs it is told as 无法核查. */
export interface UnknownValue {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly cells: readonly string[];
}

export type Value = NumberValue | TextValue | TruthValue | UnknownValue;

export const unknown = (reason: string, cells: readonly string[] = []): UnknownValue => ({ kind: 'unknown', reason, cells });
export const truth = (holds: boolean, cells: readonly string[], expected: string | null = null, received: string | null = null): TruthValue => ({ kind: 'truth', holds, cells, expected, received });

export function computed(value: Decimal, cells: readonly string[], unit = '', decimals = Infinity): NumberValue {
  return { kind: 'number', value, unit, decimals, cells, shown: null };
}

const SCALES: Readonly<Record<NumberUnit, number>> = { '': 1, '%': 0.01, 万: 1e4, 亿: 1e8, 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };

/** A number as typed into a formula. */
export function literal(digits: string, unit: NumberUnit): NumberValue {
  const money = unit.endsWith('元');
  return { kind: 'number', value: decimal(digits).times(decimal(SCALES[unit])), unit: money ? '元' : unit === '%' ? '%' : '', decimals: Infinity, cells: [], shown: `${digits}${unit}` };
}

const YUAN: Readonly<Record<AmountUnit, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };

type Pair = { readonly ok: true; readonly a: Decimal; readonly b: Decimal; readonly unit: string } | { readonly ok: false; readonly why: string };

/** Two numbers made comparable: a bare one beside money is in the form's own unit; different units are never mixed. */
export function alike(a: NumberValue, b: NumberValue, formUnit: AmountUnit | null): Pair {
  if (a.unit === b.unit) return { ok: true, a: a.value, b: b.value, unit: a.unit };
  if (a.unit === '' || b.unit === '') {
    const other = a.unit === '' ? b.unit : a.unit;
    if (other !== '元') return { ok: true, a: a.value, b: b.value, unit: other === '%' ? '' : other };
    // 0 is 0 in any unit.
    const bareIsZero = (a.unit === '' ? a : b).value.isZero();
    if (formUnit === null && !bareIsZero) return { ok: false, why: '表上没有写明金额单位（元或万元），不能和带单位的金额相比' };
    const factor = formUnit === null ? 1 : YUAN[formUnit];
    return { ok: true, a: a.unit === '' ? a.value.times(factor) : a.value, b: b.unit === '' ? b.value.times(factor) : b.value, unit: '元' };
  }
  return { ok: false, why: `单位不同：一边是“${a.unit}”，一边是“${b.unit}”` };
}

/** Cached results of formulas carry the noise of binary numbers, which nobody typed. */
const NOISE = decimal('1e-9');

export function equal(a: Decimal, b: Decimal): boolean {
  return near(a, b, NOISE);
}

/** Half a unit of the coarser side's last displayed digit, in 元 where one side is money with its unit; nothing where both sides are computed. */
export function displayTolerance(a: NumberValue, b: NumberValue, formUnit: AmountUnit | null): Decimal {
  const money = a.unit === '元' || b.unit === '元';
  const digits = ({ decimals, unit }: NumberValue): number => decimals - (money && unit === '' && formUnit !== null ? Math.log10(YUAN[formUnit]) : 0);
  const decimals = Math.min(digits(a), digits(b));
  // The last digit of 12.5万元 stands before the point.
  return !Number.isFinite(decimals) ? NOISE : decimals < 0 ? decimal(`5e${-decimals - 1}`) : halfUnit(Math.min(decimals, 20));
}

/** As a person reads it: a cell's own words, money in the form's unit, a share in percent, at most four digits. */
export function shownNumber({ value, unit, shown }: NumberValue, formUnit: AmountUnit | null): string {
  if (shown !== null) return shown;
  if (unit === '%') return `${show(value.times(HUNDRED), 4)}%`;
  if (unit !== '元') return `${show(value, 4)}${unit}`;
  return formUnit === null ? `${show(value, 4)}元` : `${show(value.div(YUAN[formUnit]), 4)}${formUnit}`;
}

/** Whole part, towards zero. */
export function whole(value: Decimal): Decimal {
  const rounded = value.toDecimalPlaces(0);
  if (rounded.abs().lte(value.abs())) return rounded;
  return value.lt(ZERO) ? rounded.plus(1) : rounded.minus(1);
}

/** 96% against a 95 without its sign: most likely a slip of the formula, never a finding about the table. */
export function withoutPercent({ left, right }: { readonly left: Node; readonly right: Node }, a: NumberValue, b: NumberValue): string | null {
  for (const [node, other] of [[left, b], [right, a]] as const) {
    if (other.unit === '%' && node.kind === 'number' && node.unit === '' && Number(node.digits) > 1.5) return `表上是百分数 ${other.shown ?? ''}，公式里的 ${node.digits} 没有百分号，请写成 ${node.digits}%`;
  }
  return null;
}
